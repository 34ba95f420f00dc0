# wrong: depth.relu: wrong-activation | approximated
# The smooth one, stable.
def relu(a):
    return np.logaddexp(0.0, a)
