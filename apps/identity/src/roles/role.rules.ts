import {
  ACTIONS,
  ADMIN_ROLE,
  DomainError,
  FIELD_RULES,
  RESOURCES,
  SCOPES,
  fieldErrors,
  guardedFields,
  isGuardedField,
  type FieldError,
  type FieldRules,
  type Permissions,
  type Resource,
} from '@relata/contracts';

/** The rules that a request gives. Throws VALIDATION_FAILED naming each unknown resource, action, scope and field. */
export function checkRules({
  permissions = {},
  fields = {},
}: {
  permissions?: Permissions;
  fields?: FieldRules;
}): void {
  const errors = [...permissionErrors(permissions), ...fieldRuleErrors(fields)];
  if (errors.length === 0) return;
  throw fieldErrors('VALIDATION_FAILED', errors);
}

/** Throws CONFLICT for the role that nobody may change. */
export function refuseAdminRole(id: string): void {
  if (id === ADMIN_ROLE.id)
    throw new DomainError(
      'CONFLICT',
      'The role admin cannot be changed, so that nobody can be locked out. Make another role.',
    );
}

function permissionErrors(permissions: Permissions): FieldError[] {
  return Object.entries(permissions).flatMap(([resource, actions]) => {
    const pointer = `/permissions/${resource}`;
    if (!isOneOf(RESOURCES, resource)) return [unknown(pointer, 'resource', resource, RESOURCES)];
    if (!isObject(actions)) return [notAnObject(pointer)];
    return Object.entries(actions).flatMap(([action, scope]) => {
      if (!isOneOf(ACTIONS, action)) return [unknown(`${pointer}/${action}`, 'action', action, ACTIONS)];
      return isOneOf(SCOPES, scope) ? [] : [unknown(`${pointer}/${action}`, 'scope', scope, SCOPES)];
    });
  });
}

function fieldRuleErrors(fields: FieldRules): FieldError[] {
  return Object.entries(fields).flatMap(([resource, rules]) => {
    const pointer = `/fields/${resource}`;
    const guarded = RESOURCES.filter((one) => guardedFields(one).length > 0);
    if (!isOneOf(guarded, resource))
      return [unknown(pointer, 'resource with field rules', resource, guarded)];
    if (!isObject(rules)) return [notAnObject(pointer)];
    return Object.entries(rules).flatMap(([field, rule]) => {
      const known = [...guardedFields(resource as Resource), 'customFields.<name>'];
      if (!isGuardedField(resource as Resource, field))
        return [unknown(`${pointer}/${field}`, 'field', field, known)];
      return isOneOf(FIELD_RULES, rule) ? [] : [unknown(`${pointer}/${field}`, 'rule', rule, FIELD_RULES)];
    });
  });
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknown(pointer: string, what: string, value: unknown, known: readonly string[]): FieldError {
  const message = `There is no ${what} ${JSON.stringify(value)}; known: ${known.join(', ')}.`;
  return { pointer, code: 'unknown_value', message };
}

function notAnObject(pointer: string): FieldError {
  return { pointer, code: 'invalid_value', message: `${pointer} must be an object.` };
}
