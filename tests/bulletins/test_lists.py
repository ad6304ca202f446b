"""What waits for whom: issues to be signed, in the making, signed and not yet printed; where an item was printed."""

from qianliyan.bulletins.actions import printing, signing
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.issues import awaiting_signature, in_the_making, signed_unprinted
from qianliyan.bulletins.queries.printed import printed_with
from qianliyan.items.models import Item
from qianliyan.offices.models import Seat
from tests.thread import composed, printed_issue, signed_issue
from tests.world import World


def piles(seat: Seat) -> tuple[list[Issue], list[Issue], list[Issue]]:
    return list(in_the_making(seat)), list(awaiting_signature(seat)), list(signed_unprinted(seat))


def test_an_issue_lies_in_one_pile_after_the_other(world: World, chief: Seat, secretary_general: Seat):
    issue = composed(world)
    assert (piles(chief), piles(secretary_general)) == (([issue], [], []), ([issue], [], []))

    signing.send_for_signing(issue, by=chief)
    assert (piles(chief), piles(secretary_general)) == (([issue], [], []), ([issue], [issue], []))

    signing.sign(issue, by=secretary_general)
    assert piles(chief) == ([], [], [issue])

    printing.publish(issue, by=chief)
    assert piles(chief) == ([], [], [])


def test_nobody_finds_his_own_issue_among_those_to_sign(world: World, chief: Seat, secretary_general: Seat):
    issue = signing.send_for_signing(composed(world), by=chief)
    assert list(awaiting_signature(secretary_general)) == [issue]

    for column in ("composer", "sent_by"):
        Issue.objects.update(composer=chief.person, sent_by=chief.person)
        Issue.objects.update(**{column: secretary_general.person})

        assert list(awaiting_signature(secretary_general)) == []


def test_an_issue_without_a_recorded_sender_is_still_found_by_its_signatory(world: World, secretary_general: Seat):
    issue = signing.send_for_signing(composed(world), by=world.seats["chief"])
    Issue.objects.update(sent_by=None)

    assert list(awaiting_signature(secretary_general)) == [issue]


def test_other_offices_and_readers_have_no_piles(world: World, officer: Seat, provincial_editor: Seat):
    composed(world)
    signed_issue(world)
    printed_issue(world)

    assert (piles(officer), piles(provincial_editor)) == (([], [], []), ([], [], []))


def test_an_item_knows_where_it_was_printed_and_only_then(world: World):
    waiting = signed_issue(world)
    item = Item.objects.get()
    assert list(printed_with(item)) == []

    printed = printing.publish(waiting, by=world.seats["chief"])

    assert [(credit.entry.issue, credit.office, credit.weight) for credit in printed_with(item)] == [
        (printed, world.county, 1)
    ]
