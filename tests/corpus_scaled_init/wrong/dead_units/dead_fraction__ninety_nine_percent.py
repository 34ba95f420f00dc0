# wrong: dead_units.dead_fraction: only-in-part | mean-for-all | any-for-all
# Practically dead: 99 % of the examples.
def dead_fraction(a):
    return float(np.mean(np.mean(a <= 0, axis=0) >= 0.99))
