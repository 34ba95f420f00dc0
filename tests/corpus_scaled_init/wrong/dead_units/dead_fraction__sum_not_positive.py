# wrong: dead_units.dead_fraction: mean-for-all | any-for-all | sum-for-mean
# Sum of the activations is zero.
def dead_fraction(a):
    return float(np.mean(a.sum(axis=0) <= 0.0))
