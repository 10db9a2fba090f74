import { readFileSync } from 'node:fs';
import { StartFailure, type Config, type Database } from '#platform';
import type { GenericOAuthConfig } from 'better-auth/plugins';

/** What the provider is called in addresses. */
export const PROVIDER = 'oidc';

/** The district's roles that a provider's word gives, from `VALUE=ROLE` pairs. */
function rolesBy(pairs: string | undefined, said: unknown): string[] {
  const values = new Set([said].flat().map(String));
  return [...new Set((pairs ?? '').split(',').map((pair) => pair.split('=') as [string, string?]).filter(([value]) => values.has(value)).flatMap(([, role]) => role ?? []))].sort();
}

/** The OpenID Connect provider of the settings, with PKCE and ID tokens that are checked; none where they name none. */
export function providerOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET_FILE, OIDC_ROLES, OIDC_ROLES_CLAIM }: Config, database: Database): GenericOAuthConfig[] {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET_FILE === undefined) return [];
  return [
    {
      providerId: PROVIDER,
      discoveryUrl: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: secretIn(OIDC_CLIENT_SECRET_FILE),
      scopes: ['openid', 'profile', 'email'],
      pkce: true,
      overrideUserInfo: true,
      mapProfileToUser: async (profile) => {
        // Not in the account itself, whose owner may change it.
        await database.pool.query('INSERT INTO auth_claim ("accountId", roles) VALUES ($1, $2) ON CONFLICT ("accountId") DO UPDATE SET roles = EXCLUDED.roles', [String(profile.sub), rolesBy(OIDC_ROLES, profile[OIDC_ROLES_CLAIM]).join(',')]);
        return { name: String(profile['name'] ?? profile.email ?? '') };
      },
    },
  ];
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw StartFailure.from(error, file);
  }
}
