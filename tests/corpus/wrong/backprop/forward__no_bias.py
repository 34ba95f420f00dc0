# wrong: backprop.forward: bias-forgotten
# Matrix products only.
def forward(params, X, activation):
    squash = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(h[-1] @ params[f"W{k}"])
        h.append(squash(a[-1]) if k < L else a[-1])
    return a, h
