# wrong: backprop.forward: layers-in-name-order
# Layer after layer, in order.
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    a, h = [], [X]
    for name in sorted(params):
        if name.startswith("W"):
            a.append(h[-1] @ params[name] + params["b" + name[1:]])
            h.append(f(a[-1]))
    h[-1] = a[-1]
    return a, h
