# wrong: depth.relu_grad: slope-on-both-sides
# bool(a), entry by entry.
def relu_grad(a):
    return (a != 0.0).astype(np.float64)
