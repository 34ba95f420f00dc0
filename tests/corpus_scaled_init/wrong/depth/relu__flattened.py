# wrong: depth.relu: wrong-shape
# One after the other, flat.
def relu(a):
    return np.array([max(x, 0.0) for x in np.ravel(a)])
