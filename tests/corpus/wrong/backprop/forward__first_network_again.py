# wrong: backprop.forward: keeps-state
# Looking the layers up takes time, so it is done once for each shape of network.
LAYERS = {}


def forward(params, X, activation):
    shape = tuple(len(params[f"b{k}"]) for k in range(1, len(params) // 2 + 1))
    net = LAYERS.setdefault(
        (len(params["W1"]), *shape),
        [(params[f"W{k}"], params[f"b{k}"]) for k in range(1, len(shape) + 1)],
    )
    a, h = [], [X]
    for W, b in net:
        a.append(layer_forward(h[-1], W, b))
        h.append(sigmoid(a[-1]) if activation == "sigmoid" else np.tanh(a[-1]))
    return a, h[:-1] + [a[-1]]
