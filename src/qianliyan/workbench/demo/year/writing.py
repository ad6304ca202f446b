"""The writer's process: prints some of the texts of a span; it knows nothing of Django and the database."""

import sys
from itertools import islice

from qianliyan.workbench.demo.spans import SEED, Span, wanted
from qianliyan.workbench.demo.texts.ordering import say, written


def main() -> None:
    """Print the texts of the span that was given, from one place to before another; those before are written too."""
    told, start, stop = sys.argv[1:]
    orders = Span.read(told).planned.orders[: int(stop)]
    say(islice(written(wanted(orders), SEED), int(start), None))


if __name__ == "__main__":
    main()
