# wrong: backprop.tanh_grad: overflows | not-finite
# With exponentials.
def tanh_grad(a):
    e = np.exp(2.0 * a)
    return 4.0 * e / (e + 1.0) ** 2
