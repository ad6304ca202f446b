"""Refusals of the typesetter, told to a person."""


class InvalidDocument(ValueError):
    """The data cannot be set; `path` names the place in the JSON."""

    def __init__(self, message: str, path: str = "") -> None:
        """Keep the sentence and the place apart, and show both."""
        super().__init__(f"{path}：{message}" if path else message)
        self.message = message
        self.path = path


class CannotTypeset(RuntimeError):
    """The machine could not set a valid document: no fonts, or it took too long."""
