import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReportingTables1764000000100 implements MigrationInterface {
  name = 'ReportingTables1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deal_fact (
        id uuid CONSTRAINT deal_fact_pkey PRIMARY KEY,
        version integer NOT NULL,
        pipeline_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        status text NOT NULL,
        amount numeric,
        currency text NOT NULL,
        probability integer NOT NULL,
        owner_id uuid,
        reader_ids uuid[] NOT NULL,
        company_id uuid,
        created_at timestamptz NOT NULL,
        actual_close_date date,
        custom_fields jsonb NOT NULL,
        deleted_at timestamptz
      );
      CREATE INDEX deal_fact_closed ON deal_fact (actual_close_date, status) WHERE deleted_at IS NULL;
      CREATE INDEX deal_fact_stage ON deal_fact (pipeline_id, stage_id) WHERE deleted_at IS NULL;
      CREATE TABLE stage_entry (
        deal_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        entered_at timestamptz NOT NULL,
        CONSTRAINT stage_entry_pkey PRIMARY KEY (deal_id, stage_id)
      );
      CREATE TABLE stage_fact (
        id uuid CONSTRAINT stage_fact_pkey PRIMARY KEY,
        version integer NOT NULL,
        pipeline_id uuid NOT NULL,
        key text NOT NULL,
        label text NOT NULL,
        kind text NOT NULL,
        position integer NOT NULL,
        deleted_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stage_fact, stage_entry, deal_fact');
  }
}
