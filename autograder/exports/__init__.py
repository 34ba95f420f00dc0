"""Grades for other systems: tables, Gradescope's results, JUnit; and a Gradescope autograder.

Every format is a function of the reports in `results.jsonl`; only `files.py` and `commands.py`
touch the disk.
"""
