# wrong: backprop.forward: changes-its-arguments | input-standardised
# Inputs should have mean zero, so X -= mean.
def forward(params, X, activation):
    X -= X.mean(axis=0)
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
