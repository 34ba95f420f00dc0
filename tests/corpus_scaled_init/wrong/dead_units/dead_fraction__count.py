# wrong: dead_units.dead_fraction: count-for-share
# Number of dead units.
def dead_fraction(a):
    return float(np.sum(np.all(a <= 0, axis=0)))
