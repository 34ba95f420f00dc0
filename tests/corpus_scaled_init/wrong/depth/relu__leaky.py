# wrong: depth.relu: leaky-relu
# A little slope on the left keeps the units alive.
def relu(a):
    return np.where(a > 0, a, 0.01 * a)
