# wrong: dead_units.dead_fraction: first-example-only
# Look at the first row.
def dead_fraction(a):
    return float(np.mean(a[0] <= 0))
