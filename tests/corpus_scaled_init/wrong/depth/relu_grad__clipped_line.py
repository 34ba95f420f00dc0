# wrong: depth.relu_grad: slope-between
# Between 0 and 1.
def relu_grad(a):
    return np.clip(a, 0.0, 1.0)
