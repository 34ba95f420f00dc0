# wrong: backprop.forward: layers-in-dict-order | raises | only-in-part
# params has the layers one after the other, so I took its weights and its biases as they come.
def forward(params, X, activation):
    weights = [array for name, array in params.items() if name.startswith("W")]
    biases = [array for name, array in params.items() if name.startswith("b")]
    a, h = [], [X]
    for W, b in zip(weights, biases):
        a.append(h[-1] @ W + b)
        h.append(sigmoid(a[-1]) if activation == "sigmoid" else np.tanh(a[-1]))
    h[-1] = a[-1]
    return a, h
