# right: tanh by expm1 of minus twice the size, sign put back
def _tanh(a):
    e = np.expm1(-2.0 * np.abs(a))
    return np.sign(a) * (-e / (e + 2.0))


def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": _tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
