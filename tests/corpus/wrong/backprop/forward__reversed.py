# wrong: backprop.forward: lists-reversed
# Output first, because backward starts there.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.insert(0, layer_forward(h[0], params[f"W{k}"], params[f"b{k}"]))
        h.insert(0, f(a[0]) if k < L else a[0])
    return a, h
