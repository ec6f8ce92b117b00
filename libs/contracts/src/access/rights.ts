import { DomainError, fieldErrors } from '../errors';
import type { RecordType } from '../services';
import { ADMIN_ROLE } from './default-roles';
import {
  DERIVED_FIELDS,
  FIELD_RULES,
  type Action,
  type FieldRule,
  type Resource,
  type RoleRules,
  type Scope,
} from './rules';

/** Who asks, as far as scopes need to know. */
export interface Caller {
  /** Id of the user; null for nobody and for the services themselves. */
  id: string | null;
  /** The caller's team and those above it. */
  teamPath: readonly string[];
  managedTeamIds: readonly string[];
}

const NOBODY: Caller = { id: null, teamPath: [], managedTeamIds: [] };
type FieldSets = Map<Resource, ReadonlySet<string>>;

const CUSTOM_PREFIX = 'customFields.';

/** Records whose rules are those of another kind. */
const RESOURCE_OF: Partial<Record<RecordType, Resource>> = {
  stage: 'pipeline',
  contactField: 'customField',
  companyField: 'customField',
  dealField: 'customField',
  activityField: 'customField',
  taskField: 'customField',
  signIn: 'session',
  contactExport: 'export',
  dealExport: 'export',
  activityExport: 'export',
  contactView: 'view',
  dealView: 'view',
  activityView: 'view',
};

/** The resource whose rules hold for records of a type. */
export function resourceOf(type: RecordType): Resource {
  return RESOURCE_OF[type] ?? (type as Resource);
}

/** What the sender of a request may do: a role's rules, and who it is for whom they hold. */
export class Rights {
  /** Of the services' own work: effects of events, jobs, questions among themselves. */
  static readonly EVERYTHING = new Rights(NOBODY, ADMIN_ROLE.rules);
  /** Of who has not signed in. */
  static readonly NOTHING = new Rights(NOBODY, { permissions: {}, fields: {} });

  private readonly hiddenFields: FieldSets = new Map();
  private readonly unwritableFields: FieldSets = new Map();

  constructor(
    readonly caller: Caller,
    private readonly rules: RoleRules,
  ) {}

  /** Ids under which records may be shared with the caller: the user and the teams it belongs to. */
  get granteeIds(): string[] {
    return this.caller.id === null ? [] : [this.caller.id, ...this.caller.teamPath];
  }

  /** Teams whose members' records scope `team` reaches, beside those of the teams below. */
  get scopeTeamIds(): string[] {
    const own = this.caller.teamPath.at(-1);
    return [...new Set([...(own ? [own] : []), ...this.caller.managedTeamIds])];
  }

  scope(resource: Resource, action: Action): Scope {
    return this.rules.permissions[resource]?.[action] ?? 'none';
  }

  /** The scope, which is not `none`. Throws FORBIDDEN. */
  require(resource: Resource, action: Action): Scope {
    const scope = this.scope(resource, action);
    if (scope === 'none') throw forbidden(resource, action);
    return scope;
  }

  /** Throws FORBIDDEN unless the action is allowed with everybody's records. */
  requireAll(resource: Resource, action: Action): void {
    if (this.scope(resource, action) !== 'all') throw forbidden(resource, action);
  }

  /** Whether the field (`amount`, `customFields.margin`) may not be seen. */
  isHidden(resource: Resource, field: string): boolean {
    return includes(this.hidden(resource), field);
  }

  /** Fields that may not be seen, those that are made of one included. */
  hidden(resource: Resource): ReadonlySet<string> {
    return this.ruled(this.hiddenFields, resource, ['hidden']);
  }

  /** The JSON of a record, or some of its fields, without what may not be seen. */
  cut<T extends object>(resource: Resource, json: T): T {
    const hidden = this.hidden(resource);
    if (hidden.size === 0) return json;
    const seen = Object.entries(json).filter(([field]) => !hidden.has(field));
    return Object.fromEntries(
      seen.map(([field, value]) => [
        field,
        field === 'customFields' && typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value as object).filter(([name]) => !hidden.has(CUSTOM_PREFIX + name)),
            )
          : (value as unknown),
      ]),
    ) as T;
  }

  /** Throws FORBIDDEN naming the fields that the body gives and that the caller may not change. */
  requireWritable(resource: Resource, body: object): void {
    const unwritable = this.ruled(this.unwritableFields, resource, FIELD_RULES);
    if (unwritable.size === 0) return;
    const refused = fieldsOf(body).filter((field) => includes(unwritable, field));
    if (refused.length === 0) return;
    const errors = refused.map((field) => ({
      pointer: `/${field.replace('.', '/')}`,
      code: 'forbidden_field',
      message: `Your role may not set ${field} of a ${resource}.`,
    }));
    throw fieldErrors('FORBIDDEN', errors);
  }

  private ruled(kept: FieldSets, resource: Resource, rules: readonly FieldRule[]): ReadonlySet<string> {
    const known = kept.get(resource);
    if (known) return known;
    const named = Object.entries(this.rules.fields[resource] ?? {}).filter(([, rule]) =>
      rules.includes(rule),
    );
    const fields = new Set(named.flatMap(([field]) => [field, ...(DERIVED_FIELDS[field] ?? [])]));
    kept.set(resource, fields);
    return fields;
  }
}

/** Whether a rule for the field, or for all custom fields, is among them. */
function includes(fields: ReadonlySet<string>, field: string): boolean {
  return fields.has(field) || (field.startsWith(CUSTOM_PREFIX) && fields.has('customFields'));
}

/** Fields that a body gives, custom ones each by its own name. */
function fieldsOf(body: object): string[] {
  return Object.entries(body).flatMap(([field, value]) =>
    field === 'customFields' && typeof value === 'object' && value !== null
      ? [field, ...Object.keys(value as object).map((name) => CUSTOM_PREFIX + name)]
      : value === undefined
        ? []
        : [field],
  );
}

/** The refusal of an action as such. */
export function forbidden(resource: Resource, action: Action): DomainError {
  return new DomainError('FORBIDDEN', `Your role may not ${action} ${resource} records here.`, {
    resource,
    action,
  });
}
