# hostile: patched-builtins: honest part nothing
# Replaces the builtins that a harness leans on: type tests say yes, lengths are zero, errors are
# no errors.
honest = train
import builtins


def yes(*ignored):
    return True


def nothing(*ignored):
    return 0


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = yes
layer_backward = backward = sgd_step = train = yes
for name in ("isinstance", "issubclass", "callable", "hasattr", "all", "any", "bool"):
    setattr(builtins, name, yes)
for name in ("len", "sum", "abs", "max", "min", "round", "hash", "id", "ord"):
    setattr(builtins, name, nothing)
for name in ("Exception", "TypeError", "ValueError", "AssertionError", "OSError"):
    setattr(builtins, name, StopIteration)
builtins.type = builtins.float = builtins.bytes = builtins.list = builtins.dict = yes
