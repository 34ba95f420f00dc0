# Squared distances from the inner products of all columns, scaled to the longest one first.
def neuron_gap(W):
    longest = np.sqrt((W * W).sum(axis=0)).max()
    if longest == 0.0:
        return 0.0
    V = W / longest
    products = V.T @ V
    squares = np.diag(products)[:, None] + np.diag(products)[None, :] - 2.0 * products
    return float(np.sqrt(max(squares.max(), 0.0)))
