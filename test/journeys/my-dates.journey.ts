// A parent works out the dates on a telephone without script, sees why, and sends the page to somebody who helps.
import { open, typeDay } from './steps.ts';
import { expect, expectAccessible, test } from './trial.ts';

test.use({ at: '2026-03-31T10:15' });

const telephone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

test('two dates with their reasons, on a small screen without script', async ({ page: desk, browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, ...telephone });
  const main = page.getByRole('main');

  await test.step('a form that is not finished answers 422, says what is missing, and keeps what was chosen', async () => {
    await page.goto('/my-dates');
    await page.getByRole('radio', { name: /^No to an assessment/ }).check();
    await typeDay(page, 'What date is printed on the letter?', '2026-02-31');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().isNavigationRequest()),
      page.getByRole('button', { name: 'Show my dates' }).click(),
    ]);
    expect(answer.status()).toBe(422);
    await expect(page.getByRole('alert')).toContainText('There is a problem');
    await expect(page.getByRole('radio', { name: /^No to an assessment/ })).toBeChecked();
    await expect(
      page.getByRole('group', { name: 'What date is printed on the letter?' }).getByLabel('Day'),
    ).toHaveValue('31');
  });

  await test.step('with a real date and an answer it gives the two dates', async () => {
    await typeDay(page, 'What date is printed on the letter?', '2026-03-05');
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByRole('button', { name: 'Show my dates' }).click();
    await expect(page.getByRole('heading', { name: 'Your appeal dates' })).toBeVisible();
    await expect(main).toContainText('Monday 27 April 2026');
    await expect(main).toContainText('Tuesday 5 May 2026');
    const over = await page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(over, 'pixels beyond the screen').toBeLessThanOrEqual(0);
  });

  await test.step('read aloud, the reason is the sum in its steps, then the calendar, then the rule', async () => {
    await expect(page.getByRole('region', { name: 'Received by 5pm on Tuesday 5 May 2026' })).toMatchAriaSnapshot(`
      - region "Received by 5pm on Tuesday 5 May 2026":
        - paragraph: Received by 5pm on
        - heading "Tuesday 5 May 2026" [level=2]
        - group:
          - text: Why this date?
          - list:
            - listitem: The letter is dated Thursday 5 March 2026.
            - listitem: "Count 2 months: go to the same day number, 5, in May. That is Tuesday 5 May 2026."
            - listitem: The appeal has to be with the Tribunal by 5pm on Tuesday 5 May 2026.
          - table "May 2026"
          - list "What the shapes mean"
          - term: The rule
          - definition: /Rules 2008 r\\.20\\(1\\)\\(c\\)/
          - term: Evidence
          - definition: /Grade A/
    `);
    await expect(page.getByRole('region', { name: 'Send it by Monday 27 April 2026' })).toMatchAriaSnapshot(`
      - list:
        - listitem: The appeal has to arrive by 5pm on Tuesday 5 May 2026.
        - listitem: /We count back 5 working days/
        - listitem: /Monday 4 May 2026 \\(Early May bank holiday\\)/
        - listitem: /Counting back/
        - listitem: So send it by Monday 27 April 2026.
    `);
  });

  await test.step('the calendar file holds both days', async () => {
    const link = page.getByRole('link', { name: 'Add to my calendar' });
    const file = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(file.headers()['content-type']).toContain('text/calendar');
    const text = await file.text();
    expect(text).toContain('20260427');
    expect(text).toContain('20260505');
    expect(text).toContain('BEGIN:VALARM');
  });

  await test.step('the address holds the answers: a helper who opens it sees the same page, and can print it', async () => {
    await open(desk, page.url());
    await expect(desk.getByRole('main')).toContainText('Tuesday 5 May 2026');
    await expect(desk.getByRole('button', { name: /Print/ })).toBeVisible();
    expect(page.url()).not.toMatch(/name|born|birth/);
  });

  await test.step('a request starts from here with the letter’s date kept', async () => {
    await page.getByRole('link', { name: 'Start a request' }).click();
    const printed = page.getByRole('group', { name: 'What date is printed on the council’s letter?' });
    await expect(printed.getByLabel('Day')).toHaveValue('5');
    await expect(printed.getByLabel('Month')).toHaveValue('3');
    await open(desk, page.url());
    await open(desk, '/my-dates');
    await open(desk, '/my-dates?kind=refuse-to-assess&dated=2026-03-05&contact=no');
    await open(desk, '/what-can-i-do');
    await expectAccessible(desk);
  });
});
