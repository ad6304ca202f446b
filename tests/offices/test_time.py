from datetime import date

import pytest
from django.db import IntegrityError

from qianliyan.core.errors import Unreadable
from qianliyan.history.actors import SYSTEM
from qianliyan.offices import actions
from qianliyan.offices.models import Office, Phase, Succession


def test_a_renamed_office_keeps_its_old_name_for_old_days(world):
    actions.change(world.department, on=date(2026, 3, 1), name="云川市农业农村和乡村振兴局", by=SYSTEM)

    department = Office.objects.get(pk=world.department.pk)
    assert department.name == "云川市农业农村和乡村振兴局"
    assert department.phase_on(date(2026, 2, 28)).name == "云川市农业农村局"
    assert department.phase_on(date(2026, 3, 1)).name == "云川市农业农村和乡村振兴局"


def test_a_change_before_the_present_phase_is_refused(world):
    with pytest.raises(Unreadable, match="晚于"):
        actions.change(world.department, on=date(2020, 1, 1), name="新名", by=SYSTEM)

    assert world.department.phases.count() == 1


def test_moving_an_office_moves_all_below_it(world):
    below = actions.found(
        "石门镇", level="unit", network="vertical", parent=world.county, on=date(2021, 1, 1), by=SYSTEM
    )

    actions.change(world.county, on=date(2026, 3, 1), parent=world.province, by=SYSTEM)

    assert Office.objects.get(pk=below.pk).lineage == [below.pk, world.county.pk, world.province.pk]


def test_an_office_cannot_move_below_itself(world):
    with pytest.raises(Unreadable, match="下级"):
        actions.change(world.city, on=date(2026, 3, 1), parent=world.county, by=SYSTEM)


def test_a_merged_office_is_closed_and_names_its_successor(world):
    actions.succeed(world.neighbour_county, world.county, on=date(2026, 7, 1), basis="云政〔2026〕8号", by=SYSTEM)

    assert Office.objects.get(pk=world.neighbour_county.pk).closed_on == date(2026, 7, 1)
    assert Succession.objects.get().successor == world.county
    assert world.neighbour_county.phase_on(date(2026, 7, 1)) is None


def test_an_office_has_only_one_open_phase(world):
    with pytest.raises(IntegrityError):
        Phase.objects.create(
            office=world.city, name="x", short_name="x", network="vertical", valid_from=date(2026, 1, 1)
        )
