import type { Action, Resource, Scope } from './rules';

/** Which rule decides whether something may be done. */
export class AccessExplanationView {
  allowed: boolean;
  resource: Resource;
  action: Action;
  /** Of the role, for this resource and action. */
  scope: Scope;
  /**
   * `scope`: the role's scope reaches the record, or all of them. `shared`: it is shared with the user or a team of his.
   * `parent`: a record that it is about may be seen. `scope_none`: the role never allows it. `out_of_scope`: the record may be
   * seen, but this not be done with it. `not_visible`: there is no such record, or it may not be seen.
   */
  rule: 'scope' | 'shared' | 'parent' | 'scope_none' | 'out_of_scope' | 'not_visible';
  /** The same in words. */
  message: string;
}

/** Asks whether the caller, or for administrators another user, may do something. */
export interface ExplainPayload {
  resource: Resource;
  action: Action;
  /** Without one: whether the role allows it at all. */
  id?: string;
  userId?: string;
}
