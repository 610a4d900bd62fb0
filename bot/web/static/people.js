// The people of the demonstration: list, search, who is open, what came for whom meanwhile.

import { $, avatar, el } from "./dom.js";

const list = $("people-list");
const search = $("search");
const hint = $("people-hint");
const others = $("others");
const SEEN = "sapa:dilihat";

export class People {
  constructor(onPick) {
    this.onPick = onPick;
    this.all = [];
    this.items = new Map();
    this.arrived = {};
    this.seen = JSON.parse(localStorage.getItem(SEEN) ?? "{}");
    search.addEventListener("input", () => this.draw());
    search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "Enter") {
        event.preventDefault();
        const first = list.querySelector("button");
        if (event.key === "Enter") first?.click();
        else first?.focus();
      }
    });
    list.addEventListener("keydown", (event) => this.move(event));
  }

  set(people) {
    this.all = people;
    for (const person of people) this.arrived[person.nip] = person.tiba;
    this.draw();
  }

  get(nip) {
    return this.all.find((person) => person.nip === nip);
  }

  open(nip) {
    this.current = nip;
    this.markSeen();
    this.draw();
    list.querySelector(".current")?.scrollIntoView({ block: "nearest" });
  }

  // Counts of unasked messages by NIP, as the server tells them; returns who got something new.
  update(counts) {
    const grown = this.all.filter(({ nip }) => (counts[nip] ?? 0) > (this.arrived[nip] ?? 0));
    Object.assign(this.arrived, counts);
    if (!document.hidden) this.markSeen();
    this.draw();
    return grown.filter(({ nip }) => nip !== this.current);
  }

  markSeen() {
    if (!this.current) return;
    this.seen[this.current] = this.arrived[this.current] ?? 0;
    localStorage.setItem(SEEN, JSON.stringify(this.seen));
  }

  unread(nip) {
    return Math.max(0, (this.arrived[nip] ?? 0) - (this.seen[nip] ?? 0));
  }

  draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.all.filter((person) => {
      const text = [person.nama, person.jabatan, person.opd, person.catatan, person.nip, ...roles(person)]
        .join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    });
    hint.textContent = found.length ? "Pilih seseorang untuk berbicara sebagai dia."
      : "Tidak ada yang cocok. Coba kata lain.";
    this.show(found.map((person) => this.item(person)));
    const elsewhere = this.all.reduce((sum, { nip }) => sum + (nip === this.current ? 0 : this.unread(nip)), 0);
    others.hidden = elsewhere === 0;
    others.textContent = elsewhere > 9 ? "9+" : String(elsewhere);
    const total = elsewhere + this.unread(this.current);
    document.title = total ? `(${total}) SAPA ASN` : "SAPA ASN";
  }

  // The same nodes stay in place: a list made anew under the finger would swallow the press.
  show(items) {
    const same = items.length === list.children.length && items.every((item, n) => item === list.children[n]);
    if (!same) list.replaceChildren(...items);
  }

  item(person) {
    if (!this.items.has(person.nip)) this.items.set(person.nip, this.make(person));
    const item = this.items.get(person.nip);
    const button = item.firstElementChild;
    const current = person.nip === this.current;
    button.classList.toggle("current", current);
    if (current) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    const unread = this.unread(person.nip);
    const text = unread > 9 ? "9+" : String(unread);
    const badge = button.querySelector(".badge");
    if (badge?.textContent !== text) {
      badge?.remove();
      if (unread) button.append(el("span", { cls: "badge", text, "aria-label": `${unread} pesan baru` }));
    }
    return item;
  }

  make(person) {
    const tags = roles(person).map((role) => el("span", { cls: "tag", text: role }));
    const button = el("button", { cls: "person", type: "button", onclick: () => this.onPick(person.nip) },
      avatar(el("span", { cls: "avatar", "aria-hidden": "true" }), person.nama),
      el("span", { cls: "person-text" },
        el("span", { cls: "person-name", text: person.nama }),
        el("span", { cls: "person-role", text: [person.jabatan, person.opd].filter(Boolean).join(" · ") }),
        person.catatan ? el("span", { cls: "person-note", text: person.catatan }) : null,
        tags.length ? el("span", { cls: "tags" }, ...tags) : null));
    button.dataset.nip = person.nip;
    return el("li", {}, button);
  }

  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons.indexOf(document.activeElement) + step;
    (buttons[next] ?? search).focus();
  }
}

export function roles(person) {
  const given = Array.isArray(person.peran) ? person.peran : String(person.peran ?? "").split(";");
  return given.filter(Boolean).map((role) => {
    const words = role.replaceAll("_", " ").replace(/\b(opd|bkd|ppk)\b/g, (word) => word.toUpperCase());
    return words[0].toUpperCase() + words.slice(1);
  });
}
