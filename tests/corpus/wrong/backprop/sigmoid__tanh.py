# wrong: backprop.sigmoid: wrong-activation
# The S-shaped one.
def sigmoid(a):
    return 2 / (1 + np.exp(-2 * a)) - 1
