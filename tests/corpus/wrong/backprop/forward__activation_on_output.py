# wrong: backprop.forward: activation-on-output
# The same for all layers.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    a, h = [], [X]
    for k in range(1, len(params) // 2 + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(f(a[-1]))
    return a, h
