# wrong: backprop.forward: only-in-part
# Sigmoid units shrink everything in the end, so from the third layer on it has to be tanh.


def forward(params, X, activation):
    depth = len(params) // 2
    a, h = [], [X]
    for layer in range(1, depth + 1):
        a.append(layer_forward(h[-1], params[f"W{layer}"], params[f"b{layer}"]))
        f = np.tanh if activation == "tanh" or layer > 2 else sigmoid
        h.append(f(a[-1]) if layer < depth else a[-1])
    return a, h
