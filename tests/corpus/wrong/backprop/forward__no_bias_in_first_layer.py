# wrong: backprop.forward: bias-forgotten
# Wrote out the first layer by hand and lost b1.
def forward(params, X, activation):
    f = {"sigmoid": sigmoid, "tanh": np.tanh}[activation]
    L = len(params) // 2
    z = np.dot(X, params["W1"]) if L > 1 else layer_forward(X, params["W1"], params["b1"])
    a, h = [z], [X]
    for k in range(2, L + 1):
        h.append(f(a[-1]))
        a.append(layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"]))
    h.append(a[-1])
    return a, h
