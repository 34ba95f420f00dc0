# wrong: backprop.forward: ignores-activation-name
# The activation is for the first hidden layer, the others are sigmoids.
def forward(params, X, activation):
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        f = np.tanh if activation == "tanh" and k == 1 else sigmoid
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
