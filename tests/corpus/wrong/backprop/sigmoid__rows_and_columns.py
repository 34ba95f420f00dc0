# wrong: backprop.sigmoid: raises
# Neuron by neuron.
import math


def sigmoid(a):
    h = np.empty(a.shape)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            h[i, j] = 0.5 + 0.5 * math.tanh(a[i, j] / 2)
    return h
