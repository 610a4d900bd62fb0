// The doors of the bot. Every refusal carries an Indonesian sentence that may be shown.

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export class Offline extends Error {}

async function call(path, { token, timeout = 40_000, ...options } = {}) {
  const headers = { ...options.headers };
  if (token) headers.Authorization = `Bearer ${token}`;
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, signal: AbortSignal.timeout(timeout) });
  } catch {
    throw new Offline("Sambungan terputus.");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, body.message ?? "Silakan coba beberapa saat lagi.");
  return body;
}

function json(body) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

export const people = () => call("/web/people");
export const signIn = (nip) => call("/web/session", json({ nip }));
export const say = (token, body) => call("/web/messages", { token, ...json(body) });
export const history = (token) => call("/web/messages?after=0&semua=1", { token });

export function sendFile(token, file, clientId) {
  const body = new FormData();
  body.append("file", file, file.name);
  body.append("client_id", clientId);
  return call("/web/files", { token, method: "POST", body, timeout: 120_000 });
}

// Live events. A plain EventSource cannot carry the token in a header, and addresses get logged.
export function listen(token, after, { onMessage, onPeople, onState }) {
  const stopped = new AbortController();
  let last = after;
  let failures = 0;

  async function connect() {
    const answer = await fetch(`/web/events?semua=1&after=${last}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: stopped.signal,
    });
    if (!answer.ok) throw new Refused(answer.status, "");
    onState(true);
    failures = 0;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop();
      blocks.forEach(handle);
    }
  }

  function handle(block) {
    let name = "message";
    let data = "";
    for (const line of block.split("\n")) {
      if (line.startsWith("event: ")) name = line.slice(7);
      if (line.startsWith("data: ")) data += line.slice(6);
    }
    if (!data) return;
    const value = JSON.parse(data);
    if (name === "people") onPeople(value);
    if (name === "message") {
      last = Math.max(last, value.id);
      onMessage(value);
    }
  }

  (async () => {
    while (!stopped.signal.aborted) {
      try {
        await connect();
      } catch (error) {
        if (stopped.signal.aborted) return;
        if (error instanceof Refused && error.status === 401) return onState(false, true);
      }
      failures += 1;
      if (failures > 1) onState(false);
      const pause = Math.min(500 * 2 ** failures, 8_000) * (0.7 + Math.random() * 0.3);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();

  return () => stopped.abort();
}
