# wrong: backprop.forward: lists-too-short | raises
# One hidden layer, written out.
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    a1 = X @ params["W1"] + params["b1"]
    h1 = f(a1)
    a2 = h1 @ params["W2"] + params["b2"]
    return [a1, a2], [X, h1, a2]
