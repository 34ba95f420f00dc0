# wrong: depth.relu_grad: threshold-not-zero
# Floats are never compared for equality.
def relu_grad(a):
    return np.where(np.isclose(a, 0.0) | (a < 0), 0.0, 1.0)
