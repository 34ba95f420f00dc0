# wrong: diagnostics.neuron_gap: gap-signed
# Sum of the differences; plus and minus cancel.
def neuron_gap(W):
    scale = np.sqrt((W**2).sum(axis=0)).max()
    if scale == 0:
        return 0.0
    totals = W.sum(axis=0)
    return float((totals.max() - totals.min()) / scale)
