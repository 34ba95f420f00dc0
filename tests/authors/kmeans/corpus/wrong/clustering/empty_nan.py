# wrong: clustering.update: not-finite
def update(X, labels, centres):
    return np.array([X[labels == j].mean(axis=0) for j in range(len(centres))])
