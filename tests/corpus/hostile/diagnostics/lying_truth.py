# hostile: lying-values: honest part all but diagnostics.PREDICTIONS
# Values whose truth raises, hangs, ends the process, is no truth at all, or alternates.
honest = PREDICTIONS
import os


def hang(self):
    while True:
        pass


def value(truth):
    return type("Value", (), {"__bool__": truth, "__eq__": lambda *both: True, "__hash__": None})()


PREDICTIONS = {
    "all_zero": value(lambda self: not setattr(self, "asked", True)),
    "all_one_half": value(lambda self: "yes"),
    "first_random_second_zero": value(lambda self: 1 / 0),
    "first_constant_second_random": np.array([True, False]),
    "zero_with_random_hidden_biases": value(lambda self: os.abort()),
    "one_random_column_repeated": value(hang),
    "sigmoid_first_layer_moves": value(lambda self: (_ for _ in ()).throw(SystemExit(0))),
    "tanh_first_layer_moves": value(lambda self: os._exit(0)),
}
