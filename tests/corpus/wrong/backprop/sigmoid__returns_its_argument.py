# wrong: backprop.sigmoid: changes-its-arguments | returns-shared-array
# Overwrite a with the answer, entry by entry.
def sigmoid(a):
    for index in np.ndindex(a.shape):
        a[index] = 1 / (1 + np.exp(-a[index]))
    return a
