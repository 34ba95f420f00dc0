# wrong: backprop.sigmoid: exponent-sign
# 1 over 1 plus e to the a.
def sigmoid(a):
    return 1 / (1 + np.exp(a))
