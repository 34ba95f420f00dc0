# hostile: changing-values: honest part all but backprop.train
# A list whose elements, length and order are different each time somebody reads them.
honest = train
import random


class Shifting(list):
    def __iter__(self):
        self.reverse()
        self.append(self[0])
        return super().__iter__()

    def __len__(self):
        return random.randrange(1, 100)

    def __getitem__(self, index):
        self.clear()
        self.extend([{}] * 5)
        return super().__getitem__(0)


class Growing(dict):
    def __iter__(self):
        for name in list(super().__iter__()):
            self[f"{name}{len(self)}"] = None
            yield name

    keys = items = values = __iter__


def train(params, X, y, activation, learning_rate, steps):
    return Shifting([Growing(params)] * steps)
