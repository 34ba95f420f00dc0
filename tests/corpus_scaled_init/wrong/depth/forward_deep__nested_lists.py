# wrong: depth.forward_deep: list-for-array
# Plain lists.
_deep = forward_deep


def forward_deep(params, X, activation):
    a, h = _deep(params, X, activation)
    return [z.tolist() for z in a], [X] + [z.tolist() for z in h[1:]]
