import { CUSTOM_FIELD_OWNERS, type CustomFieldView, type ServiceName } from '@relata/contracts';
import type { RpcClient } from '@relata/messaging';

/** The services that keep definitions. */
export const OWNERS = [...new Set<ServiceName>(Object.values(CUSTOM_FIELD_OWNERS))];

/** All definitions there are, by who asks. Throws FORBIDDEN. */
export async function allCustomFields(rpc: RpcClient): Promise<CustomFieldView[]> {
  const fields = await Promise.all(
    OWNERS.map((owner) => rpc.call<CustomFieldView[]>(owner, 'customFields.list', {})),
  );
  return fields.flat();
}
