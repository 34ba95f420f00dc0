# wrong: classify.softmax: changes-its-arguments
def softmax(Z):
    Z -= Z.max(axis=1, keepdims=True)
    powers = np.exp(Z)
    return powers / powers.sum(axis=1, keepdims=True)
