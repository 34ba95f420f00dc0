# wrong: backprop.sigmoid: base-two
# Powers of two are faster.
def sigmoid(a):
    return 1.0 / (1.0 + 2.0 ** (-a))
