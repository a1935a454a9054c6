#!/bin/sh
# Run once by the postgres image: the owner of the tables is no superuser.
set -eu
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" <<'SQL'
CREATE ROLE slipstream_owner LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE slipstream OWNER slipstream_owner;
SQL
