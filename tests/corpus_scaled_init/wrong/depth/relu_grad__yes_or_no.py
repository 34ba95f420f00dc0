# wrong: depth.relu_grad: truth-values
# a > 0
def relu_grad(a):
    return a > 0
