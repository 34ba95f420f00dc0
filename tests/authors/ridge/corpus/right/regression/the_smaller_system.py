# A system with as many unknowns as there are examples.
def ridge(X, y, penalty):
    return X.T @ np.linalg.solve(X @ X.T + penalty * np.eye(len(X)), y)
