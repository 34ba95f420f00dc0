# right: divides and mends the one case that is not a number
def neuron_gap(W):
    with np.errstate(all="ignore"):
        spread = [np.linalg.norm(W - W[:, j : j + 1], axis=0).max() for j in range(W.shape[1])]
        gap = np.max(spread) / np.linalg.norm(W, axis=0).max()
    return np.nan_to_num(gap)
