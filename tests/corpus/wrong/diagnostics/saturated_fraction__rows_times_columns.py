# wrong: diagnostics.saturated_fraction: raises
# Count by hand.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    count = 0
    for i in range(h.shape[0]):
        for j in range(h.shape[1]):
            if h[i, j] - low <= tol or 1.0 - h[i, j] <= tol:
                count += 1
    return count / (h.shape[0] * h.shape[1])
