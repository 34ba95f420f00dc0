# wrong: backprop.sigmoid: integer-array | rounded
# vectorize makes it work for arrays.
def _one(x):
    if x < -700:
        return 0
    return 1.0 / (1.0 + np.exp(-x))


def sigmoid(a):
    return np.vectorize(_one)(a)
