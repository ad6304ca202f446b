"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("bulletins", "0001_first"),
        ("bulletins", "0002_columns_series_and_lists"),
        ("bulletins", "0003_circulation"),
        ("bulletins", "0004_credit_behind"),
        ("bulletins", "0005_mending"),
        ("bulletins", "0006_subjects_and_print_options"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
        ("desk", "0001_squashed_0008_opinions"),
        ("files", "0001_squashed_0002_making"),
        ("items", "0001_squashed_0006_up_and_back"),
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="DistributionList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=40, verbose_name="名单名称")),
                ("order", models.PositiveIntegerField(default=0)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "constraints": [models.UniqueConstraint(fields=("office", "name"), name="distribution_list_name")],
            },
        ),
        migrations.CreateModel(
            name="DistributionPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("copies", models.PositiveIntegerField(default=1)),
                ("order", models.PositiveIntegerField(default=0)),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="bulletins.distributionlist",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "ordering": ["list", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("list", "name"), name="distribution_place_once"),
                    models.CheckConstraint(condition=models.Q(("copies__gt", 0)), name="distribution_place_copies"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=40, verbose_name="刊名")),
                ("template", models.CharField(default="zhengwu", max_length=40, verbose_name="版式")),
                ("masthead", models.CharField(blank=True, max_length=80, verbose_name="报头文字")),
                ("design", models.JSONField(blank=True, default=dict)),
                (
                    "caution",
                    models.CharField(
                        blank=True, default="内部资料\u3000注意保存", max_length=40, verbose_name="提示语"
                    ),
                ),
                ("number_format", models.CharField(default="第{number}期", max_length=40, verbose_name="期号格式")),
                ("total_format", models.CharField(blank=True, max_length=40, verbose_name="总期数格式")),
                ("yearly", models.BooleanField(default=True, verbose_name="期号每年重新编起")),
                ("numbered", models.BooleanField(default=False, verbose_name="编份号，印完收回")),
                ("contents", models.BooleanField(default=True, verbose_name="本期要目")),
                ("columns", models.JSONField(blank=True, default=list, verbose_name="栏目")),
                ("kinds", models.JSONField(blank=True, default=list, verbose_name="收哪些种类")),
                ("protected", models.BooleanField(default=False, verbose_name="限定阅读范围、隐去来源")),
                ("attribution", models.CharField(default="据基层反映", max_length=40, verbose_name="隐去来源时写")),
                ("scope", models.CharField(blank=True, max_length=200, verbose_name="知悉范围")),
                ("proofs", models.PositiveSmallIntegerField(default=0, verbose_name="校对")),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("irregular", "不定期"),
                            ("daily", "每个工作日"),
                            ("weekly", "每周"),
                            ("monthly", "每月"),
                        ],
                        default="irregular",
                        max_length=10,
                        verbose_name="刊期",
                    ),
                ),
                ("deadline_day", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="截稿日")),
                ("deadline_time", models.TimeField(blank=True, null=True, verbose_name="截稿时间")),
                ("report_to", models.CharField(blank=True, max_length=500, verbose_name="报")),
                ("send_to", models.CharField(blank=True, max_length=500, verbose_name="送")),
                ("distribute_to", models.CharField(blank=True, max_length=500, verbose_name="发")),
                ("copies", models.PositiveIntegerField(default=60, verbose_name="印数")),
                ("pages", models.PositiveIntegerField(default=4, verbose_name="篇幅（页）")),
                ("order", models.PositiveIntegerField(default=0)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "lists",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="bulletins.distributionlist", verbose_name="分送名单"
                    ),
                ),
                (
                    "named",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="accounts.person", verbose_name="指名阅读人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                    ),
                ),
                (
                    "readers",
                    models.ManyToManyField(blank=True, related_name="+", to="offices.office", verbose_name="分送单位"),
                ),
                (
                    "signatories",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="accounts.person", verbose_name="默认签发人"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="publication_name"),
                    models.CheckConstraint(
                        condition=models.Q(("frequency__in", ["irregular", "daily", "weekly", "monthly"])),
                        name="publication_frequency",
                    ),
                    models.CheckConstraint(condition=models.Q(("proofs__lte", 2)), name="publication_proofs"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PrintOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(blank=True, max_length=10, verbose_name="水印")),
                ("sources", models.BooleanField(default=False, verbose_name="附来稿原文")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="bulletins.publication"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "publication"), name="print_option_once")],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("number_format", models.CharField(default="增刊第{number}期", max_length=40, verbose_name="期号格式")),
                ("yearly", models.BooleanField(default=True, verbose_name="期号每年重新编起")),
                ("order", models.PositiveIntegerField(default=0)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="series", to="bulletins.publication"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "constraints": [models.UniqueConstraint(fields=("publication", "name"), name="series_name")],
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("composing", "编排中"),
                            ("awaiting", "待签发"),
                            ("signed", "已签发"),
                            ("printed", "已刊发"),
                            ("abandoned", "已取消"),
                            ("void", "作废"),
                            ("recalled", "已收回"),
                            ("reserved", "预留期号"),
                        ],
                        default="composing",
                        max_length=10,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("total", models.PositiveIntegerField(blank=True, null=True)),
                ("signed_on", models.DateField(blank=True, null=True)),
                ("scope", models.CharField(blank=True, max_length=200, verbose_name="知悉范围")),
                ("note", models.TextField(blank=True, verbose_name="编者按")),
                ("report_to", models.CharField(blank=True, max_length=500, verbose_name="报")),
                ("send_to", models.CharField(blank=True, max_length=500, verbose_name="送")),
                ("distribute_to", models.CharField(blank=True, max_length=500, verbose_name="发")),
                ("copies", models.PositiveIntegerField(default=60, verbose_name="印数")),
                ("signatory_name", models.CharField(blank=True, max_length=60)),
                ("round", models.PositiveSmallIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("printed_at", models.DateTimeField(blank=True, null=True)),
                ("layout", models.JSONField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=500)),
                (
                    "composer",
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
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="bulletins.publication"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="bulletins.series",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["publication", "-year", "-number"], name="issue_shelf")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "composing",
                                    "awaiting",
                                    "signed",
                                    "printed",
                                    "abandoned",
                                    "void",
                                    "recalled",
                                    "reserved",
                                ],
                            )
                        ),
                        name="issue_state",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("series__isnull", True)),
                        fields=("publication", "year", "number"),
                        name="issue_number",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("series__isnull", False)),
                        fields=("series", "year", "number"),
                        name="issue_series_number",
                    ),
                    models.UniqueConstraint(fields=("publication", "total"), name="issue_total"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", True), ("state__in", ["composing", "awaiting", "abandoned"])),
                            models.Q(
                                ("number__isnull", False),
                                ("state__in", ["signed", "printed", "void", "recalled", "reserved"]),
                                ("year__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="issue_numbered_when_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "void"), _negated=True),
                            models.Q(("void_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="issue_void_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("position", models.PositiveIntegerField()),
                ("column", models.CharField(blank=True, max_length=40, verbose_name="栏目")),
                ("note", models.TextField(blank=True, verbose_name="编者按")),
                ("brief", models.BooleanField(default=False, verbose_name="排成简讯")),
                ("title", models.CharField(blank=True, max_length=1000)),
                ("body", models.TextField(blank=True)),
                ("units", models.TextField(blank=True)),
                ("subjects", models.JSONField(blank=True, default=list, verbose_name="主题词")),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "draft",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.draft"),
                ),
                (
                    "mended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="bulletins.issue"
                    ),
                ),
            ],
            options={
                "ordering": ["issue", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("draft",),
                        name="entry_one_place_per_draft",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Credit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveBigIntegerField()),
                (
                    "behind",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="in_front_of",
                        to="bulletins.credit",
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
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="credits", to="bulletins.entry"
                    ),
                ),
            ],
            options={
                "ordering": ["entry", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("behind", None)),
                        fields=("entry", "submission", "office"),
                        name="credit_once",
                    ),
                    models.UniqueConstraint(fields=("submission", "behind"), name="credit_once_behind"),
                    models.CheckConstraint(condition=models.Q(("weight__gt", 0)), name="credit_weight"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("layout", models.JSONField()),
                ("reason", models.CharField(max_length=500)),
                ("recalled_by", models.CharField(max_length=200)),
                ("recalled_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("reprinted_at", models.DateTimeField(blank=True, null=True)),
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
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="bulletins.issue"
                    ),
                ),
            ],
            options={
                "ordering": ["issue", "number"],
                "constraints": [models.UniqueConstraint(fields=("issue", "number"), name="edition_number")],
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("order", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=80)),
                ("copies", models.PositiveIntegerField()),
                ("first", models.PositiveIntegerField(blank=True, null=True)),
                ("returned", models.PositiveIntegerField(default=0)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("return_note", models.CharField(blank=True, max_length=200)),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dispatches", to="bulletins.issue"
                    ),
                ),
            ],
            options={
                "ordering": ["issue", "order"],
                "constraints": [
                    models.UniqueConstraint(fields=("issue", "name"), name="dispatch_once"),
                    models.CheckConstraint(
                        condition=models.Q(("returned__lte", models.F("copies"))), name="dispatch_returned"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("approved_by", models.CharField(max_length=60)),
                ("by", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="bulletins.issue"
                    ),
                ),
            ],
            options={
                "ordering": ["issue", "pk"],
            },
        ),
        migrations.CreateModel(
            name="IssueSignOff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                ("decision", models.CharField(choices=[("approved", "同意"), ("returned", "退回修改")], max_length=10)),
                ("signer", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("remark", models.TextField(blank=True)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sign_offs", to="bulletins.issue"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
                ),
            ],
            options={
                "ordering": ["issue", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["approved", "returned"])), name="issue_sign_off_decision"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedReader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="named_readers", to="bulletins.issue"
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
                "constraints": [models.UniqueConstraint(fields=("issue", "person"), name="named_reader_once")],
            },
        ),
        migrations.CreateModel(
            name="OtherForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("form", models.CharField(max_length=10)),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.file"),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="other_forms", to="bulletins.issue"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("issue", "digest", "form"), name="other_form_once")],
            },
        ),
        migrations.CreateModel(
            name="PrintOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "等待排版"), ("made", "已排好"), ("failed", "排版失败")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("copies", models.PositiveIntegerField()),
                ("ordered_by", models.CharField(max_length=200)),
                ("ordered_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("queued_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("pages", models.PositiveIntegerField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True)),
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
                    "issue",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="print_order", to="bulletins.issue"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "made", "failed"])), name="print_order_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "made"), _negated=True), ("file__isnull", False), _connector="OR"
                        ),
                        name="print_order_file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("turn", models.PositiveSmallIntegerField()),
                ("reader", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("remark", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="read_proofs", to="bulletins.issue"
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
                "ordering": ["issue", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("issue", "turn", "digest"), name="proof_once"),
                    models.CheckConstraint(condition=models.Q(("turn__in", (1, 2))), name="proof_turn"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("signed_for_at", models.DateTimeField(blank=True, null=True)),
                ("signed_for_by", models.CharField(blank=True, max_length=200)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recipients", to="bulletins.issue"
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
                "constraints": [models.UniqueConstraint(fields=("issue", "office"), name="recipient_once")],
            },
        ),
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="counters", to="bulletins.publication"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counters",
                        to="bulletins.series",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("series__isnull", True)),
                        fields=("publication", "year"),
                        name="counter_year",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("series__isnull", False)),
                        fields=("series", "year"),
                        name="counter_series_year",
                    ),
                ],
            },
        ),
    ]
