# wrong: depth.forward_deep: layers-in-name-order
# Sorted keys.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for name in sorted(key for key in params if key[0] == "W"):
        a.append(h[-1] @ params[name] + params["b" + name[1:]])
        h.append(f(a[-1]))
    return a, h
