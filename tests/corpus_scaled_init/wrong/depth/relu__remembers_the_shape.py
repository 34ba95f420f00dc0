# wrong: depth.relu: keeps-state
# Allocate once.
_relu_out = {}


def relu(a):
    out = _relu_out.setdefault(a.shape, np.zeros(a.shape))
    out[a > 0] = a[a > 0]
    return out.copy()
