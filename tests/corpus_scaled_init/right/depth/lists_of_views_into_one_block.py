# right: Every layer is a part of one block; no two overlap.
def forward_deep(params, X, activation):
    L, m = len(params) // 2, len(X)
    widest = max(params[f"b{k}"].size for k in range(1, L + 1))
    A, H = np.empty((L, m, widest)), np.empty((L, m, widest))
    f = {"linear": lambda z: z, "tanh": np.tanh, "relu": relu}[activation]
    h = X
    for k in range(L):
        n = params[f"b{k + 1}"].size
        A[k, :, :n] = h @ params[f"W{k + 1}"] + params[f"b{k + 1}"]
        H[k, :, :n] = f(A[k, :, :n])
        h = H[k, :, :n]
    sizes = [params[f"b{k}"].size for k in range(1, L + 1)]
    return [A[k, :, :n] for k, n in enumerate(sizes)], [X] + [H[k, :, :n] for k, n in enumerate(sizes)]
