# wrong: backprop.layer_backward: array-subclass
# np.matrix, so that * is the matrix product.
def layer_backward(delta, h_prev, W):
    D, H = np.asmatrix(delta), np.asmatrix(h_prev)
    return H.T * D, np.asarray(D.sum(axis=0)).ravel(), D * np.asmatrix(W).T
