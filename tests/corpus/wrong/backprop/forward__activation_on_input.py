# wrong: backprop.forward: activation-on-input
# Everything that goes into a layer is squashed, X as well.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [f(X)]
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
