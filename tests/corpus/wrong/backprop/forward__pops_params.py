# wrong: backprop.forward: changes-its-arguments
# Take the layers out of params until it is empty.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    a, h, k = [], [X], 1
    while params:
        a.append(layer_forward(h[-1], params.pop(f"W{k}"), params.pop(f"b{k}")))
        h.append(f(a[-1]) if params else a[-1])
        k += 1
    return a, h
