"""Events and seals can be inserted, never changed or removed: the database itself refuses."""

from django.db import migrations

TABLES = ("history_event", "history_seal")


def forbid(apps, schema_editor):
    for table in TABLES:
        for deed in ("UPDATE", "DELETE"):
            for statement in _statements(schema_editor.connection.vendor, table, deed):
                schema_editor.execute(statement)


def allow(apps, schema_editor):
    for table in TABLES:
        for deed in ("UPDATE", "DELETE"):
            name = f"{table}_no_{deed.lower()}"
            on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER {name}{on}")


def _statements(vendor, table, deed):
    name = f"{table}_no_{deed.lower()}"
    if vendor == "sqlite":
        yield f"CREATE TRIGGER {name} BEFORE {deed} ON {table} BEGIN SELECT RAISE(ABORT, 'append only'); END"
        return
    yield (
        "CREATE OR REPLACE FUNCTION history_append_only() RETURNS trigger AS "
        "'BEGIN RAISE EXCEPTION ''append only''; END' LANGUAGE plpgsql"
    )
    yield f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION history_append_only()"


class Migration(migrations.Migration):
    dependencies = [("history", "0001_first")]
    operations = [migrations.RunPython(forbid, allow)]
