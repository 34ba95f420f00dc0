# wrong: depth.forward_deep: rounded | clipped | only-in-part
# What is within a millionth of the limit is there.
def forward_deep(params, X, activation):
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        if activation == "tanh":
            out = np.tanh(a[-1])
            h.append(np.where(np.abs(out) > 1 - 1e-6, np.sign(out), out))
        else:
            h.append(relu(a[-1]) if activation == "relu" else a[-1].copy())
    return a, h
