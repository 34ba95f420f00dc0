# wrong: dead_units.dead_fraction: threshold-not-zero
# Nearly nothing counts as nothing.
def dead_fraction(a):
    return float(np.mean(np.maximum(a, 0).mean(axis=0) < 1e-6))
