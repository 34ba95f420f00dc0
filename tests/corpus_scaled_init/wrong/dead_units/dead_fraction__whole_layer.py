# wrong: dead_units.dead_fraction: integer-division
# Is the largest positive?
def dead_fraction(a):
    return 0.0 if np.max(a) > 0 else 1.0
