"""Findings that somebody sets aside, and rules that an office weighs differently."""

import pytest

from qianliyan.configuration.cleaning import clean
from qianliyan.configuration.models import Value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.actors import SYSTEM
from qianliyan.items import proofs
from qianliyan.items.actions import writing
from qianliyan.offices import actions as offices
from qianliyan.proofing import settings
from qianliyan.proofing.actions import ignore, restore
from tests.proofing.steps import found, proofed
from tests.thread import written_item

SUM = "青石县共核查146座设施，其中正常运行83座、停运61座、改造中3座。"


def rules(item):
    return [one.finding.rule for one in proofed(item).open]


def configure(office, setting, value):
    Value.objects.create(office=office, key=setting.key, value=value, valid_from=clock.today())


def test_a_finding_set_aside_is_quiet_until_its_figures_change(world, officer):
    item = written_item(officer, body=SUM)
    ignore(proofs.subject_of(item), found(item, "sum-of-parts"), by=officer, reason="3座中有1座两边都算")
    assert "sum-of-parts" not in rules(item)
    assert [row.reason for _one, row in proofed(item).set_aside] == ["3座中有1座两边都算"]

    item = writing.save(item, by=officer, revision=0, body=f"截至目前，{SUM}")
    assert "sum-of-parts" not in rules(item)

    item = writing.save(item, by=officer, revision=1, body=SUM.replace("3座。", "9座。"))
    assert "sum-of-parts" in rules(item)


def test_it_is_taken_up_again_and_may_be_set_aside_anew(world, officer):
    item = written_item(officer, body=SUM)
    subject = proofs.subject_of(item)
    row = ignore(subject, found(item, "sum-of-parts"), by=officer, reason="口径不同")
    with pytest.raises(Unreadable, match="已经有人办过"):
        ignore(subject, found(item, "sum-of-parts"), by=officer, reason="口径不同")

    restore(subject, row, by=officer)

    assert "sum-of-parts" in rules(item)
    ignore(subject, found(item, "sum-of-parts"), by=officer, reason="口径不同")


def test_nobody_from_another_unit_sets_findings_aside(world, officer, neighbour):
    item = written_item(officer, body=SUM)

    with pytest.raises(NotAllowed):
        ignore(proofs.subject_of(item), found(item, "sum-of-parts"), by=neighbour, reason="口径不同")


def test_an_office_switches_a_rule_off_for_itself_and_all_below(world, officer):
    item = written_item(officer, body=SUM)
    configure(world.city, settings.SEVERITIES, {"sum-of-parts": "off", "vague-quantity": "advice"})

    assert "sum-of-parts" not in rules(item)


def test_what_blocks_is_not_among_the_rules_that_an_office_may_weigh():
    choices = dict(settings.choosable())

    assert not {"mobile-number", "secret-mark", "leaders", "placeholder", "political-wording"} & choices.keys()
    assert clean(settings.SEVERITIES, ["", "stale:note", "length:off"]) == {"stale": "note", "length": "off"}
    with pytest.raises(Unreadable):
        clean(settings.SEVERITIES, ["mobile-number:off"])


def test_the_offices_own_lists_are_read(world, officer):
    configure(world.city, settings.LEADERS, ["方远｜市长｜2024-01-10｜｜市人大公告", "安明|副市长|2025-03-01||"])
    configure(world.city, settings.PHRASES, ["清凉行动计划｜清洁行动计划｜文件名有误｜市政府〔2026〕3号"])
    configure(world.county, settings.CONFUSABLES, ["青实县｜青石县"])
    configure(world.county, settings.SECRET_PHRASES, ["蓝箭工程"])
    item = written_item(officer, body="副市长方远听取清凉行动计划汇报。安明、方远到青实县调研蓝箭工程。正常运行83座。")

    found = {(one.finding.rule, one.quote) for one in proofed(item).open}

    assert found >= {
        ("leaders", "副市长方远"),
        ("leaders", "安明、方远"),
        ("political-wording", "清凉行动计划"),
        ("confusable", "青实县"),
        ("inner-mark", "蓝箭工程"),
    }


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        (settings.LEADERS, "方远"),
        (settings.LEADERS, "方远｜市长｜去年"),
        (settings.PHRASES, "一样｜一样"),
        (settings.LENGTH_LIMITS, "单条｜900｜120"),
        (settings.STALE_DAYS, "谣言｜3"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_its_number(world, setting, line):
    with pytest.raises(Unreadable, match="第2行"):
        clean(setting, [f"{setting.default[0] if setting.default else good(setting)}\n{line}"])


def good(setting):
    return {settings.LEADERS.key: "方远｜市长", settings.PHRASES.key: "错｜对"}[setting.key]


def test_a_former_name_of_an_office_is_found_where_the_text_speaks_of_today(world, officer):
    offices.change(world.department, name="云川市农业农村和乡村振兴局", on=clock.today(), by=SYSTEM)
    item = written_item(officer, body="云川市农业农村局近期核查设施83座。原云川市农业农村局曾核查61座。")

    said = [(one.quote, one.finding.message) for one in proofed(item).open if one.finding.rule == "former-office"]

    assert [quote for quote, _message in said] == ["云川市农业农村局"]
    assert "云川市农业农村和乡村振兴局" in said[0][1]
