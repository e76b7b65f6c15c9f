"""Numbered changes of the schema, run by Alembic; `env.py` connects them to the base that is being opened."""
