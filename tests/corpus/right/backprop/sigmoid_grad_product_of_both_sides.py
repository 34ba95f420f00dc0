# right: σ(a) σ(-a)
def sigmoid_grad(a):
    return sigmoid(a) * sigmoid(-np.asarray(a))
