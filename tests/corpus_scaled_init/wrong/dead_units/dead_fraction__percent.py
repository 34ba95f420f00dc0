# wrong: dead_units.dead_fraction: percent-for-share
# In percent, as the table.
def dead_fraction(a):
    return 100.0 * float(np.mean(np.all(a <= 0, axis=0)))
