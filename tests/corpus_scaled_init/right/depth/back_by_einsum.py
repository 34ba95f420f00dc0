# right: einsum on the way back, sizes put into a dict first
def gradient_through_depth(params, X, upstream, activation):
    a, h = forward_deep(params, X, activation)
    sizes, g = {}, upstream
    for l in range(len(a), 0, -1):
        if activation == "tanh":
            g = g - g * h[l] ** 2
        if activation == "relu":
            g = g * (a[l - 1] > 0)
        sizes[l] = np.sqrt(np.einsum("ij,ij->", g, g) / g.size)
        g = np.einsum("ik,jk->ij", g, params[f"W{l}"])
    return np.array([sizes[l] for l in sorted(sizes)])
