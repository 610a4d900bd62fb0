// The conversation: bubbles in the order of their ids, what is not sent yet at the end.

import { $, el, icon, plain, rich } from "./dom.js";
import { dayOf, now, timeOf } from "./dates.js";

const NEAR = 120; // pixels from the end within which the view follows new messages
const SWIPE = 64;

const log = $("log");
const inner = $("log-inner");
const jump = $("jump");

export class Bubbles {
  constructor({ onChoice, onReply, onRetry, onSuggestion }) {
    this.act = { onChoice, onReply, onRetry, onSuggestion };
    this.shown = new Map();
    this.pending = new Map();
    this.working = 0;
    this.typing = el("div", { cls: "row sapa typing", "aria-label": "SAPA sedang menulis" },
      el("div", { cls: "bubble" }, el("i"), el("i"), el("i")));
    jump.addEventListener("click", () => this.toEnd(true));
    log.addEventListener("scroll", () => this.scrolled(), { passive: true });
  }

  // The view follows what arrives until the person scrolls up, and again once he is back at the
  // end. Where it is at this moment says nothing: it may be on its smooth way down.
  scrolled() {
    if (this.atEnd()) {
      this.following = true;
      jump.hidden = true;
    } else if (log.scrollTop < this.lastTop) this.following = false;
    this.lastTop = log.scrollTop;
  }

  clear() {
    this.following = true;
    this.lastTop = 0;
    this.shown.clear();
    this.pending.clear();
    this.pressed = new Set();
    this.working = 0;
    inner.replaceChildren();
    jump.hidden = true;
  }

  get lastId() {
    return Math.max(0, ...this.shown.keys());
  }

  message(id) {
    return this.shown.get(id);
  }

  // Adds what is new; returns it. `quietly` while a history is loaded.
  add(messages, quietly = false) {
    const fresh = messages.filter((message) => !this.shown.has(message.id));
    for (const message of fresh) {
      this.shown.set(message.id, message);
      if (message.client_id) this.pending.delete(message.client_id);
    }
    if (!fresh.length) return fresh;
    const follow = quietly || this.following || fresh.some((message) => message.from === "saya");
    this.draw();
    if (follow) this.toEnd(!quietly);
    else jump.hidden = false;
    return fresh;
  }

  wait(clientId, message) {
    this.pending.set(clientId, { ...message, from: "saya", at: now().toISOString(), clientId });
    this.draw();
    this.toEnd(true);
  }

  fail(clientId, reason) {
    const message = this.pending.get(clientId);
    if (!message) return;
    message.failed = reason;
    this.draw();
    this.toEnd(true);
  }

  forget(clientId) {
    this.pending.delete(clientId);
    this.draw();
  }

  busy(change) {
    this.working = Math.max(0, this.working + change);
    this.place();
    if (this.following) this.toEnd(true);
  }

  draw() {
    const all = [...this.shown.values()].sort((a, b) => a.id - b.id);
    this.newest = all.findLast((message) => message.from === "sapa")?.id;
    const wanted = [];
    let day = null;
    let previous = null;
    for (const message of [...all, ...this.pending.values()]) {
      const date = new Date(message.at);
      const name = dayOf(date);
      if (name !== day) {
        wanted.push(this.keep(`day:${name}`, "", () => el("div", { cls: "day" }, el("span", { text: name }))));
        previous = null;
      }
      day = name;
      const close = previous !== null && previous.from === message.from
        && date - new Date(previous.at) < 120_000;
      wanted.push(this.row(message, date, close));
      previous = message;
    }
    if (!wanted.length) wanted.push(this.empty());
    sync(inner, wanted);
    this.place();
  }

  // Nodes are kept while what they show stays the same, so that focus and reading go on.
  keep(key, state, make) {
    const old = inner.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (old && old.dataset.state === state) return old;
    const node = make();
    node.dataset.key = key;
    node.dataset.state = state;
    return node;
  }

  row(message, date, close) {
    const key = message.id ? `m:${message.id}` : `p:${message.clientId}`;
    // What came unasked (a task to decide) stays lively until it is answered.
    const live = message.id !== undefined && (message.unasked || message.id === this.newest);
    const state = [close, live, message.failed ?? "", this.pressed.has(message.id)].join("|");
    return this.keep(key, state, () => this.make(message, date, close, live));
  }

  make(message, date, close, live) {
    const mine = message.from === "saya";
    const bubble = el("div", { cls: "bubble" }, el("span", { cls: "sr", text: mine ? "Anda: " : "SAPA: " }));
    const quoted = message.reply_to && this.shown.get(message.reply_to);
    if (quoted) {
      bubble.append(el("button", { cls: "quoted", type: "button", onclick: () => this.find(quoted.id) },
        el("strong", { text: "SAPA" }), el("span", { text: plain(quoted.text) })));
    }
    if (message.text) bubble.append(el("div", { cls: "text" }, ...rich(message.text)));
    if (message.document) bubble.append(card(message.document, mine));
    bubble.append(el("div", { cls: "meta" },
      message.id ? null : icon("clock"),
      el("time", { text: timeOf(date), datetime: message.at })));
    const line = el("div", { cls: "line" }, bubble);
    if (!mine) line.append(this.replyButton(message));
    const row = el("article", { cls: `row ${mine ? "saya" : "sapa"}${close ? " close" : ""}` }, line);
    if (message.failed) row.append(this.failure(message));
    if (message.choices?.length) row.append(this.choices(message, live));
    if (!mine) this.swipe(row, line, message);
    return row;
  }

  replyButton(message) {
    return el("button", {
      cls: "reply", type: "button", title: "Balas",
      "aria-label": `Balas: ${plain(message.text).slice(0, 60)}`,
      onclick: () => this.act.onReply(message),
    }, icon("reply"));
  }

  failure(message) {
    return el("button", { cls: "failed", type: "button", text: `${message.failed} Ketuk untuk mengirim ulang.`,
      onclick: () => this.act.onRetry(message.clientId) });
  }

  choices(message, live) {
    const buttons = message.choices.map((choice) => el("button", {
      cls: "choice", type: "button", text: choice.label,
      onclick: () => {
        this.pressed.add(message.id);
        this.act.onChoice(message, choice);
      },
    }));
    const cls = `choices${live && !this.pressed.has(message.id) ? "" : " past"}`;
    return el("div", { cls, role: "group", "aria-label": "Pilihan jawaban" }, ...buttons);
  }

  empty() {
    const chips = ["Bantuan", "Layanan apa saja yang tersedia?", "Status permohonan saya",
      "Apa yang menunggu persetujuan saya?"];
    return this.keep("empty", "", () => el("div", { cls: "empty" },
      el("img", { src: "/web/static/ikon.svg", alt: "", width: 64, height: 64 }),
      el("h2", { text: "Ada yang dapat kami bantu?" }),
      el("p", { text: "Tuliskan keperluan kepegawaian Bapak/Ibu dengan kalimat sehari-hari." }),
      el("div", { cls: "chips" }, ...chips.map((text) => el("button", {
        cls: "choice", type: "button", text, onclick: () => this.act.onSuggestion(text),
      })))));
  }

  swipe(row, line, message) {
    let start = null;
    row.addEventListener("touchstart", (event) => {
      const touch = event.touches[0];
      start = { x: touch.clientX, y: touch.clientY };
    }, { passive: true });
    row.addEventListener("touchmove", (event) => {
      if (!start) return;
      const dx = event.touches[0].clientX - start.x;
      const dy = Math.abs(event.touches[0].clientY - start.y);
      if (dy > 24 && dx < SWIPE / 2) start = null;
      const moved = start ? Math.min(Math.max(dx, 0), SWIPE + 12) : 0;
      line.style.transform = moved > 8 ? `translateX(${moved}px)` : "";
      row.classList.toggle("swiped", moved > SWIPE);
    }, { passive: true });
    row.addEventListener("touchend", () => {
      if (row.classList.contains("swiped")) this.act.onReply(message);
      row.classList.remove("swiped");
      line.style.transform = "";
      start = null;
    });
  }

  find(id) {
    const node = inner.querySelector(`[data-key="m:${id}"]`);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: motion() });
    node.classList.add("found");
    setTimeout(() => node.classList.remove("found"), 1600);
  }

  place() {
    if (this.working > 0) inner.append(this.typing);
    else this.typing.remove();
  }

  atEnd() {
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  }

  toEnd(smooth) {
    this.following = true;
    jump.hidden = true;
    requestAnimationFrame(() => log.scrollTo({ top: log.scrollHeight, behavior: smooth ? motion() : "auto" }));
  }
}

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

function card(document, mine) {
  const extension = document.name.includes(".") ? document.name.split(".").at(-1).toUpperCase() : "BERKAS";
  const body = [
    el("span", { cls: `card-icon${extension === "PDF" ? " pdf" : ""}` }, icon("file"), el("b", { text: extension.slice(0, 4) })),
    el("span", { cls: "card-text" },
      el("span", { cls: "card-name", text: document.name }),
      el("span", { cls: "card-hint", text: document.url ? "Ketuk untuk mengunduh" : mine ? "Berkas Anda" : "" })),
  ];
  if (!document.url) return el("div", { cls: "card" }, ...body);
  return el("a", { cls: "card", href: document.url, target: "_blank", rel: "noopener", download: document.name },
    ...body, icon("download"));
}

function sync(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
