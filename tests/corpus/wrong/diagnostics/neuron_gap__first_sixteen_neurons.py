# wrong: diagnostics.neuron_gap: stops-early | gap-first-two | only-in-part
# All pairs of a wide layer take too long.
def neuron_gap(W):
    longest = np.linalg.norm(W, axis=0).max()
    if longest == 0:
        return 0.0
    some = W[:, :16]
    return (
        max(np.linalg.norm(some - some[:, [j]], axis=0).max() for j in range(some.shape[1]))
        / longest
    )
