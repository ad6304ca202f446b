"""The posts that every new installation begins with; an office edits them afterwards."""

from qianliyan.offices.models import Post
from qianliyan.offices.powers import Power

P = Power
STANDARD = (
    ("officer", "信息员", (P.DRAFT,)),
    ("checker", "核稿人", (P.CHECK,)),
    ("screener", "保密审查人", (P.SCREEN,)),
    ("checker-screener", "核稿人（兼保密审查）", (P.CHECK, P.SCREEN)),
    ("countersigner", "会签人", (P.COUNTERSIGN,)),
    ("reviewer", "审核人", (P.REVIEW,)),
    ("small-unit-reviewer", "审核人（兼核稿、保密审查）", (P.CHECK, P.SCREEN, P.REVIEW)),
    ("signatory", "签发人", (P.SIGN,)),
    ("editor", "编辑", (P.EDIT,)),
    ("reporting-editor", "编辑（兼向上报送）", (P.EDIT, P.DRAFT)),
    ("chief", "科长", (P.EDIT, P.COMPOSE, P.CONFIGURE, P.CHECK, P.SCREEN)),
    ("deputy-secretary-general", "副秘书长", (P.REVIEW,)),
    ("secretary-general", "秘书长", (P.SIGN_ISSUE, P.SIGN)),
    ("presenter", "呈送代录", (P.PRESENT,)),
    ("leader", "领导", (P.READ,)),
    ("assessor", "考核人员", (P.ASSESS,)),
    ("system-administrator", "系统管理员", (P.RUN, P.CONFIGURE)),
    ("security-administrator", "安全保密管理员", (P.GRANT,)),
    ("auditor", "安全审计员", (P.AUDIT,)),
)


def enter_standard_posts() -> dict[str, Post]:
    """Enter the standard posts and return them by their code."""
    return {
        code: Post.objects.create(code=code, name=name, powers=[power.value for power in powers], order=order)
        for order, (code, name, powers) in enumerate(STANDARD)
    }
