from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from qianliyan.bulletins.actions.printing import make_file
from qianliyan.bulletins.actions.recalling import recall
from qianliyan.bulletins.models import Counter, Credit, Dispatch, Edition, Entry, Issue, PrintOrder
from qianliyan.desk.models import Draft
from qianliyan.files.models import File
from qianliyan.items.models import Item, SignOff, Submission, Version
from qianliyan.workbench.checking.rules import breaches
from tests import thread


@pytest.fixture
def printed(world, settings, tmp_path):
    """A printed issue with everything before it, and a storage of its own."""
    settings.MEDIA_ROOT = tmp_path
    issue = thread.printed_issue(world)
    thread.submitted(world)
    return issue


def found():
    """What is wrong; that the search index is behind a row that was tampered with has tests of its own."""
    return [breach.rule for breach in breaches() if breach.rule != "search"]


def test_an_untouched_world_has_no_breach(printed):
    out = StringIO()

    call_command("check", stdout=out)

    assert "没有发现不符" in out.getvalue()


def test_each_breach_is_named_and_the_command_fails(printed):
    Counter.objects.update(last=7)
    out = StringIO()

    with pytest.raises(CommandError, match="数据有1处不符"):
        call_command("check", stdout=out)

    assert "《政务信息》2026年期号登记到第7期，最后一期是第1期" in out.getvalue()


TAMPERED = {
    "a credit that grew": (lambda: Credit.objects.update(weight=5), ["credits"]),
    "a credit that is gone": (lambda: Credit.objects.all().delete(), ["credits", "credits"]),
    "a number that was changed": (lambda: Issue.objects.update(number=9), ["numbers", "numbers"]),
    "a printed text that was changed": (lambda: Entry.objects.update(title="别的题目"), ["layouts"]),
    "a date that was moved": (lambda: Issue.objects.update(signed_on="2020-01-01"), ["layouts"]),
    "a version that was rewritten": (lambda: Version.objects.filter(item=1).update(body="改过"), None),
    "a state that nobody moved": (lambda: Draft.objects.update(state="ready"), ["states", "drafts"]),
    "a submission unlike its version": (
        lambda: Submission.objects.filter(state="received").update(title="别的"),
        ["submissions"],
    ),
    "a signature that was taken away": (
        lambda: SignOff.objects.filter(item__submissions__state="received", stage="sign").update(stage="countersign"),
        ["items"],
    ),
}


@pytest.mark.parametrize("name", [name for name, (_act, rules) in TAMPERED.items() if rules])
def test_tampering_is_found(printed, name):
    tamper, rules = TAMPERED[name]

    tamper()

    assert found() == rules


def test_a_rewritten_version_breaks_its_digest_and_its_submission(printed):
    item = Item.objects.filter(submissions__state="received").get()

    Version.objects.filter(item=item).update(body="改过")

    assert found() == ["submissions", "versions"]


def test_an_edition_that_is_gone_and_a_copy_that_was_never_given_out_are_found(printed, world):
    recall(printed, by=world.seats["chief"], reason="数据有误")
    assert found() == []

    Dispatch.objects.filter(pk=Dispatch.objects.first().pk).update(back=[99], returned=1)
    Edition.objects.all().delete()

    assert found() == ["editions"] * 3


def test_a_lost_and_a_changed_file_are_found(printed):
    make_file(PrintOrder.objects.get().pk)
    file = File.objects.get()
    assert found() == []

    default_storage.delete(file.path)
    assert found() == ["files"]

    default_storage.save(file.path, ContentFile(b"other bytes"))
    assert found() == ["files"]


def test_a_file_put_in_the_place_of_the_printed_one_is_found(printed):
    order = make_file(PrintOrder.objects.get().pk)
    other = File.objects.create(name="x", kind="pdf", media_type="application/pdf", size=1, digest="0" * 64, kept_by="")

    PrintOrder.objects.filter(pk=order.pk).update(file=other)

    # The other file has no bytes either.
    assert sorted(found()) == ["files", "files"]
