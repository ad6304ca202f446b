"""A specimen page: how an issue of a publication would look with these choices, before anything is saved.

The words here stand on paper: they are never translated.
"""

from collections.abc import Mapping
from typing import Any

from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.models.publication import written_number
from qianliyan.core import clock
from qianliyan.typesetting.designs import changes

TEXT = (
    "　　这里是正文。截至本月20日，全市累计完成年度计划的83%，比上年同期快2个百分点。\n"
    "一、主要做法\n（一）早部署。月初即逐项分解任务，明确牵头单位和完成时限。\n"
    "二、下一步打算\n加快补齐短板，确保年底前全面完成。"
)
ITEMS = (("本期第一条信息的标题", TEXT), ("本期第二条信息的标题", TEXT))
UNIT = "某某局"


def specimen(said: Mapping[str, Any], office: str, picture: str) -> dict[str, Any]:
    """Return the layout of a specimen issue; `said` are the clean fields of the publication's form."""
    today = clock.today()
    columns = said["columns"] or [""]
    hidden = said["protected"]
    return {
        "template": said["template"],
        "masthead": said["masthead"] or said["name"],
        "masthead_picture": picture,
        "caution": said["caution"],
        "contents": said["contents"],
        "columns": said["columns"],
        "layout": changes(said["template"], said["design"]),
        "number": written_number(said["number_format"], 8, today.year),
        "total_number": said["total_format"].replace("{total}", "208"),
        "office": office,
        "date": written(today),
        "recipients": said["scope"],
        "entries": [
            {
                "title": title,
                "body": body,
                "units": [said["attribution"] if hidden else UNIT],
                "column": columns[min(place, len(columns) - 1)],
            }
            for place, (title, body) in enumerate(ITEMS)
        ],
        "tail": {
            "report": said["report_to"],
            "send": said["send_to"],
            "issue": said["distribute_to"],
            "printed_copies": said["copies"],
        },
    }
