// A manager adds a bank holiday: the page shows exactly the dates that move, they move when it is saved, and each case tells why.
import { open, typeDay } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-03-31T14:00' });

test('a new bank holiday shows what it moves before it moves anything', async ({ page }) => {
  const rows = page
    .getByRole('table', { name: 'Dates of open cases that would move' })
    .getByRole('rowgroup')
    .last()
    .getByRole('row');
  let mover = '';
  let due = 0;

  await test.step('Sarah’s Section I dispute needs no certificate: she declines, and none is due', async () => {
    await signInAs(page, 'Maeve Donnelly');
    await open(page, '/desk/cases');
    await page
      .getByRole('row', { name: /Maya Linton/ })
      .getByRole('link')
      .click();
    await page.waitForURL(/cases\/\w{8}$/);
    await page.goto(`${page.url()}/wishes`);
    await page.getByRole('radio', { name: 'No, they do not, or no longer, wish to mediate' }).check();
    await page.getByRole('radio', { name: 'By telephone' }).check();
    await page.getByRole('button', { name: 'Save what they wish' }).click();
    await expect(page.getByText('What they wish is recorded.')).toBeVisible();
  });

  await test.step('before it, Hannah’s certificate is due by Thursday 2 April', async () => {
    await page.goto('/desk');
    due = await page.getByRole('row', { name: /Thu 2 Apr 2026 Issue the certificate/ }).count();
    const hannah = page.getByRole('row', { name: /Tobi Okafor/ });
    await expect(hannah).toContainText('Thu 2 Apr 2026');
    mover = (await hannah.locator('[data-opens]').getAttribute('href')) ?? '';
  });

  await test.step('the second of April becomes a holiday: only dates that are counted over it would move, and nothing is saved yet', async () => {
    await open(page, '/desk/settings/holidays');
    const add = page.locator('#add');
    await typeDay(add, 'Which day?', '2026-04-02');
    await add.getByLabel('What is it called?').fill('A day of thanksgiving');
    await add.getByRole('button', { name: 'See what would move' }).click();
    await expect(page.getByRole('heading', { name: 'What would move' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Thursday 2 April 2026');
    await expectAccessible(page);
    const hannah = rows.filter({ has: page.locator(`a[href="${mover}"]`) });
    await expect(hannah).toHaveCount(1);
    await expect(hannah).toContainText('Issue the certificate by');
    await expect(hannah).toContainText('Thursday 2 April 2026');
    await expect(hannah).toContainText('Tuesday 7 April 2026');
    expect(due).toBeGreaterThan(0);
    await expect(rows.filter({ hasText: 'Issue the certificate by' })).toHaveCount(due);
  });

  await test.step('the desk still shows the old date, until it is saved', async () => {
    const desk = await page.context().newPage();
    await desk.goto('/desk');
    await expect(desk.getByRole('row', { name: /Tobi Okafor/ })).toContainText('Thu 2 Apr 2026');
    await desk.close();
  });

  await test.step('saved, the date has moved, and the case tells the old day, the new one and the reason', async () => {
    await page.getByRole('button', { name: 'Save, and move these dates' }).click();
    await expect(page.getByText('Saved. The dates that moved are told in their cases.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Bank holidays in 2026' })).toContainText('A day of thanksgiving');
    await expectAccessible(page);
    await page.goto('/desk');
    await expect(page.getByRole('row', { name: /Tobi Okafor/ })).toContainText('Tue 7 Apr 2026');
    await open(page, mover);
    await expect(page.locator('#happened')).toContainText(/Thursday 2 April 2026.*Tuesday 7 April 2026/);
    await expect(page.locator('#happened')).toContainText(/bank holiday/i);
  });
});
