# wrong: depth.relu_grad: slope-on-both-sides
# d a / d a = 1
def relu_grad(a):
    return np.ones_like(a)
