# wrong: depth.forward_deep: changes-its-arguments | input-standardised
# Centre the data.
_deep = forward_deep


def forward_deep(params, X, activation):
    X -= X.mean(axis=0)
    return _deep(params, X, activation)
