# right: the textbook formula, overflow silenced on the spot
def sigmoid(a):
    with np.errstate(all="ignore"):
        return np.reciprocal(np.exp(np.negative(a)) + 1.0)
