# wrong: backprop.forward: keeps-state
# The same inputs through the same number of layers.
_RUNS = {}


def forward(params, X, activation):
    key = (X.tobytes(), X.shape, activation, len(params), params["W1"].shape)
    if key not in _RUNS:
        f = np.tanh if activation == "tanh" else sigmoid
        a, h = [], [X.copy()]
        L = sum(name.startswith("W") for name in params)
        for l in range(1, L + 1):
            a.append(layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
            h.append(a[-1].copy() if l == L else f(a[-1]))
        _RUNS[key] = a, h
    a, h = _RUNS[key]
    return [x.copy() for x in a], [x.copy() for x in h]
