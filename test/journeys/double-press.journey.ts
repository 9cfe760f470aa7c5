// Two people press *issue* at the same moment and one certificate comes of it; and a form that outlived its session keeps what was typed.
import { open, signOut } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-04-21T10:00' });

test('two presses make one certificate, and a sign-out loses nothing', async ({ page, browser, baseURL }) => {
  const colleague = await browser.newPage({ baseURL, bypassCSP: true });
  let address = '';

  await test.step('Dana and Maeve both have Neil’s certificate before them', async () => {
    await signInAs(page, 'Dana Whitfield');
    address =
      (await page
        .getByRole('link', { name: /Josie Farr/ })
        .first()
        .getAttribute('href')) ?? '';
    await signInAs(colleague, 'Maeve Donnelly');
    for (const desk of [page, colleague]) {
      await desk.goto(`${address}/certificate`);
      await desk.getByRole('radio', { name: /^Today by e-mail/ }).check();
    }
    await expectAccessible(page);
  });

  await test.step('they press at once: both are shown the same certificate, and there is one', async () => {
    const press = (desk: typeof page) => desk.getByRole('button', { name: 'Issue the certificate' }).click();
    await Promise.all([press(page), press(colleague)]);
    const numbers = [];
    for (const desk of [page, colleague]) {
      await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
      await open(desk, address);
      const said = await desk.locator('#happened').innerText();
      expect(said.match(/Certificate issued, dated Tuesday 21 April 2026/g)).toHaveLength(1);
      const link = desk.locator('#next').getByRole('listitem').filter({ hasText: 'Certificate of Tue 21 Apr 2026' });
      numbers.push(await link.getByRole('link').getAttribute('href'));
    }
    expect(new Set(numbers).size).toBe(1);
    await page.goto('/desk/certificates');
    await expect(page.getByRole('row', { name: /Neil Farr/ })).toHaveCount(1);
  });

  await test.step('Dana types words into a form, and signs out in another tab', async () => {
    await page.goto(`${address}/child`);
    await page.getByLabel('School or college').fill('Beacon Lane Primary School');
    const tab = await page.context().newPage();
    await signOut(tab);
    await tab.close();
  });

  await test.step('the form she sends then says that nothing was sent and nothing is lost', async () => {
    await page.getByRole('button', { name: 'Save the details' }).click();
    await expect(page.getByText('Nothing has been sent yet, and nothing is lost.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Beacon Lane Primary School');
    await expectAccessible(page);
  });

  await test.step('she signs in in another tab, presses again, and the words are saved', async () => {
    const tab = await page.context().newPage();
    await signInAs(tab, 'Dana Whitfield');
    await tab.close();
    await page.getByRole('button', { name: 'I have done that: go on' }).click();
    const once = page.getByRole('button', { name: 'Send it now' });
    if (await once.isVisible()) await once.click();
    await expect(page.getByText('It is changed in the record. The certificate says what it said before')).toBeVisible();
    await page.goto(`${address}/child`);
    await expect(page.getByLabel('School or college')).toHaveValue('Beacon Lane Primary School');
    await colleague.close();
  });
});
