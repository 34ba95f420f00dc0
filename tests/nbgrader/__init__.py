"""Tests of the course with nbgrader: its real commands on a real course."""
