# right: a class with a dict's inheritance
class Network(dict):
    def add(self, layer, W):
        self["W%d" % layer] = W
        self["b%d" % layer] = W[0] * 0.0 if np.isfinite(W).all() else np.zeros(W.shape[1])


def init_params(layer_sizes, weight_init):
    net = Network()
    for layer in range(len(layer_sizes) - 1):
        net.add(layer + 1, weight_init(layer_sizes[layer], layer_sizes[layer + 1]))
    return net
