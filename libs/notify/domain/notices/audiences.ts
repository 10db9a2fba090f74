/** Everyone of the district's office. */
export const OFFICE = { role: 'administrator', on: 'district' } as const;

/** Everyone in the team of the project that the event is of. */
export const TEAM = { role: 'team', on: 'project' } as const;
