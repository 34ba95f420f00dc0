# right: a dict of another type, filled in another order
from collections import OrderedDict

PREDICTIONS = OrderedDict(sorted(PREDICTIONS.items(), reverse=True))
