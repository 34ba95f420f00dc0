# wrong: depth.relu: list-for-array
# One after the other.
def relu(a):
    return [[max(x, 0.0) for x in row] for row in np.atleast_2d(a)]
