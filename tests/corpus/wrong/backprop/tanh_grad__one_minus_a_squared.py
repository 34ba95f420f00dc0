# wrong: backprop.tanh_grad: a-one-minus-a | derivative-at-activation
# 1 - h^2 with h = a.
def tanh_grad(a):
    return 1 - a**2
