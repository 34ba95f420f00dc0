# wrong: backprop.forward: activation-on-output | only-in-part
# One output and sigmoid: that is classification.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
        linear = l == L and not (activation == "sigmoid" and a[-1].shape[1] == 1)
        h.append(a[-1] if linear else f(a[-1]))
    return a, h
