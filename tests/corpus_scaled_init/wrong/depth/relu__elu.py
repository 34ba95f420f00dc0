# wrong: depth.relu: wrong-activation | leaky-relu
# Exponential on the left.
def relu(a):
    return np.where(a > 0, a, np.expm1(np.minimum(a, 0.0)))
