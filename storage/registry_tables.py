"""The tables of what officers look up and edit: countries, their requirements, and terms."""

from sqlalchemy import Column, ForeignKey, Integer, SmallInteger, String, Table, Text

from storage.records.countries import Topic
from storage.records.terms import TermKind
from storage.tables import metadata
from storage.types import Moment, Word

countries = Table(
    "countries",
    metadata,
    Column("code", String(2), primary_key=True),
    Column("name", Text, nullable=False),
    Column("parent", String(2), ForeignKey("countries.code")),
    Column("ncb", Text),
    Column("languages", Text),
    Column("response_days", SmallInteger),
    Column("source", Text),
    Column("left_on", String(10)),
    Column("version", Integer, nullable=False),
)

requirements = Table(
    "requirements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("country", String(2), ForeignKey("countries.code"), nullable=False, index=True),
    Column("topic", Word(Topic), nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("recorded_by", Text, nullable=False),
    Column("withdrawn_at", Moment),
    Column("withdrawn_by", Text),
)

terms = Table(
    "terms",
    metadata,
    Column("kind", Word(TermKind), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("label", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("retired_at", Moment),
    Column("version", Integer, nullable=False),
)
