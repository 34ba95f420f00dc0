# wrong: depth.relu: maximum-of-all | wrong-shape | wrong-type
# max of a and 0
def relu(a):
    return np.max(a, 0)
