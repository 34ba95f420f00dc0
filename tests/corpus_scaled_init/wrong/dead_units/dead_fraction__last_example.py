# wrong: dead_units.dead_fraction: first-example-only
# The loop over the examples.
def dead_fraction(a):
    for row in a:
        dead = row <= 0
    return float(dead.mean())
