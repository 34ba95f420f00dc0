# wrong: dead_units.dead_fraction: changes-its-arguments
# Through ReLU first.
def dead_fraction(a):
    np.maximum(a, 0.0, out=a)
    return float(np.mean(np.all(a == 0, axis=0)))
