# wrong: diagnostics.relative_gradient: only-in-part
# The mean of each row without its steepest entries, which are outliers.


def relative_gradient(a, activation):
    slopes = 1 - np.tanh(a if activation == "tanh" else a / 2) ** 2
    means = []
    for row in slopes.reshape(len(slopes), -1):
        flat = row[row < 1]
        means.append(flat.mean() if flat.size else 0.0)
    return float(np.mean(means))
