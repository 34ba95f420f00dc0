# wrong: depth.relu: integer-array
# The example shows 0. and 3.
def relu(a):
    return np.maximum(a, 0).astype(int)
