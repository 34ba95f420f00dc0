# wrong: backprop.forward: stops-early | lists-too-short | only-in-part
# Nobody has more.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    for d in "123456789":
        if "W" + d in params:
            a.append(layer_forward(h[-1], params["W" + d], params["b" + d]))
            h.append(f(a[-1]))
    h[-1] = a[-1]
    return a, h
