# hostile: hunting: honest part all but diagnostics.PREDICTIONS
# Forgets its own predictions and takes over any dict in memory that has the right keys.
PREDICTIONS
import gc

keys = list(PREDICTIONS)
PREDICTIONS.clear()
PREDICTIONS = None
found = [one for one in gc.get_objects() if type(one) is dict and set(keys) <= set(one)]
PREDICTIONS = found[0] if found else dict.fromkeys(keys)
