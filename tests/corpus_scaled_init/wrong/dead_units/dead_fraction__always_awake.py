# wrong: dead_units.dead_fraction: any-for-all
# Alive for all.
def dead_fraction(a):
    return float(1 - np.mean(np.all(a > 0, axis=0)))
