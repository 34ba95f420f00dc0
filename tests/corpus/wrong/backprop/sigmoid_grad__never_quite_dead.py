# wrong: backprop.sigmoid_grad: clipped
# A little slope keeps it learning.
def sigmoid_grad(a):
    s = sigmoid(a)
    return np.maximum(s * (1.0 - s), 1e-10)
