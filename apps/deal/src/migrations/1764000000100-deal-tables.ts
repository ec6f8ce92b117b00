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

export class DealTables1764000000100 implements MigrationInterface {
  name = 'DealTables1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pipeline (${RECORD_COLUMNS},
        name text NOT NULL,
        is_default boolean NOT NULL
      );
      CREATE INDEX pipeline_created ON pipeline (created_at, id) WHERE deleted_at IS NULL;
      CREATE TABLE stage (${RECORD_COLUMNS},
        pipeline_id uuid NOT NULL,
        key text NOT NULL,
        label text NOT NULL,
        probability integer NOT NULL,
        kind text NOT NULL,
        position integer NOT NULL
      );
      CREATE INDEX stage_pipeline ON stage (pipeline_id);
      CREATE TABLE deal (${RECORD_COLUMNS},
        name text NOT NULL,
        amount numeric,
        currency text NOT NULL,
        pipeline_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        stage text NOT NULL,
        last_open_stage_id uuid NOT NULL,
        probability integer NOT NULL,
        status text NOT NULL,
        expected_close_date date,
        actual_close_date date,
        contact_id uuid,
        company_id uuid,
        won_reason text,
        lost_reason text,
        CONSTRAINT deal_close_date CHECK ((status = 'open') = (actual_close_date IS NULL))
      );
      CREATE INDEX deal_created ON deal (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX deal_owner ON deal (owner_id, created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX deal_readers ON deal USING gin (reader_ids) WHERE reader_ids <> '{}';
      CREATE INDEX deal_search ON deal USING gin (search_text extensions.gin_trgm_ops);
      CREATE INDEX deal_pipeline ON deal (pipeline_id);
      CREATE INDEX deal_stage ON deal (stage_id);
      CREATE INDEX deal_contact ON deal (contact_id);
      CREATE INDEX deal_company ON deal (company_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deal, stage, pipeline');
  }
}
