# right: (1 - t)(1 + t)
def tanh_grad(a):
    t = np.tanh(a)
    return (1.0 - t) * (1.0 + t)
