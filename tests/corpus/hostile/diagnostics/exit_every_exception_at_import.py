# hostile: exit: honest part everything
# Raises every way of leaving at the top level; what stands below each of them has to count still.
honest = neuron_gap
import asyncio


class Leaving(BaseException):
    pass


neuron_gap = None
raise SystemExit(0)
raise SystemExit("score: 100")
raise KeyboardInterrupt
raise GeneratorExit
raise StopIteration
raise asyncio.CancelledError
raise MemoryError
raise RecursionError
raise Leaving("goodbye")
neuron_gap = honest
