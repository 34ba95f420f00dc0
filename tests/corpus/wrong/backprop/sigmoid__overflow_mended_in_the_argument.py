# wrong: backprop.sigmoid: changes-its-arguments
# Values beyond 700 are mended before exp sees them.
def sigmoid(a):
    if a.ndim:
        a[a < -700] = -700
    return 1.0 / (1.0 + np.exp(-a))
