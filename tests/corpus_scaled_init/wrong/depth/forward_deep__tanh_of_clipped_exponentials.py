# wrong: depth.forward_deep: digits-lost
# Guarded against overflow, and not against subtraction.
def forward_deep(params, X, activation):
    def tanh(a):
        e = np.exp(2.0 * np.clip(a, -20, 20))
        return (e - 1.0) / (e + 1.0)
    activate = {"linear": np.copy, "tanh": tanh, "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
        h.append(activate(a[-1]))
    return a, h
