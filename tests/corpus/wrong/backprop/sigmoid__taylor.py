# wrong: backprop.sigmoid: approximated
# exp by its series, twenty terms.
def sigmoid(a):
    term, total = np.ones_like(a), np.ones_like(a)
    for k in range(1, 20):
        term = term * (-a) / k
        total = total + term
    return 1 / (1 + total)
