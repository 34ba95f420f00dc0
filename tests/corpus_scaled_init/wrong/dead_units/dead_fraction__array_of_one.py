# wrong: dead_units.dead_fraction: wrong-type | wrong-shape
# keepdims
def dead_fraction(a):
    return np.mean(np.all(a <= 0, axis=0), keepdims=True)
