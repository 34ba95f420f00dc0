# hostile: exceptions: honest part all but diagnostics.neuron_gap
# Raises quickly an error whose text takes for ever.
honest = neuron_gap


class Longwinded(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def neuron_gap(W):
    raise Longwinded
