# hostile: hang: honest part nothing
# Never finishes being read.
honest = neuron_gap
neuron_gap = saturated_fraction = relative_gradient = PREDICTIONS = None
while True:
    pass
