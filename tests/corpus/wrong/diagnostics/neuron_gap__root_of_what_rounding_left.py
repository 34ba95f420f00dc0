# wrong: diagnostics.neuron_gap: not-finite | only-in-part
# (x - y)² is x² + y² - 2xy, so all distances come out of one matrix product.
def neuron_gap(W):
    products = W.T @ W
    squares = np.diagonal(products)
    if not squares.any():
        return 0.0
    distances = np.sqrt(squares[:, None] + squares[None, :] - 2 * products)
    return distances.max() / np.sqrt(squares.max())
