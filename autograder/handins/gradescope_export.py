"""Names in Gradescope's "Export Submissions": `submission_metadata.yml` says who is who.

Its keys are Ruby symbols (`:submitters:`, `:sid:`), and a Ruby tag may stand at a time. It is read
as plain text, lists and mappings: no tag is followed.
"""

from typing import Any

from autograder.handins.moments import Moment, iso

METADATA = "submission_metadata.yml"
MAX_METADATA = 64 * 1024 * 1024  # bytes; it holds the results of every submission as well


def people_listed(data: bytes) -> dict[str, tuple[str, Moment]]:
    """Folder of a submission -> who handed it in, and when, and how often.

    Who is `Jane Doe (s100)`, a group joined by commas, or empty. Nothing is listed if the file is
    not as expected; then the folders keep their names.
    """
    import yaml  # read here only: the grader in a container has no use for it

    # The base loader knows text, lists and mappings alone, so a number keeps its leading zeros.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(data, loader)  # noqa: S506  # constructs even less than a safe one
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    people = {str(folder): _people(entry) for folder, entry in found.items()}
    named = _apart({folder: who for folder, who in people.items() if who})
    return {
        str(folder): (named.get(str(folder), ""), _moment(entry)) for folder, entry in found.items()
    }


def _moment(entry: Any) -> Moment:
    created = _get(entry, "created_at")
    if isinstance(created, dict):  # a time with its zone, as Rails writes it
        created = _get(created, "utc")
    when = iso(created) if isinstance(created, str) else ""
    before = _get(entry, "history")
    attempts = len(before) + 1 if isinstance(before, list) else 0
    return Moment(when, attempts)


def _people(entry: Any) -> str:
    submitters = _get(entry, "submitters")
    people = []
    for person in submitters if isinstance(submitters, list) else []:
        name, sid, email = (_get(person, field) for field in ("name", "sid", "email"))
        known = [text.strip() for text in (sid, email) if isinstance(text, str) and text.strip()]
        name = name.strip() if isinstance(name, str) else ""
        people.append(f"{name} ({known[0]})" if name and known else name or "".join(known[:1]))
    return ", ".join(person for person in people if person)


def _get(entry: Any, field: str) -> Any:
    if not isinstance(entry, dict):
        return None
    return entry.get(f":{field}", entry.get(field))


def _apart(named: dict[str, str]) -> dict[str, str]:
    """Two submissions of one person keep their folders' names beside the person's."""
    people = list(named.values())
    return {
        folder: person if people.count(person) == 1 else f"{person}, {folder}"
        for folder, person in named.items()
    }
