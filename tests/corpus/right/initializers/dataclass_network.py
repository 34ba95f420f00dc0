# right: a dataclass holds the layers and makes the dict at the end
from dataclasses import dataclass, field


@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray = field(init=False)

    def __post_init__(self):
        self.b = np.zeros(self.W.shape[1])


@dataclass
class Net:
    layers: list[Layer] = field(default_factory=list)

    def as_dict(self):
        out = {}
        for k, layer in enumerate(self.layers, 1):
            out[f"W{k}"], out[f"b{k}"] = layer.W, layer.b
        return out


def init_params(layer_sizes, weight_init):
    net = Net()
    for k in range(len(layer_sizes) - 1):
        net.layers.append(Layer(weight_init(layer_sizes[k], layer_sizes[k + 1])))
    return net.as_dict()
