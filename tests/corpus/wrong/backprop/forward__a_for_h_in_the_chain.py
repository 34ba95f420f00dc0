# wrong: backprop.forward: activation-missing
# h is recorded, but the next layer gets a.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h, signal = [], [X], X
    for k in range(1, L + 1):
        signal = layer_forward(signal, params[f"W{k}"], params[f"b{k}"])
        a.append(signal)
        h.append(signal if k == L else f(signal))
    return a, h
