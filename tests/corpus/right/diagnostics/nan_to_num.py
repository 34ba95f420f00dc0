# right: lets 0/0 happen and turns the nan into 0
def neuron_gap(W):
    distances = np.sqrt(((W[:, :, None] - W[:, None, :]) ** 2).sum(0))
    norms = np.sqrt((W**2).sum(0))
    return np.nan_to_num(distances.max() / norms.max())
