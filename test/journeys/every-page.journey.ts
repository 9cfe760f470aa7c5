// Every page that a family can meet, looked at for accessibility faults on the narrowest screen (320 pixels, as much as a wide one at 400%).
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-06-10T10:15', viewport: { width: 320, height: 640 } });

const PUBLIC = [
  '/',
  '/accessibility',
  '/after-the-certificate',
  '/api',
  '/ask',
  '/ask?want=call-back',
  '/check',
  '/complaints',
  '/confidentiality',
  '/contact',
  '/disagreement-resolution',
  '/early-resolution',
  '/easy-read',
  '/how-it-works',
  '/languages',
  '/mediation',
  '/my-dates',
  '/my-dates?kind=placement&dated=2026-03-02&contact=no',
  '/my-dates?kind=refuse-to-issue&dated=2026-03-02&contact=yes&contacted=2026-04-01',
  '/nothing-is-here',
  '/placement-only',
  '/privacy',
  '/sign-in',
  '/sign-in/link/nothing',
  '/the-difference',
  '/the-meeting',
  '/young-people',
] as const;

const QUESTIONS = [
  'you',
  'permission',
  'name',
  'birth-date',
  'council',
  'decision',
  'letter-date',
  'letter',
  'reaching-you',
  'what-you-need',
  'in-your-words',
  'your-wish',
] as const;

test('no fault and nothing beyond the edge, on any page before signing in and on the family’s own', async ({
  page,
}) => {
  await test.step('the public pages', async () => {
    for (const address of PUBLIC) await look(page, address);
  });

  await test.step('the form of somebody who helps, from the first screen to the last', async () => {
    await page.goto('/ask');
    await page.getByRole('radio', { name: 'Somebody who helps the family' }).check();
    await page.getByLabel('Your name').fill('Ros Quill');
    await page.getByLabel('One way to reach you').fill('07700 900123');
    await page.getByRole('radio', { name: 'Yes, I wish to appeal' }).check();
    await page.getByRole('radio', { name: 'Yes, I want mediation' }).check();
    await page.getByRole('button', { name: 'Contact us now' }).click();
    for (const slug of QUESTIONS) await look(page, `/ask/more/${slug}`);
    for (const address of ['/ask/done', '/ask/letter', '/ask/check', '/ask/save']) await look(page, address);
  });

  await test.step('refusals', async () => {
    await page.goto('/ask/more/permission');
    await page.getByRole('button', { name: 'Go on' }).click();
    await fits(page);
    await page.goto('/ask/save');
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await fits(page);
  });

  await test.step('the family’s own pages', async () => {
    await signInAs(page, 'Agnieszka');
    const links = await page.getByRole('main').getByRole('link').all();
    const own = await Promise.all(links.map((link) => link.getAttribute('href')));
    const pages = own.filter((href) => href?.startsWith('/my-case') && !/\/papers\/|#/.test(href));
    expect(pages.length).toBeGreaterThan(3);
    for (const address of new Set(['/my-case', ...pages, '/sign-in/sessions'])) await look(page, address ?? '');
  });
});

/** Opens a page, and fails with what is wrong on it. */
async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await fits(page);
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page);
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(over, `pixels beyond the edge of ${page.url()}`).toBeLessThanOrEqual(0);
}
