# wrong: depth.relu: negative-part | wrong-sign
# Minimum or maximum?
def relu(a):
    return np.minimum(a, 0.0)
