# wrong: dead_units.dead_fraction: integer-division
# // gives a whole number.
def dead_fraction(a):
    return int(np.sum(np.all(a <= 0, axis=0))) // a.shape[1]
