"""How Word's list formats look as text: 一 1 ① Ⅰ a 甲 壹."""

from collections.abc import Callable

from qianliyan.text.numerals import to_chinese

LEGAL = str.maketrans("一二三四五六七八九十百千〇", "壹贰叁肆伍陆柒捌玖拾佰仟零")
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def write_number(number: int, form: str) -> str:
    """Write `number` in Word's format `form`; an unknown format becomes Arabic numerals."""
    if form == "none" or not 0 <= number <= 9999:
        return ""
    return FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _roman(number: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _from_row(row: str) -> Callable[[int], str]:
    return lambda number: row[(number - 1) % len(row)]


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"（{number}）",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "chineseCounting": to_chinese,
    "chineseCountingThousand": to_chinese,
    "japaneseCounting": to_chinese,
    "taiwaneseCounting": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": lambda number: to_chinese(number).translate(LEGAL),
    "ideographLegalTraditional": lambda number: to_chinese(number).translate(LEGAL),
    "ideographTraditional": _from_row(STEMS),
    "ideographZodiac": _from_row(BRANCHES),
    "ideographEnclosedCircle": _circled,
}
