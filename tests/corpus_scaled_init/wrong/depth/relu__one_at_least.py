# wrong: depth.relu: threshold-not-zero
# Cut at one.
def relu(a):
    return np.where(a > 1.0, a, 0.0)
