# right: 4 e^(-2|a|) / (1 + e^(-2|a|))²
def tanh_grad(a):
    e = np.exp(-2.0 * np.abs(a))
    return 4.0 * e / (1.0 + e) ** 2
