# wrong: depth.relu_grad: keeps-state | returns-shared-array | arrays-shared
# One array for each shape.
_relu_slopes = {}


def relu_grad(a):
    slopes = _relu_slopes.setdefault(a.shape, np.empty(a.shape))
    slopes[...] = a > 0
    return slopes
