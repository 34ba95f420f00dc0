# wrong: backprop.forward: changes-its-arguments
# Note the number of layers where backward finds it.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    if "L" not in params:
        params["L"] = len(params) // 2
    a, h = [], [X]
    for l in range(1, params["L"] + 1):
        a.append(layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
        h.append(f(a[-1]) if l < params["L"] else a[-1])
    return a, h
