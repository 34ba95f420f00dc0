# wrong: depth.gradient_through_depth: derivative-missing
# Back through the weights.
def gradient_through_depth(params, X, upstream, activation):
    g, sizes = upstream, []
    for l in range(len(params) // 2, 0, -1):
        sizes.insert(0, np.sqrt(np.mean(g**2)))
        g = g @ params[f"W{l}"].T
    return np.array(sizes)
