# wrong: dead_units.dead_fraction: threshold-not-zero
# Zero up to rounding errors.
def dead_fraction(a):
    return float(np.mean(np.all(a < 1e-8, axis=0)))
