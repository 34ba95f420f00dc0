# right: keys sorted by their number
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    numbers = sorted(int(k[1:]) for k in params if k.startswith("W"))
    a, h = [], [X.copy()]
    for l in numbers:
        a.append(h[-1].dot(params["W%i" % l]) + params["b%i" % l])
        h.append(f(a[-1]) if l != numbers[-1] else a[-1].copy())
    return a, h
