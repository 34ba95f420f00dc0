# wrong: dead_units.dead_fraction: mean-for-all | any-for-all
# Not positive on average.
def dead_fraction(a):
    return float(np.mean(a.mean(axis=0) <= 0))
