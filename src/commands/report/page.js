'use strict';
// Sorting and filtering of tables, and the card of a person. Without it the page has every figure but the cards.
(() => {
  const held = JSON.parse(document.getElementById('persons-rows').textContent || '{}');
  const words = held.words || {};
  const make = (name, text, attributes) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    return element;
  };
  // What a cell is sorted by: its digits where it is a number or a rate, which may be longer than any float is exact to.
  const bare = (text) => text.replace(/\s/g, '').replace(/\u2212/g, '-');
  const number = (written) => {
    const text = bare(written).replace(/%$/, '');
    if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
    const [whole, decimals = ''] = text.split('.');
    return BigInt(whole + decimals.padEnd(2, '0').slice(0, 2));
  };
  const compare = (one, other) => {
    const [a, b] = [number(one), number(other)];
    if (a !== null && b !== null) return a < b ? -1 : a > b ? 1 : 0;
    return one < other ? -1 : one > other ? 1 : 0;
  };
  // Gives each heading a button; `sort` puts the rows in the order that it is given, by the column with this number.
  const sortable = (table, sort) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make('button', head.textContent, { type: 'button' });
      head.replaceChildren(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        [...table.tHead.rows[0].cells].forEach((other) => other.setAttribute('aria-sort', 'none'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        sort((text) => (one, other) => compare(text(one), text(other)) * (down ? -1 : 1), column);
      });
    });
  };
  // Whether what was typed stands in a text: figures however they were written, a person's number by the digits that show.
  const typed = (text) => bare(text.toLowerCase()).replace(/(\d),(?=\d)/g, '$1.');
  // Numbers with narrow blanks between thousands; the files have none.
  const spaced = (text) => {
    const [, sign, whole, decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) || [];
    return whole === undefined ? text : sign.replace('-', '\u2212') + whole.replace(/\d(?=(\d{3})+$)/g, '$&\u202f') + decimals;
  };
  const counted = (found, all) => words.found.replace('%d', spaced(String(found))).replace('%n', spaced(String(all)));
  // A digit that is hidden, on the page or in what was typed, may be any.
  const begins = (iin, digits) => [...digits].every((digit, at) => digit === iin[at] || digit === '*' || iin[at] === '*');
  const filterable = (table) => {
    const id = table.id + '-filter';
    const label = make('label', undefined, { for: id, class: 'filter' });
    // Each of the fields is named with its table.
    const named = `${id}-label ${table.caption.id}`;
    const field = make('input', undefined, { id, type: 'search', autocomplete: 'off', 'aria-labelledby': named });
    label.append(make('span', words.filter, { id: id + '-label' }), make('br'), field);
    // How many are shown of how many stands on paper too, where the field does not.
    const count = make('p', '', { class: 'note', role: 'status' });
    table.parentElement.before(label, count);
    field.addEventListener('input', () => {
      const wanted = typed(field.value);
      // More than the four digits that show of a number, as it is typed.
      const isPart = /^\d{5,12}$/.test(wanted);
      const has = (cell) => {
        const text = typed(cell.textContent);
        return text.includes(wanted) || (isPart && (text.match(/\d{4}\*{4}\d{4}/g) || []).some((iin) => begins(iin, wanted)));
      };
      const rows = [...table.tBodies[0].rows];
      for (const row of rows) row.hidden = ![...row.cells].some(has);
      count.textContent = wanted && counted(rows.filter((row) => !row.hidden).length, rows.length);
    });
  };
  // What does not scroll is no place to stop at by keyboard, nor a landmark.
  const stops = ['tabindex', 'role', 'aria-label', 'aria-labelledby'];
  const of_scroll = new WeakMap();
  const fit = (scroll) => {
    const has = of_scroll.get(scroll);
    const scrolls = scroll.scrollWidth > scroll.clientWidth;
    for (const [name, value] of has) scrolls ? scroll.setAttribute(name, value) : scroll.removeAttribute(name);
  };
  const sized = new ResizeObserver((all) => new Set(all.map(({ target }) => target.closest('.scroll'))).forEach(fit));
  const watch = (scroll) => {
    of_scroll.set(scroll, stops.filter((name) => scroll.hasAttribute(name)).map((name) => [name, scroll.getAttribute(name)]));
    sized.observe(scroll);
    sized.observe(scroll.firstElementChild);
  };
  document.querySelectorAll('.scroll').forEach(watch);
  for (const table of document.querySelectorAll('main table:not(.bars):not(#persons)')) {
    const body = table.tBodies[0];
    if (body.rows.length > 1) sortable(table, (by, column) => body.append(...[...body.rows].sort(by((row) => row.cells[column].textContent))));
    if (body.rows.length > 8) filterable(table);
  }
  if (!held.rows) return;
  const rows = held.rows.map(([fields, about]) => ({ fields, about, notes: fields[fields.length - 1].split('|') }));
  const ROWS_A_PAGE = 20;
  const place = document.querySelector('.person');
  const [search, count, table, card] = ['person-search', 'person-count', 'persons', 'card'].map((id) => document.getElementById(id));
  const [back, on] = ['person-back', 'person-on'].map((id) => document.getElementById(id));
  let found = rows;
  let first = 0;
  const regime = (row) => held.regimes[row.fields[held.fields.regime]] || row.fields[held.fields.regime];
  const isNumber = (column) => column >= 3 && column < held.columns.length;
  held.columns.forEach((heading, column) => table.tHead.rows[0].append(make('th', heading, { scope: 'col', class: isNumber(column) ? 'n' : '' })));
  const show = (from = first, to = first + ROWS_A_PAGE) => {
    table.tBodies[0].replaceChildren(...found.slice(from, to).map((row) => {
      const line = make('tr');
      held.columns.forEach((_, column) => {
        if (column > 0) return line.append(make('td', spaced(row.fields[held.shown[column]]), { class: isNumber(column) ? 'n' : held.shown[column] === held.fields.period ? 'w' : '' }));
        const head = make('th', undefined, { scope: 'row' });
        const pick = make('button', row.fields[0], { type: 'button' });
        pick.addEventListener('click', () => open(row));
        head.append(pick);
        line.append(head);
      });
      return line;
    }));
    count.textContent = counted(found.length, rows.length);
    back.disabled = first === 0;
    on.disabled = first + ROWS_A_PAGE >= found.length;
  };
  search.addEventListener('input', () => {
    const digits = search.value.replace(/[^\d*]/g, '');
    // A name is on no row.
    const isNumber = !/\p{L}/u.test(search.value);
    found = rows.filter(({ fields: [iin] }) => isNumber && (begins(iin, digits) || (digits.length < 5 && iin.endsWith(digits))));
    first = 0;
    card.hidden = true;
    show();
    if (digits.length === 12 && found.length === 1) open(found[0], true);
  });
  sortable(table, (by, column) => {
    const order = by((row) => row.fields[held.shown[column]]);
    rows.sort(order);
    found.sort(order);
    first = 0;
    show();
  });
  // Who turns pages by keyboard is not thrown out at the last of them.
  const turn = (button, other) => {
    show();
    if (button.disabled) other.focus();
  };
  back.addEventListener('click', () => { first = Math.max(0, first - ROWS_A_PAGE); turn(back, on); });
  on.addEventListener('click', () => { first += ROWS_A_PAGE; turn(on, back); });

  const provision = (cell, numbers) => {
    numbers.forEach((at, index) => {
      const { links, basis, note } = held.provisions[at];
      if (index > 0) cell.append(make('br'));
      links.forEach(([text, url], act) => {
        if (act > 0) cell.append('; ');
        cell.append(url ? make('a', text, { href: url, rel: 'noopener noreferrer' }) : text);
      });
      cell.append(' — ' + basis);
      if (!note) return;
      const more = make('details');
      const [text, lang] = note;
      more.append(make('summary', words.note), make('span', text, lang === document.documentElement.lang ? {} : { lang }));
      cell.append(more);
    });
  };
  const steps = (label, list) => {
    const body = make('tbody');
    for (const [name, value, cited] of list) {
      const line = make('tr');
      const rests = make('td');
      provision(rests, cited);
      line.append(make('th', name, { scope: 'row' }), make('td', value, { class: 'n' }), rests);
      body.append(line);
    }
    const head = make('tr');
    words.steps.forEach((heading, column) => head.append(make('th', heading, { scope: 'col', class: column === 1 ? 'n' : '' })));
    const top = make('thead');
    top.append(head);
    const whole = make('table');
    whole.append(top, body);
    const scroll = make('div', undefined, { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label });
    scroll.append(whole);
    watch(scroll);
    return scroll;
  };
  // Base × rate in tenge, before it is rounded: exactly.
  const product = (base, percent) => {
    const [[whole, tiyn = ''], [units, rest = '']] = [base, percent].map((text) => text.split('.'));
    const decimals = tiyn.length + rest.length + 2;
    const digits = String(BigInt(whole + tiyn) * BigInt(units + rest)).padStart(decimals + 1, '0');
    return (digits.slice(0, -decimals) + '.' + digits.slice(-decimals)).replace(/\.?0+$/, '');
  };
  // The steps as `explain` has them: figures of the row, texts of the terms of its month and regime.
  const ways = (row, terms) => {
    // The categories that the person is exempt by from any payment.
    const exempting = row.notes.map((note) => note.split('=')).filter(([name]) => /:(part-)?exempt$/.test(name));
    const own = new Set(exempting.flatMap(([, codes]) => codes.split('+')));
    return terms.payments.map((payment) => {
      const field = (name) => row.fields[held.fields[payment.code + name]];
      const at = (name) => spaced(field(name));
      if (!payment.due) return { title: payment.name + ': 0.00', steps: [[words.notDue, '', payment.cited]] };
      const list = [[words.income, spaced(row.fields[held.fields.income]), []]];
      const exempt = row.notes.map((note) => note.split('=')).find(([name]) => name === payment.code + ':exempt' || name === payment.code + ':part-exempt');
      if (exempt) {
        const codes = exempt[1].split('+');
        const name = codes.map((code) => (held.categories[code] || { name: code }).name).join('; ');
        const cited = codes.map((code) => ((held.categories[code] || {}).cited || {})[row.fields[1] + payment.code]).filter((number) => number !== undefined);
        list.push([words.exempt + ': ' + name, at('_exempt'), cited]);
      }
      const isPart = !exempt || exempt[0].endsWith(':part-exempt');
      if (exempt && isPart && held.deciding[row.fields[1]] !== undefined) list.push([words.deciding, '', [held.deciding[row.fields[1]]]]);
      for (const reading of isPart ? ['otherReading', 'notNamed'] : []) {
        for (const code of own) {
          const category = held.categories[code] || {};
          const number = (category[reading] || {})[row.fields[1] + payment.code];
          if (number !== undefined) list.push([words[reading] + ' ' + category.name, '', [number]]);
        }
      }
      if (payment.floor !== null && field('_base') !== '0.00' && !row.notes.includes(payment.code + ':capped')) list.push([words.floor, '', [payment.floor]]);
      for (const [text, cited] of payment.caps) list.push([words.cap, text, cited]);
      list.push([words.base, at('_base'), []], [words.rate, payment.rate, payment.rateCited], [words.product, spaced(product(field('_base'), payment.rate.replace(/ %$/, ''))), []], [words.rounding, payment.rounding, payment.roundingCited], [words.amount, at(''), []]);
      return { title: payment.name + ': ' + at(''), steps: list };
    });
  };
  const open = (row, stay) => {
    const terms = held.terms[row.fields[1] + ' ' + row.fields[2]];
    const parts = [make('h3', row.fields[0] + ', ' + row.fields[1] + ', ' + regime(row))];
    if (stay && row.fields[0].includes('*')) parts.push(make('p', words.hidden, { class: 'note' }));
    const over = row.notes.includes('over-limit') ? terms.over : [];
    const income = [words.income, spaced(row.fields[held.fields.income]), terms.income];
    parts.push(steps(regime(row), [income, ...terms.regime, ...over]));
    if (terms.says) parts.push(make('p', terms.says));
    for (const way of terms.payments ? ways(row, terms) : []) parts.push(make('h4', way.title), steps(way.title, way.steps));
    parts.push(make('p', words.withheld + ': ' + spaced(row.fields[held.fields.withheld])));
    for (const text of row.about) parts.push(make('p', text));
    card.replaceChildren(...parts);
    card.hidden = false;
    if (!stay) card.focus();
  };
  // On paper there is nothing to turn pages with.
  addEventListener('beforeprint', () => show(0, found.length));
  addEventListener('afterprint', () => show());
  place.hidden = false;
  show();
})();
