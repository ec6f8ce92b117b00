import { Injectable } from '@nestjs/common';
import {
  REFERENCE_OWNERS,
  type ReferenceLookup,
  type ReferenceLookupAnswer,
  type ReferenceType,
  type ReferenceView,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { References } from '../references/references';
import type { ImportPlan } from './import.entity';
import type { ImportRow, RowReference } from './import-row';
import type { ImportTarget } from './import-target';

/** Finds what rows refer to by name, e-mail or external id: one question per batch and kind, to the owner. */
@Injectable()
export class ImportReferences {
  constructor(
    private readonly rpc: RpcClient,
    private readonly references: References,
  ) {}

  /** Sets `companyId` and so on in the rows' inputs, or notes what was not found. Throws SERVICE_UNAVAILABLE. */
  async resolve(rows: ImportRow[], plan: ImportPlan, target: ImportTarget): Promise<void> {
    const wanted = new Map<string, Set<string>>();
    for (const { references } of rows) {
      for (const { name, by, value } of references) {
        const key = `${name}.${by}`;
        wanted.set(key, (wanted.get(key) ?? new Set()).add(value));
      }
    }
    const answers = new Map<string, ReferenceLookupAnswer>();
    for (const [key, values] of wanted) {
      const [name, by] = key.split('.') as [string, ReferenceLookup['by']];
      const { type } = target.references[name] ?? unreachable(name);
      answers.set(key, await this.lookup(type, by, plan.externalSystem ?? undefined, [...values]));
    }
    const found = [...answers.values()].flatMap((answer) => Object.values(answer));
    await this.references.learn(found);
    for (const row of rows) for (const reference of row.references) set(row, reference, target, answers);
  }

  private lookup(
    type: ReferenceType,
    by: ReferenceLookup['by'],
    system: string | undefined,
    values: string[],
  ): Promise<ReferenceLookupAnswer> {
    const lookup: ReferenceLookup = { type, by, values, ...(system === undefined ? {} : { system }) };
    return this.rpc.ask<ReferenceLookupAnswer>(REFERENCE_OWNERS[type], 'references.lookup', lookup);
  }
}

function set(
  row: ImportRow,
  { name, by, value, column }: RowReference,
  target: ImportTarget,
  answers: Map<string, ReferenceLookupAnswer>,
): void {
  const { type, field } = target.references[name] ?? unreachable(name);
  const answer = answers.get(`${name}.${by}`) ?? {};
  const found: ReferenceView | undefined = Object.hasOwn(answer, value) ? answer[value] : undefined;
  if (found) row.input[field] = found.id;
  else
    row.problems.push({
      column,
      reason: `There is no ${type}, or more than one, whose ${by} is "${value}".`,
    });
}

function unreachable(name: string): never {
  throw new Error(`The plan let a reference ${name} through that the resource does not have.`);
}
