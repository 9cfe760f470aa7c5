// A letter photographed with a telephone at night, from the picture to the certificate: read in the background, confirmed by the family without
// script, looked at again by the adviser beside the picture, and then in the certificate as the family's own letter.
import { fileURLToPath } from 'node:url';
import { open } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-06-24T21:05' });

const photograph = fileURLToPath(new URL('../../src/documents/fixtures/letter.heic', import.meta.url));

test('a photographed letter, from the picture to the certificate', async ({ page, browser, baseURL }) => {
  const family = await browser.newPage({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    bypassCSP: true,
  });
  const main = family.getByRole('main');
  const goOn = family.getByRole('button', { name: 'Go on' });
  let reference = '';

  await test.step('contact first, without the date: the letter lies on the table, and the page promises nothing it cannot know', async () => {
    await family.goto('/ask');
    await family.getByRole('radio', { name: 'A parent or carer' }).check();
    await family.getByLabel('Your name').fill('Hannah Okafor');
    await family.getByLabel('One way to reach you').fill('hannah@family.example');
    await family.getByRole('checkbox', { name: 'It is safe to leave a message' }).check();
    await family.getByRole('radio', { name: 'Yes, I wish to appeal' }).check();
    await family.getByRole('radio', { name: 'No, I do not want it' }).check();
    await family.getByRole('button', { name: 'Contact us now' }).click();
    await expect(main).toContainText('Most appeals need a mediation certificate');
    await expect(main).not.toContainText('Received by 5pm');
    reference = ((await main.getByRole('heading', { level: 2 }).first().textContent()) ?? '').replaceAll(' ', '');
  });

  await test.step('a photograph as the telephone made it; the page says that it is being read, and looks again by itself', async () => {
    await family.goto('/ask/more/name');
    await family.getByLabel('First names').fill('Tobi');
    await family.getByLabel('Last name').fill('Okafor');
    await goOn.click();
    await family.goto('/ask/more/letter');
    await family.getByRole('radio', { name: 'Yes, I will add a photograph or a PDF now' }).check();
    await goOn.click();
    await family.getByLabel('A photograph or a PDF').setInputFiles(photograph);
    await family.getByRole('button', { name: 'Send the letter' }).click();
    await expect(main).toContainText('We have your letter.');
    await expect(main).toContainText('We think it says', { timeout: 20_000 });
  });

  await test.step('it shows what was read beside the picture, chosen by nobody yet; she says that it is right', async () => {
    const picture = family.getByRole('img', { name: 'The first page of your letter' });
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(500);
    for (const read of ['Wednesday 10 June 2026', 'Wirral Council', 'No to an assessment'])
      await expect(main).toContainText(read);
    await expect(family.getByRole('radio', { checked: true })).toHaveCount(0);
    await open(page, '/ask/letter');
    await family.getByRole('radio', { name: 'Yes, that is what it says' }).check();
    await goOn.click();
    await family.goto('/ask/check');
    for (const told of ['Tobi Okafor', 'Wednesday 10 June 2026', 'Wirral Council', 'No to an assessment'])
      await expect(main).toContainText(told);
    await family.getByRole('button', { name: 'Send these answers' }).click();
    await expect(main).toContainText('An appeal needs a mediation certificate');
    await expect(main).toContainText('Tuesday 1 September 2026'); // 10 August, moved by the Tribunal's August.
    await expect(main).toContainText('The last day is Monday 10 August 2026'); // And not moved for the contact.
  });

  await test.step('Leah sees the picture beside the decision and says that the letter says so', async () => {
    await signInAs(page, 'Leah Brennan');
    await open(page, `/desk/cases/${reference}/papers`);
    await expect(page.getByRole('main')).toContainText('Wednesday 10 June 2026');
    await open(page, `/desk/cases/${reference}/answers`);
    await expect(page.getByRole('img', { name: /^The first page of the letter/ })).toBeVisible();
    await page.getByRole('button', { name: 'The letter says so: put it in the case' }).click();
    const cards = page.getByRole('main').getByRole('region');
    while ((await cards.count()) > 0) {
      const left = await cards.count();
      await cards.first().getByRole('button').first().click();
      await expect(cards).toHaveCount(left - 1);
    }
  });

  await test.step('she gives the information, and the certificate names the letter’s own date', async () => {
    await page.goto(`/desk/cases/${reference}/information`);
    await page.getByRole('radio').first().check();
    for (const tick of await page.getByRole('list').getByRole('checkbox').all()) await tick.check();
    await page.getByRole('button', { name: 'Save, and take their wishes' }).click();
    await page.locator('#main').getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByRole('radio', { name: 'No, they do not, or no longer, wish to mediate' }).check();
    await page.getByRole('radio', { name: 'By e-mail' }).check();
    await page.getByRole('button', { name: 'Save what they wish' }).click();
    await open(page, `/desk/cases/${reference}/certificate`);
    await page.getByRole('radio', { name: /^Today by e-mail/ }).check();
    await page.getByRole('button', { name: 'Issue the certificate' }).click();
    await expect(page.getByText('The certificate is issued')).toBeVisible();
    const said = page.getByRole('article', { name: 'Mediation certificate' });
    await expect(said).toContainText('Wednesday 10 June 2026');
    await expect(said).toContainText('Wednesday 24 June 2026');
    await expect(said).toContainText(/First names of the child\s*Tobi/);
    await expect(said).not.toContainText(/not seen/i);
    await expectAccessible(page);
  });
});
