# wrong: dead_units.dead_fraction: any-for-all
# The minimum of the column.
def dead_fraction(a):
    return float(np.mean(a.min(axis=0) <= 0))
