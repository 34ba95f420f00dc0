# hostile: recursion: honest part all but diagnostics.PREDICTIONS
# Values whose truth, text and hash recurse without end.
honest = PREDICTIONS


class Endless:
    def __bool__(self):
        return bool(self)

    def __repr__(self):
        return repr(self)

    def __hash__(self):
        return hash(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + "_")


PREDICTIONS = dict.fromkeys(PREDICTIONS, Endless())
