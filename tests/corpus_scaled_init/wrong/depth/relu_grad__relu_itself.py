# wrong: depth.relu_grad: function-for-derivative
# Passed through relu.
def relu_grad(a):
    return relu(a)
