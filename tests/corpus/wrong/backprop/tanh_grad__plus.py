# wrong: backprop.tanh_grad: plus-for-minus
# The trigonometric one: tan' = 1 + tan^2.
def tanh_grad(a):
    return 1 + np.tanh(a) ** 2
