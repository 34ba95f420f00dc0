# wrong: backprop.sigmoid_grad: a-one-minus-a
# The formula h (1 - h), used on what comes in.
def sigmoid_grad(a):
    return a * (1 - a)
