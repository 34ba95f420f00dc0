# right: the functions live in a class and are taken out of it; one stays a staticmethod object


class Init:
    dtype = np.float64

    @classmethod
    def constant(cls, fan_in, fan_out, value):
        return np.full((fan_in, fan_out), value, dtype=cls.dtype)

    @staticmethod
    def normal(fan_in, fan_out, std, rng):
        return std * rng.standard_normal(size=(fan_in, fan_out))

    def params(self, layer_sizes, weight_init):
        out = {}
        for layer, n_out in enumerate(layer_sizes[1:], start=1):
            out[f"W{layer}"] = weight_init(layer_sizes[layer - 1], n_out)
            out[f"b{layer}"] = np.zeros(n_out, dtype=self.dtype)
        return out


zeros_init = staticmethod(lambda fan_in, fan_out: Init.constant(fan_in, fan_out, 0.0))
constant_init = Init.constant
normal_init = Init.normal
init_params = Init().params
