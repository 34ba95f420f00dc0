# wrong: backprop.tanh_grad: overflows
# By hand with exponentials.
def tanh_grad(a):
    up, down = np.exp(a), np.exp(-a)
    return 1 - ((up - down) / (up + down)) ** 2
