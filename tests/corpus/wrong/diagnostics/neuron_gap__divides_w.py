# wrong: diagnostics.neuron_gap: changes-its-arguments
# W /= largest, then the distances are relative already.
def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    if largest == 0:
        return 0.0
    W /= largest
    return float(max(np.linalg.norm(u - v) for u in W.T for v in W.T))
