# wrong: depth.relu: wrong-shape | wrong-axis | maximum-over-axis | wrong-type
# max of a and 0
def relu(a):
    return np.max(a, 0)
