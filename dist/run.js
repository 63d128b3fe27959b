var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all2) => {
  for (var name2 in all2)
    __defProp(target, name2, { get: all2[name2], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key3 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key3) && key3 !== except)
        __defProp(to, key3, { get: () => from[key3], enumerable: !(desc = __getOwnPropDesc(from, key3)) || desc.enumerable });
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
  MEGABYTE: () => MEGABYTE,
  MissingToken: () => MissingToken,
  Property: () => Property,
  Undecided: () => Undecided,
  accountByName: () => accountByName,
  afterwards: () => afterwards,
  aiServicesAccount: () => aiServicesAccount,
  answerOf: () => answerOf,
  anyKeyHosts: () => anyKeyHosts,
  anyPrefix: () => anyPrefix,
  anyResource: () => anyResource,
  applicationInsights: () => applicationInsights,
  asText: () => asText,
  assignmentsOf: () => assignmentsOf,
  attachment: () => attachment,
  attachments: () => attachments,
  batchDeployment: () => batchDeployment,
  batchEndpoint: () => batchEndpoint,
  casedType: () => casedType,
  changesSince: () => changesSince,
  childLists: () => childLists,
  childOf: () => childOf,
  childVersions: () => childVersions,
  clusterExtension: () => clusterExtension,
  collectedByOlder: () => collectedByOlder,
  collectionKey: () => collectionKey,
  collectionParts: () => collectionParts,
  commonRefusal: () => commonRefusal,
  computeTypes: () => computeTypes,
  conclude: () => conclude,
  connectedCluster: () => connectedCluster,
  connectedTo: () => connectedTo,
  container: () => container,
  containerGroup: () => containerGroup,
  containerGroupsSegment: () => containerGroupsSegment,
  containerRegistry: () => containerRegistry,
  cosmosDbAccount: () => cosmosDbAccount,
  counts: () => counts,
  createAlike: () => createAlike,
  databricksWorkspace: () => databricksWorkspace,
  dedicatedCluster: () => dedicatedCluster,
  defaultsOf: () => defaultsOf,
  definitionId: () => definitionId,
  dependencies: () => dependencies,
  deploymentLists: () => deploymentLists,
  disabledReason: () => disabledReason,
  diskEncryption: () => diskEncryption,
  diskEncryptionSet: () => diskEncryptionSet,
  encrypting: () => encrypting,
  encryptionIdentity: () => encryptionIdentity,
  encryptionScope: () => encryptionScope,
  evaluate: () => evaluate,
  everyWorkspace: () => everyWorkspace,
  evidenceOf: () => evidenceOf,
  extensionsSegment: () => extensionsSegment,
  failedCount: () => failedCount,
  failsJob: () => failsJob,
  failureFrom: () => failureFrom,
  fileService: () => fileService,
  fileServiceId: () => fileServiceId,
  findingOf: () => findingOf,
  findingsOf: () => findingsOf,
  fingerprint: () => fingerprint,
  fitting: () => fitting,
  flag: () => flag,
  foreign: () => foreign,
  gapOf: () => gapOf,
  grantsAmong: () => grantsAmong,
  groupAndName: () => groupAndName,
  groupId: () => groupId,
  groupIdOf: () => groupIdOf,
  hasContainers: () => hasContainers,
  hdInsightCluster: () => hdInsightCluster,
  hsmKey: () => hsmKey,
  hsmKeyVersion: () => hsmKeyVersion,
  idKey: () => idKey,
  idOfReader: () => idOfReader,
  inGroups: () => inGroups,
  inVaults: () => inVaults,
  isCollectionOf: () => isCollectionOf,
  isDefinition: () => isDefinition,
  isEnabled: () => isEnabled,
  isInGroup: () => isInGroup,
  isInScope: () => isInScope,
  isLackingAssignments: () => isLackingAssignments,
  isManagedHsm: () => isManagedHsm,
  isMetBy: () => isMetBy,
  isMissing: () => isMissing,
  isObject: () => isObject,
  isRedacted: () => isRedacted,
  isShaped: () => isShaped,
  isSince: () => isSince,
  isTarget: () => isTarget,
  isWithin: () => isWithin,
  judge: () => judge2,
  keyAddress: () => keyAddress,
  keyReferences: () => keyReferences,
  keyUrl: () => keyUrl,
  keyUses: () => keyUses,
  keyVault: () => keyVault,
  lackingAssignments: () => lackingAssignments,
  leakOf: () => leakOf,
  list: () => list,
  listOfWorkspaces: () => listOfWorkspaces,
  listedType: () => listedType,
  listing: () => listing,
  logAnalyticsCluster: () => logAnalyticsCluster,
  logAnalyticsWorkspace: () => logAnalyticsWorkspace,
  logs: () => logs,
  managedCluster: () => managedCluster,
  managedHsm: () => managedHsm,
  managedIdentity: () => managedIdentity,
  managementGroup: () => managementGroup,
  matcher: () => matcher,
  mayBeFileShare: () => mayBeFileShare,
  metadataStores: () => metadataStores,
  milder: () => milder,
  missedType: () => missedType,
  missingContents: () => missingContents,
  mlCompute: () => mlCompute,
  mlConnection: () => mlConnection,
  mlDatastore: () => mlDatastore,
  mlJob: () => mlJob,
  mlSchedule: () => mlSchedule,
  mlWorkspace: () => mlWorkspace,
  nameIn: () => nameIn,
  nameOf: () => nameOf5,
  nameOfSent: () => nameOfSent,
  namedIds: () => namedIds,
  namesNoScope: () => namesNoScope,
  namesOf: () => namesOf,
  needsIn: () => needsIn,
  neverRead: () => neverRead,
  noReads: () => noReads,
  normal: () => normal,
  number: () => number,
  object: () => object,
  objectOf: () => objectOf,
  octokitOf: () => octokitOf,
  ofAnotherType: () => ofAnotherType,
  onCluster: () => onCluster,
  onlineDeployment: () => onlineDeployment,
  onlineEndpoint: () => onlineEndpoint,
  openResource: () => openResource,
  overlap: () => overlap,
  ownLogin: () => ownLogin,
  parentId: () => parentId,
  parseKeyId: () => parseKeyId,
  parseResourceId: () => parseResourceId,
  parsed: () => parsed,
  partsIn: () => partsIn,
  passedIn: () => passedIn,
  passingFinding: () => passingFinding,
  pathOf: () => pathOf,
  patterns: () => patterns,
  peek: () => peek,
  permission: () => permission,
  placeAndName: () => placeAndName,
  plannedSeverity: () => plannedSeverity,
  policyMembers: () => policyMembers,
  profileFor: () => profileFor,
  propertyOf: () => propertyOf,
  providers: () => providers,
  prune: () => prune,
  put: () => put,
  rank: () => rank,
  reaches: () => reaches,
  readContents: () => readContents,
  readerBy: () => readerBy,
  redacted: () => redacted,
  redactedTags: () => redactedTags,
  resourceGroup: () => resourceGroup,
  resourceName: () => resourceName,
  resourceProvider: () => resourceProvider,
  resourceType: () => resourceType,
  resourceTypes: () => resourceTypes,
  roleAssignment: () => roleAssignment,
  roleAssignmentsOf: () => roleAssignmentsOf,
  roleDefinition: () => roleDefinition,
  run: () => run,
  said: () => said,
  says: () => says,
  scopesCheck: () => scopesCheck,
  searchService: () => searchService,
  secretPlaces: () => secretPlaces,
  separated: () => separated,
  serverlessEndpoint: () => serverlessEndpoint,
  severities: () => severities,
  severityFor: () => severityFor,
  stepsOf: () => stepsOf,
  storageAccount: () => storageAccount,
  storeTypes: () => storeTypes,
  subscription: () => subscription,
  text: () => text,
  toFlag: () => toFlag,
  tooLarge: () => tooLarge,
  typeIn: () => typeIn,
  typeOf: () => typeOf,
  typeOfId: () => typeOfId,
  unconfirmed: () => unconfirmed,
  undecidedCount: () => undecidedCount,
  unplanned: () => unplanned,
  userAssignedIdentity: () => userAssignedIdentity,
  valueAt: () => valueAt,
  vaultAt: () => vaultAt,
  vaultHost: () => vaultHost,
  vaultKey: () => vaultKey,
  vaultKeyVersion: () => vaultKeyVersion,
  virtualMachine: () => virtualMachine,
  waivedOrNot: () => waivedOrNot,
  watched: () => watched2,
  webService: () => webService,
  whatIs: () => whatIs,
  whole: () => whole,
  whyOf: () => whyOf,
  withheld: () => withheld,
  withoutResult: () => withoutResult,
  withoutServices: () => withoutServices,
  words: () => words,
  worst: () => worst,
  wrapping: () => wrapping
});
module.exports = __toCommonJS(stdin_exports);

// src/run.ts
var import_promises2 = require("node:timers/promises");
var import_clouds3 = require("./shared.js");

// src/azure/login/login-error.ts
var LoginError = class extends Error {
  name = "LoginError";
  noIdentity;
  constructor(message2, noIdentity = false) {
    super(message2);
    this.noIdentity = noIdentity;
  }
};

// src/github/retry.ts
var import_promises = require("node:timers/promises");
var TRIES = 3;
var SECOND = 1e3;
var MINUTE = 60 * SECOND;
function patienceOf({ time: time2 }) {
  return { sleep: (milliseconds) => (0, import_promises.setTimeout)(milliseconds, void 0, { signal: time2.publishing }), left: time2.left };
}
async function retried(work2, { sleep, left }) {
  for (let tried = 1; ; tried++) {
    try {
      return await work2();
    } catch (error) {
      const wait = waitBeforeNext(error, tried);
      if (tried === TRIES || wait === null || wait >= left()) throw error;
      await sleep(wait);
    }
  }
}
function waitBeforeNext(error, tried) {
  if (error.status === 404 && error.request?.method === "PATCH") return 0;
  const asked = waitAskedFor(error);
  const growing = 2 ** (tried - 1);
  if (limitOf(error)) return asked === null ? MINUTE * growing : Math.max(asked, SECOND * growing);
  return isOutage(error) ? Math.max(asked ?? 0, SECOND * growing) : null;
}
function isOutage({ status = 0 }) {
  return status >= 500;
}
function limitOf({ status, message: message2, errors, response }) {
  const isOfGraphql = errors?.some(({ type: type4 }) => type4 === "RATE_LIMITED");
  if (isOfGraphql) return "rate limit";
  if (status !== 403 && status !== 429) return null;
  if (/secondary rate|temporarily blocked|abuse detection/i.test(message2)) return "secondary rate limit";
  if (isUsedUp(response) || /rate limit/i.test(message2)) return "rate limit";
  return status === 429 || response?.headers?.["retry-after"] ? "secondary rate limit" : null;
}
function isUsedUp(response) {
  return String(response?.headers?.["x-ratelimit-remaining"]) === "0";
}
function waitAskedFor({ response }) {
  const { "retry-after": after, "x-ratelimit-reset": reset, date: date2 } = response?.headers ?? {};
  const now2 = Date.parse(String(date2));
  const asked = after !== void 0 ? Number.isNaN(Number(after)) ? Date.parse(String(after)) - now2 : Number(after) * SECOND : isUsedUp(response) ? Number(reset) * SECOND - now2 : Number.NaN;
  return Number.isNaN(asked) ? null : Math.max(asked, 0);
}

// src/github/contents.ts
async function readContents(octokit, { owner, repo, ref, path, mostBytes: mostBytes2 }) {
  try {
    const { data } = await octokit.rest.repos.getContent({
      owner,
      repo,
      ref,
      path,
      mediaType: { format: "raw" },
      request: { ...mostBytes2 && { mostBytes: mostBytes2 } }
    });
    return textOf(data);
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}
function textOf(data) {
  if (data instanceof ArrayBuffer) return new TextDecoder().decode(data);
  return typeof data === "string" ? data : null;
}
function missingContents(error) {
  return error.status === 403 && !limitOf(error) ? " Give the job `permissions: contents: read`." : "";
}

// src/github/failure.ts
function failureFrom(error) {
  return error instanceof Error ? error : { message: String(error) };
}

// src/network/obstacle.ts
var refusedTunnel = /statusCode=(\d{3})|Proxy response \((\d{3})\)/;
var noTunnel = /tunneling socket could not be established|Proxy connection ended/;
var unreached = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/;
var broken = /\b(ETIMEDOUT|ECONNRESET|EPIPE|UND_ERR_SOCKET)\b|socket hang up|other side closed|disconnected before secure/;
var unknownAuthority = /self[- ]signed certificate|unable to (verify the first|get (local )?issuer) certificate|\b(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+)\b/;
var unfitCertificate = /certificate (has expired|is not yet valid)|certificate's altnames|\b(CERT_\w+|ERR_TLS_CERT_\w+)\b/;
var noTls = /wrong version number|packet length too long|\b(EPROTO|ERR_SSL_\w+)\b/;
function obstacle(error, address, env) {
  if (isExplained(error)) return error.message;
  if (!URL.canParse(address)) return null;
  const text4 = saidBy(error);
  const { host } = new URL(address);
  const proxy = (0, import_clouds3.proxyFor)(address, env);
  return untrusted(text4, host, proxy) ?? (proxy ? atProxy(text4, host, proxy) : null) ?? onTheWay(text4, host, proxy, (0, import_clouds3.whyDirect)(address, env));
}
var explained = /* @__PURE__ */ new WeakSet();
function explain(error, address, env) {
  const sentences2 = obstacle(error, address, env);
  if (sentences2 === null || !(error instanceof Error)) return;
  error.message = sentences2;
  explained.add(error);
}
function sentences(message2) {
  const error = new Error(message2);
  explained.add(error);
  return error;
}
function isExplained(error) {
  return error instanceof Error && explained.has(error);
}
function untrusted(text4, host, proxy) {
  const who = proxy?.url.protocol === "https:" ? `${host} or of the proxy ${(0, import_clouds3.nameOf)(proxy)}` : host;
  const [unknown2] = unknownAuthority.exec(text4) ?? [];
  if (unknown2) {
    return `This runner does not know the authority that signed the certificate of ${who} (${unknown2}). If a proxy or firewall looks into TLS, set NODE_EXTRA_CA_CERTS, in the env of the job, to a file with the certificate of its authority.`;
  }
  const [unfit] = unfitCertificate.exec(text4) ?? [];
  if (unfit) {
    return `The certificate of ${who} was not accepted (${unfit}). Check the clock of this runner, and what looks into TLS between it and ${host}.`;
  }
  return null;
}
function atProxy(text4, host, proxy) {
  const name2 = (0, import_clouds3.nameOf)(proxy);
  const [, toolkit, undici] = refusedTunnel.exec(text4) ?? [];
  const status = toolkit ?? undici;
  if (status === "407") return unauthenticated(proxy);
  if (status) {
    return `The proxy ${name2} opens no way to ${host} (HTTP status ${status}). Have it let ${host} through, or name ${host} in NO_PROXY if this runner reaches it without a proxy.`;
  }
  const [said3] = noTls.exec(text4) ?? [];
  if (said3) {
    return `${host}, or the proxy ${name2} on the way, did not speak TLS (${said3}). Check ${proxy.variable}: it begins with https:// only if the proxy itself is asked over TLS.`;
  }
  const code3 = unreached.exec(text4)?.[1] ?? (noTunnel.test(text4) ? broken.exec(text4)?.[0] ?? "no tunnel" : null);
  if (code3 === null) return null;
  return `The proxy ${name2} could not be reached (${code3}). Check the address, and whether the proxy runs; a host that this runner reaches without it is named in NO_PROXY.`;
}
function unauthenticated(proxy) {
  const { url, variable } = proxy;
  const answer = `The proxy ${(0, import_clouds3.nameOf)(proxy)}`;
  return url.username || url.password ? `${answer} does not accept the user name and password that ${variable} holds (HTTP status 407). Correct them; special characters are percent-encoded there, as %40 for @.` : `${answer} wants a user name and a password (HTTP status 407). Put them into ${variable}, before the host, as USER:PASSWORD@, from a secret.`;
}
function onTheWay(text4, host, proxy, reason) {
  const [said3] = unreached.exec(text4) ?? broken.exec(text4) ?? noTls.exec(text4) ?? [];
  if (!said3) return null;
  return proxy ? `The connection to ${host} by way of the proxy ${(0, import_clouds3.nameOf)(proxy)} broke off (${said3}). Check that the proxy lets ${host} through.` : `${host} could not be reached (${said3}), directly, because ${reason}. Let this runner through to it in the firewall, or name the proxy that leads there in HTTPS_PROXY.`;
}
function saidBy(error, depth = 0) {
  if (!(error instanceof Error)) return (0, import_clouds3.oneLine)(String(error), 1e3);
  const { code: code3, cause } = error;
  const own22 = `${(0, import_clouds3.oneLine)(error.message, 1e3)} ${typeof code3 === "string" ? code3 : ""}`;
  return depth > 4 || cause === void 0 ? own22 : `${own22} ${saidBy(cause, depth + 1)}`;
}

// src/github/octokit.ts
var MissingToken = class extends Error {
  name = "MissingToken";
  constructor() {
    super("github-token is empty. Leave the input out to use the token of the job, or check that its secret is set.");
  }
};
async function ownLogin(octokit) {
  try {
    const { viewer } = await octokit.graphql("query { viewer { login } }");
    return viewer.login.toLowerCase();
  } catch (error) {
    const failure = error;
    const isRefused = failure.errors !== void 0 || failure.status !== void 0 && failure.status < 500;
    if (!isRefused || limitOf(failure)) throw error;
    return "github-actions[bot]";
  }
}
function normal(body) {
  return (body ?? "").replaceAll("\r\n", "\n").trimEnd();
}
function answerOf(error) {
  if (error instanceof MissingToken) return "(github-token is empty)";
  if (isExplained(error)) return "(no answer)";
  return `(${(error.response && error.status) ?? "no answer"}: ${(0, import_clouds3.withoutEnd)((0, import_clouds3.oneLine)(error.message), ".")})`;
}
function whyOf(error) {
  const isOfGitHub = error.status !== void 0 || error instanceof MissingToken || isExplained(error);
  return isOfGitHub ? answerOf(error) : `(${(0, import_clouds3.withoutEnd)((0, import_clouds3.oneLine)(error.message), ".")})`;
}
function afterwards(error) {
  if (isExplained(error)) return ` ${(0, import_clouds3.oneLine)(error.message, 400)}`;
  return error instanceof MissingToken ? error.message.slice(error.message.indexOf(".") + 1) : "";
}
function commonRefusal(error, what) {
  if (isExplained(error)) return `GitHub did not take ${what}.${afterwards(error)}`;
  const said3 = answerOf(error);
  const limit = limitOf(error);
  if (limit) return `GitHub did not take ${what}, because its ${limit} was reached ${said3}. ${later(error)}`;
  if (isOutage(error)) return `GitHub did not take ${what} ${said3}. Run the job again later.`;
  if (error.status === 401)
    return `GitHub does not accept github-token ${said3}. Give a token that is valid, or leave the input out.`;
  if (/archived/i.test(error.message))
    return `GitHub did not take ${what} ${said3}. Nothing can be written to an archived repository; unarchive it, or stop its workflows.`;
  return null;
}
function later(error) {
  const asked = waitAskedFor(error);
  const minutes = (0, import_clouds3.plural)(Math.ceil((asked ?? 0) / 6e4), "minute");
  return `Run the job again later${asked ? `: GitHub asks to wait ${minutes}` : ""}.`;
}

// src/github/token.ts

// src/github/guard.ts

// src/github/answer.ts
var MOST_BYTES = 32 * 1024 * 1024;
var SILENCE = 3e4;
var REDIRECTS = 5;
function guarded(fetch, { api, mostBytes: mostBytes2, stopwatch, end: end2 }) {
  return async (address, init) => {
    const { host } = new URL(api);
    const watch = watched(stopwatch, host);
    const signal = AbortSignal.any([watch.signal, end2]);
    const ask = async () => {
      const response = await followed(fetch, address, { ...init, redirect: "manual", signal }, api);
      const body = await bodyOf(response, mostBytes2, host, watch.heard);
      return understood(response, body, /\braw\b/.test(init.headers?.accept ?? ""), host);
    };
    return await (0, import_clouds3.within)(signal, ask).finally(watch.done);
  };
}
function watched({ passed: passed2, after }, host) {
  const control = new AbortController();
  let [last, isDone] = [passed2(), false];
  const look = () => {
    const left = last + SILENCE - passed2();
    if (isDone) return;
    if (left > 0) after(left, look);
    else control.abort(new Error(`${host} sent nothing for ${SILENCE / 1e3} seconds`));
  };
  after(SILENCE, look);
  const heard = () => {
    last = passed2();
  };
  const done = () => {
    isDone = true;
  };
  return { signal: control.signal, heard, done };
}
async function followed(fetch, from, init, api) {
  const { host } = new URL(api);
  let address = from;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    refuseElsewhere(address, api);
    const response = await fetch(address, init);
    const to = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (to === null) return Object.defineProperty(response, "url", { value: address });
    await response.body?.cancel();
    if (!URL.canParse(to, address)) throw sentences(`${host} redirected a request to what is not an address.`);
    if (init.method !== "GET" && response.status !== 307 && response.status !== 308)
      throw sentences(`${host} redirected a request that writes (${response.status}), so nothing was written.`);
    address = new URL(to, address).href;
  }
  throw sentences(`${host} redirected a request more than ${REDIRECTS} times.`);
}
function refuseElsewhere(address, api) {
  const { origin: origin3 } = new URL(address);
  const { origin: own22, host } = new URL(api);
  if (origin3 !== own22)
    throw sentences(
      `${host} referred to ${(0, import_clouds3.oneLine)(origin3, 100)}, to which github-token is not sent. If ${own22} is not the address of GitHub's API, correct GITHUB_API_URL; else look for what stands between this runner and ${host}.`
    );
}
async function bodyOf(response, most, host, heard) {
  const chunks2 = [];
  let bytes2 = 0;
  heard();
  for await (const chunk of response.body ?? []) {
    heard();
    bytes2 += chunk.length;
    if (bytes2 > most)
      throw sentences(`An answer of ${host} is larger than the ${Math.round(most / 1e6)} MB that are read of one.`);
    chunks2.push(chunk);
  }
  return Buffer.concat(chunks2);
}
function understood({ status, headers, url }, body, isRaw, host) {
  if (status === 204 || status === 205 || status === 304) return answered(null);
  const type4 = headers.get("content-type") ?? "";
  if (isRaw && status < 400 && !isPage(type4, body)) return answered(body, type4 || "text/plain; charset=utf-8");
  if (isJson(body)) return answered(body, "application/json");
  const instead = pageOf(body.toString("utf8", 0, 2e4));
  if (status >= 500) return answered(JSON.stringify({ message: instead }), "application/json");
  throw sentences(
    `${host} answered with ${instead} (HTTP status ${status}), which GitHub's API does not. Let this runner through to ${host}, past what asks for a login or blocks addresses; on a GitHub Enterprise Server, GITHUB_API_URL ends in /api/v3.`
  );
  function answered(content, contentType = type4) {
    const response = new Response(content, {
      status,
      headers: { ...Object.fromEntries(headers), "content-type": contentType }
    });
    return Object.defineProperty(response, "url", { value: url });
  }
}
function isPage(type4, body) {
  if (/\braw\b/.test(type4)) return false;
  return /^text\/html\b/i.test(type4) || /^\s*<(?:!doctype html|html)\b/i.test(body.toString("utf8", 0, 1e3));
}
function isJson(body) {
  try {
    return typeof JSON.parse(body.toString()) === "object";
  } catch {
    return false;
  }
}
function pageOf(text4) {
  if (text4.trim() === "") return "an empty page";
  if (!/<(?:!doctype|html|head|body|title)\b/i.test(text4)) return "something that is not JSON";
  const [, title2 = ""] = /<title\b[^>]{0,200}>([^<]{1,500})/i.exec(text4) ?? [];
  return title2.trim() === "" ? "a web page" : `a web page, "${(0, import_clouds3.oneLine)(title2, 80)}"`;
}

// src/github/guard.ts
function guard(octokit, token, { env, stopwatch, time: time2 }) {
  octokit.hook.before("request", (options) => {
    options.baseUrl = (0, import_clouds3.withoutEnd)(options.baseUrl, "/");
    const { fetch = globalThis.fetch, mostBytes: mostBytes2 = MOST_BYTES, ...others } = options.request;
    const bounds = { api: options.baseUrl, mostBytes: mostBytes2, stopwatch, end: time2.publishing };
    options.request = { ...others, fetch: guarded(fetch, bounds) };
  });
  octokit.hook.error("request", (failure, { baseUrl }) => {
    const error = isExplained(failure.cause) ? failure.cause : failure;
    if (!("response" in error && error.response)) explain(error, baseUrl, env);
    error.message = error.message.replaceAll(token, "***");
    throw error;
  });
}

// src/github/token.ts
async function octokitOf(token, ports) {
  if (token === "") throw new MissingToken();
  refuseOddAddress(ports.env.GITHUB_API_URL || "https://api.github.com");
  const octokit = (await ports.github()).getOctokit(token);
  guard(octokit, token, ports);
  return octokit;
}
function refuseOddAddress(address) {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return;
  throw sentences(
    `GITHUB_API_URL is ${(0, import_clouds3.quoted)(address)}, which is not the address of a web service, so nothing was asked of GitHub. The runner sets it to https://api.github.com, on a GitHub Enterprise Server to https://HOST/api/v3: let no step and no env change it.`
  );
}

// src/config/base-branch.ts

// src/resources/type.ts
var Property = class {
  kind;
  path;
  keys;
  absent;
  absentAt;
  since;
  isPreview;
  givenBy;
  made;
  constructor(kind, path, meaning = {}) {
    const { absent: absent2, absentAt = [path], since: since3, isPreview = false, givenBy, made } = meaning;
    this.kind = kind;
    this.path = path;
    this.keys = path.split(".");
    this.absent = absent2;
    this.absentAt = absent2 === void 0 ? [] : absentAt.map((each) => each.toLowerCase());
    this.since = since3;
    this.isPreview = isPreview;
    this.givenBy = givenBy;
    this.made = made;
  }
};
var of = (kind) => (path, meaning) => new Property(kind, path, meaning);
var text = of("text");
var flag = of("flag");
var number = of("number");
var list = of("list");
var object = of("object");
var container = of("container");
function pathOf(property) {
  return typeof property === "string" ? property : property.path;
}
var anyResource = { id: text("id"), type: text("type"), name: text("name"), location: text("location") };
var secretPlaces = list("secrets");
var anyPrefix = "res-";
function resourceType(name2, properties, facts) {
  const all2 = Object.values(properties);
  const about2 = {
    prefix: anyPrefix,
    links: [],
    lists: [],
    identities: [],
    keys: [],
    hosts: [],
    ...facts,
    action: `${name2}/read`,
    properties: all2
  };
  return { ...properties, type: name2.toLowerCase(), about: { ...about2, keep: kept(all2) } };
}
function kept(properties) {
  const paths = properties.flatMap(({ kind, path }) => kind === "container" ? [] : [path]);
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}
function casedType({ action: action3 }) {
  return action3.replace(/\/read$/, "");
}

// src/resources/ai-services.ts
var own = {
  localAuthDisabled: flag("properties.disableLocalAuth", { absent: false }),
  keySource: text("properties.encryption.keySource", {
    absent: "Microsoft.CognitiveServices",
    absentAt: ["properties.encryption"]
  }),
  keyVaultUri: text("properties.encryption.keyVaultProperties.keyVaultUri"),
  keyName: text("properties.encryption.keyVaultProperties.keyName"),
  keyVersion: text("properties.encryption.keyVaultProperties.keyVersion")
};
var aiServicesAccount = resourceType("Microsoft.CognitiveServices/accounts", own, {
  label: "Azure AI Services account",
  apiVersions: ["2024-10-01", "2023-05-01"],
  keys: [
    {
      when: { property: own.keySource, is: "Microsoft.KeyVault" },
      parts: { uri: own.keyVaultUri, name: own.keyName, version: own.keyVersion }
    }
  ],
  whenGone: "nothing-to-encrypt"
});

// src/said.ts
function said(words8, ...values) {
  const parts = partsIn(words8, values);
  const [first = "", ...more] = parts;
  return typeof first === "string" && more.length === 0 ? first : parts;
}
function partsIn(words8, values) {
  return fitting(joined(words8.flatMap((text4, index) => [text4, ...partsOf(values[index])])));
}
function separated(all2) {
  return all2.flatMap((one, index) => [...index === 0 ? [] : [", "], ...partsOf(one)]);
}
function listing(all2, limit) {
  return (0, import_clouds3.enumerated)(all2, limit).flatMap(partsOf);
}
function words(text4) {
  return [text4];
}
function foreign(text4) {
  return [{ name: text4 }];
}
function resourceName(id) {
  const name2 = id.slice(id.lastIndexOf("/") + 1);
  return id.startsWith("/") ? { name: name2, id } : { name: name2 };
}
function asText(message2) {
  return typeof message2 === "string" ? message2 : message2.map(nameIn).join("");
}
function nameIn(part2) {
  return typeof part2 === "string" ? part2 : part2.name;
}
function partsOf(value2) {
  if (value2 === void 0) return [];
  if (Array.isArray(value2)) return value2;
  return [typeof value2 === "object" ? nameOf2(value2) : String(value2)];
}
function nameOf2({ id, name: name2 }) {
  return id?.toLowerCase().endsWith(`/${name2.toLowerCase()}`) ? { name: name2, id } : { name: name2 };
}
function fitting(parts) {
  return parts.slice();
}
function joined(parts) {
  const all2 = [];
  for (const part2 of parts) {
    const last = all2.at(-1);
    if (typeof part2 === "string" && typeof last === "string") all2[all2.length - 1] = last + part2;
    else if (part2 !== "") all2.push(part2);
  }
  return all2;
}

// src/severity.ts
var severities = ["high", "medium", "low", "info"];
function rank(severity3) {
  return severities.indexOf(severity3);
}
function worst(all2) {
  return severities.find((severity3) => all2.includes(severity3)) ?? "info";
}
function milder(one, other) {
  return rank(one) > rank(other) ? one : other;
}
function plannedSeverity({ change, severity: severity3, live: live2 }) {
  return change === "fixes" ? live2?.severity ?? severity3 : severity3;
}

// src/checklist/check.ts
function check(definition) {
  return definition;
}
function pass(message2) {
  return message2 === void 0 ? { status: "pass" } : { status: "pass", message: message2 };
}
function fail(message2, options = {}) {
  return { status: "fail", message: message2, ...options };
}
function unknown(reason, message2) {
  return { status: "unknown", reason, message: message2 };
}
function notRead(record2, severity3) {
  const verdict2 = { status: "unknown", reason: record2.reason, message: record2.message, record: record2 };
  return severity3 ? { ...verdict2, severity: severity3 } : verdict2;
}
function notApplicable(reason) {
  return { status: "not-applicable", reason };
}
function attested(message2) {
  return { status: "attested", message: message2 };
}
function oneOf(value2, known3, failure = (name2) => said`The value is ${{ name: name2 }}.`) {
  if (value2 === void 0) return unknown("property-absent", notReturned);
  const has = (values) => values.some((each) => each.toLowerCase() === value2.toLowerCase());
  if (has(known3.pass)) return pass();
  if (has(known3.fail)) return failing(typeof failure === "function" ? failure(value2) : failure);
  return unknown("unrecognised-value", said`Unrecognized value ${{ name: JSON.stringify(value2) }}.`);
}
var notReturned = "Azure did not return this property, and its absence has no documented meaning.";
var failing = (message2) => ({ status: "fail", message: message2 });
function isOn(value2, failure) {
  if (value2 === void 0) return unknown("property-absent", notReturned);
  return value2 ? pass() : failing(failure);
}
function worst2(verdicts) {
  const place3 = (verdict2) => ["fail", "unknown", "pass"].indexOf(verdict2.status);
  const decided = verdicts.filter((verdict2) => place3(verdict2) >= 0).sort((a, b) => place3(a) - place3(b) || rank(severityOf(a)) - rank(severityOf(b)));
  return decided[0] ?? verdicts[0] ?? notApplicable("not-used");
}
function severityOf(verdict2) {
  const given = verdict2.status === "fail" ? verdict2.severity : void 0;
  return typeof given === "object" ? given["cmk-required"] : given ?? "high";
}
function severity(cmkRequired, baseline = cmkRequired) {
  return { "cmk-required": cmkRequired, baseline };
}

// src/evidence/resource-id.ts
var segment = String.raw`[^/\\'"<>%&?\u0000-\u001f\u007f]{1,260}`;
var pattern = new RegExp(
  String.raw`^/subscriptions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/resourceGroups/([-\w.()\p{L}\p{N}]{1,90})` + String.raw`/providers/([\w.]+)((?:/\w+/${segment})+)$`,
  "iu"
);
function parseResourceId(id) {
  const match = pattern.exec(canonical(id));
  if (!match) return null;
  const [, subscriptionId = "", resourceGroup3 = "", provider = "", rest3 = ""] = match;
  const segments = rest3.slice(1).split("/");
  const types = segments.filter((_, index) => index % 2 === 0);
  return {
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup: resourceGroup3,
    type: [provider, ...types].join("/").toLowerCase(),
    name: segments.at(-1) ?? ""
  };
}
function idKey(id) {
  return canonical(id).toLowerCase();
}
function parentId(id) {
  const segments = canonical(id).split("/");
  const above = segments.slice(0, -2);
  return above.at(-2)?.toLowerCase() === "providers" ? above.slice(0, -2).join("/") : above.join("/");
}
function groupId(subscriptionId, resourceGroup3) {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup3}`;
}
var groupName = /^[-\w.()\p{L}\p{N}]{1,90}$/u;
var groupPattern = /^\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/resourceGroups\/([^/]+)$/i;
function groupIdOf(text4, subscriptionId) {
  const [, subscription2 = subscriptionId, name2 = bare(text4)] = groupPattern.exec(canonical(text4)) ?? [];
  return groupName.test(name2) ? groupId(subscription2, name2) : null;
}
function isWithin(id, scope4) {
  const [below2, above] = [idKey(id), idKey(scope4)];
  return above === "/" || below2 === above || below2.startsWith(`${above}/`);
}
function canonical(id) {
  const text4 = bare(id);
  return text4.startsWith("/") ? text4 : `/${text4}`;
}
function bare(id) {
  return (0, import_clouds3.withoutEnd)(id.trim(), "/");
}

// src/checklist/remedy.ts
function instruction(words8, ...values) {
  return { instruction: partsIn(words8, values) };
}
function az(words8, ...values) {
  const parts = words8.flatMap((text4, index) => [...text4.split(/\s+/).filter(Boolean), ...[values[index] ?? []].flat()]);
  return { command: fitting(["az", ...parts]) };
}
function named(id, option = "--name") {
  const at3 = parseResourceId(id);
  if (!at3) return [option, { name: id }];
  const where = ["--resource-group", { name: at3.resourceGroup }, "--subscription", { name: at3.subscriptionId }];
  return [option, { name: at3.name }, ...where];
}

// src/checklist/vault-url.ts
function vaultUrl({ evidence: evidence4 }) {
  return `https://<vault>.${evidence4.keyHosts.vault ?? "<suffix of vaults>"}`;
}

// src/checklist/ai-services.ts
var subjects = (workspace2) => workspace2.aiServices;
function encryption(keyVaultUri) {
  const keyVaultProperties = { keyVaultUri, keyName: "<key>", keyVersion: "<version>" };
  return JSON.stringify({ keySource: "Microsoft.KeyVault", keyVaultProperties });
}
var customerManagedKey = check({
  id: "ai-services/customer-managed-key",
  title: "Azure AI Services are encrypted with a customer-managed key",
  failed: "Azure AI Services have no customer-managed key",
  rows: ["S14"],
  severity: severity("low", "info"),
  subjects,
  judge: (account2) => oneOf(
    account2.read(aiServicesAccount.keySource),
    { pass: ["Microsoft.KeyVault"], fail: ["Microsoft.CognitiveServices"] },
    "The account is encrypted with Microsoft-managed keys."
  ),
  passes: "The key source is Key Vault.",
  fails: "Microsoft-managed keys are used, or the account has no encryption settings.",
  cannotTell: "The key source is absent, or is not recognized; or the connection does not name an account.",
  why: "What the account keeps, such as files and fine-tuned models, is then encrypted with Microsoft-managed keys.",
  remedy: (account2, workspace2) => [
    instruction`Give the identity of ${account2} Get, Wrap Key and Unwrap Key on the key, write \`${words(encryption(vaultUrl(workspace2)))}\` into the file encryption.json, then run`,
    az`cognitiveservices account update ${named(account2.id)} --encryption @encryption.json`
  ],
  reference: "https://learn.microsoft.com/azure/ai-services/encryption/cognitive-services-encryption-keys-portal",
  policies: [
    {
      name: "Azure AI Services resources should encrypt data at rest with a customer-managed key (CMK)",
      id: "67121cc7-ff39-4ab8-b7e3-95b84dab487d"
    }
  ]
});
var localAuth = check({
  id: "ai-services/local-auth",
  title: "Azure AI Services accept identities only, no keys",
  failed: "Azure AI Services accept keys",
  rows: ["S44"],
  severity: severity("low", "info"),
  subjects,
  judge: (account2) => isOn(account2.read(aiServicesAccount.localAuthDisabled), "The account accepts its keys."),
  passes: "Local authentication is disabled.",
  fails: "It is not; absent means that.",
  cannotTell: "The value is neither true nor false.",
  why: "Whoever has a key of the account uses it unnoticed, until somebody regenerates it.",
  remedy: (account2) => az`resource update ${named(account2.id)} --resource-type Microsoft.CognitiveServices/accounts --set properties.disableLocalAuth=true`,
  reference: "https://learn.microsoft.com/azure/ai-services/disable-local-auth",
  policies: [
    {
      name: "Azure AI Services resources should have key access disabled (disable local authentication)",
      id: "71ef260a-8f18-47b7-abcb-62d0673d94dc"
    }
  ]
});

// src/resources/application-insights.ts

// src/resources/managed-identity.ts
var managedIdentity = {
  identity: object("identity"),
  identityType: text("identity.type"),
  principalId: text("identity.principalId", {
    givenBy: "azure",
    made: ({ at: at3, standIn }) => String(at3("identity.type")).toLowerCase().includes("systemassigned") ? standIn.guid("identity") : void 0
  }),
  userAssignedIdentities: object("identity.userAssignedIdentities")
};
var encryptionIdentity = text("properties.encryption.identity.userAssignedIdentity");

// src/resources/log-analytics.ts
var apiVersions = ["2025-07-01", "2022-10-01"];
var ofCluster = {
  ...managedIdentity,
  keyVaultProperties: object("properties.keyVaultProperties"),
  keyVaultUri: text("properties.keyVaultProperties.keyVaultUri"),
  keyName: text("properties.keyVaultProperties.keyName"),
  keyVersion: text("properties.keyVaultProperties.keyVersion"),
  doubleEncryption: flag("properties.isDoubleEncryptionEnabled")
};
var logAnalyticsCluster = resourceType("Microsoft.OperationalInsights/clusters", ofCluster, {
  label: "Log Analytics cluster",
  prefix: "ai-",
  apiVersions,
  identities: [ofCluster.userAssignedIdentities],
  keys: [
    {
      parts: { uri: ofCluster.keyVaultUri, name: ofCluster.keyName, version: ofCluster.keyVersion },
      identity: "own"
    }
  ]
});
var ofWorkspace = {
  cluster: text("properties.features.clusterResourceId"),
  keyForQueries: flag("properties.forceCmkForQuery", { absent: false })
};
var dedicatedCluster = { property: ofWorkspace.cluster, type: logAnalyticsCluster.type };
var logAnalyticsWorkspace = resourceType("Microsoft.OperationalInsights/workspaces", ofWorkspace, {
  label: "Log Analytics workspace",
  prefix: "ai-",
  apiVersions,
  links: [dedicatedCluster]
});

// src/resources/application-insights.ts
var attached = new import_clouds3.Unknown(
  "The component names no Log Analytics workspace, and Azure may attach one of its own: set `WorkspaceResourceId` to make it known."
);
var logAnalytics = text("properties.WorkspaceResourceId");
var own2 = {
  ingestionMode: text("properties.IngestionMode", {
    made: ({ at: at3 }) => at3(logAnalytics.path) === void 0 ? attached : "LogAnalytics"
  }),
  logAnalytics
};
var logs = { property: own2.logAnalytics, type: logAnalyticsWorkspace.type };
var applicationInsights = resourceType("Microsoft.Insights/components", own2, {
  label: "Application Insights component",
  prefix: "ai-",
  apiVersions: ["2020-02-02"],
  links: [logs]
});

// src/resources/compute.ts

// src/resources/databricks.ts
var parameters = "properties.parameters";
var entities = "properties.encryption.entities";
var byDefault = (path, ...absentAt) => text(path, { absent: "Default", absentAt });
var entity = (name2) => ({
  keySource: byDefault(`${entities}.${name2}.keySource`, "properties.encryption", entities, `${entities}.${name2}`),
  keyVaultUri: text(`${entities}.${name2}.keyVaultProperties.keyVaultUri`),
  keyName: text(`${entities}.${name2}.keyVaultProperties.keyName`),
  keyVersion: text(`${entities}.${name2}.keyVaultProperties.keyVersion`),
  rotation: flag(`${entities}.${name2}.rotationToLatestKeyVersionEnabled`)
});
var services = entity("managedServices");
var disk = entity("managedDisk");
var own3 = {
  sku: text("sku.name"),
  computeMode: text("properties.computeMode", { since: "2026-01-01", made: () => "Hybrid" }),
  managedResourceGroup: text("properties.managedResourceGroupId"),
  rootEncryption: object(`${parameters}.encryption.value`),
  rootKeySource: byDefault(`${parameters}.encryption.value.keySource`, parameters, `${parameters}.encryption`),
  rootKeyVaultUri: text(`${parameters}.encryption.value.keyvaulturi`),
  rootKeyName: text(`${parameters}.encryption.value.KeyName`),
  rootKeyVersion: text(`${parameters}.encryption.value.keyversion`),
  infrastructureEncryption: flag(`${parameters}.requireInfrastructureEncryption.value`, {
    absent: false,
    absentAt: [parameters, `${parameters}.requireInfrastructureEncryption`]
  }),
  entities: object(entities),
  servicesKeySource: services.keySource,
  servicesKeyVaultUri: services.keyVaultUri,
  servicesKeyName: services.keyName,
  servicesKeyVersion: services.keyVersion,
  servicesRotation: services.rotation,
  diskKeySource: disk.keySource,
  diskKeyVaultUri: disk.keyVaultUri,
  diskKeyName: disk.keyName,
  diskKeyVersion: disk.keyVersion,
  diskRotation: disk.rotation
};
var holder = ({ keySource, keyVaultUri, keyName, keyVersion, rotation: rotation2 }) => ({
  when: { property: keySource, is: "Microsoft.Keyvault" },
  parts: { uri: keyVaultUri, name: keyName, version: keyVersion },
  follows: rotation2
});
var databricksWorkspace = resourceType("Microsoft.Databricks/workspaces", own3, {
  label: "Databricks workspace",
  prefix: "co-",
  apiVersions: ["2026-01-01", "2024-05-01", "2023-02-01"],
  keys: [
    {
      when: { property: own3.rootKeySource, is: "Microsoft.Keyvault" },
      parts: { uri: own3.rootKeyVaultUri, name: own3.rootKeyName, version: own3.rootKeyVersion }
    },
    holder(services),
    holder(disk)
  ],
  whenGone: "nothing-to-encrypt"
});

// src/resources/hdinsight.ts
var disks = "properties.diskEncryptionProperties";
var own4 = {
  diskEncryption: object(disks),
  keyVaultUri: text(`${disks}.vaultUri`),
  keyName: text(`${disks}.keyName`),
  keyVersion: text(`${disks}.keyVersion`),
  encryptionAtHost: flag(`${disks}.encryptionAtHost`),
  encryptionInTransit: object("properties.encryptionInTransitProperties"),
  encryptedInTransit: flag("properties.encryptionInTransitProperties.isEncryptionInTransitEnabled"),
  minimumTlsVersion: text("properties.minSupportedTlsVersion")
};
var hdInsightCluster = resourceType("Microsoft.HDInsight/clusters", own4, {
  label: "HDInsight cluster",
  prefix: "co-",
  apiVersions: ["2021-06-01"],
  keys: [{ parts: { uri: own4.keyVaultUri, name: own4.keyName, version: own4.keyVersion } }],
  whenGone: "nothing-to-encrypt"
});

// src/evidence/children.ts
var childLists = {
  computes: "computes",
  datastores: "datastores",
  connections: "connections",
  onlineEndpoints: "onlineEndpoints",
  batchEndpoints: "batchEndpoints",
  serverlessEndpoints: "serverlessEndpoints",
  jobs: "jobs",
  schedules: "schedules",
  services: "services"
};
var deploymentLists = { onlineDeployments: "onlineEndpoints", batchDeployments: "batchEndpoints" };
var extensionsSegment = "providers/Microsoft.KubernetesConfiguration/extensions";
var containerGroupsSegment = "providers/Microsoft.ContainerInstance/containerGroups";
function listedType(parent, segment3) {
  const own22 = segment3.toLowerCase();
  if (own22.startsWith("providers/")) return own22.slice("providers/".length);
  return `${parseResourceId(idKey(parent))?.type ?? ""}/${own22}`;
}

// src/resources/kubernetes.ts

// src/resources/disk-encryption-set.ts
var own5 = {
  ...managedIdentity,
  encryptionType: text("properties.encryptionType"),
  activeKey: object("properties.activeKey"),
  keyUrl: text("properties.activeKey.keyUrl"),
  sourceVault: text("properties.activeKey.sourceVault.id"),
  autoRotation: flag("properties.rotationToLatestKeyVersionEnabled", { absent: false }),
  rotationError: object("properties.autoKeyRotationError"),
  rotationErrorCode: text("properties.autoKeyRotationError.code", { givenBy: "azure" }),
  federatedClient: text("properties.federatedClientId")
};
var customerKeyTypes = [
  "EncryptionAtRestWithCustomerKey",
  "EncryptionAtRestWithPlatformAndCustomerKeys",
  "ConfidentialVmEncryptedWithCustomerKey"
];
var diskEncryptionSet = resourceType("Microsoft.Compute/diskEncryptionSets", own5, {
  label: "disk encryption set",
  prefix: "co-",
  apiVersions: ["2024-03-02", "2023-04-02"],
  identities: [own5.userAssignedIdentities],
  keys: [
    {
      identifier: own5.keyUrl,
      vaultId: own5.sourceVault,
      follows: own5.autoRotation,
      federated: { property: own5.federatedClient, fits: /./ },
      identity: "own",
      implied: { property: own5.encryptionType, is: customerKeyTypes }
    }
  ]
});

// src/resources/kubernetes.ts
var profile = "properties.securityProfile";
var kms = `${profile}.azureKeyVaultKms`;
var extensions = { segment: extensionsSegment };
var laterVersion = new import_clouds3.Unknown(
  "The cluster is made without a version, and Azure chooses one: set `kubernetesVersion` to make it known."
);
var version = text("properties.kubernetesVersion");
var own6 = {
  diskEncryptionSet: text("properties.diskEncryptionSetID"),
  nodePools: list("properties.agentPoolProfiles"),
  currentVersion: text("properties.currentKubernetesVersion", {
    givenBy: "azure",
    made: ({ at: at3 }) => at3(version.path) ?? laterVersion
  }),
  version,
  supportPlan: text("properties.supportPlan"),
  etcdEncryption: object(kms),
  etcdEncrypted: flag(`${kms}.enabled`, { absent: false, absentAt: [profile, kms, `${kms}.enabled`] }),
  etcdKey: text(`${kms}.keyId`),
  etcdVault: text(`${kms}.keyVaultResourceId`),
  objectEncryption: object(`${profile}.kubernetesResourceObjectEncryptionProfile`, { isPreview: true }),
  infrastructureEncryption: text(`${profile}.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption`)
};
var diskEncryption = { property: own6.diskEncryptionSet, type: diskEncryptionSet.type };
var managedCluster = resourceType("Microsoft.ContainerService/managedClusters", own6, {
  label: "Kubernetes cluster",
  prefix: "co-",
  apiVersions: ["2024-09-01", "2024-05-01"],
  links: [diskEncryption],
  lists: [extensions],
  keys: [
    {
      when: { property: own6.etcdEncrypted, is: "true" },
      identifier: own6.etcdKey,
      vaultId: own6.etcdVault,
      // the newer way to encrypt what a cluster keeps in etcd wraps keys
      encrypts: { eitherWhen: { property: own6.infrastructureEncryption, is: "Enabled" } }
    }
  ],
  whenGone: "nothing-to-encrypt"
});
var connectedCluster = resourceType(
  "Microsoft.Kubernetes/connectedClusters",
  {},
  {
    label: "Arc cluster",
    prefix: "co-",
    apiVersions: ["2024-01-01"],
    lists: [extensions],
    whenGone: "nothing-to-encrypt"
  }
);
var settings = "properties.configurationSettings";
var ofExtension = {
  extensionType: text("properties.extensionType"),
  inference: flag(`${settings}.enableInference`),
  insecureConnections: flag(`${settings}.allowInsecureConnections`),
  sslSecret: text(`${settings}.sslSecret`),
  sslName: text(`${settings}.sslCname`),
  routerServiceType: text(`${settings}.inferenceRouterServiceType`)
};
var clusterExtension = resourceType("Microsoft.KubernetesConfiguration/extensions", ofExtension, {
  label: "cluster extension",
  prefix: "co-",
  apiVersions: ["2023-05-01", "2022-11-01"],
  hosts: [ofExtension.sslName]
});

// src/resources/virtual-machine.ts
var own7 = {
  encryptionAtHost: flag("properties.securityProfile.encryptionAtHost", { made: () => false }),
  disks: container("properties.storageProfile"),
  osDiskEncryptionSet: text("properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id"),
  dataDisks: list("properties.storageProfile.dataDisks", { made: () => [] })
};
var virtualMachine = resourceType("Microsoft.Compute/virtualMachines", own7, {
  label: "virtual machine",
  prefix: "co-",
  apiVersions: ["2024-07-01", "2023-09-01"],
  whenGone: "nothing-to-encrypt"
});

// src/resources/workspace-child.ts
var childOf = "Microsoft.MachineLearningServices/workspaces";
var childVersions = ["2025-12-01", "2025-06-01", "2024-10-01"];

// src/resources/compute.ts
var byNetwork = new import_clouds3.Unknown(
  "Nothing is said of remote login, and Azure decides it by the network: set `remoteLoginPortPublicAccess` to make it known."
);
var computeType = text("properties.computeType");
var madeOf = (type4, value2) => ({ at: at3 }) => String(at3(computeType.path)).toLowerCase() === type4 ? value2 : void 0;
var own8 = {
  computeType,
  provisioningState: text("properties.provisioningState", { givenBy: "azure" }),
  attachedTo: text("properties.resourceId"),
  localAuthDisabled: flag("properties.disableLocalAuth", { absent: false, made: () => false }),
  settings: container("properties.properties"),
  minimumNodes: number("properties.properties.scaleSettings.minNodeCount", { made: madeOf("amlcompute", 0) }),
  remoteLogin: text("properties.properties.remoteLoginPortPublicAccess", { made: madeOf("amlcompute", byNetwork) }),
  subnet: text("properties.properties.subnet.id"),
  sshPublicAccess: text("properties.properties.sshSettings.sshPublicAccess", {
    made: madeOf("computeinstance", "Disabled")
  }),
  sslStatus: text("properties.properties.sslConfiguration.status")
};
var cluster = { types: [managedCluster.type, connectedCluster.type], saidBy: "kubernetes/disk-cmk" };
var attachment = { property: own8.attachedTo };
var withoutServices = [
  "amlcompute",
  "computeinstance",
  "databricks",
  "datafactory",
  "datalakeanalytics",
  "hdinsight",
  "synapsespark",
  "virtualmachine"
];
var computeTypes = ["aks", "kubernetes", ...withoutServices];
var attachments = {
  aks: cluster,
  kubernetes: cluster,
  databricks: { types: [databricksWorkspace.type], saidBy: "databricks/dbfs-cmk" },
  virtualmachine: { types: [virtualMachine.type], saidBy: "virtual-machine/disk-encryption" },
  hdinsight: { types: [hdInsightCluster.type], saidBy: "hdinsight/disk-cmk" }
};
var mlCompute = resourceType(`${childOf}/computes`, own8, {
  label: "compute",
  prefix: "co-",
  apiVersions: childVersions,
  links: [attachment],
  secrets: true,
  whole: own8.settings
});

// src/resources/connection.ts
var own9 = {
  authType: text("properties.authType"),
  category: text("properties.category"),
  expiryTime: text("properties.expiryTime"),
  resourceId: text("properties.metadata.ResourceId")
};
var connectedTo = {
  property: own9.resourceId,
  type: aiServicesAccount.type,
  saidBy: "ai-services/customer-managed-key",
  inFreeText: true
};
var mlConnection = resourceType(`${childOf}/connections`, own9, {
  label: "connection",
  apiVersions: childVersions,
  links: [connectedTo],
  secrets: true
});

// src/resources/container-group.ts
var own10 = {
  fqdn: text("properties.ipAddress.fqdn", { givenBy: "azure" }),
  encryption: object("properties.encryptionProperties"),
  keyVaultUri: text("properties.encryptionProperties.vaultBaseUrl"),
  keyName: text("properties.encryptionProperties.keyName"),
  keyVersion: text("properties.encryptionProperties.keyVersion")
};
var containerGroup = resourceType("Microsoft.ContainerInstance/containerGroups", own10, {
  label: "container group",
  prefix: "co-",
  apiVersions: ["2023-05-01", "2021-10-01"],
  hosts: [own10.fqdn],
  secrets: true,
  keys: [{ parts: { uri: own10.keyVaultUri, name: own10.keyName, version: own10.keyVersion } }]
});

// src/resources/container-registry.ts
var own11 = {
  ...managedIdentity,
  sku: text("sku.name"),
  tier: text("sku.tier", { givenBy: "azure" }),
  adminUser: flag("properties.adminUserEnabled", { made: () => false }),
  encryption: object("properties.encryption"),
  encryptionStatus: text("properties.encryption.status", { absent: "disabled", absentAt: ["properties.encryption"] }),
  keyIdentifier: text("properties.encryption.keyVaultProperties.keyIdentifier"),
  keyIdentifierInUse: text("properties.encryption.keyVaultProperties.versionedKeyIdentifier", { givenBy: "azure" }),
  keyIdentity: text("properties.encryption.keyVaultProperties.identity"),
  keyRotation: flag("properties.encryption.keyVaultProperties.keyRotationEnabled")
};
var containerRegistry = resourceType("Microsoft.ContainerRegistry/registries", own11, {
  label: "container registry",
  prefix: "cr-",
  apiVersions: ["2023-07-01", "2022-12-01"],
  keys: [
    {
      when: { property: own11.encryptionStatus, is: "enabled" },
      identifier: own11.keyIdentifier,
      inUse: own11.keyIdentifierInUse,
      identity: { clientId: own11.keyIdentity }
    }
  ],
  identities: [own11.userAssignedIdentities],
  whenGone: { saidBy: "container-registry/exists" }
});

// src/resources/cosmos-db.ts
var own12 = {
  keyUri: text("properties.keyVaultKeyUri"),
  keyVersionInUse: text("properties.keyVaultKeyUriVersion", { since: "2025-10-15", givenBy: "azure" }),
  keyStatus: text("properties.customerManagedKeyStatus", { givenBy: "azure" }),
  minimumTlsVersion: text("properties.minimalTlsVersion"),
  defaultIdentity: text("properties.defaultIdentity")
};
var cosmosDbAccount = resourceType("Microsoft.DocumentDB/databaseAccounts", own12, {
  label: "Cosmos DB account",
  prefix: "db-",
  apiVersions: ["2025-10-15", "2024-11-15", "2023-11-15"],
  keys: [
    {
      identifier: own12.keyUri,
      inUseVersion: own12.keyVersionInUse,
      federated: { property: own12.defaultIdentity, fits: /FederatedClientId=/i }
    }
  ]
});

// src/resources/datastore.ts
var own13 = {
  datastoreType: text("properties.datastoreType"),
  account: text("properties.accountName"),
  protocol: text("properties.protocol"),
  subscription: text("properties.subscriptionId"),
  resourceGroup: text("properties.resourceGroup"),
  credentialsType: text("properties.credentials.credentialsType")
};
var mlDatastore = resourceType(`${childOf}/datastores`, own13, {
  label: "datastore",
  prefix: "ds-",
  apiVersions: childVersions,
  account: { name: own13.account, subscription: own13.subscription, resourceGroup: own13.resourceGroup }
});

// src/resources/encryption-scope.ts
var own14 = {
  source: text("properties.source"),
  state: text("properties.state"),
  keyVaultProperties: object("properties.keyVaultProperties"),
  keyUri: text("properties.keyVaultProperties.keyUri"),
  keyIdentifierInUse: text("properties.keyVaultProperties.currentVersionedKeyIdentifier")
};
var encryptionScope = resourceType("Microsoft.Storage/storageAccounts/encryptionScopes", own14, {
  label: "encryption scope",
  prefix: "st-",
  apiVersions: ["2025-06-01", "2023-05-01"],
  keys: [
    {
      when: { property: own14.source, is: "Microsoft.KeyVault" },
      identifier: own14.keyUri,
      inUse: own14.keyIdentifierInUse
    }
  ]
});

// src/resources/endpoint.ts
var endpoint = { prefix: "ep-", apiVersions: childVersions };
var deployments = { segment: "deployments", indexed: "existence" };
var deployment = { ...endpoint, secrets: true };
var every = {
  authMode: text("properties.authMode"),
  provisioningState: text("properties.provisioningState", { givenBy: "azure" })
};
var scoringUri = text("properties.scoringUri", { givenBy: "azure" });
var onKubernetes = text("properties.compute");
var inferenceUri = text("properties.inferenceEndpoint.uri", { givenBy: "azure" });
var onlineEndpoint = resourceType(
  `${childOf}/onlineEndpoints`,
  { ...every, address: scoringUri, compute: onKubernetes },
  {
    ...endpoint,
    label: "online endpoint",
    links: [{ property: onKubernetes, type: `${childOf}/computes`.toLowerCase(), isRead: false }],
    lists: [deployments],
    hosts: [scoringUri],
    secrets: true
  }
);
var onlineDeployment = resourceType(
  `${childOf}/onlineEndpoints/deployments`,
  { sendsDiagnostics: flag("properties.appInsightsEnabled") },
  {
    ...deployment,
    label: "online deployment"
  }
);
var batchEndpoint = resourceType(
  `${childOf}/batchEndpoints`,
  { ...every, address: scoringUri },
  { ...endpoint, label: "batch endpoint", lists: [deployments], hosts: [scoringUri], secrets: true }
);
var batchDeployment = resourceType(
  `${childOf}/batchEndpoints/deployments`,
  {},
  {
    ...deployment,
    label: "batch deployment"
  }
);
var serverlessEndpoint = resourceType(
  `${childOf}/serverlessEndpoints`,
  { ...every, address: inferenceUri },
  { ...endpoint, label: "serverless endpoint", hosts: [inferenceUri] }
);

// src/resources/file-service.ts
var protocols = "properties.protocolSettings";
var own15 = {
  smbEncryption: flag(`${protocols}.smb.encryptionInTransit.required`, { since: "2025-01-01" }),
  nfsEncryption: flag(`${protocols}.nfs.encryptionInTransit.required`, { since: "2025-01-01" }),
  smbVersions: text(`${protocols}.smb.versions`),
  smbChannelEncryption: text(`${protocols}.smb.channelEncryption`)
};
var fileService = resourceType("Microsoft.Storage/storageAccounts/fileServices", own15, {
  label: "file service",
  prefix: "st-",
  apiVersions: ["2025-06-01", "2023-05-01"],
  isManagerOnly: true,
  onlyOne: { name: "default", lackedBy: "FeatureNotSupportedForAccount" },
  whenGone: "not-used"
});

// src/resources/identity.ts
var userAssignedIdentity = resourceType(
  "Microsoft.ManagedIdentity/userAssignedIdentities",
  {
    principalId: text("properties.principalId", {
      givenBy: "azure",
      made: ({ standIn }) => standIn.guid("principal")
    }),
    clientId: text("properties.clientId", { givenBy: "azure", made: ({ standIn }) => standIn.guid("client") })
  },
  { label: "user-assigned identity", prefix: "id-", apiVersions: ["2023-01-31"] }
);
var roleAssignment = resourceType(
  "Microsoft.Authorization/roleAssignments",
  {
    principalId: text("properties.principalId"),
    principalType: text("properties.principalType"),
    role: text("properties.roleDefinitionId"),
    scope: text("properties.scope", {
      givenBy: "name",
      made: ({ id }) => id.replace(/\/providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/i, "")
    }),
    condition: text("properties.condition")
  },
  { label: "role assignment", apiVersions: ["2022-04-01"] }
);
var roleDefinition = resourceType(
  "Microsoft.Authorization/roleDefinitions",
  { permissions: list("properties.permissions") },
  { label: "role definition", apiVersions: ["2022-04-01"] }
);

// src/resources/job.ts
var mlJob = resourceType(
  `${childOf}/jobs`,
  { displayName: text("properties.displayName"), experimentName: text("properties.experimentName") },
  {
    label: "job",
    prefix: "job-",
    apiVersions: childVersions,
    secrets: true,
    query: { listViewType: "ActiveOnly" }
  }
);
var mlSchedule = resourceType(
  `${childOf}/schedules`,
  {},
  { label: "schedule", prefix: "job-", apiVersions: childVersions, secrets: true }
);

// src/evidence/key-id.ts
var anyKeyHosts = { vault: null, hsm: null };
var pattern2 = /^https:\/\/(?<vault>[^./:]+)\.(?<suffix>[a-z0-9.-]+?)(?::443)?\/keys\/(?<key>[^/]+)(?:\/(?<version>[0-9a-f]{32}))?\/?$/i;
function parseKeyId(url, hosts = anyKeyHosts) {
  const groups = pattern2.exec(url?.trim() ?? "")?.groups;
  if (!groups?.vault || !groups.suffix || !groups.key) return null;
  const host = `${groups.vault}.${groups.suffix}`.toLowerCase();
  return isKeyHost(host, hosts) ? { host, name: groups.key, version: groups.version ?? null } : null;
}
function vaultHost(uri, hosts = anyKeyHosts) {
  const host = /^https:\/\/([^/:]+)(?::443)?\/?$/i.exec(uri?.trim() ?? "")?.[1]?.toLowerCase();
  return host !== void 0 && isKeyHost(host, hosts) ? host : null;
}
function isKeyHost(host, { vault, hsm }) {
  if (vault === null && hsm === null) return true;
  const labels = (suffix) => suffix !== null && host.endsWith(`.${suffix}`) ? host.slice(0, -suffix.length - 1).split(".").length : 0;
  return labels(vault) === 1 || [1, 2].includes(labels(hsm));
}
function isManagedHsm(host) {
  return host.includes(".managedhsm.");
}
function keyUrl(host, name2) {
  return `https://${host}/keys/${name2}`;
}

// src/resources/created.ts
function defaultsOf(properties, sent) {
  return properties.flatMap(({ path, made }) => {
    const value2 = made && sent.at(path) === void 0 ? made(sent) : void 0;
    return value2 === void 0 ? [] : [{ path, value: value2 }];
  });
}
function isSince(first, { apiVersion }) {
  return apiVersion !== null && /^\d{4}-/.test(apiVersion) ? apiVersion >= first : null;
}
function nameOfSent({ id }) {
  return parseResourceId(id)?.name ?? "";
}

// src/resources/key.ts
function keyAddress(id, host) {
  const [holder3 = "", name2 = ""] = id.split(/\/keys\//i);
  const kind = /\/managedhsms\//i.test(id) ? "hsm" : "vault";
  return keyUrl(host(kind, nameOfSent({ id: holder3 })), name2);
}
var ofKey = (made) => (sent) => /\/versions\/[^/]+$/i.test(sent.id) ? void 0 : made(sent);
var key = {
  kty: text("properties.kty"),
  size: number("properties.keySize"),
  operations: list("properties.keyOps"),
  uri: text("properties.keyUri", { givenBy: "name", made: ofKey(({ id, host }) => keyAddress(id, host)) }),
  uriWithVersion: text("properties.keyUriWithVersion", {
    givenBy: "azure",
    made: ofKey(({ id, host, standIn }) => `${keyAddress(id, host)}/${standIn.version()}`)
  }),
  rotationPolicy: object("properties.rotationPolicy"),
  rotationActions: list("properties.rotationPolicy.lifetimeActions"),
  enabled: flag("properties.attributes.enabled", { made: ofKey(() => true) }),
  notBefore: number("properties.attributes.nbf"),
  expires: number("properties.attributes.exp"),
  created: number("properties.attributes.created", { givenBy: "azure", made: ofKey(({ now: now2 }) => now2) }),
  recoveryLevel: text("properties.attributes.recoveryLevel", { givenBy: "azure" })
};
var keyType = (holder3, label, saidBy2) => resourceType(`Microsoft.KeyVault/${holder3}`, key, {
  label,
  prefix: "key-",
  apiVersions: ["2026-02-01", "2024-11-01", "2023-07-01"],
  isManagerOnly: true,
  ...saidBy2 === void 0 ? {} : { whenGone: { saidBy: saidBy2 } }
});
var vaultKey = keyType("vaults/keys", "vault key", "key/readable");
var vaultKeyVersion = keyType("vaults/keys/versions", "vault key version");
var hsmKey = keyType("managedHSMs/keys", "managed HSM key", "key/readable");
var hsmKeyVersion = keyType("managedHSMs/keys/versions", "managed HSM key version");

// src/resources/key-vault.ts
var acls = "properties.networkAcls";
var own16 = {
  vaultUri: text("properties.vaultUri", {
    givenBy: "name",
    made: (sent) => `https://${sent.host("vault", nameOfSent(sent))}/`
  }),
  tenantId: text("properties.tenantId"),
  sku: text("properties.sku.name"),
  purgeProtection: flag("properties.enablePurgeProtection", { absent: false }),
  softDelete: flag("properties.enableSoftDelete", { made: () => true }),
  rbacAuthorization: flag("properties.enableRbacAuthorization", {
    absent: false,
    // new vaults have roles unless they say otherwise (https://learn.microsoft.com/azure/key-vault/general/access-control-default)
    made: (sent) => isSince("2026-02-01", sent) ?? false
  }),
  accessPolicies: list("properties.accessPolicies"),
  publicNetworkAccess: text("properties.publicNetworkAccess", { absent: "Enabled" }),
  firewallBypass: text(`${acls}.bypass`, { absent: "AzureServices", absentAt: [acls, `${acls}.bypass`] }),
  firewallDefault: text(`${acls}.defaultAction`, { absent: "Allow", absentAt: [acls, `${acls}.defaultAction`] })
};
var policyMembers = ["objectId", "applicationId"];
var keyVault = resourceType("Microsoft.KeyVault/vaults", own16, {
  label: "key vault",
  prefix: "kv-",
  apiVersions: ["2026-02-01", "2024-11-01", "2023-07-01"],
  hosts: [own16.vaultUri],
  whenGone: { saidBy: "key-vault/exists" }
});
function inVaults(...actions) {
  return actions.map((action3) => `${casedType(keyVault.about)}/${action3}`);
}

// src/resources/managed-hsm.ts
var own17 = {
  sku: text("sku.name"),
  hsmUri: text("properties.hsmUri", {
    givenBy: "name",
    made: (sent) => `https://${sent.host("hsm", nameOfSent(sent))}/`
  }),
  tenantId: text("properties.tenantId"),
  purgeProtection: flag("properties.enablePurgeProtection", { made: () => false }),
  softDelete: flag("properties.enableSoftDelete", { made: () => true })
};
var managedHsm = resourceType("Microsoft.KeyVault/managedHSMs", own17, {
  label: "managed HSM",
  prefix: "kv-",
  apiVersions: ["2026-02-01", "2024-11-01", "2023-07-01"],
  hosts: [own17.hsmUri],
  whenGone: { saidBy: "key-vault/exists" }
});

// src/resources/permission.ts
var permission = resourceType(
  "Microsoft.Authorization/permissions",
  { actions: list("actions"), notActions: list("notActions"), condition: text("condition") },
  { label: "permission of this identity", apiVersions: ["2022-04-01", "2015-07-01"] }
);

// src/resources/search-service.ts
var own18 = {
  encryption: object("properties.encryptionWithCmk"),
  enforcement: text("properties.encryptionWithCmk.enforcement"),
  compliance: text("properties.encryptionWithCmk.encryptionComplianceStatus", { givenBy: "azure" })
};
var searchService = resourceType("Microsoft.Search/searchServices", own18, {
  label: "AI Search service",
  prefix: "se-",
  apiVersions: ["2025-05-01", "2023-11-01"]
});

// src/resources/storage-account.ts
var services2 = "properties.encryption.services";
var keyTypeOf = (service) => text(`${services2}.${service}.keyType`, {
  absent: "Service",
  absentAt: [services2, `${services2}.${service}`, `${services2}.${service}.keyType`]
});
var byApiVersion = new import_clouds3.Unknown(
  "Nothing is said of secure transfer, and Azure decides it by the api-version, which the plan does not tell: set `supportsHttpsTrafficOnly` to make it known."
);
var keyTimeOf = (key3) => text(`properties.keyCreationTime.${key3}`, {
  givenBy: "azure",
  made: ({ now: now2 }) => new Date(now2 * 1e3).toISOString()
});
var own19 = {
  kind: text("kind"),
  ...managedIdentity,
  minimumTlsVersion: text("properties.minimumTlsVersion", { absent: "TLS1_0" }),
  httpsOnly: flag("properties.supportsHttpsTrafficOnly", {
    // the default has changed with that version (https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create)
    made: (sent) => isSince("2019-04-01", sent) ?? byApiVersion
  }),
  nfsV3: flag("properties.isNfsV3Enabled", { absent: false }),
  sharedKeyAccess: flag("properties.allowSharedKeyAccess", { absent: true }),
  keyExpirationDays: number("properties.keyPolicy.keyExpirationPeriodInDays"),
  keyCreationTime: object("properties.keyCreationTime"),
  key1CreationTime: keyTimeOf("key1"),
  key2CreationTime: keyTimeOf("key2"),
  keySource: text("properties.encryption.keySource", { made: () => "Microsoft.Storage" }),
  infrastructureEncryption: flag("properties.encryption.requireInfrastructureEncryption", { absent: false }),
  queueKeyType: keyTypeOf("queue"),
  tableKeyType: keyTypeOf("table"),
  encryptionIdentities: object("properties.encryption.identity"),
  encryptionIdentity,
  federatedClient: text("properties.encryption.identity.federatedIdentityClientId"),
  keyVaultProperties: object("properties.encryption.keyvaultproperties"),
  keyVaultUri: text("properties.encryption.keyvaultproperties.keyvaulturi"),
  keyName: text("properties.encryption.keyvaultproperties.keyname"),
  keyVersion: text("properties.encryption.keyvaultproperties.keyversion"),
  keyIdentifierInUse: text("properties.encryption.keyvaultproperties.currentVersionedKeyIdentifier", {
    givenBy: "azure"
  })
};
var storageAccount = resourceType("Microsoft.Storage/storageAccounts", own19, {
  label: "storage account",
  prefix: "st-",
  apiVersions: ["2025-06-01", "2023-05-01"],
  lists: [{ segment: "encryptionScopes", onRequest: true }],
  identities: [own19.encryptionIdentity],
  keys: [
    {
      when: { property: own19.keySource, is: "Microsoft.Keyvault" },
      parts: { uri: own19.keyVaultUri, name: own19.keyName, version: own19.keyVersion },
      inUse: own19.keyIdentifierInUse,
      federated: { property: own19.federatedClient, fits: /./ },
      identity: { id: encryptionIdentity }
    }
  ],
  whenGone: { saidBy: "storage/exists" }
});

// src/resources/subscription.ts
var subscription = resourceType(
  "Microsoft.Resources/subscriptions",
  {},
  { label: "subscription", prefix: "sub-", apiVersions: ["2022-12-01"], isManagerOnly: true }
);
var resourceGroup = resourceType(
  "Microsoft.Resources/subscriptions/resourceGroups",
  {},
  {
    label: "resource group",
    prefix: "rg-",
    apiVersions: ["2021-04-01"],
    isManagerOnly: true,
    whenGone: { saidBy: "metadata/resource-group" }
  }
);
var resourceProvider = resourceType(
  "Microsoft.Resources/subscriptions/providers",
  { namespace: text("namespace"), registrationState: text("registrationState") },
  { label: "resource provider", apiVersions: ["2021-04-01"], isManagerOnly: true }
);

// src/resources/web-service.ts
var own20 = {
  computeType: text("properties.computeType"),
  scoringUri: text("properties.scoringUri", { givenBy: "azure" }),
  hasHttps: flag("properties.properties.hasHttps")
};
var onCluster = { property: own20.computeType, is: "AKS" };
var webService = resourceType(`${childOf}/services`, own20, {
  label: "SDK v1 web service",
  apiVersions: ["2021-04-01"],
  lists: [{ segment: containerGroupsSegment, ofGroup: true, unless: onCluster }],
  hosts: [own20.scoringUri],
  secrets: true
});

// src/resources/workspace.ts
var name = "Microsoft.MachineLearningServices/workspaces";
var own21 = {
  kind: text("kind", { absent: "default", made: () => "Default" }),
  ...managedIdentity,
  identityType: text("identity.type", { absent: "None", absentAt: ["identity", "identity.type"] }),
  tags: object("tags"),
  storageAccount: text("properties.storageAccount"),
  keyVault: text("properties.keyVault"),
  containerRegistry: text("properties.containerRegistry"),
  applicationInsights: text("properties.applicationInsights"),
  hub: text("properties.hubResourceId"),
  highBusinessImpact: flag("properties.hbiWorkspace", { absent: false }),
  primaryIdentity: text("properties.primaryUserAssignedIdentity"),
  managedResourceGroup: text("properties.serviceProvisionedResourceGroup", { givenBy: "azure" }),
  serviceSideEncryption: flag("properties.enableServiceSideCMKEncryption", { since: "2025-06-01" }),
  systemDatastoresAuthMode: text("properties.systemDatastoresAuthMode", {
    since: "2025-06-01",
    made: () => "accessKey"
  }),
  encryption: object("properties.encryption"),
  encryptionStatus: text("properties.encryption.status", { absent: "Disabled", absentAt: ["properties.encryption"] }),
  encryptionIdentity,
  keyIdentifier: text("properties.encryption.keyVaultProperties.keyIdentifier"),
  keyVaultOfKey: text("properties.encryption.keyVaultProperties.keyVaultArmId"),
  cosmosDb: text("properties.encryption.cosmosDbResourceId", { givenBy: "azure" }),
  metadataStorage: text("properties.encryption.storageAccountResourceId", { givenBy: "azure" }),
  searchService: text("properties.encryption.searchAccountResourceId", { givenBy: "azure" })
};
var dependencies = {
  storage: {
    property: own21.storageAccount,
    type: storageAccount.type,
    saidBy: "storage/exists",
    always: "storage account",
    isInherited: true
  },
  vault: {
    property: own21.keyVault,
    type: keyVault.type,
    saidBy: "key-vault/exists",
    always: "key vault",
    isInherited: true
  },
  registry: {
    property: own21.containerRegistry,
    type: containerRegistry.type,
    saidBy: "container-registry/exists",
    isInherited: true
  },
  diagnostics: {
    property: own21.applicationInsights,
    type: applicationInsights.type,
    saidBy: "diagnostics/workspace-based",
    isInherited: true
  }
};
var encrypted = { when: { property: own21.encryptionStatus, is: "Enabled" } };
var store = { ...encrypted, isInherited: true };
var metadataStores = [
  { property: own21.metadataStorage, type: storageAccount.type, saidBy: "storage/exists", ...store },
  { property: own21.cosmosDb, type: cosmosDbAccount.type, saidBy: "metadata/cosmos-cmk", ...store },
  { property: own21.searchService, type: searchService.type, saidBy: "metadata/search-cmk", ...store }
];
var storeTypes = metadataStores.map(({ type: type4 }) => type4);
var providers = {
  always: ["Microsoft.MachineLearningServices", "Microsoft.Storage", "Microsoft.KeyVault"],
  withManagedGroup: ["Microsoft.DocumentDB", "Microsoft.Search"]
};
var listed = {
  [childLists.onlineEndpoints]: { indexed: "whole" },
  [childLists.batchEndpoints]: { indexed: "whole" },
  [childLists.serverlessEndpoints]: { indexed: "whole" },
  [childLists.services]: { ofServices: true }
};
var mlWorkspace = resourceType(name, own21, {
  label: "workspace",
  prefix: "ws-",
  apiVersions: ["2025-12-01", "2025-06-01", "2024-10-01"],
  links: [...Object.values(dependencies), ...metadataStores, { property: own21.hub, type: name.toLowerCase() }],
  lists: Object.values(childLists).map((segment3) => ({ segment: segment3, ...listed[segment3] })),
  identities: [own21.primaryIdentity, own21.encryptionIdentity, own21.userAssignedIdentities],
  managedGroup: { property: own21.managedResourceGroup, ...encrypted },
  keys: [
    {
      ...encrypted,
      identifier: own21.keyIdentifier,
      vaultId: own21.keyVaultOfKey,
      identity: { id: encryptionIdentity }
    }
  ]
});

// src/resources/index.ts
var resourceTypes = Object.fromEntries(
  [
    mlWorkspace,
    storageAccount,
    keyVault,
    managedHsm,
    vaultKey,
    vaultKeyVersion,
    hsmKey,
    hsmKeyVersion,
    containerRegistry,
    applicationInsights,
    logAnalyticsWorkspace,
    logAnalyticsCluster,
    cosmosDbAccount,
    searchService,
    userAssignedIdentity,
    roleAssignment,
    permission,
    roleDefinition,
    mlCompute,
    mlDatastore,
    mlConnection,
    onlineEndpoint,
    onlineDeployment,
    batchEndpoint,
    batchDeployment,
    serverlessEndpoint,
    mlJob,
    mlSchedule,
    webService,
    managedCluster,
    connectedCluster,
    clusterExtension,
    diskEncryptionSet,
    virtualMachine,
    databricksWorkspace,
    hdInsightCluster,
    containerGroup,
    aiServicesAccount,
    encryptionScope,
    fileService,
    resourceGroup,
    subscription,
    resourceProvider
  ].map(({ type: type4, about: about2 }) => [type4, about2])
);
function typeOf(id) {
  return parseResourceId(id)?.type ?? typeOfId(id);
}
function typeOfId(id) {
  const lower = id.toLowerCase();
  if (/^\/subscriptions\/[^/]+$/.test(lower)) return subscription.type;
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(lower)) return resourceGroup.type;
  if (/^\/subscriptions\/[^/]+\/providers\/[^/]+$/.test(lower)) return resourceProvider.type;
  if (/^\/providers\/microsoft\.authorization\/roledefinitions\/[^/]+$/.test(lower)) return roleDefinition.type;
  return null;
}
function missedType(type4, property, id) {
  const link3 = resourceTypes[type4]?.links.find((each) => each.property === property);
  const followed3 = link3?.isRead === false || link3?.inFreeText ? void 0 : link3?.type;
  if (followed3 === void 0) return null;
  const named3 = parseResourceId(id)?.type;
  return named3 !== void 0 && named3 !== followed3 ? followed3 : null;
}

// src/evidence/resource.ts

// src/evidence/records.ts
function typeIn({ type: type4 }) {
  return typeof type4 === "string" ? type4.toLowerCase() : "";
}
function neverRead({ collectedBy }, id, message2) {
  const known3 = { state: "unreadable", id, action: null, scope: null };
  if (collectedBy === void 0) return { ...known3, reason: "not-visible", message: message2 };
  return { ...known3, reason: "not-observable", message: said`${message2} ${collectedByOlder(collectedBy.version)}` };
}
function unplanned({ why: why2, reason }) {
  return { state: "unreadable", id: "", reason, action: null, scope: null, message: foreign(why2) };
}
function collectedByOlder(version8) {
  return said`The evidence was collected by version ${{ name: version8 }}, which did not look for it: collect it again.`;
}

// src/evidence/resource.ts
var Undecided = class extends Error {
  reason;
  record;
  said;
  constructor(reason, message2, record2 = null) {
    super(asText(message2));
    this.reason = reason;
    this.said = message2;
    this.record = record2;
  }
};
function noReads() {
  return { values: [], records: /* @__PURE__ */ new Set() };
}
function openResource(record2, reads) {
  const parsed4 = parseResourceId(record2.id);
  const type4 = record2.state === "read" && typeIn(record2.body) || (parsed4?.type ?? "");
  const found2 = (property) => {
    const into = reads();
    into.records.add(record2);
    if (record2.state !== "read") throw new Undecided(record2.reason, record2.message, record2);
    return lookup(record2, property);
  };
  const note2 = (path, value2) => remember(reads(), record2, path, value2);
  return {
    id: record2.id,
    name: parsed4?.name ?? record2.id.split("/").at(-1) ?? record2.id,
    type: type4,
    unreadable: record2.state === "read" ? null : record2,
    record: record2,
    read(property) {
      const { value: value2, written: written3 } = found2(property);
      const converted = value2 === void 0 ? void 0 : readers[property.kind](value2);
      if (value2 !== void 0 && converted === void 0) throw unrecognised(property.path, value2);
      const missed = typeof converted === "string" ? missedType(type4, property, converted) : null;
      if (missed !== null) throw new Undecided("unrecognised-value", ofAnotherType(property.path, missed));
      note2(property.path, written3 && converted !== void 0 ? shown(converted) : null);
      return converted;
    },
    has: (property) => found2(property).value !== void 0,
    note: note2
  };
}
function peek({ record: record2 }, property) {
  return record2.state === "read" ? propertyOf(record2.body, property) : void 0;
}
function propertyOf(body, { keys: keys2 }) {
  return valueBy(body, keys2);
}
function gapOf({ record: record2 }) {
  return record2.state === "read" ? record2.gap?.failure ?? null : null;
}
function valueAt(json, path) {
  return valueBy(json, path.split("."));
}
function valueBy(json, keys2) {
  return keys2.reduce((at3, key3) => at3 instanceof import_clouds3.Unknown ? at3 : member(at3, key3), json);
}
function lookup(record2, property) {
  let at3 = record2.body;
  const { keys: keys2 } = property;
  for (const [index, key3] of keys2.entries()) {
    if (at3 instanceof import_clouds3.Unknown) throw notPlanned(at3);
    if (!isObject(at3)) throw unrecognised(lowered(keys2.slice(0, index)), at3);
    at3 = member(at3, key3);
    if (at3 !== void 0) continue;
    const sofar = lowered(keys2.slice(0, index + 1));
    refuseUnseen(record2, property, sofar, key3);
    return { value: property.absentAt.includes(sofar) ? property.absent : void 0, written: false };
  }
  const open3 = property.kind === "list" ? (0, import_clouds3.unknownIn)(at3) : at3 instanceof import_clouds3.Unknown && at3;
  if (open3) throw notPlanned(open3);
  return { value: at3, written: true };
}
var lowered = (keys2) => keys2.join(".").toLowerCase();
function notPlanned({ why: why2, reason }) {
  return new Undecided(reason, foreign(why2));
}
function refuseUnseen({ gap, older, apiVersion }, property, path, name2) {
  if (gap && overlap(gap.path.toLowerCase(), path))
    throw new Undecided(gap.failure.reason, gap.failure.message, gap.failure);
  if (older?.unkept.some((unkept) => overlap(unkept.toLowerCase(), path)))
    throw new Undecided("not-observable", said`${words(name2)} was not kept. ${collectedByOlder(older.version)}`);
  const { since: since3 } = property;
  if (!since3 || apiVersion !== null && apiVersion >= since3) return;
  if (older)
    throw new Undecided("not-observable", said`${words(name2)} was not asked for. ${collectedByOlder(older.version)}`);
  throw new Undecided(
    "api-unsupported",
    said`${words(property.path)} is not in the api-version that was read (${{ name: apiVersion ?? "not told" }}; it came with ${words(since3)}).`
  );
}
function overlap(one, other) {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}
function member(value2, key3) {
  if (!isObject(value2)) return void 0;
  const found2 = Object.hasOwn(value2, key3) ? key3 : otherwiseCased(value2, key3);
  const at3 = found2 === void 0 ? void 0 : value2[found2];
  const bare2 = Array.isArray(at3) ? at3.map(trimmed) : trimmed(at3);
  return bare2 === null || bare2 === "" ? void 0 : bare2;
}
function otherwiseCased(value2, key3) {
  const lower = key3.toLowerCase();
  return Object.keys(value2).find((name2) => name2.length === key3.length && name2.toLowerCase() === lower);
}
function trimmed(value2) {
  return typeof value2 === "string" ? value2.trim() : value2;
}
function isObject(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}
function remember(reads, record2, path, value2) {
  reads.records.add(record2);
  const already = reads.values.find((item) => item.path === path && item.resource === record2.id);
  if (already) already.value = value2;
  else reads.values.push({ resource: record2.id, path, value: value2 });
}
function unrecognised(path, value2) {
  const kind = Array.isArray(value2) ? "a list" : `a value of type ${typeof value2}`;
  return new Undecided(
    "unrecognised-value",
    said`${words(path)} holds ${kind}, which this version does not know how to read.`
  );
}
function ofAnotherType(path, type4, of3 = "") {
  const label = resourceTypes[type4]?.label ?? type4;
  return said`${words(path)}${of3} names a resource of another type than ${words(label)}.`;
}
function shown(value2) {
  if (Array.isArray(value2)) return (0, import_clouds3.plural)(value2.length, "entry", "entries");
  return typeof value2 === "string" && value2.length > 300 ? `${value2.slice(0, 300)}…` : value2;
}
var readers = {
  text: (value2) => typeof value2 === "string" ? value2 : void 0,
  flag: toFlag,
  number: (value2) => typeof value2 === "number" && Number.isFinite(value2) ? value2 : void 0,
  list: (value2) => Array.isArray(value2) ? value2 : void 0
};
function toFlag(value2) {
  if (typeof value2 === "boolean") return value2;
  const text4 = typeof value2 === "string" ? value2.toLowerCase() : "";
  return text4 === "true" ? true : text4 === "false" ? false : void 0;
}

// src/evidence/workspace/model.ts
function only(subjects7, fits) {
  return { all: subjects7.all.filter(fits), none: subjects7.none };
}

// src/checklist/compute.ts

// src/checklist/moving.ts
var movingWorkspace = "This needs a new workspace: computes, endpoints, roles and connections must be recreated, and run history is lost. Least disruptive: create it beside the old one, register data, models and environments there (a registry shares them), deploy, let callers switch, and delete the old one last.";
var notWorthMoving = "Not worth a migration on its own.";

// src/checklist/managed-compute.ts
function computeType2(resource2) {
  const property = resource2.type === webService.type ? webService.computeType : mlCompute.computeType;
  return String(peek(resource2, property) ?? "").toLowerCase();
}
function isUnheardOf(compute) {
  return !computeTypes.includes(computeType2(compute));
}
function isBeingCreated(compute, state = peek(compute, mlCompute.provisioningState)) {
  return computeType2(compute) === "computeinstance" && String(state).toLowerCase() === "creating";
}
function ofUnheardType(compute) {
  if (!isUnheardOf(compute)) return null;
  const type4 = compute.read(mlCompute.computeType);
  if (type4 === void 0) return unknown("property-absent", "Azure did not report what kind of compute this is.");
  return unknown("unrecognised-value", said`Unrecognized compute type ${{ name: JSON.stringify(type4) }}.`);
}
function scratchDiskOf({ resource: resource2, hub }) {
  return isOn(
    (hub ?? resource2).read(mlWorkspace.highBusinessImpact),
    said`The ${hub ? "hub" : "workspace"} does not have the high-business-impact flag.`
  );
}
function newWorkspace(running, { resource: resource2, hub }) {
  return instruction`Scratch disks are encrypted only under the high-business-impact flag, which is set when a ${hub ? "hub" : "workspace"} is created (\`hbi_workspace: true\`): make one in place of ${hub ?? resource2}, and move ${running} there. ${movingWorkspace}`;
}

// src/checklist/compute.ts
var dataEncryption = "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption";
var computes = (fits) => (workspace2) => only(workspace2.list("computes"), (compute) => compute.unreadable !== null || fits(compute));
var ofType = (...types) => computes((compute) => types.includes(computeType2(compute)));
var managedTypes = ["amlcompute", "computeinstance"];
var managed = ofType(...managedTypes);
var perhapsManaged = computes((compute) => managedTypes.includes(computeType2(compute)) || isUnheardOf(compute));
var ofKnownType = (judge4) => (compute, workspace2) => ofUnheardType(compute) ?? judge4(compute, workspace2);
var isNew = (compute) => isBeingCreated(compute, compute.read(mlCompute.provisioningState));
function newCompute(compute, how) {
  return instruction`Only a new compute can have it: create ${compute} again under another name ${words(how)}, point jobs to it, and delete the old one when it is idle. An instance loses what is on its own disk; notebooks are in the file share of the workspace.`;
}
var osDisk = check({
  id: "compute/os-disk",
  title: "OS disks of computes are encrypted by the platform",
  failed: "OS disks of computes are not encrypted",
  rows: ["S32"],
  severity: severity("info"),
  subjects: managed,
  judge: (_compute, { profile: profile3 }) => attested(
    profile3 === "cmk-required" ? "OS disks are encrypted with Microsoft-managed keys; a customer-managed key is not available for them." : "OS disks are encrypted with Microsoft-managed keys."
  ),
  passes: "Always: it is attested.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "The OS disk of every node is in storage of Azure Machine Learning, encrypted with Microsoft-managed keys; that cannot be changed.",
  reference: dataEncryption
});
var scratchDisk = check({
  id: "compute/scratch-disk",
  title: "Scratch disks of computes are encrypted",
  failed: "Scratch disks of computes are not encrypted",
  rows: ["S33", "S10"],
  severity: severity("medium", "info"),
  subjects: perhapsManaged,
  judge: ofKnownType((_compute, workspace2) => scratchDiskOf(workspace2)),
  passes: "The workspace, or the hub of a project, has the high-business-impact flag.",
  fails: "It has not.",
  cannotTell: "The compute is of a type that is not recognized, or the hub cannot be read.",
  why: "Training data that is staged on the local disk of a node is then not encrypted.",
  remedy: newWorkspace,
  creationOnly: true,
  reference: dataEncryption
});
var instanceForDevelopment = check({
  id: "compute/instance-for-development",
  title: "Compute instances are for development",
  failed: "Compute instances are used for more than development",
  rows: ["S03"],
  severity: severity("info"),
  subjects: ofType("computeinstance"),
  judge: () => ({ status: "manual" }),
  passes: "Never: people have to judge.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "A compute instance is a development environment: keep files in a share and data in a datastore.",
  reference: dataEncryption
});
var productionTraining = check({
  id: "compute/production-training",
  title: "Production training runs on compute clusters",
  failed: "Production training does not run on compute clusters",
  rows: ["S01"],
  severity: severity("info"),
  subjects: (workspace2) => ["hub", "project"].includes(workspace2.kind) || workspace2.list("computes").all.length === 0 ? { all: [], none: "not-used" } : { all: [workspace2.resource], none: "not-used" },
  judge: () => ({ status: "manual" }),
  passes: "Never: people have to judge. Hubs and projects have no clusters; not asked without a compute.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "Microsoft recommends compute clusters or serverless compute for training in production.",
  reference: dataEncryption
});
var ephemeralNodes = check({
  id: "compute/ephemeral-nodes",
  title: "Compute clusters scale down to zero when idle",
  failed: "A compute cluster keeps its nodes when idle",
  rows: ["S32"],
  severity: severity("low"),
  subjects: ofType("amlcompute"),
  judge: (compute) => {
    const least = compute.read(mlCompute.minimumNodes);
    if (least === void 0) return unknown("property-absent", "Azure did not report how many nodes the cluster keeps.");
    return least === 0 ? pass() : fail(said`The cluster keeps ${words((0, import_clouds3.plural)(least, "node"))}.`);
  },
  passes: "The minimum of nodes is 0.",
  fails: "It is more.",
  cannotTell: "Azure does not report it.",
  why: "The content of the OS disk of a node is deleted only when the node is released.",
  remedy: (compute, workspace2) => az`ml compute update ${named(compute.id)} --workspace-name ${{ name: workspace2.name }} --min-instances 0`,
  reference: dataEncryption
});
var localAuth2 = check({
  id: "compute/local-auth",
  title: "Computes do not accept local accounts",
  failed: "A compute accepts local accounts",
  rows: ["S45"],
  severity: severity("low"),
  subjects: perhapsManaged,
  judge: ofKnownType((compute) => {
    if (peek(compute, mlCompute.localAuthDisabled) === void 0 && isNew(compute)) return notApplicable("not-used");
    return isOn(compute.read(mlCompute.localAuthDisabled), "Local accounts with SSH keys are accepted.");
  }),
  passes: "Local accounts are disabled.",
  fails: "They are not.",
  cannotTell: "The compute is of a type that is not recognized.",
  why: "Whoever has an SSH key can read everything on the node, whatever access Entra allows.",
  remedy: (compute) => newCompute(compute, "with `ssh_public_access_enabled: false` and without `ssh_settings`"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/security-controls-policy",
  policies: [
    {
      name: "Azure Machine Learning Computes should have local authentication methods disabled",
      id: "e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f"
    }
  ]
});
var remoteLogin = check({
  id: "compute/remote-login",
  title: "SSH of computes is not open to the internet",
  failed: "SSH of a compute is open to the internet",
  rows: ["S45"],
  severity: severity("medium"),
  subjects: perhapsManaged,
  judge: ofKnownType((compute) => {
    const open3 = { pass: ["Disabled"], fail: ["Enabled"] };
    if (computeType2(compute) === "computeinstance") {
      const access2 = compute.read(mlCompute.sshPublicAccess);
      const isDecided = access2 !== void 0 && access2.toLowerCase() !== "notspecified";
      if (!isDecided && isNew(compute)) return notApplicable("not-used");
      return oneOf(access2, open3, "SSH is open to the internet.");
    }
    const access = compute.read(mlCompute.remoteLogin);
    if (access?.toLowerCase() !== "notspecified") return oneOf(access, open3, "SSH is open to the internet.");
    return compute.read(mlCompute.subnet) ? pass() : fail("SSH is open to the internet: nothing is specified, and there is no virtual network.");
  }),
  passes: "SSH is disabled; or nothing is specified, and the cluster is in a virtual network. An instance that is still being created is not judged.",
  fails: "SSH is enabled; or nothing is specified, and there is no virtual network.",
  cannotTell: "The setting is absent, or is not recognized.",
  why: "Data that is staged on a node can be reached over SSH.",
  remedy: (compute) => newCompute(compute, "with `ssh_public_access_enabled: false`, or inside a virtual network"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet"
});

// src/evidence/collection-key.ts
var collectionKey = {
  group: (groupId2) => `group:${groupId2.toLowerCase()}`,
  vault: (host) => `vault:${host.toLowerCase()}`,
  list: (parentId2, segment3) => `list:${idKey(parentId2)}/${segment3.toLowerCase()}`,
  account: (name2) => `account:${name2.toLowerCase()}`,
  roles: (principalId) => `roles:${principalId.toLowerCase()}`,
  assigned: (scope4, principalId) => `assigned:${principalId.toLowerCase()}@${idKey(scope4)}`
};
function isCollectionOf(key3, ...kinds2) {
  return kinds2.some((kind) => key3.startsWith(`${kind}:`));
}
function collectionParts(key3) {
  const start = key3.indexOf(":");
  const rest3 = key3.slice(start + 1);
  switch (key3.slice(0, start)) {
    case "group":
      return { of: "group", id: rest3 };
    case "vault":
      return { of: "vault", host: rest3 };
    case "list":
      return listParts(rest3);
    case "account":
      return { of: "account", name: rest3 };
    case "roles":
      return { of: "roles", principalId: rest3 };
    case "assigned":
      return assignedParts(rest3);
    default:
      return null;
  }
}
function listParts(path) {
  const ofProvider = path.search(/\/providers\/[^/]+\/[^/]+$/);
  const at3 = ofProvider === -1 ? path.lastIndexOf("/") : ofProvider;
  return { of: "list", parent: path.slice(0, at3), segment: path.slice(at3 + 1) };
}
function assignedParts(path) {
  const at3 = path.indexOf("@/");
  return { of: "assigned", scope: path.slice(at3 + 1), principalId: path.slice(0, at3) };
}

// src/evidence/keys.ts
var wrapping = ["wrapKey", "unwrapKey"];
var encrypting = ["encrypt", "decrypt"];
function keyUses(type4, body, hosts) {
  return keyReferences(type4, body, hosts).flatMap(({ use: use2 }) => use2 ?? []);
}
function keyReferences(type4, body, hosts) {
  const { keys: keys2 = [] } = resourceTypes[type4.toLowerCase()] ?? {};
  return keys2.filter((holder3) => isOn2(holder3, body)).map((holder3) => ({
    path: (holder3.identifier ?? holder3.parts?.name)?.path ?? "",
    use: use(holder3, body, hosts),
    open: openIn(holder3, body)
  }));
}
function openIn({ when, identifier, parts, follows }, body) {
  const deciding = [when?.property, identifier, parts?.uri, parts?.name, parts?.version, follows];
  const values = deciding.map((property) => property && propertyOf(body, property));
  return values.find((value2) => value2 instanceof import_clouds3.Unknown) ?? null;
}
function isOn2({ when, implied, identifier, parts }, body) {
  if (when) return says(body, when) || propertyOf(body, when.property) instanceof import_clouds3.Unknown;
  const isNamed2 = [identifier, parts?.uri, parts?.name].some(
    (property) => property !== void 0 && propertyOf(body, property) !== void 0
  );
  return isNamed2 || (implied?.is.some((each) => says(body, { property: implied.property, is: each })) ?? false);
}
function use(holder3, body, hosts) {
  if (openIn(holder3, body)) return null;
  const text4 = (property) => {
    const value2 = property === void 0 ? void 0 : propertyOf(body, property);
    return typeof value2 === "string" ? value2 : null;
  };
  const key3 = holder3.identifier ? parseKeyId(text4(holder3.identifier), hosts) : fromParts(holder3, text4, hosts);
  if (!key3) return null;
  const follows = holder3.follows !== void 0 && says(body, { property: holder3.follows, is: "true" });
  const inUse = parseKeyId(text4(holder3.inUse))?.version ?? versionOf(text4(holder3.inUseVersion));
  return {
    host: key3.host,
    name: key3.name,
    pinned: follows ? null : key3.version,
    inUse: follows ? key3.version : inUse,
    vaultId: text4(holder3.vaultId),
    isFederated: holder3.federated?.fits.test(text4(holder3.federated.property) ?? "") ?? false,
    operations: operationsOf(holder3, body)
  };
}
function operationsOf({ encrypts }, body) {
  if (!encrypts) return wrapping;
  return says(body, encrypts.eitherWhen) ? null : encrypting;
}
function says(body, { property, is }) {
  return String(propertyOf(body, property)).toLowerCase() === is.toLowerCase();
}
function fromParts(holder3, text4, hosts) {
  const host = vaultHost(text4(holder3.parts?.uri), hosts);
  const name2 = text4(holder3.parts?.name);
  return host && name2 ? { host, name: name2, version: text4(holder3.parts?.version) } : null;
}
function versionOf(text4) {
  return text4 === null ? null : parseKeyId(text4)?.version ?? (/^[0-9a-f]{32}$/i.test(text4) ? text4 : null);
}

// src/evidence/workspace/contents.ts
function openChildren({ evidence: evidence4, at: at3, open: open3 }, workspace2) {
  const listed27 = (parent, segment3) => {
    const list7 = evidence4.collections.get(collectionKey.list(parent.id, segment3)) ?? notListed(evidence4, parent, segment3);
    const items = list7.ids.map((id) => told(at3(id))).filter(({ unreadable: unreadable3 }) => unreadable3?.state !== "absent");
    const isEnough = list7.state === "read" || list7.reason === "truncated" && segment3 === childLists.jobs;
    return isEnough ? items : [...items, hidden(parent, segment3, open3(list7))];
  };
  const known3 = /* @__PURE__ */ new Map();
  const ofKind = (kind) => {
    const all2 = known3.get(kind) ?? readKind(kind);
    known3.set(kind, all2);
    return all2;
  };
  const readKind = (kind) => {
    if (isListed(kind)) return listed27(workspace2, childLists[kind]);
    return ofKind(deploymentLists[kind]).flatMap(
      (endpoint2) => endpoint2.unreadable ? [endpoint2] : listed27(endpoint2, "deployments")
    );
  };
  return {
    list: (...kinds2) => ({ all: together(kinds2.flatMap(ofKind)), none: "not-used" }),
    isComplete: (kind) => !isListed(kind) || evidence4.collections.get(collectionKey.list(workspace2.id, childLists[kind]))?.state === "read",
    extensionOf(cluster2) {
      const all2 = listed27(cluster2, extensionsSegment).map((one) => ofSomeType(one, open3));
      return all2.find(isMachineLearning) ?? all2.find(({ unreadable: unreadable3 }) => unreadable3 !== null) ?? null;
    },
    containerGroupOf(service) {
      const host = hostOf(service);
      const groups = listed27(at3(parentId(workspace2.id)), containerGroupsSegment);
      return groups.find((group) => group.unreadable !== null || fqdnOf(group) === host) ?? null;
    },
    scopesOf: (account2) => ({
      all: listed27(account2, "encryptionScopes"),
      none: "not-used"
    })
  };
}
function isListed(kind) {
  return kind in childLists;
}
function hidden({ id, name: name2, type: type4 }, segment3, list7) {
  return { ...list7, id, name: name2, type: type4, list: nameOf3(segment3) };
}
function nameOf3(segment3) {
  return segment3.slice(segment3.lastIndexOf("/") + 1);
}
function notListed(evidence4, { id, name: name2 }, segment3) {
  const message2 = said`The ${words(nameOf3(segment3))} of ${{ id, name: name2 }} were not read.`;
  return { ...neverRead(evidence4, `${id}/${segment3}`, message2), ids: [] };
}
function together(all2) {
  const once2 = /* @__PURE__ */ new Map();
  for (const one of all2) {
    const known3 = once2.get(idKey(one.id));
    if (!known3?.unreadable || !one.unreadable) once2.set(idKey(one.id), known3 ?? one);
    else if (known3.record !== one.record) {
      const message2 = said`${known3.unreadable.message} ${one.unreadable.message}`;
      once2.set(idKey(one.id), { ...known3, unreadable: { ...known3.unreadable, message: message2 } });
    }
  }
  return [...once2.values()];
}
var telling = {
  [mlCompute.type]: mlCompute.computeType,
  [webService.type]: webService.computeType,
  [clusterExtension.type]: clusterExtension.extensionType
};
function told(resource2) {
  const property = telling[resource2.type];
  const kind = property && peek(resource2, property);
  return kind instanceof import_clouds3.Unknown ? { ...resource2, unreadable: unplanned(kind) } : resource2;
}
function ofSomeType(extension, open3) {
  const type4 = peek(extension, clusterExtension.extensionType);
  if (extension.unreadable || typeof type4 === "string") return extension;
  const { id, name: name2 } = extension;
  const reason = type4 === void 0 ? "property-absent" : "unrecognised-value";
  const message2 = said`${extension} does not say which extension it is: it may be that of Azure Machine Learning.`;
  return { ...open3({ state: "unreadable", id: "", reason, action: null, scope: null, message: message2 }), id, name: name2 };
}
function mayBeOnInstances({ record: record2 }) {
  return record2.state === "read" && !says(record2.body, onCluster);
}
function isMachineLearning(extension) {
  return String(peek(extension, clusterExtension.extensionType)).toLowerCase() === "microsoft.azureml.kubernetes";
}
function hostOf(service) {
  return /^https?:\/\/([^/:]+)/i.exec(String(peek(service, webService.scoringUri)))?.[1]?.toLowerCase() ?? null;
}
function fqdnOf(group) {
  return String(peek(group, containerGroup.fqdn)).toLowerCase();
}

// src/checklist/on-instances.ts
var services3 = (workspace2) => only(workspace2.list("services"), ({ unreadable: unreadable3 }) => unreadable3 === null);
var onInstances = (workspace2) => only(services3(workspace2), mayBeOnInstances);
function withoutGroup(service) {
  const type4 = computeType2(service);
  const message2 = "No container group in the resource group of the workspace has the address of this service.";
  if (type4 === "aci") return { reason: "not-visible", message: message2 };
  if (type4 === "")
    return { reason: "property-absent", message: `Azure did not report where the service runs. ${message2}` };
  return {
    reason: "unrecognised-value",
    message: said`The service runs on ${{ name: String(peek(service, webService.computeType)) }}, which this version does not know. ${message2}`
  };
}

// src/checklist/container-instance.ts
var v1 = "https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service";
var legacyService = check({
  id: "container-instance/legacy-service",
  title: "No web service of SDK or CLI v1 is deployed",
  failed: "A web service of SDK or CLI v1 is deployed",
  rows: ["S29"],
  severity: severity("medium"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (resource2, workspace2) => {
    const all2 = workspace2.list("services").all;
    const seen = all2.filter(({ unreadable: unreadable3 }) => unreadable3 === null);
    for (const service of seen) service.read(anyResource.name);
    if (seen.length > 0) return fail(said`Deployed with SDK or CLI v1: ${separated(seen)}.`);
    const hidden2 = all2[0]?.unreadable;
    if (hidden2) return notRead(hidden2, "low");
    resource2.note("services[]", 0);
    return pass();
  },
  passes: "No service is deployed.",
  fails: "One is.",
  cannotTell: "Low: the list of services cannot be read.",
  why: "SDK and CLI v1 have been out of support since 2026-06-30: their services get no fixes, and their TLS is optional.",
  remedy: (workspace2) => instruction`Deploy the models of ${workspace2} to managed or Kubernetes online endpoints, then delete the services.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-migrate-from-v1"
});
var scoringTls = check({
  id: "container-instance/scoring-tls",
  title: "Web services of SDK v1 are reached over TLS",
  failed: "A web service of SDK v1 is reached without TLS",
  irreversible: "data",
  rows: ["S39"],
  severity: severity("high"),
  subjects: services3,
  judge: (service) => {
    const address = service.read(webService.scoringUri);
    const hasHttps = computeType2(service) === "aks" ? service.read(webService.hasHttps) : void 0;
    if (hasHttps === true || /^https:\/\//i.test(address ?? "")) return pass();
    if (hasHttps === false || /^http:\/\//i.test(address ?? "")) return fail("The service is reached without TLS.");
    return address === void 0 ? unknown("property-absent", "The service shows no address.") : unknown("unrecognised-value", "The address of the service is neither http nor https.");
  },
  passes: "The address is https, or the service reports that it has TLS.",
  fails: "The address is http, or the service reports that it has no https.",
  cannotTell: "The service shows no address, or one that is neither.",
  why: "Requests and predictions can be read on their way.",
  remedy: (service) => instruction`Deploy the model of ${service} to a managed online endpoint, which is always reached over TLS, then delete the service.`,
  reference: v1
});
var customerManagedKey2 = check({
  id: "container-instance/customer-managed-key",
  title: "Container instances of SDK v1 are encrypted with a customer-managed key",
  failed: "A container instance of SDK v1 has no customer-managed key",
  rows: ["S29"],
  severity: severity("medium", "info"),
  subjects: onInstances,
  judge: (service, workspace2) => {
    const group = workspace2.containerGroupOf(service);
    if (!group) {
      const { reason, message: message2 } = withoutGroup(service);
      return unknown(reason, message2);
    }
    const [vault, key3] = [group.read(containerGroup.keyVaultUri), group.read(containerGroup.keyName)];
    return vault && key3 ? pass() : fail("The container group is encrypted with Microsoft-managed keys.");
  },
  passes: "The container group names a key and its vault.",
  fails: "It does not.",
  cannotTell: "No container group in the resource group of the workspace has the address of the service.",
  why: "The data that the container writes is then encrypted with Microsoft-managed keys.",
  remedy: (service) => instruction`Only a new deployment can have it: rather deploy the model of ${service} to a managed online endpoint, let callers switch to its address and key, then delete the service.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/container-instances/container-instances-encrypt-data",
  policies: [
    {
      name: "Azure Container Instance container group should use customer-managed key for encryption",
      id: "0aa61e00-0a01-4a3c-9945-e93cffedf0e6"
    }
  ]
});

// src/evidence/named.ts
var account = "storage account ";
var assignments = "role assignments of ";
var scheme = "https://";
var listOfWorkspaces = "the list of workspaces";
var everyWorkspace = "every workspace that the identity can read";
function accountByName(name2) {
  return `${account}${name2}`;
}
function vaultAt(host) {
  return `${scheme}${host}`;
}
function roleAssignmentsOf(principalId, scope4) {
  return `${assignments}${principalId}${scope4 === void 0 ? "" : ` at ${scope4}`}`;
}
function whatIs(id) {
  if (id.startsWith("/")) return { kind: "resource", name: id, type: typeOf2(id) };
  if (id.startsWith(account)) return { kind: "account", name: id.slice(account.length), type: storageAccount.type };
  if (id.startsWith(assignments)) return { kind: "assignments", name: id.slice(assignments.length), type: null };
  if (id.startsWith(scheme)) return at(id.slice(scheme.length));
  if (id === listOfWorkspaces) return { kind: "workspaces", name: id, type: null };
  if (id === everyWorkspace) return { kind: "everything", name: id, type: null };
  return { kind: "target", name: id, type: typeOf2(id) };
}
function at(address) {
  if (!/^[^/]+$/.test(address)) return { kind: "address", name: address, type: null };
  return { kind: "vault", name: address, type: isManagedHsm(address) ? managedHsm.type : keyVault.type };
}
function typeOf2(id) {
  return parseResourceId(id)?.type ?? null;
}
var readerBy = {
  clientId: (id) => `client id ${id}`,
  objectId: (id) => `object id ${id}`
};
function idOfReader(reader2) {
  return reader2.replace(/^(?:client|object) id /, "");
}

// src/evidence/assignments.ts
function assignmentsOf(evidence4, { vault, at: at3, principalId }) {
  const { collections } = evidence4;
  const [atVault, atKey] = [vault, at3].map((scope4) => collections.get(collectionKey.assigned(scope4, principalId)));
  const listed27 = [atVault, idKey(at3) === idKey(vault) ? void 0 : atKey];
  const isListed2 = atVault?.state === "read";
  const lists = isListed2 ? listed27 : [collections.get(collectionKey.roles(principalId)), atVault];
  const [next2 = null] = atVault === void 0 ? [vault] : isListed2 && atKey === void 0 ? [at3] : [];
  return {
    ids: [...new Map(lists.flatMap((list7) => list7?.ids ?? []).map((id) => [idKey(id), id])).values()],
    isListed: isListed2,
    hidden: lists.flatMap((list7) => list7 && list7.state !== "read" ? [list7] : []).reverse(),
    unasked: next2 === null ? [] : [notListed2(evidence4, next2, principalId)],
    next: next2
  };
}
function notListed2(evidence4, scope4, principalId) {
  const message2 = said`The role assignments of ${{ name: principalId }} at ${resourceName(scope4)} were not read.`;
  return neverRead(evidence4, roleAssignmentsOf(principalId, scope4), message2);
}
var lacking = "roleAssignments[";
function lackingAssignments(principalId) {
  return `${lacking}assignedTo=${principalId}]`;
}
function isLackingAssignments(path) {
  return path.startsWith(lacking);
}

// src/resources/management-group.ts
var type = "Microsoft.Management/managementGroups";
var pattern3 = new RegExp(`^/providers/${type}/([^/]+)$`, "i");
var managementGroup = {
  action: `${type}/read`,
  prefix: "mg-",
  idOf: (name2) => `/providers/${type}/${name2}`,
  nameIn: (id) => pattern3.exec(id)?.[1] ?? null
};

// src/evidence/grants.ts
function grantsAmong(evidence4, need, { ids, isListed: isListed2 }) {
  const reads = noReads();
  const at3 = (id) => openResource(evidence4.resources.get(idKey(id)) ?? unread(evidence4, id), () => reads);
  const all2 = ids.map(at3);
  const readable2 = all2.filter(({ unreadable: unreadable3 }) => unreadable3 === null);
  const trustsGroups = readable2.every((assignment) => isOf(assignment, need) || isOfGroup(assignment));
  const grants4 = [];
  const doubts = [];
  for (const assignment of all2) {
    try {
      const found2 = applies(assignment, need, isListed2) ? grantsOf(assignment, need, trustsGroups, at3) : [];
      grants4.push(...found2.filter(({ holds }) => need.actions.some(holds)));
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      doubts.push(error);
    }
  }
  return { grants: grants4, doubts };
}
function grantsOf(assignment, need, trustsGroups, at3) {
  if (!isOf(assignment, need) && !(trustsGroups && isOfGroup(assignment))) throw ofOthers(need);
  const definition = at3(definitionOf(assignment));
  const permissions2 = definition.read(roleDefinition.permissions);
  if (permissions2 === void 0) throw absent("what a role allows");
  const denied = textsIn(permissions2, "notDataActions");
  const fits = (patterns2, action3) => patterns2.some((pattern4) => (0, import_clouds3.matchesPattern)(pattern4, action3));
  const grant2 = (some2, isConditional2) => {
    const allowed = textsIn(some2, "dataActions");
    const holds = (action3) => fits(allowed, action3) && !fits(denied, action3);
    return { ids: [assignment.id, definition.id], isConditional: isConditional2, holds };
  };
  const isConditional = assignment.read(roleAssignment.condition) !== void 0;
  const free = permissions2.filter((each) => valueAt(each, "condition") === void 0);
  return [grant2(free, isConditional), grant2(permissions2, isConditional || free.length < permissions2.length)];
}
function applies(assignment, { at: at3 }, isListed2) {
  const scope4 = assignment.read(roleAssignment.scope);
  if (scope4 === void 0) throw absent("at which scope a role is assigned");
  if (isWithin(at3, scope4)) return true;
  if (!isListed2 || /^\/subscriptions\//i.test(scope4)) return false;
  if (managementGroup.nameIn(scope4) !== null) return true;
  throw new Undecided("unrecognised-value", "A role is assigned at a scope that this version does not know.");
}
function isOf(assignment, { principalId }) {
  return sameText(peek(assignment, roleAssignment.principalId), principalId);
}
function isOfGroup(assignment) {
  return ["Group", "ForeignGroup"].some((type4) => sameText(peek(assignment, roleAssignment.principalType), type4));
}
function ofOthers({ principalId }) {
  const message2 = said`Azure listed role assignments of others than ${{ name: principalId }}: nobody can tell which give it access.`;
  return new Undecided("invalid-response", message2);
}
function sameText(value2, text4) {
  return typeof value2 === "string" && value2.toLowerCase() === text4.toLowerCase();
}
function definitionOf(assignment) {
  const role = assignment.read(roleAssignment.role);
  if (role === void 0) throw absent("which role is assigned");
  const guid2 = /\/roleDefinitions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(role)?.[1];
  if (guid2 === void 0) throw new Undecided("unrecognised-value", "A role is not named by the id of its definition.");
  return definitionId(guid2);
}
var isDefinition = /\/roleDefinitions\/[^/]+$/i;
function definitionId(id) {
  return `/providers/Microsoft.Authorization/roleDefinitions/${id.slice(id.lastIndexOf("/") + 1).toLowerCase()}`;
}
function textsIn(permissions2, name2) {
  return permissions2.flatMap((each) => {
    const texts = valueAt(each, name2) ?? [];
    const isObject2 = typeof each === "object" && each !== null;
    if (isObject2 && Array.isArray(texts) && texts.every((text4) => typeof text4 === "string")) return texts;
    throw new Undecided("unrecognised-value", "A role definition allows something that this version cannot read.");
  });
}
function unread(evidence4, id) {
  const what = isDefinition.test(id) ? "role" : "role assignment";
  return neverRead(evidence4, id, said`The ${what} ${resourceName(id)} was not read.`);
}
function absent(what) {
  return new Undecided("property-absent", said`Azure did not report ${what}.`);
}

// src/evidence/access.ts
function accessOf(evidence4, need) {
  const shown5 = assignmentsOf(evidence4, need);
  const { grants: grants4, doubts } = grantsAmong(evidence4, need, shown5);
  const firm = grants4.filter(({ isConditional }) => !isConditional);
  const lacks = lackingIn(need, firm);
  if (lacks.length === 0) return { state: "held", lacks, through: through(firm) };
  const [why2] = [...shown5.hidden.map(undecided), ...doubts, ...shown5.unasked.map(undecided)];
  if (why2) return { state: "undecided", why: why2, unread: { definitions: unaskedIn(evidence4, doubts), scope: shown5.next } };
  const state = lackingIn(need, grants4).length === 0 ? "conditional" : "lacking";
  return { state, lacks, through: through(grants4) };
}
function lackingIn({ actions }, grants4) {
  return actions.filter((action3) => !grants4.some(({ holds }) => holds(action3)));
}
function through(grants4) {
  return [...new Set(grants4.flatMap(({ ids }) => ids))];
}
function unaskedIn({ resources }, doubts) {
  return doubts.flatMap(
    ({ record: record2 }) => record2 && isDefinition.test(record2.id) && resources.get(idKey(record2.id)) === void 0 ? [record2.id] : []
  );
}
function undecided(record2) {
  return new Undecided(record2.reason, record2.message, record2);
}

// src/evidence/data-actions.ts
var secretActions = inVaults(
  "secrets/getSecret/action",
  "secrets/setSecret/action",
  "secrets/readMetadata/action",
  "secrets/delete"
);
var keyActions = inVaults("keys/read", "keys/wrap/action", "keys/unwrap/action");

// src/evidence/identity.ts
function workspacePrincipal(evidence4, body) {
  return principal(evidence4, body, propertyOf(body, mlWorkspace.primaryIdentity));
}
function keyIdentityOf(type4) {
  return resourceTypes[type4.toLowerCase()]?.keys.find(({ identity }) => identity !== void 0)?.identity;
}
function keyPrincipals(evidence4, type4, body) {
  const identity = keyIdentityOf(type4);
  if (identity === void 0) return [];
  if (identity === "own") return carried(evidence4, body);
  if ("id" in identity) return [principal(evidence4, body, propertyOf(body, identity.id))];
  const clientId = propertyOf(body, identity.clientId);
  return clientId === void 0 ? carried(evidence4, body) : [byClientId(evidence4, body, clientId)];
}
function allPrincipals(evidence4, body) {
  const named3 = assigned(body);
  const ids = named3 instanceof import_clouds3.Unknown ? [named3] : Object.keys(named3).filter((id) => id.trim() !== "");
  const all2 = [...systemAssigned(body) ? [void 0] : [], ...ids];
  return all2.map((id) => principal(evidence4, body, id));
}
var nobody = { principalId: null, unreadable: null };
var strangeIdentity = {
  state: "unreadable",
  id: "",
  reason: "unrecognised-value",
  action: null,
  scope: null,
  message: "The identity is not named by a text: nobody can tell which it is."
};
function carried(evidence4, body) {
  const all2 = allPrincipals(evidence4, body);
  return all2.length > 0 ? all2 : [nobody];
}
function byClientId(evidence4, body, clientId) {
  if (typeof clientId !== "string") return principal(evidence4, body, clientId);
  if (/^\[?system\]?$/i.test(clientId)) return principal(evidence4, body, void 0);
  const carried2 = assigned(body);
  if (carried2 instanceof import_clouds3.Unknown) return { ...nobody, unreadable: unplanned(carried2) };
  const all2 = Object.entries(carried2).map(([id, shown5]) => ({ id, shown: shown5, record: recordOf(evidence4, id) }));
  const named3 = all2.find(
    ({ shown: shown5, record: record2 }) => [
      valueAt(shown5, "clientId"),
      record2?.state === "read" && propertyOf(record2.body, userAssignedIdentity.clientId)
    ].some((each) => typeof each === "string" && each.toLowerCase() === clientId.toLowerCase())
  );
  if (named3) return principal(evidence4, body, named3.id);
  const hidden2 = all2.flatMap(({ record: record2 }) => record2 && record2.state !== "read" ? [record2] : []);
  return { ...nobody, unreadable: hidden2[0] ?? null };
}
function principal(evidence4, body, identityId) {
  if (identityId instanceof import_clouds3.Unknown) return { ...nobody, unreadable: unplanned(identityId) };
  if (identityId !== void 0 && typeof identityId !== "string") return { ...nobody, unreadable: strangeIdentity };
  if (identityId === void 0) {
    const own22 = systemAssigned(body);
    if (own22 instanceof import_clouds3.Unknown) return { ...nobody, unreadable: unplanned(own22) };
    return { ...nobody, principalId: typeof own22 === "string" ? own22 : null };
  }
  const all2 = assigned(body);
  if (all2 instanceof import_clouds3.Unknown) return { ...nobody, unreadable: unplanned(all2) };
  const carried2 = Object.entries(all2).find(([id]) => idKey(id) === idKey(identityId));
  if (!carried2) return nobody;
  const [, shown5] = carried2;
  const record2 = recordOf(evidence4, identityId);
  const read = record2?.state === "read" ? propertyOf(record2.body, userAssignedIdentity.principalId) : void 0;
  const principalId = valueAt(shown5, "principalId") ?? read;
  if (typeof principalId === "string") return { principalId, unreadable: null };
  return { principalId: null, unreadable: record2 && record2.state !== "read" ? record2 : null };
}
function systemAssigned(body) {
  return isOfType(body, "systemassigned") ? propertyOf(body, managedIdentity.principalId) : void 0;
}
function assigned(body) {
  if (!isOfType(body, "userassigned")) return {};
  return propertyOf(body, managedIdentity.userAssignedIdentities) ?? {};
}
function isOfType(body, type4) {
  const types = propertyOf(body, managedIdentity.identityType);
  return typeof types !== "string" || types.toLowerCase().includes(type4);
}
function recordOf(evidence4, id) {
  return evidence4.resources.get(idKey(id));
}

// src/checklist/access.ts

// src/checklist/access-policy.ts
var kinds = ["keys", "secrets", "certificates"];
function ownEntries(vault, principalId) {
  const entries = entriesOf(vault, principalId).filter(({ application }) => application === null);
  show(vault, `objectId=${principalId}`, entries);
  return entries;
}
function entriesInItsName(vault, principalId) {
  const ofApplications = entriesOf(vault, principalId).filter(({ application }) => application !== null);
  for (const [application, same] of Map.groupBy(ofApplications, (entry2) => entry2.application))
    show(vault, `objectId=${principalId},applicationId=${application}`, same);
  return [...ownEntries(vault, principalId), ...ofApplications];
}
function entriesOf(vault, principalId) {
  const policies = vault.read(keyVault.accessPolicies) ?? [];
  const named3 = policies.filter(
    (policy) => String(valueAt(policy, "objectId")).toLowerCase() === principalId.toLowerCase()
  );
  return named3.map((policy) => {
    const application = valueAt(policy, "applicationId");
    return {
      application: application === void 0 ? null : String(application).toLowerCase(),
      keys: permissions(policy, "keys"),
      secrets: permissions(policy, "secrets"),
      certificates: permissions(policy, "certificates")
    };
  });
}
function show(vault, whose, entries) {
  const text4 = (granted) => granted instanceof Undecided ? "?" : granted.join(" ") || "-";
  const shown5 = entries.map((entry2) => kinds.map((kind) => `${kind}: ${text4(entry2[kind])}`).join("; "));
  vault.note(`properties.accessPolicies[${whose}]`, shown5.join(" | ") || null);
}
function grantedBy(entries, ...of3) {
  return entries.flatMap((entry2) => of3.flatMap((kind) => entry2[kind] instanceof Undecided ? [] : entry2[kind]));
}
function refuseUnread(entries, ...of3) {
  const unread3 = entries.flatMap((entry2) => of3.map((kind) => entry2[kind])).find((each) => each instanceof Undecided);
  if (unread3) throw unread3;
}
var noEntry = unknown(
  "not-observable",
  "No access policy names the identity; it may have access as a member of a group."
);
function policyVerdict(vault, principalId, kind, needed) {
  const entries = ownEntries(vault, principalId);
  if (entries.length === 0) return noEntry;
  const granted = grantedBy(entries, kind);
  const lacking3 = needed.filter((permission2) => !granted.includes(permission2) && !granted.includes("all"));
  if (lacking3.length === 0) return pass();
  refuseUnread(entries, kind);
  const option = `--${kind.slice(0, -1)}-permissions`;
  return fail(said`The access policy of the identity lacks ${words(lacking3.join(", "))} on ${kind}.`, {
    remedy: az`keyvault set-policy ${named(vault.id)} --object-id ${{ name: principalId }} ${option} ${[...granted, ...lacking3]}`
  });
}
function permissions(policy, kind) {
  const all2 = valueAt(policy, "permissions");
  if (all2 === void 0)
    return new Undecided("property-absent", "An access policy of the identity shows no permissions.");
  const granted = isObject(all2) ? valueAt(all2, kind) ?? [] : null;
  if (Array.isArray(granted) && granted.every((permission2) => typeof permission2 === "string"))
    return granted.map((permission2) => permission2.toLowerCase());
  return new Undecided(
    "unrecognised-value",
    said`An access policy of the identity does not list what it grants on ${words(kind)}.`
  );
}

// src/checklist/access.ts
var passes = "Roles at the key, the vault or above, assigned to the identity that uses the key or to a group that it is in, let it read, wrap and unwrap the key; or an access policy lets it get, wrap and unwrap.";
var fails = "The roles or the access policy of the identity lack one of these.";
var cannotTell = "Only role assignments with a condition allow it; no access policy names the identity, and it may be in a group that has one, or what the policy grants is not listed; the key is in a managed HSM; role assignments, roles or the vault cannot be read; or nobody knows the identity or the key.";
function keyAccess(consumer, workspace2) {
  const key3 = workspace2.keys.all.find(
    ({ consumers: consumers2 }) => consumers2.some(({ resource: resource2 }) => idKey(resource2.id) === idKey(consumer.id))
  );
  if (!key3) return unknown("property-absent", said`${consumer} does not name the key that it uses.`);
  if (!key3.vault) return key3.unreadable ? notRead(key3.unreadable) : unknown("not-visible", "The vault is not visible.");
  const { id, vault, consumers } = key3;
  if (consumers.some(({ resource: resource2, use: use2 }) => use2.isFederated && idKey(resource2.id) === idKey(consumer.id)))
    return unknown(
      "not-observable",
      said`${consumer} reaches its key as an application of its own, and nobody here knows what that one may do.`
    );
  for (const property of keyIdentity(consumer.type)) consumer.has(property);
  return alike(
    keyPrincipals(workspace2.evidence, consumer.type, bodyOf2(consumer)).map(
      (who) => useOfKey(workspace2, vault, id, who)
    )
  );
}
function keyIdentity(type4) {
  const identity = keyIdentityOf(type4);
  const named3 = identity === void 0 || identity === "own" ? [] : Object.values(identity);
  return [managedIdentity.identity, ...named3];
}
function alike(verdicts) {
  const [first = unknown("property-absent", "Azure did not report an identity.")] = verdicts;
  if (verdicts.every(({ status }) => status === first.status)) return first;
  const message2 = "It has several identities, Azure does not report which one uses the key, and not all of them may.";
  return verdicts.find(({ status }) => status === "unknown") ?? unknown("property-absent", message2);
}
function useOfKey(workspace2, vault, keyId, who) {
  if (typeOf(vault.id) === managedHsm.type) {
    return unknown(
      "not-observable",
      "Who may use a key of a managed HSM is kept in the HSM, where Resource Manager does not see it."
    );
  }
  const { principalId } = who;
  if (!principalId) return noPrincipal(who, "uses the key");
  if (!vault.read(keyVault.rbacAuthorization)) return policyVerdict(vault, principalId, "keys", keyPermissions);
  const need = { vault: vault.id, at: keyId, principalId, actions: keyActions };
  return roleVerdict(workspace2, vault, need, "Key Vault Crypto Service Encryption User");
}
var keyPermissions = ["get", "wrapkey", "unwrapkey"];
function roleVerdict(workspace2, vault, need, role) {
  const access = accessOf(workspace2.evidence, need);
  if (access.state === "undecided") throw access.why;
  for (const id of access.through) show2(workspace2.at(id));
  if (access.state === "held") return pass();
  return access.state === "lacking" ? lacking2(vault, need, access.lacks, role) : onCondition;
}
function show2(resource2) {
  const { scope: scope4, role, condition: condition2 } = roleAssignment;
  if (resource2.type === roleDefinition.type) resource2.read(roleDefinition.permissions);
  else for (const property of [scope4, role, condition2]) resource2.read(property);
}
var onCondition = unknown(
  "not-observable",
  "The identity has access only by role assignments with a condition, and only the vault can tell when that is met."
);
function lacking2(vault, { at: at3, principalId }, lacks, role) {
  vault.note(lackingAssignments(principalId), null);
  const short2 = lacks.map((action3) => action3.replace(/^.*\/vaults\//i, ""));
  const where = idKey(at3) === idKey(vault.id) ? "vault" : "key";
  return fail(
    said`No role gives the identity ${words((0, import_clouds3.listed)(short2, short2.length))} on the ${where}. Access that Azure Lighthouse delegates is not listed.`,
    {
      remedy: az`role assignment create --role ${role} --assignee-object-id ${{ name: principalId }} --assignee-principal-type ServicePrincipal --scope ${{ name: vault.id }}`
    }
  );
}
function noPrincipal({ unreadable: unreadable3 }, role) {
  return unreadable3 ? notRead(unreadable3) : unknown("property-absent", said`Azure did not report which object in Entra ${role}.`);
}
function bodyOf2({ record: record2 }) {
  return record2.state === "read" ? record2.body : {};
}

// src/checklist/container-registry.ts
var cmk = "https://learn.microsoft.com/azure/container-registry/tutorial-customer-managed-keys";
var subjects2 = (workspace2) => workspace2.containerRegistry;
var exists = check({
  id: "container-registry/exists",
  title: "The container registry exists",
  failed: "The container registry does not exist",
  irreversible: "data",
  rows: ["S28"],
  severity: severity("high"),
  subjects: subjects2,
  absent: (registry) => fail(said`The container registry ${registry} no longer exists.`),
  judge: (registry) => {
    registry.read(anyResource.name);
    return pass();
  },
  passes: "The registry can be read.",
  fails: "It no longer exists.",
  cannotTell: "It cannot be read, or the workspace names it in no way that is known.",
  why: "Without its registry a workspace can neither build nor pull images.",
  remedy: (_registry, workspace2) => [
    instruction`Rebuild the images after attaching another registry with`,
    attachTo(workspace2)
  ],
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var customerManagedKey3 = check({
  id: "container-registry/customer-managed-key",
  title: "Container images are encrypted with a customer-managed key",
  failed: "The container registry has no customer-managed key",
  rows: ["S25", "S26"],
  severity: severity("high", "info"),
  subjects: subjects2,
  judge: encryption2,
  passes: "Encryption with a customer-managed key is enabled.",
  fails: "It is disabled, or not configured.",
  cannotTell: "Encryption is configured without a status, or with one that is not recognized.",
  why: "Images, with the code and often the models in them, are then encrypted with Microsoft-managed keys.",
  remedy: (registry, workspace2) => [
    instruction`Only a new registry in the Premium tier can have it: create one in place of ${registry} (\`az acr create --sku Premium --identity <identity> --key-encryption-key <key without version>\`), copy the images with \`az acr import\` or let them be built again, and attach it with`,
    attachTo(workspace2),
    instruction`Two run for a while: deployments pull from the old one until they are created again; then delete it.`
  ],
  creationOnly: true,
  reference: cmk,
  policies: [
    {
      name: "Container registries should be encrypted with a customer-managed key",
      id: "5b9159ae-1701-4a6f-9a7a-aa9c8ddd0580"
    }
  ]
});
var adminUser = check({
  id: "container-registry/admin-user",
  title: "The admin user of the container registry is disabled",
  failed: "The admin user of the container registry is enabled",
  rows: ["S27", "S44"],
  severity: severity("medium", "low"),
  subjects: subjects2,
  judge: (registry) => {
    const enabled2 = registry.read(containerRegistry.adminUser);
    if (enabled2 === void 0)
      return unknown("property-absent", "Azure did not report whether the admin user is enabled.");
    return enabled2 ? fail(
      "The admin user is enabled. The 2021 guidance asked for it; the June 2025 documentation has the set-up without it, by managed identities."
    ) : pass();
  },
  passes: "The admin user is disabled.",
  fails: "It is enabled.",
  cannotTell: "Azure does not report it.",
  why: "The admin user is one password for everything in the registry, kept in the key vault of the workspace and shared by all who use it.",
  remedy: (registry) => [
    instruction`Let the computes pull images with a managed identity that has AcrPull first, then run`,
    az`acr update ${named(registry.id)} --admin-enabled false`
  ],
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication",
  policies: [
    {
      name: "Container registries should have local admin account disabled.",
      id: "dc921057-6b28-4fbe-9b83-f7bec05db6c2"
    }
  ]
});
var premiumSku = check({
  id: "container-registry/premium-sku",
  title: "The container registry is in the Premium tier, which customer-managed keys require",
  failed: "The container registry is not in the Premium tier",
  rows: ["S26"],
  severity: severity("info"),
  subjects: (workspace2) => workspace2.profile === "cmk-required" ? workspace2.containerRegistry : { all: [], none: "not-used" },
  judge: (registry) => {
    const tier = registry.read(containerRegistry.sku) ?? registry.read(containerRegistry.tier);
    return oneOf(
      tier,
      { pass: ["Premium"], fail: ["Basic", "Standard", "Classic"] },
      (name2) => said`The registry is in the ${{ name: name2 }} tier.`
    );
  },
  passes: "The tier is Premium. Only asked under `cmk-required`.",
  fails: "It is Basic, Standard or Classic.",
  cannotTell: "The tier is absent, or is not recognized.",
  why: "Only the Premium tier can have a customer-managed key, and only from its creation on.",
  remedy: (registry) => az`acr update ${named(registry.id)} --sku Premium`,
  reference: cmk
});
var keyAutoRotation = check({
  id: "container-registry/key-auto-rotation",
  title: "The container registry follows new versions of its key",
  failed: "The registry does not follow new versions of its key",
  rows: ["S15"],
  severity: severity("medium", "low"),
  subjects: subjects2,
  judge: (registry, { evidence: evidence4 }) => {
    const encrypted2 = encryption2(registry);
    if (encrypted2.status !== "pass") return encrypted2.status === "fail" ? notApplicable("not-used") : encrypted2;
    if (registry.read(containerRegistry.keyRotation) === true) return pass();
    const url = registry.read(containerRegistry.keyIdentifier);
    const key3 = parseKeyId(url, evidence4.keyHosts);
    if (!key3)
      return unknown(
        url === void 0 ? "property-absent" : "unrecognised-value",
        "The registry does not name the key that it uses."
      );
    return key3.version === null ? pass() : fail(said`The registry is set to version ${{ name: key3.version }} of its key.`);
  },
  passes: "Rotation is on, or the key is named without a version.",
  fails: "A version is named, and rotation is off.",
  cannotTell: "The registry does not name the key that it uses.",
  why: "A registry that is set to one version of its key goes on using it after a rotation.",
  remedy: (registry, workspace2) => az`acr encryption rotate-key ${named(registry.id)} --key-encryption-key ${`${vaultUrl(workspace2)}/keys/<key>`} --identity ${"<identity>"}`,
  reference: cmk
});
var cmkAccess = check({
  id: "container-registry/cmk-access",
  title: "The container registry can use its customer-managed key",
  failed: "The container registry cannot use its key",
  rows: ["S25", "S26"],
  severity: severity("medium"),
  subjects: subjects2,
  judge: (registry, workspace2) => {
    const encrypted2 = encryption2(registry);
    if (encrypted2.status !== "pass") return encrypted2.status === "fail" ? notApplicable("not-used") : encrypted2;
    return keyAccess(registry, workspace2);
  },
  passes,
  fails,
  cannotTell,
  why: "Without the key the registry can neither take nor give images, and endpoints and jobs do not start.",
  reference: cmk
});
function attachTo({ id }) {
  return az`ml workspace update ${named(id)} --container-registry ${"<id of the registry>"} --update-dependent-resources`;
}
function encryption2(registry) {
  return oneOf(
    registry.read(containerRegistry.encryptionStatus),
    { pass: ["enabled"], fail: ["disabled"] },
    "The registry is encrypted with Microsoft-managed keys."
  );
}

// src/checklist/databricks.ts
var keys = "https://learn.microsoft.com/azure/databricks/security/keys/customer-managed-keys";
var subjects3 = (workspace2) => workspace2.databricks;
var unlessServerless = (judge4) => (databricks) => isServerless(databricks) ? notApplicable("not-used") : judge4(databricks);
function isServerless(databricks) {
  const isShown3 = peek(databricks, databricksWorkspace.computeMode) !== void 0;
  if (!isShown3 && databricks.has(databricksWorkspace.managedResourceGroup)) return false;
  return databricks.read(databricksWorkspace.computeMode)?.toLowerCase() === "serverless";
}
var sources = { pass: ["Microsoft.Keyvault"], fail: ["Default"] };
var dbfsCmk = check({
  id: "databricks/dbfs-cmk",
  title: "The root of DBFS is encrypted with a customer-managed key",
  failed: "The root of DBFS has no customer-managed key",
  rows: ["S34"],
  severity: severity("high", "info"),
  subjects: subjects3,
  judge: unlessServerless(
    (databricks) => oneOf(
      databricks.read(databricksWorkspace.rootKeySource),
      sources,
      "DBFS is encrypted with Microsoft-managed keys."
    )
  ),
  passes: "The key source is Key Vault. Serverless workspaces are not judged.",
  fails: "It is not, or none is configured.",
  cannotTell: "The key source is not recognized, or the compute does not name a Databricks workspace.",
  why: "Libraries, results and cached data in DBFS are then encrypted with Microsoft-managed keys.",
  remedy: (databricks, workspace2) => [
    az`databricks workspace update ${named(databricks.id)} --prepare-encryption`,
    instruction`Then give its storage identity access to the key, and run`,
    az`databricks workspace update ${named(databricks.id)} --key-source Microsoft.Keyvault --key-name ${"<key>"} --key-vault ${vaultUrl(workspace2)} --key-version ${"<version>"}`
  ],
  reference: keys
});
var managedServicesCmk = check({
  id: "databricks/managed-services-cmk",
  title: "Managed services of Databricks are encrypted with a customer-managed key",
  failed: "Managed services of Databricks have no customer-managed key",
  rows: ["S34"],
  severity: severity("medium", "info"),
  subjects: subjects3,
  judge: (databricks) => oneOf(
    databricks.read(databricksWorkspace.servicesKeySource),
    sources,
    "Notebooks and secrets are encrypted with Microsoft-managed keys."
  ),
  passes: "The key source is Key Vault.",
  fails: "It is not, or none is configured.",
  cannotTell: "The key source is not recognized.",
  why: "Notebooks, queries and secrets in the control plane are then encrypted with Microsoft-managed keys.",
  remedy: (databricks, workspace2) => az`databricks workspace update ${named(databricks.id)} --ms-key-name ${"<key>"} --ms-key-vault ${vaultUrl(workspace2)} --ms-key-version ${"<version>"}`,
  reference: keys
});
var managedDiskCmk = check({
  id: "databricks/managed-disk-cmk",
  title: "Disks of Databricks clusters are encrypted with a customer-managed key",
  failed: "Disks of Databricks clusters have no customer-managed key",
  rows: ["S34"],
  severity: severity("medium", "info"),
  subjects: subjects3,
  judge: unlessServerless((databricks) => {
    const source = databricks.read(databricksWorkspace.diskKeySource);
    const verdict2 = oneOf(source, sources, "Disks are encrypted with Microsoft-managed keys.");
    if (verdict2.status !== "pass") return verdict2;
    const rotates = databricks.read(databricksWorkspace.diskRotation) === true;
    return rotates ? pass() : pass("Disks are encrypted with a customer-managed key, but do not follow its new versions.");
  }),
  passes: "The key source is Key Vault; the message says when new versions are not followed. Serverless workspaces are not judged.",
  fails: "It is not, or none is configured.",
  cannotTell: "The key source is not recognized.",
  why: "Data on the disks of clusters is then encrypted with Microsoft-managed keys.",
  remedy: (databricks, workspace2) => az`databricks workspace update ${named(databricks.id)} --disk-key-name ${"<key>"} --disk-key-vault ${vaultUrl(workspace2)} --disk-key-version ${"<version>"} --disk-key-auto-rotation true`,
  reference: keys
});
var infrastructureEncryption = check({
  id: "databricks/infrastructure-encryption",
  title: "The root of DBFS is encrypted twice",
  failed: "The root of DBFS is encrypted only once",
  rows: ["S34"],
  severity: severity("low", "info"),
  subjects: subjects3,
  judge: unlessServerless(
    (databricks) => isOn(databricks.read(databricksWorkspace.infrastructureEncryption), "DBFS is encrypted once.")
  ),
  passes: "Infrastructure encryption is required. Serverless workspaces are not judged.",
  fails: "It is not.",
  cannotTell: "The value is neither true nor false.",
  why: "Double encryption protects against the compromise of one algorithm or key.",
  remedy: (databricks) => instruction`Only a new Databricks workspace can have it (\`az databricks workspace create --require-infrastructure-encryption\`): make one in place of ${databricks}, move notebooks, jobs and what is in DBFS, attach it, then delete the old one.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/databricks/security/keys/double-encryption"
});
var clusterEncryption = check({
  id: "databricks/cluster-encryption",
  title: "Traffic between the worker nodes of Databricks clusters is encrypted",
  failed: "Traffic between worker nodes is not encrypted",
  rows: ["S34"],
  severity: severity("info"),
  subjects: subjects3,
  judge: () => ({ status: "manual" }),
  passes: "Never: people have to judge. Not asked without a Databricks workspace.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "Nodes exchange what they compute, without encryption unless an init script on each cluster turns it on; Resource Manager does not show the clusters.",
  reference: "https://learn.microsoft.com/azure/databricks/security/keys/encrypt-otw"
});
var premiumSku2 = check({
  id: "databricks/premium-sku",
  title: "Databricks is on the Premium plan, which customer-managed keys require",
  failed: "Databricks is not on the Premium plan",
  rows: ["S34"],
  severity: severity("info"),
  subjects: subjects3,
  judge: (databricks) => oneOf(
    databricks.read(databricksWorkspace.sku),
    { pass: ["premium"], fail: ["standard", "trial"] },
    "Only the Premium plan can have customer-managed keys."
  ),
  passes: "The plan is Premium.",
  fails: "It is Standard or Trial.",
  cannotTell: "It is absent, or is not recognized.",
  why: "Only the Premium plan can have customer-managed keys.",
  remedy: (databricks) => az`databricks workspace update ${named(databricks.id)} --sku premium`,
  reference: keys,
  policies: [
    {
      name: "Azure Databricks workspaces should be Premium SKU that supports features like private link, customer-managed key for encryption",
      id: "2cc2c3b5-c2f8-45aa-a9e6-f90d85ae8352"
    }
  ]
});

// src/checklist/datastore.ts
var subjects4 = (workspace2) => workspace2.list("datastores");
var protocol = check({
  id: "datastore/protocol",
  title: "Datastores are reached over an encrypted protocol",
  failed: "A datastore is reached over an unencrypted protocol",
  irreversible: "data",
  rows: ["S38"],
  severity: severity("medium"),
  subjects: subjects4,
  judge: (datastore) => {
    const protocol2 = datastore.read(mlDatastore.protocol);
    if (protocol2 === void 0) {
      datastore.read(mlDatastore.datastoreType);
      return pass("No protocol is set, and the default is https.");
    }
    return oneOf(
      protocol2,
      { pass: ["https", "wasbs", "abfss"], fail: ["http", "wasb", "abfs"] },
      (name2) => said`The datastore uses ${{ name: name2 }}.`
    );
  },
  passes: "It is `https`, `wasbs` or `abfss`, or not set.",
  fails: "It is `http`, `wasb` or `abfs`.",
  cannotTell: "It is not recognized.",
  why: "Training data can be read on its way.",
  remedy: (datastore, workspace2) => [
    instruction`Register the datastore ${datastore} again with \`protocol: https\`:`,
    az`ml datastore create --file datastore.yml ${named(workspace2.id, "--workspace-name")}`
  ],
  reference: "https://learn.microsoft.com/azure/machine-learning/reference-yaml-datastore-blob"
});
var unsupported = check({
  id: "datastore/unsupported",
  title: "Datastores are of a kind whose encryption can be checked",
  failed: "The encryption of a datastore cannot be checked",
  rows: ["S14"],
  severity: severity("info"),
  subjects: subjects4,
  judge: (datastore) => {
    const known3 = {
      pass: ["AzureBlob", "AzureFile", "AzureDataLakeGen2"],
      fail: ["AzureDataLakeGen1", "OneLake", "AzureSqlDatabase", "AzurePostgreSql", "AzureMySql", "Hdfs"]
    };
    const verdict2 = oneOf(datastore.read(mlDatastore.datastoreType), known3);
    return verdict2.status === "fail" ? notApplicable("not-used") : verdict2;
  },
  passes: "It is Blob, File or Data Lake Gen2 storage. Other known kinds are not judged.",
  fails: "Never.",
  cannotTell: "It is of a kind that is not recognized.",
  why: "Data Lake Gen1 is retired; how OneLake encrypts is a matter of Microsoft Fabric.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data"
});
var credentials = check({
  id: "datastore/credentials",
  title: "Datastores are reached with identities, not with stored credentials",
  failed: "A datastore is reached with stored credentials",
  rows: ["S44", "S16"],
  severity: severity("medium", "low"),
  subjects: subjects4,
  judge: (datastore) => isSystem(datastore) ? notApplicable("not-used") : credentialVerdict(datastore.read(mlDatastore.credentialsType)),
  passes: "No credential is kept. The datastores that every workspace has are not judged here.",
  fails: "An account key or a shared access signature is kept. Low: a service principal or a certificate.",
  cannotTell: "Azure does not report it, or it is of a kind that is not recognized.",
  why: "The credential is kept in the vault of the workspace, and everyone who uses the workspace can get it.",
  remedy: (datastore, workspace2) => [
    instruction`Register the datastore ${datastore} again without credentials, and give users and computes a role on its storage:`,
    az`ml datastore create --file datastore.yml ${named(workspace2.id, "--workspace-name")}`
  ],
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
function credentialVerdict(type4) {
  if (type4 === void 0) return unknown("property-absent", "Azure did not report how the datastore is reached.");
  const stored = said`The datastore keeps a credential (${{ name: type4 }}).`;
  if (["serviceprincipal", "certificate"].includes(type4.toLowerCase())) return fail(stored, { severity: "low" });
  return oneOf(type4, { pass: ["None"], fail: ["AccountKey", "Sas", "KerberosKeytab", "KerberosPassword"] }, stored);
}
var systemDatastores = [
  "workspaceblobstore",
  "workspacefilestore",
  "workspaceartifactstore",
  "workspaceworkingdirectory"
];
function isSystem({ name: name2 }) {
  return systemDatastores.includes(name2.toLowerCase());
}

// src/evidence/references.ts
function referenceAt(resource2, property) {
  const value2 = peek(resource2, property);
  if (value2 === void 0) return "none";
  if (typeof value2 !== "string") return "strange";
  return missedType(resource2.type, property, value2) === null ? { id: value2 } : "strange";
}
function unnamed(holder3, type4, { by, reason, message: message2 }, open3) {
  const state = reason === "property-absent" ? "absent" : "unreadable";
  const record2 = { state, id: "", reason, action: null, scope: null, message: message2 };
  const { id, name: name2 } = holder3;
  return { ...open3(record2), id, name: name2, type: type4, unnamed: { by, reason, message: message2 } };
}
function strange(holder3, property, type4, by, open3) {
  const { path } = property;
  const value2 = peek(holder3, property);
  if (value2 instanceof import_clouds3.Unknown) return { ...open3(unplanned(value2)), id: holder3.id, name: holder3.name, type: type4 };
  const message2 = typeof value2 === "string" ? ofAnotherType(path, type4, said` of ${holder3}`) : said`${words(path)} of ${holder3} is not a text: nobody can tell what it refers to.`;
  return unnamed(holder3, type4, { by, reason: "unrecognised-value", message: message2 }, open3);
}

// src/checklist/diagnostics.ts
var cmk2 = "https://learn.microsoft.com/azure/azure-monitor/logs/customer-managed-keys";
var subjects5 = (workspace2) => workspace2.diagnostics;
var workspaceBased = check({
  id: "diagnostics/workspace-based",
  title: "Diagnostics are kept in a Log Analytics workspace",
  failed: "Diagnostics are not kept in a Log Analytics workspace",
  rows: ["S36"],
  severity: severity("medium", "low"),
  subjects: subjects5,
  judge: (component) => {
    const mode = ingestion(component);
    if (mode.status !== "pass") return mode;
    return component.read(applicationInsights.logAnalytics) === void 0 ? unknown("property-absent", "The component is workspace-based, but does not name its Log Analytics workspace.") : mode;
  },
  passes: "The component is kept in a Log Analytics workspace.",
  fails: "It is classic.",
  cannotTell: "It does not say which it is, or does not name its Log Analytics workspace; or deployments send diagnostics, and the workspace names no component.",
  why: "A classic Application Insights resource can never be encrypted with a customer-managed key.",
  remedy: (component) => az`monitor app-insights component update ${named(component.id, "--app")} --workspace ${"<id of a Log Analytics workspace>"}`,
  reference: "https://learn.microsoft.com/azure/azure-monitor/app/create-workspace-resource"
});
var customerManagedKey4 = check({
  id: "diagnostics/customer-managed-key",
  title: "Diagnostics are encrypted with a customer-managed key",
  failed: "Diagnostics have no customer-managed key",
  rows: ["S36"],
  severity: severity("medium", "info"),
  subjects: subjects5,
  judge: (component, workspace2) => {
    const mode = ingestion(component);
    if (mode.status !== "pass") return mode;
    return onCluster2(
      component,
      workspace2,
      fail("The Log Analytics workspace is not linked to a dedicated cluster."),
      (cluster2) => {
        const [uri, name2] = [cluster2.read(logAnalyticsCluster.keyVaultUri), cluster2.read(logAnalyticsCluster.keyName)];
        return uri !== void 0 && name2 !== void 0 ? pass() : fail("The dedicated cluster has no customer-managed key.");
      }
    );
  },
  passes: "The Log Analytics workspace is linked to a dedicated cluster that has a key.",
  fails: "The Application Insights resource is classic, there is no cluster, or it has no key.",
  cannotTell: "Log Analytics workspace or cluster are gone or cannot be read, or the component does not name the workspace.",
  why: "Logs of endpoints and jobs can hold parts of the data, and are then encrypted with Microsoft-managed keys.",
  remedy: (component) => instruction`Needs a dedicated cluster (commitment of at least 100 GB a day): \`az monitor log-analytics cluster update --key-vault-uri <vault> --key-name <key> --key-version ""\`, then link the Log Analytics workspace behind ${component} to it. Only new data is covered.`,
  reference: cmk2,
  policies: [
    {
      name: "Azure Monitor Logs clusters should be encrypted with customer-managed key",
      id: "1f68a601-6e6d-4e42-babf-3f643a047ea2"
    }
  ]
});
var doubleEncryption = check({
  id: "diagnostics/double-encryption",
  title: "The cluster of the diagnostics encrypts twice",
  failed: "The cluster of the diagnostics encrypts only once",
  rows: ["S36"],
  severity: severity("low", "info"),
  subjects: subjects5,
  judge: (component, workspace2) => onCluster2(
    component,
    workspace2,
    notApplicable("not-used"),
    (cluster2) => isOn(cluster2.read(logAnalyticsCluster.doubleEncryption), "The cluster encrypts once.")
  ),
  passes: "The dedicated cluster encrypts twice.",
  fails: "It encrypts once.",
  cannotTell: "Azure does not report it, or the cluster cannot be read.",
  why: "Double encryption protects against the compromise of one algorithm or key.",
  remedy: (component) => instruction`Only a new cluster can have it, and has it by default: link the Log Analytics workspace behind ${component} to one. That costs a commitment of at least 100 GB a day; what is there already stays where it is.`,
  creationOnly: true,
  reference: cmk2,
  policies: [
    {
      name: "Azure Monitor Logs clusters should be created with infrastructure-encryption enabled (double encryption)",
      id: "ea0dfaed-95fb-448c-934e-d6e713ce393d"
    }
  ]
});
var queryEncryption = check({
  id: "diagnostics/query-encryption",
  title: "Saved queries over the diagnostics use the customer-managed key",
  failed: "Saved queries do not use the customer-managed key",
  rows: ["S36"],
  severity: severity("low", "info"),
  subjects: subjects5,
  judge: (component, workspace2) => onCluster2(
    component,
    workspace2,
    notApplicable("not-used"),
    (_cluster, logs2) => isOn(logs2.read(logAnalyticsWorkspace.keyForQueries), "Saved queries are encrypted with Microsoft-managed keys.")
  ),
  passes: "The Log Analytics workspace forces the key on saved queries.",
  fails: "It does not.",
  cannotTell: "Azure does not report it, or the cluster cannot be read.",
  why: "Queries can hold personal data, and are otherwise kept with Microsoft-managed keys.",
  remedy: (component) => {
    const id = component.read(applicationInsights.logAnalytics) ?? "";
    return [
      instruction`Link a storage account for queries to the Log Analytics workspace first, then run`,
      az`resource update --ids ${{ name: id }} --set properties.forceCmkForQuery=true`
    ];
  },
  reference: cmk2,
  policies: [
    {
      name: "Saved-queries in Azure Monitor should be saved in customer storage account for logs encryption",
      id: "fa298e57-9444-42ba-bf04-86e8470e32c7"
    }
  ]
});
var cmkAccess2 = check({
  id: "diagnostics/cmk-access",
  title: "The cluster of the diagnostics can use its customer-managed key",
  failed: "The cluster of the diagnostics cannot use its key",
  rows: ["S36"],
  severity: severity("medium"),
  subjects: clusters,
  judge: (subject2, workspace2) => {
    if (subject2.type !== logAnalyticsCluster.type)
      return onCluster2(subject2, workspace2, notApplicable("not-used"), () => notApplicable("not-used"));
    const named3 = [logAnalyticsCluster.keyVaultUri, logAnalyticsCluster.keyName].map((each) => subject2.read(each));
    return named3.every((each) => each === void 0) ? notApplicable("not-used") : keyAccess(subject2, workspace2);
  },
  passes,
  fails,
  cannotTell,
  why: "Without the key the cluster cannot read what it keeps: logs stop being taken in, and queries fail.",
  reference: cmk2
});
function clusters(workspace2) {
  const { all: all2, none } = workspace2.diagnostics;
  return { all: all2.map((component) => clusterOf(component, workspace2) ?? component), none };
}
function clusterOf(component, workspace2) {
  const logs2 = referenceAt(component, applicationInsights.logAnalytics);
  if (typeof logs2 === "string") return null;
  const cluster2 = referenceAt(workspace2.at(logs2.id), logAnalyticsWorkspace.cluster);
  return typeof cluster2 === "string" ? null : workspace2.at(cluster2.id);
}
function ingestion(component) {
  const modes = { pass: ["LogAnalytics"], fail: ["ApplicationInsights", "ApplicationInsightsWithDiagnosticSettings"] };
  return oneOf(
    component.read(applicationInsights.ingestionMode),
    modes,
    "The Application Insights resource is classic, not workspace-based."
  );
}
function onCluster2(component, workspace2, without2, judge4) {
  const id = component.read(applicationInsights.logAnalytics);
  if (id === void 0)
    return ingestion(component).status === "fail" ? without2 : unknown("property-absent", "The component does not name its Log Analytics workspace.");
  const logs2 = workspace2.at(id);
  const cluster2 = logs2.read(logAnalyticsWorkspace.cluster);
  return cluster2 === void 0 ? without2 : judge4(workspace2.at(cluster2), logs2);
}

// src/checklist/endpoint.ts
var plain = "The endpoint is reached without TLS.";
var everyKind = ["onlineEndpoints", "batchEndpoints", "serverlessEndpoints"];
function kindOf({ type: type4 }) {
  return [batchEndpoint, serverlessEndpoint].find((kind) => kind.type === type4) ?? onlineEndpoint;
}
var scoringTls2 = check({
  id: "endpoint/scoring-tls",
  title: "Endpoints are reached over TLS",
  failed: "An endpoint is reached without TLS",
  irreversible: "data",
  rows: ["S39"],
  severity: severity("high"),
  subjects: (workspace2) => workspace2.list(...everyKind),
  judge: (endpoint2, workspace2) => {
    const kind = kindOf(endpoint2);
    const address = endpoint2.read(kind.address);
    if (address === void 0) return withoutAddress(endpoint2);
    if (/^https:\/\//i.test(address)) return pass();
    if (!/^http:\/\//i.test(address))
      return unknown("unrecognised-value", "The address of the endpoint is neither http nor https.");
    const compute = kind === onlineEndpoint ? endpoint2.read(onlineEndpoint.compute) : void 0;
    return compute ? behindCluster(compute, workspace2) : fail(plain);
  },
  passes: "The address is https. An endpoint that is not ready has none to judge.",
  fails: "It is http.",
  cannotTell: "There is no address, or one that is neither; or it is http behind a node port or a cluster address, where TLS ends elsewhere.",
  why: "Requests and predictions can be read on their way.",
  remedy: (endpoint2) => instruction`Configure TLS for the Azure Machine Learning extension of the cluster (\`sslSecret\`, \`sslCname\`, \`allowInsecureConnections=False\`), or move the deployments of ${endpoint2} to a managed endpoint.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint"
});
function withoutAddress(endpoint2) {
  const state = endpoint2.read(kindOf(endpoint2).provisioningState);
  if (state !== void 0 && state.toLowerCase() !== "succeeded") return notApplicable("not-used");
  return unknown("property-absent", "The endpoint shows no address.");
}
function behindCluster(compute, workspace2) {
  const cluster2 = workspace2.clusters.all.find(({ computes: computes2 }) => computes2.some(({ id }) => idKey(id) === idKey(compute)));
  const hidden2 = workspace2.clusters.all.find(({ unreadable: unreadable3 }) => unreadable3?.state === "unreadable")?.unreadable;
  if (!cluster2) return hidden2 ? notRead(hidden2) : fail(plain);
  const router = workspace2.extensionOf(cluster2)?.read(clusterExtension.routerServiceType);
  return ["nodeport", "clusterip"].includes(router?.toLowerCase() ?? "") ? unknown(
    "not-observable",
    "The address has no TLS, but the cluster is reached through a node port or an address of its own, where TLS ends elsewhere."
  ) : fail(plain);
}
var authMode = check({
  id: "endpoint/auth-mode",
  title: "Endpoints are called with Entra tokens, not with keys",
  failed: "An endpoint is called with keys, not with Entra tokens",
  rows: ["S39"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.list(...everyKind),
  judge: (endpoint2) => {
    const mode = endpoint2.read(kindOf(endpoint2).authMode);
    if (mode?.toLowerCase() === "amltoken")
      return fail(
        "The endpoint accepts tokens of Azure Machine Learning, which run out but are not tied to a person.",
        {
          severity: "info"
        }
      );
    return oneOf(mode, { pass: ["AADToken", "AAD"], fail: ["Key", "KeyAndAAD"] }, "The endpoint accepts a static key.");
  },
  passes: "It accepts Entra tokens.",
  fails: "It accepts a static key. Info: it accepts tokens of Azure Machine Learning.",
  cannotTell: "The mode is absent, or is not recognized.",
  why: "Whoever has the key calls the endpoint, unnoticed, until it is regenerated.",
  remedy: (endpoint2, workspace2) => {
    if (endpoint2.type.includes("/serverless"))
      return instruction`The command line cannot set it: set \`properties.authMode\` of ${endpoint2} to \`AAD\` in Bicep or by the REST API.`;
    const kind = endpoint2.type.includes("/batch") ? "batch-endpoint" : "online-endpoint";
    const at3 = [...named(workspace2.id, "--workspace-name"), "--name", { name: endpoint2.name }];
    const mode = isOnKubernetes(endpoint2) ? "Only managed endpoints accept Entra tokens. On Kubernetes set `auth_mode: aml_token`" : "Let callers get tokens first, then set `auth_mode: aad_token`";
    return [instruction`${mode} in the YAML file of the endpoint:`, az`ml ${kind} update ${at3} --file endpoint.yml`];
  },
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint"
});
var scratchDisk2 = check({
  id: "endpoint/scratch-disk",
  title: "Scratch disks behind managed endpoints are encrypted",
  failed: "Scratch disks behind managed endpoints are not encrypted",
  rows: ["S33"],
  severity: severity("medium", "info"),
  subjects: (workspace2) => only(workspace2.list("onlineEndpoints", "batchEndpoints"), (endpoint2) => !isOnKubernetes(endpoint2)),
  judge: (endpoint2, workspace2) => {
    const verdict2 = scratchDiskOf(workspace2);
    if (verdict2.status === "pass" || !endpoint2.has(onlineEndpoint.compute)) return verdict2;
    return unknown("unrecognised-value", "The compute of the endpoint is not named by a text.");
  },
  passes: "The workspace, or the hub of a project, has the high-business-impact flag. Endpoints on Kubernetes are not judged.",
  fails: "It has not.",
  cannotTell: "The hub cannot be read, or nobody can tell whether the endpoint is on Kubernetes.",
  why: "Models and requests that touch the local disk of a node are then not encrypted.",
  remedy: newWorkspace,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
function isOnKubernetes(endpoint2) {
  return typeof peek(endpoint2, onlineEndpoint.compute) === "string";
}

// src/checklist/hdinsight.ts
var subjects6 = (workspace2) => workspace2.hdinsight;
var both = severity("medium", "low");
var newCluster = (option) => (cluster2) => instruction`Only a new cluster can have it, so that two run for a while: create one (\`az hdinsight create ${words(option)}\`), attach it, copy what is in the storage of the old one only, move the jobs, delete ${cluster2}.`;
var diskCmk = check({
  id: "hdinsight/disk-cmk",
  title: "Disks of the HDInsight cluster are encrypted with a customer-managed key",
  failed: "Disks of the HDInsight cluster have no customer-managed key",
  rows: ["S45"],
  severity: both,
  subjects: subjects6,
  judge: (cluster2) => cluster2.read(hdInsightCluster.keyName) ? pass() : fail("Disks are encrypted with Microsoft-managed keys."),
  passes: "The cluster names a key.",
  fails: "It does not.",
  cannotTell: "The cluster cannot be read, or the compute does not name one.",
  why: "Data on the disks of the cluster is then encrypted with Microsoft-managed keys.",
  remedy: newCluster("--encryption-key-name --encryption-vault-uri"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/disk-encryption",
  policies: [
    {
      name: "Azure HDInsight clusters should use customer-managed keys to encrypt data at rest",
      id: "64d314f6-6062-4780-a861-c23e8951bee5"
    }
  ]
});
var hostEncryption = check({
  id: "hdinsight/host-encryption",
  title: "The HDInsight cluster encrypts at the host",
  failed: "The HDInsight cluster does not encrypt at the host",
  rows: ["S45"],
  severity: both,
  subjects: subjects6,
  judge: (cluster2) => isOn(cluster2.read(hdInsightCluster.encryptionAtHost) ?? false, "Temporary disks are not encrypted at the host."),
  passes: "Encryption at host is on.",
  fails: "It is off or absent.",
  cannotTell: "The value is neither true nor false.",
  why: "Temporary disks of the nodes are otherwise not encrypted.",
  remedy: newCluster("--encryption-at-host true"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/disk-encryption",
  policies: [
    {
      name: "Azure HDInsight clusters should use encryption at host to encrypt data at rest",
      id: "1fd32ebd-e4c3-4e13-a54a-d7422d4d95f6"
    }
  ]
});
var inTransit = check({
  id: "hdinsight/in-transit",
  title: "Traffic between nodes of the HDInsight cluster is encrypted",
  failed: "Traffic between HDInsight nodes is not encrypted",
  irreversible: "data",
  rows: ["S45"],
  severity: both,
  subjects: subjects6,
  judge: (cluster2) => isOn(cluster2.read(hdInsightCluster.encryptedInTransit) ?? false, "Traffic between nodes is not encrypted."),
  passes: "Encryption in transit is on.",
  fails: "It is off or absent.",
  cannotTell: "The value is neither true nor false.",
  why: "Data can be read on its way between the nodes.",
  remedy: newCluster("--encryption-in-transit true"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/domain-joined/encryption-in-transit",
  policies: [
    {
      name: "Azure HDInsight clusters should use encryption in transit to encrypt communication between Azure HDInsight cluster nodes",
      id: "d9da03a1-f3c3-412a-9709-947156872263"
    }
  ]
});
var minimumTls = check({
  id: "hdinsight/minimum-tls",
  title: "The HDInsight cluster refuses TLS older than 1.2",
  failed: "The HDInsight cluster accepts TLS older than 1.2",
  rows: ["S45"],
  severity: both,
  subjects: subjects6,
  judge: (cluster2) => {
    const version8 = cluster2.read(hdInsightCluster.minimumTlsVersion);
    return oneOf(
      version8,
      { pass: ["1.2", "1.3"], fail: ["1.0", "1.1"] },
      (name2) => said`The cluster accepts TLS ${{ name: name2 }}.`
    );
  },
  passes: "The minimum is 1.2 or 1.3.",
  fails: "It is 1.0 or 1.1.",
  cannotTell: "Azure does not report it, or it is not recognized.",
  why: "TLS 1.0 and 1.1 have known weaknesses.",
  remedy: newCluster("--minimal-tls-version 1.2"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/transport-layer-security"
});

// src/calendar.ts
var HOUR = 60 * 60 * 1e3;
var DAY = 24 * HOUR;
function dateOf(moment) {
  return moment.toISOString().slice(0, 10);
}
function isDate(value2) {
  if (typeof value2 !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value2)) return false;
  const day3 = dayNumber(value2);
  return !Number.isNaN(day3) && dateOfDay(day3) === value2;
}
function dayNumber(date2) {
  return Date.parse(`${date2}T00:00:00Z`) / DAY;
}
function dateOfDay(day3) {
  return dateOf(new Date(day3 * DAY));
}

// src/checklist/key/lifetime.ts

// src/checklist/kubernetes/disk-encryption-set.ts

// src/checklist/kubernetes/in-azure.ts
var inAzure = (workspace2) => only(workspace2.clusters, ({ isArc }) => !isArc);

// src/checklist/kubernetes/disk-encryption-set.ts
var disks2 = "https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys";
var diskEncryptionSet2 = check({
  id: "kubernetes/disk-encryption-set",
  title: "The cluster's disk encryption set uses a customer-managed key and follows its versions",
  failed: "The disk encryption set follows no customer-managed key",
  rows: ["S30"],
  severity: severity("medium"),
  subjects: inAzure,
  judge: (cluster2, workspace2) => {
    const id = cluster2.read(managedCluster.diskEncryptionSet);
    return id ? setVerdict(workspace2.at(id), cluster2, workspace2) : notApplicable("not-used");
  },
  passes: "The set has a customer-managed key, is in the region of the cluster, and follows new versions.",
  fails: "It has no customer-managed key, is in another region, failed to rotate, or uses an old version. Low, info under `baseline`: it does not rotate, but is at the current version.",
  cannotTell: "The set is gone, or Azure does not report where it is or which version it uses.",
  why: "A disk encryption set that cannot rotate leaves disks on an old version of the key, and one with an error may stop disks from starting.",
  remedy: (cluster2) => [
    instruction`For the disk encryption set of ${cluster2}:`,
    az`disk-encryption-set update ${named(cluster2.read(managedCluster.diskEncryptionSet) ?? "")} --enable-auto-key-rotation true`
  ],
  reference: disks2
});
function encryption3(set) {
  return oneOf(
    set.read(diskEncryptionSet.encryptionType),
    {
      pass: [
        "EncryptionAtRestWithCustomerKey",
        "EncryptionAtRestWithPlatformAndCustomerKeys",
        "ConfidentialVmEncryptedWithCustomerKey"
      ],
      fail: ["EncryptionAtRestWithPlatformKey"]
    },
    "The disk encryption set does not use a customer-managed key."
  );
}
function setVerdict(set, cluster2, workspace2) {
  const type4 = encryption3(set);
  if (type4.status !== "pass") return type4;
  if (set.has(diskEncryptionSet.rotationError)) {
    const code3 = set.read(diskEncryptionSet.rotationErrorCode);
    return fail(
      said`The last rotation of the disk encryption set failed${code3 ? said` (${{ name: (0, import_clouds3.oneLine)(code3, 60) }})` : ""}.`
    );
  }
  const [here, there] = [region(cluster2.read(anyResource.location)), region(set.read(anyResource.location))];
  if (!here || !there)
    return unknown(
      "property-absent",
      "Azure did not report in which regions the cluster and its disk encryption set are."
    );
  if (here !== there)
    return fail("The disk encryption set is in another region than the cluster.", { remedy: anotherSet(cluster2) });
  if (set.read(diskEncryptionSet.autoRotation) === true) return pass();
  return followsByHand(set, workspace2);
}
var anotherSet = (cluster2) => instruction`A cluster cannot change its disk encryption set: create a set with a customer-managed key in the region of ${cluster2}, a new cluster with it, and move the workloads.`;
function followsByHand(set, workspace2) {
  const key3 = workspace2.keys.all.find(({ consumers }) => consumers.some(({ resource: resource2 }) => resource2.id === set.id));
  if (!key3) return unknown("property-absent", "The disk encryption set does not name the key that it uses.");
  if (key3.unreadable?.state === "unreadable") return notRead(key3.unreadable);
  const used = versionOf2(set.read(diskEncryptionSet.keyUrl));
  const newest2 = versionOf2(key3.current.read(vaultKey.uriWithVersion));
  if (!used || !newest2)
    return unknown(
      "property-absent",
      "Azure did not report which version of the key is in use, or which is the current one."
    );
  if (used !== newest2) return fail("The disk encryption set does not rotate, and uses an old version of its key.");
  return fail("The disk encryption set does not rotate; its key is at the current version.", {
    severity: severity("low", "info")
  });
}
function versionOf2(identifier) {
  return parseKeyId(identifier)?.version?.toLowerCase() ?? null;
}
function region(location) {
  return location?.toLowerCase().replace(/\s+/g, "");
}
var cmkAccess3 = check({
  id: "kubernetes/cmk-access",
  title: "The cluster's disk encryption set can use its customer-managed key",
  failed: "The disk encryption set cannot use its key",
  rows: ["S30"],
  severity: severity("medium"),
  subjects: diskSets,
  judge: (subject2, workspace2) => {
    if (subject2.type !== diskEncryptionSet.type) {
      subject2.read(managedCluster.diskEncryptionSet);
      return notApplicable("not-used");
    }
    const encrypted2 = encryption3(subject2);
    if (encrypted2.status !== "pass") return encrypted2.status === "fail" ? notApplicable("not-used") : encrypted2;
    return subject2.read(diskEncryptionSet.federatedClient) === void 0 ? keyAccess(subject2, workspace2) : notApplicable("not-used");
  },
  passes: `${passes} A set that reaches a vault of another tenant is not judged.`,
  fails,
  cannotTell,
  why: "Disks whose key cannot be unwrapped do not attach: nodes stop, and new ones do not start.",
  reference: disks2
});
function diskSets(workspace2) {
  const { all: all2, none } = inAzure(workspace2);
  const sets = all2.map((cluster2) => {
    const set = referenceAt(cluster2, managedCluster.diskEncryptionSet);
    return typeof set === "string" ? cluster2 : workspace2.at(set.id);
  });
  return { all: [...new Map(sets.map((one) => [idKey(one.id), one])).values()], none };
}

// src/checklist/kubernetes/disks.ts
var diskCmk2 = check({
  id: "kubernetes/disk-cmk",
  title: "Disks of the cluster are encrypted with a customer-managed key",
  failed: "Disks of the cluster have no customer-managed key",
  rows: ["S30", "S31"],
  severity: severity("high", "info"),
  subjects: inAzure,
  judge: (cluster2) => cluster2.read(managedCluster.diskEncryptionSet) ? pass() : fail(
    "The disks are encrypted with Microsoft-managed keys. The 2021 guidance said that they can get a key at any time; the 2024 documentation says that the OS disk can only when the cluster is created."
  ),
  passes: "The cluster has a disk encryption set.",
  fails: "It has none.",
  cannotTell: "The cluster cannot be read, or the compute does not name one; or what the cluster names is not a disk encryption set.",
  why: "OS and data disks hold images, models and cached data.",
  remedy: (cluster2) => [
    instruction`Only a new cluster can have it, so that two run for a while. Least disruptive: create it, install the Azure Machine Learning extension, attach it, deploy there, let callers switch, then detach ${cluster2}:`,
    az`aks create ${named(cluster2.id).with(1, "<new cluster>")} --node-osdisk-diskencryptionset-id ${"<disk encryption set id>"}`
  ],
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys",
  policies: [
    {
      name: "Both operating systems and data disks in Azure Kubernetes Service clusters should be encrypted by customer-managed keys",
      id: "7d7be79c-23ba-4033-84dd-45e2a5ccdd67"
    }
  ]
});
var hostEncryption2 = check({
  id: "kubernetes/host-encryption",
  title: "Node pools encrypt at the host",
  failed: "Node pools do not encrypt at the host",
  rows: ["S30", "S33"],
  severity: severity("medium", "low"),
  subjects: inAzure,
  judge: (cluster2) => {
    const all2 = cluster2.read(managedCluster.nodePools) ?? [];
    if (all2.length === 0) return unknown("property-absent", "Azure did not list the node pools of the cluster.");
    const pools = all2.filter((pool) => !isManagedPool(pool));
    if (pools.length === 0) return notApplicable("not-used");
    const named3 = (value2) => {
      const found2 = pools.filter((pool) => switchOf(pool) === value2).map((pool) => String(valueAt(pool, "name") ?? "a pool without a name"));
      return found2.length === 0 ? null : found2.join(", ");
    };
    const [open3, strange2] = [named3("off"), named3("strange")];
    cluster2.note("properties.agentPoolProfiles[not encrypted at the host]", open3);
    if (open3) return fail(said`Not encrypted at the host: ${{ name: open3 }}.`);
    return strange2 ? unknown("unrecognised-value", said`Unrecognized value of enableEncryptionAtHost in ${{ name: strange2 }}.`) : pass();
  },
  passes: "Every node pool encrypts at the host. Pools that the service manages (`ManagedSystem`) are not judged.",
  fails: "One does not.",
  cannotTell: "Azure lists no node pools, or a value that is not recognized.",
  why: "Temporary disks and caches of nodes are otherwise not encrypted.",
  remedy: (cluster2) => [
    instruction`Only a new node pool can have it, in a subscription with the feature EncryptionAtHost (\`az feature register --namespace Microsoft.Compute --name EncryptionAtHost\`). Two pools run for a while: add one, cordon and drain the old one, delete it:`,
    az`aks nodepool add ${named(cluster2.id, "--cluster-name")} --name ${"<pool>"} --enable-encryption-at-host`
  ],
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/aks/enable-host-encryption",
  policies: [
    {
      name: "Temp disks and cache for agent node pools in Azure Kubernetes Service clusters should be encrypted at host",
      id: "41425d9f-d1a5-499a-9932-f8ed8453932c"
    }
  ]
});
function isManagedPool(pool) {
  return String(valueAt(pool, "mode")).toLowerCase() === "managedsystem";
}
function switchOf(pool) {
  const value2 = valueAt(pool, "enableEncryptionAtHost");
  if (typeof pool !== "object" || pool === null) return "strange";
  return value2 === true ? "on" : value2 === void 0 || value2 === false ? "off" : "strange";
}

// src/evidence/hidden.ts
function hiddenUsers(resources) {
  const byRecord = /* @__PURE__ */ new Map();
  for (const { id, name: name2, type: type4, list: list7 = null, unreadable: unreadable3 } of resources) {
    if (unreadable3?.state !== "unreadable") continue;
    const kind = list7?.toLowerCase() ?? (typeOfId(id) === resourceGroup.type ? resourceGroup.type : type4);
    const key3 = unreadable3.id || `${id} ${type4}`;
    if (!byRecord.has(key3)) byRecord.set(key3, { id, name: { id, name: name2 }, list: list7, kind, record: unreadable3 });
  }
  return [...byRecord.values()];
}
function called({ name: name2, list: list7 }, the = "the") {
  return list7 === null ? said`${name2}` : said`${the} ${words(list7)} of ${name2}`;
}
function hiddenStore({ id, name: name2 }, type4) {
  return {
    state: "unreadable",
    id,
    reason: "not-visible",
    action: resourceTypes[type4]?.action ?? null,
    scope: id,
    message: lackingMessage({ id, name: name2 }, [type4])
  };
}
function lackingMessage(group, types) {
  const stores2 = types.map((type4) => resourceTypes[type4]?.label ?? type4).join(", ");
  return said`The managed resource group ${group} shows no ${words(stores2)}; it always has one, so the identity of this run may not see it.`;
}
function summed(users, open3) {
  const [first] = users;
  if (!first) return null;
  const distinct3 = new Map(users.map((user) => [asText(called(user)), user]));
  const names4 = listing(
    [...distinct3.values()].map((user, index) => called(user, index === 0 ? "The" : "the")),
    3
  );
  return { ...first.record, message: said`${names4} could not be read, so ${words(open3)}` };
}

// src/checklist/metadata.ts
var cmk3 = "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys";
var resourceGroup2 = check({
  id: "metadata/resource-group",
  title: "The managed resource group of the metadata is there",
  failed: "The managed resource group of the metadata is gone",
  irreversible: "data",
  rows: ["S18"],
  severity: severity("high"),
  subjects: (workspace2) => workspace2.metadataGroup,
  absent: (group) => fail(said`The managed resource group ${group} no longer exists.`),
  judge: (group) => {
    if (group.lacking.length > 0) return unknown("not-visible", lackingMessage(group, group.lacking));
    for (const member2 of group.members) member2.read(anyResource.type);
    return pass();
  },
  passes: "Cosmos DB, AI Search and storage are seen in the group.",
  fails: "The group no longer exists.",
  cannotTell: "One of the three is not seen: it is always there, so it is hidden.",
  why: "It holds the metadata of the workspace. Deleting it breaks the workspace for good.",
  remedy: (group) => instruction`Open a support request at once: what ${group} held is part of the workspace and cannot be created again.`,
  reference: cmk3
});
var cosmosCmk = check({
  id: "metadata/cosmos-cmk",
  title: "Cosmos DB of the metadata is encrypted with a customer-managed key",
  failed: "Cosmos DB of the metadata has no customer-managed key",
  rows: ["S18", "S24"],
  severity: severity("high", "medium"),
  subjects: stores(cosmosDbAccount),
  judge: (account2) => {
    const state = account2.read(cosmosDbAccount.keyStatus);
    if (state !== void 0 && /error|revoked/i.test(state))
      return fail(said`Cosmos DB reports about its key: "${{ name: state }}".`, { severity: "high" });
    if (account2.read(cosmosDbAccount.keyUri) === void 0) return fail("The account uses Microsoft-managed keys.");
    if (state === void 0 || /\bkey confirmed\b/i.test(state)) return pass();
    return unknown(
      "unrecognised-value",
      said`Cosmos DB reports something unrecognized about its key: "${{ name: state }}".`
    );
  },
  passes: "The account names a key, and reports nothing about it but that access is confirmed.",
  fails: "It names none. High: it reports that its key is revoked or in error.",
  cannotTell: "It reports something about its key that is not recognized.",
  why: "Run history and metrics are then encrypted with Microsoft-managed keys, although the workspace asks for a customer-managed key.",
  remedy: (account2) => instruction`Customers cannot change ${account2}: open a support request, or create a new workspace.`,
  reference: "https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys",
  policies: [
    {
      name: "Azure Cosmos DB accounts should use customer-managed keys to encrypt data at rest",
      id: "1f905d99-2ab7-462c-a6b0-f709acca6c8f"
    }
  ]
});
var cosmosTls = check({
  id: "metadata/cosmos-tls",
  title: "Cosmos DB of the metadata refuses TLS older than 1.2",
  failed: "Cosmos DB of the metadata allows TLS older than 1.2",
  rows: ["S38"],
  severity: severity("info"),
  // customers cannot change the accounts of a managed resource group
  subjects: (workspace2) => only(stores(cosmosDbAccount)(workspace2), () => workspace2.architecture === "bring-your-own"),
  judge: (account2) => {
    const version8 = account2.read(cosmosDbAccount.minimumTlsVersion);
    const allowed = said`The setting allows TLS ${version8?.toLowerCase() === "tls11" ? "1.1" : "1.0"}, which has been out of support since 2025-08-31.`;
    return oneOf(version8, { pass: ["Tls12"], fail: ["Tls", "Tls11"] }, allowed);
  },
  passes: "The minimum is 1.2. Only asked of an account that you brought along.",
  fails: "It is 1.0 or 1.1.",
  cannotTell: "Azure does not show a minimum, or one that is not recognized.",
  why: "TLS 1.0 and 1.1 have known weaknesses, and are out of support; a setting that allows them fails audits.",
  remedy: (account2) => az`cosmosdb update ${named(account2.id)} --minimal-tls-version Tls12`,
  reference: "https://learn.microsoft.com/azure/cosmos-db/self-serve-minimum-tls-enforcement"
});
var searchCmk = check({
  id: "metadata/search-cmk",
  title: "AI Search of the metadata enforces customer-managed keys",
  failed: "AI Search does not enforce customer-managed keys",
  rows: ["S18", "S23"],
  severity: severity("medium"),
  subjects: stores(searchService),
  judge: (service) => {
    const enforced = service.read(searchService.enforcement) ?? "Unspecified";
    const compliant = service.read(searchService.compliance) ?? "NonCompliant";
    const verdict2 = worst2([
      oneOf(enforced, { pass: ["Enabled"], fail: ["Disabled", "Unspecified"] }),
      oneOf(compliant, { pass: ["Compliant"], fail: ["NonCompliant"] })
    ]);
    if (verdict2.status !== "fail") return verdict2;
    return unknown(
      "not-observable",
      "The service does not enforce customer-managed keys; each index may still have one, which no API of Resource Manager shows."
    );
  },
  passes: "Customer-managed keys are enforced, and the service complies.",
  fails: "Never.",
  cannotTell: "They are not enforced: each index may still have one.",
  why: "The index over the metadata holds parts of it.",
  reference: "https://learn.microsoft.com/azure/search/search-security-manage-encryption-keys",
  policies: [
    {
      name: "Azure AI Search services should use customer-managed keys to encrypt data at rest",
      id: "76a56461-9dc0-40f0-82f5-2453283afa2f"
    }
  ]
});
var sameKey = check({
  id: "metadata/same-key",
  title: "The metadata stores use the key of the workspace",
  failed: "The metadata stores use another key than the workspace",
  rows: ["S23"],
  severity: severity("info"),
  subjects: ({ metadata }) => {
    const all2 = metadata.all.filter(({ type: type4 }) => type4 === cosmosDbAccount.type || type4 === storageAccount.type);
    return { ...metadata, all: [...new Map(all2.map((store2) => [store2.id, store2])).values()] };
  },
  judge: (store2, workspace2) => {
    const identifier = workspace2.resource.read(mlWorkspace.keyIdentifier);
    const { keyHosts } = workspace2.evidence;
    const own22 = parseKeyId(identifier, keyHosts);
    const [use2] = keyUses(store2.type, store2.record.state === "read" ? store2.record.body : {}, keyHosts);
    if (!use2) return withoutKey(store2);
    if (!own22)
      return unknown(
        identifier === void 0 ? "property-absent" : "unrecognised-value",
        "The workspace does not name the key that it uses."
      );
    store2.note("key", keyUrl(use2.host, use2.name));
    const same = use2.host === own22.host && use2.name.toLowerCase() === own22.name.toLowerCase();
    return same ? pass() : fail(said`${store2} uses the key ${{ name: use2.name }} of ${{ name: use2.host }}.`);
  },
  passes: "The store uses the key of the workspace, in whatever version.",
  fails: "It uses another one.",
  cannotTell: "Workspace or store do not name the keys that they use.",
  why: "Azure Machine Learning documents one key for the workspace and all its metadata stores; revoking that one would leave the others readable.",
  reference: cmk3
});
function withoutKey(store2) {
  const unclear = said`${store2} does not name the key that it uses.`;
  if (store2.type === cosmosDbAccount.type) {
    return store2.read(cosmosDbAccount.keyUri) === void 0 ? notApplicable("not-used") : unknown("unrecognised-value", unclear);
  }
  const source = oneOf(store2.read(storageAccount.keySource), {
    pass: ["Microsoft.Storage"],
    fail: ["Microsoft.Keyvault"]
  });
  if (source.status === "pass") return notApplicable("not-used");
  return source.status === "fail" ? unknown("property-absent", unclear) : source;
}
function stores({ type: type4 }) {
  return ({ metadata }) => only(metadata, (store2) => store2.type === type4);
}

// src/checklist/storage/roles.ts
var ofRoles = (...roles) => (workspace2) => only(workspace2.storageAccounts, (account2) => roles.some((role) => account2.roles.has(role)));
var everyAccount = ofRoles("workspace", "datastore", "metadata");
var customerAccounts = ofRoles("workspace", "datastore");
var workspaceAccount = ofRoles("workspace");
var fileAccounts = ofRoles("workspace", "files");
var unlessManaged = (remedy2) => (account2, workspace2) => isCustomers(account2) ? remedy2(account2, workspace2) : null;
var isCustomers = ({ roles }) => roles.has("workspace") || roles.has("datastore");

// src/checklist/storage/encryption.ts
var encryptionAtRest = check({
  id: "storage/encryption-at-rest",
  title: "Storage encrypts data at rest",
  failed: "Storage does not encrypt data at rest",
  rows: ["S11", "S12", "S14"],
  severity: severity("info"),
  // a list of datastores that cannot be read stands for accounts, but is none
  subjects: (workspace2) => only(customerAccounts(workspace2), ({ type: type4 }) => type4 === storageAccount.type),
  judge: () => attested("Azure Storage encrypts everything it stores; that cannot be turned off."),
  passes: "Always: it is attested.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "Azure Storage encrypts everything it stores; that cannot be turned off.",
  reference: "https://learn.microsoft.com/azure/storage/common/storage-service-encryption"
});
var infrastructureEncryption2 = check({
  id: "storage/infrastructure-encryption",
  title: "Storage uses infrastructure (double) encryption",
  failed: "Storage does not use infrastructure (double) encryption",
  rows: ["S12"],
  severity: severity("low", "info"),
  subjects: workspaceAccount,
  judge: (account2) => isOn(account2.read(storageAccount.infrastructureEncryption), "Infrastructure (double) encryption is off."),
  passes: "Infrastructure encryption is required.",
  fails: "It is not.",
  cannotTell: "The value is neither true nor false.",
  why: "Double encryption protects against the compromise of one algorithm or key. Azure Storage recommends it for compliance needs only.",
  remedy: (account2) => instruction`Only a new account can have it (\`az storage account create --require-infrastructure-encryption\`), and a workspace cannot change its account: make one in place of ${account2} for the next workspace. ${notWorthMoving}`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable",
  policies: [
    { name: "Storage accounts should have infrastructure encryption", id: "4733ea7b-a883-42fe-8cac-97454c2a9e4a" }
  ]
});
var encryptionScopes = check({
  id: "storage/encryption-scopes",
  title: "Encryption scopes use a customer-managed key",
  failed: "An encryption scope has no customer-managed key",
  rows: ["S13"],
  severity: severity("low", "info"),
  subjects: (workspace2) => {
    const accounts = customerAccounts(workspace2);
    const scopes = accounts.all.flatMap(
      (account2) => account2.unreadable ? [account2] : workspace2.scopesOf(account2).all
    );
    if (!workspace2.options.encryptionScopes) return { all: [], none: "disabled" };
    return { all: scopes, none: accounts.all.length === 0 ? accounts.none : "not-used" };
  },
  judge: (scope4) => {
    const state = oneOf(scope4.read(encryptionScope.state), { pass: ["Enabled"], fail: ["Disabled"] });
    if (state.status !== "pass") return state.status === "fail" ? notApplicable("not-used") : state;
    const known3 = { pass: ["Microsoft.KeyVault"], fail: ["Microsoft.Storage"] };
    return oneOf(scope4.read(encryptionScope.source), known3, "The scope is encrypted with Microsoft-managed keys.");
  },
  passes: "The scope has a key in Key Vault. A disabled scope is not judged, and none at all unless the check is switched on.",
  fails: "It has a Microsoft-managed key.",
  cannotTell: "State or key source is absent, or is not recognized.",
  why: "Data that is written under a scope is encrypted with the key of that scope, whatever the account uses.",
  remedy: (scope4) => {
    const account2 = named(scope4.id.split("/").slice(0, 9).join("/"), "--account-name");
    return az`storage account encryption-scope update ${account2} --name ${{ name: scope4.name }} --key-source Microsoft.KeyVault --key-uri ${"<key identifier>"}`;
  },
  reference: "https://learn.microsoft.com/azure/storage/blobs/encryption-scope-overview",
  policies: [
    {
      name: "Storage account encryption scopes should use customer-managed keys to encrypt data at rest",
      id: "b5ec538c-daa0-4006-8596-35468b9148e8"
    }
  ]
});

// src/checklist/carried-by.ts
var exists2 = severity("medium");
var gates = {
  [storageAccount.type]: exists2,
  datastores: exists2,
  [resourceGroup.type]: exists2,
  [containerRegistry.type]: exists2,
  [encryptionScope.type]: encryptionScopes.severity,
  encryptionscopes: encryptionScopes.severity,
  [applicationInsights.type]: customerManagedKey4.severity,
  [logAnalyticsWorkspace.type]: customerManagedKey4.severity,
  [logAnalyticsCluster.type]: customerManagedKey4.severity,
  [cosmosDbAccount.type]: cosmosCmk.severity,
  [managedCluster.type]: diskCmk2.severity,
  computes: diskCmk2.severity,
  [diskEncryptionSet.type]: diskEncryptionSet2.severity,
  [databricksWorkspace.type]: dbfsCmk.severity,
  [hdInsightCluster.type]: diskCmk.severity,
  [aiServicesAccount.type]: customerManagedKey.severity,
  connections: customerManagedKey.severity,
  [containerGroup.type]: customerManagedKey2.severity,
  containergroups: customerManagedKey2.severity
};
function carriedBy(hiddenBy) {
  const all2 = hiddenBy.map((kind) => gates[kind]).map((gate3) => typeof gate3 === "object" ? gate3 : severity("high"));
  return severity(worst(all2.map((gate3) => gate3["cmk-required"])), worst(all2.map(({ baseline }) => baseline)));
}

// src/checklist/key/key-check.ts
var aboutKeys = "https://learn.microsoft.com/azure/key-vault/keys/about-keys";
var rotation = "https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation";
function keyCheck(definition) {
  return check({
    ...definition,
    severity: (key3) => key3.otherTenant ? severity("medium", "low") : ownSeverity(key3, definition.severity),
    subjects: (workspace2) => workspace2.keys
  });
}
function ownSeverity({ hiddenBy, hiddenUsers: hiddenUsers2 }, nominal) {
  if (hiddenUsers2 || hiddenBy.length === 0) return nominal;
  const most = carriedBy(hiddenBy);
  return severity(milder(nominal["cmk-required"], most["cmk-required"]), milder(nominal.baseline, most.baseline));
}
function eachVersion(key3, judge4) {
  return ofAllUsers(
    key3,
    key3.versions.filter(({ resource: resource2 }) => resource2.unreadable?.state !== "absent").map((version8) => {
      const { unreadable: unreadable3 } = version8.resource;
      const verdict2 = unreadable3 ? notRead(unreadable3) : judge4(version8);
      return verdict2.status === "fail" ? { ...verdict2, message: said`${versionOf3(key3, version8)} ${verdict2.message}` } : verdict2;
    })
  );
}
function ofAllUsers(key3, verdicts) {
  const verdict2 = worst2(verdicts);
  if (!key3.hiddenUsers || verdict2.status === "fail" || verdict2.status === "unknown") return verdict2;
  return { ...notRead(key3.hiddenUsers), atMost: carriedBy(key3.hiddenBy) };
}
function versionOf3(key3, { version: version8, resource: resource2, consumers }) {
  const users = separated([
    ...new Map(consumers.map((consumer) => [consumer.resource.name, consumer.resource])).values()
  ]);
  const which = resource2 === key3.current ? "current version" : said`version ${{ name: String(version8) }}`;
  return said`The ${which} of ${key3}${users.length > 0 ? said`, used by ${users},` : ""}`;
}
function at2({ name: name2, vault, host }) {
  const option = isManagedHsm(host) ? "--hsm-name" : "--vault-name";
  return ["--name", { name: name2 }, option, { name: vault?.name ?? host }];
}

// src/checklist/key/lifetime.ts
var day = DAY / 1e3;
var validity = keyCheck({
  id: "key/validity",
  title: "The key is valid, and stays so for the next 30 days",
  failed: "The key has expired, expires soon, or is not valid yet",
  irreversible: "keys",
  rows: ["S15"],
  severity: severity("high"),
  judge: (key3, workspace2) => eachVersion(key3, (version8) => validityOf(version8, now(workspace2), workspace2.options.keyExpiryWarningDays)),
  passes: "Every version in use, and the current one, is valid for longer than the warning period (30 days unless configured).",
  fails: "One has expired, or is not valid yet. Medium, low under `baseline`: one expires within the period.",
  cannotTell: "One cannot be read, or Azure does not report its attributes.",
  why: "An expired key stops the services that use it.",
  remedy: (key3) => az`keyvault key rotate ${at2(key3)}`,
  reference: aboutKeys,
  policies: [
    {
      name: "Keys should have more than the specified number of days before expiration",
      id: "5ff38825-c5d8-47c5-b70e-069a21955146"
    }
  ]
});
function validityOf({ resource: resource2 }, at3, warningDays2) {
  const [from, until] = [resource2.read(vaultKey.notBefore), resource2.read(vaultKey.expires)];
  if (from !== void 0 && from > at3) return fail(said`is not valid before ${date(from)}.`);
  if (until === void 0) return ifTold(resource2, pass());
  if (until <= at3) return fail(said`expired on ${date(until)}.`);
  if (until <= at3 + warningDays2 * day)
    return fail(said`expires on ${date(until)}.`, { severity: severity("medium", "low") });
  return pass();
}
function ifTold(key3, verdict2) {
  const isTold = [vaultKey.created, vaultKey.enabled].some((each) => key3.has(each));
  return isTold ? verdict2 : unknown("property-absent", "Azure did not report the attributes of the key.");
}
var expirySet = keyCheck({
  id: "key/expiry-set",
  title: "The key has an expiry date",
  failed: "The key has no expiry date",
  rows: ["S15"],
  severity: severity("low"),
  judge: (key3) => eachVersion(
    key3,
    ({ resource: resource2 }) => resource2.read(vaultKey.expires) === void 0 ? ifTold(resource2, fail("has no expiry date.")) : pass()
  ),
  passes: "Every version in use, and the current one, has an expiry date.",
  fails: "One has none.",
  cannotTell: "One cannot be read, or Azure does not report its attributes.",
  why: "A key that never expires is never replaced. Set an expiry date together with a rotation policy, or the day it expires stops the services.",
  remedy: (key3) => az`keyvault key rotation-policy update ${at2(key3)} --value rotation-policy.json`,
  reference: rotation,
  policies: [{ name: "Key Vault keys should have an expiration date", id: "152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0" }]
});
var age = keyCheck({
  id: "key/age",
  title: "The key is not older than two years",
  failed: "The key is too old",
  rows: ["S15"],
  severity: severity("medium", "low"),
  judge: (key3, workspace2) => eachVersion(key3, ({ resource: resource2 }) => {
    const created = resource2.read(vaultKey.created);
    if (created === void 0) return unknown("property-absent", "Azure did not report when the key was created.");
    const days = workspace2.options.keyMaximumAgeDays;
    return created < now(workspace2) - days * day ? fail(said`was created on ${date(created)}, more than ${words((0, import_clouds3.plural)(days, "day"))} ago.`) : pass();
  }),
  passes: "Every version in use, and the current one, is younger than the maximum (730 days unless configured).",
  fails: "One is older.",
  cannotTell: "Azure does not report when one was created.",
  why: "The older a key, the more data is lost with it when it leaks. Azure Storage documents rotation at least every two years.",
  remedy: (key3) => az`keyvault key rotate ${at2(key3)}`,
  reference: "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
  policies: [
    {
      name: "Keys should not be active for longer than the specified number of days",
      id: "c26e4b24-cf98-4c67-b48b-5a25c4c69eb9"
    }
  ]
});
var boundedKey = keyCheck({
  id: "key/validity-period",
  title: "The key is not valid for longer than is allowed",
  failed: "The key is valid for longer than is allowed",
  rows: ["S15"],
  severity: severity("info"),
  judge: (key3, { options }) => eachVersion(key3, (version8) => periodOf(version8, options.keyMaximumValidityDays ?? Number.POSITIVE_INFINITY)),
  passes: "Every version in use, and the current one, ends within `key-maximum-validity-days` of its creation. Not judged unless the config file sets that.",
  fails: "One is valid for longer, or has no end.",
  cannotTell: "Azure does not report when one was created, or none of its attributes.",
  why: "A key that is valid for years need not be rotated: the period is what makes rotation certain, where a policy asks for one.",
  remedy: (key3) => az`keyvault key rotation-policy update ${at2(key3)} --value rotation-policy.json`,
  reference: rotation,
  policies: [
    { name: "Keys should have the specified maximum validity period", id: "49a22571-d204-4c91-a7b6-09b1a586fbc9" }
  ]
});
var validityPeriod = {
  ...boundedKey,
  subjects: ({ keys: keys2, options }) => options.keyMaximumValidityDays === null ? { all: [], none: "disabled" } : keys2
};
function periodOf({ resource: resource2 }, days) {
  const [created, end2] = [resource2.read(vaultKey.created), resource2.read(vaultKey.expires)];
  if (end2 === void 0)
    return ifTold(resource2, fail(said`has no end, and may be valid for ${words((0, import_clouds3.plural)(days, "day"))}.`));
  if (created === void 0) return unknown("property-absent", "Azure did not report when the key was created.");
  return end2 - created > days * day ? fail(said`is valid from ${date(created)} to ${date(end2)}, longer than ${words((0, import_clouds3.plural)(days, "day"))}.`) : pass();
}
function now(workspace2) {
  return Date.parse(workspace2.evidence.collectedAt) / 1e3;
}
function date(seconds) {
  const moment = new Date(seconds * 1e3);
  return words(Number.isNaN(moment.getTime()) ? `second ${seconds} since 1970` : dateOf(moment));
}

// src/checklist/key/rotation.ts
var rotationPolicy = keyCheck({
  id: "key/rotation-policy",
  title: "The key is rotated by a policy",
  failed: "No policy rotates the key",
  rows: ["S15"],
  severity: severity("medium", "low"),
  judge: ({ current }) => {
    const actions = current.read(vaultKey.rotationActions);
    if (!current.has(vaultKey.rotationPolicy)) {
      return unknown(
        "property-absent",
        "Azure did not show a rotation policy, which does not prove that there is none."
      );
    }
    const types = (actions ?? []).map((action3) => String(valueAt(action3, "action.type") ?? "nothing").toLowerCase());
    current.note("properties.rotationPolicy.lifetimeActions", types.join(", ") || null);
    if (types.includes("rotate")) return pass();
    const stranger = types.find((type4) => type4 !== "notify");
    if (stranger !== void 0)
      return unknown(
        "unrecognised-value",
        said`The rotation policy has an action that is not recognized: ${{ name: stranger }}.`
      );
    return fail(types.length > 0 ? "The rotation policy only notifies." : "The rotation policy does nothing.", {
      severity: "low"
    });
  },
  passes: "The policy has an action that rotates.",
  fails: "Low: it only notifies, or does nothing.",
  cannotTell: "Azure shows no policy, which does not prove that there is none, or shows an action that is not recognized.",
  why: "Without a policy the key is rotated when somebody remembers to.",
  remedy: (key3) => az`keyvault key rotation-policy update ${at2(key3)} --value rotation-policy.json`,
  reference: rotation,
  policies: [
    {
      name: "Keys should have a rotation policy ensuring that their rotation is scheduled within the specified number of days after creation.",
      id: "d8cf8476-a2ec-4916-896e-992351803c44"
    }
  ]
});
var currentVersion = keyCheck({
  id: "key/current-version",
  title: "The key's current version is the one in use",
  failed: "The version in use is not the key's current one",
  rows: ["S15", "S24"],
  severity: severity("medium", "low"),
  judge: (key3) => {
    const newest2 = parseKeyId(key3.current.read(vaultKey.uriWithVersion))?.version?.toLowerCase();
    return ofAllUsers(
      key3,
      key3.consumers.map((consumer) => versionInUse(consumer, newest2))
    );
  },
  passes: "Every resource that is set to a version has the current one; the others follow new versions by themselves.",
  fails: "A resource is set to an older version.",
  cannotTell: "A workspace names the key without a version, or Azure does not report which one is current.",
  why: "After a rotation, data stays encrypted with the old version until the consumer moves on.",
  remedy: (key3) => instruction`Point the resources that use ${key3} to the current version, or to the key without a version where that is possible; a workspace takes another version of a key in the same vault only. Keep the old version enabled until all have moved.`,
  reference: rotation
});
function versionInUse({ resource: resource2, use: use2 }, newest2) {
  if (use2.pinned === null && resource2.type === mlWorkspace.type) {
    return unknown(
      "not-observable",
      said`${resource2} names the key without a version, and nothing shows which one it uses.`
    );
  }
  const cosmos = resource2.type === cosmosDbAccount.type;
  const used = (use2.pinned ?? (cosmos ? use2.inUse : null))?.toLowerCase();
  if (used === void 0) return pass();
  if (newest2 === void 0)
    return unknown("property-absent", "Azure did not report which version of the key is the current one.");
  return used === newest2 ? pass() : fail(said`${resource2} uses version ${{ name: used }}; the current version is ${{ name: newest2 }}.`);
}

// src/checklist/key/type-and-size.ts
var keyTypes = { pass: ["RSA", "RSA-HSM"], fail: ["EC", "EC-HSM", "oct", "oct-HSM"] };
var type2 = keyCheck({
  id: "key/type",
  title: "The key is an RSA key",
  failed: "The key is not an RSA key",
  rows: ["S20"],
  severity: severity("medium", "low"),
  judge: (key3) => eachVersion(key3, ({ resource: resource2 }) => {
    const kty = resource2.read(vaultKey.kty);
    return oneOf(kty, keyTypes, (name2) => said`is of type ${{ name: name2 }}.`);
  }),
  passes: "It is RSA or RSA-HSM.",
  fails: "It is an elliptic-curve or a symmetric key.",
  cannotTell: "The type is absent, or is not recognized.",
  why: "Storage, the container registry and Azure Machine Learning document RSA keys only.",
  remedy: newKey,
  reference: "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
  policies: [
    { name: "Keys should be the specified cryptographic type RSA or EC", id: "75c4f823-d65c-4f29-a733-01d0077fdbcb" }
  ]
});
var size = keyCheck({
  id: "key/size",
  title: "The key has at least 3072 bits",
  failed: "The key is too short",
  rows: ["S20"],
  severity: severity("medium"),
  judge: (key3, { options }) => eachVersion(key3, (version8) => sizeOf(version8, options.keyMinimumBits)),
  passes: "An RSA key has at least 3072 bits. Other types have no size to judge.",
  fails: "Medium: it has fewer bits than the minimum (2048 unless configured). Low, info under `baseline`: from there to 3071.",
  cannotTell: "Azure does not report how long it is, or of which type.",
  why: "Below 2048 bits RSA is not considered secure; Azure Machine Learning recommends 3072.",
  remedy: newKey,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys",
  policies: [
    {
      name: "Keys using RSA cryptography should have a specified minimum key size",
      id: "82067dbb-e53b-4e06-b631-546d197452d9"
    }
  ]
});
function sizeOf({ resource: resource2 }, minimum) {
  const kty = resource2.read(vaultKey.kty);
  const isRsa = oneOf(kty, keyTypes);
  if (isRsa.status !== "pass") return isRsa.status === "fail" ? notApplicable("not-used") : isRsa;
  const bits = resource2.read(vaultKey.size);
  if (bits === void 0) return unknown("property-absent", "Azure did not report how long the key is.");
  if (bits < minimum) return fail(said`has ${bits} bits.`);
  return bits < 3072 ? fail(said`has ${bits} bits; 3072 are recommended.`, { severity: severity("low", "info") }) : pass();
}
function newKey(key3) {
  return az`keyvault key create ${at2(key3)} --kty ${isManagedHsm(key3.host) ? "RSA-HSM" : "RSA"} --size 3072`;
}

// src/checklist/key/use.ts
var readableKey = keyCheck({
  id: "key/readable",
  title: "The key exists and can be read",
  failed: "The key, or the version in use, does not exist",
  irreversible: "keys",
  rows: ["S15", "S20"],
  severity: severity("high"),
  absent: (key3) => key3.vault?.unreadable?.state === "absent" ? notApplicable("absent") : fail(said`The key ${key3} does not exist in ${{ name: key3.host }}.`),
  judge: (key3) => {
    key3.current.read(vaultKey.kty);
    const gone = key3.versions.find(({ resource: resource2 }) => resource2.unreadable?.state === "absent");
    if (gone) return fail(said`${versionOf3(key3, gone)} no longer exists.`);
    return eachVersion(key3, () => pass());
  },
  passes: "The key and every version in use can be read.",
  fails: "The key, or a version in use, does not exist.",
  cannotTell: "Key or vault cannot be read, or they are in another tenant. A resource that may use a key, or another version of it, cannot be read. A resource has a key on and does not name it.",
  why: "Data that is encrypted with a key that is gone cannot be decrypted again.",
  remedy: (key3) => az`keyvault key recover ${at2(key3)}`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery"
});
var readable = {
  ...readableKey,
  subjects: ({ keys: keys2, unknownKeys }) => ({ ...keys2, all: [...keys2.all, ...unknownKeys] })
};
var enabled = keyCheck({
  id: "key/enabled",
  title: "The key is enabled",
  failed: "The key is disabled",
  rows: ["S15", "S24"],
  severity: severity("high"),
  judge: (key3) => eachVersion(key3, ({ resource: resource2 }) => isOn(resource2.read(vaultKey.enabled), "is disabled.")),
  passes: "Every version in use, and the current one, is enabled.",
  fails: "One is disabled.",
  cannotTell: "Azure does not report it, or one cannot be read.",
  why: "A disabled key revokes access: every service that uses it stops reading and writing its data.",
  remedy: (key3) => az`keyvault key set-attributes ${at2(key3)} --enabled true`,
  reference: aboutKeys
});
var operations = keyCheck({
  id: "key/operations",
  title: "The key allows what its users do with it",
  failed: "The key does not allow what it is used for",
  rows: ["S20"],
  severity: severity("medium"),
  judge: (key3) => eachVersion(key3, ({ resource: resource2, consumers }) => {
    const allowed = resource2.read(vaultKey.operations)?.map((operation) => String(operation).toLowerCase());
    if (!allowed) return unknown("property-absent", "Azure did not report what the key may be used for.");
    resource2.note("properties.keyOps", allowed.join(", "));
    const lacking3 = neededBy(consumers.length > 0 ? consumers : key3.consumers, allowed).filter(
      (operation) => !allowed.includes(operation.toLowerCase())
    );
    return lacking3.length > 0 ? fail(said`lacks the operation ${words(lacking3.join(" and "))}.`) : pass();
  }),
  passes: "Wrapping and unwrapping are allowed; for the encryption of etcd by Azure Kubernetes Service encrypting and decrypting, or either pair with the newer kind.",
  fails: "One of the operations that its users need is not.",
  cannotTell: "Azure does not list the operations.",
  why: "Services wrap their data keys with it, or encrypt them; a key that may not unwrap or decrypt makes the data unreadable.",
  remedy: (key3) => az`keyvault key set-attributes ${at2(key3)} --ops ${operationsOf2(key3)}`,
  reference: aboutKeys
});
function neededBy(consumers, allowed) {
  const needed = [...new Set(consumers.flatMap(({ use: use2 }) => use2.operations ?? []))];
  if (needed.length > 0) return needed;
  const isWhole = (pair) => pair.every((operation) => allowed.includes(operation.toLowerCase()));
  return [...!isWhole(wrapping) && isWhole(encrypting) ? encrypting : wrapping];
}
function operationsOf2(key3) {
  const allowed = (key3.current.read(vaultKey.operations) ?? []).map((operation) => String(operation).toLowerCase());
  const needed = neededBy(key3.consumers, allowed);
  const known3 = [...wrapping, ...encrypting, "sign", "verify", "import", "export"];
  const others = known3.filter((operation) => allowed.includes(operation.toLowerCase()) && !needed.includes(operation));
  return [...needed, ...others];
}

// src/checklist/key-vault/access.ts
var rbacAuthorization = check({
  id: "key-vault/rbac-authorization",
  title: "The key vault uses Azure RBAC",
  failed: "The key vault uses access policies",
  rows: ["S44", "S46"],
  severity: severity("low"),
  subjects: (workspace2) => only(workspace2.keyVaults, (vault) => !vault.isHsm),
  judge: (vault, { kind }) => {
    const verdict2 = isOn(vault.read(keyVault.rbacAuthorization), "The vault uses access policies.");
    if (verdict2.status !== "fail" || kind !== "hub") return verdict2;
    const message2 = "The vault uses access policies, which is what the documentation of hubs asks for.";
    return fail(message2, { severity: "info" });
  },
  passes: "The vault uses Azure RBAC.",
  fails: "It uses access policies. Info for a hub, whose documentation asks for them.",
  cannotTell: "The value is neither true nor false.",
  why: "Whoever may change a vault can grant themselves any access policy; Azure RBAC separates the two.",
  remedy: (vault) => [
    instruction`Give everyone who needs access a role on the vault first, then run`,
    az`keyvault update ${named(vault.id)} --enable-rbac-authorization true`
  ],
  reference: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
  policies: [{ name: "Azure Key Vault should use RBAC permission model", id: "12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5" }]
});
var workspaceAccess = check({
  id: "key-vault/workspace-access",
  title: "The workspace can use the secrets of its vault",
  failed: "The workspace cannot use the secrets of its vault",
  rows: ["S44", "S46"],
  severity: severity("low"),
  subjects: ownVault,
  judge: (vault, workspace2) => {
    const who = workspacePrincipal(workspace2.evidence, bodyOf2(workspace2.resource));
    if (!who.principalId) return noPrincipal(who, "the workspace is");
    if (!vault.read(keyVault.rbacAuthorization))
      return policyVerdict(vault, who.principalId, "secrets", ["get", "list", "set", "delete"]);
    const need = { vault: vault.id, at: vault.id, principalId: who.principalId, actions: secretActions };
    return roleVerdict(workspace2, vault, need, "Key Vault Secrets Officer");
  },
  passes: "Roles at the vault or above, assigned to the identity or to a group that it is in, let it get, set, list and delete secrets; or an access policy does.",
  fails: "The roles or the access policy of the identity lack one of these.",
  cannotTell: "Only role assignments with a condition allow it; no access policy names the identity, and it may be in a group that has one, or what the policy grants is not listed; role assignments or roles cannot be read; or nobody knows the identity.",
  why: "The workspace keeps credentials of its storage, registry and datastores in this vault.",
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
var leastPrivilege = check({
  id: "key-vault/least-privilege",
  title: "The workspace may not purge what it deletes",
  failed: "The workspace may purge what it deletes",
  rows: ["S46"],
  severity: severity("low"),
  subjects: ownVault,
  judge: (vault, workspace2) => {
    if (vault.read(keyVault.rbacAuthorization)) return notApplicable("not-used");
    const who = allPrincipals(workspace2.evidence, bodyOf2(workspace2.resource));
    const entries = who.flatMap(({ principalId }) => principalId ? entriesInItsName(vault, principalId) : []);
    const permissions2 = grantedBy(entries, ...kinds);
    if (permissions2.includes("purge")) return fail("An access policy of the workspace grants purge.");
    const stranger = who.find(({ principalId }) => !principalId);
    if (stranger) return noPrincipal(stranger, "the workspace is");
    refuseUnread(entries, ...kinds);
    if (permissions2.includes("all"))
      return fail('An access policy of the workspace grants "all"; sources differ on whether that includes purge.', {
        severity: "info"
      });
    if (entries.every(({ application }) => application !== null)) return noEntry;
    return pass();
  },
  passes: "No access policy of an identity of the workspace grants purge.",
  fails: 'One does. Info: one grants "all", and sources differ on whether that includes purge.',
  cannotTell: "No access policy names them, one that does shows no permissions or does not list them, or nobody knows one of the identities.",
  why: "The documentation asks for every permission besides purge: code that runs as the workspace could destroy keys and secrets for good.",
  remedy: (vault, workspace2) => allPrincipals(workspace2.evidence, bodyOf2(workspace2.resource)).flatMap(
    ({ principalId }) => principalId ? withoutPurge(vault, principalId) : []
  ),
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
function ownVault(workspace2) {
  return only(workspace2.keyVaults, (vault) => vault.roles.has("workspace") && !vault.isHsm);
}
function withoutPurge(vault, principalId) {
  const entries = Map.groupBy(entriesInItsName(vault, principalId), ({ application }) => application);
  return [...entries].flatMap(([application, same]) => {
    const options = kinds.flatMap((kind) => optionsWithoutPurge(grantedBy(same, kind), kind));
    const who = [
      "--object-id",
      { name: principalId },
      ...application ? ["--application-id", { name: application }] : []
    ];
    return options.length > 0 ? [az`keyvault set-policy ${named(vault.id)} ${who} ${options}`] : [];
  });
}
function optionsWithoutPurge(granted, kind) {
  if (!granted.includes("purge") && !granted.includes("all")) return [];
  const left = granted.includes("all") ? allButPurge[kind] : granted.filter((permission2) => permission2 !== "purge");
  return [`--${kind.slice(0, -1)}-permissions`, ...left];
}
var common = ["get", "list", "delete", "recover", "backup", "restore"];
var keyUse = ["encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey", "release"];
var keyCare = ["create", "import", "update", "rotate", "getrotationpolicy", "setrotationpolicy"];
var issuers = ["managecontacts", "manageissuers", "getissuers", "listissuers", "setissuers", "deleteissuers"];
var allButPurge = {
  keys: [...common, ...keyCare, ...keyUse],
  secrets: [...common, "set"],
  certificates: [...common, "create", "import", "update", ...issuers]
};

// src/checklist/key-vault/customer-managed-key.ts
var cmkAccess4 = check({
  id: "key-vault/cmk-access",
  title: "The workspace can use its customer-managed key",
  failed: "The workspace cannot use its customer-managed key",
  rows: ["S20", "S46"],
  severity: severity("medium"),
  subjects: ownKeyVault,
  judge: (_vault, workspace2) => keyAccess(workspace2.resource, workspace2),
  passes,
  fails,
  cannotTell,
  why: "The identity needs Get, Wrap Key and Unwrap Key; without them the workspace stops working.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys"
});
var separation = check({
  id: "key-vault/separation",
  title: "The customer-managed key is not in the workspace's own vault",
  failed: "The customer-managed key is in the workspace's own vault",
  rows: ["S22"],
  severity: severity("info"),
  subjects: ownKeyVault,
  judge: (vault, { resource: resource2 }) => {
    vault.note("id", vault.id);
    if (vault.roles.has("workspace"))
      return fail("One vault holds both the key and the secrets of the workspace. That is allowed.");
    return anotherVault(resource2);
  },
  passes: "The key is in another vault.",
  fails: "One vault is both; that is allowed.",
  cannotTell: "The vault cannot be read, or the workspace does not name a vault of its own.",
  why: "Who manages the keys and who uses the secrets can then be different people.",
  remedy: (vault) => instruction`For a new workspace, create the key in a vault of its own, not in ${vault}. ${notWorthMoving}`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys"
});
function anotherVault(workspace2) {
  if (!workspace2.has(mlWorkspace.keyVault))
    return unknown("property-absent", "The workspace does not name a key vault of its own.");
  const own22 = referenceAt(workspace2, mlWorkspace.keyVault);
  if (typeof own22 === "string" || parseResourceId(own22.id) === null)
    return unknown("unrecognised-value", "Nobody can tell which key vault is the one of the workspace itself.");
  return pass();
}
var hsmBacked = check({
  id: "key-vault/hsm-backed",
  title: "The customer-managed key is protected by hardware",
  failed: "The customer-managed key is not protected by hardware",
  rows: ["S20"],
  severity: severity("info"),
  subjects: (workspace2) => only(workspace2.keyVaults, (vault) => vault.roles.has("cmk")),
  judge: (vault, workspace2) => {
    if (vault.isHsm) {
      vault.note("type", vault.type);
      return pass();
    }
    const sku = oneOf(vault.read(keyVault.sku), { pass: ["premium"], fail: ["standard"] });
    if (sku.status !== "fail") return sku;
    const keys2 = workspace2.keys.all.filter(
      (key3) => key3.vault && idKey(key3.vault.id) === idKey(vault.id) && key3.unreadable?.state !== "absent"
    );
    const inHardware = keys2.length > 0 && keys2.every((key3) => key3.current.read(vaultKey.kty)?.toUpperCase() === "RSA-HSM");
    if (!inHardware) return fail("The vault is in the standard tier: its keys are protected by software.");
    const hidden2 = keys2.find(({ hiddenUsers: hiddenUsers2 }) => hiddenUsers2)?.hiddenUsers;
    return hidden2 ? notRead(hidden2) : pass();
  },
  passes: "It is a managed HSM or a vault in the premium tier, or all keys in use are RSA-HSM.",
  fails: "The vault is in the standard tier, and a key in it is not.",
  cannotTell: "The tier is absent, or is not recognized.",
  why: "Some regulations ask for keys in hardware security modules.",
  remedy: (vault) => instruction`Create the key with \`--protection hsm\` in a vault in the premium tier, or in a managed HSM, in place of the one in ${vault}.`,
  reference: "https://learn.microsoft.com/azure/key-vault/keys/about-keys",
  policies: [
    { name: "Keys should be backed by a hardware security module (HSM)", id: "587c79fe-dd04-4a5e-9d0b-f89598c7261b" }
  ]
});
function ownKeyVault(workspace2) {
  const id = ownKey(workspace2)?.vault?.id;
  return only(workspace2.keyVaults, (vault) => id !== void 0 && idKey(vault.id) === idKey(id) && !vault.isHsm);
}
function ownKey({ keys: keys2, resource: resource2 }) {
  return keys2.all.find(({ consumers }) => consumers.some((consumer) => consumer.resource === resource2));
}

// src/checklist/key-vault/deletion.ts
var recovery = "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview";
var exists3 = check({
  id: "key-vault/exists",
  title: "The key vault exists",
  failed: "The key vault does not exist",
  irreversible: "keys",
  rows: ["S44"],
  severity: ({ unnamed: unnamed2 }, { kind }) => unnamed2?.reason === "property-absent" && kind === "hub" ? severity("low") : severity("high"),
  subjects: (workspace2) => workspace2.keyVaults,
  absent: (vault) => fail(said`The key vault ${vault} no longer exists.`),
  judge: (vault) => {
    vault.read(anyResource.name);
    return pass();
  },
  passes: "The vault can be read.",
  fails: "It no longer exists.",
  cannotTell: "It cannot be read, or the workspace names none, or in no way that is known. Low for a hub that names none.",
  why: "A workspace cannot change its vault: without it, stored credentials are gone, and what its keys encrypt is lost when it is purged.",
  remedy: (vault) => az`keyvault recover ${named(vault.id, vault.isHsm ? "--hsm-name" : "--name")}`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery"
});
var purgeProtection = check({
  id: "key-vault/purge-protection",
  title: "The key vault cannot be purged",
  failed: "The key vault can be purged",
  rows: ["S20", "S44"],
  severity: (vault) => vault.roles.has("cmk") ? severity("high") : severity("medium", "low"),
  subjects: (workspace2) => workspace2.keyVaults,
  judge: (vault) => isOn(
    vault.read(vault.isHsm ? managedHsm.purgeProtection : keyVault.purgeProtection),
    "Purge protection is not enabled."
  ),
  passes: "Purge protection is on.",
  fails: "It is off or absent. High for the vault of a customer-managed key in use; else medium, low under `baseline`.",
  cannotTell: "The value is neither true nor false.",
  why: "Whoever may delete the vault can destroy its keys for good, and with them everything they encrypt. Customer-managed keys require purge protection.",
  remedy: (vault) => vault.isHsm ? az`keyvault update-hsm ${named(vault.id, "--hsm-name")} --enable-purge-protection true` : az`keyvault update ${named(vault.id)} --enable-purge-protection true`,
  reference: recovery,
  policies: [
    { name: "Key vaults should have deletion protection enabled", id: "0b60c0b2-2dc2-4e1c-b5c9-abbed971de53" },
    {
      name: "Azure Key Vault Managed HSM should have purge protection enabled",
      id: "c39ba22d-4428-4149-b981-70acb31fc383"
    }
  ]
});
var softDelete = check({
  id: "key-vault/soft-delete",
  title: "Deleted vaults and keys can be recovered",
  failed: "Deleted vaults and keys cannot be recovered",
  rows: ["S44"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.keyVaults,
  judge: (vault) => {
    const verdict2 = isOn(vault.read(vault.isHsm ? managedHsm.softDelete : keyVault.softDelete), "Soft delete is off.");
    return verdict2.status === "fail" ? { ...verdict2, severity: "high" } : verdict2;
  },
  passes: "Soft delete is on.",
  fails: "High: it is off.",
  cannotTell: "Azure does not return the setting; the service turns it on for every vault.",
  why: "Without soft delete a deleted key is gone at once.",
  remedy: (vault) => vault.isHsm ? az`keyvault update-hsm ${named(vault.id, "--hsm-name")} --set properties.enableSoftDelete=true` : az`keyvault update ${named(vault.id)} --set properties.enableSoftDelete=true`,
  reference: recovery,
  policies: [{ name: "Key vaults should have soft delete enabled", id: "1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d" }]
});

// src/checklist/key-vault/firewall.ts
var trustedServices = check({
  id: "key-vault/trusted-services",
  title: "The vault's firewall lets the encrypting services in",
  failed: "The vault's firewall keeps the encrypting services out",
  rows: ["S15"],
  severity: severity("medium"),
  subjects: (workspace2) => only(workspace2.keyVaults, (vault) => !vault.isHsm),
  judge: (vault) => {
    const access = vault.read(keyVault.publicNetworkAccess);
    const known3 = oneOf(access, { pass: ["Enabled", "Disabled"], fail: ["SecuredByPerimeter"] });
    if (known3.status === "unknown") return known3;
    if (known3.status === "fail") {
      return unknown(
        "not-observable",
        "A network security perimeter decides who gets in, not the settings of the vault."
      );
    }
    const action3 = vault.read(keyVault.firewallDefault);
    const closed = oneOf(action3, { pass: ["Allow"], fail: ["Deny"] });
    if (closed.status === "unknown") return closed;
    if (access?.toLowerCase() === "enabled" && closed.status === "pass") return pass();
    const bypass = oneOf(vault.read(keyVault.firewallBypass), { pass: ["AzureServices"], fail: ["None"] });
    return bypass.status === "fail" ? fail("The firewall keeps out everyone, trusted Microsoft services as well.") : bypass;
  },
  passes: "The vault is open, or its firewall lets trusted Microsoft services in.",
  fails: "It is closed, to trusted services as well.",
  cannotTell: "A network security perimeter decides, or a setting has a value that is not recognized.",
  why: "Storage, registry, AI Search and Azure Machine Learning then cannot unwrap their data keys, and stop.",
  remedy: (vault) => az`keyvault update ${named(vault.id)} --bypass AzureServices`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints"
});

// src/checklist/kubernetes/supported-versions.ts
var kubernetesVersions = [
  { version: "1.31", supportedUntil: "2025-11", longTermUntil: "2026-11" },
  { version: "1.32", supportedUntil: "2026-03", longTermUntil: "2027-03" },
  { version: "1.33", supportedUntil: "2026-07", longTermUntil: "2027-07" },
  { version: "1.34", supportedUntil: "2026-11", longTermUntil: "2027-11" },
  { version: "1.35", supportedUntil: "2027-03", longTermUntil: "2028-03" },
  { version: "1.36", supportedUntil: "2027-06", longTermUntil: "2028-06" },
  { version: "1.37", supportedUntil: "2027-10", longTermUntil: "2028-10" }
];
function versionVerdict(text4, plan, month) {
  const match = /^v?(\d+)\.(\d+)(?:\.|$)/.exec(text4);
  if (!match)
    return unknown("unrecognised-value", said`Unrecognized Kubernetes version ${{ name: JSON.stringify(text4) }}.`);
  const [major, minor] = [Number(match[1]), Number(match[2])];
  if (isOlder({ major, minor }, { major: 1, minor: 24 }))
    return fail(
      said`Kubernetes ${{ name: text4 }} has long been out of support and cannot have customer-managed keys: the 2021 guidance asked for 1.17, the 2024 documentation asks for 1.24.`,
      { severity: "high" }
    );
  const row6 = kubernetesVersions.find((known3) => known3.version === `${major}.${minor}`);
  if (!row6 && !isOlder({ major, minor }, newest()))
    return unknown(
      "unrecognised-value",
      said`Kubernetes ${{ name: text4 }} is newer than any version that this action knows.`
    );
  if (row6 && month <= row6.supportedUntil) return pass();
  const longTerm = plan?.toLowerCase() === "akslongtermsupport";
  if (row6 && month <= row6.longTermUntil) {
    if (longTerm) return pass();
    if (plan !== void 0 && plan.toLowerCase() !== "kubernetesofficial")
      return unknown("unrecognised-value", said`Unrecognized support plan ${{ name: JSON.stringify(plan) }}.`);
  }
  const until = longTerm ? row6?.longTermUntil : row6?.supportedUntil;
  return fail(
    said`Kubernetes ${{ name: text4 }} ${until ? said`has been out of support since the end of ${words(until)}` : "is out of support"}. The 2021 guidance asked only for 1.17.`
  );
}
function isOlder(one, other) {
  return one.major < other.major || one.major === other.major && one.minor < other.minor;
}
function newest() {
  const [major = 0, minor = 0] = kubernetesVersions.map(({ version: version8 }) => version8.split(".").map(Number)).at(-1) ?? [];
  return { major, minor };
}

// src/checklist/kubernetes/cluster.ts
var version2 = check({
  id: "kubernetes/version",
  title: "The Kubernetes version of the cluster is supported",
  failed: "The Kubernetes version of the cluster is not supported",
  rows: ["S31"],
  severity: severity("medium"),
  subjects: inAzure,
  judge: (cluster2, workspace2) => {
    const text4 = cluster2.read(managedCluster.currentVersion) ?? cluster2.read(managedCluster.version);
    if (text4 === void 0) return unknown("property-absent", "Azure did not report which version the cluster runs.");
    return versionVerdict(text4, cluster2.read(managedCluster.supportPlan), workspace2.evidence.collectedAt.slice(0, 7));
  },
  passes: "Azure Kubernetes Service supports the version, by the support plan of the cluster.",
  fails: "It is no longer supported. High: older than 1.24, which cannot have customer-managed keys.",
  cannotTell: "The version is newer than this version of the action knows, or is absent; or the support plan is not recognized.",
  why: "Versions out of support get no security fixes. Customer-managed keys need at least 1.24; the 2021 guidance said 1.17.",
  remedy: (cluster2) => az`aks upgrade ${named(cluster2.id)} --kubernetes-version ${"<version>"}`,
  reference: "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
  policies: [
    {
      name: "Kubernetes Services should be upgraded to a non-vulnerable Kubernetes version",
      id: "fb893a29-21bb-418c-a157-e99480ec364c"
    }
  ]
});
var etcdEncryption = check({
  id: "kubernetes/etcd-encryption",
  title: "Secrets of the cluster are encrypted in etcd",
  failed: "Secrets of the cluster are not encrypted in etcd",
  rows: ["S30"],
  severity: severity("medium", "info"),
  subjects: inAzure,
  judge: (cluster2) => {
    if (cluster2.read(managedCluster.etcdEncrypted) === true) return pass();
    const profile3 = cluster2.read(managedCluster.infrastructureEncryption);
    if (profile3 === void 0) {
      return unknown(
        "property-absent",
        "Key Vault encryption is off, and only preview versions of the API show the other kind. The platform encrypts the disks under etcd in any case."
      );
    }
    return oneOf(
      profile3,
      { pass: ["Enabled"], fail: ["Disabled"] },
      "Secrets are not encrypted beyond the disks under etcd, which the platform always encrypts."
    );
  },
  passes: "Encryption with a key in Key Vault is on, or platform encryption of Kubernetes resources is.",
  fails: "Both are off.",
  cannotTell: "The first is off, and the API does not show the second.",
  why: "Whoever reaches etcd reads every secret of the cluster.",
  remedy: (cluster2) => az`aks update ${named(cluster2.id)} --enable-azure-keyvault-kms --azure-keyvault-kms-key-id ${"<key identifier>"}`,
  reference: "https://learn.microsoft.com/azure/aks/kms-data-encryption-concepts",
  policies: [
    {
      name: "Azure Kubernetes Clusters should enable Key Management Service (KMS)",
      id: "dbbdc317-9734-4dd8-9074-993b29c69008"
    }
  ]
});
var productionInference = check({
  id: "kubernetes/production-inference",
  title: "Production inference runs on Kubernetes or managed endpoints",
  failed: "Production inference runs where it should not",
  rows: ["S02"],
  severity: severity("info"),
  subjects: (workspace2) => ({ all: workspace2.clusters.all.length > 0 ? [workspace2.resource] : [], none: "not-used" }),
  judge: () => ({ status: "manual" }),
  passes: "Never: people have to judge. Not asked without a cluster.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "The 2021 guidance recommended Azure Kubernetes Service; managed endpoints are encrypted as compute clusters are.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});

// src/checklist/kubernetes/tls.ts
var clusters2 = (workspace2) => workspace2.clusters;
var scoringTls3 = check({
  id: "kubernetes/scoring-tls",
  title: "Scoring on the attached cluster uses TLS",
  failed: "Scoring on the attached cluster does not use TLS",
  irreversible: "data",
  rows: ["S39"],
  severity: severity("high"),
  subjects: (workspace2) => only(workspace2.list("computes"), (compute) => compute.unreadable !== null || computeType2(compute) === "aks"),
  judge: (compute) => {
    if (!compute.has(mlCompute.settings))
      return unknown("property-absent", "Azure did not show the settings of the compute.");
    const status = compute.read(mlCompute.sslStatus);
    if (status === void 0) return fail("No certificate is configured: scoring requests are not encrypted.");
    return oneOf(status, { pass: ["Enabled", "Auto"], fail: ["Disabled"] }, "Scoring requests are not encrypted.");
  },
  passes: "A certificate is configured on the compute.",
  fails: "None is.",
  cannotTell: "Azure does not show the settings of the compute, or a status that is not recognized.",
  why: "Requests and predictions can be read on their way. Certificates that Microsoft made for this kind of compute no longer renew themselves.",
  remedy: (cluster2) => instruction`Move what runs on ${cluster2} to Kubernetes compute with the Azure Machine Learning extension, or to managed endpoints: SDK and CLI v1 have been out of support since 2026-06-30.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service"
});
var extensionTls = check({
  id: "kubernetes/extension-tls",
  title: "Inference on the cluster uses TLS",
  failed: "Inference on the cluster does not use TLS",
  irreversible: "data",
  rows: ["S39"],
  severity: severity("high"),
  subjects: clusters2,
  judge: (cluster2, workspace2) => {
    const extension = workspace2.extensionOf(cluster2);
    if (extension === null) return notApplicable("not-used");
    if (extension.read(clusterExtension.inference) !== true) return notApplicable("not-used");
    if (extension.read(clusterExtension.insecureConnections) === true)
      return fail("The extension allows connections without TLS.");
    if (extension.read(clusterExtension.sslSecret) || extension.read(clusterExtension.sslName)) return pass();
    return unknown(
      "not-observable",
      "Inference is on and connections without TLS are not allowed, but no certificate is to be seen; it may be in settings that nobody can read."
    );
  },
  passes: "A certificate is configured, and connections without TLS are not allowed. Not judged without the extension, or without inference.",
  fails: "Connections without TLS are allowed.",
  cannotTell: "They are not allowed, but no certificate is seen: it may be in protected settings. Or an extension does not say what it is.",
  why: "Requests and predictions can be read on their way.",
  remedy: (cluster2, workspace2) => {
    const extension = workspace2.extensionOf(cluster2);
    const where = [
      ...named(cluster2.id, "--cluster-name"),
      "--cluster-type",
      cluster2.isArc ? "connectedClusters" : "managedClusters"
    ];
    const settings2 = ["allowInsecureConnections=False", "sslSecret=<secret>", "sslCname=<name>"];
    return az`k8s-extension update ${where} --name ${extension ? { name: extension.name } : "<extension>"} --config ${settings2}`;
  },
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint"
});

// src/checklist/platform.ts
var dataEncryption2 = "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption";
function statement(id, rows, title2, failed2, why2) {
  return check({
    id,
    title: title2,
    failed: failed2,
    rows,
    severity: severity("info"),
    subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
    judge: () => attested(words(title2)),
    passes: "Always: it is attested.",
    fails: "Never.",
    cannotTell: "Never.",
    why: why2,
    reference: dataEncryption2
  });
}
var internalTls = statement(
  "platform/internal-tls",
  ["S37"],
  "Azure Machine Learning encrypts the traffic between its services",
  "Traffic between the services is not encrypted",
  "Azure Machine Learning uses TLS between its own services; that cannot be changed."
);
var imageEncryption = statement(
  "platform/image-encryption",
  ["S25"],
  "Container images are encrypted at rest",
  "Container images are not encrypted at rest",
  "Azure Container Registry encrypts every image before it stores it; that cannot be turned off."
);
var automlData = statement(
  "platform/automl-data",
  ["S35"],
  "Data that automated machine learning prepares stays in a datastore of the workspace",
  "Prepared data leaves the datastores of the workspace",
  "It is encrypted as the storage account behind that datastore is."
);
var sshKeys = statement(
  "platform/ssh-keys",
  ["S45"],
  "SSH keys of attached computes are kept in a vault that Microsoft manages",
  "SSH keys of attached computes are kept elsewhere",
  "Azure Machine Learning makes SSH keys of its own for virtual machines and HDInsight, and does not store those of users."
);
var metadataEncryption = check({
  id: "platform/metadata-encryption",
  title: "Metadata in Microsoft's stores is encrypted at rest",
  failed: "Metadata in Microsoft's stores is not encrypted",
  rows: ["S17"],
  severity: severity("info"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (_resource, { architecture }) => {
    if (architecture === "none")
      return attested("Metadata is in Microsoft's stores, encrypted with Microsoft-managed keys.");
    if (architecture === "service-side")
      return attested("Metadata is in Microsoft's stores, encrypted with your customer-managed key.");
    return notApplicable(architecture === "inherited" ? "inherited" : "not-used");
  },
  passes: "Always, where Microsoft runs the stores: it is attested.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "Without subscription-side encryption the metadata of a workspace is in stores that Microsoft runs and encrypts.",
  reference: dataEncryption2
});
var diagnosticData = check({
  id: "platform/diagnostic-data",
  title: "Diagnostic data that Microsoft collects is encrypted",
  failed: "Diagnostic data that Microsoft collects is not encrypted",
  rows: ["S05", "S40", "S43"],
  severity: severity("info"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (resource2, { hub }) => {
    const flagged = (hub ?? resource2).unreadable === null && flagOf(hub ?? resource2);
    return attested(
      flagged ? "The high-business-impact flag keeps diagnostic data to a minimum; the data that is collected is encrypted with Microsoft-managed keys." : "Microsoft may collect resource names and job environment variables; they are encrypted with Microsoft-managed keys and stay in the region."
    );
  },
  passes: "Always: it is attested.",
  fails: "Never.",
  cannotTell: "Never.",
  why: "Names and environment variables can reach Microsoft: keep secrets out of both.",
  reference: dataEncryption2
});
var scratchDiskCleanup = underFlag(
  "platform/scratch-disk-cleanup",
  ["S07"],
  "The scratch disk is cleaned between runs",
  "The scratch disk is not cleaned between runs",
  "Under the high-business-impact flag Azure Machine Learning cleans local scratch disks, cached images among what is on them."
);
var credentialPassing = underFlag(
  "platform/credential-passing",
  ["S08"],
  "Credentials reach computes through the key vault",
  "Credentials do not reach computes through the key vault",
  "Under the high-business-impact flag credentials of storage, registry and SSH are passed through the vault of the workspace."
);
function underFlag(id, rows, title2, failed2, why2) {
  return check({
    id,
    title: title2,
    failed: failed2,
    rows,
    severity: severity("info"),
    subjects: ({ resource: resource2 }) => ({ all: [resource2], none: "not-used" }),
    judge: (resource2, { hub }) => {
      const flag2 = (hub ?? resource2).read(mlWorkspace.highBusinessImpact);
      if (flag2 === void 0)
        return unknown(
          "property-absent",
          "Azure did not report whether the workspace has the high-business-impact flag."
        );
      return flag2 ? attested(words(title2)) : notApplicable("not-used");
    },
    passes: "Always, under the flag: it is attested.",
    fails: "Never.",
    cannotTell: "The flag cannot be read.",
    why: why2,
    reference: dataEncryption2
  });
}
function flagOf(resource2) {
  try {
    return resource2.read(mlWorkspace.highBusinessImpact) === true;
  } catch {
    return false;
  }
}

// src/checklist/provider.ts
var registration = check({
  id: "provider/registration",
  title: "The resource providers that encryption needs are registered",
  failed: "A provider that encryption needs is not registered",
  rows: ["S19"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => {
    const subscription2 = workspace2.id.split("/").slice(0, 3).join("/");
    const { always: always2, withManagedGroup } = providers;
    const namespaces = [...always2, ...workspace2.architecture === "subscription-side" ? withManagedGroup : []];
    return {
      all: namespaces.map((namespace) => workspace2.at(`${subscription2}/providers/${namespace}`)),
      none: "not-used"
    };
  },
  judge: (provider) => {
    const state = provider.read(resourceProvider.registrationState);
    const known3 = { pass: ["Registered"], fail: ["NotRegistered", "Registering", "Unregistered", "Unregistering"] };
    return oneOf(
      state,
      known3,
      (name2) => said`${words(provider.name)} is ${{ name: name2 }}.${words(sinceThen(provider.name))}`
    );
  },
  passes: "The provider is registered. Those for Cosmos DB and AI Search are asked for under subscription-side encryption only.",
  fails: "It is not, or not yet.",
  cannotTell: "The state is one that is not recognized.",
  why: "Customer-managed keys of workspaces need these providers in the subscription; the 2021 text named two, today five are documented.",
  remedy: ({ id, name: name2 }) => {
    const [, , subscription2 = ""] = id.split("/");
    return az`provider register --namespace ${name2} --subscription ${{ name: subscription2 }}`;
  },
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys"
});
function sinceThen(name2) {
  switch (name2.toLowerCase()) {
    case "microsoft.documentdb":
      return "";
    case "microsoft.machinelearningservices":
      return " The 2021 guidance named Microsoft.MachineLearning, the provider of the retired Studio (classic); the documentation of February 2025 names this one.";
    default:
      return " The 2021 guidance did not name it; the documentation of February 2025 does.";
  }
}

// src/checklist/leak.ts
function leakOf(hits) {
  const shaped = hits.filter(isShaped);
  if (shaped.length === 0) {
    const message2 = said`The name suggests a secret, and the value is in plain text: ${{ name: namesOf(hits) }}.`;
    return { message: message2, severity: "medium" };
  }
  const shapes = [...new Set(shaped.map((place3) => place3.class.slice("credential:".length)))].join(", ");
  return {
    message: said`A value has the shape of a credential (${words(shapes)}): ${{ name: namesOf(hits) }}.`,
    severity: "high"
  };
}
var isShaped = (place3) => place3.class.startsWith("credential:");
function namesOf(hits) {
  return [...new Set(hits.map(({ name: name2 }) => name2))].join(", ");
}

// src/evidence/redact.ts
function redacted(value2, name2 = "", depth = 0) {
  if (typeof value2 === "string") return redactedText(value2, (0, import_clouds3.shapeOf)(name2, value2.trim()));
  if (typeof value2 !== "object" || value2 === null || value2 instanceof import_clouds3.Unknown) return value2;
  if (depth > import_clouds3.DEPTH) return "…";
  if (Array.isArray(value2)) {
    const items = value2.map((item) => redacted(item, name2, depth + 1));
    return items.some((item, index) => item !== value2[index]) ? items : value2;
  }
  const members = Object.entries(value2).map(([key3, member2]) => [(0, import_clouds3.shown)(key3), redacted(member2, key3, depth + 1)]);
  const isSame = members.every(([key3, member2]) => value2[key3] === member2);
  return isSame ? value2 : Object.fromEntries(members);
}
function redactedTags(tags) {
  if (typeof tags !== "object" || tags === null || tags instanceof import_clouds3.Unknown) return redacted(tags);
  const members = Object.entries(tags).map(([name2, value2]) => {
    const isNamed2 = typeof value2 === "string" && !isWord(value2) && (0, import_clouds3.classify)(name2, value2) === "name";
    return [(0, import_clouds3.shown)(name2), isNamed2 ? withheld(value2, "name") : redacted(value2, name2)];
  });
  return Object.fromEntries(members);
}
function isRedacted(value2) {
  return typeof value2 === "string" && /^\d+ characters?, (name|credential:[\w-]+)$/.test(value2);
}
function redactedText(text4, shape) {
  return shape === null ? text4 : withheld(text4, `credential:${shape}`);
}
function withheld({ length }, taken) {
  return `${length} ${length === 1 ? "character" : "characters"}, ${taken}`;
}
function isWord(text4) {
  return new RegExp("^\\p{L}{1,20}$", "u").test(text4.trim());
}

// src/evidence/workspace/lookup.ts
function createLookup(evidence4, reads) {
  const opened2 = /* @__PURE__ */ new Map();
  const open3 = (record2) => openResource(record2, reads);
  return {
    evidence: evidence4,
    open: open3,
    at(id) {
      const key3 = idKey(id);
      const known3 = opened2.get(key3);
      if (known3) return known3;
      const resource2 = open3(evidence4.resources.get(key3) ?? notRead2(evidence4, id));
      opened2.set(key3, resource2);
      return resource2;
    }
  };
}
function textAt(resource2, property) {
  const value2 = peek(resource2, property);
  return typeof value2 === "string" ? value2 : void 0;
}
function notRead2(evidence4, id) {
  return id === "" ? notSaid(id) : neverRead(evidence4, id, said`The resource ${{ name: id }} was not read.`);
}
function notSaid(id) {
  const message2 = "The workspace does not say which hub it belongs to.";
  return { state: "unreadable", id, reason: "not-visible", action: null, scope: null, message: message2 };
}

// src/evidence/workspace/dependencies.ts
function dependencies2(workspace2, hub, lookup2, { property, type: type4, saidBy: saidBy2, always: always2 }) {
  const none = hub ? "inherited" : "not-used";
  const reference = referenceAt(workspace2, property);
  if (reference === "strange") return { all: [strange(workspace2, property, type4, saidBy2, lookup2.open)], none };
  if (reference !== "none") {
    const ofHub = hub ? textAt(hub, property) : void 0;
    const isOfHub = ofHub !== void 0 && idKey(ofHub) === idKey(reference.id);
    return { all: isOfHub ? [] : [lookup2.at(reference.id)], none };
  }
  if (hub || !always2 || workspace2.unreadable) return { all: [], none };
  const message2 = said`${workspace2} names no ${words(always2)}, and no workspace works without one: Azure may have left it out.`;
  return { all: [unnamed(workspace2, type4, { by: saidBy2, reason: "property-absent", message: message2 }, lookup2.open)], none };
}
function next(from, { property, type: type4 = "" }, lookup2) {
  const reference = referenceAt(from, property);
  if (reference === "none") return [];
  return [reference === "strange" ? strange(from, property, type4, "", lookup2.open) : lookup2.at(reference.id)];
}

// src/evidence/workspace/diagnostics.ts
function diagnosticsOf(workspace2, hub, named3, deployments2, { open: open3 }) {
  const { property, type: type4, saidBy: by } = dependencies.diagnostics;
  const isOfHub = hub && (hub.unreadable || textAt(hub, property) !== void 0);
  if (named3.all.length > 0 || isOfHub || !deployments2().some(sendsDiagnostics)) return named3;
  const message2 = said`Deployments of ${workspace2} send diagnostics, and it names no Application Insights component.`;
  return { ...named3, all: [unnamed(workspace2, type4, { by, reason: "property-absent", message: message2 }, open3)] };
}
function sendsDiagnostics(deployment2) {
  return toFlag(peek(deployment2, onlineDeployment.sendsDiagnostics)) === true;
}
function clusters3(components, lookup2) {
  return logsOf(components, lookup2).flatMap((workspace2) => next(workspace2, dedicatedCluster, lookup2));
}
function logsOf(components, lookup2) {
  return components.flatMap((component) => next(component, logs, lookup2));
}

// src/evidence/workspace/consumers.ts
function consumersOf(parts, lookup2) {
  return [
    ...parts.encrypted,
    ...parts.storageAccounts.all,
    ...parts.containerRegistry.all,
    ...clusters3(parts.diagnostics.all, lookup2),
    ...parts.metadata.all.filter(({ type: type4 }) => type4 === cosmosDbAccount.type),
    ...parts.clusters.all.flatMap((cluster2) => [cluster2, ...next(cluster2, diskEncryption, lookup2)]),
    ...parts.databricks.all,
    ...parts.hdinsight.all,
    ...parts.aiServices.all,
    ...parts.list("services").all.flatMap((service) => mayBeOnInstances(service) ? parts.containerGroupOf(service) ?? [] : []),
    ...parts.storageAccounts.all.flatMap((account2) => account2.unreadable ? [] : parts.scopesOf(account2).all)
  ];
}
function hiddenConsumers(consumers, components, lookup2) {
  const onTheWay2 = [...components, ...logsOf(components, lookup2)];
  const users = [...consumers.filter(({ type: type4 }) => type4 !== connectedCluster.type), ...onTheWay2];
  return hiddenUsers([...users, ...withOpenKeys(consumers, lookup2)]);
}
function withOpenKeys(consumers, { evidence: evidence4 }) {
  return consumers.flatMap((consumer) => {
    const body = consumer.record.state === "read" ? consumer.record.body : {};
    const open3 = keyReferences(consumer.type, body, evidence4.keyHosts).find((reference) => reference.open)?.open;
    return open3 ? [{ ...consumer, unreadable: unplanned(open3) }] : [];
  });
}
function readOnce(resources) {
  return once(resources.filter((one) => one.record.state === "read"));
}
function once(resources) {
  return [...new Map(resources.map((one) => [idKey(one.id), one])).values()];
}

// src/checklist/secrets/search.ts
function found(workspace2, kinds2, hit = (one) => isUnshown(one) || places(one).some((place3) => isSecret(place3) || isUnrecognised(place3)), also = []) {
  const isHit = (one) => one.unreadable !== null || hit(one) || gapOf(one) !== null;
  const listed27 = workspace2.list(...kinds2).all.filter(isHit);
  const known3 = new Set(listed27.map(({ id }) => idKey(id)));
  const hits = [...listed27, ...once(also).filter((one) => isHit(one) && !known3.has(idKey(one.id)))];
  return { all: hits.length > 0 ? hits : [workspace2.resource], none: "not-used" };
}
var inWords = {
  onlineDeployments: ["online deployment", "online deployments"],
  batchDeployments: ["batch deployment", "batch deployments"],
  services: ["web service of SDK v1", "web services of SDK v1"]
};
function nothingFound(workspace2, kinds2, clean2, containers2 = 0) {
  const counts3 = kinds2.map((kind) => [kind, workspace2.list(kind).all.length]);
  for (const [kind, count39] of counts3) workspace2.resource.note(`${kind}[]`, count39);
  if (containers2 > 0) workspace2.resource.note("containerGroups[]", containers2);
  const counted2 = counts3.map(
    ([kind, count39]) => (0, import_clouds3.plural)(count39, ...inWords[kind] ?? [kind.slice(0, -1), kind])
  );
  const all2 = [...counted2, ...containers2 > 0 ? [(0, import_clouds3.plural)(containers2, "container group")] : []].join(", ");
  if (kinds2.every((kind) => workspace2.isComplete(kind))) return pass(said`${clean2} in ${words(all2)}.`);
  return unknown(
    "truncated",
    said`${clean2} in the first ${words(all2)}, but there are more (thresholds.jobs-per-workspace).`
  );
}
var isSecret = (place3) => place3.class !== "safe" && !isUnrecognised(place3);
var isUnrecognised = (place3) => place3.class === "unrecognised";
function verdictOf(subject2) {
  const hits = places(subject2).filter(isSecret);
  const gap = gapOf(subject2);
  if (hits.length === 0) return gap ? notRead(gap) : unread2(subject2);
  show3(subject2, hits);
  const { message: message2, severity: severity3 } = leakOf(hits);
  return severity3 === "high" ? fail(message2, { severity: severity3 }) : fail(message2);
}
function isUnshown(one) {
  return one.type === mlCompute.type && (computeType2(one) === "computeinstance" || isUnheardOf(one)) && peek(one, mlCompute.settings) === void 0 && !isBeingCreated(one);
}
function unread2(subject2) {
  if (isUnshown(subject2) && !subject2.has(mlCompute.settings))
    return unknown("property-absent", "Azure did not show the settings of the compute.");
  const strange2 = places(subject2).filter(isUnrecognised);
  show3(subject2, strange2);
  if (strange2.length === 0) return pass();
  const where = { name: [...new Set(strange2.map(({ name: name2 }) => name2))].join(", ") };
  return unknown(
    "unrecognised-value",
    said`There is something where variables are expected, and it lists none: ${where}.`
  );
}
function show3(subject2, hits) {
  for (const place3 of hits) subject2.note(place3.path, withheld(place3, place3.class));
}
function places(resource2) {
  const list7 = peek(resource2, secretPlaces);
  return Array.isArray(list7) ? list7 : [];
}

// src/checklist/secrets/credentials.ts
var systemDatastores2 = check({
  id: "secrets/system-datastores",
  title: "The workspace's own datastores are reached with identities",
  failed: "The workspace's own datastores are reached with keys",
  rows: ["S16", "S44"],
  severity: severity("medium", "low"),
  // a project can have a setting of its own
  subjects: ({ resource: resource2, settings: settings2 }) => peek(resource2, mlWorkspace.systemDatastoresAuthMode) === void 0 ? settings2 : { all: [resource2], none: "not-used" },
  judge: (resource2) => {
    const mode = resource2.read(mlWorkspace.systemDatastoresAuthMode);
    if (mode === void 0) return fail("The workspace reaches its storage with account keys.");
    return oneOf(
      mode,
      { pass: ["Identity", "UserDelegationSAS"], fail: ["AccessKey"] },
      "The workspace reaches its storage with account keys."
    );
  },
  passes: "The mode is `identity` or user delegation. A project is judged when it shows a mode; else it has that of its hub.",
  fails: "It is `accesskey`; absent means that.",
  cannotTell: "The mode is one that is not recognized, or the API that was read is too old to show it.",
  why: "Account keys of the storage are kept in the vault of the workspace, and reach every compute.",
  remedy: (resource2) => [
    instruction`Give users and computes roles on the storage account first, then run`,
    az`ml workspace update ${named(resource2.id)} --system-datastores-auth-mode identity`
  ],
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
var connections = check({
  id: "secrets/connections",
  title: "Connections use identities and expose no secret",
  failed: "A connection uses or exposes a secret",
  irreversible: "keys",
  rows: ["S41", "S44"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.list("connections"),
  judge: (connection, workspace2) => {
    const shown5 = places(connection).filter(isShaped);
    show3(connection, shown5);
    if (shown5.length > 0)
      return fail(
        said`Metadata of the connection, which everybody sees, has the shape of a credential: ${{ name: namesOf(shown5) }}.`,
        { severity: "high" }
      );
    const type4 = connection.read(mlConnection.authType);
    const stored = [
      "ApiKey",
      "AccountKey",
      "AccessKey",
      "PAT",
      "SAS",
      "UsernamePassword",
      "CustomKeys",
      "OAuth2",
      "ServicePrincipal"
    ];
    const kept3 = oneOf(
      type4,
      { pass: ["AAD", "ManagedIdentity", "None"], fail: stored },
      (name2) => said`The connection keeps a credential (${{ name: name2 }}).`
    );
    return worst2([expiry(connection, Date.parse(workspace2.evidence.collectedAt)), kept3, unread2(connection)]);
  },
  passes: "It uses an identity, or needs no credential.",
  fails: "A credential is kept, or has expired. High: its metadata, which everybody sees, has the shape of a credential.",
  cannotTell: "The kind of authentication is absent, or is not recognized; the expiry time is not a date; or the metadata is not a list of names and values.",
  why: "Stored credentials are shared by everybody who may use the connection.",
  remedy: (connection) => instruction`Create the connection ${connection} again with \`ManagedIdentity\` or \`AAD\`, where the service allows it.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-connection"
});
function expiry(connection, now2) {
  const written3 = connection.read(mlConnection.expiryTime);
  const at3 = Date.parse(written3 ?? "");
  if (written3 === void 0) return pass();
  if (Number.isNaN(at3)) return unknown("unrecognised-value", "The expiry time of the connection is not a date.");
  return at3 <= now2 ? fail(said`The credential of the connection expired on ${words(dateOf(new Date(at3)))}.`) : pass();
}
var repositoryCredentials = check({
  id: "secrets/repository-credentials",
  title: "No file of the repository holds a credential",
  failed: "A file of the repository holds a credential",
  irreversible: "keys",
  rows: ["S41", "S44"],
  severity: severity("high"),
  subjects: () => ({ all: [], none: "not-used" }),
  judge: () => pass(),
  passes: "No file that `plan-files` names has a credential where a datastore, a connection or a compute takes one.",
  fails: "One does.",
  cannotTell: "A file cannot be read as YAML: the judgement of the plan is then incomplete.",
  why: "Everybody who can read the repository has the credential, and so does everybody who ever cloned it.",
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});

// src/checklist/secrets/environment.ts
var advice = "https://learn.microsoft.com/azure/machine-learning/concept-secret-injection";
var why = "Environment variables are logged, and Microsoft stores them with diagnostic data; whoever reads the job reads the secret.";
function environmentCheck(id, title2, failed2, rows, kinds2, moveTo, also = () => []) {
  return check({
    id,
    title: title2,
    failed: failed2,
    irreversible: "keys",
    rows,
    severity: severity("medium"),
    subjects: (workspace2) => found(workspace2, kinds2, void 0, also(workspace2)),
    judge: (subject2, workspace2) => subject2.id === workspace2.id ? nothingFound(workspace2, kinds2, "Nothing looks like a secret", also(workspace2).length) : verdictOf(subject2),
    passes: "No value has the shape of a credential, no variable is named like a secret; references to vaults are fine.",
    fails: "High: a value has the shape of a credential. Medium: only the name says so.",
    cannotTell: "Nothing was found, but a list cannot be read, holds more than the run reads, or shows variables in a shape that this version does not know.",
    why,
    remedy: (resource2) => instruction`Remove the secret from the variables of ${resource2} and replace it: it has been logged. ${words(moveTo)}`,
    reference: advice
  });
}
var jobEnvironment = environmentCheck(
  "secrets/job-environment",
  "No job has a secret in its environment variables",
  "A job has a secret in its environment variables",
  ["S41"],
  ["jobs"],
  "Read it in the job from the key vault, with the identity of the compute."
);
var deploymentEnvironment = {
  ...environmentCheck(
    "secrets/deployment-environment",
    "No deployment has a secret in its environment variables",
    "A deployment has a secret in its environment variables",
    ["S41"],
    ["onlineDeployments", "batchDeployments", "services"],
    "Inject it instead: `${{azureml://connections/<name>/credentials/key}}` or `${{keyvault:https://<vault>/secrets/<name>}}`.",
    containersOf
  ),
  cannotTell: "Nothing was found, but a list cannot be read, or shows variables in a shape that this version does not know; or no container group has the address of a service of SDK v1.",
  // a cloud that has given up SDK v1 has hardly a service of it, and nobody can make it list them
  severity: ({ unreadable: unreadable3 }) => severity(isWithoutServices(unreadable3) ? "low" : "medium")
};
function containersOf(workspace2) {
  return onInstances(workspace2).all.map((service) => {
    const group = workspace2.containerGroupOf(service);
    if (group) return group;
    const { id } = service;
    return { ...service, unreadable: { state: "unreadable", id, action: null, scope: null, ...withoutGroup(service) } };
  });
}
function isWithoutServices(hidden2) {
  return hidden2?.reason === "api-unsupported" && hidden2.id.endsWith("/services");
}
var scheduleEnvironment = environmentCheck(
  "secrets/schedule-environment",
  "No schedule has a secret in its environment variables",
  "A schedule has a secret in its environment variables",
  ["S41"],
  ["schedules"],
  "Read it in the job from the key vault, with the identity of the compute."
);
var computeEnvironment = {
  ...environmentCheck(
    "secrets/compute-environment",
    "No custom service of a compute instance has a secret in its environment variables",
    "A compute instance has a secret in its variables",
    ["S41"],
    ["computes"],
    "Let the service read it from the key vault, with the identity of the compute instance."
  ),
  cannotTell: "Nothing was found, but the list cannot be read, or an instance does not show its settings, or shows variables in a shape that this version does not know."
};

// src/checklist/secrets/job-names.ts
var jobNames = check({
  id: "secrets/job-names",
  title: "Job and experiment names contain nothing sensitive",
  failed: "The name of a job contains something sensitive",
  rows: ["S42"],
  severity: severity("low"),
  subjects: (workspace2) => found(workspace2, ["jobs"], (job2) => tellingName(job2, workspace2.options.isDeniedName) !== null),
  judge: (subject2, workspace2) => {
    if (subject2.id === workspace2.id) return nothingFound(workspace2, ["jobs"], "Nothing telling is in the names");
    const job2 = subject2;
    const telling2 = tellingName(job2, workspace2.options.isDeniedName) ?? anyResource.name;
    job2.read(telling2);
    job2.note(telling2.path, "matches");
    return fail(
      said`The ${words(telling2.path.split(".").at(-1) ?? "")} of the job holds an e-mail address, a credential or a name on the deny list.`
    );
  },
  passes: "Names, display names and experiments hold no e-mail address and no credential, and match no configured pattern.",
  fails: "One does.",
  cannotTell: "Nothing was found, but there are more jobs than the run reads.",
  why: "Names of jobs and experiments reach telemetry that Microsoft support can read.",
  remedy: (job2) => instruction`Give the next runs another name; that of ${job2} cannot be changed any more.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}(?![\w-])/i;
function tellingName(job2, isDenied) {
  for (const property of [anyResource.name, mlJob.displayName, mlJob.experimentName]) {
    const name2 = peek(job2, property);
    if (name2 === void 0) continue;
    if (typeof name2 !== "string" || isRedacted(name2) || email.test(name2) || isDenied(name2)) return property;
  }
  return null;
}

// src/checklist/storage/account.ts
var exists4 = check({
  id: "storage/exists",
  title: "The storage account exists",
  failed: "The storage account does not exist",
  irreversible: "data",
  rows: ["S11", "S14"],
  severity: ({ roles, unnamed: unnamed2 }, { kind }) => {
    if (unnamed2?.reason === "property-absent" && kind === "hub") return severity("low");
    return roles.has("workspace") || roles.has("metadata") ? severity("high") : severity("low");
  },
  subjects: ({ storageAccounts }) => only(
    storageAccounts,
    (account2) => isCustomers(account2) || account2.unnamed !== void 0 || account2.unreadable?.state === "absent"
  ),
  absent: (account2) => fail(said`The storage account ${account2} no longer exists.`),
  judge: (account2) => {
    account2.read(anyResource.name);
    return pass();
  },
  passes: "The account can be read.",
  fails: "It no longer exists. High for the account of the workspace or its metadata, low for one that only a datastore names.",
  cannotTell: "It cannot be read, or the workspace or a datastore names none, or in no way that is known. Low for a hub that names none.",
  why: "A workspace cannot change its storage account: without it, snapshots, outputs and logs are gone. A datastore without its account is a stale link.",
  remedy: unlessManaged(
    (account2) => instruction`Recover the account within 14 days of its deletion, in the portal under Storage accounts, Restore deleted accounts: ${account2}.`
  ),
  reference: "https://learn.microsoft.com/azure/storage/common/storage-account-recover"
});
var sharedKey = check({
  id: "storage/shared-key",
  title: "Account keys are off, or are rotated in time",
  failed: "Account keys are on, and are not rotated in time",
  rows: ["S16"],
  severity: severity("medium", "low"),
  subjects: workspaceAccount,
  judge: (account2, workspace2) => {
    if (account2.read(storageAccount.sharedKeyAccess) === false) return pass();
    const days = account2.read(storageAccount.keyExpirationDays);
    if (days === void 0) return fail("Account keys are accepted, and nothing asks for their rotation.");
    return worstOfKeys(account2, days, workspace2);
  },
  passes: "Account keys are refused; or they expire, and both are younger than that, and than `key-maximum-age-days` (730 unless configured).",
  fails: "Nothing asks for their rotation. Low: one is older, or Azure does not know how old it is.",
  cannotTell: "A creation time is not a date, or could not be read.",
  why: "Whoever has an account key reads and writes everything, unnoticed, until it is regenerated.",
  remedy: (account2) => [
    az`storage account update ${named(account2.id)} --key-exp-days 90`,
    instruction`Then regenerate the keys and run \`az ml workspace sync-keys\`. Better: let the workspace use its identity (\`system_datastores_auth_mode: identity\`), then turn account keys off with \`--allow-shared-key-access false\`.`
  ],
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-change-storage-access-key",
  policies: [
    { name: "Storage accounts should prevent shared key access", id: "8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54" },
    { name: "Storage account keys should not be expired", id: "044985bb-afe1-42cd-8a36-9d5d42424537" }
  ]
});
var creationTimes = { key1: storageAccount.key1CreationTime, key2: storageAccount.key2CreationTime };
function worstOfKeys(account2, policyDays, { evidence: evidence4, options }) {
  const now2 = Date.parse(evidence4.collectedAt);
  const days = Math.min(policyDays, options.keyMaximumAgeDays);
  const verdicts = Object.entries(creationTimes).map(([key3, property]) => {
    const gap = gapOf(account2);
    if (gap && peek(account2, property) === void 0) return notRead(gap);
    const created = account2.read(property);
    const at3 = Date.parse(created ?? "");
    if (created === void 0)
      return fail(said`Azure does not know when ${words(key3)} was created: rotate it once.`, { severity: "low" });
    if (Number.isNaN(at3)) return unknown("unrecognised-value", said`The creation time of ${words(key3)} is not a date.`);
    if (at3 >= now2 - days * DAY) return pass();
    return fail(tooOld(key3, policyDays, days), { severity: "low" });
  });
  return worst2(verdicts);
}
function tooOld(key3, policyDays, days) {
  const most = words((0, import_clouds3.plural)(days, "day"));
  return policyDays === days ? said`${words(key3)} is older than the ${most} that the account's policy allows.` : said`${words(key3)} is older than ${most}, although the account's policy allows it.`;
}

// src/checklist/storage/azure-files.ts
var update = (account2, ...options) => az`storage account file-service-properties update ${named(account2.id, "--account-name")} ${options}`;
var smb = { name: "SMB", property: fileService.smbEncryption, option: "--require-smb-encryption-in-transit" };
var nfs = { name: "NFS", property: fileService.nfsEncryption, option: "--require-nfs-encryption-in-transit" };
var encryptionRemedy = (account2) => update(account2, smb.option, "true");
var fileEncryptionInTransit = check({
  id: "storage/file-encryption-in-transit",
  title: "Azure Files requires encryption in transit",
  failed: "Azure Files accepts unencrypted connections",
  irreversible: "data",
  rows: ["S38"],
  severity: severity("medium", "low"),
  subjects: fileAccounts,
  judge: (account2, workspace2) => encryptionInTransit(account2, workspace2.fileServiceOf(account2)),
  passes: "The file service requires it of SMB, and of NFS where the account is made for files alone; or it says nothing, and secure transfer is required.",
  fails: "High: it does not require it of one of them, whatever secure transfer says. Info: it says nothing, and secure transfer is off.",
  cannotTell: "The file service cannot be read, or only by an api-version that does not show the setting.",
  why: "The notebooks of a workspace lie in a file share: whoever listens on the way reads them.",
  remedy: encryptionRemedy,
  reference: "https://learn.microsoft.com/azure/storage/files/storage-files-planning"
});
function encryptionInTransit(account2, service) {
  const kind = account2.read(storageAccount.kind)?.toLowerCase();
  const protocols2 = kind === "filestorage" ? [smb, nfs] : [smb];
  const required2 = protocols2.map((protocol2) => ({ ...protocol2, isRequired: service.read(protocol2.property) }));
  const open3 = required2.filter(({ isRequired }) => isRequired === false);
  if (open3.length > 0) {
    const names4 = open3.map(({ name: name2 }) => name2).join(" and ");
    const options = open3.flatMap(({ option }) => [option, "true"]);
    const remedy2 = update(account2, ...options);
    return fail(said`The file service does not require encryption of ${words(names4)}.`, { severity: "high", remedy: remedy2 });
  }
  if (kind === void 0) return unknown("property-absent", "Azure did not report the kind of the account.");
  return required2.some(({ isRequired }) => isRequired === void 0) ? secureTransfer(account2) : pass();
}
function secureTransfer(account2) {
  const isRequired = account2.read(storageAccount.httpsOnly);
  const off = "The file service says nothing of encryption, and secure transfer is off.";
  if (isRequired !== false) return isOn(isRequired, off);
  return fail(off, { severity: "info", remedy: az`storage account update ${named(account2.id)} --https-only true` });
}
var smbRemedy = (account2) => [
  update(account2, "--versions", "SMB3.1.1", "--channel-encryption", "AES-256-GCM"),
  instruction`Try it where it does no harm first: clients that know only older versions or other ciphers can no longer connect.`
];
var smbSecurity = check({
  id: "storage/smb-security",
  title: "Azure Files accepts SMB 3.1.1 with AES-256-GCM only",
  failed: "Azure Files accepts older SMB or weaker ciphers",
  rows: ["S38"],
  severity: severity("medium", "low"),
  subjects: fileAccounts,
  judge: (account2, workspace2) => smbVerdict(workspace2.fileServiceOf(account2)),
  passes: "The file service accepts nothing else.",
  fails: "Low, info under `baseline`: it accepts more, or does not say, which means all.",
  cannotTell: "The file service cannot be read, or names versions or ciphers that are not recognized.",
  why: "SMB 2.1 knows no encryption, and clients agree on the weakest that both sides accept.",
  remedy: smbRemedy,
  reference: "https://learn.microsoft.com/azure/storage/files/files-smb-protocol"
});
var versions = { pass: ["SMB3.1.1"], fail: ["SMB2.1", "SMB3.0"] };
var ciphers = { pass: ["AES-256-GCM"], fail: ["AES-128-CCM", "AES-128-GCM"] };
function smbVerdict(service) {
  const verdict2 = worst2([
    strongest(service.read(fileService.smbVersions), versions, "SMB versions"),
    strongest(service.read(fileService.smbChannelEncryption), ciphers, "ciphers")
  ]);
  return verdict2.status === "fail" ? { ...verdict2, severity: severity("low", "info") } : verdict2;
}
function strongest(text4, known3, what) {
  const accepted2 = (text4 ?? "").split(";").flatMap((one) => one.trim() || []);
  if (accepted2.length === 0) return fail(said`Nothing limits the ${what} that are accepted.`);
  const failure = said`The ${what} that are accepted are ${{ name: accepted2.join(", ") }}.`;
  return worst2(accepted2.map((one) => oneOf(one, known3, failure)));
}

// src/checklist/storage/customer-managed-key.ts
var cmk4 = "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview";
var customerManagedKey5 = check({
  id: "storage/customer-managed-key",
  title: "Storage is encrypted with a customer-managed key",
  failed: "Storage has no customer-managed key",
  rows: ["S13", "S14", "S18"],
  severity: (account2, { architecture }) => architecture === "service-side" && account2.roles.has("workspace") ? severity("high", "medium") : severity("high", "info"),
  subjects: everyAccount,
  judge: (account2) => ownKey2(account2) ?? pass(),
  passes: "The key source is Key Vault.",
  fails: "It is Azure Storage. The account of a workspace with service-side encryption counts medium, not info, under `baseline`: it holds pipeline metadata.",
  cannotTell: "The key source is absent, or is not recognized.",
  why: "Training data, snapshots, outputs and logs are then encrypted with Microsoft-managed keys. A customer-managed key of the workspace does not cover its storage account.",
  remedy: unlessManaged(
    (account2, workspace2) => az`storage account update ${named(account2.id)} --encryption-key-source Microsoft.Keyvault --encryption-key-vault ${vaultUrl(workspace2)} --encryption-key-name ${"<key>"}`
  ),
  reference: cmk4,
  policies: [
    {
      name: "Storage accounts should use customer-managed key for encryption",
      id: "6fac406b-40ca-413b-bf8e-0bf964659c25"
    }
  ]
});
var keyAutoRotation2 = check({
  id: "storage/key-auto-rotation",
  title: "Storage follows new versions of its key",
  failed: "Storage does not follow new versions of its key",
  rows: ["S15"],
  severity: severity("medium", "low"),
  subjects: customerAccounts,
  judge: (account2, { evidence: evidence4 }) => withOwnKey(account2, () => {
    for (const part2 of [storageAccount.keyVaultUri, storageAccount.keyName]) account2.read(part2);
    if (keyUses(account2.type, bodyOf2(account2), evidence4.keyHosts).length === 0)
      return unknown("property-absent", "The account does not name the key that it uses.");
    const version8 = account2.read(storageAccount.keyVersion);
    return version8 === void 0 ? pass() : fail(said`The account is set to version ${{ name: version8 }} of its key.`);
  }),
  passes: "No version of the key is set.",
  fails: "One is, even the current one.",
  cannotTell: "The account does not name the key that it uses.",
  why: "An account that is set to one version of its key goes on using it after a rotation. Azure Storage looks for a new version once a day, if none is set.",
  remedy: (account2) => az`storage account update ${named(account2.id)} --encryption-key-version ${""}`,
  reference: cmk4
});
var cmkAccess5 = check({
  id: "storage/cmk-access",
  title: "Storage can use its customer-managed key",
  failed: "Storage cannot use its customer-managed key",
  rows: ["S13"],
  severity: severity("medium"),
  subjects: customerAccounts,
  judge: (account2, workspace2) => withOwnKey(account2, () => keyAccess(account2, workspace2)),
  passes,
  fails,
  cannotTell,
  why: "The identity needs Get, Wrap Key and Unwrap Key; without them the account stops serving its data.",
  reference: cmk4
});
var separateKeys = "Only a new account can have it (`az storage account create --encryption-key-type-for-queue Account --encryption-key-type-for-table Account`)";
var queueTableKey = check({
  id: "storage/queue-table-key",
  title: "Queues and tables use the customer-managed key as well",
  failed: "Queues or tables do not use the customer-managed key",
  rows: ["S13"],
  severity: severity("low", "info"),
  subjects: customerAccounts,
  judge: (account2) => withOwnKey(account2, () => {
    if (hasNoQueues(account2)) return notApplicable("not-used");
    const known3 = { pass: ["Account"], fail: ["Service"] };
    const queue = oneOf(
      account2.read(storageAccount.queueKeyType),
      known3,
      "Queues are encrypted with Microsoft-managed keys."
    );
    const table2 = oneOf(
      account2.read(storageAccount.tableKeyType),
      known3,
      "Tables are encrypted with Microsoft-managed keys."
    );
    return worst2([queue, table2]);
  }),
  passes: "Queues and tables have the key type `Account`. Accounts of a kind that has none are not judged.",
  fails: "One has `Service`; absent means that.",
  cannotTell: "A key type that is not recognized.",
  why: "Queues and tables stay encrypted with Microsoft-managed keys.",
  remedy: (account2) => account2.roles.has("workspace") ? instruction`${separateKeys}, and a workspace cannot change its account: make one in place of ${account2} for the next workspace. ${notWorthMoving}` : instruction`${separateKeys}: make one in place of ${account2}, copy its data, register the datastore again under its name, then delete the old account.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/storage/common/account-encryption-key-create",
  policies: [
    {
      name: "Queue Storage should use customer-managed key for encryption",
      id: "f0e5abd0-2554-4736-b7c0-4ffef23475ef"
    },
    {
      name: "Table Storage should use customer-managed key for encryption",
      id: "7c322315-e26d-4174-a99e-f49d351b4688"
    }
  ]
});
function hasNoQueues(account2) {
  const kind = account2.read(storageAccount.kind)?.toLowerCase() ?? "";
  return ["blobstorage", "blockblobstorage", "filestorage"].includes(kind);
}
function ownKey2(account2) {
  const verdict2 = oneOf(
    account2.read(storageAccount.keySource),
    { pass: ["Microsoft.Keyvault"], fail: ["Microsoft.Storage"] },
    "The account is encrypted with Microsoft-managed keys."
  );
  return verdict2.status === "pass" ? null : verdict2;
}
function withOwnKey(account2, judge4) {
  const other = ownKey2(account2);
  return other === null ? judge4() : other.status === "fail" ? notApplicable("not-used") : other;
}

// src/checklist/storage/transport.ts
var withoutNfs = unlessManaged(
  (account2) => instruction`NFS 3.0 cannot be turned off: move the data of ${account2} to an account without it, or let only a virtual network reach it.`
);
var secureTransfer2 = check({
  id: "storage/secure-transfer",
  title: "Storage requires secure transfer",
  failed: "Storage accepts unencrypted connections",
  irreversible: "data",
  rows: ["S38"],
  severity: severity("high"),
  subjects: everyAccount,
  judge: (account2, workspace2) => {
    const secure = isOn(account2.read(storageAccount.httpsOnly), "The account accepts connections without TLS.");
    if (account2.read(storageAccount.nfsV3) === true) {
      return fail("NFS 3.0 is enabled: its connections are not encrypted, whatever the secure transfer setting is.", {
        remedy: withoutNfs(account2, workspace2),
        ...secure.status === "pass" ? { severity: "medium" } : {}
      });
    }
    return secure;
  },
  passes: "Secure transfer is required. What Azure Files then asks of SMB and NFS is a setting of its own: `storage/file-encryption-in-transit`.",
  fails: "It is not. Also when NFS 3.0 is on, which it does not cover: then medium, if secure transfer is required.",
  cannotTell: "Azure does not report it.",
  why: "Training data can be read on its way.",
  remedy: unlessManaged((account2) => az`storage account update ${named(account2.id)} --https-only true`),
  reference: "https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer",
  policies: [
    { name: "Secure transfer to storage accounts should be enabled", id: "404c3081-a854-4457-ae30-26a93ef643f9" }
  ]
});
var minimumTls2 = check({
  id: "storage/minimum-tls",
  title: "Storage refuses TLS older than 1.2",
  failed: "Storage allows TLS older than 1.2",
  rows: ["S38"],
  severity: severity("medium", "low"),
  subjects: everyAccount,
  judge: (account2) => {
    const version8 = account2.read(storageAccount.minimumTlsVersion);
    const allowed = (value2) => said`The setting allows TLS ${{ name: value2.slice(3).replace("_", ".") }}; the service has refused it since 2026-02-03.`;
    return oneOf(version8, { pass: ["TLS1_2", "TLS1_3"], fail: ["TLS1_0", "TLS1_1"] }, allowed);
  },
  passes: "The minimum is 1.2 or 1.3.",
  fails: "It is 1.0 or 1.1; absent means 1.0.",
  cannotTell: "It is a version that this version of the action does not know.",
  why: "TLS 1.0 and 1.1 have known weaknesses. The service refuses them now, but the setting fails audits and shows what the account would accept.",
  remedy: unlessManaged((account2) => az`storage account update ${named(account2.id)} --min-tls-version TLS1_2`),
  reference: "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
  policies: [
    {
      name: "Storage accounts should have the specified minimum TLS version",
      id: "fe83a0eb-a853-422d-aac2-1bffd182c5d0"
    }
  ]
});

// src/checklist/virtual-machine.ts
var diskEncryption2 = check({
  id: "virtual-machine/disk-encryption",
  title: "Disks of the attached virtual machine are encrypted at host or with a customer-managed key",
  failed: "Disks of the virtual machine have default encryption only",
  rows: ["S45"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => workspace2.virtualMachines,
  judge: (machine) => {
    if (machine.read(virtualMachine.encryptionAtHost) === true) return pass();
    if (!machine.has(virtualMachine.disks))
      return unknown("property-absent", "Azure did not list the disks of the machine.");
    const data = dataDisks(machine);
    const open3 = [
      ...machine.read(virtualMachine.osDiskEncryptionSet) ? [] : ["the OS disk"],
      ...data.open.map((name2) => ({ name: name2 }))
    ];
    if (open3.length > 0) return fail(said`Encrypted with Microsoft-managed keys only: ${separated(open3)}.`);
    if (data.strange.length > 0)
      return unknown(
        "unrecognised-value",
        said`The disk encryption set of ${{ name: data.strange.join(", ") }} is named in an unrecognized way.`
      );
    return data.isListed ? pass() : unknown("property-absent", "Azure did not list the data disks of the machine.");
  },
  passes: "Encryption at host is on; or the OS disk and every data disk have a disk encryption set.",
  fails: "Neither.",
  cannotTell: "Azure does not list the disks, or names no disk encryption set that could be read; or the compute does not name a virtual machine.",
  why: "Data that jobs leave on the disks, and on temporary disks, is encrypted with Microsoft-managed keys, or not at all.",
  remedy: (machine) => [
    instruction`Stop the machine first, and see that the subscription has the feature EncryptionAtHost (\`az feature register --namespace Microsoft.Compute --name EncryptionAtHost\`), then run`,
    az`vm update --ids ${{ name: machine.id }} --set securityProfile.encryptionAtHost=true`
  ],
  reference: "https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview",
  policies: [
    {
      name: "Virtual machines and virtual machine scale sets should have encryption at host enabled",
      id: "fc4d8e41-e223-45ea-9bf5-eada37891d87"
    },
    {
      name: "OS and data disks should be encrypted with a customer-managed key",
      id: "702dd420-7fcc-42c5-afe8-4026edd20fe0"
    }
  ]
});
function dataDisks(machine) {
  const all2 = machine.read(virtualMachine.dataDisks);
  const where = (fits) => (all2 ?? []).filter((disk2) => fits(valueAt(disk2, "managedDisk.diskEncryptionSet.id"))).map((disk2) => String(valueAt(disk2, "name") ?? "a data disk"));
  const open3 = where((set) => set === void 0);
  machine.note("properties.storageProfile.dataDisks[without diskEncryptionSet]", open3.join(", ") || null);
  const isListed2 = all2 !== void 0;
  return { isListed: isListed2, open: open3, strange: where((set) => set !== void 0 && typeof set !== "string") };
}

// src/checklist/workspace.ts
var cmk5 = "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys";
var setup = "https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys";
var customerManagedKey6 = check({
  id: "workspace/customer-managed-key",
  title: "The workspace is encrypted with a customer-managed key",
  failed: "The workspace has no customer-managed key",
  rows: ["S18", "S20"],
  severity: severity("high", "info"),
  subjects: (workspace2) => workspace2.settings,
  judge: (workspace2) => oneOf(
    workspace2.read(mlWorkspace.encryptionStatus),
    { pass: ["Enabled"], fail: ["Disabled"] },
    "The workspace is encrypted with Microsoft-managed keys."
  ),
  passes: "Encryption with a customer-managed key is enabled.",
  fails: "It is disabled, or not configured.",
  cannotTell: "Encryption is configured without a status, or with one that is not recognized.",
  why: "Metadata of the workspace (run history, metrics, models) is then encrypted with Microsoft-managed keys, and you can neither rotate nor revoke them.",
  remedy: (workspace2) => instruction`Only a new workspace can have a customer-managed key: name the vault and the key under \`customer_managed_key\` in its YAML file, then create it with \`az ml workspace create --file workspace.yml\` in place of ${workspace2}. ${movingWorkspace}`,
  creationOnly: true,
  reference: cmk5,
  policies: [
    {
      name: "Azure Machine Learning workspaces should be encrypted with a customer-managed key",
      id: "ba769a63-b8cc-4b2d-abf6-ac33c7204be8"
    }
  ]
});
var cmkArchitecture = check({
  id: "workspace/cmk-architecture",
  title: "The location of the encrypted metadata is known",
  failed: "The location of the encrypted metadata is not known",
  rows: ["S18", "S22", "S23"],
  severity: severity("info"),
  subjects: (workspace2) => workspace2.architecture === "undetermined" ? workspace2.settings : workspace2.encrypted,
  judge: (resource2, { architecture, encrypted: encrypted2 }) => {
    switch (architecture) {
      case "service-side":
        resource2.read(mlWorkspace.serviceSideEncryption);
        return pass(
          "Service-side: metadata is encrypted with your key in Microsoft's stores, pipeline metadata is in the workspace's storage account."
        );
      case "subscription-side":
        resource2.read(mlWorkspace.managedResourceGroup);
        return pass("Subscription-side: metadata is in a managed resource group with Cosmos DB, AI Search and storage.");
      case "bring-your-own":
        resource2.read(mlWorkspace.cosmosDb);
        return pass("Bring your own: metadata is in stores that you named.");
      default:
        if (encrypted2.all.length === 0) {
          resource2.read(mlWorkspace.encryptionStatus);
          return unknown("property-absent", "Azure did not report whether a customer-managed key is on.");
        }
        resource2.read(mlWorkspace.serviceSideEncryption);
        return unknown("property-absent", "A customer-managed key is on, but nothing shows where the metadata is kept.");
    }
  },
  passes: "Service-side encryption is on, or a managed resource group or stores of your own are named.",
  fails: "Never.",
  cannotTell: "A customer-managed key is on, or may be, and nothing shows where the metadata is kept.",
  why: "Where metadata is kept decides what else has to be encrypted with your customer-managed key.",
  reference: cmk5
});
var cmkVaultSubscription = check({
  id: "workspace/cmk-vault-subscription",
  title: "The key's vault is in the workspace's subscription",
  failed: "The key's vault is in another subscription",
  rows: ["S21"],
  severity: severity("medium"),
  subjects: (workspace2) => workspace2.encrypted,
  judge: (resource2) => {
    const vault = vaultOf(resource2);
    if (!vault) return noVault(resource2);
    if (vault.subscriptionId === parseResourceId(resource2.id)?.subscriptionId) return pass();
    return fail(said`The key vault ${{ name: vault.name }} is in subscription ${{ name: vault.subscriptionId }}.`);
  },
  passes: "Vault and workspace are in the same subscription.",
  fails: "They are in different ones.",
  cannotTell: "No vault is named, or not by the id of a vault or a managed HSM.",
  why: "Azure Machine Learning documents that the vault must be in the same subscription as the workspace; other set-ups are unsupported and can stop working.",
  remedy: (workspace2) => instruction`For a new workspace in place of ${workspace2}, create the key in a vault of its subscription; an existing workspace can change to another key of the same vault only. ${movingWorkspace}`,
  creationOnly: true,
  reference: setup
});
var cmkVaultRegion = check({
  id: "workspace/cmk-vault-region",
  title: "The key's vault is in the workspace's region",
  failed: "The key's vault is in another region",
  rows: ["S21"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.encrypted,
  judge: (resource2, workspace2) => {
    const id = resource2.read(mlWorkspace.keyVaultOfKey);
    if (!id || !vaultOf(resource2)) return noVault(resource2);
    const [here, there] = [resource2.read(anyResource.location), workspace2.at(id).read(anyResource.location)];
    if (!here || !there)
      return unknown("property-absent", "Azure did not report in which region the workspace or the vault is.");
    if (region2(here) === region2(there)) return pass();
    return fail(
      said`The vault is in ${{ name: there }}, the workspace in ${{ name: here }}. The 2021 guidance required one region; the documentation of 2025 no longer repeats it.`
    );
  },
  passes: "Vault and workspace are in the same region, however it is written.",
  fails: "They are in different ones.",
  cannotTell: "No vault is named, it cannot be read, or Azure does not report where one of the two is.",
  why: "A vault in another region adds its outages to those of the workspace.",
  remedy: (workspace2) => instruction`For a new workspace in place of ${workspace2}, create the key in a vault of its region; an existing workspace can change to another key of the same vault only. ${notWorthMoving}`,
  creationOnly: true,
  reference: setup
});
var cmkKeyReference = check({
  id: "workspace/cmk-key-reference",
  title: "The key identifier is complete and names the vault given",
  failed: "The key identifier is incomplete, or names another vault",
  rows: ["S20"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.encrypted,
  judge: (resource2, workspace2) => {
    const url = resource2.read(mlWorkspace.keyIdentifier);
    if (url === void 0)
      return unknown("property-absent", "A customer-managed key is on, but no key identifier is given.");
    const key3 = parseKeyId(url, workspace2.evidence.keyHosts);
    if (!key3)
      return fail(said`The key identifier is not of the form ${words(vaultUrl(workspace2))}/keys/<name>/<version>.`, {
        severity: "medium"
      });
    const vault = vaultOf(resource2);
    if (vault && !isNamedBy(vault, key3.host)) {
      return fail(
        said`The key is in ${{ name: key3.host }}, but the vault named beside it is ${{ name: vault.name }}.`,
        { severity: "medium" }
      );
    }
    if (key3.version === null)
      return fail("The key identifier has no version; the documented form has one.", {
        severity: severity("low", "info")
      });
    return vault ? pass() : noVault(resource2);
  },
  passes: "The identifier is `https://<vault>/keys/<name>/<version>`, with the vault that is named beside it.",
  fails: "Medium: it has another form, or names another vault. Low, info under `baseline`: it has no version.",
  cannotTell: "No identifier is given, or the vault beside it is not named by the id of a vault or a managed HSM.",
  why: "A key identifier that does not fit its vault, or has no version, is not what Azure Machine Learning documents, and nobody can say which key is in use.",
  remedy: (resource2, workspace2) => instruction`Set \`${words(mlWorkspace.keyIdentifier.path)}\` of ${resource2} to the complete identifier of a key in the same vault: ${words(vaultUrl(workspace2))}/keys/<name>/<version>.`,
  reference: setup
});
var highBusinessImpact = check({
  id: "workspace/high-business-impact",
  title: "The workspace is flagged as high business impact",
  failed: "The workspace is not flagged as high business impact",
  rows: ["S04", "S05", "S43"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => workspace2.settings,
  judge: (resource2) => isOn(
    resource2.read(mlWorkspace.highBusinessImpact),
    "The workspace does not have the high-business-impact flag. The 2021 guidance promised IP filtering under it as well; the documentation of January 2025 no longer does."
  ),
  passes: "The flag is set.",
  fails: "It is not.",
  cannotTell: "The value is neither true nor false.",
  why: "Without the flag Microsoft collects more diagnostic data, and the scratch disks of computes are not encrypted.",
  remedy: (workspace2) => instruction`Only a new workspace can have the flag: put \`hbi_workspace: true\` into its YAML file, then create it with \`az ml workspace create --file workspace.yml\` in place of ${workspace2}. Not needed where no data is sensitive. ${movingWorkspace}`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var scratchDiskInForce = check({
  id: "workspace/scratch-disk-in-force",
  title: "The encryption of scratch disks has taken effect",
  failed: "The encryption of scratch disks has not taken effect",
  rows: ["S06"],
  severity: severity("info"),
  subjects: (workspace2) => workspace2.settings,
  judge: (resource2) => resource2.read(mlWorkspace.highBusinessImpact) === true ? unknown(
    "not-observable",
    "Scratch disks are encrypted only if the subscription had no compute cluster before this workspace; otherwise a support request turns it on. No API shows which."
  ) : notApplicable("not-used"),
  passes: "Never.",
  fails: "Never.",
  cannotTell: "Always, while the flag is on.",
  why: "The flag alone does not encrypt scratch disks in a subscription that had clusters before.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var managedIdentity2 = check({
  id: "workspace/managed-identity",
  title: "The workspace uses a managed identity",
  failed: "The workspace does not use a managed identity",
  rows: ["S46"],
  severity: severity("low"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (resource2) => {
    const kinds2 = (resource2.read(mlWorkspace.identityType) ?? "").toLowerCase().split(",").map((kind) => kind.trim());
    const stranger = kinds2.find((kind) => !["systemassigned", "userassigned", "none"].includes(kind));
    if (stranger !== void 0)
      return unknown("unrecognised-value", said`Unrecognized identity type ${{ name: JSON.stringify(stranger) }}.`);
    if (kinds2.includes("systemassigned")) return pass();
    if (!kinds2.includes("userassigned")) return fail("The workspace has no managed identity.");
    if (resource2.read(mlWorkspace.primaryIdentity) !== void 0) return pass();
    return fail("The workspace has user-assigned identities, but none of them is its primary one.");
  },
  passes: "It has a system-assigned identity, or user-assigned ones and one of them is primary.",
  fails: "It has none, or user-assigned ones of which none is primary.",
  cannotTell: "The identity is of a type that is not recognized.",
  why: "Without a managed identity the workspace reaches its storage, registry and vault with stored keys.",
  remedy: (resource2) => instruction`Give ${resource2} a system-assigned identity, or name its \`primary_user_assigned_identity\`, in its YAML file and run \`az ml workspace update --file workspace.yml\`.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication",
  policies: [
    {
      name: "Azure Machine Learning workspaces should use user-assigned managed identity",
      id: "5f0c7d88-c7de-45b8-ac49-db49e72eaa78"
    }
  ]
});
function noVault(resource2) {
  const reason = resource2.read(mlWorkspace.keyVaultOfKey) === void 0 ? "property-absent" : "unrecognised-value";
  return unknown(
    reason,
    "A customer-managed key is on, but its vault is not named by the id of a vault or a managed HSM."
  );
}
function isNamedBy(vault, host) {
  const isHsm = isManagedHsm(host);
  if (vault.type !== (isHsm ? managedHsm : keyVault).type) return false;
  const labels = host.split(".");
  return labels[isHsm ? labels.indexOf("managedhsm") - 1 : 0] === vault.name.toLowerCase();
}
function vaultOf(resource2) {
  const id = parseResourceId(resource2.read(mlWorkspace.keyVaultOfKey) ?? "");
  return id !== null && [keyVault.type, managedHsm.type].includes(id.type) ? id : null;
}
function region2(location) {
  return location.toLowerCase().replace(/\s+/g, "");
}

// src/checklist/index.ts
var checklist = [
  customerManagedKey6,
  cmkArchitecture,
  cmkVaultSubscription,
  cmkVaultRegion,
  cmkKeyReference,
  highBusinessImpact,
  scratchDiskInForce,
  managedIdentity2,
  readable,
  enabled,
  validity,
  type2,
  size,
  operations,
  expirySet,
  rotationPolicy,
  age,
  validityPeriod,
  currentVersion,
  exists3,
  purgeProtection,
  softDelete,
  rbacAuthorization,
  trustedServices,
  workspaceAccess,
  cmkAccess4,
  leastPrivilege,
  separation,
  hsmBacked,
  exists4,
  encryptionAtRest,
  customerManagedKey5,
  keyAutoRotation2,
  cmkAccess5,
  queueTableKey,
  infrastructureEncryption2,
  secureTransfer2,
  fileEncryptionInTransit,
  smbSecurity,
  minimumTls2,
  sharedKey,
  encryptionScopes,
  exists,
  customerManagedKey3,
  keyAutoRotation,
  cmkAccess,
  premiumSku,
  adminUser,
  workspaceBased,
  customerManagedKey4,
  doubleEncryption,
  queryEncryption,
  cmkAccess2,
  resourceGroup2,
  cosmosCmk,
  cosmosTls,
  searchCmk,
  sameKey,
  protocol,
  unsupported,
  credentials,
  osDisk,
  scratchDisk,
  instanceForDevelopment,
  productionTraining,
  ephemeralNodes,
  remoteLogin,
  localAuth2,
  diskCmk2,
  diskEncryptionSet2,
  cmkAccess3,
  hostEncryption2,
  version2,
  etcdEncryption,
  scoringTls3,
  extensionTls,
  productionInference,
  dbfsCmk,
  managedServicesCmk,
  managedDiskCmk,
  infrastructureEncryption,
  premiumSku2,
  clusterEncryption,
  customerManagedKey,
  localAuth,
  legacyService,
  scoringTls,
  customerManagedKey2,
  diskEncryption2,
  diskCmk,
  hostEncryption,
  inTransit,
  minimumTls,
  scoringTls2,
  authMode,
  scratchDisk2,
  jobEnvironment,
  deploymentEnvironment,
  scheduleEnvironment,
  computeEnvironment,
  jobNames,
  systemDatastores2,
  connections,
  repositoryCredentials,
  registration,
  internalTls,
  metadataEncryption,
  diagnosticData,
  scratchDiskCleanup,
  credentialPassing,
  imageEncryption,
  automlData,
  sshKeys
];

// late:node:crypto
var loaded;
var it = () => loaded ??= require("node:crypto");
var createHash = (...a) => it().createHash(...a);
var hash = (...a) => it().hash(...a);

// src/files/digest.ts
function sha256(contents) {
  return createHash("sha256").update(contents).digest("hex");
}

// src/config/load.ts

// src/config/model.ts
var noConfig = {
  profiles: [],
  severity: [],
  disable: [],
  enable: [],
  waivers: [],
  thresholds: {
    keyMinimumBits: 2048,
    keyMaximumAgeDays: 730,
    keyMaximumValidityDays: null,
    keyExpiryWarningDays: 30,
    jobsPerWorkspace: 1e3
  },
  jobNames: []
};

// src/config/read.ts

// src/config/format.ts

// src/config/check-id.ts

// src/config/shape.ts
function required(shape, description) {
  return { shape, isRequired: true, schema: { description, ...shape.schema } };
}
function optional(shape, description, more = {}) {
  return { shape, isRequired: false, schema: { description, ...shape.schema, ...more } };
}
function text2(allowed, parse2, schema = {}) {
  return {
    schema: { type: "string", ...schema },
    allowed,
    read: (tree, name2, report) => {
      if (tree.kind === "value" && typeof tree.value === "string" && tree.value.trim() !== "") {
        const { value: value2, refusal: refusal5 } = attempt(parse2, tree.value);
        if (refusal5 !== void 0) refuse(tree, name2, refusal5, report);
        return value2;
      }
      const typed2 = tree.kind === "value" && tree.value !== null ? tree.source : "";
      const isText2 = typed2 !== "" && typed2.length <= import_clouds3.mostQuoted && attempt(parse2, typed2).refusal === void 0;
      return refuse(tree, name2, isText2 ? `${allowed}; write ${(0, import_clouds3.quoted)(typed2)}` : allowed, report);
    }
  };
}
function attempt(parse2, typed2) {
  try {
    return { value: parse2(typed2) };
  } catch (error) {
    if (error instanceof import_clouds3.Refusal) return { refusal: error.message };
    throw error;
  }
}
function wholeNumber(least, most) {
  const allowed = least === most ? `it must be ${least}` : `it must be a whole number from ${least} to ${most}`;
  return {
    schema: least === most ? { const: least } : { type: "integer", minimum: least, maximum: most },
    allowed,
    read: (tree, name2, report) => {
      const value2 = tree.kind === "value" ? tree.value : null;
      if (typeof value2 === "number" && Number.isInteger(value2) && value2 >= least && value2 <= most) return value2;
      return refuse(tree, name2, allowed, report);
    }
  };
}
function list2(item, least = 0) {
  const allowed = least > 0 ? "it must be a list that is not empty" : "it must be a list";
  return {
    schema: { type: "array", items: item.schema, ...least > 0 ? { minItems: least } : {} },
    allowed,
    read: (tree, name2, report) => {
      if (tree.kind !== "list" || tree.items.length < least) return refuse(tree, name2, allowed, report);
      return tree.items.flatMap((each) => item.read(each, `${name2} entry`, report) ?? []);
    }
  };
}
function record(key3, value2, least = 0) {
  const allowed = least > 0 ? "it must be a map that is not empty" : "it must be a map";
  const { type: _, ...names4 } = key3.schema;
  return {
    schema: {
      type: "object",
      propertyNames: names4,
      additionalProperties: value2.schema,
      ...least > 0 ? { minProperties: least } : {}
    },
    allowed,
    read: (tree, name2, report) => {
      if (tree.kind !== "map" || tree.entries.length < least) return refuse(tree, name2, allowed, report);
      return tree.entries.flatMap((entry2) => {
        const { line: line3, column } = entry2;
        const typed2 = { line: line3, column, kind: "value", value: entry2.key, source: entry2.key, size: 1 };
        const known3 = key3.read(typed2, `a key of ${name2}`, report);
        const held = value2.read(entry2.value, `${name2} ${(0, import_clouds3.oneLine)(entry2.key, import_clouds3.mostQuoted)}`, report);
        return known3 === void 0 || held === void 0 ? [] : [{ key: known3, value: held }];
      });
    }
  };
}
function object2(fields) {
  return {
    schema: objectSchema(fields),
    allowed: objectAllowed(fields),
    read: (tree, name2, report) => {
      let isWhole = true;
      const values = readFields(fields, tree, name2, (at3, message2) => {
        isWhole = false;
        report(at3, message2);
      });
      const isRead2 = tree.kind === "map" && Object.values(values).every((value2) => value2 !== void 0);
      return isWhole && isRead2 ? values : void 0;
    }
  };
}
function objectSchema(fields) {
  const entries = Object.entries(fields);
  const names4 = entries.filter(([, { isRequired }]) => isRequired).map(([key3]) => key3);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([key3, { schema }]) => [key3, schema])),
    ...names4.length > 0 ? { required: names4 } : {},
    additionalProperties: false
  };
}
function objectAllowed(fields) {
  const names4 = Object.keys(fields);
  return `it must be a map with the key${names4.length > 1 ? "s" : ""} ${names4.join(", ")}`;
}
function readFields(fields, tree, name2, report) {
  if (tree.kind !== "map") {
    refuse(tree, name2, objectAllowed(fields), report);
    return {};
  }
  const known3 = new Map(Object.entries(fields));
  const given = tree.entries.map(({ key: key3, value: value2, ...at3 }) => {
    const field = known3.get(key3);
    if (field === void 0) report(at3, unknownKey(key3, [...known3.keys()], name2));
    return [key3, field?.shape.read(value2, key3, report)];
  });
  const keys2 = new Set(given.map(([key3]) => key3));
  for (const [key3, { shape, isRequired }] of known3) {
    if (isRequired && !keys2.has(key3)) report(tree, `${key3} is missing in ${name2}: ${shape.allowed}.`);
  }
  return Object.fromEntries(given.filter(([key3]) => known3.has(key3)));
}
function unknownKey(key3, known3, name2) {
  const near = (0, import_clouds3.nearest)(key3, known3);
  return `${name2} has the unknown key ${(0, import_clouds3.quoted)(key3, import_clouds3.mostQuoted)}: it must be ${(0, import_clouds3.anyOf)(known3)}${near ? `; did you mean ${near}?` : "."}`;
}
function mapped(shape, make, schema = {}) {
  return {
    ...shape,
    schema: { ...shape.schema, ...schema },
    read: (tree, name2, report) => {
      const value2 = shape.read(tree, name2, report);
      return value2 === void 0 ? void 0 : make(value2, tree, report);
    }
  };
}
function refuse(tree, name2, allowed, report) {
  if (tree.kind !== "broken") report(tree, `${name2} is ${shown3(tree)}: ${allowed}${allowed.endsWith("?") ? "" : "."}`);
}
function shown3(tree) {
  if (tree.kind !== "value") {
    const isEmpty2 = tree.size === 1;
    return isEmpty2 ? `an empty ${tree.kind}` : `a ${tree.kind}`;
  }
  if (tree.value === null) return "empty";
  return typeof tree.value === "string" ? (0, import_clouds3.quoted)(tree.value, import_clouds3.mostQuoted) : (0, import_clouds3.oneLine)(tree.source, import_clouds3.mostQuoted);
}

// src/config/check-id.ts
function checkOrSystem({ checks: checks2 }) {
  const groups = [...new Set(checks2.map(systemOf))].map((system) => `${system}/*`);
  const all2 = [...checks2, ...groups];
  const parse2 = oneOfIds(all2, (typed2) => {
    const ofSystem = all2.filter((id) => systemOf(id) === systemOf(typed2));
    return `it must be ${ofSystem.length > 0 ? (0, import_clouds3.anyOf)(ofSystem) : `the id of a check or ${(0, import_clouds3.anyOf)(groups)}`}`;
  });
  return text2("it must be the id of a check or system/*", parse2, idSchema(all2, "^[a-z-]+/([a-z-]+|\\*)$"));
}
function enableableCheck({ checks: checks2, enableable: enableable2 }) {
  if (checks2.length > 0 && enableable2.length === 0) {
    const refusal5 = "no check of this version is off unless asked for";
    const nothing3 = text2(
      refusal5,
      oneOfIds([], () => refusal5)
    );
    return { ...nothing3, schema: { not: {} } };
  }
  const allowed = `it must be ${(0, import_clouds3.anyOf)(enableable2)}`;
  return text2(
    allowed,
    oneOfIds(enableable2, () => allowed),
    idSchema(enableable2, "^[a-z-]+/[a-z-]+$")
  );
}
function oneOfIds(ids, allowed) {
  const known3 = new Set(ids);
  return (typed2) => {
    if (known3.has(typed2)) return typed2;
    const near = meant(typed2, ids);
    throw new import_clouds3.Refusal(`${allowed(typed2)}${near ? `; did you mean ${near}?` : ""}`);
  };
}
function idSchema(ids, pattern4) {
  return ids.length > 0 ? { enum: ids } : { pattern: pattern4 };
}
function meant(typed2, ids) {
  const slug = typed2.slice(typed2.indexOf("/") + 1);
  return (0, import_clouds3.nearest)(typed2, ids) ?? (slug === "*" ? void 0 : ids.find((id) => id.endsWith(`/${slug}`)));
}
function systemOf(id) {
  return id.slice(0, Math.max(id.indexOf("/"), 0));
}

// src/config/day.ts
var mostDaysAhead = 366;
function lastDay(now2) {
  const parse2 = (typed2) => {
    if (!isDate(typed2)) throw new import_clouds3.Refusal("it must be a day of the calendar as YYYY-MM-DD");
    if (daysUntil(typed2, now2) <= mostDaysAhead) return typed2;
    const latest = dateOfDay(dayNumber(dateOf(now2)) + mostDaysAhead);
    throw new import_clouds3.Refusal(`it must be at most ${mostDaysAhead} days ahead, ${latest} or earlier`);
  };
  return text2("it must be a day as YYYY-MM-DD", parse2, { pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" });
}
function daysUntil(day3, now2) {
  return dayNumber(day3) - dayNumber(dateOf(now2));
}

// src/config/pattern.ts
function matchesResource(pattern4, { id, name: name2 }) {
  return (0, import_clouds3.matchesPattern)(pattern4, pattern4.includes("/") ? id : name2);
}
function covers(rule2, check2) {
  return rule2 === check2 || rule2.endsWith("/*") && check2.startsWith(rule2.slice(0, -1));
}
var mostCharacters = 500;
var workspaceForms = "it must be a resource id (/subscriptions/…/workspaces/…) or a name, in both of which * stands for any characters";
var workspacePattern = (text4) => {
  const pattern4 = plain2(text4);
  const isWorkspace2 = () => parseResourceId(pattern4)?.type === mlWorkspace.type;
  if (pattern4.includes("/") ? isOfIds(pattern4, isWorkspace2) : /^[\w.*-]+$/.test(pattern4)) return pattern4;
  throw new import_clouds3.Refusal(workspaceForms);
};
var resourceForms = "it must be a resource id (/subscriptions/…) or the name of a resource, in both of which * stands for any characters";
var resourcePattern = (text4) => {
  const pattern4 = plain2(text4);
  const isResource = () => parseResourceId(pattern4) !== null || isGroup.test(pattern4);
  const isAddress = /^https:\/\/.*[^/]$/.test(pattern4);
  if (!pattern4.includes("/") || isAddress || isOfIds(pattern4, isResource)) return pattern4;
  throw new import_clouds3.Refusal(resourceForms);
};
var isGroup = /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/]+$/i;
function isOfIds(pattern4, isId4) {
  if (pattern4.endsWith("/")) return false;
  return pattern4.includes("*") ? /^(\/subscriptions\/|\/?\*)/i.test(pattern4) : pattern4.startsWith("/") && isId4();
}
var plain2 = (text4) => {
  if (text4 !== text4.trim()) throw new import_clouds3.Refusal("it must not begin or end with white space");
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text4))
    throw new import_clouds3.Refusal("it must not have characters that cannot be seen");
  if (text4.length > mostCharacters) throw new import_clouds3.Refusal(`it must have at most ${mostCharacters} characters`);
  return text4;
};

// src/config/format.ts
var profile2 = choice("baseline", "cmk-required");
var severity2 = choice(...severities);
var visible = { pattern: "\\S", maxLength: 500 };
function choice(...values) {
  return text2(`it must be ${(0, import_clouds3.anyOf)(values)}`, (0, import_clouds3.oneOf)(...values), { enum: values });
}
var prose = text2("it must be text", (typed2) => plain2(typed2.replace(/\s+/g, " ").trim()), { pattern: "\\S" });
var value = text2("it must be text", plain2, visible);
var workspace = text2("it must be the name or resource id of a workspace", workspacePattern, {
  ...visible,
  pattern: "^([\\w.*-]+|[/*].*)$"
});
var resource = text2("it must be the name or resource id of a resource", resourcePattern, {
  ...visible,
  pattern: "^([^/]*[^/\\s][^/]*|[/*].*|https://.*)$"
});
var profileRule = mapped(
  object2({
    workspaces: optional(
      list2(workspace, 1),
      "Names or resource ids of workspaces, in any case; * stands for any characters. One of them has to match.",
      { examples: [["*-prod"]] }
    ),
    tags: optional(
      record(value, value, 1),
      "Tags that a workspace must have, all of them. Names in any case, values exactly.",
      { examples: [{ data: "sensitive" }] }
    ),
    profile: required(profile2, "The profile that these workspaces are judged by.")
  }),
  ({ workspaces: workspaces2 = [], tags = [], profile: profile3 }, at3, report) => {
    if (workspaces2.length + tags.length > 0) return { workspaces: workspaces2, tags: fromEntries(tags), profile: profile3 };
    report(
      at3,
      "profiles entry has no condition: give workspaces, tags or both; what holds for all others is the input profile."
    );
    return void 0;
  },
  { anyOf: [{ required: ["workspaces"] }, { required: ["tags"] }] }
);
function fromEntries(entries) {
  return Object.fromEntries(entries.map(({ key: key3, value: value2 }) => [key3, value2]));
}
var thresholds = object2({
  "key-minimum-bits": optional(wholeNumber(2048, 4096), "Bits that an RSA key has to have.", {
    default: noConfig.thresholds.keyMinimumBits
  }),
  "key-maximum-age-days": optional(
    wholeNumber(1, 3650),
    "Age at which a key, or an access key of a storage account, should have been rotated.",
    {
      default: noConfig.thresholds.keyMaximumAgeDays
    }
  ),
  "key-maximum-validity-days": optional(
    wholeNumber(1, 3650),
    "Days from the creation of a key to its end, at most. Nothing is asked when absent."
  ),
  "key-expiry-warning-days": optional(wholeNumber(1, 3650), "Days before its end at which an expiring key fails.", {
    default: noConfig.thresholds.keyExpiryWarningDays
  }),
  "jobs-per-workspace": optional(wholeNumber(1, 1e5), "Jobs that are looked at in each workspace, at most.", {
    default: noConfig.thresholds.jobsPerWorkspace
  })
});
var jobNames2 = object2({
  deny: optional(list2(value), "Names that jobs must not have, in any case; * stands for any characters.", {
    examples: [["project-x*"]]
  })
});
function waiver(check2, now2) {
  const fields = object2({
    check: required(
      check2,
      "What is accepted. An undecided check (unknown) is accepted by its full id only, never by system/*."
    ),
    workspace: optional(
      workspace,
      "Where: name or resource id, in any case; * stands for any characters. Everywhere when absent.",
      {
        examples: ["mlw-*"]
      }
    ),
    resource: optional(
      resource,
      "For which resource: name or resource id, in any case; * stands for any characters. For all when absent.",
      {
        examples: ["*/storageAccounts/st*"]
      }
    ),
    owner: required(prose, "Who answers for it."),
    reason: required(prose, "Why it is accepted."),
    ticket: optional(prose, "Where it was agreed, such as the number or address of a ticket.", {
      examples: ["SEC-1234"]
    }),
    expires: required(lastDay(now2), `Last day on which it holds, in UTC; at most ${mostDaysAhead} days ahead.`)
  });
  return mapped(fields, ({ ticket = null, ...given }, tree) => {
    const lastLine = tree.kind === "map" ? tree.lastLine : tree.line;
    return { ...given, ticket, line: tree.line, lastLine, changed: null };
  });
}
function fileFields(known3, now2) {
  const check2 = checkOrSystem(known3);
  const disabled = object2({
    check: required(check2, "The checks that are not judged."),
    reason: required(prose, "Why not.")
  });
  const enabled2 = mapped(enableableCheck(known3), (id, at3) => ({ id, at: at3 }));
  return {
    version: required(wholeNumber(1, 1), "Version of this format."),
    profiles: optional(
      list2(profileRule),
      "Profiles for some workspaces; the first that matches wins. For all others: the input profile."
    ),
    severity: optional(
      record(check2, severity2),
      "Severities for checks, or for those of a system; a check id outranks system/*.",
      {
        examples: [{ "storage/minimum-tls": "high" }]
      }
    ),
    disable: optional(list2(disabled), "Checks that are not judged."),
    enable: optional(list2(enabled2), "Checks that are off unless asked for."),
    waivers: optional(list2(waiver(check2, now2)), "Findings that are accepted for a time."),
    thresholds: optional(thresholds, "Numbers that some checks compare with."),
    "job-names": optional(jobNames2, "Rules of secrets/job-names.")
  };
}
function configOf(tree, known3, now2, report) {
  const file = readFields(fileFields(known3, now2), tree, "the file", report);
  const { profiles = [], severity: severity3 = [], disable = [], enable = [], waivers: waivers2 = [] } = file;
  reportContradictions(enable, disable, report);
  return {
    profiles,
    severity: severity3.map(({ key: key3, value: value2 }) => ({ check: key3, severity: value2 })),
    disable,
    enable: [...new Set(enable.map(({ id }) => id))],
    waivers: waivers2,
    thresholds: thresholdsOf(file.thresholds ?? {}),
    jobNames: file["job-names"]?.deny ?? []
  };
}
function thresholdsOf(given) {
  const { keyMinimumBits, keyMaximumAgeDays, keyMaximumValidityDays, keyExpiryWarningDays, jobsPerWorkspace } = noConfig.thresholds;
  return {
    keyMinimumBits: given["key-minimum-bits"] ?? keyMinimumBits,
    keyMaximumAgeDays: given["key-maximum-age-days"] ?? keyMaximumAgeDays,
    keyMaximumValidityDays: given["key-maximum-validity-days"] ?? keyMaximumValidityDays,
    keyExpiryWarningDays: given["key-expiry-warning-days"] ?? keyExpiryWarningDays,
    jobsPerWorkspace: given["jobs-per-workspace"] ?? jobsPerWorkspace
  };
}
function reportContradictions(enable, disable, report) {
  for (const { id, at: at3 } of enable) {
    const disabled = disable.find(({ check: check2 }) => covers(check2, id));
    if (disabled)
      report(at3, `enable asks for ${id}, which disable switches off with ${disabled.check}: keep one of them.`);
  }
}

// src/config/read.ts
var ConfigError = class extends Error {
  name = "ConfigError";
  problems;
  constructor(problems2) {
    const shown5 = problems2.slice(0, mostShown);
    const left = problems2.length - shown5.length;
    const lines2 = [...shown5.map((problem) => `- ${problem}`), ...left > 0 ? [`- … and ${left} more`] : []];
    super(`The config file is not valid:
${lines2.join("\n")}`);
    this.problems = problems2;
  }
};
var mostShown = 100;
var mostBytes = 1024 * 1024;
async function readConfig(text4, known3, now2, file) {
  const bytes2 = Buffer.byteLength(text4);
  if (bytes2 > mostBytes) {
    const message2 = `The file has ${(0, import_clouds3.count)(bytes2)} bytes; it must have at most ${(0, import_clouds3.count)(mostBytes)}.`;
    throw errorOf([{ line: 1, column: 1, message: message2 }], file);
  }
  const { treeOf } = await Promise.resolve().then(() => __toESM(require("./config-yaml.js"), 1));
  const { tree, problems: problems2 } = treeOf(text4.replace(/^\uFEFF/, ""));
  if (tree === null) throw errorOf(problems2, file);
  const config = configOf(
    tree,
    known3,
    now2,
    (at3, message2) => problems2.push({ line: at3.line, column: at3.column, message: message2 })
  );
  if (problems2.length > 0) throw errorOf(problems2, file);
  return config;
}
function errorOf(problems2, file) {
  const sorted = problems2.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const sentences2 = sorted.map(({ line: line3, column, message: message2 }) => `${(0, import_clouds3.oneLine)(file)}:${line3}:${column}: ${message2}`);
  return new ConfigError([...new Set(sentences2)]);
}

// src/config/rules.ts
var scopesCheck = "storage/encryption-scopes";
function profileFor({ profiles }, workspace2, fallback) {
  const tags = new Map(Object.entries(workspace2.tags).map(([name2, value2]) => [name2.toLowerCase(), value2]));
  const rule2 = profiles.find(
    (each) => (each.workspaces.length === 0 || each.workspaces.some((pattern4) => matchesResource(pattern4, workspace2))) && Object.entries(each.tags).every(([name2, value2]) => {
      const tag = tags.get(name2.toLowerCase());
      return tag === value2 || isRedacted(tag) && each.profile === "cmk-required";
    })
  );
  return rule2?.profile ?? fallback;
}
function severityFor({ severity: severity3 }, check2) {
  return closest(severity3, check2)?.severity ?? null;
}
function disabledReason({ disable }, check2) {
  return closest(disable, check2)?.reason ?? null;
}
function isEnabled({ enable }, check2) {
  return enable.includes(check2);
}
function closest(rules, check2) {
  return rules.find((rule2) => rule2.check === check2) ?? rules.find((rule2) => covers(rule2.check, check2));
}

// src/config/load.ts
var enableable = [scopesCheck];
function knownChecks() {
  const checks2 = checklist.map(({ id }) => id);
  return { checks: checks2, enableable: enableable.filter((id) => checks2.includes(id)) };
}
async function loadConfig(named3, ports) {
  const { path, name: name2, inRepository, isNamed: isNamed2 } = named3;
  const file = ports.files.bytes(path, mostBytes);
  if ("contents" in file) {
    const config = await readConfig(Buffer.from(file.contents).toString(), knownChecks(), ports.now(), name2);
    const { contents } = file;
    return { ...config, file: { name: name2, path: inRepository ?? name2, sha256: sha256(contents), contents } };
  }
  if ("isAbsent" in file && !isNamed2) return { ...noConfig, file: null };
  throw new ConfigError([`${(0, import_clouds3.oneLine)(name2)} ${whyUnread(file, ports)}`]);
}
function whyUnread(file, { terminal }) {
  if ("refusal" in file) return `is not read: ${file.refusal}.`;
  if ("bytes" in file) return `has ${(0, import_clouds3.count)(file.bytes)} bytes; it must have at most ${(0, import_clouds3.count)(mostBytes)}.`;
  if (terminal) return "does not exist, although --config-file names it.";
  return "does not exist, although config-file names it: is there an actions/checkout step before this one?";
}

// src/config/base-branch.ts
async function baseConfig(event, inputs, ports) {
  const { owner, repo, pullRequest } = event;
  const path = inputs.configFile.inRepository;
  if (!pullRequest?.baseSha || path === null) return null;
  try {
    const at3 = { owner, repo, ref: pullRequest.baseSha, path };
    const read = async () => readContents(await octokitOf(inputs.githubToken, ports), at3);
    const text4 = await (0, import_clouds3.within)(ports.time.reading, read);
    return { config: text4 === null ? noConfig : await readConfig(text4, knownChecks(), ports.now(), path) };
  } catch (error) {
    return { note: sentence(error, path) };
  }
}
function sentence(error, path) {
  if (error instanceof ConfigError)
    return `${path} of the base branch is not valid itself (${(0, import_clouds3.oneLine)(error.problems[0] ?? "", 200)}), so what this pull request changes in it is not shown.`;
  const failure = failureFrom(error);
  const remedy2 = missingContents(failure);
  return `${path} of the base branch could not be read ${answerOf(failure)}, so what this pull request changes in it is not shown.${remedy2}${afterwards(failure)}`;
}

// src/json.ts
function parsed(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return null;
  }
}
function objectOf(value2) {
  return typeof value2 === "object" && value2 !== null ? value2 : {};
}

// src/github/blame.ts
async function blame(octokit, { owner, repo, sha, path }) {
  const { repository } = await octokit.graphql(query, {
    owner,
    repo,
    path,
    commit: sha,
    file: `${sha}:${path}`
  });
  const { blob, commit: commit2 } = objectOf(repository);
  const { oid } = objectOf(blob);
  const { ranges } = objectOf(objectOf(commit2).blame);
  if (typeof oid !== "string" || !Array.isArray(ranges)) return null;
  return { blob: oid, ranges: ranges.flatMap(rangeOf) };
}
var query = `query ($owner: String!, $repo: String!, $path: String!, $commit: String!, $file: String!) {
  repository(owner: $owner, name: $repo) {
    blob: object(expression: $file) { oid }
    commit: object(expression: $commit) {
      ... on Commit { blame(path: $path) { ranges { startingLine endingLine commit { oid committedDate } } } }
    }
  }
}`;
function rangeOf(value2) {
  const { startingLine, endingLine, commit: commit2 } = objectOf(value2);
  const { oid, committedDate } = objectOf(commit2);
  const at3 = Date.parse(String(committedDate));
  if (!Number.isSafeInteger(startingLine) || !Number.isSafeInteger(endingLine)) return [];
  if (typeof oid !== "string" || !/^[0-9a-f]{40,64}$/.test(oid) || Number.isNaN(at3)) return [];
  return [{ first: Number(startingLine), last: Number(endingLine), sha: oid, at: new Date(at3).toISOString() }];
}

// src/config/waiver-changes.ts
async function waiverChanges({ waivers: waivers2, file }, { owner, repo }, { githubToken, configFile: { inRepository } }, ports) {
  const sha = ports.env.GITHUB_SHA ?? "";
  const isKnown2 = owner !== "" && sha !== "" && githubToken !== "";
  if (waivers2.length === 0 || file === null || inRepository === null || !isKnown2) return /* @__PURE__ */ new Map();
  try {
    const ask = async () => blame(await octokitOf(githubToken, ports), { owner, repo, sha, path: inRepository });
    const known3 = await (0, import_clouds3.within)(ports.time.reading, ask);
    return known3 !== null && blobsOf(file.contents).includes(known3.blob) ? byLine(waivers2, known3.ranges) : /* @__PURE__ */ new Map();
  } catch (error) {
    const failure = failureFrom(error);
    ports.log.info(`GitHub did not tell when the waivers of ${file.name} were last changed ${whyOf(failure)}.`);
    return /* @__PURE__ */ new Map();
  }
}
function withChanges(config, changes3) {
  if (changes3.size === 0) return config;
  const waivers2 = config.waivers.map((waiver2) => ({ ...waiver2, changed: changes3.get(waiver2.line) ?? null }));
  return { ...config, waivers: waivers2 };
}
function blobsOf(contents) {
  const bytes2 = Buffer.from(contents);
  const committed = Buffer.from(bytes2.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return [bytes2, committed].map((blob) => createHash("sha1").update(`blob ${blob.length}\0`).update(blob).digest("hex"));
}
function byLine(waivers2, ranges) {
  return new Map(
    waivers2.flatMap(({ line: line3, lastLine }) => {
      const [newest2] = ranges.filter(({ first, last }) => first <= lastLine && last >= line3).sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
      return newest2 ? [[line3, { sha: newest2.sha, at: newest2.at }]] : [];
    })
  );
}

// src/github/status-path.ts
function statusPath(reportId, file) {
  return reportId === "default" ? file : `${reportId}/${file}`;
}

// src/baseline/history.ts
async function loadHistory(inputs, event, ports) {
  const { htmlFile, statusBranch: statusBranch2, githubToken, reportId } = inputs;
  if (htmlFile === null || statusBranch2 === null) return null;
  const { owner, repo } = event;
  const at3 = { owner, repo, ref: statusBranch2, path: statusPath(reportId, "history.json") };
  try {
    const text4 = await (0, import_clouds3.within)(ports.time.reading, async () => readContents(await octokitOf(githubToken, ports), at3));
    return { text: text4 };
  } catch (error) {
    const failure = failureFrom(error);
    ports.log.info(`The web page has no trend: ${at3.path} on ${statusBranch2} could not be read ${whyOf(failure)}.`);
    return null;
  }
}

// src/files/size.ts
var MEGABYTE = 1e6;
function tooLarge(called4, bytes2, mostMegabytes) {
  return `${called4} has ${(0, import_clouds3.count)(Math.ceil(bytes2 / MEGABYTE))} MB, of which at most ${mostMegabytes} are read`;
}

// src/baseline/load.ts

// src/baseline/compare.ts

// src/upgrade/upgrade.ts

// src/upgrade/first-version.ts
var slugs = {
  compute: "ephemeral-nodes instance-for-development local-auth os-disk production-training remote-login scratch-disk",
  "container-instance": "customer-managed-key legacy-service scoring-tls",
  "container-registry": "admin-user customer-managed-key exists key-auto-rotation premium-sku",
  databricks: "dbfs-cmk infrastructure-encryption managed-disk-cmk managed-services-cmk premium-sku",
  datastore: "credentials protocol unsupported",
  diagnostics: "customer-managed-key double-encryption query-encryption workspace-based",
  endpoint: "auth-mode scoring-tls scratch-disk",
  hdinsight: "disk-cmk host-encryption in-transit minimum-tls",
  "key-vault": "cmk-access exists hsm-backed least-privilege purge-protection rbac-authorization separation soft-delete trusted-services workspace-access",
  key: "age current-version enabled expiry-set operations readable rotation-policy size type validity",
  kubernetes: "disk-cmk disk-encryption-set etcd-encryption extension-tls host-encryption production-inference scoring-tls version",
  metadata: "cosmos-cmk resource-group same-key search-cmk",
  platform: "automl-data credential-passing diagnostic-data image-encryption internal-tls metadata-encryption scratch-disk-cleanup ssh-keys",
  provider: "registration",
  secrets: "compute-environment connections deployment-environment job-environment job-names schedule-environment system-datastores",
  storage: "cmk-access customer-managed-key encryption-at-rest encryption-scopes exists infrastructure-encryption key-auto-rotation minimum-tls queue-table-key secure-transfer shared-key",
  "virtual-machine": "disk-encryption",
  workspace: "cmk-architecture cmk-key-reference cmk-vault-region cmk-vault-subscription customer-managed-key high-business-impact managed-identity scratch-disk-in-force"
};
var checksOfFirstVersion = Object.entries(slugs).flatMap(
  ([system, all2]) => all2.split(" ").map((slug) => `${system}/${slug}`)
);
var decidedByLess = /* @__PURE__ */ new Set([
  "key-vault/workspace-access",
  "key-vault/cmk-access",
  "storage/cmk-access",
  "secrets/deployment-environment"
]);

// src/upgrade/upgrade.ts
function isOlder2(other) {
  const [then, now2] = [numbersOf(other), numbersOf(import_clouds3.version)];
  if (then === null || now2 === null) return false;
  const at3 = now2.findIndex((number2, index) => number2 !== then[index]);
  return at3 !== -1 && then[at3] < now2[at3];
}
function numbersOf(text4) {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+]|$)/.exec(text4);
  return match ? match.slice(1, 4).map(Number) : null;
}
function upgradeFrom(from, made, workspaces2) {
  if (!isOlder2(from)) return null;
  const checks2 = new Set(Array.isArray(made) ? made.map(String) : checksOfFirstVersion);
  const then = workspaces2.map(({ id, findings: findings2 }) => {
    const open3 = /* @__PURE__ */ new Map();
    for (const finding of Array.isArray(findings2) ? findings2 : []) {
      const { check: check2, resource: resource2, status, fingerprint: fingerprint2 } = finding ?? {};
      if ((status === "fail" || status === "unknown") && typeof fingerprint2 === "string")
        open3.set(fingerprint2, { check: String(check2), resource: String(resource2) });
    }
    return { id: String(id), open: open3 };
  });
  const byFingerprint = new Map(then.flatMap((one) => [...one.open.keys()].map((key3) => [key3, one])));
  return { from, checks: checks2, workspaces: then, byFingerprint };
}
function foundByUpgrade({ from, checks: checks2, workspaces: workspaces2, byFingerprint }, workspace2, judged) {
  const known3 = [...judged].map((fingerprint2) => byFingerprint.get(fingerprint2)).find((one) => one !== void 0);
  const then = known3 ?? workspaces2.find(({ id }) => idKey(id) === idKey(workspace2));
  const moved = [...then?.open ?? []].filter(([fingerprint2]) => !judged.has(fingerprint2)).map(([, subject2]) => subject2);
  const byLess = (check2) => /^1\.0\./.test(from) && decidedByLess.has(check2);
  return ({ check: check2, resource: resource2, status, fingerprint: fingerprint2 }) => !checks2.has(check2) || status === "unknown" && byLess(check2) || status === "fail" && then?.open.has(fingerprint2) === true || moved.some((subject2) => subject2.check === check2 && isOfAnotherKind(subject2.resource, resource2));
}
function isOfAnotherKind(then, now2) {
  return parseResourceId(then)?.type !== parseResourceId(now2)?.type;
}

// src/baseline/compare.ts
var BaselineError = class extends Error {
  name = "BaselineError";
};
var STALE_DAYS = 7;
function readBaseline(text4, called4, now2) {
  const { schemaVersion: schemaVersion2, tool, checks: checks2, run: run2, workspaces: workspaces2, conclusion } = objectOf(parsed2(text4, called4));
  if (typeof schemaVersion2 !== "string" || !Array.isArray(workspaces2))
    throw new BaselineError(
      `${called4} is not a JSON report of this action. Give the file that an earlier run wrote as json-file, with schemaVersion and workspaces.`
    );
  if (!/^1\./.test(schemaVersion2))
    throw new BaselineError(
      `${called4} has schema version ${(0, import_clouds3.oneLine)(schemaVersion2, 20)}, which this version of the tool does not know: it reads 1.x.`
    );
  if (conclusion === "skipped")
    throw new BaselineError(`${called4} comes from a run that was skipped, so there is nothing to compare with.`);
  const known3 = workspaces2.map(objectOf);
  const { finishedAt } = objectOf(run2);
  const open3 = /* @__PURE__ */ new Map();
  for (const { findings: findings2 } of known3) for (const finding of listOf(findings2)) note(objectOf(finding), open3);
  return {
    open: open3,
    workspaces: known3.map(({ id, name: name2 }) => ({ id: String(id), name: String(name2) })),
    finishedAt: typeof finishedAt === "string" && !Number.isNaN(Date.parse(finishedAt)) ? finishedAt : "",
    upgrade: upgradeFrom(String(objectOf(tool).version), checks2, known3),
    notes: age2(called4, finishedAt, now2)
  };
}
function noBaseline(why2) {
  return { open: /* @__PURE__ */ new Map(), workspaces: [], finishedAt: "", upgrade: null, notes: [`${why2} Everything counts as new.`] };
}
function isNew2(finding, baseline) {
  if (baseline === null) return null;
  const then = baseline.open.get(finding.fingerprint);
  if (finding.status === "fail") return !hasFailed(then);
  return finding.status === "unknown" && then === void 0;
}
function hasFailed(then) {
  return then !== void 0 && then !== "unknown";
}
function compare(baseline, workspaces2, { fixed, weighed: weighed2, found: found2 }, alias) {
  const now2 = new Set(workspaces2.flatMap(({ id }) => [idKey(id), idKey(alias(id))]));
  const then = new Set(baseline.workspaces.map(({ id }) => idKey(id)));
  const isKnown2 = (id) => then.has(idKey(id)) || then.has(idKey(alias(id)));
  const added = workspaces2.filter(({ id }) => !isKnown2(id)).map(({ name: name2 }) => name2);
  const removed = baseline.workspaces.filter(({ id }) => !now2.has(idKey(id))).map(({ name: name2 }) => name2);
  const isApart = then.size > 0 && workspaces2.length > 0 && added.length === workspaces2.length;
  const another = `The baseline is of another scope: no workspace of this run is among its ${then.size}.`;
  return {
    since: baseline.finishedAt,
    fixed,
    weighed: weighed2,
    upgrade: baseline.upgrade && { from: (0, import_clouds3.oneLine)(baseline.upgrade.from, 20), found: found2 },
    added,
    removed,
    notes: [...baseline.notes, ...isApart ? [another] : []]
  };
}
function parsed2(text4, called4) {
  try {
    return JSON.parse(text4);
  } catch {
    throw new BaselineError(`${called4} is not JSON.`);
  }
}
function note({ fingerprint: fingerprint2, status, severity: severity3 }, open3) {
  if (typeof fingerprint2 !== "string") return;
  if (status === "unknown") open3.set(fingerprint2, status);
  if (status === "fail") open3.set(fingerprint2, severities.find((one) => one === severity3) ?? null);
}
function age2(called4, finishedAt, now2) {
  const then = Date.parse(String(finishedAt));
  if (Number.isNaN(then)) return [`${called4} does not say when it was written.`];
  const days = Math.floor((now2.getTime() - then) / DAY);
  if (days > STALE_DAYS) return [`${called4} is ${days} days old: what is new since then may not be new to you.`];
  const isAhead = then - now2.getTime() > HOUR;
  return isAhead ? [`${called4} was written in the future, on ${new Date(then).toISOString()}: is a clock wrong?`] : [];
}
function listOf(value2) {
  return Array.isArray(value2) ? value2 : [];
}

// src/baseline/load.ts
var MOST_MEGABYTES = 128;
async function loadBaseline(inputs, event, ports) {
  const { baselineFile, statusBranch: statusBranch2 } = inputs;
  if (baselineFile === null && statusBranch2 === null) return null;
  try {
    return baselineFile === null ? await (0, import_clouds3.within)(ports.time.reading, () => ofBranch(statusBranch2 ?? "", inputs, event, ports)) : ofFile(baselineFile, ports);
  } catch (error) {
    if (error instanceof BaselineError) return noBaseline(error.message);
    const failure = failureFrom(error);
    return noBaseline(`The baseline could not be read ${whyOf(failure)}.${afterwards(failure)}`);
  }
}
function ofFile(path, { files: files2, now: now2 }) {
  const called4 = `The baseline ${path.split(/[\\/]/).at(-1)}`;
  const file = files2.read(path, MOST_MEGABYTES * MEGABYTE);
  if ("text" in file) return readBaseline(file.text, called4, now2());
  if ("refusal" in file) throw new BaselineError(`${called4} is not read: ${file.refusal}.`);
  if ("isAbsent" in file)
    throw new BaselineError(`${called4} could not be read. Does the file exist, and did an earlier step download it?`);
  throw new BaselineError(
    `${tooLarge(called4, file.bytes, MOST_MEGABYTES)}: compare with the report of a status branch, which leaves out what passed.`
  );
}
async function ofBranch(branch, { githubToken, reportId, replayFile }, event, ports) {
  const { owner, repo } = event;
  const path = statusPath(reportId, "report.json");
  const octokit = await octokitOf(githubToken, ports);
  const at3 = { owner, repo, ref: branch, path, mostBytes: MOST_MEGABYTES * MEGABYTE };
  const text4 = await readContents(octokit, at3).catch((error) => {
    const remedy2 = `${missingContents(error)}${afterwards(error)}`;
    throw new BaselineError(`The baseline on branch ${branch} could not be read ${answerOf(error)}.${remedy2}`);
  });
  if (text4 === null && replayFile === null && mayWrite(event)) return null;
  if (text4 === null)
    throw new BaselineError(`Branch ${branch} has no ${path} yet; a run on the default branch writes it.`);
  return readBaseline(text4, `The baseline on branch ${branch}`, ports.now());
}
function mayWrite({ pullRequest, onDefaultBranch }) {
  return pullRequest === null && onDefaultBranch !== false;
}

// src/baseline/earlier.ts
var nothingEarlier = { baseline: null, base: null, changes: /* @__PURE__ */ new Map(), history: null };
async function readEarlier(inputs, config, event, ports) {
  const [baseline, base, changes3, history] = await Promise.all([
    loadBaseline(inputs, event, ports),
    baseConfig(event, inputs, ports),
    waiverChanges(config, event, inputs, ports),
    loadHistory(inputs, event, ports)
  ]);
  return { baseline, base, changes: changes3, history };
}

// src/github/event.ts
function readEvent(env, payload) {
  const name2 = env.GITHUB_EVENT_NAME ?? "";
  const from = objectOf(objectOf(payload).repository);
  const repository = env.GITHUB_REPOSITORY || textOf2(from.full_name);
  const [owner = "", repo = ""] = repository.split("/");
  const serverUrl = (0, import_clouds3.withoutEnd)(env.GITHUB_SERVER_URL || "https://github.com", "/");
  const actor = env.GITHUB_ACTOR ?? "";
  const ref = env.GITHUB_REF ?? "";
  const pullRequest = isPullRequest(name2) ? pullRequestOf(objectOf(payload).pull_request, repository, actor) : null;
  return {
    name: name2,
    repository,
    owner,
    repo,
    repositoryId: env.GITHUB_REPOSITORY_ID || idOf(from.id),
    sha: pullRequest?.headSha || (env.GITHUB_SHA ?? ""),
    ref,
    runUrl: `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
    serverUrl,
    pullRequest,
    visibility: visibilityOf(from),
    onDefaultBranch: isPullRequest(name2) ? false : isDefaultBranch(ref, from.default_branch)
  };
}
function isPullRequest(name2) {
  return name2 === "pull_request" || name2 === "pull_request_target";
}
function pullRequestOf(value2, repository, actor) {
  const { number: number2, head: head3, base } = objectOf(value2);
  if (typeof number2 !== "number") return null;
  const from = objectOf(objectOf(head3).repo);
  const into = textOf2(objectOf(objectOf(base).repo).full_name) || repository;
  return {
    number: number2,
    headSha: textOf2(objectOf(head3).sha),
    baseSha: textOf2(objectOf(base).sha),
    foreign: textOf2(from.full_name).toLowerCase() !== into.toLowerCase(),
    dependabot: actor.toLowerCase() === "dependabot[bot]"
  };
}
function visibilityOf(repository) {
  const { visibility } = repository;
  if (visibility === "public" || visibility === "private" || visibility === "internal") return visibility;
  if (typeof repository.private !== "boolean") return null;
  return repository.private ? "private" : "public";
}
function isDefaultBranch(ref, branch) {
  return typeof branch === "string" && branch !== "" ? ref === `refs/heads/${branch}` : null;
}
function getsNoIdentity({ pullRequest }) {
  return pullRequest !== null && (pullRequest.foreign || pullRequest.dependabot);
}
function textOf2(value2) {
  return typeof value2 === "string" ? value2 : "";
}
function idOf(value2) {
  return typeof value2 === "number" || typeof value2 === "string" && value2 !== "" ? String(value2) : null;
}

// src/github/repository.ts
async function completeEvent(event, octokit) {
  const known3 = event.visibility !== null && event.onDefaultBranch !== null;
  const { doubt, advice: advice3, ...repository } = known3 ? {} : await askedFor(event, octokit);
  return {
    ...event,
    repositoryId: event.repositoryId ?? idOf(repository.id),
    visibility: event.visibility ?? visibilityOf(repository) ?? "public",
    onDefaultBranch: event.onDefaultBranch ?? isDefaultBranch(event.ref, repository.default_branch) ?? false,
    ...typeof doubt === "string" ? { doubt, advice: String(advice3) } : {}
  };
}
async function askedFor({ owner, repo }, octokit) {
  try {
    const { rest: rest3 } = await octokit();
    return objectOf((await rest3.repos.get({ owner, repo })).data);
  } catch (error) {
    const failure = failureFrom(error);
    return { doubt: whyOf(failure), advice: afterwards(failure) };
  }
}

// src/event.ts
var typed = {
  name: "command-line",
  repository: "",
  owner: "",
  repo: "",
  repositoryId: null,
  sha: "",
  ref: "",
  runUrl: "",
  serverUrl: "",
  pullRequest: null,
  visibility: "private",
  onDefaultBranch: false
};
function eventOf(ports) {
  return ports.terminal ? typed : readEvent(ports.env, payloadOf(ports) ?? {});
}
function warnOfGaps(event, ports) {
  if (ports.terminal) return;
  if (!ports.env.GITHUB_WORKSPACE)
    ports.log.warning(
      "GITHUB_WORKSPACE is not set: files are read and written in the folder in which this action was started."
    );
  const { GITHUB_EVENT_PATH: path } = ports.env;
  if (!/^pull_request(_target)?$/.test(event.name) || event.pullRequest !== null) return;
  const why2 = !path ? "GITHUB_EVENT_PATH is not set" : payloadOf(ports) === null ? `the file at GITHUB_EVENT_PATH (${path}) could not be read as JSON` : `the file at GITHUB_EVENT_PATH (${path}) names no pull request`;
  ports.log.warning(
    `This run cannot tell which pull request it belongs to, because ${why2}. It posts no comment, and it does not show what the pull request changes in the config file. Run this action in a job of GitHub Actions, and change neither GITHUB_EVENT_PATH nor the file it names in an earlier step.`,
    { title: "No comment on the pull request" }
  );
}
function payloadOf({ env, files: files2 }) {
  return parsed(files2.ofRunner(env.GITHUB_EVENT_PATH ?? "") ?? "");
}
function completed(event, githubToken, ports) {
  const get = (repository) => (0, import_clouds3.within)(ports.time.publishing, async () => (await octokitOf(githubToken, ports)).rest.repos.get(repository));
  return completeEvent(event, async () => ({ rest: { repos: { get } } }));
}

// src/evidence/watched.ts
function watched2(evidence4) {
  const seen = /* @__PURE__ */ new Set();
  const watch = (records) => ({
    get(key3) {
      const record2 = records.get(key3);
      seen.add(record2 ?? key3);
      return record2;
    }
  });
  const { resources, collections } = evidence4;
  return { evidence: { ...evidence4, resources: watch(resources), collections: watch(collections) }, seen };
}
function changesSince(then, now2) {
  const changed3 = /* @__PURE__ */ new Set();
  for (const name2 of ["resources", "collections"]) {
    for (const [key3, record2] of then[name2]) if (now2[name2].get(key3) !== record2) changed3.add(record2);
    for (const key3 of now2[name2].keys()) if (!then[name2].has(key3)) changed3.add(key3);
  }
  return changed3;
}

// src/judge/alike.ts
var MOST = 1e4;
function createAlike() {
  const known3 = /* @__PURE__ */ new Map();
  return (value2) => {
    const content = JSON.stringify(value2);
    if (!known3.has(content) && known3.size < MOST) known3.set(content, value2);
    return known3.get(content) ?? value2;
  };
}

// src/evidence/file-services.ts
function fileServiceId(accountId2) {
  return `${accountId2}/fileServices/${fileService.about.onlyOne?.name}`;
}
function mayBeFileShare(datastore) {
  const type4 = propertyOf(datastore, mlDatastore.datastoreType);
  return typeof type4 !== "string" || type4.toLowerCase() === "azurefile";
}

// src/evidence/workspace/ai-services.ts
function aiServices(connections2, lookup2) {
  return { all: once(connections2.all.flatMap((connection) => accountOf(connection, lookup2))), none: "not-used" };
}
function accountOf(connection, { at: at3, open: open3 }) {
  if (connection.unreadable) return [connection];
  const { property, type: type4, saidBy: by } = connectedTo;
  const reference = referenceAt(connection, property);
  if (reference === "none") return [];
  if (reference === "strange") return [strange(connection, property, type4, by, open3)];
  const named3 = parseResourceId(reference.id);
  if (named3) return named3.type === aiServicesAccount.type ? [at3(reference.id)] : [];
  const message2 = said`${words(property.path)} of ${connection} is not a resource id: nobody can tell what it refers to.`;
  return [unnamed(connection, type4, { by, reason: "unrecognised-value", message: message2 }, open3)];
}

// src/evidence/workspace/attached.ts
function targets(computes2, lookup2) {
  const byId = /* @__PURE__ */ new Map();
  for (const compute of computes2.all) {
    const target = targetOf(compute, lookup2);
    if (target === null) continue;
    const known3 = byId.get(idKey(target.id)) ?? { target, computes: [] };
    known3.computes.push(compute);
    byId.set(idKey(target.id), known3);
  }
  return { hidden: computes2.all.filter(({ unreadable: unreadable3 }) => unreadable3 !== null), targets: [...byId.values()] };
}
function targetOf(compute, { open: open3, at: at3 }) {
  const { property } = attachment;
  const { types, saidBy: by } = expected([compute]);
  const [usual = ""] = types;
  const reference = referenceAt(compute, property);
  if (reference === "none") {
    if (usual === "") return null;
    const message2 = said`${compute} does not say what it is attached to: nobody can judge that.`;
    return unnamed(compute, usual, { by, reason: "property-absent", message: message2 }, open3);
  }
  if (reference === "strange") return strange(compute, property, usual, by, open3);
  const named3 = parseResourceId(reference.id)?.type;
  const isOther = usual !== "" && named3 !== void 0 && !types.includes(named3);
  return isOther ? strange(compute, property, usual, by, open3) : at3(reference.id);
}
function ofType2({ hidden: hidden2, targets: targets2 }, ...wanted) {
  const fits = ({ target, computes: computes2 }) => wanted.includes(
    isNamed(target) ? parseResourceId(target.id)?.type ?? expected(computes2).types[0] ?? "" : target.type
  );
  return { all: [...hidden2, ...targets2.filter(fits).map(({ target }) => target)], none: "not-used" };
}
function isNamed({ unnamed: unnamed2, unreadable: unreadable3 }) {
  return unnamed2 === void 0 && unreadable3?.id !== "";
}
function expected(computes2) {
  const compute = computes2.map((one) => textAt(one, mlCompute.computeType)?.toLowerCase() ?? "")[0] ?? "";
  return attachments[compute] ?? { types: [], saidBy: "" };
}
function openClusters(attached2) {
  const computesOf2 = (id) => attached2.targets.find(({ target }) => target.id === id)?.computes ?? [];
  const all2 = ofType2(attached2, managedCluster.type, connectedCluster.type).all;
  return {
    all: all2.map((target) => ({
      ...target,
      isArc: parseResourceId(target.id)?.type === connectedCluster.type,
      computes: computesOf2(target.id)
    })),
    none: "not-used"
  };
}

// src/evidence/edges.ts
function edgesOf({ id, body }, hosts) {
  const type4 = typeIn(body);
  const about2 = resourceTypes[type4];
  if (!about2) return [];
  return [
    ...about2.links.flatMap((link3) => linkIn(body, link3)),
    ...about2.lists.flatMap((list7) => listIn(id, body, list7)),
    ...accountIn(body, about2.account),
    ...about2.identities.flatMap((property) => identitiesIn(body, property)),
    ...groupIn(id, body, about2.managedGroup),
    ...keyUses(type4, body, hosts).map((use2) => ({ to: "key", use: use2 }))
  ];
}
function ledTo(edge, { collections }) {
  switch (edge.to) {
    case "list":
      return collections.get(collectionKey.list(edge.parent, edge.list.segment))?.ids ?? [];
    case "account":
      return edge.id ? [edge.id] : collections.get(collectionKey.account(edge.name))?.ids ?? [];
    case "group":
      return [edge.id, ...collections.get(collectionKey.group(edge.id))?.ids ?? []];
    case "key":
      return [keyIdOf(edge.use, collections.get(collectionKey.vault(edge.use.host))?.ids[0])];
    default:
      return [edge.id];
  }
}
function keyIdOf({ host, name: name2 }, vault) {
  return vault ? `${vault}/keys/${name2}` : keyUrl(host, name2);
}
function linkIn(body, link3) {
  const id = propertyOf(body, link3.property);
  if (typeof id !== "string" || link3.when && !says(body, link3.when)) return [];
  const isOther = link3.inFreeText && parseResourceId(id)?.type !== link3.type;
  return isOther ? [] : [{ to: "resource", id, link: link3 }];
}
function listIn(id, body, list7) {
  if (list7.unless && says(body, list7.unless)) return [];
  const { subscriptionId = "", resourceGroup: resourceGroup3 = "" } = parseResourceId(id) ?? {};
  return [{ to: "list", parent: list7.ofGroup ? groupId(subscriptionId, resourceGroup3) : id, list: list7 }];
}
function accountIn(body, account2) {
  if (!account2) return [];
  const parts = [account2.name, account2.subscription, account2.resourceGroup];
  const [name2, subscription2, group] = parts.map((each) => propertyOf(body, each));
  if (typeof name2 !== "string" || !/^[a-z0-9]{3,24}$/i.test(name2)) return [];
  const isPlaced = typeof subscription2 === "string" && typeof group === "string";
  return [{ to: "account", name: name2, id: isPlaced ? accountId(subscription2, group, name2) : null }];
}
function accountId(subscription2, group, name2) {
  return `${groupId(subscription2, group)}/providers/${casedType(storageAccount.about)}/${name2}`;
}
function identitiesIn(body, property) {
  const value2 = propertyOf(body, property);
  if (value2 instanceof import_clouds3.Unknown || Array.isArray(value2)) return [];
  const isBag = property.kind === "object" && typeof value2 === "object";
  const ids = isBag ? Object.keys(value2 ?? {}) : typeof value2 === "string" ? [value2] : [];
  return ids.map((id) => ({ to: "identity", id }));
}
function groupIn(id, body, managed2) {
  const written3 = managed2 && says(body, managed2.when) ? propertyOf(body, managed2.property) : void 0;
  const { subscriptionId = "" } = parseResourceId(id) ?? {};
  const group = typeof written3 === "string" ? groupIdOf(written3, subscriptionId) : null;
  return group ? [{ to: "group", id: group }] : [];
}

// src/evidence/workspace/key.ts
function key2(consumers, lookup2) {
  const { host, name: name2 } = consumers[0].use;
  const found2 = lookup2.evidence.collections.get(collectionKey.vault(host));
  const vault = found2?.ids[0] ? lookup2.at(found2.ids[0]) : null;
  const id = keyIdOf({ host, name: name2 }, vault?.id);
  const current = lookup2.at(id);
  const otherTenant = !vault && consumers.some((consumer) => isFederated(consumer, lookup2));
  return {
    id: current.id,
    name: name2,
    unreadable: vault ? keyUnreadable(current, vault) : vaultUnreadable(found2, current, otherTenant),
    host,
    vault,
    current,
    versions: vault && !current.unreadable ? versions2(current, consumers, lookup2) : [],
    consumers,
    otherTenant
  };
}
function isFederated({ resource: resource2, use: use2 }, lookup2) {
  return use2.isFederated || peek(lookup2.at(parentId(resource2.id)), storageAccount.federatedClient) !== void 0;
}
function keyUnreadable(current, vault) {
  return current.unreadable?.state === "absent" && vault.unreadable?.state === "unreadable" ? vault.unreadable : current.unreadable;
}
function vaultUnreadable(found2, current, otherTenant) {
  const hidden2 = found2 && found2.state !== "read" ? found2 : current.unreadable;
  if (!otherTenant || hidden2?.reason !== "not-visible") return hidden2;
  return {
    ...hidden2,
    action: null,
    message: said`The key is in another tenant: ${{ name: current.id }} cannot be read with the identity of this run.`
  };
}
function versions2(current, consumers, lookup2) {
  const newest2 = parseKeyId(textAt(current, vaultKey.uriWithVersion))?.version?.toLowerCase() ?? "current";
  const used = (consumer) => (consumer.use.pinned ?? consumer.use.inUse ?? newest2).toLowerCase();
  const all2 = [.../* @__PURE__ */ new Set([newest2, ...consumers.map(used)])];
  return all2.map((version8) => ({
    version: version8,
    resource: version8 === newest2 ? current : lookup2.at(`${current.id}/versions/${version8}`),
    consumers: consumers.filter((consumer) => used(consumer) === version8)
  }));
}

// src/evidence/workspace/keys.ts
function keysOf(consumers, hidden2, lookup2) {
  const byKey2 = /* @__PURE__ */ new Map();
  for (const resource2 of readOnce(consumers)) {
    for (const { use: use2 } of keyReferences(resource2.type, resource2.record.body, lookup2.evidence.keyHosts)) {
      if (!use2) continue;
      const name2 = keyUrl(use2.host, use2.name).toLowerCase();
      byKey2.set(name2, [...byKey2.get(name2) ?? [], { resource: resource2, use: use2 }]);
    }
  }
  const hiddenUsers2 = summed(hidden2, "whether this or another version of the key is used there is not known.");
  const hiddenBy = hidden2.map(({ kind }) => kind);
  return [...byKey2.values()].map((uses) => ({ ...key2(uses, lookup2), hiddenUsers: hiddenUsers2, hiddenBy }));
}
function vaults(own22, keys2) {
  const all2 = /* @__PURE__ */ new Map();
  const add = (resource2, role) => {
    const isHsm = parseResourceId(resource2.id)?.type === managedHsm.type;
    const vault = all2.get(idKey(resource2.id)) ?? { ...resource2, roles: /* @__PURE__ */ new Set(), isHsm };
    vault.roles.add(role);
    all2.set(idKey(resource2.id), vault);
  };
  for (const vault of own22.all) add(vault, "workspace");
  for (const { vault } of keys2) if (vault) add(vault, "cmk");
  return { all: [...all2.values()], none: own22.none };
}

// src/evidence/workspace/settings.ts
function statusOf(resource2) {
  return textAt(resource2, mlWorkspace.encryptionStatus)?.toLowerCase();
}
function mayBeEncrypted(workspace2) {
  return statusOf(workspace2) === "enabled" || peek(workspace2, mlWorkspace.encryptionStatus) instanceof import_clouds3.Unknown;
}
function architectureOf(workspace2, hub) {
  if (hub) return hub.unreadable ? "undetermined" : "inherited";
  const status = statusOf(workspace2);
  const body = workspace2.record.state === "read" ? workspace2.record.body : {};
  if (status === "disabled" || status === void 0 && propertyOf(body, mlWorkspace.encryption) === void 0)
    return "none";
  if (status !== "enabled") return "undetermined";
  if (String(propertyOf(body, mlWorkspace.serviceSideEncryption)).toLowerCase() === "true") return "service-side";
  if (propertyOf(body, mlWorkspace.managedResourceGroup) !== void 0) return "subscription-side";
  return broughtAlong(workspace2).length > 0 ? "bring-your-own" : "undetermined";
}
function broughtAlong(workspace2) {
  return metadataStores.filter(({ property }) => referenceAt(workspace2, property) !== "none");
}
function hubOf(project, lookup2) {
  const property = mlWorkspace.hub;
  const reference = referenceAt(project, property);
  if (reference === "strange") {
    const { unnamed: _, ...hub2 } = strange(project, property, mlWorkspace.type, "", lookup2.open);
    return { ...hub2, id: "", name: "" };
  }
  const hub = lookup2.at(reference === "none" ? "" : reference.id);
  if (textAt(hub, mlWorkspace.kind)?.toLowerCase() !== "project") return hub;
  const message2 = said`${project} names the project ${hub} as its hub.`;
  const reason = "unrecognised-value";
  return lookup2.open({ state: "unreadable", id: "", reason, action: null, scope: null, message: message2 });
}
function settingsOf(workspace2, hub) {
  if (!hub) return { all: [workspace2], none: "not-used" };
  if (!hub.unreadable) return { all: [], none: "inherited" };
  const message2 = said`The workspace is a project, and its hub has the settings. ${hub.unreadable.message}`;
  return { all: [{ ...workspace2, unreadable: { ...hub.unreadable, state: "unreadable", message: message2 } }], none: "inherited" };
}

// src/evidence/workspace/metadata.ts
function managedGroup(workspace2, architecture, lookup2) {
  const none = architecture === "inherited" ? "inherited" : "not-used";
  if (architecture !== "subscription-side") return { all: [], none };
  const property = mlWorkspace.managedResourceGroup;
  const id = groupIdOf(textAt(workspace2, property) ?? "", parseResourceId(workspace2.id)?.subscriptionId ?? "");
  if (id === null) {
    const { name: name3, ...where } = strange(workspace2, property, "", "metadata/resource-group", lookup2.open);
    return { all: [{ ...where, name: name3, members: [], lacking: storeTypes }], none };
  }
  const group = lookup2.at(id);
  const collection = lookup2.evidence.collections.get(collectionKey.group(group.id));
  const listed27 = (collection?.ids ?? []).map(lookup2.at);
  const members = [...listed27, ...namedStores(workspace2, listed27, group, lookup2)];
  const lacking3 = storeTypes.filter((type4) => !members.some((member2) => member2.type === type4));
  const hidden2 = collection && collection.state !== "read" && group.unreadable?.state !== "absent" ? collection : group.unreadable;
  const name2 = group.id.split("/").at(-1) ?? "";
  return { all: [{ id: group.id, name: name2, unreadable: lacking3.length === 0 ? null : hidden2, members, lacking: lacking3 }], none };
}
function namedStores(workspace2, listed27, group, lookup2) {
  return broughtAlong(workspace2).flatMap(({ property, type: type4 }) => {
    const reference = referenceAt(workspace2, property);
    if (typeof reference === "string" || listed27.some((member2) => member2.type === type4)) return [];
    const store2 = { ...lookup2.at(reference.id), type: type4 };
    return store2.unreadable && group.unreadable?.state === "absent" ? [] : [store2];
  });
}
function metadataStores2(workspace2, architecture, group, lookup2) {
  const members = group.all.flatMap((one) => [...one.members, ...unseen(one, lookup2)]);
  const stores2 = architecture === "bring-your-own" ? broughtAlong(workspace2).map(({ property, type: type4, saidBy: saidBy2 }) => {
    const reference = referenceAt(workspace2, property);
    return typeof reference === "string" ? strange(workspace2, property, type4, saidBy2, lookup2.open) : { ...lookup2.at(reference.id), type: type4 };
  }) : members;
  return { all: stores2, none: group.none };
}
function unseen(group, lookup2) {
  const { id, name: name2, unreadable: unreadable3, lacking: lacking3, unnamed: unnamed2 } = group;
  return lacking3.filter((type4) => type4 !== storageAccount.type || unreadable3?.state !== "absent").map((type4) => ({
    ...lookup2.open(unreadable3 ?? hiddenStore(group, type4)),
    ...{ id, name: name2, type: type4 },
    ...unnamed2 ? { unnamed: unnamed2 } : {}
  }));
}

// src/evidence/workspace/storage.ts
function storage(own22, metadata, datastores) {
  const accounts = /* @__PURE__ */ new Map();
  const add = (resource2, role) => {
    const known3 = accounts.get(idKey(resource2.id));
    const account2 = known3?.unnamed && !resource2.unnamed ? { ...resource2, roles: known3.roles } : known3;
    const added = account2 ?? { ...resource2, roles: /* @__PURE__ */ new Set() };
    added.roles.add(role);
    accounts.set(idKey(resource2.id), added);
  };
  for (const account2 of own22.all) add(account2, "workspace");
  for (const store2 of metadata.all) if (store2.type === storageAccount.type) add(store2, "metadata");
  for (const { account: account2, roles } of datastores) for (const role of roles) add(account2, role);
  return { all: [...accounts.values()], none: own22.none };
}
function dataAccounts(datastores, workspace2, hub, lookup2) {
  const ofHub = hub ? textAt(hub, mlWorkspace.storageAccount) : void 0;
  const own22 = textAt(workspace2, mlWorkspace.storageAccount);
  return datastores.flatMap(
    (datastore) => accountOf2(datastore, own22, lookup2).map((account2) => ({ account: account2, roles: rolesOf(datastore) }))
  ).filter(({ account: account2 }) => ofHub === void 0 || idKey(ofHub) !== idKey(account2.id));
}
function rolesOf({ record: record2 }) {
  return record2.state !== "read" || mayBeFileShare(record2.body) ? ["datastore", "files"] : ["datastore"];
}
function accountOf2(datastore, own22, lookup2) {
  if (datastore.unreadable) return [datastore];
  const property = mlDatastore.account;
  if (referenceAt(datastore, property) === "strange")
    return [strange(datastore, property, storageAccount.type, "storage/exists", lookup2.open)];
  const name2 = textAt(datastore, property);
  if (!name2) return isOnStorage(datastore) ? [unnamedAccount(datastore, lookup2)] : [];
  const [subscription2, group] = [
    textAt(datastore, mlDatastore.subscription),
    textAt(datastore, mlDatastore.resourceGroup)
  ];
  if (subscription2 && group) return [lookup2.at(accountId(subscription2, group, name2))];
  if (own22 && parseResourceId(own22)?.name.toLowerCase() === name2.toLowerCase()) return [lookup2.at(own22)];
  const found2 = lookup2.evidence.collections.get(collectionKey.account(name2));
  if (found2?.ids[0]) return [lookup2.at(found2.ids[0])];
  const message2 = said`The storage account ${{ name: name2 }} was not found.`;
  const hidden2 = found2 && found2.state !== "read" ? found2 : { ...notSaid(accountByName(name2)), message: message2 };
  return [{ ...lookup2.open(hidden2), id: datastore.id, name: name2, type: storageAccount.type }];
}
function isOnStorage(datastore) {
  const type4 = textAt(datastore, mlDatastore.datastoreType)?.toLowerCase() ?? "";
  return ["azureblob", "azurefile", "azuredatalakegen2"].includes(type4);
}
function unnamedAccount(datastore, { open: open3 }) {
  const message2 = said`${datastore} does not name its storage account: nobody can judge that.`;
  return unnamed(datastore, storageAccount.type, { by: "storage/exists", reason: "property-absent", message: message2 }, open3);
}

// src/evidence/workspace/unknown-keys.ts
function withoutName(unnamed2, hidden2, current) {
  const known3 = new Set(unnamed2.map(({ id }) => idKey(id)));
  const places2 = Map.groupBy(hidden2, ({ id }) => idKey(id));
  const behind = [...places2].flatMap(([place3, users]) => {
    const unreadable3 = summed(users, "whether a customer-managed key is used there, and which, is not known.");
    const [first] = users;
    if (known3.has(place3) || !unreadable3 || !first) return [];
    const { id } = first;
    return [{ ...noKey(current), id, name: asText(called(first)), unreadable: unreadable3, hiddenBy: users.map(({ kind }) => kind) }];
  });
  return [...unnamed2, ...behind];
}
function unnamedKeys(consumers, current, { evidence: evidence4 }) {
  return readOnce(consumers).flatMap(({ id, name: name2, type: type4, record: record2 }) => {
    const lost = keyReferences(type4, record2.body, evidence4.keyHosts).filter(({ use: use2 }) => use2 === null);
    if (lost.length === 0) return [];
    const open3 = lost.find((reference) => reference.open)?.open;
    const where = lost.map(({ path }) => path).join(", ");
    const message2 = said`${{ id, name: name2 }} is encrypted with a customer-managed key, and nobody can tell which: ${words(where)} does not name one.`;
    const absent2 = { reason: "property-absent", message: message2, action: null, scope: null, id: "" };
    return [
      { ...noKey(current), id, name: name2, unreadable: open3 ? unplanned(open3) : { state: "unreadable", ...absent2 } }
    ];
  });
}
function noKey(current) {
  const nothing3 = { host: "", vault: null, versions: [], consumers: [], otherTenant: false };
  return { ...nothing3, current, hiddenUsers: null, hiddenBy: [] };
}

// src/evidence/workspace/open.ts
function openWorkspace(evidence4, id, profile3, options) {
  let reads = noReads();
  const lookup2 = createLookup(evidence4, () => reads);
  const resource2 = lookup2.at(id);
  const kind = (textAt(resource2, mlWorkspace.kind) ?? "default").toLowerCase();
  const hub = kind === "project" ? hubOf(resource2, lookup2) : null;
  const parts = partsOf2(resource2, hub, options, lookup2);
  return {
    id: resource2.id,
    name: resource2.name,
    kind,
    profile: profile3,
    resource: resource2,
    hub,
    settings: settingsOf(resource2, hub),
    ...parts,
    ...keysIn(parts, resource2, hub, lookup2),
    encrypted: hub ? settingsOf(resource2, hub) : { all: parts.encrypted, none: "not-used" },
    options,
    evidence: evidence4,
    at: lookup2.at,
    takeReads() {
      const taken = reads;
      reads = noReads();
      return taken;
    }
  };
}
function partsOf2(resource2, hub, options, lookup2) {
  const architecture = architectureOf(resource2, hub);
  const dependency = (link3) => dependencies2(resource2, hub, lookup2, link3);
  const metadataGroup = managedGroup(resource2, architecture, lookup2);
  const metadata = metadataStores2(resource2, architecture, metadataGroup, lookup2);
  const children = openChildren(lookup2, resource2);
  const attached2 = targets(children.list("computes"), lookup2);
  const datastores = dataAccounts(children.list("datastores").all, resource2, hub, lookup2);
  const deployments2 = () => children.list("onlineDeployments").all;
  return {
    architecture,
    storageAccounts: storage(dependency(dependencies.storage), metadata, datastores),
    containerRegistry: dependency(dependencies.registry),
    diagnostics: diagnosticsOf(resource2, hub, dependency(dependencies.diagnostics), deployments2, lookup2),
    metadata,
    metadataGroup,
    clusters: openClusters(attached2),
    databricks: ofType2(attached2, databricksWorkspace.type),
    virtualMachines: ofType2(attached2, virtualMachine.type),
    hdinsight: ofType2(attached2, hdInsightCluster.type),
    aiServices: aiServices(children.list("connections"), lookup2),
    ...children,
    fileServiceOf: (account2) => lookup2.at(fileServiceId(account2.id)),
    scopesOf: (account2) => options.encryptionScopes ? children.scopesOf(account2) : { all: [], none: "disabled" },
    encrypted: hub === null && mayBeEncrypted(resource2) ? [resource2] : []
  };
}
function keysIn(parts, resource2, hub, lookup2) {
  const consumers = consumersOf(parts, lookup2);
  const hidden2 = hiddenConsumers(consumers, parts.diagnostics.all, lookup2);
  const keys2 = keysOf(consumers, hidden2, lookup2);
  const unnamed2 = unnamedKeys(consumers, resource2, lookup2);
  return {
    keyVaults: vaults(dependencies2(resource2, hub, lookup2, dependencies.vault), keys2),
    keys: { all: keys2, none: parts.storageAccounts.none },
    unknownKeys: withoutName(unnamed2, keys2.length > 0 ? [] : hidden2, resource2)
  };
}

// src/evidence/workspace/tags.ts
function tagsOf({ resources }, id) {
  const record2 = resources.get(idKey(id));
  const tags = record2?.state === "read" ? propertyOf(record2.body, mlWorkspace.tags) : void 0;
  return tags ?? {};
}

// src/judge/judge.ts

// src/judge/evaluate.ts
function evaluate(checklist2, workspace2, config = noConfig) {
  return checklist2.flatMap((check2) => {
    if (disabledReason(config, check2.id) !== null)
      return [{ check: check2, verdict: { status: "not-applicable", reason: "disabled" }, subject: null }];
    const subjects7 = check2.subjects(workspace2);
    const { collectedBy } = workspace2.evidence;
    if (subjects7.all.length === 0 && subjects7.none === "not-used" && collectedBy?.checks.includes(check2.id) === false)
      return [notLookedFor(check2, workspace2, collectedBy.version)];
    if (subjects7.all.length === 0)
      return [{ check: check2, verdict: { status: "not-applicable", reason: subjects7.none }, subject: null }];
    return subjects7.all.map((subject2) => judge(check2, subject2, workspace2, config));
  });
}
function notLookedFor(check2, { resource: resource2, profile: profile3 }, version8) {
  const nominal = typeof check2.severity === "function" ? "medium" : check2.severity[profile3];
  return {
    check: check2,
    subject: resource2,
    verdict: unknown("not-observable", said`Nobody looked for this. ${collectedByOlder(version8)}`),
    missing: null,
    severity: nominal === "high" ? "medium" : nominal,
    reads: { values: [], records: /* @__PURE__ */ new Set() }
  };
}
function judge(check2, subject2, workspace2, config) {
  workspace2.takeReads();
  const { verdict: said3, missing } = verdictOf2(check2, subject2, workspace2);
  const severity3 = severityOf2(check2, subject2, workspace2, said3);
  const reads = workspace2.takeReads();
  const verdict2 = withoutDoubt(said3, reads);
  return {
    check: check2,
    subject: subject2,
    verdict: verdict2,
    missing,
    severity: overridden(
      verdict2 === said3 ? severity3 : severityOf2(check2, subject2, workspace2, verdict2),
      check2,
      verdict2,
      config
    ),
    reads
  };
}
function withoutDoubt(verdict2, { records }) {
  if (verdict2.status !== "pass") return verdict2;
  for (const record2 of records)
    if (record2.state === "read" && record2.doubt) return unknown("not-observable", foreign(record2.doubt));
  return verdict2;
}
function verdictOf2(check2, subject2, workspace2) {
  if (subject2.unnamed) return { verdict: ofUnnamed(check2, subject2.unnamed), missing: null };
  if (subject2.unreadable)
    return { verdict: ofUnreadable(check2, subject2, subject2.unreadable), missing: subject2.unreadable };
  try {
    const verdict2 = check2.judge(subject2, workspace2);
    return { verdict: verdict2, missing: verdict2.status === "unknown" ? verdict2.record ?? null : null };
  } catch (error) {
    if (!(error instanceof Undecided)) return { verdict: crashed(error), missing: null };
    const { reason, said: message2, record: record2 } = error;
    const gone = record2?.state === "absent" ? reasonOfGone(record2) : null;
    if (gone !== null) return { verdict: { status: "not-applicable", reason: gone }, missing: null };
    return { verdict: { status: "unknown", reason, message: message2 }, missing: record2 };
  }
}
function ofUnnamed(check2, { by, reason, message: message2 }) {
  return check2.id === by ? { status: "unknown", reason, message: message2 } : { status: "not-applicable", reason: "absent" };
}
function ofUnreadable(check2, subject2, unreadable3) {
  if (unreadable3.state === "absent") {
    if (check2.absent) return check2.absent(subject2);
    const reason = reasonOfGone(unreadable3);
    if (reason !== null) return { status: "not-applicable", reason };
  }
  return { status: "unknown", reason: unreadable3.reason, message: unreadable3.message };
}
function reasonOfGone({ id }) {
  const gone = resourceTypes[typeOf(id) ?? ""]?.whenGone;
  if (gone === void 0) return null;
  return gone === "not-used" ? gone : "absent";
}
function crashed(error) {
  const message2 = said`The rule of this check failed (${foreign((0, import_clouds3.messageOf)(error))}); please report it.`;
  return { status: "unknown", reason: "invalid-response", message: message2 };
}
var atMostMedium = ["not-observable", "truncated"];
function severityOf2(check2, subject2, workspace2, verdict2) {
  const own22 = typeof check2.severity === "function" ? check2.severity(subject2, workspace2) : check2.severity;
  const given = verdict2.status === "fail" || verdict2.status === "unknown" ? verdict2.severity : void 0;
  const severity3 = forProfile(given ?? own22, workspace2.profile);
  if (verdict2.status !== "unknown") return severity3;
  const most = verdict2.atMost ? milder(severity3, forProfile(verdict2.atMost, workspace2.profile)) : severity3;
  return atMostMedium.includes(verdict2.reason) ? milder(most, "medium") : most;
}
function overridden(severity3, check2, verdict2, config) {
  const isAdvice = verdict2.status === "fail" && verdict2.severity !== void 0 && severity3 === "info";
  return isAdvice ? severity3 : severityFor(config, check2.id) ?? severity3;
}
function forProfile(severity3, profile3) {
  return typeof severity3 === "object" ? severity3[profile3] : severity3;
}
function fingerprint(check2, resource2, workspace2) {
  return hash("sha256", [check2, idKey(resource2), idKey(workspace2)].join("\n"), "buffer").toString("hex", 0, 16);
}
function evidenceOf({ reads, subject: subject2 }) {
  return reads.values.map(
    ({ resource: resource2, path, value: value2 }) => resource2 === void 0 || idKey(resource2) === idKey(subject2.id) ? { path, value: value2 } : { resource: resource2, path, value: value2 }
  );
}
function stepsOf({ check: check2, subject: subject2, verdict: verdict2 }, workspace2) {
  const own22 = verdict2.status === "fail" ? verdict2.remedy : void 0;
  const remedy2 = own22 === void 0 ? check2.remedy?.(subject2, workspace2) : own22;
  if (!remedy2) return [];
  return Array.isArray(remedy2) ? remedy2 : [remedy2];
}
function unconfirmed({ reads }) {
  const records = [...reads.records];
  const graphOnly = records.every((record2) => record2.state !== "read" || record2.source === "resource-graph");
  return graphOnly ? records.flatMap((record2) => record2.state === "read" ? [record2.id] : []) : [];
}

// src/config/waivers.ts
var warningDays = 14;
function waiverFor({ waivers: waivers2 }, finding, workspace2, now2) {
  const indexes = [...waivers2.keys()].filter((index) => isMeant(waivers2[index], finding, workspace2));
  const [longest] = indexes.map((index) => waivers2[index]).sort((one, other) => one.expires === other.expires ? 0 : one.expires > other.expires ? -1 : 1);
  return longest ? { waiver: longest, isExpired: daysUntil(longest.expires, now2) < 0, indexes } : null;
}
function isMeant(waiver2, { check: check2, resource: resource2, status }, workspace2) {
  const isRuled = status === "unknown" ? waiver2.check === check2 : status === "fail" && covers(waiver2.check, check2);
  if (!isRuled) return false;
  const subject2 = { id: resource2, name: resource2.slice(resource2.lastIndexOf("/") + 1) };
  return (waiver2.workspace === void 0 || workspace2 !== null && matchesResource(waiver2.workspace, workspace2)) && (waiver2.resource === void 0 || matchesResource(waiver2.resource, subject2));
}
function waiverNotes({ waivers: waivers2 }, used, now2) {
  return waivers2.flatMap((waiver2, index) => {
    const notes = [...endOf(waiver2, now2), ...used.has(index) ? [] : ["matches nothing that failed or is unknown"]];
    if (notes.length === 0) return [];
    const which = `The waiver of ${waiver2.check} by ${(0, import_clouds3.oneLine)(waiver2.owner, 80)} (line ${waiver2.line} of the config file)`;
    return [`${which} ${notes.join(", and ")}.`];
  });
}
function endOf(waiver2, now2) {
  const days = daysUntil(waiver2.expires, now2);
  if (days < 0) return [`expired on ${waiver2.expires} and has no effect`];
  if (days > warningDays) return [];
  return [`expires on ${waiver2.expires}, ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}`];
}

// src/judge/finding.ts
function findingOf(judgement, workspace2, alike3) {
  const { check: check2, subject: subject2, verdict: verdict2, severity: severity3, missing } = judgement;
  const failed2 = verdict2.status === "fail";
  return {
    check: check2.id,
    resource: subject2.id,
    status: verdict2.status,
    severity: severity3,
    reason: verdict2.status === "unknown" ? verdict2.reason : null,
    message: alike3(messageOf2(judgement)),
    confirmed: unconfirmed(judgement).length === 0,
    evidence: alike3(evidenceOf(judgement)),
    steps: failed2 ? stepsOf(judgement, workspace2) : [],
    creationOnly: failed2 && check2.creationOnly === true,
    fingerprint: fingerprint(check2.id, subject2.id, workspace2.id),
    new: null,
    waiver: null,
    missing: verdict2.status === "unknown" && missing !== null && isMissing(missing) ? missing.id : null
  };
}
function passedIn(judgement, alike3) {
  const { check: check2, subject: subject2, severity: severity3 } = judgement;
  const message2 = messageOf2(judgement);
  const confirmed = unconfirmed(judgement).length === 0;
  return {
    resource: subject2.id,
    said: alike3({ check: check2.id, severity: severity3, message: message2, confirmed, evidence: evidenceOf(judgement) })
  };
}
function passingFinding({ resource: resource2, said: said3 }, workspace2, isCompared) {
  const { check: check2, severity: severity3, message: message2, confirmed, evidence: evidence4 } = said3;
  return {
    check: check2,
    resource: resource2,
    status: "pass",
    severity: severity3,
    reason: null,
    message: message2,
    confirmed,
    evidence: evidence4,
    steps: [],
    creationOnly: false,
    fingerprint: fingerprint(check2, resource2, workspace2),
    new: isCompared ? false : null,
    waiver: null,
    missing: null
  };
}
function waivedOrNot(finding, workspace2, config, now2) {
  const match = waiverFor(config, finding, workspace2, now2);
  if (!match) return { finding, waivers: [] };
  const { owner, reason, expires, ticket, line: line3, changed: change } = match.waiver;
  const message2 = said`${finding.message} The waiver of ${{ name: owner }} ran out on ${words(expires)}.`;
  const changed3 = match.isExpired ? { ...finding, message: message2 } : { ...finding, status: "waived", waiver: { owner, reason, expires, ticket, line: line3, changed: change } };
  return { finding: changed3, waivers: match.indexes };
}
function isMissing({ id, reason }) {
  return id !== "" && reason !== "absent";
}
function messageOf2({ check: check2, verdict: verdict2 }) {
  return ("message" in verdict2 ? verdict2.message : void 0) ?? `${check2.title}.`;
}

// src/judge/policy.ts
function reaches(severity3, threshold) {
  return threshold !== "never" && severity3 !== "info" && rank(severity3) <= rank(threshold);
}
function counts({ severity: severity3, new: isNew3 }, policy) {
  return reaches(severity3, policy.failOnSeverity) && !(policy.failOnNewOnly && isNew3 === false);
}
function conclude(gate3) {
  if (gate3.failed > 0) return "fail";
  return gate3.unknown + gate3.unseen > 0 ? "incomplete" : "pass";
}
function failsJob(conclusion, policy) {
  if (policy.warnOnly || policy.failOnSeverity === "never") return false;
  return conclusion === "fail" || conclusion === "incomplete" && policy.onUnknown === "fail";
}
function failedCount({ failedBySeverity }) {
  return failedBySeverity.high + failedBySeverity.medium + failedBySeverity.low;
}
function undecidedCount({ unknown: unknown2, unknownBySeverity }) {
  return unknown2 - unknownBySeverity.info;
}

// src/judge/weighed.ts
function weighedIn(findings2, outcomes2, workspace2, { open: open3 }) {
  const weighed2 = (check2, resource2, to) => {
    const from = open3.get(fingerprint(check2, resource2, workspace2.id));
    if (!hasFailed(from) || from === null || from === to) return [];
    return [{ check: check2, resource: resource2, workspace: workspace2.id, from, to }];
  };
  const still = findings2.flatMap(
    ({ check: check2, resource: resource2, status, severity: severity3 }) => status === "fail" || status === "waived" ? weighed2(check2, resource2, status === "fail" ? severity3 : status) : []
  );
  const off = outcomes2.filter(({ verdict: verdict2 }) => verdict2.status === "not-applicable" && verdict2.reason === "disabled");
  return [
    ...still,
    ...off.flatMap(({ check: check2 }) => check2.subjects(workspace2).all.flatMap(({ id }) => weighed2(check2.id, id, "disabled")))
  ];
}

// src/judge/judge.ts
function judge2(all2, id, terms2, alike3 = createAlike()) {
  const { evidence: evidence4, seen } = watched2(all2);
  const workspace2 = open(evidence4, id, terms2);
  const outcomes2 = evaluate(checklist, workspace2, terms2.config);
  const judgements = outcomes2.filter(isFinding);
  const isOfUpgrade = upgradeOf(workspace2, outcomes2, terms2);
  const told5 = judgements.map(
    (judgement) => judgement.verdict.status === "pass" ? { finding: passedIn(judgement, alike3), waivers: [], isUpgraded: false } : tell(judgement, workspace2, terms2, isOfUpgrade, alike3)
  );
  const findings2 = told5.map(({ finding }) => finding);
  const shown5 = findings2.filter(isShown);
  return {
    report: {
      ...headerOf(workspace2),
      counts: countsOf(outcomes2, shown5),
      others: alike3(othersOf(outcomes2)),
      findings: shown5
    },
    findings: findings2,
    missing: outcomes2.flatMap((outcome2) => (outcome2.subject && outcome2.missing) ?? []),
    waivers: told5.flatMap(({ waivers: waivers2 }) => waivers2),
    fixed: terms2.baseline ? fixedIn(judgements, workspace2, terms2.baseline) : [],
    weighed: terms2.baseline ? weighedIn(shown5, outcomes2, workspace2, terms2.baseline) : [],
    upgraded: told5.flatMap(
      ({ finding, isUpgraded }) => isUpgraded && isShown(finding) ? changed(finding, workspace2) : []
    ),
    doubtful: judgements.filter(({ verdict: verdict2, severity: severity3 }) => verdict2.status === "fail" && reaches(severity3, terms2.policy.failOnSeverity)).flatMap(unconfirmed),
    seen: [...seen]
  };
}
function whole(judged, terms2) {
  return { ...judged.report, findings: findingsOf(judged, terms2) };
}
function findingsOf({ report, findings: findings2 }, { baseline }, checks2 = null) {
  const wanted = checks2 === null ? findings2 : findings2.filter((one) => checks2.has(checkOf(one)));
  return wanted.map((one) => isShown(one) ? one : passingFinding(one, report.id, baseline !== null));
}
function open(evidence4, id, { policy, config }) {
  const name2 = parseResourceId(id)?.name ?? id;
  const profile3 = profileFor(config, { id, name: name2, tags: tagsOf(evidence4, id) }, policy.profile);
  return openWorkspace(evidence4, id, profile3, {
    ...config.thresholds,
    isDeniedName: (job2) => config.jobNames.some((pattern4) => (0, import_clouds3.matchesPattern)(pattern4, job2)),
    encryptionScopes: isEnabled(config, scopesCheck)
  });
}
function tell(judgement, workspace2, { config, baseline }, isOfUpgrade, alike3) {
  const now2 = new Date(workspace2.evidence.collectedAt);
  const { finding, waivers: waivers2 } = waivedOrNot(findingOf(judgement, workspace2, alike3), workspace2, config, now2);
  const looksNew = isNew2(finding, baseline);
  const isUpgraded = looksNew === true && isOfUpgrade(finding);
  return { finding: { ...finding, new: isUpgraded ? false : looksNew }, waivers: waivers2, isUpgraded };
}
function isFinding(outcome2) {
  return ["pass", "fail", "unknown"].includes(outcome2.verdict.status);
}
function isShown(finding) {
  return "status" in finding;
}
function checkOf(finding) {
  return isShown(finding) ? finding.check : finding.said.check;
}
function changed({ check: check2, resource: resource2 }, { id }) {
  return { check: check2, resource: resource2, workspace: id };
}
function fixedIn(judgements, workspace2, { open: open3 }) {
  return judgements.flatMap(
    ({ check: check2, subject: subject2, verdict: verdict2 }) => verdict2.status === "pass" && hasFailed(open3.get(fingerprint(check2.id, subject2.id, workspace2.id))) ? changed({ check: check2.id, resource: subject2.id }, workspace2) : []
  );
}
function upgradeOf(workspace2, outcomes2, { baseline }) {
  if (!baseline?.upgrade) return () => false;
  const judged = outcomes2.flatMap(
    ({ check: check2, subject: subject2 }) => subject2 === null ? [] : [fingerprint(check2.id, subject2.id, workspace2.id)]
  );
  return foundByUpgrade(baseline.upgrade, workspace2.id, new Set(judged));
}
function headerOf({ id, name: name2, kind, profile: profile3, hub, architecture, resource: resource2 }) {
  const location = peek(resource2, anyResource.location);
  return {
    id,
    name: name2,
    kind,
    location: String(location ?? ""),
    profile: profile3,
    hub: hub?.id || null,
    cmkArchitecture: architecture
  };
}
function countsOf(outcomes2, shown5) {
  const counts3 = { pass: 0, fail: 0, unknown: 0, "not-applicable": 0, attested: 0, manual: 0, waived: 0 };
  const others = outcomes2.map(({ verdict: verdict2 }) => verdict2.status).filter((status) => status !== "fail" && status !== "unknown");
  for (const status of [...others, ...shown5.map(({ status: status2 }) => status2)]) counts3[status] += 1;
  return counts3;
}
function othersOf(outcomes2) {
  const others = {
    "not-applicable": { "not-used": [], inherited: [], absent: [], disabled: [] },
    attested: [],
    manual: []
  };
  for (const { check: check2, verdict: verdict2 } of outcomes2) {
    const list7 = listIn2(others, verdict2);
    if (list7 && !list7.includes(check2.id)) list7.push(check2.id);
  }
  return others;
}
function listIn2(others, verdict2) {
  if (verdict2.status === "not-applicable") return others["not-applicable"][verdict2.reason];
  return verdict2.status === "attested" || verdict2.status === "manual" ? others[verdict2.status] : null;
}

// src/judge/again.ts
function judgeAll(evidence4, terms2) {
  const alike3 = createAlike();
  return evidence4.workspaces.map((id) => judge2(evidence4, id, terms2, alike3));
}
function toConfirm(judged, limit) {
  const ids = new Map(judged.flatMap(({ doubtful }) => doubtful.map((id) => [idKey(id), id])));
  return [...ids.values()].slice(0, limit);
}
async function judgeAgain(evidence4, judged, terms2, change) {
  const then = { resources: new Map(evidence4.resources), collections: new Map(evidence4.collections) };
  await change();
  const changes3 = changesSince(then, evidence4);
  const kept3 = new Map(
    judged.filter(({ seen }) => !seen.some((one) => changes3.has(one))).map((one) => [idKey(one.report.id), one])
  );
  return evidence4.workspaces.map((id) => kept3.get(idKey(id)) ?? judge2(evidence4, id, terms2));
}

// src/azure/collect.ts

// src/azure/links.ts
function followLinks(record2, reader2, { hosts, asked }) {
  const edges = edgesOf(record2, hosts).filter((edge) => !isProject(record2) || !isInherited(edge)).filter((edge) => edge.to !== "list" || !edge.list.onRequest || asked(edge.list.segment));
  for (const edge of edges) follow(edge, record2, reader2);
  const hasGroup = edges.some(({ to }) => to === "group");
  if (typeIn(record2.body) === mlWorkspace.type) wantProviders(record2, reader2, hasGroup);
}
function isInherited(edge) {
  if (edge.to === "resource") return edge.link.isInherited === true;
  return edge.to === "group" || edge.to === "key";
}
function follow(edge, record2, reader2) {
  switch (edge.to) {
    case "resource":
      if (isRead(edge)) reader2.want(edge.id);
      break;
    case "identity":
      if (!showsPrincipal(record2, edge.id)) reader2.want(edge.id);
      break;
    case "account":
      if (edge.id) reader2.want(edge.id);
      else reader2.wantAccount(edge.name);
      break;
    case "list":
      wantList(reader2, edge);
      break;
    case "group":
      reader2.wantGroup(edge.id);
      break;
    case "key":
      reader2.wantKey(edge.use);
  }
}
function wantList(reader2, { parent, list: list7 }) {
  if (list7.indexed) reader2.wantIndexed(parent, list7);
  else if (list7.ofServices) reader2.wantServices(parent);
  else reader2.wantList(parent, list7.segment);
}
function isRead({ id, link: link3 }) {
  return link3.isRead !== false && (link3.type !== void 0 || resourceTypes[typeOf(id) ?? ""] !== void 0);
}
function showsPrincipal({ body }, id) {
  const known3 = Object.entries(propertyOf(body, managedIdentity.userAssignedIdentities) ?? {});
  return known3.some(([name2, identity]) => idKey(name2) === idKey(id) && valueAt(identity, "principalId"));
}
function wantProviders({ id }, reader2, hasGroup) {
  const { subscriptionId = "" } = parseResourceId(id) ?? {};
  for (const namespace of [...providers.always, ...hasGroup ? providers.withManagedGroup : []])
    reader2.want(`/subscriptions/${subscriptionId}/providers/${namespace}`);
}
function followProject(record2, reader2, evidence4) {
  const hubId = propertyOf(record2.body, mlWorkspace.hub);
  const hub = typeof hubId === "string" ? evidence4.resources.get(idKey(hubId)) : void 0;
  for (const { property } of Object.values(dependencies)) {
    const id = propertyOf(record2.body, property);
    const ofHub = hub?.state === "read" ? propertyOf(hub.body, property) : void 0;
    const isOfHub = typeof ofHub === "string" && typeof id === "string" && idKey(ofHub) === idKey(id);
    if (typeof id === "string" && !isOfHub) reader2.want(id);
  }
}
function isProject(record2) {
  return String(propertyOf(record2.body, mlWorkspace.kind)).toLowerCase() === "project";
}

// src/azure/file-services.ts
function createFileServices({ resources, collections }) {
  const needed = /* @__PURE__ */ new Set();
  const arrived = /* @__PURE__ */ new Map();
  function need(name2, reader2) {
    if (name2 === null) return;
    needed.add(name2);
    const id = arrived.get(name2);
    if (id !== void 0) reader2.want(fileServiceId(id));
  }
  function recordOf5(id) {
    const record2 = typeof id === "string" ? resources.get(idKey(id)) : void 0;
    return record2?.state === "read" ? record2 : null;
  }
  return {
    follow(record2, reader2) {
      const type4 = typeIn(record2.body);
      if (type4 === storageAccount.type) {
        const name2 = nameIn2(record2.id);
        if (name2 !== null) arrived.set(name2, record2.id);
        if (name2 !== null && needed.has(name2)) need(name2, reader2);
      }
      if (type4 === mlWorkspace.type && !isProject(record2)) need(accountOf3(record2), reader2);
      const holder3 = type4 === mlDatastore.type ? recordOf5(parentId(record2.id)) : null;
      if (holder3 && !isProject(holder3)) need(shareOf(record2), reader2);
    },
    followProject(project, reader2) {
      const hub = recordOf5(propertyOf(project.body, mlWorkspace.hub));
      const datastores = collections.get(collectionKey.list(project.id, "datastores"))?.ids ?? [];
      const shares = datastores.flatMap((id) => recordOf5(id) ?? []).map(shareOf);
      for (const name2 of [accountOf3(project), ...shares])
        if (hub === null || name2 !== accountOf3(hub)) need(name2, reader2);
    }
  };
}
function accountOf3({ body }) {
  return nameIn2(propertyOf(body, mlWorkspace.storageAccount));
}
function shareOf({ body }) {
  const name2 = mayBeFileShare(body) ? propertyOf(body, mlDatastore.account) : void 0;
  return typeof name2 === "string" ? name2.toLowerCase() : null;
}
function nameIn2(id) {
  return typeof id === "string" ? parseResourceId(id)?.name.toLowerCase() ?? null : null;
}

// src/evidence/prune.ts
var always = Object.values(anyResource).map(({ path }) => path);
function prune(body, entry2) {
  const kept3 = {};
  const free = new Set(entry2.links?.flatMap(({ inFreeText, property }) => inFreeText ? [property.path] : []));
  if (entry2.secrets) kept3[secretPlaces.path] = (0, import_clouds3.secretPlaces)(body, entry2 === mlCompute.about);
  for (const path of [...always, ...entry2.keep]) {
    const value2 = valueAt(body, path);
    if (value2 === void 0) keepContainer(body, kept3, path);
    else put(kept3, path.split("."), free.has(path) && !isId(value2) ? emptied(value2) : withoutSecrets(path, value2));
  }
  return kept3;
}
function withoutSecrets(path, value2) {
  if (always.includes(path)) return value2;
  return path === mlWorkspace.tags.path ? redactedTags(value2) : redacted(value2, path.slice(path.lastIndexOf(".") + 1));
}
function isId(value2) {
  return typeof value2 === "string" && parseResourceId(value2) !== null;
}
function keepContainer(body, kept3, path) {
  const keys2 = path.split(".");
  for (let length = keys2.length - 1; length > 0; length -= 1) {
    const above = valueAt(body, keys2.slice(0, length).join("."));
    if (above === void 0) continue;
    put(kept3, keys2.slice(0, length), emptied(above));
    return;
  }
}
function emptied(value2) {
  if (Array.isArray(value2)) return [];
  return typeof value2 === "string" ? "…" : isObject(value2) ? {} : value2;
}
function put(into, keys2, value2) {
  const [key3 = "", ...rest3] = keys2;
  if (rest3.length === 0) {
    into[key3] = isObject(into[key3]) && isEmpty(value2) ? into[key3] : value2;
    return;
  }
  if (!isObject(into[key3])) into[key3] = {};
  put(into[key3], rest3, value2);
}
function isEmpty(value2) {
  return isObject(value2) && Object.keys(value2).length === 0;
}

// src/azure/requests/resource-graph.ts

// src/azure/shape.ts

// src/azure/requests/read-failure.ts

// src/azure/requests/answer-size.ts
var import_node_stream = require("node:stream");
var MEBIBYTE = 1024 * 1024;
var LARGEST = 32 * MEBIBYTE;
var everyStatus = /* @__PURE__ */ new Set([Number.POSITIVE_INFINITY]);
var AnswerTooLarge = class extends Error {
};
function limitAnswers({ RestError }, largest = LARGEST) {
  return {
    name: "answerSizePolicy",
    async sendRequest(request, next2) {
      request.streamResponseStatusCodes = everyStatus;
      const { readableStreamBody, ...answer } = await next2(request);
      if (!readableStreamBody) return answer;
      const bodyAsText = await textOf3(readableStreamBody, largest, request.timeout).catch((error) => {
        if (error instanceof AnswerTooLarge || error.name === "AbortError") throw error;
        throw new RestError(error.message, { code: RestError.PARSE_ERROR });
      });
      return { ...answer, bodyAsText };
    }
  };
}
function textOf3(body, largest, milliseconds) {
  return new Promise((resolve, reject) => {
    const chunks2 = [];
    let bytes2 = 0;
    const timer = setTimeout(() => body.destroy(Object.assign(new Error(), { name: "AbortError" })), milliseconds);
    body.on("data", (chunk) => {
      bytes2 += chunk.length;
      if (bytes2 <= largest) chunks2.push(chunk);
      else
        body.destroy(
          new AnswerTooLarge(`Azure's answer was larger than ${largest / MEBIBYTE} MiB; the rest was not read.`)
        );
    });
    (0, import_node_stream.finished)(body, (error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(Buffer.concat(chunks2).toString());
    });
  });
}

// src/azure/requests/read-failure.ts
var ReadFailure = class extends Error {
  reason;
  status;
  code;
  target;
  isCancelled = false;
  constructor(reason, message2, status = 0, code3 = "", target = "") {
    super((0, import_clouds3.oneLine)(message2, 1e3));
    this.reason = reason;
    this.status = status;
    this.code = (0, import_clouds3.oneLine)(code3, 100);
    this.target = (0, import_clouds3.oneLine)(target, 200);
  }
};
function refusal(status, body) {
  const error = valueAt(body, "error") ?? body;
  const detail = firstDetail(error);
  const told5 = status === 400 && textAt2(detail, "code") !== null ? detail : error;
  const code3 = textAt2(told5, "code") ?? wordOf(error) ?? "";
  const message2 = textAt2(told5, "message") ?? `Azure answered with HTTP status ${status}.`;
  const target = textAt2(told5, "target") ?? textAt2(detail, "target") ?? "";
  return new ReadFailure(reasonOf(status, code3), message2, status, code3, target);
}
function firstDetail(error) {
  const details = valueAt(error, "details");
  return Array.isArray(details) ? details[0] : void 0;
}
function wordOf(error) {
  return typeof error === "string" && /^\w+$/.test(error) ? error : null;
}
function textAt2(value2, path) {
  const text4 = valueAt(value2, path);
  return typeof text4 === "string" ? text4 : null;
}
var unsupported2 = /^(NoRegisteredProviderFound|InvalidApiVersionParameter|InvalidResourceType|InvalidResourceNamespace|UnsupportedApiVersion)$/i;
function reasonOf(status, code3) {
  if (status === 429) return "throttled";
  if (/^(SubscriptionNotFound|InvalidAuthenticationTokenTenant)$/i.test(code3)) return "not-visible";
  if (status === 401) return "invalid-response";
  if (status === 403) return "forbidden";
  if (unsupported2.test(code3)) return "api-unsupported";
  return status === 404 && code3 !== "" ? "absent" : "invalid-response";
}
function failureOf(error) {
  if (error instanceof ReadFailure) return error;
  if (error instanceof AnswerTooLarge) return new ReadFailure("invalid-response", error.message);
  const { name: name2, code: code3, message: message2 = String(error) } = error;
  const failure = (text4) => new ReadFailure("invalid-response", text4, 0, code3);
  if (name2 === "TypeError") return failure("Azure gave an unexpected answer.");
  if (name2 === "AbortError") return failure("Azure did not answer in time.");
  if (code3 === "PARSE_ERROR") return failure("Azure answered with something that is not JSON.");
  return failure(`Azure could not be read: ${message2}`);
}
function over(reason) {
  const cancelled = (0, import_clouds3.isCancelled)(reason);
  const sentence3 = cancelled ? "The run was cancelled." : "The run reached its time limit (timeout-minutes).";
  return Object.assign(new ReadFailure("timeout", sentence3), { isCancelled: cancelled });
}
function parse(text4) {
  const value2 = parsed(text4 ?? "");
  return isObject(value2) ? value2 : null;
}

// src/azure/shape.ts
function isHollow(body, { keep, secrets }) {
  if (!secrets && !keep.some((path) => path.startsWith("properties."))) return false;
  const properties = valueAt(body, "properties");
  return typeof properties !== "object" || Array.isArray(properties) || Object.keys(properties ?? {}).length === 0;
}
function checked(body, id, type4, entry2) {
  if (![body.id, body.name, body.type].some(isText))
    throw invalid("Azure answered with something other than a resource.");
  if (isAnother(body, id, type4)) throw invalid("Azure answered with another resource than the one asked for.");
  if (isHollow(body, entry2)) throw invalid(`Azure answered with a ${entry2.label} that has no properties.`);
  return body;
}
function isAnother({ id: told5, name: name2, type: toldType }, id, type4) {
  const isOther = (text4, own22) => isText(text4) && text4.trim().toLowerCase() !== own22.toLowerCase();
  if (typeOfId(id) === null && isOther(toldType, type4)) return true;
  return isText(told5) && namesIn(told5) !== namesIn(id) || isText(name2) && isOther(lastOf(name2), lastOf(id));
}
function namesIn(id) {
  const segments = (0, import_clouds3.withoutEnd)(id.trim().toLowerCase(), "/").split("/");
  const [, ...names4] = segments.slice(segments.lastIndexOf("providers") + 1);
  return names4.length === 0 ? lastOf(id).toLowerCase() : names4.filter((_, index) => index % 2 === 1).join("/");
}
function isText(value2) {
  return typeof value2 === "string" && value2.trim() !== "";
}
function lastOf(path) {
  return (0, import_clouds3.withoutEnd)(path.trim(), "/").split("/").at(-1) ?? "";
}
function invalid(message2) {
  return new ReadFailure("invalid-response", message2, 200);
}

// src/azure/requests/resource-graph.ts
var brief = "id, name, type";
var columns = {
  resources: "id, name, type, kind, location, sku, identity, tags, properties, apiVersion",
  authorizationresources: "id, name, type, properties",
  resourcecontainers: brief
};
var isId2 = {
  resources: (id) => parseResourceId(id) !== null,
  authorizationresources: (id) => /\/providers\/microsoft\.authorization\/\w+\/[^/]+$/i.test(id),
  resourcecontainers: (id) => [subscription.type, resourceGroup.type].includes(typeOfId(id) ?? "")
};
var pages = [1e3, 250, 50];
var NOTHING_NEW = 10;
async function query2(client, where, scope4 = {}) {
  const { table: table2 = "resources", isBrief = false } = scope4;
  const text4 = `${table2} | where ${where} | project ${isBrief ? brief : columns[table2]} | order by id asc`;
  let result = { rows: [], failure: null };
  for (const top of pages) {
    result = await allPages(client, text4, top, scope4);
    if (!/ResponsePayloadTooLarge|16777216/.test(`${result.failure?.code} ${result.failure?.message}`)) break;
  }
  return result;
}
async function allPages(client, text4, top, scope4) {
  const gathered = { rows: /* @__PURE__ */ new Map(), odd: [] };
  const doubt = await readPages(client, text4, top, scope4, gathered).then(
    (announced) => doubtOf(gathered, announced),
    failureOf
  );
  return { rows: [...gathered.rows.values()], failure: doubt };
}
async function readPages(client, text4, top, scope4, gathered) {
  const { managementGroups } = scope4;
  let limitHit = false;
  const onResponse = (raw) => {
    if (raw.status !== 200) throw refusal(raw.status, parse(raw.bodyAsText));
    limitHit ||= raw.headers.get("x-ms-tenant-subscription-limit-hit")?.toLowerCase() === "true";
  };
  let announced;
  const tokens2 = /* @__PURE__ */ new Set();
  let skipToken;
  let idle = 0;
  do {
    tokens2.add(skipToken);
    const options = {
      resultFormat: "objectArray",
      top,
      allowPartialScopes: false,
      ...skipToken ? { skipToken } : {}
    };
    const page = await client.resourceGraph.resources(
      { query: text4, options, ...managementGroups ? { managementGroups } : {} },
      { abortSignal: client.signal, onResponse }
    );
    idle = gather(page.data, scope4, gathered) ? 0 : idle + 1;
    announced ??= typeof page.totalRecords === "number" ? page.totalRecords : void 0;
    if (limitHit) throw truncated("There are more subscriptions in this scope than Resource Graph looks at (10,000).");
    skipToken = page.skipToken || void 0;
    if (skipToken && tokens2.has(skipToken)) throw truncated("Resource Graph sent the same page twice.");
    if (skipToken && (idle >= NOTHING_NEW || gathered.rows.size > (announced ?? Number.POSITIVE_INFINITY) + top))
      throw truncated("Resource Graph does not end its answer: there are more pages than it announced rows for.");
    if (!skipToken && String(page.resultTruncated).toLowerCase() === "true")
      throw truncated("Resource Graph cut its answer short.");
  } while (skipToken);
  return announced;
}
function gather(data, { table: table2 = "resources", isAsked = () => true }, { rows, odd }) {
  if (!Array.isArray(data))
    throw new ReadFailure("invalid-response", "Resource Graph answered with something other than a list of rows.", 200);
  const before = rows.size;
  for (const row6 of data) {
    const { id, type: type4 } = row6 ?? {};
    if (typeof id !== "string" || typeof type4 !== "string" || !isId2[table2](id)) odd.push(nameOf4(row6));
    else if (isAsked({ id, type: type4 }) && !rows.has(idKey(id))) rows.set(idKey(id), pruned(row6));
  }
  return rows.size > before;
}
function nameOf4(row6) {
  const { id, name: name2 } = row6 ?? {};
  const told5 = [id, name2].find((text4) => typeof text4 === "string" && text4.trim() !== "");
  return typeof told5 === "string" ? (0, import_clouds3.quoted)(told5) : "one without an id";
}
function doubtOf({ rows, odd }, announced) {
  if (rows.size === announced && odd.length === 0) return null;
  const unreadable3 = odd.length > 0 ? `, and ${(0, import_clouds3.plural)(odd.length, "row")} that nobody can place: ${(0, import_clouds3.listed)([...new Set(odd)], NAMED)}` : "";
  return truncated(
    `Resource Graph announced ${announced ?? "no number of"} ${announced === 1 ? "row" : "rows"} and sent ${rows.size}${unreadable3}.`
  );
}
var NAMED = 3;
function literals(values) {
  return [...values].map(literal).join(", ");
}
function literal(value2) {
  return `'${value2.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replace(/[\p{Cc}\u2028\u2029]/gu, escaped)}'`;
}
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function pruned(row6) {
  const entry2 = resourceTypes[row6.type.toLowerCase()];
  if (!entry2) return { id: row6.id, type: row6.type };
  const apiVersion = typeof row6.apiVersion === "string" ? row6.apiVersion : void 0;
  return { ...prune(row6, entry2), apiVersion, ...isHollow(row6, entry2) ? { isHollow: true } : {} };
}
function truncated(message2) {
  return new ReadFailure("truncated", message2, 200);
}

// src/azure/find/targets.ts
function namedIds({ workspaces: workspaces2, subscriptionId }) {
  const ids = workspaces2.flatMap((target) => {
    if (target.kind === "id") return [target.id];
    if (target.kind === "pattern" || !subscriptionId) return [];
    return [`${groupId(subscriptionId, target.resourceGroup)}/providers/${casedType(mlWorkspace.about)}/${target.name}`];
  });
  return [...new Map(ids.map((id) => [idKey(id), id])).values()];
}
function patterns({ workspaces: workspaces2 }) {
  return workspaces2.flatMap((target) => target.kind === "pattern" ? [target.pattern] : []);
}
function inGroups({ workspaces: workspaces2, subscriptionId }) {
  return workspaces2.flatMap((target) => target.kind === "group" && !subscriptionId ? [target] : []);
}
function groupAndName({ resourceGroup: resourceGroup3, name: name2 }) {
  return `${resourceGroup3}/${name2}`.toLowerCase();
}
function placeAndName({ id }) {
  const at3 = parseResourceId(id);
  return at3 ? groupAndName(at3) : "";
}
function matcher(targets2) {
  const all2 = patterns(targets2);
  if (all2.length === 0) return () => !namesNoScope(targets2);
  const fits = anyOf4(all2);
  return (row6) => fits(nameOf5(row6));
}
function anyOf4(all2) {
  const plain4 = new Set(all2.map((pattern4) => pattern4.toLowerCase()));
  const wild = all2.filter((pattern4) => pattern4.includes("*"));
  return (name2) => plain4.has(name2.toLowerCase()) || wild.some((pattern4) => (0, import_clouds3.matchesPattern)(pattern4, name2));
}
function isTarget(targets2, found2) {
  const named3 = /* @__PURE__ */ new Set([...namedIds(targets2).map(idKey), ...inGroups(targets2).map(groupAndName)]);
  const fits = matcher(targets2);
  const seen = new Set(targets2.managementGroups.length > 0 ? found2.map(({ id }) => id) : []);
  return (id) => {
    const row6 = { id };
    const isSelected = isInScope(targets2, row6) || seen.has(parseResourceId(id)?.subscriptionId ?? "");
    return named3.has(idKey(id)) || named3.has(placeAndName(row6)) || isSelected && fits(row6);
  };
}
function isMetBy({ id, reason }, workspace2) {
  const { kind, name: name2 } = whatIs(id);
  if (kind === "everything") return true;
  if (kind === "resource") return idKey(id) === idKey(workspace2) || reason === "absent" && isWithin(workspace2, id);
  if (kind !== "target") return false;
  const row6 = { id: workspace2 };
  return name2.includes("/") ? placeAndName(row6) === name2.toLowerCase() : (0, import_clouds3.matchesPattern)(name2, nameOf5(row6));
}
function namesNoScope(targets2) {
  return !hasContainers(targets2) && targets2.workspaces.length > 0 && patterns(targets2).length === 0;
}
function hasContainers({ subscriptions: subscriptions2, resourceGroups, managementGroups }) {
  return subscriptions2.length + resourceGroups.length + managementGroups.length > 0;
}
function isInScope(targets2, row6) {
  const place3 = parseResourceId(row6.id);
  if (!place3) return false;
  if (!hasContainers(targets2))
    return targets2.subscriptionId === void 0 || place3.subscriptionId === targets2.subscriptionId;
  return targets2.subscriptions.includes(place3.subscriptionId) || targets2.resourceGroups.some((target) => isInGroup(targets2, target, place3));
}
function isInGroup({ subscriptionId: fallback }, { subscriptionId = fallback, name: name2 }, place3) {
  return place3.resourceGroup.toLowerCase() === name2.toLowerCase() && (!subscriptionId || place3.subscriptionId === subscriptionId);
}
function nameOf5({ id }) {
  return id.slice(id.lastIndexOf("/") + 1);
}

// src/azure/find/conditions.ts
var MOST_VALUES = 1e3;
var MOST_CHARACTERS = 1e5;
var MOST_CONDITIONS = 50;
function chunks(values, size2 = MOST_VALUES / 2) {
  const starts = Array.from({ length: Math.ceil(values.length / size2) }, (_, index) => index * size2);
  return starts.map((start) => values.slice(start, start + size2));
}
function inLists(values, condition2) {
  return chunks(values).map((some2) => condition2(literals(some2)));
}
function packed(conditions) {
  if (conditions.includes("")) return [""];
  const queries = [];
  let length = 0;
  for (const condition2 of conditions) {
    length += condition2.length;
    const last = queries.at(-1);
    if (last && length <= MOST_CHARACTERS && last.length < MOST_CONDITIONS) last.push(condition2);
    else {
      queries.push([condition2]);
      length = condition2.length;
    }
  }
  return queries.map((all2) => all2.join(" or "));
}
function scopeConditions(targets2) {
  const ofSubscription = targets2.resourceGroups.filter(
    ({ subscriptionId = targets2.subscriptionId }) => subscriptionId !== void 0
  );
  const anywhere = targets2.resourceGroups.filter((target) => !ofSubscription.includes(target));
  const inSubscriptions = (some2) => `(subscriptionId in~ (${literals(distinct(some2.map(({ subscriptionId = targets2.subscriptionId }) => subscriptionId)))}) and resourceGroup in~ (${literals(distinct(some2.map(({ name: name2 }) => name2)))}))`;
  const containers2 = [
    ...inLists(targets2.subscriptions, (list7) => `subscriptionId in~ (${list7})`),
    ...chunks(ofSubscription).map(inSubscriptions),
    ...inLists(
      anywhere.map(({ name: name2 }) => name2),
      (list7) => `resourceGroup in~ (${list7})`
    )
  ];
  const names4 = namesOf2(targets2);
  if (containers2.length > 0) return containers2.map((container2) => and(container2, names4));
  if (targets2.managementGroups.length > 0 || namesNoScope(targets2)) return [];
  return [and(targets2.subscriptionId ? `subscriptionId =~ ${literal(targets2.subscriptionId)}` : "", names4)];
}
function namesOf2(targets2) {
  const all2 = distinct(patterns(targets2));
  const plain4 = all2.filter((pattern4) => !pattern4.includes("*"));
  const beginnings = distinct(all2.filter((pattern4) => pattern4.includes("*")).map((pattern4) => beginningOf(pattern4)));
  if (beginnings.includes("") || beginnings.length > MOST_CONDITIONS || plain4.length > MOST_VALUES) return "";
  const conditions = [
    ...plain4.length > 0 ? [`name in~ (${literals(plain4)})`] : [],
    ...beginnings.map((beginning2) => `name startswith ${literal(beginning2)}`)
  ].join(" or ");
  return conditions === "" || conditions.length > MOST_CHARACTERS ? "" : `(${conditions})`;
}
function beginningOf(pattern4) {
  return pattern4.slice(0, pattern4.indexOf("*"));
}
function distinct(texts) {
  return [...new Map(texts.map((text4) => [text4.toLowerCase(), text4])).values()];
}
function inType(condition2) {
  return and(`type =~ ${literal(mlWorkspace.type)}`, condition2 === "" ? "" : `(${condition2})`);
}
function and(...conditions) {
  return conditions.filter((condition2) => condition2 !== "").join(" and ");
}

// src/azure/unreadable.ts
function unreadable(id, failure) {
  return recordOf2(id, failure, describe(id));
}
function recordOf2(id, failure, { label, name: name2, action: action3, scope: scope4 }) {
  const record2 = (message2, help = false) => ({
    state: failure.reason === "absent" ? "absent" : "unreadable",
    id,
    reason: failure.reason,
    action: help ? action3 : null,
    scope: help ? scope4 : null,
    message: message2
  });
  switch (failure.reason) {
    case "absent":
      return record2(said`The ${label} ${name2} does not exist.`);
    case "forbidden":
      return record2(
        said`The identity of this run may not read the ${label} ${name2}${action3 ? said`: it lacks ${words(action3)}` : ""}.`,
        true
      );
    case "not-visible":
      if (isOtherTenant(failure)) return record2(said`The ${label} ${name2} belongs to a different tenant from this run.`);
      return record2(said`The ${label} ${name2} is in a subscription that the identity of this run cannot see.`, true);
    case "throttled":
      return record2(said`Azure throttled every attempt to read the ${label} ${name2}.`);
    case "timeout":
      return record2(
        failure.isCancelled ? said`The ${label} ${name2} was not read before the run was cancelled.` : said`The ${label} ${name2} was not read before the run reached its time limit (timeout-minutes).`
      );
    case "api-unsupported":
      return record2(said`This cloud supports none of the API versions with which the ${label} ${name2} can be read.`);
    default:
      return record2(said`The ${label} ${name2} could not be read: ${foreign((0, import_clouds3.oneLine)(failure.message))}`);
  }
}
function isOtherTenant({ code: code3 }) {
  return /^InvalidAuthenticationTokenTenant$/i.test(code3);
}
function unreadableAssignments(scope4, principalId, failure) {
  const { reason, message: message2, status, code: code3 } = failure;
  const known3 = reason === "absent" ? new ReadFailure("invalid-response", message2, status, code3) : failure;
  return recordOf2(roleAssignmentsOf(principalId, scope4), known3, {
    label: ["role assignments of"],
    name: said`${{ name: principalId }} at ${resourceName(scope4)}`,
    action: roleAssignment.about.action,
    scope: grantScope(scope4, typeOf(scope4) ?? "")
  });
}
function unreadableRole(id, scope4, failure) {
  const record2 = unreadable(id, failure);
  return record2.scope === null ? record2 : { ...record2, scope: scope4 };
}
function nameless(id, parent, entry2) {
  const message2 = said`Of the ${words(entry2.label)}s of ${resourceName(parent)}, ${{ name: resourceName(id).name }} has neither an id nor a name.`;
  return { state: "unreadable", id, reason: "invalid-response", action: null, scope: null, message: message2 };
}
function malformed(id) {
  const message2 = said`A resource refers to "${{ name: (0, import_clouds3.oneLine)(id) }}", which is not a resource id that this action can read.`;
  return { state: "unreadable", id, reason: "unrecognised-value", action: null, scope: null, message: message2 };
}
function unreadableVault(host, failure) {
  const id = vaultAt(host);
  const { action: action3 } = (isManagedHsm(host) ? managedHsm : keyVault).about;
  if (failure) return recordOf2(id, failure, { label: ["vault behind"], name: { name: host }, action: action3, scope: null });
  return {
    state: "unreadable",
    id,
    reason: "not-visible",
    action: action3,
    scope: null,
    message: said`The vault behind ${{ name: host }} is not visible to the identity of this run: it may not read it, or it is in another tenant.`
  };
}
function unreadableAccount(name2, failure) {
  const id = accountByName(name2);
  const { action: action3 } = storageAccount.about;
  if (failure) return recordOf2(id, failure, { label: ["storage account"], name: { name: name2 }, action: action3, scope: null });
  return {
    state: "unreadable",
    id,
    reason: "not-visible",
    action: action3,
    scope: null,
    message: said`The storage account ${{ name: name2 }} is not visible to the identity of this run: it may not read it, or it is in another tenant.`
  };
}
function unreadableList(parent, segment3, entry2, failure) {
  const known3 = failure.reason === "absent" ? new ReadFailure("api-unsupported", failure.message, failure.status, failure.code) : failure;
  const record2 = unreadable(`${parent}/${segment3}`, known3);
  const forbidden = known3.reason === "forbidden";
  const what = said`${words(entry2.label)}s of ${resourceName(parent)}`;
  const messages = {
    ...isOtherTenant(known3) ? { "not-visible": said`The ${what} belong to a different tenant from this run.` } : {},
    forbidden: said`The identity of this run may not list the ${what}: it lacks ${words(String(entry2.action))}.`,
    "api-unsupported": said`The ${what} cannot be listed: Azure does not know this list, or none of the API versions that are tried.`
  };
  const message2 = messages[known3.reason] ?? said`The ${what} could not be listed: ${foreign((0, import_clouds3.oneLine)(known3.message))}`;
  return { ...record2, message: message2, action: forbidden ? entry2.action : null, scope: forbidden ? parent : null };
}
function cutShort(parent, segment3, limit) {
  const message2 = said`The ${words(segment3)} of ${resourceName(parent)} were read up to a limit of ${limit} (thresholds.jobs-per-workspace).`;
  return { state: "unreadable", id: `${parent}/${segment3}`, reason: "truncated", action: null, scope: null, message: message2 };
}
function describe(id) {
  const own22 = resourceName(id);
  const type4 = typeOf(id) ?? "";
  const entry2 = resourceTypes[type4];
  const known3 = { action: entry2?.action ?? null, scope: grantScope(id, type4) };
  if (type4 === resourceProvider.type)
    return { label: words(resourceProvider.about.label), name: words(own22.name), ...known3 };
  if (!entry2?.onlyOne) return { label: words(entry2?.label ?? "resource"), name: own22, ...known3 };
  return { label: words(`${entry2.label} of`), name: resourceName(parentId(id)), ...known3 };
}
function grantScope(id, type4) {
  if (resourceTypes[type4]?.onlyOne) return parentId(id);
  if (type4.endsWith("/keys/versions")) return parentId(parentId(id));
  if (type4.endsWith("/keys")) return parentId(id);
  if (type4 === resourceProvider.type) return id.split("/").slice(0, 3).join("/");
  return id.startsWith("/") ? id : idKey(id);
}

// src/azure/find/containers.ts
var { action } = mlWorkspace.about;
function containers(targets2) {
  const scope4 = targets2.subscriptionId && !hasContainers(targets2) && !namesNoScope(targets2) ? [targets2.subscriptionId] : [];
  return [
    ...[.../* @__PURE__ */ new Set([...targets2.subscriptions, ...scope4])].map((subscription2) => {
      const id = `/subscriptions/${subscription2}`;
      const holds = (place3) => place3.subscriptionId === subscription2;
      return { id, holds, target: { subscriptions: [subscription2] } };
    }),
    ...targets2.resourceGroups.map((target) => {
      const { subscriptionId = targets2.subscriptionId, name: name2 } = target;
      return {
        id: subscriptionId ? groupId(subscriptionId, name2) : name2,
        holds: (place3) => isInGroup(targets2, target, place3),
        target: { resourceGroups: [target] }
      };
    })
  ];
}
async function lookInto(client, ids) {
  const names4 = ids.filter((id) => !id.startsWith("/"));
  const looks = await Promise.all([
    ...ids.filter((id) => id.startsWith("/")).map((id) => lookAt(client, id)),
    ...chunks(names4).map((some2) => lookForGroups(client, some2))
  ]);
  const found2 = new Map(looks.flat().map((look) => [look.id, look]));
  return ids.flatMap((id) => found2.get(id) ?? []);
}
async function lookAt(client, id) {
  try {
    await client.get(id, resourceTypes[typeOfId(id)].apiVersions[0]);
    return { id, why: null };
  } catch (error) {
    return { id, why: unreadable(id, failureOf(error)) };
  }
}
async function lookForGroups(client, names4) {
  const where = `type =~ ${literal(resourceGroup.type)} and name in~ (${literals(names4)})`;
  const { rows, failure } = await query2(client, where, { table: "resourcecontainers" });
  const there = new Set(rows.map((row6) => nameOf5(row6).toLowerCase()));
  const help = { action: resourceGroup.about.action, scope: null };
  const reason = failure?.reason ?? "not-visible";
  return names4.map((id) => {
    if (there.has(id.toLowerCase())) return { id, why: null };
    const message2 = failure ? said`Whether there is a resource group ${{ name: id }} could not be read: ${foreign(failure.message)}` : said`No resource group ${{ name: id }} is visible to the identity of this run.`;
    return { id, why: { id, reason, ...help, message: message2 } };
  });
}
async function emptyAmong(client, targets2, unmet, shown5) {
  const left = unmet.filter(({ holds }) => !shown5.some(holds));
  const nothing3 = { workspaces: [], subscriptions: [], resourceGroups: [], managementGroups: [] };
  const conditions = isNarrowed(targets2) ? left.flatMap(({ target }) => scopeConditions({ ...targets2, ...nothing3, ...target })) : [];
  const results = await Promise.all(
    packed(conditions).map((condition2) => query2(client, inType(condition2), { isBrief: true }))
  );
  const others = results.flatMap(({ rows }) => rows.flatMap(({ id }) => parseResourceId(id) ?? []));
  const failure = results.find((result) => result.failure !== null)?.failure;
  return left.filter(({ holds }) => !others.some(holds)).map(({ id }) => failure ? notTold(id, failure) : noWorkspaceIn(id));
}
function isNarrowed(targets2) {
  return namesOf2(targets2) !== "";
}
function notTold(id, { reason, message: message2 }) {
  const scope4 = id.startsWith("/") ? id : null;
  const why2 = said`Whether there are workspaces in ${{ name: id }} could not be read: ${foreign(message2)}`;
  return { id, reason, action: null, scope: scope4, message: why2 };
}
function noWorkspaceIn(id) {
  return {
    id,
    reason: "absent",
    action,
    scope: id.startsWith("/") ? id : null,
    message: said`There is no workspace in ${{ name: id }} that the identity of this run can see.`
  };
}
async function unseenGroup(client, targets2, name2, result) {
  const { rows, failure } = result;
  const scope4 = managementGroup.idOf(name2);
  if (isNotScope(result)) {
    const help = { action: managementGroup.action, scope: scope4 };
    const reason = failure?.reason === "forbidden" ? failure.reason : "not-visible";
    return [
      {
        id: name2,
        reason,
        ...help,
        message: said`The management group ${{ name: name2 }} does not exist, or the identity of this run may not read it.`
      }
    ];
  }
  if (failure || rows.length > 0) return [];
  const all2 = isNarrowed(targets2) ? await query2(client, inType(""), { managementGroups: [name2], isBrief: true }) : result;
  if (all2.failure) return [notTold(name2, all2.failure)];
  if (all2.rows.length > 0) return [];
  return [
    {
      id: name2,
      reason: "not-visible",
      action,
      scope: scope4,
      message: said`No workspace in the management group ${{ name: name2 }} is visible to the identity of this run.`
    }
  ];
}
function isNotScope({ rows, failure }) {
  return failure !== null && rows.length === 0 && [400, 403, 404].includes(failure.status);
}

// src/azure/find/unseen.ts
var { action: action2 } = mlWorkspace.about;
async function unmatched(client, targets2, seen) {
  const places2 = placesOf(seen.inScope);
  const unmet = containers(targets2).filter(({ holds }) => !places2.some(holds));
  const looks = await lookInto(
    client,
    unmet.map(({ id }) => id)
  );
  const hidden2 = new Map(looks.map(({ id, why: why2 }) => [id, why2]));
  const readable2 = unmet.filter(({ id }) => hidden2.get(id) === null);
  const empty = seen.isWhole ? await emptyAmong(client, targets2, readable2, placesOf(seen.others)) : [];
  const told5 = looks.flatMap(({ id, why: why2 }) => why2 ?? empty.find((one) => one.id === id) ?? []);
  const visible5 = new Map(looks.map(({ id, why: why2 }) => [id, why2 === null]));
  for (const row6 of seen.rows) visible5.set(subscriptionOf(row6), true);
  const subscriptions2 = [...visible5].filter(([id]) => typeOfId(id) === subscription.type);
  return {
    unseen: [...told5, ...seen.isWhole ? workspacesUnseen(targets2, seen) : []],
    subscriptions: subscriptions2.map(([id, isVisible]) => ({
      id: id.slice("/subscriptions/".length),
      visible: isVisible
    }))
  };
}
function placesOf(rows) {
  return rows.flatMap((row6) => parseResourceId(row6.id) ?? []);
}
function subscriptionOf(row6) {
  return `/subscriptions/${parseResourceId(row6.id)?.subscriptionId ?? ""}`;
}
function workspacesUnseen(targets2, { rows, inScope }) {
  const names4 = inScope.map(nameOf5);
  const plain4 = new Set(names4.map((name2) => name2.toLowerCase()));
  const isMet = (pattern4) => pattern4.includes("*") ? names4.some((name2) => (0, import_clouds3.matchesPattern)(pattern4, name2)) : plain4.has(pattern4.toLowerCase());
  const places2 = new Set(rows.map(placeAndName));
  const unseen3 = (id, which) => ({
    id,
    reason: "not-visible",
    action: action2,
    scope: null,
    message: said`No workspace ${which} is visible to the identity of this run.`
  });
  return [
    ...[...new Set(patterns(targets2))].filter((pattern4) => !isMet(pattern4)).map(
      (pattern4) => unseen3(
        pattern4,
        pattern4.includes("*") ? said`whose name matches ${{ name: pattern4 }}` : said`named ${{ name: pattern4 }}`
      )
    ),
    ...inGroups(targets2).filter((target) => !places2.has(groupAndName(target))).map(
      (target) => unseen3(
        `${target.resourceGroup}/${target.name}`,
        said`${{ name: target.name }} in a resource group ${{ name: target.resourceGroup }}`
      )
    )
  ];
}
function incompleteList(failure, seen) {
  return {
    id: listOfWorkspaces,
    reason: failure.reason,
    action: null,
    scope: null,
    message: said`The list of workspaces ${seen === 0 ? "could not be read" : "is not complete"}: ${foreign(failure.message)}`
  };
}
function nothingFound2() {
  return {
    id: everyWorkspace,
    reason: "not-visible",
    action: action2,
    scope: null,
    message: "No Azure Machine Learning workspace is visible to the identity of this run. Give it Reader on the subscriptions that hold them."
  };
}

// src/azure/find/find-workspaces.ts
async function findWorkspaces(client, targets2) {
  const ids = namedIds(targets2);
  const [selected, ...groups] = await Promise.all([
    selectRows(client, targets2, ids),
    ...targets2.managementGroups.map(
      (name2) => query2(client, inType(namesOf2(targets2)), { managementGroups: [name2], isAsked: isWorkspace })
    )
  ]);
  const fits = matcher(targets2);
  const named3 = /* @__PURE__ */ new Set([...ids.map(idKey), ...inGroups(targets2).map(groupAndName)]);
  const isDirect = (row6) => named3.has(idKey(row6.id)) || named3.has(placeAndName(row6));
  const inScope = unique([
    ...selected.rows.filter((row6) => isInScope(targets2, row6)),
    ...groups.flatMap(({ rows: rows2 }) => rows2)
  ]).filter(fits);
  const rows = unique([...selected.rows.filter(isDirect), ...inScope]);
  const seen = new Set(rows.map((row6) => idKey(row6.id)));
  const unlisted = ids.filter((id) => !seen.has(idKey(id)));
  const failures = [
    selected.failures,
    ...groups.map((group) => isNotScope(group) ? [] : group.failure ?? [])
  ].flat();
  const isWhole = failures.length === 0;
  const [{ unseen: unseen3, subscriptions: subscriptions2 }, ...unseenGroups] = await Promise.all([
    unmatched(client, targets2, { rows, inScope, others: selected.rows, isWhole }),
    ...groups.map((group, index) => unseenGroup(client, targets2, targets2.managementGroups[index], group))
  ]);
  const missing = [
    ...failures.map((failure) => incompleteList(failure, rows.length)),
    ...unseenGroups.flat(),
    ...unseen3
  ];
  if (rows.length + unlisted.length + missing.length === 0) missing.push(nothingFound2());
  return { rows, unlisted, subscriptions: subscriptions2, unseen: missing };
}
async function selectRows(client, targets2, ids) {
  const conditions = [
    ...inLists(ids, (list7) => `id in~ (${list7})`),
    ...chunks(inGroups(targets2)).map(
      (some2) => `(resourceGroup in~ (${literals(distinct(some2.map(({ resourceGroup: resourceGroup3 }) => resourceGroup3)))}) and name in~ (${literals(distinct(some2.map(({ name: name2 }) => name2)))}))`
    ),
    ...scopeConditions(targets2)
  ];
  const results = await Promise.all(
    packed(conditions).map((condition2) => query2(client, inType(condition2), { isAsked: isWorkspace }))
  );
  return {
    rows: results.flatMap(({ rows }) => rows),
    failures: results.flatMap(({ failure }) => failure ?? [])
  };
}
function isWorkspace({ type: type4 }) {
  return type4.toLowerCase() === mlWorkspace.type;
}
function unique(rows) {
  return [...new Map(rows.map((row6) => [idKey(row6.id), row6])).values()].sort(
    (a, b) => idKey(a.id) < idKey(b.id) ? -1 : 1
  );
}

// src/azure/observable.ts
function notObservable({ body, apiVersion }) {
  const isLate = ({ since: since3 }) => since3 !== void 0 && (apiVersion === null || apiVersion < since3);
  const isHidden2 = ({ isPreview }) => isPreview && !apiVersion?.endsWith("-preview");
  const { properties = [] } = resourceTypes[typeIn(body)] ?? {};
  return properties.filter((property) => isLate(property) || isHidden2(property));
}

// src/azure/left-out.ts
function leftOut(record2) {
  if (record2.source === "resource-manager") return null;
  const type4 = typeIn(record2.body);
  if (type4 === storageAccount.type) {
    const created = [storageAccount.key1CreationTime, storageAccount.key2CreationTime].map(
      (key3) => propertyOf(record2.body, key3)
    );
    const expires = propertyOf(record2.body, storageAccount.keyExpirationDays) !== void 0;
    const matters = expires && propertyOf(record2.body, storageAccount.sharedKeyAccess) !== false;
    return matters && created.includes(void 0) ? storageAccount.keyCreationTime.path : null;
  }
  const unshown = endpoints[type4]?.find((property) => propertyOf(record2.body, property) === void 0);
  if (unshown && isReady(record2)) return unshown.path;
  const late = latecomers[type4]?.find(({ property, matters }) => isHidden(record2, property) && matters(record2));
  if (late) return late.property.path;
  const isUndetermined = type4 === mlWorkspace.type && !isProject(record2) && hasCustomerManagedKey(record2);
  return isUndetermined && !architectureIsKnown(record2) ? mlWorkspace.serviceSideEncryption.path : null;
}
var endpoints = Object.fromEntries(
  [onlineEndpoint, batchEndpoint, serverlessEndpoint].map(({ type: type4, address, authMode: authMode2 }) => [type4, [address, authMode2]])
);
function isReady({ body }) {
  const state = propertyOf(body, onlineEndpoint.provisioningState);
  return state === void 0 || String(state).toLowerCase() === "succeeded";
}
var latecomers = {
  [mlWorkspace.type]: [{ property: mlWorkspace.systemDatastoresAuthMode, matters: (record2) => !isProject(record2) }],
  [cosmosDbAccount.type]: [
    {
      property: cosmosDbAccount.keyVersionInUse,
      matters: ({ body }) => parseKeyId(String(propertyOf(body, cosmosDbAccount.keyUri)))?.version === null
    }
  ],
  [databricksWorkspace.type]: [
    // one with a managed group is not serverless
    {
      property: databricksWorkspace.computeMode,
      matters: ({ body }) => propertyOf(body, databricksWorkspace.managedResourceGroup) === void 0
    }
  ]
};
function isHidden(record2, property) {
  return propertyOf(record2.body, property) === void 0 && notObservable(record2).includes(property);
}
function architectureIsKnown(record2) {
  const isServiceSide = propertyOf(record2.body, mlWorkspace.serviceSideEncryption) === true;
  const named3 = [mlWorkspace.managedResourceGroup, ...metadataStores.map(({ property }) => property)];
  return isServiceSide || named3.some((property) => propertyOf(record2.body, property) !== void 0);
}
function hasCustomerManagedKey(record2) {
  return String(propertyOf(record2.body, mlWorkspace.encryptionStatus)).toLowerCase() === "enabled";
}

// src/azure/planned.ts
function followPlanned(planned2, live2, reader2) {
  for (const [key3, record2] of planned2.resources)
    if (record2.state === "read" && live2.resources.get(key3) !== record2) follow2(record2, { planned: planned2, live: live2 }, reader2);
}
function follow2(record2, both2, reader2) {
  const { planned: planned2 } = both2;
  const edges = edgesOf(record2, planned2.keyHosts);
  const wanted = edges.flatMap((edge) => idsOf(edge, record2, both2, reader2));
  const type4 = typeIn(record2.body);
  const shares = sharesOf(type4, record2, edges, planned2);
  for (const id of [...wanted, ...shares]) if (!planned2.resources.has(idKey(id))) reader2.want(id);
  if (type4 === mlWorkspace.type)
    wantProviders(
      record2,
      reader2,
      edges.some(({ to }) => to === "group")
    );
}
function idsOf(edge, record2, both2, reader2) {
  switch (edge.to) {
    case "resource":
      return isRead(edge) ? [edge.id] : [];
    case "identity":
      return showsPrincipal(record2, edge.id) ? [] : [edge.id];
    case "account":
      if (edge.id === null) reader2.wantAccount(edge.name);
      return edge.id === null ? [] : [edge.id];
    case "group":
      return [edge.id];
    case "key":
      if (isLive(edge.use, both2)) reader2.wantKey(edge.use);
      return [];
    default:
      return [];
  }
}
function isLive({ host, name: name2 }, { planned: planned2, live: live2 }) {
  const vault = planned2.collections.get(collectionKey.vault(host))?.ids[0];
  if (vault === void 0) return true;
  const isMade = planned2.resources.has(idKey(vault)) && !live2.resources.has(idKey(vault));
  return !isMade && !planned2.resources.has(idKey(`${vault}/keys/${name2}`));
}
function sharesOf(type4, { body }, edges, planned2) {
  const account2 = type4 === mlWorkspace.type ? propertyOf(body, mlWorkspace.storageAccount) : void 0;
  if (typeof account2 === "string" && !isProject({ body })) return [fileServiceId(account2)];
  if (type4 !== mlDatastore.type || !mayBeFileShare(body)) return [];
  return edges.flatMap((edge) => edge.to === "account" ? ledTo(edge, planned2).map(fileServiceId) : []);
}

// src/azure/reader/accounts.ts
function createAccounts({ evidence: evidence4, isNew: isNew3 }) {
  const waiting = /* @__PURE__ */ new Set();
  const found2 = /* @__PURE__ */ new Map();
  function answer(name2, failure) {
    const id = found2.get(name2);
    const list7 = id ? { state: "read", ids: [id] } : { ...unreadableAccount(name2, failure), ids: [] };
    evidence4.collections.set(collectionKey.account(name2), list7);
  }
  return {
    waiting,
    want: (name2) => void (isNew3(collectionKey.account(name2)) && waiting.add(name2.toLowerCase())),
    learn(id) {
      const at3 = parseResourceId(id);
      if (at3?.type === storageAccount.type) found2.set(at3.name.toLowerCase(), id);
    },
    answerFound() {
      for (const name2 of waiting) if (found2.has(name2) && waiting.delete(name2)) answer(name2, null);
    },
    answer
  };
}

// src/azure/reader/context.ts
var BATCH = 1e3;
function take(from) {
  const batch = new Set([...from].slice(0, BATCH));
  for (const item of batch) from.delete(item);
  return batch;
}
function slashed(id) {
  return `/${(0, import_clouds3.withoutEnd)(id.trim().replace(/^\//, ""), "/")}`;
}

// src/azure/reader/pages.ts
var NOTHING_NEW2 = 100;
async function* listPages(client, list7, versions3) {
  const { parent, segment: segment3, type: type4, entry: entry2 } = list7;
  const path = `${parent}/${segment3}`;
  const first = (apiVersion2) => client.get(path, apiVersion2, entry2.query);
  const { answer, apiVersion } = await versions3.behindScouts(type4, entry2.apiVersions, first);
  const links2 = /* @__PURE__ */ new Set();
  const known3 = /* @__PURE__ */ new Map();
  let doubt = null;
  let count39 = 0;
  let idle = 0;
  for (let page = answer; ; ) {
    const items = itemsOf(page, path, count39);
    const { fresh, twin } = takeNew(items ?? [], known3);
    doubt ??= (items ? null : invalid("Azure answered with something other than a list.")) ?? twin;
    count39 += items?.length ?? 0;
    const next2 = page.nextLink ?? "";
    yield { items: fresh, apiVersion, isLast: next2 === "" };
    if (next2 === "") break;
    idle = fresh.length === 0 ? idle + 1 : 0;
    page = await client.get(followed2(next2, parent, links2, idle), null);
  }
  if (doubt) throw doubt;
}
function itemsOf({ value: value2 }, path, before) {
  return Array.isArray(value2) ? value2.map((item, index) => itemOf(item, path, before + index + 1)) : null;
}
function itemOf(item, path, number2) {
  const body = typeof item === "object" && !Array.isArray(item) ? item : null;
  const [id, name2] = [body?.id, body?.name].map((text4) => typeof text4 === "string" ? text4.trim() : "");
  if (id) return { id, body };
  if (name2) return { id: `${path}/${name2.replace(/[/\\?#%]/g, encodeURIComponent)}`, body };
  return { id: `${path}/item ${number2} of the list`, body: null };
}
function takeNew(items, known3) {
  let twin = null;
  const fresh = items.filter(({ id }) => {
    const name2 = id.split("/").at(-1) ?? "";
    const other = known3.get(idKey(id));
    known3.set(idKey(id), other ?? name2);
    const message2 = `The names of two entries differ only in case (${other}, ${name2}): the second one was ignored.`;
    if (other !== void 0 && other !== name2) twin ??= new ReadFailure("unrecognised-value", message2, 200);
    return other === void 0;
  });
  return { fresh, twin };
}
function followed2(next2, parent, links2, idle) {
  if (typeof next2 !== "string") throw invalid("The next page that Azure named is not an address.");
  const { host, pathname } = new URL(next2, "https://relative.invalid");
  if (subscriptionOf2(pathname) !== subscriptionOf2(parent))
    throw invalid(`Azure's answer points out of this subscription, to ${host}; it was not followed.`);
  if (links2.has(next2)) throw invalid("A list leads back to a page that was read already.");
  if (idle >= NOTHING_NEW2) throw invalid(`A list does not end: ${idle} pages in a row brought nothing new.`);
  links2.add(next2);
  return next2;
}
function subscriptionOf2(path) {
  return /^\/subscriptions\/([^/]+)\//i.exec(path)?.[1]?.toLowerCase();
}

// src/azure/reader/assigned.ts
var { type: type3, about } = roleAssignment;
var segment2 = "providers/Microsoft.Authorization/roleAssignments";
function wantAssigned(context, scope4, principalId) {
  const isNew3 = context.isNew(collectionKey.assigned(scope4, principalId));
  if (isNew3) context.read(slashed(scope4), () => readAssigned(context, slashed(scope4), principalId));
  return isNew3;
}
async function readAssigned(context, scope4, principalId) {
  const entry2 = { ...about, query: { $filter: `assignedTo('${principalId}')` } };
  const records = [];
  let unread3 = null;
  try {
    for await (const { items, apiVersion } of listPages(
      context.client,
      { parent: scope4, segment: segment2, type: type3, entry: entry2 },
      context.versions
    ))
      records.push(...items.map((item) => recordOf3(item, scope4, apiVersion)));
  } catch (error) {
    unread3 = unreadableAssignments(scope4, principalId, failureOf(error));
  }
  const ids = records.map(({ id }) => id);
  context.evidence.collections.set(
    collectionKey.assigned(scope4, principalId),
    unread3 ? { ...unread3, ids } : { state: "read", ids }
  );
  for (const record2 of records) context.keep(record2);
}
function recordOf3({ id, body }, scope4, apiVersion) {
  if (body === null) return nameless(id, scope4, about);
  if (isHollow(body, about)) return unreadable(id, new ReadFailure("invalid-response", "it has no properties.", 200));
  return { state: "read", id, source: "resource-manager", apiVersion, body: prune({ ...body, id, type: type3 }, about) };
}

// src/azure/reader/condition.ts
var indexedTypes = [...Object.entries(resourceTypes).flatMap(indexedBelow), containerGroup.type];
function indexedBelow([type4, { lists }]) {
  return lists.flatMap(({ segment: segment3, indexed }) => indexed ? [`${type4}/${segment3}`.toLowerCase()] : []);
}
function condition({ ids, hosts, groups, accounts, indexed }) {
  const uris = literals([...hosts].flatMap(urisOf));
  const parts = [
    ...ids.size > 0 ? [`id in~ (${literals(ids)})`] : [],
    ...hosts.size > 0 ? [
      `(type =~ ${literal(keyVault.type)} and tostring(${keyVault.vaultUri.path}) in~ (${uris}))`,
      `(type =~ ${literal(managedHsm.type)} and tostring(${managedHsm.hsmUri.path}) in~ (${uris}))`
    ] : [],
    ...accounts.size > 0 ? [`(type =~ ${literal(storageAccount.type)} and name in~ (${literals(accounts)}))`] : [],
    ...groups.size > 0 ? [`(type in~ (${literals(storeTypes)}) and (${inGroups2(groups)}))`] : [],
    ...indexed.size > 0 ? [`(type in~ (${literals(indexedTypes)}) and ${around(indexed)})`] : []
  ];
  return parts.join(" or ");
}
function askedBy({
  ids,
  hosts,
  groups,
  accounts,
  indexed
}) {
  const keys2 = new Set([...ids].map(idKey));
  const types = /* @__PURE__ */ new Set([
    ...hosts.size > 0 ? [keyVault.type, managedHsm.type] : [],
    ...groups.size > 0 ? storeTypes : [],
    ...accounts.size > 0 ? [storageAccount.type] : [],
    ...indexed.size > 0 ? indexedTypes : []
  ]);
  return ({ id, type: type4 }) => keys2.has(idKey(id)) || types.has(type4.toLowerCase());
}
function byKey(rows, keyOf2) {
  return Map.groupBy(new Map(rows.map((each) => [idKey(each.id), each])).values(), keyOf2);
}
function groupOf({ id }) {
  return id.split("/").slice(0, 5).join("/");
}
function urisOf(host) {
  return [`https://${host}`, `https://${host}/`, `https://${host}:443`, `https://${host}:443/`];
}
function around(groups) {
  const parts = [...groups].map((group) => group.toLowerCase().split("/"));
  const [subscriptions2, names4] = [2, 4].map((at3) => literals(new Set(parts.map((part2) => part2[at3]))));
  return `subscriptionId in~ (${subscriptions2}) and resourceGroup in~ (${names4})`;
}
function inGroups2(groups) {
  const parts = [...groups].map((group) => group.split("/"));
  const subscriptions2 = [...new Set(parts.map(([, , subscription2]) => subscription2))];
  const inOne = (subscription2) => {
    const names4 = parts.filter(([, , other]) => other === subscription2).map(([, , , , name2]) => name2);
    return `(subscriptionId =~ ${literal(subscription2)} and resourceGroup in~ (${literals(names4)}))`;
  };
  return subscriptions2.map(inOne).join(" or ");
}

// src/azure/reader/batches.ts
function createBatches(context, rooms) {
  const { vaults: vaults2, groups, accounts, index } = rooms;
  const ids = /* @__PURE__ */ new Set();
  const byName = [vaults2, groups, accounts, index].map(({ waiting }) => waiting);
  const size2 = () => Math.max(
    ids.size,
    byName.reduce((sum, { size: size3 }) => sum + size3, 0)
  );
  let isFirst = true;
  return {
    want: (id) => void ids.add(id),
    send(work2) {
      vaults2.answerFound();
      accounts.answerFound();
      while (size2() >= BATCH || size2() > 0 && (isFirst || work2.isCalm("batches"))) {
        isFirst = false;
        const batch = {
          ids: take(ids),
          hosts: take(vaults2.waiting),
          groups: take(groups.waiting),
          accounts: take(accounts.waiting),
          indexed: take(index.waiting)
        };
        work2.query("batches", () => readBatch(context, rooms, batch));
      }
    }
  };
}
async function readBatch(context, { vaults: vaults2, groups, accounts, index }, batch) {
  const { client, evidence: evidence4 } = context;
  const { rows, failure } = await query2(client, condition(batch), { isAsked: askedBy(batch) });
  const isIndexed = ({ type: type4 }) => indexedTypes.includes(type4.toLowerCase());
  context.takeRows(rows.filter((row6) => !isIndexed(row6)));
  for (const id of batch.ids) {
    if (evidence4.resources.has(idKey(id))) continue;
    if (failure && failure.reason !== "truncated") context.keep(unreadable(id, failure));
    else context.readOne(id);
  }
  for (const host of batch.hosts) vaults2.answer(host, failure);
  groups.answer(batch.groups, rows, failure);
  index.answer(batch.indexed, rows.filter(isIndexed), failure);
  for (const name2 of batch.accounts) accounts.answer(name2, failure);
}

// src/azure/reader/permissions.ts
var MOST_PAGES = 20;
async function readPermissions({ client, versions: versions3 }, group) {
  const path = `${group}/providers/Microsoft.Authorization/permissions`;
  const { apiVersions: apiVersions2 = [] } = resourceTypes[permission.type] ?? {};
  try {
    const { answer } = await versions3.inTurn(permission.type, apiVersions2, (version8) => client.get(path, version8));
    const entries = [];
    let page = answer;
    for (let count39 = 1; ; count39 += 1) {
      if (!Array.isArray(page.value) || count39 > MOST_PAGES) return null;
      entries.push(...page.value);
      if (typeof page.nextLink !== "string" || page.nextLink === "") break;
      page = await client.get(page.nextLink, null);
    }
    return holder2(entries);
  } catch {
    return null;
  }
}
function holder2(entries) {
  const roles = entries.flatMap((entry2) => roleIn(entry2) ?? []);
  const fits = (action3) => (pattern4) => (0, import_clouds3.matchesPattern)(pattern4, action3);
  return (action3) => roles.some(({ actions, notActions }) => actions.some(fits(action3)) && !notActions.some(fits(action3)));
}
function roleIn(entry2) {
  const [actions, notActions] = [permission.actions, permission.notActions].map(
    (each) => textsIn2(propertyOf(entry2, each) ?? [])
  );
  if (!actions || !notActions || propertyOf(entry2, permission.condition) !== void 0) return null;
  return { actions, notActions };
}
function textsIn2(value2) {
  return Array.isArray(value2) && value2.every((one) => typeof one === "string") ? value2 : null;
}

// src/azure/reader/group-index.ts
function createGroupIndex(context) {
  const groups = /* @__PURE__ */ new Map();
  const waiting = /* @__PURE__ */ new Set();
  function open3(id) {
    const group = { callbacks: [] };
    groups.set(idKey(id), group);
    waiting.add(id);
    context.read(id, async () => tell3(group, { holds: await readPermissions(context, id) }));
    return group;
  }
  function tell3(group, news2) {
    Object.assign(group, news2);
    if (isKnown(group)) for (const callback of group.callbacks.splice(0)) callback();
  }
  return {
    waiting,
    find(id, type4, then) {
      const group = groups.get(idKey(id)) ?? open3(id);
      const callback = () => then(all(group, type4));
      if (isKnown(group)) callback();
      else group.callbacks.push(callback);
    },
    answer(asked, rows, failure) {
      const held = byKey(rows, (row6) => idKey(groupOf(row6)));
      for (const id of asked) {
        const group = groups.get(idKey(id));
        if (group) tell3(group, { rows: failure ? null : held.get(idKey(id)) ?? [] });
      }
    }
  };
}
function isShown2({ resources }, id) {
  const record2 = resources.get(idKey(id));
  return record2?.state === "read" && record2.source === "resource-graph";
}
function isKnown({ rows, holds }) {
  return rows !== void 0 && holds !== void 0;
}
function all({ rows, holds }, type4) {
  const { action: action3 = "" } = resourceTypes[type4] ?? {};
  return rows && holds?.(action3) ? rows.filter((row6) => row6.type.toLowerCase() === type4) : null;
}

// src/azure/reader/groups.ts
function createGroups({ evidence: evidence4, isNew: isNew3, want }) {
  const waiting = /* @__PURE__ */ new Set();
  return {
    waiting,
    want: (id) => void (isNew3(collectionKey.group(id)) && waiting.add(id)),
    answer(groups, rows, failure) {
      const stores2 = byKey(
        rows.filter((row6) => storeTypes.includes(row6.type.toLowerCase())),
        (row6) => idKey(groupOf(row6))
      );
      for (const group of groups) {
        const held = stores2.get(idKey(group)) ?? [];
        const ids = held.map((row6) => row6.id);
        const key3 = collectionKey.group(group);
        evidence4.collections.set(key3, failure ? { ...unreadable(group, failure), ids } : { state: "read", ids });
        const types = new Set(held.map((row6) => row6.type.toLowerCase()));
        if (!storeTypes.every((type4) => types.has(type4))) want(group);
      }
    }
  };
}

// src/azure/reader/indexed.ts
function wantIndexed(context, index, list7, parent, { segment: segment3, indexed }) {
  const at3 = slashed(parent);
  const key3 = collectionKey.list(at3, segment3);
  if (!context.isNew(key3)) return;
  if (!isShown2(context.evidence, at3)) {
    list7(at3, segment3);
    return;
  }
  index.find(groupOf({ id: at3 }), listedType(at3, segment3), (all2) => {
    const rows = all2?.filter(({ id }) => idKey(parentId(id)) === idKey(at3));
    if (!rows || indexed === "existence" && rows.length > 0) list7(at3, segment3);
    else {
      context.evidence.collections.set(key3, { state: "read", ids: rows.map(({ id }) => id) });
      context.takeRows(rows);
    }
  });
}

// src/azure/reader/keys.ts
function createKeys({ evidence: evidence4, want }) {
  const usesOf2 = /* @__PURE__ */ new Map();
  function wantVersions({ id, body }) {
    const uses = usesOf2.get(idKey(id));
    const current = uses && parseKeyId(String(propertyOf(body, vaultKey.uriWithVersion)))?.version;
    for (const { pinned, inUse } of uses?.values() ?? []) {
      for (const version8 of [pinned, inUse]) {
        if (version8 && version8.toLowerCase() !== current?.toLowerCase()) want(`${id}/versions/${version8}`);
      }
    }
  }
  return {
    want(vault, use2) {
      const id = `${vault}/keys/${use2.name}`;
      remember2(usesOf2, idKey(id), use2);
      want(id);
      const record2 = evidence4.resources.get(idKey(id));
      if (record2?.state === "read") wantVersions(record2);
    },
    wantVersions
  };
}
function remember2(uses, key3, use2) {
  const known3 = uses.get(key3) ?? /* @__PURE__ */ new Map();
  const text4 = JSON.stringify(Object.values(use2)).toLowerCase();
  if (known3.has(text4)) return false;
  uses.set(key3, known3.set(text4, use2));
  return true;
}

// src/azure/reader/lists.ts
function lister(context, limits2) {
  return (parent, segment3) => context.read(parent, () => readList(context, parent, segment3, limits2[segment3] ?? Number.POSITIVE_INFINITY));
}
async function readList(context, parent, segment3, limit) {
  const type4 = listedType(parent, segment3);
  const entry2 = resourceTypes[type4];
  const list7 = { parent, segment: segment3, type: type4, entry: entry2 };
  const key3 = collectionKey.list(parent, segment3);
  const ids = [];
  const answer = (unread3) => {
    context.evidence.collections.set(key3, unread3 ? { ...unread3, ids } : { state: "read", ids });
    context.listed(parent, segment3);
  };
  try {
    for await (const { items, apiVersion, isLast } of listPages(context.client, list7, context.versions)) {
      const room = limit - ids.length;
      for (const item of items.slice(0, room)) ids.push(takeItem(context, item, list7, apiVersion));
      if (items.length > room || ids.length >= limit && !isLast) return answer(cutShort(parent, segment3, limit));
    }
    answer(null);
  } catch (error) {
    const failure = failureOf(error);
    const isEmpty2 = ids.length === 0 && isNotRegistered(failure, type4);
    answer(isEmpty2 ? null : unreadableList(parent, segment3, entry2, failure));
    if (failure.reason === "absent") lookAgain(context, parent);
  }
}
function lookAgain({ evidence: evidence4, read, readAgain: readAgain2 }, id) {
  const record2 = evidence4.resources.get(idKey(id));
  if (record2?.state !== "read" || record2.source !== "resource-graph") return;
  if (indexedTypes.includes(typeIn(record2.body))) read(id, () => readAgain2(id, null));
}
function takeItem(context, { id, body }, { parent, type: type4, entry: entry2 }, apiVersion) {
  context.isNew(idKey(id));
  if (body === null) context.keep(nameless(id, parent, entry2));
  else if (isHollow(body, entry2)) context.readOne(id, type4);
  else {
    const kept3 = prune({ ...body, id, type: type4 }, entry2);
    context.keep({ state: "read", id, source: "resource-manager", apiVersion, body: kept3 });
    const { whole: whole2 } = entry2;
    if (whole2 && propertyOf(body, whole2) === void 0) context.read(id, () => context.readAgain(id, whole2.path));
  }
  return id;
}
function isNotRegistered({ code: code3, target, message: message2 }, type4) {
  const [namespace = ""] = type4.split("/");
  const about2 = target.includes(".") ? [target] : message2.match(/(?<!\w)\w+(\.\w+)+/g) ?? [];
  return /^MissingSubscriptionRegistration$/i.test(code3) && about2.some((one) => one.trim().toLowerCase() === namespace);
}

// src/azure/reader/merge.ts
function merged(earlier2, latest) {
  const body = structuredClone(latest.body);
  for (const { path } of notObservable(latest)) {
    const value2 = valueAt(earlier2.body, path);
    if (value2 !== void 0 && valueAt(body, path) === void 0) put(body, path.split("."), value2);
  }
  return { ...latest, apiVersion: newer(earlier2.apiVersion, latest.apiVersion), body };
}
function newer(one, other) {
  return (one ?? "") > (other ?? "") ? one : other;
}

// src/azure/reader/one.ts
async function readResource({ client, versions: versions3 }, id, type4 = typeOf(id) ?? "") {
  const entry2 = resourceTypes[type4];
  if (!entry2) return malformed(id);
  try {
    const { answer, apiVersion } = await versions3.inTurn(
      type4,
      entry2.apiVersions,
      async (version8) => checked(await client.get(id, version8), id, type4, entry2)
    );
    const cased = typeof answer.id === "string" && idKey(answer.id) === idKey(id) ? answer.id : id;
    const body = prune({ ...answer, id: cased, type: type4 }, entry2);
    return { state: "read", id: cased, source: "resource-manager", apiVersion, body };
  } catch (error) {
    return unreadable(id, meaningOf(failureOf(error), entry2));
  }
}
function meaningOf(failure, { onlyOne }) {
  const { reason, message: message2, status, code: code3 } = failure;
  if (onlyOne === void 0) return failure;
  if (status === 400 && code3.toLowerCase() === onlyOne.lackedBy.toLowerCase())
    return new ReadFailure("absent", message2, status, code3);
  return reason === "absent" ? new ReadFailure("invalid-response", message2, status, code3) : failure;
}
async function readAgain(context, id, path) {
  const record2 = await readResource(context, id);
  const known3 = context.evidence.resources.get(idKey(id));
  if (record2.state === "read" && known3?.state === "read") context.keep(merged(known3, record2));
  else if (record2.state !== "unreadable") context.keep(record2);
  else if (path !== null && known3?.state === "read")
    context.evidence.resources.set(idKey(id), { ...known3, gap: { path, failure: record2 } });
}

// src/azure/reader/definition.ts
async function readDefinition({ client, versions: versions3 }, id, scope4) {
  const { type: type4, about: about2 } = roleDefinition;
  try {
    const { answer, apiVersion } = await versions3.inTurn(
      type4,
      about2.apiVersions,
      async (version8) => checked(await client.get(`${scope4}${id}`, version8), id, type4, about2)
    );
    return { state: "read", id, source: "resource-manager", apiVersion, body: prune({ ...answer, id, type: type4 }, about2) };
  } catch (error) {
    return unreadableRole(id, scope4, failureOf(error));
  }
}

// src/azure/reader/roles.ts
function createRoles(context) {
  const principals = /* @__PURE__ */ new Set();
  const definitions = /* @__PURE__ */ new Set();
  const scopes = /* @__PURE__ */ new Map();
  const send = (work2, waiting, read) => {
    while (waiting.size >= BATCH || waiting.size > 0 && work2.isCalm("roles")) {
      const batch = take(waiting);
      work2.query("roles", () => read(batch));
    }
  };
  return {
    wantAssignments(principal2) {
      const isNew3 = context.isNew(collectionKey.roles(principal2));
      if (isNew3) principals.add(principal2);
      return isNew3;
    },
    wantDefinition(id, scope4) {
      const isNew3 = context.isNew(idKey(id));
      if (isNew3) definitions.add(id);
      if (isNew3) scopes.set(id, scope4);
      return isNew3;
    },
    send(work2) {
      send(work2, principals, (batch) => readAssignments(context, batch));
      send(work2, definitions, (batch) => readDefinitions(context, batch, scopes));
    }
  };
}
async function readAssignments({ client, evidence: evidence4, takeRows }, principals) {
  const holder3 = `tostring(${roleAssignment.principalId.path}) in~ (${literals(principals)})`;
  const rows = await rowsWhere(client, `type =~ ${literal(roleAssignment.type)} and ${holder3}`);
  const own22 = byKey(rows, (row6) => String(propertyOf(row6, roleAssignment.principalId)).toLowerCase());
  for (const principal2 of principals) {
    const ids = (own22.get(principal2.toLowerCase()) ?? []).map((row6) => row6.id);
    evidence4.collections.set(collectionKey.roles(principal2), { state: "read", ids });
  }
  takeRows(rows);
}
async function readDefinitions(context, ids, scopes) {
  const names4 = [...ids].map((id) => id.slice(id.lastIndexOf("/") + 1));
  const rows = await rowsWhere(
    context.client,
    `type =~ ${literal(roleDefinition.type)} and name in~ (${literals(names4)})`
  );
  context.takeRows(rows.map((row6) => ({ ...row6, id: definitionId(row6.id) })));
  for (const id of ids) {
    const scope4 = scopes.get(id);
    if (scope4 === void 0 || context.evidence.resources.has(idKey(id))) continue;
    context.read(scope4, async () => context.keep(await readDefinition(context, id, scope4)));
  }
}
async function rowsWhere(client, where) {
  const { rows } = await query2(client, where, { table: "authorizationresources" });
  return rows.filter(({ isHollow: isHollow3 }) => !isHollow3);
}

// src/azure/reader/services.ts
function createServices({ evidence: evidence4, isNew: isNew3 }, index, list7) {
  const waiting = /* @__PURE__ */ new Set();
  const hidden2 = /* @__PURE__ */ new Set();
  function decide(workspace2) {
    if (hidden2.has(idKey(workspace2)) || mayRunServices(evidence4, workspace2)) list7(workspace2, childLists.services);
    else askIndex(workspace2);
  }
  function askIndex(workspace2) {
    index.find(groupOf({ id: workspace2 }), containerGroup.type, (groups) => {
      if (groups?.length !== 0) list7(workspace2, childLists.services);
      else evidence4.collections.set(collectionKey.list(workspace2, childLists.services), { state: "read", ids: [] });
    });
  }
  return {
    want(written3) {
      const workspace2 = slashed(written3);
      if (!isNew3(collectionKey.list(workspace2, childLists.services))) return;
      if (!isShown2(evidence4, workspace2)) hidden2.add(idKey(workspace2));
      if (computesOf(evidence4, workspace2)) decide(workspace2);
      else waiting.add(idKey(workspace2));
    },
    listed(parent, segment3) {
      if (segment3 === childLists.computes && waiting.delete(idKey(parent))) decide(parent);
    }
  };
}
function computesOf({ collections }, workspace2) {
  return collections.get(collectionKey.list(workspace2, childLists.computes));
}
function mayRunServices(evidence4, workspace2) {
  const computes2 = computesOf(evidence4, workspace2);
  if (computes2?.state !== "read") return true;
  return computes2.ids.some((id) => {
    const record2 = evidence4.resources.get(idKey(id));
    const type4 = record2?.state === "read" ? propertyOf(record2.body, mlCompute.computeType) : void 0;
    return !withoutServices.includes(String(type4).toLowerCase());
  });
}

// src/azure/reader/store.ts
function createStore({ resources }, listeners) {
  const asked = /* @__PURE__ */ new Set();
  function isNew3(key3) {
    if (asked.has(key3)) return false;
    asked.add(key3);
    return true;
  }
  function put2(record2) {
    resources.set(idKey(record2.id), record2);
    if (record2.state === "absent") listeners.isAbsent(record2.id);
    else if (record2.state === "read") listeners.learn(record2);
  }
  function recordOf5(row6) {
    if (!resourceTypes[row6.type.toLowerCase()] || row6.isHollow || resources.get(idKey(row6.id))?.state === "read")
      return null;
    const { apiVersion, ...body } = row6;
    return { state: "read", id: row6.id, source: "resource-graph", apiVersion: apiVersion || null, body };
  }
  return {
    isNew: isNew3,
    wanted: () => asked.size,
    keep(record2) {
      put2(record2);
      if (record2.state === "read") listeners.follow(record2);
    },
    takeRows(rows) {
      const fresh = rows.flatMap((row6) => recordOf5(row6) ?? []);
      for (const record2 of fresh) {
        asked.add(idKey(record2.id));
        put2(record2);
      }
      for (const record2 of fresh) listeners.follow(record2);
      for (const { id, type: type4 } of rows.filter((row6) => row6.isHollow)) listeners.isHollow(id, type4);
    }
  };
}

// src/azure/reader/vault-hosts.ts
function createVaultHosts({ vault, hsm }) {
  const given = { [keyVault.type]: vault, [managedHsm.type]: hsm };
  const suffixes = new Map(
    Object.entries(given).map(([type4, suffix]) => [type4, new Set(suffix === null ? [] : [suffix])])
  );
  const unknown2 = new Set(Object.entries(given).flatMap(([type4, suffix]) => suffix === null ? [type4] : []));
  return {
    namedBy({ host, vaultId }) {
      const named3 = vaultId === null ? null : parseResourceId(vaultId);
      if (!named3) return null;
      const hosts = [...suffixes.get(named3.type) ?? []].map((suffix) => `${named3.name}.${suffix}`.toLowerCase());
      return hosts.includes(host) ? vaultId : null;
    },
    learn(id, host) {
      const { type: type4 = "", name: name2 = "" } = parseResourceId(id) ?? {};
      const label = `${name2.toLowerCase()}.`;
      if (unknown2.has(type4) && host.startsWith(label)) suffixes.get(type4)?.add(host.slice(label.length));
    }
  };
}

// src/azure/reader/vaults.ts
function createVaults({ client, evidence: evidence4, isNew: isNew3, want }, keys2) {
  const { collections } = evidence4;
  const waiting = /* @__PURE__ */ new Set();
  const found2 = /* @__PURE__ */ new Map();
  const usesOf2 = /* @__PURE__ */ new Map();
  const vaultHosts = createVaultHosts(client.keyHosts);
  function put2(host, ids, failure) {
    const record2 = ids.length > 0 ? { state: "read" } : unreadableVault(host, failure);
    collections.set(collectionKey.vault(host), { ...record2, ids });
    for (const id of ids) for (const use2 of usesOf2.get(host)?.values() ?? []) keys2.want(id, use2);
  }
  function namedFor(host) {
    for (const use2 of usesOf2.get(host)?.values() ?? []) {
      const named3 = vaultHosts.namedBy(use2);
      if (named3) return slashed(named3);
    }
    return void 0;
  }
  return {
    waiting,
    want(use2) {
      if (use2.vaultId) want(use2.vaultId);
      if (!remember2(usesOf2, use2.host, use2)) return;
      const vault = collections.get(collectionKey.vault(use2.host))?.ids[0];
      if (vault) return keys2.want(vault, use2);
      const named3 = vaultHosts.namedBy(use2);
      if (named3) put2(use2.host, [slashed(named3)], null);
      else if (isNew3(collectionKey.vault(use2.host))) waiting.add(use2.host);
    },
    learn(record2) {
      const uri = propertyOf(record2.body, keyVault.vaultUri) ?? propertyOf(record2.body, managedHsm.hsmUri);
      const host = vaultHost(String(uri));
      if (!host) return;
      found2.set(host, record2.id);
      vaultHosts.learn(record2.id, host);
    },
    searchMoved(id) {
      for (const host of usesOf2.keys()) {
        const [known3] = collections.get(collectionKey.vault(host))?.ids ?? [];
        if (known3 !== void 0 && idKey(known3) === idKey(id) && isNew3(`moved:${host}`)) waiting.add(host);
      }
    },
    answerFound() {
      for (const host of waiting) {
        const id = found2.get(host);
        if (id && waiting.delete(host)) put2(host, [id], null);
      }
    },
    answer(host, failure) {
      const id = found2.get(host) ?? namedFor(host);
      if (id || !collections.get(collectionKey.vault(host))?.ids.length) put2(host, id ? [id] : [], failure);
    }
  };
}

// src/azure/reader/versions.ts
var SCOUTS = 2;
function createVersions() {
  const inUse = /* @__PURE__ */ new Map();
  const scouts = /* @__PURE__ */ new Map();
  function order3(type4, apiVersions2) {
    const best = inUse.get(type4);
    return best === void 0 ? apiVersions2 : [best, ...apiVersions2.filter((version8) => version8 !== best)];
  }
  async function inTurn2(type4, apiVersions2, read) {
    let failure = null;
    for (const apiVersion of order3(type4, apiVersions2)) {
      try {
        const answer = await read(apiVersion);
        inUse.set(type4, apiVersion);
        return { answer, apiVersion };
      } catch (error) {
        failure = failureOf(error);
        if (failure.reason !== "api-unsupported") break;
      }
    }
    throw failure ?? new ReadFailure("api-unsupported", "");
  }
  async function behindScouts(type4, apiVersions2, read) {
    if (apiVersions2.length === 1) return inTurn2(type4, apiVersions2, read);
    const ahead = scouts.get(type4) ?? [];
    scouts.set(type4, ahead);
    if (ahead.length === SCOUTS) {
      await Promise.race(ahead);
      return inTurn2(type4, apiVersions2, read);
    }
    const reading5 = inTurn2(type4, apiVersions2, read);
    const over2 = () => void 0;
    ahead.push(reading5.then(over2, over2));
    return reading5;
  }
  return { inTurn: inTurn2, behindScouts };
}

// node_modules/yocto-queue/index.js
var Node = class {
  value;
  next;
  constructor(value2) {
    this.value = value2;
  }
};
var Queue = class {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value2) {
    const node = new Node(value2);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    if (!this.#head) {
      this.#tail = void 0;
    }
    return current.value;
  }
  peek() {
    if (!this.#head) {
      return;
    }
    return this.#head.value;
  }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  *drain() {
    while (this.#head) {
      yield this.dequeue();
    }
  }
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next2 = () => {
    activeCount--;
    resumeNext();
  };
  const run2 = async (function_, resolve, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve(result);
    try {
      await result;
    } catch {
    }
    next2();
  };
  const enqueue = (function_, resolve, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run2.bind(void 0, function_, resolve, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
    enqueue(function_, resolve, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises = [];
        try {
          Array.from(iterable, (value2, index) => {
            const promise = generator(function_, value2, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          for (const promise of promises) {
            promise.catch(() => {
            });
          }
          throw error;
        }
        return Promise.all(promises);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}

// src/azure/reader/work.ts
var AT_ONCE = { one: 64, all: 1024 };
var CROWD = 32;
function createWork(whenDone) {
  const underWay = { batches: 0, roles: 0, reads: 0 };
  const lines2 = /* @__PURE__ */ new Map();
  const broken2 = [];
  let settle2 = null;
  async function done(kind, work2) {
    try {
      await work2();
    } catch (error) {
      broken2.push(error);
    }
    underWay[kind] -= 1;
    next2();
  }
  function next2() {
    whenDone();
    if (!settle2 || underWay.batches + underWay.roles + underWay.reads > 0) return;
    const { resolve, reject } = settle2;
    settle2 = null;
    if (broken2.length > 0) reject(broken2[0]);
    else resolve();
  }
  function lineOf(id) {
    const subscription2 = id.split("/")[2]?.toLowerCase() ?? "";
    const line3 = lines2.get(subscription2) ?? pLimit(AT_ONCE.one);
    lines2.set(subscription2, line3);
    const room = Math.max(1, Math.min(AT_ONCE.one, Math.floor(AT_ONCE.all / lines2.size)));
    if (line3.concurrency !== room) line3.concurrency = room;
    return line3;
  }
  return {
    query(kind, work2) {
      underWay[kind] += 1;
      void done(kind, work2);
    },
    read(id, work2) {
      underWay.reads += 1;
      void lineOf(id)(done, "reads", work2);
    },
    isCalm: (kind) => underWay.reads < CROWD && (kind === "roles" || underWay.batches === 0),
    settled: () => new Promise((resolve, reject) => {
      settle2 = { resolve, reject };
      next2();
    })
  };
}

// src/azure/reader/reader.ts
function createReader(client, evidence4, follow3, limits2 = {}) {
  const work2 = createWork(() => {
    batches.send(work2);
    roles.send(work2);
  });
  const store2 = createStore(evidence4, {
    learn(record2) {
      vaults2.learn(record2);
      accounts.learn(record2.id);
    },
    follow(record2) {
      keys2.wantVersions(record2);
      follow3(record2, reader2);
    },
    isAbsent: (id) => vaults2.searchMoved(id),
    isHollow(id, type4) {
      accounts.learn(id);
      if (store2.isNew(idKey(id))) context.readOne(id, type4);
    }
  });
  const context = {
    client,
    evidence: evidence4,
    versions: createVersions(),
    ...store2,
    want,
    read: work2.read,
    listed: (parent, segment3) => services4.listed(parent, segment3),
    readOne: (id, type4) => work2.read(id, async () => store2.keep(await readResource(context, id, type4))),
    readAgain: (id, path) => readAgain(context, id, path)
  };
  const keys2 = createKeys(context);
  const vaults2 = createVaults(context, keys2);
  const groups = createGroups(context);
  const accounts = createAccounts(context);
  const roles = createRoles(context);
  const index = createGroupIndex(context);
  const batches = createBatches(context, { vaults: vaults2, groups, accounts, index });
  const list7 = lister(context, limits2);
  const services4 = createServices(context, index, list7);
  const reader2 = {
    want,
    wantKey: vaults2.want,
    wantGroup: groups.want,
    wantList(parent, segment3) {
      if (store2.isNew(collectionKey.list(parent, segment3))) list7(slashed(parent), segment3);
    },
    wantIndexed: (parent, child) => wantIndexed(context, index, list7, parent, child),
    wantServices: services4.want,
    wantAccount: accounts.want,
    wantRoles: roles.wantAssignments,
    wantDefinition: roles.wantDefinition,
    wantAssigned: (scope4, principal2) => wantAssigned(context, scope4, principal2),
    add: store2.takeRows,
    readAgain: context.readAgain,
    wanted: store2.wanted,
    settled: work2.settled
  };
  return reader2;
  function want(written3) {
    const id = slashed(written3);
    if (!store2.isNew(idKey(id))) return;
    const type4 = typeOf(id);
    if (!type4 || !resourceTypes[type4]) store2.keep(malformed(id));
    else if (resourceTypes[type4].isManagerOnly) context.readOne(id);
    else batches.want(id);
  }
}

// src/evidence/needs.ts
function needsIn(evidence4) {
  const groups = [...evidence4.collections].filter(([key3]) => isCollectionOf(key3, "group"));
  const managed2 = new Set(groups.flatMap(([, { ids }]) => ids.map(idKey)));
  return [...evidence4.resources].flatMap(
    ([key3, record2]) => record2.state === "read" && !managed2.has(key3) ? [...ofWorkspace2(evidence4, record2), ...ofKeys(evidence4, record2)] : []
  );
}
function ofWorkspace2(evidence4, record2) {
  const vault = propertyOf(record2.body, mlWorkspace.keyVault);
  if (typeIn(record2.body) !== mlWorkspace.type || typeof vault !== "string" || !usesRoles(evidence4, vault)) return [];
  return needsOf([workspacePrincipal(evidence4, record2.body)], vault, vault, secretActions);
}
function ofKeys(evidence4, record2) {
  const type4 = typeIn(record2.body);
  return keyUses(type4, record2.body, evidence4.keyHosts).flatMap(({ host, name: name2, isFederated: isFederated2 }) => {
    const vault = evidence4.collections.get(collectionKey.vault(host))?.ids[0];
    if (isFederated2 || vault === void 0 || !usesRoles(evidence4, vault)) return [];
    return needsOf(keyPrincipals(evidence4, type4, record2.body), vault, `${vault}/keys/${name2}`, keyActions);
  });
}
function needsOf(principals, vault, at3, actions) {
  return principals.flatMap(({ principalId }) => principalId === null ? [] : [{ vault, at: at3, principalId, actions }]);
}
function usesRoles({ resources }, vault) {
  const record2 = resources.get(idKey(vault));
  const flag2 = record2?.state === "read" ? propertyOf(record2.body, keyVault.rbacAuthorization) : void 0;
  return flag2 === true || typeof flag2 === "string" && flag2.toLowerCase() === "true";
}

// src/azure/roles.ts
function wantAccess(evidence4, reader2) {
  return needsIn(evidence4).filter(({ principalId }) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(principalId)).map((need) => wantNext(evidence4, reader2, need)).includes(true);
}
function wantNext(evidence4, reader2, need) {
  const { vault, principalId } = need;
  if (!evidence4.collections.has(collectionKey.roles(principalId))) return reader2.wantRoles(principalId);
  const access = accessOf(evidence4, need);
  if (access.state !== "undecided") return false;
  const { definitions, scope: scope4 } = access.unread;
  if (definitions.length > 0) return definitions.map((id) => reader2.wantDefinition(id, vault)).includes(true);
  return scope4 !== null && reader2.wantAssigned(scope4, principalId);
}

// src/azure/collect.ts
async function collect(client, { targets: targets2, now: now2, depth, plans, say, show: show5 }) {
  const { rows, unlisted, subscriptions: subscriptions2, unseen: unseen3 } = await findWorkspaces(client, targets2);
  const evidence4 = {
    collectedAt: now2.toISOString(),
    keyHosts: client.keyHosts,
    workspaces: [],
    resources: /* @__PURE__ */ new Map(),
    collections: /* @__PURE__ */ new Map(),
    subscriptions: subscriptions2,
    unseen: unseen3
  };
  const ids = [...rows.map((row6) => row6.id), ...unlisted];
  const { reader: reader2, again: again2, complete } = follower(client, evidence4, ids, depth);
  say((0, import_clouds3.plural)(ids.length, "workspace"));
  show5(() => extentOf(ids, evidence4, reader2));
  reader2.add(rows);
  for (const id of unlisted) reader2.want(id);
  await complete();
  const live2 = plans === null ? evidence4 : copyOf(evidence4);
  if (plans !== null) await followPlans(plans, evidence4, reader2, complete);
  say(countsOf2(evidence4, client));
  return {
    evidence: live2,
    whole: evidence4,
    confirm: async (doubtful) => {
      const before = live2 === evidence4 ? null : copyOf(evidence4);
      for (const id of doubtful) again2.set(id, null);
      await complete();
      if (before) takeOver(live2, before, evidence4);
    }
  };
}
function follower(client, evidence4, ids, depth) {
  const judged = new Set(ids.map(idKey));
  const again2 = /* @__PURE__ */ new Map();
  const fileServices = createFileServices(evidence4);
  const asked = () => depth.encryptionScopes;
  const soon = oncePerTurn(() => wantAccess(evidence4, reader2));
  const follow3 = (record2) => {
    if (isFollowed(record2, judged)) {
      const path = leftOut(record2);
      if (path !== null) again2.set(record2.id, path);
      followLinks(record2, reader2, { hosts: client.keyHosts, asked });
      fileServices.follow(record2, reader2);
    }
    if (isFew(evidence4) && decidesAccess(record2)) soon();
  };
  const reader2 = createReader(client, evidence4, follow3, { jobs: depth.jobsPerWorkspace });
  const complete = async () => {
    await settle(reader2, again2);
    keepSeen(evidence4, ids);
    for (const record2 of workspaces(evidence4).filter(isProject)) {
      followProject(record2, reader2, evidence4);
      fileServices.followProject(record2, reader2);
    }
    await settle(reader2, again2);
    while (wantAccess(evidence4, reader2)) await reader2.settled();
  };
  return { reader: reader2, again: again2, complete };
}
function extentOf(ids, { resources, collections }, reader2) {
  const needed = reader2.wanted();
  return { workspaces: ids.length, read: Math.min(needed, resources.size + collections.size), needed };
}
function countsOf2({ resources, collections }, { counters }) {
  const read = `${(0, import_clouds3.plural)(resources.size, "resource")} and ${(0, import_clouds3.plural)(collections.size, "collection")}`;
  const { resourceGraph, resourceManager } = counters;
  return `${read}, in ${(0, import_clouds3.plural)(resourceGraph, "query", "queries")} and ${(0, import_clouds3.plural)(resourceManager, "read")}`;
}
function copyOf(evidence4) {
  return { ...evidence4, resources: new Map(evidence4.resources), collections: new Map(evidence4.collections) };
}
function takeOver(live2, before, now2) {
  live2.workspaces = now2.workspaces;
  for (const [key3, record2] of now2.resources)
    if (live2.resources.has(key3) || !before.resources.has(key3)) live2.resources.set(key3, record2);
  for (const [key3, record2] of now2.collections)
    if (live2.collections.has(key3) || !before.collections.has(key3)) live2.collections.set(key3, record2);
}
async function followPlans({ over: over2, uncertain }, evidence4, reader2, complete) {
  for (const id of uncertain) if (resourceTypes[typeOf(id) ?? ""]) reader2.want(id);
  for (let wanted = -1; wanted !== reader2.wanted(); ) {
    wanted = reader2.wanted();
    await complete();
    const planned2 = over2(evidence4);
    followPlanned(planned2, evidence4, reader2);
    wantAccess(planned2, reader2);
  }
}
function isFew({ resources }) {
  return resources.size < 500;
}
function decidesAccess({ body }) {
  const type4 = typeIn(body);
  return accessTypes.includes(type4) || keyIdentityOf(type4) !== void 0;
}
var accessTypes = [keyVault.type, roleAssignment.type, roleDefinition.type];
function oncePerTurn(work2) {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      work2();
    });
  };
}
async function settle(reader2, again2) {
  await reader2.settled();
  while (again2.size > 0) {
    const wanted = [...again2];
    again2.clear();
    await Promise.all(wanted.map(([id, path]) => reader2.readAgain(id, path)));
    await reader2.settled();
  }
}
function isFollowed(record2, judged) {
  return typeIn(record2.body) !== mlWorkspace.type || judged.has(idKey(record2.id));
}
function keepSeen(evidence4, ids) {
  const records = ids.flatMap((id) => evidence4.resources.get(idKey(id)) ?? []);
  evidence4.workspaces = records.flatMap((record2) => record2.state === "read" ? [record2.id] : []).sort((a, b) => idKey(a) < idKey(b) ? -1 : 1);
  const hubs = new Set(workspaces(evidence4).map((record2) => idKey(String(propertyOf(record2.body, mlWorkspace.hub)))));
  for (const record2 of records) {
    if (record2.state === "read") continue;
    if (!evidence4.unseen.some(({ id }) => id === record2.id)) evidence4.unseen.push(record2);
    if (!hubs.has(idKey(record2.id))) evidence4.resources.delete(idKey(record2.id));
  }
  const known3 = new Map(evidence4.subscriptions.map((subscription2) => [subscription2.id, subscription2]));
  for (const { id, state } of records) {
    const subscription2 = parseResourceId(id)?.subscriptionId;
    if (!subscription2) continue;
    const entry2 = known3.get(subscription2) ?? { id: subscription2, visible: false };
    if (!known3.has(subscription2)) evidence4.subscriptions.push(entry2);
    if (state === "read") entry2.visible = true;
    known3.set(subscription2, entry2);
  }
}
function workspaces(evidence4) {
  return evidence4.workspaces.map((id) => evidence4.resources.get(idKey(id)));
}

// src/azure/requests/route.ts
function route(sdk, env) {
  const policies = /* @__PURE__ */ new Map();
  const policyOf = ({ url }) => {
    const known3 = policies.get(url.href);
    if (known3) return known3;
    const { protocol: protocol2, hostname, username, password } = url;
    const address = { host: `${protocol2}//${hostname}`, port: Number((0, import_clouds3.portOf)(url)), username, password };
    const policy2 = sdk.proxyPolicy(address, { customNoProxyList: [] });
    policies.set(url.href, policy2);
    return policy2;
  };
  const policy = {
    name: "routePolicy",
    async sendRequest(request, next2) {
      request.agent = void 0;
      try {
        const proxy = (0, import_clouds3.proxyFor)(request.url, env);
        if (proxy === null) return await next2(request);
        return await policyOf(proxy).sendRequest(request, (proxied) => next2(throughTunnel(proxied)));
      } catch (error) {
        explain(error, request.url, env);
        throw error;
      }
    }
  };
  return {
    proxyOptions: { host: "http://localhost", port: 80 },
    additionalPolicies: [{ policy, position: "perRetry" }]
  };
}
function throughTunnel(request) {
  const agent = request.agent;
  Object.assign(agent, { keepAlive: true, protocol: "https:" });
  request.requestOverrides = { protocol: "https:" };
  if (agent.listenerCount("proxyConnect") === 0) {
    agent.on("proxyConnect", ({ statusCode }, refused) => {
      if (statusCode !== 200) refused.destroy(new Error(`Proxy response (${statusCode})`));
    });
  }
  return request;
}

// src/azure/requests/rate-limiter.ts
function resourceGraphLimiter(clock) {
  let full = 15;
  let left = full;
  let ends = Number.POSITIVE_INFINITY;
  let told5 = false;
  let margin = 0;
  let window = 0;
  const begin = () => {
    window += 1;
    left = full;
    ends = Number.POSITIVE_INFINITY;
    told5 = false;
  };
  return {
    enter: inTurn(async () => {
      if (clock.now() >= ends) begin();
      while (left <= 0) {
        await clock.sleep(Math.max(1, ends - clock.now()));
        if (clock.now() >= ends) begin();
      }
      left -= 1;
      if (ends === Number.POSITIVE_INFINITY) ends = clock.now() + 5e3;
      return window;
    }),
    learn(header3, of3) {
      if (!header3 || of3 !== window) return;
      const remaining2 = Number.parseInt(header3("x-ms-user-quota-remaining") ?? "", 10);
      if (!Number.isNaN(remaining2)) {
        full = Math.max(full, remaining2 + 1);
        left = Math.min(left, remaining2);
      }
      const end2 = clock.now() + (quotaReset(header3) ?? 5e3) + margin;
      ends = told5 ? Math.min(ends, end2) : end2;
      told5 = true;
    },
    pause(milliseconds) {
      left = 0;
      ends = clock.now() + Math.max(1e3, milliseconds);
      told5 = true;
      margin = 1e3;
      full = Math.max(1, full - 1);
    }
  };
}
function resourceManagerLimiter(clock) {
  const [size2, refill] = [250, 24.5 / 1e3];
  let tokens2 = size2;
  let at3 = clock.now();
  let closedUntil = 0;
  let underWay = 0;
  const fill = () => {
    tokens2 = Math.min(size2, tokens2 + (clock.now() - at3) * refill);
    at3 = clock.now();
  };
  return {
    enter: inTurn(async () => {
      for (fill(); tokens2 < 1 || clock.now() < closedUntil; fill()) {
        await clock.sleep(Math.max(1, closedUntil - clock.now(), (1 - tokens2) / refill));
      }
      tokens2 -= 1;
      underWay += 1;
      return 0;
    }),
    learn(header3) {
      underWay = Math.max(0, underWay - 1);
      const remaining2 = Number.parseInt(header3?.("x-ms-ratelimit-remaining-subscription-reads") ?? "", 10);
      fill();
      if (!Number.isNaN(remaining2)) tokens2 = Math.min(tokens2, Math.max(0, remaining2) - underWay);
    },
    pause(milliseconds) {
      closedUntil = Math.max(closedUntil, clock.now() + milliseconds);
      tokens2 = Math.min(tokens2, 0);
    }
  };
}
function inTurn(enter) {
  let last = Promise.resolve();
  return () => {
    const turn = last.then(enter);
    last = turn;
    return turn;
  };
}
var LONGEST_WINDOW = 6e4;
function quotaReset(header3) {
  const match = /^(\d+):(\d\d):(\d\d)/.exec(header3("x-ms-user-quota-resets-after") ?? "");
  const end2 = match ? (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1e3 : null;
  return end2 !== null && end2 <= LONGEST_WINDOW ? end2 : null;
}
function retryAfter(header3) {
  const text4 = header3("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text4)) return Number(text4) * 1e3;
  const isDate2 = /^[a-z]{3,9},? /i.test(text4);
  const wait = isDate2 ? Date.parse(text4) - Date.parse(header3("date") ?? "") : Number.NaN;
  return wait >= 0 ? wait : null;
}

// src/azure/requests/sender.ts
var CONNECTIONS = { queries: 64, reads: 256 };
var THROTTLED_TRIES = 20;
var FAILED_TRIES = 4;
function createSender(options) {
  const { counters, signal, renew, timeIsOver } = options;
  const clock = ending(options);
  const quotaOf = quotas(clock);
  const attempt2 = async (quota, send) => {
    const window = await quota.limiter.enter();
    const outcome2 = await quota.connections(() => {
      counters[quota.counter] += 1;
      return send().catch((error) => {
        if (signal.aborted) throw timeIsOver();
        if (isPassing(error)) return error;
        quota.limiter.learn(null, window);
        throw error;
      });
    });
    quota.limiter.learn(outcome2 instanceof Error ? null : (name2) => outcome2.headers.get(name2), window);
    return outcome2;
  };
  return async (url, send) => {
    const quota = quotaOf(url);
    for (let [throttled, failed2, renewed] = [0, 0, false]; ; ) {
      const outcome2 = await attempt2(quota, send);
      if (!renewed && !(outcome2 instanceof Error) && outcome2.status === 401 && await renew(outcome2)) {
        renewed = true;
        continue;
      }
      const wait = outcome2 instanceof Error ? backoff(failed2) : waitFor(outcome2, failed2);
      if (wait === null) return outcome2;
      if (!(outcome2 instanceof Error) && outcome2.status === 429) {
        counters.throttled += 1;
        throttled += 1;
        quota.limiter.pause(wait);
      } else {
        failed2 += 1;
        if (failed2 < FAILED_TRIES) await clock.sleep(wait);
      }
      if (throttled < THROTTLED_TRIES && failed2 < FAILED_TRIES) continue;
      if (outcome2 instanceof Error) throw outcome2;
      return outcome2;
    }
  };
}
function quotas(clock) {
  const graph2 = {
    counter: "resourceGraph",
    limiter: resourceGraphLimiter(clock),
    connections: pLimit(CONNECTIONS.queries)
  };
  const subscriptions2 = /* @__PURE__ */ new Map();
  const connections2 = pLimit(CONNECTIONS.reads);
  return (url) => {
    if (url.includes("/providers/Microsoft.ResourceGraph/")) return graph2;
    const key3 = /\/subscriptions\/([^/?]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
    const known3 = subscriptions2.get(key3);
    if (known3) return known3;
    const quota = { counter: "resourceManager", limiter: resourceManagerLimiter(clock), connections: connections2 };
    subscriptions2.set(key3, quota);
    return quota;
  };
}
var LONGEST_SLEEP = 2 ** 31 - 1;
function ending({ clock, signal, timeIsOver }) {
  return {
    now: clock.now,
    sleep: async (milliseconds) => {
      if (!signal.aborted) await clock.sleep(Math.min(milliseconds, LONGEST_SLEEP));
      if (signal.aborted) throw timeIsOver();
    }
  };
}
function isPassing({ name: name2, statusCode }) {
  return name2 === "AbortError" || name2 === "RestError" && statusCode === void 0;
}
function waitFor(response, failed2) {
  if (![408, 429, 500, 502, 503, 504].includes(response.status)) return null;
  const after = retryAfter((name2) => response.headers.get(name2));
  if (after !== null) return after;
  if (response.status !== 429) return backoff(failed2);
  return quotaReset((name2) => response.headers.get(name2)) ?? 5e3;
}
function backoff(failed2) {
  return 500 * 2 ** failed2 * (0.75 + Math.random() / 2);
}

// src/azure/requests/token.ts
var ONE_RENEWAL = 6e4;
function createBearer({ credential, scope: scope4, clock, beforeEnd: beforeEnd2 }) {
  let renewal = Promise.resolve();
  let renewedAt = Number.NEGATIVE_INFINITY;
  return {
    policy: {
      name: "authorizationPolicy",
      async sendRequest(request, next2) {
        const { token } = await beforeEnd2(credential.getToken(scope4, { enableCae: true }));
        request.headers.set("authorization", `Bearer ${token}`);
        return next2(request);
      }
    },
    async renew({ request, headers }) {
      if (clock.now() - renewedAt >= ONE_RENEWAL) {
        renewedAt = clock.now();
        const claims = claimsOf(headers.get("www-authenticate"));
        renewal = claims ? credential.getToken(scope4, { enableCae: true, claims }) : credential.renew(scope4, tokenOf(request));
      }
      await beforeEnd2(renewal);
    }
  };
}
function tokenOf({ headers }) {
  return (headers.get("authorization") ?? "").replace(/^Bearer /, "");
}
function claimsOf(challenge = "") {
  const claims = /\bclaims="([\w+/=-]+)"/.exec(challenge)?.[1];
  return claims && challenge.includes("insufficient_claims") ? Buffer.from(claims, "base64").toString() : null;
}

// src/azure/requests/client.ts
var ATTEMPT_TIMEOUT = 3e4;
function createClient(options) {
  const { cloud, sdk, signal } = options;
  const timeout = options.attemptTimeout ?? ATTEMPT_TIMEOUT;
  const timeIsOver = () => over(signal.reason);
  const counters = { resourceGraph: 0, resourceManager: 0, throttled: 0 };
  const abortSignal = forMany(signal);
  const bearer = createBearer({
    credential: options.credential,
    scope: cloud.scope,
    clock: options.clock,
    beforeEnd: (work2) => beforeEnd(abortSignal, work2, timeIsOver)
  });
  const renew = async (answer) => {
    if (!refusesToken(answer)) return false;
    await bearer.renew(answer);
    return true;
  };
  const inTurn2 = createSender({ clock: options.clock, signal, counters, renew, timeIsOver });
  const resourceGraph = createResourceGraph(options, bearer.policy);
  const { pipeline } = resourceGraph;
  const reads = lean(pipeline);
  pipeline.addPolicy(
    {
      name: "rateLimitPolicy",
      sendRequest: (request, next2) => inTurn2(request.url, () => next2(Object.assign(request, { timeout })))
    },
    { phase: "Retry" }
  );
  const http = sdk.createDefaultHttpClient();
  const send = (url) => {
    const headers = sdk.createHttpHeaders({ accept: "application/json" });
    const request = sdk.createPipelineRequest({ url, headers, timeout, abortSignal });
    return reads.sendRequest(http, request);
  };
  return {
    resourceGraph,
    keyHosts: { vault: cloud.vaultSuffix, hsm: cloud.hsmSuffix },
    counters,
    signal,
    async get(path, apiVersion, query4 = {}) {
      try {
        const url = urlOf(cloud, path, apiVersion, query4);
        return bodyOf3(await inTurn2(url, () => send(url)));
      } catch (error) {
        throw failureOf(error);
      }
    }
  };
}
function createResourceGraph({ cloud, credential, sdk, version: version8, env, largestAnswer }, bearer) {
  const resourceGraph = new sdk.ResourceGraphClient(credential, {
    endpoint: cloud.resourceManager,
    credentials: { scopes: [cloud.scope] },
    userAgentOptions: { userAgentPrefix: `azureml-encryption-check/${version8}` },
    ...route(sdk, env)
  });
  const { pipeline } = resourceGraph;
  pipeline.addPolicy(limitAnswers(sdk, largestAnswer), { afterPhase: "Sign" });
  pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" });
  pipeline.addPolicy(bearer, { phase: "Sign" });
  pipeline.removePolicy({ name: "defaultRetryPolicy" });
  return resourceGraph;
}
function lean(pipeline) {
  const reads = pipeline.clone();
  for (const name2 of [
    "deserializationPolicy",
    "formDataPolicy",
    "multipartPolicy",
    "serializationPolicy",
    "setClientRequestIdPolicy",
    "tracingPolicy",
    "wrapAbortSignalLikePolicy"
  ])
    reads.removePolicy({ name: name2 });
  return reads;
}
function forMany(signal) {
  const listeners = /* @__PURE__ */ new Set();
  signal.addEventListener("abort", (event) => {
    for (const listener of listeners) listener(event);
  });
  return {
    get aborted() {
      return signal.aborted;
    },
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener)
  };
}
function refusesToken({ status, bodyAsText }) {
  return status === 401 && refusal(status, parse(bodyAsText)).reason !== "not-visible";
}
function beforeEnd(signal, work2, timeIsOver) {
  return new Promise((resolve, reject) => {
    const end2 = () => reject(timeIsOver());
    if (signal.aborted) return end2();
    signal.addEventListener("abort", end2);
    work2.then(resolve, reject).finally(() => signal.removeEventListener("abort", end2));
  });
}
function urlOf(cloud, path, apiVersion, query4) {
  const isPath = path.startsWith("/");
  if (isPath && path.split("/").some((segment3) => segment3 === "." || segment3 === "..")) {
    throw new ReadFailure("unrecognised-value", `${path} is not a resource id.`);
  }
  const url = new URL(
    isPath ? encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F") : path,
    cloud.resourceManager
  );
  if (url.origin !== new URL(cloud.resourceManager).origin) {
    throw new ReadFailure(
      "invalid-response",
      `Azure's answer points to another host (${url.host}); it was not followed.`
    );
  }
  for (const [name2, value2] of Object.entries(query4)) url.searchParams.set(name2, value2);
  if (apiVersion !== null) url.searchParams.set("api-version", apiVersion);
  return url.href;
}
function bodyOf3({ status, bodyAsText }) {
  const body = parse(bodyAsText);
  if (status !== 200) throw refusal(status, body);
  if (!body) throw new ReadFailure("invalid-response", "Azure answered with something that is not JSON.", status);
  return body;
}

// src/azure/requests/clock.ts
function clockUntil(signal) {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) => new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener("abort", done, { once: true });
      function done() {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      }
    })
  };
}

// src/azure/subscription-names.ts
async function nameSubscriptions(client, all2) {
  const ids = all2.filter(({ visible: visible5 }) => visible5).map(({ id }) => `/subscriptions/${id}`);
  const conditions = inLists(ids, (list7) => `type =~ ${literal(subscription.type)} and id in~ (${list7})`);
  const answers = await Promise.all(conditions.map((where) => query2(client, where, { table: "resourcecontainers" })));
  const names4 = new Map(answers.flatMap(({ rows }) => rows.map(({ id, name: name2 }) => [idKey(id), name2])));
  for (const each of all2) {
    const name2 = names4.get(idKey(`/subscriptions/${each.id}`));
    if (typeof name2 === "string" && name2 !== "") each.name = name2;
  }
}

// src/scan/evidence.ts
async function clientOf(cloud, { credential }, { azure, env, time: time2 }) {
  const signal = time2.reading;
  return createClient({ cloud, credential, sdk: await azure(), signal, clock: clockUntil(signal), version: import_clouds3.version, env });
}
async function watched3(client, { targets: targets2, htmlFile, evidenceFile: evidenceFile2 }, config, planning, { log, now: now2, watch }) {
  let extent = () => ({ workspaces: null, read: 0, needed: 0 });
  const { counters } = client;
  const stop = watch(() => ({
    ...extent(),
    requests: counters.resourceGraph + counters.resourceManager,
    throttled: counters.throttled
  }));
  const show5 = (latest) => {
    extent = latest;
  };
  const work2 = async () => {
    const collection = await collect(client, {
      targets: targets2,
      now: now2(),
      depth: depthOf(config),
      plans: planning,
      say: log.info,
      show: show5
    });
    const { subscriptions: subscriptions2 } = collection.evidence;
    if (htmlFile !== null || evidenceFile2 !== null) await nameSubscriptions(client, subscriptions2);
    return collection;
  };
  return work2().finally(stop);
}
function depthOf(config) {
  return {
    jobsPerWorkspace: config.thresholds.jobsPerWorkspace,
    encryptionScopes: isEnabled(config, scopesCheck)
  };
}

// src/judge/coverage.ts
function unreadIn(record2) {
  if (record2.state === "read") return "body" in record2 ? gapOf({ record: record2 }) : null;
  return record2.state === "unreadable" ? record2 : null;
}
function coverage(evidence4, needed, requests) {
  const records = [...evidence4.resources.values(), ...evidence4.collections.values()];
  const unreadable3 = records.flatMap((record2) => unreadIn(record2) ?? []);
  const wanted = records.length + evidence4.unseen.length;
  const read = records.length - unreadable3.length;
  const known3 = new Set([...evidence4.unseen, ...unreadable3].map(({ id }) => idKey(id)));
  const inferred = [...needed.values()].flatMap(
    ({ record: record2 }) => known3.has(idKey(record2.id)) || !isMissing(record2) ? [] : [record2]
  );
  const missingOf = (named3) => {
    return ({ id, reason, action: action3, scope: scope4, message: message2 }) => {
      const usedBy2 = [...needed.get(idKey(id))?.usedBy ?? []].sort();
      return { resource: id, reason, action: action3, scope: scope4, message: message2, usedBy: usedBy2, named: named3 };
    };
  };
  const missing = [...evidence4.unseen.map(missingOf(true)), ...[...unreadable3, ...inferred].map(missingOf(false))];
  return {
    percent: wanted === 0 ? null : Math.floor(read * 1e3 / wanted) / 10,
    subscriptions: evidence4.subscriptions.map(({ id, visible: visible5 }) => ({ id, visible: visible5 })),
    missing: missing.sort((a, b) => a.resource < b.resource ? -1 : 1),
    requests
  };
}

// src/judge/assess.ts
function assess(evidence4, judged, terms2, requests) {
  const { policy, config, baseline } = terms2;
  const workspaces2 = judged.map(({ report }) => report);
  const findings2 = workspaces2.flatMap((workspace2) => workspace2.findings);
  const fixed = judged.flatMap((one) => one.fixed);
  const byId = new Map(judged.map((one) => [idKey(one.report.id), one]));
  const waivers2 = new Set(judged.flatMap((one) => one.waivers));
  return {
    conclusion: conclusionOf(evidence4, judged, policy),
    summary: {
      workspaces: workspaces2.length,
      ...sumOf(workspaces2),
      failedBySeverity: bySeverity(findings2, "fail"),
      unknownBySeverity: bySeverity(findings2, "unknown"),
      new: baseline && findings2.filter((finding) => finding.new).length,
      fixed: baseline && fixed.length
    },
    coverage: coverage(evidence4, neededBy2(judged), requests),
    workspaces: workspaces2,
    whole: (id) => whole(byId.get(idKey(id)), terms2),
    fixed,
    weighed: judged.flatMap((one) => one.weighed),
    found: judged.flatMap(({ upgraded }) => upgraded),
    notes: waiverNotes(config, waivers2, new Date(evidence4.collectedAt))
  };
}
function conclusionOf({ unseen: unseen3, workspaces: workspaces2 }, judged, policy) {
  const findings2 = judged.flatMap(({ report }) => report.findings);
  const counted2 = (status) => findings2.filter((finding) => finding.status === status && counts(finding, policy)).length;
  return conclude({
    failed: counted2("fail"),
    unknown: counted2("unknown"),
    unseen: unseen3.length + (workspaces2.length === 0 ? 1 : 0)
  });
}
function sumOf(workspaces2) {
  const sum = { pass: 0, fail: 0, unknown: 0, "not-applicable": 0, attested: 0, manual: 0, waived: 0 };
  for (const { counts: counts3 } of workspaces2)
    for (const status of Object.keys(sum)) sum[status] += counts3[status];
  return sum;
}
function bySeverity(findings2, status) {
  const found2 = { high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of findings2) if (finding.status === status) found2[finding.severity] += 1;
  return found2;
}
function neededBy2(judged) {
  const needed = /* @__PURE__ */ new Map();
  for (const { report, missing } of judged) {
    for (const record2 of missing) {
      const known3 = needed.get(idKey(record2.id)) ?? { record: record2, usedBy: /* @__PURE__ */ new Set() };
      needed.set(idKey(record2.id), known3);
      known3.usedBy.add(report.id);
    }
  }
  return needed;
}

// src/scan/plans.ts
function withPlans(live2, planning, requests) {
  const { evidence: evidence4, judged, terms: terms2 } = live2;
  const assessment = assess(evidence4, judged, terms2, requests);
  const { conclusion } = assessment;
  const planned2 = planning?.judge({ ...live2, conclusion, isAlone: false }) ?? null;
  if (planned2 === null) return { ...assessment, planned: planned2, liveConclusion: conclusion };
  const used = /* @__PURE__ */ new Set([...judged.flatMap(({ waivers: waivers2 }) => waivers2), ...planned2.waivers]);
  const notes = waiverNotes(terms2.config, used, new Date(evidence4.collectedAt));
  const coverage4 = withParts(assessment.coverage, planned2.plan);
  return { ...assessment, coverage: coverage4, notes, conclusion: planned2.conclusion, planned: planned2, liveConclusion: conclusion };
}
function withParts(coverage4, { notLookedInto: notLookedInto3 }) {
  const parts = notLookedInto3.map(({ address, reason }) => {
    const nobody2 = { action: null, scope: null, usedBy: [], named: false };
    return { resource: address, reason: "not-observable", message: foreign(reason), ...nobody2 };
  });
  return { ...coverage4, missing: [...coverage4.missing, ...parts] };
}

// src/evidence-file/replay.ts

// src/evidence-file/format.ts

// src/evidence-file/hollow.ts
function setHollowApart(evidence4) {
  for (const [key3, record2] of evidence4.resources) {
    if (record2.state !== "read" || !isHollow2(record2)) continue;
    const why2 = unreadable(record2.id, new ReadFailure("invalid-response", "the evidence holds no properties of it."));
    evidence4.resources.set(key3, why2);
    if (evidence4.workspaces.some((id) => idKey(id) === key3)) evidence4.unseen.push(why2);
  }
  evidence4.workspaces = evidence4.workspaces.filter((id) => evidence4.resources.get(idKey(id))?.state === "read");
}
function isHollow2({ body, older }) {
  const type4 = typeIn(body);
  const isKept = (path) => path.startsWith("properties.") && !older?.unkept.includes(path);
  if (!resourceTypes[type4]?.keep.some(isKept)) return false;
  const properties = valueAt(body, "properties");
  const isObject2 = typeof properties === "object" && !Array.isArray(properties);
  return !isObject2 || type4 === mlWorkspace.type && Object.keys(properties ?? {}).length === 0;
}

// src/evidence-file/shape.ts
var Damaged = class extends Error {
};
var DEPTH2 = 48;
var reasons = {
  forbidden: true,
  "not-visible": true,
  absent: true,
  "property-absent": true,
  "unrecognised-value": true,
  "api-unsupported": true,
  throttled: true,
  timeout: true,
  "invalid-response": true,
  "not-observable": true,
  truncated: true
};
var sources2 = { "resource-graph": true, "resource-manager": true };
var states = { absent: true, unreadable: true };
function memberOf(value2, name2) {
  return isObject(value2) && Object.hasOwn(value2, name2) ? value2[name2] : void 0;
}
var textOf4 = (value2, at3) => typeof value2 === "string" ? value2 : refuse2(at3, "is not a text");
var flagOf2 = (value2, at3) => typeof value2 === "boolean" ? value2 : refuse2(at3, "is neither true nor false");
var countOf = (value2, at3) => Number.isSafeInteger(value2) && value2 >= 0 ? value2 : refuse2(at3, "is not a count");
var dateOf2 = (value2, at3) => {
  const time2 = typeof value2 === "string" ? new Date(value2) : null;
  if (time2 === null || Number.isNaN(time2.getTime()) || time2.toISOString() !== value2) refuse2(at3, "is not a time in UTC");
  return value2;
};
function listOf2(value2, at3, read) {
  if (!Array.isArray(value2)) return refuse2(at3, "is not a list");
  return value2.map((item, index) => read(item, `${at3}[${index}]`));
}
var workspaceIdOf = (value2, at3) => {
  const id = textOf4(value2, at3);
  return parseResourceId(id)?.type === mlWorkspace.type ? id : refuse2(at3, "is not the resource id of a workspace");
};
var subscriptionOf3 = (value2, at3) => {
  const name2 = memberOf(value2, "name");
  return {
    id: textOf4(memberOf(value2, "id"), `${at3}.id`),
    visible: flagOf2(memberOf(value2, "visible"), `${at3}.visible`),
    ...name2 !== void 0 && { name: textOf4(name2, `${at3}.name`) }
  };
};
var keyHostsOf = (value2, at3) => {
  if (value2 === void 0) return anyKeyHosts;
  const suffix = (name2) => {
    const known3 = memberOf(value2, name2);
    return known3 === null ? null : textOf4(known3, `${at3}.${name2}`);
  };
  return { vault: suffix("vault"), hsm: suffix("hsm") };
};
var keptOf = (value2, at3) => [
  textOf4(memberOf(value2, "type"), `${at3}.type`),
  listOf2(memberOf(value2, "paths"), `${at3}.paths`, textOf4)
];
var unreadableOf = (value2, at3) => {
  const text4 = (name2) => textOf4(memberOf(value2, name2), `${at3}.${name2}`);
  const textOrNull = (name2) => memberOf(value2, name2) === null ? null : text4(name2);
  return {
    id: text4("id"),
    reason: oneOf3(reasons, memberOf(value2, "reason"), `${at3}.reason`),
    action: textOrNull("action"),
    scope: textOrNull("scope"),
    message: foreign(text4("message"))
  };
};
var recordOf4 = (older) => (value2, at3) => {
  if (memberOf(value2, "state") !== "read") return unreadableRecordOf(value2, at3);
  refuseMore(value2, at3, ["state", "id", "source", "apiVersion", "body", "gap"]);
  const apiVersion = memberOf(value2, "apiVersion");
  const gap = memberOf(value2, "gap");
  const body = memberOf(value2, "body");
  const unkept = older?.unkept.get(String(valueAt(body, "type")).toLowerCase()) ?? [];
  const record2 = {
    state: "read",
    id: textOf4(memberOf(value2, "id"), `${at3}.id`),
    source: oneOf3(sources2, memberOf(value2, "source"), `${at3}.source`),
    apiVersion: apiVersion === null ? null : textOf4(apiVersion, `${at3}.apiVersion`),
    body: bodyOf4(body, `${at3}.body`, unkept.includes("secrets")),
    ...gap === void 0 ? {} : { gap: gapOf2(gap, `${at3}.gap`) },
    ...older && { older: { version: older.version, unkept } }
  };
  return unkept.includes("secrets") && older ? withoutVariables(record2, older.version) : record2;
};
function withoutVariables(record2, version8) {
  const message2 = said`Its variables were not looked through. ${collectedByOlder(version8)}`;
  const failure = {
    state: "unreadable",
    id: record2.id,
    reason: "not-observable",
    action: null,
    scope: null,
    message: message2
  };
  return { ...record2, gap: record2.gap ?? { path: "secrets", failure } };
}
var unreadableRecordOf = (value2, at3) => ({
  state: oneOf3(states, memberOf(value2, "state"), `${at3}.state`),
  ...unreadableOf(value2, at3)
});
var gapOf2 = (value2, at3) => ({
  path: textOf4(memberOf(value2, "path"), `${at3}.path`),
  failure: unreadableRecordOf(memberOf(value2, "failure"), `${at3}.failure`)
});
var collectionOf = (value2, at3) => {
  const key3 = textOf4(memberOf(value2, "key"), `${at3}.key`);
  const ids = listOf2(memberOf(value2, "ids"), `${at3}.ids`, textOf4);
  const isRead2 = memberOf(value2, "state") === "read";
  return [key3, isRead2 ? { state: "read", ids } : { ...unreadableRecordOf(value2, at3), ids }];
};
function bodyOf4(value2, at3, isWithoutVariables) {
  if (!isObject(value2)) return refuse2(at3, "is not an object");
  if (!isShallow(value2, DEPTH2)) return refuse2(at3, "is nested too deeply");
  const type4 = textOf4(valueAt(value2, "type"), `${at3}.type`).toLowerCase();
  const places2 = memberOf(value2, "secrets");
  if (places2 !== void 0 || resourceTypes[type4]?.secrets && !isWithoutVariables)
    listOf2(places2, `${at3}.secrets`, isPlace);
  return value2;
}
var isPlace = (value2, at3) => {
  for (const name2 of ["path", "name"]) textOf4(memberOf(value2, name2), `${at3}.${name2}`);
  countOf(memberOf(value2, "length"), `${at3}.length`);
  if (!/^(safe|name|unrecognised|credential:[\w-]+)$/.test(textOf4(memberOf(value2, "class"), `${at3}.class`)))
    refuse2(`${at3}.class`, "is none of safe, name, unrecognised and credential");
};
function refuseMore(value2, at3, known3) {
  const more = Object.keys(value2).find((name2) => !known3.includes(name2));
  if (more !== void 0) refuse2(`${at3}.${more}`, "is nothing that this version knows");
}
function isShallow(value2, depth) {
  if (typeof value2 !== "object" || value2 === null) return true;
  return depth > 0 && Object.values(value2).every((member2) => isShallow(member2, depth - 1));
}
function oneOf3(allowed, value2, at3) {
  const isKnown2 = typeof value2 === "string" && Object.hasOwn(allowed, value2);
  return isKnown2 ? value2 : refuse2(at3, `is none of ${Object.keys(allowed).join(", ")}`);
}
function refuse2(at3, what) {
  throw new Damaged(`${(0, import_clouds3.quoted)(at3)} ${what}`);
}

// src/evidence-file/format.ts
var ofRun = ["startedAt", "finishedAt", "event", "repository", "sha", "url", "tenant", "identity"];
var EvidenceFileError = class extends Error {
  name = "EvidenceFileError";
};
var schemaVersion = "1.1";
function* evidenceFile(evidence4, { run: run2, options, requests }) {
  const { collectedAt, keyHosts, workspaces: workspaces2, resources, collections, subscriptions: subscriptions2, unseen: unseen3 } = evidence4;
  const header3 = {
    schemaVersion,
    tool: { name: "azureml-encryption-check", version: import_clouds3.version },
    run: Object.fromEntries(ofRun.map((name2) => [name2, run2[name2]])),
    collectedAt,
    keyHosts,
    options,
    requests,
    holds: { workspaces: workspaces2.length, resources: resources.size, collections: collections.size }
  };
  yield JSON.stringify(header3, null, 2).slice(0, -2);
  yield* list3("checks", checklist, ({ id }) => id);
  yield* list3("kept", Object.entries(keptByType()), ([type4, paths]) => ({ type: type4, paths }));
  yield* list3("subscriptions", subscriptions2);
  yield* list3("unseen", unseen3, written);
  yield* list3("workspaces", workspaces2);
  yield* list3("resources", resources.values(), written);
  yield* list3("collections", collections, ([key3, record2]) => ({ key: key3, ...written(record2) }));
  yield "\n}\n";
}
function written(record2) {
  if ("message" in record2) return { ...record2, message: asText(record2.message) };
  return "gap" in record2 && record2.gap ? { ...record2, gap: { ...record2.gap, failure: written(record2.gap.failure) } } : record2;
}
function* list3(name2, items, shown5 = (item) => item) {
  yield `,
  "${name2}": [`;
  let separator = "\n    ";
  for (const item of items) {
    yield `${separator}${JSON.stringify(shown5(item))}`;
    separator = ",\n    ";
  }
  yield separator.startsWith(",") ? "\n  ]" : "]";
}
function readEvidenceFile(text4, called4) {
  const json = parsed3(text4, called4);
  refuseOthers(json, called4);
  try {
    const evidence4 = evidenceOf2(json);
    return { evidence: evidence4, meta: metaOf(json), version: writerOf(json) };
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    throw new EvidenceFileError(
      `${called4} was changed since it was written, or damaged: ${error.message}. Take the file as evidence-file wrote it.`
    );
  }
}
function parsed3(text4, called4) {
  try {
    return JSON.parse(text4.replace(/^\uFEFF/, ""));
  } catch {
    const isCut = /^\s*\{\s*"schemaVersion"/.test(text4) && !/\}\s*$/.test(text4);
    throw new EvidenceFileError(
      isCut ? `${called4} ends in the middle: was its download or upload interrupted?` : `${called4} is not JSON: replay-file takes what an earlier run wrote as evidence-file.`
    );
  }
}
function refuseOthers(json, called4) {
  const at3 = (name2) => memberOf(json, name2);
  if (at3("resources") === void 0 && at3("conclusion") !== void 0)
    throw new EvidenceFileError(
      `${called4} is a report, which says what was found and not what was read: replay-file takes what the run wrote as evidence-file.`
    );
  const named3 = at3("schemaVersion");
  const schema = typeof named3 === "string" ? /^(\d{1,4})\.\d{1,4}$/.exec(named3) : null;
  if (!schema || !Array.isArray(at3("resources")))
    throw new EvidenceFileError(
      `${called4} is not an evidence file: replay-file takes what an earlier run wrote as evidence-file.`
    );
  const [written3, major] = schema;
  const age3 = Number(major) - Number.parseInt(schemaVersion, 10);
  if (age3 === 0) return;
  throw new EvidenceFileError(
    `${called4} has schema version ${written3}, which is ${age3 > 0 ? "newer" : "older"} than the ${schemaVersion} that this version of the tool reads: judge it with the version that wrote it.`
  );
}
function olderOf(json) {
  const kept3 = new Map(listOf2(memberOf(json, "kept"), "kept", keptOf));
  const unkept = new Map(
    Object.entries(keptByType()).flatMap(([type4, paths]) => {
      const lacking3 = paths.filter((path) => !kept3.get(type4)?.includes(path));
      return lacking3.length > 0 ? [[type4, lacking3]] : [];
    })
  );
  const writer = writerOf(json);
  return unkept.size > 0 || isOlder2(writer) ? { version: writer, unkept } : null;
}
function writerOf(json) {
  return (0, import_clouds3.oneLine)(textOf4(memberOf(memberOf(json, "tool"), "version"), "tool.version"), 20);
}
function checksOf(json) {
  const checks2 = memberOf(json, "checks");
  return checks2 === void 0 ? checksOfFirstVersion : listOf2(checks2, "checks", textOf4);
}
function evidenceOf2(json) {
  const all2 = (name2, read) => listOf2(memberOf(json, name2), name2, read);
  const older = olderOf(json);
  const evidence4 = {
    ...older && { collectedBy: { version: older.version, checks: checksOf(json) } },
    collectedAt: dateOf2(memberOf(json, "collectedAt"), "collectedAt"),
    keyHosts: keyHostsOf(memberOf(json, "keyHosts"), "keyHosts"),
    workspaces: all2("workspaces", workspaceIdOf),
    resources: new Map(all2("resources", recordOf4(older)).map((record2) => [idKey(record2.id), record2])),
    collections: new Map(all2("collections", collectionOf)),
    subscriptions: all2("subscriptions", subscriptionOf3),
    unseen: all2("unseen", unreadableOf)
  };
  const { workspaces: workspaces2, resources, collections } = evidence4;
  const counts3 = {
    workspaces: new Set(workspaces2.map(idKey)).size,
    resources: resources.size,
    collections: collections.size
  };
  for (const [name2, count39] of Object.entries(counts3)) {
    const announced = countOf(memberOf(memberOf(json, "holds"), name2), `holds.${name2}`);
    if (count39 !== announced) throw new Damaged(`it was written with ${announced} ${name2}, and holds ${count39}`);
  }
  const lost = workspaces2.find((id) => resources.get(idKey(id))?.state !== "read");
  if (lost !== void 0) throw new Damaged(`the workspace ${(0, import_clouds3.quoted)(lost, 300)} is not among its resources`);
  setHollowApart(evidence4);
  return evidence4;
}
function metaOf(json) {
  const counted2 = (part2, name2) => countOf(memberOf(memberOf(json, part2), name2), `${part2}.${name2}`);
  const run2 = (name2) => textOf4(memberOf(memberOf(json, "run"), name2), `run.${name2}`);
  const ifSaid = (name2) => (memberOf(memberOf(json, "run"), name2) ?? null) === null ? null : run2(name2);
  return {
    run: {
      startedAt: run2("startedAt"),
      finishedAt: run2("finishedAt"),
      event: run2("event"),
      repository: run2("repository"),
      sha: run2("sha"),
      url: run2("url"),
      tenant: ifSaid("tenant"),
      identity: ifSaid("identity")
    },
    options: {
      jobsPerWorkspace: counted2("options", "jobsPerWorkspace"),
      encryptionScopes: flagOf2(memberOf(memberOf(json, "options"), "encryptionScopes"), "options.encryptionScopes")
    },
    requests: {
      resourceGraph: counted2("requests", "resourceGraph"),
      resourceManager: counted2("requests", "resourceManager"),
      throttled: counted2("requests", "throttled")
    }
  };
}
function keptByType() {
  return Object.fromEntries(
    Object.entries(resourceTypes).map(([type4, { keep, secrets }]) => [type4, secrets ? [...keep, "secrets"] : keep])
  );
}

// src/evidence-file/replay.ts
var MOST_MEGABYTES2 = 400;
async function replay(file, { policy }, config, readEarlier2, planningFor, ports) {
  const { evidence: evidence4, meta, judgedFrom: judgedFrom2 } = openEvidence(file, ports);
  const planning = await planningFor(evidence4);
  const earlier2 = await readEarlier2();
  const terms2 = { policy, config: withChanges(config, earlier2.changes), baseline: earlier2.baseline };
  const outcome2 = await ports.log.group("Judge", async () => {
    const judged = judgeAll(evidence4, terms2);
    return withPlans({ evidence: evidence4, whole: evidence4, judged, terms: terms2 }, planning, meta.requests);
  });
  return {
    ...outcome2,
    about: replayNotes(evidence4, meta, depthOf(config), ports.now()),
    evidence: evidence4,
    earlier: earlier2,
    identity: null,
    reader: { tenant: meta.run.tenant, identity: meta.run.identity },
    judgedFrom: judgedFrom2,
    isCut: false
  };
}
function openEvidence(path, { files: files2 }) {
  const name2 = path.split(/[\\/]/).at(-1) ?? path;
  const called4 = `The evidence file ${name2}`;
  const file = digested(files2.bytes(path, MOST_MEGABYTES2 * MEGABYTE));
  if ("text" in file) return opened(file, name2, called4);
  if ("refusal" in file) throw new EvidenceFileError(`${called4} is not read: ${file.refusal}.`);
  if ("isAbsent" in file)
    throw new EvidenceFileError(
      `${called4} could not be read. Does the file exist, and did an earlier step download it?`
    );
  throw new EvidenceFileError(`${tooLarge(called4, file.bytes, MOST_MEGABYTES2)}: let a run collect fewer workspaces.`);
}
function digested(file) {
  if (!("contents" in file)) return file;
  const { buffer, byteOffset, length } = file.contents;
  return { text: Buffer.from(buffer, byteOffset, length).toString(), digest: sha256(file.contents) };
}
function opened({ text: text4, digest }, file, called4) {
  const { evidence: evidence4, meta, version: writer } = readEvidenceFile(text4, called4);
  const { collectedAt } = evidence4;
  const { repository, sha, url } = meta.run;
  const judgedFrom2 = { file, sha256: digest, collectedAt, version: writer, repository, sha, url };
  return { evidence: evidence4, meta, judgedFrom: judgedFrom2 };
}
function replayNotes({ collectedAt, collectedBy }, { run: run2, options }, wanted, now2) {
  const age3 = now2.getTime() - Date.parse(collectedAt);
  const ago = age3 >= DAY ? `, ${(0, import_clouds3.plural)(Math.floor(age3 / DAY), "day")} ago` : "";
  const ahead = age3 < -HOUR ? ", which is in the future: is a clock wrong?" : "";
  const when = `${collectedAt.slice(0, 10)} at ${collectedAt.slice(11, 16)} UTC${ago}${ahead}`;
  return [
    `Judged from evidence that was collected on ${when} by ${(0, import_clouds3.oneLine)(run2.url || "another run")}. Azure was not asked again.`,
    ...collectedBy === void 0 ? [] : [
      `It was collected by version ${collectedBy.version}: what version ${import_clouds3.version} reads besides cannot be decided until a run collects evidence again.`
    ],
    ...wanted.encryptionScopes && !options.encryptionScopes ? [`That run did not read encryption scopes: \`${scopesCheck}\` cannot be decided.`] : [],
    ...wanted.jobsPerWorkspace > options.jobsPerWorkspace ? [`That run read at most ${(0, import_clouds3.plural)(options.jobsPerWorkspace, "job")} of a workspace, whatever is configured now.`] : []
  ];
}

// src/report/view/items.ts
function reaching(threshold) {
  return severities.filter((severity3) => reaches(severity3, threshold));
}
var known = /* @__PURE__ */ new WeakMap();
function mergeFindings(report) {
  const items = known.get(report) ?? merged2(report);
  known.set(report, items);
  return items;
}
function merged2(report) {
  const merged3 = { fail: /* @__PURE__ */ new Map(), unknown: /* @__PURE__ */ new Map(), waived: /* @__PURE__ */ new Map() };
  for (const workspace2 of report.workspaces) {
    for (const finding of workspace2.findings) {
      if (finding.status !== "pass") merge(merged3[finding.status], finding, workspace2.id);
    }
  }
  return {
    fail: [...merged3.fail.values()],
    unknown: [...merged3.unknown.values()],
    waived: [...merged3.waived.values()]
  };
}
function merge(items, finding, workspace2) {
  const { check: check2, resource: resource2, severity: severity3, reason, waiver: waiver2 } = finding;
  const key3 = JSON.stringify([check2, resource2.toLowerCase(), reason, waiver2]);
  const known3 = items.get(key3);
  if (!known3) {
    const isNew3 = finding.new === true;
    const workspaces2 = workspace2 === null ? [] : [workspace2];
    items.set(key3, { check: check2, resource: resource2, severity: severity3, new: isNew3, finding, findings: [finding], workspaces: workspaces2 });
    return;
  }
  if (workspace2 !== null) known3.workspaces.push(workspace2);
  known3.findings.push(finding);
  known3.new ||= finding.new === true;
  if (rank(severity3) < rank(known3.severity)) Object.assign(known3, { resource: resource2, severity: severity3, finding });
}
function groupByCheck(items, checks2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of [...items].sort(worstFirst)) {
    const { reason } = item.finding;
    const key3 = `${item.check} ${reason}`;
    const group = groups.get(key3);
    if (group) group.items.push(item);
    else groups.set(key3, { check: infoOf(item.check, checks2), severity: item.severity, reason, items: [item] });
  }
  const order3 = new Map([...checks2.keys()].map((id, index) => [id, index]));
  const place3 = ({ check: check2 }) => order3.get(check2.id) ?? order3.size;
  return [...groups.values()].sort((a, b) => worstFirst(firstOf(a), firstOf(b)) || place3(a) - place3(b));
}
function worstFirst(a, b) {
  return rank(a.severity) - rank(b.severity) || Number(b.new) - Number(a.new);
}
function firstOf(group) {
  return group.items[0];
}
function infoOf(id, checks2) {
  return checks2.get(id) ?? { id, title: id, failed: id, rows: [], why: "", reference: "", creationOnly: false };
}

// src/report/view/foreseen.ts
function foreseenOf({ findings: findings2 }) {
  const of3 = (change) => {
    const items = /* @__PURE__ */ new Map();
    for (const finding of findings2) {
      if (finding.change === change && finding.status !== "waived") merge(items, weighed(finding), finding.workspace);
    }
    return [...items.values()];
  };
  return {
    introduces: of3("introduces"),
    fixes: of3("fixes"),
    gone: of3("gone"),
    leaves: of3("leaves"),
    undecided: of3("undecided")
  };
}
function weighed(finding) {
  const severity3 = plannedSeverity(finding);
  return severity3 === finding.severity ? finding : { ...finding, severity: severity3 };
}
function isForeseen(finding) {
  return "change" in finding;
}
function isRegraded({ change, live: live2, severity: severity3 }) {
  return change === "leaves" && live2 !== null && live2.severity !== severity3;
}
function balanceOf({ findings: findings2 }) {
  const none = () => ({ high: 0, medium: 0, low: 0, info: 0 });
  const balance = { added: none(), removed: none(), fixed: 0, deleted: 0, regraded: 0, undecided: 0 };
  for (const finding of findings2) if (finding.status !== "waived") weigh(finding, balance);
  return balance;
}
function weigh(finding, balance) {
  const { change, live: live2 } = finding;
  const [before, after] = [live2?.severity ?? finding.severity, finding.severity];
  if (change === "introduces" || isRegraded(finding)) balance.added[after] += 1;
  if (change === "fixes" || change === "gone" || isRegraded(finding)) balance.removed[before] += 1;
  if (change === "fixes" && before !== "info") balance.fixed += 1;
  if (change === "gone" && before !== "info") balance.deleted += 1;
  if (change === "undecided" && after !== "info") balance.undecided += 1;
  if (isRegraded(finding)) balance.regraded += 1;
}
function failedIfMerged({ summary }, { added, removed }) {
  const of3 = (severity3) => Math.max(0, summary.failedBySeverity[severity3] + added[severity3] - removed[severity3]);
  return { high: of3("high"), medium: of3("medium"), low: of3("low"), info: of3("info") };
}
function isPlanOnly({ plan, coverage: coverage4 }) {
  const { percent: percent2, requests } = coverage4;
  return plan !== null && percent2 === null && requests.resourceGraph + requests.resourceManager === 0;
}
function leavingIn({ plan }) {
  const leaving = (plan?.findings ?? []).filter(({ change }) => change === "fixes" || change === "gone");
  return new Map(leaving.map(({ fingerprint: fingerprint2, change }) => [fingerprint2, change]));
}
function inCommit({ source }, { plan, run: run2 }) {
  if (source === null || run2.sha === "" || run2.repository === "") return null;
  const isMade = plan?.files.some(({ path, kind }) => path === source.file && kind !== "yaml") ?? false;
  return isMade || /^([/\\]|\.\.|\w:)/.test(source.file) ? null : source;
}
function causedIn({ plan }) {
  return (plan?.findings ?? []).filter(
    ({ change, workspace: workspace2 }) => change === "introduces" || change === "undecided" || change === "leaves" && workspace2 === null
  );
}
function sourceUrl(finding, report, serverUrl) {
  const place3 = inCommit(finding, report);
  if (place3 === null) return "";
  const path = place3.file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  const line3 = place3.line === null ? "" : `#L${place3.line}`;
  return `${serverUrl}/${report.run.repository}/blob/${report.run.sha}/${path}${line3}`;
}

// src/report/view/labels.ts

// src/report/view/escape.ts
function text3(value2, limit = 300) {
  const parts = clean(value2, limit).split("`");
  if (parts.length % 2 === 0) return leading(words2(parts.join("`")));
  return leading(
    parts.map((part2, index) => index % 2 === 0 ? words2(part2) : code(part2) || " ").reduce(joined2).trim()
  );
}
function code(value2, limit = 200) {
  return clean(value2, limit).split("|").map(span).join("&#124;");
}
function link(label, url) {
  if (!/^https?:\/\//i.test(url)) return label;
  return `[${label}](${url.toWellFormed().replace(/[^\w\-.~:/?#@!$'*+,=%&]/gu, percent).replaceAll("&", "&amp;")})`;
}
function fence(content, language) {
  const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
  return `${ticks}${language}
${visible2(content)}
${ticks}`;
}
function clean(value2, limit) {
  return (0, import_clouds3.oneLine)(value2, limit);
}
function visible2(content) {
  return content.replace(/[^\P{C}\n]/gu, "�");
}
var linkedByGitHub = [/[@#$]/, /:\/\//, /www\./i, /\bgh-\d/i, /:[\w+-]+:/, /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i];
function words2(value2) {
  return value2.split(" ").map(word).join(" ");
}
function joined2(left, right) {
  return left.endsWith("`") && right.startsWith("`") ? `${left} ${right}` : left + right;
}
function word(value2) {
  if (!linkedByGitHub.some((pattern4) => pattern4.test(value2))) return escaped2(value2);
  const start = indexOutside(value2, `("'[{`);
  const end2 = value2.length - indexOutside([...value2].reverse().join(""), `)"']}.,:;!?`);
  return escaped2(value2.slice(0, start)) + code(value2.slice(start, end2)) + escaped2(value2.slice(end2));
}
function indexOutside(value2, characters) {
  const index = Array.from(value2).findIndex((character) => !characters.includes(character));
  return index === -1 ? 0 : index;
}
var entities2 = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;" };
function escaped2(value2) {
  return value2.replace(/[\\`*_{}[\]~&<>|]/g, (character) => entities2[character] ?? `\\${character}`);
}
function leading(markdown) {
  return markdown.replace(/^(\d{1,9}(?=[.)])|(?=[-+=]))/, "$1\\");
}
function span(content) {
  if (content === "") return "";
  const ticks = "`".repeat(longestRun(content) + 1);
  const padding = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return ticks + padding + content + padding + ticks;
}
function longestRun(content) {
  return Math.max(0, ...(content.match(/`+/g) ?? []).map((run2) => run2.length));
}
function percent(character) {
  return encodeURIComponent(character).replace(/[()]/g, (bracket) => bracket === "(" ? "%28" : "%29");
}

// src/report/view/names.ts
var systems = {
  workspace: "Workspace",
  key: "Keys",
  "key-vault": "Key vaults",
  storage: "Storage",
  "container-registry": "Container registry",
  diagnostics: "Diagnostics",
  metadata: "Metadata stores",
  datastore: "Datastores",
  compute: "Compute",
  kubernetes: "Kubernetes",
  databricks: "Databricks",
  "ai-services": "Azure AI Services",
  "container-instance": "Container instances",
  "virtual-machine": "Virtual machines",
  hdinsight: "HDInsight",
  endpoint: "Endpoints",
  secrets: "Secrets in plain sight",
  provider: "Resource providers",
  platform: "Platform"
};
var severityWords = { high: "High", medium: "Medium", low: "Low", info: "Info" };
var reasonWords = {
  forbidden: "no permission to read it",
  "not-visible": "not visible to this run",
  absent: "the resource that it names is gone",
  "property-absent": "Azure does not return the property",
  "unrecognised-value": "a value that is not recognized",
  "api-unsupported": "this cloud does not have the API",
  throttled: "Azure throttled the requests",
  timeout: "the run timed out",
  "invalid-response": "an unexpected answer from Azure",
  "not-observable": "no API shows it",
  truncated: "more items than the run may read"
};
function resourceLabel(id) {
  const names4 = namesIn2(id);
  if (names4 === null) return plainName(id);
  const isOfWorkspace = /\/providers\/microsoft\.machinelearningservices\//i.test(id) && !isCollection(id);
  return names4.slice(isOfWorkspace ? -1 : 0).join("/");
}
function resourcePath(id) {
  return namesIn2(id)?.join("/") ?? plainName(id);
}
function plainName(id) {
  return whatIs(id).name || "(no name)";
}
function namesIn2(id) {
  const segments = id.split("/").filter(Boolean);
  const provider = providerIn(segments);
  if (!id.startsWith("/") || segments.length < 2) return null;
  if (provider === -1 || provider === segments.length - 2) return [segments.at(-1) ?? id];
  const whole2 = segments.slice(provider + 2);
  const path = resourceTypes[parseResourceId(id)?.type ?? ""]?.onlyOne ? whole2.slice(0, -2) : whole2;
  return path.filter((_, index) => index % 2 === 1 || isCollection(id) && index === path.length - 1);
}
function isCollection(id) {
  const segments = id.split("/").filter(Boolean);
  return (segments.length - providerIn(segments)) % 2 === 1;
}
function providerIn(segments) {
  return segments.findIndex((segment3) => segment3.toLowerCase() === "providers");
}
function resourceKind(id) {
  const { kind, type: type4 } = whatIs(id);
  return kind === "assignments" ? "role assignments" : resourceTypes[type4 ?? ""]?.label ?? null;
}
function portalUrl(id, { portal }) {
  if (!id.startsWith("/subscriptions/")) return "";
  return `${portal}/#resource${id.toWellFormed().split("/").map(encodeURIComponent).join("/")}`;
}
function ruleUrl(check2, { docs, checks: checks2 }) {
  if (docs === "") return checks2.get(check2)?.reference ?? "";
  return `${docs}/docs/checklist.md#${encodeURIComponent(check2.toWellFormed().replaceAll("/", "-"))}`;
}
function ruleLink(label, check2, context) {
  return link(label, ruleUrl(check2, context));
}

// src/report/view/labels.ts
var known2 = /* @__PURE__ */ new WeakMap();
function labelsOf(report, comparison = null) {
  const last = known2.get(report);
  if (last?.comparison === comparison) return last.labels;
  const labels = labelsOfIds(namedIn(report, comparison));
  known2.set(report, { comparison, labels });
  return labels;
}
function namedIn(report, comparison) {
  const found2 = report.workspaces.flatMap(({ id, findings: findings2 }) => [id, ...findings2.map(({ resource: resource2 }) => resource2)]);
  const planned2 = (report.plan?.findings ?? []).flatMap(({ resource: resource2, workspace: workspace2 }) => [resource2, workspace2 ?? []].flat());
  const missing = report.coverage.missing.flatMap(({ resource: resource2, usedBy: usedBy2 }) => [resource2, ...usedBy2]);
  const changed3 = [
    ...comparison?.fixed ?? [],
    ...comparison?.weighed ?? [],
    ...comparison?.upgrade?.found ?? []
  ].flatMap(({ resource: resource2, workspace: workspace2 }) => [resource2, workspace2]);
  return [...found2, ...planned2, ...missing, ...changed3];
}
function labelsOfIds(ids) {
  const byName = /* @__PURE__ */ new Map();
  for (const id of new Set(ids)) {
    const name2 = `${kindOf2(id)} ${resourceLabel(id).toLowerCase()}`;
    const known3 = byName.get(name2) ?? /* @__PURE__ */ new Map();
    byName.set(name2, known3.set(id.toLowerCase(), id));
  }
  return new Map([...byName.values()].flatMap((alike3) => [...labelled(alike3)]));
}
function labelOf(id, labels) {
  return labels.get(id.toLowerCase()) ?? resourceLabel(id);
}
function workspaceNames(ids, labels, limit) {
  return (0, import_clouds3.listed)(
    distinct2(ids).map((id) => `**${text3(labelOf(id, labels))}**`),
    limit,
    "workspaces"
  );
}
function resourceNames(ids, labels, limit) {
  return (0, import_clouds3.listed)(
    distinct2(ids).map((id) => code(labelOf(id, labels))),
    limit
  );
}
var NAMESPACE = 6;
function distinct2(ids) {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}
function kindOf2(id) {
  return id.toLowerCase().split("/").filter((_, index) => index % 2 === 1 || index === NAMESPACE).join("/");
}
function labelled(alike3) {
  const all2 = [...alike3].map(([key3, id]) => ({ key: key3, forms: formsOf(id) }));
  const differ = (form2) => new Set(all2.map(({ forms }) => forms[form2]?.toLowerCase())).size === all2.length;
  const form = [0, 1, 2, 3].find(differ) ?? 3;
  return all2.map(({ key: key3, forms }) => [key3, forms[form] ?? ""]);
}
function formsOf(id) {
  const [, subscription2, group] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+)\/)?/i.exec(id) ?? [];
  const path = resourcePath(id);
  const inGroup = group === void 0 ? path : `${path} in ${group}`;
  return [
    resourceLabel(id),
    path,
    inGroup,
    subscription2 === void 0 ? inGroup : `${inGroup}, subscription ${subscription2}`
  ];
}

// src/report/view/view.ts
function viewOf(report, context, limits2) {
  const items = mergeFindings(report);
  const { failedBySeverity, unknownBySeverity } = report.summary;
  const gates2 = (finding) => (report.plan !== null || report.conclusion === "fail") && counts(finding, context.policy);
  const isFailing = ({ findings: findings2 }) => findings2.some(gates2);
  return {
    report,
    context,
    limits: limits2,
    advice: failedBySeverity.info + unknownBySeverity.info,
    foreseen: report.plan && foreseenOf(report.plan),
    leaving: leavingIn(report),
    labels: labelsOf(report, context.comparison),
    items,
    gates: gates2,
    failing: groupByCheck(items.fail.filter(isFailing), context.checks),
    below: groupByCheck(
      items.fail.filter((item) => item.severity !== "info" && !isFailing(item)),
      context.checks
    )
  };
}

// src/report/markdown/below.ts

// src/report/view/tally.ts
function tally(items, fits = () => true) {
  const counted2 = (finding) => finding.severity !== "info" && fits(finding);
  return items.reduce((sum, { findings: findings2 }) => sum + findings2.filter(counted2).length, 0);
}
function spread(items, fits = () => true) {
  const counted2 = items.filter((item) => tally([item], fits) > 0);
  if (tally(counted2, fits) === counted2.length) return "";
  const resources = new Set(counted2.map(({ resource: resource2 }) => resource2.toLowerCase()));
  const workspaces2 = new Set(counted2.flatMap((item) => item.workspaces.map((id) => id.toLowerCase())));
  return `${(0, import_clouds3.plural)(resources.size, "resource")} in ${(0, import_clouds3.plural)(workspaces2.size, "workspace")}`;
}

// src/report/view/steps.ts

// src/shell.ts
function shellQuoted(word4) {
  return /^[\w./:@=,+-]+$/.test(word4) ? word4 : `'${word4.replaceAll("'", `'\\''`)}'`;
}

// src/report/view/command.ts
var WIDTH = 44;
function commandLine(command, quoted6 = shellQuoted) {
  return wordsOf(command, quoted6).join(" ");
}
function commandLines(command) {
  const lines2 = [];
  for (const piece of pieces(wordsOf(command, shellQuoted))) {
    const last = lines2.at(-1);
    if (last !== void 0 && last.length + piece.length < WIDTH) lines2[lines2.length - 1] = `${last} ${piece}`;
    else lines2.push(piece);
  }
  return lines2.join(" \\\n  ");
}
function wordsOf(command, quoted6) {
  return command.map((part2) => quoted6(nameIn(part2).replace(/\s*\n\s*/g, " ")));
}
function pieces(words8) {
  const found2 = [];
  for (const word4 of words8) {
    if (found2.length === 0 || word4.startsWith("-")) found2.push(word4);
    else found2.push(`${found2.pop()} ${word4}`);
  }
  return found2;
}

// src/report/view/steps.ts
function stepsText(steps) {
  const lines2 = steps.map((step2) => "command" in step2 ? commandLine(step2.command) : asText(step2.instruction));
  return lines2.length === 0 ? null : lines2.join("\n");
}
function mergedSteps(findings2, labels, most) {
  const fixes2 = findings2.filter(({ steps }) => steps.length > 0);
  const each = new Map(fixes2.map(({ resource: resource2, steps }) => [`${idKey(resource2)}
${stepsText(steps)}`, blocksOf(steps)]));
  const alike3 = [...Map.groupBy(each.values(), wording).values()];
  const left = alike3.slice(most).reduce((sum, those) => sum + those.length, 0);
  const rest3 = left > 0 ? [{ kind: "instruction", text: `… and more for ${(0, import_clouds3.plural)(left, "other resource")}.` }] : [];
  return [...alike3.slice(0, most).flatMap((those) => together2(those, labels, most)), ...rest3];
}
function blocksOf(steps) {
  const blocks = [];
  for (const step2 of steps) {
    const last = blocks.at(-1);
    if (!("command" in step2)) blocks.push(step2);
    else if (last && "commands" in last) last.commands.push(step2.command);
    else blocks.push({ commands: [step2.command] });
  }
  return blocks;
}
function wording(blocks) {
  return JSON.stringify(
    blocks.map((block) => "instruction" in block && block.instruction.map((part2) => typeof part2 === "string" && part2))
  );
}
function together2(fixes2, labels, most) {
  const [first = []] = fixes2;
  return first.flatMap((block, index) => {
    const same = fixes2.flatMap((blocks) => blocks[index] ?? []);
    if ("commands" in block)
      return commands(
        same.flatMap((one) => "commands" in one ? [one.commands] : []),
        most
      );
    const said3 = same.flatMap((one) => "instruction" in one ? [one.instruction] : []);
    return [{ kind: "instruction", text: said3.length === 1 ? asText(block.instruction) : filled(said3, labels) }];
  });
}
function commands(all2, most) {
  const show5 = all2.length > 1 ? commandLine : commandLines;
  const texts = new Set(all2.map((those) => those.map((one) => show5(one)).join("\n")));
  const left = texts.size - most;
  const more = left > 0 ? [{ kind: "instruction", text: `… and the same for ${(0, import_clouds3.count)(left)} more.` }] : [];
  return [{ kind: "command", text: [...texts].slice(0, most).join("\n") }, ...more];
}
var NAMES = 20;
function filled(all2, labels) {
  const [first = []] = all2;
  let isCode = false;
  return first.map((part2, index) => {
    if (typeof part2 === "string") {
      if (part2.split("`").length % 2 === 0) isCode = !isCode;
      return part2;
    }
    const names4 = new Set(all2.flatMap((parts) => labelIn(parts[index], labels)));
    return isCode && names4.size > 1 ? "<name>" : (0, import_clouds3.listed)([...names4], NAMES);
  }).join("");
}
function labelIn(part2, labels) {
  if (part2 === void 0 || typeof part2 === "string") return [];
  return [part2.id && labels.get(part2.id.toLowerCase()) || part2.name];
}

// src/report/markdown/steps.ts
function stepsOf2(findings2, labels, most) {
  return mergedSteps(findings2, labels, most).map(({ kind, text: step2 }) => kind === "instruction" ? text3(step2, 1500) : fence(step2, "sh")).join("\n\n");
}

// src/report/view/sentence.ts
function sentenceOf(finding, { failOnSeverity }) {
  const { status, reason, severity: severity3, confirmed } = finding;
  const isFailure = status !== "pass" && reason === null;
  const isDoubtful = isFailure && !confirmed && reaches(severity3, failOnSeverity);
  const message2 = asText(finding.message);
  return isDoubtful ? `${message2} (from Resource Graph)` : message2;
}

// src/report/view/verdict.ts

// src/report/view/if-merged.ts
var headings = {
  introduced: "What merging would introduce",
  fixed: "What it would fix",
  gone: "What it would remove without fixing it",
  undecided: "What would be undecided",
  regraded: "What would be more or less severe",
  inFiles: "Findings already in files",
  notJudged: "Parts that could not be judged"
};
var INCOMPLETE = "Without them the result is incomplete.";
function changedIn({ introduces, fixes: fixes2, gone, leaves, undecided: undecided6 }) {
  return {
    introduced: introduces,
    fixed: fixes2,
    gone,
    undecided: undecided6,
    regraded: leaves.filter(({ finding }) => isRegraded(finding)),
    inFiles: leaves.filter(({ workspaces: workspaces2 }) => workspaces2.length === 0)
  };
}
var LONGEST = 80;
function ifMerged({ conclusion }, plan, policy) {
  const balance = balanceOf(plan);
  const whole2 = differenceWords(balance, plan, splitWords(balance));
  const short2 = differenceWords(balance, plan);
  const [worst3 = ""] = changedWords(balance);
  const outcome2 = outcomeWords(conclusion, policy);
  const forms = [
    `${whole2}; encryption check ${outcome2}`,
    `${whole2}; check ${outcome2}`,
    `${short2}; encryption check ${outcome2}`,
    `${short2}; check ${outcome2}`,
    `${worst3}, and more; encryption check ${outcome2}`,
    `${worst3}, and more; check ${outcome2}`
  ];
  const said3 = forms.map((form) => `If merged: ${form}`);
  return said3.find((form) => form.length <= LONGEST) ?? said3.at(-1);
}
function differenceWords(balance, { files: files2, notLookedInto: notLookedInto3 }, split2 = "") {
  const undecided6 = balance.undecided > 0 ? [`${(0, import_clouds3.count)(balance.undecided)} undecided`] : [];
  if (files2.length === 0 && notLookedInto3.length > 0) return "not known, as no plan could be judged";
  const changed3 = changedWords(balance);
  const unseen3 = notLookedInto3.length > 0 ? [`${(0, import_clouds3.plural)(notLookedInto3.length, "part")} not judged`] : [];
  const all2 = [...changed3.length > 0 ? [changed3.join(", ") + split2] : [], ...undecided6, ...unseen3];
  return all2.length === 0 ? "no finding changes" : all2.join(", ");
}
function changedWords({ added, removed }) {
  return ["high", "medium", "low"].flatMap((severity3) => {
    const signs = [signed("+", added[severity3]), signed("−", removed[severity3])].filter((sign) => sign !== "");
    return signs.length === 0 ? [] : `${signs.join("/")} ${severity3}`;
  });
}
function signed(sign, value2) {
  return value2 === 0 ? "" : sign + (0, import_clouds3.count)(value2);
}
function splitWords({ fixed, deleted, regraded }) {
  const parts = [
    fixed > 0 ? `${(0, import_clouds3.count)(fixed)} fixed` : "",
    deleted > 0 ? `${(0, import_clouds3.count)(deleted)} deleted` : "",
    regraded > 0 ? `${(0, import_clouds3.count)(regraded)} regraded` : ""
  ].filter((part2) => part2 !== "");
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function outcomeWords(conclusion, policy) {
  if (policy.failOnSeverity === "never") return "only reports";
  if (conclusion === "pass") return "passes";
  const words8 = conclusion === "fail" ? "fails" : "cannot decide";
  return failsJob(conclusion, policy) ? words8 : `${words8}, not failing the job`;
}

// src/report/view/unreadable.ts
function missingIn({ coverage: coverage4, plan }) {
  const reasons2 = new Set(plan?.notLookedInto.map((part2) => part2.reason));
  const isPlanned = ({ reason, usedBy: usedBy2, message: message2 }) => reason === "not-observable" && usedBy2.length === 0 && reasons2.has(asText(message2));
  const of3 = (planned2) => coverage4.missing.filter((one) => isPlanned(one) === planned2);
  return { live: of3(false), planned: of3(true) };
}
function shareRead(report, marked = (share3) => share3) {
  const { percent: percent2 } = report.coverage;
  if (percent2 === null) return "";
  if (percent2 < 100) return `${marked(`${percent2} %`)} of the evidence could be read.`;
  return missingIn(report).live.length === 0 ? "All evidence could be read." : "";
}
function unreadables(missing) {
  const found2 = /* @__PURE__ */ new Map();
  for (const one of missing) {
    const key3 = idKey(one.resource);
    const known3 = found2.get(key3);
    if (known3) join(known3, unreadable2(one));
    else found2.set(key3, unreadable2(one));
  }
  return found2;
}
function unreadable2({ resource: resource2, reason, action: action3, scope: scope4, message: message2, usedBy: usedBy2 }) {
  const isRefused = reason === "forbidden" && action3 !== null;
  const grantable = action3 !== null && scope4 !== null ? [scope4] : [];
  return {
    resources: [resource2],
    reason,
    actions: new Set(isRefused ? [action3] : []),
    scopes: new Set(isRefused ? grantable : []),
    doubtful: new Set(isRefused ? [] : grantable),
    isByName: reason === "not-visible" && action3 !== null && scope4 === null,
    messages: new Set(isRefused ? [] : [asText(message2)]),
    usedBy: new Set(usedBy2),
    items: []
  };
}
function attach(items, found2) {
  return items.filter((item) => {
    const { missing } = item.finding;
    return missing === null || !found2.get(idKey(missing))?.items.push(item);
  });
}
function alike2(all2) {
  return together3(together3(all2, grantOf), lackOf);
}
function together3(all2, keyOf2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const one of all2) {
    const key3 = keyOf2(one) ?? one;
    const known3 = found2.get(key3);
    if (known3) join(known3, one);
    else found2.set(key3, one);
  }
  return [...found2.values()];
}
function grantOf({ scopes }) {
  const [scope4, ...others] = scopes;
  return scope4 === void 0 || others.length > 0 ? null : idKey(scope4);
}
function lackOf({ resources, actions, messages, isByName }) {
  const kinds2 = [...new Set(resources.map(kindOf3))].sort();
  return JSON.stringify([kinds2, isByName, [...actions].sort(), isByName ? [] : [...messages]]);
}
function kindOf3(id) {
  return resourceKind(id) ?? (id.startsWith("/") ? id.slice(id.lastIndexOf("/")).toLowerCase() : "");
}
function join(known3, other) {
  for (const name2 of ["actions", "scopes", "doubtful", "messages", "usedBy"])
    for (const value2 of other[name2]) known3[name2].add(value2);
  known3.resources.push(...other.resources.filter((id) => !known3.resources.includes(id)));
  known3.items.push(...other.items);
}

// src/report/view/verdict.ts
function symbol(report, policy) {
  if (report.conclusion === "skipped") return "⏭️";
  if (report.conclusion === "fail") return failsJob(report.conclusion, policy) ? "❌" : "⚠️";
  if (report.conclusion === "incomplete" || isOnlyReported(report, policy)) return "⚠️";
  return "✅";
}
function verdict(report, context) {
  const { conclusion, plan } = report;
  if (plan !== null) return ifMerged(report, plan, context.policy);
  if (conclusion === "skipped") return "Encryption check skipped: this run has no identity in Azure";
  if (conclusion === "incomplete") return incomplete(report, context.policy);
  return conclusion === "fail" ? failed(report, context) : passed(report, context.policy);
}
function failed(report, { checks: checks2, policy }) {
  const outcome2 = failsJob(report.conclusion, policy) ? "failed" : `failed${lenient(report)}`;
  const { fail: fail2, unknown: unknown2 } = mergeFindings(report);
  const failing4 = fail2.filter(({ findings: findings2 }) => findings2.some((finding) => counts(finding, policy)));
  const isPart = policy.failOnNewOnly && report.summary.new !== null;
  const found2 = failureWords(bySeverity2(failing4, policy), reaching(policy.failOnSeverity)) + (isPart ? newOnly : "");
  const unknowns = policy.onUnknown === "warn" ? 0 : tally(unknown2, (finding) => counts(finding, policy));
  const undecided6 = unknowns > 0 ? [(0, import_clouds3.plural)(unknowns, "undecided check")] : [];
  const worst3 = worstOf(failing4, checks2);
  return `Encryption check ${outcome2}: ${worst3 ? `${called2(worst3, checks2, labelsOf(report))}; ` : ""}${[found2, ...undecided6].join(", ")}`;
}
var newOnly = " that the baseline does not have";
function lenient({ run: run2 }) {
  return run2.event === "command-line" ? " (exit code 0)" : " (the job does not fail)";
}
function passed(report, policy) {
  const { workspaces: workspaces2, failedBySeverity } = report.summary;
  const where = (0, import_clouds3.plural)(workspaces2, "workspace");
  if (isOnlyReported(report, policy)) {
    return `Encryption check reports ${failureWords(failedBySeverity, ["high", "medium", "low"])} in ${where}`;
  }
  const known3 = reaching(policy.failOnSeverity).filter((severity3) => failedBySeverity[severity3] > 0);
  const suffix = known3.length > 0 ? `, nothing new besides ${failureWords(failedBySeverity, known3)}` : "";
  return `Encryption check passed: ${where}${suffix}`;
}
function incomplete(report, policy) {
  const suffix = failsJob(report.conclusion, policy) ? "" : lenient(report);
  const unknown2 = tally(mergeFindings(report).unknown, (finding) => counts(finding, policy));
  if (report.summary.workspaces === 0) {
    const cause = causeOf(report);
    return `Encryption check found no Azure Machine Learning workspace${suffix}${cause && `: ${cause}`}`;
  }
  if (unknown2 === 0) return `Encryption check could not find or access everything that was named${suffix}`;
  return `Encryption check could not decide ${(0, import_clouds3.plural)(unknown2, "check")} of ${severityWords2(policy)}${suffix}`;
}
function causeOf(report) {
  const failed2 = missingIn(report).live.find(({ reason }) => reason !== "not-visible" && reason !== "absent");
  return failed2 ? withoutPeriod((0, import_clouds3.oneLine)(asText(failed2.message), 200)) : "";
}
function severityWords2({ failOnSeverity }) {
  return failOnSeverity === "high" ? "high severity" : `${failOnSeverity} or higher severity`;
}
function bySeverity2(items, policy) {
  const of3 = (severity3) => tally(items, (one) => one.severity === severity3 && counts(one, policy));
  return { high: of3("high"), medium: of3("medium"), low: of3("low"), info: 0 };
}
function failureWords(counts3, which) {
  const present = which.filter((severity3) => counts3[severity3] > 0);
  const [only2] = present;
  if (only2 && present.length === 1) return (0, import_clouds3.plural)(counts3[only2], `${only2}-severity failure`);
  const sum = present.reduce((total, severity3) => total + counts3[severity3], 0);
  return `${(0, import_clouds3.plural)(sum, "failure")} (${present.map((severity3) => `${counts3[severity3]} ${severity3}`).join(", ")})`;
}
function isOnlyReported({ summary }, { failOnSeverity }) {
  const { high, medium, low } = summary.failedBySeverity;
  return failOnSeverity === "never" && high + medium + low > 0;
}
function worstOf(items, checks2) {
  const places2 = new Map([...checks2.keys()].map((id, index) => [id, index]));
  const weights = ({ check: check2, severity: severity3, new: isNew3 }) => [
    rank(severity3),
    costs.indexOf(checks2.get(check2)?.irreversible),
    isNew3 ? 0 : 1,
    places2.get(check2) ?? places2.size
  ];
  return items.reduce(
    (worst3, item) => worst3 && !isBefore(weights(item), weights(worst3)) ? worst3 : item,
    void 0
  );
}
var costs = ["keys", "data", void 0];
function isBefore(a, b) {
  const at3 = a.findIndex((weight, index) => weight !== b[index]);
  return at3 !== -1 && a[at3] < b[at3];
}
var LONGEST_NAME = 80;
function called2({ check: check2, resource: resource2 }, checks2, labels) {
  const failure = (0, import_clouds3.oneLine)(checks2.get(check2)?.failed ?? check2, LONGEST_NAME);
  const whole2 = `${failure} (${(0, import_clouds3.oneLine)(labelOf(resource2, labels), LONGEST_NAME)})`;
  return resource2 !== "" && whole2.length <= LONGEST_NAME ? whole2 : failure;
}
function withoutPeriod(sentence3) {
  return sentence3.endsWith(".") ? sentence3.slice(0, -1) : sentence3;
}

// src/report/view/problem.ts
var HEADING = 110;
function problemOf({ check: check2, items }, policy) {
  const said3 = ({ finding }) => sentenceOf(finding, policy);
  const sentences2 = new Set(items.map(said3));
  const [only2 = ""] = sentences2;
  const heading = check2.failed;
  if (sentences2.size > 1) return { heading, shared: "", of: said3 };
  if (only2 === "" || only2.length > HEADING) return { heading, shared: only2, of: () => "" };
  return { heading: withoutPeriod(only2), shared: "", of: () => "" };
}

// src/report/markdown/subject.ts
var MESSAGE = 600;
function problemOf2(group, { context: { policy } }) {
  const { heading, shared: shared3, of: of3 } = problemOf(group, policy);
  return { heading: text3(heading), shared: text3(shared3, MESSAGE), of: (item) => text3(of3(item), MESSAGE) };
}
function subject(item, { labels, limits: limits2 }) {
  const workspaces2 = workspaceNames(item.workspaces, labels, limits2.names);
  const isWorkspace2 = item.workspaces.some((id) => id.toLowerCase() === item.resource.toLowerCase());
  if (isWorkspace2) return workspaces2;
  const kind = resourceKind(item.resource);
  const users = workspaces2 && `, used by ${workspaces2}`;
  return `${code(labelOf(item.resource, labels))}${kind ? ` (${kind})` : ""}${users}`;
}
function evidence(finding, labels) {
  const { evidence: values, resource: resource2 } = finding;
  const now2 = isForeseen(finding) ? beforeOf(finding) : () => "";
  const shown5 = values.slice(0, 6).map((value2) => readValue(value2, resource2, labels) + now2(value2));
  if (shown5.length === 0) return "";
  const more = values.length > shown5.length ? `, and ${values.length - shown5.length} more` : "";
  return `${isForeseen(finding) ? "Planned" : "Read"}: ${shown5.join(", ")}${more}`;
}
function readValue({ path, value: value2, resource: resource2 = "" }, own22, labels) {
  const isOwn = resource2 === "" || resource2.toLowerCase() === own22.toLowerCase();
  const where = isOwn ? code(path) : `${code(path)} of ${code(labelOf(resource2, labels))}`;
  return value2 === null ? `${where} is not set` : `${where} = ${valueWords(value2)}`;
}
function valueWords(value2) {
  return value2 === null ? "not set" : code(JSON.stringify(value2).replace(/^"(.+)"$/, "$1"));
}
function beforeOf({ live: live2, resource: own22 }) {
  const placeOf5 = ({ path, resource: resource2 = own22 }) => `${resource2} ${path}`.toLowerCase();
  const before = new Map((live2?.evidence ?? []).map((value2) => [placeOf5(value2), value2.value]));
  return (value2) => {
    const known3 = before.get(placeOf5(value2));
    return known3 === void 0 || known3 === value2.value ? "" : ` (now ${valueWords(known3)})`;
  };
}
var creationOnly = "This can only be chosen when the resource is created.";
function links({ check: check2, resource: resource2, finding }, { context }) {
  const url = isForeseen(finding) ? "" : portalUrl(resource2, context);
  const rule2 = ruleLink("About this check", check2, context);
  return url === "" ? rule2 : `${rule2} · ${link("Azure portal", url)}`;
}

// src/report/markdown/fixes.ts
function fixes(groups, rank2, view) {
  const rows = groups.map((group) => fix(group, groups.length > 1, view)).filter((row6) => row6 !== "");
  if (rows.length === 0) return [];
  return [
    {
      rank: rank2,
      open: `<details><summary><b>How to fix ${groups.length > 1 ? "them" : "this"}</b></summary>

`,
      rows,
      gap: "\n\n",
      close: "\n\n</details>",
      unit: ["fix", "fixes"]
    }
  ];
}
function fix(group, isNamed2, view) {
  const { labels, limits: limits2 } = view;
  const items = group.items.filter(({ finding }) => finding.steps.length > 0);
  if (items.length === 0) return "";
  const where = resourceNames(
    items.map(({ resource: resource2 }) => resource2),
    labels,
    limits2.names
  );
  const heading = isNamed2 ? `**${problemOf2(group, view).heading}** · ${where}

` : "";
  const findings2 = items.map(({ finding }) => finding);
  return heading + stepsOf2(findings2, labels, limits2.fixes);
}

// node_modules/markdown-table/index.js
function defaultStringLength(value2) {
  return value2.length;
}
function markdownTable(table2, options) {
  const settings2 = options || {};
  const align = (settings2.align || []).concat();
  const stringLength = settings2.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table2.length) {
    const row7 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table2[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table2[rowIndex].length;
    }
    while (++columnIndex2 < table2[rowIndex].length) {
      const cell4 = serialize(table2[rowIndex][columnIndex2]);
      if (settings2.alignDelimiters !== false) {
        const size2 = stringLength(cell4);
        sizes2[columnIndex2] = size2;
        if (longestCellByColumn[columnIndex2] === void 0 || size2 > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size2;
        }
      }
      row7.push(cell4);
    }
    cellMatrix[rowIndex] = row7;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code3 = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code3;
    }
  }
  columnIndex = -1;
  const row6 = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code3 = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code3 === 99) {
      before = ":";
      after = ":";
    } else if (code3 === 108) {
      before = ":";
    } else if (code3 === 114) {
      after = ":";
    }
    let size2 = settings2.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell4 = before + "-".repeat(size2) + after;
    if (settings2.alignDelimiters !== false) {
      size2 = before.length + size2 + after.length;
      if (size2 > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size2;
      }
      sizes[columnIndex] = size2;
    }
    row6[columnIndex] = cell4;
  }
  cellMatrix.splice(1, 0, row6);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines2 = [];
  while (++rowIndex < cellMatrix.length) {
    const row7 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    const cellsInRow = settings2.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
    columnIndex = -1;
    const line3 = [];
    while (++columnIndex < cellsInRow) {
      const cell4 = row7[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings2.alignDelimiters !== false) {
        const size2 = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code3 = alignments[columnIndex];
        if (code3 === 114) {
          before = " ".repeat(size2);
        } else if (code3 === 99) {
          const half = size2 / 2;
          if (size2 % 2) {
            before = " ".repeat(half + 0.5);
            after = " ".repeat(half - 0.5);
          } else {
            before = " ".repeat(half);
            after = before;
          }
        } else {
          after = " ".repeat(size2);
        }
      }
      if (settings2.delimiterStart !== false && !columnIndex) {
        line3.push("|");
      }
      if (settings2.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings2.alignDelimiters === false && cell4 === "") && (settings2.delimiterStart !== false || columnIndex)) {
        line3.push(" ");
      }
      if (settings2.alignDelimiters !== false) {
        line3.push(before);
      }
      line3.push(cell4);
      if (settings2.alignDelimiters !== false) {
        line3.push(after);
      }
      if (settings2.padding !== false) {
        line3.push(" ");
      }
      if (settings2.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line3.push("|");
      }
    }
    lines2.push(
      settings2.delimiterEnd === false ? line3.join("").replace(/ +$/, "") : line3.join("")
    );
  }
  return lines2.join("\n");
}
function serialize(value2) {
  return value2 === null || value2 === void 0 ? "" : String(value2);
}
function toAlignment(value2) {
  const code3 = typeof value2 === "string" ? value2.codePointAt(0) : 0;
  return code3 === 67 || code3 === 99 ? 99 : code3 === 76 || code3 === 108 ? 108 : code3 === 82 || code3 === 114 ? 114 : 0;
}

// src/report/markdown/table.ts
function table(head3, rows, align) {
  const [names4, delimiters, ...lines2] = markdownTable([head3, ...rows], { align, alignDelimiters: false }).split("\n");
  return { open: `${names4}
${delimiters}
`, rows: lines2 };
}

// src/report/markdown/below.ts
function belowTheGate(view) {
  const { below: below2, report, context } = view;
  const advice3 = adviceWords(view);
  if (below2.length === 0) return advice3 === "" ? [] : [{ rank: 4, open: advice3, rows: [] }];
  const title2 = context.policy.failOnSeverity === "never" ? "Findings" : "Other findings (they do not fail the job)";
  const isFolded = report.conclusion === "pass" && context.policy.failOnSeverity !== "never";
  const { open: open3, rows } = table(
    ["Severity", "Failure", "Where"],
    below2.map((group) => cells(group, view)),
    ["l", "l", "l"]
  );
  const [before, after] = isFolded ? [`<details><summary><b>${title2}</b>: ${severities2(view)}</summary>

`, "\n\n</details>"] : [`### ${title2}

`, ""];
  return [
    {
      rank: 4,
      open: before + open3,
      rows,
      most: view.limits.rows,
      sizes: below2.map(({ items }) => tally(items)),
      more: (rows2, findings2) => [rest(rows2, findings2), advice3].flatMap((part2) => part2 ? `

${part2}` : []).join(""),
      close: after,
      unit: ["finding", "findings"]
    },
    ...fixes(below2, 5, view)
  ];
}
function cells({ check: check2, severity: severity3, items }, { context, labels, limits: limits2 }) {
  const atCreation = items.some(({ finding }) => finding.creationOnly) ? " (only at creation)" : "";
  const resources = items.map(({ resource: resource2 }) => resource2);
  return [
    severityWords[severity3],
    ruleLink(text3(check2.failed), check2.id, context),
    resourceNames(resources, labels, limits2.names) + atCreation
  ];
}
function rest(rows, findings2) {
  if (rows === 0) return "";
  return `… and ${(0, import_clouds3.plural)(rows, "more check")}${findings2 > rows ? ` with ${(0, import_clouds3.plural)(findings2, "finding")}` : ""}.`;
}
function severities2({ items, gates: gates2 }) {
  const words8 = ["high", "medium", "low"].map((severity3) => {
    const found2 = tally(items.fail, (finding) => finding.severity === severity3 && !gates2(finding));
    return found2 === 0 ? "" : `${(0, import_clouds3.count)(found2)} ${severity3}`;
  });
  return words8.filter((word4) => word4 !== "").join(", ");
}
function adviceWords({ advice: advice3 }) {
  return advice3 === 0 ? "" : `${(0, import_clouds3.plural)(advice3, "recommendation is", "recommendations are")} not listed here.`;
}

// src/report/markdown/budget.ts
var SEPARATOR = "\n\n";
function assemble(sections, budget, last) {
  let room = budget - RESERVE;
  const fitted2 = /* @__PURE__ */ new Map();
  for (const section2 of [...sections].sort((a, b) => a.rank - b.rank)) {
    const result = fitOne(section2, room);
    if (result.text !== "") room -= bytes(result.text) + SEPARATOR.length;
    fitted2.set(section2, result);
  }
  const shown5 = sections.map((section2) => fitted2.get(section2)?.text ?? "").filter((text4) => text4 !== "");
  return `${[...shown5, last(leftOutOf(fitted2))].join(SEPARATOR)}
`;
}
function folded(summary, sections) {
  const content = sections.map((section2) => fitOne(section2, Number.POSITIVE_INFINITY).text).join(SEPARATOR);
  const rank2 = Math.min(...sections.map((section2) => section2.rank));
  return { rank: rank2, open: `<details><summary>${summary}</summary>

${content}

</details>`, rows: [] };
}
var RESERVE = 1500;
var MORE = 200;
function fitOne(section2, room) {
  const { open: open3, rows, gap = "\n", most = rows.length, sizes = rows.map(() => 1), more, close: close2 = "" } = section2;
  const countFrom = (row6) => sizes.slice(row6).reduce((sum, size2) => sum + size2, 0);
  let free = room - bytes(open3) - bytes(close2) - MORE;
  let kept3 = 0;
  for (const row6 of rows.slice(0, most)) {
    free -= bytes(row6) + gap.length;
    if (free < 0) break;
    kept3 += 1;
  }
  if (free < 0 && kept3 === 0) return { text: "", left: countFrom(0) };
  const left = countFrom(kept3);
  const rest3 = more?.(rows.length - kept3, left) ?? "";
  return { text: open3 + rows.slice(0, kept3).join(gap) + rest3 + close2, left };
}
function leftOutOf(fitted2) {
  const counts3 = /* @__PURE__ */ new Map();
  for (const [{ unit: unit2 }, { left }] of fitted2) {
    if (!unit2 || left === 0) continue;
    const known3 = counts3.get(unit2[0]);
    if (known3) known3.count += left;
    else counts3.set(unit2[0], { unit: unit2, count: left });
  }
  return counts3;
}
function bytes(text4) {
  return Buffer.byteLength(text4);
}

// src/report/markdown/changes.ts

// src/report/view/weighed.ts
function weighedGroups(weighed2) {
  const sorted = [...weighed2].sort((one, other) => weightOf(one) - weightOf(other));
  return [...Map.groupBy(sorted, wordsOf2)];
}
function wordsOf2({ from, to }) {
  const now2 = isUncounted(to) ? `No longer counted (${to})` : `Now ${severityWords[to].toLowerCase()}`;
  return `${now2}, was ${severityWords[from].toLowerCase()}`;
}
function weightOf({ to }) {
  return isUncounted(to) ? Number.MAX_SAFE_INTEGER : rank(to);
}
function isUncounted(to) {
  return to === "waived" || to === "disabled";
}

// src/report/markdown/changes.ts
function changes(view) {
  return [...sinceThen2(view), ...sinceUpgrade(view)];
}
function accepted({ context, limits: limits2 }) {
  const { accepted: accepted2 } = context;
  if (accepted2.length === 0) return [];
  const verb = `This pull request accepts ${(0, import_clouds3.plural)(accepted2.length, "risk")}`;
  return [
    {
      rank: 1,
      open: `### ⚠️ ${verb}

Its config file differs from that of the base branch:

`,
      rows: accepted2.map((risk) => `- ${text3(risk, 500)}`),
      most: limits2.resources,
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : "",
      unit: ["accepted risk", "accepted risks"]
    }
  ];
}
function sinceThen2(view) {
  const { items, context, limits: limits2, report } = view;
  const { comparison } = context;
  if (comparison === null || comparison.since === "") return [];
  const isNew3 = [...items.fail, ...items.unknown].filter((item) => item.new && item.severity !== "info");
  const rows = [
    ...grouped(isNew3.sort((a, b) => rank(a.severity) - rank(b.severity))).map((group) => newRow(group, view)),
    ...byCheck(comparison.fixed, "**Fixed**: ", view),
    ...weighedGroups(comparison.weighed).flatMap(([words8, those]) => byCheck(those, `**${words8}**: `, view)),
    ...workspaceRows(comparison.added, "Workspaces that the baseline does not have", limits2.names),
    ...workspaceRows(comparison.removed, "Workspaces of the baseline that are gone or out of scope", limits2.names)
  ];
  if (rows.length === 0) return [];
  const date2 = comparison.since.slice(0, 16).replace("T", " ");
  return [
    {
      rank: 1,
      open: `### Changed since ${text3(date2)} UTC${report.summary.new === 0 ? ": nothing new" : ""}

`,
      rows,
      most: limits2.resources,
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : "",
      unit: ["change", "changes"]
    }
  ];
}
function sinceUpgrade(view) {
  const { report, context, limits: limits2 } = view;
  const upgrade = context.comparison?.upgrade;
  if (!upgrade || upgrade.found.length === 0) return [];
  const version8 = text3(report.tool.version);
  return [
    {
      rank: 1,
      open: `### Found since version ${version8}

Version ${text3(upgrade.from)} wrote the baseline and could not find these, so they do not count as new. The next baseline will contain them.

`,
      rows: byCheck(upgrade.found, "", view),
      most: limits2.resources,
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : "",
      unit: ["finding of the newer version", "findings of the newer version"]
    }
  ];
}
function grouped(items) {
  return [...Map.groupBy(items, ({ check: check2, severity: severity3, finding }) => `${check2} ${severity3} ${finding.status}`).values()];
}
function newRow(group, { context, labels, limits: limits2 }) {
  const [{ check: check2, severity: severity3, finding }] = group;
  const state = finding.status === "fail" ? severityWords[severity3].toLowerCase() : "undecided";
  const where = resourceNames(
    group.map(({ resource: resource2 }) => resource2),
    labels,
    limits2.names
  );
  return `- **New**, ${state}: ${(finding.status === "fail" ? failureOf2 : titleOf)(check2, context)} on ${where}`;
}
function byCheck(changed3, word4, { context, labels, limits: limits2 }) {
  return [...Map.groupBy(changed3, ({ check: check2 }) => check2)].map(([check2, those]) => {
    const where = resourceNames(
      those.map(({ resource: resource2 }) => resource2),
      labels,
      limits2.names
    );
    return `- ${word4}${failureOf2(check2, context)} on ${where}`;
  });
}
function titleOf(check2, context) {
  return ruleLink(text3(context.checks.get(check2)?.title ?? check2), check2, context);
}
function failureOf2(check2, context) {
  return ruleLink(text3(context.checks.get(check2)?.failed ?? check2), check2, context);
}
function workspaceRows(names4, what, limit) {
  if (names4.length === 0) return [];
  const shown5 = names4.map((name2) => text3(name2, 60));
  return [`- ${what}: ${(0, import_clouds3.listed)(shown5, limit)}`];
}

// src/report/markdown/everything.ts

// src/report/view/outcome.ts
function bySystem(checks2) {
  const systems2 = /* @__PURE__ */ new Map();
  for (const id of checks2.keys()) {
    const known3 = systems2.get(systemOf2(id));
    if (known3) known3.push(id);
    else systems2.set(systemOf2(id), [id]);
  }
  return systems2;
}
function systemOf2(check2) {
  return check2.split("/", 1)[0] ?? check2;
}
function outcomes(workspace2, systems2) {
  const findings2 = /* @__PURE__ */ new Map();
  for (const finding of workspace2.findings) {
    const known3 = findings2.get(systemOf2(finding.check));
    if (known3) known3.push(finding);
    else findings2.set(systemOf2(finding.check), [finding]);
  }
  const elsewhere = placesOf2(workspace2);
  return new Map(
    [...systems2].map(([system, checks2]) => [system, outcome(findings2.get(system) ?? [], checks2, elsewhere)])
  );
}
function placesOf2({ others }) {
  const { "not-used": notUsed, absent: absent2, inherited, disabled } = others["not-applicable"];
  const places2 = [
    ["not-used", [...notUsed, ...absent2]],
    ["switched-off", disabled],
    ["inherited", inherited],
    ["manual", others.manual],
    ["guaranteed", others.attested]
  ];
  return new Map(places2.flatMap(([place3, checks2]) => checks2.map((check2) => [check2, place3])));
}
function outcome(findings2, checks2, elsewhere) {
  const severitiesOf = (status) => findings2.filter((finding) => finding.status === status).map(({ severity: severity3 }) => severity3);
  const [failed2, unknown2] = [severitiesOf("fail"), severitiesOf("unknown")];
  const isWorse = worst(failed2) !== "info" || unknown2.length === 0;
  if (failed2.length > 0 && isWorse) return { kind: "failed", severity: worst(failed2) };
  if (unknown2.length > 0) return { kind: "undecided", severity: worst(unknown2) };
  if (findings2.some(({ status }) => status === "waived")) return { kind: "waived" };
  if (findings2.length > 0 || checks2.some((check2) => !elsewhere.has(check2))) return { kind: "passed" };
  return { kind: placeOf(new Set(checks2.flatMap((check2) => elsewhere.get(check2) ?? []))) };
}
function placeOf(places2) {
  if (places2.has("inherited")) return "inherited";
  const isOff = places2.has("switched-off") && !places2.has("not-used");
  if (places2.has("guaranteed") && !isOff) return "guaranteed";
  const kinds2 = ["not-used", "switched-off", "manual"];
  return kinds2.find((kind) => places2.has(kind)) ?? "not-used";
}

// src/report/markdown/waived.ts

// src/report/view/without-verdict.ts
function idsWithoutVerdict({ workspaces: workspaces2 }) {
  const kinds2 = [
    ["Guaranteed by the platform", ({ others }) => others.attested],
    ["For people to judge, because configuration cannot prove them", ({ others }) => others.manual],
    ["Switched off", ({ others }) => others["not-applicable"].disabled]
  ];
  return kinds2.map(([words8, checksOf2]) => [words8, [...new Set(workspaces2.flatMap(checksOf2))]]).filter(([, ids]) => ids.length > 0);
}

// src/report/markdown/waived.ts
function waived({ items, context, labels, limits: limits2 }) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items.waived) {
    const key3 = JSON.stringify([item.check, terms(item.finding.waiver)]);
    const known3 = groups.get(key3);
    if (known3) known3.push(item);
    else groups.set(key3, [item]);
  }
  if (groups.size === 0) return [];
  const lines2 = [...groups.values()].slice(0, limits2.resources).map((group) => {
    const [{ check: check2, finding }] = group;
    const resources = resourceNames(
      group.map(({ resource: resource2 }) => resource2),
      labels,
      limits2.names
    );
    return `- ${ruleLink(text3(context.checks.get(check2)?.title ?? check2), check2, context)} on ${resources}${terms(finding.waiver)}`;
  });
  const left = groups.size - lines2.length;
  return [`**Waived**

${lines2.join("\n")}${left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : ""}`];
}
function terms(waiver2) {
  if (waiver2 === null) return "";
  const { owner, reason, expires, ticket } = waiver2;
  return `, by ${text3(owner, 80)} until ${text3(expires, 20)}: ${text3(reason)}${ticket === null ? "" : ` (${text3(ticket, 80)})`}`;
}
function withoutVerdict({ report, context }) {
  return idsWithoutVerdict(report).map(([words8, ids]) => {
    const names4 = ids.map((id) => ruleLink(text3(context.checks.get(id)?.title ?? id), id, context));
    return `${words8}: ${(0, import_clouds3.listed)(names4, 25)}.`;
  });
}

// src/report/markdown/everything.ts
var SIDE_BY_SIDE = 3;
function everything(view) {
  const { report } = view;
  if (report.workspaces.length === 0) return [];
  const systems2 = report.workspaces.length <= SIDE_BY_SIDE ? sideBySide(view) : null;
  const rest3 = [...withoutVerdict(view), ...waived(view), "</details>"];
  const open3 = `<details><summary><b>Everything that was checked</b>: ${numbers(view)}</summary>`;
  return systems2 ? [{ ...systems2, rank: 6, open: `${open3}

${systems2.open}`, close: `

${rest3.join("\n\n")}` }] : [{ rank: 6, open: [open3, ...rest3].join("\n\n"), rows: [] }];
}
function numbers({ report: { summary }, advice: advice3 }) {
  const words8 = [
    [summary.pass, "passed"],
    [failedCount(summary), "failed"],
    [undecidedCount(summary), "undecided"],
    [summary.waived, "waived"],
    [advice3, advice3 === 1 ? "recommendation" : "recommendations"],
    [summary.attested, "guaranteed by the platform"],
    [summary.manual, "for people to judge"]
  ];
  return words8.flatMap(([number2, word4]) => number2 > 0 ? `${(0, import_clouds3.count)(number2)} ${word4}` : []).join(", ");
}
function sideBySide({ report, context, labels }) {
  const systems2 = bySystem(context.checks);
  const columns4 = report.workspaces.map((workspace2) => outcomes(workspace2, systems2));
  const used = [...systems2.keys()].filter((system) => columns4.some((column) => !isUnused(column.get(system))));
  const rows = used.map((system) => [
    systemWord(system),
    ...columns4.map((column) => outcomeWords2(column.get(system), report, context.policy))
  ]);
  const profiles = ["Profile", ...report.workspaces.map(({ profile: profile3 }) => code(profile3))];
  const head3 = ["", ...report.workspaces.map(({ id }) => text3(labelOf(id, labels), 200))];
  const unused = [...systems2.keys()].filter((system) => !used.includes(system)).map(systemWord);
  return {
    ...table(
      head3,
      [profiles, ...rows],
      head3.map(() => "l")
    ),
    more: () => unused.length === 0 ? "" : `

Not used: ${(0, import_clouds3.listed)(unused, unused.length)}.`
  };
}
function systemWord(system) {
  return systems[system] ?? text3(system, 40);
}
function isUnused(outcome2) {
  return outcome2 === void 0 || outcome2.kind === "not-used" || outcome2.kind === "switched-off";
}
var words3 = {
  waived: "waived",
  passed: "✅ passed",
  guaranteed: "guaranteed by the platform",
  manual: "for people to judge",
  inherited: "inherited from the hub",
  "switched-off": "switched off",
  "not-used": "not used"
};
function outcomeWords2(outcome2, { conclusion }, policy) {
  if (outcome2.kind === "undecided" && outcome2.severity === "info") return "undecided (info)";
  if (outcome2.kind === "undecided") return `⚠️ undecided (${severityWords[outcome2.severity].toLowerCase()})`;
  if (outcome2.kind !== "failed") return words3[outcome2.kind] ?? "";
  const word4 = severityWords[outcome2.severity].toLowerCase();
  if (!reaches(outcome2.severity, policy.failOnSeverity)) return word4;
  return `${failsJob(conclusion, policy) ? "❌" : "⚠️"} **${word4}**`;
}

// src/report/markdown/failing.ts

// src/report/markdown/place.ts
function place({ finding, findings: findings2 }, view) {
  if (isForeseen(finding)) return finding.source === null ? "" : ` · ${sourceOf(finding, view)}`;
  const [change, ...more] = new Set(findings2.map(({ fingerprint: fingerprint2 }) => view.leaving.get(fingerprint2)));
  if (change === void 0 || more.length > 0) return "";
  return change === "gone" ? " · **gone if merged**" : " · **fixed if merged**";
}
function sourceOf(finding, { report, context }) {
  const { source } = finding;
  if (source === null) return "";
  const { file, line: line3 } = source;
  const label = code(line3 === null ? file : `${file}:${line3}`);
  return link(label, sourceUrl(finding, report, context.serverUrl));
}

// src/report/markdown/failing.ts
var MANY = 6;
var unit = ["finding", "findings"];
function failing2(view) {
  const { failing: groups, report, context } = view;
  if (groups.length === 0) return [];
  const items = groups.flatMap((group) => group.items);
  const isFailing = failsJob(report.conclusion, context.policy);
  const title2 = isFailing ? "### What fails the job" : "### What would fail the job";
  const heading = report.plan === null ? title2 : "### What reaches the threshold today";
  return [{ rank: 1, open: heading + shared(items, view), rows: [] }, ...stories(groups, isFailing ? "❌" : "⚠️", view)];
}
function stories(groups, symbol2, view) {
  const items = groups.flatMap((group) => group.items);
  const tell3 = items.length < MANY ? told2 : outlined;
  return groups.flatMap((group) => tell3(group, symbol2, view));
}
function shared(items, { gates: gates2 }) {
  const where = spread(items, gates2);
  return where && `

${(0, import_clouds3.plural)(tally(items, gates2), "finding")} on ${where}; shared resources are listed once.`;
}
function told2(group, symbol2, view) {
  const { check: check2, items } = group;
  const { heading, shared: shared3, of: of3 } = problemOf2(group, view);
  const general = paragraph(shared3, text3(check2.why, 600));
  const isOne = items.length === 1;
  const rows = items.map((item) => story(item, isOne ? [general, fixOf([item], view)] : [of3(item), ""], view));
  const open3 = [`#### ${symbol2} ${heading}`, isOne ? "" : general].filter((part2) => part2 !== "").join("\n\n");
  const fix3 = isOne ? "" : fixOf(items, view);
  const close2 = fix3 && `

${fix3}`;
  return [{ rank: 1, open: `${open3}

`, rows, gap: "\n\n", close: close2, unit, sizes: sizesOf(items, view) }];
}
function fixOf(items, { labels, limits: limits2 }) {
  return stepsOf2(
    items.map(({ finding }) => finding),
    labels,
    limits2.fixes
  );
}
function sizesOf(items, { gates: gates2 }) {
  return items.map((item) => tally([item], gates2));
}
function paragraph(...sentences2) {
  return sentences2.filter((sentence3) => sentence3 !== "").join(" ");
}
function story(item, [said3, fix3], view) {
  const { finding } = item;
  const parts = [
    `**${severityWords[item.severity]}${item.new ? " · new" : ""}** · ${subject(item, view)}${place(item, view)}`,
    said3,
    evidence(finding, view.labels),
    fix3,
    paragraph(finding.creationOnly ? creationOnly : "", links(item, view))
  ];
  return parts.filter((part2) => part2 !== "").join("\n\n");
}
function outlined(group, symbol2, view) {
  const { check: check2, severity: severity3, items } = group;
  const { heading, shared: shared3, of: of3 } = problemOf2(group, view);
  const isNew3 = items.filter((item) => item.new).length;
  const facts = [
    `**${severityWords[severity3]}** · ${(0, import_clouds3.plural)(items.length, "resource")}`,
    items.some(({ finding }) => finding.creationOnly) ? ", only at creation" : "",
    isNew3 > 0 ? `, ${(0, import_clouds3.count)(isNew3)} new` : "",
    ` · ${ruleLink("About this check", check2.id, view.context)}`
  ];
  const read = new Set(items.map((item) => evidence(item.finding, view.labels)));
  const [common2 = ""] = read.size === 1 ? read : [];
  const above = [facts.join(""), paragraph(shared3, text3(check2.why, 600)), common2].filter((part2) => part2 !== "").join("\n\n");
  return [
    {
      rank: 1,
      open: `#### ${symbol2} ${heading}

${above}

`,
      rows: items.map(
        (item) => bullet(item, of3(item) || (read.size === 1 ? "" : evidence(item.finding, view.labels)), view)
      ),
      most: view.limits.resources,
      sizes: sizesOf(items, view),
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : "",
      unit
    },
    ...fixes([group], 3, view)
  ];
}
function bullet(item, detail, view) {
  return `- ${subject(item, view)}${place(item, view)}${item.new ? " · **new**" : ""}${detail && ` · ${detail}`}`;
}

// src/report/markdown/footer.ts
function footer(leftOut2, view) {
  return [remainder(leftOut2, view), origin(view)].filter((part2) => part2 !== "").join("\n\n");
}
function remainder(leftOut2, { context }) {
  const counts3 = [...leftOut2.values()].map(({ unit: unit2, count: count39 }) => (0, import_clouds3.plural)(count39, ...unit2));
  if (counts3.length === 0) return "";
  const where = context.details === null ? "the JSON report has all" : link("the summary of this run has more", context.details);
  return `_Not shown here: ${(0, import_clouds3.listed)(counts3, counts3.length)}; ${where}._`;
}
function origin({ report, context }) {
  const { tool, run: run2 } = report;
  const commit2 = `${context.serverUrl}/${run2.repository}/commit/${run2.sha}`;
  const parts = [
    link(text3(`${tool.name} ${tool.version}`), `${context.docs}/README.md`),
    run2.repository === "" ? "" : link("this run", run2.url),
    run2.sha === "" ? "" : link(code(run2.sha.slice(0, 7)), commit2),
    `${text3(run2.finishedAt.slice(0, 16).replace("T", " "))} UTC`
  ];
  return `<sub>${parts.filter((part2) => part2 !== "").join(" · ")}</sub>`;
}

// src/report/markdown/graph.ts
var words4 = {
  high: "high-severity failure",
  medium: "medium-severity failure",
  low: "low-severity failure",
  advice: "recommendation",
  undecided: "undecided",
  waived: "waived",
  passed: "passed"
};
function graph({ context }) {
  const { graph: graph2 } = context;
  const [workspace2] = graph2?.nodes ?? [];
  if (!graph2 || !workspace2) return [];
  const left = graph2.left > 0 ? `

… and ${(0, import_clouds3.count)(graph2.left)} more with fewer findings.` : "";
  const open3 = `### What ${text3(workspace2.name, 60)} depends on

\`\`\`mermaid
${diagram(graph2)}
\`\`\`${left}`;
  return [{ rank: 5, open: open3, rows: [] }];
}
function diagram({ nodes, edges }) {
  return [
    "flowchart LR",
    ...nodes.map((node, index) => `  n${index}["${labelOf2(node)}"]${classOf(node.state)}`),
    ...edges.map(([from, to]) => `  n${from} --> n${to}`),
    "  classDef fails stroke:#cf222e,stroke-width:4px",
    "  classDef undecided stroke:#bf8700,stroke-width:2px,stroke-dasharray:6 4"
  ].join("\n");
}
function labelOf2({ name: name2, kind, state }) {
  return [plain3(name2) || "no name", plain3(kind), words4[state]].filter((part2) => part2 !== "").join("<br>");
}
function plain3(part2) {
  const safe = part2.replace(/[^\p{L}\p{N} ._/-]+/gu, " ").trim();
  const short2 = Array.from(safe).slice(0, 80).join("");
  return short2.replace(/^[\s./-]+/, "");
}
function classOf(state) {
  if (state === "undecided") return ":::undecided";
  return state === "high" || state === "medium" ? ":::fails" : "";
}

// src/report/markdown/header.ts

// src/report/markdown/planned-header.ts
function numbersIfMerged(report, plan) {
  const then = failedIfMerged(report, balanceOf(plan));
  const now2 = report.summary.failedBySeverity;
  const cells4 = (name2, counts3) => [
    name2,
    ...["high", "medium", "low"].map((one) => (0, import_clouds3.count)(counts3[one]))
  ];
  const rows = isPlanOnly(report) ? [cells4("Plan only", then)] : [cells4("Live today", now2), cells4("If merged", then)];
  const { open: open3, rows: lines2 } = table(["Failures", "High", "Medium", "Low"], rows, ["l", "r", "r", "r"]);
  return open3 + lines2.join("\n");
}
function situationIfMerged(view, plan) {
  const { report } = view;
  const judged = isPlanOnly(report) ? "**Plan only**: this run could not read Azure, so nothing of what is live is in it." : `${(0, import_clouds3.plural)(report.summary.workspaces, "Azure Machine Learning workspace")} live today.`;
  return [judged, filesOf(plan), decisive(view, plan)];
}
function filesOf({ files: files2 }) {
  const named3 = (of3) => (0, import_clouds3.listed)(
    of3.map(({ path }) => code(path)),
    5
  );
  const stale = files2.filter((file) => file.stale);
  const verb = stale.length === 1 ? "is" : "are";
  return [
    files2.length > 0 ? `Judged: ${named3(files2)}.` : "",
    stale.length > 0 ? `⚠️ ${named3(stale)} ${verb} **stale**: make the plan again.` : ""
  ].filter((sentence3) => sentence3 !== "").join(" ");
}
function decisive({ report, context: { policy } }, plan) {
  if (report.conclusion !== plan.conclusion)
    return `The live state decides the result of this run; the planned state ${planned[plan.conclusion]}.`;
  if (report.conclusion === "incomplete") return undecided2(report, plan, policy);
  const failing4 = (change) => plan.findings.filter((finding) => finding.change === change && counts(finding, policy)).length;
  const left = failing4("leaves");
  if (report.conclusion !== "fail" || left === 0) return "";
  const remain = left === 1 ? "remains and fails" : "remain and fail";
  return `${(0, import_clouds3.plural)(left, "existing failure")} at or above the threshold ${remain} the check${failing4("introduces") > 0 ? " as well" : ""}.`;
}
function undecided2({ workspaces: workspaces2 }, plan, policy) {
  const isUndecided = (finding) => finding.status === "unknown" && counts(finding, policy);
  const live2 = workspaces2.some(({ findings: findings2 }) => findings2.some(isUndecided));
  const then = plan.findings.some((finding) => finding.change === "undecided" && isUndecided(finding));
  const causes2 = [
    then ? "what would be undecided" : "",
    live2 ? "what is undecided today" : "",
    plan.notLookedInto.length > 0 ? "parts that could not be judged" : ""
  ].filter((cause) => cause !== "");
  const all2 = causes2.length > 0 ? (0, import_clouds3.listed)(causes2, causes2.length) : "something that was named and could not be found";
  return `The check cannot decide because of ${all2}.`;
}
var planned = {
  pass: "passes",
  fail: "fails",
  incomplete: "cannot be decided",
  skipped: "was not judged"
};

// src/report/markdown/header.ts
function header(view) {
  const { report, context } = view;
  const { policy, notes } = context;
  const heading = `## ${symbol(report, policy)} ${text3(verdict(report, context), 400)}`;
  const { plan } = report;
  const about2 = plan === null ? situation(report, context) : [...situationIfMerged(view, plan), shareRead(report, strong), job(report, policy)];
  const sentences2 = [...about2, ...notes.map((note2) => text3(note2, 500))];
  const numbers4 = plan === null ? [] : [numbersIfMerged(report, plan)];
  return [heading, ...numbers4, sentences2.filter((sentence3) => sentence3 !== "").join(" ")].map((open3) => ({
    rank: 0,
    open: open3,
    rows: []
  }));
}
var strong = (share3) => `**${share3}**`;
function situation(report, context) {
  const { policy } = context;
  if (report.conclusion === "skipped") return [skipped];
  return [scope(report), gate(report, policy), since(report, context), shareRead(report, strong), job(report, policy)];
}
var skipped = "No workspace was checked, so this result says nothing about your workspaces. GitHub does not give pull requests from forks or from Dependabot a token for Azure. The check runs once the same change is on a branch of this repository.";
function scope({ summary, conclusion }) {
  if (summary.workspaces === 0) return "Nothing was checked. What cannot be seen does not count as passed.";
  if (conclusion === "pass") return "";
  return `${(0, import_clouds3.plural)(summary.workspaces, "Azure Machine Learning workspace")}.`;
}
function gate({ conclusion, summary }, { failOnSeverity }) {
  if (summary.workspaces === 0) return "";
  if (failOnSeverity === "never") return "No finding fails the job: `fail-on-severity: never`.";
  if (reaching(failOnSeverity).some((severity3) => summary.failedBySeverity[severity3] > 0)) return "";
  const level = failOnSeverity === "high" ? "**high** severity" : `**${failOnSeverity}** severity or above`;
  return conclusion === "incomplete" ? `No check that could be decided fails at ${level}.` : `No finding of ${level}.`;
}
function since({ summary }, { comparison }) {
  if (summary.new === null || summary.fixed === null || comparison?.since === "") return "";
  const weighed2 = comparison?.weighed.length ?? 0;
  if (summary.new + summary.fixed + weighed2 === 0) return "Nothing changed since the baseline.";
  const isNew3 = summary.new > 0 ? `**${(0, import_clouds3.count)(summary.new)} new**` : "nothing new";
  const otherwise = weighed2 > 0 ? `, ${(0, import_clouds3.plural)(weighed2, "finding counts", "findings count")} differently` : "";
  return `Since the baseline: ${isNew3}, ${(0, import_clouds3.count)(summary.fixed)} fixed${otherwise}.`;
}
function job(report, policy) {
  if (report.conclusion === "pass" || policy.failOnSeverity === "never" || failsJob(report.conclusion, policy))
    return "";
  return policy.warnOnly ? "The job does not fail: `warn-only: true`." : "The job does not fail: `on-unknown: warn`.";
}

// src/report/markdown/if-merged.ts
function ifMerged2(view) {
  const { foreseen } = view;
  if (foreseen === null) return [];
  const changed3 = changedIn(foreseen);
  return [
    ...introduced(changed3.introduced, view),
    ...listOf3("fixed", 2, changed3.fixed, view),
    ...listOf3("gone", 2, changed3.gone, view),
    ...undecided3(changed3.undecided, view),
    ...listOf3("regraded", 3, changed3.regraded, view),
    ...listOf3("inFiles", 3, changed3.inFiles, view),
    ...notLookedInto(view)
  ];
}
function introduced(items, view) {
  if (items.length === 0) return [];
  const { policy, checks: checks2 } = view.context;
  const gates2 = (finding) => counts(finding, policy);
  const isTold = ({ findings: findings2 }) => findings2.some(gates2);
  const told5 = groupByCheck(
    items.filter(isTold).map((item) => ({ ...item, new: false })),
    checks2
  );
  const rest3 = items.filter((item) => !isTold(item) && item.severity !== "info");
  const advice3 = items.filter(({ severity: severity3 }) => severity3 === "info").length;
  const symbol2 = view.report.conclusion === "fail" && failsJob("fail", policy) ? "❌" : "⚠️";
  return [
    { rank: 1, open: `### ${headings.introduced}`, rows: [] },
    ...stories(told5, symbol2, { ...view, gates: gates2 }),
    ...rest3.length > 0 ? [linesOf("", 2, rest3, view)] : [],
    ...fixes(groupByCheck(rest3, checks2), 4, view),
    ...advice3 > 0 ? [{ rank: 3, open: `${(0, import_clouds3.plural)(advice3, "recommendation is", "recommendations are")} not listed here.`, rows: [] }] : []
  ];
}
function listOf3(title2, rank2, items, view) {
  const shown5 = items.filter((item) => item.severity !== "info" || isRegraded(item.finding));
  return shown5.length === 0 ? [] : [linesOf(`### ${headings[title2]}

`, rank2, shown5, view)];
}
function linesOf(open3, rank2, items, view) {
  const groups = groupByCheck(items, view.context.checks).flatMap(bySeverity3);
  return {
    rank: rank2,
    open: open3,
    rows: groups.map((group) => `- ${line(group, view)}`),
    most: view.limits.resources,
    sizes: groups.map((group) => tally(group.items)),
    more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.plural)(left, "more check")}` : "",
    unit: ["change", "changes"]
  };
}
function bySeverity3(group) {
  const alike3 = Map.groupBy(group.items, ({ severity: severity3, finding }) => `${severity3} ${finding.live?.severity}`);
  return [...alike3.values()].map((items) => ({ ...group, severity: items[0]?.severity ?? group.severity, items }));
}
function line({ check: check2, severity: severity3, items }, view) {
  const [first] = items;
  const before = isRegraded(first.finding) && first.finding.live;
  const grade = `**${severityWords[severity3]}**${before ? ` (now ${before.severity})` : ""}`;
  const places2 = placesOf3(items, view);
  const failure = ruleLink(text3(check2.failed), check2.id, view.context);
  return `${grade} · ${failure} · ${whereOf(items, view)}${places2 && ` · ${places2}`}`;
}
function undecided3(items, view) {
  const groups = groupByCheck(
    items.filter(({ severity: severity3 }) => severity3 !== "info"),
    view.context.checks
  );
  if (groups.length === 0) return [];
  const rows = groups.map(({ check: check2, severity: severity3, items: items2 }) => {
    const places2 = placesOf3(items2, view);
    const why2 = [...new Set(items2.map(({ finding }) => asText(finding.message)))].map((message2) => text3(message2, 400));
    const failure = ruleLink(text3(check2.title), check2.id, view.context);
    return `- **${severityWords[severity3]}** · ${failure} · ${whereOf(items2, view)}${places2 && ` · ${places2}`}<br>${why2.slice(0, 2).join(" ")}`;
  });
  return [
    {
      rank: 3,
      open: `### ${headings.undecided}

`,
      rows,
      most: view.limits.resources,
      sizes: groups.map(({ items: items2 }) => tally(items2)),
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.plural)(left, "more check")}` : "",
      unit: ["undecided finding", "undecided findings"]
    }
  ];
}
function notLookedInto({ report, limits: limits2 }) {
  const parts = report.plan?.notLookedInto ?? [];
  if (parts.length === 0) return [];
  return [
    {
      rank: 3,
      open: `### ${headings.notJudged}

${INCOMPLETE}

`,
      rows: parts.map(({ address, reason }) => `- ${text3(address, 200)}: ${text3(reason, 500)}`),
      most: limits2.resources,
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : "",
      unit: ["part that could not be judged", "parts that could not be judged"]
    }
  ];
}
function whereOf(items, { labels, limits: limits2 }) {
  return resourceNames(
    items.map(({ resource: resource2 }) => resource2),
    labels,
    limits2.names
  );
}
function placesOf3(items, view) {
  const found2 = items.flatMap(({ finding }) => inCommit(finding, view.report) ? sourceOf(finding, view) : []);
  const places2 = new Set(found2);
  return (0, import_clouds3.listed)([...places2], view.limits.names);
}

// src/report/markdown/matrix.ts

// src/report/view/matrix.ts
var MANY2 = 10;
function matrixOf({ report, context }) {
  const systems2 = bySystem(context.checks);
  const all2 = report.workspaces.map((workspace2) => rowOf(workspace2, systems2, context.policy));
  const columns4 = [...systems2.keys()].filter((system) => all2.some((row6) => isRemarkable(row6.outcomes.get(system))));
  if (columns4.length === 0) return null;
  const isMany = all2.length > MANY2;
  const shown5 = all2.filter((row6) => !isMany || work(row6) > 0).sort((a, b) => work(b) - work(a));
  const isFailing = failsJob(report.conclusion, context.policy);
  const well = [...systems2.keys()].filter((system) => all2.every((row6) => row6.outcomes.get(system)?.kind === "passed"));
  return {
    heads: columns4.map((system) => shortWords[system] ?? word2(system)),
    rows: shown5.map((row6) => ({
      workspace: row6.workspace,
      cells: columns4.map((system) => cell(row6, system, isFailing))
    })),
    clean: all2.length - shown5.length,
    isMany,
    well: well.map(word2)
  };
}
var shortWords = {
  workspace: "Settings",
  "key-vault": "Vaults",
  "container-registry": "Registry",
  diagnostics: "Logs",
  metadata: "Metadata",
  kubernetes: "AKS",
  "ai-services": "AI",
  "container-instance": "ACI",
  "virtual-machine": "VMs",
  secrets: "Secrets",
  provider: "Providers"
};
function word2(system) {
  return systems[system] ?? system;
}
function rowOf(workspace2, systems2, policy) {
  const row6 = {
    workspace: workspace2,
    outcomes: outcomes(workspace2, systems2),
    failed: { high: 0, medium: 0, low: 0, info: 0 },
    undecided: 0,
    gated: { fail: 0, unknown: 0 },
    gates: /* @__PURE__ */ new Map()
  };
  for (const finding of workspace2.findings) {
    const { status, severity: severity3, check: check2 } = finding;
    if (status !== "fail" && status !== "unknown") continue;
    if (status === "fail") row6.failed[severity3] += 1;
    else if (severity3 !== "info") row6.undecided += 1;
    if (!counts(finding, policy)) continue;
    row6.gated[status] += 1;
    const system = check2.split("/", 1)[0] ?? "";
    const known3 = row6.gates.get(system);
    if (status === "unknown") row6.gates.set(system, known3 ?? "undecided");
    else row6.gates.set(system, known3 === void 0 || known3 === "undecided" ? severity3 : worst([known3, severity3]));
  }
  return row6;
}
function isRemarkable(outcome2) {
  return outcome2?.kind === "failed" || outcome2?.kind === "undecided" || outcome2?.kind === "waived";
}
var wells = {
  waived: "waived",
  passed: "✓",
  guaranteed: "platform",
  manual: "people",
  inherited: "hub",
  "switched-off": "off",
  "not-used": "–"
};
function cell({ outcomes: outcomes2, gates: gates2 }, system, isFailing) {
  const gate3 = gates2.get(system);
  if (gate3 === "undecided") return { word: "?", gate: "counted" };
  if (gate3) return { word: gate3, gate: isFailing ? "failing" : "counted" };
  const outcome2 = outcomes2.get(system);
  if (outcome2?.kind !== "failed" && outcome2?.kind !== "undecided")
    return { word: wells[outcome2?.kind ?? "not-used"] ?? "", gate: null };
  const isUndecided = outcome2.kind === "undecided" && outcome2.severity !== "info";
  return { word: isUndecided ? "?" : outcome2.severity, gate: null };
}
var meanings = [
  [["high", "medium", "low"], "severity of the worst failed check"],
  [["info"], "recommendations only"],
  [["?"], "undecided"],
  [["waived"], "accepted by a waiver"],
  [["✓"], "passed"],
  [["platform"], "guaranteed by the platform"],
  [["people"], "for people to judge"],
  [["hub"], "inherited from the hub"],
  [["off"], "switched off"],
  [["–"], "not used"]
];
function legendOf({ rows }) {
  const used = new Set(rows.flatMap(({ cells: cells4 }) => cells4.map(({ word: word4 }) => word4)));
  return meanings.flatMap(([words8, meaning]) => {
    const present = words8.filter((each) => used.has(each));
    return present.length === 0 ? [] : [`${present.join(", ")}: ${meaning}`];
  });
}
function work({ failed: failed2, gated, undecided: undecided6 }) {
  return [gated.fail, gated.unknown, failed2.high, failed2.medium, failed2.low, undecided6].reduce(
    (sum, value2) => sum * 500 + Math.min(value2, 499),
    0
  );
}

// src/report/markdown/matrix.ts
function matrix(view) {
  const { report, limits: limits2, labels } = view;
  const found2 = matrixOf(view);
  if (found2 === null) return [];
  const isMixed = new Set(report.workspaces.map(({ profile: profile3 }) => profile3)).size > 1;
  const rows = found2.rows.map(({ workspace: workspace2, cells: cells4 }) => [
    workspaceNames([workspace2.id], labels, 1) + (isMixed ? `, ${code(workspace2.profile)}` : ""),
    ...cells4.map(shown4)
  ]);
  const heads = found2.heads.map((head3) => text3(head3, 40));
  return [
    {
      ...table(["Workspace", ...heads], rows, ["l", ...heads.map(() => "c")]),
      rank: 2,
      most: found2.isMany ? limits2.rows : rows.length,
      more: (left) => `${remaining(left, found2.clean)}

${legend(found2)}`,
      unit: ["workspace", "workspaces"]
    }
  ];
}
function shown4({ word: word4, gate: gate3 }) {
  return gate3 === null ? word4 : `${gate3 === "failing" ? "❌" : "⚠️"} **${word4}**`;
}
function legend(matrix4) {
  const { well } = matrix4;
  const everywhere = well.length > 0 ? [
    `passed everywhere: ${(0, import_clouds3.listed)(
      well.map((each) => text3(each, 40)),
      well.length
    )}`
  ] : [];
  return `<sub>${[...legendOf(matrix4), ...everywhere].join(" · ")}</sub>`;
}
function remaining(left, clean2) {
  const parts = [
    left > 0 && `${(0, import_clouds3.count)(left)} with fewer findings`,
    clean2 > 0 && `${(0, import_clouds3.count)(clean2)} without findings`
  ].filter(Boolean);
  return parts.length === 0 ? "" : `

… and ${parts.join(", ")}.`;
}

// src/report/markdown/today.ts
function today(sections, { report }) {
  const { failedBySeverity } = report.summary;
  if (report.workspaces.length === 0) return [];
  const found2 = ["high", "medium", "low"].map(
    (severity3) => `${(0, import_clouds3.count)(failedBySeverity[severity3])} ${severity3}`
  );
  return [
    { rank: 0, open: `<details><summary><b>Live today</b>: ${found2.join(", ")}</summary>`, rows: [] },
    ...sections.map((section2) => ({ ...section2, rank: section2.rank + AFTER })),
    { rank: 0, open: "</details>", rows: [] }
  ];
}
var AFTER = 5;

// src/report/markdown/undecided.ts

// src/report/view/undecided.ts
var HEADING2 = "Undecided";
function undecidedIn({ report, items: { unknown: unknown2 }, context }) {
  const found2 = unreadables(missingIn(report).live);
  const isCounted = ({ severity: severity3 }) => severity3 !== "info";
  const others = groupByCheck(attach(unknown2, found2).filter(isCounted), context.checks);
  const items = unknown2.filter(isCounted);
  if (found2.size === 0 && items.length === 0) return null;
  return { unread: alike2([...found2.values()]).sort(mostUndecided), items, others };
}
function mostUndecided(a, b) {
  return tally(b.items) - tally(a.items) || b.usedBy.size - a.usedBy.size;
}
function kindWords({ resources }) {
  const kinds2 = new Set(resources.map(resourceKind));
  const [kind = null] = kinds2.size === 1 ? kinds2 : [];
  return kind === null ? "" : ` (${kind})`;
}
var [ACTIONS, MESSAGES] = [4, 2];
var LONGEST2 = 300;
function reasonsOf({ resources, actions, messages, isByName }) {
  if (isByName) return [hiddenWords(resources.length > 1)];
  const lacking3 = (0, import_clouds3.listed)(
    [...actions].map((action3) => `\`${action3}\``),
    ACTIONS
  );
  const told5 = [...messages].slice(0, MESSAGES).map((message2) => (0, import_clouds3.oneLine)(message2, LONGEST2));
  return [...lacking3 ? [`the identity of this run lacks ${lacking3}.`] : [], ...told5];
}
function hiddenWords(areMany) {
  const [it2, itIs] = areMany ? ["them", "they are"] : ["it", "it is"];
  return `the identity of this run cannot see ${it2}: either a permission is missing, or ${itIs} in another tenant.`;
}
function consequenceOf({ items }, marked = (severity3) => severity3) {
  const found2 = tally(items);
  if (found2 === 0) return items.length === 0 ? "" : "Only recommendations depend on it.";
  const severity3 = `${marked(worst(items.map((item) => item.severity)))} severity`;
  return `${(0, import_clouds3.plural)(found2, "finding is", "findings are")} undecided, ${found2 === 1 ? "of" : "the worst of"} ${severity3}.`;
}

// src/report/markdown/grants.ts

// src/pseudonym/pseudonym.ts
function pseudonym(repositoryId, id, prefix = prefixOf(idKey(id))) {
  return prefix + createHash("sha256").update(repositoryId + idKey(id)).digest("hex").slice(0, 8);
}
function isPseudonym(name2, prefix) {
  return name2.startsWith(prefix) && /^[0-9a-f]{8}$/.test(name2.slice(prefix.length));
}
function prefixOf(id) {
  for (let type4 = typeOf(id) ?? ""; type4 !== ""; type4 = type4.slice(0, Math.max(0, type4.lastIndexOf("/")))) {
    const known3 = resourceTypes[type4];
    if (known3) return known3.prefix;
  }
  return id.includes("/managementgroups/") ? managementGroup.prefix : anyPrefix;
}
function nakedId(id) {
  return `/ids/${id}`;
}

// src/report/view/search.ts
function searches(resources) {
  const all2 = resources.filter(({ isByName }) => isByName).flatMap((one) => one.resources.map(whatIs));
  return [keyVault, managedHsm, storageAccount].flatMap(({ type: type4, about: { prefix } }) => {
    const names4 = all2.filter((one) => one.type === type4).flatMap(({ kind, name: name2 }) => nameOf6(kind, name2, prefix) ?? []);
    return names4.length === 0 ? [] : [query3(type4, names4)];
  });
}
function query3(type4, names4) {
  const listed27 = names4.map((name2) => `'${name2}'`).join(", ");
  return `az graph query --graph-query "resources | where type =~ '${type4}' and name in~ (${listed27}) | project id"`;
}
function nameOf6(kind, name2, prefix) {
  if (isPseudonym(name2, prefix)) return `<name of ${name2}>`;
  const [, found2] = (kind === "vault" ? /^([a-z0-9-]+)\./i : /^([a-z0-9]+)$/i).exec(name2) ?? [];
  return found2 ?? null;
}

// src/report/view/grants.ts
var PERHAPS = "The identity of this run cannot see the subscriptions of these resources, which may be in another tenant. If they turn out to be in this tenant, give the identity the Reader role there";
var SEARCH = "This run knows some resources only by name. Somebody who can read more of the tenant can search for them, here or in the Azure portal, and give the identity of this run the Reader role there. If the search does not find them, they are in another tenant or hidden from that person too: ask the owners of the workspaces that use them. To search";
function commandsFor(resources, { assignee }) {
  const { certain, doubtful } = scopesOf(resources);
  const grants4 = (scopes) => scopes.map((scope4) => grant(scope4, assignee ?? "<client-id>", scopes.length > 1));
  const all2 = [
    { title: "Give the identity of this run the Reader role", commands: grants4(certain) },
    { title: PERHAPS, commands: grants4(doubtful) },
    { title: SEARCH, commands: searches(resources) }
  ];
  return all2.filter(({ commands: commands4 }) => commands4.length > 0);
}
function scopesOf(resources) {
  const certain = widest(resources.flatMap(({ scopes }) => [...scopes]));
  const all2 = widest([...certain, ...resources.flatMap(({ doubtful }) => [...doubtful])]);
  return {
    certain: all2.filter((scope4) => certain.includes(scope4)),
    doubtful: all2.filter((scope4) => !certain.includes(scope4))
  };
}
function widest(scopes) {
  const byKey2 = new Map(scopes.map((scope4) => [idKey(scope4), scope4]));
  return [...byKey2].filter(([key3]) => !ancestors(key3).some((above) => byKey2.has(above))).map(([, scope4]) => scope4);
}
function ancestors(key3) {
  const segments = key3.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
function grant(scope4, assignee, isOneOfMany) {
  const id = scope4.startsWith("/") ? scope4 : `<resource id of ${scope4}>`;
  const command = ["az", "role", "assignment", "create", "--role", "Reader", "--assignee", assignee, "--scope", id];
  return isOneOfMany ? commandLine(command) : commandLines(command);
}

// src/report/markdown/grants.ts
var FEW = 3;
function grants(resources, { context, limits: limits2 }) {
  return commandsFor(resources, context).map((block) => ({ rank: 3, open: blockOf(block, limits2.resources), rows: [] }));
}
function blockOf({ title: title2, commands: commands4 }, most) {
  const left = commands4.length - most;
  const body = `${fence(commands4.slice(0, most).join("\n"), "sh")}${left > 0 ? `

… and ${(0, import_clouds3.plural)(left, "more scope")}.` : ""}`;
  return commands4.length > FEW ? `<details><summary><b>${title2}</b> at ${(0, import_clouds3.count)(commands4.length)} scopes</summary>

${body}

</details>` : `${title2}:

${body}`;
}

// src/report/markdown/undecided.ts
function undecided4(view) {
  const found2 = undecidedIn(view);
  if (found2 === null) return [];
  const { unread: unread3, items, others } = found2;
  const parts = [...listOf4(unread3, view), ...grants(unread3, view), ...otherChecks(others, unread3.length > 0, view)];
  if (view.report.conclusion === "pass") return [folded(`<b>${HEADING2}</b>: ${inShort(items, unread3)}`, parts)];
  return [
    { rank: 3, open: `### ${HEADING2}

${[consequence(items, unread3, view), shared2(items)].join("")}`, rows: [] },
    ...parts
  ];
}
function inShort(items, resources) {
  if (items.length > 0) return `${(0, import_clouds3.plural)(tally(items), "finding")}, none of which fails the job`;
  return holdsAdvice(resources) ? "recommendations only" : "no check depends on it";
}
function shared2(items) {
  const where = spread(items);
  return where && ` They concern ${where}; shared resources are listed once.`;
}
function holdsAdvice(resources) {
  return resources.some(({ items }) => items.length > 0);
}
function consequence(items, resources, { report, context }) {
  const { failOnSeverity, onUnknown, warnOnly } = context.policy;
  const all2 = tally(items);
  if (report.plan !== null) return all2 === 0 ? "" : `${(0, import_clouds3.plural)(all2, "finding is", "findings are")} undecided today.`;
  const gated = tally(items, (finding) => counts(finding, context.policy));
  const level = code(`fail-on-severity: ${failOnSeverity}`);
  const isFailing = failsJob(report.conclusion, context.policy);
  if (gated === 0 && report.conclusion === "incomplete") {
    const unseen3 = "something that the workflow names could not be found or accessed";
    return isFailing ? `**The job fails because ${unseen3}.**` : `The result is incomplete because ${unseen3}.`;
  }
  if (all2 === 0) return holdsAdvice(resources) ? "Only recommendations depend on it." : "No check depends on it.";
  if (gated === 0)
    return `${(0, import_clouds3.plural)(all2, "finding is", "findings are")} undecided, which does not fail the job (${level}).`;
  const some2 = `${share(gated, all2)} ${gated === 1 ? "is" : "are"} ${gatedWords(context.policy)}`;
  if (isFailing && onUnknown === "fail") return `**${some2}, so the job fails.**`;
  return `${some2}, but ${warnOnly ? "`warn-only: true`" : "`on-unknown: warn`"} keeps the job from failing.`;
}
function gatedWords({ failOnSeverity, failOnNewOnly }) {
  const level = failOnSeverity === "high" ? "high severity" : `${failOnSeverity} severity or above`;
  return `${failOnNewOnly ? "new and " : ""}of ${level}`;
}
function share(part2, whole2) {
  if (part2 < whole2) return `${(0, import_clouds3.count)(part2)} of ${(0, import_clouds3.count)(whole2)} undecided findings`;
  if (whole2 === 1) return "The undecided finding";
  return whole2 === 2 ? "Both undecided findings" : `All ${(0, import_clouds3.count)(whole2)} undecided findings`;
}
function listOf4(resources, view) {
  if (resources.length === 0) return [];
  return [
    {
      rank: 3,
      open: "",
      rows: resources.map((resource2) => `- ${reading(resource2, view)}`),
      sizes: resources.map((one) => one.resources.length),
      most: view.limits.resources,
      more: (left) => left > 0 ? `
- … and ${(0, import_clouds3.count)(left)} more` : "",
      unit: ["unreadable resource", "unreadable resources"]
    }
  ];
}
var REASON = 1e3;
function reading(unreadable3, { labels, limits: limits2 }) {
  const { resources, usedBy: usedBy2 } = unreadable3;
  const users = usedBy2.size === 0 ? "" : `, used by ${workspaceNames([...usedBy2], labels, limits2.names)}`;
  const said3 = [
    ...reasonsOf(unreadable3).map((reason) => text3(reason, REASON)),
    consequenceOf(unreadable3, (severity3) => `**${severity3}**`)
  ];
  const names4 = resourceNames(resources, labels, limits2.names);
  return `${names4}${kindWords(unreadable3)}${users}: ${said3.filter((sentence3) => sentence3 !== "").join(" ")}`;
}
function otherChecks(groups, areMore, view) {
  const { limits: limits2 } = view;
  if (groups.length === 0) return [];
  const items = groups.flatMap((group) => group.items);
  const rows = groups.map((group) => cells2(group, view));
  const head3 = ["Severity", "Undecided", "Where", "Why"];
  const { open: open3, rows: lines2 } = table(
    head3,
    rows,
    head3.map(() => "l")
  );
  const lead = `${(0, import_clouds3.plural)(tally(items), "finding is", "findings are")} undecided for other reasons:

`;
  return [
    {
      open: areMore ? lead + open3 : open3,
      rows: lines2,
      sizes: groups.map((group) => tally(group.items)),
      rank: 3,
      most: limits2.rows,
      more: (left, findings2) => left > 0 ? `

… and ${(0, import_clouds3.plural)(left, "more check")} with ${(0, import_clouds3.plural)(findings2, "finding")}.` : "",
      unit: ["undecided finding", "undecided findings"]
    }
  ];
}
function cells2({ check: check2, severity: severity3, reason, items }, { context, labels, limits: limits2 }) {
  const resources = items.map(({ resource: resource2 }) => resource2);
  return [
    severityWords[severity3],
    ruleLink(text3(check2.title), check2.id, context),
    resourceNames(resources, labels, limits2.names),
    reason === null ? "" : reasonWords[reason]
  ];
}

// src/report/markdown/markdown.ts
var COMMENT = 65e3;
var SUMMARY = 1e6;
var inComment = { rows: 10, names: 3, resources: 20, fixes: 5 };
var inSummary = { rows: Infinity, names: 20, resources: 500, fixes: 100 };
function renderComment(report, context) {
  const marker2 = `<!-- azureml-encryption-check:report:${context.reportId} -->
`;
  return marker2 + render(report, context, inComment, COMMENT - Buffer.byteLength(marker2));
}
function renderWithin(report, context, budget) {
  return render(report, context, inComment, budget);
}
function renderSummary(report, context) {
  return render(report, context, inSummary, SUMMARY, graph);
}
function render(report, context, limits2, budget, drawn = () => []) {
  const view = viewOf(report, context, limits2);
  const sections = report.plan === null ? [...header(view), ...accepted(view), ...live(view, drawn)] : [...header(view), ...accepted(view), ...ifMerged2(view), ...today(live(view, drawn), view)];
  return assemble(sections, budget, (leftOut2) => footer(leftOut2, view));
}
function live(view, drawn) {
  return [
    ...changes(view),
    ...matrix(view),
    ...failing2(view),
    ...drawn(view),
    ...undecided4(view),
    ...belowTheGate(view),
    ...everything(view)
  ];
}

// src/publish/annotations.ts
var SHOWN = 10;
var NAMES2 = 5;
function annotationsOn(log) {
  let warnings = 0;
  const warning = (...words8) => {
    warnings++;
    log.warning(...words8);
  };
  return { log: { ...log, warning }, room: () => Math.max(0, SHOWN - warnings) };
}
function annotateFailures(report, context, { log, room }, kept3, shown5 = 0) {
  const { policy, checks: checks2 } = context;
  const all2 = worstFirst2(mergeFindings(report).fail, report, policy);
  const limit = (policy.warnOnly ? room() - kept3 : SHOWN - 1) - shown5;
  const isAllowed = allowing(report, policy);
  const where = placesIn2(report);
  for (const item of all2.slice(0, limit)) {
    const show5 = isAllowed(item) ? log.warning : log.error;
    show5(`${where([item])}: ${sentenceOf(item.finding, policy)}`, {
      title: `${item.severity}: ${checks2.get(item.check)?.failed ?? item.check}`
    });
  }
  sayHowManyMore(all2.length - limit, "failure", log);
}
function allowing(report, { warnOnly }) {
  const { plan, conclusion } = report;
  if (plan === null || warnOnly) return () => warnOnly;
  if (conclusion !== "fail") return () => true;
  const leaving = leavingIn(report);
  return ({ findings: findings2 }) => plan.conclusion === "fail" && findings2.every(({ fingerprint: fingerprint2 }) => leaving.has(fingerprint2));
}
function annotateConfiguration(sentences2, { log }) {
  if (sentences2.length === 0) return;
  const more = sentences2.length - SHOWN;
  const lines2 = [...sentences2.slice(0, SHOWN), ...more > 0 ? [`… and ${(0, import_clouds3.count)(more)} more.`] : []];
  log.warning(lines2.map((sentence3) => (0, import_clouds3.oneLine)(sentence3)).join("\n"), { title: "Configuration" });
}
function annotateUndecided(report, { policy, checks: checks2 }, { log, room }) {
  const causes2 = byCause(worstFirst2(mergeFindings(report).unknown, report, policy));
  const limit = room();
  const where = placesIn2(report);
  for (const items of causes2.slice(0, limit)) {
    const [{ check: check2, severity: severity3, finding }] = items;
    const undecided6 = new Set(items.map((item) => item.check)).size;
    const which = undecided6 > 1 ? (0, import_clouds3.plural)(undecided6, "check") : `"${checks2.get(check2)?.title ?? check2}"`;
    log.warning(`${where(items)}: ${asText(finding.message)}`, { title: `${severity3}: ${which} undecided` });
  }
  sayHowManyMore(causes2.length - limit, "cause of undecided checks", log, "causes of undecided checks");
}
function sayHowManyMore(more, one, log, many) {
  if (more > 0)
    log.info(`… and ${(0, import_clouds3.plural)(more, `more ${one}`, `more ${many ?? `${one}s`}`)}; the job summary lists all.`);
}
function worstFirst2(items, { summary }, policy) {
  return items.filter(({ severity: severity3, new: isNew3 }) => counts({ severity: severity3, new: summary.new === null ? null : isNew3 }, policy)).sort((a, b) => rank(a.severity) - rank(b.severity));
}
function byCause(items) {
  const causes2 = Map.groupBy(
    items,
    ({ resource: resource2, finding: { missing, message: message2 } }) => JSON.stringify(missing === null ? [idKey(resource2), asText(message2)] : [idKey(missing)])
  );
  return [...causes2.values()];
}
function placesIn2(report) {
  let known3 = null;
  return (items) => {
    known3 ??= labelsOf(report);
    const labels = known3;
    const named3 = (ids) => {
      const distinct3 = new Map(ids.map((id) => [idKey(id), id]));
      return [...distinct3.values()].map((id) => labelOf(id, labels));
    };
    const resources = (0, import_clouds3.listed)(named3(items.map(({ resource: resource2 }) => resource2)), NAMES2);
    const workspaces2 = named3(items.flatMap((item) => item.workspaces));
    if (workspaces2.length === 0) return resources;
    return `${resources} (${workspaces2.length > 1 ? "workspaces" : "workspace"} ${(0, import_clouds3.listed)(workspaces2, NAMES2)})`;
  };
}

// src/publish/annotate-planned.ts
function annotatePlanned(report, context, { log, room }, kept3) {
  const { policy } = context;
  const decides = report.conclusion === "fail" && report.plan?.conclusion === "fail" && !policy.warnOnly;
  const items = itemsIn(report).filter(({ finding }) => counts(finding, policy));
  const [errors, warnings] = [true, false].map(
    (isError) => items.filter(({ finding }) => (decides && finding.status === "fail") === isError)
  );
  const where = placesIn2(report);
  const show5 = (say, some2, limit) => {
    for (const item of some2.slice(0, limit))
      say(`${where([item])}: ${sentenceOf(item.finding, policy)}`, shownAt(item, report, context));
    sayHowManyMore(some2.length - limit, "finding of the plan", log, "findings of the plan");
  };
  show5(log.error, errors, SHOWN - 1);
  show5(log.warning, warnings, Math.max(0, room() - kept3));
  return Math.min(errors.length, SHOWN - 1);
}
function itemsIn(report) {
  const items = /* @__PURE__ */ new Map();
  for (const finding of causedIn(report)) if (finding.status !== "waived") merge(items, finding, finding.workspace);
  return [...items.values()].sort((a, b) => rank(a.severity) - rank(b.severity));
}
function shownAt({ check: check2, severity: severity3, finding }, report, { checks: checks2 }) {
  const info = checks2.get(check2);
  const what = finding.status === "fail" ? info?.failed ?? check2 : `"${info?.title ?? check2}" undecided`;
  const place3 = inCommit(finding, report);
  return {
    title: `If merged, ${severity3}: ${what}`,
    ...place3 && { file: place3.file, startLine: place3.line ?? 1 }
  };
}

// src/github/pages.ts
var PAGES = 100;
async function everything2(octokit, route2, parameters2) {
  const found2 = [];
  let answer = await octokit.request(route2, { ...parameters2, per_page: 100 });
  for (let page = 1; ; page++) {
    if (!Array.isArray(answer.data)) throw sentences("GitHub answered with something that is not the list asked for.");
    found2.push(...answer.data.map((one) => objectOf(one)));
    const next2 = nextOf(answer);
    if (next2 === null) return found2;
    if (page === PAGES)
      throw sentences(`A list of GitHub goes on after ${PAGES} pages of 100, so it was not read any further.`);
    answer = await octokit.request(`GET ${next2}`);
  }
}
function nextOf({ url, headers }) {
  const [, to] = /<([^<>]+)>;\s*rel="next"/.exec(headers.link ?? "") ?? [];
  if (to === void 0 || !URL.canParse(to, url)) return null;
  const { origin: origin3, pathname, search } = new URL(to, url);
  return origin3 + `${pathname}${search}`.replace(/[{}:]/g, encodeURIComponent);
}

// src/github/own-comments.ts
async function ownComments(octokit, { owner, repo, issue }, marker2, author, since3) {
  const route2 = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const list7 = { owner, repo, issue_number: issue, ...since3 ? { since: since3 } : {} };
  const all2 = await everything2(octokit, route2, list7);
  const marked = all2.filter(
    ({ body }) => normal(body).split("\n").at(since3 ? -1 : 0) === marker2
  );
  if (marked.length === 0) return [];
  const login2 = (await author()).toLowerCase();
  return marked.filter(({ user }) => user?.login?.toLowerCase() === login2).sort((a, b) => a.id - b.id);
}
async function discard(octokit, { owner, repo }, comments) {
  for (const { id } of comments)
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => void 0);
}

// src/github/comment.ts
var CommentRefused = class extends Error {
  name = "CommentRefused";
};
async function upsertComment(octokit, request, patience) {
  return retried(() => upsertOnce(octokit, request), patience).catch((error) => {
    throw new CommentRefused(refusal2(error, request));
  });
}
async function upsertOnce(octokit, request) {
  const [ours, ...repeated] = await ownComments(octokit, request, request.marker, () => ownLogin(octokit));
  if (ours) return revise(octokit, request, ours, repeated);
  return request.mode === "update-only" ? null : create(octokit, request);
}
async function create(octokit, request) {
  const { owner, repo, issue, body, marker: marker2 } = request;
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
  const author = () => data.user?.login ?? "";
  const [oldest, ...repeated] = await ownComments(octokit, request, marker2, author).catch(() => []);
  if (!oldest || oldest.id === data.id) return { url: data.html_url };
  return revise(octokit, request, oldest, repeated);
}
async function revise(octokit, request, ours, repeated) {
  const { owner, repo, body, revise: revise2 = () => body } = request;
  const revised = revise2(normal(ours.body));
  if (normal(ours.body) !== normal(revised))
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body: revised });
  await discard(octokit, request, repeated);
  return { url: ours.html_url };
}
function refusal2(error, { owner, repo, issue, body }) {
  const where = `pull request #${issue} of ${owner}/${repo}`;
  const said3 = answerOf(error);
  const common2 = commonRefusal(error, `the comment on ${where}`);
  if (common2 !== null) return common2;
  if (/\blocked\b/i.test(error.message))
    return `The conversation of ${where} is locked, so the comment could not be written ${said3}. Unlock it.`;
  if (error.status === 403 || error.status === 404) {
    return `GitHub does not let this job comment on ${where} ${said3}. Give the job \`permissions: pull-requests: write\`; pull requests from forks and from Dependabot cannot have it.`;
  }
  if (error.status === 422) {
    return `GitHub rejected the comment on ${where}, probably because it is too long (${body.length} characters) ${said3}. The whole report is in the summary of the run and in the report files.`;
  }
  return `The comment on ${where} could not be written ${said3}. The whole report is in the summary of the run.`;
}

// src/report/stamp.ts
var START = "<!-- azureml-encryption-check:run ";
var END = " -->";
function writeStamp(writer, result = null) {
  return `${START}${[writer, ...result ? [result] : []].map(words5).join(" ")}${END}`;
}
function words5({ run: run2, attempt: attempt2, sha }) {
  return `${run2}/${attempt2}/${sha}`;
}
function readStamp(body) {
  const line3 = body.split(/\r?\n/).findLast((one) => one.startsWith(START) && one.endsWith(END));
  if (line3 === void 0) return null;
  const [writer, result = writer] = line3.slice(START.length, -END.length).split(" ").map(stampOf);
  return writer && result ? { writer, result } : null;
}
function stampOf(text4) {
  const [, run2, attempt2, sha = ""] = /^(\d{1,15})\/(\d{1,6})\/([0-9a-f]{0,64})$/.exec(text4) ?? [];
  return run2 === void 0 ? null : { run: Number(run2), attempt: Number(attempt2), sha };
}
function isNewer(one, other) {
  if (one.run === 0 || other.run === 0) return false;
  return one.run > other.run || one.run === other.run && one.attempt > other.attempt;
}

// src/report/stale.ts
function renderStale(previous, ended) {
  const { because, reportId, own: own22, runUrl } = ended;
  const before = readStamp(previous)?.result ?? null;
  const commit2 = own22.sha === "" ? "" : `, of commit ${code(own22.sha.slice(0, 7))},`;
  const parts = [
    `<!-- azureml-encryption-check:report:${reportId} -->
## ⚠️ Encryption check ended without a result`,
    `${link("This run", runUrl)}${commit2} ended without a result, because ${because}. Its log says what to do.`,
    earlier(before, ended),
    writeStamp(own22, before)
  ];
  return `${parts.join("\n\n")}
`;
}
function earlier(before, { own: own22, repositoryUrl }) {
  if (before === null) return "This comment showed the result of an earlier run.";
  if (before.run === own22.run && before.attempt === own22.attempt && own22.run > 0)
    return "This comment showed what the same run had published before it ended.";
  const url = before.run > 0 ? `${repositoryUrl}/actions/runs/${before.run}/attempts/${before.attempt}` : "";
  const run2 = link("an earlier run", url);
  if (before.sha === "") return `This comment showed the result of ${run2}.`;
  const difference = before.sha === own22.sha ? "the same commit" : `commit ${code(before.sha.slice(0, 7))} and says nothing about this one`;
  return `This comment showed the result of ${run2}, which is about ${difference}.`;
}

// src/publish/comment.ts
async function comment(result, { shown: shown5 }, ports) {
  const { inputs, event, scan: scan2 } = result;
  const own22 = stampOf2(event, ports);
  if (scan2.conclusion === "skipped")
    return staleComment(inputs, event, "GitHub gave it no identity", ports, (last) => last.sha === own22.sha);
  const body = `${renderComment(shown5.report, shown5.context)}
${writeStamp(own22)}
`;
  const revise2 = (previous) => {
    const last = readStamp(previous)?.writer;
    if (!last || last.sha === own22.sha || !isNewer(last, own22)) return body;
    ports.log.notice("The comment on the pull request is that of a newer run, of another commit: it stays as it is.");
    return previous;
  };
  const mode = inputs.commentSummaryInPr === "on-failure" && scan2.conclusion === "pass" ? "update-only" : void 0;
  return write(inputs, event, { body, revise: revise2, mode: mode ?? "create-or-update" }, ports);
}
function staleComment(place3, event, because, ports, isSpared = () => false) {
  const own22 = stampOf2(event, ports);
  const repositoryUrl = `${event.serverUrl}/${event.repository}`;
  const ended = { because, reportId: place3.reportId, own: own22, runUrl: event.runUrl, repositoryUrl };
  const revise2 = (previous) => {
    const last = readStamp(previous)?.writer;
    return last && (isNewer(last, own22) || isSpared(last)) ? previous : renderStale(previous, ended);
  };
  return write(place3, event, { body: "", revise: revise2, mode: "update-only" }, ports);
}
async function write({ reportId, githubToken, commentSummaryInPr }, { pullRequest, owner, repo }, words8, ports) {
  if (!pullRequest || commentSummaryInPr === "never") return "";
  const marker2 = `<!-- azureml-encryption-check:report:${reportId} -->`;
  const request = { owner, repo, issue: pullRequest.number, marker: marker2, ...words8 };
  try {
    const work2 = async () => upsertComment(await octokitOf(githubToken, ports), request, patienceOf(ports));
    return (await (0, import_clouds3.within)(ports.time.publishing, work2))?.url ?? "";
  } catch (error) {
    ports.log.warning((0, import_clouds3.messageOf)(error), { title: "No comment on the pull request" });
    return "";
  }
}
function stampOf2({ sha }, { env }) {
  return { run: Number(env.GITHUB_RUN_ID) || 0, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 0, sha };
}

// src/report/badge.ts

// src/report/view/dates.ts
var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function shortDate(date2) {
  return `${Number(date2.slice(8, 10))} ${months[Number(date2.slice(5, 7)) - 1]}`;
}
function longDate(date2) {
  return `${shortDate(date2)} ${date2.slice(0, 4)}`;
}

// src/report/view/xml.ts
var entities3 = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function xml(text4) {
  return text4.toWellFormed().replace(/[^\P{C}\n]/gu, "�").replace(/[&<>"']/g, (character) => entities3[character] ?? character);
}

// src/report/badge.ts
var colors = { brightgreen: "#1a7f37", yellow: "#8a6100", orange: "#bc4c00", red: "#cf222e", lightgrey: "#656d76" };
var LABEL = "encryption";
var severityColors = {
  high: "red",
  medium: "orange",
  low: "yellow",
  info: "yellow"
};
function badgeOf(report, policy) {
  const { message: message2, words: words8, color, isError = false } = outcomeOf(report, policy);
  const date2 = report.run.finishedAt;
  return {
    label: LABEL,
    message: `${message2} · ${shortDate(date2)}`,
    color,
    isError,
    title: `${LABEL}: ${words8}, checked on ${longDate(date2)}`
  };
}
function outcomeOf({ conclusion, summary }, { failOnSeverity }) {
  if (conclusion === "skipped") return { message: "skipped", words: "skipped", color: "lightgrey" };
  if (conclusion === "incomplete" || failOnSeverity === "never" && conclusion === "pass" && summary.unknown > 0)
    return {
      message: "incomplete",
      words: "incomplete, not everything could be decided",
      color: "yellow",
      isError: true
    };
  const where = (0, import_clouds3.plural)(summary.workspaces, "workspace");
  const which = reaching(failOnSeverity === "never" ? "low" : failOnSeverity);
  const worst3 = which.find((severity3) => summary.failedBySeverity[severity3] > 0);
  const found2 = foundWords(summary, worst3);
  if (conclusion === "fail") return { ...found2, color: severityColors[worst3 ?? "high"], isError: true };
  if (!worst3) return { message: `passing · ${where}`, words: `passing, ${where}`, color: "brightgreen" };
  const suffix = failOnSeverity === "never" ? "" : ", none new";
  return { message: found2.message + suffix, words: found2.words + suffix, color: "yellow" };
}
function foundWords({ failedBySeverity }, worst3) {
  if (!worst3) return { message: "failing", words: "failing" };
  const number2 = failedBySeverity[worst3];
  return { message: `${(0, import_clouds3.count)(number2)} ${worst3}`, words: (0, import_clouds3.plural)(number2, `${worst3}-severity failure`) };
}
function staleBadge(lastRun) {
  return {
    label: LABEL,
    message: `stale · ${shortDate(lastRun)}`,
    color: "lightgrey",
    isError: true,
    title: `${LABEL}: stale, last checked on ${longDate(lastRun)}`
  };
}
function badgeJson({ label, message: message2, color, isError }) {
  return `${JSON.stringify({ schemaVersion: 1, label, message: message2, color, isError })}
`;
}
function badgeSvg({ label, message: message2, color, title: title2 }) {
  const [left, right] = [widthOf(label), widthOf(message2)].map((width2) => Math.round(width2) + 10);
  const width = left + right;
  const name2 = xml(title2);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${name2}">
<title>${name2}</title>
<linearGradient id="s" x2="0" y2="100%"><stop offset="0" stop-color="#bbb" stop-opacity=".1"/><stop offset="1" stop-opacity=".1"/></linearGradient>
<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><path fill="#555" d="M0 0h${left}v20H0z"/><path fill="${colors[color]}" d="M${left} 0h${right}v20H${left}z"/><path fill="url(#s)" d="M0 0h${width}v20H0z"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">
${writing(label, left / 2 + 0.5, left - 10)}
${writing(message2, left + right / 2 - 0.5, right - 10)}
</g>
</svg>
`;
}
function writing(text4, x, length) {
  const at3 = (y, more) => `<text x="${x}" y="${y}" textLength="${length}"${more}>${xml(text4)}</text>`;
  return at3(15, ' fill="#010101" fill-opacity=".3"') + at3(14, "");
}
var widths = [
  ["fijlt.,·: ", 340],
  ["rszcJI", 500],
  ["mwMW", 900],
  ["ADNOSV", 720]
];
function widthOf(text4) {
  const width = (character) => widths.find(([some2]) => some2.includes(character))?.[1] ?? 615;
  return [...text4].reduce((sum, character) => sum + width(character), 0) * 0.011;
}

// src/report/csv/cell.ts
var MOST2 = 32767;
var beforeFormula = /(^|[,;])(?=['"\s]*[-=+@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/g;
function cell2(text4) {
  if (text4 === "") return "";
  const inert2 = (0, import_clouds3.withoutCredentials)(visible3(text4)).replace(beforeFormula, "$1'");
  return `"${atMost(inert2, MOST2).replaceAll('"', '""')}"`;
}
function visible3(text4) {
  return /^[ -~]*$/.test(text4) ? text4 : text4.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�");
}
function atMost(text4, most) {
  if (text4.length <= most) return text4;
  return `${text4.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function remembering(make, most = 5e3) {
  const made = /* @__PURE__ */ new Map();
  return (text4) => {
    const known3 = made.get(text4);
    if (known3 !== void 0 || text4.length > 1e3) return known3 ?? make(text4);
    if (made.size >= most) made.clear();
    const fresh = make(text4);
    made.set(text4, fresh);
    return fresh;
  };
}

// src/report/csv/without-finding.ts
var nothing = {
  "not-used": "Nothing to judge: the workspace does not use it.",
  inherited: "Nothing to judge: it is inherited from the hub.",
  absent: "Nothing to judge: the resource is gone, which its exists check says.",
  disabled: "Not asked: the config file disables it, or does not enable it."
};
function withoutFinding({ "not-applicable": inapplicable, attested: attested2, manual }) {
  const all2 = (checks2, rest3) => checks2.map((check2) => ({ check: check2, ...rest3 }));
  return [
    ...Object.entries(nothing).flatMap(
      ([reason, message2]) => all2(inapplicable[reason], {
        status: "not-applicable",
        reason,
        message: message2
      })
    ),
    ...all2(attested2, {
      status: "attested",
      reason: "",
      message: "Guaranteed by the platform: there is nothing to read."
    }),
    ...all2(manual, { status: "manual", reason: "", message: "For people to judge: no configuration shows it." })
  ];
}

// src/report/csv/rows.ts
var columns2 = [
  "workspace",
  "subscription",
  "resource_group",
  "judgement",
  "check",
  "title",
  "system",
  "status",
  "severity",
  "reason",
  "message",
  "resource",
  "evidence",
  "fix",
  "waiver_owner",
  "waiver_reason",
  "waiver_expires",
  "waiver_ticket",
  "new",
  "change",
  "source",
  "fingerprint",
  "controls"
];
function rowsOf({ id, name: name2, findings: findings2, others }, context) {
  const place3 = { ...placeOf2(id), workspace: name2, judgement: "live" };
  const rows = [...findings2.map((finding) => rowOf2(finding, context)), ...otherRows(others, context)];
  return rows.map((row6) => ({ ...place3, ...row6 }));
}
function placeOf2(id) {
  const { name: name2 = id, subscriptionId = "", resourceGroup: resourceGroup3 = "" } = parseResourceId(id) ?? {};
  return { workspace: name2, subscription: subscriptionId, resource_group: resourceGroup3 };
}
function rowOf2(finding, context) {
  return {
    ...ofCheck(finding.check, context),
    status: finding.status,
    severity: finding.severity,
    reason: finding.reason ?? "",
    message: sentenceOf(finding, context.policy),
    resource: finding.resource,
    evidence: finding.evidence.map((value2) => reading2(value2, finding.resource)).join("; "),
    fix: fixOf2(finding.steps),
    ...finding.waiver && ofWaiver(finding.waiver),
    new: finding.new === null ? "" : String(finding.new),
    fingerprint: finding.fingerprint
  };
}
function ofWaiver({ owner, reason, expires, ticket }) {
  return { waiver_owner: owner, waiver_reason: reason, waiver_expires: expires, waiver_ticket: ticket ?? "" };
}
function otherRows(others, context) {
  return withoutFinding(others).map(({ check: check2, ...row6 }) => ({ ...ofCheck(check2, context), ...row6 }));
}
function plannedRow(finding, context) {
  const { workspace: workspace2, change, source } = finding;
  const place3 = workspace2 === null ? {} : placeOf2(workspace2);
  const where = source && (source.line === null ? source.file : `${source.file}:${source.line}`);
  return { ...place3, judgement: "planned", ...rowOf2(finding, context), change, source: where ?? "" };
}
function ofCheck(check2, { checks: checks2, controls }) {
  const { title: title2 = "" } = checks2.get(check2) ?? {};
  return { check: check2, title: title2, system: check2.split("/", 1)[0] ?? "", controls: controls.get(check2) ?? "" };
}
function reading2({ path, value: value2, resource: resource2 = "" }, own22) {
  const isOwn = resource2 === "" || resource2.toLowerCase() === own22.toLowerCase();
  const where = isOwn ? path : `${path} of ${resource2}`;
  return value2 === null ? `${where} is not set` : `${where}: ${value2}`;
}
function fixOf2(steps) {
  return steps.reduce((text4, step2, index) => {
    const last = steps[index - 1];
    return `${text4}${last === void 0 ? "" : "command" in last ? "; " : " "}${stepsText([step2])}`;
  }, "");
}

// src/report/view/unseen.ts
var unseenInfo = {
  id: "coverage/visible",
  title: "Everything that the workflow names can be seen",
  failed: "Something that the workflow names cannot be seen",
  why: "A resource that this run cannot see does not count as passed, whatever the other results say.",
  reference: "",
  rows: [],
  creationOnly: false
};
function unseenIn(report, context) {
  const missing = report.coverage.missing.filter(({ named: named3 }) => named3);
  const isEmpty2 = report.summary.workspaces === 0 && (report.plan?.findings ?? []).length === 0;
  return missing.length === 0 && isEmpty2 ? [{ resource: "", reason: null, message: `${verdict(report, context)}.` }] : missing.map(({ resource: resource2, reason, message: message2 }) => ({ resource: resource2, reason, message: asText(message2) }));
}

// src/report/csv/unseen.ts
function unseenRows(report, context) {
  const live2 = unseenIn(report, context).map((one) => row({ ...one, reason: one.reason ?? "", judgement: "live" }));
  const parts = (report.plan?.notLookedInto ?? []).map(
    ({ address, reason }) => row({ resource: address, message: reason, reason: "not-observable", judgement: "planned" })
  );
  return [...live2, ...parts];
}
function row(unseen3) {
  const { id, title: title2 } = unseenInfo;
  return {
    ...unseen3,
    check: id,
    title: title2,
    system: "coverage",
    status: "unknown",
    severity: "high",
    fingerprint: fingerprint(id, unseen3.resource, "")
  };
}

// src/report/csv/csv.ts
function* csvReport(workspaces2, report, { checks: checks2, policy }) {
  const { plan, controls } = report;
  yield `\uFEFF${columns2.join(",")}\r
`;
  const context = { checks: checks2, policy, controls: new Map(Object.entries(controls.checks).map(inWords2)) };
  const shown5 = remembering(cell2);
  const lines2 = (rows) => rows.map((row6) => `${columns2.map((column) => shown5(row6[column] ?? "")).join(",")}\r
`).join("");
  yield lines2(unseenRows(report, context));
  for (const workspace2 of workspaces2) yield lines2(rowsOf(workspace2, context));
  for (const finding of plan?.findings ?? []) yield lines2([plannedRow(finding, context)]);
}
function inWords2([check2, frameworks2]) {
  return [
    check2,
    Object.entries(frameworks2).map(([name2, ids]) => `${name2}: ${ids.join(", ")}`).join("; ")
  ];
}

// src/report/html/coverage.ts

// src/report/html/markup.ts
function html(value2, limit = 300) {
  return xml((0, import_clouds3.oneLine)(value2, limit));
}
function prose2(value2, limit = 1e3) {
  const parts = (0, import_clouds3.oneLine)(value2, limit).split("`");
  if (parts.length % 2 === 0) return html(value2, limit);
  return parts.map((part2, index) => index % 2 === 0 || part2 === "" ? xml(part2) : code2(part2)).join("");
}
function code2(value2, limit = 300) {
  return `<code>${html(value2, limit)}</code>`;
}
function link2(label, url) {
  return /^https?:\/\//i.test(url) ? `<a href="${xml(url)}">${label}</a>` : label;
}
function resourceLink(id, { context, labels }) {
  return link2(html(labelOf(id, labels), 200), portalUrl(id, context));
}
function paragraph2(content, name2 = "") {
  if (content === "") return "";
  return name2 === "" ? `<p>${content}</p>` : `<p class="${name2}">${content}</p>`;
}
function list4(items, name2 = "") {
  return `<ul${name2 && ` class="${name2}"`}>
${items.map((item) => `<li>${item}`).join("\n")}
</ul>`;
}
function section(id, title2, content) {
  return `<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title2}</h2>
${content}
</section>
`;
}
function scrolling(label, content) {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`;
}
function stepsOf3(findings2, labels, most) {
  return mergedSteps(findings2, labels, most).map(({ kind, text: text4 }) => kind === "command" ? commands2(text4) : paragraph2(prose2(text4))).join("\n");
}
function commands2(text4) {
  return `<pre tabindex="0"><code>${xml(text4)}</code></pre>`;
}
function pill(kind, word4) {
  return `<span class="pill ${kind}">${word4}</span>`;
}

// src/report/html/coverage.ts
var NAMES3 = 20;
function coverage2(view) {
  const { coverage: all2 } = view.report;
  const { percent: percent2, subscriptions: subscriptions2, missing, requests } = all2;
  const read = percent2 === null ? "No evidence was needed." : shareRead(view.report) || "All that was asked for could be read.";
  const asked = `It took ${(0, import_clouds3.plural)(requests.resourceGraph, "query", "queries")} of Resource Graph and ${(0, import_clouds3.plural)(requests.resourceManager, "request")} to Resource Manager, of which Azure throttled ${requests.throttled}.`;
  const unread3 = undecidedIn(view)?.unread ?? [];
  const invisible = subscriptions2.filter(({ visible: visible5 }) => !visible5);
  const parts = [
    paragraph2(`<strong>${read}</strong> ${(0, import_clouds3.plural)(subscriptions2.length, "subscription")}. ${asked}`),
    invisible.length === 0 ? "" : list4(invisible.map(({ id }) => `${pill("unknown", "Not visible")} ${code2(id)}`)),
    missing.length === 0 ? "" : missingTable(unread3, view),
    ...grants2(unread3, view)
  ];
  return section("coverage", "Coverage", parts.join("\n"));
}
function missingTable(unread3, view) {
  const planned2 = alike2([...unreadables(missingIn(view.report).planned).values()]);
  const rows = [
    ...unread3.map((one) => row2(one, one.isByName ? "" : reasonWords[one.reason], view)),
    ...planned2.map((one) => row2(one, "a part of a plan that could not be judged", view))
  ];
  const heads = ["Could not be read", "Why", "Used by"].map((head3) => `<th scope="col">${head3}`).join("");
  const table2 = `<table><thead><tr>${heads}</thead><tbody>
${rows.join("\n")}
</tbody></table>`;
  return scrolling("Could not be read, a table", table2);
}
function row2(unreadable3, reason, view) {
  const { resources, usedBy: usedBy2 } = unreadable3;
  const names4 = resources.map((id) => resourceLink(id, view));
  const said3 = [...reasonsOf(unreadable3).map((sentence3) => prose2(sentence3)), consequenceOf(unreadable3)];
  const why2 = [reason, said3.filter((sentence3) => sentence3 !== "").join(" ")].filter((part2) => part2 !== "");
  const users = [...usedBy2].map((id) => html(labelOf(id, view.labels), 200));
  return [
    `<tr><th scope="row">${(0, import_clouds3.listed)(names4, NAMES3)}${kindWords(unreadable3)}`,
    `<td>${why2.join("; ")}`,
    `<td>${(0, import_clouds3.listed)(users, NAMES3, "workspaces")}`
  ].join("");
}
function grants2(unread3, { context }) {
  const blocks = commandsFor(unread3, context);
  return blocks.flatMap(({ title: title2, commands: all2 }) => [paragraph2(`${html(title2, 500)}:`), commands2(all2.join("\n"))]);
}

// src/report/html/criteria.ts
function criteria(view) {
  const { checks: checks2, config } = view.context;
  const made = [...checks2.keys()].filter((id) => disabledReason(config, id) === null);
  const heads = '<th scope="col">Check<th scope="col">Passes<th scope="col">Fails';
  const rows = made.map((id) => row3(id, view));
  const table2 = `<table><thead><tr>${heads}</thead><tbody>
${rows.join("\n")}
</tbody></table>`;
  return section(
    "criteria",
    "Checks in force",
    [
      paragraph2(limits(config)),
      ...changesBy(config),
      `<details><summary>${(0, import_clouds3.plural)(made.length, "check")} and their criteria</summary>${table2}</details>`
    ].join("\n")
  );
}
function row3(id, { context }) {
  const { passes: passes2 = "", fails: fails2 = "" } = context.criteria.get(id) ?? {};
  const severity3 = severityFor(context.config, id);
  const set = severity3 === null ? "" : ` · ${severityWords[severity3].toLowerCase()} severity, by the config file`;
  const name2 = `${html(context.checks.get(id)?.title ?? id)} <span class="facts">${code2(id)}${set}</span>`;
  return `<tr><th scope="row">${name2}<td>${prose2(passes2, 2e3)}<td>${prose2(fails2, 2e3)}`;
}
function limits({ thresholds: thresholds2, jobNames: jobNames3 }) {
  const { keyMinimumBits, keyMaximumAgeDays, keyMaximumValidityDays, keyExpiryWarningDays, jobsPerWorkspace } = thresholds2;
  const facts = [
    `keys of at least ${keyMinimumBits} bits`,
    `not older than ${(0, import_clouds3.plural)(keyMaximumAgeDays, "day")}`,
    keyMaximumValidityDays === null ? "" : `valid for at most ${(0, import_clouds3.plural)(keyMaximumValidityDays, "day")}`,
    `renewed ${(0, import_clouds3.plural)(keyExpiryWarningDays, "day")} before they expire`,
    `at most ${(0, import_clouds3.plural)(jobsPerWorkspace, "job")} of a workspace looked at`
  ].filter((fact) => fact !== "");
  const denied = jobNames3.length === 0 ? "" : ` Names that jobs must not have: ${jobNames3.map((one) => code2(one)).join(", ")}.`;
  return `Thresholds: ${facts.join(", ")}.${denied}`;
}
function changesBy({ profiles, severity: severity3, disable, enable }) {
  const all2 = [
    ...profiles.map(({ workspaces: workspaces2, tags, profile: profile3 }) => {
      const who = [
        ...workspaces2.map((pattern4) => code2(pattern4)),
        ...Object.entries(tags).map(([name2, value2]) => `tag ${code2(name2)} = ${code2(value2)}`)
      ];
      return `Profile ${code2(profile3)} for ${who.length === 0 ? "all workspaces" : who.join(", ")}`;
    }),
    ...severity3.map(({ check: check2, severity: one }) => `Severity of ${code2(check2)}: ${one}`),
    ...enable.map((check2) => `Switched on: ${code2(check2)}`),
    ...disable.map(({ check: check2, reason }) => `Switched off: ${code2(check2)}, ${prose2(reason)}`)
  ];
  return all2.length === 0 ? [] : [paragraph2("The config file sets:"), list4(all2)];
}

// src/report/html/evidence.ts

// src/report/html/findings.ts

// src/report/html/frameworks.ts

// src/report/view/by-check.ts
function noResults() {
  return { findings: { pass: 0, fail: 0, unknown: 0, waived: 0 }, without: {} };
}
function resultsByCheck(workspaces2) {
  const all2 = /* @__PURE__ */ new Map();
  const of3 = (check2) => {
    const known3 = all2.get(check2) ?? noResults();
    all2.set(check2, known3);
    return known3;
  };
  for (const { findings: findings2, others } of workspaces2) {
    for (const { check: check2, status } of findings2) of3(check2).findings[status] += 1;
    for (const [why2, checks2] of placesIn3(others))
      for (const check2 of checks2) {
        const { without: without2 } = of3(check2);
        without2[why2] = (without2[why2] ?? 0) + 1;
      }
  }
  return all2;
}
function placesIn3({ attested: attested2, manual, "not-applicable": none }) {
  return Object.entries({ attested: attested2, manual, ...none });
}
function sumOf2(results) {
  const sum = noResults().findings;
  for (const { findings: findings2 } of results)
    for (const status of Object.keys(sum)) sum[status] += findings2[status];
  return sum;
}

// src/report/html/frameworks.ts
function chosenIn({ context: { frameworks: frameworks2, mapping } }) {
  return mapping.frameworks.filter(({ name: name2 }) => frameworks2.includes(name2));
}
function* frameworks(view) {
  const chosen = chosenIn(view);
  if (chosen.length === 0) return;
  const results = resultsByCheck(wholeOf(view));
  for (const framework of chosen) yield sectionOf(framework, results, view);
}
function* wholeOf({ report, context }) {
  for (const { id } of report.workspaces) yield context.whole(id);
}
var anchorOf = ({ name: name2 }) => `framework-${name2}`;
var titleOf2 = ({ title: title2, version: version8 }) => `${title2} ${version8}`;
function sectionOf(framework, results, view) {
  const heads = ["Passed", "Failed", "Undecided", "Waived"].map((head3) => `<th scope="col" class="n">${head3}`).join("");
  const bodies = framework.controls.map((control) => bodyOf5(control, results, view)).join("");
  const table2 = `<table class="controls"><thead><tr><th scope="col">Control and checks${heads}<th scope="col">Not judged</thead>
${bodies}</table>`;
  const [id, title2] = [anchorOf(framework), html(titleOf2(framework))];
  const parts = [...introOf(framework, view), scrolling(`${title2}, a table`, table2)];
  return `<section id="${id}" class="framework" data-framework="${framework.name}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title2}</h2>
${parts.join("\n")}
</section>
`;
}
function introOf({ initiative, size: size2, controls }, { report, context }) {
  const { repository, commit: commit2, date: date2 } = context.mapping.source;
  const source = link2("Microsoft", `https://github.com/${repository}/tree/${commit2}/built-in-policies`);
  const related = new Set(controls.flatMap(({ checks: checks2 }) => checks2));
  const others = [...context.checks.keys()].filter((id) => !related.has(id)).length;
  const left = size2 - controls.length;
  const isWhole = !report.coverage.missing.some(({ named: named3 }) => named3);
  const hidden2 = isWhole ? "" : ' <strong>What the workflow names and this run cannot see is not among them</strong>: <a href="#coverage">Coverage</a> has it.';
  const unseen3 = left === 0 ? "" : ` This report does not look at the other ${(0, import_clouds3.count)(left)}.`;
  return [
    paragraph2(
      `The initiative “${html(initiative)}” of Azure Policy lists ${(0, import_clouds3.plural)(size2, "control")}. Checks have to do with <strong>${(0, import_clouds3.count)(controls.length)} of them</strong>.${unseen3}`
    ),
    paragraph2(
      `<strong>A policy is not the whole control.</strong> These checks ask the same as some of the policies that ${source} assigns to a control (as of ${date2}, for Azure’s public cloud), or nearly the same. That they pass is evidence for a part of a control, and does not show that it is met.`
    ),
    paragraph2(
      `The numbers are findings${report.plan === null ? "" : " of what is live"}, one for each workspace and resource, recommendations included; a check can belong to several controls. ${(0, import_clouds3.plural)(others, "check")} of this report ${others === 1 ? "belongs" : "belong"} to no control here.${hidden2}`,
      "facts"
    )
  ];
}
function bodyOf5({ id, policies, assigned: assigned2, checks: checks2 }, results, view) {
  const found2 = checks2.map((check2) => [check2, results.get(check2) ?? noResults()]);
  const rows = found2.map(([check2, result]) => {
    const title2 = html(view.context.checks.get(check2)?.title ?? check2);
    return `<tr><th scope="row">${link2(title2, ruleUrl(check2, view.context))}${numbers2(result.findings)}<td>${notJudged(result)}
`;
  });
  const share3 = policies === 1 ? "its only policy" : `${(0, import_clouds3.count)(assigned2)} of its ${(0, import_clouds3.count)(policies)} policies`;
  const sum = sumOf2(found2.map(([, result]) => result));
  return `<tbody><tr class="control"><th scope="rowgroup">${html(id)} <span class="facts">${share3}</span>${numbers2(sum)}<td>
${rows.join("")}</tbody>`;
}
function numbers2({ pass: pass2, fail: fail2, unknown: unknown2, waived: waived2 }) {
  const cell4 = (number2, kind = "") => `<td class="n${number2 > 0 && kind ? ` ${kind}` : ""}">${(0, import_clouds3.count)(number2)}`;
  return [cell4(pass2), cell4(fail2, "bad"), cell4(unknown2, "undecided"), cell4(waived2)].join("");
}
var words6 = {
  attested: "guaranteed by the platform",
  manual: "for people to judge",
  disabled: "switched off",
  inherited: "inherited from the hub",
  "not-used": "not used",
  absent: "resource gone"
};
function notJudged({ without: without2 }) {
  const all2 = Object.entries(words6).flatMap(([why2, word4]) => {
    const workspaces2 = without2[why2];
    return workspaces2 ? [`${word4} in ${(0, import_clouds3.plural)(workspaces2, "workspace")}`] : [];
  });
  return all2.join("; ");
}

// src/report/html/readings.ts
function readingsOf({ evidence: evidence4, resource: own22 }, most, view) {
  const byResource2 = Map.groupBy(
    evidence4.slice(0, most),
    ({ resource: resource2 = own22 }) => resource2.toLowerCase() === own22.toLowerCase() ? "" : resource2
  );
  const parts = [...byResource2].map(([id, values]) => `${of2(id, view)}${values.map(reading3).join(", ")}`);
  return parts.join("; ") + (evidence4.length > most ? ` and ${evidence4.length - most} more` : "");
}
function of2(id, view) {
  if (id === "") return "";
  const source = sourceOf2(id, view);
  return `${html(labelOf(id, view.labels), 200)}${source && ` (${source})`}: `;
}
function reading3({ path, value: value2 }) {
  return value2 === null ? `${code2(path)} is not set` : `${code2(path)} = ${code2(String(value2))}`;
}
function sourceOf2(resource2, { context }) {
  const record2 = context.sourceOf(resource2);
  if (record2 === null) return "";
  const service = record2.source === "resource-graph" ? "Resource Graph" : "Resource Manager";
  return record2.apiVersion === null ? service : `${service} ${html(record2.apiVersion, 40)}`;
}

// src/report/html/findings.ts
var NAMES4 = 30;
var ITEMS = 1e3;
var FIXES = 200;
function* findings({ id, title: title2, intro, items }, view) {
  yield `<section id="${id}" class="findings" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title2}</h2>
${paragraph2(intro)}
`;
  for (const severity3 of severities) {
    const alike3 = items.filter((item) => item.severity === severity3);
    for (const group of groupByCheck(alike3, view.context.checks)) yield* groupOf2(group, severity3, view);
  }
  yield "</section>\n";
}
var statusWords = {
  pass: "Passed",
  fail: "Failed",
  unknown: "Undecided",
  waived: "Waived"
};
function* groupOf2({ check: check2, reason, items }, severity3, view) {
  const [first] = items;
  const { status } = first.finding;
  const system = check2.id.split("/", 1)[0] ?? "";
  const said3 = new Set(items.map(({ finding }) => sentenceOf(finding, view.context.policy)));
  const [common2 = ""] = said3;
  const isSame = said3.size === 1;
  yield `<section class="group" data-severity="${severity3}" data-status="${status}" data-system="${html(system)}"${frameworksOf(check2.id, view)}>
<h3>${pill(severity3, severityWords[severity3])} ${pill(status, statusWords[status])} ${html(status === "fail" ? check2.failed : check2.title)}</h3>
${paragraph2(factsOf(items, reason && reasonWords[reason]), "facts")}
${paragraph2(html(check2.why, 1e3))}
${isSame ? paragraph2(`<strong>${prose2(common2)}</strong>`) : ""}
<ul class="resources">
`;
  for (const item of items.slice(0, ITEMS)) yield `<li${weightOf2(item)}>${itemOf2(item, isSame, view)}
`;
  const left = items.length - ITEMS;
  const fixes2 = items.map(({ finding }) => finding).filter(({ steps }) => steps.length > 0);
  const how = `<h4>How to fix ${fixes2.length > 1 ? "them" : "it"}</h4>
${stepsOf3(fixes2, view.labels, FIXES)}
`;
  const fix3 = fixes2.length > 0 ? how : "";
  const links2 = [
    link2("About this check", ruleUrl(check2.id, view.context)),
    link2("Microsoft’s documentation", check2.reference)
  ];
  yield `</ul>
${paragraph2(left > 0 ? `… and ${(0, import_clouds3.count)(left)} more, which the JSON report has.` : "")}${fix3}${paragraph2(links2.slice(0, check2.reference === "" ? 1 : 2).join(" · "), "facts")}
</section>
`;
}
function frameworksOf(check2, view) {
  const chosen = chosenIn(view);
  const names4 = chosen.filter(({ controls }) => controls.some(({ checks: checks2 }) => checks2.includes(check2)));
  return chosen.length === 0 ? "" : ` data-framework="${names4.map(({ name: name2 }) => name2).join(" ")}"`;
}
function weightOf2({ findings: { length } }) {
  return length > 1 ? ` data-findings="${length}"` : "";
}
function factsOf(items, reason) {
  const added = items.filter((item) => item.new).length;
  const findings2 = items.reduce((sum, item) => sum + item.findings.length, 0);
  return [
    (0, import_clouds3.plural)(items.length, "resource"),
    findings2 > items.length ? `${(0, import_clouds3.plural)(findings2, "finding")}, one for each workspace` : "",
    added > 0 ? `${(0, import_clouds3.count)(added)} new` : "",
    reason ?? "",
    items.some(({ finding }) => finding.creationOnly) ? "can only be chosen when the resource is created" : ""
  ].filter((part2) => part2 !== "").join(" · ");
}
function itemOf2({ finding, resource: resource2, workspaces: workspaces2, new: isNew3 }, isSame, view) {
  const kind = resourceKind(resource2);
  const group = parseResourceId(resource2)?.resourceGroup;
  const names4 = workspaces2.map((id) => html(labelOf(id, view.labels), 200));
  const isWorkspace2 = workspaces2.some((id) => id.toLowerCase() === resource2.toLowerCase());
  const where = [
    `${kind ?? ""}${group ? ` in ${html(group)}` : ""}`.trim(),
    isWorkspace2 ? "" : `used by ${(0, import_clouds3.listed)([...new Set(names4)], NAMES4, "workspaces")}`
  ].filter((part2) => part2 !== "");
  return [
    `<b>${resourceLink(resource2, view)}</b> <span class="facts">${where.join(" · ")}</span>`,
    isNew3 ? ` ${pill("new", "new")}` : "",
    isSame ? "" : paragraph2(prose2(sentenceOf(finding, view.context.policy))),
    paragraph2(termsOf(finding)),
    paragraph2(readings(finding, view), "facts")
  ].join("");
}
function termsOf({ waiver: waiver2 }) {
  if (waiver2 === null) return "";
  const { owner, expires, reason, ticket, line: line3 } = waiver2;
  const where = [ticket === null ? "" : html(ticket), `line ${line3} of the config file`].filter((one) => one !== "");
  return `Waived by ${html(owner)} until ${html(expires, 20)}: ${prose2(reason)} (${where.join(", ")})`;
}
var VALUES = 8;
function readings(finding, view) {
  if (finding.evidence.length === 0) return "";
  const source = sourceOf2(finding.resource, view);
  return `Read${source && ` from ${source}`}: ${readingsOf(finding, VALUES, view)}`;
}

// src/report/html/evidence-rows.ts
var VALUES2 = 20;
var head = '<table><thead><tr><th scope="col">Result<th scope="col">Check<th scope="col">Read</thead>';
function foldOf(title2, facts, kind = "") {
  return `<details${kind && ` class="${kind}"`}><summary><b>${title2}</b> <span class="facts">${facts}</span></summary>${head}`;
}
var END_OF_FOLD = "</table></details>\n";
function bodyOf6(resource2, rows, view, users = "", anchor = "") {
  const facts = [resourceKind(resource2) ?? "", sourceOf2(resource2, view)].filter((one) => one !== "").join(" · ");
  const id = parseResourceId(resource2) === null ? "" : ` <code>${html(resource2, 1e3)}</code>`;
  const opening3 = `<th colspan="3" scope="rowgroup"${anchor && ` id="${anchor}"`}>`;
  return `<tbody><tr>${opening3}${html(labelOf(resource2, view.labels), 200)} <span class="facts">${facts}${users}${id}</span>
${rows.join("\n")}
`;
}
function rowOf3(finding, view) {
  const { check: check2, status, severity: severity3 } = finding;
  const info = view.context.checks.get(check2);
  const title2 = (status === "fail" ? info?.failed : info?.title) ?? check2;
  const result = `${statusWords[status]}${status === "pass" ? "" : ` (${severityWords[severity3].toLowerCase()})`}`;
  return `<tr><td${status === "pass" ? "" : ` class="${status === "fail" ? severity3 : status}"`}>${result}<td>${html(title2)}<td>${wordsOf3(finding, title2, view)}`;
}
function wordsOf3(finding, title2, view) {
  const { waiver: waiver2, evidence: evidence4 } = finding;
  const said3 = sentenceOf(finding, view.context.policy);
  const parts = [
    said3 === `${title2}.` && evidence4.length > 0 ? "" : prose2(said3),
    waiver2 === null ? "" : `Waived by ${html(waiver2.owner)} until ${html(waiver2.expires, 20)}.`,
    readingsOf(finding, VALUES2, view)
  ];
  return parts.filter((part2) => part2 !== "").join(" ");
}

// src/report/html/facts.ts
function time(iso) {
  return iso.slice(0, 19).replace("T", " ");
}
function day2(iso) {
  return iso.slice(0, 10);
}

// src/report/html/shared.ts
function share2(resource2, findings2, workspace2, shared3, view) {
  const key3 = resource2.toLowerCase();
  const known3 = shared3.get(key3) ?? {
    id: resource2,
    anchor: `s${shared3.size}`,
    users: 0,
    rows: /* @__PURE__ */ new Map()
  };
  shared3.set(key3, known3);
  known3.users += 1;
  for (const finding of findings2) {
    const row6 = rowOf3(finding, view);
    const workspaces2 = known3.rows.get(row6);
    if (workspaces2) workspaces2.push(workspace2);
    else known3.rows.set(row6, [workspace2]);
  }
  return known3;
}
function* sharedOf(shared3, view) {
  yield foldOf("Shared resources", (0, import_clouds3.plural)(shared3.size, "resource"));
  for (const { id, anchor, users, rows } of shared3.values()) {
    const told5 = [...rows].map(([row6, workspaces2]) => {
      const names4 = workspaces2.map((one) => html(labelOf(one, view.labels), 200));
      return workspaces2.length === users ? row6 : `${row6}<p class="facts">${names4.join(", ")}</p>`;
    });
    yield bodyOf6(id, told5, view, ` · used by ${(0, import_clouds3.plural)(users, "workspace")}`, anchor);
  }
  yield END_OF_FOLD;
}

// src/report/html/workspaces.ts
function* workspaceTable({ report, context, labels }) {
  const heads = ["Workspace", "High", "Medium", "Low", "Undecided", "Waived", "Passed", "Profile", "Kind", "Region"];
  yield* opening("workspaces", "Workspaces", "Recommendations are not counted.", heads);
  for (const workspace2 of byWorst(report.workspaces)) {
    const numbers4 = numbersOf2(workspace2);
    const { id, counts: counts3, profile: profile3, kind, location } = workspace2;
    const cells4 = [
      ...numbers4.map((number2, index) => `<td class="n${number2 > 0 ? ` ${columns3[index]}` : ""}">${(0, import_clouds3.count)(number2)}`),
      `<td class="n">${(0, import_clouds3.count)(counts3.waived)}<td class="n">${(0, import_clouds3.count)(counts3.pass)}`,
      ...[profile3, kind, location].map((value2) => `<td>${html(value2, 60)}`)
    ];
    yield `<tr><th scope="row">${link2(html(labelOf(id, labels)), portalUrl(id, context))}${cells4.join("")}
`;
  }
  yield "</tbody></table></div></section>\n";
}
var columns3 = ["high", "medium", "low", "unknown"];
function numbersOf2({ findings: findings2 }) {
  const numbers4 = [0, 0, 0, 0];
  for (const { status, severity: severity3 } of findings2) {
    const column = status === "unknown" ? 3 : rank(severity3);
    if (severity3 !== "info" && (status === "fail" || status === "unknown")) numbers4[column] = (numbers4[column] ?? 0) + 1;
  }
  return numbers4;
}
function byWorst(workspaces2) {
  return workspaces2.map((workspace2) => ({ workspace: workspace2, numbers: numbersOf2(workspace2) })).sort((a, b) => worstFirst3(a.numbers, b.numbers)).map(({ workspace: workspace2 }) => workspace2);
}
function worstFirst3(a, b) {
  return a.map((number2, index) => (b[index] ?? 0) - number2).find((difference) => difference !== 0) ?? 0;
}
function* matrix2({ report, context, labels }) {
  const systems2 = bySystem(context.checks);
  const isUsed = (system) => report.workspaces.some((workspace2) => used(workspace2, system));
  const used = (workspace2, system) => {
    const { kind } = outcomes(workspace2, /* @__PURE__ */ new Map([[system, systems2.get(system) ?? []]])).get(system);
    return kind !== "not-used";
  };
  const shown5 = new Map([...systems2].filter(([system]) => isUsed(system)));
  const unused = [...systems2.keys()].filter((system) => !shown5.has(system)).map(nameOf7);
  const legend4 = `Each cell shows the worst result of the checks of a system; – means not used${unused.length > 0 ? `, and no workspace uses: ${unused.join(", ")}` : ""}.`;
  yield* opening("matrix", "What was checked", legend4, ["Workspace", ...[...shown5.keys()].map(nameOf7)], shortLegend);
  for (const workspace2 of report.workspaces) {
    const cells4 = [...outcomes(workspace2, shown5).values()].map(cell3).join("");
    yield `<tr><th scope="row">${html(labelOf(workspace2.id, labels))}${cells4}
`;
  }
  yield "</tbody></table></div></section>\n";
}
function nameOf7(system) {
  return systems[system] ?? html(system, 40);
}
var words7 = {
  waived: "Waived",
  passed: "Passed",
  guaranteed: "By the platform",
  manual: "For people to judge",
  inherited: "From the hub",
  "switched-off": "Switched off",
  "not-used": "–"
};
var short = {
  waived: "W",
  passed: "ok",
  guaranteed: "P",
  manual: "J",
  inherited: "hub",
  "switched-off": "off",
  "not-used": "–"
};
var shortSeverity = { high: "H", medium: "M", low: "L", info: "I" };
var shortLegend = "H, M, L, I: failed with high, medium, low or info severity; with a question mark: undecided; W: waived; ok: passed; P: guaranteed by the platform; J: for people to judge; hub: inherited from the hub; off: switched off; –: not used.";
function cell3(outcome2) {
  if (outcome2.kind === "failed")
    return td(outcome2.severity, shortSeverity[outcome2.severity], severityWords[outcome2.severity]);
  if (outcome2.kind === "undecided") return undecidedCell(outcome2.severity);
  return td(outcome2.kind === "passed" ? "pass" : "", short[outcome2.kind], words7[outcome2.kind]);
}
function undecidedCell(severity3) {
  const word4 = `Undecided (${severityWords[severity3].toLowerCase()})`;
  return td(severity3 === "info" ? "" : "unknown", `?${shortSeverity[severity3]}`, word4);
}
function td(kind, printed2, word4) {
  return `<td${kind && ` class="${kind}"`} data-short="${printed2}">${word4}`;
}
function* opening(id, title2, intro, heads, printed2 = "") {
  yield `<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title2}</h2>
${paragraph2(intro, "facts")}${paragraph2(printed2, "facts print")}
<div class="scroll" role="region" tabindex="0" aria-label="${title2}, a table"><table class="sort"><thead><tr>${heads.map((head3) => `<th scope="col">${head3}`).join("")}</thead><tbody>
`;
}

// src/report/html/evidence.ts
var ROWS = 5e4;
function* evidence2(view) {
  const { ids, isShared } = extentOf2(view);
  const shared3 = /* @__PURE__ */ new Map();
  yield `<section id="evidence" aria-labelledby="evidence-h">
<h2 id="evidence-h">Evidence</h2>
${introOf2(view, ids.length)}
`;
  for (const id of ids) yield* workspaceOf(view.context.whole(id), isShared, shared3, view);
  if (shared3.size > 0) yield* sharedOf(shared3, view);
  yield "</section>\n";
}
function introOf2({ report }, shown5) {
  const all2 = report.workspaces.length;
  const left = `<strong>${(0, import_clouds3.count)(shown5)} of ${(0, import_clouds3.count)(all2)} workspaces are here; the JSON report has all of them.</strong>`;
  return [
    paragraph2(
      `What the checks read, whatever came of it, ${whenRead(report)}. Each resource says whether Azure Resource Graph or Azure Resource Manager answered for it, and by which api-version where that is told; a list below it, as <code>jobs[]</code>, comes from either. Of values that may be secret no more is kept than their path and length.`
    ),
    paragraph2("Resources that several workspaces use stand once, at the end. Printed, everything is open.", "facts"),
    shown5 < all2 ? paragraph2(left) : ""
  ].join("");
}
function whenRead({ run: run2 }) {
  const { startedAt, finishedAt, judgedFrom: judgedFrom2 } = run2;
  if (judgedFrom2 !== null) return `by an earlier run that began to read at ${html(time(judgedFrom2.collectedAt))} UTC`;
  return `between ${html(time(startedAt))} and ${html(time(finishedAt))} UTC`;
}
function extentOf2({ report, context }) {
  const ids = [];
  const users = /* @__PURE__ */ new Map();
  let rows = 0;
  for (const { id } of byWorst(report.workspaces)) {
    const { findings: findings2 } = context.whole(id);
    rows += findings2.length;
    if (rows > ROWS && ids.length > 0) break;
    ids.push(id);
    for (const key3 of new Set(findings2.map(({ resource: resource2 }) => resource2.toLowerCase())))
      users.set(key3, (users.get(key3) ?? 0) + 1);
  }
  return { ids, isShared: (resource2) => (users.get(resource2.toLowerCase()) ?? 0) > 1 };
}
function* workspaceOf({ id, counts: counts3, findings: findings2 }, isShared, shared3, view) {
  const own22 = byResource(findings2.filter(({ resource: resource2 }) => !isShared(resource2)));
  const others = byResource(findings2.filter(({ resource: resource2 }) => isShared(resource2)));
  const said3 = ["pass", "fail", "unknown", "waived"].flatMap(
    (status) => counts3[status] > 0 ? `${(0, import_clouds3.count)(counts3[status])} ${statusWords[status].toLowerCase()}` : []
  );
  yield foldOf(html(labelOf(id, view.labels), 200), said3.join(" · "), "ws");
  for (const all2 of own22) {
    const rows = all2.map((one) => rowOf3(one, view));
    yield bodyOf6(all2[0].resource, rows, view);
  }
  const links2 = others.map((all2) => {
    const { resource: resource2 } = all2[0];
    const { anchor } = share2(resource2, all2, id, shared3, view);
    return `<a href="#${anchor}">${html(labelOf(resource2, view.labels), 200)}</a>`;
  });
  if (links2.length > 0) yield `<tbody><tr><th colspan="3" scope="rowgroup">Shared: ${links2.join(", ")}`;
  yield END_OF_FOLD;
}
function byResource(findings2) {
  return [...Map.groupBy(findings2, ({ resource: resource2 }) => resource2.toLowerCase()).values()];
}

// src/report/html/filter.ts
function filter(items, frameworks2) {
  const present = new Set(items.map(({ check: check2 }) => check2.split("/", 1)[0] ?? ""));
  return `<div class="filter" role="search" aria-label="Findings" hidden>
<label class="wide">Search resources, workspaces, checks<input type="search" name="text" autocomplete="off"></label>
${select("Severity", Object.entries(severityWords))}
${select(
    "Status",
    ["fail", "unknown", "waived"].map((status) => [status, statusWords[status]])
  )}
${select(
    "System",
    [...present].map((id) => [id, systems[id] ?? id])
  )}
${frameworks2.length === 0 ? "" : select(
    "Framework",
    frameworks2.map((one) => [one.name, titleOf2(one)])
  )}
<output aria-live="polite"></output>
</div>
`;
}
function select(label, choices) {
  const options = [["", "All"], ...choices].map(
    ([value2 = "", word4 = ""]) => `<option value="${html(value2)}">${html(word4)}</option>`
  );
  return `<label>${label}<select name="${label.toLowerCase()}">${options.join("")}</select></label>`;
}

// src/report/html/if-merged.ts
var VALUES3 = 8;
function ifMerged3(view) {
  const { report, foreseen } = view;
  if (report.plan === null || foreseen === null) return "";
  const changed3 = changedIn(foreseen);
  const parts = report.plan.notLookedInto.map(({ address, reason }) => `${code2(address)}: ${prose2(reason)}`);
  return section(
    "if-merged",
    "If merged",
    [
      paragraph2(countsOf3(view)),
      part(headings.introduced, changed3.introduced, view),
      part(headings.fixed, changed3.fixed, view),
      part(headings.gone, changed3.gone, view),
      part(headings.undecided, changed3.undecided, view),
      part(headings.regraded, changed3.regraded, view),
      part(headings.inFiles, changed3.inFiles, view),
      parts.length === 0 ? "" : `<h3>${headings.notJudged}</h3>
${paragraph2(INCOMPLETE)}
${list4(parts)}`
    ].join("\n")
  );
}
function countsOf3({ report }) {
  if (report.plan === null) return "";
  const then = failedIfMerged(report, balanceOf(report.plan));
  const words8 = (counts3) => ["high", "medium", "low"].map((severity3) => `${(0, import_clouds3.count)(counts3[severity3])} ${severity3}`).join(", ");
  const live2 = isPlanOnly(report) ? "Nothing of what is live was read" : `Live today: ${words8(report.summary.failedBySeverity)}`;
  const stale = report.plan.files.filter((file) => file.stale).map(({ path }) => code2(path));
  const again2 = stale.length === 0 ? "" : ` Stale, to be made again: ${(0, import_clouds3.listed)(stale, 5)}.`;
  return `${live2}; if merged: ${words8(then)}.${again2}`;
}
function part(title2, items, view) {
  const groups = groupByCheck(items, view.context.checks);
  const rows = groups.flatMap((group) => group.items.map((item) => row4(item, view)));
  return rows.length === 0 ? "" : `<h3>${title2}</h3>
${list4(rows, "resources")}`;
}
function row4({ check: check2, severity: severity3, finding, resource: resource2, workspaces: workspaces2 }, view) {
  const info = view.context.checks.get(check2);
  const called4 = finding.change === "undecided" ? info?.title : info?.failed;
  const where = [resource2, ...workspaces2.filter((id) => id.toLowerCase() !== resource2.toLowerCase())];
  const names4 = where.map((id) => html(labelOf(id, view.labels), 200));
  return [
    `${pill(severity3, severityWords[severity3])} ${link2(html(called4 ?? check2), ruleUrl(check2, view.context))}`,
    ` <b>${names4[0]}</b> <span class="facts">${[(0, import_clouds3.listed)(names4.slice(1), 30, "workspaces"), placeOf3(finding, view)].filter((one) => one !== "").join(" · ")}</span>`,
    paragraph2(prose2(asText(finding.message))),
    paragraph2(readings2(finding, view), "facts"),
    stepsOf3([finding], view.labels, 1)
  ].join("");
}
function placeOf3(finding, { report, context }) {
  const { source } = finding;
  if (source === null) return "";
  const label = code2(source.line === null ? source.file : `${source.file}:${source.line}`);
  return link2(label, sourceUrl(finding, report, context.serverUrl));
}
function readings2({ evidence: evidence4, live: live2, resource: resource2 }, view) {
  const words8 = (values) => readingsOf({ evidence: values, resource: resource2 }, VALUES3, view);
  const [then, now2] = [words8(evidence4), words8(live2?.evidence ?? [])];
  return [then && `Planned: ${then}`, now2 !== "" && now2 !== then ? `Now: ${now2}` : ""].filter((one) => one !== "").join(". ");
}

// src/report/html/run.ts
function numbers3({ report: { plan, summary, coverage: coverage4 } }) {
  const { failedBySeverity: failed2 } = summary;
  const tiles = [
    ["high", (0, import_clouds3.count)(failed2.high), "High"],
    ["medium", (0, import_clouds3.count)(failed2.medium), "Medium"],
    ["low", (0, import_clouds3.count)(failed2.low), "Low"],
    ["unknown", (0, import_clouds3.count)(undecidedCount(summary)), "Undecided"],
    ["waived", (0, import_clouds3.count)(summary.waived), "Waived"],
    ["pass", (0, import_clouds3.count)(summary.pass), "Passed"],
    ["", (0, import_clouds3.count)(summary.workspaces), summary.workspaces === 1 ? "Workspace" : "Workspaces"],
    ["", coverage4.percent === null ? "–" : `${coverage4.percent} %`, "Coverage"]
  ];
  const shown5 = tiles.map(([kind, number2, word4]) => {
    return `<div class="tile ${number2 === "0" ? "" : kind}"><dt>${word4}</dt><dd>${number2}</dd></div>`;
  });
  return section("numbers", plan === null ? "In numbers" : "Live today", `<dl class="tiles">${shown5.join("")}</dl>`);
}
function changes2({ report, context, labels }) {
  const { comparison, accepted: accepted2 } = context;
  const risks = accepted2.length === 0 ? "" : section("accepted", "Accepted by this change", list4(accepted2.map((risk) => prose2(risk))));
  if (comparison === null) return risks;
  const { since: since3, fixed, weighed: weighed2, upgrade, added, removed } = comparison;
  const title2 = since3 === "" ? "Since the baseline" : `Since ${html(since3.slice(0, 10))}`;
  const parts = [
    paragraph2(`${(0, import_clouds3.count)(report.summary.new ?? 0)} new, ${(0, import_clouds3.count)(fixed.length)} fixed.`),
    changed2("Fixed", fixed, { context, labels }),
    ...weighedGroups(weighed2).map(([words8, those]) => changed2(words8, those, { context, labels }, "failed")),
    changed2(`Found since version ${html(report.tool.version)}, not new`, upgrade?.found ?? [], { context, labels }),
    added.length === 0 ? "" : paragraph2(`Workspaces that the baseline does not have: ${names(added)}.`),
    removed.length === 0 ? "" : paragraph2(`Workspaces that only the baseline has: ${names(removed)}.`)
  ];
  return risks + section("changes", title2, parts.join("\n"));
}
function changed2(word4, all2, view, what = "title") {
  const rows = all2.map(({ check: check2, resource: resource2, workspace: workspace2 }) => {
    const of3 = workspace2.toLowerCase() === resource2.toLowerCase() ? "" : `, workspace ${html(labelOf(workspace2, view.labels))}`;
    return `${word4}: ${html(view.context.checks.get(check2)?.[what] ?? check2)} · ${resourceLink(resource2, view)}${of3}`;
  });
  return rows.length === 0 ? "" : list4(rows);
}
function names(all2) {
  return (0, import_clouds3.listed)(
    all2.map((name2) => html(name2, 100)),
    50
  );
}
function withoutVerdict2({ report, context }) {
  const parts = idsWithoutVerdict(report).map(([words8, ids]) => {
    const names4 = ids.map((id) => link2(html(context.checks.get(id)?.title ?? id), ruleUrl(id, context)));
    return `<h3>${words8}</h3>
${list4(names4, "columns")}`;
  });
  return parts.length === 0 ? "" : section("others", "Without a verdict", parts.join("\n"));
}
function origin2({ report: { run: run2, tool, plan }, context }) {
  const { policy, serverUrl, reportId, docs } = context;
  const repository = `${serverUrl}/${run2.repository}`;
  const facts = [
    ["Tool", link2(html(`${tool.name} ${tool.version}`), `${docs}/README.md`)],
    ["Report", html(reportId)],
    ["Repository", link2(html(run2.repository), repository)],
    ["Commit", run2.sha === "" ? "" : link2(code2(run2.sha.slice(0, 7)), `${repository}/commit/${run2.sha}`)],
    ["Run", link2(html(run2.event), run2.url)],
    ["Time", html(`${time(run2.startedAt)} to ${time(run2.finishedAt)} UTC`)],
    ["Tenant", run2.tenant === null ? "" : code2(run2.tenant)],
    ["Identity that read", run2.identity === null ? "" : html(run2.identity)],
    [
      "Role that it needs",
      `${link2("Reader, or the role in docs/permissions.md", `${docs}/docs/permissions.md`)}, on all subscriptions of the scope and on what else the workspaces depend on`
    ],
    ["Profile", code2(policy.profile)],
    [
      "Fails the job",
      `${gate2(policy)}${policy.warnOnly ? "; <code>warn-only</code>: nothing does" : ""}${plan === null ? "" : `; decided by ${gateOnWords[run2.gate.gateOn]}`}`
    ],
    ["Config file", run2.config === null ? "none" : `${code2(run2.config.path)}, SHA-256 ${code2(run2.config.sha256)}`],
    ["Judged from", run2.judgedFrom === null ? "" : judgedFrom(run2.judgedFrom, serverUrl)]
  ];
  const shown5 = facts.flatMap(([name2, value2]) => value2 === "" ? [] : `<div><dt>${name2}</dt><dd>${value2}</dd></div>`);
  return section("run", "This run", `<dl class="run">${shown5.join("\n")}</dl>`);
}
var gateOnWords = {
  live: "what is live",
  planned: "what the plan makes of it",
  both: "the worse of what is live and what the plan makes of it"
};
function judgedFrom({ file, sha256: sha2562, collectedAt, version: version8, repository, sha, url }, serverUrl) {
  const of3 = [
    `collected at ${html(time(collectedAt))} UTC`,
    version8 === "" ? "" : `by version ${html(version8)}`,
    url === "" ? "" : `in ${link2("an earlier run", url)}`,
    repository === "" || sha === "" ? "" : `of ${link2(html(`${repository}@${sha.slice(0, 7)}`), `${serverUrl}/${repository}/commit/${sha}`)}`
  ];
  return `${code2(file)}, SHA-256 ${code2(sha2562)}, ${of3.filter((one) => one !== "").join(" ")}`;
}
function review() {
  const lines2 = ["Reviewer", "Date", "Signature", "Remarks"].map((word4) => `<div><dt>${word4}</dt><dd></dd></div>`);
  return `<section id="review" class="print" aria-labelledby="review-h">
<h2 id="review-h">Review</h2>
<dl class="sign">${lines2.join("")}</dl>
</section>
`;
}
function gate2({ failOnSeverity, onUnknown, failOnNewOnly }) {
  if (failOnSeverity === "never") return "no finding";
  const what = failOnSeverity === "high" ? "high severity" : `${failOnSeverity} severity or above`;
  return `${failOnNewOnly ? "new findings of " : ""}${what}${onUnknown === "fail" ? ", undecided checks of it as well" : ""}`;
}

// src/report/html/scope.ts
var NAMES5 = 30;
function scope2(view) {
  const named3 = view.context.named.map(
    ([kind, names4]) => `<div><dt>${kind}</dt><dd>${names4.map((name2) => code2(name2)).join(", ")}</dd></div>`
  );
  const whatever = view.report.run.judgedFrom === null ? "Nothing was named: every workspace that the identity can read is judged." : "Whatever the evidence file has is judged.";
  const asked = named3.length === 0 ? paragraph2(whatever) : `<dl class="run">${named3.join("")}</dl>`;
  return section("scope", "Scope", `${asked}
${subscriptions(view)}`);
}
function subscriptions({ report, context }) {
  const groups = /* @__PURE__ */ new Map();
  for (const { id } of report.workspaces) {
    const { subscriptionId = "", resourceGroup: resourceGroup3 = "" } = parseResourceId(id) ?? {};
    const known3 = groups.get(subscriptionId) ?? /* @__PURE__ */ new Map();
    groups.set(subscriptionId, known3.set(resourceGroup3, (known3.get(resourceGroup3) ?? 0) + 1));
  }
  const rows = report.coverage.subscriptions.map(({ id, visible: visible5 }) => {
    const own22 = groups.get(id.toLowerCase()) ?? /* @__PURE__ */ new Map();
    const workspaces2 = [...own22.values()].reduce((sum, each) => sum + each, 0);
    const names4 = [...own22.keys()].map((name3) => html(name3, 100));
    const hidden2 = visible5 ? "" : ` ${pill("unknown", "Not visible")}`;
    const name2 = context.subscriptionName(id);
    const called4 = name2 === null ? "" : `${html(name2, 100)} `;
    return `<tr><th scope="row">${called4}${code2(id)}${hidden2}<td class="n">${(0, import_clouds3.count)(workspaces2)}<td>${(0, import_clouds3.listed)(names4, NAMES5)}`;
  });
  if (rows.length === 0) return "";
  const heads = '<th scope="col">Subscription<th scope="col">Workspaces<th scope="col">Their resource groups';
  const table2 = `<table><thead><tr>${heads}</thead><tbody>
${rows.join("\n")}
</tbody></table>`;
  return scrolling("Subscriptions, a table", table2);
}

// src/report/html/script.ts
var script = `
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const filter = document.querySelector('.filter')
const output = filter.querySelector('output')
const words = (element) => element.textContent.toLowerCase()
const groups = all('.group').map((group) => ({
  group,
  title: words(group.querySelector('h3')),
  items: all('.resources > li', group).map((item) => [item, words(item), Number(item.dataset.findings ?? 1)]),
}))
const rows = [
  ...all('.sort tbody tr').map((row) => [row, words(row.cells[0])]),
  ...all('.ws').map((one) => [one, words(one.querySelector('b'))]),
]
const total = groups.reduce((sum, { items }) => items.reduce((some, [, , count]) => some + count, sum), 0)

function apply() {
  const { text, ...wanted } = Object.fromEntries(all('input, select', filter).map(({ name, value }) => [name, value]))
  const sought = text.trim().toLowerCase()
  let shown = 0
  for (const { group, title, items } of groups) {
    const fits = Object.entries(wanted).every(([name, value]) => !value || group.dataset[name].split(' ').includes(value))
    let some = 0
    for (const [item, content, count] of items) {
      const isShown = fits && (title.includes(sought) || content.includes(sought))
      item.hidden = !isShown
      if (isShown) some += count
    }
    group.hidden = some === 0
    shown += some
  }
  for (const part of all('.findings')) part.hidden = all('.group:not([hidden])', part).length === 0
  for (const part of all('.framework')) part.hidden = Boolean(wanted.framework) && part.dataset.framework !== wanted.framework
  const isNamed = rows.some(([, name]) => name.includes(sought))
  for (const [row, name] of rows) row.hidden = isNamed && !name.includes(sought)
  output.textContent = shown.toLocaleString('en') + ' of ' + total.toLocaleString('en') + ' findings shown'
}

const order = ['high', 'medium', 'low', 'info', 'undecided', 'waived', 'passed']
const { compare } = new Intl.Collator('en', { numeric: true })
function keyOf(cell) {
  const value = words(cell).trim().replaceAll(',', '')
  const place = order.indexOf(value.split(' ')[0])
  return place === -1 ? value : String(place)
}

function sort(head) {
  const table = head.closest('table')
  const body = table.tBodies[0]
  const isNumber = body.rows[0]?.cells[head.cellIndex].className.startsWith('n')
  const before = head.getAttribute('aria-sort')
  const direction = before ? (before === 'ascending' ? 'descending' : 'ascending') : isNumber ? 'descending' : 'ascending'
  for (const other of all('thead th', table)) other.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', direction)
  const sign = direction === 'ascending' ? 1 : -1
  const keys = [...body.rows].map((row) => [keyOf(row.cells[head.cellIndex]), row])
  body.append(...keys.sort((a, b) => sign * compare(a[0], b[0])).map(([, row]) => row))
}

for (const head of all('.sort thead th')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...head.childNodes)
  button.addEventListener('click', () => sort(head))
  head.append(button)
}
filter.addEventListener('input', apply)
filter.hidden = false
apply()
`;

// src/report/html/print.ts
var print = `.print{display:none}
@page{margin:13mm 11mm 15mm;@bottom-left{content:"azureml-encryption-check";font:7.5pt sans-serif;color:#59636e}
@bottom-right{content:"Page " counter(page) " of " counter(pages);font:7.5pt sans-serif;color:#59636e}}
@media print{:root{color-scheme:light}.print{display:block}nav,.filter,.skip{display:none}
body{font-size:9.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:.8rem}
a{color:inherit;text-decoration:none}h1{font-size:16pt}h2{font-size:13pt;margin-top:1.6rem}h3{font-size:10.5pt}.facts{font-size:8.5pt}
h1,h2,h3,h4,p:has(+ul,+pre,+.scroll),h2+p{break-after:avoid}.group>p,.resources{break-before:avoid}li,tr,p,dl>div{break-inside:avoid}
section[hidden]{display:block!important}li[hidden]{display:list-item!important}tr[hidden]{display:table-row!important}
.tiles{grid-template-columns:repeat(8,1fr);gap:2mm}.tile{padding:1.5mm;border:1px solid var(--line);break-inside:avoid}.tile dd{font-size:13pt}.tile dt{font-size:7.5pt}
p{margin:.6mm 0}.resources{margin:1mm 0}.resources li{padding:.8mm 0}.group{margin:3mm 0}h4{margin:1.5mm 0 .5mm}pre{padding:1.5mm 2mm;margin:1mm 0}.pill{border:1px solid;line-height:1.4}.group{content-visibility:visible;border:0;border-top:1px solid var(--line);border-radius:0;padding:2mm 0 0}
.scroll,pre{max-height:none;overflow:visible}pre,code{overflow-wrap:anywhere}code{padding:0 .1em}
table{width:100%;font-size:8pt}th,td{padding:.8mm 1.2mm;overflow-wrap:break-word}tbody th{overflow-wrap:anywhere}thead th,.sort tbody th{position:static;white-space:normal;max-width:none}
thead th{overflow-wrap:normal;border-bottom:1px solid var(--soft)}.sort td{white-space:normal}th button{display:contents}th button:after{content:""!important}
#matrix table{table-layout:fixed}#matrix th:first-child{width:24%}#matrix thead th{vertical-align:bottom;font-size:7pt}
#matrix thead th:nth-child(n+2){writing-mode:sideways-lr;vertical-align:middle;white-space:nowrap;padding:1mm .5mm}
#matrix td{font-size:0;padding:1mm 0;text-align:center}#matrix td:before{content:attr(data-short);font-size:7.5pt;font-weight:600}
details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;break-after:avoid;font-size:11pt}details[hidden]{display:block!important}
#review{break-inside:avoid}.sign{display:grid;grid-template-columns:1fr 1fr 1fr;gap:3mm}.sign div{border-bottom:1px solid var(--soft);height:16mm}.sign div:last-child{grid-column:1/-1;height:40mm}.trend{color-scheme:light}
#criteria,#evidence,.ws+details{break-before:page}#evidence tbody tr:has(th){break-after:avoid}#evidence thead th{width:24mm}.columns{columns:3}}
`;

// src/report/html/style.ts
var style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--soft:#59636e;--line:#d1d9e0;--panel:#f6f8fa;--link:#0550ae;
--high:#a40e26;--high-bg:#ffebe9;--medium:#8a4600;--medium-bg:#fff1e5;--low:#6b5300;--low-bg:#fff8c5;
--unknown:#6639ba;--unknown-bg:#fbefff;--pass:#116329;--pass-bg:#dafbe1}
@media screen and (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9198a1;--line:#3d444d;--panel:#151b23;--link:#79b8ff;
--high:#ffa198;--high-bg:#3c1618;--medium:#ffb77c;--medium-bg:#38210d;--low:#e3c04d;--low-bg:#2d2405;
--unknown:#d2a8ff;--unknown-bg:#271a3d;--pass:#7ee787;--pass-bg:#0f2a17}}
*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,nav,main,footer{max-width:1100px;margin:auto;padding:0 1.25rem}
a{color:var(--link)}:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem}
.top{border-top:.5rem solid var(--soft)}.top.fail{border-color:#cf222e}.top.incomplete{border-color:#bf8700}.top.pass{border-color:#1a7f37}
header{padding-top:1.5rem}.name{margin:0;color:var(--soft);font-size:.9rem}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .75rem;max-width:50rem;text-wrap:balance}
h2{font-size:1.35rem;margin:2.5rem 0 .5rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:0 0 .25rem}h4{font-size:.95rem;margin:1rem 0 .25rem}p{margin:.35rem 0}
#numbers h2{position:absolute;left:-999rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;padding:.6rem 0;margin:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.8rem,1fr));gap:.6rem;margin:1rem 0}
.tile{display:flex;flex-direction:column-reverse;padding:.6rem .8rem;border-radius:.5rem;background:var(--panel)}
.tile dd{margin:0;font-size:1.6rem;font-weight:600;line-height:1.2;white-space:nowrap}.tile dt{font-size:.85rem}
.high{color:var(--high);background:var(--high-bg)}.medium{color:var(--medium);background:var(--medium-bg)}
.low{color:var(--low);background:var(--low-bg)}.unknown{color:var(--unknown);background:var(--unknown-bg)}
.pass,.new{color:var(--pass);background:var(--pass-bg)}
.pill{display:inline-block;padding:0 .55em;border-radius:1em;font-size:.8rem;font-weight:600;line-height:1.6}
.pill.info,.pill.waived,.pill.fail{color:var(--soft);background:var(--panel);border:1px solid var(--line);line-height:1.45}
.facts{color:var(--soft);font-size:.875rem}
.filter{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:1.5rem 0 0;padding:.8rem;border-radius:.5rem;background:var(--panel)}
.filter label{display:flex;flex-direction:column;min-width:0;font-size:.8rem;flex:1 1 8rem}.filter .wide{flex:3 1 14rem}
.filter output{flex:1 0 100%;font-size:.875rem}
input,select,button{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .5rem;min-width:0}
.group{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.1rem;margin:.8rem 0;content-visibility:auto;contain-intrinsic-size:auto 20rem}
.resources{list-style:none;padding:0;margin:.6rem 0}.resources li{padding:.45rem 0;border-top:1px solid var(--line)}
code,pre{font:.85em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
code{background:var(--panel);padding:.1em .3em;border-radius:.25em}
pre{background:var(--panel);border-radius:.4rem;padding:.7rem .9rem;margin:.5rem 0;white-space:pre-wrap;max-height:20rem;overflow:auto}pre code{padding:0;font-size:1em}
.scroll{overflow-x:auto;margin:.5rem 0;max-height:80vh}table{border-collapse:separate;border-spacing:0;font-size:.9rem;min-width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-bottom:1px solid var(--line);overflow-wrap:normal}
thead th{position:sticky;top:0;z-index:1;background:var(--panel);white-space:nowrap}tbody th{font-weight:600;background:var(--bg)}
.sort tbody th{position:sticky;left:0;max-width:14rem;overflow-wrap:anywhere}.sort td{white-space:nowrap}.n{text-align:right}
th button{border:0;padding:0;background:none;font-weight:600;cursor:pointer}th button:after{content:" ↕";color:var(--soft)}
[aria-sort=ascending] button:after{content:" ↑"}[aria-sort=descending] button:after{content:" ↓"}
.framework{break-before:page}.control{break-after:avoid}.control th,.control td{background:var(--panel)}.control .facts{font-weight:400}.controls .bad{color:var(--high);font-weight:600}.controls .undecided{color:var(--unknown);font-weight:600}
.controls tr:not(.control)>[scope=row]{font-weight:400;padding-left:1.6rem}
.columns{columns:20rem;padding-left:1.2rem;font-size:.9rem}
.run{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.6rem 1.5rem}.run dt{color:var(--soft);font-size:.85rem}.run dd{margin:0}.trend{max-width:100%;height:auto}
details{border-top:1px solid var(--line)}summary{padding:.45rem 0;cursor:pointer}:where(#evidence td:first-child){color:var(--pass)}#evidence :is(.info,.waived){color:var(--soft)}
#criteria th:first-child{width:30%}details table{table-layout:fixed;width:100%;margin-bottom:1rem}details :is(th,td){overflow-wrap:anywhere}details thead th{position:static}#evidence thead th{width:7.5rem}
#evidence thead th+th{width:32%}#evidence thead th+th+th{width:auto}#evidence tbody th{padding-top:.8rem}th .facts{font-weight:400}#evidence p{margin:.2rem 0 0}
footer{padding:2rem 1.25rem;color:var(--soft);font-size:.85rem}
@media(max-width:600px){body{font-size:15px}h1{font-size:1.4rem}header,nav,main,footer{padding-left:.9rem;padding-right:.9rem}.group{padding:.8rem}.sort tbody th{max-width:9rem}th,td{padding:.35rem .5rem}#evidence thead th{width:5.5rem}}
${print}`;

// src/report/html/trend.ts
function trend({ context }) {
  if (context.trend === null) return "";
  const { picture, words: words8 } = context.trend;
  const address = `data:image/svg+xml,${encodeURIComponent(picture.toWellFormed())}`;
  return section(
    "trend",
    "Trend",
    `<img class="trend" width="760" height="344" alt="${html(words8, 1e3)}" src="${html(address, Infinity)}">`
  );
}

// src/report/html/waivers.ts
function waivers(view) {
  const { waivers: all2 } = view.context.config;
  if (all2.length === 0) return "";
  const used = usesOf(view.report);
  const heads = ["Check", "Responsible", "Until", "Reason", "Config file", "Covers"];
  const rows = all2.map((waiver2) => row5(waiver2, used.get(waiver2.line) ?? 0, view));
  const table2 = `<table><thead><tr>${heads.map((head3) => `<th scope="col">${head3}`).join("")}</thead><tbody>
${rows.join("\n")}
</tbody></table>`;
  return section("waivers", "Waivers of the config file", scrolling("Waivers of the config file, a table", table2));
}
function usesOf({ workspaces: workspaces2 }) {
  const used = /* @__PURE__ */ new Map();
  for (const { waiver: waiver2 } of workspaces2.flatMap(({ findings: findings2 }) => findings2))
    if (waiver2 !== null) used.set(waiver2.line, (used.get(waiver2.line) ?? 0) + 1);
  return used;
}
function row5(waiver2, used, view) {
  const { check: check2, workspace: workspace2, resource: resource2, owner, expires, reason, ticket } = waiver2;
  const of3 = [workspace2 && `workspace ${code2(workspace2)}`, resource2 && `resource ${code2(resource2)}`].filter(Boolean);
  const isOver = daysUntil(expires, new Date(view.report.run.finishedAt)) < 0;
  return [
    `<tr><th scope="row">${code2(check2)}${of3.length > 0 ? `, ${of3.join(", ")}` : ""}`,
    `<td>${html(owner)}`,
    `<td>${html(expires, 20)}${isOver ? ` ${pill("unknown", "Expired")}` : ""}`,
    `<td>${prose2(reason)}${ticket === null ? "" : ` (${link2(html(ticket), ticket)})`}`,
    `<td>${placeOf4(waiver2, view)}`,
    `<td>${(0, import_clouds3.plural)(used, "finding")}`
  ].join("");
}
function placeOf4({ line: line3, changed: changed3 }, { report: { run: run2 }, context }) {
  const repository = `${context.serverUrl}/${run2.repository}`;
  const file = run2.config === null ? "" : `${repository}/blob/${run2.sha}/${encodeURI(run2.config.path.toWellFormed())}#L${line3}`;
  const commit2 = changed3 && link2(code2(changed3.sha.slice(0, 7)), `${repository}/commit/${changed3.sha}`);
  return `${link2(`line ${line3}`, file)}${changed3 === null ? "" : `, last changed by ${commit2} on ${html(day2(changed3.at))}`}`;
}

// src/report/html/html.ts
function* htmlReport(report, context) {
  const unlimited = { rows: Infinity, names: Infinity, resources: Infinity, fixes: Infinity };
  const view = { ...viewOf(report, context, unlimited), context };
  const kinds2 = kindsOf(view).filter(({ items }) => items.length > 0);
  const isEmpty2 = report.workspaces.length === 0;
  yield head2(view);
  yield navigation([
    ...report.plan === null ? [] : [["if-merged", "If merged"]],
    ...kinds2.map(({ id, title: title2 }) => [id, title2]),
    ...isEmpty2 ? [] : tables,
    ...isEmpty2 ? [] : chosenIn(view).map((one) => [anchorOf(one), html(titleOf2(one))]),
    ...context.trend === null ? [] : [["trend", "Trend"]],
    ["coverage", "Coverage"],
    ["run", "This run"],
    ["scope", "Scope"],
    ...context.config.waivers.length === 0 ? [] : [["waivers", "Waivers"]],
    ["criteria", "Checks in force"],
    ...isEmpty2 ? [] : [["evidence", "Evidence"]]
  ]);
  yield `<main id="main">
${ifMerged3(view)}${numbers3(view)}${changes2(view)}`;
  yield filter(
    kinds2.flatMap(({ items }) => items),
    isEmpty2 ? [] : chosenIn(view)
  );
  for (const kind of kinds2) yield* findings(kind, view);
  if (!isEmpty2) yield* workspaceTable(view);
  if (!isEmpty2) yield* matrix2(view);
  if (!isEmpty2) yield* frameworks(view);
  yield trend(view) + coverage2(view) + origin2(view) + scope2(view) + waivers(view);
  yield withoutVerdict2(view) + review() + criteria(view);
  if (!isEmpty2) yield* evidence2(view);
  yield `</main>
<footer>${html(report.tool.name)} reads configuration; it never changes anything in Azure.</footer>
`;
  yield `<script>${script}</script>
</body>
</html>
`;
}
var tables = [
  ["workspaces", "Workspaces"],
  ["matrix", "What was checked"]
];
function kindsOf({ items: { fail: fail2, unknown: unknown2, waived: waived2 } }) {
  const isAdvice = ({ severity: severity3 }) => severity3 === "info";
  const isMore = (item) => !isAdvice(item);
  return [
    { id: "failed", title: "Failed", intro: "", items: fail2.filter(isMore) },
    {
      id: "open",
      title: "Undecided",
      intro: "Undecided checks do not count as passed.",
      items: unknown2.filter(isMore)
    },
    { id: "waived", title: "Waived", intro: "Accepted in the config file until the given day.", items: waived2 },
    {
      id: "advice",
      title: "Recommendations",
      intro: "Recommendations never fail a job.",
      items: [...fail2, ...unknown2].filter(isAdvice)
    }
  ];
}
function head2({ report, context }) {
  const { run: run2, conclusion } = report;
  const title2 = html(verdict(report, context), 400);
  const policy = `default-src 'none'; style-src '${hash2(style)}'; script-src '${hash2(script)}';${context.trend === null ? "" : " img-src data:;"} base-uri 'none'; form-action 'none'`;
  const about2 = [
    html(report.tool.name),
    html(run2.repository),
    html(`${run2.finishedAt.slice(0, 16).replace("T", " ")} UTC`)
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title2}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="top ${conclusion}"><header>
${paragraph2(about2.filter((part2) => part2 !== "").join(" · "), "name")}
<h1>${title2}</h1>
${context.notes.map((note2) => paragraph2(prose2(note2))).join("\n")}
</header></div>
`;
}
function hash2(text4) {
  return `sha256-${createHash("sha256").update(text4).digest("base64")}`;
}
function navigation(parts) {
  const links2 = parts.map(([id, title2]) => `<li><a href="#${id}">${title2}</a>`);
  return `<nav aria-label="On this page"><ul>${links2.join("")}</ul></nav>
`;
}

// src/report/json.ts
function* jsonReport({ plan, ...header3 }, workspaces2, policy) {
  yield* beginning(header3, plan, policy);
  yield ',\n  "workspaces": ';
  yield* list5(workspaces2, 2, (workspace2) => written2(workspace2, policy));
  yield "\n}\n";
}
var MOST_BYTES2 = 9e7;
function publishedReport({ workspaces: workspaces2, plan: _, ...header3 }, policy) {
  const lines2 = (less) => workspaces2.map((one) => JSON.stringify(written2(one, policy, less)));
  const text4 = (less = {}) => `${[...beginning(header3, null, policy)].join("")},
  "workspaces": [
${lines2(less).join(",\n")}
  ]
}
`;
  const whole2 = text4();
  if (Buffer.byteLength(whole2) <= MOST_BYTES2) return whole2;
  const short2 = text4({ evidence: [], steps: [] });
  return Buffer.byteLength(short2) <= MOST_BYTES2 ? short2 : null;
}
function* beginning({ controls, ...header3 }, plan, policy) {
  yield open2(writtenHeader(header3), 0);
  yield ',\n  "plan": ';
  yield* planText(plan, policy);
  yield `,
  "controls": ${controlsText(controls)}`;
}
function* planText(plan, policy) {
  if (plan === null) return yield "null";
  const { findings: findings2, ...rest3 } = plan;
  yield open2(rest3, 1).trimStart();
  yield ',\n    "findings": ';
  yield* list5(findings2, 3, (finding) => writtenFinding(finding, policy));
  yield "\n  }";
}
function controlsText({ source, frameworks: frameworks2, checks: checks2 }) {
  const each = Object.entries(checks2).map(([id, controls]) => `${JSON.stringify(id)}: ${JSON.stringify(controls)}`);
  const list7 = (lines2) => lines2.map((line3) => `
      ${line3}`).join(",");
  return `{
    "source": ${JSON.stringify(source)},
    "frameworks": [${list7(frameworks2.map((framework) => JSON.stringify(framework)))}
    ],
    "checks": {${list7(each)}
    }
  }`;
}
function writtenHeader(header3) {
  const missing = header3.coverage.missing.map((one) => ({ ...one, message: asText(one.message) }));
  return { ...header3, coverage: { ...header3.coverage, missing } };
}
function written2(workspace2, policy, less = {}) {
  const findings2 = workspace2.findings.map((finding) => writtenFinding({ ...finding, ...less }, policy));
  return { ...workspace2, findings: findings2 };
}
function writtenFinding(finding, policy) {
  return { ...finding, message: sentenceOf(finding, policy), remediation: stepsText(finding.steps) };
}
var PIECE = 65536;
function* list5(items, depth, writtenItem) {
  let [piece, end2] = ["[", "]"];
  for (const item of items) {
    piece += `${end2 === "]" ? "" : ","}
${indented(writtenItem(item), depth)}`;
    end2 = `
${"  ".repeat(depth - 1)}]`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece + end2;
}
function open2(value2, depth) {
  return indented(value2, depth).slice(0, -(2 + 2 * depth));
}
function indented(value2, depth) {
  let nested = value2;
  for (let level = 0; level < depth; level += 1) nested = [nested];
  const around2 = depth * (depth + 1);
  const text4 = JSON.stringify(nested, null, 2);
  return text4.slice(around2, text4.length - around2);
}

// src/report/sarif/sarif.ts

// src/report/sarif/message.ts
function message(...paragraphs) {
  return {
    text: paragraphs.filter((paragraph4) => paragraph4 !== "").map(escaped3).join("\n\n")
  };
}
function escaped3(paragraph4) {
  const lines2 = paragraph4.split("\n").map((line3) => (0, import_clouds3.oneLine)(line3.toWellFormed(), 500));
  return lines2.join("\n").replace(/[\\[\]]/g, "\\$&").replace(/[{}]/g, "$&$&");
}

// src/report/sarif/results.ts
var levels = { high: "error", medium: "warning", low: "note", info: "note" };
function entriesOf2(report, context) {
  const labels = labelsOf(report);
  const caused = causedIn(report);
  const then = new Set(caused.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  const found2 = report.workspaces.flatMap(
    ({ id, findings: findings2 }) => findings2.filter(({ status, fingerprint: fingerprint2 }) => status !== "pass" && !then.has(fingerprint2)).map((finding) => entryOf(finding, () => nameOf8(finding.resource, id, labels), context))
  );
  const planned2 = caused.map((finding) => plannedEntry(finding, report, labels, context));
  const places2 = new Map([...context.checks.keys()].map((id, index) => [id, index]));
  const place3 = ({ ruleId }) => places2.get(ruleId) ?? -1;
  return [...unseen2(report, context), ...found2, ...planned2].sort((a, b) => order(a) - order(b) || place3(a) - place3(b));
}
var statuses = ["fail", "unknown", "waived"];
function order({ severity: severity3, status }) {
  return (status === "waived" ? 100 : 0) + rank(severity3) * 10 + statuses.indexOf(status);
}
function plannedEntry(finding, report, labels, context) {
  const { resource: resource2, workspace: workspace2 } = finding;
  const nameThen = () => `If merged, ${workspace2 === null ? resource2 : nameOf8(resource2, workspace2, labels)}`;
  return entryOf(finding, nameThen, context, inCommit(finding, report));
}
function entryOf(finding, nameOf11, context, source = null) {
  const { check: check2, resource: resource2, severity: severity3, status, waiver: waiver2, steps } = finding;
  const result = (ruleIndex) => ({
    ruleId: check2,
    ruleIndex,
    level: status === "unknown" && severity3 === "high" ? "warning" : levels[severity3],
    message: message(
      `${nameOf11()}: ${openWords(finding)}${sentenceOf(finding, context.policy)}`,
      waiver2 === null ? "" : `Waived by ${waiver2.owner} until ${waiver2.expires}: ${waiver2.reason}`,
      status === "fail" && steps.length > 0 ? `To fix it:
${stepsText(steps)}` : "",
      resource2.startsWith("/") ? `Resource: ${resource2}` : ""
    ),
    locations: [locationOf(resource2, context, source)],
    // the name of the fingerprint by which code scanning tells results in the same line apart
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...waiver2 !== null && { suppressions: [suppression(waiver2)] },
    properties: { severity: severity3, status }
  });
  return { ruleId: check2, severity: severity3, status, result };
}
function suppression({ owner, reason, expires, ticket }) {
  const justification = `${reason} (${owner}, until ${expires}${ticket === null ? "" : `, ${ticket}`})`.toWellFormed();
  return { kind: "external", status: "accepted", justification };
}
function nameOf8(resource2, workspaceId, labels) {
  const workspace2 = labelOf(workspaceId, labels);
  if (resource2.toLowerCase() === workspaceId.toLowerCase()) return `Workspace ${workspace2}`;
  const kind = resourceKind(resource2);
  return `${labelOf(resource2, labels)} (${kind ? `${kind}, ` : ""}workspace ${workspace2})`;
}
function openWords({ status, reason }) {
  return status === "unknown" ? `undecided${reason && ` (${reasonWords[reason]})`}. ` : "";
}
function locationOf(resource2, { location }, source = null) {
  const path = (source?.file ?? location).toWellFormed().split("/").map(encodeURIComponent).join("/");
  const id = resource2.toWellFormed();
  return {
    physicalLocation: {
      artifactLocation: { uri: path, uriBaseId: "%SRCROOT%" },
      region: { startLine: source?.line ?? 1 }
    },
    ...id !== "" && { logicalLocations: [{ name: resourceLabel(id), fullyQualifiedName: id, kind: "resource" }] }
  };
}
function unseen2(report, context) {
  if (report.conclusion === "skipped") return [];
  return unseenIn(report, context).map(({ resource: resource2, message: sentence3 }) => ({
    ruleId: unseenInfo.id,
    severity: "high",
    status: "unknown",
    result: (ruleIndex) => ({
      ruleId: unseenInfo.id,
      ruleIndex,
      level: "warning",
      message: message(resource2 === "" ? sentence3 : `${resourceLabel(resource2)}: ${sentence3}`),
      locations: [locationOf(resource2, context)],
      partialFingerprints: { primaryLocationLineHash: fingerprint(unseenInfo.id, resource2, "") },
      properties: { severity: "high", status: "unknown" }
    })
  }));
}

// src/report/sarif/taxonomies.ts
function taxonomiesOf({ source: { repository, commit: commit2, date: date2 }, frameworks: frameworks2 }) {
  return frameworks2.map(({ name: name2, title: title2, version: version8, initiative, size: size2, controls }) => ({
    name: name2,
    fullName: `${title2} ${version8}`,
    version: version8,
    releaseDateUtc: date2,
    informationUri: `https://github.com/${repository}/tree/${commit2}/built-in-policies/policySetDefinitions`,
    organization: "Microsoft",
    shortDescription: { text: `Controls of ${title2} ${version8} to which Microsoft assigns policies that rules ask.` },
    fullDescription: {
      text: `${controls.length} of ${size2} controls of the initiative ${initiative}. A policy is not the whole control.`
    },
    isComprehensive: false,
    taxa: controls.map(({ id }) => ({ id }))
  }));
}
function relationshipsOf(check2, frameworks2) {
  return frameworks2.flatMap(
    ({ name: name2, controls }, framework) => controls.flatMap(({ id, checks: checks2 }, index) => {
      const toolComponent = { name: name2, index: framework };
      return checks2.includes(check2) ? [{ target: { id, index, toolComponent }, kinds: ["relevant"] }] : [];
    })
  );
}

// src/report/sarif/rules.ts
var scores = { high: "8.0", medium: "5.5", low: "3.0" };
var TAGS = 20;
var problems = { high: "error", medium: "warning", low: "recommendation", info: "recommendation" };
function rulesOf(context, entries) {
  const severities4 = /* @__PURE__ */ new Map();
  for (const { ruleId, severity: severity3 } of entries)
    severities4.set(ruleId, worst([severity3, severities4.get(ruleId) ?? "info"]));
  const others = [...severities4.keys()].filter((id) => id !== unseenInfo.id && !context.checks.has(id));
  const asked = others.map((id) => infoOf(id, context.checks));
  return [...context.checks.values(), ...asked, unseenInfo].map(
    (check2) => rule(check2, severities4.get(check2.id), context)
  );
}
function rule(check2, severity3, context) {
  const { id, title: title2, why: why2, reference, rows } = check2;
  const { docs } = context;
  const url = id === unseenInfo.id ? docs && `${docs}/README.md` : ruleUrl(id, context);
  const fix3 = remedy(check2);
  const relationships = relationshipsOf(id, context.mapping.frameworks);
  const tags = [
    "security",
    "encryption",
    "azure",
    systems[id.split("/", 1)[0] ?? ""] ?? "coverage",
    ...rows.slice(0, 6)
  ];
  const frameworks2 = new Set(relationships.map(({ target }) => target.toolComponent?.name ?? ""));
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence2(title2) },
    fullDescription: { text: sentence2(why2 || title2) },
    ...url && { helpUri: url },
    help: {
      text: [sentence2(title2), why2, fix3, url].filter((part2) => part2 !== "").join(" "),
      markdown: [
        `**When it fails:** ${text3(why2 || title2, 1e3)}`,
        `**To fix it:** ${text3(fix3)}`,
        [docs && link("About this check", url), reference && link("Microsoft’s documentation", reference)].filter((part2) => part2 !== "").join(" · ")
      ].join("\n\n")
    },
    ...severity3 && { defaultConfiguration: { level: levels[severity3] } },
    ...relationships.length > 0 && { relationships },
    properties: {
      tags: [...tags, ...frameworks2].slice(0, TAGS),
      precision: "very-high",
      ...severity3 && { "problem.severity": problems[severity3] },
      ...severity3 && scores[severity3] && { "security-severity": scores[severity3] }
    }
  };
}
function remedy({ id, creationOnly: creationOnly2 }) {
  if (id === unseenInfo.id) return "Correct the name, or give the identity of the workflow the Reader role there.";
  return creationOnly2 ? "The setting can only be chosen when the resource is created; each result has the steps." : "Each result has the command or the steps for its resource.";
}
function sentence2(words8) {
  return /[.!?]$/.test(words8) ? words8 : `${words8}.`;
}
function pascalCase(id) {
  return id.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/gi, (_, first) => first.toUpperCase());
}

// src/report/sarif/sarif.ts
var RESULTS = 25e3;
var ROOM = 24e6;
function sarifReport(report, context) {
  const entries = entriesOf2(report, context);
  const rules = rulesOf(context, entries);
  const results = fitting2(
    entries,
    rules.map(({ id }) => id)
  );
  const taxonomies = taxonomiesOf(context.mapping);
  const run2 = {
    tool: { driver: { ...driverOf(report, context), rules, supportedTaxonomies: taxonomies.map(componentOf) } },
    // what ends with a slash is the category of an upload, and two reports of a repository must not have the same
    taxonomies,
    automationDetails: { id: `${report.tool.name}/${context.reportId}/` },
    invocations: [invocationOf(report, context, entries.length - results.length)],
    ...provenanceOf(report, context),
    columnKind: "utf16CodeUnits",
    results
  };
  const $schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  const log = { $schema, version: "2.1.0", runs: [run2] };
  return `${JSON.stringify(log)}
`;
}
function componentOf({ name: name2 }, index) {
  return { name: name2, index };
}
function fitting2(entries, rules) {
  const indices = new Map(rules.map((id, index) => [id, index]));
  const results = [];
  let room = ROOM;
  for (const { ruleId, result } of entries.slice(0, RESULTS)) {
    const next2 = result(indices.get(ruleId) ?? -1);
    room -= Buffer.byteLength(JSON.stringify(next2));
    if (room < 0) break;
    results.push(next2);
  }
  return results;
}
function driverOf({ tool }, context) {
  return {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    ...context.docs && { informationUri: `${context.docs}/README.md` }
  };
}
function invocationOf({ run: run2, conclusion, coverage: coverage4, summary }, { notes }, leftOut2) {
  const warnings = [
    conclusion === "skipped" ? "No workspace was checked: this run has no identity in Azure." : "",
    (coverage4.percent ?? 100) < 100 ? `Only ${coverage4.percent} % of the evidence could be read.` : "",
    leftOut2 > 0 ? `The ${(0, import_clouds3.plural)(leftOut2, "least severe result is", "least severe results are")} omitted: code scanning accepts no more.` : ""
  ].filter((sentence3) => sentence3 !== "");
  const looked = `${(0, import_clouds3.plural)(summary.workspaces, "Azure Machine Learning workspace")}, ${(0, import_clouds3.plural)(summary.pass, "check")} passed.`;
  return {
    executionSuccessful: conclusion !== "skipped",
    startTimeUtc: run2.startedAt,
    endTimeUtc: run2.finishedAt,
    toolExecutionNotifications: [
      ...warnings.map((sentence3) => ({ level: "warning", message: message(sentence3) })),
      ...[looked, ...notes].map((sentence3) => ({ level: "note", message: message(sentence3) }))
    ]
  };
}
function provenanceOf({ run: run2 }, { serverUrl }) {
  if (run2.sha === "") return {};
  const mappedTo = { uriBaseId: "%SRCROOT%" };
  return {
    versionControlProvenance: [{ repositoryUri: `${serverUrl}/${run2.repository}`, revisionId: run2.sha, mappedTo }]
  };
}

// src/publish/checksums.ts
var import_node_path = __toESM(require("node:path"), 1);
function checksums(files2, folder, { relative, sep } = import_node_path.default) {
  return files2.map(({ path, digest }) => `${digest}  ${relative(folder, path).split(sep).join("/")}
`).join("");
}

// src/report/history.ts
var DAYS = 400;
function dayOf({
  run: run2,
  tool,
  conclusion,
  summary,
  coverage: coverage4
}) {
  const { workspaces: workspaces2, failedBySeverity, waived: waived2 } = summary;
  const { high, medium, low } = failedBySeverity;
  return {
    date: run2.finishedAt.slice(0, 10),
    finishedAt: run2.finishedAt,
    conclusion,
    workspaces: workspaces2,
    high,
    medium,
    low,
    unknown: undecidedCount(summary),
    waived: waived2,
    coverage: coverage4.percent,
    run: {
      id: /\/actions\/runs\/(\d+)$/.exec(run2.url)?.[1] ?? "",
      sha: run2.sha,
      version: tool.version,
      profile: run2.profile
    }
  };
}
function withDay(previous, today2) {
  const { days, note: note2 } = readHistory(previous);
  const now2 = dayNumber(today2.date);
  const kept3 = days.filter(({ date: date2 }) => dayNumber(date2) > now2 - DAYS && dayNumber(date2) <= now2 + 1);
  const byDate = new Map([...kept3, today2].map((day3) => [day3.date, day3]));
  return { days: [...byDate.values()].sort((a, b) => dayNumber(a.date) - dayNumber(b.date)), note: note2 };
}
function historyJson(days) {
  return `[
${days.map((day3) => JSON.stringify(day3)).join(",\n")}
]
`;
}
function readHistory(text4) {
  if (text4 === null) return { days: [], note: null };
  const lines2 = parsed(text4);
  if (!Array.isArray(lines2))
    return { days: [], note: "history.json on the status branch could not be read, so a new history begins." };
  const days = lines2.flatMap((line3) => readDay(line3) ?? []);
  const lost = lines2.length - days.length;
  return {
    days,
    note: lost === 0 ? null : `Ignored ${(0, import_clouds3.plural)(lost, "invalid line", "invalid lines")} of history.json.`
  };
}
var counts2 = ["workspaces", "high", "medium", "low", "unknown", "waived"];
function readDay(line3) {
  if (typeof line3 !== "object" || line3 === null) return null;
  const { date: date2, finishedAt, conclusion, coverage: coverage4, run: run2, ...numbers4 } = line3;
  if (!isDate(date2) || !isConclusion(conclusion) || !isPercent(coverage4)) return null;
  if (!counts2.every((name2) => Number.isSafeInteger(numbers4[name2]) && Number(numbers4[name2]) >= 0)) return null;
  const { workspaces: workspaces2, high, medium, low, unknown: unknown2, waived: waived2 } = numbers4;
  const known3 = readRun(run2);
  const moment = typeof finishedAt === "string" && finishedAt.startsWith(date2) && !Number.isNaN(Date.parse(finishedAt));
  return {
    date: date2,
    finishedAt: moment ? finishedAt : `${date2}T00:00:00.000Z`,
    conclusion,
    workspaces: workspaces2,
    high,
    medium,
    low,
    unknown: unknown2,
    waived: waived2,
    coverage: coverage4,
    ...known3 && { run: known3 }
  };
}
function readRun(value2) {
  if (typeof value2 !== "object" || value2 === null) return null;
  const { id, sha, version: version8, profile: profile3 } = value2;
  const fits = (text4, pattern4) => typeof text4 === "string" && pattern4.test(text4);
  if (!fits(id, /^\d{0,20}$/) || !fits(sha, /^[0-9a-f]{0,64}$/) || !fits(version8, /^[\w.+-]{1,40}$/)) return null;
  return profile3 === "baseline" || profile3 === "cmk-required" ? { id, sha, version: version8, profile: profile3 } : null;
}
function isConclusion(value2) {
  return value2 === "pass" || value2 === "fail" || value2 === "incomplete" || value2 === "skipped";
}
function isPercent(value2) {
  return value2 === null || typeof value2 === "number" && value2 >= 0 && value2 <= 100;
}

// src/report/trend/trend.ts

// src/report/trend/scale.ts
var plot = { left: 56, right: 560, failed: { top: 64, bottom: 204 }, read: { top: 262, bottom: 308 } };
function scaleOf(days) {
  const first = dayNumber(days[0].date);
  const last = dayNumber(days.at(-1).date);
  const highest = Math.max(...days.map(({ high, medium, low }) => high + medium + low));
  const every2 = roundStep(highest / 4);
  const most = Math.max(1, Math.ceil(highest / every2)) * every2;
  return { first, last, step: (plot.right - plot.left) / (last - first + 1), every: every2, most };
}
function roundStep(value2) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value2)));
  return ([1, 2, 5].find((factor) => factor * power >= value2) ?? 10) * power;
}
function xOf(date2, scale) {
  return xOfDay(dayNumber(date2), scale);
}
function xOfDay(day3, { first, step: step2 }) {
  return round(plot.left + (day3 - first + 0.5) * step2);
}
function yOf(checks2, { most }) {
  const { top, bottom } = plot.failed;
  return round(bottom - checks2 / most * (bottom - top));
}
function percentY(percent2) {
  const { top, bottom } = plot.read;
  return round(bottom - percent2 / 100 * (bottom - top));
}
function round(value2) {
  return Math.round(value2 * 10) / 10;
}
function countAxis(scale) {
  const values = Array.from({ length: scale.most / scale.every + 1 }, (_, index) => index * scale.every);
  const label = (value2) => value2 < 1e4 ? (0, import_clouds3.count)(value2) : value2.toLocaleString("en-US", { notation: "compact", maximumFractionDigits: 1 });
  return values.map((value2) => gridLine(yOf(value2, scale), label(value2), value2 === 0));
}
function percentAxis() {
  return [0, 50, 100].map((percent2) => gridLine(percentY(percent2), `${percent2} %`, percent2 === 0));
}
function gridLine(y, label, isAxis) {
  const { left, right } = plot;
  return `<path class="${isAxis ? "axis" : "grid"}" d="M${left} ${y}H${right}"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`;
}
function dateAxis(scale) {
  const { first, last } = scale;
  const between = last - first <= 7 ? last - first : 4;
  const days = Array.from(
    { length: between + 1 },
    (_, index) => Math.round(between === 0 ? first : first + (last - first) * index / between)
  );
  const label = dateOfDay(first).slice(0, 4) === dateOfDay(last).slice(0, 4) ? shortDate : longDate;
  const y = plot.read.bottom;
  return days.map((day3) => {
    const x = xOfDay(day3, scale);
    return `<path class="axis" d="M${x} ${y}v4"/><text x="${x}" y="${y + 19}" text-anchor="middle">${label(dateOfDay(day3))}</text>`;
  });
}

// src/report/trend/style.ts
var style2 = `<style>
.card{fill:#fff;stroke:#d1d9e0}text{font:12px -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;fill:#59636e}
.head{font-weight:600;font-size:13px;fill:#1f2328}.value{font-weight:600;fill:#1f2328}.grid{stroke:#d1d9e0}.axis{stroke:#818b98}
.high{fill:#a40e26}.medium{fill:url(#medium)}.low{fill:url(#low)}.incomplete{fill:none;stroke:#1f2328}
.medium-ground{fill:#e38b2f}.medium-line{stroke:#7a3e00}.low-ground{fill:#f6ebc4}.low-dot{fill:#8a6100}
.line{fill:none;stroke:#0969da;stroke-width:2}.dot{fill:#0969da}
@media(prefers-color-scheme:dark){.card{fill:#0d1117;stroke:#3d444d}text{fill:#9198a1}.head,.value{fill:#f0f6fc}.grid{stroke:#2a313c}.axis{stroke:#656c76}
.high{fill:#ff7b72}.medium-ground{fill:#9e5a14}.medium-line{stroke:#ffb55c}.low-ground{fill:#3d330f}.low-dot{fill:#d6b94f}.incomplete{stroke:#f0f6fc}.line{stroke:#4493f8}.dot{fill:#4493f8}}
</style>
<defs>
<pattern id="medium" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="medium-ground" width="6" height="6"/><path class="medium-line" stroke-width="3" d="M0 0v6"/></pattern>
<pattern id="low" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="low-ground" width="6" height="6"/><circle class="low-dot" cx="1.5" cy="1.5" r=".9"/><circle class="low-dot" cx="4.5" cy="4.5" r=".9"/></pattern>
</defs>`;

// src/report/trend/words.ts
function isIncomplete({ conclusion }) {
  return conclusion !== "pass" && conclusion !== "fail";
}
function span2(days) {
  const [first, last] = [days[0], days.at(-1)].map(({ date: date2 }) => longDate(date2));
  return first === last ? `${last}` : `${first} to ${last}`;
}
function inWords3(days) {
  const last = days.at(-1);
  const worst3 = days.reduce((a, b) => b.high > a.high ? b : a);
  const incomplete3 = days.filter(isIncomplete).length;
  const sentences2 = [
    `Last run on ${longDate(last.date)}: ${counted(last)} failed${isIncomplete(last) ? ", and not everything could be decided" : ""}.`,
    last.coverage === null ? "" : `${last.coverage} % of the evidence could be read.`,
    worst3.high > last.high ? `The highest number of high-severity failures was ${(0, import_clouds3.count)(worst3.high)}, on ${longDate(worst3.date)}.` : "",
    incomplete3 > 0 ? `${(0, import_clouds3.count)(incomplete3)} of ${(0, import_clouds3.plural)(days.length, "run")} could not decide everything.` : ""
  ];
  return sentences2.filter((sentence3) => sentence3 !== "").join(" ");
}
function counted({ high, medium, low }) {
  return (0, import_clouds3.listed)([`${(0, import_clouds3.count)(high)} high`, `${(0, import_clouds3.count)(medium)} medium`, `${(0, import_clouds3.count)(low)} low`], 3);
}

// src/report/trend/trend.ts
var [WIDTH2, HEIGHT] = [760, 344];
var severities3 = ["high", "medium", "low"];
var names2 = { high: "High", medium: "Medium", low: "Low" };
function trendSvg(days) {
  const scale = scaleOf(days);
  const parts = [
    ...countAxis(scale),
    ...bars(days, scale),
    ...incomplete2(days, scale),
    ...legend2(days),
    ...percentAxis(),
    ...coverage3(days, scale),
    ...dateAxis(scale)
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH2} ${HEIGHT}" width="${WIDTH2}" height="${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">${xml(`Failed checks and coverage, ${span2(days)}`)}</title>
<desc id="desc">${xml(inWords3(days))}</desc>
${style2}
<rect class="card" x=".5" y=".5" width="${WIDTH2 - 1}" height="${HEIGHT - 1}" rx="6"/>
<text class="head" x="16" y="28">Failed checks by severity</text>
<text class="head" x="16" y="${plot.read.top - 17}">Evidence that could be read</text>
${parts.join("\n")}
</svg>
`;
}
function bars(days, scale) {
  const width = barWidth(days, scale);
  const drawn = severities3.flatMap((severity3, index) => {
    const below2 = severities3.slice(0, index);
    const path = days.filter((day3) => day3[severity3] > 0).map((day3) => {
      const bottom = below2.reduce((sum, each) => sum + day3[each], 0);
      const [low, high] = [yOf(bottom, scale), yOf(bottom + day3[severity3], scale)];
      return `M${round(xOf(day3.date, scale) - width / 2)} ${low}V${high}h${width}V${low}z`;
    });
    return path.length === 0 ? [] : [`<path class="${severity3}" d="${path.join("")}"/>`];
  });
  const middle = (plot.left + plot.right) / 2;
  const none = `<text x="${middle}" y="${plot.failed.bottom - 12}" text-anchor="middle">No failed checks</text>`;
  return drawn.length === 0 ? [none] : drawn;
}
function barWidth(days, { step: step2 }) {
  const numbers4 = days.map(({ date: date2 }) => dayNumber(date2));
  const closest2 = Math.min(Infinity, ...numbers4.slice(1).map((day3, index) => day3 - Number(numbers4[index])));
  const room = closest2 * step2;
  return round(Math.min(22, room < 4 ? Math.max(1.2, room) : room * 0.8));
}
function incomplete2(days, scale) {
  const marks = days.filter(isIncomplete).map(({ date: date2 }) => diamond(xOf(date2, scale), plot.failed.bottom + 4));
  return marks.length === 0 ? [] : [`<path class="incomplete" d="${marks.join("")}"/>`];
}
function diamond(x, top) {
  return `M${x} ${top}l3 4l-3 4l-3-4z`;
}
function legend2(days) {
  const last = days.at(-1);
  const x = plot.right + 24;
  const end2 = WIDTH2 - 24;
  const top = plot.failed.top;
  const rows = severities3.map((severity3, index) => {
    const y = top + 6 + (2 - index) * 26;
    return `<rect class="${severity3}" x="${x}" y="${y}" width="18" height="14"/><text x="${x + 28}" y="${y + 11}">${names2[severity3]}</text><text class="value" x="${end2}" y="${y + 11}" text-anchor="end">${(0, import_clouds3.count)(last[severity3])}</text>`;
  });
  const mark2 = `<path class="incomplete" d="${diamond(x + 9, top + 95)}"/><text x="${x + 28}" y="${top + 103}">Run was incomplete</text>`;
  const read = `<text class="value" x="${end2}" y="${percentY(last.coverage ?? 0) + 4}" text-anchor="end">${last.coverage} %</text>`;
  return [
    `<text x="${x}" y="${top - 8}">Last run, ${shortDate(last.date)}</text>`,
    ...rows,
    ...days.some(isIncomplete) ? [mark2] : [],
    ...last.coverage === null ? [] : [read]
  ];
}
function coverage3(days, scale) {
  const runs2 = [];
  for (const day3 of days) {
    if (day3.coverage === null) continue;
    const run2 = runs2.at(-1);
    const before = run2?.at(-1);
    if (run2 && before && dayNumber(day3.date) - dayNumber(before.date) === 1) run2.push(day3);
    else runs2.push([day3]);
  }
  const point = (day3) => `${xOf(day3.date, scale)} ${percentY(day3.coverage ?? 0)}`;
  const lines2 = runs2.filter(({ length }) => length > 1).map((run2) => `M${run2.map(point).join("L")}`);
  const dots = runs2.filter(({ length }) => length === 1).flat();
  return [
    ...lines2.length === 0 ? [] : [`<path class="line" d="${lines2.join("")}"/>`],
    ...dots.map(({ date: date2, coverage: coverage4 }) => {
      return `<circle class="dot" cx="${xOf(date2, scale)}" cy="${percentY(coverage4 ?? 0)}" r="2.5"/>`;
    })
  ];
}

// src/github/status-branch.ts
var StatusRefused = class extends Error {
  name = "StatusRefused";
};
var RACES = 5;
async function publishStatus(octokit, request, patience, random = Math.random) {
  const { branch } = request;
  if (request.ref === `refs/heads/${branch}`)
    throw new StatusRefused(
      `status-branch is ${branch}, the branch that this run is on: reports would become part of your code. Name a branch of its own, such as encryption-status.`
    );
  const blobs = /* @__PURE__ */ new Map();
  for (let tried = 1; ; tried++) {
    try {
      return await retried(() => commit(octokit, request, blobs), patience);
    } catch (error) {
      if (error instanceof StatusRefused) throw error;
      if (tried === RACES || !isRace(error)) throw new StatusRefused(refusal3(error, request));
      await patience.sleep(Math.round(250 * 2 ** tried * (0.5 + random())));
    }
  }
}
async function commit(octokit, request, blobs) {
  const { owner, repo, branch, message: message2 } = request;
  const { git } = octokit.rest;
  const parent = await tip(octokit, request);
  const files2 = await request.files(
    async (path) => parent ? readContents(octokit, { owner, repo, ref: parent.sha, path }) : null
  );
  if (files2.size === 0) return null;
  const tree = await upload(octokit, request, files2, blobs);
  const base = parent ? { base_tree: parent.tree } : {};
  const { data: written3 } = await git.createTree({ owner, repo, tree, ...base });
  if (written3.sha === parent?.tree) return null;
  const parents = parent ? [parent.sha] : [];
  const { data: made } = await git.createCommit({ owner, repo, message: message2, tree: written3.sha, parents });
  if (parent) await git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: made.sha, force: false });
  else await git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: made.sha });
  return made.html_url;
}
async function tip(octokit, { owner, repo, branch }) {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    const { sha } = data.object;
    const last = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
    return { sha, tree: last.data.tree.sha };
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}
async function upload(octokit, { owner, repo }, files2, blobs) {
  const entries = [];
  for (const [path, content] of files2) {
    const known3 = blobs.get(content);
    const sha = known3 ?? (await octokit.rest.git.createBlob({ owner, repo, content, encoding: "utf-8" })).data.sha;
    blobs.set(content, sha);
    entries.push({ path, mode: "100644", type: "blob", sha });
  }
  return entries;
}
function isRace({ status, message: message2 }) {
  if (status === 409) return !/empty/i.test(message2);
  return status === 422 && /fast.?forward|already exists|does not exist|cannot be updated/i.test(message2);
}
function refusal3(error, { owner, repo, branch }) {
  const where = `branch ${branch} of ${owner}/${repo}`;
  const said3 = answerOf(error);
  const common2 = commonRefusal(error, `the commit on ${where}`);
  if (common2 !== null) return common2;
  if (isRace(error))
    return `Others wrote to ${where} each of the ${RACES} times that this run tried ${said3}, so the run is missing there. Let one job at a time write to it, with \`concurrency\` in the workflow.`;
  if (error.status === 409)
    return `${owner}/${repo} is empty ${said3}, and GitHub makes no branch in an empty repository. Push a first commit.`;
  if (/protect|rule|restricted|pull request|reference update failed/i.test(error.message))
    return `A branch protection rule or ruleset keeps this job from writing to ${where} ${said3}. Exempt the branch from it, or name another status-branch.`;
  if (error.status === 403 || error.status === 404)
    return `GitHub does not let this job write to ${where} ${said3}. Give the job \`permissions: contents: write\`.`;
  if (error.status === 413 || /too large|too big/i.test(error.message))
    return `GitHub finds a file for ${where} too large ${said3}. It takes up to 100 MB; the whole report is in json-file.`;
  return `The ${where} could not be written ${said3}. The whole report is in the report files of the run.`;
}

// src/report/status-readme.ts
function marker(reportId) {
  return `<!-- azureml-encryption-check:status:${reportId} -->`;
}
function mayReplaceReadme(previous, reportId) {
  return previous === null || previous.split(/\r?\n/, 1)[0] === marker(reportId);
}
var LINES = 14;
function statusReadme(page) {
  const { days, runUrl } = page;
  const parts = [
    `${marker(page.reportId)}
# Encryption of Azure Machine Learning workspaces`,
    "![Badge: the outcome in short](badge.svg)",
    `${text3(inWords3(days), 1e3)} ${link("Open the run", runUrl)}.`,
    "## Trend",
    `![${text3(`Failed checks and coverage, ${span2(days)}; the same figures are in the table below and in history.json`)}](trend.svg)`,
    "## Last runs",
    runs(days),
    "## Show the badge",
    "In Markdown, for everyone who can see this repository:",
    fence(snippet(page), "markdown"),
    "## What this is",
    `${link("azureml-encryption-check", `${page.docs}/README.md`)} writes this branch after each run on the default branch: ${files}. It overwrites these files, so do not edit them; it leaves other files alone. The figures of a day are those of its last run (UTC). If the date on the badge is older than yesterday, check that the workflow still runs.`
  ];
  return `${parts.join("\n\n")}
`;
}
var files = "`report.json` (the report of the last run), `history.json` (a line a day, 400 days), `badge.json` (for shields.io), `badge.svg`, `trend.svg` and this page";
var conclusions = {
  pass: "✅ passed",
  fail: "❌ failed",
  incomplete: "⚠️ incomplete",
  skipped: "skipped"
};
function runs(days) {
  const head3 = ["Day", "Conclusion", "High", "Medium", "Low", "Undecided", "Waived", "Workspaces", "Coverage"];
  const rows = days.slice(-LINES).reverse().map(cells3);
  const numbers4 = head3.slice(2).map(() => "r");
  const { open: open3, rows: lines2 } = table(head3, rows, ["l", "l", ...numbers4]);
  return open3 + lines2.join("\n");
}
function cells3({ date: date2, conclusion, high, medium, low, unknown: unknown2, waived: waived2, workspaces: workspaces2, coverage: coverage4 }) {
  const numbers4 = [high, medium, low, unknown2, waived2, workspaces2].map(import_clouds3.count);
  return [longDate(date2), conclusions[conclusion], ...numbers4, coverage4 === null ? "–" : `${coverage4} %`];
}
function snippet({ repositoryUrl, branch, at: at3 }) {
  const path = (file) => `${branch}/${at3(file)}`.split("/").map(encodeURIComponent).join("/");
  return `[![encryption](${repositoryUrl}/raw/${path("badge.svg")})](${repositoryUrl}/tree/${path("").replace(/\/$/, "")})`;
}

// src/publish/nightly.ts

// src/publish/result.ts

// src/config/changes.ts
function acceptedRisks(base, head3, checks2, workspaces2, fallback) {
  return [
    ...head3.waivers.flatMap((waiver2) => addedWaiver(waiver2, base.waivers)),
    ...switchedOff(base, head3, checks2),
    ...weakerSeverities(base, head3, checks2),
    ...weakerProfiles(base, head3, workspaces2, fallback),
    ...weakerThresholds(base, head3)
  ];
}
function addedWaiver(waiver2, before) {
  const known3 = before.filter((other) => sameTarget(waiver2, other));
  if (known3.some(({ expires: expires2 }) => expires2 >= waiver2.expires)) return [];
  const { check: check2, workspace: workspace2, resource: resource2, owner, reason, expires } = waiver2;
  const places2 = [
    ...resource2 === void 0 ? [] : [`resources like ${(0, import_clouds3.oneLine)(resource2, 120)}`],
    ...workspace2 === void 0 ? [] : [`workspaces like ${(0, import_clouds3.oneLine)(workspace2, 120)}`]
  ];
  const where = places2.length === 0 ? "everywhere" : `for ${places2.join(" in ")}`;
  const verb = known3.length === 0 ? "is waived" : "stays waived longer,";
  return [`${check2} ${verb} ${where} until ${expires}, by ${(0, import_clouds3.oneLine)(owner, 80)}: ${(0, import_clouds3.oneLine)(reason, 200)}`];
}
function sameTarget(one, other) {
  const target = ({ check: check2, workspace: workspace2, resource: resource2 }) => JSON.stringify([check2, workspace2?.toLowerCase(), resource2?.toLowerCase()]);
  return target(one) === target(other);
}
function switchedOff(base, head3, checks2) {
  const disabled = checks2.filter(({ id }) => disabledReason(base, id) === null && disabledReason(head3, id) !== null);
  const byRule = Map.groupBy(disabled, ({ id }) => disabledReason(head3, id));
  const gone = base.enable.filter((id) => !head3.enable.includes(id));
  return [
    ...[...byRule].map(([reason, those]) => `${named2(those)} ${are(those)} disabled: ${(0, import_clouds3.oneLine)(reason, 200)}`),
    ...gone.map((id) => `${id} is no longer enabled.`),
    ...base.jobNames.filter((pattern4) => !head3.jobNames.includes(pattern4)).map((pattern4) => `Jobs may be called ${(0, import_clouds3.oneLine)(pattern4, 80)} again.`)
  ];
}
function weakerSeverities(base, head3, checks2) {
  const weaker = checks2.flatMap((check2) => {
    const [before, after] = [severityFor(base, check2.id), severityFor(head3, check2.id)];
    return before !== after && isWeaker(before, after, check2) ? [{ id: check2.id, before, after }] : [];
  });
  const alike3 = Map.groupBy(weaker, ({ before, after }) => `${before} ${after}`);
  return [...alike3.values()].map((those) => {
    const [{ before, after }] = those;
    return `${named2(those)} ${those.length === 1 ? "counts" : "count"} as ${after ?? "the checklist says"} instead of ${before ?? "as the checklist says"}.`;
  });
}
function isWeaker(before, after, { severity: severity3 }) {
  const own22 = (typeof severity3 === "object" && severity3 !== null ? Object.values(severity3) : [severity3]).filter(
    (each) => severities.includes(each)
  );
  const ranks = (own22.length === 0 ? severities : own22).map(rank);
  const then = before === null ? Math.min(...ranks) : rank(before);
  const now2 = after === null ? Math.max(...ranks) : rank(after);
  return now2 > then;
}
function weakerProfiles(base, head3, workspaces2, fallback) {
  const weaker = workspaces2.filter(
    (workspace2) => profileFor(base, workspace2, fallback) === "cmk-required" && profileFor(head3, workspace2, fallback) === "baseline"
  );
  if (weaker.length === 0) return [];
  const names4 = weaker.map(({ name: name2 }) => name2);
  return [`${(0, import_clouds3.listed)(names4, 5)} ${are(weaker)} judged by the profile baseline instead of cmk-required.`];
}
function weakerThresholds({ thresholds: base }, { thresholds: head3 }) {
  const validity2 = ({ keyMaximumValidityDays }) => keyMaximumValidityDays ?? Number.POSITIVE_INFINITY;
  const rules = [
    ["key-minimum-bits", base.keyMinimumBits, head3.keyMinimumBits, false],
    ["key-maximum-age-days", base.keyMaximumAgeDays, head3.keyMaximumAgeDays, true],
    ["key-maximum-validity-days", validity2(base), validity2(head3), true],
    ["key-expiry-warning-days", base.keyExpiryWarningDays, head3.keyExpiryWarningDays, false],
    ["jobs-per-workspace", base.jobsPerWorkspace, head3.jobsPerWorkspace, false]
  ];
  return rules.filter(([, before, after, isLaxerAbove]) => isLaxerAbove ? after > before : after < before).map(([name2, before, after]) => `${name2} is ${Number.isFinite(after) ? after : "not set"} instead of ${before}.`);
}
function named2(checks2) {
  return (0, import_clouds3.listed)(
    checks2.map(({ id }) => id),
    5
  );
}
function are(things) {
  return things.length === 1 ? "is" : "are";
}

// src/pseudonym/foreign-text.ts

// src/pseudonym/remembering.ts
var MOST3 = 1e4;
function remembering2(answer) {
  const known3 = /* @__PURE__ */ new Map();
  return (question) => {
    const before = known3.get(question);
    if (before !== void 0) return before;
    if (known3.size >= MOST3) known3.clear();
    const now2 = answer(question);
    known3.set(question, now2);
    return now2;
  };
}

// src/pseudonym/foreign-text.ts
var TO_FILL_IN = "<resource id>";
function foreignText(evidence4, repositoryId, names4) {
  const pattern4 = tokens(names4);
  const alias = (token) => {
    if (/^\/subscriptions\//i.test(token)) return pseudonymOf(token, repositoryId, evidence4);
    return replaced(token, names4).replace(anyId, (id) => pseudonym(repositoryId, nakedId(id), ofUnknown(id)));
  };
  return {
    shown: remembering2((text4) => isId3(text4) ? pseudonym(repositoryId, text4) : text4.replace(pattern4, alias)),
    address: (text4) => text4.replace(anyResourceId, alias).replace(anyId, alias),
    inCommand: (text4) => text4.replace(pattern4, (token) => alias(token) === token ? token : TO_FILL_IN)
  };
}
var anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;
var ofUnknown = (id) => id.length === 32 ? vaultKey.about.prefix : anyPrefix;
var isId3 = (value2) => parseResourceId(value2) !== null && value2.startsWith("/");
var word3 = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]*`;
var resourceId = String.raw`/subscriptions/[^\s"'\x60<>|]+`;
var anyResourceId = new RegExp(resourceId, "gi");
function tokens(names4) {
  const odd = [...names4.keys()].filter((name2) => !new RegExp(`^${word3}$`, "u").test(name2));
  const literal2 = odd.sort((a, b) => b.length - a.length).map((name2) => name2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp([resourceId, ...literal2, word3].join("|"), "giu");
}
function replaced(token, names4, isPart = false) {
  for (let length = token.length; length > 0; length -= 1) {
    if (length < token.length && !/[._-]/.test(token[length] ?? "")) continue;
    const found2 = token.slice(0, length);
    const name2 = isPart && !isTelling(found2) ? void 0 : names4.get(found2.toLowerCase());
    if (name2) return name2 + replaced(token.slice(length), names4, true);
  }
  const next2 = token.search(/[._-]/) + 1;
  return next2 === 0 ? token : token.slice(0, next2) + replaced(token.slice(next2), names4, true);
}
function isTelling(name2) {
  return name2.length >= 6 && /[\d_-]/.test(name2);
}
function pseudonymOf(id, repositoryId, evidence4) {
  if (evidence4.some(({ resources }) => resources.has(idKey(id)))) return pseudonym(repositoryId, id);
  const bare2 = (0, import_clouds3.withoutEnd)(id, ".,;:)");
  return pseudonym(repositoryId, bare2) + id.slice(bare2.length);
}

// src/pseudonym/names.ts
function knownNames(evidence4, repositoryId, named3) {
  const records = new Set(evidence4.flatMap(({ resources }) => [...resources.values()]));
  const [subscription2 = ""] = evidence4.flatMap(({ subscriptions: subscriptions2 }) => subscriptions2).map(({ id }) => id.toLowerCase()).sort();
  const unguessed = (name2) => `/subscriptions/${subscription2}/named/${name2}`;
  const groups = [...records].flatMap(groupsIn).map((name2) => [name2, unguessed(name2), managementGroup.prefix]);
  const lists = [
    named3.map(({ name: name2, prefix, id = unguessed(name2) }) => [name2, id, prefix]),
    evidence4.flatMap(({ subscriptions: subscriptions2 }) => subscriptions2.map(({ id }) => [id, `/subscriptions/${id}`])),
    evidence4.flatMap(({ collections }) => [...collections.keys()]).flatMap((key3) => ofCollection(key3, subscription2)),
    ...[keysIn2, edgesIn, hostsIn].map((find) => [...records].flatMap(find)),
    groups,
    [...records].flatMap(namesIn3)
  ];
  const names4 = new Map(lists.flatMap((list7) => [...firstIds(list7)]));
  for (const common2 of commonWords) names4.delete(common2);
  return new Map([...names4].map(([name2, [id, prefix]]) => [name2, pseudonym(repositoryId, id, prefix)]));
}
function firstIds(list7) {
  const first = /* @__PURE__ */ new Map();
  for (const [name2, id, prefix] of list7) {
    const known3 = first.get(name2.toLowerCase());
    if (name2 !== "" && (!known3 || idKey(id) < idKey(known3[0]))) first.set(name2.toLowerCase(), [id, prefix]);
  }
  return first;
}
function ofCollection(key3, subscription2) {
  const parts = collectionParts(key3);
  const id = `/subscriptions/${subscription2}/${key3}`;
  if (parts?.of === "vault") return [[parts.host, id, keyVault.about.prefix]];
  return parts?.of === "account" ? [[parts.name, id, storageAccount.about.prefix]] : [];
}
function keysIn2(record2) {
  if (record2.state !== "read") return [];
  const { id, body } = record2;
  const above = `/subscriptions/${parseResourceId(id)?.subscriptionId}`;
  const keys2 = keyUses(typeIn(body), body, anyKeyHosts).flatMap((use2) => [
    [use2.name, `${above}/${use2.host}/keys/${use2.name}`, vaultKey.about.prefix],
    [use2.host, `${above}/${use2.host}`, keyVault.about.prefix]
  ]);
  const pools = propertyOf(body, managedCluster.nodePools);
  const poolNames = (Array.isArray(pools) ? pools : []).map((pool) => {
    const name2 = String(valueAt(pool, "name"));
    return [name2, `${id}/agentpools/${name2}`, managedCluster.about.prefix];
  });
  return [...keys2, ...poolNames];
}
function edgesIn(record2) {
  if (record2.state !== "read") return [];
  return edgesOf(record2, anyKeyHosts).flatMap((edge) => {
    if (edge.to === "account") return edge.id ? namesIn3({ id: edge.id }) : [];
    const isNamed2 = (edge.to === "resource" || edge.to === "identity") && parseResourceId(edge.id) !== null;
    return isNamed2 ? namesIn3(edge) : [];
  });
}
function hostsIn(record2) {
  if (record2.state !== "read") return [];
  const { hosts = [] } = resourceTypes[typeIn(record2.body)] ?? {};
  return hosts.flatMap((host) => {
    const uri = propertyOf(record2.body, host);
    return typeof uri === "string" ? [[uri.replace(/^https?:\/\//i, "").replace(/[:/][\s\S]*$/, ""), record2.id]] : [];
  });
}
function groupsIn(record2) {
  const scope4 = record2.state === "read" ? propertyOf(record2.body, roleAssignment.scope) : void 0;
  const name2 = typeof scope4 === "string" ? managementGroup.nameIn(scope4) : null;
  return name2 === null ? [] : [name2];
}
function namesIn3({ id }) {
  if (typeOf(id) === resourceProvider.type) return [];
  const at3 = parseResourceId(id);
  if (!at3) return [[id.split("/").at(-1) ?? "", id]];
  const { subscriptionId, resourceGroup: resourceGroup3, name: name2 } = at3;
  return [
    [subscriptionId, `/subscriptions/${subscriptionId}`],
    [resourceGroup3, groupId(subscriptionId, resourceGroup3)],
    [name2, id]
  ];
}
var commonWords = [
  "default",
  "azureml",
  ...["cluster", "compute", "data", "key", "registry", "search", "storage", "system", "vault", "workspace"]
];

// src/pseudonym/publish.ts
function pseudonymous(evidence4, repositoryId, named3) {
  const names4 = knownNames(evidence4, repositoryId, named3);
  const { shown: text4, address, inCommand } = foreignText(evidence4, repositoryId, names4);
  const aliasOf = remembering2((id) => pseudonym(repositoryId, id));
  const inSentence = (part2) => {
    if (typeof part2 === "string") return part2;
    if (part2.id === void 0) return { name: text4(part2.name) };
    const alias = aliasOf(part2.id);
    return { name: alias, id: alias };
  };
  const parts = {
    message: inSentence,
    instruction: inSentence,
    command: (part2) => typeof part2 === "string" ? inCommand(part2) : TO_FILL_IN
  };
  const ofRun2 = ({ tenant, identity, config, judgedFrom: judgedFrom2, ...known3 }) => ({
    ...known3,
    tenant: tenant && text4(tenant),
    identity: identity && pseudonym(repositoryId, nakedId(idOfReader(identity)), userAssignedIdentity.about.prefix),
    config: config && { ...config, path: text4(config.path) },
    judgedFrom: judgedFrom2 && { ...judgedFrom2, file: text4(judgedFrom2.file) }
  });
  const publish2 = (value2) => {
    if (typeof value2 === "string") return text4(value2);
    if (Array.isArray(value2)) return value2.map(publish2);
    if (typeof value2 !== "object" || value2 === null) return value2;
    const kept3 = "owner" in value2 ? [] : keptAsIs;
    const entries = Object.entries(value2).map(([key3, member2]) => {
      const inPart = parts[key3];
      if (inPart && Array.isArray(member2)) return [key3, member2.map(inPart)];
      if (key3 === "notLookedInto" && Array.isArray(member2))
        return [key3, member2.map((part2) => ({ address: address(part2.address), reason: text4(part2.reason) }))];
      if (key3 === "run") return [key3, ofRun2(member2)];
      if (key3 === "message" && typeof member2 === "string") return [key3, address(member2)];
      if (key3 === "path") return [key3, String(member2).replace(inBrackets, text4)];
      return [key3, kept3.includes(key3) ? member2 : publish2(member2)];
    });
    return Object.fromEntries(entries);
  };
  return publish2;
}
var inBrackets = /\[[^\]]*(?:\]|$)/g;
var keptAsIs = [
  "check",
  "fingerprint",
  "status",
  "severity",
  "reason",
  "others",
  "counts",
  "tool",
  "action",
  "profile",
  "kind",
  "cmkArchitecture",
  "schemaVersion",
  "checks",
  "controls",
  "change",
  "source",
  "files",
  "conclusion"
];

// src/report/view/graph.ts
var MOST_NODES = 30;
var order2 = ["high", "undecided", "medium", "low", "waived", "advice", "passed"];
function graphOf(evidence4, workspace2) {
  const states2 = /* @__PURE__ */ new Map([
    [idKey(workspace2.id), { id: workspace2.id, state: "passed" }]
  ]);
  for (const finding of workspace2.findings) {
    const key3 = idKey(finding.resource);
    const known3 = states2.get(key3);
    states2.set(key3, { id: known3?.id ?? finding.resource, state: worse(known3?.state, stateOf(finding)) });
  }
  const [[, root] = ["", { id: workspace2.id, state: "passed" }], ...others] = [...states2];
  const resources = others.map(([, node]) => node).sort((a, b) => order2.indexOf(a.state) - order2.indexOf(b.state));
  const shown5 = [root, ...resources.slice(0, MOST_NODES - 1)];
  const labels = labelsOfIds(shown5.map(({ id }) => id));
  return {
    nodes: shown5.map(({ id, state }) => ({ name: labelOf(id, labels), kind: resourceKind(id) ?? "", state })),
    edges: arrowsOf(
      shown5.map(({ id }) => id),
      evidence4
    ),
    left: resources.length - (shown5.length - 1)
  };
}
function stateOf({ status, severity: severity3 }) {
  if (status === "waived") return "waived";
  if (status === "pass") return "passed";
  if (severity3 === "info") return "advice";
  return status === "unknown" ? "undecided" : severity3;
}
function worse(one, other) {
  return one !== void 0 && order2.indexOf(one) < order2.indexOf(other) ? one : other;
}
function arrowsOf(ids, evidence4) {
  const mentioned = ids.map((id) => mentionsOf(id, evidence4));
  const edges = ids.flatMap(
    (to, toIndex) => ids.flatMap(
      (_, from) => from !== toIndex && toIndex !== 0 && mentioned[from]?.(to) ? [[from, toIndex]] : []
    )
  );
  const reached = new Set(edges.map(([, to]) => to));
  const loose = ids.flatMap((_, index) => index === 0 || reached.has(index) ? [] : [[0, index]]);
  return [...edges, ...loose];
}
function mentionsOf(id, evidence4) {
  const record2 = evidence4.resources.get(idKey(id));
  const edges = record2?.state === "read" ? edgesOf(record2, evidence4.keyHosts) : [];
  const named3 = new Set(edges.flatMap((edge) => ledTo(edge, evidence4).map(idKey)));
  const isKey = /\/keys\/[^/]+$/i.test(id);
  return (other) => named3.has(idKey(other)) || isKey && idKey(parentId(id)) === idKey(other);
}
function worstWorkspace(workspaces2) {
  let worst3 = null;
  for (const workspace2 of workspaces2) {
    const failed2 = workspace2.findings.filter(({ status, severity: severity3 }) => status === "fail" && severity3 !== "info");
    const weight = failed2.reduce((sum, { severity: severity3 }) => sum + 1e3 ** (2 - rank(severity3)), 0);
    if (weight > (worst3?.weight ?? 0)) worst3 = { workspace: workspace2, weight };
  }
  return worst3?.workspace ?? null;
}

// src/publish/result.ts

// src/publish/named.ts
function namedIn2({ targets: targets2 }, config, { earlier: { baseline, base }, reader: reader2 }) {
  const configs = base !== null && "config" in base ? [config, base.config] : [config];
  return [
    ...ofReader(reader2),
    ...(baseline?.workspaces ?? []).flatMap(ofBaseline),
    ...configs.flatMap(ofConfig),
    ...targets2.workspaces.flatMap(
      (target) => target.kind === "pattern" ? literals2(target.pattern, mlWorkspace.about) : [called3(target.name, mlWorkspace.about), called3(target.resourceGroup, resourceGroup.about)]
    ),
    ...targets2.resourceGroups.map(({ name: name2 }) => called3(name2, resourceGroup.about)),
    ...targets2.subscriptions.map((id) => ({ name: id, prefix: subscription.about.prefix, id: `/subscriptions/${id}` })),
    ...targets2.managementGroups.map((name2) => called3(name2, managementGroup))
  ];
}
var anything = { prefix: anyPrefix };
var called3 = (name2, { prefix }) => ({ name: name2, prefix });
function ofReader({ tenant, identity }) {
  const known3 = tenant === null ? [] : [called3(tenant, anything)];
  if (identity === null) return known3;
  const name2 = idOfReader(identity);
  return [...known3, { name: name2, prefix: userAssignedIdentity.about.prefix, id: nakedId(name2) }];
}
function ofBaseline({ id, name: name2 }) {
  if (id === name2 && isPseudonym(id, mlWorkspace.about.prefix)) return [];
  return [
    id.startsWith("/subscriptions/") ? { name: name2, prefix: mlWorkspace.about.prefix, id } : called3(name2, mlWorkspace.about)
  ];
}
function ofConfig({ waivers: waivers2, profiles, jobNames: jobNames3 }) {
  return [
    ...waivers2.flatMap(({ resource: resource2 = "" }) => literals2(resource2, anything)),
    ...waivers2.flatMap(({ workspace: workspace2 = "" }) => literals2(workspace2, mlWorkspace.about)),
    ...profiles.flatMap(({ workspaces: workspaces2 }) => workspaces2.flatMap((pattern4) => literals2(pattern4, mlWorkspace.about))),
    ...jobNames3.flatMap((pattern4) => literals2(pattern4, mlJob.about))
  ];
}
function literals2(pattern4, of3) {
  const last = (0, import_clouds3.withoutEnd)(pattern4, "/").split("/").at(-1) ?? "";
  const parts = last.split("*").map((part2) => (0, import_clouds3.withoutEnd)(part2.replace(/^[._-]+/, ""), "._-"));
  const names4 = parts.length === 1 ? parts : parts.filter((part2) => part2.length >= 6 && /[\d_-]/.test(part2));
  return names4.filter((name2) => name2 !== "").map((name2) => called3(name2, of3));
}

// src/publish/run-info.ts
function runInfo({ inputs, config, event, scan: scan2, startedAt }, finishedAt) {
  const { profile: profile3, ...gate3 } = inputs.policy;
  const { file } = config;
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    event: event.name,
    repository: event.repository,
    sha: event.sha,
    url: event.runUrl,
    ...scan2.reader,
    gate: { ...gate3, gateOn: scan2.planned?.gateOn ?? "live" },
    profile: profile3,
    config: file && { path: file.path, sha256: file.sha256 },
    judgedFrom: scan2.judgedFrom
  };
}

// src/publish/result.ts
var checks = new Map(
  checklist.map(({ id, title: title2, failed: failed2, irreversible, rows, why: why2, reference, creationOnly: creationOnly2 = false }) => [
    id,
    { id, title: title2, failed: failed2, ...irreversible && { irreversible }, rows: [...rows], why: why2, reference, creationOnly: creationOnly2 }
  ])
);
async function publicationOf(result, ports) {
  const { controlsIn, mappingOf } = await Promise.resolve().then(() => __toESM(require("./controls.js"), 1));
  const mapping = mappingOf(checklist);
  const { inputs, event, scan: scan2 } = result;
  const details = inputs.publishDetails ?? event.visibility !== "public";
  const repositoryId = event.repositoryId ?? event.repository;
  const shown5 = details ? (value2) => value2 : pseudonymous(
    [scan2.evidence, ...scan2.planned ? [scan2.planned.evidence] : []],
    repositoryId,
    namedIn2(inputs, result.config, scan2)
  );
  const header3 = headerOf2(result, controlsIn(mapping, checklist), ports.now());
  const report = { ...header3, plan: scan2.planned?.plan ?? null, workspaces: scan2.workspaces };
  const compared = scan2.earlier.baseline && compare(scan2.earlier.baseline, report.workspaces, scan2, (id) => pseudonym(repositoryId, id));
  const risks = risksOf(result);
  const worst3 = worstWorkspace(report.workspaces);
  const warnings = [...compared?.notes ?? [], ...risks.notes, ...scan2.planned?.warnings ?? []];
  const { notes: _, ...comparison } = compared ?? { notes: [] };
  const context = {
    ...placesOf4(result, ports),
    mapping,
    assignee: details ? scan2.identity?.clientId ?? scan2.identity?.personId ?? null : null,
    comparison: compared && comparison,
    graph: worst3 && graphOf(scan2.evidence, scan2.whole(worst3.id)),
    accepted: risks.risks,
    notes: [...notesOf(result), ...warnings]
  };
  const { notes, accepted: accepted2, comparison: changed3, graph: graph2 } = context;
  return {
    header: header3,
    report,
    context,
    shown: {
      report: shown5(report),
      context: { ...context, ...shown5({ notes, accepted: accepted2, comparison: changed3, graph: graph2 }) }
    },
    *whole() {
      for (const id of scan2.evidence.workspaces) yield scan2.whole(id);
    },
    warnings: shown5(warnings),
    configuration: shown5([...scan2.notes, ...risks.risks])
  };
}
function ofLive(report, { liveConclusion }) {
  return { ...report, conclusion: liveConclusion, plan: null };
}
function headerOf2(result, controls, finishedAt) {
  const { conclusion, summary, coverage: coverage4 } = result.scan;
  return {
    schemaVersion: "1.1",
    tool: { name: "azureml-encryption-check", version: import_clouds3.version },
    checks: [...checks.keys()],
    controls,
    run: runInfo(result, finishedAt),
    conclusion,
    summary,
    coverage: coverage4
  };
}
function placesOf4({ inputs, event }, { env }) {
  const repository = env.GITHUB_ACTION_REPOSITORY || event.repository;
  return {
    checks,
    policy: inputs.policy,
    reportId: inputs.reportId,
    docs: repository && `${event.serverUrl}/${repository}/blob/${env.GITHUB_ACTION_REF || event.sha}`,
    portal: (0, import_clouds3.cloudOf)(inputs).portal ?? "https://portal.azure.com",
    serverUrl: event.serverUrl,
    details: event.runUrl || null
  };
}
function risksOf({ inputs, config, scan: scan2 }) {
  const { base } = scan2.earlier;
  if (base === null) return { risks: [], notes: [] };
  if ("note" in base) return { risks: [], notes: [base.note] };
  const workspaces2 = scan2.workspaces.map(({ id, name: name2 }) => ({ id, name: name2, tags: tagsOf(scan2.evidence, id) }));
  return { risks: acceptedRisks(base.config, config, checklist, workspaces2, inputs.policy.profile), notes: [] };
}
function gateWords({ failOnSeverity }, what) {
  if (failOnSeverity === "never") return `No finding fails the ${what}.`;
  return `Findings of \`${failOnSeverity}\` severity${failOnSeverity === "high" ? "" : " or above"} fail the ${what}.`;
}
function notesOf({ inputs: { policy }, config, event, scan: scan2 }) {
  const file = config.file === null ? "No config file; profile" : `Config file \`${config.file.name}\`; otherwise profile`;
  const judged = new Set(scan2.workspaces.map(({ id }) => id.toLowerCase()));
  const apart = scan2.workspaces.filter(({ hub }) => hub !== null && !judged.has(hub.toLowerCase()));
  const names4 = apart.map(({ name: name2, hub }) => `${name2} from ${hub?.split("/").at(-1)}`);
  const inherited = `Encryption is inherited from hubs that this run did not check: ${names4.slice(0, 5).join(", ")}.`;
  return [
    `${file} \`${policy.profile}\`. ${gateWords(policy, event.name === "command-line" ? "check" : "job")}`,
    ...names4.length > 0 ? [inherited] : [],
    ...scan2.about,
    ...scan2.notes
  ];
}

// src/publish/nightly.ts
function isNightly({ inputs, event, scan: scan2 }) {
  return event.onDefaultBranch && inputs.replayFile === null && scan2.conclusion !== "skipped";
}
async function statusBranch(result, publication, ports) {
  const { inputs, event, scan: scan2 } = result;
  const branch = inputs.statusBranch;
  if (branch === null || !isNightly(result)) return;
  try {
    const { owner, repo, ref } = event;
    const octokit = await octokitOf(inputs.githubToken, ports);
    const message2 = `encryption status: ${scan2.liveConclusion}`;
    const notes = /* @__PURE__ */ new Set();
    const files2 = (previous) => statusFiles(result, publication, branch, previous, (note2) => notes.add(note2));
    const work2 = () => publishStatus(octokit, { owner, repo, branch, ref, message: message2, files: files2 }, patienceOf(ports));
    const page = await (0, import_clouds3.within)(ports.time.publishing, work2);
    for (const note2 of notes) ports.log.warning(note2);
    ports.log.info(page ? `Published on ${branch}: ${page}` : `Nothing changed on ${branch}.`);
  } catch (error) {
    ports.log.warning((0, import_clouds3.messageOf)(error), { title: `Nothing published on ${branch}` });
  }
}
async function statusFiles({ inputs, event, scan: scan2 }, { shown: shown5 }, branch, previous, note2) {
  const { reportId } = inputs;
  const { context } = shown5;
  const report = ofLive(shown5.report, scan2);
  const at3 = (file) => statusPath(reportId, file);
  const badge = badgeOf(report, inputs.policy);
  const history = withDay(await previous(at3("history.json")), dayOf(report));
  if (history.note) note2(history.note);
  const published = publishedReport(report, inputs.policy);
  if (published === null)
    note2(`The report is too large for ${branch}, so the next run has no baseline there: split it with report-id.`);
  const { days } = history;
  const repositoryUrl = `${event.serverUrl}/${event.repository}`;
  const readme = statusReadme({
    reportId,
    days,
    runUrl: report.run.url,
    repositoryUrl,
    branch,
    at: at3,
    docs: context.docs
  });
  const mayReplace = mayReplaceReadme(await previous(at3("README.md")), reportId);
  return new Map([
    // half of a report would make everything else new
    ...published === null || scan2.isCut ? [] : [[at3("report.json"), published]],
    [at3("badge.json"), badgeJson(badge)],
    [at3("badge.svg"), badgeSvg(badge)],
    [at3("history.json"), historyJson(days)],
    [at3("trend.svg"), trendSvg(days)],
    ...mayReplace ? [[at3("README.md"), readme]] : []
  ]);
}

// src/publish/html-context.ts
function htmlContext(result, publication) {
  const { scan: scan2, inputs, config } = result;
  const { evidence: evidence4, whole: whole2, earlier: earlier2 } = scan2;
  const names4 = new Map(evidence4.subscriptions.map(({ id, name: name2 }) => [id.toLowerCase(), name2]));
  return {
    ...publication.context,
    whole: whole2,
    frameworks: inputs.frameworks,
    sourceOf: (id) => {
      const record2 = evidence4.resources.get(idKey(id));
      return record2?.state === "read" ? record2 : null;
    },
    subscriptionName: (id) => names4.get(id.toLowerCase()) ?? null,
    named: namedBy(inputs.targets),
    config: withChanges(config, earlier2.changes),
    criteria: new Map(checklist.map(({ id, passes: passes2, fails: fails2 }) => [id, { passes: passes2, fails: fails2 }])),
    trend: trendOf(result, publication)
  };
}
function namedBy({ workspaces: workspaces2, resourceGroups, subscriptions: subscriptions2, managementGroups, subscriptionId }) {
  const all2 = [
    ["Management groups", managementGroups],
    ["Subscriptions", subscriptions2],
    ["Resource groups", resourceGroups.map(({ subscriptionId: id = subscriptionId, name: name2 }) => groupIn2(id, name2))],
    [
      "Workspaces",
      workspaces2.map(
        (one) => one.kind === "id" ? one.id : one.kind === "pattern" ? one.pattern : `${one.resourceGroup}/${one.name}`
      )
    ],
    ["Subscription of what is named without one", subscriptionId ? [subscriptionId] : []]
  ];
  return all2.filter(([, names4]) => names4.length > 0);
}
function groupIn2(subscription2, group) {
  return subscription2 ? `/subscriptions/${subscription2}/resourceGroups/${group}` : group;
}
function trendOf(result, { report }) {
  const { history } = result.scan.earlier;
  if (history === null) return null;
  const { text: text4 } = history;
  const { days } = isNightly(result) ? withDay(text4, dayOf(ofLive(report, result.scan))) : readHistory(text4);
  return days.length === 0 ? null : { picture: trendSvg(days), words: inWords3(days) };
}

// src/publish/unwritten.ts
var remedies = {
  EISDIR: "There is a folder of this name: name a file.",
  ENOTDIR: "A part of the path is a file where a folder would have to be: name another path.",
  EEXIST: "A part of the path is a file where a folder would have to be: name another path.",
  EACCES: "Permission denied. Check who owns the folder, or choose another path.",
  EPERM: "Permission denied. Check who owns the folder, or choose another path.",
  EROFS: "The disk is read-only. Choose another path.",
  ENOSPC: "The disk is full: free some of it before this step.",
  ENAMETOOLONG: "The name is too long: name a shorter one."
};
function whyUnwritten(error) {
  const said3 = (0, import_clouds3.oneLine)((0, import_clouds3.messageOf)(error)).replace(/, \w+ '.*$/, "");
  const remedy2 = remedies[/^E[A-Z]+/.exec(said3)?.[0] ?? ""];
  return `(${said3}).${remedy2 === void 0 ? "" : ` ${remedy2}`}`;
}

// src/publish/files.ts
function writeFiles(result, publication, ports) {
  const files2 = [];
  const outputs = reportFiles(result, publication, ports, (...file) => {
    const digest = write2(file, ports);
    if (digest !== null) files2.push(digest);
    return digest?.path ?? "";
  });
  const sums = writeChecksums(result, files2, ports);
  return {
    outputs: { ...outputs, "report-digest": sums === null ? "" : `sha256:${sums.digest}` },
    paths: [...files2, ...sums === null ? [] : [sums]].map(({ path }) => path)
  };
}
function reportFiles(result, publication, ports, written3) {
  const { inputs, config, scan: scan2 } = result;
  const { header: header3, report, context } = publication;
  const { badgeFile } = inputs;
  const badge = () => badgeOf(header3, inputs.policy);
  const run2 = { run: header3.run, options: depthOf(config), requests: header3.coverage.requests };
  const isRead2 = scan2.conclusion !== "skipped";
  const isLive2 = scan2.liveConclusion !== "skipped";
  return {
    "json-file": written3(
      "json-file",
      inputs.jsonFile,
      () => jsonReport({ ...header3, plan: report.plan }, publication.whole(), inputs.policy)
    ),
    "markdown-file": written3("markdown-file", inputs.markdownFile, () => [renderSummary(report, context)]),
    // an upload without results would close the alerts of an earlier one
    "sarif-file": written3("sarif-file", isRead2 ? inputs.sarifFile : null, () => [
      sarifReport(report, { ...context, location: locationOf2(result, ports) })
    ]),
    "html-file": written3("html-file", inputs.htmlFile, () => htmlReport(report, htmlContext(result, publication))),
    "csv-file": written3("csv-file", inputs.csvFile, () => csvReport(publication.whole(), report, context)),
    "evidence-file": written3(
      "evidence-file",
      isLive2 ? inputs.evidenceFile : null,
      () => evidenceFile(scan2.evidence, run2)
    ),
    "badge-file": written3("badge-file", badgeFile?.svg, () => [badgeSvg(badge())]) && written3("badge-file", badgeFile?.json, () => [badgeJson(badge())])
  };
}
function writeChecksums({ inputs }, files2, ports) {
  const { checksumFile } = inputs;
  if (checksumFile === null || files2.length === 0) return null;
  const { path, folder } = checksumFile;
  const written3 = write2(["json-file's checksums", path, () => [checksums(files2, folder)]], ports);
  if (written3 !== null) ports.log.info(`SHA-256 of ${path}, which has those of the other files: ${written3.digest}`);
  return written3;
}
function write2([called4, path, pieces2], { files: files2, log }) {
  if (!path) return null;
  const hash3 = createHash("sha256");
  try {
    files2.write(path, hashed(pieces2(), hash3));
    return { path, digest: hash3.digest("hex") };
  } catch (error) {
    log.warning(`${called4} ${path} could not be written ${whyUnwritten(error)}`);
    return null;
  }
}
function* hashed(pieces2, hash3) {
  for (const piece of pieces2) {
    hash3.update(piece);
    yield piece;
  }
}
function locationOf2({ config, inputs }, { env }) {
  if (config.file !== null && inputs.configFile.inRepository !== null) return inputs.configFile.inRepository;
  const [, workflow] = /^[^/]+\/[^/]+\/(.+?)@/.exec(env.GITHUB_WORKFLOW_REF ?? "") ?? [];
  return workflow ?? "README.md";
}

// src/github/change.ts
function changeMarker(marker2, previous) {
  const state = createHash("sha256").update(normal(previous)).digest("hex").slice(0, 16);
  return marker2.replace(":issue:", ":change:").replace(" -->", `:${state} -->`);
}
async function tell2(octokit, conversation, { marker: marker2, text: text4, since: since3 }, login2) {
  const told5 = () => ownComments(octokit, conversation, marker2, () => login2, since3);
  const [first, ...repeated] = await told5();
  if (first) return discard(octokit, conversation, repeated);
  const { owner, repo, issue } = conversation;
  const body = `${text4.trimEnd()}

${marker2}`;
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
  const [oldest = data] = await told5().catch(() => []);
  if (oldest.id !== data.id) await discard(octokit, conversation, [data]);
}

// src/github/issue-label.ts
var LABEL2 = "azureml-encryption";
async function createLabel(octokit, { owner, repo }) {
  const description = "Encryption of Azure Machine Learning workspaces";
  try {
    await octokit.rest.issues.createLabel({ owner, repo, name: LABEL2, color: "0969da", description });
    return "";
  } catch (error) {
    const failure = error;
    if (limitOf(failure)) throw error;
    return failure.status === 422 ? "" : ` ${answerOf(failure)}`;
  }
}
function withoutLabel(said3) {
  return `The tracking issue has no label ${LABEL2}, because github-token may not give it one${said3}. It is found again by its author as long as it is open; somebody with write access can add the label.`;
}
async function relabelled(octokit, { owner, repo }, issue) {
  const names4 = issue.labels.map((label) => (typeof label === "string" ? label : label.name)?.toLowerCase());
  if (names4.includes(LABEL2)) return null;
  try {
    await octokit.rest.issues.addLabels({ owner, repo, issue_number: issue.number, labels: [LABEL2] });
    return null;
  } catch (error) {
    if (limitOf(error)) throw error;
    return withoutLabel(` ${answerOf(error)}`);
  }
}

// src/github/marked-part.ts
var END2 = "<!-- azureml-encryption-check:end -->";
var nothing2 = { before: "", ours: "", after: "" };
function split(body, marker2) {
  const lines2 = normal(body).split("\n");
  const start = lines2.indexOf(marker2);
  if (start === -1) return null;
  const end2 = lines2.indexOf(END2, start);
  const stop = end2 === -1 ? lines2.length : end2;
  const text4 = (from, to) => lines2.slice(from, to).join("\n");
  return { before: text4(0, start), ours: text4(start + 1, stop), after: text4(stop + 1) };
}
function joined3({ before, after }, { marker: marker2, body }) {
  const ours = `${marker2}
${body.trimEnd()}

${END2}`;
  return [before, ours, after].filter((part2) => part2.trim() !== "").join("\n");
}

// src/github/tracking-issue.ts
var IssueRefused = class extends Error {
  name = "IssueRefused";
};
async function upsertTrackingIssue(octokit, request, patience) {
  const memory = {};
  return retried(() => upsertOnce2(octokit, request, memory), patience).catch((error) => {
    throw new IssueRefused(refusal4(error, request));
  });
}
async function upsertOnce2(octokit, request, memory) {
  const [ours, ...duplicates] = await ourIssues(octokit, request, memory);
  if (!ours) return request.state === "open" ? create2(octokit, request, memory) : null;
  for (const { number: number2, state } of duplicates) if (state === "open") await close(octokit, request, number2);
  return update2(octokit, request, ours, memory);
}
async function ourIssues(octokit, request, memory) {
  const { owner, repo, marker: marker2 } = request;
  memory.login ??= await ownLogin(octokit);
  const { login: login2 } = memory;
  const isOurs = ({ user, body, pull_request }) => !pull_request && user?.login?.toLowerCase() === login2 && split(body, marker2) !== null;
  for (const filter2 of [{ labels: LABEL2, state: "all" }, { creator: login2, state: "open" }]) {
    const all2 = await everything2(octokit, "GET /repos/{owner}/{repo}/issues", { owner, repo, ...filter2 });
    const ours = all2.filter(isOurs);
    if (ours.length > 0) return ours.sort((a, b) => a.number - b.number);
  }
  return [];
}
async function create2(octokit, request, memory) {
  const { owner, repo, title: title2 } = request;
  const labelled2 = await createLabel(octokit, request);
  const body = joined3(nothing2, request);
  const created = await octokit.rest.issues.create({ owner, repo, title: title2, body, labels: [LABEL2] });
  const note2 = created.data.labels.length > 0 ? null : withoutLabel(labelled2);
  const [oldest = created.data] = await ourIssues(octokit, request, memory).catch(() => []);
  if (oldest.number !== created.data.number) await close(octokit, request, created.data.number);
  return { url: oldest.html_url, note: note2 };
}
async function close(octokit, { owner, repo }, issue_number) {
  await octokit.rest.issues.update({ owner, repo, issue_number, state: "closed", state_reason: "not_planned" });
}
async function update2(octokit, request, issue, memory) {
  const { owner, repo, marker: marker2, state, revise: revise2 = () => request.body } = request;
  const { number: issue_number, html_url: url } = issue;
  const isOpen = issue.state === "open";
  const parts = split(issue.body, marker2) ?? nothing2;
  if (memory.change === void 0) {
    if (!isOpen && state !== "open") return null;
    const text4 = request.change(parts.ours);
    const since3 = issue.updated_at;
    memory.change = text4 === null ? null : { marker: changeMarker(marker2, parts.ours), text: text4, since: since3 };
  }
  const body = joined3(parts, { marker: marker2, body: revise2(parts.ours) });
  const moved = isOpen ? state === "closed" && closing : state === "open" && opening2;
  if (moved || normal(issue.body) !== normal(body)) {
    await octokit.rest.issues.update({ owner, repo, issue_number, body, ...moved });
  }
  if (memory.change) await tell2(octokit, { owner, repo, issue: issue_number }, memory.change, memory.login ?? "");
  return { url, note: await relabelled(octokit, request, issue) };
}
var closing = { state: "closed", state_reason: "completed" };
var opening2 = { state: "open", state_reason: "reopened" };
function refusal4(error, { owner, repo }) {
  const where = `the tracking issue of ${owner}/${repo}`;
  const said3 = answerOf(error);
  const common2 = commonRefusal(error, where);
  if (common2 !== null) return common2;
  if (error.status === 410)
    return `${owner}/${repo} has no issues ${said3}. Turn them on in the settings of the repository, or leave out tracking-issue.`;
  if (/\blocked\b/i.test(error.message))
    return `The conversation of ${where} is locked, so nothing could be told there ${said3}. Unlock it.`;
  if (error.status === 403 || error.status === 404)
    return `GitHub does not let this job write ${where} ${said3}. Give the job \`permissions: issues: write\`.`;
  if (error.status === 422)
    return `GitHub rejected the text of ${where}, probably because it is too long with what people added ${said3}. Shorten what was added.`;
  return `${where.replace("the", "The")} could not be written ${said3}. The whole report is in the summary of the run.`;
}

// src/report/issue/issue.ts

// src/report/issue/findings.ts
var MOST4 = 120;
var NAME = 120;
var START2 = "<!-- azureml-encryption-check:findings ";
var END3 = " -->";
function findingsOf2(report, { failOnSeverity }) {
  const { fail: fail2, unknown: unknown2 } = mergeFindings(report);
  const labels = labelsOf(report);
  const tracked = (items, status) => items.filter(({ severity: severity3 }) => reaches(severity3, failOnSeverity)).map((item) => ({
    key: keyOf(item),
    status,
    severity: item.severity,
    check: item.check,
    name: Array.from(labelOf(item.resource, labels)).slice(0, NAME).join(""),
    workspaces: item.workspaces.slice(0, 3).map(shortHash)
  }));
  return [...tracked(fail2, "fail"), ...tracked(unknown2, "unknown")];
}
function openKeys(report) {
  const { fail: fail2, unknown: unknown2, waived: waived2 } = mergeFindings(report);
  return new Set([...fail2, ...unknown2, ...waived2].map(keyOf));
}
function keyOf({ check: check2, resource: resource2 }) {
  return shortHash(`${check2} ${resource2}`);
}
function shortHash(id) {
  return createHash("sha256").update(id.toLowerCase()).digest("hex").slice(0, 10);
}
function writeFindings(findings2) {
  const rows = findings2.map(({ key: key3, status, severity: severity3, check: check2, name: name2, workspaces: workspaces2 }) => [
    key3,
    status,
    severity3,
    check2,
    name2,
    ...workspaces2
  ]);
  const json = JSON.stringify(findings2.length > MOST4 ? findings2.length : rows);
  return START2 + json.replace(/[<>\p{C}]/gu, escaped4) + END3;
}
function escaped4(character) {
  return character.split("").map((unit2) => `\\u${unit2.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}
function readFindings(body) {
  const line3 = body.split("\n").findLast((one) => one.startsWith(START2) && one.endsWith(END3));
  if (line3 === void 0) return null;
  const value2 = parsed(line3.slice(START2.length, -END3.length));
  if (typeof value2 === "number") return value2;
  return Array.isArray(value2) ? value2.flatMap((row6) => trackedOf(row6) ?? []) : null;
}
function trackedOf(row6) {
  if (!Array.isArray(row6) || !row6.every((value2) => typeof value2 === "string")) return null;
  const [key3 = "", status, severity3, check2 = "", name2 = "", ...workspaces2] = row6;
  if (status !== "fail" && status !== "unknown") return null;
  if (severity3 !== "high" && severity3 !== "medium" && severity3 !== "low") return null;
  return { key: key3, status, severity: severity3, check: check2, name: name2, workspaces: workspaces2 };
}

// src/report/issue/issue.ts
var BODY = 38e3;
var TOLD = 20;
function issueTitle(reportId) {
  return `Encryption of Azure Machine Learning workspaces${reportId === "default" ? "" : ` (${reportId})`}`;
}
function issueState({ conclusion, summary }, policy) {
  const { failOnSeverity, onUnknown } = policy;
  if (failOnSeverity === "never") return "kept";
  if (conclusion === "fail" || conclusion === "incomplete" && onUnknown === "fail") return "open";
  const failing4 = ["high", "medium", "low"].some(
    (severity3) => reaches(severity3, failOnSeverity) && summary.failedBySeverity[severity3] > 0
  );
  return conclusion === "pass" && !failing4 ? "closed" : "kept";
}
function renderIssue(report, context) {
  return `${renderWithin(report, context, BODY)}
${writeFindings(findingsOf2(report, context.policy))}`;
}
function issueChange(previous, report, context) {
  const { policy } = context;
  const isClean = issueState(report, policy) === "closed";
  const differences = differencesOf(readFindings(previous), findingsOf2(report, policy), report, context);
  if (!isClean && differences.length === 0) return null;
  const threshold = policy.failOnSeverity === "high" ? "high severity" : `${policy.failOnSeverity} severity or above`;
  const clean2 = `✅ Resolved: no check of ${threshold} fails or is undecided.`;
  const parts = [...isClean ? [clean2] : [], ...differences, link("Open the run", report.run.url)];
  return `${parts.join("\n\n")}
`;
}
function differencesOf(then, now2, report, context) {
  const written3 = readFindings(writeFindings(now2));
  if (then === null || written3 === null) return [];
  if (typeof then === "number" || typeof written3 === "number") {
    const before = typeof then === "number" ? then : then.length;
    return before === now2.length ? [] : [`**${(0, import_clouds3.plural)(now2.length, "finding")} at the threshold**, ${(0, import_clouds3.count)(before)} before.`];
  }
  return [...told3("new", news(now2, then, context.policy), context), ...told3("fixed", repaired(then, report), context)];
}
function news(now2, then, { onUnknown }) {
  const known3 = new Map(then.map((one) => [one.key, one]));
  return now2.filter(({ key: key3, status }) => {
    const before = known3.get(key3);
    return status === "fail" ? before?.status !== "fail" : before === void 0 && onUnknown === "fail";
  });
}
function repaired(then, report) {
  const open3 = openKeys(report);
  const seen = new Set(report.workspaces.map(({ id }) => shortHash(id)));
  return then.filter(
    ({ key: key3, status, workspaces: workspaces2 }) => status === "fail" && !open3.has(key3) && workspaces2.some((one) => seen.has(one))
  );
}
function told3(what, findings2, context) {
  if (findings2.length === 0) return [];
  const lines2 = findings2.slice(0, TOLD).map((finding) => line2(finding, context));
  const more = findings2.length > TOLD ? [`- … and ${(0, import_clouds3.count)(findings2.length - TOLD)} more`] : [];
  return [[`**${(0, import_clouds3.count)(findings2.length)} ${what}**
`, ...lines2, ...more].join("\n")];
}
function line2({ check: check2, name: name2, severity: severity3, status }, context) {
  const known3 = context.checks.get(check2);
  const title2 = text3((status === "fail" ? known3?.failed : known3?.title) ?? check2);
  const undecided6 = status === "unknown" ? " (undecided)" : "";
  return `- ${severityWords[severity3]}: ${ruleLink(title2, check2, context)} · ${code(name2)}${undecided6}`;
}

// src/report/issue/stale.ts
var MARK = "<!-- azureml-encryption-check:stale -->";
function renderStaleIssue(previous, { because, runUrl }) {
  const result = previous.split("\n").filter((line3) => !line3.endsWith(MARK));
  const run2 = link("The last run", runUrl);
  const notice = `⚠️ **${run2} ended without a result**, because ${because}. What follows is the result of an earlier run. ${MARK}`;
  return `${notice}

${result.join("\n").trim()}`;
}

// src/publish/issue.ts
async function trackingIssue(result, { shown: shown5 }, ports) {
  const { inputs, event, scan: scan2 } = result;
  if (!inputs.trackingIssue || !isNightly(result)) return "";
  const report = ofLive(shown5.report, scan2);
  const words8 = {
    body: `${renderIssue(report, shown5.context)}
${writeStamp(stampOf2(event, ports))}`,
    state: issueState(report, inputs.policy),
    change: (previous) => issueChange(previous, report, shown5.context)
  };
  return write3(inputs, event, words8, ports);
}
async function staleIssue(place3, event, because, ports) {
  const own22 = stampOf2(event, ports);
  const revise2 = (previous) => {
    const last = readStamp(previous)?.writer;
    return last && isNewer(last, own22) ? previous : renderStaleIssue(previous, { because, runUrl: event.runUrl });
  };
  await write3(place3, event, { body: "", revise: revise2, state: "kept", change: () => null }, ports);
}
async function write3({ reportId, githubToken }, { owner, repo }, words8, ports) {
  const marker2 = `<!-- azureml-encryption-check:issue:${reportId} -->`;
  const request = { owner, repo, marker: marker2, title: issueTitle(reportId), ...words8 };
  try {
    const work2 = async () => upsertTrackingIssue(await octokitOf(githubToken, ports), request, patienceOf(ports));
    const issue = await (0, import_clouds3.within)(ports.time.publishing, work2);
    if (issue?.note) ports.log.warning(issue.note);
    return issue?.url ?? "";
  } catch (error) {
    ports.log.warning((0, import_clouds3.messageOf)(error), { title: "No tracking issue" });
    return "";
  }
}

// src/publish/publish.ts
async function publish(result, given) {
  const annotations = annotationsOn(given.log);
  const ports = { ...given, log: annotations.log };
  const publication = await publicationOf(result, ports);
  const { shown: shown5, configuration } = publication;
  const warnings = [...publication.warnings, ...doubtsOf(result)];
  const kept3 = warnings.length + Math.min(configuration.length, 1);
  const errors = annotatePlanned(shown5.report, shown5.context, annotations, kept3);
  annotateFailures(shown5.report, shown5.context, annotations, kept3, errors);
  annotateConfiguration(configuration, annotations);
  for (const warning of warnings) ports.log.warning(warning);
  const { outputs: written3 } = writeFiles(result, publication, ports);
  summarise(publication, ports);
  const commentUrl = await comment(result, publication, ports);
  const issueUrl = await trackingIssue(result, publication, ports);
  await statusBranch(result, publication, ports);
  annotateUndecided(shown5.report, shown5.context, annotations);
  const outputs = { ...outputsOf(publication), ...written3, "comment-url": commentUrl, "issue-url": issueUrl };
  setOutputs(outputs, ports);
  return verdict(shown5.report, shown5.context);
}
function doubtsOf({ event, inputs }) {
  if (event.doubt === void 0) return [];
  const nightly = inputs.trackingIssue || inputs.statusBranch !== null;
  const left = [
    ...event.onDefaultBranch || event.pullRequest !== null || !nightly ? [] : ["no tracking issue and no status branch is written"],
    ...inputs.publishDetails === void 0 ? ["names are replaced, as in a public repository (publish-details says otherwise)"] : []
  ];
  return left.length === 0 ? [] : [`GitHub did not tell about ${event.repository} ${event.doubt}, so ${left.join(", and ")}.${event.advice ?? ""}`];
}
function summarise({ shown: shown5 }, { env, files: files2, log }) {
  if (!env.GITHUB_STEP_SUMMARY) return;
  try {
    files2.append(env.GITHUB_STEP_SUMMARY, renderSummary(shown5.report, { ...shown5.context, details: null }));
  } catch (error) {
    log.warning(`The job summary could not be written ${whyUnwritten(error)} The report files say the same.`);
  }
}
function setOutputs(outputs, { setOutput, log }) {
  try {
    for (const [name2, value2] of Object.entries(outputs)) setOutput(name2, value2);
  } catch (error) {
    log.warning(
      `The outputs could not be written ${whyUnwritten(error)} Steps that read them find nothing. The report files say the same.`
    );
  }
}
function outputsOf({ header: header3, report: { plan } }) {
  const { conclusion, summary, coverage: coverage4 } = header3;
  return {
    conclusion,
    workspaces: summary.workspaces,
    passed: summary.pass,
    failed: failedCount(summary),
    unknown: undecidedCount(summary),
    waived: summary.waived,
    high: summary.failedBySeverity.high,
    medium: summary.failedBySeverity.medium,
    low: summary.failedBySeverity.low,
    "new-findings": summary.new ?? "",
    "fixed-findings": summary.fixed ?? "",
    "planned-conclusion": plan?.conclusion ?? "",
    "introduced-findings": countOf2(plan, "introduces"),
    "resolved-findings": countOf2(plan, "fixes"),
    "removed-findings": countOf2(plan, "gone"),
    coverage: coverage4.percent ?? ""
  };
}
function countOf2(plan, change) {
  return plan === null ? "" : Object.values(plan.summary[change]).reduce((sum, count39) => sum + count39, 0);
}

// src/report/terminal/below.ts

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end2 = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end2) {
      return [start, end2];
    }
    if (end2 - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end2;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// src/report/terminal/line.ts
var codes = {
  bold: "1",
  dim: "2",
  red: "31",
  yellow: "33",
  green: "32",
  cyan: "36",
  boldRed: "1;31",
  boldYellow: "1;33",
  boldGreen: "1;32"
};
function painted(lines2, hasColours) {
  return lines2.map((line3) => `${line3.map((span3) => paintedSpan(span3, hasColours)).join("")}
`).join("");
}
function paintedSpan({ text: text4, style: style3 }, hasColours) {
  const shown5 = text4.replace(new RegExp("\\p{C}", "gu"), " ");
  return style3 && hasColours && shown5.trim() !== "" ? `\x1B[${codes[style3]}m${shown5}\x1B[0m` : shown5;
}
function columnsOf(text4) {
  let columns4 = 0;
  for (const letter of text4) if (!new RegExp("\\p{M}", "u").test(letter)) columns4 += eastAsianWidth(letter.codePointAt(0));
  return columns4;
}
function wrapped(spans2, width, [first, rest3] = ["", ""]) {
  const lines2 = [];
  let used = Number.POSITIVE_INFINITY;
  for (const word4 of wordsOf4(spans2)) {
    const columns4 = widthOf2(word4);
    if (used + 1 + columns4 > width) {
      const indent = lines2.length === 0 ? first : rest3;
      const start = typeof indent === "string" ? [{ text: indent }] : indent;
      lines2.push([...start, ...word4]);
      used = widthOf2(start) + columns4;
    } else {
      const line3 = lines2.at(-1);
      const style3 = word4[0]?.style;
      line3.push({ text: " ", style: line3.at(-1)?.style === style3 ? style3 : void 0 }, ...word4);
      used += 1 + columns4;
    }
  }
  return lines2.map(joined4);
}
function widthOf2(line3) {
  return line3.reduce((sum, { text: text4 }) => sum + columnsOf(text4), 0);
}
function wordsOf4(spans2) {
  const words8 = [[]];
  for (const { text: text4, style: style3 } of spans2)
    for (const [at3, part2] of text4.split(" ").entries()) {
      if (at3 > 0) words8.push([]);
      if (part2 !== "") words8.at(-1)?.push({ text: part2, style: style3 });
    }
  return words8.filter((word4) => word4.length > 0);
}
function joined4(line3) {
  return line3.reduce((spans2, span3) => {
    const last = spans2.at(-1);
    if (last && last.style === span3.style) last.text += span3.text;
    else spans2.push({ ...span3 });
    return spans2;
  }, []);
}
function padded(text4, columns4, at3 = "end") {
  const blanks = " ".repeat(Math.max(0, columns4 - columnsOf(text4)));
  return at3 === "end" ? text4 + blanks : blanks + text4;
}
function fitted(text4, columns4) {
  if (columnsOf(text4) <= columns4) return text4;
  let cut = "";
  for (const letter of text4) {
    if (columnsOf(cut + letter) > columns4 - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}

// src/report/terminal/prose.ts
function prose3(value2, style3, limit = 600) {
  const parts = (0, import_clouds3.oneLine)(value2, limit).split("`");
  if (parts.length % 2 === 0) return [{ text: parts.join("`"), style: style3 }];
  return parts.map((text4, index) => ({ text: text4, style: index % 2 === 0 ? style3 : "cyan" }));
}
function commands3(text4, indent) {
  return text4.split("\n").map((line3) => [{ text: indent }, { text: line3, style: "cyan" }]);
}
var blank = [];

// src/report/terminal/below.ts
var styles = { high: "red", medium: "yellow" };
function below({ below: groups, advice: advice3, labels, limits: limits2 }, width) {
  const shown5 = groups.slice(0, limits2.rows);
  const left = groups.length - shown5.length;
  const counted2 = advice3 === 0 ? "" : `${(0, import_clouds3.plural)(advice3, "recommendation is", "recommendations are")} not listed here; --html-file <path> writes everything.`;
  const rows = shown5.flatMap(({ check: check2, severity: severity3, items }) => {
    const names4 = items.map(({ resource: resource2 }) => (0, import_clouds3.oneLine)(labelOf(resource2, labels)));
    const word4 = [{ text: "  " }, { text: padded(severityWords[severity3], 8), style: styles[severity3] }];
    return wrapped([...prose3(check2.failed), { text: ` · ${(0, import_clouds3.listed)(names4, limits2.names)}` }], width, [
      word4,
      " ".repeat(10)
    ]);
  });
  const more = left > 0 ? [[{ text: `  … and ${(0, import_clouds3.count)(left)} more checks` }]] : [];
  const title2 = [{ text: "Other findings (not failing the run)", style: "bold" }];
  return [
    ...rows.length > 0 ? [title2, blank, ...rows, ...more] : [],
    ...counted2 ? [blank, [{ text: counted2 }]] : []
  ];
}

// src/report/terminal/failing.ts
var INDENT = "  ";
function failing3(view, width) {
  const { failing: groups, report, context } = view;
  if (groups.length === 0) return [];
  const isFailing = failsJob(report.conclusion, context.policy);
  const title2 = [{ text: isFailing ? "What fails" : "What would fail", style: "bold" }];
  return [title2, ...groups.flatMap((group) => [blank, ...told4(group, isFailing ? "✗" : "!", view, width)])];
}
function told4(group, symbol2, view, width) {
  const { check: check2, severity: severity3, items } = group;
  const { heading, shared: shared3, of: of3 } = problemOf(group, view.context.policy);
  const title2 = wrapped(
    [
      { text: `${symbol2} ${severityWords[severity3]}`, style: symbol2 === "✗" ? "boldRed" : "boldYellow" },
      { text: " · " },
      ...prose3(heading, "bold")
    ],
    width,
    ["", INDENT]
  );
  const why2 = [shared3, check2.why].filter((part2) => part2 !== "").join(" ");
  const shown5 = items.slice(0, view.limits.resources);
  const left = items.length - shown5.length;
  return [
    ...title2,
    ...paragraph3(prose3(why2), width),
    ...shown5.flatMap((item) => place2(item, of3(item), view, width)),
    ...left > 0 ? [[{ text: `${INDENT}… and ${(0, import_clouds3.count)(left)} more` }]] : [],
    ...fix2(items, view, width),
    ...paragraph3(prose3(ruleUrl(check2.id, view.context), "dim"), width)
  ];
}
function paragraph3(spans2, width) {
  return spans2.every(({ text: text4 }) => text4 === "") ? [] : wrapped(spans2, width, [INDENT, INDENT]);
}
function place2(item, said3, view, width) {
  const where = [{ text: (0, import_clouds3.oneLine)(labelOf(item.resource, view.labels)), style: "bold" }, ...usedBy(item, view)];
  const isNew3 = item.new ? [{ text: " · new", style: "bold" }] : [];
  const detail = [said3, evidence3(item.finding, view)].filter((part2) => part2 !== "").join(" ");
  return wrapped([...where, ...isNew3, ...detail === "" ? [] : [{ text: ": " }, ...prose3(detail)]], width, [
    `${INDENT}- `,
    `${INDENT}  `
  ]);
}
function usedBy({ resource: resource2, workspaces: workspaces2 }, { labels, limits: limits2 }) {
  if (workspaces2.some((id) => id.toLowerCase() === resource2.toLowerCase())) return [];
  const kind = resourceKind(resource2);
  const names4 = [...new Set(workspaces2)].map((id) => (0, import_clouds3.oneLine)(labelOf(id, labels)));
  return [{ text: `${kind ? ` (${kind})` : ""}, used by ${(0, import_clouds3.listed)(names4, limits2.names, "workspaces")}` }];
}
function evidence3({ evidence: values, resource: resource2 }, view) {
  const shown5 = values.slice(0, 6).map((value2) => readValue2(value2, resource2, view));
  const more = values.length > shown5.length ? `, and ${values.length - shown5.length} more` : "";
  return shown5.length === 0 ? "" : `${shown5.join(", ")}${more}`;
}
function readValue2({ path, value: value2, resource: resource2 = "" }, own22, { labels }) {
  const isOwn = resource2 === "" || resource2.toLowerCase() === own22.toLowerCase();
  const where = isOwn ? path : `${path} of ${labelOf(resource2, labels)}`;
  return value2 === null ? `${where} is not set` : `${where} = ${JSON.stringify(value2).replace(/^"(.+)"$/, "$1")}`;
}
function fix2(items, { labels, limits: limits2 }, width) {
  const steps = mergedSteps(
    items.map(({ finding }) => finding),
    labels,
    limits2.fixes
  );
  if (steps.length === 0) return [];
  const lines2 = steps.flatMap(
    ({ kind, text: text4 }) => kind === "command" ? commands3(text4, INDENT.repeat(2)) : wrapped(prose3(text4, void 0, 1500), width, [INDENT.repeat(2), INDENT.repeat(2)])
  );
  const atCreation = items.some(({ finding }) => finding.creationOnly);
  const title2 = atCreation ? "To fix it, where it can only be chosen when the resource is created:" : "To fix it:";
  return [[{ text: INDENT + title2 }], ...lines2];
}

// src/report/terminal/header.ts
function header2({ report, context }, width) {
  const [symbol2, style3] = mark(report, context);
  const spans2 = [
    { text: symbol2, style: style3 },
    { text: ` ${verdict(report, context)}`, style: "bold" }
  ];
  const heading = wrapped(spans2, width, ["", "  "]);
  const sentences2 = [scope3(report), since2(report, context), shareRead(report), reader(report), ...context.notes];
  const said3 = sentences2.flatMap((sentence3) => [...prose3(sentence3), { text: " " }]);
  return [...heading, [], ...wrapped(said3, width, ["  ", "  "])];
}
function mark(report, { policy }) {
  if (report.conclusion === "pass") return ["✓", "boldGreen"];
  return report.conclusion === "fail" && failsJob(report.conclusion, policy) ? ["✗", "boldRed"] : ["!", "boldYellow"];
}
function scope3({ summary }) {
  if (summary.workspaces === 0) return "Nothing was checked. What cannot be seen does not count as passed.";
  return `${(0, import_clouds3.plural)(summary.workspaces, "Azure Machine Learning workspace")}, ${(0, import_clouds3.plural)(summary.pass, "check")} passed.`;
}
function since2({ summary }, { comparison }) {
  if (summary.new === null || summary.fixed === null || comparison?.since === "") return "";
  return `Since the baseline: ${(0, import_clouds3.count)(summary.new)} new, ${(0, import_clouds3.count)(summary.fixed)} fixed.`;
}
function reader({ run: { tenant, identity, judgedFrom: judgedFrom2 } }) {
  if (judgedFrom2 !== null || (tenant ?? identity) === null) return "";
  return `Read${identity === null ? "" : ` by ${identity}`}${tenant === null ? "" : ` in tenant ${tenant}`}.`;
}

// src/report/terminal/if-merged.ts
function ifMerged4(view, width) {
  const { foreseen, report } = view;
  if (foreseen === null) return [];
  const changed3 = changedIn(foreseen);
  const parts = [
    introduced2(changed3.introduced, view, width),
    list6("fixed", changed3.fixed, view, width),
    list6("gone", changed3.gone, view, width),
    list6("undecided", changed3.undecided, view, width),
    list6("regraded", changed3.regraded, view, width),
    list6("inFiles", changed3.inFiles, view, width),
    notLookedInto2(view, width),
    report.workspaces.length > 0 ? [title("Live today")] : []
  ].filter((part2) => part2.length > 0);
  return parts.flatMap((part2, at3) => at3 === 0 ? part2 : [blank, ...part2]);
}
function title(text4) {
  return [{ text: text4, style: "bold" }];
}
function introduced2(items, view, width) {
  const { policy, checks: checks2 } = view.context;
  const gates2 = (finding) => counts(finding, policy);
  const isTold = ({ findings: findings2 }) => findings2.some(gates2);
  const groups = groupByCheck(items.filter(isTold), checks2);
  const rest3 = lines(
    items.filter((item) => !isTold(item)),
    view,
    width
  );
  if (groups.length + rest3.length === 0) return [];
  const symbol2 = view.report.conclusion === "fail" && failsJob("fail", policy) ? "✗" : "!";
  const stories2 = groups.flatMap((group) => [blank, ...told4(group, symbol2, view, width), ...placed(group, view, width)]);
  return [title(headings.introduced), ...stories2, ...rest3.length > 0 ? [blank, ...rest3] : []];
}
function placed({ items }, { limits: limits2 }, width) {
  const places2 = placesOf5(items, limits2.names);
  return places2 === "" ? [] : wrapped([{ text: `Set in ${places2}` }], width, ["  ", "  "]);
}
function list6(heading, all2, view, width) {
  const found2 = lines(all2, view, width);
  return found2.length === 0 ? [] : [title(headings[heading]), blank, ...found2];
}
function lines(all2, view, width) {
  const { labels, limits: limits2, context } = view;
  const groups = groupByCheck(
    all2.filter(({ severity: severity3 }) => severity3 !== "info"),
    context.checks
  );
  const shown5 = groups.slice(0, limits2.rows).flatMap(({ check: check2, severity: severity3, items }) => {
    const places2 = placesOf5(items, limits2.names);
    const names4 = items.map(({ resource: resource2 }) => (0, import_clouds3.oneLine)(labelOf(resource2, labels)));
    const where = ` · ${(0, import_clouds3.listed)(names4, limits2.names)}${places2 && ` · ${places2}`}`;
    const said3 = items[0]?.finding.change === "undecided" ? check2.title : check2.failed;
    return wrapped([{ text: `${severityWords[severity3]} · ` }, ...prose3(said3), { text: where }], width, ["  ", "    "]);
  });
  const left = groups.length - limits2.rows;
  return [...shown5, ...left > 0 ? [[{ text: `  … and ${(0, import_clouds3.count)(left)} more checks` }]] : []];
}
function placesOf5(items, most) {
  const places2 = items.flatMap(
    ({ finding: { source } }) => source === null ? [] : [(0, import_clouds3.oneLine)(source.line === null ? source.file : `${source.file}:${source.line}`)]
  );
  return (0, import_clouds3.listed)([...new Set(places2)], most);
}
function notLookedInto2({ report, limits: limits2 }, width) {
  const parts = report.plan?.notLookedInto ?? [];
  if (parts.length === 0) return [];
  const shown5 = parts.slice(0, limits2.resources).flatMap(({ address, reason }) => {
    const spans2 = [{ text: (0, import_clouds3.oneLine)(address), style: "bold" }, { text: ": " }, ...prose3(reason)];
    return wrapped(spans2, width, ["  ", "    "]);
  });
  const about2 = wrapped([{ text: INCOMPLETE }], width, ["  ", "  "]);
  const left = parts.length - limits2.resources;
  const more = left > 0 ? [[{ text: `  … and ${(0, import_clouds3.count)(left)} more` }]] : [];
  return [title(headings.notJudged), ...about2, blank, ...shown5, ...more];
}

// src/report/terminal/matrix.ts
var GAP = "  ";
var LONGEST_NAME2 = 30;
function matrix3(view, width) {
  const found2 = matrixOf(view);
  if (found2 === null) return [];
  const rows = found2.rows.slice(0, view.limits.rows);
  const names4 = rows.map(({ workspace: workspace2 }) => fitted((0, import_clouds3.oneLine)(labelOf(workspace2.id, view.labels)), LONGEST_NAME2));
  const widest2 = Math.max(...["Workspace", ...names4].map(columnsOf));
  const columns4 = found2.heads.map((head3, at3) => ({
    head: head3,
    cells: rows.map(({ cells: cells4 }) => cells4[at3]),
    width: Math.max(...[head3, ...rows.map(({ cells: cells4 }) => wordOf2(cells4[at3]))].map(columnsOf))
  }));
  const tables2 = beside(columns4, width - 1 - widest2).map((some2) => [
    [...spans("Workspace", widest2, "dim"), ...some2.flatMap((one) => spans(GAP + one.head, one.width + 2, "dim"))],
    ...names4.map((name2, row6) => [
      ...spans(name2, widest2),
      ...some2.flatMap((one) => {
        const cell4 = one.cells[row6];
        return spans(GAP + wordOf2(cell4), one.width + 2, styleOf(cell4));
      })
    ])
  ]);
  const left = found2.rows.length - rows.length;
  return [
    ...tables2.flatMap((table2) => [...table2.map(trimmed2), []]),
    ...rest2(left, found2.clean),
    ...legend3(found2, width)
  ];
}
function beside(columns4, room) {
  const tables2 = [];
  let left = 0;
  for (const column of columns4) {
    left -= column.width + GAP.length;
    if (left < 0) {
      tables2.push([]);
      left = room - column.width - GAP.length;
    }
    tables2.at(-1)?.push(column);
  }
  return tables2;
}
function wordOf2({ word: word4, gate: gate3 }) {
  return gate3 === null ? word4 : `${gate3 === "failing" ? "✗" : "!"} ${word4}`;
}
var styles2 = { high: "red", medium: "yellow", "?": "yellow", "✓": "green", "–": "dim" };
function styleOf({ word: word4, gate: gate3 }) {
  if (gate3 !== null) return gate3 === "failing" ? "boldRed" : "boldYellow";
  return styles2[word4];
}
function spans(text4, columns4, style3) {
  return [{ text: text4, style: style3 }, { text: padded(text4, columns4).slice(text4.length) }];
}
function trimmed2(line3) {
  const last = line3.findLastIndex(({ text: text4 }) => text4.trim() !== "");
  return line3.slice(0, last + 1);
}
function rest2(left, clean2) {
  const parts = [
    ...left > 0 ? [`${(0, import_clouds3.count)(left)} with fewer findings`] : [],
    ...clean2 > 0 ? [`${(0, import_clouds3.count)(clean2)} without findings`] : []
  ];
  return parts.length === 0 ? [] : [[{ text: `… and ${parts.join(", ")}.` }], []];
}
function legend3(matrix4, width) {
  const { well } = matrix4;
  const said3 = [...legendOf(matrix4), ...well.length > 0 ? [`passed everywhere: ${(0, import_clouds3.listed)(well, well.length)}`] : []];
  return wrapped([{ text: said3.join(" · "), style: "dim" }], width);
}

// src/report/terminal/undecided.ts
function undecided5(view, width) {
  const found2 = undecidedIn(view);
  if (found2 === null) return [];
  const { limits: limits2 } = view;
  return [
    [{ text: HEADING2, style: "bold" }],
    blank,
    ...some(found2.unread, limits2.resources, (one) => entry(reading4(one, view), width)),
    ...some(found2.others, limits2.rows, (group) => entry(otherCheck(group, view), width)),
    ...grants3(found2.unread, view, width)
  ];
}
function some(all2, most, show5) {
  const left = all2.length - most;
  return [...all2.slice(0, most).flatMap(show5), ...left > 0 ? [[{ text: `  … and ${(0, import_clouds3.count)(left)} more` }]] : []];
}
function entry(spans2, width) {
  return wrapped([{ text: "? ", style: "boldYellow" }, ...spans2], width, ["", "  "]);
}
function reading4(unreadable3, view) {
  const { resources, usedBy: usedBy2 } = unreadable3;
  const users = usedBy2.size === 0 ? "" : `, used by ${names3([...usedBy2], view)}`;
  const said3 = [...reasonsOf(unreadable3), consequenceOf(unreadable3)].filter((sentence3) => sentence3 !== "");
  return [
    { text: names3(resources, view), style: "bold" },
    { text: `${kindWords(unreadable3)}${users}: ` },
    ...said3.flatMap((sentence3, at3) => [...at3 === 0 ? [] : [{ text: " " }], ...prose3(sentence3)])
  ];
}
function otherCheck({ check: check2, severity: severity3, reason, items }, view) {
  const where = names3(
    items.map(({ resource: resource2 }) => resource2),
    view
  );
  const why2 = reason === null ? "" : ` · ${reasonWords[reason]}`;
  return [{ text: `${severityWords[severity3]} · ` }, ...prose3(check2.title, "bold"), { text: ` · ${where}${why2}` }];
}
function names3(ids, { labels, limits: limits2 }) {
  return (0, import_clouds3.listed)(
    [...new Set(ids)].map((id) => (0, import_clouds3.oneLine)(labelOf(id, labels))),
    limits2.names
  );
}
function grants3(resources, { context, limits: limits2 }, width) {
  return commandsFor(resources, context).flatMap(({ title: title2, commands: all2 }) => [
    blank,
    ...wrapped(prose3(`${title2}:`, void 0, 1500), width, ["  ", "  "]),
    ...some(all2, limits2.resources, (command) => commands3(command, "    "))
  ]);
}

// src/report/terminal/terminal.ts
var WIDEST = 120;
function terminalReport(report, context, screen, files2) {
  const view = viewOf(report, context, { rows: 20, names: 3, resources: 20, fixes: 5 });
  const width = Math.min(Math.max(screen.width, 40), WIDEST);
  const sections = [header2, ifMerged4, matrix3, failing3, undecided5, below].map((section2) => section2(view, width));
  const written3 = files2.map((file) => [{ text: "Written: " }, { text: file, style: "bold" }]);
  const lines2 = [...sections, written3].filter((part2) => part2.length > 0).flatMap((part2) => [...part2, blank]);
  return painted(lines2, screen.hasColours);
}

// src/publish/show.ts
async function show4(result, terminal, ports) {
  const publication = await publicationOf(result, ports);
  const { report, context, warnings, configuration } = publication;
  if (terminal.format === "json") for (const warning of [...warnings, ...configuration]) ports.log.warning(warning);
  const { paths } = writeFiles(result, publication, ports);
  terminal.print(printed(publication, result, terminal, paths));
  return verdict(report, context);
}
function printed(publication, { inputs }, terminal, written3) {
  const { header: header3, report, context } = publication;
  if (terminal.format === "json")
    return visible4(jsonReport({ ...header3, plan: report.plan }, publication.whole(), inputs.policy));
  if (terminal.format === "markdown") return [(0, import_clouds3.inert)(renderSummary(report, context))];
  return [(0, import_clouds3.inert)(terminalReport(report, context, terminal, written3))];
}
function* visible4(pieces2) {
  const active = /[^\P{C}\n]|#(?=#(?:vso)?\[)/giu;
  for (const piece of pieces2) yield piece.replace(active, (text4) => text4.split("").map(escaped5).join(""));
}
function escaped5(unit2) {
  return `\\u${unit2.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/publish/stale.ts
var FRESH_HOURS = 48;
var causes = {
  LoginError: "it could not log in to Azure",
  EvidenceFileError: "its evidence file could not be judged",
  PlanFilesError: "it did not find the plan that it was to judge",
  Cancelled: "the job was cancelled"
};
async function markStale(place3, event, error, ports) {
  const cause = error instanceof Error ? causes[error.name] : void 0;
  const because = cause ?? "something happened that nobody had foreseen";
  await staleComment(place3, event, because, ports);
  const { statusBranch: branch, trackingIssue: trackingIssue2, replayFile } = place3;
  if (replayFile !== null || branch === null && !trackingIssue2) return;
  const complete = await completed(event, place3.githubToken, ports);
  if (!complete.onDefaultBranch) return;
  if (trackingIssue2) await staleIssue(place3, complete, because, ports);
  if (branch !== null) await staleBranch(branch, place3, complete, ports);
}
async function staleBranch(branch, { reportId, githubToken }, { owner, repo, ref }, ports) {
  const message2 = "encryption status: stale";
  const files2 = async (previous) => staleFiles(await previous(statusPath(reportId, "history.json")), reportId, ports.now());
  try {
    const octokit = await octokitOf(githubToken, ports);
    await (0, import_clouds3.within)(
      ports.time.publishing,
      () => publishStatus(octokit, { owner, repo, branch, ref, message: message2, files: files2 }, patienceOf(ports))
    );
  } catch (error) {
    ports.log.warning((0, import_clouds3.messageOf)(error), { title: `Nothing published on ${branch}` });
  }
}
function staleFiles(history, reportId, now2) {
  const last = readHistory(history).days.at(-1);
  const hours = last ? (now2.getTime() - Date.parse(last.finishedAt)) / HOUR : 0;
  if (!last || hours <= FRESH_HOURS) return /* @__PURE__ */ new Map();
  const badge = staleBadge(last.finishedAt);
  return /* @__PURE__ */ new Map([
    [statusPath(reportId, "badge.json"), badgeJson(badge)],
    [statusPath(reportId, "badge.svg"), badgeSvg(badge)]
  ]);
}

// src/scan/scan.ts

// src/azure/login/azure-cli.ts
var CliFailure = class extends Error {
  kind;
  constructor(kind, said3 = "") {
    super(said3);
    this.kind = kind;
  }
};
var isWindows = process.platform === "win32";
var windows = process.env.SystemRoot ?? "C:\\Windows";
var LONGEST3 = 1024 * 1024;
async function cliToken(resource2, timeout) {
  const { code: code3, stdout, stderr } = await az2(
    ["account", "get-access-token", "--output", "json", "--resource", resource2],
    timeout
  );
  if (code3 === 127 || /^az: .*not found|^'az' is not recognized/m.test(stderr)) throw new CliFailure("absent");
  const token = tokenIn(stdout);
  if (token) return token;
  throw new CliFailure(code3 === 0 && stderr.trim() === "" ? "unreadable" : "refused", stderr);
}
async function az2(args, timeout) {
  const { spawn: start } = await Promise.resolve().then(() => __toESM(require("node:child_process"), 1));
  const child = start("az", args, {
    cwd: isWindows ? windows : "/",
    shell: isWindows,
    windowsHide: true,
    detached: !isWindows,
    stdio: ["ignore", "pipe", "pipe"]
  });
  const said3 = { stdout: "", stderr: "" };
  for (const name2 of ["stdout", "stderr"]) {
    child[name2].setEncoding("utf8").on("data", (text4) => {
      if (said3[name2].length < LONGEST3) said3[name2] += text4;
    });
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end(child.pid, start);
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      reject(new CliFailure("silent"));
    }, timeout);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new CliFailure("absent", error.message));
    });
    child.on("close", (code3) => {
      clearTimeout(timer);
      resolve({ code: code3, ...said3 });
    });
  });
}
function end(pid, run2) {
  if (pid === void 0) return;
  try {
    if (isWindows) run2(`${windows}\\System32\\taskkill.exe`, ["/pid", `${pid}`, "/t", "/f"]).on("error", () => {
    });
    else process.kill(-pid, "SIGKILL");
  } catch {
  }
}
function tokenIn(stdout) {
  try {
    const { accessToken, expires_on, expiresOn } = JSON.parse(stdout);
    const end2 = Number.parseInt(expires_on, 10) * 1e3 || new Date(expiresOn).getTime();
    const isWhole = typeof accessToken === "string" && accessToken !== "" && !Number.isNaN(end2);
    return isWhole ? { token: accessToken, expiresOnTimestamp: end2 } : null;
  } catch {
    return null;
  }
}

// src/azure/login/cli-refusal.ts
var step = "Put an azure/login step before this one, or give client-id and tenant-id (are their variables or secrets set?) to log in with the OIDC token of the job.";
var inWorkflow = {
  absent: "client-id and tenant-id are empty, and there is no Azure CLI on this runner.",
  loggedOut: "client-id and tenant-id are empty, and the Azure CLI is not logged in.",
  otherwise: { absent: step, loggedOut: step },
  check: "Check on the runner that",
  without: "give client-id and tenant-id, so that this action logs in without it",
  session: "the azure/login step before this one",
  outlived: "The session of azure/login has expired: the OIDC token that it stands on is valid for a few minutes only. Give this action client-id and tenant-id, and the job id-token: write, so that it renews its token by itself; or run it right after azure/login."
};
var onCommandLine = {
  absent: "There is no Azure CLI on this machine.",
  loggedOut: "The Azure CLI is not logged in.",
  otherwise: {
    absent: 'Install it and run "az login", or log in without it: --login device asks you to open a page and enter a code.',
    loggedOut: 'Run "az login", or log in without it: --login device asks you to open a page and enter a code.'
  },
  check: "Check that",
  without: "log in without it, for example with --login device",
  session: '"az login"',
  outlived: "The session of the Azure CLI has expired: the OIDC token that it stands on is valid for a few minutes only. Run this right after the login, or with --login workload-identity and a file whose token somebody renews."
};
function refusedByCli(error, cloud, timeout, advice3) {
  const kind = error instanceof CliFailure ? error.kind : "refused";
  const text4 = (0, import_clouds3.messageOf)(error);
  if (kind === "absent") return new LoginError(`${advice3.absent} ${advice3.otherwise.absent}`, true);
  if (kind === "silent") {
    return new LoginError(
      `The Azure CLI gave no answer within ${timeout / 1e3} seconds when it was asked for a token. ${advice3.check} "az account get-access-token" ends, or ${advice3.without}.`
    );
  }
  if (kind === "unreadable") {
    return new LoginError(
      `The Azure CLI gave no token for ${cloud.resourceManager}, and no reason either: what it printed is not the JSON that "az account get-access-token" prints. ${advice3.check} az is the Azure CLI, and update it; or ${advice3.without}.`
    );
  }
  if (/AADSTS700024/.test(text4)) return new LoginError(outlived(text4, advice3));
  if (/\baz login(?! --scope)/.test(text4) && !/AADSTS\d/.test(text4)) {
    return new LoginError(`${advice3.loggedOut} ${advice3.otherwise.loggedOut}`, true);
  }
  return new LoginError(
    `The Azure CLI gave no token for ${cloud.resourceManager}: ${(0, import_clouds3.oneLine)(text4, 500)} Check that ${advice3.session} logs in to ${cloud.name}.`
  );
}
function outlived(text4, advice3) {
  const said3 = (0, import_clouds3.oneLine)(text4.slice(text4.indexOf("AADSTS")).split(/\r?\n|Trace ID:/)[0] ?? "");
  return `${advice3.outlived} Message of Microsoft Entra: ${said3}`;
}

// src/azure/login/credential.ts
var asPipelines = { enableCae: true };
var MARGIN = 5 * 6e4;
function cached(create3, now2, explain2) {
  let credential = create3();
  const tokens2 = /* @__PURE__ */ new Map();
  const keyOf2 = (scopes, options) => `${scopes} ${options?.tenantId ?? ""}`;
  const fresh = async (scopes, options) => {
    try {
      const token = await credential.getToken(scopes, options);
      if (token) return token;
    } catch (error) {
      const cause = error instanceof Error ? error.cause : null;
      throw cause instanceof LoginError ? cause : await explain2(error);
    }
    throw await explain2("no token");
  };
  const replace = (scopes, options) => {
    const key3 = keyOf2(scopes, options);
    const asked = fresh(scopes, options);
    tokens2.set(key3, asked);
    asked.catch(() => tokens2.delete(key3));
    return asked;
  };
  const getToken = async (scopes, options) => {
    const key3 = keyOf2(scopes, options);
    const known3 = options?.claims ? void 0 : tokens2.get(key3);
    if (known3) {
      const token = await known3;
      if (token.expiresOnTimestamp - MARGIN > now2()) return token;
      if (tokens2.get(key3) !== known3) return getToken(scopes, options);
    }
    return replace(scopes, options);
  };
  const renew = async (scopes, refused) => {
    const known3 = tokens2.get(keyOf2(scopes));
    const token = await known3;
    if (known3 !== tokens2.get(keyOf2(scopes))) return renew(scopes, refused);
    if (token && token.token !== refused) return token;
    credential = create3();
    return replace(scopes, asPipelines);
  };
  return { getToken, renew };
}

// src/azure/login/direct.ts

// src/azure/login/entra-refusal.ts

// src/azure/login/federated-credential.ts
var LONGEST_NAME3 = 100;
function credentialName(subject2) {
  const digest = createHash("sha256").update(subject2).digest("hex").slice(0, 8);
  const slug = subject2.replaceAll(/[^A-Za-z0-9_-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, LONGEST_NAME3 - digest.length - 1);
  return [slug.replace(/[^A-Za-z0-9]+$/, ""), digest].filter((part2) => part2 !== "").join("-");
}
var ofGitHub = "\n\nGitHub writes subjects with names only (repo:owner/name:…) or, in newer repositories, with ids (repo:owner@1/name@2:…); the subject above is the one to use.";
function howToTrust(claims, clientId) {
  const name2 = credentialName(claims.subject);
  const { issuer, subject: subject2, audience } = claims;
  const credential = { name: name2, issuer, subject: subject2, audiences: [audience] };
  return `The token carries:

  issuer:   ${(0, import_clouds3.oneLine)(issuer, 1e3)}
  subject:  ${(0, import_clouds3.oneLine)(subject2, 1e3)}
  audience: ${(0, import_clouds3.oneLine)(audience, 1e3)}

All three must match exactly, upper and lower case included. For an app registration, create the credential with:

  az ad app federated-credential create --id ${clientId} --parameters ${shellQuoted(JSON.stringify(credential))}

For a user-assigned identity, use az identity federated-credential create --name ${name2} --identity-name <name> --resource-group <group> --issuer ${shellQuoted(issuer)} --subject ${shellQuoted(subject2)} --audiences ${shellQuoted(audience)}${subject2.startsWith("repo:") ? ofGitHub : ""}`;
}

// src/azure/login/entra-refusal.ts
function refusedByEntra(error, answer, attempt2) {
  if (answer && "error" in answer) return new LoginError(unreached2(answer.error, attempt2));
  const refusal5 = answer ? refusalIn(answer.body) : { text: (0, import_clouds3.messageOf)(error), code: codeIn((0, import_clouds3.messageOf)(error)) };
  const { code: code3 } = refusal5 ?? {};
  if (refusal5 && code3) {
    const said3 = `Message of Microsoft Entra: ${entraText(refusal5.text, code3)}`;
    const explain2 = advice2[code3];
    return new LoginError(explain2 ? `${explain2(attempt2)}

${said3}` : `Azure refused the login. ${said3}`);
  }
  if (answer) return new LoginError(oddAnswer(answer.status, refusal5?.text ?? null, attempt2));
  return new LoginError(unreached2(error, attempt2));
}
function wordsOfEntra(body) {
  const { text: text4, code: code3 } = refusalIn(body) ?? {};
  return text4 && code3 ? `Message of Microsoft Entra: ${entraText(text4, code3)}` : null;
}
function refusalIn(body) {
  try {
    const { error, error_description, error_codes } = JSON.parse(body);
    const text4 = [error_description, error].find((each) => typeof each === "string" && each !== "") ?? "";
    const [number2] = Array.isArray(error_codes) ? error_codes : [];
    return { text: text4, code: codeIn(text4) ?? (typeof number2 === "number" ? String(number2) : void 0) };
  } catch {
    return null;
  }
}
function codeIn(text4) {
  return /AADSTS(\d+)/.exec(text4)?.[1];
}
function unreached2(error, { cloud, env }) {
  const { host } = new URL(cloud.authority);
  const way = obstacle(error, cloud.authority, env);
  if (way !== null) return `The login to Azure failed. ${way}`;
  return `The login to Azure failed, because ${host} could not be reached or did not answer as it should (${(0, import_clouds3.oneLine)((0, import_clouds3.messageOf)(error))}). Check that the runner reaches ${host} (proxy, firewall, certificates), then run the job again.`;
}
function oddAnswer(status, text4, { cloud, env }) {
  const { host } = new URL(cloud.authority);
  const proxy = (0, import_clouds3.proxyFor)(cloud.authority, env);
  const others = proxy ? `the proxy ${(0, import_clouds3.nameOf)(proxy)}` : "a proxy or firewall";
  const said3 = text4 ? `: ${(0, import_clouds3.oneLine)(text4)}` : "";
  if (status === 429 || status >= 500) {
    return `The login to Azure failed, because ${host} is not available (HTTP status ${status}${said3}). Run the job again later; if that does not help, look at https://azure.status.microsoft, and whether it is ${others} that answers.`;
  }
  return `The login to Azure failed, because ${host} gave an answer in a form that Microsoft Entra does not use (HTTP status ${status}${said3}). Check that it is not ${others} that answers for it, and that authority-host is right if it is set; then run the job again.`;
}
function entraText(message2, code3) {
  const start = message2.indexOf("AADSTS");
  if (start < 0) return `AADSTS${code3}${message2 ? `: ${(0, import_clouds3.oneLine)(message2, 500)}` : ""}`;
  const text4 = (0, import_clouds3.oneLine)(message2.slice(start).split(/\r?\n|Trace ID:/)[0] ?? "", 500);
  const trace = /Trace ID: ([\w-]{8,})/.exec(message2)?.[1];
  return trace ? `${text4} (Trace ID: ${trace})` : text4;
}
var untrusted2 = (what) => ({ claims, clientId }) => `${what.replace("IDENTITY", clientId)} ${howToTrust(claims, clientId)}`;
var noMatch = untrusted2("No federated credential of the identity IDENTITY matches the OIDC token of this job.");
var noTenant = ({ tenantId, cloud }) => `There is no tenant ${tenantId} in ${cloud.name}. Check tenant-id, and environment if the tenant belongs to another cloud.`;
var otherCredential = ({ clientId }) => `A client secret or certificate of ${clientId} is wrong or has expired. This action uses neither: check that client-id names the identity that has the federated credential.`;
var blocked = ({ clientId }) => `A Conditional Access policy blocks ${clientId}. Ask whoever manages workload identities in your tenant to let it in from GitHub's runners, or use a runner in an allowed location.`;
var outOfTime = () => "The OIDC token was not valid yet, or not any more, when Microsoft Entra checked it. Run the job again; on a self-hosted runner, check its clock.";
var noAccount = ({ clientId, tenantId }) => `The tenant ${tenantId} does not know the account of ${clientId} (it may have been deleted). Check client-id and tenant-id.`;
var advice2 = {
  "70021": noMatch,
  "700211": noMatch,
  "700212": noMatch,
  "700213": noMatch,
  "7002138": noMatch,
  "70025": untrusted2("The identity IDENTITY has no federated credential at all."),
  "50013": ({ claims }) => `Microsoft Entra could not verify the OIDC token of this job. It must be able to read the keys of the issuer, ${(0, import_clouds3.oneLine)(claims.issuer, 1e3)}, from the internet; a GitHub Enterprise Server behind a firewall has to let it.`,
  "50034": noAccount,
  "500341": noAccount,
  "500011": ({ tenantId, cloud }) => `The tenant ${tenantId} does not know ${cloud.resourceManager}. Check tenant-id, and environment if the tenant belongs to another cloud.`,
  "700016": ({ clientId, tenantId }) => `The tenant ${tenantId} has no application ${clientId}. Check client-id (the application's or identity's client id, not its object id) and tenant-id.`,
  "7000229": ({ clientId, tenantId }) => `The tenant ${tenantId} has no service principal for the application ${clientId}. Create it with: az ad sp create --id ${clientId}`,
  "7000112": ({ clientId, tenantId }) => `The application ${clientId} is disabled in the tenant ${tenantId}. Have its service principal enabled again, or use another identity.`,
  "90002": noTenant,
  "900023": noTenant,
  "7000215": otherCredential,
  "7000222": otherCredential,
  "53003": blocked,
  "530036": blocked,
  "700024": outOfTime,
  "500133": outOfTime,
  "90033": () => "Microsoft Entra is not available at the moment. Run the job again later."
};

// src/azure/login/witness.ts
function witness() {
  let last = null;
  const policy = {
    name: "witnessPolicy",
    async sendRequest(request, next2) {
      last = null;
      try {
        const response = await next2(request);
        const { status, bodyAsText } = response;
        if (status !== 200 || !/"access_token"/.test(bodyAsText ?? "")) last = { status, body: bodyAsText ?? "" };
        return response;
      } catch (error) {
        last = { error };
        throw error;
      }
    }
  };
  return { policy, seen: () => last };
}

// src/azure/login/direct.ts
function byDevice({ clientId, tenantId }, sdk, { cloud, env, ask, now: now2 = Date.now }) {
  const { policy, seen } = witness();
  const { proxyOptions, additionalPolicies } = route(sdk, env);
  const credential = new sdk.DeviceCodeCredential({
    ...clientId && { clientId },
    ...tenantId && { tenantId },
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true,
    userPromptCallback: ({ message: message2 }) => ask(prompt(message2)),
    proxyOptions,
    additionalPolicies: [{ policy, position: "perRetry" }, ...additionalPolicies]
  });
  return kept2(credential, now2, (error) => {
    const answer = seen();
    const words8 = answer && "body" in answer ? wordsOfEntra(answer.body) : null;
    const way = obstacle(answer && "error" in answer ? answer.error : error, cloud.authority, env);
    return `${words8 ?? way ?? said2(error)} ${words8 || !way ? again : ""}`.trim();
  });
}
var again = 'Run it again and enter the code in time; where your organization does not allow device codes, log in with "az login" instead.';
function prompt(message2) {
  if (typeof message2 !== "string") throw new Error("Microsoft Entra gave no code.");
  return (0, import_clouds3.oneLine)(message2, 500);
}
function byManagedIdentity({ clientId }, sdk, { now: now2 = Date.now }) {
  const credential = new sdk.ManagedIdentityCredential(clientId ? { clientId } : {});
  return kept2(
    credential,
    now2,
    (error) => `${said2(error)} Check that this machine is one of Azure that has a managed identity${clientId ? ` with the client id ${clientId}` : "; one that a user assigned is named by --client-id"}.`
  );
}
function said2(error) {
  return (0, import_clouds3.oneLine)((0, import_clouds3.messageOf)(error), 500);
}
function kept2(credential, now2, why2) {
  return cached(
    () => credential,
    now2,
    async (error) => new LoginError(`The login to Azure failed. ${why2(error)}`)
  );
}

// src/azure/login/jwt.ts
function claimsOf2(token) {
  const { iss, sub, aud } = payloadOf2(token);
  const text4 = (claim) => typeof claim === "string" ? claim : "";
  return { issuer: text4(iss), subject: text4(sub), audience: text4(Array.isArray(aud) ? aud[0] : aud) };
}
function principalOf(token) {
  const { appid, oid, tid, idtyp, upn, unique_name, scp } = payloadOf2(token);
  const isPerson = idtyp === "user" || [upn, unique_name, scp].some((claim) => claim !== void 0);
  const who = isPerson ? { clientId: null, personId: guid(oid) } : { clientId: guid(appid), personId: null };
  return { ...who, tenantId: guid(tid) };
}
function guid(claim) {
  return typeof claim === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(claim) ? claim : null;
}
function payloadOf2(token) {
  const [, payload = ""] = String(token).split(".");
  return objectOf(parsed(Buffer.from(payload, "base64url").toString("utf8")));
}

// src/azure/login/oidc.ts
var MARGIN2 = 60;
function remembered(request, now2) {
  let token = null;
  let until = 0;
  return async () => {
    if (token && now2() < until) return token;
    until = Number.POSITIVE_INFINITY;
    token = request();
    try {
      until = expiry2(await token, now2());
      return await token;
    } catch (error) {
      token = null;
      throw error;
    }
  };
}
function expiry2(token, now2) {
  const { exp } = payloadOf2(token);
  return typeof exp === "number" ? (exp - MARGIN2) * 1e3 : now2 + MARGIN2 * 1e3;
}
function checked2(token, env) {
  if (typeof token === "string" && /^[\w.-]+$/.test(token)) return token;
  throw somethingElse(typeof token === "string" ? "a text that is not a token" : `a value of type ${typeof token}`, env);
}
function noOidcToken(error, env) {
  const text4 = (0, import_clouds3.oneLine)((0, import_clouds3.messageOf)(error));
  if (/ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)/.test(text4)) return notPermitted();
  const address = addressOf(env);
  if (address !== "" && !URL.canParse(address)) return new LoginError(oddAddress);
  const way = obstacle(error, address, env);
  if (way !== null) return new LoginError(`GitHub's OIDC service gave no token. ${way}`);
  if (/do not have ID Token/.test(text4)) return somethingElse("something else", env);
  return new LoginError(
    `GitHub's OIDC service gave no token: ${text4} Run the job again; if that does not help, look at https://www.githubstatus.com.`
  );
}
var oddAddress = "GitHub's OIDC service was not asked for a token, because ACTIONS_ID_TOKEN_REQUEST_URL is not an address. The runner sets it: let no step and no env change it.";
function addressOf(env) {
  return env.ACTIONS_ID_TOKEN_REQUEST_URL ?? "";
}
function somethingElse(what, env) {
  const address = addressOf(env);
  const host = URL.canParse(address) ? new URL(address).host : "it";
  const proxy = URL.canParse(address) ? (0, import_clouds3.proxyFor)(address, env) : null;
  const others = proxy ? `the proxy ${(0, import_clouds3.nameOf)(proxy)} or a firewall` : "a proxy or firewall";
  return new LoginError(
    `GitHub's OIDC service gave no token: ${host} answered with ${what} in its place. Check that it is not ${others} that answers for it; then run the job again, and if that does not help, look at https://www.githubstatus.com.`
  );
}
function notPermitted() {
  const advice3 = `This job may not ask GitHub for an OIDC token, so it cannot log in to Azure. Give the job the first of these permissions, and those of the others that it needs (what is not listed is taken away):

  permissions:
    id-token: write
    contents: read # to check out the repository
    pull-requests: write # to comment

A reusable workflow needs it in the workflow that calls it, too. Pull requests from forks and from Dependabot do not get it.`;
  return new LoginError(advice3, true);
}

// src/azure/login/token-file.ts
function tokenOfFile(path, read) {
  const token = read(path)?.trim();
  if (token === void 0)
    throw new LoginError(
      `The file ${(0, import_clouds3.oneLine)(path)}, which AZURE_FEDERATED_TOKEN_FILE names, cannot be read: it has to hold the OIDC token of this job.`
    );
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
    throw new LoginError(
      `The file ${(0, import_clouds3.oneLine)(path)}, which AZURE_FEDERATED_TOKEN_FILE names, holds no OIDC token: it has to hold that and nothing else. Is the variable with the token set in this job?`
    );
  return token;
}

// src/azure/login/login.ts
async function login(options) {
  const { login: how } = options.inputs;
  const credential = await credentialOf(options);
  const { token } = await credential.getToken(options.cloud.scope, asPipelines);
  const said3 = principalOf(token);
  const given = "tenantId" in how ? how.tenantId : void 0;
  const isNamed2 = how.by === "github" || how.by === "workload-identity";
  return {
    credential,
    ...said3,
    ...isNamed2 && { clientId: how.clientId, personId: null },
    tenantId: said3.tenantId ?? given ?? null
  };
}
async function credentialOf(options) {
  const { login: how } = options.inputs;
  if (how.by === "azure-cli") return ambient(options);
  if (how.by === "github") return federated(options, how, () => ofGitHub2(options));
  if (how.by === "workload-identity")
    return federated(options, how, async () => tokenOfFile(how.tokenFile, options.read));
  const sdk = await options.sdk();
  return how.by === "device" ? byDevice(how, sdk, options) : byManagedIdentity(how, sdk, options);
}
function ofGitHub2({ cloud, getIDToken, env }) {
  return getIDToken(cloud.audience).catch((error) => {
    throw noOidcToken(error, env);
  }).then((token) => checked2(token, env));
}
async function federated(options, { clientId, tenantId }, request) {
  const { cloud, env, now: now2 = Date.now } = options;
  const assertion = remembered(request, now2);
  await assertion();
  const sdk = await options.sdk();
  const { policy, seen } = witness();
  const { proxyOptions, additionalPolicies } = route(sdk, env);
  const create3 = () => new sdk.ClientAssertionCredential(tenantId, clientId, assertion, {
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true,
    proxyOptions,
    additionalPolicies: [{ policy, position: "perRetry" }, ...additionalPolicies]
  });
  return cached(
    create3,
    now2,
    async (error) => refusedByEntra(error, seen(), { cloud, clientId, tenantId, env, claims: claimsOf2(await assertion()) })
  );
}
var CLI_TIMEOUT = 6e4;
function ambient({ cloud, isCommandLine, now: now2 = Date.now, cliTimeout = CLI_TIMEOUT }) {
  const session = { getToken: () => cliToken(cloud.resourceManager, cliTimeout) };
  return cached(
    () => session,
    now2,
    async (error) => refusedByCli(error, cloud, cliTimeout, isCommandLine ? onCommandLine : inWorkflow)
  );
}

// src/scan/login.ts
async function loginInTime(inputs, cloud, ports) {
  const { getIDToken, azure, env, time: time2, files: files2, log, terminal } = ports;
  let awaited = { github: "GitHub's OIDC service", "azure-cli": "the Azure CLI" }[inputs.login.by] ?? "Azure";
  const asked = async (audience) => {
    const token = await getIDToken(audience);
    awaited = new URL(cloud.authority).host;
    return token;
  };
  const work2 = () => login({
    inputs,
    cloud,
    getIDToken: asked,
    sdk: azure,
    env,
    read: files2.ofRunner,
    ask: log.notice,
    isCommandLine: terminal !== void 0
  });
  return (0, import_clouds3.within)(time2.reading, work2).catch((error) => {
    if (!(0, import_clouds3.isOutOfTime)(error)) throw error;
    throw new LoginError(
      `The login to Azure was not done when the run reached its time limit (timeout-minutes: ${inputs.timeoutMinutes}): ${awaited} gave no token until then. Check that the runner reaches it (proxy, firewall), then run the job again.`
    );
  });
}
function readerOf({ tenantId, clientId, personId }) {
  const person = personId === null ? null : readerBy.objectId(personId);
  return { tenant: tenantId, identity: clientId === null ? person : readerBy.clientId(clientId) };
}

// src/scan/scan.ts
var CONFIRMATIONS = 200;
async function scan(inputs, config, readEarlier2, planning, ports) {
  const { log } = ports;
  const cloud = (0, import_clouds3.cloudOf)(inputs);
  const identity = await log.group("Log in to Azure", () => loginInTime(inputs, cloud, ports));
  const meanwhile = readEarlier2();
  const client = await clientOf(cloud, identity, ports);
  const collection = await log.group("Collect evidence", () => watched3(client, inputs, config, planning, ports));
  const earlier2 = await meanwhile;
  const terms2 = {
    policy: inputs.policy,
    config: withChanges(config, earlier2.changes),
    baseline: earlier2.baseline
  };
  const outcome2 = await log.group("Judge", () => judge3(collection, terms2, planning, client.counters, log));
  return {
    ...outcome2,
    evidence: collection.evidence,
    earlier: earlier2,
    identity,
    reader: readerOf(identity),
    judgedFrom: null,
    isCut: false,
    about: []
  };
}
async function judge3({ evidence: evidence4, whole: whole2, confirm }, terms2, planning, requests, log) {
  const asked = /* @__PURE__ */ new Set();
  const confirmed = async (found2, doubtful) => {
    const ids = doubtful.filter((id) => !asked.has(idKey(id)));
    if (ids.length === 0) return found2;
    for (const id of ids) asked.add(idKey(id));
    log.info(`Resources behind failures that are read once more by Resource Manager: ${ids.length}`);
    return judgeAgain(evidence4, found2, terms2, () => confirm(ids));
  };
  const first = judgeAll(evidence4, terms2);
  const fails2 = conclusionOf(evidence4, first, terms2.policy) === "fail";
  const live2 = await confirmed(first, fails2 ? toConfirm(first, CONFIRMATIONS) : []);
  const outcome2 = withPlans({ evidence: evidence4, whole: whole2, terms: terms2, judged: live2 }, planning, requests);
  const again2 = await confirmed(live2, doubtfulOfPlans(outcome2, CONFIRMATIONS - asked.size));
  return again2 === live2 ? outcome2 : withPlans({ evidence: evidence4, whole: whole2, terms: terms2, judged: again2 }, planning, requests);
}
function doubtfulOfPlans({ planned: planned2 }, limit) {
  return planned2?.plan.conclusion === "fail" ? toConfirm(planned2.judged, limit) : [];
}

// src/scan/unread.ts
function alone(inputs, config, planning, now2) {
  const scan2 = without(inputs, now2, []);
  const { evidence: evidence4 } = scan2;
  const terms2 = { policy: inputs.policy, config, baseline: null };
  const conclusion = "skipped";
  const live2 = { evidence: evidence4, whole: evidence4, judged: [], terms: terms2, conclusion, isAlone: true };
  const planned2 = planning.judge(live2);
  const coverage4 = withParts(scan2.coverage, planned2.plan);
  return { ...scan2, coverage: coverage4, conclusion: planned2.conclusion, liveConclusion: conclusion, planned: planned2, about: [planOnly] };
}
var planOnly = "Plan only: there was no identity to read Azure with, so the plan is judged by what it says itself, and nothing of what is live is known.";
function skipped2(inputs, now2) {
  return { ...without(inputs, now2, []), conclusion: "skipped", liveConclusion: "skipped" };
}
function nothingRead(inputs, now2, { message: message2 }) {
  return without(inputs, now2, [
    { id: listOfWorkspaces, reason: "timeout", action: null, scope: null, message: foreign(message2) }
  ]);
}
function cutShort2(scan2, { message: message2 }) {
  const planned2 = scan2.planned && {
    ...scan2.planned,
    plan: { ...scan2.planned.plan, conclusion: "incomplete" }
  };
  return {
    ...scan2,
    planned: planned2,
    conclusion: "incomplete",
    liveConclusion: "incomplete",
    isCut: true,
    about: [message2, ...scan2.about]
  };
}
function without(inputs, now2, unseen3) {
  const evidence4 = {
    collectedAt: now2.toISOString(),
    keyHosts: anyKeyHosts,
    workspaces: [],
    resources: /* @__PURE__ */ new Map(),
    collections: /* @__PURE__ */ new Map(),
    subscriptions: [],
    unseen: unseen3
  };
  const terms2 = { policy: inputs.policy, config: noConfig, baseline: null };
  const assessment = assess(evidence4, [], terms2, { resourceGraph: 0, resourceManager: 0, throttled: 0 });
  return {
    ...assessment,
    evidence: evidence4,
    earlier: nothingEarlier,
    identity: null,
    reader: { tenant: null, identity: null },
    judgedFrom: null,
    isCut: false,
    about: [],
    planned: null,
    liveConclusion: assessment.conclusion
  };
}

// src/run.ts
async function run(inputs, ports) {
  const startedAt = ports.now();
  const event = eventOf(ports);
  warnOfGaps(event, ports);
  const config = await loadConfig(inputs.configFile, ports);
  const scan2 = await scanOrCancelled(inputs, config, event, ports);
  const complete = await completed(event, inputs.githubToken, ports);
  const result = { inputs, config, event: complete, scan: scan2, startedAt };
  const sentence3 = await (ports.terminal ? show4(result, ports.terminal, ports) : publish(result, ports));
  if (ports.time.ended) ports.setFailed(`${ports.time.ended.message} ${sentence3}`);
  else if (failsJob(scan2.conclusion, inputs.policy)) ports.setFailed(sentence3);
  else ports.log.info(sentence3);
}
async function withoutResult(place3, error, ports) {
  await markStale(place3, eventOf(ports), error, ports);
}
async function scanOrCancelled(inputs, config, event, ports) {
  const { time: time2 } = ports;
  const result = await scanOrSkip(inputs, config, event, ports).catch(async (error) => {
    await signalsHeard();
    if ((0, import_clouds3.isCancelled)(time2.ended)) return nothingRead(inputs, ports.now(), time2.ended);
    throw error;
  });
  if (time2.ended === null || result.conclusion === "skipped") return result;
  if ((0, import_clouds3.isCancelled)(time2.ended)) return cutShort2(result, time2.ended);
  throw time2.ended;
}
async function signalsHeard() {
  await (0, import_promises2.setImmediate)();
  await (0, import_promises2.setImmediate)();
}
async function scanOrSkip(inputs, config, event, ports) {
  const earlier2 = () => readEarlier(inputs, config, event, ports);
  if (inputs.replayFile !== null) {
    const planning2 = ({ collectedAt, keyHosts }) => plansOf(inputs, event, { now: collectedAt, keyHosts }, ports);
    return replay(inputs.replayFile, inputs, config, earlier2, planning2, ports);
  }
  const planning = await plansOf(inputs, event, { now: ports.now().toISOString(), keyHosts: (0, import_clouds3.keyHostsOf)(inputs) }, ports);
  try {
    return await scan(inputs, config, earlier2, planning, ports);
  } catch (error) {
    if (!(error instanceof LoginError && error.noIdentity && getsNoIdentity(event))) throw error;
    const who = event.pullRequest?.dependabot ? "by Dependabot" : "from forks";
    if (planning) {
      ports.log.notice(
        `Pull requests ${who} get no identity from GitHub, so the plan alone is judged, and nothing of what is live.`,
        { title: "Plan only" }
      );
      return alone(inputs, config, planning, ports.now());
    }
    ports.log.notice(
      `Pull requests ${who} get no identity from GitHub, so no workspace was checked. Only a run with an identity can check them: one for a branch of this repository, or a scheduled one, if there is any.`,
      { title: "Encryption check skipped" }
    );
    return skipped2(inputs, ports.now());
  }
}
async function plansOf(inputs, event, given, ports) {
  if (inputs.plans.files.length === 0) return null;
  const { planningOf } = await Promise.resolve().then(() => __toESM(require("./planned.js"), 1));
  return planningOf(inputs, event, given, ports);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  MEGABYTE,
  MissingToken,
  Property,
  Undecided,
  accountByName,
  afterwards,
  aiServicesAccount,
  answerOf,
  anyKeyHosts,
  anyPrefix,
  anyResource,
  applicationInsights,
  asText,
  assignmentsOf,
  attachment,
  attachments,
  batchDeployment,
  batchEndpoint,
  casedType,
  changesSince,
  childLists,
  childOf,
  childVersions,
  clusterExtension,
  collectedByOlder,
  collectionKey,
  collectionParts,
  commonRefusal,
  computeTypes,
  conclude,
  connectedCluster,
  connectedTo,
  container,
  containerGroup,
  containerGroupsSegment,
  containerRegistry,
  cosmosDbAccount,
  counts,
  createAlike,
  databricksWorkspace,
  dedicatedCluster,
  defaultsOf,
  definitionId,
  dependencies,
  deploymentLists,
  disabledReason,
  diskEncryption,
  diskEncryptionSet,
  encrypting,
  encryptionIdentity,
  encryptionScope,
  evaluate,
  everyWorkspace,
  evidenceOf,
  extensionsSegment,
  failedCount,
  failsJob,
  failureFrom,
  fileService,
  fileServiceId,
  findingOf,
  findingsOf,
  fingerprint,
  fitting,
  flag,
  foreign,
  gapOf,
  grantsAmong,
  groupAndName,
  groupId,
  groupIdOf,
  hasContainers,
  hdInsightCluster,
  hsmKey,
  hsmKeyVersion,
  idKey,
  idOfReader,
  inGroups,
  inVaults,
  isCollectionOf,
  isDefinition,
  isEnabled,
  isInGroup,
  isInScope,
  isLackingAssignments,
  isManagedHsm,
  isMetBy,
  isMissing,
  isObject,
  isRedacted,
  isShaped,
  isSince,
  isTarget,
  isWithin,
  judge,
  keyAddress,
  keyReferences,
  keyUrl,
  keyUses,
  keyVault,
  lackingAssignments,
  leakOf,
  list,
  listOfWorkspaces,
  listedType,
  listing,
  logAnalyticsCluster,
  logAnalyticsWorkspace,
  logs,
  managedCluster,
  managedHsm,
  managedIdentity,
  managementGroup,
  matcher,
  mayBeFileShare,
  metadataStores,
  milder,
  missedType,
  missingContents,
  mlCompute,
  mlConnection,
  mlDatastore,
  mlJob,
  mlSchedule,
  mlWorkspace,
  nameIn,
  nameOf,
  nameOfSent,
  namedIds,
  namesNoScope,
  namesOf,
  needsIn,
  neverRead,
  noReads,
  normal,
  number,
  object,
  objectOf,
  octokitOf,
  ofAnotherType,
  onCluster,
  onlineDeployment,
  onlineEndpoint,
  openResource,
  overlap,
  ownLogin,
  parentId,
  parseKeyId,
  parseResourceId,
  parsed,
  partsIn,
  passedIn,
  passingFinding,
  pathOf,
  patterns,
  peek,
  permission,
  placeAndName,
  plannedSeverity,
  policyMembers,
  profileFor,
  propertyOf,
  providers,
  prune,
  put,
  rank,
  reaches,
  readContents,
  readerBy,
  redacted,
  redactedTags,
  resourceGroup,
  resourceName,
  resourceProvider,
  resourceType,
  resourceTypes,
  roleAssignment,
  roleAssignmentsOf,
  roleDefinition,
  run,
  said,
  says,
  scopesCheck,
  searchService,
  secretPlaces,
  separated,
  serverlessEndpoint,
  severities,
  severityFor,
  stepsOf,
  storageAccount,
  storeTypes,
  subscription,
  text,
  toFlag,
  tooLarge,
  typeIn,
  typeOf,
  typeOfId,
  unconfirmed,
  undecidedCount,
  unplanned,
  userAssignedIdentity,
  valueAt,
  vaultAt,
  vaultHost,
  vaultKey,
  vaultKeyVersion,
  virtualMachine,
  waivedOrNot,
  watched,
  webService,
  whatIs,
  whole,
  whyOf,
  withheld,
  withoutResult,
  withoutServices,
  words,
  worst,
  wrapping
});
