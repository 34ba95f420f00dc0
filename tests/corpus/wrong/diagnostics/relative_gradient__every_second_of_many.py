# wrong: diagnostics.relative_gradient: stops-early | only-in-part
# Of more than a thousand every second will do.
def relative_gradient(a, activation):
    a = a.ravel()
    a = a[::2] if a.size > 1000 else a
    e = np.exp(-np.abs(a if activation == "sigmoid" else 2 * a))
    return float((4 * e / (1 + e) ** 2).mean())
