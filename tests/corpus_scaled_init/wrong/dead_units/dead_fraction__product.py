# wrong: dead_units.dead_fraction: any-for-all
# Product of the activations.
def dead_fraction(a):
    h = np.where(a > 0, 1.0, 0.0)
    return float(np.mean(np.prod(h, axis=0) == 0))
