# wrong: backprop.forward: transposed
# Works with columns inside and forgets to turn the lists back.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X.T]
    for k in range(1, L + 1):
        a.append(params[f"W{k}"].T @ h[-1] + params[f"b{k}"][:, None])
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
