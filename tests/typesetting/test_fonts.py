"""What set-up finds is what the typesetter gets, from a full machine down to the wheel alone."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.typesetting.measure import bare, words

from qianliyan.typesetting.discovery import bundled_folder, discover
from qianliyan.typesetting.families import families_by_role
from qianliyan.typesetting.fonts import Coverage, Fonts
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "fonts.py"


def test_an_offices_licensed_fonts_come_before_free_ones():
    found = families_by_role(["FandolFang R", "仿宋_GB2312", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "LXGW WenKai"])

    assert found["fang"] == ["仿宋_GB2312", "FandolFang R", "Noto Serif CJK SC"]
    assert found["title"] == ["FZXiaoBiaoSong-B05S", "Noto Serif CJK SC"]
    assert found["kai"] == ["LXGW WenKai", "仿宋_GB2312", "FandolFang R", "Noto Serif CJK SC"]


def test_every_role_falls_back_to_the_only_song():
    found = families_by_role(["Noto Serif SC"])

    assert {role: chain[0] for role, chain in found.items()} == dict.fromkeys(found, "Noto Serif SC")


def test_coverage_answers_at_the_edges_of_its_ranges():
    covered = Coverage("20-7e,3007,4e00-9fa5")

    assert [ord(c) in covered for c in " ~一龥"] == [True] * 4
    assert [point in covered for point in (0x1F, 0x7F, 0x4DFF, 0x9FA6)] == [False] * 4
    assert Coverage("").starts == []


def test_the_wheel_alone_gives_a_correct_pdf(issue):
    rendered = render_pdf(load(issue), Fonts.minimum())

    assert (rendered.pages, rendered.notices) == (6, ())
    assert "秋粮收购进度快于上年" in bare(words(rendered.pdf))


def test_the_wheel_lists_its_two_families_and_faces():
    found = discover([bundled_folder()])

    assert sorted(found["coverage"]) == ["Noto Sans SC", "Noto Serif SC"]
    assert sorted(found["faces"]) == ["NotoSansSC-Regular", "NotoSerifSC-Regular"]


def test_set_up_writes_the_list_and_says_what_it_found(tmp_path):
    order = [sys.executable, str(SCRIPT), "--var", str(tmp_path), "--no-system", "--offline"]
    told = subprocess.run(order, check=True, capture_output=True, text=True).stdout.splitlines()

    assert told[0] == "仿宋 FangSong: Noto Serif SC, then nothing."
    assert told[-2] == f"No FangSong here: drop one into {tmp_path / 'fonts'} and run this again."
    assert Fonts.load(tmp_path / "fonts.json").chain("fang") == ("Noto Serif SC",)


def test_a_broken_package_never_fails_the_set_up(tmp_path):
    (tmp_path / "broken.deb").write_bytes(b"not a package")
    order = [sys.executable, str(SCRIPT), "--var", str(tmp_path), "--no-system", "--deb", str(tmp_path / "broken.deb")]
    done = subprocess.run(order, check=False, capture_output=True, text=True)

    assert done.returncode == 0
    assert "FandolFang could not be fetched" in done.stdout
    assert json.loads((tmp_path / "fonts.json").read_text(encoding="utf-8"))["families"]["song"] == ["Noto Serif SC"]


def test_a_dropped_in_font_is_found_in_var(tmp_path):
    source = next(bundled_folder().glob("NotoSerifSC*.otf"))
    (tmp_path / "fonts").mkdir()
    shutil.copy(source, tmp_path / "fonts" / "own.otf")

    assert str(tmp_path / "fonts") in discover([tmp_path / "fonts", bundled_folder()])["folders"]
