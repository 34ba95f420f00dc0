# wrong: dead_units.dead_fraction: divides-by-examples | count-for-share
# Over the number of entries.
def dead_fraction(a):
    return float(np.sum(np.all(a <= 0, axis=0)) / a.size)
