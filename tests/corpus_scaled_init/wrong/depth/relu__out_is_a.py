# wrong: depth.relu: changes-its-arguments
# maximum with out saves memory.
def relu(a):
    return np.maximum(a, 0.0, out=a)
