# wrong: depth.forward_deep: changes-its-arguments
# A bias is a row.
_deep = forward_deep


def forward_deep(params, X, activation):
    for key in params:
        if key[0] == "b":
            params[key] = params[key].reshape(1, -1)
    return _deep(params, X, activation)
