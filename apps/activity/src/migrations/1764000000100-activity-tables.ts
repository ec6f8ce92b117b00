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

export class ActivityTables1764000000100 implements MigrationInterface {
  name = 'ActivityTables1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity (${RECORD_COLUMNS},
        type text NOT NULL,
        subject text NOT NULL,
        description text,
        contact_id uuid,
        company_id uuid,
        deal_id uuid,
        created_by_id uuid,
        activity_date timestamptz NOT NULL,
        duration integer
      );
      CREATE INDEX activity_created ON activity (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX activity_owner ON activity (owner_id, created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX activity_readers ON activity USING gin (reader_ids) WHERE reader_ids <> '{}';
      CREATE INDEX activity_search ON activity USING gin (search_text extensions.gin_trgm_ops);
      CREATE INDEX activity_contact ON activity (contact_id, activity_date, id);
      CREATE INDEX activity_company ON activity (company_id, activity_date, id);
      CREATE INDEX activity_deal ON activity (deal_id, activity_date, id);
      CREATE TABLE task (${RECORD_COLUMNS},
        title text NOT NULL,
        description text,
        status text NOT NULL,
        priority text NOT NULL,
        due_date timestamptz,
        completed_at timestamptz,
        contact_id uuid,
        company_id uuid,
        deal_id uuid,
        assigned_to_id uuid,
        created_by_id uuid,
        CONSTRAINT task_completed CHECK ((status = 'completed') = (completed_at IS NOT NULL))
      );
      CREATE INDEX task_created ON task (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX task_owner ON task (owner_id, created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX task_readers ON task USING gin (reader_ids) WHERE reader_ids <> '{}';
      CREATE INDEX task_search ON task USING gin (search_text extensions.gin_trgm_ops);
      CREATE INDEX task_contact ON task (contact_id, created_at, id);
      CREATE INDEX task_company ON task (company_id, created_at, id);
      CREATE INDEX task_deal ON task (deal_id, created_at, id);
      CREATE INDEX task_assigned ON task (assigned_to_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task, activity');
  }
}
