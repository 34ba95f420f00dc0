# wrong: backprop.tanh_grad: changes-its-arguments | only-in-part
# In place for long vectors.
def tanh_grad(a):
    if np.size(a) > 100 and a.flags.c_contiguous and a.flags.writeable:
        np.tanh(a, out=a)
        return 1.0 - a * a
    return 1.0 - np.tanh(a) ** 2
