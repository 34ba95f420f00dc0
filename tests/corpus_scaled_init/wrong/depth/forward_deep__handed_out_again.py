# wrong: depth.forward_deep: returns-shared-array | keeps-state
# What was asked before is not computed again: here is the same answer.
_answers = {}


def forward_deep(params, X, activation):
    key = activation, X.tobytes(), tuple((n, v.shape, v.tobytes()) for n, v in params.items())
    if key not in _answers:
        a, h = [], [X]
        for layer in range(1, len(params) // 2 + 1):
            a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
            f = {"relu": relu, "tanh": np.tanh, "linear": lambda z: 1.0 * z}[activation]
            h.append(f(a[-1]))
        _answers[key] = a, h
    return _answers[key]
