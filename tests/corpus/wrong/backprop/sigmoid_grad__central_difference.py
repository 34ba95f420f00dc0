# wrong: backprop.sigmoid_grad: finite-differences
# Two close points.
def sigmoid_grad(a):
    step = 1e-4
    return (sigmoid(a + step) - sigmoid(a - step)) / (2 * step)
