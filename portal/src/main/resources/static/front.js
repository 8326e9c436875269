'use strict';

/* The one thing the customers' pages do by script: show what is being typed as a password. */
document.querySelectorAll('[data-script-only]').forEach((element) => { element.hidden = false; });
document.querySelectorAll('[data-shows]').forEach((box) => {
  const input = document.getElementById(box.dataset.shows);
  box.addEventListener('change', () => { input.type = box.checked ? 'text' : 'password'; });
});
