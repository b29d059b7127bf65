"use strict";
// Checks a certified count in the reader's own browser. The files are fetched once, when the page
// is opened; from then on nothing is asked of anybody, and a receipt code leaves the page never.

const checks = document.getElementById("checks");
const result = document.getElementById("result");
const found = document.getElementById("found");
const utf8 = new TextEncoder();
let lines = [];

for (const part of document.querySelectorAll("[data-script]")) {
  part.hidden = false;
}

const fill = (words, details) => words.replace(/\{(\w+)\}/g, (whole, name) => details[name] ?? whole);

// How a check ended: "holds", "fails", or "open" where this browser cannot tell.
function show(check, outcome, details) {
  const line = checks.querySelector(`[data-check="${check}"]`);
  for (const mark of line.querySelectorAll("[data-mark]")) {
    mark.hidden = mark.dataset.mark !== outcome;
  }
  const title = line.querySelector("[data-title]");
  title.textContent = title.dataset[outcome] ?? title.textContent;
  line.querySelector("[data-text]").textContent = fill(line.querySelector("[data-text]").dataset[outcome], details);
  return outcome;
}

async function download(what) {
  const answer = await fetch(checks.dataset[what]);
  if (!answer.ok) {
    throw new Error(`${what}: ${answer.status}`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const derOf = (pem) => pem.replace(/-----[A-Z ]+-----|\s/g, "");

// The first line that cannot stand where it stands, counted from 1; 0 when the list is one.
function firstWrong(text) {
  const at = lines.findIndex((line, i) => !/^[0-9a-f]{32}$/.test(line) || (i > 0 && lines[i - 1] >= line));
  return at >= 0 ? at + 1 : text === "" || text.endsWith("\n") ? 0 : lines.length;
}

const verifies = (key, signature, signed) => crypto.subtle.verify("Ed25519", key, signature, signed);

// Follows the keys from the first on: each of the others is signed by one before it.
async function trusted(history) {
  const keys = new Map();
  for (const entry of history) {
    const der = derOf(entry.publicKey);
    const key = await crypto.subtle.importKey("spki", bytesOf(der), "Ed25519", false, ["verify"]);
    const succession = utf8.encode(`lyhord/key-succession/v1\n${entry.kid}\n${der}\n`);
    const vouched =
      keys.size === 0
        ? !entry.signedBy
        : keys.has(entry.signedBy) && (await verifies(keys.get(entry.signedBy), bytesOf(entry.signature), succession));
    if (!vouched || keys.has(entry.kid)) {
      return new Map();
    }
    keys.set(entry.kid, key);
  }
  return keys;
}

async function signatureHolds(certificate, signed, signature, history) {
  try {
    const key = (await trusted(history)).get(certificate.kid);
    return key && (await verifies(key, signature, signed)) ? "holds" : "fails";
  } catch (error) {
    return error.name === "NotSupportedError" ? "open" : "fails";
  }
}

async function check() {
  const [list, signed, signature, keys] = await Promise.all(
    ["list", "certificate", "signature", "keys"].map(download));
  const text = new TextDecoder().decode(list);
  lines = text.replace(/\n$/, "").split("\n").filter((line, i, all) => all.length > 1 || line !== "");
  const certificate = JSON.parse(new TextDecoder().decode(signed));
  const wrong = firstWrong(text);
  const digest = hex(await crypto.subtle.digest("SHA-256", list));
  const holds = (truth) => (truth ? "holds" : "fails");
  const outcomes = [
    show("count", holds(lines.length === certificate.count), { listed: lines.length, certified: certificate.count }),
    show("list", holds(wrong === 0), { listed: lines.length, line: wrong }),
    show("digest", holds(digest === certificate.digest), { digest }),
    show("signature", await signatureHolds(certificate, signed, signature, JSON.parse(new TextDecoder().decode(keys))), {
      kid: certificate.kid, day: certificate.day }),
  ];
  return outcomes.includes("fails") ? "fails" : outcomes.includes("open") ? "partly" : "holds";
}

check()
  .catch(() => "missing")
  .then((outcome) => {
    result.textContent = result.dataset[outcome];
  });

document.getElementById("find").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = event.target.elements.code.value.replace(/[\s-]/g, "").toLowerCase();
  const line = lines.indexOf(code) + 1;
  const outcome = !/^[0-9a-f]{32}$/.test(code) ? "invalid" : line > 0 ? "there" : "absent";
  found.textContent = fill(found.dataset[outcome], { line, listed: lines.length });
});
