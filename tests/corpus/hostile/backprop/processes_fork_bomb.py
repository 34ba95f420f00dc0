# hostile: processes: honest part everything
# Forks up to 5,000 sleeping copies of itself (an upper bound is kept); the functions stay right.
honest = sigmoid
import os
import time

got_through = []
for count in range(5_000):
    try:
        pid = os.fork()
    except OSError:
        break
    if pid == 0:
        try:
            with open("/proc/self/comm", "w") as name:
                name.write("ag-hostile")
        except OSError:
            pass
        time.sleep(20)
        os._exit(0)
    got_through.append(pid)

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {len(got_through)} forks")
