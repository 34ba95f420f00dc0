# right: clip without an upper bound, heaviside for the slope
def relu(a):
    return np.clip(a, 0.0, None)


def relu_grad(a):
    return np.heaviside(a, 0.0)
