// Small building blocks. Text from outside only ever becomes text nodes.

export const $ = (id) => document.getElementById(id);

export function el(tag, { cls, text, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.filter(Boolean));
  return node;
}

const ICONS = {
  reply: "M10 8 5 13l5 5M5 13h9a5 5 0 0 1 5 5v1",
  file: "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5",
  download: "M12 5v10m-4-4 4 4 4-4M6 19h12",
  clock: "M12 8v4l3 2M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// `*tebal*` is the only markup, addresses become links; everything else stays as it was written.
const MARKUP = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])|(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/gu;

export function rich(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    if (match.index > end) nodes.push(text.slice(end, match.index));
    if (match[1]) nodes.push(el("strong", { text: match[1] }));
    else {
      nodes.push(el("a", { text: match[2], href: match[2], target: "_blank", rel: "noopener" }));
    }
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}

export function plain(text) {
  return text.replace(MARKUP, (whole, bold) => bold ?? whole);
}

const HUES = 8;

export function avatar(node, name) {
  const words = name.split(/\s+/).filter(Boolean);
  node.textContent = (words[0]?.[0] ?? "?") + (words.length > 1 ? words.at(-1)[0] : "");
  let sum = 0;
  for (const char of name) sum = (sum * 31 + char.codePointAt(0)) % 997;
  node.dataset.hue = String(sum % HUES);
  return node;
}
