# wrong: clustering.assign: keeps-state | returns-shared-array | arrays-shared
kept = {}


def assign(X, centres):
    labels = kept.setdefault(len(X), np.zeros(len(X), dtype=int))
    labels[:] = np.argmin(((X[:, None, :] - centres) ** 2).sum(axis=2), axis=1)
    return labels
