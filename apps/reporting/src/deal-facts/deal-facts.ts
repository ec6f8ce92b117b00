import type { EntityManager } from 'typeorm';
import type { Snapshot } from '@relata/contracts';

/** Keeps a deal unless a newer version is known. */
export async function keepDeal(manager: EntityManager, deal: Snapshot): Promise<void> {
  await manager.query(
    `INSERT INTO deal_fact AS known (id, version, pipeline_id, stage_id, status, amount, currency, probability, owner_id,
                                     company_id, created_at, actual_close_date, custom_fields, deleted_at)
     SELECT id, version, "pipelineId", "stageId", status, amount, currency, probability, "ownerId", "companyId", "createdAt",
            "actualCloseDate", "customFields", "deletedAt"
     FROM jsonb_to_record($1::jsonb) AS new (id uuid, version int, "pipelineId" uuid, "stageId" uuid, status text, amount numeric,
       currency text, probability int, "ownerId" uuid, "companyId" uuid, "createdAt" timestamptz, "actualCloseDate" date,
       "customFields" jsonb, "deletedAt" timestamptz)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, pipeline_id = excluded.pipeline_id, stage_id = excluded.stage_id,
       status = excluded.status, amount = excluded.amount, currency = excluded.currency, probability = excluded.probability,
       owner_id = excluded.owner_id, company_id = excluded.company_id, created_at = excluded.created_at,
       actual_close_date = excluded.actual_close_date, custom_fields = excluded.custom_fields, deleted_at = excluded.deleted_at
     WHERE known.version < excluded.version`,
    [JSON.stringify(deal)],
  );
}

/** Keeps when a deal first entered a stage, whatever the order in which events come. */
export async function keepStageEntry(
  manager: EntityManager,
  dealId: string,
  stageId: string,
  at: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO stage_entry AS known (deal_id, stage_id, entered_at) VALUES ($1, $2, $3)
     ON CONFLICT (deal_id, stage_id) DO UPDATE SET entered_at = excluded.entered_at WHERE known.entered_at > excluded.entered_at`,
    [dealId, stageId, at],
  );
}

/** Keeps a stage unless a newer version is known. */
export async function keepStage(manager: EntityManager, stage: Snapshot): Promise<void> {
  await manager.query(
    `INSERT INTO stage_fact AS known (id, version, pipeline_id, key, label, kind, position, deleted_at)
     SELECT id, version, "pipelineId", key, label, kind, position, "deletedAt"
     FROM jsonb_to_record($1::jsonb) AS new (id uuid, version int, "pipelineId" uuid, key text, label text, kind text, position int,
                                             "deletedAt" timestamptz)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, label = excluded.label, position = excluded.position,
       deleted_at = excluded.deleted_at
     WHERE known.version < excluded.version`,
    [JSON.stringify(stage)],
  );
}
