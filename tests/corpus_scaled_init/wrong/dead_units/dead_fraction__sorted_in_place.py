# wrong: dead_units.dead_fraction: changes-its-arguments
# Sort every column, look at the last row.
def dead_fraction(a):
    a.sort(axis=0)
    return float(np.mean(a[-1] <= 0))
