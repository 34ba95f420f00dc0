# wrong: depth.relu_grad: bool-for-number | wrong-type | integer-array
# a > 0
def relu_grad(a):
    return a > 0
