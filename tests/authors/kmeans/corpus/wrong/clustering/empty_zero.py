# wrong: clustering.update
def update(X, labels, centres):
    new = np.zeros_like(centres)
    for j in range(len(centres)):
        if np.any(labels == j):
            new[j] = X[labels == j].mean(axis=0)
    return new
