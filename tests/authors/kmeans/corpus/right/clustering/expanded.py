def assign(X, centres):
    return (0.5 * (centres**2).sum(1) - X @ centres.T).argmin(1).astype(np.int32)


def update(X, labels, centres):
    counts = np.bincount(labels, minlength=len(centres))
    sums = np.zeros_like(centres)
    np.add.at(sums, labels, X)
    return np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], centres)
