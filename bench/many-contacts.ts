/**
 * Makes `$1` contacts with `customFields`, the number of the row being `row`, as SQL of a JSON object. Without events and words,
 * which no index of a custom field is of.
 */
export function manyContacts(customFields: string): string {
  return `INSERT INTO contact (id, version, created_at, updated_at, reader_ids, editor_ids, external_keys, secondary_emails,
                               custom_fields, search_text, last_name)
          SELECT gen_random_uuid(), 1, now() - make_interval(secs => row), now(), '{}', '{}', '[]', '[]',
                 ${customFields}, '', 'Contact ' || row
          FROM generate_series(1, $1::int) AS row`;
}
