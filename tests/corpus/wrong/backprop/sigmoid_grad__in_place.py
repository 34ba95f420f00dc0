# wrong: backprop.sigmoid_grad: changes-its-arguments
# Reuse the name a.
def sigmoid_grad(a):
    a[...] = sigmoid(a)
    return a * (1 - a)
