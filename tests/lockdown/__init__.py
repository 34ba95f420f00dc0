"""Tests of the Linux lock-down of a student process."""
