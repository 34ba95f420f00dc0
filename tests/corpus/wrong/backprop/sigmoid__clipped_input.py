# wrong: backprop.sigmoid: clipped
# Against the overflow warning.
def sigmoid(a):
    a = np.clip(a, -10, 10)
    return 1 / (1 + np.exp(-a))
