# wrong: backprop.sigmoid_grad: raises
# Meant sigmoid(a), wrote sigmoid_grad(a).
def sigmoid_grad(a):
    s = sigmoid_grad(a)
    return s * (1 - s)
