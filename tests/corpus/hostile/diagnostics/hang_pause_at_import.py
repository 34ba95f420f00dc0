# hostile: hang: honest part nothing
# Waits for a signal that nobody sends, using no CPU time at all.
honest = neuron_gap
import signal

neuron_gap = saturated_fraction = relative_gradient = PREDICTIONS = None
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGTERM, signal.SIGINT})
while True:
    signal.pause()
