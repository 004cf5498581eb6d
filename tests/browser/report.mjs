// The page of `ustap report` in Chromium: node report.mjs PAGE.html RUN SCREENSHOTS [LARGE.html PART.html FULL.html STOP.html RATES.html]
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { strict as assert } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [page_file, run, screenshots, large_file, part_file, full_file, stop_file, rates_file] = process.argv.slice(2);
mkdirSync(screenshots, { recursive: true });
const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// A table of the run: its rows by column.
const rows = (name) => {
  const [head, ...lines] = readFileSync(resolve(run, name), 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, at) => [columns[at], field])));
};
const bare = (text) => text.replace(/[\s\u202f\u00a0]/g, '').replace('\u2212', '-');

async function opened(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: false, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => { if (!request.url().startsWith('file:')) said.push('request: ' + request.url()); });
  await page.goto(pathToFileURL(resolve(file)).href);
  return { page, said, context };
}

// Opens without a word, and nothing leaves the page.
const { page, said } = await opened(page_file);
assert.equal(await page.locator('h1').count(), 1);
assert.ok((await page.locator('main section').count()) >= 8, 'the sections are there');

// The figures are those of the registers: each payment, and income and amount of each chart, added up from the rows.
const register = rows('register.csv');
const sum = (column) => register.map((row) => BigInt(row[column].replace('.', ''))).reduce((one, other) => one + other, 0n);
const tiyn = (text) => BigInt(bare(text).replace('.', ''));
for (const row of rows('payments.csv')) {
  const cells = await page.locator('#payments tbody tr').filter({ hasText: row.knp }).locator('th, td').allTextContents();
  assert.equal(bare(cells[2]), row.amount, row.payment);
  assert.equal(bare(cells[6]), row.persons, row.payment);
  const chart = page.locator(`#ladder-${row.period}-${row.payment} tbody tr`);
  const sums = (await chart.locator('td:last-child').allTextContents()).map(tiyn);
  assert.equal(sums[0], sum('income'), 'income');
  assert.equal(sums.at(-1), sum(row.payment), row.payment);
  assert.equal(sums.at(-2), sum(row.payment + '_base'), row.payment + ' base');
  // Income is what stands between it and the amount, added up.
  assert.equal(sums.slice(1, -1).reduce((one, other) => one + other, 0n), sums[0], row.payment);
}
const persons = new Set(register.map((row) => row.iin)).size;
const columns = await page.locator('table[id^=incomes-] tbody tr:not(.mark) td:last-child').allTextContents();
assert.equal(columns.map((text) => Number(bare(text))).reduce((one, other) => one + other, 0), persons, 'histogram');

// The card finds a person by the number that was typed, and has the amounts of the register.
const someone = register.find((row) => row.so !== '0.00');
await page.fill('#person-search', someone.iin);
assert.equal(await page.locator('#persons tbody tr').count(), register.filter((row) => row.iin === someone.iin).length);
const card = page.locator('#card');
await card.waitFor({ state: 'visible' });
const headings = (await card.locator('h4').allTextContents()).map((text) => bare(text.split(': ')[1]));
assert.deepEqual(headings, ['ipn', 'opv', 'opvr', 'so', 'vosms'].map((payment) => someone[payment]));
assert.ok((await card.locator('a[href^="https://"]').count()) > 4, 'provisions lead to the acts');
// Base × rate before it is rounded, of ОПВ: 1 % moves the point by two places.
const base_of_opv = someone.opv_base.replace('.', '').padStart(5, '0');
const exactly = (base_of_opv.slice(0, -4) + '.' + base_of_opv.slice(-4)).replace(/\.?0+$/, '');
const of_opv = card.locator('table').nth(2).locator('tr').filter({ hasText: 'База × ставка' }).locator('td').first();
assert.equal(bare(await of_opv.textContent()), exactly, 'the product');
assert.ok(!(await page.content()).includes(someone.iin), 'no whole number on the page');
// A mask is no proof of who it is, and the card says so; the mask itself finds whom the number does.
const masked = someone.iin.slice(0, 4) + '****' + someone.iin.slice(8);
assert.ok((await card.textContent()).includes('Номер показан не полностью'), 'the number is hidden in part');
const found = await page.locator('#persons tbody tr').count();
await page.fill('#person-search', masked);
assert.equal(await page.locator('#persons tbody tr').count(), found, 'by mask');
// What is typed next closes the card of whom it does not find.
await page.fill('#person-search', '000000000000');
assert.equal(await page.locator('#persons tbody tr').count(), 0);
assert.ok(await card.isHidden(), 'no card of somebody else');
// Nobody is found by what is no number: names are not on the page.
for (const typed of ['abc', 'Иванов', masked.slice(0, 4) + 'x']) {
  await page.fill('#person-search', typed);
  assert.equal(await page.locator('#persons tbody tr').count(), 0, typed);
}
await page.fill('#person-search', '');

// By keyboard: a row is picked with Enter, and the card is where the focus goes.
await page.locator('#persons tbody button').first().focus();
await page.keyboard.press('Enter');
assert.equal(await page.evaluate(() => document.activeElement.id), 'card');

// A table is sorted by its figures, not by their letters, and filtered.
const amounts = async () => (await page.locator('#payments tbody td:nth-child(3)').allTextContents()).map(tiyn);
await page.locator('#payments thead button').nth(2).click();
const up = await amounts();
assert.deepEqual(up, [...up].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
// So are the persons, whichever page of them is shown: the first of all comes first.
await page.locator('#persons thead button').nth(4).click();
const first = await page.locator('#persons tbody tr:first-child :nth-child(5)').textContent();
const least = register.map((row) => tiyn(row.income)).reduce((one, other) => (one < other ? one : other));
assert.equal(tiyn(first), least, 'persons by income');
const filter = page.locator('#values-filter');
await filter.fill('МРП');
const shown = await page.locator('#values tbody tr:visible').allTextContents();
assert.ok(shown.length > 0 && shown.every((text) => text.includes('МРП')), 'filtered');
// Figures are found as a keyboard writes them: 300 × 4 325 = 1 297 500.
for (const typed of ['1297500', '1 297 500.00', '1297500,00']) {
  await filter.fill(typed);
  const having = (await page.locator('#values tbody tr:visible').allTextContents()).map(bare);
  assert.ok(having.length > 0 && having.every((text) => text.includes('1297500.00')), `filtered by ${typed}`);
}
// So is a person from the first digit that is typed to the last, though the middle ones are hidden.
const broken = rows('../compared/breaks.csv').at(-1).iin;
const [mask, by_iin] = [broken.slice(0, 4) + '****' + broken.slice(8), page.locator('#breaks-0-filter')];
const of_mask = page.locator('#breaks-0 tbody tr').filter({ hasText: mask });
for (let digits = 1; digits <= 12; digits += 1) {
  await by_iin.fill(broken.slice(0, digits));
  assert.equal(await of_mask.filter({ visible: true }).count(), await of_mask.count(), broken.slice(0, digits));
}
assert.equal(await page.locator('#breaks-0 tbody tr:visible').count(), await of_mask.count(), 'nobody else');
await by_iin.fill('');
// Of several fields, links and tables each is named with what it is of, and the keyboard stops at tables that scroll alone.
const named = async (one, role) => {
  const { nodes } = await (await one.context().newCDPSession(one)).send('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored && node.role.value === role).map((node) => node.name.value);
};
const fields = (await named(page, 'searchbox')).filter((name) => name.startsWith('Отобрать строки'));
assert.ok(fields.length > 1 && fields.includes('Отобрать строки Значения этого расчёта'), fields.join('; '));
assert.equal(new Set(fields).size, fields.length);
const links = (await named(page, 'link')).filter((name) => name.startsWith('смотреть'));
assert.ok(links.length > 2 && links.every((name) => name.length > 'смотреть '.length), links.join('; '));
for (const width of [1200, 360]) {
  const { page: one, context } = await opened(page_file, { viewport: { width, height: 900 } });
  await one.locator('#persons tbody button').first().click();
  const stopping = () => one.locator('.scroll').evaluateAll((all) => all.map((each) => [
    each.scrollWidth > each.clientWidth, each.tabIndex === 0, each.getAttribute('role') === 'region', each.hasAttribute('aria-label') || each.hasAttribute('aria-labelledby'),
  ]));
  for (const size of [width, 700, width]) {
    await one.setViewportSize({ width: size, height: 900 });
    await one.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const all = await stopping();
    assert.ok(all.every(([scrolls, ...stops]) => stops.every((stop) => stop === scrolls)), `${size}: ${JSON.stringify(all)}`);
    assert.ok(all.some(([scrolls]) => !scrolls), 'some do not scroll');
    if (size === 360) assert.ok(all.some(([scrolls]) => scrolls), 'some scroll');
  }
  await context.close();
}
// How many of how many are shown stands on paper too, where nobody sees that something was typed.
await filter.fill('МРП');
await page.emulateMedia({ media: 'print' });
const of_values = `Найдено строк: ${shown.length} из ${await page.locator('#values tbody tr').count()}`;
assert.ok(await page.getByText(of_values, { exact: true }).isVisible(), of_values);
assert.ok(await filter.isHidden());
// Nor is there anything to press.
for (const pressed of ['.see', '.how', '#person-search']) assert.ok(await page.locator(pressed).first().isHidden(), pressed);
const arrow = (head) => getComputedStyle(head.querySelector('button'), '::after').content;
const sort = page.locator('#payments th').first();
assert.equal(await sort.evaluate(arrow), 'none');
await page.emulateMedia({ media: 'screen' });
assert.ok((await sort.evaluate(arrow)).includes('↕') && await page.locator('.how').isVisible());
await filter.fill('');
assert.equal(await page.getByText('Найдено строк', { exact: false }).count(), 1, 'of the persons alone');

assert.deepEqual(said, []);

// What a screen reader would stumble over; the page's policy lets no script in, so this one comes from the driver's side.
for (const colorScheme of ['light', 'dark']) {
  const { page: looked } = await opened(page_file, { bypassCSP: true, colorScheme });
  await looked.locator('#persons tbody button').first().click();
  await looked.evaluate(axe);
  const found = await looked.evaluate(() => window.axe.run(document));
  const serious = found.violations.filter(({ impact, id }) => ['serious', 'critical'].includes(impact) || id === 'landmark-unique');
  const named = serious.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).slice(0, 3)}`);
  assert.deepEqual(named, [], colorScheme);
}

// For a person to look at.
for (const [name, options] of Object.entries({
  light: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 360, height: 800 } },
  zoom: { viewport: { width: 600, height: 450 }, deviceScaleFactor: 2 },
})) {
  const { page: one, context } = await opened(page_file, options);
  const width = await one.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(width[0] <= width[1], `${name}: nothing runs out of the page`);
  await one.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
  await one.screenshot({ path: `${screenshots}/${name}-top.png` });
  // Nor anything out of a card: on a phone an amount beyond the edge is not seen.
  await one.locator('#persons tbody button').first().click();
  const beyond = await one.locator('#card .scroll').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
  if (name === 'phone') assert.equal(beyond, 0, 'amounts of a card beyond the edge');
  if (name === 'light') await one.pdf({ path: `${screenshots}/print.pdf`, format: 'A4', printBackground: true });
  await context.close();
}

// What the columns are is heard on a phone too.
const heard = {};
for (const width of [1200, 320]) {
  const { page: one, context } = await opened(page_file, { viewport: { width, height: 800 } });
  await one.locator('#persons tbody button').first().click();
  const { nodes } = await (await context.newCDPSession(one)).send('Accessibility.getFullAXTree');
  const names = nodes.filter((node) => !node.ignored && node.role.value === 'columnheader').map((node) => node.name.value);
  // Where a heading breaks, its name has no blank before the arrow; a table that scrolls stands deeper in the tree, and
  // comes later in it.
  heard[width] = names.map((name) => bare(name)).sort();
  await context.close();
}
assert.deepEqual(heard[320], heard[1200]);

// What is read into the law stands on the card where it bears on the payment: ОПВ and ОПВР are exempt in part by one
// category, ВОСМС by the other, which would free from СО by another reading; the first is not named for ВОСМС.
if (part_file) {
  const { page: part, said: words } = await opened(part_file);
  await part.locator('#persons tbody button').first().click();
  const steps = await part.locator('#card table').allTextContents();
  const having = (text) => steps.map((step, at) => (step.includes(text) ? at : -1)).filter((at) => at >= 0);
  assert.deepEqual(having('Какой доход освобождён: решает день получения'), [2, 3, 5], 'the deciding day');
  const otherwise = 'Причитается [выведено рассуждением]; при ином прочтении закона доход, полученный в дни категории, был бы освобождён: ';
  assert.deepEqual(having(otherwise + 'Достигшие только льготного'), [4], 'another reading');
  const not_named = 'Причитается и в дни категории, потому что норма её не называет: ';
  assert.deepEqual(having(not_named + 'Сотрудники органов гражданской защиты'), [5], 'not named');
  assert.deepEqual(words, []);
}

// Without scripts every table is there, and nothing that would need them.
{
  const { page: still, said: words } = await opened(page_file, { javaScriptEnabled: false });
  assert.ok(await still.locator('#values').isVisible() && await still.locator('noscript').isVisible());
  assert.ok(await still.getByText('Введите ИИН').isHidden() && await still.locator('#person-search').isHidden());
  assert.deepEqual(words, []);
}

// A large run opens, and its table of persons turns pages.
if (large_file) {
  const { page: large, said: words } = await opened(large_file);
  assert.equal(await large.locator('#persons tbody tr').count(), 20);
  await large.click('#person-on');
  assert.equal(await large.locator('#persons tbody tr').count(), 20);
  // By keyboard to the last page and back to the first: the focus stays among the two buttons.
  for (const [button, other] of [['person-on', 'person-back'], ['person-back', 'person-on']]) {
    await large.focus('#' + button);
    for (let pressed = 0; pressed < 10; pressed += 1) {
      if (await large.evaluate(() => document.activeElement.id) === button) await large.keyboard.press('Enter');
    }
    assert.ok(await large.isDisabled('#' + button), button);
    assert.equal(await large.evaluate(() => document.activeElement.id), other, 'the focus at the end');
  }
  // On paper every row that the page says it found.
  let printed = 0;
  await large.exposeFunction('rowsPrinted', (rows) => { printed = rows; });
  await large.evaluate(() => addEventListener('beforeprint', () => window.rowsPrinted(document.querySelectorAll('#persons tbody tr').length)));
  await large.pdf({ path: `${screenshots}/large.pdf`, format: 'A4' });
  const all = Number((await large.locator('#person-count').textContent()).match(/\d+/)[0]);
  assert.ok(all > 20 && printed === all, `${printed} of ${all} rows on paper`);
  // And above them on each sheet what their columns are.
  const sheets = execFileSync('pdftotext', ['-layout', `${screenshots}/large.pdf`, '-'], { encoding: 'utf8' }).split('\f');
  const with_rows = sheets.filter((sheet) => /^ *9[01]\d\d\*{4}\d{4} +2026-08/m.test(sheet));
  assert.ok(with_rows.length > 2 && with_rows.every((sheet) => /Режим.*Удержано/.test(sheet)), `headings on ${with_rows.length} sheets`);
  assert.equal(await large.locator('#persons tbody tr').count(), 20);
  assert.deepEqual(words, []);
}
// Where numbers are whole, each digit narrows.
if (full_file) {
  const { page: full, said: words } = await opened(full_file);
  const numbers = (await full.evaluate(() => JSON.parse(document.getElementById('persons-rows').textContent).rows)).map(([fields]) => fields[0]);
  for (const digits of [numbers[7].slice(0, 6), numbers[7].slice(0, 9), numbers[7].slice(0, 11), numbers[7]]) {
    await full.fill('#person-search', digits);
    const said_found = Number((await full.locator('#person-count').textContent()).match(/\d+/)[0]);
    assert.equal(said_found, numbers.filter((iin) => iin.startsWith(digits)).length, digits);
  }
  assert.ok(await full.locator('#card').isVisible() && !(await full.locator('#card').textContent()).includes('Номер показан не полностью'));
  assert.deepEqual(words, []);
}
// Income beyond the limit: the policy, the limit with its provisions, and its regime by name. Files and values without
// blanks lose no column on paper.
if (stop_file) {
  const { page: stop, said: words } = await opened(stop_file, { viewport: { width: 1200, height: 900 } });
  // On the screen the last column, which is why the row does not count, stays in sight beside them, and a number in one line.
  const places = await stop.locator('#reject-places').evaluate((table) => [table.scrollWidth, table.parentElement.clientWidth]);
  assert.ok(places[0] <= places[1], `reasons out of sight: ${places}`);
  await stop.setViewportSize({ width: 688, height: 900 });
  assert.ok((await stop.locator('#persons tbody tr').first().textContent()).includes('over-limit'));
  await stop.locator('#persons tbody button').first().click();
  const card = bare(await stop.locator('#card').textContent());
  for (const text of ['ничегонеудерживается(правило`stop`)', '300×МРП(4325.00)=1297500.00', 'впервыепревышеноперациейb(2026-08-05)']) assert.ok(card.includes(text), text);
  assert.equal(await stop.locator('#card table').count(), 1, 'no payment');
  await stop.emulateMedia({ media: 'print' });
  const beyond = await stop.locator('main table').evaluateAll((all) => all.filter((table) => table.getBoundingClientRect().right > 688).map((table) => table.id));
  assert.deepEqual(beyond, [], 'tables beyond the edge of the sheet');
  assert.deepEqual(words, []);
}
// A rate is a figure too.
if (rates_file) {
  const { page: rated, said: words } = await opened(rates_file);
  await rated.locator('#payments thead button').nth(4).click();
  const rates = (await rated.locator('#payments tbody td:nth-child(5)').allTextContents()).map((text) => Number(text.replace('%', '')));
  assert.deepEqual(rates, [1, 5, 5, 10]);
  assert.deepEqual(words, []);
}

// docs/report.png is the page down to the first table, in 64 colours. Its words are docs/report.txt, but for the receipt,
// which is another one with every change of a table of the law.
{
  const { page: one, context } = await opened(page_file);
  const bottom = await one.locator('#payments').evaluate((table) => Math.ceil(table.getBoundingClientRect().bottom));
  await one.screenshot({ path: `${screenshots}/report.png`, fullPage: true, clip: { x: 0, y: 0, width: 1200, height: bottom + 12 } });
  const words = await one.evaluate(() => {
    const range = document.createRange();
    range.setStartBefore(document.querySelector('header'));
    range.setEndAfter(document.getElementById('payments'));
    getSelection().addRange(range);
    return getSelection().toString();
  });
  const text = words.replaceAll(/[0-9a-f]{64}/g, '…').trimEnd() + '\n';
  writeFileSync(`${screenshots}/report.txt`, text);
  const stale = `docs/report.png and report.txt are of an older page: take those of ${screenshots}`;
  assert.equal(text, readFileSync(new URL('../../docs/report.txt', import.meta.url), 'utf8'), stale);
  await context.close();
}

await browser.close();
console.log('the page holds');
