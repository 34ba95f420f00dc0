# right: a generator yields one layer after the other; tuples are returned
def _layers(params, X, f):
    names = sorted((k for k in params if k.startswith("W")), key=lambda k: int(k[1:]))
    h = X
    for name in names:
        a = layer_forward(h, params[name], params["b" + name[1:]])
        h = a if name == names[-1] else f(a)
        yield a, h


def forward(params, X, activation):
    a, h = zip(*_layers(params, X, np.tanh if activation == "tanh" else sigmoid))
    return a, (X, *h)
