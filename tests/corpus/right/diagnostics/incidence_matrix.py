# right: differences of all pairs as one product with an incidence matrix


def neuron_gap(W):
    n = W.shape[1]
    i, j = np.triu_indices(n, k=1)
    largest = np.sqrt((W**2).sum(axis=0)).max()
    if len(i) == 0 or largest == 0:
        return np.float64(0)
    P = np.zeros((n, len(i)))
    P[i, np.arange(len(i))] = 1
    P[j, np.arange(len(j))] = -1
    return np.sqrt(((W @ P) ** 2).sum(axis=0)).max() / largest
