# wrong: dead_units.dead_fraction: share-of-entries
# How many are not positive.
def dead_fraction(a):
    return float(np.mean(a <= 0))
