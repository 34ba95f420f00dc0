# right: cut at 40, where nothing is left to see
def sigmoid(a):
    return 1.0 / (1.0 + np.exp(-np.clip(a, -40.0, 40.0)))
