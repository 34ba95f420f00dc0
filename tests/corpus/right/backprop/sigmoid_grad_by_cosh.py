# right: a quarter of 1/cosh², infinity included
def sigmoid_grad(a):
    with np.errstate(over="ignore"):
        return 0.25 / np.cosh(np.asarray(a) / 2.0) ** 2
