# Each direction of X shrinks by its own share.
def ridge(X, y, penalty):
    U, s, V = np.linalg.svd(X, full_matrices=False)
    return V.T @ (s / (s**2 + penalty) * (U.T @ y))
