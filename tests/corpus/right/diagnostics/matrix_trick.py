# right: mean as a product with a vector of equal weights
def relative_gradient(a, activation):
    v = np.reshape(a, -1)
    weights = np.ones(v.size) / v.size
    if activation == "sigmoid":
        e = np.exp(-np.abs(v))
        return weights @ (4 * e / (1 + e) ** 2)
    return weights @ (1 - np.tanh(v) ** 2)
