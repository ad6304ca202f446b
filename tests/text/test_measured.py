import pytest

from qianliyan.text.checking.registry import RULES
from qianliyan.text.cleaning.clean import clean
from tests.text.faults import FAULTS
from tests.text.measuring import FRESH, ITEMS, facts_of, false_alarms, found_faults, fresh_faults

TEXTS = [(path.read_text(encoding="utf-8"), facts_of(path)) for path in ITEMS]


def test_the_items_cover_every_kind_and_form():
    kinds = {facts["kind"] for _, facts in TEXTS}
    forms = {facts["form"] for _, facts in TEXTS}

    assert len(TEXTS) >= 120
    assert kinds == {"problem", "experience", "warning", "implementation", "ordinary"}
    assert forms == {"brief", "single", "composite", "special", "research"}


def test_sound_items_raise_less_than_one_alarm_in_a_thousand_characters():
    alarms, rate = false_alarms(TEXTS)

    assert rate < 1, [(finding.rule, finding.message) for finding in alarms]


def test_nine_faults_of_ten_are_found_at_their_place():
    counts = found_faults(seed=1, tries=6)

    found, made = sum(one for one, _ in counts.values()), sum(other for _, other in counts.values())
    missed = {name: count for name, count in counts.items() if count[0] < count[1]}
    assert found >= 0.9 * made, missed
    assert [name for name, (one, other) in counts.items() if not other or one * 2 < other] == []


def test_nine_of_ten_faults_that_the_rules_were_not_written_from_are_found():
    faults = fresh_faults()
    missed = [fault.text[fault.start : fault.end] for fault in faults if not fault.found]

    assert len(missed) * 10 <= len(faults), missed


@pytest.mark.parametrize("text", (FRESH / "sound.txt").read_text(encoding="utf-8").splitlines())
def test_what_resembles_a_fault_is_left_alone(text):
    assert false_alarms([(text, {"title": ""})])[0] == []


def test_every_family_of_rules_has_a_fault():
    families = {rule.relation for rule in RULES.values()}
    covered = {RULES[rule].relation for fault in FAULTS for rule in fault.rules}

    # These speak of what only the office or its settings know; they have tests of their own.
    assert families - covered == {"宽窄·狭窄", "新·旧闻", "严·规范提法"}


def test_cleaning_leaves_sound_items_as_they_are():
    changed = [text for text, _ in TEXTS if clean(text).text != text.rstrip("\n")]

    assert changed == []
