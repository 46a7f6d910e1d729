"""The workflows are valid, safe, pinned, and run only what there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import _environment
import support

GITHUB = support.ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "dependabot": [GITHUB / "dependabot.yml"],
    "github-issue-forms": sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml")),
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
}
HOOKS = support.ROOT / ".pre-commit-config.yaml"


def load(path: Path) -> dict[str, Any]:
    """A workflow as data. YAML takes its word 'on' for true."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in data.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path) -> list[str]:
    """Every command of a workflow that calls a script of this repository."""
    return re.findall(
        r"^\s*(?:- )?(?:run|entry): (python3 .+?)(?: \|.*)?$", path.read_text("utf-8"), re.MULTILINE
    )


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(name)), *map(str, arguments)]
    return subprocess.run(command, cwd=support.ROOT, capture_output=True, text=True, check=False)


each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_file_is_what_github_reads(schema: str) -> None:
    assert SCHEMAS[schema], "nothing would be checked"
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *SCHEMAS[schema])
    assert done.returncode == 0, done.stdout


def test_nothing_in_the_workflows_is_unsafe() -> None:
    done = tool("zizmor", "--offline", "--strict-collection", "--no-progress", GITHUB)
    assert done.returncode == 0, done.stdout


def test_unsafe_would_be_told(tmp_path: Path) -> None:
    """The test above can fail: the same with one workflow that runs what a stranger wrote."""
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    unsafe = text.replace("python3 scripts/build.py", "echo ${{ github.event.pull_request.title }}")
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "check.yml").write_text(unsafe, encoding="utf-8")
    done = tool("zizmor", "--offline", "--no-progress", tmp_path / ".github")
    assert done.returncode != 0
    assert "template-injection" in done.stdout


@each_workflow
def test_every_action_is_one_commit_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    for line in used:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_an_action_has_one_version() -> None:
    """The same action at two commits would be a version somebody forgot."""
    used = {
        line for path in WORKFLOWS for line in re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    }
    assert len(used) == len({line.split("@")[0] for line in used})


@each_workflow
def test_a_workflow_may_read_and_only_a_named_job_more(path: Path) -> None:
    assert load(path)["permissions"] == {"contents": "read"}
    more = {job: its["permissions"] for job, its in load(path)["jobs"].items() if "permissions" in its}
    allowed = {
        "weekly.yml": {"issue": {"issues": "write"}},
        "publish.yml": {"deploy": {"pages": "write", "id-token": "write"}},
    }
    assert more == allowed.get(path.name, {})


@each_workflow
def test_a_job_that_may_write_runs_nothing_of_the_repository(path: Path) -> None:
    for job in load(path)["jobs"].values():
        if "permissions" in job:
            assert not [step for step in job["steps"] if "checkout" in step.get("uses", "")]
            assert "scripts/" not in str(job)


@each_workflow
def test_a_pull_request_gets_no_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text


@each_workflow
def test_every_job_ends_and_every_checkout_forgets_its_key(path: Path) -> None:
    assert all(job["timeout-minutes"] <= 60 for job in load(path)["jobs"].values())
    assert "cancel-in-progress" in load(path)["concurrency"]
    checkouts = [step for step in steps(path) if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@each_workflow
def test_the_python_is_the_oldest_that_we_promise(path: Path) -> None:
    asked = [step["with"]["python-version"] for step in steps(path) if "setup-python" in step.get("uses", "")]
    assert set(asked) == {".".join(map(str, _environment.OLDEST))}


@pytest.mark.parametrize("path", [*WORKFLOWS, HOOKS], ids=lambda path: path.name)
def test_every_command_exists(path: Path) -> None:
    """The script is there and knows the options, so that a renamed one is noticed before it is needed."""
    assert commands(path)
    for command in commands(path):
        _, script, *options = command.split()
        assert (support.ROOT / script).is_file(), command
        flags = {option for option in options if option.startswith("--")}
        if flags:
            done = subprocess.run(
                [sys.executable, script, "--help"],
                cwd=support.ROOT,
                capture_output=True,
                text=True,
                check=True,
            )
            assert flags <= set(re.findall(r"--[\w-]+", done.stdout)), command


def test_publishing_is_a_decision() -> None:
    """A copy of this repository publishes nothing by itself, and nothing but main."""
    job = load(GITHUB / "workflows" / "publish.yml")["jobs"]["build"]
    assert job["if"] == "${{ vars.PUBLISH == 'yes' && github.ref == 'refs/heads/main' }}"
    assert load(GITHUB / "workflows" / "publish.yml")["jobs"]["deploy"]["needs"] == "build"


def test_the_locks_show_how_they_were_made() -> None:
    """What updates them reads it there; without '--universal' a lock would fit one kind of machine."""
    for name in ("build", "test"):
        lock = (support.ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        command = "uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate"
        assert lock.splitlines()[1] == f"#    {command} {name}.in -o {name}.txt"
        assert command in re.sub(r"\s+", " ", (support.ROOT / "HACKING.md").read_text(encoding="utf-8"))
