"""Every page of the room, at every stage, from each side; what is not theirs is not there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qianliyan.core import clock
from qianliyan.instructions import papers
from qianliyan.instructions.actions import forwarding, proposing, reading, registering, reporting, telling
from qianliyan.instructions.models import Forwarding, Instruction, Presentation
from tests import thread
from tests.instructions.steps import (
    WORDS,
    decided,
    forwarded,
    from_above,
    given,
    line,
    presented,
    printed_entry,
    proposed,
    registered,
    strokes,
)


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def fetched(client, address):
    return b"".join(client.get(address).streaming_content)[:4]


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as found:
        page(client, address)
    return len(found)


@pytest.mark.parametrize("made", [given, registered, proposed, decided, forwarded])
def test_the_instruction_s_page_offers_exactly_what_is_open(world, made, sign_in):
    instruction = made(world)
    buttons = {
        given: ("secretary", "登记取号"),
        registered: ("chief", "送审定"),
        proposed: ("secretary_general", "同意拟办意见"),
        decided: ("chief", "移交督查"),
        forwarded: ("chief", "代录反馈"),
    }
    role, button = buttons[made]

    assert button in page(sign_in(world.seats[role]), f"/instructions/{instruction.uid}/")
    assert button not in page(sign_in(world.seats["editor"]), f"/instructions/{instruction.uid}/")
    for outside in ("officer", "neighbour"):
        assert sign_in(world.seats[outside]).get(f"/instructions/{instruction.uid}/").status_code == 404


def test_the_way_through_the_pages_by_plain_forms(world, sign_in, secretary, chief, secretary_general, outsider):
    instruction = given(world)
    address = f"/instructions/{instruction.uid}"
    sign_in(secretary).post(f"{address}/registration/", {"principal": "1"})
    sign_in(chief).post(f"{address}/proposal/", {"text": "拟转办。", "lead": world.department.pk, "once": "a"})
    sign_in(secretary_general).post(f"{address}/decision/", {"remark": "同意"})
    day = "2099-12-05"
    sent = {"lead": world.department.pk, "due_on": day, "request": "请抓紧", "once": "b"}
    sign_in(chief).post(f"{address}/forwardings/", sent)
    errand = Forwarding.objects.get()
    sign_in(outsider).post(f"/errands/{errand.uid}/receipt/")
    again = sign_in(outsider).post(f"/errands/{errand.uid}/report/", {"text": "已办。", "once": "c"})
    second = sign_in(outsider).post(f"/errands/{errand.uid}/report/", {"text": "已办。", "once": "c"})
    sign_in(chief).post(f"{address}/tellings/", {"depth": "full"})
    sign_in(chief).post(f"{address}/closure/", {"outcome": "已出台办法。"})

    done = Instruction.objects.get()
    assert (again.status_code, second.status_code) == (302, 422)
    assert (done.state, done.outcome, done.tellings.get().text) == ("closed", "已出台办法。", WORDS)
    assert [one.text for one in done.reports.all()] == ["已办。"]


def test_a_second_click_on_the_leader_s_page_sends_nothing_twice(world, mayor, sign_in):
    reader = line(presented(world), mayor)
    client, sent = sign_in(mayor), {"text": WORDS, "once": "one-key"}

    first = client.post(f"/reading/{reader.uid}/instructions/", sent, headers={"accept": "application/json"})
    second = client.post(f"/reading/{reader.uid}/instructions/", sent, headers={"accept": "application/json"})

    assert (first.json(), second.json()) == ({"sent": True, "next": ""}, {"sent": True, "next": ""})
    assert [one.text for one in Instruction.objects.all()] == [WORDS]


def test_strokes_are_seen_by_the_leader_and_by_staff_and_by_nobody_else(world, mayor, sign_in, secretary, officer):
    reader = line(presented(world), mayor)
    instruction = reading.instruct(reader, by=mayor, strokes=strokes())
    own = f"/reading/{reader.uid}/strokes/{instruction.strokes.uid}/"
    staff = f"/instructions/{instruction.uid}/files/{instruction.strokes.uid}/"

    assert [fetched(sign_in(mayor), own), fetched(sign_in(secretary), staff)] == [b"\x89PNG", b"\x89PNG"]
    assert [sign_in(officer).get(place).status_code for place in (own, staff)] == [404, 404]


def test_the_unit_reads_what_is_asked_and_not_who_reported_the_problem(world, outsider, sign_in):
    presented(world, "mayor", entry=printed_entry(world, kind="problem"))
    mayor = world.seats["mayor"]
    given_ = reading.instruct(line(Presentation.objects.get(), mayor), by=mayor, text=WORDS)
    registering.register(given_, by=world.seats["secretary"])
    proposing.propose(Instruction.objects.get(), by=world.seats["chief"], text="拟转。")
    proposing.decide(Instruction.objects.get(), by=world.seats["secretary_general"])
    due = clock.today() + timedelta(days=9)
    forwarding.forward(Instruction.objects.get(), by=world.seats["chief"], units=[world.department], due_on=due)
    errand = Forwarding.objects.get()

    shown = page(sign_in(outsider), f"/errands/{errand.uid}/")

    assert WORDS in shown
    assert "信息由基层报来" in shown
    assert papers.letter(errand)["fields"]["来文单位"] == "基层"


def test_the_county_reads_what_it_was_told_on_its_own_item(world, officer, chief, sign_in):
    instruction = registered(world)
    item = thread.Submission.objects.get().item
    assert "批示" not in page(sign_in(officer), f"/items/{item.uid}/").split("<main")[1]

    telling.tell_sources(instruction, by=chief, depth="excerpt", excerpt="请研究统筹运维。")

    shown = page(sign_in(officer), f"/items/{item.uid}/")
    assert "市领导作出批示" in shown
    assert "请研究统筹运维。" in shown
    assert "李明" not in shown


def test_recording_from_above_by_the_form(world, secretary, sign_in):
    submission = thread.submitted(world)
    address = f"/instructions/new/submission/{submission.uid}/"
    typed = {
        "leader_name": "赵宁",
        "leader_post": "副省长",
        "level": "province",
        "given_on": "2026-01-05",
        "form": "notice",
        "text": "可以推广。",
    }
    client = sign_in(secretary)
    refused = client.post(address, {**typed, "leader_post": "", "once": "x"})
    made = client.post(address, {**typed, "evidence": "省府办〔2026〕3号", "once": "y"})

    assert (refused.status_code, made.status_code) == (422, 302)
    assert [(one.leader_name, one.level, one.state) for one in Instruction.objects.all()] == [
        ("赵宁", "province", "registered")
    ]


def test_the_register_narrows_and_pages_with_the_same_number_of_queries(world, chief, sign_in):
    submission = thread.submitted(world)
    from_above(world, submission)
    client = sign_in(chief)
    page(client, "/instructions/")
    one = queries(client, "/instructions/")
    for _time in range(34):
        from_above(world, submission)

    shown = page(client, "/instructions/")
    assert (queries(client, "/instructions/") == one, one <= 12) == (True, True), one
    assert shown.count("副省长 赵宁") == 30
    assert "?at=o" in shown
    assert page(client, "/instructions/?level=city").count("副省长 赵宁") == 0
    assert page(client, "/instructions/?state=registered&leader=赵宁&from=2020-01-01").count("副省长 赵宁") == 30


def test_lists_and_papers_stay_within_their_queries(world, secretary, mayor, outsider, chief, sign_in):
    instruction = forwarded(world)
    errand = Forwarding.objects.get()
    reporting.report(errand, by=outsider, text="已办。")
    presentation = Presentation.objects.get()
    asked = [
        (secretary, "/presentations/"),
        (secretary, f"/presentations/{presentation.uid}/"),
        (mayor, "/reading/"),
        (mayor, f"/reading/{line(presentation, mayor).uid}/"),
        (mayor, "/reading/phrases/"),
        (outsider, "/errands/"),
        (outsider, f"/errands/{errand.uid}/"),
        (chief, f"/instructions/{instruction.uid}/"),
    ]
    found = {}
    for seat, address in asked:
        client = sign_in(seat)
        page(client, address)
        found[address] = queries(client, address)

    assert {address: count for address, count in found.items() if count > 20} == {}, found
