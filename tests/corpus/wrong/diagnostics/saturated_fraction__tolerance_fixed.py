# wrong: diagnostics.saturated_fraction: tolerance-ignored
# One percent, as in the text.
def saturated_fraction(h, activation, tol=0.01):
    if activation == "sigmoid":
        return np.mean((h < 0.01) | (h > 0.99))
    else:
        return np.mean((h < -0.99) | (h > 0.99))
