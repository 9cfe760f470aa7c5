// Section I alone at a phase transfer, by keyboard: no certificate is needed and 13 April is the hard date; the next day sections B and F
// join it, and the certificate of 10 April rests on the contact of the day before.
import { Keyboard } from './keyboard.ts';
import { moveClock } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-04-09T11:00' });

test('only the school is disputed, and a day later what the plan says as well', async ({ page }) => {
  const keys = new Keyboard(page);
  let reference = '';

  await test.step('9 April: Sarah rings; she is unhappy with the named school alone', async () => {
    await signInAs(page, 'Leah Brennan');
    await keys.press('F9');
    await keys.enter(page.getByRole('button', { name: 'Start the call' }));
    await expect(page.locator('#step-1 input').first()).toBeFocused(); // The page is ready for keys.
    await keys.press('1', 'F2');
    await keys.fill('Sarah', 'Linton', '');
    await keys.press('1', 'Tab');
    await keys.fill('Maya', 'Linton', '8', '3', '2015', 'Wirral');
    await keys.press('F2');
    await keys.fill('07700 900172', 'sarah@family.example', '');
    await keys.press('1', '2', 'F2');
    await keys.fill('13', '2', '2026', 'School named');
    await keys.tick(page.getByRole('checkbox', { name: 'I have seen the letter' }));
    await keys.press('F2');
  });

  await test.step('the page says that no certificate is needed, why B and F may matter, and 13 April', async () => {
    const panel = page.locator('#panel');
    await expect(panel).toContainText('Section I only: no certificate needed');
    await expect(panel).toContainText('B and F may decide the placement');
    await expect(panel).toContainText('Mon 13 Apr 2026');
    await expect(panel).not.toContainText('Contact us by');
    await expectAccessible(page);
  });

  await test.step('she hears the information, wishes to appeal and not to mediate; the contact is recorded', async () => {
    await keys.press('1', '2', '3', '4', '5', '6', '7', '8', 'F2');
    await keys.press('1', 'F2');
    await keys.press('2', 'F2');
    await expect(page.getByRole('button', { name: 'End: no certificate needed' })).toBeVisible();
    await keys.press('F8');
    await expect(page.getByRole('heading', { name: 'No certificate needed' })).toBeVisible();
    await expect(page.locator('#say')).toContainText('Monday 13 April 2026');
    await expectAccessible(page);
    expect(keys.presses).toBeLessThanOrEqual(90);
    await keys.enter(page.getByRole('link', { name: 'Open the case' }));
    await expect(page.getByRole('heading', { name: 'Maya Linton, 11' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Section I only: no certificate needed');
    await expectAccessible(page);
    reference = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  });

  await test.step('10 April: she writes that B and F are wrong as well; the sections are changed, the contact is not', async () => {
    await moveClock(page, '2026-04-10T09:20');
    await signInAs(page, 'Leah Brennan'); // The session of the day before is over.
    await page.goto(`/desk/cases/${reference}`);
    await keys.enter(page.getByRole('link', { name: 'Change the decision' }));
    await expect(page.getByRole('heading', { name: 'The decision in the letter' })).toBeVisible();
    await expectAccessible(page);
    await keys.choose(page.getByRole('radio', { name: 'What the EHC plan says' }));
    for (const section of ['B: needs', 'F: provision', 'I: school or college'])
      await keys.tick(page.getByRole('checkbox', { name: section }));
    await keys.enter(page.getByRole('button', { name: 'Save the decision' }));
    await expect(page.getByText('The decision is recorded')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('sections B, F, I');
    await expect(page.getByRole('row', { name: /^Contact us by/ })).toContainText('done 9 Apr');
  });

  await test.step('she declines mediation by e-mail', async () => {
    await page.goto(`/desk/cases/${reference}/wishes`);
    await expectAccessible(page);
    await keys.choose(page.locator('#main').getByRole('radio', { name: 'Yes', exact: true }));
    await keys.choose(page.getByRole('radio', { name: 'No, they do not, or no longer, wish to mediate' }));
    await keys.choose(page.getByRole('radio', { name: 'By e-mail' }));
    await keys.enter(page.getByRole('button', { name: 'Save what they wish' }));
    await expect(page.getByText('What they wish is recorded.')).toBeVisible();
  });

  await test.step('the certificate is issued the same day, dated 10 April, and names the contact of 9 April', async () => {
    await page.goto(`/desk/cases/${reference}/certificate`);
    await expectAccessible(page);
    await expect(page.getByRole('main')).toContainText('Monday 11 May 2026'); // 10 May is a Sunday.
    await keys.choose(page.getByRole('radio', { name: 'Today by e-mail, dated Friday 10 April 2026' }));
    await keys.enter(page.getByRole('button', { name: 'Issue the certificate' }));
    await expect(page.getByText('The certificate is issued')).toBeVisible();
    const said = page.getByRole('article', { name: 'Mediation certificate' });
    await expect(said).toContainText('Friday 10 April 2026');
    await expect(said).toContainText(/Date adviser was contacted\s*Thursday 9 April 2026/);
    await expectAccessible(page);
  });

  await test.step('the timeline tells both decisions', async () => {
    await page.goto(`/desk/cases/${reference}/history`);
    await expect(page.getByRole('main')).toContainText('The school or college named in Section I');
    await expect(page.getByRole('main')).toContainText('What the EHC plan says');
    await expectAccessible(page);
  });
});
