from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Exists, OuterRef, Q

PROTECTED = ("problem", "warning")


def note(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Note it of the drafts there are; what has no source was written by the office itself."""
    drafts, sources = apps.get_model("desk", "Draft").objects, apps.get_model("desk", "Source").objects
    own = sources.filter(draft=OuterRef("pk"))
    drafts.filter(Q(kind__in=PROTECTED) | Exists(own.filter(submission__kind__in=PROTECTED))).update(shielded=True)
    drafts.exclude(Exists(own)).exclude(state="dropped").update(own_reason="由本单位编写")


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0006_upward"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="own_reason",
            field=models.CharField(blank=True, max_length=200, verbose_name="自拟缘由"),
        ),
        migrations.AddField(
            model_name="draft",
            name="shielded",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(note, migrations.RunPython.noop),
    ]
