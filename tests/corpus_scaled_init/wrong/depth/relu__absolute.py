# wrong: depth.relu: wrong-activation | absolute-values
# Makes everything positive.
def relu(a):
    return np.abs(a)
