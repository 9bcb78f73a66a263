"""The demonstration: invented people and a true history, loaded once. docs/demo.md says who may sign in."""

from api.demo.known import FRESH_MOBILE, DemoAccount, accounts
from api.demo.load import NotLoaded, load

__all__ = ["FRESH_MOBILE", "DemoAccount", "NotLoaded", "accounts", "load"]
