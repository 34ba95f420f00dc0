# wrong: backprop.forward: same-weights-every-layer | raises
# Forgot to count up the layer.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params["W1"], params["b1"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
