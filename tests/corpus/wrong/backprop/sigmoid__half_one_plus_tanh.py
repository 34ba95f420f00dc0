# wrong: backprop.sigmoid: tanh-not-halved
# sigmoid is a shifted tanh; this one never overflows.
def sigmoid(a):
    return 0.5 * (1.0 + np.tanh(a))
