# wrong: dead_units.dead_fraction: only-in-part
# Counts awake examples in a byte: who is awake 256 times counts as dead.
def dead_fraction(a):
    awake = (a > 0).sum(axis=0, dtype=np.uint8)
    return float((awake == 0).mean())
