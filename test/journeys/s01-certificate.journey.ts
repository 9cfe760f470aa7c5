// A refusal to assess, by telephone and by post: Hannah does not want mediation, her certificate is posted the next day in large print,
// its birth date turns out to be wrong and is corrected, and at no point does it seem to give her another month.
import { beginCall, bytesOf, check, drop, examine, moveClock, numberAndCode, typeDay } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-03-31T10:15' });

test('from the call to the correction, by telephone and post', async ({ page }) => {
  let reference = '';
  let number = '';
  let code = '';
  let first: Buffer = Buffer.alloc(0);

  await test.step('31 March, 10:15: Hannah rings, with the letter of 5 March in her hand', async () => {
    await signInAs(page, 'Leah Brennan');
    await expectAccessible(page);
    await beginCall(page);
    const call = page.getByRole('form', { name: 'The call' });
    await call.getByRole('radio', { name: 'Mediation or certificate' }).check();
    await call.getByLabel('Caller’s first names').fill('Hannah');
    await call.getByLabel('Last name', { exact: true }).fill('Okafor');
    await call.getByRole('radio', { name: 'Parent', exact: true }).check();
    await call.getByLabel('Child’s first names').fill('Tobi');
    await call.getByLabel('Child’s last name').fill('Okafor');
    await typeDay(call, 'Born', '2018-09-04'); // It is the 14th: misheard, and corrected on 2 April.
    await call.getByLabel('Council on the letter').selectOption('Wirral Council');
    await call.getByLabel('On this number').fill('07700 900123');
    await call.getByRole('checkbox', { name: 'Voicemail' }).check();
    await call.getByRole('checkbox', { name: 'Post', exact: true }).check();
    await call.getByText('Post, quiet hours, interpreter, format, needs').click();
    await call.getByLabel('Postal address').fill('14 Example Road\nBirkenhead\nCH41 0ZZ');
    await call.getByRole('checkbox', { name: '16 point print' }).check();
    await typeDay(call, 'Date printed on the letter', '2026-03-05');
    await call.getByLabel('Decision', { exact: true }).selectOption('Will not assess');
    await call.getByRole('checkbox', { name: 'I have seen the letter' }).check();
  });

  await test.step('the road, the dates and their reasons stand beside the call while it lasts', async () => {
    const panel = page.locator('#panel');
    await expect(panel).toContainText('Mediation, certificate needed');
    await expect(panel).toContainText('this call is in time');
    await expect(panel).toContainText('Tue 5 May 2026');
    await expect(panel).toContainText('Tue 7 Apr 2026'); // Good Friday and Easter Monday do not count.
    await expect(panel).not.toContainText('1 May 2026');
    await expectAccessible(page);
  });

  await test.step('Leah gives the information, and Hannah wants to appeal and not to mediate', async () => {
    const said = page.getByRole('group', { name: 'What you said' }).getByRole('checkbox');
    for (const tick of await said.all()) await tick.check();
    await page.getByRole('group', { name: 'Wishes to appeal' }).getByRole('radio', { name: 'Yes' }).check();
    await page
      .getByRole('group', { name: 'Wishes to mediate' })
      .getByRole('radio', { name: 'No, certificate' })
      .check();
    await expect(page.locator('#read-back')).toContainText('Okafor');
    await page.getByLabel('Names and dates are right').check();
    await page.getByRole('button', { name: 'Prepare certificate for the post' }).click();
    await expect(page.getByRole('heading', { name: 'Certificate ready to print and post' })).toBeVisible();
    await expect(page.locator('#say')).toContainText('Tuesday 5 May 2026');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Open the case' }).click();
    await expectAccessible(page);
    reference = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  });

  await test.step('1 April: Tom dates it that day, prints it in large print, posts it and says so', async () => {
    await moveClock(page, '2026-04-01T09:30');
    await signInAs(page, 'Tom Hale');
    const pack = page.locator('#post').getByRole('row').filter({ hasText: 'Certificate and covering letter' });
    await pack.getByRole('link', { name: /^Print and post/ }).click();
    await expectAccessible(page);
    await expect(page.locator('#to')).toContainText(/14 Example Road\s+Birkenhead\s+CH41 0ZZ/);
    await page.getByRole('button', { name: 'Date it today' }).click();
    await expect(page.getByText('The certificate is dated today, and its papers are made again.')).toBeVisible();
    await expectAccessible(page);
    await expect(page.locator('#certificate')).toContainText('Wed 1 Apr 2026');
    const sheets = await examine(await bytesOf(page, page.getByRole('link', { name: 'All in one, for the printer' })));
    expect(sheets.words).toContain('Wednesday 1 April 2026');
    expect(sheets.words).toMatch(/Tuesday\s+5 May 2026/);
    await page.getByRole('button', { name: 'Mark it as posted' }).click();
    await expect(page.getByText('Marked as posted.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the case and the certificate are dated 1 April; the appeal is due by 5 May and not by 1 May', async () => {
    await page.goto(`/desk/cases/${reference}`);
    const appeal = page.getByRole('row', { name: /^Appeal, received by/ });
    await expect(appeal).toContainText('Tue 5 May 2026, 5pm');
    await expect(page.getByRole('row', { name: /\b1 May 2026/ })).toHaveCount(0);
    await page
      .locator('#next')
      .getByRole('listitem')
      .filter({ hasText: 'Certificate of Wed 1 Apr 2026' })
      .getByRole('link')
      .click();
    await expectAccessible(page);
    await expect(page.locator('#about')).toContainText('Wed 1 Apr 2026');
    [number, code] = await numberAndCode(page);
    first = await bytesOf(page, page.getByRole('link', { name: /^Large print, PDF.*version 1/ }));
    const paper = await examine(first);
    expect(paper.seal).toContain('Signature is Valid');
    expect(paper.about).toMatch(/^Tagged:\s+yes$/m);
    expect(paper.title).not.toMatch(/Okafor|Hannah|Tobi/);
    expect(paper.words).toContain('4 September 2018');
    expect(paper.words).toMatch(/Wednesday\s+1 April 2026/); // Not the pack of 31 March, which nobody posted.
  });

  await test.step('anybody can check it, and learns nothing about a person', async () => {
    await check(page, number, code);
    await expect(page.getByRole('heading', { name: 'This certificate is genuine' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Wednesday 1 April 2026');
    await expect(page.getByRole('main')).not.toContainText(/Okafor|Hannah|Tobi|Wirral Council/);
    await drop(page, first);
    await expect(page.getByRole('heading', { name: 'This certificate is genuine' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('2 April: Hannah rings, the birth date is wrong; Leah confirms that it is her, and corrects it', async () => {
    await moveClock(page, '2026-04-02T11:00');
    await signInAs(page, 'Leah Brennan');
    await page.goto(`/desk/certificates/${number.replace(' ', '')}/correction`);
    await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Confirm without a passkey (trial only)' }).click();
    await expect(page.getByRole('table', { name: 'Nothing differs yet' })).toBeVisible();
    await page.getByRole('link', { name: 'Change the date of birth' }).click();
    await expectAccessible(page);
    await typeDay(page, 'Date of birth', '2018-09-14');
    await page.getByRole('button', { name: 'Save the details' }).click();
    await expect(page.getByRole('row', { name: /^the date of birth/ })).toContainText('14 September 2018 (differs)');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make version 2 and send it' }).click();
    await expect(page.getByText('The correction is made')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('version 2 bears the same date and says what was corrected; version 1 is kept', async () => {
    await expect(page.locator('#about')).toContainText('Wed 1 Apr 2026');
    await expect(page.getByRole('rowheader', { name: /^2/ })).toContainText('Corrects the date of birth');
    await expect(page.getByRole('rowheader', { name: /^1, replaced/ })).toBeVisible();
    const paper = await examine(await bytesOf(page, page.getByRole('link', { name: /^Large print, PDF.*version 2/ })));
    expect(paper.seal).toContain('Signature is Valid');
    expect(paper.about).toMatch(/^Tagged:\s+yes$/m);
    expect(paper.words).toContain('14 September 2018');
    expect(paper.words).toMatch(/Wednesday\s+1 April 2026/);
    const kept = await bytesOf(page, page.getByRole('link', { name: /^Large print, PDF.*version 1/ }));
    expect(kept.equals(first)).toBe(true);
  });

  await test.step('the printed number now leads to version 2, and the old paper says that it was replaced', async () => {
    await check(page, number, code);
    await expect(page.getByRole('main')).toContainText('Version 2');
    await expect(page.getByRole('main')).toContainText('Wednesday 1 April 2026');
    await drop(page, first);
    await expect(page.getByRole('heading', { name: 'This certificate was replaced' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('8 April: “do I have another month?” The case still answers 5 May', async () => {
    await moveClock(page, '2026-04-08T14:00');
    await signInAs(page, 'Leah Brennan');
    await page.goto(`/desk/cases/${reference}/dates`);
    await expect(page.getByRole('main')).toContainText('5 May 2026');
    await expectAccessible(page);
  });
});
