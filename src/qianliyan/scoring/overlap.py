"""Whether two conditions can hold for one fact, as far as their words show it.

This is how rules that would count a fact twice are found before anything is counted.
"""

from qianliyan.scoring.conditions import Between, ByDay, Condition, OneOf, Present, Test


def apart(first: Condition, second: Condition) -> bool:
    """Tell whether no fact can meet both conditions, as far as their words show it."""
    if first.either:
        return all(apart(joined(first, part), second) for part in first.either)
    if second.either:
        return all(apart(first, joined(second, part)) for part in second.either)
    both = ((test, second.test(name)) for name, test in first.tests)
    return any(other is not None and tests_apart(test, other) for test, other in both) or items_apart(first, second)


def joined(whole: Condition, part: Condition) -> Condition:
    """Put one alternative and what is asked in any case into a single condition."""
    return Condition(
        (*whole.tests, *part.tests),
        part.either,
        (*whole.item_has, *part.item_has),
        (*whole.item_lacks, *part.item_lacks),
    )


def items_apart(first: Condition, second: Condition) -> bool:
    """Tell whether one wants in the item exactly what the other forbids."""
    return bool({*first.item_has} & {*second.item_lacks} or {*first.item_lacks} & {*second.item_has})


def tests_apart(first: Test, second: Test) -> bool:
    """Tell whether no value passes both tests."""
    if isinstance(first, OneOf):
        return not any(
            second.holds(value) for value in first.values if not isinstance(second, ByDay)
        ) and not isinstance(second, ByDay)
    if isinstance(second, OneOf):
        return tests_apart(second, first)
    if isinstance(first, Between) and isinstance(second, Between):
        return intervals_apart(first, second) or intervals_apart(second, first)
    if isinstance(first, Present) or isinstance(second, Present):
        return presence_apart(first, second)
    return False


def intervals_apart(lower: Between, upper: Between) -> bool:
    """Tell whether the first interval ends before the second begins."""
    if lower.high is None or upper.low is None:
        return False
    return lower.high < upper.low or (lower.high == upper.low and (lower.high_out or upper.low_out))


def presence_apart(first: Test, second: Test) -> bool:
    """Tell whether one wants the attribute absent and the other needs a value."""
    absent = [test for test in (first, second) if isinstance(test, Present) and not test.there]
    other = second if absent and absent[0] is first else first
    return bool(absent) and (isinstance(other, Between) or (isinstance(other, Present) and other.there))
