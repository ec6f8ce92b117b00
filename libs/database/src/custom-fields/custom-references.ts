import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { unknownReference, type ReferenceType } from '@relata/contracts';
import type { RecordEntity } from '../records/record.entity';
import type { ReferenceClaim, References } from '../references/references';
import type { CustomFieldEntity } from './custom-field.entity';

type Values = Record<string, unknown>;

/** The custom fields of a record as they were, and as they are to be. */
export interface CustomChange {
  before: Values;
  after: Values;
}

/** What must be known of this service's records. */
interface OwnRecords {
  hold(manager: EntityManager, id: string): Promise<RecordEntity | undefined>;
  access: { mayRead(manager: EntityManager, id: string): Promise<boolean> };
}

const MAX_MERGES = 10;

/** Values of custom fields that point at records: of this service, or of another, of which it keeps copies. */
export class CustomReferences {
  constructor(
    private readonly references: References,
    /** The records of that type, if they are this service's. */
    private readonly own: (type: ReferenceType) => OwnRecords | undefined,
  ) {}

  /**
   * Has copies of what values point at, asks the owners for those that are missing; before any transaction. What there is none of,
   * `resolve` refuses. Throws SERVICE_UNAVAILABLE when an owner is away.
   */
  async learn(definitions: CustomFieldEntity[], values: Values[]): Promise<void> {
    const claims = values.flatMap((after) => claimsOf(definitions, { before: {}, after }));
    await this.references.learnMissing(claims.filter(({ type }) => !this.own(type)));
  }

  /**
   * Values with the ids that references mean now: those of survivors of merges. What is pointed at stays as it is until the
   * transaction ends. Throws UNKNOWN_REFERENCE for what is deleted, unknown, or hidden from the caller.
   */
  async resolve(
    manager: EntityManager,
    definitions: CustomFieldEntity[],
    changes: CustomChange[],
  ): Promise<Values[]> {
    const claims = changes.map((change) => claimsOf(definitions, change));
    if (claims.every((some) => some.length === 0)) return changes.map(({ after }) => after);
    const others = claims.flat().filter(({ type }) => !this.own(type));
    const current = await this.references.resolveMany(manager, others);
    // In one order for all callers, so that two transactions cannot wait for each other.
    const owned = claims.flat().filter(({ type }) => this.own(type));
    for (const claim of owned.sort((one, other) => one.id.localeCompare(other.id)))
      current.set(claim.id, current.get(claim.id) ?? (await this.resolveOwn(manager, claim)));
    return changes.map(({ after }, at) => ({
      ...after,
      ...Object.fromEntries(
        (claims[at] ?? []).map(({ fieldName, id }) => [fieldName, current.get(id) ?? id]),
      ),
    }));
  }

  private async resolveOwn(manager: EntityManager, claim: ReferenceClaim): Promise<string> {
    const store = this.own(claim.type);
    let id = claim.id;
    for (let merges = 0; store && merges < MAX_MERGES; merges++) {
      const record = await store.hold(manager, id);
      const mergedInto = (record as { mergedIntoId?: string | null } | undefined)?.mergedIntoId;
      if (mergedInto) id = mergedInto;
      else if (!record || (record.deletedAt && id === claim.id) || !(await store.access.mayRead(manager, id)))
        break;
      else return id;
    }
    throw unknownReference(claim.type, claim.id, claim.pointer);
  }
}

/** Whether values of the fields may point at records. */
export function mayPoint(definitions: CustomFieldEntity[], { before, after }: CustomChange): boolean {
  return claimsOf(definitions, { before, after }).length > 0;
}

/** What has changed of the references; what a record points at already may stay. */
function claimsOf(
  definitions: CustomFieldEntity[],
  { before, after }: CustomChange,
): (ReferenceClaim & { fieldName: string })[] {
  return definitions.flatMap(({ fieldName, target }) => {
    const id = after[fieldName];
    const isNew = target !== null && isUUID(id) && id !== before[fieldName];
    return isNew
      ? [{ type: target, id: (id as string).toLowerCase(), pointer: `/customFields/${fieldName}`, fieldName }]
      : [];
  });
}
