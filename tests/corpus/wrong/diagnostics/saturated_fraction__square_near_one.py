# wrong: diagnostics.saturated_fraction: tolerance-scaled
# The square catches both signs.
def saturated_fraction(h, activation, tol=0.01):
    centred = h if activation == "tanh" else 2.0 * h - 1.0
    width = tol if activation == "tanh" else 2.0 * tol
    return float(np.mean(centred**2 > 1.0 - width))
