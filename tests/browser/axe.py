"""axe-core over the page that is open."""

from api.dev.paths import WEB_PACKAGES
from tests.browser.visitor import Visitor

AXE = WEB_PACKAGES / "axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIOLATIONS = """async (rules) => (await axe.run(document, {runOnly: rules})).violations.map(
  (one) => `${one.id}: ${one.help}: ` + one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' ; '))"""


def violations(visitor: Visitor) -> list[str]:
    """What axe finds, a line each."""
    visitor.page.evaluate(AXE.read_text())
    found: list[str] = visitor.page.evaluate(VIOLATIONS, RULES)
    return found
