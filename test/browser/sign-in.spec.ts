import { PASSWORD, freePort, startTestService, type TestService } from '../support/service.js';
import { open } from './browser.js';

describe('signing in', () => {
  let service: TestService;
  beforeAll(async () => {
    const port = await freePort();
    // A passkey is bound to a name, never to a number.
    service = await startTestService({ environment: { PORT: String(port), HOST: 'localhost', BASE_URL: `http://localhost:${port}` } });
  });
  afterAll(() => service.stop());

  it('is offered where a page is not for who is not signed in, and leads back to that page', async () => {
    const wang = await service.visitor('back').signUp();
    const { page, context, goto } = await open(service, null, { language: 'en' });
    await goto('/notices?tab=wishes');
    await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).first().click();
    await page.getByLabel('E-mail').fill(wang.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname + url.search === '/notices?tab=wishes');
    await context.close();
  });

  it('by a passkey needs no password, and ends when the key is removed', async () => {
    const wang = await service.visitor('wang').signUp();
    const { page, context, goto, faults } = await open(service, null, { language: 'en' });
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });

    await goto('/sign-in');
    await page.getByLabel('E-mail').fill(wang.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await goto('/account');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('dialog').getByLabel('Device').fill('My laptop');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('region', { name: 'Passkeys' }).getByText('My laptop').waitFor();
    expect((await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);

    await context.clearCookies();
    await goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByText('wang', { exact: true }).first().waitFor();
    await goto('/account');
    await page.getByRole('region', { name: 'Passkeys' }).getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('There are none. With one').waitFor();

    await context.clearCookies();
    await goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('alert').getByText('This passkey is not known here').waitFor();
    // That the server said no is no fault of the page.
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
    await context.close();
  });
});
