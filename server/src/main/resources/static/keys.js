// The keyboard. What it needs from the page:
//   [data-paper]       one paper (article, list item or hit); its title link is the first link in its first heading
//   form[action$=vote] the paper's vote, inside it
//   [data-key="t"]     a link that "g t" follows; the same for w, m, r, i, l. The help lists those the page has.
//   input[type=search] the search field
(() => {
  "use strict";
  const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
  const PRESSES_ITSELF = "a[href], button, summary";
  const SECTIONS = ["t", "w", "m", "r", "i", "l"];
  const PREFIX_MILLIS = 1500;

  const papers = () => [...document.querySelectorAll("[data-paper]")].filter((paper) => paper.getClientRects().length > 0);
  const titleOf = (paper) => paper.querySelector(":is(h1, h2, h3, h4) a[href]");
  const section = (key) => document.querySelector(`a[data-key="${key}"]`);

  let last = null;       // the paper that j and k reached, by its id: a swap may have replaced its element
  let prefixedAt = -Infinity;

  function current() {
    const all = papers();
    return document.activeElement?.closest("[data-paper]")
        ?? all.find((paper) => paper.dataset.paper === last)
        ?? (all.length === 1 ? all[0] : null);
  }

  function move(step) {
    const all = papers().filter(titleOf);
    const at = all.indexOf(current());
    const to = all[at < 0 ? 0 : at + step];
    if (!to) return;
    last = to.dataset.paper;
    titleOf(to).focus({preventScroll: true, focusVisible: true});
    to.scrollIntoView({block: "nearest"});
  }

  function vote() {
    const form = current()?.querySelector("form[action$=vote]");
    const button = form?.querySelector("button");
    if (button && !button.disabled && button.getAttribute("aria-busy") !== "true") form.requestSubmit(button);
  }

  function open() {
    const paper = current();
    if (paper) titleOf(paper)?.click();
  }

  function search() {
    const field = document.querySelector("input[type=search]");
    field?.focus();
    field?.select();
  }

  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }

  function help() {
    const rows = [
      [["j", "k"], "next and previous paper"],
      [["o"], "open the paper"],
      [["v"], "vote for it, or take the vote back"],
      [["/"], "search"],
      ...SECTIONS.filter(section).map((key) => [["g", key], `go to ${section(key).textContent.trim()}`]),
      [["?"], "this card"],
      [["Esc"], "close it"],
    ];
    const list = element("dl", ...rows.flatMap(([keys, does]) => [
      element("dt", ...keys.map((key) => element("kbd", key))),
      element("dd", does),
    ]));
    const title = element("h2", "Keys");
    title.id = "help-title";
    const close = element("button", "Close");
    close.className = "button button--plain";
    close.type = "button";
    const dialog = element("dialog", title, list, close);
    dialog.className = "help";
    dialog.setAttribute("aria-labelledby", title.id);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog && outside(dialog, event)) dialog.close(); });
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  function outside(dialog, {clientX, clientY}) {
    const box = dialog.getBoundingClientRect();
    return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
  }

  const COMMANDS = {j: () => move(1), k: () => move(-1), v: vote, o: open, "/": search, "?": help};

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.(FIELDS)) return;
    const dialog = document.querySelector("dialog[open]");
    if (dialog) {
      if (event.key === "?" && dialog.matches(".help")) dialog.close();
      return;
    }
    const prefixed = event.timeStamp - prefixedAt < PREFIX_MILLIS;
    prefixedAt = -Infinity;
    if (prefixed && SECTIONS.includes(event.key)) {
      const link = section(event.key);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (event.key === "g") { prefixedAt = event.timeStamp; return; }
    if (event.key === "Enter") {
      // A focused link or button answers Enter itself.
      if (!event.target.closest?.(PRESSES_ITSELF) && last !== null) open();
      return;
    }
    const command = Object.hasOwn(COMMANDS, event.key) ? COMMANDS[event.key] : null;
    if (!command || (event.repeat && command === vote)) return;
    event.preventDefault();
    command();
  });
})();
