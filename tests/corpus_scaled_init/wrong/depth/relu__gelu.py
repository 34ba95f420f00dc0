# wrong: depth.relu: wrong-activation
# GELU, by tanh.
def relu(a):
    return 0.5 * a * (1.0 + np.tanh(np.sqrt(2.0 / np.pi) * (a + 0.044715 * a**3)))
