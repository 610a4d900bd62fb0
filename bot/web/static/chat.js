// The web chat: who is open, what is sent, what arrives.

import * as api from "./api.js";
import { Bubbles } from "./bubbles.js";
import { Composer } from "./composer.js";
import { setServerTime } from "./dates.js";
import { $, avatar, plain } from "./dom.js";
import { People, roles } from "./people.js";

const LAST = "sapa:orang";
const THEME = "sapa:tampilan";
const app = $("app");
const tokens = new Map();
const outgoing = new Map(); // client id -> how to send it (again)
let open = null; // { nip, token, stop }
let live = true;

const bubbles = new Bubbles({
  onChoice: (message, choice) => sendSaid({ payload: choice.payload }, { text: choice.label }),
  onReply: (message) => composer.reply(message),
  onRetry: (clientId) => transmit(clientId),
  onSuggestion: (text) => sendSaid({ text }, { text }),
});
const composer = new Composer({
  onText: (text, replyTo) => {
    const body = replyTo ? { text, reply_to: replyTo } : { text };
    sendSaid(body, { text, reply_to: replyTo });
  },
  onFile: (file) => {
    const name = file.name || "berkas";
    queue({ text: "", document: { name, url: null } }, (token, id) => api.sendFile(token, file, id));
  },
});
const people = new People((nip) => pick(nip));

async function pick(nip) {
  app.classList.remove("choosing");
  if (open?.nip === nip) return;
  open?.stop();
  open = { nip, token: null, stop() {} };
  people.open(nip);
  localStorage.setItem(LAST, nip);
  showPerson(people.get(nip));
  bubbles.clear();
  composer.reply(null);
  outgoing.clear();
  try {
    await enter(open);
  } catch (error) {
    banner(error.message);
  }
}

async function enter(session) {
  session.token = await tokenOf(session.nip);
  const { messages } = await api.history(session.token);
  if (open !== session) return;
  bubbles.add(messages, true);
  bubbles.draw();
  composer.focus();
  session.stop = api.listen(session.token, bubbles.lastId, {
    onMessage: (message) => receive(session, [message]),
    onPeople: (counts) => {
      for (const person of people.update(counts)) announce(`Pesan baru untuk ${person.nama}`);
    },
    onState: (up, signedOut) => connection(session, up, signedOut),
  });
}

async function tokenOf(nip) {
  if (!tokens.has(nip)) {
    const answer = await api.signIn(nip);
    setServerTime(answer.sekarang);
    tokens.set(nip, answer.token);
  }
  return tokens.get(nip);
}

function receive(session, messages) {
  if (open !== session) return;
  const fresh = bubbles.add(messages);
  for (const message of fresh) if (message.client_id) outgoing.delete(message.client_id);
  if (fresh.some((message) => message.from === "sapa") && document.hidden) {
    announce(`SAPA: ${plain(fresh.at(-1).text)}`);
  }
}

function connection(session, up, signedOut) {
  if (open !== session) return;
  if (signedOut) {
    tokens.delete(session.nip);
    open = null;
    pick(session.nip);
    return;
  }
  live = up;
  showConnection();
}

// Tells when the line is down; sends what was left behind when it is back.
function showConnection() {
  const up = live && navigator.onLine;
  banner(up ? "" : "Sambungan terputus. Pesan Bapak/Ibu akan dikirim begitu tersambung kembali.");
  if (up) for (const [id, out] of outgoing) if (out.failed) transmit(id);
}

function sendSaid(body, shown) {
  queue(shown, (token, id) => api.say(token, { ...body, client_id: id }));
}

function queue(shown, send) {
  const id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  outgoing.set(id, { shown, send, failed: false });
  transmit(id);
}

// The same client id however often it is sent: the bot takes it once.
async function transmit(id) {
  const session = open;
  const out = outgoing.get(id);
  if (!out || !session) return;
  out.failed = false;
  bubbles.wait(id, out.shown);
  bubbles.busy(+1);
  try {
    // Whoever types at once, before signing in is done, waits for it here.
    const { messages } = await out.send(await tokenOf(session.nip), id);
    receive(session, messages);
    if (open === session) outgoing.delete(id);
  } catch (error) {
    if (open !== session) return;
    const refused = error instanceof api.Refused;
    out.failed = !refused;
    bubbles.fail(id, refused ? error.message : "Belum terkirim.");
  } finally {
    if (open === session) bubbles.busy(-1);
  }
}

function showPerson(person) {
  app.classList.add("opened");
  avatar($("who-avatar"), person.nama);
  $("who-name").textContent = person.nama;
  $("who-role").textContent = [person.jabatan, person.opd, ...roles(person)].filter(Boolean).join(" · ");
}

function banner(text) {
  $("banner").textContent = text;
  $("banner").hidden = !text;
}

function announce(text) {
  $("announce").textContent = text;
}

function theme(next) {
  if (next) localStorage.setItem(THEME, next);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = localStorage.getItem(THEME) ?? (dark ? "dark" : "light");
}

function choosePerson() {
  app.classList.add("choosing");
  $("search").focus({ preventScroll: true });
}

$("theme").addEventListener("click", () => {
  theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
});
$("back").addEventListener("click", choosePerson);
$("who").addEventListener("click", choosePerson);
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    choosePerson();
  }
  if (event.key === "Escape" && open) app.classList.remove("choosing");
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    people.markSeen();
    people.draw();
  }
});
addEventListener("offline", showConnection);
addEventListener("online", showConnection);

theme();
try {
  people.set(await api.people());
  const last = new URLSearchParams(location.search).get("nip") ?? localStorage.getItem(LAST);
  if (last && people.get(last)) pick(last);
  else app.classList.add("choosing");
} catch (error) {
  $("welcome-text").textContent = error.message;
  $("people-hint").textContent = error.message;
}
