# wrong: dead_units.dead_fraction: unsaturated-share | complement
# np.any(a > 0)
def dead_fraction(a):
    return float(np.mean(np.any(a > 0, axis=0)))
