# wrong: backprop.sigmoid_grad: overflows | not-finite
# Quotient rule.
def sigmoid_grad(a):
    e = np.exp(-a)
    return e / (1.0 + e) ** 2
