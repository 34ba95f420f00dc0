# wrong: depth.forward_deep: layers-in-dict-order | only-in-part
# Layers in the dict's order.
def forward_deep(params, X, activation):
    f = {"linear": lambda z: z, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0.0)}[activation]
    a, h = [], [X]
    for k in params:
        if k[0] == "W":
            if params[k].shape[0] != h[-1].shape[1]:
                k = f"W{len(a) + 1}"
            a.append(h[-1] @ params[k] + params["b" + k[1:]])
            h.append(f(a[-1]))
    return a, h
