# wrong: backprop.forward: activation-missing | only-in-part
# A layer with one neuron is an output.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        h.append(z if l == len(params) // 2 or z.shape[1] == 1 else f(z))
    return a, h
