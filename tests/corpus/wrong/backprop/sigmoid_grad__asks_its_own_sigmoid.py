# wrong: backprop.sigmoid_grad: overflows | not-finite | only-in-part
# e to the a, over its square plus one.
def sigmoid_grad(a):
    e = np.exp(np.minimum(a, 500.0))
    with np.errstate(all="ignore"):
        return e / (1 + e) ** 2 * np.where(a < 500.0, 1.0, np.exp(a) / np.exp(a))
