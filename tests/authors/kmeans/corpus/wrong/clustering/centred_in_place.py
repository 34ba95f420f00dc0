# wrong: clustering.inertia: changes-its-arguments
def inertia(X, labels, centres):
    X -= centres[labels]
    return np.sum(X**2)
