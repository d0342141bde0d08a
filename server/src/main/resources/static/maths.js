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
