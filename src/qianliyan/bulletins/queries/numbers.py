"""The numbers of a publication: under which year they count, the last one and the next."""

from django.db.models import OuterRef, Q, QuerySet, Subquery

from qianliyan.bulletins.models import Counter, Issue, Publication, Series
from qianliyan.bulletins.models.publication import RUNNING
from qianliyan.core import clock


def number_year(series: Publication | Series, year: int) -> int:
    """Return the year under which a series counts; one that never begins again has a year of its own."""
    return year if series.yearly else RUNNING


def last_number(publication: OuterRef) -> Subquery:
    """Return the last number of a publication's main series this year, for a query over something of it."""
    yearly = Q(publication__yearly=True, year=clock.today().year)
    counters = Counter.objects.filter(yearly | Q(publication__yearly=False, year=RUNNING), series=None)
    return Subquery(counters.filter(publication=publication).values("last")[:1])


def counted(found: QuerySet[Publication]) -> QuerySet[Publication]:
    """Add to each publication its last number, and the first and the last year in which it has one."""
    numbered = Issue.objects.filter(publication=OuterRef("pk"), year__isnull=False)
    return found.annotate(
        last=last_number(OuterRef("pk")),
        first_year=Subquery(numbered.order_by("year").values("year")[:1]),
        last_year=Subquery(numbered.order_by("-year").values("year")[:1]),
    )


def last_of_series(series: OuterRef) -> Subquery:
    """Return the last number of a further series, for a query over something of it."""
    yearly = Q(series__yearly=True, year=clock.today().year)
    counters = Counter.objects.filter(yearly | Q(series__yearly=False, year=RUNNING))
    return Subquery(counters.filter(series=series).values("last")[:1])


def series_of(publication: Publication) -> QuerySet[Series]:
    """Return the further series of a publication, each with the last number it has."""
    return publication.series.filter(closed_on=None).annotate(last=last_of_series(OuterRef("pk")))


def expected_number(publication: Publication, series: Series | None = None) -> int:
    """Return the number that the next signature will take, as a forecast."""
    year = number_year(series or publication, clock.today().year)
    counter = Counter.objects.filter(publication=publication, series=series, year=year).first()
    return (counter.last if counter else 0) + 1
