# wrong: backprop.forward: wrong-shape
# One output: a list of numbers.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
        h.append(f(a[-1]) if l < L else a[-1])
    if a[-1].shape[1] == 1:
        a[-1] = h[-1] = a[-1].ravel()
    return a, h
