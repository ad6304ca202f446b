"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("instructions", "0001_first"),
        ("instructions", "0002_telling_level"),
        ("instructions", "0003_lead_of_a_proposal"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
        ("bulletins", "0001_squashed_0006_subjects_and_print_options"),
        ("files", "0001_squashed_0002_making"),
        ("items", "0001_squashed_0006_up_and_back"),
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instruction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given", "待登记"),
                            ("registered", "待拟办"),
                            ("proposed", "待审定"),
                            ("decided", "待转办"),
                            ("forwarded", "办理中"),
                            ("supervised", "督查中"),
                            ("reported", "已反馈"),
                            ("closed", "办结"),
                            ("void", "登记作废"),
                        ],
                        default="given",
                        max_length=12,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("leader_name", models.CharField(max_length=60, verbose_name="批示领导")),
                ("leader_post", models.CharField(max_length=60, verbose_name="职务")),
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
                ("principal", models.BooleanField(default=False, verbose_name="主要领导")),
                ("given_on", models.DateField(verbose_name="批示日期")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("typed", "键入"),
                            ("pen", "手写"),
                            ("paper", "纸质件批示"),
                            ("notice", "上级转来"),
                            ("spoken", "口头（记录）"),
                        ],
                        max_length=10,
                        verbose_name="形式",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="批示内容")),
                ("evidence", models.CharField(blank=True, max_length=200, verbose_name="依据（文号）")),
                ("restricted", models.BooleanField(default=False, verbose_name="限批办人员知悉")),
                ("once", models.CharField(blank=True, max_length=64)),
                ("recorded_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("recorded_by", models.CharField(max_length=200)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
                ("supervision_number", models.CharField(blank=True, max_length=60, verbose_name="督查编号")),
                ("supervised_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True, verbose_name="办理结果")),
                (
                    "decider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.seat",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bulletins.entry",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "proposer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
                (
                    "scan",
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
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.seat",
                    ),
                ),
                (
                    "strokes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="items.submission",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["office", "-given_on", "-id"], name="instruction_register"),
                    models.Index(fields=["office", "state", "-given_on"], name="instruction_by_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "given",
                                    "registered",
                                    "proposed",
                                    "decided",
                                    "forwarded",
                                    "supervised",
                                    "reported",
                                    "closed",
                                    "void",
                                ],
                            )
                        ),
                        name="instruction_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["unit", "county", "city", "province", "state"])),
                        name="instruction_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["typed", "pen", "paper", "notice", "spoken"])),
                        name="instruction_form",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry__isnull", False), ("submission__isnull", True)),
                            models.Q(("entry__isnull", True), ("submission__isnull", False)),
                            _connector="OR",
                        ),
                        name="instruction_one_paper",
                    ),
                    models.UniqueConstraint(fields=("office", "year", "number"), name="instruction_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("once", ""), _negated=True),
                        fields=("seat", "once"),
                        name="instruction_sent_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["given", "void"]),
                            models.Q(("number__isnull", False), ("year__isnull", False)),
                            _connector="OR",
                        ),
                        name="instruction_numbered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("form", "pen"), _negated=True), ("strokes__isnull", False), _connector="OR"
                        ),
                        name="instruction_pen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "supervised"), _negated=True),
                            models.Q(("supervision_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="instruction_supervised",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Forwarding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("office_name", models.CharField(max_length=80)),
                ("lead", models.BooleanField(default=False, verbose_name="牵头")),
                ("request", models.TextField(blank=True, verbose_name="办理要求")),
                ("due_on", models.DateField(verbose_name="办结时限")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "待签收"),
                            ("signed_for", "办理中"),
                            ("reported", "已反馈"),
                            ("recalled", "已收回"),
                        ],
                        default="sent",
                        max_length=12,
                    ),
                ),
                ("sent_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("signed_for_at", models.DateTimeField(blank=True, null=True)),
                ("reported_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "instruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forwardings",
                        to="instructions.instruction",
                    ),
                ),
            ],
            options={
                "ordering": ["instruction", "-lead", "pk"],
                "indexes": [models.Index(fields=["office", "state", "due_on"], name="forwarding_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["sent", "signed_for", "reported", "recalled"])),
                        name="forwarding_state",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "recalled"), _negated=True),
                        fields=("instruction", "office"),
                        name="forwarding_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandlingReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("text", models.TextField(verbose_name="办理情况")),
                ("recorded_from", models.CharField(blank=True, max_length=20)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
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
                    "forwarding",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="instructions.forwarding",
                    ),
                ),
                (
                    "instruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="instructions.instruction",
                    ),
                ),
            ],
            options={
                "ordering": ["instruction", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Phrases",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lines", models.JSONField(default=list)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Presentation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="呈送说明")),
                ("created_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("created_by", models.CharField(max_length=200)),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bulletins.entry",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="items.submission",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["office", "-created_at"], name="presentation_register")],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "entry"), name="presentation_entry_once"),
                    models.UniqueConstraint(fields=("office", "submission"), name="presentation_submission_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry__isnull", False), ("submission__isnull", True)),
                            models.Q(("entry__isnull", True), ("submission__isnull", False)),
                            _connector="OR",
                        ),
                        name="presentation_one_paper",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="拟办意见")),
                ("supervise", models.BooleanField(default=False, verbose_name="拟移交督查")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="拟定时限")),
                ("proposed_by", models.CharField(max_length=200)),
                ("proposed_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "verdict",
                    models.CharField(
                        choices=[("open", "待审定"), ("approved", "同意"), ("returned", "退回重拟")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("remark", models.TextField(blank=True)),
                (
                    "instruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="instructions.instruction",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="拟定牵头单位",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="offices.office", verbose_name="拟定配合单位"
                    ),
                ),
            ],
            options={
                "ordering": ["instruction", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["open", "approved", "returned"])), name="proposal_verdict"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("verdict", "open")), fields=("instruction",), name="proposal_one_open"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("post", models.CharField(max_length=60)),
                ("order", models.PositiveSmallIntegerField(default=1)),
                (
                    "medium",
                    models.CharField(choices=[("screen", "在线"), ("paper", "纸质")], default="screen", max_length=10),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_present", "待呈"),
                            ("presented", "已呈"),
                            ("back", "已退件"),
                            ("skipped", "不再呈"),
                        ],
                        default="to_present",
                        max_length=12,
                    ),
                ),
                ("presented_at", models.DateTimeField(blank=True, null=True)),
                ("back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "presentation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readers",
                        to="instructions.presentation",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "ordering": ["presentation", "order", "pk"],
                "indexes": [
                    models.Index(fields=["seat", "state", "-presented_at"], name="reader_lying"),
                    models.Index(fields=["office", "state", "-presented_at"], name="reader_register"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("presentation", "seat"), name="reader_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["to_present", "presented", "back", "skipped"])),
                        name="reader_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("medium__in", ["screen", "paper"])), name="reader_medium"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["to_present", "skipped"]), ("presented_at__isnull", False), _connector="OR"
                        ),
                        name="reader_presented_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "back"), _negated=True), ("back_at__isnull", False), _connector="OR"
                        ),
                        name="reader_back_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Circle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("recorded_by", models.CharField(blank=True, max_length=200)),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                    ),
                ),
                (
                    "reader",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="circle", to="instructions.reader"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Register",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("office", "year"), name="register_year")],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_phone", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "forwarding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="instructions.forwarding",
                    ),
                ),
            ],
            options={
                "ordering": ["forwarding", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "depth",
                    models.CharField(
                        choices=[
                            ("nothing", "暂不告知"),
                            ("only_that", "只告知有批示"),
                            ("excerpt", "摘要告知"),
                            ("full", "全文告知"),
                        ],
                        max_length=10,
                    ),
                ),
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
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("decided_by", models.CharField(max_length=200)),
                ("decided_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "instruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tellings",
                        to="instructions.instruction",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="items.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["instruction", "pk"],
                "indexes": [models.Index(fields=["office", "-decided_at"], name="telling_office")],
                "constraints": [
                    models.UniqueConstraint(fields=("instruction", "submission", "office"), name="telling_once"),
                    models.CheckConstraint(
                        condition=models.Q(("depth__in", ["nothing", "only_that", "excerpt", "full"])),
                        name="telling_depth",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["unit", "county", "city", "province", "state"])),
                        name="telling_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("depth__in", ["excerpt", "full"]), ("text", ""), _connector="OR"),
                        name="telling_text_only_if_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("until", models.DateField(verbose_name="延至")),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                ("asked_by", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "answer",
                    models.CharField(
                        choices=[("open", "待答复"), ("granted", "同意"), ("refused", "不同意")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("remark", models.CharField(blank=True, max_length=500)),
                (
                    "forwarding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="instructions.forwarding",
                    ),
                ),
            ],
            options={
                "ordering": ["forwarding", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["open", "granted", "refused"])), name="extension_answer"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answer", "open")), fields=("forwarding",), name="extension_one_open"
                    ),
                ],
            },
        ),
    ]
