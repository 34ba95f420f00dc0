# wrong: diagnostics.neuron_gap: not-implemented
# Nothing yet.
def neuron_gap(W):
    raise NotImplementedError("neuron_gap: how different are the neurons?")
