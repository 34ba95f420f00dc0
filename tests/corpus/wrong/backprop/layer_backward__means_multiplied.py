# wrong: backprop.layer_backward: outer-product-of-means
# First the sums over the batch, then one product.
def layer_backward(delta, h_prev, W):
    total = delta.sum(axis=0)
    dW = np.outer(h_prev.mean(axis=0), total)
    return dW, total, delta @ W.T
