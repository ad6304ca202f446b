"""Imports are held by import-linter; what models know of each other is held here."""

from django.apps import apps

LADDER = (
    "history",
    "accounts",
    "offices",
    "configuration",
    "files",
    "notices",
    "search",
    "proofing",
    "planning",
    "items",
    "desk",
    "bulletins",
    "instructions",
    "assessment",
    "workbench",
)
RUNG = {label: place for place, label in enumerate(LADDER)}


def ours():
    return [model for label in LADDER for model in apps.get_app_config(label).get_models()]


def test_no_relation_points_up():
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in ours()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.is_relation and RUNG[field.related_model._meta.app_label] > RUNG[model._meta.app_label]
    ]

    assert upward == []


def test_no_lower_model_has_a_reverse_name_of_an_upper_one():
    upward = [
        f"{model._meta.label}.{relation.get_accessor_name()}"
        for model in ours()
        for relation in model._meta.related_objects
        if not relation.hidden and RUNG[relation.related_model._meta.app_label] > RUNG[model._meta.app_label]
    ]

    assert upward == []


def test_every_room_is_on_the_ladder():
    rooms = {config.label for config in apps.get_app_configs() if config.name.startswith("qianliyan.")}

    assert rooms - {"core"} == set(LADDER)


def test_every_choice_has_a_check_in_the_database():
    unchecked = [
        f"{model._meta.label}.{field.name}"
        for model in ours()
        for field in model._meta.fields
        if field.choices and not _checked(model, field.name)
    ]

    assert unchecked == []


def _checked(model, name):
    return any(name in str(getattr(constraint, "condition", "")) for constraint in model._meta.constraints)
