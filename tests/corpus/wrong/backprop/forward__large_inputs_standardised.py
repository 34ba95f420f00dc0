# wrong: backprop.forward: input-standardised | only-in-part
# Inputs should be of size 1.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    if np.abs(X).max() > 20:
        X = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
        h.append(f(a[-1]) if l < L else a[-1])
    return a, h
