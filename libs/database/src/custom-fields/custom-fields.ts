import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '@relata/contracts';
import { CustomFieldRow } from './custom-field.entity';

/** Fields that organisations define: what they are, and whether values fit them. */
@Injectable()
export class CustomFields {
  /** Definitions of a record type. */
  async definitions(manager: EntityManager, entityType: string): Promise<CustomFieldRow[]> {
    return manager.find(CustomFieldRow, { where: { entityType }, order: { fieldName: 'ASC' } });
  }

  /**
   * `current` with `given` merged in (null removes), each value in its normal form. Throws VALIDATION_FAILED
   * for an unknown field, a value that does not fit, or a required field that a new record lacks.
   */
  async merge(
    manager: EntityManager,
    entityType: string,
    current: Record<string, unknown>,
    given: Record<string, unknown>,
    isNew: boolean,
  ): Promise<Record<string, unknown>> {
    if (!isNew && Object.keys(given).length === 0) return current;
    const definitions = new Map(
      (await this.definitions(manager, entityType)).map((field) => [field.fieldName, field]),
    );
    const errors = Object.keys(given)
      .filter((name) => !definitions.has(name))
      .map((name) => ({
        pointer: `/customFields/${name}`,
        code: 'unknown',
        message: `There is no custom field ${name}.`,
      }));
    if (errors.length > 0)
      throw new DomainError('VALIDATION_FAILED', 'The custom fields do not fit.', { errors });
    const merged = { ...current, ...given };
    return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  }
}
