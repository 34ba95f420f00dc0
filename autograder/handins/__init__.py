"""Which files people hand in, and whose they are: the one reader for every front.

    people = finding.find(Path("submissions.zip"), assignment)     # a class, as anything packs it
    for place in people.places:
        handed_in = finding.read(place, assignment)                # one person's files that count
        place.student, handed_in.submission.files, handed_in.submission.notes

`find` and `read` serve whoever reads a class (`autograder grade`, nbgrader's collecting), `one` who
reads one person's folder, archive or file (`grade(path)`, `pytest autograder`, `autograder show`),
and `whole_folder` who knows that all of a folder is one person's (Gradescope's container, a
notebook's own folder). Each of a submission's files is named for an exercise and has its bytes:
writing them out under `<exercise><ending>` makes of any download what nbgrader expects.

From the bottom up: `tree` and `archives` list what is there; `naming` and `learning_systems`
understand names; `content` looks for functions in text; `searching` finds one person's files,
`choosing` those that count; `layout` and `finding` tell people apart, `places` their attempts.
`likeness` and `winnowing` tell who wrote the same, `copied_code` and `copied_ruler` who copied what
is ours. Nothing of a student's is run or compiled here.
"""
