# right: The rest of the zeros is there already.
def gradient_through_depth(params, X, upstream, activation):
    a, h = forward_deep(params, X, activation)
    sizes, back = np.zeros(len(a)), upstream
    for i in reversed(range(len(a))):
        if activation == "tanh":
            back = back * (1.0 - h[i + 1]) * (1.0 + h[i + 1])
        elif activation == "relu":
            back = np.where(h[i + 1] > 0, back, 0.0)
        if not np.any(back):
            break
        sizes[i] = np.linalg.norm(back) / back.size**0.5
        back = back @ params[f"W{i + 1}"].T
    return sizes
