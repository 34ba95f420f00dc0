# wrong: backprop.forward: keeps-state
# Weights of one shape are the same weights, so I look them up once.
KNOWN = {}


def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    a, h = [], [X]
    depth = sum(name[0] == "W" for name in params)
    for l in range(1, depth + 1):
        W = params[f"W{l}"]
        W = KNOWN.setdefault((l, W.shape), W.copy())
        a.append(layer_forward(h[-1], W, params[f"b{l}"]))
        h.append(f(a[-1]) if l < depth else a[-1])
    return a, h
