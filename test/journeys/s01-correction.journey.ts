// A certificate is corrected after the family has it: the family's page shows version 2 with the same date, and version 1 cannot be opened any
// more. Then those who have no business with it: the council's officer and a SENDIASS worker learn nothing, not even that there is a case.
import type { Page } from '@playwright/test';
import { bytesOf, examine, typeDay } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-06-10T10:15' });

const officer = 'priya.shah@council.example';
const worker = 'ros.quill@sendiass.example';

test('version 1 is refused to the family, and everything to those who may not see it', async ({
  page,
  browser,
  baseURL,
}) => {
  const family = await browser.newPage({ baseURL, bypassCSP: true, viewport: { width: 390, height: 844 } });
  const certificate = family.getByRole('article', { name: 'Mediation certificate' });
  let number = '';
  let old = '';

  await test.step('Agnieszka opens her certificate, and keeps the address of its PDF', async () => {
    await signInAs(family, 'Agnieszka');
    await family.getByRole('link', { name: 'Open your certificate' }).click();
    await expect(certificate).toContainText('Wednesday 3 June 2026');
    const pdf = family.getByRole('link', { name: 'Certificate to print or send' });
    old = (await pdf.getAttribute('href')) ?? '';
    expect((await examine(await bytesOf(family, pdf))).words).toContain('14 March 2018');
    number =
      /Certificate number\s*([0-9A-Z]{4}) ([0-9A-Z]{4})/
        .exec(await certificate.innerText())
        ?.slice(1)
        .join('') ?? '';
    expect(number).toHaveLength(8);
  });

  await test.step('the birth date is wrong: Leah corrects it, and the date of the certificate stays', async () => {
    await signInAs(page, 'Leah Brennan');
    await page.goto(`/desk/certificates/${number}/correction`);
    await page.getByRole('button', { name: 'Confirm without a passkey (trial only)' }).click();
    await page.getByRole('link', { name: 'Change the date of birth' }).click();
    await typeDay(page, 'Date of birth', '2018-03-15');
    await page.getByRole('button', { name: 'Save the details' }).click();
    await page.getByRole('button', { name: 'Make version 2 and send it' }).click();
    await expect(page.getByText('The correction is made')).toBeVisible();
  });

  await test.step('her page shows version 2 and says so; the PDF of version 1 is not there any more', async () => {
    const pdf = family.getByRole('link', { name: 'Certificate to print or send' });
    await expect(async () => {
      await family.reload();
      await expect(pdf).toBeVisible({ timeout: 1 }); // It is made in the background.
    }).toPass();
    await expect(family.getByRole('main')).toContainText('This certificate was corrected.');
    await expect(certificate).toContainText('15 March 2018');
    await expect(certificate).toContainText('Wednesday 3 June 2026');
    await expectAccessible(family);
    const paper = await examine(await bytesOf(family, pdf));
    expect(paper.words).toContain('15 March 2018');
    expect((await family.request.get(old)).status()).toBe(404);
  });

  await test.step('a SENDIASS worker of the same house asks through the form about the same child, and hears nothing of the case', async () => {
    const colleague = await browser.newPage({ baseURL, javaScriptEnabled: false });
    await colleague.goto('/ask');
    await colleague.getByRole('radio', { name: 'I work with the family' }).check();
    await colleague.getByLabel('Your name').fill('Ros Quill');
    await colleague.getByLabel('One way to reach you').fill(worker);
    await colleague.getByRole('checkbox', { name: 'It is safe to leave a message' }).check();
    await colleague.getByRole('radio', { name: 'I am not sure' }).first().check();
    await colleague.getByRole('radio', { name: 'I am not sure' }).last().check();
    await colleague.getByRole('button', { name: 'Contact us now' }).click();
    await colleague.goto('/ask/more/name');
    await colleague.getByLabel('First names').fill('Maja Róża');
    await colleague.getByLabel('Last name').fill('Wójcik-Śliwińska');
    await colleague.getByRole('button', { name: 'Go on' }).click();
    await colleague.goto('/ask/check');
    await colleague.getByRole('button', { name: 'Send these answers' }).click();
    await expect(colleague.getByRole('main')).not.toContainText(/already|3 June|Agnieszka/);
    for (const closed of ['/desk/search?q=Maja', '/my-case', old]) {
      await colleague.goto(closed);
      await expect(colleague).toHaveURL(/\/sign-in/);
    }
    await colleague.close();
  });

  await test.step('neither she nor the council’s officer can sign in: the answer is everybody’s answer, and no link is sent', async () => {
    const stranger = await browser.newPage({ baseURL });
    for (const address of [officer, worker]) {
      await stranger.goto('/sign-in');
      await stranger.getByLabel('Your e-mail address').fill(address);
      await stranger.getByRole('button', { name: 'Send me a link' }).click();
      await expect(stranger.getByRole('heading', { name: 'Look at your e-mail' })).toBeVisible();
    }
    await stranger.close();
    await page.goto('/trial/outbox');
    await expect(letters(page, officer)).toHaveCount(0);
    await expect(letters(page, worker)).toHaveCount(1); // That she contacted us, and nothing else.
    await expect(letters(page, worker)).toContainText('You have contacted us');
  });
});

/** The letters to an address in the outbox. */
const letters = (page: Page, address: string) => page.getByRole('row').filter({ hasText: address });
