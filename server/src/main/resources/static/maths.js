// Typesets LaTeX between $…$, $$…$$, \(…\) and \[…\] as MathML, inside elements marked class="tex" or data-tex.
// The server sends the LaTeX as plain text, so without this script (or where KaTeX cannot read a formula) the page
// shows what the authors wrote. Copying a typeset passage gives that LaTeX back.
(() => {
  "use strict";
  const MARKED = ".tex, [data-tex]";
  const NOT_IN = "script, style, pre, code, kbd, textarea, input, select, svg, math, .maths";

  // Single dollars follow Pandoc's rule, so that "$5 and $10" stays money: no space inside, no digit after.
  const FORMULA = new RegExp([
    String.raw`\\[\\$]`,                                             // \\ and \$ : skipped, they open nothing
    String.raw`\$\$(?<display>(?:\\[^]|[^$\\])+)\$\$`,
    String.raw`\$(?=\S)(?<inline>(?:\\[^]|[^$\\])+)(?<!\s)\$(?!\d)`,
    String.raw`\\\((?<round>[^]+?)\\\)`,
    String.raw`\\\[(?<square>[^]+?)\\\]`,
  ].join("|"), "g");

  // Degrees read better as the sign in the text's own face: 360$^{\circ}$ and $360^\circ$ both give 360°.
  const DEGREES = /^\s*(\d*(?:\.\d+)?)\s*\^\s*(?:\\circ|\{\s*\\circ\s*\})\s*$/;

  // Errors are thrown, and caught below, because KaTeX would print them in red. Nothing is trusted: a formula with
  // \href or \includegraphics is an error like the others.
  const OPTIONS = {
    output: "mathml", strict: "ignore", maxExpand: 500, maxSize: 20,
    throwOnError: true, trust: ({command}) => { throw new Error(`not allowed in a formula: ${command}`); },
  };

  /** The formula as a node, or null where KaTeX fails. */
  function typeset(latex, displayMode, source) {
    const holder = document.createElement("span");
    holder.className = "maths";
    holder.dataset.source = source;
    const degrees = latex.match(DEGREES);
    if (degrees) {
      holder.append(`${degrees[1]}\u00b0`);
      return holder;
    }
    try {
      // KaTeX escapes quotes in text and values, so this takes away attributes only: the policy allows no inline style.
      const html = katex.renderToString(latex, {...OPTIONS, displayMode}).replace(/ style="[^"]*"/g, "");
      holder.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
      return holder;
    } catch {
      return null;
    }
  }

  function typesetText(text) {
    const pieces = document.createDocumentFragment();
    let done = 0;
    for (const found of text.data.matchAll(FORMULA)) {
      const {display, inline, round, square} = found.groups;
      const latex = display ?? inline ?? round ?? square;
      const node = latex && typeset(latex, (display ?? square) !== undefined, found[0]);
      if (!node) continue;
      pieces.append(text.data.slice(done, found.index), node);
      done = found.index + found[0].length;
    }
    if (done === 0) return;
    pieces.append(text.data.slice(done));
    text.replaceWith(pieces);
  }

  function typesetIn(root) {
    const marked = root.closest?.(MARKED) ? [root] : root.querySelectorAll(MARKED);
    for (const element of marked) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (/[$\\]/.test(text.data) && !text.parentElement.closest(NOT_IN)) texts.push(text);
      }
      texts.forEach(typesetText);
    }
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
