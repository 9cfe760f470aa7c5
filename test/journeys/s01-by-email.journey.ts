// The same refusal within one call and by e-mail, with the keyboard only: the letter, the sign-in link that is made on request and works
// once, the family's own page, its certificate and the PDF.
import { Keyboard } from './keyboard.ts';
import { bytesOf, examine } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-03-31T10:15' });

const address = 'hannah@family.example';

test('a certificate within one call, by keyboard, and the family reads it on its own page', async ({
  page,
  browser,
  baseURL,
}) => {
  const keys = new Keyboard(page);
  const family = await browser.newPage({ baseURL, bypassCSP: true, viewport: { width: 390, height: 844 } });
  let link = '';

  await test.step('Leah follows the call from the ring to the certificate without a mouse', async () => {
    await signInAs(page, 'Leah Brennan');
    await keys.press('F9');
    await keys.enter(page.getByRole('button', { name: 'Start the call' }));
    await expect(page.locator('#step-1 input').first()).toBeFocused(); // The page is ready for keys.
    await keys.press('1', 'F2');
    await keys.fill('Hannah', 'Okafor', '');
    await keys.press('1', 'Tab');
    await keys.fill('Tobi', 'Okafor-Lee', '14', '9', '2018', 'Wirral');
    await keys.press('F2');
    await keys.fill('07700 900124', address, '');
    await keys.press('1', '2', 'F2');
    await keys.fill('5', '3', '2026', 'Will not assess');
    await keys.press('Tab', 'Space', 'F2');
    await keys.press('1', '2', '3', '4', '5', '6', '7', '8', 'F2');
    await keys.press('1', 'F2');
    await keys.press('2', 'F2');
    await keys.press('1', '2');
    await expect(page.getByRole('button', { name: 'Issue certificate and send' })).toBeVisible();
    await expectAccessible(page);
    await keys.press('F8');
    await expect(page.getByRole('heading', { name: 'Certificate issued and sent by e-mail' })).toBeVisible();
    await expect(page.locator('#say')).toContainText('Tuesday 5 May 2026');
    await expectAccessible(page);
    expect(keys.presses, 'keys beyond the words typed').toBeLessThanOrEqual(90);
  });

  await test.step('the letter is in the outbox, with its papers, and says no name in its subject', async () => {
    await page.goto('/trial/outbox');
    await expectAccessible(page);
    const letter = page
      .getByRole('row')
      .filter({ hasText: address })
      .filter({ hasText: 'Certificate and covering letter' });
    await expect(letter).not.toContainText(/Okafor|Tobi/);
    await letter.getByRole('link').click();
    const paper = await examine(await bytesOf(page, page.getByRole('link', { name: 'Certificate, standard' })));
    expect(paper.seal).toContain('Signature is Valid');
    await expectAccessible(page);
  });

  await test.step('Hannah asks for a link on her telephone; an address that we do not know gets the same answer', async () => {
    for (const typed of ['nobody@family.example', address]) {
      await family.goto('/sign-in');
      await expectAccessible(family);
      await family.getByLabel('Your e-mail address').fill(typed);
      await family.getByRole('button', { name: 'Send me a link' }).click();
      await expect(family.getByRole('heading', { name: 'Look at your e-mail' })).toBeVisible();
    }
    await expectAccessible(family);
    await page.goto('/trial/outbox');
    const letters = page.getByRole('row').filter({ hasText: 'Sign-in link' });
    await expect(letters).toHaveCount(1);
    await letters.getByRole('link').click();
    link = (await page.getByRole('link', { name: /\/sign-in\/link\// }).getAttribute('href')) ?? '';
  });

  await test.step('her mail program opens the link twice before she does, and uses nothing up', async () => {
    for (let times = 0; times < 2; times += 1) expect((await page.request.get(link)).status()).toBe(200);
  });

  await test.step('she presses the button, says whose telephone it is, and sees where she is and her one next step', async () => {
    await family.goto(link);
    await expectAccessible(family);
    await family.getByRole('button', { name: 'Sign in' }).click();
    await expectAccessible(family);
    await family.getByRole('button', { name: 'Yes, only I use it' }).click();
    await expect(family.getByRole('heading', { name: 'Working things out for Tobi' })).toBeVisible();
    const main = family.getByRole('main');
    await expect(main).toContainText('Received by 5pm on');
    await expect(main).toContainText('Tuesday 5 May 2026');
    await expect(main).not.toContainText(/another month|one more month/i);
    await expectAccessible(family);
  });

  await test.step('she opens the certificate as a page, and as a PDF', async () => {
    await family.getByRole('link', { name: 'Open your certificate' }).click();
    await expect(family.getByRole('article', { name: 'Mediation certificate' })).toContainText('Tobi');
    await expectAccessible(family);
    const paper = await examine(
      await bytesOf(family, family.getByRole('link', { name: 'Certificate to print or send' })),
    );
    expect(paper.seal).toContain('Signature is Valid');
    expect(paper.words).toContain('Okafor-Lee');
  });

  await test.step('the link works once: afterwards it says so kindly', async () => {
    const elsewhere = await browser.newPage({ baseURL, bypassCSP: true });
    await elsewhere.goto(link);
    await expect(elsewhere.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
    await expect(elsewhere.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
    await expectAccessible(elsewhere);
    await elsewhere.close();
    await family.close();
  });
});
