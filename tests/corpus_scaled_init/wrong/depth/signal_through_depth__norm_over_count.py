# wrong: depth.signal_through_depth: root-over-part
# The count stands outside the root.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.linalg.norm(z) / z.size for z in a])
