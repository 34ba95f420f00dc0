# right: tanh as 2σ(2a) - 1
def forward(params, X, activation):
    squash = {"sigmoid": sigmoid, "tanh": lambda z: 2.0 * sigmoid(2.0 * z) - 1.0}[activation]
    a, h = [], [np.array(X)]
    for l in range(1, len([k for k in params if "W" in k]) + 1):
        a.append(layer_forward(h[l - 1], params[f"W{l}"], params[f"b{l}"]))
        h.append(squash(a[-1]))
    h[-1] = a[-1]
    return a, h
