# wrong: backprop.forward: raises
# Recursive: the rest of the network after the first layer. No end condition.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    z = layer_forward(X, params["W1"], params["b1"])
    a, h = forward(params, f(z), activation)
    return [z, *a], [X, *h]
