// Remembers light or dark. Stands in the head, so that nothing flashes; without it the page follows the system.
(() => {
  "use strict";
  const root = document.documentElement;
  // A browser that keeps nothing (private mode, blocked storage) still has the button.
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* for this page only */ } };

  const before = kept();
  if (before === "light" || before === "dark") root.dataset.theme = before;

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-toggle-theme]");
    if (!button) return;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      keep(root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  });
})();
