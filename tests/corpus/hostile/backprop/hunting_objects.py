# hostile: hunting: honest part all but backprop.train
# Asks the garbage collector for every list of parameter dicts in memory and hands in the one that
# fits.
train
import gc


def looks_like_history(found, params, steps):
    if (
        type(found) is not list
        or len(found) != steps + 1
        or any(type(one) is not dict for one in found)
    ):
        return False
    return all(list(one) == list(params) for one in found) and found[-1] is not params


def train(params, X, y, activation, learning_rate, steps):
    for found in gc.get_objects():
        try:
            if looks_like_history(found, params, steps):
                return found
        except Exception:
            continue
    raise LookupError("no answer in memory")
