# wrong: backprop.forward: only-in-part
# Where a layer's biases are all equal they shift every neuron alike, so they can be left out.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    a, h = [], [X]
    depth = sum(name[0] == "W" for name in params)
    for l in range(1, depth + 1):
        b = params[f"b{l}"]
        if 1 < l < depth and np.ptp(b) == 0.0:
            b = 0.0 * b
        a.append(layer_forward(h[-1], params[f"W{l}"], b))
        h.append(f(a[-1]) if l < depth else a[-1])
    return a, h
