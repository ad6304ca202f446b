"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("planning", "0001_first"),
        ("planning", "0002_revisions"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=200, verbose_name="题目")),
                ("content", models.TextField(max_length=4000, verbose_name="内容")),
                ("requirements", models.TextField(blank=True, max_length=2000, verbose_name="要求")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("brief", "简讯"),
                            ("single", "单条"),
                            ("composite", "综合"),
                            ("special", "专报"),
                            ("research", "调研"),
                        ],
                        max_length=20,
                        verbose_name="体裁",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("implementation", "部署落实"),
                            ("experience", "经验"),
                            ("warning", "预警"),
                            ("problem", "问题"),
                            ("ordinary", "动态"),
                        ],
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="报送期限")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "草拟"),
                            ("issued", "已发出"),
                            ("closed", "已办结"),
                            ("cancelled", "已撤销"),
                        ],
                        default="preparing",
                        max_length=12,
                    ),
                ),
                ("created_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("end_reason", models.CharField(blank=True, max_length=500)),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="planning.commission",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["office", "state", "-due_at"], name="commission_office_list")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["preparing", "issued", "closed", "cancelled"])),
                        name="commission_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["", "brief", "single", "composite", "special", "research"])),
                        name="commission_form",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["", "implementation", "experience", "warning", "problem", "ordinary"])
                        ),
                        name="commission_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["preparing", "cancelled"]), ("issued_at__isnull", False), _connector="OR"
                        ),
                        name="commission_issued_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Addressee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "待签收"),
                            ("signed_for", "已签收"),
                            ("answered", "已报送"),
                            ("nothing", "无此类情况"),
                        ],
                        default="pending",
                        max_length=12,
                    ),
                ),
                ("due_at", models.DateTimeField()),
                ("signed_for_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("remark", models.CharField(blank=True, max_length=500)),
                (
                    "asking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "commission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="addressees", to="planning.commission"
                    ),
                ),
            ],
            options={
                "ordering": ["office__order", "office"],
                "indexes": [models.Index(fields=["office", "state", "due_at"], name="addressee_open")],
                "constraints": [
                    models.UniqueConstraint(fields=("commission", "office"), name="addressee_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["pending", "signed_for", "answered", "nothing"])),
                        name="addressee_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("office", models.F("asking")), _negated=True), name="addressee_not_itself"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("reminder", "催办"), ("call", "电话联系"), ("extension", "延期")], max_length=12
                    ),
                ),
                ("spoken_to", models.CharField(blank=True, max_length=60)),
                ("said", models.CharField(blank=True, max_length=500)),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "addressee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="planning.addressee"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "ordering": ["addressee", "-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["reminder", "call", "extension"])), name="contact_kind"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=200, verbose_name="题目")),
                ("content", models.TextField(max_length=4000, verbose_name="内容")),
                ("starts_on", models.DateField(verbose_name="起")),
                ("ends_on", models.DateField(verbose_name="止")),
                ("for_all", models.BooleanField(default=True)),
                ("announced_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                ("units", models.ManyToManyField(blank=True, related_name="+", to="offices.office")),
            ],
            options={
                "indexes": [models.Index(fields=["office", "-announced_at", "-id"], name="key_point_office_list")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="key_point_forward"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=300, verbose_name="任务")),
                ("heading", models.CharField(blank=True, max_length=100, verbose_name="类别")),
                ("source", models.CharField(max_length=200, verbose_name="出处")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="完成时限")),
                ("order", models.PositiveIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "推进中"), ("done", "已完成"), ("dropped", "已取消")],
                        default="running",
                        max_length=10,
                    ),
                ),
                ("created_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["office", "year", "order", "id"], name="key_task_office_list")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["running", "done", "dropped"])), name="key_task_state"
                    ),
                    models.UniqueConstraint(fields=("office", "year", "title"), name="key_task_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyTaskUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[("lead", "牵头"), ("assist", "配合")], max_length=10)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="units", to="planning.keytask"
                    ),
                ),
            ],
            options={
                "ordering": ["-role", "office__order", "office"],
                "constraints": [
                    models.UniqueConstraint(fields=("task", "office"), name="key_task_unit_once"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["lead", "assist"])), name="key_task_unit_role"
                    ),
                ],
            },
        ),
    ]
