# wrong: depth.relu_grad: changes-its-arguments
# Two assignments.
def relu_grad(a):
    a[a <= 0] = 0.0
    a[a > 0] = 1.0
    return a
