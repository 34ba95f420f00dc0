# wrong: classify.softmax: not-finite | only-in-part
def softmax(Z):
    powers = np.exp(Z)
    return powers / powers.sum(axis=1, keepdims=True)
