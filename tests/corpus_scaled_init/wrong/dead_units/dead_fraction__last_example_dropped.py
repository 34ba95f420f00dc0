# wrong: dead_units.dead_fraction: only-in-part
# range(m - 1)
def dead_fraction(a):
    dead = np.ones(a.shape[1], dtype=bool)
    for i in range(max(len(a) - 1, 1)):
        dead &= a[i] <= 0
    return float(dead.mean())
