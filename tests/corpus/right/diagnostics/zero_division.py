# right: python floats and an except for the division by zero
def neuron_gap(W):
    columns = [W[:, j] for j in range(W.shape[1])]
    length = lambda v: float(np.sqrt(v @ v))
    try:
        return max(length(p - q) for p in columns for q in columns) / max(map(length, columns))
    except ZeroDivisionError:
        return 0.0
