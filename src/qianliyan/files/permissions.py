"""Who makes a file that was ordered."""

from qianliyan.history.actors import Actor


def by_system(actor: Actor, _thing: object) -> bool:
    """Only the machine itself, when it has made the file or could not."""
    return actor.seat_pk is None
