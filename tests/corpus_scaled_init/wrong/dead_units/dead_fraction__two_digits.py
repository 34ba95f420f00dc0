# wrong: dead_units.dead_fraction: rounded
# Rounded as in the table.
def dead_fraction(a):
    return round(float(np.mean(np.all(a <= 0, axis=0))), 2)
