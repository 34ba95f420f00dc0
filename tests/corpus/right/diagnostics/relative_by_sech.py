# right: 1/cosh² for both, one at half the argument
def relative_gradient(a, activation):
    x = a if activation == "tanh" else 0.5 * a
    with np.errstate(over="ignore"):
        return np.mean(np.cosh(x) ** -2.0)
