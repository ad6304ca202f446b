from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="unsaveddraft",
            name="fields",
            field=models.JSONField(default=dict),
        ),
    ]
