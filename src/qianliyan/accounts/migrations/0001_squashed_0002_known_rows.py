"""All tables of this room in one step; takes the place of the steps before the first release."""

import django.db.models.deletion
import django.db.models.manager
import qianliyan.core.uids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("accounts", "0001_first"),
        ("accounts", "0002_known_rows"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=qianliyan.core.uids.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="电话")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="邮箱")),
            ],
            options={
                "base_manager_name": "known",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("known", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=60, unique=True, verbose_name="登录名")),
                ("is_active", models.BooleanField(default=True)),
                ("must_change_password", models.BooleanField(default=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="user", to="accounts.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
