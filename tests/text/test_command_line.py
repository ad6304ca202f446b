import json

import pytest

from qianliyan.text.cli import main

TEXT = "青溪县春灌进展顺利\n全县共有泵站126座，其中河东镇53座、李家镇38座、南山镇45座。\n"


@pytest.fixture
def file(tmp_path):
    def write(content: bytes, name: str = "稿.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return write


def test_check_gives_findings_with_offsets_in_the_file_as_read(file, capsys):
    code = main(["check", file(TEXT.encode("gb18030")), "--json"])

    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert code == 0
    assert (finding["severity"], finding["rule"]) == ("advice", "sum-of-parts")
    assert TEXT[finding["start"] : finding["end"]] == "126座，其中河东镇53座、李家镇38座、南山镇45座"


def test_check_does_not_clean(file, capsys):
    main(["check", file("青溪县春灌\n　　完成12万亩,进度较快。".encode()), "--json"])

    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule"], finding["start"], finding["end"]) == ("narrow-punctuation", 14, 15)


def test_a_text_longer_than_any_item_is_refused_at_once(file, capsys):
    assert main(["check", file("县".encode() * 300_001)]) == 1
    assert "超过30万字" in capsys.readouterr().err


def test_lines_are_counted_from_one(file, capsys):
    main(["check", file("青溪县春灌\n进展顺利。\n完成12万亩,进度较快。".encode())])

    assert capsys.readouterr().out.startswith("第3行 [advice]")


def test_kind_and_form_let_more_rules_speak(file, capsys):
    main(["check", file(TEXT.encode()), "--json", "--kind", "problem", "--form", "single", "--date", "2026-03-20"])

    found = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert {"missing-layer", "missing-element", "length"} <= found


def test_clean_prints_the_text(file, capsys):
    main(["clean", file("首页\n要闻\n县情\n".encode() + TEXT.replace("，", ",").encode())])

    assert capsys.readouterr().out == TEXT


def test_clean_reports_as_json(file, capsys):
    main(["clean", file(TEXT.replace("泵站", "泵(bèng)站").encode()), "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert answer["title"] == "青溪县春灌进展顺利"
    assert [change["what"] for change in answer["changes"]] == ["删去了1处注音"]
    assert answer["missing"] == []


def test_a_refused_file_gives_a_sentence_and_a_code(file, capsys):
    code = main(["clean", file(b"PK\x03\x04xx", "坏.docx")])

    assert code == 1
    assert capsys.readouterr().err == "文件已损坏，打不开。请在原来的软件里重新另存一份再上传。\n"


def test_a_missing_file_is_no_traceback(tmp_path, capsys):
    assert main(["check", str(tmp_path / "无.txt")]) == 1
    assert capsys.readouterr().err.startswith("读不到文件")


def test_parse_diff_and_similar_answer_in_words(file, capsys):
    one, other = file(TEXT.encode()), file(TEXT.replace("126", "136").encode(), "新.txt")

    assert main(["parse", one]) == main(["diff", one, other]) == main(["similar", one, other]) == 0

    lines = capsys.readouterr().out.split("\n")
    assert lines[:3] == [
        "青溪县春灌进展顺利",
        "paragraph    全县共有泵站126座，其中河东镇53座、李家镇38座、南山镇45座。",
        "  青溪县春灌进展顺利",
    ]
    assert lines[3].startswith("~ 全县共有泵站[-126-]座")
    assert lines[4:6] == ["短文有92%见于另一文", "· 青溪县春灌进展顺利"]


@pytest.mark.parametrize("command", ["clean", "parse", "check"])
def test_a_column_of_single_characters_is_refused(command, file, capsys):
    assert main([command, file("甲\n".encode() * 60_000)]) == 1
    assert capsys.readouterr().err == "文字超过5万行，不像一篇信息。请截取需要的部分。\n"
