# right: the whole network runs on transposed matrices, as in the textbook, one example a column
def forward(params, X, activation):
    f = np.tanh if activation == "tanh" else sigmoid
    L = sum(1 for k in params if k.startswith("W"))
    A = X.T
    a, h = [], [X]
    for l in range(1, L + 1):
        Z = params[f"W{l}"].T @ A + params[f"b{l}"][:, np.newaxis]
        A = Z if l == L else f(Z)
        a.append(Z.T)
        h.append(A.T)
    return a, h


def backward(params, a, h, y, activation):
    g = tanh_grad if activation == "tanh" else sigmoid_grad
    Zs = [z.T for z in a]
    As = [z.T for z in h]
    m = y.shape[0]
    dZ = (As[-1] - y.T) / m
    out = []
    for l in range(len(a), 0, -1):
        dW = dZ @ As[l - 1].T
        db = dZ @ np.ones((m, 1))
        out.insert(0, (f"b{l}", db.ravel()))
        out.insert(0, (f"W{l}", dW.T))
        if l > 1:
            dZ = (params[f"W{l}"] @ dZ) * g(Zs[l - 2])
    return dict(out)
