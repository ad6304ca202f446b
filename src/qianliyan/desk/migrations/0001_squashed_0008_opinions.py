"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("desk", "0001_first"),
        ("desk", "0002_nothing_lost"),
        ("desk", "0003_lines"),
        ("desk", "0004_questions"),
        ("desk", "0005_mail"),
        ("desk", "0006_upward"),
        ("desk", "0007_shielded_and_own"),
        ("desk", "0008_opinions"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
        ("files", "0001_squashed_0002_making"),
        ("items", "0001_squashed_0006_up_and_back"),
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("editing", "编辑中"),
                            ("ready", "已编好"),
                            ("placed", "已编入"),
                            ("printed", "已刊发"),
                            ("dropped", "已撤销"),
                        ],
                        default="editing",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=1000, verbose_name="题目")),
                ("body", models.TextField(verbose_name="正文")),
                ("gist", models.CharField(blank=True, max_length=300, verbose_name="提要")),
                (
                    "kind",
                    models.CharField(
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
                (
                    "form",
                    models.CharField(
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
                ("shielded", models.BooleanField(default=False)),
                ("own_reason", models.CharField(blank=True, max_length=200, verbose_name="自拟缘由")),
                ("revision", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("saved_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "editor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["office", "state", "-saved_at"], name="draft_office_list")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["editing", "ready", "placed", "printed", "dropped"])),
                        name="draft_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["implementation", "experience", "warning", "problem", "ordinary"])
                        ),
                        name="draft_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["brief", "single", "composite", "special", "research"])),
                        name="draft_form",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=1000)),
                ("body", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("why", models.CharField(blank=True, max_length=200)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="desk.draft"
                    ),
                ),
            ],
            options={
                "ordering": ["draft", "-number"],
                "constraints": [models.UniqueConstraint(fields=("draft", "number"), name="draft_version_number")],
            },
        ),
        migrations.CreateModel(
            name="Handling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("returned", "退回修改"), ("not_adopted", "未采用"), ("reserved", "备用")],
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="items.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["submission", "-at"],
                "indexes": [
                    models.Index(fields=["kind", "expires_on"], name="handling_expiry"),
                    models.Index(fields=["kind", "at"], name="handling_month"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["returned", "not_adopted", "reserved"])), name="handling_kind"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=20, verbose_name="条线")),
                ("kinds", models.JSONField(default=list, verbose_name="种类")),
                ("keywords", models.JSONField(default=list, verbose_name="题目中的词")),
                ("order", models.PositiveIntegerField(default=0)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "editor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                ("units", models.ManyToManyField(blank=True, related_name="+", to="offices.office")),
            ],
            options={
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)), fields=("office", "name"), name="line_name_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("arrived", "已收下"),
                            ("tray", "未识别"),
                            ("recorded", "已录入"),
                            ("discarded", "已丢弃"),
                        ],
                        default="arrived",
                        max_length=10,
                    ),
                ),
                (
                    "trouble",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stranger", "发件地址没有登记"),
                            ("no_text", "没有读出文字"),
                            ("too_large", "邮件太大，只收了信头"),
                        ],
                        max_length=10,
                    ),
                ),
                ("message_id", models.CharField(max_length=200)),
                ("server_key", models.CharField(max_length=200)),
                ("sender", models.CharField(blank=True, max_length=254)),
                ("sender_name", models.CharField(blank=True, max_length=100)),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("arrived_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("whole", models.BooleanField(default=True)),
                ("parts", models.JSONField(default=list)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("files", models.ManyToManyField(blank=True, related_name="+", to="files.file")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "raw",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.file"),
                ),
                ("submissions", models.ManyToManyField(blank=True, related_name="+", to="items.submission")),
            ],
            options={
                "ordering": ["-arrived_at", "-pk"],
                "indexes": [
                    models.Index(fields=["office", "state", "-arrived_at"], name="mail_tray"),
                    models.Index(fields=["office", "server_key"], name="mail_on_server"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "message_id"), name="mail_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["arrived", "tray", "recorded", "discarded"])),
                        name="mail_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("trouble__in", ["", "stranger", "no_text", "too_large"])),
                        name="mail_trouble",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MailAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("address", models.CharField(max_length=254, verbose_name="发件地址")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ["address"],
                "constraints": [models.UniqueConstraint(fields=("office", "address"), name="mail_address_once")],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("who", models.CharField(max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待反馈"),
                            ("answered", "已反馈"),
                            ("silent", "逾期未反馈"),
                            ("withdrawn", "已收回"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("question", models.CharField(max_length=500, verbose_name="征求什么意见")),
                ("title", models.CharField(blank=True, max_length=1000, verbose_name="题目")),
                ("body", models.TextField(verbose_name="送阅的文字")),
                ("due_on", models.DateField(verbose_name="反馈期限")),
                ("asked_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("agree", "同意"), ("remarks", "有意见"), ("unconcerned", "不涉及")],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="意见")),
                ("passage", models.CharField(blank=True, max_length=1000, verbose_name="原句")),
                ("wording", models.CharField(blank=True, max_length=1000, verbose_name="建议改为")),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("system", "系统报送"),
                            ("paper", "书面"),
                            ("phone", "电话"),
                            ("chat", "微信"),
                            ("mail", "邮件"),
                            ("fax", "传真"),
                            ("other", "其他网络"),
                        ],
                        default="system",
                        max_length=10,
                    ),
                ),
                ("silence_agrees", models.BooleanField(null=True)),
                ("taken_over_by", models.CharField(blank=True, max_length=200)),
                ("taken_over_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="opinions", to="desk.draft"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
            ],
            options={
                "ordering": ["draft", "pk"],
                "indexes": [
                    models.Index(fields=["office", "state", "due_on"], name="opinion_asked"),
                    models.Index(fields=["state", "due_on"], name="opinion_due"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "answered", "silent", "withdrawn"])),
                        name="opinion_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["", "agree", "remarks", "unconcerned"])),
                        name="opinion_verdict",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["system", "paper", "phone", "chat", "mail", "fax", "other"])
                        ),
                        name="opinion_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "answered"),
                                models.Q(("verdict", ""), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state", "answered"), _negated=True),
                                ("answered_at__isnull", True),
                                ("verdict", ""),
                            ),
                            _connector="OR",
                        ),
                        name="opinion_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "silent"), _negated=True),
                            ("silence_agrees__isnull", False),
                            _connector="OR",
                        ),
                        name="opinion_silence_counts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", True), ("state", "waiting")),
                        fields=("draft", "office"),
                        name="opinion_unit_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")), fields=("draft", "person"), name="opinion_person_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("thing", models.UUIDField()),
                ("editing", models.BooleanField(default=False)),
                ("seen_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["seen_at"], name="presence_age")],
                "constraints": [models.UniqueConstraint(fields=("thing", "person"), name="presence_once")],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("text", models.CharField(max_length=500)),
                ("asked_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("answer", models.TextField(blank=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("system", "系统报送"),
                            ("paper", "书面"),
                            ("phone", "电话"),
                            ("chat", "微信"),
                            ("mail", "邮件"),
                            ("fax", "传真"),
                            ("other", "其他网络"),
                        ],
                        default="system",
                        max_length=10,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
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
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="items.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["submission", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["system", "paper", "phone", "chat", "mail", "fax", "other"])
                        ),
                        name="question_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="question_answered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveIntegerField(default=1)),
                (
                    "role",
                    models.CharField(choices=[("main", "主要来源"), ("merged", "并入")], default="main", max_length=10),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sources", to="desk.draft"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="used_in",
                        to="desk.draft",
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
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "submission"), name="source_submission_once"),
                    models.UniqueConstraint(fields=("draft", "other"), name="source_draft_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("other__isnull", True), ("submission__isnull", False)),
                            models.Q(("other__isnull", False), ("submission__isnull", True)),
                            _connector="OR",
                        ),
                        name="source_one_origin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("other", models.F("draft")), _negated=True), name="source_not_itself"
                    ),
                    models.CheckConstraint(condition=models.Q(("role__in", ["main", "merged"])), name="source_role"),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnsavedDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(blank=True, max_length=1000)),
                ("body", models.TextField(blank=True)),
                ("fields", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unsaved", to="desk.draft"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("draft", "person"), name="unsaved_draft_once")],
            },
        ),
        migrations.CreateModel(
            name="Upward",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="upwards", to="desk.draft"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="items.item"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("month", models.DateField()),
                ("count", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ["-month", "pk"],
                "constraints": [models.UniqueConstraint(fields=("receiver", "sender", "month"), name="digest_once")],
            },
        ),
    ]
