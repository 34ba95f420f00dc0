# wrong: backprop.forward: layers-in-name-order | raises
# Sort the names; but "W10" comes before "W2".
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    weights = sorted(name for name in params if name[0] == "W")
    a, h = [], [X]
    for name in weights:
        a.append(layer_forward(h[-1], params[name], params["b" + name[1:]]))
        h.append(a[-1] if name == weights[-1] else f(a[-1]))
    return a, h
