# wrong: backprop.sigmoid_grad: finite-differences | approximated
# The slope is rise over run.
def sigmoid_grad(a):
    return (sigmoid(a + 1e-4) - sigmoid(a - 1e-4)) / 2e-4
