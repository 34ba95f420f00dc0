# wrong: depth.relu_grad: threshold-not-zero
# Compare in single precision.
def relu_grad(a):
    return np.where(np.asarray(a, dtype=np.float16) > 0, 1.0, 0.0)
