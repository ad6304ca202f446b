"""Setting a value, entering a calendar day."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.configuration.models import CalendarDay, Value
from qianliyan.configuration.permissions import may_configure
from qianliyan.configuration.registry import Setting
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.core.memory import forget
from qianliyan.history.trail import record
from qianliyan.offices.models import Office, Seat


@transaction.atomic
def set_value(setting: Setting[Any], value: Any, *, office: Office, valid_from: date, by: Seat) -> Value:
    """Let `value` hold for the office and all below it from a day on; never backwards."""
    if not may_configure(by, office):
        raise NotAllowed(_("修改设置"))
    if valid_from < clock.today():
        raise Unreadable(_("设置不能从过去的日期起生效，请选今天或以后。"))
    row = Value.objects.create(
        office=office, key=setting.key, value=value, valid_from=valid_from, set_by=by.person, set_at=clock.now()
    )
    forget()
    record("setting.set", row, by=by, key=setting.key, value=str(value), valid_from=valid_from.isoformat())
    return row


@transaction.atomic
def mark_day(office: Office, day: date, *, works: bool, name: str, by: Seat) -> CalendarDay:
    """Say that the office works, or does not work, on a day."""
    if not may_configure(by, office):
        raise NotAllowed(_("修改工作日历"))
    row, _new = CalendarDay.objects.update_or_create(office=office, day=day, defaults={"works": works, "name": name})
    record("calendar.mark", row, by=by, day=day.isoformat(), works=int(works), name=name)
    return row
