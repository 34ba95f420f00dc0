# right: a subclass of dict with attribute access and its own repr


class Params(dict):
    __slots__ = ("sizes",)

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __repr__(self):
        return "Params(" + ", ".join(f"{k}{v.shape}" for k, v in self.items()) + ")"


def init_params(layer_sizes, weight_init):
    params = Params()
    params.sizes = tuple(layer_sizes)
    for layer, (rows, columns) in enumerate(zip(layer_sizes, layer_sizes[1:]), 1):
        params[f"W{layer}"] = weight_init(rows, columns)
        params[f"b{layer}"] = np.zeros(columns)
    return params
