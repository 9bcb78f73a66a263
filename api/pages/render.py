"""Templates, escaped by default."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from models.kernel.clock import CHINA

templates = Jinja2Templates(Path(__file__).parent / "templates")
templates.env.filters["day"] = lambda day: f"{day.year}年{day.month}月{day.day}日"
templates.env.filters["moment"] = lambda at: f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"
templates.env.filters["plain"] = lambda at: f"{at.astimezone(CHINA):%Y-%m-%d}"


def page(request: Request, template: str, status: int = 200, **values: object) -> Response:
    """A page that no cache may keep: it shows what is true at this moment."""
    response = templates.TemplateResponse(request, template, values, status_code=status)
    response.headers["cache-control"] = "no-store"
    return response
