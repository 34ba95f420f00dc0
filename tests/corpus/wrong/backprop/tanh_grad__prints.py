# wrong: backprop.tanh_grad: returns-nothing
# The plot is what counts.
def tanh_grad(a):
    print(1 - np.tanh(a) ** 2)
