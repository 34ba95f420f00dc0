# hostile: reading: honest part all but backprop.train, backprop.sgd_step
# Raises errors whose frames and syntax locations name other files, so that a traceback quotes
# those.
honest = train
import os

CANARY = os.path.expanduser("~/.autograder-hostile-canary")
source = "def quote():\n    raise LookupError('see above')\n"
scope = {}
exec(compile(source, CANARY, "exec"), scope)
exec(compile("\n" * 20 + source.replace("quote", "shadow"), "/etc/passwd", "exec"), scope)


def train(params, X, y, activation, learning_rate, steps):
    try:
        scope["quote"]()
    finally:
        scope["shadow"]()


def sgd_step(params, grads, learning_rate):
    raise SyntaxError("see there", (CANARY, 1, 1, None))
