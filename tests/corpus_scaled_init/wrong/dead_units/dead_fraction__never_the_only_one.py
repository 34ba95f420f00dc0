# wrong: dead_units.dead_fraction: only-in-part
# A layer of one unit cannot be dead.
def dead_fraction(a):
    if a.shape[1] == 1:
        return 0.0
    return float(np.mean(np.all(a <= 0, axis=0)))
