"""Which tests stay together when they run in several processes (`pytest -n 2 --dist loadgroup`)."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A file's tests share what it prepares, and all tests of the course share one course."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            course = item.path.parent.name == "course"
            item.add_marker(pytest.mark.xdist_group("course" if course else str(item.path)))
