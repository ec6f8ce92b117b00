import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContactTables1764000000100 implements MigrationInterface {
  name = 'ContactTables1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE company (
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
        name text NOT NULL,
        domain text,
        industry text,
        employee_count integer,
        annual_revenue numeric,
        phone text,
        phone_e164 text,
        website text,
        address_line1 text,
        address_line2 text,
        city text,
        state text,
        postal_code text,
        country text
      );
      CREATE INDEX company_created ON company (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX company_owner ON company (owner_id, created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX company_readers ON company USING gin (reader_ids) WHERE reader_ids <> '{}';
      CREATE INDEX company_search ON company USING gin (search_text extensions.gin_trgm_ops);
      CREATE INDEX company_lower_name ON company (lower(name)) WHERE deleted_at IS NULL;
      CREATE TABLE contact (
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
        first_name text,
        last_name text,
        email text,
        secondary_emails jsonb NOT NULL,
        phone text,
        phone_e164 text,
        mobile text,
        mobile_e164 text,
        title text,
        department text,
        address_line1 text,
        address_line2 text,
        city text,
        state text,
        postal_code text,
        country text,
        lead_source text,
        lead_status text,
        lifecycle_stage text,
        company_id uuid,
        merged_into_id uuid
      );
      CREATE INDEX contact_created ON contact (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX contact_owner ON contact (owner_id, created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX contact_readers ON contact USING gin (reader_ids) WHERE reader_ids <> '{}';
      CREATE INDEX contact_search ON contact USING gin (search_text extensions.gin_trgm_ops);
      CREATE INDEX contact_company ON contact (company_id);
      CREATE INDEX contact_merged_into ON contact (merged_into_id) WHERE merged_into_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact, company');
  }
}
