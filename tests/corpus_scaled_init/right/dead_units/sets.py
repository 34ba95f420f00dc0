# right: the set of units that are awake somewhere
def dead_fraction(a):
    awake = set(np.nonzero(a > 0)[1].tolist())
    return (a.shape[1] - len(awake)) / a.shape[1]
