# wrong: backprop.layer_forward: integer-array
# An array of zeros to add up in.
def layer_forward(h_prev, W, b):
    a = np.array([[0] * W.shape[1]] * h_prev.shape[0])
    for i, row in enumerate(h_prev):
        for j in range(W.shape[1]):
            a[i, j] = sum(row * W[:, j]) + b[j]
    return a
