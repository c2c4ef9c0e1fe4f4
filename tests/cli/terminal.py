"""The command line as an operator types it, in this process; what it says and how it ends."""

import shlex
from dataclasses import dataclass

from typer.testing import CliRunner

from handlers.cli import app
from handlers.cli.ground import Stop


@dataclass(frozen=True, slots=True)
class Answer:
    words: str
    code: int


def type_in(line: str, then: str | None = None) -> Answer:
    """One command, without the `python -m bot` before it. What is no mistake of the operator is raised.

    `then` is what the operator answers when they are asked.
    """
    result = CliRunner().invoke(app, shlex.split(line), input=then)
    if isinstance(result.exception, Stop):
        # As `main` does, which ends the process.
        return Answer(words=f"{result.output}{result.exception}", code=1)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(words=" ".join(result.output.split()), code=result.exit_code)
