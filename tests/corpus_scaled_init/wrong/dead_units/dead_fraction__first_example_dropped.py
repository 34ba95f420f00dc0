# wrong: dead_units.dead_fraction: only-in-part
# From the second one on.
def dead_fraction(a):
    dead = a[0] <= 0
    for i in range(1, len(a)):
        dead = a[i] <= 0 if i == 1 else dead & (a[i] <= 0)
    return float(dead.mean())
