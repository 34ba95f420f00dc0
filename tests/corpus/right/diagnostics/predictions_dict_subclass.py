# right: a dict subclass, other order of keys, a note and a guess of the student's own beside
from collections import OrderedDict


class Answers(OrderedDict):
    def why(self, key, reason):
        self[key + "_because"] = reason


PREDICTIONS = Answers(
    tanh_first_layer_moves=False,
    sigmoid_first_layer_moves=True,
    one_random_column_repeated=False,
    zero_with_random_hidden_biases=True,
    first_constant_second_random=True,
    first_random_second_zero=True,
    all_one_half=False,
    all_zero=False,
)
PREDICTIONS["dropout_breaks_it"] = True
PREDICTIONS.why("tanh_first_layer_moves", "tanh(0) = 0, so W2 gets nothing and W1 gets nothing")
