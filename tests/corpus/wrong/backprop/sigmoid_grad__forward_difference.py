# wrong: backprop.sigmoid_grad: finite-differences
# Slope = rise over run.
def sigmoid_grad(a):
    run = 1e-7
    rise = sigmoid(a + run) - sigmoid(a)
    return rise / run
