# wrong: dead_units.dead_fraction: wrong-type | wrong-shape | bool-for-number
# Which units are dead.
def dead_fraction(a):
    return np.all(a <= 0, axis=0)
