# right: np.apply_along_axis, np.vectorize over index pairs
def neuron_gap(W):
    size = np.apply_along_axis(np.linalg.norm, 0, W)
    if np.all(W == 0):
        return 0.0
    gap = np.vectorize(lambda i, j: np.linalg.norm(W[:, i] - W[:, j]), otypes=[float])
    return gap(*np.indices((W.shape[1],) * 2)).max() / size.max()
