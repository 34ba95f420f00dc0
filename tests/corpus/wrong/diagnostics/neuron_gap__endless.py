# wrong: diagnostics.neuron_gap: hangs
# Forgot to count j up when the pair is not a new record.
def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    if largest == 0:
        return 0.0
    record = 0.0
    for i in range(W.shape[1]):
        j = 0
        while j < W.shape[1]:
            gap = np.linalg.norm(W[:, i] - W[:, j])
            if gap > record:
                record = gap
                j += 1
    return record / largest
