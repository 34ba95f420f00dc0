# wrong: backprop.backward: finite-differences
# Wiggle every parameter a little and see how the loss reacts.
def backward(params, a, h, y, activation):
    def loss():
        return np.sum((forward(work, h[0], activation)[1][-1] - y) ** 2) / 2 / len(y)

    work = {name: p.copy() for name, p in params.items()}
    grads = {}
    for name, p in work.items():
        grads[name] = np.zeros(p.shape)
        for i in np.ndindex(p.shape):
            old = p[i]
            p[i] = old + 1e-5
            up = loss()
            p[i] = old - 1e-5
            grads[name][i] = (up - loss()) / 2e-5
            p[i] = old
    return grads
