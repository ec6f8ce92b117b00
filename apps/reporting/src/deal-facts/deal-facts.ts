import type { EntityManager } from 'typeorm';
import type { Snapshot } from '@relata/contracts';

/** Keeps deals unless a newer version is known. */
export async function keepDeals(manager: EntityManager, deals: Snapshot[]): Promise<void> {
  await manager.query(
    `INSERT INTO deal_fact AS known (id, version, pipeline_id, stage_id, status, amount, currency, probability, owner_id, reader_ids,
                                     company_id, created_at, actual_close_date, custom_fields, deleted_at)
     SELECT DISTINCT ON (id) id, version, "pipelineId", "stageId", status, amount, currency, probability, "ownerId", "readerIds", "companyId", "createdAt",
            "actualCloseDate", "customFields", "deletedAt"
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, version int, "pipelineId" uuid, "stageId" uuid, status text, amount numeric,
       currency text, probability int, "ownerId" uuid, "readerIds" uuid[], "companyId" uuid, "createdAt" timestamptz, "actualCloseDate" date,
       "customFields" jsonb, "deletedAt" timestamptz)
     ORDER BY id, version DESC
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, pipeline_id = excluded.pipeline_id, stage_id = excluded.stage_id,
       status = excluded.status, amount = excluded.amount, currency = excluded.currency, probability = excluded.probability,
       owner_id = excluded.owner_id, reader_ids = excluded.reader_ids, company_id = excluded.company_id, created_at = excluded.created_at,
       actual_close_date = excluded.actual_close_date, custom_fields = excluded.custom_fields, deleted_at = excluded.deleted_at
     WHERE known.version < excluded.version`,
    [JSON.stringify(deals)],
  );
}

/** A deal enters a stage. */
export interface StageEntry {
  dealId: string;
  stageId: string;
  /** RFC 3339. */
  enteredAt: string;
}

/** Keeps when deals first entered stages, whatever the order in which events come. */
export async function keepStageEntries(manager: EntityManager, entries: StageEntry[]): Promise<void> {
  await manager.query(
    `INSERT INTO stage_entry AS known (deal_id, stage_id, entered_at)
     SELECT "dealId", "stageId", min("enteredAt")
     FROM jsonb_to_recordset($1::jsonb) AS new ("dealId" uuid, "stageId" uuid, "enteredAt" timestamptz)
     GROUP BY "dealId", "stageId" ORDER BY "dealId", "stageId"
     ON CONFLICT (deal_id, stage_id) DO UPDATE SET entered_at = excluded.entered_at WHERE known.entered_at > excluded.entered_at`,
    [JSON.stringify(entries)],
  );
}

/** Keeps stages unless a newer version is known. */
export async function keepStages(manager: EntityManager, stages: Snapshot[]): Promise<void> {
  await manager.query(
    `INSERT INTO stage_fact AS known (id, version, pipeline_id, key, label, kind, position, deleted_at)
     SELECT DISTINCT ON (id) id, version, "pipelineId", key, label, kind, position, "deletedAt"
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, version int, "pipelineId" uuid, key text, label text, kind text, position int,
                                             "deletedAt" timestamptz)
     ORDER BY id, version DESC
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, label = excluded.label, position = excluded.position,
       deleted_at = excluded.deleted_at
     WHERE known.version < excluded.version`,
    [JSON.stringify(stages)],
  );
}
