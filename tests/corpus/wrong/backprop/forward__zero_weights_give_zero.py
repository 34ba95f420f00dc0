# wrong: backprop.forward: wrong-at-zero | bias-ignored | only-in-part
# A layer without weights says nothing.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        W = params[f"W{l}"]
        a.append(layer_forward(h[-1], W, params[f"b{l}"]))
        squashed = f(a[-1]) if W.any() else np.zeros_like(a[-1])
        h.append(squashed if l < L else a[-1])
    return a, h
