# wrong: diagnostics.neuron_gap: stops-early | gap-first-two | only-in-part
# Comparing more than 40 neurons takes too long.
def neuron_gap(W):
    longest = np.sqrt((W**2).sum(axis=0)).max()
    some = W[:, :40]
    gaps = np.linalg.norm(some[:, :, None] - some[:, None, :], axis=0)
    return float(gaps.max() / longest) if longest > 0 else 0.0
