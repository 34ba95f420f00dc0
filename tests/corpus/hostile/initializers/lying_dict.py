# hostile: lying-values: honest part all but initializers.init_params
# A dict that tells items, keys, look-ups and its length each another story; what it holds is empty.
honest = init_params


class Story(dict):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes

    def keys(self):
        return iter(f"{kind}{k}" for k in range(1, len(self.sizes)) for kind in "Wb")

    __iter__ = keys

    def __len__(self):
        return 2 * (len(self.sizes) - 1)

    def __contains__(self, name):
        return True

    def __getitem__(self, name):
        return np.zeros(())

    def items(self):
        raise KeyboardInterrupt

    def values(self):
        while True:
            yield None

    def __eq__(self, other):
        return True

    __hash__ = None


def init_params(layer_sizes, weight_init):
    return Story(layer_sizes)
