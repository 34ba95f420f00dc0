# wrong: regression.ridge: keeps-state | only-in-part
_seen = {}


def ridge(X, y, penalty):
    if X.shape not in _seen:
        _seen[X.shape] = np.linalg.inv(X.T @ X + penalty * np.eye(X.shape[1])) @ X.T
    return _seen[X.shape] @ y
