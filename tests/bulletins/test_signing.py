"""The signature: who may give it, which number it takes, what it freezes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from qianliyan.bulletins.actions import composing, signing
from qianliyan.bulletins.layouts import digest_of, layout_of
from qianliyan.bulletins.models import Counter, Issue
from qianliyan.bulletins.queries.numbers import expected_number
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.desk.actions import drafts
from qianliyan.notices.models import Notice
from qianliyan.offices.models import Seat
from tests.thread import BODY, TITLE, composed, ready_draft, signed_issue
from tests.world import World

SHANGHAI = ZoneInfo("Asia/Shanghai")


def awaiting(world: World) -> Issue:
    return signing.send_for_signing(composed(world), by=world.seats["chief"])


def notices_of(seat: Seat) -> list[str]:
    return list(Notice.objects.filter(person=seat.person).values_list("kind", flat=True))


def test_the_secretary_general_signs_and_the_issue_takes_number_and_day(world, secretary_general):
    issue = awaiting(world)

    with clock.at(datetime(2026, 11, 22, 23, 59, tzinfo=SHANGHAI)):
        signed = signing.sign(issue, by=secretary_general, remark="同意印发")

    assert (signed.state, signed.year, signed.number, str(signed.signed_on)) == ("signed", 2026, 1, "2026-11-22")
    assert (signed.number_text, signed.signatory_name) == ("第1期", "宋衡")
    assert [(s.decision, s.signer, s.remark, s.round) for s in signed.sign_offs.all()] == [
        ("approved", secretary_general.label, "同意印发", 1)
    ]


def test_the_next_number_follows_in_the_year_and_starts_again_in_the_next(world, secretary_general, chief):
    numbers = []
    for day in (datetime(2026, 12, 31, 12, tzinfo=SHANGHAI), datetime(2027, 1, 1, 12, tzinfo=SHANGHAI)):
        for _ in range(2):
            with clock.at(day):
                issue = composing.start(world.bulletin, by=chief)
                composing.add(issue, ready_draft(world), by=chief)
                signed = signing.sign(signing.send_for_signing(issue, by=chief), by=secretary_general)
            numbers.append((signed.year, signed.number))

    assert numbers == [(2026, 1), (2026, 2), (2027, 1), (2027, 2)]


def test_publications_count_apart(world, secretary_general, chief):
    first = signed_issue(world)
    special = composing.start(world.special, by=chief)
    composing.add(special, ready_draft(world, kind="problem"), by=chief)

    second = signing.sign(signing.send_for_signing(special, by=chief), by=secretary_general)

    assert (first.number, second.number) == (1, 1)


def test_a_composer_who_may_sign_does_not_sign_his_own_issue(world, chief, secretary_general):
    own = world.seat("double", "secretary_general", world.city, "兼任")
    issue = awaiting(world)
    Issue.objects.filter(pk=issue.pk).update(composer=own.person)

    with pytest.raises(NotAllowed):
        signing.sign(issue, by=own)

    assert signing.sign(issue, by=secretary_general).state == "signed"


def test_whoever_sent_it_for_signing_does_not_sign_it(world, chief, secretary_general):
    both = world.seat("both", "chief", world.city, "兼编")
    signer = world.posts["secretary_general"].seats.create(
        person=both.person, office=world.city, valid_from=both.valid_from
    )
    issue = signing.send_for_signing(composed(world), by=both)

    with pytest.raises(NotAllowed):
        signing.sign(issue, by=signer)

    assert signing.sign(issue, by=secretary_general).state == "signed"


@pytest.mark.parametrize("role", ["chief", "editor", "officer", "signatory", "outsider"])
def test_nobody_else_signs(world, role):
    issue = awaiting(world)

    with pytest.raises(NotAllowed):
        signing.sign(issue, by=world.seats[role])

    assert Issue.objects.get(pk=issue.pk).state == "awaiting"


def test_a_refused_signature_leaves_no_gap(world, chief, secretary_general):
    issue = awaiting(world)
    with pytest.raises(NotAllowed):
        signing.sign(issue, by=chief)

    signed = signing.sign(issue, by=secretary_general)

    assert signed.number == 1


def test_the_second_signature_is_refused_and_takes_no_number(world, secretary_general):
    issue = signed_issue(world)

    with pytest.raises(WrongState):
        signing.sign(issue, by=secretary_general)

    assert Counter.objects.get(publication=issue.publication).last == 1
    assert expected_number(issue.publication) == 2


def test_signing_freezes_text_units_and_layout(world, chief, secretary_general):
    issue = awaiting(world)
    with clock.at(datetime(2026, 11, 22, 9, tzinfo=SHANGHAI)):
        signed = signing.sign(issue, by=secretary_general)

    entry = signed.entries.get()
    assert (entry.title, entry.body, entry.units) == (TITLE, BODY, "青石县人民政府办公室")
    assert signed.layout == {
        "template": "zhengwu",
        "masthead": "政务信息",
        "caution": "内部资料　注意保存",
        "number": "第1期",
        "office": "云川市人民政府办公室",
        "date": "2026年11月22日",
        "contents": True,
        "signer": "宋衡",
        "note": "",
        "entries": [{"title": TITLE, "body": BODY, "units": ["青石县人民政府办公室"]}],
        "tail": {
            "report": "市委、市人大、市政府、市政协领导",
            "send": "市委办公室",
            "issue": "各县（区）人民政府",
            "printed_copies": 60,
        },
    }


def test_a_protected_publication_names_no_unit(world, chief, secretary_general):
    issue = composing.start(world.special, by=chief)
    composing.add(issue, ready_draft(world, kind="problem"), by=chief)

    signed = signing.sign(signing.send_for_signing(issue, by=chief), by=secretary_general)

    assert signed.entries.get().units == "据基层反映"
    assert signed.layout["entries"][0]["units"] == ["据基层反映"]


def test_a_content_that_changed_after_it_was_read_is_not_signed(world, secretary_general):
    issue = awaiting(world)
    read = digest_of(layout_of(issue, pieces_of(issue)))
    draft = issue.entries.get().draft
    type(draft).objects.filter(pk=draft.pk).update(body="另一段文字。")

    with pytest.raises(Unreadable) as refusal:
        signing.sign(issue, by=secretary_general, seen=read)

    assert refusal.value.text == "您打开之后，这一期的内容有改动，还没有签发。请看过改动后再签。"
    fresh = digest_of(layout_of(issue, pieces_of(issue)))
    assert signing.sign(issue, by=secretary_general, seen=fresh).number == 1


def test_an_empty_issue_cannot_be_sent_and_stays_as_it_was(world, chief):
    issue = composing.start(world.bulletin, by=chief)

    with pytest.raises(NotReady) as refusal:
        signing.send_for_signing(issue, by=chief)

    assert [missing.text for missing in refusal.value.missing] == ["还没有编入稿件"]
    assert Issue.objects.get(pk=issue.pk).state == "composing"


def test_sending_tells_the_signatory_and_signing_tells_the_composer(world, chief, secretary_general):
    issue = awaiting(world)
    told = notices_of(secretary_general)
    Notice.objects.all().delete()

    signing.sign(issue, by=secretary_general)

    assert told == ["to_do"]
    assert (notices_of(chief), notices_of(secretary_general)) == (["to_do"], [])


def test_a_returned_issue_goes_on_being_composed_with_the_reason_kept(world, chief, secretary_general):
    issue = awaiting(world)

    returned = signing.send_back(issue, by=secretary_general, reason="第一条再压缩")

    assert returned.state == "composing"
    assert [(s.decision, s.remark) for s in returned.sign_offs.all()] == [("returned", "第一条再压缩")]
    assert notices_of(chief)[-1] == "to_do"
    again = signing.send_for_signing(returned, by=chief)
    assert again.round == 2


def test_returning_needs_a_reason(world, secretary_general):
    issue = awaiting(world)

    with pytest.raises(Unreadable):
        signing.send_back(issue, by=secretary_general, reason=" ")

    assert Issue.objects.get(pk=issue.pk).state == "awaiting"


def test_an_issue_waiting_for_its_signature_can_be_taken_back_but_not_changed(world, chief):
    issue = awaiting(world)
    with pytest.raises(WrongState):
        composing.remove(issue.entries.get(), by=chief)

    taken_back = signing.take_back(issue, by=chief)

    assert taken_back.state == "composing"
    composing.remove(issue.entries.get(), by=chief)
    assert pieces_of(taken_back) == []
    assert drafts.Draft.objects.get().state == "ready"
