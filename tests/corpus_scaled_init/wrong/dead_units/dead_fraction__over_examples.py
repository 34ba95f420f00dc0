# wrong: dead_units.dead_fraction: divides-by-examples | count-for-share
# len(a)
def dead_fraction(a):
    return float(np.sum(np.all(a <= 0, axis=0)) / len(a))
