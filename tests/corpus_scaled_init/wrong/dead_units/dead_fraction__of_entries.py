# wrong: dead_units.dead_fraction: entries-for-units
# How many are not positive.
def dead_fraction(a):
    return float(np.mean(a <= 0))
