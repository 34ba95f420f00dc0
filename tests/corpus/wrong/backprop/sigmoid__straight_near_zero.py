# wrong: backprop.sigmoid: approximated | only-in-part
# Near 0 the curve is a straight line.
def sigmoid(a):
    h = 1.0 / (1.0 + np.exp(-a))
    return np.where(np.abs(a) < 0.01, 0.5 + a / 4.0, h)
