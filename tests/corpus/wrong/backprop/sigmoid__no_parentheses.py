# wrong: backprop.sigmoid: missing-parentheses
# Copied the formula into one line.
def sigmoid(a):
    return 1 / 1 + np.exp(-a)
