# right: examples are columns inside, and everything is turned on the way out
def forward_deep(params, X, activation):
    f = {"linear": lambda z: z.copy(), "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X.T]
    for l in range(1, len(params) // 2 + 1):
        a.append(params[f"W{l}"].T @ h[-1] + params[f"b{l}"][:, np.newaxis])
        h.append(f(a[-1]))
    return [z.T for z in a], [X] + [z.T for z in h[1:]]
