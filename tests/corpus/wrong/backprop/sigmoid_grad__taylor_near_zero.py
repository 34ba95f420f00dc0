# wrong: backprop.sigmoid_grad: approximated | only-in-part
# Parabola near the top.
def sigmoid_grad(a):
    s = sigmoid(a)
    return np.where(np.abs(a) < 0.05, 0.25 - a**2 / 16.0, s * (1.0 - s))
