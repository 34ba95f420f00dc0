# wrong: backprop.sigmoid_grad: derivative-at-activation
# Applies sigmoid once too often.
def sigmoid_grad(a):
    h = sigmoid(a)
    return sigmoid(h) * (1 - sigmoid(h))
