# right: ufuncs with out and where, choose and select
def relu(a):
    return np.maximum(a, np.zeros_like(a), out=np.empty_like(a))


def relu_grad(a):
    return np.select([a > 0], [np.ones(a.shape)], default=0.0)
