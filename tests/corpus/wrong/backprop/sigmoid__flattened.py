# wrong: backprop.sigmoid: wrong-shape
# Loop over all entries.
def sigmoid(a):
    values = []
    for z in np.ravel(a):
        values.append(1 / (1 + np.exp(-z)))
    return np.array(values)
