# wrong: depth.forward_deep: ignores-activation-name | activation-missing
# Spelled it with a capital letter.
def forward_deep(params, X, activation):
    f = {"Tanh": np.tanh, "relu": relu}.get(activation, np.array)
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
