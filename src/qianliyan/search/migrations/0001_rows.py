"""Rows, fingerprints and the index of each database."""

import django.db.models.deletion
from django.db import migrations, models

WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
NARROW = "".join(map(chr, range(0x21, 0x7F))).lower()
FROM = WIDE + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "\u3000"
INTO = NARROW + "abcdefghijklmnopqrstuvwxyz" + " "
# Punctuation is no part of any token; with it the index would be a third larger.
BLANKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·,.;:?!\"'()[]{}<>/\\|-_+=*&^%$#@~`\n\r\t"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def statements(vendor):
    if vendor == "sqlite":
        # Without a row number the table is its own index and half as large.
        yield (
            "CREATE TABLE search_fingerprint (hash bigint NOT NULL, row_pk bigint NOT NULL, "
            "PRIMARY KEY (hash, row_pk)) WITHOUT ROWID"
        )
        yield (
            "CREATE VIRTUAL TABLE search_index USING "
            "fts5(title, body, marks, content='', columnsize=0, tokenize='ascii')"
        )
        return
    yield ("CREATE TABLE search_fingerprint (hash bigint NOT NULL, row_pk bigint NOT NULL, PRIMARY KEY (hash, row_pk))")
    yield (
        "CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS "
        f"$fold$ SELECT translate($1, {quoted(FROM)}, {quoted(INTO)}) $fold$"
    )
    # The folding is written out here once more: an index expression must not rely on the search path.
    # Wide punctuation is not folded first, so it becomes a blank as it stands.
    unfolded = "".join(sign for sign in FROM if sign not in BLANKS)
    into = "".join(INTO[FROM.index(sign)] for sign in unfolded)
    yield (
        "CREATE FUNCTION search_tokens(title text, body text, marks text) RETURNS text[] "
        "LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 20000 AS $tokens$ "
        "WITH pairs AS (SELECT sign, lead(sign, 1, ' ') OVER (ORDER BY place) AS next FROM "
        f"unnest(string_to_array(translate(title || ' ' || body, {quoted(unfolded + BLANKS)}, "
        f"{quoted(into + ' ' * len(BLANKS))}), NULL)) WITH ORDINALITY AS signs(sign, place)) "
        "SELECT array_agg(token) FROM (SELECT sign AS token FROM pairs WHERE sign <> ' ' "
        "UNION ALL SELECT sign || next FROM pairs WHERE sign <> ' ' AND next <> ' ' "
        "UNION ALL SELECT unnest(string_to_array(marks, ' '))) AS tokens $tokens$"
    )
    # By code points: comparing by a language's rules would take longer than all the rest.
    yield 'CREATE INDEX search_row_tokens ON search_row USING gin (search_tokens(title, body, marks) COLLATE "C")'


def create(apps, schema_editor):
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_fingerprint")
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search_index")
        return
    schema_editor.execute("DROP INDEX search_row_tokens")
    schema_editor.execute("DROP FUNCTION search_tokens(text, text, text)")
    schema_editor.execute("DROP FUNCTION IF EXISTS search_fold(text)")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("offices", "0003_ended_at")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Fingerprint",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "hash", "row_pk", blank=True, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("hash", models.BigIntegerField()),
                        ("row_pk", models.BigIntegerField()),
                    ],
                ),
            ]
        ),
        migrations.CreateModel(
            name="Rebuilding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(blank=True, max_length=20)),
                ("after_pk", models.BigIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Row",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=20)),
                ("thing_pk", models.BigIntegerField()),
                ("place", models.BigIntegerField(null=True, unique=True)),
                ("title", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                ("marks", models.TextField(blank=True)),
                ("compared", models.BooleanField(default=False)),
                (
                    "holder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("source", "thing_pk"), name="row_thing")],
            },
        ),
        migrations.RunPython(create, drop),
    ]
