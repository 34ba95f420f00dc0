# wrong: dead_units.dead_fraction: activation-for-pre-activation | about-zero-only | wrong-at-zero
# A dead unit hands on 0.
def dead_fraction(a):
    return float(np.mean(np.all(a == 0, axis=0)))
