"""Find the typefaces of the norm at set-up and write var/fonts.json; never fails the set-up.

An office's own licensed fonts may be dropped into var/fonts and are preferred. Where FangSong is missing, the free
FandolFang is taken out of Debian's texlive-lang-chinese, which needs neither root nor an installation.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from qianliyan.typesetting import discovery

ROOT = Path(__file__).resolve().parents[1]
ROLES = {"fang": "仿宋 FangSong", "song": "宋体 Song", "hei": "黑体 Hei", "kai": "楷体 Kai", "title": "小标宋 titles"}
PACKAGE = "texlive-lang-chinese"


def main() -> int:
    """Write the list and say in plain sentences what stands in it."""
    options = arguments()
    own = options.var / "fonts"
    own.mkdir(parents=True, exist_ok=True)
    places = [own, *([] if options.no_system else discovery.SYSTEM)]
    bundled = discovery.bundled_folder()
    if bundled:
        places.append(bundled)
    found = discovery.write(places, options.var / "fonts.json")
    if not has_fangsong(found) and not options.offline and fetch_fandol(own, options.deb):
        found = discovery.write(places, options.var / "fonts.json")
    report(found, options.var / "fonts.json")
    return 0


def arguments() -> argparse.Namespace:
    """Read where var lies and what may be asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--var", type=Path, default=ROOT / "var", help="folder for fonts.json and the office's own fonts"
    )
    parser.add_argument("--deb", type=Path, help="a copy of the Debian package, instead of asking apt")
    parser.add_argument("--offline", action="store_true", help="do not ask apt for FandolFang")
    parser.add_argument("--no-system", action="store_true", help="look only into var/fonts and the wheel")
    return parser.parse_args()


def has_fangsong(found: dict[str, object]) -> bool:
    """Tell whether the first choice for body text is a FangSong and not a stand-in."""
    families = found["families"]
    chain = families["fang"] if isinstance(families, dict) else []
    return bool(chain) and "Noto" not in chain[0] and "DejaVu" not in chain[0]


def fetch_fandol(own: Path, deb: Path | None) -> bool:
    """Unpack the Fandol fonts into var/fonts; answer False where apt or the package cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            package = deb or download(Path(folder))
            subprocess.run(["dpkg", "-x", package, folder], check=True, capture_output=True, timeout=300)
        except (OSError, subprocess.SubprocessError, StopIteration) as problem:
            print(f"FandolFang could not be fetched ({type(problem).__name__}); FangSong falls back to Song.")
            return False
        for font in Path(folder).glob("usr/share/texlive/**/fandol/Fandol[FHKS]*.otf"):
            shutil.copy(font, own / font.name)
    return True


def download(folder: Path) -> Path:
    """Let apt fetch the package file into a folder of our own."""
    subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, check=True, capture_output=True, timeout=600)
    return next(folder.glob(f"{PACKAGE}_*.deb"))


def report(found: dict[str, object], target: Path) -> None:
    """Print one sentence for each role."""
    families = found["families"]
    if not isinstance(families, dict):
        raise TypeError(families)
    for role, name in ROLES.items():
        chain = families[role]
        print(f"{name}: {chain[0]}, then {', '.join(chain[1:]) or 'nothing'}." if chain else f"{name}: no font found.")
    if not has_fangsong(found):
        print(f"No FangSong here: drop one into {target.parent / 'fonts'} and run this again.")
    print(f"Written to {target}.")


if __name__ == "__main__":
    sys.exit(main())
