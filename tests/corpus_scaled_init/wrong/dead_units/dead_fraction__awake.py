# wrong: dead_units.dead_fraction: awake-share
# np.any(a > 0)
def dead_fraction(a):
    return float(np.mean(np.any(a > 0, axis=0)))
