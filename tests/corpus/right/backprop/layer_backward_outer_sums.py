# right: outer products added up, example by example
def layer_backward(delta, h_prev, W):
    dW, db, dh = np.zeros_like(W), np.zeros(W.shape[1]), np.zeros_like(h_prev)
    for i in range(len(delta)):
        dW += np.outer(h_prev[i], delta[i])
        db += delta[i]
        dh[i] = W @ delta[i]
    return [dW, db, dh]
