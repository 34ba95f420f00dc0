"""Whether those who were told apart are people: where names leave doubt, a person has to see."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from autograder import notes
from autograder.handins.places import Place

_AGAIN = re.compile(r"\s*\(\d{1,2}\)$")  # what a browser puts behind the name of a second download
# Of fewer people each may have handed in one exercise, by chance.
MIN_PEOPLE = 3


def say_doubts(places: Sequence[Place], by_names: Mapping[str, Collection[str]]) -> None:
    """Add a note to whoever may be somebody else of the class.

    Args:
        by_names: student -> exercises, where the names of files are all that says who.
    """
    one_each = len(by_names) >= MIN_PEOPLE and all(len(each) == 1 for each in by_names.values())
    if one_each and len(set().union(*by_names.values())) == 1:
        one_each = False  # it is the exercise that was asked for
    known = {_plain(place.student): place.student for place in reversed(places)}
    for place in places:
        if one_each and place.student in by_names:
            place.notes = [*place.notes, notes.ONE_EACH(student=place.student)]
        other = known.get(_plain(_AGAIN.sub("", place.student)), place.student)
        if other != place.student:
            place.notes = [*place.notes, notes.NEARLY_CALLED(student=place.student, other=other)]


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
