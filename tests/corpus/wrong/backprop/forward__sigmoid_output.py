# wrong: backprop.forward: activation-on-output
# The output neuron is a sigmoid, whatever the hidden ones are.
def forward(params, X, activation):
    hidden = {"sigmoid": sigmoid, "tanh": np.tanh}[activation]
    L = len(params) // 2
    fs = [hidden] * (L - 1) + [sigmoid]
    a, h = [], [X]
    for k, f in enumerate(fs, start=1):
        a.append(h[-1].dot(params[f"W{k}"]) + params[f"b{k}"])
        h.append(f(a[-1]))
    return a, h
