# wrong: backprop.forward: transposed | raises
# W.T @ x is how it is written on the slides, so W.T.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(h[-1] @ params[f"W{k}"].T + params[f"b{k}"])
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
