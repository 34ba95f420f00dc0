# wrong: diagnostics.saturated_fraction: raises
# Two loops, so h must be a matrix.
def saturated_fraction(h, activation, tol=0.01):
    low = 0 if activation == "sigmoid" else -1
    m, n = h.shape
    count = 0
    for i in range(m):
        for j in range(n):
            if abs(h[i, j] - low) < tol or abs(h[i, j] - 1) < tol:
                count += 1
    return count / (m * n)
