# wrong: clustering.assign
def assign(X, centres):
    return np.argmin(abs(X[:, :1] - centres[:, 0]), axis=1)
