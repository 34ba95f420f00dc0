# wrong: diagnostics.relative_gradient: changes-its-arguments
# np.tanh(a, out=a) and the like.
def relative_gradient(a, activation):
    if activation == "tanh":
        np.tanh(a, out=a)
        return float(np.mean(1 - a * a))
    a *= -1
    h = 1 / (1 + np.exp(a))
    return float(np.mean(4 * h * (1 - h)))
