# wrong: backprop.sigmoid_grad: wrong-arity
# Multiplies the upstream gradient straight away.
def sigmoid_grad(a, upstream):
    h = sigmoid(a)
    return upstream * h * (1 - h)
