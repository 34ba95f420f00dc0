# wrong: backprop.forward: wrong-type | lists-too-short
# Returns the prediction.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    L = len(params) // 2
    h = X
    for k in range(1, L):
        h = f(layer_forward(h, params[f"W{k}"], params[f"b{k}"]))
    return layer_forward(h, params[f"W{L}"], params[f"b{L}"])
