"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("proofing", "0001_figures_and_decisions"),
        ("proofing", "0002_shielded"),
    ]

    dependencies = [
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ignored",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.UUIDField()),
                ("rule", models.CharField(max_length=40)),
                ("part", models.CharField(choices=[("title", "题目"), ("body", "正文")], default="body", max_length=5)),
                ("quote", models.CharField(max_length=500)),
                ("message", models.CharField(max_length=500)),
                ("mark", models.CharField(max_length=32)),
                ("reason", models.CharField(max_length=500)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("part__in", ["title", "body"])), name="ignored_part"),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)), fields=("subject", "mark"), name="ignored_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.UUIDField()),
                ("rule", models.CharField(max_length=40)),
                ("part", models.CharField(choices=[("title", "题目"), ("body", "正文")], default="body", max_length=5)),
                ("quote", models.CharField(max_length=500)),
                ("message", models.CharField(max_length=500)),
                ("mark", models.CharField(max_length=32)),
                ("reason", models.CharField(max_length=500)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("part__in", ["title", "body"])), name="release_part"),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)), fields=("subject", "mark"), name="release_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("subject", models.UUIDField()),
                ("part", models.CharField(choices=[("title", "题目"), ("body", "正文")], default="body", max_length=5)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.CharField(max_length=200)),
                ("about", models.CharField(blank=True, max_length=60)),
                ("asked", models.CharField(blank=True, max_length=100, verbose_name="向谁核实")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="何时")),
                ("answered", models.CharField(blank=True, max_length=500, verbose_name="答复")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="口径")),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="截至时间")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待答复"), ("verified", "已核"), ("doubtful", "存疑")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("carried", models.BooleanField(default=False)),
                ("shielded", models.BooleanField(default=False)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "ordering": ["part", "start", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "verified", "doubtful"])), name="verification_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["title", "body"])), name="verification_part"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="verification_span"
                    ),
                    models.UniqueConstraint(fields=("subject", "part", "quote", "about"), name="verification_once"),
                ],
            },
        ),
    ]
