"""What people do with notices, in the words of a story."""

from bot.rules.colours import form_of
from bot.rules.criteria import CRITERIA
from bot.rules.notices import added_form
from bot.rules.steps import Form
from bot.sandbox.acting.outcome import Outcome
from storage.records.notices import Colour, Notice
from storage.records.people import Person, PersonId
from storage.records.requests import Direction
from tests.cast import AGENCY, OLGA, RITA, ROLES
from tests.notice_samples import LEAST, RECEIVED, more
from tests.world_acts import Acts


class Notices(Acts):
    """The part of `World` that files, completes and approves notices."""

    def files_notice(self, colour: str = "red", who: str = RITA, **changes: object) -> str:
        """By the form, with the least that it asks, each on somebody of another name unless they are named.

        Answers the reference.
        """
        before = self.references("NT-")
        outcome = self.sends_notice(colour, who, **changes)
        assert not outcome.errors, outcome.errors
        return self.new_reference("NT-", before)

    def sends_notice(self, colour: str = "red", who: str = RITA, **changes: object) -> Outcome:
        """As `files_notice`, wherever it leads. `way` is typed behind the country: `in`, `diffusion`."""
        way, country = str(changes.pop("way", "")), str(changes.pop("country", "FR"))
        direction = Direction.INCOMING if "in" in way.split() else Direction.OUTGOING
        form = form_of(Colour(colour), direction)
        assert form is not None, f"{colour} does not go that way"
        usual = {
            name: each for name, each in self._usual(Colour(colour), direction).items() if form.ask(name)
        }
        if who == RITA:
            # What the desk owes is not asked of a requester.
            changes.pop("nrs", None)
        self.types(who, f"/notice new {colour} {country} {way}")
        self.fills_hub(who, _asked(form, {**usual, **changes}))
        return self.submits(who, {})

    def _usual(self, colour: Colour, direction: Direction) -> dict[str, str]:
        """The least with which it is filed, in a case of its own about somebody of another name."""
        outgoing = direction is Direction.OUTGOING
        least = {**LEAST[colour], "agency": AGENCY} if outgoing else RECEIVED
        return {**least, **self._another(), "agency_case": f"EX-2026-{self._named}"}

    def completes(self, reference: str, who: str = OLGA, **changes: str) -> None:
        """Adds all that the colour still needs, at the desk itself: forms have tests of their own."""
        desk, asker = self.bot.desk, Person(id=PersonId(who), role=ROLES[who])
        notice = self.kept_notice(reference)
        wanted = {**more(notice.colour), **changes}
        for section in added_form(notice).sections:
            asked = {ask.name: wanted[ask.name] for ask in section.asks if ask.name in wanted}
            if asked:
                desk.notices.add(asker, notice.id, section.name, asked)
        self.settle()

    def approves(self, who: str, reference: str) -> Outcome:
        """By the form, with all seven criteria ticked."""
        return self.steps(who, "Approve", reference, criteria=[code for code, _ in CRITERIA])

    def kept_notice(self, reference: str) -> Notice:
        with self.bot.database.reading() as stores:
            found = stores.notices.by_reference(reference)
        assert found is not None, f"there is no {reference}"
        return found


def _asked(form: Form, answers: dict[str, object]) -> dict[str, object]:
    """Without the questions that an earlier answer does away with."""
    told = {name: answer for name, answer in answers.items() if isinstance(answer, str)}
    gone = {ask.name for ask in form.asks if not ask.is_asked(told)}
    return {name: answer for name, answer in answers.items() if name not in gone}
