# right: ufuncs reduced, the complement taken
def dead_fraction(a):
    return np.float64(1) - np.logical_or.reduce(a > 0, axis=0).sum() / np.shape(a)[-1]
