# wrong: backprop.forward: h-without-input
# The input is not an activation.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h, signal = [], [], X
    for k in range(1, L + 1):
        a.append(layer_forward(signal, params[f"W{k}"], params[f"b{k}"]))
        signal = f(a[-1]) if k < L else a[-1]
        h.append(signal)
    return a, h
