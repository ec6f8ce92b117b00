import {
  CreateActivityRequest,
  CreateCompanyRequest,
  CreateContactRequest,
  CreateDealRequest,
  CreateTaskRequest,
  CreateTeamRequest,
  CreateUserRequest,
  DomainError,
  UpdateActivityRequest,
  UpdateCompanyRequest,
  UpdateContactRequest,
  UpdateDealRequest,
  UpdateTaskRequest,
  UpdateTeamRequest,
  UpdateUserRequest,
  invalid,
  notFound,
  type BatchOperationRequest,
  type ServiceName,
} from '@relata/contracts';
import { bodyValidation } from '../http/body-validation';

/** A thousand writes take longer than one. */
export const BATCH_MS = 30_000;

type Body = new () => object;

/** A resource that takes batches and upserts, and what its bodies are. */
interface BatchResource {
  service: ServiceName;
  create: Body;
  update: Body;
}

export const BATCH_RESOURCES: Record<string, BatchResource> = {
  contacts: { service: 'contact', create: CreateContactRequest, update: UpdateContactRequest },
  companies: { service: 'contact', create: CreateCompanyRequest, update: UpdateCompanyRequest },
  deals: { service: 'deal', create: CreateDealRequest, update: UpdateDealRequest },
  activities: { service: 'activity', create: CreateActivityRequest, update: UpdateActivityRequest },
  tasks: { service: 'activity', create: CreateTaskRequest, update: UpdateTaskRequest },
  users: { service: 'identity', create: CreateUserRequest, update: UpdateUserRequest },
  teams: { service: 'identity', create: CreateTeamRequest, update: UpdateTeamRequest },
};

const validation = bodyValidation();

/** Throws NOT_FOUND for a word that is no such resource. */
export function batchResource(name: string): BatchResource {
  const resource = Object.hasOwn(BATCH_RESOURCES, name) ? BATCH_RESOURCES[name] : undefined;
  if (!resource) throw notFound('resource', name);
  return resource;
}

/** The body as the contract's class takes it. Throws VALIDATION_FAILED with pointers below `pointer`. */
export async function checkedBody(body: unknown, metatype: Body, pointer = ''): Promise<object> {
  try {
    return (await validation.transform(body, { type: 'body', metatype })) as object;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.details.errors?.map((one) => ({ ...one, pointer: pointer + one.pointer }));
    throw new DomainError(error.code, error.message, { ...error.details, ...(errors ? { errors } : {}) });
  }
}

/** An operation whose body fits; or the refusal, with pointers below the operation. */
export async function checkedOperation<O extends Omit<BatchOperationRequest, 'id'>>(
  resource: BatchResource,
  operation: O,
): Promise<O | DomainError> {
  const { op, body, externalKey, by } = operation;
  if (op === 'upsert' && !externalKey && !by)
    return invalid('/externalKey', 'required', 'Say by what the record is known: externalKey, or by.');
  if (body === undefined) return operation;
  try {
    const metatype = op === 'update' ? resource.update : resource.create;
    return { ...operation, body: (await checkedBody(body, metatype, '/body')) as Record<string, unknown> };
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
