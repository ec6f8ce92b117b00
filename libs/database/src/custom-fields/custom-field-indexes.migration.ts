import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Custom fields by which lists are fast. */
export class CustomFieldIndexes1764000000012 implements MigrationInterface {
  name = 'CustomFieldIndexes1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE custom_field
        ADD COLUMN indexed boolean NOT NULL DEFAULT false,
        ADD COLUMN index_state text,
        ADD COLUMN index_error text;
      -- The words of a list in JSON, none where there is none: unlike jsonb, Postgres knows of arrays how common each word is.
      CREATE FUNCTION custom_words(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN ARRAY(SELECT jsonb_array_elements_text(list));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION custom_words CASCADE;
      ALTER TABLE custom_field DROP COLUMN index_error, DROP COLUMN index_state, DROP COLUMN indexed;
    `);
  }
}
