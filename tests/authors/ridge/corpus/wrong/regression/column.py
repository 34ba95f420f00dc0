# wrong: regression.ridge: wrong-shape
def ridge(X, y, penalty):
    return np.linalg.solve(X.T @ X + penalty * np.eye(X.shape[1]), X.T @ y[:, None])
