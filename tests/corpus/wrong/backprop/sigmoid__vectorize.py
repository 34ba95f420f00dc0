# wrong: backprop.sigmoid: integer-array
# The shortcuts for large |a| are ints; vectorize takes its type from the first entry.
def sigmoid(a):
    def one(z):
        if z > 40:
            return 1
        if z < -700:
            return 0
        return 1 / (1 + np.exp(-z))

    return np.vectorize(one)(a)
