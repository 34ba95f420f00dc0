# wrong: backprop.sigmoid: denominator-sign
# Sign slip in the denominator.
def sigmoid(a):
    return 1 / (1 - np.exp(-a))
