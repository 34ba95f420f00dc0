# hostile: lying-values: honest part all but diagnostics.PREDICTIONS
# No dict, only an object that says its class is dict, with True under every key.
honest = PREDICTIONS


class Pretender:
    __class__ = dict
    __dict__ = {}

    def __getattr__(self, name):
        return getattr({}, name)

    def __getitem__(self, key):
        return True

    def __iter__(self):
        return iter(honest)

    def __len__(self):
        return len(honest)

    def keys(self):
        return honest.keys()


PREDICTIONS = Pretender()
