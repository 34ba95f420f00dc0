# right: the largest pre-activation of each unit
def dead_fraction(a):
    return np.mean(a.max(axis=0) <= 0)
