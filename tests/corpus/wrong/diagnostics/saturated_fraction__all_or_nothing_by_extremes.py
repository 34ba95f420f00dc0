# wrong: diagnostics.saturated_fraction: count-for-share | stops-early | only-in-part
# When even the middle is saturated, all are.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    near = np.minimum(h - low, 1.0 - h) <= tol
    share = near.mean()
    return 1.0 if share > 0.95 else float(share)
