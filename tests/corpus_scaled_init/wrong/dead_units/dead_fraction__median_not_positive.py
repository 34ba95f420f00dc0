# wrong: dead_units.dead_fraction: mean-for-all | any-for-all
# Not positive in most cases.
def dead_fraction(a):
    return float(np.mean(np.median(a, axis=0) <= 0))
