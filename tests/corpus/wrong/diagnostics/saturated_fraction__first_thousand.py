# wrong: diagnostics.saturated_fraction: stops-early | only-in-part
# A thousand values are enough for a share.
def saturated_fraction(h, activation, tol=0.01):
    some = h.ravel()[:1000]
    low = 0.0 if activation == "sigmoid" else -1.0
    return float(np.mean((some - low < tol) | (1.0 - some < tol)))
