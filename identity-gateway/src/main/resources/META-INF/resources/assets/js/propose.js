// The browser's work against spam (ALTCHA) begins with the first field and is waited for when the
// proposal is sent. It shows nothing and asks nothing; if it fails, the server decides without it.

const widget = document.querySelector("altcha-widget");
const form = widget.closest("form");
let work;
let sending = false;

$altcha.algorithms.set("SHA-256", () => new Worker(widget.dataset.worker));

const begin = () => (work ??= widget.verify());

form.addEventListener("focusin", begin);
form.addEventListener("submit", async (event) => {
  if (sending || !event.submitter?.hasAttribute("data-work")) {
    return;
  }
  event.preventDefault();
  await begin();
  setTimeout(() => {
    sending = true;
    form.requestSubmit(event.submitter);
  });
});
// Whoever comes back by the browser's history finds the page as it was left, without its proof.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    work = undefined;
    sending = false;
  }
});
