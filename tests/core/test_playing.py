"""What makes many steps quick: rows locked by one statement, rows inserted together, answers kept and forgotten."""

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError
from django.urls import reverse

from qianliyan.core.batches import insert, together
from qianliyan.core.links import page_of
from qianliyan.core.memory import forget, keeping, kept, learn
from qianliyan.core.rows import insert_row, locked_row, prepared, write_row
from qianliyan.core.uids import new_uid
from qianliyan.history.models import Event
from qianliyan.items.models import Item
from qianliyan.notices.models import Notice, NoticeKind
from qianliyan.offices.models import Office
from qianliyan.offices.seats import seats_in
from tests import thread


def notice(world, url):
    return Notice(person=world.seats["officer"].person, kind=NoticeKind.NEWS, url=url)


def test_a_locked_row_is_the_row_as_it_stands(world):
    item = thread.written_item(world.seats["officer"])

    with transaction.atomic():
        fresh = locked_row(Item, item.pk)

    names = [field.attname for field in Item._meta.concrete_fields]
    assert [getattr(fresh, name) for name in names] == [getattr(Item.objects.get(pk=item.pk), name) for name in names]


def test_a_row_that_is_not_there_is_said(world):
    with transaction.atomic(), pytest.raises(Item.DoesNotExist):
        locked_row(Item, 0)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_locked_outside_a_transaction():
    with pytest.raises(TransactionManagementError):
        locked_row(Item, 1)


def test_a_row_inserted_and_written_by_a_kept_statement_is_as_django_would_have_it(world):
    made = insert_row(notice(world, "/made"))
    made.url, made.kind = "/changed", NoticeKind.DONE

    write_row(made, ["url"])

    stands = Notice.objects.get(pk=made.pk)
    assert (stands.uid, stands.at, stands.url, stands.kind) == (made.uid, made.at, "/changed", NoticeKind.NEWS)


@prepared
def of_persons(*pks):
    return Notice.objects.filter(person__in=pks).select_related("person").order_by("url")


def test_a_prepared_query_answers_for_each_number_and_for_any_count_of_them(world, django_assert_num_queries):
    people = [world.seats[name].person for name in ("officer", "editor")]
    Notice.objects.bulk_create(Notice(person=one, kind=NoticeKind.NEWS, url=f"/{one.pk}") for one in people)
    first, second = (one.pk for one in people)

    with django_assert_num_queries(4):
        found = [of_persons(first), of_persons(second), of_persons(first, second), of_persons(first, *range(-20, -1))]
        names = [[one.person.name for one in answer] for answer in found]

    one, other = (person.name for person in people)
    assert (names[:2], sorted(names[2]), names[3]) == ([[one], [other]], sorted([one, other]), [one])


@prepared
def notices_called(uid):
    return Notice.objects.filter(uid=uid)


def test_a_prepared_query_may_ask_by_public_numbers(world):
    made = insert_row(notice(world, "/made"))

    assert (notices_called(made.uid), notices_called(new_uid())) == ([made], [])


def test_rows_inserted_together_are_there_at_the_end_in_their_order(world):
    first, second = notice(world, "/first"), notice(world, "/second")

    with transaction.atomic(), together():
        insert([first])
        insert([second])
        assert not Notice.objects.filter(url__in=["/first", "/second"]).exists()

    assert list(Notice.objects.filter(url__in=["/first", "/second"]).order_by("pk")) == [first, second]


def broken(world):
    """Insert something, then fail."""
    with transaction.atomic(), together():
        insert([notice(world, "/never")])
        raise LookupError


def test_what_fails_writes_nothing(world):
    with pytest.raises(LookupError):
        broken(world)

    assert not Notice.objects.filter(url="/never").exists()


def test_a_story_played_together_records_the_same_events(world):
    with transaction.atomic(), together():
        thread.handed_over(world)

    assert list(Event.objects.filter(thing_type="items.item").values_list("verb", flat=True)) == [
        "item.start",
        "item.hand_over",
    ]


def test_an_answer_is_kept_until_something_changes_it():
    asked = []

    @kept
    def question(number):
        asked.append(number)
        return number

    with keeping():
        answers = [question(1), question(1), question(2)]
        learn(question, 30, 3)
        answers.append(question(3))
        forget(question)
        answers.append(question(1))
    question(1)

    assert (answers, asked) == ([1, 1, 2, 30, 1], [1, 2, 1, 1])


def test_who_takes_a_seat_is_known_at_once(world, django_assert_num_queries):
    with keeping():
        before = len(seats_in((world.county.pk,)))
        world.seat("newcomer", "officer", world.county, "新人")
        with django_assert_num_queries(1):
            assert len(seats_in((world.county.pk,))) == before + 1
            assert len(seats_in((world.county.pk,))) == before + 1


def test_a_foreign_key_is_followed_once_while_answers_are_kept(world, django_assert_num_queries):
    items = [thread.written_item(world.seats["officer"]) for _number in range(3)]
    found = list(Item.objects.filter(pk__in=[item.pk for item in items]))

    with keeping(), django_assert_num_queries(1):
        assert {item.office for item in found} == {world.county}
    assert isinstance(found[0].office, Office)


def test_the_address_of_a_page_is_that_of_django():
    uid = new_uid()

    assert [page_of(name, uid) for name in ("items:item", "desk:draft")] == [
        reverse(name, args=[uid]) for name in ("items:item", "desk:draft")
    ]
