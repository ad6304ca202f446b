from io import StringIO

import pytest
from django.core.management import call_command

from qianliyan.search.actions import rebuilding
from qianliyan.search.finding import Filters, search
from qianliyan.search.models import Fingerprint, Rebuilding, Row
from qianliyan.search.state import all_stale
from qianliyan.text.finding.asking import understand
from tests import thread


def reindex(*options):
    out = StringIO()
    call_command("reindex", *options, stdout=out)
    return out.getvalue()


def hits(seat):
    return [(hit.row.source, hit.row.title) for hit in search(understand("污水"), Filters(), seat).hits]


def prints():
    return sorted(Fingerprint.objects.values_list("hash", flat=True))


def test_the_rebuilt_index_finds_the_same(world, editor):
    thread.printed_issue(world)
    thread.submitted(world, title="另一件")
    before, marked = sorted(hits(editor)), prints()

    said = reindex()

    assert sorted(hits(editor)) == before
    assert prints() == marked
    assert "100%" in said
    assert list(all_stale()) == []


def test_a_rebuilding_that_was_killed_goes_on_where_it_stopped(world, editor, monkeypatch):
    for number in range(5):
        thread.submitted(world, title=f"第{number}件")
    before = sorted(hits(editor))
    monkeypatch.setattr(rebuilding, "BATCH", 2)

    class Killed(BaseException):
        pass

    def kill(done, _total):
        if done >= 4:
            raise Killed

    with pytest.raises(Killed):
        rebuilding.rebuild(kill)
    stopped = Rebuilding.objects.get()
    progress = []
    rebuilding.rebuild(lambda done, _total: progress.append(done))

    assert stopped.done == 4
    assert progress[0] > 4
    assert not Rebuilding.objects.exists()
    assert sorted(hits(editor)) == before
    assert list(all_stale()) == []


def test_mending_puts_in_what_is_missing_and_takes_out_what_is_superfluous(world, editor):
    thread.printed_issue(world)
    before = sorted(hits(editor))
    Row.objects.filter(source="issue").update(title="别的")
    Row.objects.create(source="item", thing_pk=999_999)

    said = reindex("--mend")

    assert said.startswith("补了1件，去掉1件")
    assert sorted(hits(editor)) == before
    assert list(all_stale()) == []
