# right: singledispatch on activation classes made from the name


from functools import singledispatch


class _Sigmoid(str):
    pass


class _Tanh(str):
    pass


_KINDS = {"sigmoid": _Sigmoid("sigmoid"), "tanh": _Tanh("tanh")}


@singledispatch
def squash(kind, z):
    raise TypeError(kind)


@squash.register
def _(kind: _Sigmoid, z):
    return sigmoid(z)


@squash.register
def _(kind: _Tanh, z):
    return np.tanh(z)


def forward(params, X, activation):
    kind = _KINDS[activation]
    L = len(params) // 2
    a, h = [], [X]
    for l in range(1, L):
        a.append(layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
        h.append(squash(kind, a[-1]))
    a.append(layer_forward(h[-1], params[f"W{L}"], params[f"b{L}"]))
    h.append(a[-1])
    return a, h
