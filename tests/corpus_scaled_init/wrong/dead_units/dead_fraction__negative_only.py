# wrong: dead_units.dead_fraction: zero-counts-as-awake | wrong-at-zero
# Negative for all examples.
def dead_fraction(a):
    return float(np.mean(np.all(a < 0, axis=0)))
