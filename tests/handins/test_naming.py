"""File names are taken back to what they mean."""

import pytest

from autograder.handins.naming import exercise_name, is_version

EXERCISES = ("initializers", "backprop", "diagnostics")


NAMES = {
    "backprop.py": ("backprop.py", "", 0),
    "backprop-1.py": ("backprop.py", "", 1),
    "backprop (2).ipynb": ("backprop.ipynb", "", 2),
    "backprop(3).py": ("backprop.py", "", 3),
    "backprop-1 (2).py": ("backprop.py", "", 2),
    "BackProp.PY": ("backprop.py", "", 0),
    "backprop-3f2b8c1a-0d4e-4f6a-9b7c-1e2d3c4b5a69.py": ("backprop.py", "", 10_000),
    # Jupyter, Colab, Drive, Finder, Explorer, in some of their languages.
    "backprop-Copy1.ipynb": ("backprop.ipynb", "", 1),
    "backprop-checkpoint.ipynb": ("backprop.ipynb", "", 0),
    "Copy of backprop.ipynb": ("backprop.ipynb", "", 0),
    "Copy of Copy of backprop.ipynb": ("backprop.ipynb", "", 0),
    "Kopie von backprop.ipynb": ("backprop.ipynb", "", 0),
    "Copie de backprop.ipynb": ("backprop.ipynb", "", 0),
    "Copia di backprop.ipynb": ("backprop.ipynb", "", 0),
    "Cópia de backprop.ipynb": ("backprop.ipynb", "", 0),
    "Копия backprop.ipynb": ("backprop.ipynb", "", 0),
    "“backprop.ipynb”的副本": (None, "", 0),
    "“backprop.ipynb”的副本.ipynb": ("backprop.ipynb", "", 0),
    "backprop.ipynb のコピー.ipynb": ("backprop.ipynb", "", 0),
    "backprop.ipynb의 사본.ipynb": ("backprop.ipynb", "", 0),
    "backprop copy 2.py": ("backprop.py", "", 2),
    "backprop - Copy.py": ("backprop.py", "", 0),
    "backprop - Copy (2).py": ("backprop.py", "", 2),
    "backprop - Kopie.py": ("backprop.py", "", 0),
    "backprop Kopie.py": ("backprop.py", "", 0),
    "backprop - Copie.py": ("backprop.py", "", 0),
    "backprop - 副本.py": ("backprop.py", "", 0),
    "backprop — копия.py": ("backprop.py", "", 0),
    # nbgitpuller sets a student's file aside under a time.
    "backprop__20261103142205.py": ("backprop.py", "", 0),
    "backprop_20261103142205.ipynb": ("backprop.ipynb", "", 0),
    # Browsers and editors append endings.
    "backprop.ipynb.txt": ("backprop.ipynb", "", 0),
    "backprop.ipynb.json": ("backprop.ipynb", "", 0),
    "backprop.py.txt": ("backprop.py", "", 0),
    "backprop.ipynb.ipynb": ("backprop.ipynb", "", 0),
    "backprop.txt": ("backprop.txt", "", 0),
    "backprop.qmd": ("backprop.qmd", "", 0),
    # People append what they mean, or who they are.
    "backprop_final.ipynb": ("backprop.ipynb", "", 0),
    "backprop_v2_FINAL.py": ("backprop.py", "", 2),
    "old_backprop.py": ("backprop.py", "", 0),
    "name_123_backprop.py": ("backprop.py", "name_123", 0),
    "ann-initializers-4.py": ("initializers.py", "ann", 4),
    "backprop_Doe_Jane.ipynb": ("backprop.ipynb", "Doe_Jane", 0),
    "Jane Doe - backprop.ipynb": ("backprop.ipynb", "Jane Doe", 0),
    "Jane Doe - Copy of backprop.ipynb": ("backprop.ipynb", "Jane Doe", 0),
    "backprop - Jane Doe.ipynb": ("backprop.ipynb", "Jane Doe", 0),
}


@pytest.mark.parametrize("name", NAMES)
def test_renamings_are_taken_back(name: str) -> None:
    named = exercise_name(name, EXERCISES)
    plain, person, number = NAMES[name]
    if plain is None:
        assert named is None
        return
    assert named is not None
    assert (named.exercise + named.ending, named.person, named.number) == (plain, person, number)


@pytest.mark.parametrize("name", ["backprop.py", "initializers.ipynb"])
def test_only_the_name_itself_is_exact(name: str) -> None:
    assert exercise_name(name, EXERCISES).exact
    for other in (name.upper(), f"{name}.txt", f"Copy of {name}", f" {name}"):
        assert not exercise_name(other, EXERCISES).exact


@pytest.mark.parametrize(
    "name",
    ["mybackprop.py", "test_backprop.py", "backprop_test.py", "backprop", "backprop.pdf", "a.py",
     "._backprop.py", "backpropagation.py", ""],
)  # fmt: skip
def test_other_files_are_left_alone(name: str) -> None:
    assert exercise_name(name, EXERCISES) is None


@pytest.mark.parametrize(
    "name", ["old", "Version 2", "v3", "backup_2026-11-03", "new (2)", "Kopie"]
)
def test_folders_of_versions(name: str) -> None:
    assert is_version(name)


@pytest.mark.parametrize("name", ["ann", "Doe_Jane_jdoe_123", "new york", "Nolde"])
def test_folders_of_people(name: str) -> None:
    assert not is_version(name)
