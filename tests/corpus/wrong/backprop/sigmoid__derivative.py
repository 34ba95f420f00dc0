# wrong: backprop.sigmoid: derivative-for-function
# I mixed the two up.
def sigmoid(a):
    s = 1 / (1 + np.exp(-a))
    return s * (1 - s)
