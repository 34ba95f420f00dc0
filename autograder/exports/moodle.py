"""Moodle's CSV grade import (*Grades > Import > CSV file*) and its grading worksheet.

Rules taken over (MoodleDocs, "Grade import"; `gradeimport_csv_load_data` and
`assignfeedback_offline_grade_importer` of Moodle itself): the person is found by one column that is
mapped to username, email address, ID number or id; grades use a decimal point and are at most 100;
feedback goes to a grade item that exists, and is HTML; one unknown person stops the whole import. A
line whose person is empty (or "0", which PHP takes for empty) is *not* skipped: its grades go to
the person of the line before. So an identity column is written only where it is complete.

The grading worksheet of an assignment is read if it has `Identifier`, `Grade` and `Last modified
(grade)`, in the site's language; it is written when the roster has identifiers ("Participant
1234").
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from autograder.exports.people import Grades, Sheet, asked_for, entries
from autograder.exports.worksheets import COMMENTS, GRADE, HIGHEST, IDENTIFIER, MARKED
from autograder.model import Outcome, Report
from autograder.results.policy import AFTER, Standing
from autograder.results.score_columns import claims, earned, mark_in_words
from autograder.showing import (
    Cell,
    lines_shown,
    plain_number,
    points_cell,
    safe,
    safe_html,
    some,
    spoken,
)

IDENTITIES = {
    "identifier": IDENTIFIER,
    "username": "Username",
    "email": "Email address",
    "idnumber": "ID number",
}
MAX_FEEDBACK = 8000  # characters; people stop reading long before
_EMPTY_IN_PHP = ("", "0")
Identity = Mapping[str, str]
Columns = tuple[list[str], Callable[[Report], Sequence[Cell]]]  # titles, and what stands below them


def sheet(grades: Grades) -> Sheet:
    """The grades of a class; a worksheet, which has one grade, tells a policy in its comments."""
    roster, lateness = grades.roster, grades.lateness
    found, made = entries(grades)
    known, people, nameless = _identified(
        [(entry.report, entry.person or {"username": entry.report.student}) for entry in found]
    )
    if nameless:
        made.notes.append(f"left out, as nothing says who they are in Moodle: {some(nameless)}")
        made.left_out.extend(nameless)
    worksheet = "identifier" in known
    if lateness and worksheet:
        worksheets = f"a grading worksheet has one grade: as earned; those {AFTER} are in comments"
        made.notes.append(worksheets)
    columns = _columns(grades, worksheet)
    words = roster.words if roster and worksheet else {}
    header = [
        *(IDENTITIES[field] for field in known),
        *(t for titles, _ in columns for t in titles),
    ]
    made.rows.append([safe(words[title]) if title in words else title for title in header])
    for report, identity in people:
        cells = (cell for _, below in columns for cell in below(report))
        made.rows.append([*(safe(identity[field]) for field in known), *cells])
    return made


def _columns(grades: Grades, worksheet: bool) -> list[Columns]:
    """All columns but those that say who it is."""
    title, lateness = safe(grades.title), grades.lateness
    asked, total = asked_for(grades)
    sentences = claims(grades.reports[0].assignment) if grades.reports else {}
    columns: list[Columns] = [
        (
            [safe(f"{grades.title} {question.name}") for question in asked],
            lambda report: [points_cell(points) for points in earned(report, asked)],
        )
    ]
    if total and worksheet:
        columns.append(([GRADE, HIGHEST, MARKED], _grade_now))
    elif total:
        columns.append(([title], lambda report: [plain_number(report.score)]))
        if lateness:
            after = lambda report: [plain_number(lateness.standing(report).points)]
            columns.append(([safe(f"{grades.title} {AFTER}")], after))
    standing = lateness.standing if lateness else lambda report: None
    comments = lambda report: [feedback(report, sentences, standing(report))]
    return [*columns, ([COMMENTS], comments)]


def _grade_now(report: Report) -> list[Cell]:
    # Moodle skips, without a word, a line whose date is older than the grade that it has, or
    # missing. With its offset the moment is the same in whatever time zone the server reads it.
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    return [plain_number(report.score), plain_number(report.max_score), now]


def _identified(
    people: list[tuple[Report, Identity]],
) -> tuple[list[str], list[tuple[Report, Identity]], list[str]]:
    """The identity columns that are complete, the people who have them, the students who do not."""

    def has(identity: Identity, field: str) -> bool:
        return identity.get(field, "").strip() not in _EMPTY_IN_PHP

    counts = {field: sum(has(who, field) for _, who in people) for field in IDENTITIES}
    main = max(counts, key=lambda field: counts[field])  # the first of the fullest
    kept = [(report, who) for report, who in people if has(who, main)]
    nameless = [report.student for report, who in people if not has(who, main)]
    known = [field for field in IDENTITIES if all(has(who, field) for _, who in kept)]
    return known, kept, nameless


def feedback(report: Report, sentences: Mapping[str, str], standing: Standing | None = None) -> str:
    """What did not pass, as HTML in which nothing of the student's is markup, in one line."""
    open_checks = [check for check in report.checks if check.outcome is not Outcome.PASSED]
    paragraphs = [f"{plain_number(report.score)} of {plain_number(report.max_score)} points"]
    paragraphs += [str(standing)] if standing and standing.percent else []
    paragraphs += [
        f"{mark.exercise}, {mark.question}: {mark_in_words(mark)}" for mark in report.written
    ]
    for check in open_checks:
        claim = sentences.get(check.id, spoken(check.name))
        head = f"{check.exercise}, {check.function}: {claim}"
        paragraphs.append(f"{head}\n{lines_shown(check.message)}".rstrip())
    if not open_checks and report.checks:
        paragraphs.append("Every check passed.")
    text = ""
    for paragraph in paragraphs:
        part = safe_html(paragraph)
        if len(text) + len(part) > MAX_FEEDBACK:
            return f"{text}<p>…</p>"
        text += f"<p>{part}</p>"
    return text
