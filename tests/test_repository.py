"""What must hold of the repository itself."""

from __future__ import annotations

import re
import subprocess

import support


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=support.ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (support.ROOT / name).is_file()]


def test_ci_runs_what_the_readme_says() -> None:
    lines = (support.ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 2
    assert lines[-1] in (support.ROOT / "README.md").read_text(encoding="utf-8")


def test_html_lives_in_overrides_only() -> None:
    sources = [name for name in tracked() if name.startswith("src/")]
    for name in sources:
        text = (support.ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"</(?!b>)(?!strong>)[a-z]+>", text), name


def test_no_path_of_one_machine_is_written_down() -> None:
    for name in tracked():
        path = support.ROOT / name
        if path.suffix in {".png", ".txt", ".ttf", ".woff2"} or "L001" in name:
            continue
        found = re.search(r"(?<![\w.])/(?:root|home|tmp|Users)/\w", path.read_text(encoding="utf-8"))
        assert not found, f"{name}: {found}"
