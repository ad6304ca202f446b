"""What the worker does for the assessment."""

from django_tasks import task

from qianliyan.assessment.actions.calculating import perform
from qianliyan.assessment.models import Calculation
from qianliyan.history.actors import Actor


@task()
def calculate(pk: int) -> None:
    """Do an ordered calculation."""
    perform(pk)


def enqueue(calculation: Calculation, _by: Actor) -> None:
    """Queue the calculation in the transaction that orders it."""
    calculate.enqueue(calculation.pk)
