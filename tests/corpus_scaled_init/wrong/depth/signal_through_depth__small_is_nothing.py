# wrong: depth.signal_through_depth: small-set-to-zero
# What is below 1e-8 is taken for noise.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    s = np.array([np.sqrt(np.mean(z**2)) for z in a])
    s[s < 1e-8] = 0.0
    return s
