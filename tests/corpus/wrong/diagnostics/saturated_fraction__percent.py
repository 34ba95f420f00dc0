# wrong: diagnostics.saturated_fraction: percent-for-share
# In percent.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return 100 * float(np.mean((h < low + tol) | (h > 1 - tol)))
