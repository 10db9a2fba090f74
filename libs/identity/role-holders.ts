/**
 * SQL for the people who hold a role: `SELECT person_id …` with the role, and the scope where one is given, as SQL
 * expressions of the statement it stands in; suspended people are left out.
 */
export const roleHolders = (district: string, role: string, scope?: string): string => `
  SELECT g.person_id FROM role_grant g JOIN aggregate holder ON holder.district_id = g.district_id AND holder.id = g.person_id AND holder.state = 'active'
  WHERE g.district_id = ${district} AND g.role = ${role}${scope === undefined ? '' : ` AND g.scope_id = ${scope}`}`;
