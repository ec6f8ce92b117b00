import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD_COLUMNS = `
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  owner_id uuid,
  reader_ids uuid[] NOT NULL,
  editor_ids uuid[] NOT NULL,
  external_keys jsonb NOT NULL,
  custom_fields jsonb NOT NULL,
  search_text text NOT NULL`;

export class IdentityTables1764000000100 implements MigrationInterface {
  name = 'IdentityTables1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE team (${RECORD_COLUMNS},
        name text NOT NULL,
        parent_id uuid,
        manager_ids uuid[] NOT NULL
      );
      CREATE INDEX team_parent ON team (parent_id);
      CREATE INDEX team_created ON team (created_at, id) WHERE deleted_at IS NULL;
      CREATE TABLE app_user (${RECORD_COLUMNS},
        name text NOT NULL,
        email text,
        team_id uuid,
        role_id uuid NOT NULL,
        status text NOT NULL,
        kind text NOT NULL,
        password_hash text
      );
      CREATE INDEX app_user_created ON app_user (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX app_user_team ON app_user (team_id);
      CREATE INDEX app_user_role ON app_user (role_id);
      CREATE TABLE role (${RECORD_COLUMNS},
        name text NOT NULL,
        description text,
        permissions jsonb NOT NULL,
        fields jsonb NOT NULL
      );
      CREATE INDEX role_created ON role (created_at, id) WHERE deleted_at IS NULL;
      CREATE TABLE api_key (${RECORD_COLUMNS},
        name text NOT NULL,
        user_id uuid NOT NULL,
        role_id uuid,
        ip_ranges text[] NOT NULL,
        prefix text NOT NULL,
        key_hash text NOT NULL,
        expires_at timestamptz
      );
      CREATE INDEX api_key_created ON api_key (created_at, id) WHERE deleted_at IS NULL;
      CREATE UNIQUE INDEX api_key_hash ON api_key (key_hash);
      CREATE TABLE api_key_use (
        key_id uuid CONSTRAINT api_key_use_pkey PRIMARY KEY,
        used_at timestamptz NOT NULL,
        address text NOT NULL
      );
      CREATE TABLE session (${RECORD_COLUMNS},
        user_id uuid NOT NULL,
        device text,
        ended_at timestamptz,
        end_reason text
      );
      CREATE INDEX session_created ON session (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX session_of_user ON session (user_id) WHERE ended_at IS NULL;
      CREATE TABLE refresh_token (
        token_hash text CONSTRAINT refresh_token_pkey PRIMARY KEY,
        session_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX refresh_token_session ON refresh_token (session_id);
      CREATE TABLE sign_in_guess (
        bucket text CONSTRAINT sign_in_guess_pkey PRIMARY KEY,
        since timestamptz NOT NULL,
        count integer NOT NULL
      );
      CREATE INDEX sign_in_guess_since ON sign_in_guess (since);
      CREATE TABLE known_device (
        token_hash text CONSTRAINT known_device_pkey PRIMARY KEY,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE signing_key (
        id text CONSTRAINT signing_key_pkey PRIMARY KEY,
        private_jwk jsonb NOT NULL,
        public_jwk jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE signing_key, known_device, sign_in_guess, refresh_token, session, api_key_use, api_key, role, app_user, team',
    );
  }
}
