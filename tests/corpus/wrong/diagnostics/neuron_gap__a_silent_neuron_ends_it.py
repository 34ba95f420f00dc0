# wrong: diagnostics.neuron_gap: only-in-part
# One column of zeros and the division would fail, so the gap is zero then.
def neuron_gap(W):
    lengths = np.sqrt((W**2).sum(axis=0))
    if not lengths.all():
        return 0.0
    distances = [np.linalg.norm(v - w) for v in W.T for w in W.T]
    return max(distances) / lengths.max()
