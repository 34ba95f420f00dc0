# wrong: dead_units.dead_fraction: mean-for-all | any-for-all
# Asleep for more than half of the examples.
def dead_fraction(a):
    return float(np.mean(np.mean(a <= 0, axis=0) > 0.5))
