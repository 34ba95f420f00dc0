# wrong: backprop.sigmoid: clipped
# Beyond 20 it is 1 anyway, and exp cannot overflow.
def sigmoid(a):
    return 1.0 / (1.0 + np.exp(-np.clip(a, -20.0, 20.0)))
