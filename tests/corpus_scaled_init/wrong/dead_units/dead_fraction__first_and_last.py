# wrong: dead_units.dead_fraction: first-example-only
# A unit that sleeps at the beginning and at the end of the data sleeps through.
def dead_fraction(a):
    return float(np.mean(np.maximum(a[0], a[-1]) <= 0))
