import pytest

from qianliyan.accounts.models import Person
from qianliyan.core.errors import Repeated
from qianliyan.history.once import once


def test_the_same_key_twice_does_nothing_and_says_when(officer):
    with once(officer, "k1"):
        Person.objects.create(name="甲")

    with pytest.raises(Repeated, match="已由您于"), once(officer, "k1"):
        Person.objects.create(name="甲")

    assert Person.objects.filter(name="甲").count() == 1


def test_another_person_may_use_the_same_key(officer, editor):
    with once(officer, "k1"):
        Person.objects.create(name="甲")
    with once(editor, "k1"):
        Person.objects.create(name="甲")

    assert Person.objects.filter(name="甲").count() == 2


def test_a_failed_step_gives_its_key_back(officer):
    with pytest.raises(ZeroDivisionError), once(officer, "k1"):
        1 / 0  # noqa: B018

    with once(officer, "k1"):
        Person.objects.create(name="甲")

    assert Person.objects.filter(name="甲").count() == 1
