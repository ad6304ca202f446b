"""The search index: one row for everything that can be found, as it is today, and none for what is gone."""

from collections.abc import Iterator

from qianliyan.search.models import Rebuilding
from qianliyan.search.state import all_stale, orphans
from qianliyan.workbench.checking.breach import Breach, named

REMEDY = "请运行 qianliyan reindex --mend"


def rows_agree_with_things() -> Iterator[Breach]:
    """Compare every row with its thing; while the index is rebuilt it is not whole, and that is said once."""
    going = Rebuilding.objects.first()
    if going is not None:
        yield Breach("search", f"索引正在重建（{going}），中断的请再运行 qianliyan reindex")
        return
    for source, thing, row in all_stale():
        what = "没有" if row is None else "过时"
        yield Breach("search", f"{source.label}{named(thing)}的搜索索引{what}，{REMEDY}")
    for row in orphans():
        yield Breach("search", f"索引里的 {row} 已没有对应的内容，{REMEDY}")
