# wrong: depth.forward_deep: layers-in-name-order | same-weights-every-layer | wrong-count | only-in-part
# key[-1] is the number of the layer.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    weights = {int(k[-1]): v for k, v in params.items() if k[0] == "W"}
    biases = {int(k[-1]): v for k, v in params.items() if k[0] == "b"}
    a, h = [], [X]
    for l in sorted(weights):
        a.append(h[-1] @ weights[l] + biases[l])
        h.append(f(a[-1]))
    return a, h
