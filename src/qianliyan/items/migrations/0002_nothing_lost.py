import django.core.serializers.json
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("items", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="unsaved",
            name="fields",
            field=models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
        ),
        migrations.AlterField(
            model_name="signoff",
            name="void_reason",
            field=models.CharField(blank=True, max_length=500),
        ),
    ]
