# wrong: regression.ridge:
def ridge(X, y, penalty):
    return np.linalg.lstsq(X, y, rcond=None)[0]
