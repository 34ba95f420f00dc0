# right: half of the sum of a and its size; the slope from the sign
def relu(a):
    return (a + np.abs(a)) / 2


def relu_grad(a):
    return (np.sign(a) + np.abs(np.sign(a))) / 2
