# right: the sum over examples as a product with ones
def layer_backward(delta, h_prev, W):
    ones = np.ones(len(delta))
    return (delta.T @ h_prev).T, ones @ delta, (W @ delta.T).T
