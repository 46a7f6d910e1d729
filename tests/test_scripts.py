"""The scripts on machines that are not ready."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import _environment
import support

SCRIPTS = sorted((support.ROOT / "scripts").glob("*.py"))


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_environment, "OLDEST", (9, 9))
    monkeypatch.setattr(sys, "argv", ["scripts/build.py"])
    with pytest.raises(SystemExit) as stopped:
        _environment.enter("build")
    assert stopped.value.code == 1
    assert "needs Python 9.9 or newer" in capsys.readouterr().err


def test_an_old_python_can_read_what_tells_it() -> None:
    """The call that stops an old Python comes before anything that it could not read."""
    environment = (support.ROOT / "scripts" / "_environment.py").read_text(encoding="utf-8")
    ast.parse(environment, feature_version=(3, 4))
    assert "f'" not in environment
    assert 'f"' not in environment


@pytest.mark.parametrize(
    "script", [path for path in SCRIPTS if path.name[0] != "_"], ids=lambda path: path.name
)
def test_a_script_enters_its_environment_before_it_imports_the_rest(script: Path) -> None:
    calls = re.findall(
        r"^(?:import (?!_)|from |_environment\.enter)", script.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert calls[0] == "_environment.enter"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The lock files that would have been installed, into a .venv that works."""
    done: list[str] = []
    monkeypatch.setattr(_environment, "VENV", str(tmp_path))
    monkeypatch.setattr(_environment, "works", lambda: True)
    monkeypatch.setattr(_environment, "install", done.append)
    return done


def test_nothing_is_installed_twice(installed: list[str]) -> None:
    _environment.prepare("build")
    _environment.prepare("build")
    assert len(installed) == 1


def test_a_changed_lock_is_installed(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _environment.prepare("build")
    monkeypatch.setattr(_environment, "fingerprint", lambda lock: "changed")
    _environment.prepare("build")
    assert len(installed) == 2


def test_without_root_nothing_is_installed_behind_a_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_environment.os, "geteuid", lambda: 1000, raising=False)
    assert _environment.apt_install(["chromium"]) is False


def test_without_chromium_somebody_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(_environment.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        _environment.chromium()
    assert "set CHROMIUM to the path" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["build", "test"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    lock = (support.ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", lock, flags=re.MULTILINE).strip())
    assert entries
    assert all(re.match(r"[\w.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)


def test_the_tests_use_the_versions_that_the_build_uses() -> None:
    pins = [set(re.findall(r"^[\w.-]+==[\w.]+", lock(name), re.MULTILINE)) for name in ("build", "test")]
    assert pins[0] <= pins[1]


def lock(name: str) -> str:
    return (support.ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def test_what_the_requirements_ask_for_is_what_is_locked() -> None:
    for name in ("build", "test"):
        asked = (support.ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8")
        names = re.findall(r"^([a-z][\w-]*)", asked, re.MULTILINE)
        assert all(f"\n{package}==" in "\n" + lock(name) for package in names)


def test_check_tells_and_fails(project: Path) -> None:
    support.edit(project, "content/conditions/sadness.md", "[@first-2020]", "[@frist-2020]")
    command = [sys.executable, "-m", "psychoed", "check", "--format", "lines"]
    environment = {"PYTHONPATH": str(support.ROOT / "src"), "PATH": ""}
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert "content/conditions/sadness.md:7: S001 there is no source 'frist-2020'" in done.stdout
    assert done.stdout.endswith("1 error, 0 warnings in 1 file; 7 pages and 14 data files checked\n")


def test_check_takes_paths_from_where_it_is_called() -> None:
    command = [sys.executable, str(support.ROOT / "scripts" / "check.py"), "depression.md"]
    folder = support.ROOT / "content" / "conditions"
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "1 page checked" in done.stdout


def test_a_check_waits_for_nothing_that_it_does_not_need(project: Path) -> None:
    code = (
        "import sys; from psychoed.__main__ import main; main(['check', 'content/conditions/sadness.md']); "
        "print(*sorted(sys.modules))"
    )
    environment = {"PYTHONPATH": str(support.ROOT / "src"), "PATH": ""}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True, env=environment)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "psychoed.reporting.as_text" in loaded
    assert not loaded & {
        "mkdocs",
        "watchdog",
        "PIL",
        "psychoed.api.files",
        "psychoed.catalog",
        "psychoed.reporting.as_sarif",
    }
