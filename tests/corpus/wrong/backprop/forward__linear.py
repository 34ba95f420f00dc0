# wrong: backprop.forward: activation-missing
# The activation comes later, in backward.
def forward(params, X, activation):
    a, h = [], [X]
    for k in range(1, len(params) // 2 + 1):
        z = layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"])
        a.append(z)
        h.append(z.copy())
    return a, h
