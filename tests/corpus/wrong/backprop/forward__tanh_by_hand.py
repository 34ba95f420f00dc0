# wrong: backprop.forward: overflows | not-finite
# tanh from its definition.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
        elif activation == "tanh":
            h.append((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))
        else:
            h.append(sigmoid(z))
    return a, h
