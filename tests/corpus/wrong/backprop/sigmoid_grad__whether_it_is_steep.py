# wrong: backprop.sigmoid_grad: truth-values
# beyond 4 the curve is flat, inside it is not
def sigmoid_grad(a):
    return np.abs(a) < 4
