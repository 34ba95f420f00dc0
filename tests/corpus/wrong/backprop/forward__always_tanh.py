# wrong: backprop.forward: ignores-activation-name
# tanh is better than sigmoid anyway.
def forward(params, X, activation):
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(np.tanh(a[-1]) if k < L else a[-1])
    return a, h
