# wrong: depth.relu: wrong-activation
# The smooth one, stable.
def relu(a):
    return np.logaddexp(0.0, a)
