# right: instances with __call__ instead of functions


class Initializer:
    def __call__(self, fan_in, fan_out, *settings):
        return self.fill(np.empty((fan_in, fan_out)), *settings)


class Zeros(Initializer):
    def fill(self, W):
        W[...] = 0
        return W


class Constant(Initializer):
    def fill(self, W, value):
        W.fill(value)
        return W


class Normal(Initializer):
    def fill(self, W, std, rng):
        W[:] = rng.normal(0, std, W.shape)
        return W


zeros_init = Zeros()
constant_init = Constant()
normal_init = Normal()
