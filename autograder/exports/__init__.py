"""Grades for other systems: tables for learning platforms, Gradescope's results, JUnit.

Every format is a function of the reports in `results.jsonl`; `commands.py` alone writes files.
"""
