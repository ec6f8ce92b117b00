import type { EntityManager } from 'typeorm';
import {
  DomainError,
  forbidden,
  notFound,
  resourceOf,
  type Action,
  type RecordView,
  type Resource,
} from '@relata/contracts';
import { currentRights } from '@relata/platform';
import type { ListAccess } from '../lists/list-records';
import { searchTexts } from '../lists/search-text';
import type { RecordKind } from '../records/record-kind';
import type { RecordSql } from '../records/record-sql';
import type { RecordEntity } from '../records/record.entity';
import { Parameters } from '../sql/parameters';
import {
  RECORD_COLUMNS,
  copyColumns,
  reachBranches,
  reachSql,
  type ParameterList,
  type Branch,
  type ReachColumns,
} from './reach-sql';

/** As Postgres writes it. */
const TRUE = 't';

/** What the sender of the request at hand may do with records of one kind. */
export class RecordAccess<E extends RecordEntity, V extends RecordView> {
  readonly resource: Resource;
  private readonly columns: ReachColumns;

  constructor(
    private readonly kind: RecordKind<E, V>,
    private readonly sql: RecordSql,
  ) {
    this.resource = resourceOf(kind.type);
    this.columns = { ...RECORD_COLUMNS, owner: sql.column(this.ownerField) };
  }

  /** The condition on rows of the kind's own table for doing that with them. Throws FORBIDDEN when it is never allowed. */
  reach(action: Action, parameters: ParameterList): string {
    const own = this.reachByRule(action, parameters);
    if (action !== 'read' || own === 'true') return own;
    const parents = Object.entries(this.kind.parents ?? {}).map(([field, type]) =>
      this.reachesParent(field, type, parameters),
    );
    const { open } = this.kind;
    const opened = open ? [open.sql(currentRights(), (field) => this.sql.column(field))] : [];
    const any = [own, ...parents, ...opened].filter((condition) => condition !== 'false');
    return any.length > 1 ? `(${any.join(' OR ')})` : (any[0] ?? 'false');
  }

  /** `reach` for lists, taken apart; null where that gains nothing. */
  branches(parameters: ParameterList): Branch[] | null {
    const isPlain = !this.kind.parents && !this.kind.ownedBy && !this.kind.open;
    return isPlain ? reachBranches(currentRights(), this.resource, parameters) : null;
  }

  /** Of lists with whose rows the caller may do something beside seeing them. */
  also(action: Action): ListAccess {
    return {
      reach: (read, parameters) =>
        `${this.reach(read, parameters)} AND ${this.reachByRule(action, parameters)}`,
      branches: () => null,
      isHidden: (field) => this.isHidden(field),
    };
  }

  /** The same without what comes by way of parents. */
  reachByRule(action: Action, parameters: ParameterList): string {
    currentRights().require(this.resource, action);
    return reachSql(currentRights(), this.resource, action, parameters, this.columns);
  }

  /** The same without shares, too. */
  reachByScope(action: Action, parameters: ParameterList): string {
    return reachSql(currentRights(), this.resource, action, parameters, {
      ...this.columns,
      readers: null,
      editors: null,
    });
  }

  /** Locks live and deleted rows by id, in one order for all callers. Throws NOT_FOUND for what may not be seen, FORBIDDEN for what may not be done. */
  lock(manager: EntityManager, ids: string[], action: Action): Promise<Map<string, E>> {
    return this.forAction(manager, ids, action, true);
  }

  /** As `lock`, but for the lock: what others do meanwhile shows in the version. */
  look(manager: EntityManager, ids: string[], action: Action): Promise<Map<string, E>> {
    return this.forAction(manager, ids, action, false);
  }

  private async forAction(
    manager: EntityManager,
    ids: string[],
    action: Action,
    isLocked: boolean,
  ): Promise<Map<string, E>> {
    const parameters = new Parameters(ids);
    const more = [this.reach('read', parameters), this.reach(action, parameters)];
    const others = parameters.values.slice(1);
    const rows = await this.sql.rowsOf<E>(manager, ids, { more, others, isLocked });
    for (const { record, rest } of rows) {
      if (rest[0] !== TRUE) throw notFound(this.kind.type, record.id);
      if (rest[1] !== TRUE) throw forbidden(this.resource, action);
    }
    return new Map(rows.map(({ record }) => [record.id, record]));
  }

  /** Throws FORBIDDEN for owners with whose records the caller may not do that: nobody gives away what is out of reach then. */
  async requireOwners(manager: EntityManager, action: Action, records: E[]): Promise<void> {
    const rights = currentRights();
    const scope = rights.require(this.resource, action);
    if (scope === 'all') return;
    const owners = new Set(
      records.map((record) => (record as Record<string, unknown>)[this.ownerField] as string | null),
    );
    owners.delete(rights.caller.id);
    if (owners.size === 0) return;
    const parameters = new Parameters();
    const reached = owners.has(null)
      ? []
      : await manager.query<unknown[]>(
          `SELECT owner.id FROM unnest(${parameters.add([...owners])}::uuid[]) AS owner (id)
           WHERE ${reachSql(rights, this.resource, action, parameters, { owner: 'owner.id', readers: null, editors: null })}`,
          parameters.values,
        );
    if (reached.length === owners.size) return;
    const message = `Your role may not ${action} ${this.resource} records of that owner.`;
    throw new DomainError('FORBIDDEN', message, {
      errors: [{ pointer: `/${this.ownerField}`, code: 'forbidden_owner', message }],
    });
  }

  /** The JSON of a record as the caller may see it. */
  present(record: E): V {
    return currentRights().cut(this.resource, this.kind.toView(record));
  }

  isHidden(field: string): boolean {
    return currentRights().isHidden(this.resource, field);
  }

  /** The texts in which a search must find what it finds: also that of what the caller may see, where fields are hidden. */
  searchTexts(fields: readonly string[]): string[] {
    return searchTexts(fields, this.sql, (field) => this.isHidden(field));
  }

  /** Throws FORBIDDEN naming the fields of the body that the caller may not set. */
  requireWritable(body: object): void {
    currentRights().requireWritable(this.resource, body);
  }

  /** Whether the caller may see that record. */
  async mayRead(manager: EntityManager, id: string): Promise<boolean> {
    if (currentRights().scope(this.resource, 'read') === 'none') return false;
    const parameters = new Parameters(id);
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM ${this.sql.table} WHERE id = $1 AND ${this.reach('read', parameters)}`,
      parameters.values,
    );
    return rows.length > 0;
  }

  private get ownerField(): string {
    return this.kind.ownedBy ?? 'ownerId';
  }

  private reachesParent(field: string, type: Resource, parameters: ParameterList): string {
    const reach = reachSql(currentRights(), type, 'read', parameters, copyColumns('parent'));
    if (reach === 'false') return 'false';
    // OFFSET keeps Postgres from reading the copies of all parents, to look up those of a page in them.
    return `EXISTS (SELECT 1 FROM reference parent WHERE parent.type = '${type}' AND parent.id = ${this.sql.column(field)} AND ${reach} OFFSET 0)`;
  }
}
