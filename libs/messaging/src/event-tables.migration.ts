import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service with events has; the first migration of each. */
export class EventTables1764000000000 implements MigrationInterface {
  name = 'EventTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event (
        seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) CONSTRAINT event_pkey PRIMARY KEY,
        id uuid NOT NULL,
        type text NOT NULL,
        record_type text NOT NULL,
        record_id uuid NOT NULL,
        version integer NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        request_id text NOT NULL,
        causation_id uuid,
        recorded_at timestamptz NOT NULL,
        occurred_at timestamptz NOT NULL,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        details jsonb NOT NULL,
        snapshot jsonb NOT NULL,
        CONSTRAINT event_record_version UNIQUE (record_type, record_id, version)
      );
      CREATE UNIQUE INDEX event_id ON event (id);
      CREATE INDEX event_of_import ON event (request_id) WHERE request_id LIKE 'import:%';
      CREATE TABLE outbox (seq bigint CONSTRAINT outbox_pkey PRIMARY KEY);
      CREATE TABLE event_position (
        position bigint CONSTRAINT event_position_pkey PRIMARY KEY,
        seq bigint NOT NULL
      );
      CREATE UNIQUE INDEX event_position_seq ON event_position (seq);
      CREATE TABLE published_run (
        name text CONSTRAINT published_run_pkey PRIMARY KEY,
        first_position bigint NOT NULL,
        first_stream_seq bigint NOT NULL,
        last_position bigint NOT NULL,
        last_stream_seq bigint NOT NULL
      );
      CREATE VIEW unpublished AS
        SELECT seq FROM outbox
        UNION ALL
        SELECT seq FROM event_position WHERE position > coalesce((SELECT last_position FROM published_run), 0);
      CREATE TABLE lease (
        name text CONSTRAINT lease_pkey PRIMARY KEY,
        holder text NOT NULL,
        epoch bigint NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE TABLE inbox (
        event_id uuid CONSTRAINT inbox_pkey PRIMARY KEY,
        received_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE dead_letter (
        event_id uuid CONSTRAINT dead_letter_pkey PRIMARY KEY,
        type text NOT NULL,
        reason text NOT NULL,
        payload jsonb NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW unpublished');
    await runner.query('DROP TABLE dead_letter, inbox, lease, published_run, event_position, outbox, event');
  }
}
