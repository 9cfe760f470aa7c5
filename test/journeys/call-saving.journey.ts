// What the call page does while it is typed in: it says what is wrong once a step is left, never moves under the mouse, keeps every word
// over a server that dies and a session that ends, and says so.
import { rmSync } from 'node:fs';
import { test } from '@playwright/test';
import { Keyboard } from './keyboard.ts';
import { beginCall, signOut } from './steps.ts';
import { expect, signInAs, startTrial } from './trial.ts';

test('a slip, a click, a server that dies and a session that ends: nothing that was typed is lost', async ({
  browser,
}) => {
  let trial = await startTrial({ at: '2026-03-31T10:15' });
  const context = await browser.newContext({ baseURL: trial.address });
  const page = await context.newPage();
  const keys = new Keyboard(page);
  const says = page.locator('#saved');
  const aloud = page.locator('#saved-aloud');
  await signInAs(page, 'Leah Brennan');
  await beginCall(page);
  await expect(page.locator('#step-1 input').first()).toBeFocused();
  await keys.press('1', 'F2');
  await keys.fill('Hannah', 'Okafor');

  await test.step('a day that is none was saved while somebody was in its field, and is told when they leave it', async () => {
    await page.locator('#dated-day').focus();
    await keys.fill('31', '2', '2026');
    await expect(says).toContainText('✓ Saved');
    await expect(aloud).toContainText('Step 4, Letter: February has only 28 days');
    await keys.press('F2');
    await expect(page.locator('#step-4')).toContainText('February has only 28 days');
  });

  await test.step('a button of the mouse that is held keeps the page still, and the click lands where it began', async () => {
    await page.locator('#dated-day').fill('5');
    await page.locator('#dated-month').fill('3');
    await page.getByLabel('Decision', { exact: true }).selectOption({ index: 1 });
    const unsure = page.locator('#step-6 label').filter({ hasText: 'Not sure' });
    await unsure.scrollIntoViewIfNeeded();
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/draft'));
    await unsure.hover();
    await page.mouse.down();
    await saved;
    await page.mouse.up();
    await expect(page.getByRole('radio', { name: 'Not sure' })).toBeChecked();
    await expect(page.locator('details#step-4')).toBeVisible();
    await expect(page.locator('#panel')).toContainText('Mediation, certificate needed');
    await expect(aloud).toContainText('Road: Mediation, certificate needed');
  });

  await test.step('the server dies in the middle of a word; the page says so, and saves once it is back', async () => {
    const { folder } = trial;
    const port = new URL(trial.address).port;
    await trial.stop('SIGKILL');
    await page.locator('#phone').fill('07700 900123');
    await expect(says).toHaveText('Not saved. Your answers are still on this page; we try again.');
    await expect(aloud).toHaveText('Not saved. Your answers are still on this page; we try again.');
    trial = await startTrial({ folder, port: Number(port) });
    await expect(says).toContainText('✓ Saved', { timeout: 60_000 });
    await expect(aloud).toContainText('Road: Mediation, certificate needed');
    await page.reload();
    await expect(page.locator('#phone')).toHaveValue('07700 900123');
    await expect(page.locator('#panel')).toContainText('Mediation, certificate needed');
  });

  await test.step('signed out in another window: the page says so, and what was typed comes through the sign-in', async () => {
    const other = await context.newPage();
    await signOut(other);
    await page.locator('#childLastName').fill('Okafor-Bell');
    await expect(says).toContainText('Not saved: you are signed out.');
    await signInAs(other, 'Leah Brennan');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Send it now' }).click();
    await expect(page.locator('#childLastName')).toHaveValue('Okafor-Bell');
    await expect(page.locator('#phone')).toHaveValue('07700 900123');
  });

  await context.close();
  await trial.stop();
  rmSync(trial.folder, { recursive: true, force: true });
});
