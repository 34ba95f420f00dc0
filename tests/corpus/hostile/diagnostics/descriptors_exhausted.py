# hostile: descriptors: honest part everything
# Opens every descriptor there is and keeps them, so that nothing else in this process can be
# opened.
honest = relative_gradient
import os

held = []
for source in (os.pipe, lambda: os.dup(0), lambda: os.dup(1), lambda: os.eventfd(0)):
    for count in range(40_000):
        try:
            held.append(source())
        except OSError:
            break
