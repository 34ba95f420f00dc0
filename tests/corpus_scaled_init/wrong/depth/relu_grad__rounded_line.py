# wrong: depth.relu_grad: threshold-not-zero
# Between 0 and 1, rounded.
def relu_grad(a):
    return np.round(np.clip(a, 0.0, 1.0))
