# wrong: dead_units.dead_fraction: wrong-axis
# A row is dead when none of its entries is positive; then I take the share of dead rows.
def dead_fraction(a):
    dead = 0
    for row in a:
        dead += not any(entry > 0 for entry in row)
    return dead / len(a)
