"""The tables of people and records, as the newest migration leaves them (see also `storage.work_tables`)."""

from collections.abc import Mapping

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)

from storage.records import agencies as agency_records
from storage.records import disclosures as disclosure_records
from storage.records import notices as notice_records
from storage.records import people as people_records
from storage.records import requests as request_records
from storage.records.reminders import RecordKind
from storage.types import Json, Moment, Word

metadata = MetaData()

Number = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only a column that is declared INTEGER."""


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


agencies = Table(
    "agencies",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("kind", Word(agency_records.AgencyKind), nullable=False),
    Column("state", String(2), nullable=False),
    Column("ori", String(9), unique=True),
    Column("telephone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("liaisons", Json(tuple[agency_records.LiaisonPerson, ...]), nullable=False),
    Column("removed_at", Moment),
    Column("version", Integer, nullable=False),
    Column("search_key", Text, nullable=False),
)

people = Table(
    "people",
    metadata,
    _id(),
    Column("role", Word(people_records.Role), index=True),
    Column("agency_id", Text, ForeignKey("agencies.id")),
    Column("outside", Boolean, nullable=False),
    Column("deactivated", Boolean, nullable=False),
    Column("is_bot", Boolean, nullable=False),
    Column("timezone", Text, nullable=False),
    Column("checked_at", Moment),
)

workspace = Table(
    "workspace",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("team_id", Text, nullable=False),
    Column("bot_user_id", Text, nullable=False),
    Column("bot_id", Text, nullable=False),
)

reference_numbers = Table(
    "reference_numbers",
    metadata,
    Column("prefix", String(2), primary_key=True),
    Column("year", SmallInteger, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("key", Text, primary_key=True),
    Column("record_id", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

requests = Table(
    "requests",
    metadata,
    _id(),
    Column("reference", String(20), nullable=False, unique=True),
    Column("kind", Word(request_records.RequestKind), nullable=False),
    Column("direction", Word(request_records.Direction), nullable=False),
    Column("country", String(2), nullable=False),
    Column("offence", String(40), nullable=False),
    Column("agency_id", Text, ForeignKey("agencies.id"), index=True),
    Column("agency_name", Text, nullable=False),
    Column("agency_case", Text, nullable=False),
    Column("priority", Word(request_records.Priority), nullable=False),
    Column("facts", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("on_behalf", Json(request_records.OnBehalf)),
    Column("filed_by", Text, nullable=False, index=True),
    Column("state", Word(request_records.RequestState), nullable=False),
    Column("state_since", Moment, nullable=False),
    Column("owner", Text),
    Column("due_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("answers", Json(Mapping[str, str]), nullable=False),
    Column("departs_on", String(10)),
    Column("outcome", String(40)),
    Column("merged_into", Text),
    Column("version", Integer, nullable=False),
    Column("case_key", Text, nullable=False, server_default="", index=True),
    Index("requests_by_due", "due_at", "created_at"),
    Index("requests_by_country", "country", "due_at", "state", "kind"),
    Index("requests_by_state", "state", "due_at"),
    Index("requests_by_owner", "owner", "due_at", "state", "kind"),
)

notices = Table(
    "notices",
    metadata,
    _id(),
    Column("reference", String(20), nullable=False, unique=True),
    Column("colour", Word(notice_records.Colour), nullable=False),
    Column("country", String(2), nullable=False),
    Column("direction", Word(request_records.Direction), nullable=False),
    Column("means", Word(notice_records.Means), nullable=False),
    Column("answers", Json(Mapping[str, str]), nullable=False),
    Column("request_id", Text, ForeignKey("requests.id"), index=True),
    Column("agency_id", Text, ForeignKey("agencies.id"), index=True),
    Column("agency_name", Text, nullable=False),
    Column("agency_case", Text, nullable=False),
    Column("filed_by", Text, nullable=False, index=True),
    Column("owner", Text),
    Column("approved_by", Text),
    Column("state", Word(notice_records.NoticeState), nullable=False),
    Column("state_since", Moment, nullable=False),
    Column("control_number", Text, index=True),
    Column("due_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    Column("case_key", Text, nullable=False, server_default="", index=True),
    Column("entity_id", Text, index=True),
    Index("notices_by_due", "due_at", "created_at"),
    # What lists ask together stands in one index, so that a rare one is found without its rows.
    Index("notices_by_colour", "colour", "due_at", "state", "country"),
    Index("notices_by_country", "country", "due_at", "state", "colour"),
    Index("notices_by_state", "state", "due_at"),
    Index("notices_by_owner", "owner", "due_at", "state", "colour"),
)

events = Table(
    "events",
    metadata,
    Column("seq", Number, Identity(), primary_key=True),
    Column("record_id", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("state", String(40), nullable=False),
    Column("evidence", Json(Mapping[str, str]), nullable=False),
    Index("events_by_record", "record_id", "seq"),
)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    Column("person", Text, nullable=False),
    Column("form", String(40), nullable=False),
    Column("answers", Json(Mapping[str, str]), nullable=False),
    Column("saved_at", Moment, nullable=False, index=True),
    Column("stamp", Text, nullable=False),
    Index("drafts_by_person", "person", "saved_at"),
)

disclosures = Table(
    "disclosures",
    metadata,
    _id(),
    Column("record_id", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("content", Word(disclosure_records.Content), nullable=False),
    Column("authority", Word(disclosure_records.Authority), nullable=False),
    Column("told_on", String(10), nullable=False),
    Column("reference", Text, nullable=False),
    Index("disclosures_by_record", "record_id", "at"),
)

subject_keys = Table(
    "subject_keys",
    metadata,
    Column("record_id", Text, primary_key=True),
    Column("sign", String(40), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("record_kind", Word(RecordKind), nullable=False),
    Index("subject_keys_by_digest", "digest"),
)

name_keys = Table(
    "name_keys",
    metadata,
    Column("key", String(12), primary_key=True),
    Column("birth_year", SmallInteger, primary_key=True, autoincrement=False),
    Column("record_id", Text, primary_key=True),
    Column("record_kind", Word(RecordKind), nullable=False),
    Index("name_keys_by_record", "record_id"),
    # The table is its own index: half the place.
    sqlite_with_rowid=False,
)

names_read = Table(
    "names_read",
    metadata,
    Column("record_kind", Word(RecordKind), primary_key=True),
    Column("rule", SmallInteger, nullable=False),
    Column("after", Text),
)

links = Table(
    "links",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("since", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Index("links_by_other", "other"),
)

watches = Table(
    "watches",
    metadata,
    Column("record_id", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("since", Moment, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    _id(),
    Column("record_kind", Word(RecordKind), nullable=False),
    Column("record_id", Text, nullable=False),
    Column("agency_id", Text, ForeignKey("agencies.id"), nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("acknowledged_at", Moment),
    Column("acknowledged_by", Text),
    Column("version", Integer, nullable=False),
    Index("alerts_by_record", "record_id", "agency_id", unique=True),
)
