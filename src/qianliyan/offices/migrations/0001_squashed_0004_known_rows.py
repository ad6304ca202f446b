"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import django.db.models.manager
import qianliyan.core.uids
import qianliyan.history.actors
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("offices", "0001_first"),
        ("offices", "0002_enrolment"),
        ("offices", "0003_ended_at"),
        ("offices", "0004_known_rows"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=40, verbose_name="岗位")),
                ("powers", models.JSONField(default=list, verbose_name="权限")),
                ("order", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["order", "pk"],
                "base_manager_name": "known",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("known", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("short_name", models.CharField(max_length=40, verbose_name="简称")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("unit", "单位"),
                            ("county", "县级"),
                            ("city", "市级"),
                            ("province", "省级"),
                            ("state", "国家"),
                        ],
                        max_length=10,
                        verbose_name="层级",
                    ),
                ),
                (
                    "network",
                    models.CharField(
                        choices=[
                            ("vertical", "纵向"),
                            ("horizontal", "横向"),
                            ("external", "外部"),
                            ("internal", "内部"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="信息网络",
                    ),
                ),
                ("path", models.CharField(db_index=True, default="/", editable=False, max_length=200)),
                ("order", models.PositiveIntegerField(default=0)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "base_manager_name": "known",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["unit", "county", "city", "province", "state"])),
                        name="office_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("network__in", ["vertical", "horizontal", "external", "internal", "other"])
                        ),
                        name="office_network",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("known", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enrolments", to="offices.office"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "office"), name="enrolment_once")],
            },
        ),
        migrations.CreateModel(
            name="Phase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("short_name", models.CharField(max_length=40)),
                (
                    "network",
                    models.CharField(
                        choices=[
                            ("vertical", "纵向"),
                            ("horizontal", "横向"),
                            ("external", "外部"),
                            ("internal", "内部"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="phases", to="offices.office"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ["office", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)), fields=("office",), name="phase_one_open"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="phase_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("network__in", ["vertical", "horizontal", "external", "internal", "other"])
                        ),
                        name="phase_network",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("own", "任职"), ("stand_in", "AB岗"), ("delegated", "授权代签")],
                        default="own",
                        max_length=10,
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "delegator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="offices.seat",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="offices.office"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="offices.post"
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "pk"],
                "base_manager_name": "known",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("person", "office", "post", "kind"),
                        name="seat_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["own", "stand_in", "delegated"])), name="seat_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "own"), ("delegator__isnull", False), _connector="OR"),
                        name="seat_delegator",
                    ),
                ],
            },
            bases=(qianliyan.history.actors.Actor, models.Model),
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("known", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="offices.office"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="inheritances", to="offices.office"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("predecessor", "successor", "on"), name="succession_once"),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="succession_not_itself",
                    ),
                ],
            },
        ),
    ]
