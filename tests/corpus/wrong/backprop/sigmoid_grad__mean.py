# wrong: backprop.sigmoid_grad: derivative-averaged
# One slope per neuron: the mean over the examples.
def sigmoid_grad(a):
    h = sigmoid(a)
    slope = h * (1 - h)
    return np.ones_like(a) * slope.mean(axis=0)
