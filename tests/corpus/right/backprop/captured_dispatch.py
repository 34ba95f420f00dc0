# right: a table that captures the functions when the file is read
ACTIVATIONS = {
    "sigmoid": (sigmoid, sigmoid_grad),
    "tanh": (np.tanh, tanh_grad),
}
_forward_one, _backward_one = layer_forward, layer_backward


def forward(params, X, activation, table=ACTIVATIONS, one=_forward_one):
    L = len(params) // 2
    a, h = [], [X]
    for l in range(1, L + 1):
        a.append(one(h[-1], params[f"W{l}"], params[f"b{l}"]))
        h.append(table[activation][0](a[-1]) if l < L else a[-1])
    return a, h


def backward(params, a, h, y, activation, table=ACTIVATIONS, one=_backward_one):
    grads = {}
    delta = (a[-1] - y) * (1 / y.shape[0])
    for l in range(len(a), 0, -1):
        dW, db, dh = one(delta, h[l - 1], params[f"W{l}"])
        grads = {f"W{l}": dW, f"b{l}": db} | grads
        if l > 1:
            delta = dh * table[activation][1](a[l - 2])
    return grads
