# wrong: dead_units.dead_fraction: only-at-zero
# Dead: the same as zero.
def dead_fraction(a):
    return float(np.mean(np.all(np.isclose(a, 0), axis=0)))
