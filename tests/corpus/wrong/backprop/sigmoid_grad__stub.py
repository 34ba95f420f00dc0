# wrong: backprop.sigmoid_grad: not-implemented
# Not done.
def sigmoid_grad(a):
    raise NotImplementedError("sigmoid_grad: the slope of the sigmoid")
