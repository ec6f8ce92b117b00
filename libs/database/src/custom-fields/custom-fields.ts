import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { fieldErrors, type CustomFieldEntityType, type FieldError, type RecordType } from '@relata/contracts';
import { CustomFieldEntity } from './custom-field.entity';
import { checkValue } from './custom-field-value';

type Values = Record<string, unknown>;

/** For how long definitions may be those of a moment ago, milliseconds. */
const LATELY_MS = 1_000;

/** Fields that organisations define: what they are, and whether values fit them. */
@Injectable()
export class CustomFields {
  private readonly read = new Map<RecordType, { definitions: CustomFieldEntity[]; until: number }>();

  /** Live definitions of a record type; none of one that has no custom fields. */
  async definitions(manager: EntityManager, type: RecordType): Promise<CustomFieldEntity[]> {
    return manager.find(CustomFieldEntity, {
      where: { entityType: type as CustomFieldEntityType, deletedAt: IsNull() },
      order: { fieldName: 'ASC' },
    });
  }

  /**
   * The same, as they were at most a second ago, unless this process has changed them since: for records that are made without
   * custom fields, of which it must only be known whether one is required.
   */
  async definitionsLately(manager: EntityManager, type: RecordType): Promise<CustomFieldEntity[]> {
    const known = this.read.get(type);
    if (known && known.until > Date.now()) return known.definitions;
    const definitions = await this.definitions(manager, type);
    this.read.set(type, { definitions, until: Date.now() + LATELY_MS });
    return definitions;
  }

  /** Definitions have changed. */
  forget(): void {
    this.read.clear();
  }
}

/**
 * `current` with `given` merged in (null removes), each value in its normal form. Throws VALIDATION_FAILED for an
 * unknown field, a value that does not fit, or a required field that is left out or removed.
 */
export function mergeCustomFields(
  definitions: CustomFieldEntity[],
  current: Values,
  given: Values,
  isNew: boolean,
): Values {
  const known = new Map(definitions.map((definition) => [definition.fieldName, definition]));
  const errors: FieldError[] = [];
  const refuse = (name: string, code: string, message: string) =>
    errors.push({ pointer: `/customFields/${name}`, code, message });
  const merged = new Map(Object.entries(current));
  for (const [name, value] of Object.entries(given)) {
    const definition = known.get(name);
    // What a record has already may stay, also when its field is no longer defined.
    if (JSON.stringify(merged.get(name)) === JSON.stringify(value)) continue;
    if (!definition)
      refuse(
        name,
        'unknown_field',
        `There is no custom field ${name}; known: ${[...known.keys()].join(', ') || 'none'}.`,
      );
    else if (value === null) merged.delete(name);
    else {
      const checked = checkValue(definition, value);
      if ('problem' in checked) refuse(name, 'invalid_value', `${name} must be ${checked.problem}.`);
      else merged.set(name, checked.value);
    }
  }
  for (const { fieldName, required } of definitions) {
    const concerns = isNew || given[fieldName] !== undefined;
    const isRefused = errors.some((error) => error.pointer === `/customFields/${fieldName}`);
    if (required && concerns && !merged.has(fieldName) && !isRefused)
      refuse(fieldName, 'required', `${fieldName} is required.`);
  }
  if (errors.length > 0) {
    throw fieldErrors('VALIDATION_FAILED', errors);
  }
  return Object.fromEntries(merged);
}
