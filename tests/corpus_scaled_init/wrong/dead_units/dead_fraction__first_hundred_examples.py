# wrong: dead_units.dead_fraction: only-in-part | first-example-only
# A sample of the examples is enough.
def dead_fraction(a):
    return float(np.mean(np.all(a[:100] <= 0, axis=0)))
