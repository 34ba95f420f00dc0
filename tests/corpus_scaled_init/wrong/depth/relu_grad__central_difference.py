# wrong: depth.relu_grad: finite-differences | wrong-at-zero | only-in-part
# Measure it.
def relu_grad(a):
    eps = 1e-6
    return (relu(a + eps) - relu(a - eps)) / (2 * eps)
