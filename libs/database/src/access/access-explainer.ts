import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AccessExplanationView, ExplainPayload } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { RecordStores } from '../records/record-stores';
import { Parameters } from '../sql/parameters';

type Rule = AccessExplanationView['rule'];

/** Says which rule decides, by the same conditions that reads and writes are made of. */
@Injectable()
export class AccessExplainer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: RecordStores,
  ) {}

  async explain({ resource, action, id }: Omit<ExplainPayload, 'userId'>): Promise<AccessExplanationView> {
    const scope = currentRights().scope(resource, action);
    const rule =
      scope === 'none' ? 'scope_none' : id === undefined ? 'scope' : await this.ruleFor(resource, action, id);
    const allowed = rule === 'scope' || rule === 'shared' || rule === 'parent';
    const what = `${action} ${id === undefined ? `${resource} records` : `the ${resource}`}`;
    return { allowed, resource, action, scope, rule, message: messageFor(rule, what, resource, scope) };
  }

  private async ruleFor(
    resource: ExplainPayload['resource'],
    action: ExplainPayload['action'],
    id: string,
  ): Promise<Rule> {
    const { access, table } = this.stores.of(resource);
    if (!(await access.mayRead(this.dataSource.manager, id))) return 'not_visible';
    const parameters = new Parameters(id);
    const scope = access.reachByScope(action, parameters);
    const [row]: { scope: boolean; any: boolean; own: boolean }[] = await this.dataSource.query(
      `SELECT ${scope} AS scope, ${access.reachByRule(action, parameters)} AS own, ${access.reach(action, parameters)} AS "any"
       FROM ${table} WHERE id = $1`,
      parameters.values,
    );
    if (!row?.any) return 'out_of_scope';
    if (row.scope) return 'scope';
    return row.own ? 'shared' : 'parent';
  }
}

function messageFor(rule: Rule, what: string, resource: string, scope: string): string {
  switch (rule) {
    case 'scope':
      return `Your role may ${what}: its scope is ${scope}.`;
    case 'shared':
      return `You may ${what}, as it is shared with you or a team of yours.`;
    case 'parent':
      return `You may ${what}, as you may see a record that it is about.`;
    case 'scope_none':
      return `Your role may not ${what}.`;
    case 'out_of_scope':
      return `You may see the ${resource}, but not ${what}: the scope is ${scope}.`;
    case 'not_visible':
      return `There is no such ${resource}, or you may not see it.`;
  }
}
