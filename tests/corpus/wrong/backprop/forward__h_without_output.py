# wrong: backprop.forward: lists-too-short
# The output is a[-1], no need to have it twice.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        if k < L:
            h.append(f(a[-1]))
    return a, h
