# wrong: depth.relu: wrong-activation
# a times sigmoid
def relu(a):
    return a * 0.5 * (1.0 + np.tanh(a / 2.0))
