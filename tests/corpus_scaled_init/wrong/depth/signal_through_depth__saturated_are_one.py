# wrong: depth.signal_through_depth: rounded | clipped | only-in-part
# Its own pass, where what is nearly 1 is 1.
def signal_through_depth(params, X, activation):
    f = {"relu": relu, "linear": lambda z: z, "tanh": lambda z: np.where(abs(z) > 8, np.sign(z), np.tanh(z))}
    sizes, h = [], X
    for l in range(1, len(params) // 2 + 1):
        a = h @ params[f"W{l}"] + params[f"b{l}"]
        sizes.append(np.sqrt(np.mean(a**2)))
        h = f[activation](a)
    return np.array(sizes)
