# wrong: diagnostics.saturated_fraction: changes-its-arguments
# Bring tanh to the range of the sigmoid first (in place).
def saturated_fraction(h, activation, tol=0.01):
    if activation == "tanh":
        h += 1
        h /= 2
        tol = tol / 2
    return float(np.mean((h < tol) | (h > 1 - tol)))
