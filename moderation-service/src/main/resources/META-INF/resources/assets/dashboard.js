// Keys for moderators who have many petitions to get through, and word of who has one open.
// Single keys can be switched off (WCAG 2.2, 2.1.4) and never act inside a field.
(() => {
  const panel = document.querySelector("[data-keys]");
  const toggle = panel.querySelector("[data-keys-on]");
  const storage = "lyhord-keys";
  panel.hidden = false;
  toggle.checked = localStorage.getItem(storage) !== "off";
  toggle.addEventListener("change", () => localStorage.setItem(storage, toggle.checked ? "on" : "off"));

  const titles = [...document.querySelectorAll("table a.ly-title")];
  const move = (step) => {
    const at = titles.indexOf(document.activeElement);
    const to = at < 0 ? (step > 0 ? 0 : titles.length - 1) : at + step;
    titles[Math.max(0, Math.min(titles.length - 1, to))]?.focus();
  };
  const focus = (id) => document.getElementById(id)?.focus();
  const mask = () => {
    const words = document.getElementById("words");
    const marked = getSelection().toString().trim();
    if (marked) words.value = marked;
    words.focus();
  };
  const keys = {
    queue: { j: () => move(1), k: () => move(-1), "/": () => focus("q") },
    review: { m: mask, n: () => focus("colleagueNote"), u: () => document.querySelector("a.ly-back").click() },
  }[panel.dataset.keys];
  const choose = (key) => {
    const radio = document.querySelectorAll("#decision input[type=radio]")[Number(key) - 1];
    radio?.focus();
    radio?.click();
  };

  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest("input:not([type=radio],[type=checkbox]), textarea, select");
    if (!toggle.checked || inField || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key] ?? (/^[1-9]$/.test(event.key) ? () => choose(event.key) : null);
    if (act) {
      event.preventDefault();
      act();
    }
  });

  const looking = document.querySelector("form[data-looking]");
  if (looking) {
    const say = (left) => {
      const form = new FormData(looking);
      form.set("left", left);
      navigator.sendBeacon(looking.action, new URLSearchParams(form));
    };
    setInterval(() => document.visibilityState === "visible" && say(false), 30000);
    addEventListener("pagehide", () => say(true));
    addEventListener("pageshow", (event) => event.persisted && say(false));
  }
})();
