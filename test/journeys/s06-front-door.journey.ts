// The family of the Section I dispute finds us alone, on a telephone without script: the first screen is the contact, everything else can
// wait, and the desk sees it as a new contact at once.
import type { Page } from '@playwright/test';
import { open, typeDay } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-04-09T23:40' });

test('a contact from the public form, at night, on a small screen and without script', async ({
  page,
  browser,
  baseURL,
}) => {
  const family = await browser.newPage({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    bypassCSP: true,
  });
  const main = family.getByRole('main');
  const goOn = family.getByRole('button', { name: 'Go on' });
  let reference = '';

  await test.step('the first screen is sent without the name: it says what is missing and keeps what was typed', async () => {
    await family.goto('/ask');
    await family.getByRole('radio', { name: 'A parent or carer' }).check();
    await family.getByLabel('One way to reach you').fill('sarah@family.example');
    await family.getByRole('checkbox', { name: 'It is safe to leave a message' }).check();
    await typeDay(family, 'What date is printed on the council’s letter?', '2026-02-13');
    await family.getByRole('radio', { name: 'Yes, I wish to appeal' }).check();
    await family.getByRole('radio', { name: 'No, I do not want it' }).check();
    await family.getByRole('button', { name: 'Contact us now' }).click();
    await expect(family.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await expect(family.getByLabel('One way to reach you')).toHaveValue('sarah@family.example');
    await expect(family.getByRole('radio', { name: 'No, I do not want it' })).toBeChecked();
    await expectFits(family);
  });

  await test.step('with the name it is the contact, at 11.40pm on 9 April, four days before the two months end', async () => {
    await family.getByLabel('Your name').fill('Sarah Linton');
    await family.getByRole('button', { name: 'Contact us now' }).click();
    await expect(family.getByRole('heading', { name: 'You have contacted us' })).toBeVisible();
    await expect(main).toContainText('Thursday 9 April 2026 at 11.4');
    await expect(main).toContainText('You contacted us in time.');
    await expect(main).toContainText('Monday 13 April 2026');
    reference = ((await main.getByRole('heading', { level: 2 }).first().textContent()) ?? '').replaceAll(' ', '');
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    await expectFits(family);
  });

  await test.step('the rest is one question a page, and any of them may be left out', async () => {
    await family.getByRole('link', { name: 'Go on with a few questions' }).click();
    await family.getByRole('radio', { name: 'I am the mother or father' }).check();
    await goOn.click();
    await family.getByLabel('First names').fill('Maya');
    await family.getByLabel('Last name').fill('Linton');
    await goOn.click();
    await typeDay(family, /When was the child/, '2015-03-08');
    await goOn.click();
    await family.getByLabel('Which council sent the letter?').fill('Wirral Council');
    await goOn.click();
    await family.getByRole('radio', { name: /^Only the school or college in the plan/ }).check();
    await goOn.click();
    const printed = family.getByRole('group', { name: 'What date is printed on the letter?' });
    await expect(printed.getByLabel('Day')).toHaveValue('13');
    await goOn.click();
    await expect(family.getByRole('heading', { name: 'Can you show us the letter?' })).toBeVisible();
    await expectFits(family);
    await family.getByRole('link', { name: 'That is enough for now' }).click();
  });

  await test.step('it reads everything back, and then the answers are sent', async () => {
    await expect(family.getByRole('heading', { name: 'Please check what you told us' })).toBeVisible();
    for (const told of [
      'Maya Linton',
      'Sunday 8 March 2015',
      'Wirral Council',
      'Only the school or college in the plan',
    ])
      await expect(main).toContainText(told);
    await expectFits(family);
    await family.getByRole('button', { name: 'Send these answers' }).click();
    await expect(main).toContainText('We have your other answers too.');
    await expect(main).toContainText('Monday 13 April 2026');
    await expectFits(family);
  });

  await test.step('the desk sees a new contact, with its hour', async () => {
    await signInAs(page, 'Leah Brennan');
    const contact = page
      .locator('#new')
      .getByRole('listitem')
      .filter({ hasText: /web form\s*Thu 9 Apr 2026, 11:4\dpm/ });
    await expect(contact).toContainText('Sarah Linton');
    await expectAccessible(page);
    await contact.getByRole('link', { name: 'Sarah Linton' }).click();
    await page.waitForURL(`**/desk/cases/${reference}`);
    await expectAccessible(page);
  });

  await test.step('an adviser puts the answers into the case, and the road and its hard date appear', async () => {
    await open(page, `/desk/cases/${reference}/answers`);
    const cards = page.getByRole('main').getByRole('region');
    while ((await cards.count()) > 0) {
      const left = await cards.count();
      await cards.first().getByRole('button').first().click();
      await expect(cards).toHaveCount(left - 1);
    }
    await page.goto(`/desk/cases/${reference}`);
    await expect(page.getByRole('heading', { name: 'Maya Linton, 11' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Section I only: no certificate needed');
    await expect(page.getByRole('row', { name: /^Appeal, received by/ })).toContainText('Mon 13 Apr 2026, 5pm');
    await open(page, `/desk/cases/${reference}/history`);
    await expect(page.getByRole('main')).toContainText('Contact made by web form on Thursday 9 April 2026.');
  });

  await test.step('every page of the form is accessible', async () => {
    for (const address of ['/ask', '/ask/more/you', '/ask/more/decision', '/']) await open(page, address);
  });
});

/** Fails where something is wider than the screen. */
async function expectFits(page: Page): Promise<void> {
  const over = await page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(over, `pixels beyond the screen on ${page.url()}`).toBeLessThanOrEqual(0);
}
