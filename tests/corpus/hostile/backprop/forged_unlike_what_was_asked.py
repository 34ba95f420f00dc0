# hostile: forged-reply: honest part nothing
# Well-formed replies with fields of other types: infinite lines, arrays for names, lists for dicts.
honest = train
import itertools

import numpy as np


def spoil():
    from guest import session
    from guest.wire import Answers, decode, encode

    odd = itertools.cycle(
        [
            *[[], 5, np.zeros(3), {"lines": float("inf")}, {"raised": {}}, {"shared": [[1, 2]]}],
            *[{"value": encode(1), "after": encode(7)}, {"calls": 10**12}, {"value": 10**12}],
        ]
    )
    honest_run = session.Session._run

    def run(self, programs):
        replies = []
        for answer in honest_run(self, programs).answers:
            sizes, values, more = decode(answer)
            replies.append(encode([sizes, values, more | {"0": next(odd)}]))
        return Answers(replies, [np.zeros(3), None, [["files"]]])

    session.Session._run = run


spoil()
