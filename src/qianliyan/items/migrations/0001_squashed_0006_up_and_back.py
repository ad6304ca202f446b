"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.core.serializers.json
import django.db.models.deletion
import qianliyan.core.clock
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("items", "0001_first"),
        ("items", "0002_nothing_lost"),
        ("items", "0003_recording"),
        ("items", "0004_what_for"),
        ("items", "0005_tips"),
        ("items", "0006_up_and_back"),
    ]

    dependencies = [
        ("accounts", "0001_squashed_0002_known_rows"),
        ("files", "0001_squashed_0002_making"),
        ("offices", "0001_squashed_0004_known_rows"),
        ("planning", "0001_squashed_0002_revisions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafting", "拟稿"),
                            ("in_review", "审签中"),
                            ("signed", "已签发"),
                            ("submitted", "已报送"),
                            ("discarded", "已作废"),
                        ],
                        default="drafting",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=1000, verbose_name="题目")),
                ("body", models.TextField(blank=True, verbose_name="正文")),
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
                        default="ordinary",
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
                        default="single",
                        max_length=20,
                        verbose_name="体裁",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[("ordinary", "平件"), ("urgent", "急件"), ("extra", "特急")],
                        default="ordinary",
                        max_length=10,
                        verbose_name="缓急",
                    ),
                ),
                ("occurred_at", models.DateTimeField(blank=True, null=True, verbose_name="发生时间")),
                ("drafter_phone", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
                ("supplier", models.CharField(blank=True, max_length=60, verbose_name="供稿人")),
                ("internal", models.BooleanField(default=False, verbose_name="内部")),
                ("readers", models.CharField(blank=True, max_length=200, verbose_name="知悉范围")),
                ("units_concerned", models.CharField(blank=True, max_length=200, verbose_name="被反映单位")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="数据口径")),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="截至时间")),
                ("published_elsewhere", models.CharField(blank=True, max_length=200, verbose_name="已在何处公开")),
                ("also_sent", models.CharField(blank=True, max_length=200, verbose_name="一稿多报")),
                ("revision", models.PositiveIntegerField(default=0)),
                ("chain", models.JSONField(default=list)),
                ("stage", models.PositiveSmallIntegerField(default=0)),
                (
                    "due",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("check", "核稿"),
                            ("screen", "保密审查"),
                            ("countersign", "会签"),
                            ("review", "审核"),
                            ("clear", "报送把关"),
                            ("sign", "签发"),
                        ],
                        max_length=12,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("saved_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "clearer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
                (
                    "commission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.commission",
                        verbose_name="约稿",
                    ),
                ),
                (
                    "drafter",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
                (
                    "key_task",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.keytask",
                        verbose_name="重点任务",
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
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["office", "state", "-saved_at"], name="item_office_list"),
                    models.Index(fields=["office", "-saved_at", "-id"], name="item_office_all"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["drafting", "in_review", "signed", "submitted", "discarded"])
                        ),
                        name="item_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("due__in", ["check", "screen", "countersign", "review", "clear", "sign"]),
                                ("state", "in_review"),
                            ),
                            models.Q(models.Q(("state", "in_review"), _negated=True), ("due", "")),
                            _connector="OR",
                        ),
                        name="item_due_only_in_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["implementation", "experience", "warning", "problem", "ordinary"])
                        ),
                        name="item_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["brief", "single", "composite", "special", "research"])),
                        name="item_form",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("urgency__in", ["ordinary", "urgent", "extra"])), name="item_urgency"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=20)),
                ("removed", models.JSONField(default=list)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.file"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="items.item"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.file"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="items.item"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Tip",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待看"), ("used", "已写成信息"), ("closed", "已了结")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                ("dropped_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("word", models.CharField(blank=True, max_length=200)),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tips",
                        to="items.item",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                ("photos", models.ManyToManyField(blank=True, related_name="+", to="files.file")),
                (
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-dropped_at", "-pk"],
                "indexes": [
                    models.Index(fields=["office", "state", "-dropped_at"], name="tip_box"),
                    models.Index(fields=["supplier", "-dropped_at"], name="tip_own"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "used", "closed"])), name="tip_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "used"), _negated=True), ("item__isnull", False), _connector="OR"
                        ),
                        name="tip_used_for_an_item",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unsaved",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(blank=True, max_length=1000)),
                ("body", models.TextField(blank=True)),
                ("fields", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unsaved", to="items.item"
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
                "constraints": [models.UniqueConstraint(fields=("item", "person"), name="unsaved_once")],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=1000)),
                ("body", models.TextField()),
                ("fields", models.JSONField(default=dict)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("handed_over", "送审"),
                            ("kept", "存为一稿"),
                            ("changed_hands", "换人修改之前"),
                            ("overruled", "对照后未用"),
                            ("before_import", "导入之前"),
                            ("corrected", "审签时修改"),
                            ("typos", "文字订正"),
                            ("recorded", "代录"),
                        ],
                        max_length=20,
                    ),
                ),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("digest", models.CharField(max_length=64)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="items.item"
                    ),
                ),
            ],
            options={
                "ordering": ["item", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("item", "number"), name="version_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "why__in",
                                [
                                    "handed_over",
                                    "kept",
                                    "changed_hands",
                                    "overruled",
                                    "before_import",
                                    "corrected",
                                    "typos",
                                    "recorded",
                                ],
                            )
                        ),
                        name="version_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("round", models.PositiveSmallIntegerField()),
                ("sender_name", models.CharField(max_length=80)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "待处理"),
                            ("signed_for", "已签收"),
                            ("taken", "选用"),
                            ("published", "采用"),
                            ("returned", "退回修改"),
                            ("not_adopted", "未采用"),
                            ("reserved", "备用"),
                            ("withdrawn", "撤回"),
                        ],
                        default="received",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=1000)),
                ("body", models.TextField()),
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
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[("ordinary", "平件"), ("urgent", "急件"), ("extra", "特急")], max_length=10
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("characters", models.PositiveIntegerField()),
                ("drafter_name", models.CharField(max_length=60)),
                ("drafter_phone", models.CharField(blank=True, max_length=40)),
                ("signatory_name", models.CharField(blank=True, max_length=60)),
                ("signed_on_paper", models.BooleanField(default=False)),
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
                ("sent_at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("recorded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "commission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.commission",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="items.submission",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.person",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="items.item"
                    ),
                ),
                (
                    "key_task",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.keytask",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.seat",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="items.version"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["receiver", "state", "-urgent", "-sent_at"], name="submission_queue"),
                    models.Index(fields=["receiver", "-sent_at"], name="submission_arrived"),
                    models.Index(fields=["sender", "-sent_at"], name="submission_sent"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "received",
                                    "signed_for",
                                    "taken",
                                    "published",
                                    "returned",
                                    "not_adopted",
                                    "reserved",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="submission_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["system", "paper", "phone", "chat", "mail", "fax", "other"])
                        ),
                        name="submission_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["implementation", "experience", "warning", "problem", "ordinary"])
                        ),
                        name="submission_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["brief", "single", "composite", "special", "research"])),
                        name="submission_form",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("urgency__in", ["ordinary", "urgent", "extra"])), name="submission_urgency"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_at__isnull", True), ("recorded_by__isnull", True)),
                            models.Q(("recorded_at__isnull", False), models.Q(("channel", "system"), _negated=True)),
                            _connector="OR",
                        ),
                        name="submission_recorded",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["returned", "withdrawn"]), _negated=True),
                        fields=("version", "receiver"),
                        name="submission_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("check", "核稿"),
                            ("screen", "保密审查"),
                            ("countersign", "会签"),
                            ("review", "审核"),
                            ("clear", "报送把关"),
                            ("sign", "签发"),
                        ],
                        max_length=12,
                    ),
                ),
                ("decision", models.CharField(choices=[("approved", "同意"), ("returned", "退回修改")], max_length=10)),
                ("signer", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                ("remark", models.TextField(blank=True)),
                ("corrected", models.BooleanField(default=False)),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=500)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sign_offs", to="items.item"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.seat",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.seat"),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sign_offs", to="items.version"
                    ),
                ),
            ],
            options={
                "ordering": ["item", "round", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage__in", ["check", "screen", "countersign", "review", "clear", "sign"])
                        ),
                        name="sign_off_stage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["approved", "returned"])), name="sign_off_decision"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "approved")),
                        fields=("item", "round", "stage"),
                        name="sign_off_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old", models.CharField(max_length=40)),
                ("new", models.CharField(blank=True, max_length=40)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=qianliyan.core.clock.now)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="items.version"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
