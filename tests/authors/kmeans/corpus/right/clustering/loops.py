def assign(X, centres):
    return np.array([int(np.argmin([np.linalg.norm(x - c) for c in centres])) for x in X])


def inertia(X, labels, centres):
    return sum(float((x - centres[j]) @ (x - centres[j])) for x, j in zip(X, labels, strict=True))
