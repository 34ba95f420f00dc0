# wrong: diagnostics.neuron_gap: gap-wrong-denominator
# Each pair is divided by the longer of its own two columns.
def neuron_gap(W):
    best = 0.0
    for u in W.T:
        for v in W.T:
            longer = max(np.linalg.norm(u), np.linalg.norm(v))
            if longer > 0:
                best = max(best, np.linalg.norm(u - v) / longer)
    return best
