# wrong: backprop.sigmoid_grad: clipped | approximated | only-in-part
# Out there it is flat.
def sigmoid_grad(a):
    e = np.exp(-np.abs(a))
    return np.where(np.abs(a) > 20, 0.0, e / (1 + e) ** 2)
