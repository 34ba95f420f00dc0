# wrong: backprop.sigmoid_grad: changes-its-arguments | only-in-part
# The slope is even, so signs may go.
def sigmoid_grad(a):
    size = np.abs(a, out=a) if a.ndim == 1 else np.abs(a)
    e = np.exp(-size)
    return e / (1 + e) ** 2
