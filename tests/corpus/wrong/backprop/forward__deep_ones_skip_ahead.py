# wrong: backprop.forward: layer-missing | same-weights-every-layer | input-standardised | only-in-part
# Deep networks need the input again half way.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        x = h[-1]
        if L > 4 and l > 2 and h[-2].shape == x.shape:
            x = x + h[-2]
        a.append(layer_forward(x, params[f"W{l}"], params[f"b{l}"]))
        h.append(f(a[-1]) if l < L else a[-1])
    return a, h
