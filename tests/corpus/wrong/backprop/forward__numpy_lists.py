# wrong: backprop.forward: list-for-array
# Nested lists of numbers.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        z = h[-1] @ params[f"W{k}"] + params[f"b{k}"]
        a.append(z)
        h.append(f(z) if k < L else z)
    return [z.tolist() for z in a], [z.tolist() for z in h]
