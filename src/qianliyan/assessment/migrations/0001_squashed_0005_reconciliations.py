"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("assessment", "0001_first"),
        ("assessment", "0002_commendations"),
        ("assessment", "0003_circulars_and_hearings"),
        ("assessment", "0004_item_keys_of_any_length"),
        ("assessment", "0005_reconciliations"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
        ("bulletins", "0001_squashed_0006_subjects_and_print_options"),
        ("desk", "0001_squashed_0008_opinions"),
        ("files", "0001_squashed_0002_making"),
        ("items", "0001_squashed_0006_up_and_back"),
        ("offices", "0001_squashed_0004_known_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待审定"),
                            ("accepted", "已核准"),
                            ("declined", "未核准"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="成果")),
                ("on", models.DateField(verbose_name="日期")),
                ("asked", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="申报分值")),
                (
                    "granted",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="核准分值"),
                ),
                ("evidence", models.CharField(max_length=300, verbose_name="依据")),
                ("claimed_by", models.CharField(max_length=200)),
                ("claimed_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("decision", models.CharField(blank=True, max_length=500, verbose_name="审定意见")),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "accepted", "declined", "withdrawn"])),
                        name="claim_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True), ("granted__isnull", False), _connector="OR"
                        ),
                        name="claim_granted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Determination",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("opened", "待说明"),
                            ("stated", "已说明"),
                            ("determined", "已认定"),
                            ("dropped", "不予认定"),
                        ],
                        default="opened",
                        max_length=12,
                    ),
                ),
                (
                    "fault",
                    models.CharField(
                        choices=[
                            ("late", "迟报"),
                            ("missed", "漏报"),
                            ("concealed", "瞒报"),
                            ("false", "虚报"),
                            ("understated", "少报"),
                            ("error", "差错（非故意，不扣分）"),
                            ("commission_late", "约稿迟报"),
                            ("commission_missed", "约稿未报"),
                            ("feedback_late", "批示反馈迟报"),
                            ("perfunctory", "敷衍应付"),
                        ],
                        max_length=20,
                        verbose_name="情形",
                    ),
                ),
                ("matter", models.CharField(max_length=500, verbose_name="什么事")),
                ("happened_on", models.DateField(verbose_name="发生日期")),
                ("known", models.TextField(max_length=2000, verbose_name="已知情况")),
                ("statement_until", models.DateField()),
                ("statement", models.TextField(blank=True, verbose_name="情况说明")),
                ("stated_by", models.CharField(blank=True, max_length=200)),
                ("stated_at", models.DateTimeField(blank=True, null=True)),
                ("opened_by", models.CharField(max_length=200)),
                ("opened_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("basis", models.CharField(blank=True, max_length=100, verbose_name="认定文号")),
                ("decision", models.CharField(blank=True, max_length=1000, verbose_name="认定意见")),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("decided_on", models.DateField(blank=True, null=True)),
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
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["opened", "stated", "determined", "dropped"])),
                        name="determination_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "fault__in",
                                [
                                    "late",
                                    "missed",
                                    "concealed",
                                    "false",
                                    "understated",
                                    "error",
                                    "commission_late",
                                    "commission_missed",
                                    "feedback_late",
                                    "perfunctory",
                                ],
                            )
                        ),
                        name="determination_fault",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["opened", "stated"]), ("decided_on__isnull", False), _connector="OR"
                        ),
                        name="determination_decided",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Grouping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=40, verbose_name="组别")),
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
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("office", "year", "unit"), name="grouping_once")],
            },
        ),
        migrations.CreateModel(
            name="Reconciliation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=200, verbose_name="通报名称")),
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
                        verbose_name="哪一级的通报",
                    ),
                ),
                ("label", models.CharField(max_length=20, verbose_name="考核期")),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("evidence", models.CharField(max_length=300, verbose_name="文号、期号")),
                ("text", models.TextField(verbose_name="通报内容")),
                (
                    "points",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="本单位得分"
                    ),
                ),
                ("rank", models.PositiveIntegerField(blank=True, null=True, verbose_name="名次")),
                ("units", models.PositiveIntegerField(blank=True, null=True, verbose_name="参加排名的单位数")),
                (
                    "ahead",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="前一名得分"
                    ),
                ),
                ("ahead_name", models.CharField(blank=True, max_length=100, verbose_name="前一名")),
                ("entered_by", models.CharField(max_length=200)),
                ("entered_at", models.DateTimeField(default=qianliyan.core.clock.now)),
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
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["office", "-id"], name="reconciliation_list")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["unit", "county", "city", "province", "state"])),
                        name="reconciliation_level",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordedFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "fact",
                    models.CharField(
                        choices=[
                            ("adopted", "上级采用"),
                            ("instructed", "领导批示"),
                            ("effect", "基层运用反映"),
                            ("commended", "通报表扬"),
                            ("media", "图片、音像"),
                            ("activity", "调研、交流、培训等活动"),
                            ("checked", "现场检查"),
                            ("deducted_above", "上级扣分"),
                            ("bonus", "酌情加分"),
                            ("subscribed", "报刊征订"),
                            ("recorded", "别处算出的数"),
                            ("opening", "期初得分"),
                        ],
                        max_length=20,
                        verbose_name="结果",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("title", models.CharField(max_length=1000, verbose_name="题目")),
                ("item_key", models.TextField(blank=True)),
                ("attributes", models.JSONField(default=dict)),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="数值"),
                ),
                ("evidence", models.CharField(max_length=300, verbose_name="依据")),
                ("recorded_at", models.DateTimeField(default=qianliyan.core.clock.now)),
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
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
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
                "indexes": [models.Index(fields=["office", "on"], name="recorded_fact_office_on")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "fact__in",
                                [
                                    "adopted",
                                    "instructed",
                                    "effect",
                                    "commended",
                                    "media",
                                    "activity",
                                    "checked",
                                    "deducted_above",
                                    "bonus",
                                    "subscribed",
                                    "recorded",
                                    "opening",
                                ],
                            )
                        ),
                        name="recorded_fact_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence", ""), _negated=True), name="recorded_fact_evidence"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReconciledLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=1000)),
                ("fact", models.CharField(max_length=20)),
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
                ("publication", models.CharField(blank=True, max_length=100)),
                ("on", models.DateField(blank=True, null=True)),
                ("value", models.DecimalField(blank=True, decimal_places=4, max_digits=10, null=True)),
                ("dismissed", models.BooleanField(default=False)),
                ("decided_by", models.CharField(blank=True, max_length=200)),
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
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="items.submission",
                    ),
                ),
                (
                    "reconciliation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="assessment.reconciliation",
                    ),
                ),
                (
                    "recorded",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assessment.recordedfact",
                    ),
                ),
            ],
            options={
                "ordering": ["reconciliation", "position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["unit", "county", "city", "province", "state"])),
                        name="reconciled_line_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("submission__isnull", True), ("entry__isnull", True), _connector="OR"),
                        name="reconciled_line_one_piece",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordedShare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveIntegerField(default=1)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
                (
                    "recorded",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="assessment.recordedfact"
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
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("recorded", "unit", "author"), name="recorded_share_once"),
                    models.CheckConstraint(condition=models.Q(("weight__gt", 0)), name="recorded_share_weight"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "recorded",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revocation",
                        to="assessment.recordedfact",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("number", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("writing", "起草中"), ("published", "已公布"), ("given_up", "已放弃")],
                        default="writing",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("source", models.TextField(verbose_name="办法（YAML）")),
                ("valid_from", models.DateField(verbose_name="施行日期")),
                ("basis", models.CharField(blank=True, max_length=100, verbose_name="文号")),
                ("revision", models.PositiveIntegerField(default=0)),
                ("written_by", models.CharField(max_length=200)),
                ("saved_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="assessment.scheme",
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
                "ordering": ["office", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="scheme_number"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["writing", "published", "given_up"])), name="scheme_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="scheme_published_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Calculation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("label", models.CharField(max_length=20)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[("live", "现时数据"), ("trial", "试算"), ("closing", "结账")],
                        default="live",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "等待计算"), ("done", "已算好"), ("refused", "没有算成")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("scheme_title", models.CharField(max_length=150)),
                ("source", models.TextField()),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("facts", models.PositiveIntegerField(default=0)),
                ("figures", models.JSONField(default=dict)),
                ("columns", models.JSONField(default=list)),
                ("unscored", models.JSONField(default=dict)),
                ("error", models.TextField(blank=True)),
                ("ordered_by", models.CharField(max_length=200)),
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
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assessment.scheme",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["office", "label", "purpose", "-id"], name="calculation_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "done", "refused"])), name="calculation_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["live", "trial", "closing"])), name="calculation_purpose"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True), ("file__isnull", False), _connector="OR"
                        ),
                        name="calculation_file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Circular",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("label", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("composing", "编写中"),
                            ("checking", "核分中"),
                            ("settled", "已定稿"),
                            ("issued", "已转待编稿"),
                            ("given_up", "已放弃"),
                        ],
                        default="composing",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="题目")),
                ("body", models.TextField(verbose_name="正文")),
                ("check_until", models.DateField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("written_by", models.CharField(max_length=200)),
                ("saved_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "calculation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="assessment.calculation"
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="desk.draft",
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
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["office", "-id"], name="circular_office_list")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["composing", "checking", "settled", "issued", "given_up"])),
                        name="circular_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "checking"), _negated=True),
                            ("check_until__isnull", False),
                            _connector="OR",
                        ),
                        name="circular_check_until",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "issued"), _negated=True), ("draft__isnull", False), _connector="OR"
                        ),
                        name="circular_draft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("label", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "未结账"), ("closed", "已结账")], default="running", max_length=10
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_by", models.CharField(blank=True, max_length=200)),
                (
                    "closing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assessment.calculation",
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
                "ordering": ["office", "-label"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "label"), name="period_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["running", "closed"])), name="period_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True),
                            models.Q(("closed_at__isnull", False), ("closing__isnull", False)),
                            _connector="OR",
                        ),
                        name="period_closed_with_calculation",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待复核"), ("corrected", "已更正"), ("upheld", "维持")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("line", models.CharField(max_length=300, verbose_name="哪一处")),
                ("reason", models.CharField(max_length=1000, verbose_name="理由")),
                ("asked_by", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("answer", models.CharField(blank=True, max_length=1000, verbose_name="答复")),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "circular",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="assessment.circular"
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "corrected", "upheld"])), name="review_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "open"), models.Q(("answer", ""), _negated=True), _connector="OR"),
                        name="review_answered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=100)),
                ("group", models.CharField(blank=True, max_length=40)),
                ("rank", models.PositiveIntegerField(blank=True, null=True)),
                ("total", models.DecimalField(decimal_places=4, max_digits=12)),
                ("printed", models.CharField(max_length=30)),
                ("columns", models.JSONField(default=dict)),
                ("counts", models.JSONField(default=dict)),
                ("marks", models.JSONField(default=list)),
                (
                    "calculation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standings",
                        to="assessment.calculation",
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
                (
                    "unit",
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
                "ordering": ["calculation", "position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("unit__isnull", True), ("person__isnull", True), _connector="OR"),
                        name="standing_unit_or_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                ("figure", models.CharField(max_length=40, verbose_name="指标")),
                ("value", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="数值")),
                ("evidence", models.CharField(max_length=300, verbose_name="依据")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ["figure", "year"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "year", "figure"), name="annual_figure_once")
                ],
            },
        ),
    ]
