"use strict";
// The pages are complete without this file. It draws the receipt code in the voter's own browser,
// makes buttons work that need a script, and hides those that are for browsers without.

for (const field of document.querySelectorAll("input[data-draw]")) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  field.value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const status = document.getElementById("status");
const codeOf = (button, name) => document.getElementById(button.dataset[name]).dataset.code;

for (const part of document.querySelectorAll("[data-script]")) {
  part.hidden = false;
}
for (const part of document.querySelectorAll("[data-noscript]")) {
  part.hidden = true;
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(codeOf(button, "copy"));
    status.textContent = button.dataset.done;
  });
}
for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => {
    const file = URL.createObjectURL(new Blob([codeOf(button, "save") + "\n"], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = file;
    link.download = "kvittokod.txt";
    link.click();
    URL.revokeObjectURL(file);
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
