'use strict';
// Adds to a page that is whole without it: the filter, the buttons that copy, the theme, and places that open by themselves.
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const say = (text) => { byId('status').textContent = text; };

  for (const part of all('.js')) part.hidden = false;

  // Theme: the system's, unless the reader says otherwise. A page opened from a file may not be allowed to remember.
  const theme = byId('theme');
  const remembered = () => { try { return localStorage.getItem('sockspec-theme') || ''; } catch { return ''; } };
  const remember = (value) => { try { localStorage.setItem('sockspec-theme', value); } catch { /* for this time only */ } };
  const show = (value) => { document.documentElement.dataset.theme = value; };
  theme.value = ['light', 'dark'].includes(remembered()) ? remembered() : '';
  show(theme.value);
  theme.addEventListener('change', () => { show(theme.value); remember(theme.value); });

  // The filter: every case's words are gathered once, so that typing costs a comparison for each and no look at the page.
  const cases = [];
  for (const program of all('.program')) {
    const heading = program.querySelector('h3');
    for (const row of all('.clause', program)) {
      const clause = [heading, row.querySelector('th'), row.querySelector('.sentence')]
        .map((each) => (each ? each.textContent : '')).join(' ');
      const { level, grade } = row.dataset;
      for (const item of all('.case', row)) {
        const reason = item.querySelector('.reason');
        const words = `${clause} ${item.querySelector('.whole-name code').textContent} ${reason ? reason.textContent : ''}`;
        const { protocol, program: anchor } = program.dataset;
        cases.push({ item, row, program, words: words.toLowerCase(), verdict: item.dataset.verdict,
          level, grade, protocol, programName: anchor });
      }
    }
  }

  const parts = all('.clause, .program');
  const form = byId('filter');
  const search = byId('search');
  const menus = all('select[data-by]', form);
  const chips = all('input[name=verdict]', form);
  const of = (each, by) => (by === 'program' ? each.programName : each[by]);

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(chips.filter((chip) => chip.checked).map((chip) => chip.value));
    const wanted = menus.filter((menu) => menu.value).map((menu) => [menu.dataset.by, menu.value]);
    const kept = new Set();
    let shown = 0;
    for (const each of cases) {
      const fits = (verdicts.size === 0 || verdicts.has(each.verdict))
        && wanted.every(([by, value]) => of(each, by) === value)
        && words.every((word) => each.words.includes(word));
      if (each.item.hidden === fits) each.item.hidden = !fits;
      if (fits) { shown += 1; kept.add(each.row); kept.add(each.program); }
    }
    for (const part of parts) {
      const gone = !kept.has(part) && cases.length > 0;
      if (part.hidden !== gone) part.hidden = gone;
    }
    const total = cases.length;
    byId('count').textContent = shown === total ? `${total} cases` : `${shown} of ${total} cases`;
    const nothing = byId('nothing');
    if (nothing.hidden !== shown > 0) nothing.hidden = shown > 0;
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values again only after this event.
  form.addEventListener('reset', () => setTimeout(filter));

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && event.target === search) {
      search.value = '';
      filter();
    }
  });

  // A place that a link leads to is shown: nothing hides it, and what lies there is open.
  const reveal = (id) => {
    const place = id && byId(id);
    if (!place) return;
    if (place.hidden || place.closest('[hidden]')) { form.reset(); filter(); }
    const first = place.matches('.case') ? place : place.querySelector('.case');
    const about = place.querySelector('details');
    if (place.matches('.case, .clause') && first) first.querySelector('details').open = true;
    else if (place.matches('details')) about.open = true;
    place.scrollIntoView();
    const focus = place.querySelector('summary');
    if (focus) focus.focus({ preventScroll: true });
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) setTimeout(() => reveal(link.getAttribute('href').slice(1)));
  });
  addEventListener('hashchange', () => reveal(decodeURIComponent(location.hash.slice(1))));
  reveal(decodeURIComponent(location.hash.slice(1)));

  // Copying. Where the browser has no clipboard for this page, the old way is to select and copy.
  const copy = async (pre) => {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      return true;
    } catch {
      const range = document.createRange();
      range.selectNodeContents(pre);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return document.execCommand('copy');
    }
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('.copy button');
    if (!button) return;
    const done = await copy(button.closest('.copy').querySelector('pre'));
    button.textContent = done ? 'Copied' : 'Select and copy';
    say(done ? 'Copied to the clipboard' : 'It could not be copied; it is selected now');
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
})();
