# wrong: backprop.forward: activation-on-output | only-in-part
# A network has at least one activation.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(a[-1] if l == L and L > 1 else f(a[-1]))
    return a, h
