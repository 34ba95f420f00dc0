# wrong: depth.relu_grad: only-in-part
# np.gradient is a difference of neighbours.
def relu_grad(a):
    h = relu(a)
    out = np.zeros(a.shape)
    if a.ndim and a.shape[-1] > 1:
        out = np.gradient(h, axis=-1)
    return out
