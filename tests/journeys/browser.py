"""People with browsers: each has a window of his own and keeps count of everything that should not happen."""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright

from tests.world import PASSWORD

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
WATCH = """document.addEventListener('securitypolicyviolation',
    e => console.error(`CSP ${e.violatedDirective} ${e.blockedURI} ${e.sample || ''}`))"""
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def launch(playwright: Playwright) -> Browser:
    """Start the machine's own Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    assert program, "Chromium is missing: make test installs it, or asks for it"
    return playwright.chromium.launch(executable_path=program, args=QUIET)


@dataclass
class Someone:
    """A person at a window."""

    page: Page
    url: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> "Someone":
        """Go to a page."""
        self.page.goto(f"{self.url}{path}")
        return self

    def sees(self, text: str) -> None:
        """Wait until the text stands on the page."""
        self.page.get_by_text(text).first.wait_for(timeout=15_000)

    def press(self, name: str, *, exact: bool = False) -> None:
        """Press the visible button or link with this name."""
        target = self.page.get_by_role("button", name=name, exact=exact).or_(
            self.page.get_by_role("link", name=name, exact=exact)
        )
        target.locator("visible=true").first.click()

    def choose(self, text: str) -> None:
        """Open the row of a list in which the text stands."""
        self.page.locator("[data-rows] a", has_text=text).first.click()

    def picture(self, name: str) -> None:
        """Keep a picture of the page when somebody wants to look (QIANLIYAN_SHOTS=folder)."""
        if folder := os.environ.get("QIANLIYAN_SHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=False)

    def is_accessible(self) -> None:
        """Hold the page against WCAG 2.1 AA, and see that nothing sticks out of the window.

        Axe brings a script of its own, which the policy would refuse: it runs in a second window without the policy.
        """
        size = self.page.viewport_size
        twin = self.page.context.browser.new_context(
            viewport=size, storage_state=self.page.context.storage_state(), bypass_csp=True, locale="zh-CN"
        )
        page = twin.new_page()
        page.goto(self.page.url)
        page.wait_for_load_state("networkidle")
        found = Axe().run(page, options=WCAG).response["violations"]
        overhang = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        twin.close()
        problems = [f"{rule['id']}: {node['html'][:300]}" for rule in found for node in rule["nodes"][:3]]
        assert not problems, f"{self.page.url}: {problems}"
        assert overhang <= 0, f"{self.page.url} is {overhang}px wider than the window"


@dataclass
class Windows:
    """Opens windows for people and gathers their troubles."""

    browser: Browser
    url: str
    people: list[Someone] = field(default_factory=list)

    def window(self, size: dict[str, int] | None = None, *, scripts: bool = True) -> Someone:
        """Open a window in which nobody is signed in."""
        context = self.browser.new_context(
            viewport=size or DESKTOP, locale="zh-CN", timezone_id="Asia/Shanghai", java_script_enabled=scripts
        )
        if scripts:
            context.add_init_script(WATCH)
        someone = Someone(context.new_page(), self.url)
        someone.page.on("console", lambda m: _note(someone, m.type, m.text))
        someone.page.on("pageerror", lambda e: someone.troubles.append(str(e)))
        someone.page.on("response", lambda r: _note(someone, "error" if r.status >= 500 else "", f"{r.status} {r.url}"))
        self.people.append(someone)
        return someone

    def sign_in(self, name: str, size: dict[str, int] | None = None, *, scripts: bool = True) -> Someone:
        """Open a window and sign in with the test world's password."""
        someone = self.window(size, scripts=scripts).open("/session/")
        someone.page.fill("[name=username]", name)
        someone.page.fill("[name=password]", PASSWORD)
        someone.page.locator("button.primary").click()
        someone.page.wait_for_url(re.compile(r"^(?!.*/session/).*$"))
        return someone


def _note(someone: Someone, kind: str, text: str) -> None:
    if kind == "error" and "422" not in text and "409" not in text and "404" not in text:
        someone.troubles.append(text)
