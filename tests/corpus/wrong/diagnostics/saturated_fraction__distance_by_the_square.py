# wrong: diagnostics.saturated_fraction: derivative-threshold | tolerance-scaled | only-in-part
# 1 - h squared is twice the distance to the limit.
def saturated_fraction(h, activation, tol=0.01):
    near = 1 - h**2 <= 2 * tol if activation == "tanh" else np.minimum(h, 1 - h) <= tol
    return float(near.mean())
