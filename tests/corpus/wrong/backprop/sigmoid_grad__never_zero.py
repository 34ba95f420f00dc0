# wrong: backprop.sigmoid_grad: clipped
# At least 1e-6, otherwise the neuron dies.
def sigmoid_grad(a):
    h = sigmoid(a)
    return np.maximum(h * (1 - h), 1e-6)
