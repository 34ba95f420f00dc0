# right: two loops, counted by hand, a plain number
def dead_fraction(a):
    m, units = a.shape
    dead = 0
    for j in range(units):
        for i in range(m):
            if a[i, j] > 0:
                break
        else:
            dead += 1
    return dead / units
