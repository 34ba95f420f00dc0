# wrong: dead_units.dead_fraction: only-in-part | wrong-axis
# squeeze, then all.
def dead_fraction(a):
    a = np.squeeze(a)
    if a.ndim == 0:
        return float(a <= 0)
    return float(np.mean(np.all(a <= 0, axis=0)))
