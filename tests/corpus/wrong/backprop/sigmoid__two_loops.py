# wrong: backprop.sigmoid: raises
# Rows and columns; a is a matrix, isn't it?
def sigmoid(a):
    rows, columns = a.shape
    h = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            h[i, j] = 1 / (1 + np.exp(-a[i, j]))
    return h
