"""Every script starts here: a virtual environment in .venv, made from locked and hashed requirements.

This file has to be readable by any Python 3, or an old one could not be told that it is too old.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys

OLDEST = (3, 11)
HERE = os.getcwd()  # where somebody called the script: what their paths are relative to
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(
    VENV, "Scripts" if os.name == "nt" else "bin", "python.exe" if os.name == "nt" else "python"
)


def enter(name: str) -> None:
    """Run the calling script in .venv with the requirements called ``name``, making both when needed.

    Returns only inside .venv, with the project's folder as the current one and its package importable.
    """
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        stop(
            "psychoed needs Python {0}.{1} or newer, and this is Python {2}.\nInstall a newer one and run it "
            "like this: python{0}.{1} {3}".format(OLDEST[0], OLDEST[1], found, " ".join(sys.argv))
        )
    if os.path.abspath(sys.prefix) != VENV:
        prepare(name)
        run_again()
    os.chdir(ROOT)
    sys.path.insert(0, os.path.join(ROOT, "src"))


def asked(*words: str) -> bool:
    """Whether one of these words was written behind the script's name."""
    return any(word in sys.argv[1:] for word in words)


def run_again() -> None:
    """Start the script anew with .venv's Python. On POSIX it takes over this process, and so Ctrl-C."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(PYTHON, [PYTHON] + sys.argv)
    sys.exit(subprocess.call([PYTHON] + sys.argv))


def prepare(name: str) -> None:
    """Make .venv if it is missing or broken, and install what the lock file names, if that changed."""
    lock = os.path.join(ROOT, "requirements", name + ".txt")
    stamp = os.path.join(VENV, "psychoed-" + name + ".sha256")
    wanted = fingerprint(lock)
    if works() and read(stamp) == wanted:
        return
    if not works():
        make_venv()
    install(lock)
    with open(stamp, "w") as file:
        file.write(wanted)


def fingerprint(lock: str) -> str:
    """What an installation depends on: the lock file and the Python that .venv was made with."""
    with open(lock, "rb") as file:
        return hashlib.sha256(file.read() + sys.version.encode()).hexdigest()


def read(path: str) -> str:
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def works() -> bool:
    """Whether .venv has a Python that runs, of the version that was called."""
    if not os.path.exists(PYTHON):
        return False
    version = "import sys; sys.exit(sys.version_info[:2] != {!r})".format(tuple(sys.version_info[:2]))
    return subprocess.call([PYTHON, "-c", version], stderr=subprocess.DEVNULL) == 0


def make_venv() -> None:
    say("Making a virtual environment in .venv (first time only)")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV], stdout=subprocess.DEVNULL) == 0:
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    say("Python's venv module is incomplete here; installing the Debian package " + package)
    if not apt_install([package]):
        stop(
            "Python can't make virtual environments here. Install its venv module (on Debian and Ubuntu: "
            "'sudo apt-get install {}') and run this again.".format(package)
        )
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", VENV])


def install(lock: str) -> None:
    """Install exactly what the lock file names, showing how far it is."""
    with open(lock) as file:
        total = len(re.findall(r"^[A-Za-z0-9_.-]+==", file.read(), re.MULTILINE))
    say("Installing {} packages from {}".format(total, os.path.relpath(lock, ROOT)))
    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        lock,
    ]
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    lines, done = [], 0
    for line in pip.stdout or ():
        lines.append(line)
        if line.startswith(("Collecting", "Requirement already satisfied")):
            done += 1
            progress("  {}/{} {}".format(min(done, total), total, line.split()[1 if line[0] == "C" else 3]))
        elif line.startswith("Installing collected"):
            progress("  unpacking them")
    progress("")
    if pip.wait() != 0:
        stop("The packages could not be installed:\n" + "".join(lines[-15:]))


def apt_install(packages: list) -> bool:  # type: ignore[type-arg]
    """Install Debian packages when that is possible without asking. Returns whether it worked."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    update = ["apt-get", "update", "-qq"]
    install_them = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"] + packages
    subprocess.call(update, stdout=subprocess.DEVNULL, env=environment)
    return subprocess.call(install_them, stdout=subprocess.DEVNULL, env=environment) == 0


SHELL = "chromium-headless-shell"  # Chromium without its windows: a page opens in half the time


def chromium() -> str:
    """The path of a Chromium, installed as root on Debian when there is none; elsewhere says what to do."""
    names = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = [os.environ.get("CHROMIUM"), shutil.which(SHELL)]
    if not any(found):
        say("Looking for a Chromium (the first time it is installed, as root on Debian)")
        apt_install([SHELL, "fonts-liberation"])
        found = [shutil.which(name) for name in names]
    if not any(found) and apt_install(["chromium", "fonts-liberation"]):
        found.append(shutil.which("chromium"))
    if not any(found):
        stop(
            "This needs Chromium. Install it (on Debian and Ubuntu: 'sudo apt-get install "
            "chromium'), or set CHROMIUM to the path of a Chromium or Chrome, and run this again."
        )
    return next(path for path in found if path)


def progress(text: str) -> None:
    """Show where a long step is: on one line of a terminal, not at all in a log."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K" + text[:78])
        sys.stderr.flush()


def say(text: str) -> None:
    """Tell what goes on, beside what the script itself tells, which may go to a file or another program."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def stop(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.exit(1)
