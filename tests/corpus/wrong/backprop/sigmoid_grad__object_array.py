# wrong: backprop.sigmoid_grad: object-array
# frompyfunc is like vectorize but shorter.
def sigmoid_grad(a):
    one = np.frompyfunc(lambda h: h * (1 - h), 1, 1)
    return np.asarray(one(sigmoid(a)), dtype=object)
