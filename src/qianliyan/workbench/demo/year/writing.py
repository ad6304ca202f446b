"""The writer's process: prints the texts of a span; it knows nothing of Django and the database."""

import sys

from qianliyan.workbench.demo.spans import SEED, Span, wanted
from qianliyan.workbench.demo.texts.ordering import say, written


def main() -> None:
    """Print the texts of the span that was given."""
    say(written(wanted(Span.read(sys.argv[1]).planned().orders), SEED))


if __name__ == "__main__":
    main()
