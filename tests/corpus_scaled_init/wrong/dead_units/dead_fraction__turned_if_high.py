# wrong: dead_units.dead_fraction: only-in-part | wrong-axis
# Units are the longer side.
def dead_fraction(a):
    if a.shape[0] > a.shape[1]:
        a = a.T
    return float(np.mean(np.all(a <= 0, axis=0)))
