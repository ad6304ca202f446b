import pytest

from qianliyan.instructions.actions import registering
from qianliyan.search.state import all_stale
from tests import thread
from tests.instructions import steps


@pytest.fixture
def court(world):
    return steps.court(world)


def labels(browser, text):
    page = browser.get("/search/", {"q": text, "in": "instruction"})
    return [("".join(piece.text for piece in one.title), str(one.label)) for one in page.context["answers"]]


def test_an_instruction_is_found_by_those_who_handle_it_and_those_who_carry_it_out(court, sign_in):
    steps.forwarded(court)
    seats = court.seats
    hit = [("市长批示", "领导批示")]

    assert labels(sign_in(seats["chief"]), "李明") == []
    assert labels(sign_in(seats["chief"]), "统筹运维") == hit
    assert labels(sign_in(seats["outsider"]), "统筹运维") == hit
    assert labels(sign_in(seats["neighbour"]), "统筹运维") == []
    assert list(all_stale()) == []


def test_before_it_is_forwarded_no_unit_finds_it(court, sign_in):
    steps.decided(court)

    assert labels(sign_in(court.seats["chief"]), "统筹运维") != []
    assert labels(sign_in(court.seats["outsider"]), "统筹运维") == []


def test_a_void_registration_is_found_no_more(court, sign_in):
    submission = thread.submitted(court)
    instruction = steps.from_above(court, submission)
    browser = sign_in(court.seats["chief"])
    before = labels(browser, "做法可以推广")

    registering.void(instruction, by=court.seats["secretary"], words="重复登记")

    assert (before, labels(browser, "做法可以推广")) == ([("副省长批示", "领导批示")], [])
