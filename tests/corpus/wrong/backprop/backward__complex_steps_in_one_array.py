# wrong: backprop.backward: a-pass-for-each-parameter | finite-differences
# One row for each parameter, each moved by a tiny imaginary step; one pass for all of them.
def backward(params, a, h, y, activation):
    flat = np.concatenate([p.ravel() for p in params.values()])
    moved = flat + 1e-30j * np.eye(flat.size)
    many, start = {}, 0
    for name, p in params.items():
        many[name] = moved[:, start : start + p.size].reshape(-1, *p.shape)
        start += p.size
    out = h[0][None]
    for l in range(1, len(a) + 1):
        out = np.matmul(out, many[f"W{l}"]) + many[f"b{l}"][:, None, :]
        if l < len(a):
            out = np.tanh(out) if activation == "tanh" else 0.5 + 0.5 * np.tanh(out / 2)
    slopes = (0.5 * ((out - y) ** 2).sum(axis=(1, 2)) / len(y)).imag / 1e-30
    cuts = np.cumsum([p.size for p in params.values()])[:-1]
    parts = np.split(slopes, cuts)
    return {name: part.reshape(p.shape) for (name, p), part in zip(params.items(), parts)}
