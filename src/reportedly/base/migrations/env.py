"""Runs the migrations on the connection that `base.migrate` hands over; there is no ini file and no command line."""

from alembic import context

from reportedly.base.migrate import VERSION_TABLE
from reportedly.base.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
context.run_migrations()
