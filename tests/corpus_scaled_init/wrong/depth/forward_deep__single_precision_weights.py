# wrong: depth.forward_deep: float32 | rounded
# Weights in single precision, the rest not.
_deep = forward_deep


def forward_deep(params, X, activation):
    low = {key: value.astype(np.float32).astype(float) for key, value in params.items()}
    return _deep(low, X, activation)
