# wrong: backprop.forward: activation-twice
# Once when it leaves the layer and once when it enters the next.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        incoming = h[-1] if k == 1 else f(h[-1])
        a.append(incoming @ params[f"W{k}"] + params[f"b{k}"])
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
