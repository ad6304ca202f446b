"""`qianliyan score`: what checks and people rely on."""

import json

import openpyxl
import pytest

from qianliyan.__main__ import main
from tests.scoring.desk import DATA, SCHEMES

FACTS = """
{"id":"1","on":"2026-03-05","fact":"adopted","item":"一","offices":["白桑县","青石县"],"publication":"专报信息","level":"city"}
{"id":"2","on":"2026-03-06","fact":"instructed","item":"一","offices":["白桑县"],"leader_level":"city"}
{"id":"3","on":"2026-03-07","fact":"submitted","item":"二","offices":["南屏区"]}
{"id":"4","on":"2026-03-08","fact":"adopted","item":"三","offices":[{"office":"=A1"}],"publication":"增刊","level":"city"}
""".lstrip()


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.jsonl"
    path.write_text(FACTS, encoding="utf-8")
    return str(path)


S05 = str(SCHEMES / "S05.yaml")


def test_run_prints_json_with_office_and_total(facts, capsysbinary):
    assert main(["score", "run", S05, facts, "--format", "json"]) == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert [(row["office"], row["total"], row["rank"]) for row in data["results"]] == [
        ("白桑县", "11.5", 1),
        ("=A1", "10", 2),
        ("青石县", "1.5", 3),
        ("南屏区", "0", 4),
    ]
    assert (data["period"], data["earned_nothing"]) == ("2026-03", {"本办法对“报送”不计分": 1})


def test_the_ledger_has_a_stable_line_for_every_point(facts, capsysbinary):
    main(["score", "run", S05, facts, "--format", "json", "--ledger"])

    data = json.loads(capsysbinary.readouterr().out)
    lines = {line["line"]: (line["points"], line["clause"], line["words"]) for line in data["ledger"]}
    assert lines == {
        "1/office:白桑县/市级刊物采用": ("1.5", "计分标准", "专报信息 3 × 0.5（2方平分） = 1.5"),
        "1/office:青石县/市级刊物采用": ("1.5", "计分标准", "专报信息 3 × 0.5（2方平分） = 1.5"),
        "2/office:白桑县/市领导批示": ("10", "计分标准", "10"),
        "4/office:=A1/市级刊物采用": ("10", "计分标准", "增刊 10"),
    }
    assert data["nothing"] == [
        {"fact": "3", "item": "二", "on": "2026-03-07", "rule": "", "why": "本办法对“报送”不计分", "names": ["南屏区"]}
    ]


def test_run_prints_a_table_for_people(facts, capsysbinary):
    main(["score", "run", S05, facts])

    out = capsysbinary.readouterr().out.decode()
    assert out.splitlines()[:4] == [
        "衢州市政务信息工作考核办法（版本1）  考核期：2026-03",
        "",
        "名次  单位    得分  评定",
        "1     白桑县  11.5",
    ]


def test_run_writes_a_spreadsheet_in_which_text_stays_text(facts, tmp_path):
    path = tmp_path / "得分.xlsx"

    main(["score", "run", S05, facts, "--format", "xlsx", "--ledger", "-o", str(path)])

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["单位得分", "明细", "未计分"]
    assert [[cell.value for cell in row][:3] for row in book["单位得分"].iter_rows(min_row=2)] == [
        ["名次", "单位", "得分"],
        [1, "白桑县", 11.5],
        [2, "=A1", 10],
        [3, "青石县", 1.5],
        [4, "南屏区", 0],
    ]
    assert book["单位得分"]["B4"].data_type == "s"


def test_explain_goes_down_to_the_fact(facts, capsysbinary):
    assert main(["score", "explain", S05, facts, "--office", "白桑县"]) == 0

    assert capsysbinary.readouterr().out.decode().splitlines() == [
        "白桑县  衢州市政务信息工作考核办法  考核期：2026-03",
        "",
        "得分  11.5分",
        "  2026-03-05  1  市级刊物采用（计分标准）  专报信息 3 × 0.5（2方平分） = 1.5",
        "  2026-03-06  2  市领导批示（计分标准）  10",
    ]


def test_explain_tells_a_unit_why_a_fact_earned_nothing(facts, capsysbinary):
    main(["score", "explain", S05, facts, "--office", "南屏区", "--format", "json"])

    data = json.loads(capsysbinary.readouterr().out)
    assert [(row["fact"], row["why"]) for row in data["nothing"]] == [("3", "本办法对“报送”不计分")]


def test_explain_shows_bounds_quotas_and_formulas_with_their_numbers(tmp_path, capsysbinary):
    path = tmp_path / "facts.jsonl"
    rows = [
        {"id": f"{n}", "on": "2011-07-05", "fact": "submitted", "kind": "简报", "offices": ["达县"]} for n in range(11)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    main(["score", "explain", str(SCHEMES / "S62.yaml"), str(path), "--office", "达县", "--period", "2011-07"])

    out = capsysbinary.readouterr().out.decode()
    assert "简报  10分" in out
    assert "  每月至多10：−12" in out
    assert "  简报 + 大事记 + 月报 + 分析材料 + 期初；10+0+0+0+0" in out


def test_explaining_a_unit_that_nobody_mentions_is_refused(facts, capsys):
    assert main(["score", "explain", S05, facts, "--office", "无名县"]) == 1
    assert capsys.readouterr().err == f"{facts}：名册和事实中都没有“无名县”\n"


def test_a_register_adds_the_units_that_reported_nothing(facts, tmp_path, capsysbinary):
    known = tmp_path / "offices.yaml"
    known.write_text(
        "offices:\n" + "".join(f"  - office: {name}\n" for name in ("白桑县", "青石县", "南屏区", "=A1", "古渡县")),
        encoding="utf-8",
    )

    main(["score", "run", S05, facts, "--offices", str(known), "--format", "json"])

    totals = {row["office"]: row["total"] for row in json.loads(capsysbinary.readouterr().out)["results"]}
    assert totals["古渡县"] == "0"


@pytest.mark.parametrize("path", sorted(SCHEMES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_real_scheme_passes_the_check(path, capsys):
    assert main(["score", "check", str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"{path}：可用。")


def test_check_refuses_with_line_and_reason(capsys):
    path = DATA / "broken" / "overlap.yaml"

    assert main(["score", "check", str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"{path}:7:5：“省采用”与规则“采用”会对同一事实重复计分")


def test_missing_files_are_named(tmp_path, capsys):
    assert main(["score", "check", str(tmp_path / "无.yaml")]) == 1
    assert main(["score", "run", S05, str(tmp_path / "无.jsonl")]) == 1
    assert [line.split("：")[1] for line in capsys.readouterr().err.splitlines()] == ["读不出文件", "读不出文件"]


def test_the_example_facts_run_through_the_default_scheme(capsysbinary):
    root = SCHEMES.parent
    default = root.parent / "src" / "qianliyan" / "scoring" / "schemes" / "default.yaml"
    known = ["--offices", str(root / "offices.yaml"), "--period", "2026-Q1", "--format", "json"]

    assert main(["score", "run", str(default), str(root / "facts.jsonl"), *known]) == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert {row["office"]: (row["rank"], row["total"]) for row in data["results"]} == {
        "白桑县": (1, "27.3"),
        "南屏区": (2, "0.0"),
        "青石县": (3, "-9.0"),
        "市农业农村局": (1, "5.7"),
        "市生态环境局": (2, "0.0"),
    }


def test_a_period_that_is_none_is_refused(facts, capsys):
    assert main(["score", "run", S05, facts, "--period", "三月"]) == 1
    assert "时段“三月”写法不对" in capsys.readouterr().err
