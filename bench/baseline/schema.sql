-- What somebody would make who writes a small CRM by hand: the same columns, and an index for each question.
DROP SCHEMA IF EXISTS baseline CASCADE;
CREATE SCHEMA baseline;
SET search_path = baseline, extensions;

CREATE TABLE contact (
  id uuid PRIMARY KEY, version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, deleted_at timestamptz,
  owner_id uuid, company_id uuid, first_name text, last_name text, email text, phone text, mobile text, title text, department text,
  address_line1 text, address_line2 text, city text, state text, postal_code text, country text, lead_source text, lead_status text,
  lifecycle_stage text, custom_fields jsonb NOT NULL, tags text[] NOT NULL, search_text text NOT NULL
);
CREATE TABLE deal (
  id uuid PRIMARY KEY, version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, deleted_at timestamptz,
  owner_id uuid, name text, amount numeric, currency text, stage text NOT NULL, probability int NOT NULL, status text NOT NULL,
  expected_close_date date, contact_id uuid, company_id uuid
);
CREATE TABLE event (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL UNIQUE, type text NOT NULL, record_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(), payload jsonb NOT NULL
);

INSERT INTO contact SELECT id, version, created_at, updated_at, deleted_at, owner_id, company_id, first_name, last_name, email, phone, mobile,
  title, department, address_line1, address_line2, city, state, postal_code, country, lead_source, lead_status, lifecycle_stage,
  custom_fields, tags, search_text FROM contact.contact;
INSERT INTO deal SELECT id, version, created_at, updated_at, deleted_at, owner_id, name, amount, currency, stage, probability, status,
  expected_close_date, contact_id, company_id FROM deal.deal;

CREATE UNIQUE INDEX contact_email ON contact (lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX contact_created ON contact (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_owner ON contact (owner_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_company ON contact (company_id);
CREATE INDEX contact_search ON contact USING gin (search_text gin_trgm_ops);
CREATE INDEX deal_owner ON deal (owner_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX event_record ON event (record_id);
