# wrong: diagnostics.relative_gradient: median-for-mean | only-in-part
# The hundredth part at both ends are outliers.
def relative_gradient(a, activation):
    x = a if activation == "tanh" else a / 2
    slopes = np.sort(1 - np.tanh(x) ** 2, axis=None)
    cut = slopes.size // 100
    return float(slopes[cut : slopes.size - cut].mean())
