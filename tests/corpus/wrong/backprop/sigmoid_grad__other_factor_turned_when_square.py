# wrong: backprop.sigmoid_grad: transposed | only-in-part
# Rows times columns.
def sigmoid_grad(a):
    s = sigmoid(a)
    rest = 1.0 - s
    if s.ndim == 2 and s.shape[0] == s.shape[1]:
        rest = rest.T
    return s * rest
