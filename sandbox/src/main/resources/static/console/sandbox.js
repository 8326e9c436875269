// Everything here is a convenience: each page works without it.

// A part of a page that keeps itself fresh while somebody looks.
for (const part of document.querySelectorAll("[data-live]")) {
  const every = Number(part.dataset.every ?? 1000);
  const refresh = async () => {
    if (document.visibilityState === "visible" && !part.querySelector("details[open]")) {
      try {
        const answer = await fetch(part.dataset.live);
        const fresh = await answer.text();
        if (answer.ok && part.dataset.shown !== fresh) {
          part.innerHTML = fresh;
          part.dataset.shown = fresh;
        }
      } catch {
        // The sandbox is being restarted; the next round finds it again.
      }
    }
    setTimeout(refresh, every);
  };
  setTimeout(refresh, every);
}

// Arrow keys walk through the people of the sign-in page.
for (const form of document.querySelectorAll("[data-arrows]")) {
  form.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...form.querySelectorAll("button.employee")];
    const at = buttons.indexOf(document.activeElement);
    buttons.at((at + step + buttons.length) % buttons.length).focus();
    event.preventDefault();
  });
}

for (const form of document.querySelectorAll("form[data-submit-at-once]")) form.submit();
