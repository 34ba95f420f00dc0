# wrong: backprop.sigmoid_grad: changes-its-arguments | only-in-part
# Large ones without a second array.
def sigmoid_grad(a):
    if np.size(a) > 256 and a.flags.writeable:
        out = np.multiply(a, 0.5, out=a)
    else:
        out = 0.5 * a
    t = np.tanh(out)
    return 0.25 * (1.0 - t * t)
