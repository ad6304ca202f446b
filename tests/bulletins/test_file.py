"""The file of a printed issue: made once, kept with its digest, whatever happens to the worker."""

import hashlib
from datetime import timedelta

import pypdfium2
import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from qianliyan.bulletins import tasks
from qianliyan.bulletins.actions import printing
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.bulletins.queries.printed import stale_orders
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, WrongState
from qianliyan.files.actions import content_of
from qianliyan.files.models import File
from qianliyan.notices.models import Notice
from qianliyan.offices.models import Seat
from tests.thread import printed_issue
from tests.world import World


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "".join("".join(pages).split())


def ordered(world: World) -> PrintOrder:
    printed_issue(world)
    return PrintOrder.objects.get()


def broken(world: World) -> PrintOrder:
    order = ordered(world)
    Issue.objects.update(layout={"template": "没有这个版式"})
    Notice.objects.all().delete()
    return printing.make_file(order.pk)


def test_the_file_says_what_was_signed_and_lies_under_its_digest(world: World):
    order = printing.make_file(ordered(world).pk)

    content = content_of(order.file)
    text = text_of(content)
    assert (order.state, order.pages, order.error) == ("made", 1, "")
    assert (order.file.name, order.file.kind) == ("政务信息第1期.pdf", "pdf")
    assert hashlib.sha256(content).hexdigest() == order.file.digest
    for words in (
        "政务信息",
        "第1期",
        "云川市人民政府办公室",
        "（青石县人民政府办公室）",
        "报：市委、市人大",
        "共印60份",
    ):
        assert words in text


def test_a_made_file_is_never_made_again(world: World):
    first = printing.make_file(ordered(world).pk)
    Issue.objects.update(layout={"template": "没有这个版式"})

    again = printing.make_file(first.pk)

    assert (again.file_id, again.made_at, again.state) == (first.file_id, first.made_at, "made")
    assert File.objects.filter(kind="pdf").count() == 1


def test_a_worker_killed_before_the_end_leaves_an_order_that_can_be_made(world: World):
    order = ordered(world)

    with transaction.atomic():
        printing.make_file(order.pk)
        transaction.set_rollback(True)

    assert (PrintOrder.objects.get().state, File.objects.filter(kind="pdf").count()) == ("waiting", 0)
    assert printing.make_file(order.pk).state == "made"


def test_an_order_whose_worker_was_killed_is_queued_again_once(world: World):
    order = ordered(world)
    DBTaskResult.objects.update(status="RUNNING")
    with clock.at(clock.now() + timedelta(minutes=4)):
        assert list(stale_orders()) == [order]

        counts = [tasks.enqueue_stale(), tasks.enqueue_stale()]

    assert counts == [1, 0]
    assert [task.args_kwargs["args"] for task in DBTaskResult.objects.filter(status="READY")] == [[order.pk]]


def test_orders_that_are_young_or_made_are_not_queued_again(world: World):
    order = ordered(world)
    assert tasks.enqueue_stale() == 0
    printing.make_file(order.pk)

    with clock.at(clock.now() + timedelta(minutes=4)):
        assert tasks.enqueue_stale() == 0


def test_what_cannot_be_set_says_why_and_tells_the_composer(world: World, chief: Seat):
    order = broken(world)

    assert (order.state, order.file) == ("failed", None)
    assert order.error.startswith("没有排成：没有“没有这个版式”这个版式")
    assert list(Notice.objects.values_list("person", "kind")) == [(chief.person_id, "to_do")]


def test_a_failed_file_can_be_ordered_again_and_is_then_made(world: World, chief: Seat):
    layout = Issue.objects.values_list("layout", flat=True)
    order = ordered(world)
    good = layout.get()
    Issue.objects.update(layout={"template": "没有这个版式"})
    printing.make_file(order.pk)
    Issue.objects.update(layout=good)

    again = printing.typeset_again(PrintOrder.objects.get(), by=chief)

    assert (again.state, again.error) == ("waiting", "")
    assert DBTaskResult.objects.count() == 2
    assert printing.make_file(again.pk).state == "made"


def test_only_composers_order_a_file_again_and_only_a_failed_one(world: World, chief: Seat, editor: Seat):
    order = broken(world)
    with pytest.raises(NotAllowed):
        printing.typeset_again(order, by=editor)
    printing.typeset_again(order, by=chief)

    with pytest.raises(WrongState):
        printing.typeset_again(order, by=chief)


def test_the_composer_hears_when_the_file_is_made(world: World, chief: Seat):
    order = ordered(world)
    Notice.objects.all().delete()

    tasks.typeset.call(order.pk)

    assert list(Notice.objects.values_list("person", "kind")) == [(chief.person_id, "done")]
