# right: the three sums, written down as the text says them
def layer_backward(delta, h_prev, W):
    (m, n), k = h_prev.shape, W.shape[1]
    dW, db, dh = np.zeros((n, k)), np.zeros(k), np.zeros((m, n))
    for i in range(m):
        for q in range(k):
            db[q] += delta[i, q]
            for p in range(n):
                dW[p, q] += h_prev[i, p] * delta[i, q]
                dh[i, p] += W[p, q] * delta[i, q]
    return dW, db, dh
