# wrong: backprop.forward: keeps-state | returns-shared-array | only-in-part
# Lists made once.
_A, _H = [], []


def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    _A.clear()
    _H.clear()
    _H.append(X)
    L = len(params) // 2
    for l in range(1, L + 1):
        _A.append(layer_forward(_H[-1], params[f"W{l}"], params[f"b{l}"]))
        _H.append(f(_A[-1]) if l < L else _A[-1])
    return _A, _H
