/** What a person can be to the district or to one thing in it. */
export const ROLES = {
  administrator: 'Runs the district’s office: everything in the district.',
  auditor: 'Reads everything in the district and changes nothing.',
  leader: 'Leads the district: sees its figures and what stands behind them, and tries policies; no marks, no addresses.',
  team: 'Belongs to a project’s team: its entries, reports and documents.',
  owner: 'Leads a project’s team: hands its entries in, invites and removes members.',
  judge: 'Judges the entries of a call.',
  'platform-manager': 'Runs an incubation platform.',
  'fund-manager': 'Runs a seed fund: its proposals, payments and holdings.',
  'bank-officer': 'Answers a bank’s applications for loans, and reports what becomes of them.',
  'technology-manager': 'Brings firms’ problems and those who solve them together.',
  'park-manager': 'Runs a park.',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Roles held on the whole district; the others are held on one thing. */
export const DISTRICT_ROLES: readonly Role[] = ['administrator', 'auditor', 'leader', 'technology-manager'];
