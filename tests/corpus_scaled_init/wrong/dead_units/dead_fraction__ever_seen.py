# wrong: dead_units.dead_fraction: keeps-state
# A unit that was awake once lives.
_awake = {}


def dead_fraction(a):
    seen = _awake.setdefault(a.shape[1], np.zeros(a.shape[1], dtype=bool))
    seen |= np.any(a > 0, axis=0)
    return float(np.mean(~seen))
