# hostile: arguments: honest part all but backprop.sgd_step
# Updates in place, then finds every copy of the arguments in memory and changes those as well.
honest_train = train
import gc
import types

train = types.FunctionType(train.__code__, dict(globals()), "train")


def reachable(kind):
    for one in gc.get_objects():
        if type(one) is kind:
            yield one
        elif type(one) in (list, tuple):
            yield from (part for part in one if type(part) is kind)
        elif type(one) is dict:
            yield from (part for part in list(one.values()) if type(part) is kind)


def sgd_step(params, grads, learning_rate):
    copies = []
    for name, value in params.items():
        for one in reachable(np.ndarray):
            if one is not value and one.shape == value.shape and np.array_equal(one, value):
                copies.append((one, value))
    for name in params:
        params[name] -= learning_rate * grads[name]
    for copy, value in copies:
        try:
            copy.flags.writeable = True
            copy[...] = value
        except (ValueError, TypeError):
            continue
    return params
