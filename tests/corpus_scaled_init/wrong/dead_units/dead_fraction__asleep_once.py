# wrong: dead_units.dead_fraction: any-for-all
# Asleep for some example.
def dead_fraction(a):
    return float(np.mean(np.any(a <= 0, axis=0)))
