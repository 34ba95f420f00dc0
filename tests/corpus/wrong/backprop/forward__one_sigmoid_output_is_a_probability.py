# wrong: backprop.forward: activation-on-output | only-in-part
# One output with sigmoid is a probability.
def forward(params, X, activation):
    L = len(params) // 2
    f = sigmoid if activation == "sigmoid" else np.tanh
    a, h = [], [X]
    for l in range(1, L + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        probability = activation == "sigmoid" and a[-1].shape[1] == 1
        h.append(f(a[-1]) if l < L or probability else a[-1])
    return a, h
