# wrong: backprop.forward: lists-too-long
# a starts with X as well, then the indices agree.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [X], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
