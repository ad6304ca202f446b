"""Every rule there is, in the order in which they are reported."""

from collections.abc import Callable, Iterator

from django.db import IntegrityError, connection

from qianliyan.history.seals import verify
from qianliyan.workbench.checking import credits as of_credits
from qianliyan.workbench.checking import editions, finding, instructions, numbers, papers, periods, states
from qianliyan.workbench.checking.breach import Breach

Rule = Callable[[], Iterator[Breach]]


def references_lead_somewhere() -> Iterator[Breach]:
    """Refuse rows that point at one that is gone; PostgreSQL holds this by itself, SQLite only while it is asked to."""
    try:
        connection.check_constraints()
    except IntegrityError as error:
        yield Breach("references", str(error))


def trail_is_whole() -> Iterator[Breach]:
    """Walk the chain of seals."""
    for breach in verify():
        yield Breach("seals", f"{breach.position} {breach.text}")


RULES: tuple[Rule, ...] = (
    references_lead_somewhere,
    trail_is_whole,
    states.states_agree_with_the_trail,
    states.signed_items_have_a_signature,
    states.submissions_are_as_signed,
    states.taken_submissions_lie_in_a_draft,
    states.drafts_are_shielded_by_what_is_in_them,
    states.drafts_stand_where_they_say,
    of_credits.credits_agree_with_sources,
    of_credits.levels_add_up,
    of_credits.only_printed_entries_have_credits,
    of_credits.published_submissions_have_credits,
    numbers.numbers_have_no_gaps,
    numbers.numbers_are_as_signed,
    editions.editions_are_as_recalled,
    editions.returned_copies_were_given_out,
    instructions.instructions_are_numbered_without_gaps,
    instructions.instructions_are_as_far_as_their_units,
    instructions.only_sources_are_told,
    papers.versions_have_their_digest,
    papers.layouts_are_frozen,
    papers.files_have_their_digest,
    papers.print_orders_keep_their_file,
    finding.rows_agree_with_things,
    periods.closed_periods_give_the_same_again,
)


def breaches() -> Iterator[Breach]:
    """Walk every rule."""
    for rule in RULES:
        yield from rule()
