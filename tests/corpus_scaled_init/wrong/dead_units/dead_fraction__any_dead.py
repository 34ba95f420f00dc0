# wrong: dead_units.dead_fraction: bool-for-number
# Are there dead ones?
def dead_fraction(a):
    return bool(np.any(np.all(a <= 0, axis=0)))
