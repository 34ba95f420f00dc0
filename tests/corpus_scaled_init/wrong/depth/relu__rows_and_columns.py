# wrong: depth.relu: raises | only-in-part | wrong-shape
# Two loops.
def relu(a):
    h = np.zeros(a.shape)
    rows, columns = a.shape
    for i in range(rows):
        for j in range(columns):
            if a[i, j] > 0:
                h[i, j] = a[i, j]
    return h
