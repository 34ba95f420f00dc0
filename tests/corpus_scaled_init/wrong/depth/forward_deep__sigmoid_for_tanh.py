# wrong: depth.forward_deep: wrong-activation
# The curve of the first lesson.
def forward_deep(params, X, activation):
    def sigmoid(a):
        return 0.5 * (1 + np.tanh(a / 2))

    f = {"linear": np.copy, "tanh": sigmoid, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
