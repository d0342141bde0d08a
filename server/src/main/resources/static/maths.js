// Typesets formulas as MathML. The server sends each one readable in Unicode, with its LaTeX beside it:
//   <span class="formula" data-latex="x^2" data-setting="inline">x²</span>     (or data-setting="display")
// so without this script, or where KaTeX cannot read a formula, the page still reads. KaTeX is fetched only for pages
// that have a formula. Copying a typeset passage gives the LaTeX back.
(() => {
  "use strict";

  // Errors are thrown, and caught below, because KaTeX would print them in red. Nothing is trusted: a formula with
  // \href or \includegraphics is an error like the others.
  const OPTIONS = {
    output: "mathml", strict: "ignore", maxExpand: 500, maxSize: 20,
    throwOnError: true, trust: ({command}) => { throw new Error(`not allowed in a formula: ${command}`); },
  };

  // Browsers read only mathvariant="normal" (MathML Core); the other alphabets are letters of their own in Unicode.
  // Each row: where A, a and 0 of the alphabet stand; 0 where it has none.
  const ALPHABETS = {
    "double-struck": [0x1D538, 0x1D552, 0x1D7D8], script: [0x1D49C, 0x1D4B6, 0], fraktur: [0x1D504, 0x1D51E, 0],
    bold: [0x1D400, 0x1D41A, 0x1D7CE], "bold-italic": [0x1D468, 0x1D482, 0], "sans-serif": [0x1D5A0, 0x1D5BA, 0x1D7E2],
    monospace: [0x1D670, 0x1D68A, 0x1D7F6],
  };
  // Letters that Unicode had before it got the alphabets.
  const ELSEWHERE = {
    "double-struck": {C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ"},
    script: {B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ"},
    fraktur: {C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ"},
  };

  function letter(alphabet, c) {
    const other = ELSEWHERE[alphabet]?.[c];
    if (other) return other;
    const [upper, lower, digit] = ALPHABETS[alphabet];
    if (c >= "A" && c <= "Z") return String.fromCodePoint(upper + c.codePointAt(0) - 65);
    if (c >= "a" && c <= "z") return String.fromCodePoint(lower + c.codePointAt(0) - 97);
    if (c >= "0" && c <= "9" && digit) return String.fromCodePoint(digit + c.codePointAt(0) - 48);
    return c;
  }

  function withLetters(formula) {
    for (const node of formula.querySelectorAll("[mathvariant]")) {
      const alphabet = node.getAttribute("mathvariant");
      if (!Object.hasOwn(ALPHABETS, alphabet) || node.childElementCount > 0) continue;
      node.textContent = [...node.textContent].map((c) => letter(alphabet, c)).join("");
      node.removeAttribute("mathvariant");
    }
  }

  // A formula that is too wide to be seen whole is scrolled, also by the keyboard.
  const widths = new ResizeObserver((entries) => entries.forEach(({target}) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0; else target.removeAttribute("tabindex");
  }));

  let katexIsHere = null;

  function fetchKatex() {
    katexIsHere ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "/katex.min.js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return katexIsHere;
  }

  function typeset(formula) {
    const {latex, setting} = formula.dataset;
    const displayMode = setting === "display";
    try {
      // KaTeX escapes quotes in text and values, so this takes away attributes only: the policy allows no inline style.
      const html = katex.renderToString(latex, {...OPTIONS, displayMode}).replace(/ style="[^"]*"/g, "");
      formula.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
      withLetters(formula);
      formula.dataset.source = displayMode ? `$$${latex}$$` : `$${latex}$`;
      formula.classList.add("maths");
    } catch {
      // it stays as it reads
    }
    delete formula.dataset.latex;
  }

  async function typesetIn(root) {
    const formulas = [...root.querySelectorAll("[data-latex]"), ...(root.matches?.("[data-latex]") ? [root] : [])];
    if (formulas.length === 0) return;
    try {
      await fetchKatex();
    } catch {
      return;
    }
    formulas.forEach(typeset);
    formulas.filter((formula) => !formula.closest("a")).forEach((formula) => widths.observe(formula));
  }

  function copyLatex(event) {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    // A selection that starts or ends inside a formula takes all of it.
    const around = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".maths");
    const first = around(range.startContainer), last = around(range.endContainer);
    const wide = range.cloneRange();
    if (first) wide.setStartBefore(first);
    if (last) wide.setEndAfter(last);
    const copy = wide.cloneContents();
    const formulas = copy.querySelectorAll(".maths");
    if (formulas.length === 0) return;
    formulas.forEach((formula) => formula.replaceWith(formula.dataset.source));
    copy.querySelectorAll("p, li, h1, h2, h3, h4, dt, dd, div, br").forEach((block) => block.after("\n"));
    event.clipboardData.setData("text/plain", copy.textContent.trim());
    event.preventDefault();
  }

  function start() {
    typesetIn(document);
    document.addEventListener("htmx:load", (event) => typesetIn(event.target));
    document.addEventListener("copy", copyLatex);
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start); else start();
})();
