import fc from 'fast-check';
import type { ApiDocument, Schema } from '../document';
import { mark, type Kind } from '../known-records';

/** Deeper, what may be left out is. */
const DEEPEST = 5;
const LONGEST = 40;

/** Which records a field names. */
const KINDS: Record<string, Kind> = {
  companyId: 'companies',
  contactId: 'contacts',
  dealId: 'deals',
  ownerId: 'users',
  assignedToId: 'users',
  createdById: 'users',
  userId: 'users',
  actor: 'users',
  managerIds: 'users',
  teamId: 'teams',
  parentId: 'teams',
  roleId: 'roles',
  pipelineId: 'pipelines',
  stageId: 'stages',
  duplicateIds: 'contacts',
  granteeId: 'users',
  view: 'views',
};
const STAGES = ['qualification', 'needs_analysis', 'proposal', 'negotiation', 'closed_won', 'closed_lost'];
const OPERATORS = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'contains', 'startsWith', 'isNull'];
const INCLUDES: Record<string, string[]> = {
  contacts: ['company', 'deals', 'activities'],
  companies: ['contacts', 'deals', 'activities'],
  deals: ['contact', 'company', 'activities'],
  activities: ['contact', 'company', 'deal'],
  tasks: ['contact', 'company', 'deal'],
};
const EVENT_TYPES = ['contact.created', 'deal.won', 'task.updated', 'company.deleted', 'user.created'];

const place = fc.nat({ max: 1_000_000 });
const idOf = (kind: Kind) => place.map((at) => mark(kind, at));
const word = fc.stringMatching(/^[a-z]{3,10}$/);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const dateTime = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const position = idOf('cursor-listEvents');
const date = dateTime.map((day) => day.toISOString().slice(0, 10));

/** Values that the document allows, as an attentive client would send them. */
export class Values {
  constructor(private readonly document: ApiDocument) {}

  /** Of a schema; `name` and `resource` say what it is for where the schema cannot. */
  of(schema: Schema, name: string, resource: string, depth = 0): fc.Arbitrary<unknown> {
    const own = this.byName(name, resource, depth);
    if (own) return own;
    const resolved = this.document.resolve(schema);
    const { oneOf, enum: values, type } = resolved;
    if (oneOf) return fc.oneof(...oneOf.map((part) => this.of(part, name, resource, depth)));
    if (values) return fc.constantFrom(...values);
    const types = Array.isArray(type) ? type : [type ?? 'object'];
    const [first = 'object'] = types.filter((known) => known !== 'null');
    const value = this.ofType(first, resolved, name, resource, depth);
    return types.includes('null') ? fc.option(value, { freq: 8, nil: null }) : value;
  }

  /** A value of a query parameter, as text. */
  parameter(schema: Schema, name: string, resource: string): fc.Arbitrary<string> {
    return this.of(schema, name, resource).map(asText);
  }

  /** `filter[field][op]` and its value. */
  filterParameter(resource: string): fc.Arbitrary<[string, string]> {
    return this.condition(resource).map(({ field, op, value }) => [`filter[${field}][${op}]`, asText(value)]);
  }

  private ofType(
    type: string,
    schema: Schema,
    name: string,
    resource: string,
    depth: number,
  ): fc.Arbitrary<unknown> {
    const { minimum = 0, maximum = 1_000, minItems = 0, maxItems = 3 } = schema;
    switch (type) {
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: minimum, max: maximum });
      case 'number':
        return fc.double({ min: minimum, max: maximum, noNaN: true });
      case 'array': {
        const most = Math.min(maxItems, minItems + 3);
        return fc.array(this.of(schema.items ?? {}, name, resource, depth + 1), {
          minLength: minItems,
          maxLength: most,
        });
      }
      case 'string':
        return this.text(schema, name);
      default:
        return this.object(schema, resource, depth);
    }
  }

  private text(
    { format, pattern, minLength = 0, maxLength = LONGEST }: Schema,
    name: string,
  ): fc.Arbitrary<string> {
    const kind = KINDS[name];
    if (kind) return idOf(kind);
    if (format === 'uuid') return fc.uuid();
    if (format === 'email') return fc.nat().map((number) => `p${number}@engines.example`);
    if (format === 'uri') return word.map((host) => `https://${host}.example`);
    if (format === 'date') return date;
    if (format === 'date-time') return dateTime.map((time) => time.toISOString());
    if (pattern?.startsWith('^\\d{4}-')) return date;
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
    const most = Math.min(maxLength, LONGEST);
    const any = fc.string({ unit: 'grapheme', minLength: Math.max(minLength, 1), maxLength: most });
    return fc.oneof(
      words.map((text) => text.slice(0, most).padEnd(minLength, 'x')),
      any.filter((text) => text.length <= most),
    );
  }

  private object({ properties = {}, required = [] }: Schema, resource: string, depth: number) {
    const members = Object.entries(properties)
      .filter(([name]) => depth < DEEPEST || required.includes(name))
      .map(([name, schema]) => {
        const value = this.of(schema, name, resource, depth + 1);
        // That a contact needs one is a setting of the installation.
        const isNeeded = required.includes(name) || (name === 'email' && resource === 'contacts');
        return [name, isNeeded ? value : fc.option(value, { freq: 1, nil: undefined })];
      });
    const record = fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>);
    return record.map((value) =>
      Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)),
    );
  }

  /** What a type does not say: languages of our own, in texts and in objects that are open. */
  private byName(name: string, resource: string, depth: number): fc.Arbitrary<unknown> | undefined {
    const fields = this.fieldNames(resource);
    switch (name) {
      case 'sort':
        return fc.array(
          fc.tuple(fc.constantFrom('', '-'), fields).map((parts) => parts.join('')),
          { minLength: 1, maxLength: 2 },
        );
      case 'fields':
        // Of a role it is which fields are hidden.
        return resource === 'roles' ? fc.constant({}) : fc.array(fields, { minLength: 1, maxLength: 4 });
      case 'include':
        return fc.subarray(INCLUDES[resource] ?? []);
      case 'filter':
        return this.tree(resource, depth);
      case 'after':
      case 'from':
        if (resource === 'reports' || resource === 'audit') return undefined;
        return fc.oneof(fc.constant('now'), fc.constant('start'), position);
      case 'asOf':
        return fc.oneof(
          dateTime.map((time) => time.toISOString()),
          position,
        );
      case 'stage':
        return fc.constantFrom(...STAGES);
      case 'type':
        return resource === 'events' ? fc.subarray(EVENT_TYPES, { minLength: 1 }) : undefined;
      case 'record':
        return idOf('contacts').map((id) => `contact:${id}`);
      case 'in':
        return fc.subarray(['contacts', 'companies', 'deals', 'activities', 'tasks'], { minLength: 1 });
      case 'groupBy':
        return fc.constantFrom('owner', 'team', 'company', 'month', 'quarter', 'customFields.tier');
      case 'currency':
        return fc.constantFrom('EUR', 'USD', 'JPY');
      case 'customFields':
        return fc.record(
          { tier: fc.constantFrom('gold', 'silver'), score: fc.integer(), newsletter: fc.boolean() },
          { requiredKeys: [] },
        );
      case 'permissions':
        return fc.constant({ contact: { read: 'own', create: 'all' }, deal: { read: 'team' } });
      case 'mapping':
        return fc.constant({ Email: 'email', Name: 'name', First: 'firstName' });
      case 'ipRanges':
        return fc.subarray(['127.0.0.0/8', '::1/128']);
      case 'operations':
        return resource === 'batch'
          ? this.mixedOperations()
          : fc.array(this.batchOperation(resource), { minLength: 1, maxLength: 4 });
      case 'body': {
        const creation = this.document.creationOf(resource);
        return creation ? this.of(creation, '', resource, depth) : fc.constant({});
      }
      case 'id':
        return idOf(resource === 'access' ? 'contacts' : resource);
      default:
        return undefined;
    }
  }

  /** With what each kind of operation wants. */
  private batchOperation(resource: string): fc.Arbitrary<unknown> {
    const body = this.byName('body', resource, 1) ?? fc.constant({});
    const id = idOf(resource);
    const externalKey = fc.record({ system: fc.constant('erp'), key: place.map((at) => `key ${at % 300}`) });
    return fc.oneof(
      fc.record({ op: fc.constant('create'), body }),
      fc.record(
        { op: fc.constant('update'), id, body, ifMatch: fc.constant(1) },
        { requiredKeys: ['op', 'id', 'body'] },
      ),
      fc.record({ op: fc.constant('upsert'), externalKey, body }),
      fc.record({ op: fc.constantFrom('delete', 'restore'), id }),
    );
  }

  /** Of several resources; some point at one another by name. */
  private mixedOperations(): fc.Arbitrary<unknown[]> {
    const resource = fc.constantFrom('contacts', 'companies', 'deals', 'activities', 'tasks');
    const any = resource.chain((name) =>
      this.batchOperation(name).map((operation) => ({ resource: name, ...(operation as object) })),
    );
    const named = fc.constantFrom('deals', 'tasks').map((name) => [
      { op: 'create', resource: 'companies', ref: 'acme', body: { name: 'Acme' } },
      {
        op: 'create',
        resource: name,
        body: { [name === 'deals' ? 'name' : 'title']: 'Engine', companyId: { $ref: 'acme' } },
      },
    ]);
    const few = fc.array(any, { minLength: 1, maxLength: 3 });
    return fc.oneof(
      few,
      fc.tuple(named, few).map(([first, others]) => [...first, ...others]),
    );
  }

  private fieldNames(resource: string): fc.Arbitrary<string> {
    const names = Object.keys(this.document.fieldsOf(resource));
    return fc.constantFrom(...(names.length > 0 ? names : ['id', 'createdAt', 'ownerId']));
  }

  private condition(resource: string): fc.Arbitrary<{ field: string; op: string; value: unknown }> {
    const known = this.document.fieldsOf(resource);
    const others = ['customFields.tier', 'customFields.score', 'owner.name', 'company.name', 'contact.email'];
    return fc.constantFrom(...Object.keys(known), ...others, 'createdAt').chain((field) => {
      const op = fc.constantFrom(...OPERATORS);
      if (/^\w+Ids?$|Keys$|^customFields$/.test(field) && !field.endsWith('Id'))
        return fc.record({ field: fc.constant(field), op, value: words });
      const value = /At$|Date$/.test(field)
        ? fc.oneof(date, fc.constantFrom('today', 'last_30_days', 'this_year'))
        : known[field]
          ? this.of(known[field], field, resource, DEEPEST)
          : words;
      return fc.record({ field: fc.constant(field), op, value });
    });
  }

  private tree(resource: string, depth: number): fc.Arbitrary<unknown> {
    const condition = this.condition(resource);
    if (depth >= DEEPEST - 2) return condition;
    const inner = fc.array(this.tree(resource, depth + 2), { minLength: 1, maxLength: 3 });
    return fc.oneof(
      condition,
      inner.map((and) => ({ and })),
      inner.map((or) => ({ or })),
      condition.map((not) => ({ not })),
    );
  }
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
