"""How Alembic runs the migrations: on the connection and in the transaction of `storage.upgrade`."""

from alembic import context

from storage import work_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=work_tables.outbox.metadata,
    # SQLite rolls tables back as well, once the driver is kept from committing before each of them.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
