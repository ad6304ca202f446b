"""What several forms of the assessment share."""

from django import forms


class DayInput(forms.DateInput):
    """A day as the browser's own calendar gives it."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")
        self.input_type = "date"
