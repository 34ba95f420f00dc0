# wrong: depth.forward_deep: float32
# float32 inside.
_deep = forward_deep


def forward_deep(params, X, activation):
    low = {key: value.astype(np.float32) for key, value in params.items()}
    return _deep(low, X.astype(np.float32), activation)
