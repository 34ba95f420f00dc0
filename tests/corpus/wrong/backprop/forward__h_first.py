# wrong: backprop.forward: results-swapped
# (h, a): alphabetical the other way round.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return h, a
