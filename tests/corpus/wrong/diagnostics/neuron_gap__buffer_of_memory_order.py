# wrong: diagnostics.neuron_gap: depends-on-memory-layout
# Columns cut from the flat array.
def neuron_gap(W):
    flat = W.ravel(order="K")
    columns = [flat[j :: W.shape[1]] for j in range(W.shape[1])]
    longest = max(np.linalg.norm(c) for c in columns)
    if longest == 0:
        return 0.0
    return max(np.linalg.norm(c - d) for c in columns for d in columns) / longest
