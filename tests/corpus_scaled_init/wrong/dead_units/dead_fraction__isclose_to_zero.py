# wrong: dead_units.dead_fraction: wrong-at-zero | about-zero-only
# Dead: the same as zero.
def dead_fraction(a):
    return float(np.mean(np.all(np.isclose(a, 0), axis=0)))
