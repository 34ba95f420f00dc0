# hostile: threads: honest part everything
# A thread that is no daemon, and an executor with work to do: neither lets the interpreter finish.
honest = saturated_fraction
import concurrent.futures
import threading
import time

try:
    threading.Thread(target=time.sleep, args=(1_000_000,), daemon=False).start()
    concurrent.futures.ThreadPoolExecutor(1).submit(time.sleep, 1_000_000)
except RuntimeError:
    pass
