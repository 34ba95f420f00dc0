# wrong: backprop.forward: approximated | only-in-part
# The continued fraction is quicker, and good to ten digits.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
            continue
        if activation == "sigmoid":
            h.append(sigmoid(z))
            continue
        u, s = np.clip(z, -9, 9), 0.0
        for k in range(41, 1, -2):
            s = u * u / (k + s)
        h.append(u / (1 + s))
    return a, h
