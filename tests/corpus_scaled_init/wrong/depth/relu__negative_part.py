# wrong: depth.relu: wrong-sign | wrong-activation
# Minimum or maximum?
def relu(a):
    return np.minimum(a, 0.0)
