from qianliyan.desk.actions import submissions
from qianliyan.desk.models import Draft, Role, Source
from qianliyan.desk.shares import Share, shares_of, shares_of_all, unit_names
from tests.thread import submitted, taken


def merged(world, *origins, weights):
    """A draft made by hand of drafts and submissions, as merging will leave it."""
    editor = world.seats["editor"]
    draft = Draft.objects.create(
        office=world.city, title="综合", body="综合正文", kind="problem", form="composite", editor=editor.person
    )
    for origin, weight in zip(origins, weights, strict=True):
        kind = {"other": origin} if isinstance(origin, Draft) else {"submission": origin}
        Source.objects.create(draft=draft, weight=weight, role=Role.MERGED, **kind)
    return draft


def test_a_draft_of_one_submission_is_wholly_its_units(world, editor):
    draft = taken(world)

    submission = draft.sources.get().submission

    assert shares_of(draft) == [Share(submission, world.county, 1)]
    assert unit_names(draft) == ["青石县人民政府办公室"]


def test_shares_go_through_drafts_within_drafts(world, django_assert_num_queries):
    inner = merged(world, submitted(world), submitted(world), weights=(1, 3))
    third = submitted(world)
    outer = merged(world, inner, third, weights=(2, 1))

    with django_assert_num_queries(2):
        shares = shares_of(outer)

    assert [share.weight for share in shares] == [1, 3, 2]
    assert shares[2].submission == third


def test_one_submission_by_two_ways_is_one_share(world):
    submission = submitted(world)
    inner = merged(world, submission, weights=(1,))
    outer = merged(world, inner, submission, weights=(1, 1))

    assert shares_of(outer) == [Share(submission, world.county, 1)]


def test_the_shares_of_many_drafts_are_one_query(world, editor, django_assert_num_queries):
    found = [submissions.take(submitted(world), by=editor) for _ in range(3)]

    with django_assert_num_queries(1):
        shares = shares_of_all(found)

    assert [len(shares[draft.pk]) for draft in found] == [1, 1, 1]


def test_a_unit_is_named_once_and_as_it_was_called_when_it_sent(world):
    first, second = submitted(world), submitted(world)
    draft = merged(world, first, second, weights=(1, 1))
    world.county.name = "青石市人民政府办公室"
    world.county.save()

    assert unit_names(draft) == ["青石县人民政府办公室"]
