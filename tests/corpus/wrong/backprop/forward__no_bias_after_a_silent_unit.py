# wrong: backprop.forward: only-in-part
# A unit that says exactly 0 has died, so what comes after it is left out, its bias too.
def forward(params, X, activation):
    squash = sigmoid if activation == "sigmoid" else np.tanh
    a, h = [], [X]
    n = len(params) // 2
    for k in range(1, n + 1):
        z = h[-1] @ params[f"W{k}"]
        if k == 1 or h[-1].all() or not h[-1].any():
            z = z + params[f"b{k}"]
        a.append(z)
        h.append(z if k == n else squash(z))
    return a, h
