/** What rules are made for: kinds of records, and what else can be guarded. */
export const RESOURCES = [
  'contact',
  'company',
  'deal',
  'activity',
  'task',
  'pipeline',
  'customField',
  'user',
  'team',
  'role',
  'apiKey',
  'session',
  'event',
  'audit',
  'export',
  'view',
  'batch',
] as const;
export type Resource = (typeof RESOURCES)[number];

/** What can be done with them; `manage` is administration: roles of users, parked events, replays. */
export const ACTIONS = ['read', 'create', 'update', 'delete', 'export', 'import', 'merge', 'manage'] as const;
export type Action = (typeof ACTIONS)[number];

/** Whose records: nobody's, those the caller owns, those owned in the caller's teams and the teams below, all. */
export const SCOPES = ['none', 'own', 'team', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** What is withheld of a field: its value, or changing it. Who may not see a field may not change it either. */
export const FIELD_RULES = ['hidden', 'readOnly'] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

/** By resource and action; what is not named is `none`. */
export type Permissions = Partial<Record<Resource, Partial<Record<Action, Scope>>>>;

/** By resource and field; custom fields as `customFields.<name>`. */
export type FieldRules = Partial<Record<Resource, Record<string, FieldRule>>>;

/** What a role allows. */
export interface RoleRules {
  permissions: Permissions;
  fields: FieldRules;
}

/** What travels with a request of who sent it: the role's name for the services' own copies of the rules, and the teams. */
export interface AccessContext {
  roleId: string;
  /** Whoever knows an older version of the role asks for this one. */
  roleVersion: number;
  /** The caller's team and those above it, from the top. */
  teamPath: string[];
  managedTeamIds: string[];
}

/** Fields that are made of another, and withheld with it. */
export const DERIVED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  phone: ['phoneE164'],
  mobile: ['mobileE164'],
  email: ['secondaryEmails'],
  amount: ['weightedAmount'],
  probability: ['weightedAmount'],
  stage: ['stageId'],
  stageId: ['stage'],
};
