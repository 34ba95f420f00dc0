# wrong: diagnostics.saturated_fraction: changes-its-arguments
# For tanh both ends at once.
def saturated_fraction(h, activation, tol=0.01):
    if activation == "tanh":
        np.abs(h, out=h)
        return float(np.mean(h > 1 - tol))
    return float(np.mean((h < tol) | (h > 1 - tol)))
