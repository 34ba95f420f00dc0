# wrong: depth.forward_deep: ignores-activation-name | wrong-activation
# relu, or else tanh.
def forward_deep(params, X, activation):
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(relu(a[-1]) if activation == "relu" else np.tanh(a[-1]))
    return a, h
