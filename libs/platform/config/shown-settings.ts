import { PROGRAM } from '../root.js';
import type { Config } from './config.js';

/** Addresses that carry a password are shown without it; files of secrets by whether they are given. */
const withoutPassword = (address: string): string => address.replace(/\/\/[^@/]*@/, '//***@');

/** What the installation runs with, as far as it may be shown: every setting by the name of its variable, null where it is not given. */
export function shownSettings(config: Config): readonly { readonly name: string; readonly value: string | null }[] {
  const own = Object.keys(config) as (keyof Config)[];
  const optional = ['BASE_URL', 'HEALTH_PORT', 'OTLP_URL', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'S3_URL', 'TRUST_PROXY', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE', 'OIDC_ROLES', 'ENDPOINTS_INSIDE', 'AUTH_SECRET_FILE', 'SIGNING_KEY_FILE', 'DKIM_DOMAIN', 'DKIM_KEY_FILE', 'BOUNCES_TO', 'TEXTS_FILE', 'BACKUP_DIR', 'BACKUP_AT'] as const satisfies readonly (keyof Config)[];
  const shown = [...new Set<keyof Config>([...own, ...optional])].sort().map((name) => ({ name, value: config[name] === undefined ? null : withoutPassword(String(config[name])) }));
  return [{ name: 'VERSION', value: PROGRAM }, ...shown];
}
