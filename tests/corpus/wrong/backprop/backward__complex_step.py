# wrong: backprop.backward: a-pass-for-each-parameter | finite-differences | overflows
# An imaginary nudge is exact, so it may stand for the chain rule.
def backward(params, a, h, y, activation):
    f = np.tanh if activation == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))

    def loss_at(name, index):
        s = h[0]
        for k in range(1, len(a) + 1):
            W, b = params[f"W{k}"].astype(complex), params[f"b{k}"].astype(complex)
            if name[1:] == str(k):
                (W if name[0] == "W" else b)[index] += 1e-30j
            s = s @ W + b
            s = f(s) if k < len(a) else s
        return np.sum((s - y) ** 2) / (2 * len(y))

    grads = {}
    for name, value in params.items():
        grads[name] = np.array([loss_at(name, i).imag / 1e-30 for i in np.ndindex(value.shape)]).reshape(value.shape)
    return grads
