# wrong: backprop.sigmoid_grad: constant-factor
# Times 4, so that the largest slope is 1 as for tanh.
def sigmoid_grad(a):
    h = sigmoid(a)
    return 4 * h * (1 - h)
