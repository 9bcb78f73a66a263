"""Who may sign in to the demonstration, as the terminal says it."""

from api.commands.console import say
from api.demo.known import FRESH_MOBILE, PASSWORD, accounts
from api.settings import Settings


def say_who_may_sign_in(settings: Settings) -> None:
    """The table of docs/demo.md, and where SMS codes appear."""
    say(f"演示账号（密码都是 {PASSWORD}，详见 docs/demo.md）：")
    for account in accounts():
        say(f"  {account.login:<18} {account.who}，{account.role}")
    say(f"想自己开户，请用 {FRESH_MOBILE}；短信验证码显示在 {settings.public_url}/outbox")
