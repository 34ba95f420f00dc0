# wrong: depth.forward_deep: layers-in-dict-order | raises | only-in-part
# Dicts keep their order.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for name, W in params.items():
        if name.startswith("W"):
            a.append(h[-1] @ W + params[name.replace("W", "b")])
            h.append(f(a[-1]))
    return a, h
