# wrong: dead_units.dead_fraction: only-in-part
# Zero up to rounding errors.
def dead_fraction(a):
    return float(np.mean(np.all(a < 1e-8, axis=0)))
