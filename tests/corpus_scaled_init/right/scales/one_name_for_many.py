# right: methods of a class that holds nothing, bound to the names
class Weights:
    @staticmethod
    def lecun(fan_in, fan_out, rng):
        return rng.normal(0.0, 1.0 / np.sqrt(fan_in), size=(fan_in, fan_out))

    @classmethod
    def he(cls, fan_in, fan_out, rng):
        return cls.lecun(fan_in, fan_out, rng) * np.sqrt(2.0)


lecun_normal = Weights.lecun
he_normal = Weights.he
