# wrong: dead_units.dead_fraction: wrong-axis
# All of a row.
def dead_fraction(a):
    return float(np.mean(np.all(a <= 0, axis=1)))
