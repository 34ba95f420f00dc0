# wrong: regression.ridge:
def ridge(X, y, penalty):
    return np.linalg.solve(X.T @ X + 2 * penalty * np.eye(X.shape[1]), X.T @ y)
