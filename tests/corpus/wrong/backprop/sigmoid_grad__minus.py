# wrong: backprop.sigmoid_grad: derivative-sign
# h (h - 1).
def sigmoid_grad(a):
    h = sigmoid(a)
    return h * (h - 1)
