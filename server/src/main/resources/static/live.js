// A run under way. What it needs from the page:
//   [data-live="/lab/runs/…/events"]  the part of the page that the stream renews
// An event "progress" brings that part anew; "end" says that the page has something else to tell now.
(() => {
  "use strict";
  const COME_BACK_MILLIS = 5000;

  function follow(part) {
    const stream = new EventSource(part.dataset.live);
    stream.addEventListener("progress", ({data}) => {
      // What the reader has focused is left alone until they go on.
      if (!part.contains(document.activeElement)) part.innerHTML = data;
    });
    stream.addEventListener("end", () => { stream.close(); location.reload(); });
    // A broken stream is taken up again by the browser; one that was refused is not.
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), COME_BACK_MILLIS);
    });
    // Who stops the run goes on to another page: its end is no news there.
    addEventListener("submit", () => stream.close());
    addEventListener("pagehide", () => stream.close());
  }

  document.querySelectorAll("[data-live]").forEach(follow);
})();
