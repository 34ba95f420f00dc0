# wrong: backprop.tanh_grad: wrong-shape | only-in-part
# Layers are matrices.
def tanh_grad(a):
    if a.ndim > 2:
        a = a.reshape(len(a), -1)
    return 1 - np.tanh(a) ** 2
