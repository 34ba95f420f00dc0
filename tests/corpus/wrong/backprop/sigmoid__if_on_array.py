# wrong: backprop.sigmoid: raises
# Tried it on one number, there it is fine.
def sigmoid(a):
    if a >= 0:
        return 1 / (1 + np.exp(-a))
    else:
        return np.exp(a) / (1 + np.exp(a))
