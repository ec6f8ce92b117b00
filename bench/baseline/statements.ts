const COLUMNS = `id, version, created_at AS "createdAt", updated_at AS "updatedAt", owner_id AS "ownerId", company_id AS "companyId",
  first_name AS "firstName", last_name AS "lastName", email, phone, mobile, title, department, address_line1 AS "addressLine1",
  address_line2 AS "addressLine2", city, state, postal_code AS "postalCode", country, lead_source AS "leadSource",
  lead_status AS "leadStatus", lifecycle_stage AS "lifecycleStage", custom_fields AS "customFields", tags`;

export const GET_CONTACT = `SELECT ${COLUMNS} FROM contact WHERE id = $1 AND deleted_at IS NULL`;

const OF_OWNER = `SELECT ${COLUMNS}, created_at::text AS "$createdAt" FROM contact WHERE owner_id = $1 AND deleted_at IS NULL`;
export const LIST_OF_OWNER = `${OF_OWNER} ORDER BY created_at DESC, id DESC LIMIT $2`;
export const NEXT_OF_OWNER = `${OF_OWNER} AND (created_at, id) < ($3::timestamptz, $4::uuid) ORDER BY created_at DESC, id DESC LIMIT $2`;

export const SEARCH = `SELECT ${COLUMNS}, created_at::text AS "$createdAt" FROM contact
  WHERE search_text LIKE $1 AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT $2`;

/** Of a JSON array: one row and a thousand take the same statement. */
export const CREATE_CONTACTS = `
  WITH new AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, "eventId" uuid, "ownerId" uuid, "companyId" uuid, "firstName" text, "lastName" text,
      email text, phone text, title text, city text, "leadSource" text, "searchText" text)
  ), made AS (
    INSERT INTO contact (id, version, created_at, updated_at, owner_id, company_id, first_name, last_name, email, phone, title, city,
      lead_source, lifecycle_stage, custom_fields, tags, search_text)
    SELECT id, 1, now(), now(), "ownerId", "companyId", "firstName", "lastName", email, phone, title, city, "leadSource", 'lead', '{}', '{}', "searchText" FROM new
    RETURNING *
  ), told AS (
    INSERT INTO event (id, type, record_id, payload)
    SELECT new."eventId", 'contact.created', new.id, to_jsonb(new) FROM new
  )
  SELECT ${COLUMNS} FROM made`;

export const CHANGE_STAGE = `
  WITH changed AS (
    UPDATE deal SET stage = $2, probability = $3, status = $4, version = version + 1, updated_at = now()
    WHERE id = $1 AND deleted_at IS NULL RETURNING *
  ), told AS (
    INSERT INTO event (id, type, record_id, payload)
    SELECT $5, 'deal.stageChanged', id, jsonb_build_object('id', id, 'stage', stage, 'version', version, 'amount', amount) FROM changed
  )
  SELECT id, version, created_at AS "createdAt", updated_at AS "updatedAt", owner_id AS "ownerId", name, amount, currency, stage, probability, status,
    expected_close_date AS "expectedCloseDate", contact_id AS "contactId", company_id AS "companyId" FROM changed`;

export const STAGES: Record<string, { probability: number; status: string }> = {
  qualification: { probability: 10, status: 'open' },
  needs_analysis: { probability: 20, status: 'open' },
  proposal: { probability: 50, status: 'open' },
  negotiation: { probability: 75, status: 'open' },
  closed_won: { probability: 100, status: 'won' },
  closed_lost: { probability: 0, status: 'lost' },
};
