# wrong: backprop.tanh_grad: raises
# Column by column.
def tanh_grad(a):
    slope = np.empty(a.shape)
    for j in range(a.shape[1]):
        slope[:, j] = 1 - np.tanh(a[:, j]) ** 2
    return slope
