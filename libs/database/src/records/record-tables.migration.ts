import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables behind what every record can do; the second migration of each service. */
export class RecordTables1764000000001 implements MigrationInterface {
  name = 'RecordTables1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE record_key (
        record_type text NOT NULL,
        namespace text NOT NULL,
        key text NOT NULL,
        record_id uuid NOT NULL,
        CONSTRAINT record_key_unique PRIMARY KEY (record_type, namespace, key)
      );
      CREATE INDEX record_key_record ON record_key (record_id);
      CREATE TABLE reference (
        type text NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        owner_id uuid,
        team_id uuid,
        parent_id uuid,
        team_path uuid[] NOT NULL DEFAULT '{}',
        reader_ids uuid[] NOT NULL DEFAULT '{}',
        merged_into_id uuid,
        deleted_at timestamptz,
        CONSTRAINT reference_pkey PRIMARY KEY (type, id)
      );
      CREATE INDEX reference_merged_into ON reference (merged_into_id) WHERE merged_into_id IS NOT NULL;
      CREATE TABLE custom_field (
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
        entity_type text NOT NULL,
        field_name text NOT NULL,
        field_type text NOT NULL,
        field_label text NOT NULL,
        options jsonb NOT NULL,
        required boolean NOT NULL
      );
      CREATE INDEX custom_field_type ON custom_field (entity_type, field_name);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE custom_field, reference, record_key');
  }
}
