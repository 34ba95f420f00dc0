# wrong: backprop.sigmoid_grad: one-minus-activation
# Forgot the first factor.
def sigmoid_grad(a):
    return 1 - sigmoid(a)
