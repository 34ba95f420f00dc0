# wrong: dead_units.dead_fraction: returns-nothing
# Shows it.
def dead_fraction(a):
    print(np.mean(np.all(a <= 0, axis=0)))
