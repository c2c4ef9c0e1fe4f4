"""A few views, word for word."""

from dataclasses import replace
from datetime import timedelta

from bot.sandbox.visible import plain_text
from handlers.views import announcements, cards, listing, oncall, words
from handlers.views.blocks import Message
from storage.records.announcements import RecordDue
from storage.records.notices import NoticeState
from storage.records.people import SYSTEM, Actor, PersonId
from storage.records.reminders import RecordKind
from tests.handlers import facts, request_facts
from tests.handlers.examples import ABROAD, DESK, LATER, NOW

MOMENT = "<!date^1795331100^{date_short_pretty} {time}|Nov 22, 2026, 02:05 EST> (Nov 22, 02:05 EST)"
TOMORROW = "<!date^1795417500^{date_short_pretty} {time}|Nov 23, 2026, 02:05 EST> (Nov 23, 02:05 EST)"


def button(label: str, action_id: str) -> dict[str, object]:
    text = {"type": "plain_text", "text": label}
    return {"type": "button", "text": text, "action_id": action_id, "value": "r1"}


def test_a_request_card() -> None:
    message = cards.request(request_facts.request_card(), DESK)

    assert message == Message(
        text="Request LR-2026-00042: submitted",
        blocks=[
            {"type": "divider"},
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "*LR-2026-00042*  Missing or abducted child"},
            },
            {
                "type": "section",
                "fields": [
                    {"type": "mrkdwn", "text": f"*State*\nsubmitted, since {MOMENT}"},
                    {"type": "mrkdwn", "text": "*Owner*\n<@U0ZOE>"},
                    {"type": "mrkdwn", "text": f"*Due*\n{TOMORROW} (desk default)"},
                    {"type": "mrkdwn", "text": "*Priority*\nUrgent"},
                    {"type": "mrkdwn", "text": "*Country*\nFrance"},
                    {"type": "mrkdwn", "text": "*Direction*\nOutgoing: we ask abroad"},
                    {"type": "mrkdwn", "text": "*Offence*\nKidnapping"},
                    {
                        "type": "plain_text",
                        "text": "Agency\nnot in the registry: see the details",
                        "emoji": False,
                    },
                ],
            },
            {
                "type": "context",
                "elements": [{"type": "mrkdwn", "text": "Filed by an officer for somebody outside Slack."}],
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "Still missing: 8 items from the agency, 2 items from the desk.",
                    }
                ],
            },
            {
                "type": "actions",
                "elements": [
                    button("Claim", "step:request:claim") | {"style": "primary"},
                    button("Show details", "details:request:0"),
                ],
            },
            {
                "type": "actions",
                "elements": [
                    button("Add details", "step:request:supplement"),
                    button("Merge", "step:request:merge"),
                    button("Watch the subject", "step:request:watch"),
                ],
            },
        ],
    )


def test_a_late_reminder_names_both_times() -> None:
    due = RecordDue(
        record_kind=RecordKind.NOTICE,
        record_id="n1",
        reference="NT-2026-00007",
        state=NoticeState.REVIEW,
        due_at=NOW,
        late=True,
    )

    soon = announcements.render(due, DESK, sent_at=NOW + timedelta(minutes=7))
    next_day = announcements.render(due, DESK, sent_at=LATER)

    assert soon.text == "NT-2026-00007 is due (due 02:05 EST, sent 02:12 EST)"
    assert next_day.text == (
        "NT-2026-00007 is due (due Nov 22, 2026, 02:05 EST, sent Nov 23, 2026, 02:05 EST)"
    )


def test_a_list_of_31_has_a_way_back_from_its_last_page_and_none_on() -> None:
    message = listing.message(facts.listing(31, page=4), DESK)

    assert [button["text"]["text"] for button in message.blocks[-1]["elements"]] == ["Previous", "Export"]


def test_the_middle_of_a_list_has_both_ways() -> None:
    message = listing.message(facts.listing(31, page=2, words="mine"), DESK)

    turns = [
        (button["text"]["text"], listing.Turn.read(button["value"]))
        for button in message.blocks[-1]["elements"]
    ]
    assert turns == [
        ("Previous", listing.Turn(words="mine", page=1)),
        ("Next", listing.Turn(words="mine", page=3)),
        ("Export", listing.Turn(words="mine", page=2)),
    ]


def test_a_list_says_how_it_read_what_somebody_typed() -> None:
    found = replace(
        facts.listing(10_000, words="pubished robin x:y", missed="x:y"),
        readings=("name “pubished robin”",),
        guesses=("published",),
        is_cut=True,
    )
    message = listing.message(found, DESK)

    assert message.text == "Notices: more than 10000 found, page 1 of 1000"
    assert plain_text(list(message.blocks)).splitlines()[1:5] == [
        "For: pubished robin x:y",
        "Read as: name “pubished robin”",
        "Not understood, so left out: x:y",
        "Did you mean: published",
    ]


def test_an_empty_list_says_how_to_narrow_one_and_has_no_buttons() -> None:
    message = listing.message(facts.listing(0), DESK)

    assert [block["type"] for block in message.blocks] == ["section", "context", "context"]


def test_a_duty_that_nobody_has_is_said_and_not_left_out() -> None:
    sentence = oncall.sentence(facts.oncall(nobody=True), DESK)

    assert sentence == (
        "*Nobody is on duty.* A page goes straight on to whoever can be told. An officer takes over with "
        "`/oncall take`. Nobody is on the roster."
    )


def test_a_person_of_another_workspace_is_mentioned_by_their_own_id() -> None:
    assert words.mention(ABROAD) == "<@U0ZOE>"


def test_an_actor_who_is_no_slack_user_is_never_a_mention() -> None:
    said = [words.mention(each) for each in (SYSTEM, Actor("operator:<!here>"), PersonId("x> <!here>"))]

    assert said == ["the desk itself", *["an operator at the command line"] * 2]
