# right: compares the matrix with itself rolled by 1, 2, ... columns
def neuron_gap(W):
    top = np.sqrt(np.einsum("ij,ij->j", W, W)).max()
    if top == 0:
        return 0.0
    worst = 0.0
    for shift in range(1, W.shape[1]):
        d = W - np.roll(W, shift, axis=1)
        worst = max(worst, np.sqrt(np.einsum("ij,ij->j", d, d)).max())
    return worst / top
