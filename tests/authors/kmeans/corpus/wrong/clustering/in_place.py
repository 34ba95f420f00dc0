# wrong: clustering.update: changes-its-arguments
def update(X, labels, centres):
    for j in set(labels):
        centres[j] = X[labels == j].mean(axis=0)
    return centres.copy()
