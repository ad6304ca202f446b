from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("instructions", "0001_first")]

    operations = [
        migrations.RemoveField(model_name="telling", name="who"),
        migrations.AddField(
            model_name="telling",
            name="level",
            field=models.CharField(
                choices=[
                    ("unit", "单位"),
                    ("county", "县级"),
                    ("city", "市级"),
                    ("province", "省级"),
                    ("state", "国家"),
                ],
                default="city",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="telling",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", ["unit", "county", "city", "province", "state"])),
                name="telling_level",
            ),
        ),
    ]
