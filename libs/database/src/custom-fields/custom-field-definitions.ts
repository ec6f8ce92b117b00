import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  DomainError,
  MAX_INDEXED_FIELDS,
  invalid,
  notFound,
  type CreateCustomFieldRequest,
  type CustomFieldEntityType,
  type CustomFieldOptionRequest,
  type CustomFieldTarget,
  type CustomFieldView,
  type UpdateCustomFieldRequest,
} from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import { currentRights } from '@relata/platform';
import type { RecordKind } from '../records/record-kind';
import { RecordStores } from '../records/record-stores';
import type { RecordStore } from '../records/record-store';
import { recordView } from '../records/record-view';
import { CustomFields } from './custom-fields';
import { CustomFieldEntity, type CustomFieldOption } from './custom-field.entity';

type FieldStore = RecordStore<CustomFieldEntity, CustomFieldView>;

/** Makes, changes and removes definitions; their events are `contactField.created` and so on. */
@Injectable()
export class CustomFieldDefinitions {
  private readonly fieldStores = new Map<CustomFieldEntityType, FieldStore>();

  constructor(
    private readonly stores: RecordStores,
    private readonly eventLog: EventLog,
    private readonly customFields: CustomFields,
  ) {}

  /** Live definitions of this service's records, by type and name. */
  async list(): Promise<CustomFieldView[]> {
    currentRights().require('customField', 'read');
    const rows = await this.eventLog.manager.find(CustomFieldEntity, {
      order: { entityType: 'ASC', fieldName: 'ASC' },
    });
    return rows.filter((row) => !row.deletedAt).map(toView);
  }

  async get(id: string): Promise<CustomFieldView> {
    currentRights().require('customField', 'read');
    return toView(await this.find(id));
  }

  /** Throws VALIDATION_FAILED, DUPLICATE, and CONFLICT for a name that had another type before. */
  async create(request: CreateCustomFieldRequest): Promise<CustomFieldView> {
    const { entityType, fieldName, fieldType } = request;
    const options = checkedOptions(fieldType, request.options ?? []);
    // Records may still hold values of the earlier field, which must be readable as values of the new one.
    const target = checkedTarget(fieldType, request.target);
    const earlier = await this.eventLog.manager.findBy(CustomFieldEntity, { entityType, fieldName });
    if (earlier.some((field) => field.fieldType !== fieldType || field.target !== target)) {
      throw new DomainError(
        'CONFLICT',
        `There was a custom field ${fieldName} of another type. Choose another name.`,
        {
          errors: [
            {
              pointer: '/fieldName',
              code: 'type_changed',
              message: 'A field of this name had another type.',
            },
          ],
        },
      );
    }
    const values = {
      entityType,
      fieldName,
      fieldType,
      target,
      fieldLabel: request.fieldLabel,
      options,
      required: request.required ?? false,
      ...(await this.indexing(entityType, undefined, request.indexed ?? target !== null, target !== null)),
    };
    const field = await this.storeOf(entityType).create({ values });
    this.customFields.forget();
    return toView(field);
  }

  async update(id: string, request: UpdateCustomFieldRequest, ifMatch?: number): Promise<CustomFieldView> {
    const found = await this.find(id);
    const { entityType, fieldType } = found;
    const { options, indexed, ...rest } = request;
    const set = {
      ...rest,
      ...(indexed === undefined
        ? {}
        : await this.indexing(entityType, found, indexed, found.target !== null)),
      ...(options === undefined ? {} : { options: checkedOptions(fieldType, options) }),
    };
    const field = await this.storeOf(entityType).change(
      id,
      () => [{ event: `${entityType}Field.updated`, set }],
      { ifMatch },
    );
    this.customFields.forget();
    return toView(field);
  }

  /** The field is gone from answers about fields and refused in writes; values that records hold stay. */
  async remove(id: string, ifMatch?: number): Promise<void> {
    const { entityType } = await this.find(id);
    await this.storeOf(entityType).remove(id, { ifMatch });
    this.customFields.forget();
  }

  /** What is to be set for that. The index itself follows: see `CustomFieldIndexes`. Throws CONFLICT where there are too many, VALIDATION_FAILED for a reference without. */
  private async indexing(
    entityType: CustomFieldEntityType,
    field: CustomFieldEntity | undefined,
    indexed: boolean,
    isReference: boolean,
  ): Promise<Pick<CustomFieldEntity, 'indexed' | 'indexState' | 'indexError'>> {
    if (!indexed && isReference) throw invalid('/indexed', 'required', 'A reference is always indexed.');
    if (!indexed) return { indexed, indexState: null, indexError: null };
    if (field?.indexed && field.indexState !== 'failed') {
      const { indexState, indexError } = field;
      return { indexed, indexState, indexError };
    }
    const where = { entityType, indexed, deletedAt: IsNull() };
    const others = (await this.eventLog.manager.findBy(CustomFieldEntity, where)).filter(
      ({ id }) => id !== field?.id,
    );
    if (others.length >= MAX_INDEXED_FIELDS) {
      const names = others.map(({ fieldName }) => fieldName).join(', ');
      const message = `At most ${MAX_INDEXED_FIELDS} fields of a ${entityType} can be indexed; those are: ${names}.`;
      throw new DomainError('CONFLICT', message, {
        errors: [{ pointer: '/indexed', code: 'too_many', message: 'Set indexed to false on another one.' }],
      });
    }
    return { indexed, indexState: 'building', indexError: null };
  }

  private async find(id: string): Promise<CustomFieldEntity> {
    const field = await this.eventLog.manager.findOneBy(CustomFieldEntity, { id });
    if (!field || field.deletedAt) throw notFound('custom field', id);
    return field;
  }

  /** The definitions of one type of record. */
  storeOf(entityType: CustomFieldEntityType): FieldStore {
    const known = this.fieldStores.get(entityType);
    if (known) return known;
    const store = this.stores.define(customFieldKind(entityType));
    this.fieldStores.set(entityType, store);
    return store;
  }
}

function checkedTarget(fieldType: string, target: CustomFieldTarget | undefined): CustomFieldTarget | null {
  const isReference = fieldType === 'reference';
  if (isReference && target === undefined)
    throw invalid('/target', 'required', 'A reference field needs the type of record that it points at.');
  if (!isReference && target !== undefined)
    throw invalid('/target', 'not_allowed', `A ${fieldType} field points at nothing.`);
  return target ?? null;
}

function checkedOptions(fieldType: string, options: CustomFieldOptionRequest[]): CustomFieldOption[] {
  const takesOptions = fieldType === 'select' || fieldType === 'multiselect';
  if (!takesOptions && options.length > 0)
    throw invalid('/options', 'not_allowed', `A ${fieldType} field has no options.`);
  if (takesOptions && options.length === 0)
    throw invalid('/options', 'required', `A ${fieldType} field needs options.`);
  const values = options.map((option) => option.value);
  const double = values.find((value, index) => values.indexOf(value) !== index);
  if (double !== undefined) throw invalid('/options', 'duplicate', `The option ${double} is given twice.`);
  return options.map(({ value, label }) => ({ value, label: label ?? value }));
}

const toView = recordView<CustomFieldEntity, CustomFieldView>((field) => ({
  entityType: field.entityType,
  fieldName: field.fieldName,
  fieldType: field.fieldType,
  target: field.target,
  fieldLabel: field.fieldLabel,
  options: field.options,
  required: field.required,
  indexed: field.indexed,
  indexState: field.indexState,
  indexError: field.indexError,
}));

/** Definitions for one type of record are records, too. */
export function customFieldKind(
  entityType: CustomFieldEntityType,
): RecordKind<CustomFieldEntity, CustomFieldView> {
  return {
    type: `${entityType}Field`,
    entity: CustomFieldEntity,
    toView,
    uniqueKeys: (field) => [{ namespace: 'fieldName', key: field.fieldName, pointer: '/fieldName' }],
    searchFields: ['fieldName', 'fieldLabel'],
    hasCustomFields: false,
  };
}
