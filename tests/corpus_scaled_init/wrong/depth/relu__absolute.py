# wrong: depth.relu: absolute-value
# Makes everything positive.
def relu(a):
    return np.abs(a)
