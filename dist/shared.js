var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// <stdin>
var stdin_exports = {};
__export(stdin_exports, {
  DEPTH: () => DEPTH,
  Refusal: () => Refusal,
  Unknown: () => Unknown,
  anyOf: () => anyOf,
  boolean: () => boolean,
  cancelled: () => cancelled,
  classify: () => classify,
  cloudOf: () => cloudOf,
  completeProxies: () => completeProxies,
  count: () => count,
  entries: () => entries,
  fileInside: () => fileInside,
  guid: () => guid,
  httpsOrigin: () => httpsOrigin,
  isCancelled: () => isCancelled,
  isOutOfTime: () => isOutOfTime,
  isSecretName: () => isSecretName,
  listed: () => listed,
  matching: () => matching,
  messageOf: () => messageOf,
  mostQuoted: () => mostQuoted,
  nameOf: () => nameOf,
  nearest: () => nearest,
  oneLine: () => oneLine,
  oneOf: () => oneOf,
  openVariable: () => openVariable,
  plural: () => plural,
  portOf: () => portOf,
  proxyFor: () => proxyFor,
  quoted: () => quoted,
  secretPlaces: () => secretPlaces,
  severalLines: () => severalLines,
  shapeOf: () => shapeOf,
  shown: () => shown,
  timeBy: () => timeBy,
  unknownIn: () => unknownIn,
  uri: () => uri,
  wholeNumber: () => wholeNumber,
  whyDirect: () => whyDirect,
  within: () => within,
  withoutCredentials: () => withoutCredentials,
  withoutEnd: () => withoutEnd
});
module.exports = __toCommonJS(stdin_exports);

// src/azure/clouds.ts
var clouds = {
  azurecloud: {
    resourceManager: "https://management.azure.com",
    authority: "https://login.microsoftonline.com",
    audience: "api://AzureADTokenExchange",
    portal: "https://portal.azure.com",
    vaultSuffix: "vault.azure.net",
    hsmSuffix: "managedhsm.azure.net"
  },
  azureusgovernment: {
    resourceManager: "https://management.usgovcloudapi.net",
    authority: "https://login.microsoftonline.us",
    audience: "api://AzureADTokenExchangeUSGov",
    portal: "https://portal.azure.us",
    vaultSuffix: "vault.usgovcloudapi.net",
    hsmSuffix: "managedhsm.usgovcloudapi.net"
  },
  azurechinacloud: {
    resourceManager: "https://management.chinacloudapi.cn",
    authority: "https://login.chinacloudapi.cn",
    audience: "api://AzureADTokenExchangeChina",
    portal: "https://portal.azure.cn",
    vaultSuffix: "vault.azure.cn",
    hsmSuffix: "managedhsm.azure.cn"
  }
};
function cloudOf(inputs) {
  const endpoints = inputs.environment === "custom" ? customEndpoints(inputs) : clouds[inputs.environment];
  return {
    ...endpoints,
    name: inputs.environment,
    audience: inputs.audience ?? endpoints.audience,
    scope: `${endpoints.resourceManager}/.default`,
    known: inputs.environment !== "custom"
  };
}
function customEndpoints({ resourceManagerUrl, authorityHost }) {
  if (!resourceManagerUrl || !authorityHost) {
    throw new Error("environment custom requires resource-manager-url and authority-host.");
  }
  return {
    resourceManager: resourceManagerUrl,
    authority: authorityHost,
    audience: clouds.azurecloud.audience,
    portal: null,
    vaultSuffix: null,
    hsmSuffix: null
  };
}

// src/config/tree.ts
var mostQuoted = 40;

// src/evidence/unknown.ts
var Unknown = class {
  /** a sentence for people: why it is not known, and what would make it known */
  why;
  constructor(why) {
    this.why = why;
  }
};
function unknownIn(value) {
  if (value instanceof Unknown) return value;
  if (typeof value !== "object" || value === null) return null;
  for (const member2 of Object.values(value)) {
    const found = unknownIn(member2);
    if (found) return found;
  }
  return null;
}

// src/evidence/secrets.ts
var reference = /^\$\{\{\s*(azureml:\/\/connections\/|keyvault:https:\/\/)[^{}]+\}\}$/;
var credentials = [
  ["account-key", /\b(AccountKey|SharedAccessKey)=/i],
  ["connection-string", /\bDefaultEndpointsProtocol=/i],
  ["shared-access-signature", /[?&]sig=[A-Za-z0-9%]{20,}/],
  ["private-key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["json-web-token", /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/],
  ["github-token", /\bgh[pousr]_[A-Za-z0-9]{30,}/],
  ["api-key", /\bsk-[A-Za-z0-9_-]{20,}/],
  // identifiable keys of Azure: a signature at a fixed place (https://github.com/microsoft/security-utilities)
  ["azure-registry-password", /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{42}\+ACR[A-D][A-Za-z0-9/+]{5}(?![A-Za-z0-9/+])/],
  ["azure-storage-key", /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}\+ASt[A-Za-z0-9/+]{5}[AQgw]==/],
  ["azure-cosmos-key", /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}ACDb[A-Za-z0-9/+]{5}[AQgw]==/],
  ["azure-batch-key", /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}\+ABa[A-Za-z0-9/+]{5}[AQgw]==/],
  ["azure-hub-key", /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{33}\+(ASb|AEh|ARm)[A-Za-z0-9/+]{6}=/],
  ["azure-iot-key", /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{33}AIoT[A-Za-z0-9/+]{6}=/],
  ["azure-search-key", /(?<![\w-])[\w-]{42}AzSe[A-D][\w-]{5}(?![\w-])/],
  ["azure-function-key", /(?<![\w-])[\w-]{44}AzFu[\w-]{5}[AQgw]==/],
  ["azure-app-secret", /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/],
  ["url-password", /:\/\/[^/\s:@]{1,256}:[^/\s@]{1,256}@/]
];
var sign = /[=+~@]|-----BEGIN|eyJ|gh[pousr]_|sk-|Az(?:Se|Fu)/;
var base64 = { long: /^[A-Za-z0-9+/]{86}==$/, short: /^[A-Za-z0-9+/]{43}=$/ };
var digestWords = ["hash", "digest", "checksum", "sha", "sha1", "sha256", "sha512", "signature", "integrity"];
var secretNames = [
  ["pass"],
  ["password"],
  ["passwd"],
  ["secret"],
  ["token"],
  ["sas"],
  ["apikey"],
  ["api", "key"],
  ["access", "key"],
  ["account", "key"],
  ["connection", "string"],
  ["private", "key"]
];
var describing = new Set(
  "id ids name names url uri path paths file files dir folder count limit ttl type kind size length version enabled endpoint host port region scope issuer audience expiry expires timeout seconds minutes days provider policy".split(
    " "
  )
);
function isSecretName(name) {
  const words = wordsOf(name);
  if (describing.has(words.at(-1) ?? "")) return false;
  return secretNames.some(
    (sequence) => words.some((_, at) => sequence.every((word, offset) => words[at + offset] === word))
  );
}
function classify(name, value) {
  const text = value.trim();
  if (reference.test(text)) return "safe";
  const shape = shapeOf(name, text);
  if (shape) return `credential:${shape}`;
  if (isHarmless(text)) return "safe";
  if (isSecretName(name)) return "name";
  return wordsOf(name).includes("license") && isOpaque(text) ? "name" : "safe";
}
function shapeOf(name, text) {
  if (!sign.test(text)) return null;
  return credentials.find(([, pattern]) => pattern.test(text))?.[0] ?? base64Shape(name, text);
}
function base64Shape(name, text) {
  if (base64.long.test(text)) return wordsOf(name).some((word) => digestWords.includes(word)) ? null : "base64-key";
  return base64.short.test(text) && isSecretName(name) ? "base64-key" : null;
}
function isHarmless(text) {
  return text === "" || /^(true|false)$/i.test(text) || /^[+-]?\d+(\.\d+)?$/.test(text) || isAddress(text);
}
function isAddress(text) {
  return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text) || /^(\.{1,2}|~)?\/[\w./-]*$/.test(text) || /^[a-z]:\\[\w.\\ -]*$/i.test(text);
}
function isOpaque(text) {
  return text.length >= 16 && !/\s/.test(text) && /[a-z]/i.test(text) && /\d/.test(text);
}
function wordsOf(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, " ").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
}
function secretPlaces(body) {
  return bagsIn("", body, 0).flatMap(([path, bag]) => variables(path, bag));
}
function shown(name) {
  return shapeOf("", name) === null ? name : "…";
}
var variableBags = /^environment_?variables$/i;
var freeForm = ["properties.properties", "properties.metadata"];
var DEPTH = 32;
function bagsIn(path, value, depth) {
  if (typeof value !== "object" || value === null || value instanceof Unknown || depth > DEPTH) return [];
  return Object.entries(value).flatMap(([key, member2]) => {
    const at = path === "" ? shown(key) : `${path}.${shown(key)}`;
    if (variableBags.test(key) || freeForm.includes(at.toLowerCase()) && isFlat(member2)) return [[at, member2]];
    return bagsIn(at, member2, depth + 1);
  });
}
function isFlat(value) {
  return typeof value === "object" && value !== null && Object.values(value).every((member2) => typeof member2 !== "object" || member2 === null);
}
var around = /^(properties|jobDefinition|createJob|action|trial|jobs|settings|schedules|resources|customServices|metadata|environment_?variables)$/i;
function openVariable(body, depth = 0) {
  if (typeof body !== "object" || body === null || depth > DEPTH) return null;
  for (const [key, member2] of Object.entries(body)) {
    const isBag = variableBags.test(key);
    const open = isBag ? unknownIn(member2) : member2 instanceof Unknown && around.test(key) ? member2 : null;
    const found = open ?? (member2 instanceof Unknown ? null : openVariable(member2, depth + 1));
    if (found) return found;
  }
  return null;
}
function variables(path, bag) {
  if (typeof bag !== "object" || bag === null || bag instanceof Unknown) return [];
  return Object.entries(bag).flatMap(([name, member2]) => {
    const text = typeof member2 === "object" && member2 !== null ? member2.value : member2;
    const at = text === member2 ? `${path}.${shown(name)}` : `${path}.${shown(name)}.value`;
    return typeof text === "string" ? [{ path: at, name: shown(name), length: text.length, class: classify(name, text) }] : [];
  });
}

// src/evidence/in-text.ts
var mark = "***";
var shapes = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g, mark],
  [/DefaultEndpointsProtocol=[^\s"'<>]*/gi, mark],
  [/(AccountKey|SharedAccessKey)(?:=|%3D)[^\s;&"'<>\\]*/gi, `$1: ${mark}`],
  // in an address, in one that is quoted in another, and in JSON that is quoted in JSON
  [/(?<=\b|%26|%3F|u0026)sig(?:=|%3D)[^\s&"'<>\\]+/gi, `sig=${mark}`],
  [/(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{30,}/g, mark],
  [/(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,}/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{42}\+ACR[A-D][A-Za-z0-9/+]{5}(?![A-Za-z0-9/+])/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}(?:\+ASt|ACDb|\+ABa)[A-Za-z0-9/+]{5}[AQgw]==/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{33}(?:\+ASb|\+AEh|\+ARm|AIoT)[A-Za-z0-9/+]{6}=/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{86}==/g, mark],
  [/(?<![\w-])[\w-]{42}AzSe[A-D][\w-]{5}(?![\w-])/g, mark],
  [/(?<![\w-])[\w-]{44}AzFu[\w-]{5}[AQgw]==/g, mark],
  [/(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g, mark],
  [/(?<=:\/\/)[^/\s:@]{1,256}:[^/\s@]{1,256}(?=@)/g, mark],
  [/(?<=\b(?:bearer|basic) )(?=\S{0,100}\d)[\w.~+/=-]{16,}/gi, mark]
];
var sign2 = /[=~@]|%3D|":|-----BEGIN|eyJ|gh[pousr]_|github_pat_|sk-|\+ACR|AzSe|(?:bearer|basic) /i;
var assigned = /(?<![\w.-])([\w.-]+)=("[^"]{0,1000}"?|'[^']{0,1000}'?|[^\s;&"'<>]+)/g;
var member = /"([\w.-]{1,100})":( ?)"([^"]{1,1000})"?/g;
function withoutCredentials(text) {
  if (!sign2.test(text)) return text;
  return shapes.reduce((left, [shape, instead]) => left.replace(shape, instead), text.replace(/[\w.-]{20,}/g, withoutToken)).replace(assigned, (all, name, value) => isSecret(name, unquoted(value)) ? `${name}=${mark}` : all).replace(member, (all, name, space, value) => isSecret(name, value) ? `"${name}":${space}"${mark}"` : all);
}
function isSecret(name, value) {
  return classify(name, value) !== "safe";
}
function unquoted(value) {
  return value.replace(/^["']|["']$/g, "");
}
function withoutToken(word) {
  const at = word.indexOf("eyJ");
  return at >= 0 && word.indexOf(".", at) - at > 12 ? word.slice(0, at) + mark : word;
}

// src/inputs/values.ts
var import_node_path = require("node:path");
var Refusal = class extends Error {
};
function matching(pattern, allowed) {
  return (text) => {
    if (!pattern.test(text)) throw new Refusal(allowed);
    return text;
  };
}
var isGuid = matching(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "it must be a GUID such as 01234567-89ab-cdef-0123-456789abcdef"
);
var guid = (text) => isGuid(text).toLowerCase();
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
function isNear(one, other) {
  return Math.abs(one.length - other.length) <= 2 && distance(one, other) <= 2;
}
function nearest(text, values) {
  const typed = text.toLowerCase();
  const near = values.filter((value) => isNear(value, typed));
  return near.sort((one, other) => distance(one, typed) - distance(other, typed))[0];
}
function oneOf(...allowed) {
  return (text) => {
    const exact = allowed.find((value) => value === text);
    if (exact) return exact;
    const near = nearest(text, allowed);
    throw new Refusal(`it must be ${anyOf(allowed)}${near ? `; did you mean ${near}?` : ""}`);
  };
}
function anyOf(values) {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
var boolean = (text) => {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new Refusal("it must be true or false");
};
function wholeNumber(least, most) {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Refusal(`it must be a whole number from ${least} to ${most}`);
    return value;
  };
}
var httpsOrigin = (text) => {
  const url = URL.parse(text);
  if (url?.protocol !== "https:" || url.href !== `${url.origin}/`) {
    throw new Refusal("it must be an address such as https://management.example.com, without user, path or query");
  }
  return url.origin;
};
var uri = (text) => {
  if (/[\s\p{C}]/u.test(text) || !URL.canParse(text)) {
    throw new Refusal("it must be a URI such as api://AzureADTokenExchange");
  }
  return text;
};
function fileInside(...folders) {
  return (text) => {
    const file = (0, import_node_path.resolve)(folders[0], text);
    const inside = folders.some((folder) => isInside((0, import_node_path.relative)(folder, file)));
    if (!inside || /[\0\r\n]/.test(text) || /[\\/]$/.test(text)) {
      throw new Refusal("it must be the path of a file inside the workspace or RUNNER_TEMP");
    }
    return file;
  };
}
function isInside(path) {
  return path !== "" && !/^\.\.([\\/]|$)/.test(path) && !(0, import_node_path.isAbsolute)(path);
}
function entries(text) {
  const found = /* @__PURE__ */ new Map();
  for (const entry of text.split(/[,\r\n]/).map((part) => part.trim())) {
    const key = entry.toLowerCase();
    if (entry !== "" && !found.has(key)) found.set(key, entry);
  }
  return [...found.values()];
}

// src/network/proxy.ts
var secure = ["https_proxy", "HTTPS_PROXY"];
var plain = ["http_proxy", "HTTP_PROXY"];
var without = ["no_proxy", "NO_PROXY"];
function proxyFor(address, env) {
  const { protocol } = new URL(address);
  const variable = firstSet(protocol === "https:" ? secure : plain, env);
  if (variable === null || isDirect(address, env)) return null;
  const text = readable(env[variable] ?? "");
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.hostname ? { url, variable } : null;
}
function whyDirect(address, env) {
  const variable = firstSet(secure, env);
  if (variable === null) return "no HTTPS_PROXY is set";
  if (isLoopback(new URL(address).hostname)) return "it is this machine";
  if (isDirect(address, env)) return `${firstSet(without, env)} names it`;
  return `${variable} is not an address (special characters in a password are percent-encoded, as %23 for #)`;
}
function completeProxies(env) {
  for (const variable of [...secure, ...plain]) {
    const value = env[variable];
    if (value) env[variable] = readable(value);
  }
}
function nameOf({ url, variable }) {
  return `${url.hostname}:${portOf(url)} (${variable})`;
}
function portOf({ port, protocol }) {
  return port || (protocol === "https:" ? "443" : "80");
}
function firstSet(variables2, env) {
  return variables2.find((variable) => env[variable]) ?? null;
}
function readable(value) {
  const text = value.trim().replace(/%(?![\da-f]{2})/gi, "%25");
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
}
function isDirect(address, env) {
  const url = new URL(address);
  if (isLoopback(url.hostname)) return true;
  const names = [url.hostname, `${url.hostname}:${portOf(url)}`];
  return (env[firstSet(without, env) ?? ""] ?? "").toLowerCase().split(",").map((item) => item.trim()).filter((item) => item !== "").some((item) => item === "*" || names.some((name) => name === item || name.endsWith(item.replace(/^\.?/, "."))));
}
function isLoopback(host) {
  return host === "localhost" || /^(127\.|\[::1\])/.test(host);
}

// src/text.ts
var longest = 1100;
function oneLine(text, limit = 300) {
  const { shown: shown2, isCut } = safe(text, limit, (part) => part.replace(/[\p{Z}\p{C}]+/gu, " "));
  const line = shown2.trim();
  return line.length <= limit && !isCut ? line : `${firstOf(line, limit).trimEnd()} …`;
}
function severalLines(text, limit = 65536) {
  const invisible = new RegExp("[\\p{Zl}\\p{Zp}]|(?!\\n)\\p{C}", "gu");
  const { shown: shown2, isCut } = safe(text, limit, (part) => part.replace(/\r\n/g, "\n").replace(invisible, " "));
  return shown2.length <= limit && !isCut ? shown2 : `${firstOf(shown2, limit)} …`;
}
function quoted(value, limit = 80) {
  const { shown: shown2, isCut } = safe(value, limit, (part) => part);
  const short = firstOf(shown2, limit);
  const escaped = JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`
  );
  return isCut || short.length < shown2.length ? `${escaped.slice(0, -1)}…"` : escaped;
}
function safe(text, limit, visible) {
  const most = limit * 4 + longest;
  const isCut = text.length > most;
  const shown2 = withoutCredentials(visible(text.slice(0, most)));
  return { shown: isCut ? shown2.slice(0, -longest) : shown2, isCut };
}
function firstOf(text, limit) {
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join("");
}
function withoutEnd(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function listed(parts, limit, unit = "") {
  if (parts.length > limit + 1) {
    const more = `${count(parts.length - limit)} more${unit && ` ${unit}`}`;
    return `${parts.slice(0, limit).join(", ")} and ${more}`;
  }
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
function count(value) {
  return value.toLocaleString("en-US");
}
function plural(value, one, many = `${one}s`) {
  return `${count(value)} ${value === 1 ? one : many}`;
}

// src/time.ts
var Cancelled = class extends Error {
  name = "Cancelled";
};
var OutOfTime = class extends Error {
  name = "OutOfTime";
};
function cancelled() {
  return new Cancelled("The job was cancelled before this run was done: what it had not read by then is undecided.");
}
function isCancelled(error) {
  return error instanceof Cancelled;
}
function isOutOfTime(error) {
  return error instanceof OutOfTime;
}
var MINUTE = 6e4;
function timeBy({ passed, after }) {
  const [reading, publishing] = [new AbortController(), new AbortController()];
  let last = Number.POSITIVE_INFINITY;
  const time = {
    reading: reading.signal,
    publishing: publishing.signal,
    ended: null,
    left: () => last - passed(),
    limit(minutes) {
      const left = minutes * MINUTE - passed();
      const reason = new OutOfTime(`The run reached its time limit (timeout-minutes: ${minutes}).`);
      after(left - Math.min(minutes * MINUTE / 5, MINUTE), () => reading.abort(reason));
      last = Math.min(last, minutes * MINUTE);
      after(left, () => publishing.abort(reason));
    },
    end(reason, within2) {
      time.ended ??= reason;
      reading.abort(reason);
      last = Math.min(last, passed() + within2);
      after(within2, () => publishing.abort(reason));
    }
  };
  return time;
}
async function within(signal, work) {
  signal.throwIfAborted();
  const { promise: over, reject } = Promise.withResolvers();
  const end = () => reject(signal.reason);
  signal.addEventListener("abort", end);
  try {
    return await Promise.race([work(), over]);
  } finally {
    signal.removeEventListener("abort", end);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  DEPTH,
  Refusal,
  Unknown,
  anyOf,
  boolean,
  cancelled,
  classify,
  cloudOf,
  completeProxies,
  count,
  entries,
  fileInside,
  guid,
  httpsOrigin,
  isCancelled,
  isOutOfTime,
  isSecretName,
  listed,
  matching,
  messageOf,
  mostQuoted,
  nameOf,
  nearest,
  oneLine,
  oneOf,
  openVariable,
  plural,
  portOf,
  proxyFor,
  quoted,
  secretPlaces,
  severalLines,
  shapeOf,
  shown,
  timeBy,
  unknownIn,
  uri,
  wholeNumber,
  whyDirect,
  within,
  withoutCredentials,
  withoutEnd
});
