import type { INestApplicationContext } from '@nestjs/common';
import { AUTH, People, type Auth } from '#identity';

/** Signs someone up as an administrator of the district. @throws Error of better-auth, such as an address that is taken */
export async function makeAdministrator(app: INestApplicationContext, { name, email, password }: { readonly name: string; readonly email: string; readonly password: string }): Promise<void> {
  const { user } = await app.get<Auth>(AUTH).api.signUpEmail({ body: { name, email, password } });
  await app.get(People).register({ id: user.id, name, email: user.email }, 'administrator');
}
