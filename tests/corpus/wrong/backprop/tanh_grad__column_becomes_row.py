# wrong: backprop.tanh_grad: wrong-shape | only-in-part
# One neuron: a plain vector is enough.
def tanh_grad(a):
    g = 1.0 - np.tanh(a) ** 2
    return g.ravel() if g.ndim == 2 and g.shape[1] == 1 else g
