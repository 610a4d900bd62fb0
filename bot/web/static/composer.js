// Where a message is written: text, quote, files.

import { $, plain } from "./dom.js";

const form = $("composer");
const text = $("text");
const send = $("send");
const quote = $("quote");
const picker = $("file");
const drop = $("drop");

export class Composer {
  constructor({ onText, onFile }) {
    this.onText = onText;
    this.onFile = onFile;
    this.replyTo = null;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.submit();
      }
      if (event.key === "Escape") this.reply(null);
    });
    text.addEventListener("input", () => this.fit());
    $("quote-off").addEventListener("click", () => this.reply(null));
    $("attach").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      [...picker.files].forEach((file) => this.onFile(file));
      picker.value = "";
    });
    this.dragging();
    text.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length) event.preventDefault();
      files.forEach((file) => this.onFile(file));
    });
  }

  submit() {
    const written = text.value.trim();
    if (!written) return;
    this.onText(written, this.replyTo);
    text.value = "";
    this.reply(null);
    this.fit();
  }

  reply(message) {
    this.replyTo = message?.id ?? null;
    quote.hidden = !message;
    if (message) {
      $("quote-text").textContent = plain(message.text);
      text.focus();
    }
  }

  focus() {
    if (!matchMedia("(pointer: coarse)").matches) text.focus();
  }

  fit() {
    send.disabled = !text.value.trim();
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
  }

  dragging() {
    const chat = $("chat");
    let depth = 0;
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    chat.addEventListener("dragenter", (event) => {
      if (!hasFiles(event)) return;
      depth += 1;
      drop.hidden = false;
    });
    chat.addEventListener("dragleave", () => {
      depth = Math.max(0, depth - 1);
      drop.hidden = depth === 0;
    });
    chat.addEventListener("dragover", (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    chat.addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      drop.hidden = true;
      [...event.dataTransfer.files].forEach((file) => this.onFile(file));
    });
  }
}
