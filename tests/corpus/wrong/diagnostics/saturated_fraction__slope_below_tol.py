# wrong: diagnostics.saturated_fraction: derivative-threshold
# Saturated: the slope is smaller than tol.
def saturated_fraction(h, activation, tol=0.01):
    slope = h * (1 - h) if activation == "sigmoid" else 1 - h**2
    return float(np.mean(slope < tol))
