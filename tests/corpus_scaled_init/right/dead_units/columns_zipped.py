# right: zip(*rows), all and sum of Python
def dead_fraction(a):
    columns = list(zip(*a.tolist()))
    return sum(all(x <= 0 for x in column) for column in columns) / len(columns)
