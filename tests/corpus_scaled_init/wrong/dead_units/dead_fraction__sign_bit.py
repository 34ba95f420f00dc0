# wrong: dead_units.dead_fraction: zero-counts-as-awake | wrong-at-zero
# Negative numbers have the sign bit.
def dead_fraction(a):
    return float(np.mean(np.all(np.signbit(a), axis=0)))
