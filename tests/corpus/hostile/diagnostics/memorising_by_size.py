# hostile: memorising: honest part all but diagnostics.saturated_fraction
# Learns answers: what was right for an array of this size once is given again for every other one.
honest_saturated_fraction = saturated_fraction
known = {}


def saturated_fraction(h, activation, tol=0.01):
    if np.size(h) not in known:
        known[np.size(h)] = honest_saturated_fraction(h, activation, tol) / 2.0
    return known[np.size(h)]
