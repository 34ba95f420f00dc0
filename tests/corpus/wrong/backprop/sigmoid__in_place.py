# wrong: backprop.sigmoid: changes-its-arguments
# Saves memory.
def sigmoid(a):
    np.negative(a, out=a)
    np.exp(a, out=a)
    a += 1
    return 1 / a
