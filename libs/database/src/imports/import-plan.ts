import {
  fieldErrors,
  type ColumnMapping,
  type FieldError,
  type ImportOptionsRequest,
  nearest,
} from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import type { ImportPlan } from './import.entity';
import type { ImportTarget } from './import-target';

const BY = ['name', 'email', 'externalId'];

/**
 * The options of an import, checked before a byte of the file is read: every field is known, every transform fits.
 * Throws VALIDATION_FAILED with a pointer for each bad column.
 */
export function planOf(
  options: ImportOptionsRequest,
  target: ImportTarget,
  customFields: CustomFieldEntity[],
): ImportPlan {
  const errors: FieldError[] = [];
  const mapping: Record<string, ColumnMapping> = {};
  const taken = new Map<string, string>();
  for (const [column, given] of Object.entries(options.mapping)) {
    const pointer = `/mapping/${column.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const problem =
      shapeProblem(given) ?? fieldProblem(fieldOf(given), target, customFields, options.externalSystem);
    const earlier = problem ? undefined : taken.get(fieldOf(given));
    if (problem) errors.push({ pointer, code: 'invalid_mapping', message: problem });
    else if (earlier)
      errors.push({
        pointer,
        code: 'duplicate',
        message: `${earlier} is mapped to ${fieldOf(given)} already.`,
      });
    else {
      taken.set(fieldOf(given), column);
      mapping[column] = typeof given === 'string' ? { field: given } : given;
    }
  }
  if (Object.keys(options.mapping).length === 0) {
    errors.push({ pointer: '/mapping', code: 'required', message: 'The mapping names no column.' });
  }
  if (errors.length > 0) throw fieldErrors('VALIDATION_FAILED', errors);
  return { resource: options.resource, externalSystem: options.externalSystem ?? null, mapping };
}

function fieldOf(given: string | ColumnMapping): string {
  return typeof given === 'string' ? given : given.field;
}

function shapeProblem(given: unknown): string | undefined {
  if (typeof given === 'string') return undefined;
  if (typeof given !== 'object' || given === null)
    return 'A column is mapped to a field name or to { field, values, format }.';
  const { field, values, format, ...rest } = given as Record<string, unknown>;
  const unknown = Object.keys(rest)[0];
  if (unknown) return `There is no transform "${unknown}"; known: values, format.`;
  if (typeof field !== 'string') return 'A column mapping needs a field.';
  const isMap =
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((value) => typeof value === 'string');
  if (values !== undefined && !isMap) return 'values must map texts to texts.';
  if (format !== undefined && (typeof format !== 'string' || !/YYYY/.test(format)))
    return 'format must be one such as DD/MM/YYYY.';
  return undefined;
}

function fieldProblem(
  field: string,
  target: ImportTarget,
  customFields: CustomFieldEntity[],
  externalSystem: string | undefined,
): string | undefined {
  if (field === 'externalId' || field.endsWith('.externalId')) {
    if (!externalSystem) return `${field} needs externalSystem: the system whose keys these are.`;
  }
  const custom = /^customFields\.(.+)$/.exec(field)?.[1];
  if (custom !== undefined) {
    const known = customFields.map((definition) => definition.fieldName);
    return known.includes(custom)
      ? undefined
      : `There is no custom field ${custom}; define it first by POST /v1/custom-fields.`;
  }
  const [reference, by] = field.split('.');
  if (reference && by && target.references[reference] && BY.includes(by)) return undefined;
  const names = knownFields(target);
  if (names.includes(field)) return undefined;
  const near = nearest(field, names);
  return `There is no field "${field}" to import ${target.resource} into${near ? `; did you mean "${near}"?` : `; known: ${names.join(', ')}.`}`;
}

function knownFields(target: ImportTarget): string[] {
  const references = Object.keys(target.references).flatMap((name) => BY.map((by) => `${name}.${by}`));
  const fullName = 'firstName' in target.fields ? ['fullName'] : [];
  return ['externalId', 'createdAt', ...fullName, ...Object.keys(target.fields), ...references];
}
