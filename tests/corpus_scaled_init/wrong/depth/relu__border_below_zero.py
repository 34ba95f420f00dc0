# wrong: depth.relu: threshold-not-zero
# A tolerance in the comparison.
def relu(a):
    return np.where(a > -1e-9, a, 0.0)
