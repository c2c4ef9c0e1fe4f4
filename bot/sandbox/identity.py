"""Who the team, the app and its bot are in one sandbox, and the secrets that prove it."""

from dataclasses import dataclass, field

from bot.sandbox.ids import secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    team_id: str = "T0SANDBOX"
    team_name: str = "Sandbox"
    team_domain: str = "sandbox"
    app_id: str = "A0SANDBOX"
    bot_id: str = "B0SANDBOX"
    bot_user_id: str = "U0SANDBOT"
    bot_token: str = field(default_factory=lambda: f"xoxb-sandbox-{secret()}")
    app_token: str = field(default_factory=lambda: f"xapp-1-sandbox-{secret()}")
    signing_secret: str = field(default_factory=secret)
    verification_token: str = field(default_factory=lambda: secret(12))
