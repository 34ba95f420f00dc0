# wrong: dead_units.dead_fraction: only-at-zero | activation-for-pre-activation
# A dead unit hands on 0.
def dead_fraction(a):
    return float(np.mean(np.all(a == 0, axis=0)))
