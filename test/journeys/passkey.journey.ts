// A manager adds a passkey, signs in with it, and is asked for it again before anything that could harm a family; what she typed is kept.
import type { CDPSession, Page } from '@playwright/test';
import { open, signOut } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

// Browsers give passkeys to names, and to no number but this computer's own name.
test.use({
  at: '2026-04-28T09:30',
  baseURL: async ({ trial }, use) => use(trial.address.replace('127.0.0.1', 'localhost')),
});

interface Device {
  readonly devtools: CDPSession;
  readonly authenticatorId: string;
}

/** Gives a tab a device that makes and uses passkeys at a touch, with those that the device of another tab holds. */
async function deviceOf(page: Page, other?: Device): Promise<Device> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const held = await other?.devtools.send('WebAuthn.getCredentials', { authenticatorId: other.authenticatorId });
  for (const credential of held?.credentials ?? [])
    await devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
  return { devtools, authenticatorId };
}

test('a passkey is added, signs in, and confirms a correction', async ({ page }) => {
  const device = await deviceOf(page);
  let points = '';

  await test.step('Maeve adds a passkey in her settings', async () => {
    await signInAs(page, 'Maeve Donnelly');
    await open(page, '/desk/account');
    await page.getByLabel('What to call it').fill('work laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByRole('button', { name: 'Remove work laptop' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('she signs out, and signs in with it', async () => {
    await signOut(page);
    await open(page, '/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/desk');
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  });

  await test.step('a session that began without it is asked for it at once, and a correction then opens', async () => {
    await signInAs(page, 'Maeve Donnelly');
    await page.goto('/desk/certificates');
    await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page
      .getByRole('row', { name: /Agnieszka/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('link', { name: /^Correct/ }).click();
    await expect(page.getByRole('heading', { name: /^Correct certificate/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('she types a new address, and meanwhile signs in again in another tab, without the passkey', async () => {
    await page.goto('/desk/cases');
    await page
      .getByRole('row', { name: /Maja Róża/ })
      .getByRole('link')
      .click();
    await page.getByRole('link', { name: 'Ways to reach them' }).first().click();
    await page.getByRole('link', { name: 'Add or change' }).click();
    await expect(page.getByRole('button', { name: 'Save, and end their sessions' })).toBeVisible();
    await expectAccessible(page);
    points = page.url();
    await page.getByRole('radio', { name: /post/i }).check();
    await page.getByLabel('The number or the address').fill('7 Harbour Road\nHoylake\nCH47 0ZZ');
    await page.getByRole('radio', { name: 'Safe', exact: true }).check();
    const tab = await page.context().newPage();
    await signInAs(tab, 'Maeve Donnelly');
    await tab.close();
    await page.getByRole('button', { name: 'Save, and end their sessions' }).click();
  });

  await test.step('nothing is sent and nothing is lost: she confirms, comes back and goes on', async () => {
    await expect(page.getByText('Nothing has been sent yet, and nothing is lost.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('7 Harbour Road');
    await expectAccessible(page);
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: /^Confirm that it is you/ }).click();
    const tab = await opened;
    await deviceOf(tab, device);
    await tab.getByRole('button', { name: 'Use your passkey' }).click();
    await tab.waitForURL('**/desk');
    await tab.close();
    await page.getByRole('button', { name: 'I have done that: go on' }).click();
    const once = page.getByRole('button', { name: 'Send it now' });
    if (await once.isVisible()) await once.click();
    await expect(page.getByText(/The new way to reach them/)).toBeVisible();
    await expect(page.getByRole('main')).toContainText('7 Harbour Road');
    expect(points).toContain('/contact-points');
  });
});
