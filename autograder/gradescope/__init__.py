"""An autograder for Gradescope, as a zip to upload there.

`build.py` makes the zip on the instructor's machine. In Gradescope's container `setup.sh` runs
once, and `run_autograder` starts `run.py` for every submission; `confined.py` and `entry.py` keep
the student's code apart.
"""
