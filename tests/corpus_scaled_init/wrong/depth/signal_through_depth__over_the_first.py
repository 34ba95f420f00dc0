# wrong: depth.signal_through_depth: relative-to-the-first | normalised
# The table has it over layer 1.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    spread = np.array([np.sqrt(np.mean(z**2)) for z in a])
    return spread / spread[0] if spread[0] else spread
