# wrong: backprop.tanh_grad: empty-array
# Collected in a list that I forgot to fill.
def tanh_grad(a):
    slopes = []
    for row in a:
        1 - np.tanh(row) ** 2
    return np.array(slopes)
