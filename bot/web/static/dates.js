// Times of messages in Indonesian. The demonstration's clock may be shifted, so "hari ini" is
// counted from the server's time and not from the phone's.

const ZONE = "Asia/Jakarta";
const day = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: ZONE });
const clock = new Intl.DateTimeFormat("id-ID", {
  hour: "2-digit", minute: "2-digit", hour12: false, timeZone: ZONE,
});

let offset = 0;

export function setServerTime(iso) {
  offset = new Date(iso).getTime() - Date.now();
}

export function now() {
  return new Date(Date.now() + offset);
}

export function dayOf(date) {
  const name = day.format(date);
  if (name === day.format(now())) return "Hari ini";
  if (name === day.format(new Date(now().getTime() - 86_400_000))) return "Kemarin";
  return name;
}

export function timeOf(date) {
  return clock.format(date).replace(":", ".");
}
