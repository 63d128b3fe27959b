var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// <stdin>
var stdin_exports = {};
__export(stdin_exports, {
  DEPTH: () => DEPTH,
  InputError: () => InputError,
  Refusal: () => Refusal,
  Unknown: () => Unknown,
  anyFile: () => anyFile,
  anyOf: () => anyOf,
  boolean: () => boolean,
  cancelled: () => cancelled,
  careful: () => careful,
  classify: () => classify,
  cloudOf: () => cloudOf,
  completeProxies: () => completeProxies,
  count: () => count,
  describer: () => describer,
  entries: () => entries,
  enumerated: () => enumerated,
  everyTenSeconds: () => everyTenSeconds,
  exceptOwnHosts: () => exceptOwnHosts,
  fileInside: () => fileInside,
  filesIn: () => filesIn,
  frameworkNames: () => frameworkNames,
  guid: () => guid,
  httpsOrigin: () => httpsOrigin,
  inert: () => inert,
  inputDefaults: () => inputDefaults,
  isCancelled: () => isCancelled,
  isInside: () => isInside,
  isOutOfTime: () => isOutOfTime,
  isSecretName: () => isSecretName,
  keyHostsOf: () => keyHostsOf,
  life: () => life,
  listed: () => listed,
  loginVariables: () => loginVariables,
  matchesPattern: () => matchesPattern,
  matching: () => matching,
  messageOf: () => messageOf,
  mostQuoted: () => mostQuoted,
  nameOf: () => nameOf2,
  nearest: () => nearest,
  oneLine: () => oneLine,
  oneOf: () => oneOf,
  openVariable: () => openVariable,
  plural: () => plural,
  portOf: () => portOf,
  prepareProcess: () => prepareProcess,
  proxyFor: () => proxyFor,
  quoted: () => quoted,
  readGitHubLogin: () => readGitHubLogin,
  readInputs: () => readInputs,
  readLogin: () => readLogin,
  secretPlaces: () => secretPlaces,
  severalLines: () => severalLines,
  shapeOf: () => shapeOf,
  shown: () => shown,
  start: () => start,
  stopwatch: () => stopwatch,
  timeBy: () => timeBy,
  unknownIn: () => unknownIn,
  uri: () => uri,
  version: () => version,
  wholeNumber: () => wholeNumber,
  whyDirect: () => whyDirect,
  within: () => within,
  withoutCredentials: () => withoutCredentials,
  withoutEnd: () => withoutEnd
});
module.exports = __toCommonJS(stdin_exports);

// src/files/files.ts
var import_node_fs3 = require("node:fs");
var import_node_path4 = require("node:path");

// src/files/list.ts
var import_node_fs2 = require("node:fs");
var import_node_path3 = require("node:path");

// src/files/place.ts
var import_node_fs = require("node:fs");
var import_node_path2 = require("node:path");

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
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" || url.href !== `${url.origin}/` || !/^[\w.:[\]-]+$/.test(url.host)) {
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
function anyFile(folder) {
  return (text) => {
    if (isOddPath(text)) throw new Refusal("it must be the path of a file");
    return (0, import_node_path.resolve)(folder, text);
  };
}
function fileInside(...folders) {
  return (text) => {
    const file = (0, import_node_path.resolve)(folders[0], text);
    const inside = folders.some((folder) => isInside((0, import_node_path.relative)(folder, file)));
    if (!inside || isOddPath(text)) {
      throw new Refusal("it must be the path of a file inside the workspace or RUNNER_TEMP");
    }
    return file;
  };
}
function isOddPath(path) {
  return /[\0\r\n]|[\\/]$/.test(path);
}
function isInside(path) {
  return path !== "" && !/^\.\.([\\/]|$)/.test(path) && !(0, import_node_path.isAbsolute)(path);
}
function entries(text, keyOf = (entry) => entry.toLowerCase()) {
  const found = /* @__PURE__ */ new Map();
  for (const entry of text.split(/[,\r\n]/).map((part) => part.trim())) {
    const key = keyOf(entry);
    if (entry !== "" && !found.has(key)) found.set(key, entry);
  }
  return [...found.values()];
}

// src/files/place.ts
var Misplaced = class extends Error {
};
function placeOf(path, folders, mayBeLink) {
  if (!mayBeLink && isLink(path)) throw new Misplaced(`a symbolic link is in its place; ${without}`);
  const real = behindLinks(path);
  const inside = folders.flatMap((folder) => folder && isInside((0, import_node_path2.relative)((0, import_node_path2.resolve)(folder), path)) ? [folder] : []);
  const [missing] = inside.filter((folder) => realOf(folder) === null);
  if (missing !== void 0)
    throw new Misplaced(`the folder ${missing} is not there, which GITHUB_WORKSPACE or RUNNER_TEMP names; set it right`);
  const ways = inside.flatMap((folder) => {
    const way = (0, import_node_path2.relative)(realOf(folder) ?? "", real);
    return realOf(folder) !== null && isInside(way) ? [{ way, isDirect: way === (0, import_node_path2.relative)((0, import_node_path2.resolve)(folder), path) }] : [];
  });
  if (ways.length === 0)
    throw new Misplaced(`the path follows a symbolic link out of the workspace and RUNNER_TEMP; ${without}`);
  if (ways.every(({ way, isDirect: isDirect2 }) => !isDirect2 && isOfGit(way)))
    throw new Misplaced(`the path follows a symbolic link into the files of git itself; ${without}`);
  return real;
}
var without = "name a path without it";
function refuseIrregular(stats) {
  if (stats === void 0 || stats.isFile()) return;
  const kind = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device, or something else that is not a file";
  throw new Misplaced(`there is ${kind} of this name; name a file`);
}
function behindLinks(path) {
  const above = (0, import_node_path2.dirname)(path);
  if (above === path || isLink(path)) return realOf(path) ?? "/";
  return realOf(path) ?? (0, import_node_path2.join)(behindLinks(above), (0, import_node_path2.basename)(path));
}
function isLink(path) {
  return (0, import_node_fs.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
function realOf(path) {
  try {
    return import_node_fs.realpathSync.native(path);
  } catch {
    return null;
  }
}
function isOfGit(way) {
  return way.split(import_node_path2.sep).some((part) => part.toLowerCase() === ".git");
}

// src/evidence/unknown.ts
var Unknown = class {
  why;
  reason;
  constructor(why, reason = "not-observable") {
    this.why = why;
    this.reason = reason;
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
  ["accesskey"],
  ["accountkey"],
  ["connectionstring"],
  ["clientsecret"],
  ["privatekey"],
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
  const words3 = wordsOf(name);
  if (describing.has(words3.at(-1) ?? "")) return false;
  const bare = wordsOf(name.replace(/(?<=[a-z])\d+(?![a-z\d])/gi, ""));
  return secretNames.some(
    (sequence) => bare.some((_, at) => sequence.every((word, offset) => bare[at + offset] === word))
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
  return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text) && !/^[^:]*:\/\/[^/]*@|[?&]sig=/i.test(text) || /^(\.{1,2}|~)?\/[\w./-]*$/.test(text) || /^[a-z]:\\[\w.\\ -]*$/i.test(text);
}
function isOpaque(text) {
  return text.length >= 16 && !/\s/.test(text) && /[a-z]/i.test(text) && /\d/.test(text);
}
function wordsOf(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, " ").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
}
function secretPlaces(body, isCompute = false) {
  return placesIn("", body, 0, isCompute);
}
function shown(name) {
  return shapeOf("", name) === null ? name : "…";
}
var variableBags = /^environment_?variables$/i;
var freeForm = ["properties.properties", "properties.metadata"];
var aroundVariables = /^properties\.(properties|trial|jobs|action|action\.jobDefinition|containers|initContainers|properties\.customServices)$/i;
var DEPTH = 32;
function placesIn(path, value, depth, isCompute) {
  if (!isNested(value) || depth > DEPTH) return [];
  return Object.entries(value).flatMap(([key, member2]) => {
    const at = path === "" ? shown(key) : `${path}.${shown(key)}`;
    const isFree = freeForm.includes(at.toLowerCase()) && (!isCompute || isFlat(at, member2));
    if (variableBags.test(key) || isFree) return variables(at, member2, depth + 1);
    if (aroundVariables.test(at) && isScalar(member2)) return [strange(at, key, member2)];
    return placesIn(at, member2, depth + 1, isCompute);
  });
}
function isFlat(path, value) {
  const isStrange = (key, member2) => aroundVariables.test(`${path}.${key}`) && isScalar(member2);
  return isNested(value) && Object.entries(value).every(([key, one]) => !isNested(one) && !isStrange(key, one));
}
function isNested(value) {
  return typeof value === "object" && value !== null && !(value instanceof Unknown);
}
function isScalar(value) {
  return typeof value === "string" ? value.trim() !== "" : typeof value === "number" || typeof value === "boolean";
}
var around = /^(properties|jobDefinition|createJob|action|trial|jobs|settings|schedules|resources|customServices|containers|initContainers|metadata|environment_?variables)$/i;
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
function variables(path, bag, depth) {
  if (isScalar(bag)) return [strange(path, path.slice(path.lastIndexOf(".") + 1), bag)];
  if (!isNested(bag)) return [];
  const isList = Array.isArray(bag);
  return Object.entries(bag).flatMap(([key, member2]) => {
    const name = isList ? nameOf(member2, key) : key;
    const at = `${path}.${shown(name)}`;
    if (typeof member2 === "string" && !isList) return [place(at, name, member2)];
    if (typeof member2 === "string" && isScalar(member2)) return [strange(at, name, member2)];
    if (!isNested(member2)) return [];
    const { value } = member2;
    if (typeof value !== "string") return deeper(at, name, member2, depth);
    return [place(`${at}.value`, name, value), ...deeper(at, name, { ...member2, name: null, value: null }, depth)];
  });
}
function deeper(path, name, value, depth) {
  if (typeof value === "string") return [place(path, name, value)].filter((found) => found.class !== "safe");
  if (!isNested(value) || depth > DEPTH) return [];
  const own = nameOf(value, name);
  return Object.entries(value).flatMap(
    ([key, member2]) => deeper(`${path}.${shown(key)}`, Array.isArray(value) || key === "value" ? own : key, member2, depth + 1)
  );
}
function place(path, name, text) {
  return { path, name: shown(name), length: text.length, class: classify(name, text) };
}
function strange(path, name, value) {
  const text = String(value);
  const shape = shapeOf("", text.trim());
  return { path, name: shown(name), length: text.length, class: shape ? `credential:${shape}` : "unrecognised" };
}
function nameOf(variable, otherwise) {
  const name = isNested(variable) ? variable.name : void 0;
  return typeof name === "string" && name !== "" ? name : otherwise;
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
function inert(text) {
  return text.replace(/^[^\S\n]*:(?=:)/gm, "$& ").replace(/##(?=(?:vso)?\[)/gi, "## ");
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
function matchesPattern(pattern, text) {
  const [first = "", ...parts] = pattern.toLowerCase().split("*");
  const subject = text.toLowerCase();
  const last = parts.pop();
  if (last === void 0) return subject === first;
  if (!subject.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts) {
    const at = subject.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return subject.length - last.length >= from && subject.endsWith(last);
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function listed(parts, limit, unit = "") {
  return enumerated(parts, limit, unit).join("");
}
function enumerated(parts, limit, unit = "") {
  const isLong = parts.length > limit + 1;
  const last = isLong ? [`${count(parts.length - limit)} more${unit && ` ${unit}`}`] : parts.slice(-1);
  const before = isLong ? parts.slice(0, limit) : parts.slice(0, -1);
  const pieces = before.flatMap((part, index) => index === 0 ? [part] : [", ", part]);
  return before.length === 0 ? last : [...pieces, " and ", ...last];
}
function count(value) {
  return value.toLocaleString("en-US");
}
function plural(value, one, many = `${one}s`) {
  return `${count(value)} ${value === 1 ? one : many}`;
}

// src/files/refusal.ts
function isAbsence(error) {
  return /^(ENOENT|ENOTDIR)\b/.test(messageOf(error));
}
function refusalOf(error) {
  return error instanceof Misplaced ? error.message : `it could not be opened (${oneLine(messageOf(error))})`;
}

// src/files/list.ts
function list(folder, folders) {
  try {
    const isOne = folders.some((one) => one && (0, import_node_path3.resolve)(one) === (0, import_node_path3.resolve)(folder));
    const place2 = isOne ? realOf(folder) : placeOf(folder, folders, true);
    if (place2 === null) return { isAbsent: true };
    return {
      entries: (0, import_node_fs2.readdirSync)(place2, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    };
  } catch (error) {
    return isAbsence(error) ? { isAbsent: true } : { refusal: refusalOf(error) };
  }
}
function kindOf(entry) {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}

// src/files/files.ts
var { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = import_node_fs3.constants;
function filesIn(folders) {
  return {
    ofRunner(path) {
      try {
        return (0, import_node_fs3.readFileSync)(path, "utf8");
      } catch {
        return void 0;
      }
    },
    read(path, mostBytes) {
      const file = read(path, mostBytes, folders);
      return "contents" in file ? { text: file.contents.toString() } : file;
    },
    bytes: (path, mostBytes) => read(path, mostBytes, folders),
    list: (folder) => list(folder, folders),
    real: realOf,
    exists(path) {
      try {
        return (0, import_node_fs3.lstatSync)(path, { throwIfNoEntry: false }) !== void 0;
      } catch (error) {
        return !isAbsence(error);
      }
    },
    write(path, pieces) {
      const place2 = placeOf(path, folders, false);
      (0, import_node_fs3.mkdirSync)((0, import_node_path4.dirname)(place2), { recursive: true });
      const { file } = opened(place2, import_node_fs3.constants.O_WRONLY | import_node_fs3.constants.O_CREAT);
      try {
        (0, import_node_fs3.ftruncateSync)(file);
        for (const piece of pieces) (0, import_node_fs3.writeFileSync)(file, piece);
      } finally {
        (0, import_node_fs3.closeSync)(file);
      }
    },
    append: (path, text) => (0, import_node_fs3.appendFileSync)(path, text)
  };
}
function read(path, mostBytes, folders) {
  try {
    if ((0, import_node_fs3.lstatSync)(path, { throwIfNoEntry: false }) === void 0) return { isAbsent: true };
    const { file, stats } = opened(placeOf(path, folders, true), import_node_fs3.constants.O_RDONLY);
    try {
      return stats.size > mostBytes ? { bytes: stats.size } : { contents: contents(file, stats.size) };
    } finally {
      (0, import_node_fs3.closeSync)(file);
    }
  } catch (error) {
    return isAbsence(error) ? { isAbsent: true } : { refusal: refusalOf(error) };
  }
}
function contents(file, bytes) {
  const buffer = Buffer.allocUnsafe(bytes);
  let length = 0;
  for (let more = -1; more !== 0 && length < bytes; length += more)
    more = (0, import_node_fs3.readSync)(file, buffer, length, bytes - length, null);
  return buffer.subarray(0, length);
}
function opened(place2, flags) {
  const before = (0, import_node_fs3.lstatSync)(place2, { throwIfNoEntry: false });
  if (!before?.isDirectory() || flags === import_node_fs3.constants.O_RDONLY) refuseIrregular(before);
  const file = (0, import_node_fs3.openSync)(place2, flags | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = (0, import_node_fs3.fstatSync)(file);
    refuseIrregular(stats);
    const there = (0, import_node_fs3.lstatSync)(place2);
    if (there.ino !== stats.ino || there.dev !== stats.dev || realOf((0, import_node_path4.dirname)(place2)) !== (0, import_node_path4.dirname)(place2))
      throw new Misplaced("somebody replaced it while it was opened; let nothing else write there");
    return { file, stats };
  } catch (error) {
    (0, import_node_fs3.closeSync)(file);
    throw error;
  }
}

// src/inputs/inputs.ts
var import_node_path8 = require("node:path");

// src/controls/names.ts
var frameworkNames = [
  "mcsb-v2",
  "mcsb-v1",
  "nist-800-53-r5",
  "iso-27001-2022",
  "iso-27002-2022",
  "soc-2",
  "pci-dss-v4.0.1",
  "gdpr",
  "dora",
  "nis2",
  "cis-azure-v3.0.0",
  "cis-controls-v8.1",
  "fedramp-high",
  "fedramp-moderate",
  "cmmc-2.0-l2",
  "nist-800-171-r3",
  "nist-800-171-r2",
  "nist-csf-v2.0",
  "csa-ccm-v4.0.12",
  "iso-27017-2015",
  "hitrust-csf-v11.3",
  "swift-cscf-2024"
];

// src/inputs/files.ts
var import_node_path5 = require("node:path");
function readFiles(reader, workspace, file, report, read2) {
  const optional = (name) => reader.optional(name, file) ?? null;
  const badge = reader.optional("badge-file", jsonFile(file));
  const config = reader.required("config-file", file);
  const json = optional("json-file") ?? (report === null ? null : file(report));
  const files = {
    jsonFile: json,
    markdownFile: optional("markdown-file"),
    sarifFile: optional("sarif-file"),
    htmlFile: optional("html-file"),
    csvFile: optional("csv-file"),
    badgeFile: badge ? { json: badge, svg: badge.replace(/json$/i, "svg") } : null,
    evidenceFile: optional("evidence-file"),
    checksumFile: json === null ? null : { path: `${json.replace(/\.json$/i, "")}.sha256`, folder: workspace },
    baselineFile: optional("baseline-file"),
    replayFile: optional("replay-file"),
    configFile: {
      path: config,
      inRepository: inRepository(workspace, config),
      name: reader.required("config-file", (text) => text),
      isNamed: reader.isGiven("config-file")
    }
  };
  reader.problems.push(...sameFiles(files, read2));
  return files;
}
function inRepository(workspace, file) {
  const path = (0, import_node_path5.relative)(workspace, file);
  return path.startsWith("..") || (0, import_node_path5.isAbsolute)(path) ? null : path.split(import_node_path5.sep).join("/");
}
function jsonFile(file) {
  return (text) => {
    if (!/\.json$/i.test(text))
      throw new Refusal("its name must end in .json; the picture gets the same name with .svg");
    return file(text);
  };
}
function sameFiles(files, read2) {
  const written = [
    ["json-file", files.jsonFile],
    ["markdown-file", files.markdownFile],
    ["sarif-file", files.sarifFile],
    ["html-file", files.htmlFile],
    ["csv-file", files.csvFile],
    ["badge-file", files.badgeFile?.json],
    ["badge-file's picture", files.badgeFile?.svg],
    ["evidence-file", files.evidenceFile],
    ["json-file's checksums", files.checksumFile?.path],
    ["config-file", files.configFile.path],
    ["replay-file", files.replayFile],
    // two files that are only read may be one, which whoever reads them has to say something about
    ...read2.filter(([, path]) => path !== files.replayFile)
  ];
  const first = /* @__PURE__ */ new Map();
  return written.flatMap(([name, path]) => {
    if (!path) return [];
    const other = first.get(path);
    if (other === void 0) first.set(path, name);
    return other === void 0 ? [] : [`${other} and ${name} name the same file.`];
  });
}

// src/inputs/login.ts
function readGitHubLogin(reader) {
  const before = reader.problems.length;
  const { clientId, tenantId } = readIdentity(reader);
  if (clientId && tenantId) return { by: "github", clientId, tenantId };
  if ((clientId || tenantId) && reader.problems.length === before) {
    const [given, missing] = clientId ? ["client-id", "tenant-id"] : ["tenant-id", "client-id"];
    reader.problems.push(
      `${missing} is empty although ${given} is given: give both (is a variable or secret unset?), or neither to use the session of azure/login.`
    );
  }
  return { by: "azure-cli" };
}
var logins = ["azure-cli", "device", "managed-identity", "workload-identity"];
function readLogin(reader) {
  const { clientId, tenantId } = readIdentity(reader);
  const by = reader.optional("login", oneOf(...logins)) ?? "azure-cli";
  if (by === "device") return { by, clientId, tenantId };
  if (by === "workload-identity") return readWorkloadIdentity(reader, clientId, tenantId);
  const useless = (by === "azure-cli" ? ["client-id", "tenant-id"] : ["tenant-id"]).filter(reader.isGiven);
  if (useless.length > 0)
    reader.problems.push(`${anyOf(useless)} is of no use to the login ${by}: leave it out, or choose another login.`);
  return by === "azure-cli" ? { by } : { by, clientId };
}
var loginVariables = {
  "client-id": "AZURE_CLIENT_ID",
  "tenant-id": "AZURE_TENANT_ID",
  "token-file": "AZURE_FEDERATED_TOKEN_FILE"
};
function readWorkloadIdentity({ isGiven, optional, problems }, clientId = "", tenantId = "") {
  const missing = Object.entries(loginVariables).filter(([name]) => !isGiven(name));
  for (const [name, variable] of missing) {
    const flag = name === "token-file" ? "" : `give --${name}, or `;
    problems.push(`The login workload-identity lacks ${words[name]}: ${flag}set ${variable}.`);
  }
  return { by: "workload-identity", clientId, tenantId, tokenFile: optional("token-file", (text) => text) ?? "" };
}
var words = {
  "client-id": "the client id of the identity",
  "tenant-id": "the id of its tenant",
  "token-file": "the file with the OIDC token"
};
function readIdentity({ optional }) {
  return { clientId: optional("client-id", guid), tenantId: optional("tenant-id", guid) };
}

// src/inputs/plans.ts
var import_node_path7 = require("node:path");

// src/inputs/globs.ts
var import_node_path6 = require("node:path");
var forms = "it must be a path in which * stands for any characters, ? for one and ** for any folders";
function globInside(...folders) {
  const file = fileInside(...folders);
  return (text) => {
    const path = file(text);
    const folder = (0, import_node_path6.resolve)(folders.find((one) => isInside((0, import_node_path6.relative)(one, path))) ?? folders[0]);
    const parts = (0, import_node_path6.relative)(folder, path).split(import_node_path6.sep);
    if (parts.some(isOtherwise)) throw new Refusal(forms);
    return { text, folder, parts: parts.filter((part, at) => part !== "**" || parts[at - 1] !== "**") };
  };
}
function isOtherwise(part, at, { length }) {
  if (part === "**") return at === length - 1;
  return part.includes("**") || /[[\]{}]|^!/.test(part);
}

// src/inputs/plans.ts
function readPlans({ list: list2, optional, required, problems, isGiven }, folders) {
  const plans = {
    files: list2("plan-files", globInside(...folders), (path) => path),
    gateOn: optional("gate-on", oneOf("live", "planned", "both")) ?? null,
    ifNoPlan: required("if-no-plan", oneOf("fail", "live"))
  };
  if (plans.gateOn !== null && plans.gateOn !== "live" && !isGiven("plan-files"))
    problems.push(`gate-on is ${plans.gateOn}, but there is no plan: give plan-files.`);
  return plans;
}
function namedPlans({ files }) {
  const paths = files.map(({ folder, parts }) => (0, import_node_path7.join)(folder, ...parts)).filter((path) => !/[*?]/.test(path));
  return [...new Set(paths)].map((path) => ["plan-files", path]);
}

// src/inputs/reader.ts
var InputError = class extends Error {
  name = "InputError";
  problems;
  constructor(problems, title = "The inputs are not valid:") {
    super(`${title}
${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
};
function readerOf(read2, defaults) {
  const problems = [];
  const asked = /* @__PURE__ */ new Set();
  const textOf = (name) => {
    asked.add(name);
    return read2(name).trim();
  };
  const parsed = (name, text, parse2) => {
    try {
      return parse2(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(`${name} is ${quoted(text)}: ${error.message}${error.message.endsWith("?") ? "" : "."}`);
      return void 0;
    }
  };
  const optional = (name, parse2) => {
    const text = textOf(name);
    return text === "" ? void 0 : parsed(name, text, parse2);
  };
  return {
    problems,
    optional,
    asked,
    isGiven: (name) => textOf(name) !== "",
    // a refused value becomes the default: the run stops anyway, and what depends on it can still be looked at
    required: (name, parse2) => optional(name, parse2) ?? parse2(defaults[name]),
    list: (name, parse2, keyOf) => entries(textOf(name), keyOf).flatMap((entry) => {
      const value = parsed(`${name} entry`, entry, parse2);
      return value === void 0 ? [] : [value];
    })
  };
}

// src/inputs/targets.ts
var groupName = /^[-\p{L}\p{N}_.()]{0,89}[-\p{L}\p{N}_()]$/u;
var workspaceName = /^\w[\w.-]{0,259}$/;
var workspacePattern = /^[\w.*-]{1,260}$/;
var workspaceId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.MachineLearningServices\/workspaces\/([^/]+)$/i;
var groupId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)$/i;
var workspaceForms = "it must be a resource id (/subscriptions/…/resourceGroups/…/providers/Microsoft.MachineLearningServices/workspaces/…), resource-group/name, or a name, in which * stands for any characters";
var aGroupName = matching(
  groupName,
  "it must be the name of a resource group (up to 90 letters, digits, -, _, . and parentheses, no . at the end) or its resource id"
);
var managementGroup = matching(
  /^[-\w.()]{1,90}$/,
  "it must be the id of a management group (up to 90 letters, digits, -, _, . and parentheses), not its display name or path"
);
var resourceGroupTarget = (text) => {
  const [, subscription, name] = groupId.exec(text) ?? [];
  if (subscription === void 0 || name === void 0) return { name: aGroupName(text) };
  return { subscriptionId: guid(subscription), name: aGroupName(name) };
};
var workspaceTarget = (text) => {
  if (!text.includes("/")) return { kind: "pattern", pattern: matching(workspacePattern, workspaceForms)(text) };
  const [group = "", name = "", ...more] = text.split("/");
  if (group === "" || more.length > 0) return byId(text);
  if (name.includes("*")) {
    throw new Refusal(
      "a * is possible in a name alone; put the group into resource-groups and the name into workspaces"
    );
  }
  if (!groupName.test(group) || !workspaceName.test(name)) throw new Refusal(workspaceForms);
  return { kind: "group", resourceGroup: group, name };
};
function byId(id) {
  const [, subscription = "", resourceGroup = "", name = ""] = workspaceId.exec(id) ?? [];
  if (!groupName.test(resourceGroup) || !workspaceName.test(name)) throw new Refusal(workspaceForms);
  return { kind: "id", id, subscriptionId: guid(subscription), resourceGroup, name };
}

// src/inputs/inputs.ts
var inputDefaults = {
  environment: "azurecloud",
  profile: "baseline",
  "fail-on-severity": "high",
  "on-unknown": "fail",
  "warn-only": "false",
  "comment-summary-in-pr": "always",
  "report-id": "default",
  "json-file": "azureml-encryption-report.json",
  "timeout-minutes": "30",
  "config-file": ".github/azureml-encryption.yml",
  "tracking-issue": "false",
  "fail-on-new-only": "false",
  "if-no-plan": "fail"
};
function readInputs(read2, given) {
  const reader = readerOf(read2, inputDefaults);
  const reportId = reader.required("report-id", slug);
  const plans = readPlans(reader, placesOfPlans(given));
  const inputs = {
    login: given.by === "workflow" ? readGitHubLogin(reader) : readLogin(reader),
    ...readCloud(reader),
    targets: readTargets(reader),
    policy: readPolicy(reader),
    plans,
    frameworks: reader.list("frameworks", (text) => oneOf(...frameworkNames)(text.toLowerCase())),
    commentSummaryInPr: reader.required("comment-summary-in-pr", oneOf("always", "on-failure", "never")),
    reportId,
    githubToken: read2("github-token").trim(),
    statusBranch: reader.optional("status-branch", branch) ?? null,
    trackingIssue: reader.required("tracking-issue", boolean),
    publishDetails: reader.optional("publish-details", boolean),
    timeoutMinutes: reader.required("timeout-minutes", wholeNumber(1, 360)),
    ...readFiles(reader, ...places(given, reportFile(reportId)), namedPlans(plans))
  };
  checkTogether(inputs, reader, given);
  const problems = given.by === "workflow" ? reader.problems : inFlags(given.problems, reader);
  if (problems.length > 0)
    throw new InputError(
      problems,
      given.by === "workflow" ? void 0 : "The flags are not valid (--help lists them all):"
    );
  return frozen(inputs);
}
function inFlags(misread, { asked, problems }) {
  const name = /^[a-z-]+|(?<![\w-])[a-z]+(-[a-z]+)+(?![\w-])/g;
  return [...misread, ...problems.map((one) => one.replace(name, (word) => asked.has(word) ? `--${word}` : word))];
}
function places(given, report) {
  if (given.by === "command line") return [given.folder, anyFile(given.folder), null];
  const { workspace, runnerTemp = "" } = given;
  return [workspace, fileInside(workspace, ...runnerTemp === "" ? [] : [runnerTemp]), report];
}
function placesOfPlans(given) {
  if (given.by === "command line") return [given.folder, (0, import_node_path8.parse)((0, import_node_path8.resolve)(given.folder)).root];
  return [given.workspace, ...given.runnerTemp ? [given.runnerTemp] : []];
}
function reportFile(reportId) {
  const file = inputDefaults["json-file"];
  return reportId === inputDefaults["report-id"] ? file : file.replace(".json", `-${reportId}.json`);
}
var slug = matching(/^[a-z0-9-]{1,40}$/, "it must be 1 to 40 lower-case letters, digits and hyphens");
var branch = matching(
  /^(?![-/.@]|refs\/|.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\s\p{C}~^:?*[\]\\]{1,200}(?<![/.])$/u,
  "it must be the name of a branch such as encryption-status"
);
function checkTogether({ policy, plans, frameworks, baselineFile, statusBranch, replayFile, evidenceFile }, reader, { by }) {
  const { problems, isGiven } = reader;
  if (frameworks.length > 0 && !isGiven("html-file"))
    problems.push(
      "frameworks is given, but html-file is not, whose page would show their controls: give html-file as well."
    );
  const isOfPlan = isGiven("plan-files") && (plans.gateOn ?? "planned") === "planned";
  const isCompared = isOfPlan || baselineFile !== null || statusBranch !== null || isGiven("baseline-file");
  if (policy.failOnNewOnly && !isCompared)
    problems.push(
      `fail-on-new-only is true, but there is nothing to compare with: give baseline-file${by === "workflow" ? ", or status-branch" : ""}.`
    );
  if (replayFile === null) return;
  if (evidenceFile !== null)
    problems.push("evidence-file is given together with replay-file: a replay reads nothing that could be written.");
  const scoped = ["workspaces", "resource-groups", "subscriptions", "management-groups"].filter(isGiven);
  if (scoped.length > 0)
    problems.push(`${anyOf(scoped)} cannot choose what replay-file judges: it judges everything that was read then.`);
}
function readCloud(reader) {
  const environment = reader.required(
    "environment",
    (text) => oneOf("azurecloud", "azureusgovernment", "azurechinacloud", "custom")(text.toLowerCase())
  );
  return {
    environment,
    audience: reader.optional("audience", uri) ?? null,
    resourceManagerUrl: readEndpoint(reader, "resource-manager-url", environment),
    authorityHost: readEndpoint(reader, "authority-host", environment)
  };
}
function readEndpoint({ optional, problems }, name, environment) {
  const before = problems.length;
  const endpoint = optional(name, httpsOrigin) ?? null;
  if (problems.length > before) return null;
  if (environment === "custom" && !endpoint) problems.push(`${name} is empty: environment custom requires it.`);
  if (environment !== "custom" && endpoint) {
    problems.push(`${name} is given although environment is ${environment}: it is possible only with custom.`);
  }
  return endpoint;
}
function readTargets({ list: list2, optional }) {
  return {
    workspaces: list2("workspaces", workspaceTarget),
    resourceGroups: list2("resource-groups", resourceGroupTarget),
    subscriptions: list2("subscriptions", guid),
    managementGroups: list2("management-groups", managementGroup),
    subscriptionId: optional("subscription-id", guid)
  };
}
function readPolicy({ required }) {
  return {
    profile: required("profile", oneOf("baseline", "cmk-required")),
    failOnSeverity: required("fail-on-severity", oneOf("high", "medium", "low", "never")),
    onUnknown: required("on-unknown", oneOf("fail", "warn")),
    warnOnly: required("warn-only", boolean),
    failOnNewOnly: required("fail-on-new-only", boolean)
  };
}
function frozen(value) {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) frozen(part);
  return Object.freeze(value);
}

// src/log.ts
function careful(world) {
  const { log } = world;
  return {
    ...world,
    setFailed: (message) => world.setFailed(severalLines(message)),
    log: {
      info: (message) => log.info(inert(severalLines(message))),
      notice: annotation(log.notice),
      warning: annotation(log.warning),
      error: annotation(log.error),
      group: (name, work) => log.group(oneLine(name), work)
    }
  };
}
function annotation(show) {
  return (message, properties) => show(
    severalLines(message),
    properties?.title === void 0 ? properties : { ...properties, title: oneLine(properties.title) }
  );
}

// late:node:v8
var loaded;
var it = () => loaded ??= require("node:v8");
var getHeapSpaceStatistics = (...a) => it().getHeapSpaceStatistics(...a);
var setFlagsFromString = (...a) => it().setFlagsFromString(...a);

// src/network/proxy.ts
var secure = ["https_proxy", "HTTPS_PROXY"];
var plain = ["http_proxy", "HTTP_PROXY"];
var without2 = ["no_proxy", "NO_PROXY"];
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
  if (isDirect(address, env)) return `${firstSet(without2, env)} names it`;
  return `${variable} is not an address (special characters in a password are percent-encoded, as %23 for #)`;
}
function completeProxies(env) {
  for (const variable of [...secure, ...plain]) {
    const value = env[variable];
    if (value) env[variable] = readable(value);
  }
}
var ownHosts = ["169.254.169.254", "127.0.0.1", "localhost"];
function exceptOwnHosts(env) {
  const set = without2.filter((variable) => env[variable]);
  for (const variable of set.length > 0 ? set : ["NO_PROXY"])
    env[variable] = [env[variable], ...ownHosts].filter(Boolean).join(",");
}
function nameOf2({ url, variable }) {
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
  return (env[firstSet(without2, env) ?? ""] ?? "").toLowerCase().split(",").map((item) => item.trim()).filter((item) => item !== "").some((item) => item === "*" || names.some((name) => name === item || name.endsWith(item.replace(/^\.?/, "."))));
}
function isLoopback(host) {
  return host === "localhost" || /^(127\.|\[::1\])/.test(host);
}

// src/node-process.ts
function prepareProcess(debug) {
  process.removeAllListeners("warning").on("warning", (warning) => debug(String(warning)));
  completeProxies(process.env);
}
var stopwatch = {
  // performance.now() would load all of perf_hooks first
  passed: () => process.uptime() * 1e3,
  after: (milliseconds, call) => void setTimeout(call, milliseconds)
};
var YOUNG = 8e6;
function keepYoung() {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  if ((young?.space_size ?? YOUNG) < YOUNG) setTimeout(keepYoung, 50).unref();
  else setFlagsFromString("--semi-space-growth-factor=1");
}
var life = {
  onSignal(told) {
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, told);
    process.on("SIGBREAK", () => told("SIGTERM"));
  },
  onCrash: (told) => process.on("uncaughtException", told),
  // The memory of a runner is large, so V8 would let garbage pile up: scans of 10,000 workspaces take a quarter less this
  // way. Each 5 less save 10 to 50 MB more there, and take a tenth more processor time. (--optimize-for-size takes more
  // than twice as much.)
  saveMemory() {
    setFlagsFromString("--heap-growing-percent=25");
    keepYoung();
  },
  exit(code) {
    process.exitCode = code;
    process.stdout.write("", () => process.exit());
  }
};

// src/progress.ts
var SECOND = 1e3;
var SPAN = 10 * SECOND;
function everyTenSeconds({ passed, after }, say) {
  return (reading) => {
    const describe = describer(passed);
    let watched = reading;
    const tick = () => {
      if (watched === null) return;
      say(describe(watched()));
      after(SPAN, tick);
    };
    after(SPAN, tick);
    return () => {
      watched = null;
    };
  };
}
function describer(passed) {
  const began = { at: passed(), read: 0, requests: 0 };
  let samples = [began];
  return (reading) => {
    const now = { at: passed(), read: reading.read, requests: reading.requests };
    if (now.at - (samples.at(-1)?.at ?? 0) >= SECOND) samples.push(now);
    samples = samples.filter(({ at }, index) => now.at - at <= SPAN || index === samples.length - 1);
    const since = samples[0] ?? began;
    const seconds = (now.at - since.at) / SECOND;
    const speed = (what) => seconds > 0 ? (now[what] - since[what]) / seconds : 0;
    return words2(reading, Math.round(speed("requests")), speed("read"));
  };
}
function words2({ workspaces, read: read2, needed, throttled }, requests, speed) {
  if (workspaces === null) return "Looking for workspaces";
  const left = speed > 0 ? Math.ceil((needed - read2) / speed) : 0;
  return [
    `${plural(workspaces, "workspace")} found`,
    `${count(read2)} of ${count(needed)} read`,
    `${count(requests)} requests/s`,
    ...throttled > 0 ? [`${count(throttled)} throttled`] : [],
    ...left > 0 ? [`${time(left)} left`] : []
  ].join(", ");
}
function time(seconds) {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

// src/start.ts
var import_promises = require("node:timers/promises");

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
    scope: `${endpoints.resourceManager}/.default`
  };
}
function keyHostsOf(inputs) {
  const { vaultSuffix, hsmSuffix } = cloudOf(inputs);
  return { vault: vaultSuffix, hsm: hsmSuffix };
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

// src/time.ts
var Cancelled = class extends Error {
  name = "Cancelled";
};
var OutOfTime = class extends Error {
  name = "OutOfTime";
};
function cancelled(what) {
  const before = what === "job" ? "The job was cancelled before this run" : "The run was ended before it";
  return new Cancelled(`${before} was done: what it had not read by then is undecided.`);
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
  const time2 = {
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
      time2.ended ??= reason;
      reading.abort(reason);
      last = Math.min(last, passed() + within2);
      after(within2, () => publishing.abort(reason));
    }
  };
  return time2;
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

// src/start.ts
var LEFT = { SIGINT: 5e3, SIGTERM: 2e3 };
var AFTER_ERROR = 6e4;
var OIDC = 60;
async function start(world) {
  const outside = careful(world);
  const { life: life2, terminal, stopwatch: stopwatch2, log } = outside;
  const time2 = timeBy(stopwatch2);
  let code = 0;
  const setFailed = (sentence) => {
    code = 1;
    outside.setFailed(sentence);
  };
  const watch = world.watch ?? everyTenSeconds(stopwatch2, log.info);
  const ports = { ...outside, setFailed, time: time2, watch };
  life2.onSignal((signal) => time2.end(cancelled(terminal ? "run" : "job"), LEFT[signal]));
  const crash = new Promise((_, reject) => life2.onCrash(reject));
  const known = { place: null };
  try {
    await Promise.race([begin(known, ports), crash]);
  } catch (error) {
    setFailed(sentenceOf(error));
    if (terminal) code = 2;
    time2.end(error, AFTER_ERROR);
    if (!stopsBefore(error)) await tell(known.place, error, ports).catch(() => void 0);
  }
  life2.exit(code);
}
async function begin(known, ports) {
  const { input } = ports;
  const inputs = readInputs(input, givenBy(ports));
  if (!ports.terminal) known.place = inputs;
  ports.time.limit(inputs.timeoutMinutes);
  const getIDToken = early(inputs, { ...ports, getIDToken: bounded(ports) });
  await (0, import_promises.setImmediate)();
  ports.life.saveMemory();
  const { run } = await Promise.resolve().then(() => __toESM(require("./run.js"), 1));
  await run(inputs, { ...ports, getIDToken });
}
function givenBy({ terminal, env }) {
  if (terminal) return { by: "command line", folder: ".", problems: terminal.problems };
  return { by: "workflow", workspace: env.GITHUB_WORKSPACE ?? ".", runnerTemp: env.RUNNER_TEMP };
}
function stopsBefore(error) {
  return error instanceof Error && ["InputError", "ConfigError"].includes(error.name);
}
async function tell(place2, error, ports) {
  if (place2 === null || place2.githubToken === "" || !ports.env.GITHUB_REPOSITORY) return;
  const { withoutResult } = await Promise.resolve().then(() => __toESM(require("./run.js"), 1));
  await withoutResult(place2, error, ports);
}
function bounded({ getIDToken, stopwatch: stopwatch2 }) {
  return (audience) => {
    const bound = new AbortController();
    const late = `it sent no whole answer within ${OIDC} seconds. Check that this runner reaches it (proxy, firewall).`;
    stopwatch2.after(OIDC * 1e3, () => bound.abort(new Error(late)));
    return within(bound.signal, () => getIDToken(audience));
  };
}
function early(inputs, { getIDToken, files }) {
  const { login, plans, replayFile, configFile } = inputs;
  if (login.by !== "github" || replayFile !== null || plans.files.length > 0 || configFile.isNamed || files.exists(configFile.path))
    return getIDToken;
  const { audience } = cloudOf(inputs);
  let first = getIDToken(audience);
  first.catch(() => void 0);
  return (wanted) => {
    const asked = first;
    first = null;
    return asked && wanted === audience ? asked : getIDToken(wanted);
  };
}
var foreseen = ["InputError", "ConfigError", "LoginError", "EvidenceFileError", "PlanFilesError"];
function sentenceOf(error) {
  if (!(error instanceof Error)) return `Unexpected failure. Please report it: ${String(error)}`;
  if (foreseen.includes(error.name)) return error.message;
  return `Unexpected error. Please report it with the lines that follow: ${error.stack ?? error.message}`;
}

// src/version.ts
var version = "1.1.0";

// src/config/tree.ts
var mostQuoted = 40;
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  DEPTH,
  InputError,
  Refusal,
  Unknown,
  anyFile,
  anyOf,
  boolean,
  cancelled,
  careful,
  classify,
  cloudOf,
  completeProxies,
  count,
  describer,
  entries,
  enumerated,
  everyTenSeconds,
  exceptOwnHosts,
  fileInside,
  filesIn,
  frameworkNames,
  guid,
  httpsOrigin,
  inert,
  inputDefaults,
  isCancelled,
  isInside,
  isOutOfTime,
  isSecretName,
  keyHostsOf,
  life,
  listed,
  loginVariables,
  matchesPattern,
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
  prepareProcess,
  proxyFor,
  quoted,
  readGitHubLogin,
  readInputs,
  readLogin,
  secretPlaces,
  severalLines,
  shapeOf,
  shown,
  start,
  stopwatch,
  timeBy,
  unknownIn,
  uri,
  version,
  wholeNumber,
  whyDirect,
  within,
  withoutCredentials,
  withoutEnd
});
