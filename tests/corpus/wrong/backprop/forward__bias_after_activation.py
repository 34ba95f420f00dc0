# wrong: backprop.forward: bias-after-activation
# f(Wx) + b
def forward(params, X, activation):
    L = sum(name.startswith("W") for name in params)
    a, h = [], [X]
    for k in range(1, L + 1):
        W, b = params[f"W{k}"], params[f"b{k}"]
        if k == L:
            a.append(h[-1] @ W + b)
            h.append(a[-1])
        else:
            a.append(h[-1] @ W)
            h.append((np.tanh(a[-1]) if activation == "tanh" else sigmoid(a[-1])) + b)
    return a, h
