# wrong: backprop.forward: same-weights-every-layer | raises | only-in-part
# W1 in, W2 for all hidden layers after that, WL out.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    which = [1] + [2] * (L - 2) + [L] if L > 1 else [1]
    a, h = [], [X]
    for k, n in enumerate(which, 1):
        a.append(layer_forward(h[-1], params[f"W{n}"], params[f"b{n}"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
