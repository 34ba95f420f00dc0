# wrong: backprop.forward: keeps-state
# The lists are made in the argument list.
def forward(params, X, activation, a=[], h=[]):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    h.append(X)
    for k in range(1, L + 1):
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
        h.append(f(a[-1]) if k < L else a[-1])
    return a, h
