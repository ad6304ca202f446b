"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("files", "0001_first"),
        ("files", "0002_making"),
    ]

    dependencies = [
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=20)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("kept_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("kept_by", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Making",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("maker", models.CharField(max_length=40)),
                ("arguments", models.JSONField(default=dict)),
                ("name", models.CharField(max_length=200)),
                ("back", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "正在制作"), ("made", "已做好"), ("failed", "没有做成")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("error", models.TextField(blank=True)),
                ("ordered_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "made", "failed"])), name="making_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "made"), _negated=True), ("file__isnull", False), _connector="OR"
                        ),
                        name="making_file",
                    ),
                ],
            },
        ),
    ]
