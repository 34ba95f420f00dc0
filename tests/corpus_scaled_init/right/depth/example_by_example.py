# right: one example after the other, through lists of rows
def forward_deep(params, X, activation):
    f = {"linear": np.array, "tanh": np.tanh, "relu": relu}[activation]
    L = len(params) // 2
    a_rows, h_rows = [[] for _ in range(L)], [[] for _ in range(L)]
    for x in X:
        h = x
        for l in range(L):
            a = h @ params["W" + str(l + 1)] + params["b" + str(l + 1)]
            h = f(a)
            a_rows[l].append(a)
            h_rows[l].append(h)
    return [np.array(rows) for rows in a_rows], [X.copy()] + [np.array(rows) for rows in h_rows]
