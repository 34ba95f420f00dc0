# wrong: backprop.forward: ignores-activation-name
# Capital letter in the comparison: always falls through to the sigmoid.
def forward(params, X, activation):
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        if k == L:
            h.append(a[-1])
        elif activation == "Tanh":
            h.append(np.tanh(a[-1]))
        else:
            h.append(sigmoid(a[-1]))
    return a, h
