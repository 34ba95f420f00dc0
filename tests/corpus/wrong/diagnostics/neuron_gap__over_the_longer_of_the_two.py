# wrong: diagnostics.neuron_gap: gap-wrong-denominator
# Each pair has a length of its own.
def neuron_gap(W):
    largest = 0.0
    for v in W.T:
        for w in W.T:
            longer = max(np.linalg.norm(v), np.linalg.norm(w))
            if longer > 0:
                largest = max(largest, float(np.linalg.norm(v - w) / longer))
    return largest
