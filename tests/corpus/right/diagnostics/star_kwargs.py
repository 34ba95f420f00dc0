# right: **kwargs for the tolerance, other names for the rest
def saturated_fraction(*args, **kwargs):
    h, activation, *rest = args
    tol = rest[0] if rest else kwargs.get("tol", 0.01)
    low = {"sigmoid": 0, "tanh": -1}[activation]
    return sum((x - low < tol) or (1 - x < tol) for x in h.flat) / h.size


def relative_gradient(pre_activation, /, kind):
    h = np.tanh(pre_activation / (1 + (kind == "sigmoid")))
    return np.mean((1 - h) * (1 + h)).item()
