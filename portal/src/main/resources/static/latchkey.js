// What pages gain with a script; each of them also works without.
(() => {
  'use strict';

  const SINGLE_KEYS_OFF = 'single-keys-off';
  const byId = (id) => document.getElementById(id);

  // htmx notes where the page is even when it keeps no history; nothing of a customer stays in the browser.
  sessionStorage.removeItem('htmx-current-path-for-history');

  const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

  document.querySelectorAll('[data-script-only], [data-opens]').forEach((element) => { element.hidden = false; });
  document.querySelectorAll('[data-opens]').forEach((button) => {
    button.addEventListener('click', () => byId(button.dataset.opens).showModal());
  });

  // The form of a fragment carries its token itself; other requests of htmx take it from the page.
  document.body.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="csrf"]');
    if (token) event.detail.headers[token.dataset.header] = token.content;
  });

  // A form that was sent is not sent again by a second click.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'dialog' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });

  // An open menu closes as others do: by Escape or by a click elsewhere.
  const closeMenus = (except) => document.querySelectorAll('details.menu[open]').forEach((menu) => {
    if (!menu.contains(except)) menu.open = false;
  });
  document.addEventListener('click', (event) => closeMenus(event.target));
  document.querySelectorAll('dialog').forEach((dialog) => dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  }));

  const singleKeys = byId('single-keys');
  const singleKeysOff = () => { try { return localStorage.getItem(SINGLE_KEYS_OFF) === 'yes'; } catch { return false; } };
  if (singleKeys) {
    singleKeys.checked = !singleKeysOff();
    singleKeys.addEventListener('change', () => {
      try { localStorage.setItem(SINGLE_KEYS_OFF, singleKeys.checked ? 'no' : 'yes'); } catch { /* only for this page */ }
    });
  }

  const focusSearch = () => {
    const boxes = [...document.querySelectorAll('[data-search]')].filter((box) => box.offsetParent);
    const box = boxes.find((candidate) => candidate.closest('main')) || boxes[0];
    if (box) { box.focus(); box.select(); }
    return Boolean(box);
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
    } else if (event.key === 'Escape') {
      closeMenus(null);
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !singleKeysOff()
        && !document.querySelector('dialog[open]')) {
      if (event.key === '/' && focusSearch()) event.preventDefault();
      if (event.key === '?' && byId('keys')) { event.preventDefault(); byId('keys').showModal(); }
    }
  });

  // The palette offers what this page offers: its places and its actions, no more.
  const palette = byId('palette');
  const list = byId('palette-list');
  const query = byId('palette-query');
  let offers = [];
  let chosen = 0;

  const gather = () => [...document.querySelectorAll('[data-palette], main a[href].button, main button[type="submit"]')]
    .filter((element) => !element.closest('dialog') && element.textContent.trim())
    .map((element) => ({ element, text: element.textContent.trim().replace(/\s+/g, ' ') }));

  const show = () => {
    const words = query.value.toLowerCase().split(/\s+/);
    const found = offers.filter((offer) => words.every((word) => offer.text.toLowerCase().includes(word)));
    chosen = Math.max(0, Math.min(chosen, found.length - 1));
    list.replaceChildren(...found.map((offer, index) => {
      const item = document.createElement('li');
      item.id = `palette-${index}`;
      item.role = 'option';
      item.textContent = offer.text;
      item.setAttribute('aria-selected', String(index === chosen));
      item.addEventListener('click', () => go(offer));
      return item;
    }));
    byId('palette-none').hidden = found.length > 0;
    query.setAttribute('aria-activedescendant', found.length ? `palette-${chosen}` : '');
    if (found.length) list.children[chosen].scrollIntoView({ block: 'nearest' });
    return found;
  };

  const go = (offer) => {
    palette.close();
    offer.element.closest('details')?.setAttribute('open', '');
    offer.element.focus();
    if (offer.element.matches('a')) offer.element.click();
    else if (offer.element.matches('button')) offer.element.scrollIntoView({ block: 'center' });
  };

  function openPalette() {
    if (!palette || palette.open) return;
    offers = gather();
    chosen = 0;
    query.value = '';
    show();
    palette.showModal();
    query.focus();
  }

  query?.addEventListener('input', () => { chosen = 0; show(); });
  query?.addEventListener('keydown', (event) => {
    const found = show();
    if (event.key === 'ArrowDown') { event.preventDefault(); chosen = (chosen + 1) % Math.max(1, found.length); show(); }
    if (event.key === 'ArrowUp') { event.preventDefault(); chosen = (chosen + found.length - 1) % Math.max(1, found.length); show(); }
    if (event.key === 'Enter' && found[chosen]) { event.preventDefault(); go(found[chosen]); }
  });
})();
