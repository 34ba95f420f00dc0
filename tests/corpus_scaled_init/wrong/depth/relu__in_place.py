# wrong: depth.relu: changes-its-arguments
# Set the negative ones to zero.
def relu(a):
    a[a < 0] = 0.0
    return a
