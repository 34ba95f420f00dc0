# hostile: forged-reply: honest part nothing
# Writes a thousand replies to questions that have not been asked yet, then has no functions.
honest = neuron_gap
import json
import os
import struct

neuron_gap = saturated_fraction = relative_gradient = None
PREDICTIONS = {}
for descriptor in range(1_024):
    try:
        os.set_blocking(descriptor, False)
        for number in range(1_000):
            body = json.dumps({"id": number, "ok": True, "result": number / 1_000}).encode()
            os.write(descriptor, struct.pack("<I", len(body)) + body)
            os.write(descriptor, struct.pack(">Q", len(body)) + body + b"\n")
    except OSError:
        continue
