# wrong: depth.relu: wrong-activation
# A smooth corner.
def relu(a):
    return np.logaddexp(0.0, 50.0 * a) / 50.0
