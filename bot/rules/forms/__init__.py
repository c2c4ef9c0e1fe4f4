"""One form per kind of request: what is asked at once, and what may follow. `bot.rules.kinds` names each."""
