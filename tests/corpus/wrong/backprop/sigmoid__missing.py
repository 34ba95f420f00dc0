# wrong: backprop.sigmoid: missing-function
# Called it logistic instead.
def logistic(a):
    return 1 / (1 + np.exp(-a))


del sigmoid
