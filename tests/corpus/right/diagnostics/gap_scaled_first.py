# right: scaled by the largest entry first
def neuron_gap(W):
    big = np.abs(W).max()
    if big == 0:
        return np.float64(0)
    V = W / big
    d = np.sqrt(((V[:, :, None] - V[:, None, :]) ** 2).sum(axis=0))
    return d.max() / np.sqrt((V**2).sum(axis=0)).max()
