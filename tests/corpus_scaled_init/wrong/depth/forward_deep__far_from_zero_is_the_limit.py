# wrong: depth.forward_deep: clipped | only-in-part
# Beyond ten there is nothing left to compute.
def forward_deep(params, X, activation):
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z = h[-1] @ params[f"W{l}"] + params[f"b{l}"]
        a.append(z)
        if activation == "tanh":
            h.append(np.where(abs(z) > 10, np.sign(z), np.tanh(np.clip(z, -10, 10))))
        else:
            h.append(np.maximum(z, 0.0) if activation == "relu" else 1.0 * z)
    return a, h
