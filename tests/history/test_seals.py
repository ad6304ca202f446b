import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from qianliyan.accounts.models import Person
from qianliyan.history.actors import SYSTEM
from qianliyan.history.models import Event, EventText, Seal, Unsealed
from qianliyan.history.seals import seal_pending, verify
from qianliyan.history.trail import record


@pytest.fixture
def thing(db):
    return Person.objects.create(name="甲")


def rewrite(table, column, value, key, pk):
    """Change a row behind the application's back, as an intruder with the database would."""
    with connection.cursor() as cursor:
        on = f" ON {table}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {table}_no_update{on}")
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [value, pk])


def test_every_event_is_sealed_once_in_order(thing):
    for _ in range(3):
        record("person.greet", thing, by=SYSTEM)

    assert seal_pending() == 3
    assert seal_pending() == 0
    assert list(Seal.objects.order_by("position").values_list("position", flat=True)) == [1, 2, 3]
    assert Unsealed.objects.count() == 0
    assert list(verify()) == []


def test_a_changed_event_breaks_the_chain(thing):
    event = record("person.greet", thing, by=SYSTEM, note="a")
    record("person.greet", thing, by=SYSTEM)
    seal_pending()

    rewrite("history_event", "actor", "别人", "id", event.pk)

    assert [breach.position for breach in verify()] == [1]


def test_a_changed_seal_breaks_the_chain(thing):
    record("person.greet", thing, by=SYSTEM)
    seal_pending()

    rewrite("history_seal", "chain", "f" * 64, "position", 1)

    assert [breach.position for breach in verify()] == [1]


def test_a_purged_text_is_no_breach_but_a_changed_one_is(thing):
    purged = record("person.greet", thing, by=SYSTEM, text="不宜留存的话")
    changed = record("person.greet", thing, by=SYSTEM, text="原话")
    seal_pending()

    EventText.objects.filter(event=purged).delete()
    assert list(verify()) == []
    EventText.objects.filter(event=changed).update(body="改过的话")
    assert len(list(verify())) == 1


@pytest.mark.parametrize("table", ["history_event", "history_seal"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_the_database_refuses_to_change_the_trail(thing, table, deed):
    record("person.greet", thing, by=SYSTEM)
    seal_pending()
    column = "verb" if table == "history_event" else "digest"

    with pytest.raises(DatabaseError, match="append only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(deed.format(table, column, "'x'"))


def test_the_audit_command_names_each_breach(thing, capsys):
    event = record("person.greet", thing, by=SYSTEM)
    seal_pending()
    call_command("audit", "verify")
    assert "已封1条" in capsys.readouterr().out

    rewrite("history_event", "verb", "person.rob", "id", event.pk)

    with pytest.raises(CommandError, match="1处"):
        call_command("audit", "verify")
    assert str(event.uid) in capsys.readouterr().out


def test_an_event_keeps_the_names_of_its_time(world, officer):
    event = record("person.greet", officer.person, by=officer)
    officer.person.name = "改名"
    officer.person.save()

    assert Event.objects.get(pk=event.pk).actor == "青石县政府办 信息员 石小禾"
