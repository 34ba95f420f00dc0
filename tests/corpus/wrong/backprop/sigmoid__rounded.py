# wrong: backprop.sigmoid: rounded
# Eight digits are more than enough.
def sigmoid(a):
    return np.round(1 / (1 + np.exp(-a)), 8)
