# wrong: depth.relu_grad: leaky-relu
# A little slope on the left.
def relu_grad(a):
    return np.where(a > 0, 1.0, 0.01 * (a < 0))
