// "What can I do?" on a telephone without script, and as a screen reader reads it: a few questions, one road, every date named by what it is.
import { typeDay } from './steps.ts';
import { expect, expectAccessible, test } from './trial.ts';

test.use({ at: '2026-06-10T10:15' });

test('from a worry to a road and its dates, on a small screen without script', async ({
  page: seen,
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const main = page.getByRole('main');
  const goOn = page.getByRole('button', { name: 'Continue' });

  await test.step('read aloud, a question is a group with its heading, and each answer says what it means', async () => {
    await page.goto('/what-can-i-do');
    await expect(main).toMatchAriaSnapshot(`
      - paragraph: /What can I do\\? Part 1 of \\d/
      - group "What has happened?":
        - heading "What has happened?" [level=1]
        - radio "The council sent a decision letter about an assessment or a plan"
    `);
    await goOn.click();
    await expect(page.getByRole('alert')).toContainText('There is a problem');
  });

  await test.step('the answers lead to the road; the date of the letter may be left out, and is given here', async () => {
    await page.getByRole('radio', { name: /^The council sent a decision letter/ }).check();
    await goOn.click();
    await page.getByRole('radio', { name: /^No to an assessment/ }).check();
    await goOn.click();
    await typeDay(page, 'What date is printed on the letter?', '2026-06-01');
    await goOn.click();
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await goOn.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('each date is a region named by what must happen, the day before the weekend first', async () => {
    await expect(main).toContainText('Friday 31 July 2026');
    await expect(main).toMatchAriaSnapshot(`
      - region "The last day in law to contact an adviser Saturday 1 August 2026"
      - region "Send it by Monday 24 August 2026"
      - region "Received by 5pm on Tuesday 1 September 2026"
      - region "Do I need a mediation certificate?":
        - heading "Do I need a mediation certificate?" [level=2]
        - paragraph: You need a mediation certificate before you can appeal. You get one whether you mediate or not.
    `);
    const over = await page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(over, 'pixels beyond the screen').toBeLessThanOrEqual(0);
    await seen.goto(page.url());
    await expectAccessible(seen);
  });

  await test.step('a request starts from it, with the date and the wish kept', async () => {
    await page.getByRole('link', { name: 'Just the certificate' }).click();
    await expect(page.getByRole('radio', { name: 'No, I do not want it' })).toBeChecked();
    await expect(
      page.getByRole('group', { name: 'What date is printed on the council’s letter?' }).getByLabel('Day'),
    ).toHaveValue('1');
  });
});
