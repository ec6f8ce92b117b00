import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views of each service's records. */
export class SavedViewTables1764000000010 implements MigrationInterface {
  name = 'SavedViewTables1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
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
        search_text text NOT NULL,
        resource text NOT NULL,
        name text NOT NULL,
        visibility text NOT NULL,
        filter jsonb,
        sort jsonb NOT NULL,
        fields jsonb NOT NULL,
        include jsonb NOT NULL,
        q text
      );
      CREATE INDEX saved_view_created ON saved_view (created_at, id) WHERE deleted_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}
