"""How long an editor waits for an answer: a check of one page, of everything, and what stock MkDocs offers.

python3 bench/check.py           the median of five runs each, taken in turn
python3 bench/check.py --runs 9

``mkdocs build --strict`` is the peer: what editors of MkDocs sites run to learn whether something is wrong.
It runs here as anywhere, on the same site, so our own checks and rendering are in it.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import _environment

_environment.enter("build")

import argparse  # noqa: E402
import os  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402

PAGE = "content/conditions/depression.md"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (default: 5)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "check.py, one page": ["scripts/check.py", PAGE],
            "check.py, everything": ["scripts/check.py"],
            "mkdocs build --strict": ["-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        }
        took: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):  # in turn, so that a busy minute of the machine is everybody's
            for name, command in commands.items():
                took[name].append(seconds(command))
    print(table(took))
    return 0


def seconds(command: list[str]) -> float:
    """How long a command takes from its start to its end. It may find problems, but has to run."""
    start = time.monotonic()
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return time.monotonic() - start


def table(took: dict[str, list[float]]) -> str:
    """The medians, the fastest and slowest run, and how they compare with the last one."""
    *_, peer = (statistics.median(times) for times in took.values())
    pages = sum(1 for folder in ("content", "docs") for _ in Path(folder).rglob("*.md"))
    lines = [
        f"{pages} pages, {os.cpu_count()} cores, Python {sys.version.split()[0]}",
        "",
        "| command | median | fastest to slowest | share |",
        "|---|--:|--:|--:|",
    ]
    for name, times in took.items():
        median = statistics.median(times)
        spread = f"{min(times):.2f} to {max(times):.2f} s"
        lines.append(f"| {name} | {median:.2f} s | {spread} | {median / peer:.0%} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
