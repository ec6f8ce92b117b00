import { TestSystem } from '@relata/testing';
import { activityService } from '../apps/activity/src/activity.service-definition';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { dealService } from '../apps/deal/src/deal.service-definition';
import { identityService } from '../apps/identity/src/identity.service-definition';
import { reportingService } from '../apps/reporting/src/reporting.service-definition';

let system: TestSystem;
beforeAll(async () => {
  system = await TestSystem.start([
    identityService,
    contactService,
    dealService,
    activityService,
    reportingService,
  ]);
});
afterAll(async () => system.stop());

it('trap 16: keeps no time without its zone and no number as a float, in any schema', async () => {
  for (const [name, service] of system.services) {
    const columns = await service.query<{ place: string; type: string }>(
      `SELECT table_name || '.' || column_name AS place, data_type AS type FROM information_schema.columns
       WHERE table_schema = $1`,
      [name],
    );
    expect(columns.length).toBeGreaterThan(20);
    const wrong = columns.filter(({ type }) => /without time zone|double|real|money/.test(type));
    // The migrations' own table is TypeORM's.
    expect(wrong.filter(({ place }) => !place.startsWith('migration.'))).toEqual([]);
  }
});

it('lets no service read the schema of another', async () => {
  for (const [name, service] of system.services) {
    for (const other of system.services.keys()) {
      if (other === name) continue;
      await expect(service.query(`SELECT 1 FROM ${other}.event`)).rejects.toThrow('permission denied');
    }
  }
});
