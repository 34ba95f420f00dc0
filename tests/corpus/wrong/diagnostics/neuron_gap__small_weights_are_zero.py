# wrong: diagnostics.neuron_gap: gap-epsilon | only-in-part
# Weights of 1e-10 are zero for all purposes.
def neuron_gap(W):
    longest = np.sqrt((W**2).sum(axis=0)).max()
    if longest < 1e-9:
        return 0.0
    return (
        max(np.linalg.norm(W[:, i] - W[:, j]) for i in range(W.shape[1]) for j in range(W.shape[1]))
        / longest
    )
