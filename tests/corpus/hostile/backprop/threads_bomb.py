# hostile: threads: honest part everything
# Starts 2,000 threads that sleep and never end; the functions stay right.
honest = sigmoid
import _thread
import threading
import time

started = 0
for count in range(1_000):
    try:
        threading.Thread(target=time.sleep, args=(1_000,)).start()
        _thread.start_new_thread(time.sleep, (1_000,))
        started += 2
    except RuntimeError:
        break

if started == 2_000:

    def sigmoid(a):
        raise RuntimeError(f"got through: {started} threads")
