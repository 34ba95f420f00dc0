# right: no activation passes ReLU: the sum of what passes is 0
def dead_fraction(a):
    passed = np.sum(np.where(a > 0, 1, 0), axis=0)
    return np.count_nonzero(passed == 0) / passed.size
