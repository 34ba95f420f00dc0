# right: one example after the other, stacked in the end
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = sum(k[0] == "W" for k in params)
    a = [np.empty((len(X), params[f"b{l}"].size)) for l in range(1, L + 1)]
    h = [X] + [np.empty_like(z) for z in a]
    for i, x in enumerate(X):
        for l in range(1, L + 1):
            z = x @ params[f"W{l}"] + params[f"b{l}"]
            x = z if l == L else f(z)
            a[l - 1][i], h[l][i] = z, x
    return a, h
