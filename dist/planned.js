"use strict";
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
    for (let key8 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key8) && key8 !== except)
        __defProp(to, key8, { get: () => from[key8], enumerable: !(desc = __getOwnPropDesc(from, key8)) || desc.enumerable });
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

// src/planned/planning.ts
var planning_exports = {};
__export(planning_exports, {
  planningOf: () => planningOf
});
module.exports = __toCommonJS(planning_exports);
var import_targets2 = require("./run.js");

// src/plan/overlay/overlay.ts
var import_unknown5 = require("./shared.js");

// src/plan/overlay/body.ts
function copied(value) {
  if (value instanceof import_unknown5.Unknown) return value;
  if (Array.isArray(value)) return value.map(copied);
  if (!(0, import_targets2.isObject)(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside3]) => [name, copied(inside3)]));
}
function setAt(body, path, value) {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let at = body;
  for (const key8 of keys) {
    const name2 = nameIn(at, key8);
    const inside3 = at[name2];
    if (inside3 instanceof import_unknown5.Unknown) return;
    if (!(0, import_targets2.isObject)(inside3)) {
      if (value === void 0) return;
      at[name2] = {};
    }
    at = at[name2];
  }
  const name = nameIn(at, last);
  if (value === void 0) delete at[name];
  else at[name] = value;
}
function nameIn(at, key8) {
  if (Object.hasOwn(at, key8)) return key8;
  return Object.keys(at).find((name) => name.toLowerCase() === key8.toLowerCase()) ?? key8;
}
function changeItem(list, { item, by, isRemoved, isAdded }) {
  if (list instanceof import_unknown5.Unknown) return list;
  const all = Array.isArray(list) ? list : [];
  const known3 = all.find((one) => isSameItem(one, item, by));
  const others2 = all.filter((one) => one !== known3);
  const changed4 = isAdded ? united(known3, item) : (0, import_targets2.isObject)(known3) ? { ...known3, ...item } : item;
  return isRemoved ? others2 : [...others2, changed4];
}
function isSameItem(one, other, by) {
  const told = by.map((member3) => [lowered((0, import_targets2.valueAt)(one, member3)), lowered((0, import_targets2.valueAt)(other, member3))]);
  return told.some(([left]) => typeof left === "string") && told.every(([left, right]) => left === right);
}
function lowered(value) {
  return typeof value === "string" ? value.toLowerCase() : value;
}
function united(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other.filter((item) => !one.includes(item))];
  if (!(0, import_targets2.isObject)(one) || !(0, import_targets2.isObject)(other) || other instanceof import_unknown5.Unknown) return other;
  const names = [.../* @__PURE__ */ new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, name in other ? united(one[name], other[name]) : one[name]]));
}
var whole = /* @__PURE__ */ new Set(["tags", "userassignedidentities"]);
function laidOver(there, value, name) {
  if (!(0, import_targets2.isObject)(value) || value instanceof import_unknown5.Unknown || !(0, import_targets2.isObject)(there) || there instanceof import_unknown5.Unknown) return value;
  const left = whole.has(name.toLowerCase()) ? {} : { ...there };
  for (const [member3, inside3] of Object.entries(value)) {
    const known3 = nameIn(there, member3);
    left[known3] = laidOver(there[known3], inside3, member3);
  }
  return left;
}

// src/plan/overlay/contradictions.ts

// src/plan/json.ts
function member(value, name) {
  return (0, import_targets2.isObject)(value) && Object.hasOwn(value, name) ? value[name] : void 0;
}
function textIn(value, name) {
  const found = member(value, name);
  return typeof found === "string" ? found : void 0;
}
function listIn(value, name) {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}
function isSame(one, other) {
  if (one === other) return true;
  return (isNested(one) || isNested(other)) && canonical(one) === canonical(other);
}
function isNested(value) {
  return typeof value === "object" && value !== null;
}
function canonical(value) {
  return JSON.stringify(
    value,
    (_name, part2) => (0, import_targets2.isObject)(part2) ? Object.fromEntries(
      Object.entries(part2).filter(([, inside3]) => inside3 !== null && inside3 !== void 0).sort(([a], [b]) => a < b ? -1 : 1)
    ) : part2
  ) ?? "";
}

// src/plan/overlay/around.ts
function around(id3) {
  const segments = (0, import_targets2.idKey)(id3).split("/");
  return segments.slice(2).map((_, index) => segments.slice(0, index + 2).join("/"));
}

// src/plan/overlay/contradictions.ts
function agreed(plans) {
  const all = plans.flatMap(({ changes: changes2 }) => changes2);
  const byId2 = Map.groupBy(all, ({ id: id3 }) => (0, import_targets2.idKey)(id3));
  const once = [...byId2.values()].flatMap((changes2) => inDoubt(changes2) ?? oncePerFile(changes2));
  return plans.length < 2 ? once : withoutOrphans(once);
}
function inDoubt(changes2) {
  const gone2 = changes2.find(({ change }) => change === "delete");
  const made3 = changes2.find(({ change, source }) => change === "put" && source.file === gone2?.source.file);
  return gone2 && made3 ? unsure(made3, [made3.source.address, gone2.source.address]) : null;
}
function oncePerFile(changes2) {
  const byFile = [...Map.groupBy(changes2, ({ source }) => source.file).values()];
  const [first = [], ...others2] = byFile;
  if (others2.every((other) => isSame(what(first), what(other)))) return first;
  return first.slice(0, 1).flatMap(
    (change) => unsure(
      change,
      byFile.flatMap((each) => each[0]?.source.file ?? [])
    )
  );
}
function withoutOrphans(changes2) {
  const gone2 = changes2.filter(({ change }) => change === "delete" || change === "replace");
  const byId2 = Map.groupBy(gone2, ({ id: id3 }) => (0, import_targets2.idKey)(id3));
  return changes2.flatMap((one) => {
    const above2 = around(one.id).flatMap((key8) => byId2.get(key8) ?? []);
    const other = above2.find(({ source }) => source.file !== one.source.file);
    return one.change === "delete" || !other ? [one] : unsure(one, [one.source.file, other.source.file]);
  });
}
function what(changes2) {
  return changes2.map(({ change, settings: settings2, items }) => ({ change, settings: settings2, items }));
}
function unsure(change, sides) {
  const both = sides.map((side) => (0, import_unknown5.oneLine)(side, 200)).join(" and ");
  const label = `${(0, import_unknown5.oneLine)(change.source.address, 200)} (${both} contradict each other)`;
  return [{ ...change, change: "unsure", settings: [], items: [], label, source: { ...change.source, address: label } }];
}

// src/plan/overlay/file-service.ts
function newFileService(accountId) {
  const id3 = (0, import_targets2.fileServiceId)(accountId);
  const { about } = import_targets2.fileService;
  const body = { id: id3, type: (0, import_targets2.casedType)(about), name: id3.split("/").at(-1), properties: {} };
  return { state: "read", id: id3, source: "resource-manager", apiVersion: about.apiVersions[0] ?? null, body };
}

// src/plan/overlay/groups.ts

// src/plan/opaque.ts
var opaque = /* @__PURE__ */ new Set([
  "microsoft.resources/deployments",
  "microsoft.resources/deploymentscripts",
  "microsoft.resources/deploymentstacks",
  "microsoft.solutions/applications",
  "microsoft.blueprint/blueprintassignments"
]);
var alone = /* @__PURE__ */ new Set(["microsoft.resources/deployments", "microsoft.resources/deploymentscripts"]);
function isOpaqueType(type, isDeleted) {
  return opaque.has(type) && !(isDeleted && alone.has(type));
}
var notShown = "It does something that the plan does not show.";
var groupType = "microsoft.resources/resourcegroups";
var isGroupId = (id3) => (0, import_targets2.typeOfId)(id3) === import_targets2.resourceGroup.type;

// src/plan/overlay/groups.ts
function inGroups(changes2, { resources: resources2 }) {
  const [groups, others2] = [true, false].map((wanted) => changes2.filter((one) => isUnsure(one) === wanted));
  if (!groups?.length || !others2) return changes2;
  const named3 = new Set(others2.map(({ id: id3 }) => (0, import_targets2.idKey)(id3)));
  const inside3 = [...resources2.values()].flatMap((record) => {
    const group2 = groups.find(({ id: id3 }) => (0, import_targets2.isWithin)(record.id, id3));
    if (!group2 || record.state !== "read") return [];
    if ([(0, import_targets2.idKey)(record.id), ...around(record.id)].some((key8) => named3.has(key8))) return [];
    return [{ ...group2, id: record.id, type: (0, import_targets2.typeIn)(record.body) }];
  });
  return [...others2, ...inside3];
}
var isUnsure = ({ type, change }) => type === groupType && change === "unsure";

// src/plan/overlay/link.ts
function link(planned2, live, changes2) {
  const there = changes2.filter(({ id: id3 }) => planned2.resources.get((0, import_targets2.idKey)(id3))?.state === "read");
  const isNew2 = ({ id: id3, change, isUnseen }) => change === "replace" || change !== "unsure" && !isUnseen && live.resources.get((0, import_targets2.idKey)(id3))?.state !== "read";
  for (const change of there.filter(isNew2)) openLists(planned2, change);
  for (const change of there) enlist(planned2, change);
  addWorkspaces(planned2, [...there, ...changes2.filter((change) => isHidden(planned2, change))]);
  linkVaults(planned2, there);
}
function isHidden({ resources: resources2 }, { id: id3, mayBeThere }) {
  return mayBeThere === true && resources2.get((0, import_targets2.idKey)(id3))?.state === "unreadable";
}
function openLists({ collections }, { id: id3, type }) {
  const own2 = (import_targets2.resourceTypes[type]?.lists ?? []).filter(({ ofGroup: ofGroup4 }) => !ofGroup4);
  for (const { segment: segment2 } of own2) collections.set(import_targets2.collectionKey.list(id3, segment2), { state: "read", ids: [] });
}
function enlist({ collections }, { id: id3, type }) {
  const segment2 = type === import_targets2.clusterExtension.type ? import_targets2.extensionsSegment : id3.split("/").at(-2) ?? "";
  const key8 = import_targets2.collectionKey.list((0, import_targets2.parentId)(id3), segment2);
  const list = collections.get(key8);
  if (list && !list.ids.some((one) => (0, import_targets2.idKey)(one) === (0, import_targets2.idKey)(id3)))
    collections.set(key8, { ...list, ids: [...list.ids, id3] });
}
function addWorkspaces(planned2, changes2) {
  const known3 = new Set(planned2.workspaces.map(import_targets2.idKey));
  const fresh = changes2.filter(({ id: id3, type }) => type === import_targets2.mlWorkspace.type && !known3.has((0, import_targets2.idKey)(id3)));
  planned2.workspaces.push(...new Set(fresh.map(({ id: id3 }) => id3)));
}
function linkVaults({ resources: resources2, collections, keyHosts }, changes2) {
  const wanted = changes2.flatMap(({ id: id3, type }) => {
    const record = resources2.get((0, import_targets2.idKey)(id3));
    return record?.state === "read" ? (0, import_targets2.keyUses)(type, record.body, keyHosts).map(({ host }) => host) : [];
  });
  const planned2 = changes2.flatMap(({ id: id3, type }) => hostOf(resources2, id3, type) ?? []);
  const open4 = new Set([...wanted, ...planned2].filter((host) => !collections.get(import_targets2.collectionKey.vault(host))?.ids[0]));
  if (open4.size === 0) return;
  for (const record of resources2.values()) {
    const host = record.state === "read" ? hostOf(resources2, record.id, (0, import_targets2.typeIn)(record.body)) : null;
    if (host && open4.has(host)) collections.set(import_targets2.collectionKey.vault(host), { state: "read", ids: [record.id] });
  }
}
function hostOf(resources2, id3, type) {
  const property = { [import_targets2.keyVault.type]: import_targets2.keyVault.vaultUri, [import_targets2.managedHsm.type]: import_targets2.managedHsm.hsmUri }[type];
  const record = property ? resources2.get((0, import_targets2.idKey)(id3)) : void 0;
  if (!property || record?.state !== "read") return null;
  const uri = (0, import_targets2.propertyOf)(record.body, property);
  return typeof uri === "string" ? (0, import_targets2.vaultHost)(uri) : null;
}

// src/plan/overlay/remove.ts
function remove(evidence, changes2) {
  if (changes2.length === 0) return;
  const { resources: resources2, collections } = evidence;
  const below3 = startingWith([...resources2.keys()]);
  for (const { id: id3, source } of changes2) {
    const key8 = (0, import_targets2.idKey)(id3);
    for (const each of [key8, ...below3(`${key8}/`)]) {
      const record = resources2.get(each);
      if (record || each === key8) resources2.set(each, gone(record?.id ?? id3, source.address));
    }
  }
  const lists = startingWith([...collections.keys()]);
  for (const { id: id3 } of changes2)
    for (const key8 of lists(import_targets2.collectionKey.list(id3, ""))) collections.set(key8, { state: "read", ids: [] });
  evidence.workspaces = evidence.workspaces.filter((id3) => resources2.get((0, import_targets2.idKey)(id3))?.state !== "absent");
}
function gone(id3, address4) {
  const message = import_targets2.said`The plan deletes it with ${{ name: (0, import_unknown5.oneLine)(address4, 200) }}.`;
  return { state: "absent", id: id3, reason: "absent", action: null, scope: null, message };
}
function startingWith(keys) {
  const sorted = keys.sort();
  return (prefix) => {
    const found = [];
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at += 1) found.push(sorted[at]);
    return found;
  };
}
function firstFrom(sorted, prefix) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (sorted[middle] < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/plan/overlay/roles.ts

// src/resources/built-in-roles.ts
var builtInRoles = [
  { name: "Key Vault Administrator", guid: "00482a5a-887f-4fb3-b363-3b7fe8e74483", dataActions: (0, import_targets2.inVaults)("*") },
  {
    name: "Key Vault Reader",
    guid: "21090545-7ca7-4776-b22c-e363652d74d2",
    dataActions: (0, import_targets2.inVaults)("*/read", "secrets/readMetadata/action")
  },
  {
    name: "Key Vault Secrets Officer",
    guid: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    dataActions: (0, import_targets2.inVaults)("secrets/*")
  },
  {
    name: "Key Vault Secrets User",
    guid: "4633458b-17de-408a-b874-0445c86b69e6",
    dataActions: (0, import_targets2.inVaults)("secrets/getSecret/action", "secrets/readMetadata/action")
  },
  {
    name: "Key Vault Crypto Officer",
    guid: "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
    dataActions: (0, import_targets2.inVaults)("keys/*", "keyrotationpolicies/*")
  },
  {
    name: "Key Vault Crypto User",
    guid: "12338af0-0e69-4776-bea7-57ae8d297424",
    dataActions: (0, import_targets2.inVaults)(
      ...["keys/read", "keys/update/action", "keys/backup/action", "keys/encrypt/action", "keys/decrypt/action"],
      ...["keys/wrap/action", "keys/unwrap/action", "keys/sign/action", "keys/verify/action"]
    )
  },
  {
    name: "Key Vault Crypto Service Encryption User",
    guid: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    dataActions: (0, import_targets2.inVaults)("keys/read", "keys/wrap/action", "keys/unwrap/action")
  },
  ...[
    { name: "Owner", guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" },
    { name: "Contributor", guid: "b24988ac-6180-42a0-ab88-20f7382dd24c" },
    { name: "Reader", guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7" },
    { name: "Key Vault Contributor", guid: "f25e0fa2-a7c8-4377-a976-54943a77a395" }
  ].map((role2) => ({ ...role2, dataActions: [] }))
];

// src/plan/overlay/roles.ts

// src/plan/overlay/taken-roles.ts
function takeRoles(planned2, live, assignments) {
  takeBack(planned2, live);
  passOn(planned2, live, assignments);
}
var isOfRoles = (key8) => (0, import_targets2.isCollectionOf)(key8, "roles", "assigned");
function takeBack({ resources: resources2, collections }, live) {
  const isGone = (id3) => resources2.get((0, import_targets2.idKey)(id3))?.state === "absent" && live.resources.get((0, import_targets2.idKey)(id3))?.state === "read";
  for (const [key8, list] of collections)
    if (isOfRoles(key8) && list.ids.some(isGone))
      collections.set(key8, { ...list, ids: list.ids.filter((id3) => !isGone(id3)) });
}
function passOn(planned2, live, assignments) {
  const passed = new Map(assignments.filter((id3) => isPassedOn(planned2, live, id3)).map((id3) => [(0, import_targets2.idKey)(id3), id3]));
  if (passed.size === 0) return;
  for (const [key8, list] of planned2.collections) {
    const lost = isOfRoles(key8) ? list.ids.flatMap((id3) => passed.get((0, import_targets2.idKey)(id3)) ?? []) : [];
    if (lost.length === 0) continue;
    const [open4] = lost.flatMap((id3) => stillTheirs(planned2, id3) ?? []);
    const state = open4 && list.state === "read" ? (0, import_targets2.unplanned)(open4) : list;
    planned2.collections.set(key8, { ...state, ids: list.ids.filter((id3) => !passed.has((0, import_targets2.idKey)(id3))) });
  }
}
function isPassedOn(planned2, live, id3) {
  const [had, has] = [live, planned2].map((each) => ofAssignment(each, id3, import_targets2.roleAssignment.principalId));
  return has !== void 0 && String(had).toLowerCase() !== String(has).toLowerCase();
}
function ofAssignment({ resources: resources2 }, id3, property) {
  const record = resources2.get((0, import_targets2.idKey)(id3));
  return record?.state === "read" ? (0, import_targets2.propertyOf)(record.body, property) : void 0;
}
function stillTheirs(planned2, id3) {
  const holder = ofAssignment(planned2, id3, import_targets2.roleAssignment.principalId);
  if (holder instanceof import_unknown5.Unknown) return holder;
  const type = String(ofAssignment(planned2, id3, import_targets2.roleAssignment.principalType)).toLowerCase();
  if (["serviceprincipal", "user", "device"].includes(type)) return null;
  return new import_unknown5.Unknown(
    `The plan gives ${(0, import_unknown5.oneLine)(id3, 200)} to somebody else: whether that is a group, and who is in it, is not in the plan.`
  );
}

// src/plan/overlay/roles.ts
function linkRoles(planned2, live, changes2, plans) {
  const { collections } = planned2;
  const strangers = new Set(plans.flatMap(({ principals }) => principals));
  const assignments = changes2.filter(({ type }) => type === import_targets2.roleAssignment.type).map(({ id: id3 }) => id3);
  takeRoles(planned2, live, assignments);
  for (const principal2 of strangers) collections.set(import_targets2.collectionKey.roles(principal2), { state: "read", ids: [] });
  const given2 = assignments.flatMap((id3) => givenBy(planned2, id3));
  const lists = assignedIn(planned2);
  for (const each of given2) assign(planned2, lists, each);
  answerNeeds(planned2, live, strangers);
  const open4 = plans.flatMap(({ openRoles }) => openRoles ?? [])[0];
  if (open4 !== void 0) doubtRoles(planned2, new import_unknown5.Unknown(open4));
}
function givenBy({ resources: resources2 }, id3) {
  const record = resources2.get((0, import_targets2.idKey)(id3));
  if (record?.state !== "read") return [];
  const { principalId, scope: scope2, role: role2 } = import_targets2.roleAssignment;
  const [who, where, what2] = [principalId, scope2, role2].map((property) => (0, import_targets2.propertyOf)(record.body, property));
  return typeof who === "string" ? [{ id: id3, principal: who, scope: String(where), role: String(what2) }] : [];
}
function assignedIn({ collections }) {
  return [...collections.keys()].flatMap((key8) => {
    const parts2 = (0, import_targets2.isCollectionOf)(key8, "assigned") ? (0, import_targets2.collectionParts)(key8) : null;
    return parts2?.of === "assigned" ? [{ ...parts2, key: key8 }] : [];
  });
}
function assign(planned2, lists, { id: id3, principal: principal2, scope: scope2, role: role2 }) {
  const { collections, resources: resources2 } = planned2;
  const own2 = import_targets2.collectionKey.roles(principal2);
  collections.set(own2, withId(collections.get(own2) ?? notAsked(planned2, principal2), id3));
  for (const { key: key8, scope: at, principalId } of lists) {
    const list = collections.get(key8);
    const isTheirs = principalId === principal2.toLowerCase();
    if (list && isTheirs && ((0, import_targets2.isWithin)(at, scope2) || (0, import_targets2.isWithin)(scope2, at))) collections.set(key8, withId(list, id3));
  }
  const built = builtInRoles.find(({ guid: guid3 }) => role2.toLowerCase().endsWith(`/${guid3}`));
  const definition = built && (0, import_targets2.definitionId)(built.guid);
  if (definition && resources2.get((0, import_targets2.idKey)(definition))?.state !== "read")
    resources2.set((0, import_targets2.idKey)(definition), { ...builtIn(definition), body: bodyOf(definition, built.dataActions) });
}
function withId(list, id3) {
  return list.ids.some((one) => (0, import_targets2.idKey)(one) === (0, import_targets2.idKey)(id3)) ? list : { ...list, ids: [...list.ids, id3] };
}
function builtIn(id3) {
  return {
    state: "read",
    id: id3,
    source: "resource-manager",
    apiVersion: import_targets2.roleDefinition.about.apiVersions[0] ?? null
  };
}
function bodyOf(id3, dataActions) {
  const type = (0, import_targets2.casedType)(import_targets2.roleDefinition.about);
  return { id: id3, type, properties: { permissions: [{ dataActions, notDataActions: [] }] } };
}
function notAsked(planned2, principal2) {
  const message = import_targets2.said`The role assignments of ${{ name: principal2 }} were not read.`;
  return { ...(0, import_targets2.neverRead)(planned2, (0, import_targets2.roleAssignmentsOf)(principal2), message), ids: [] };
}
function answerNeeds(planned2, live, strangers) {
  const { collections } = planned2;
  for (const { vault: vault2, at, principalId } of (0, import_targets2.needsIn)(planned2)) {
    const isNew2 = live.resources.get((0, import_targets2.idKey)(vault2))?.state !== "read";
    if (!strangers.has(principalId) && !isNew2) continue;
    const ids = collections.get(import_targets2.collectionKey.roles(principalId))?.ids ?? [];
    const open4 = strangers.has(principalId) ? farIn(planned2, ids) : elsewhere(vault2);
    const list = open4 === null ? { state: "read", ids } : { ...(0, import_targets2.unplanned)(open4), ids };
    for (const scope2 of [vault2, at]) collections.set(import_targets2.collectionKey.assigned(scope2, principalId), list);
  }
}
function farIn(planned2, ids) {
  const scopes = ids.flatMap((id3) => givenBy(planned2, id3)).map(({ scope: scope2 }) => scope2);
  const far = scopes.find((scope2) => import_targets2.managementGroup.nameIn(scope2) !== null);
  return far === void 0 ? null : new import_unknown5.Unknown(`A role is assigned at ${far}: nobody can tell whether that holds the vault.`);
}
function elsewhere(vault2) {
  return new import_unknown5.Unknown(
    `The key vault ${vault2.split("/").at(-1)} is not there yet: who has access to it by roles of its resource group or above shows when it is.`
  );
}
function doubtRoles({ collections }, open4) {
  for (const [key8, { ids }] of collections) if (isOfRoles(key8)) collections.set(key8, { ...(0, import_targets2.unplanned)(open4), ids });
}

// src/plan/overlay/unseen.ts
function inSight(change, { resources: resources2 }, reason) {
  if (!change.mayBeThere || resources2.has((0, import_targets2.idKey)(change.id))) return change;
  const { properties = [] } = import_targets2.resourceTypes[change.type] ?? {};
  const byName3 = new Set(properties.filter(({ givenBy: givenBy2 }) => givenBy2 === "name").map(({ path }) => path));
  const named3 = change.settings.filter(({ path, isDefault }) => !isDefault || byName3.has(path));
  return { ...change, isUnseen: true, settings: [...named3, ...openIn(change, named3, reason)] };
}
function openIn({ type, source }, named3, reason) {
  const properties = import_targets2.resourceTypes[type]?.properties ?? [];
  const open4 = properties.filter(
    ({ path, kind }) => kind !== "container" && !named3.some((one) => (0, import_targets2.overlap)(one.path, path))
  );
  return open4.map(({ path }) => ({ path, value: unseen(path, source.address, reason) }));
}
function unseen(path, address4, reason) {
  return new import_unknown5.Unknown(
    `The plan does not set \`${path}\` of ${address4}, and the evidence does not hold that resource, which may be there already: a run that reads Azure shows it.`,
    reason
  );
}

// src/plan/overlay/overlay.ts
var phases = {
  delete: 0,
  reset: 0,
  replace: 1,
  put: 1,
  merge: 1,
  unsure: 1,
  edit: 2
};
function overlay(evidence, plans, unseen3 = null) {
  const planned2 = {
    ...evidence,
    workspaces: [...evidence.workspaces],
    resources: new Map(evidence.resources),
    collections: new Map(evidence.collections)
  };
  const known3 = agreed(plans).map((change) => unseen3 === null ? change : inSight(change, evidence, unseen3));
  const changes2 = inGroups(known3, evidence).sort(inOrder);
  const gone2 = changes2.filter(({ change }) => change === "delete" || change === "replace");
  remove(planned2, gone2);
  for (const change of changes2) apply(planned2, change);
  link(planned2, evidence, changes2);
  linkRoles(planned2, evidence, changes2, plans);
  const sources2 = Map.groupBy(changes2, ({ id: id3 }) => (0, import_targets2.idKey)(id3));
  return { evidence: planned2, sources: new Map([...sources2].map(([id3, all]) => [id3, all.map(({ source }) => source)])) };
}
function inOrder(one, other) {
  const byPhase = phases[one.change] - phases[other.change];
  if (byPhase !== 0) return byPhase;
  if (one.isLast !== other.isLast) return one.isLast ? 1 : -1;
  return one.source.address < other.source.address ? -1 : 1;
}
function apply({ resources: resources2 }, change) {
  if (change.change === "delete") return;
  const known3 = resources2.get((0, import_targets2.idKey)(change.id));
  const live = known3?.state === "read" ? known3 : null;
  if (!live && ["merge", "edit", "reset"].includes(change.change)) return;
  if (known3?.state === "unreadable" && (change.change === "unsure" || change.mayBeThere)) return;
  resources2.set((0, import_targets2.idKey)(change.id), live ? changed(live, change) : made(change));
  if (live || change.change === "unsure" || change.isUnseen || change.type !== import_targets2.storageAccount.type) return;
  const files = newFileService(change.id);
  resources2.set((0, import_targets2.idKey)(files.id), files);
}
function made(change) {
  const { id: id3, type } = change;
  const about = import_targets2.resourceTypes[type];
  const name = (0, import_targets2.parseResourceId)(id3)?.name ?? id3.split("/").at(-1) ?? "";
  const body = { id: id3, type: about ? (0, import_targets2.casedType)(about) : type, name };
  if (about?.secrets) body.secrets = [];
  const record = {
    state: "read",
    id: id3,
    source: "resource-manager",
    apiVersion: about?.apiVersions[0] ?? null,
    body
  };
  if (change.change === "unsure") return { ...record, body: unsure2({ ...roomsOf(type), ...body }, change, itsName) };
  return withChange(record, change, ({ value }) => copied(value));
}
function roomsOf(type) {
  return Object.fromEntries((import_targets2.resourceTypes[type]?.keep ?? []).map((path) => [path.split(".")[0], {}]));
}
function changed(live, change) {
  const record = { ...live, source: "resource-manager", body: copied(live.body) };
  if (change.change === "unsure") return { ...record, body: unsure2(record.body, change, fixed) };
  const isUpsert = change.change === "put";
  const named3 = change.settings.filter(({ isDefault }) => !isDefault);
  const settings2 = change.isWhole ? [...named3, ...leftOutOf(record.body, named3, change)] : named3;
  return withChange(record, { ...change, settings: settings2 }, (setting) => valueOver(record.body, setting, isUpsert, change));
}
function withChange(record, change, valueFor) {
  const { settings: settings2, items, doubt } = change;
  const { body } = record;
  const open4 = settings2.find(({ path, value }) => path === import_targets2.secretPlaces.path && value instanceof import_unknown5.Unknown)?.value;
  for (const setting of settings2)
    if (setting.value !== open4 || open4 === void 0) setAt(body, setting.path, valueFor(setting));
  for (const item of items) setAt(body, item.path, changeItem((0, import_targets2.valueAt)(body, item.path), item));
  return {
    ...record,
    ...open4 instanceof import_unknown5.Unknown ? { gap: { path: import_targets2.secretPlaces.path, failure: (0, import_targets2.unplanned)(open4) } } : {},
    ...doubt === void 0 ? {} : { doubt }
  };
}
function valueOver(body, { path, value }, isUpsert, change) {
  const there = (0, import_targets2.valueAt)(body, path);
  if (value === void 0 && isUpsert && there !== void 0 && !(there instanceof import_unknown5.Unknown))
    return leftOut(path, change);
  return laidOver(there, copied(value), path.split(".").at(-1) ?? "");
}
function leftOut(path, change) {
  return new import_unknown5.Unknown(
    `${labelOf(change)} does not set \`${path}\`, which has a value in Azure: the plan does not say whether it stays.`
  );
}
function leftOutOf(body, named3, change) {
  const isNamed = (path) => named3.some((one) => !isEmpty(one.value) && (0, import_targets2.overlap)(one.path, path));
  return (import_targets2.resourceTypes[change.type]?.properties ?? []).flatMap((property) => {
    const { path, absent: absent2, kind, givenBy: givenBy2 } = property;
    const there = (0, import_targets2.valueAt)(body, path);
    if (there === void 0 || ["object", "container"].includes(kind) || givenBy2 || isNamed(path)) return [];
    const isSame2 = absent2 !== void 0 && String(absent2).toLowerCase() === String(there).toLowerCase();
    return isSame2 ? [] : [{ path, value: leftOut(path, change) }];
  });
}
function isEmpty(value) {
  return (0, import_targets2.isObject)(value) && !(value instanceof import_unknown5.Unknown) && Object.keys(value).length === 0;
}
var itsName = ["id", "type", "name"];
var fixed = [...itsName, "location", "kind"];
function unsure2(body, change, left) {
  const why = new import_unknown5.Unknown(`The plan does not say what it makes of ${labelOf(change)}.`);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, left.includes(name) ? value : why]));
}
function labelOf({ label, source }) {
  return label ?? (0, import_unknown5.oneLine)(source.address, 200);
}

// src/plan-files/checkout.ts
var import_node_path3 = require("node:path");

// src/plan-files/expand.ts
var import_node_path = require("node:path");
var MOST_ENTRIES = 2e5;
function expand({ folder, parts: parts2 }, files) {
  const first = parts2.findIndex(isPattern);
  if (first < 0) return { paths: [(0, import_node_path.join)(folder, ...parts2)], isWhole: true };
  const start = (0, import_node_path.join)(folder, ...parts2.slice(0, first));
  const listing = files.list(start);
  if ("refusal" in listing) return { paths: [start], isWhole: true };
  return walked(start, parts2.slice(first), files);
}
function isPattern(part2) {
  return /[*?]/.test(part2);
}
var inside = (folder, name) => `${folder}${folder.endsWith(import_node_path.sep) ? "" : import_node_path.sep}${name}`;
function walked(start, parts2, files) {
  const found = /* @__PURE__ */ new Set();
  const been = /* @__PURE__ */ new Set();
  const folders = limited(files);
  const todo = [[start, 0]];
  for (const way of todo) {
    const key8 = way.join(" ");
    if (been.has(key8) || !folders.isWhole()) continue;
    been.add(key8);
    const { deeper, files: files2 } = step(way, parts2, folders.entriesOf(way[0]));
    for (const one of deeper) todo.push(one);
    for (const file of files2) found.add(file);
  }
  return { paths: [...found].sort(), isWhole: folders.isWhole() };
}
function limited({ list }) {
  const seen = /* @__PURE__ */ new Map();
  let left = MOST_ENTRIES;
  const entriesOf2 = (folder) => {
    const known3 = seen.get(folder);
    if (known3) return known3;
    const listing = list(folder);
    const entries = "entries" in listing ? listing.entries : [];
    seen.set(folder, entries);
    left -= entries.length;
    return entries;
  };
  return { entriesOf: entriesOf2, isWhole: () => left >= 0 };
}
function step([folder, at], parts2, entries) {
  const part2 = parts2[at] ?? "";
  const folders = entries.filter(({ kind }) => kind === "folder");
  if (part2 === "**") {
    const below4 = folders.filter(({ name }) => !name.startsWith("."));
    return { deeper: [[folder, at + 1], ...below4.map(({ name }) => [inside(folder, name), at])], files: [] };
  }
  if (at === parts2.length - 1) {
    const files = entries.filter(({ kind, name }) => kind !== "folder" && fits(part2, name));
    return { deeper: [], files: files.map(({ name }) => inside(folder, name)) };
  }
  const below3 = folders.filter(({ name }) => fits(part2, name));
  return { deeper: below3.map(({ name }) => [inside(folder, name), at + 1]), files: [] };
}
function fits(part2, name) {
  if (name.startsWith(".") && !part2.startsWith(".")) return false;
  let [at, star, mark] = [0, -1, 0];
  for (let index = 0; index < name.length; ) {
    if (part2[at] === "*") {
      star = at;
      mark = index;
      at += 1;
    } else if (at < part2.length && (part2[at] === "?" || part2[at] === name[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      index = mark;
    } else return false;
  }
  return /^\**$/.test(part2.slice(at));
}

// src/plan-files/folders.ts
var import_node_path2 = require("node:path");
function foldersOf({ env, terminal }) {
  const { GITHUB_WORKSPACE, RUNNER_TEMP } = env;
  return {
    workspace: (0, import_node_path2.resolve)(GITHUB_WORKSPACE || "."),
    runnerTemp: RUNNER_TEMP ? (0, import_node_path2.resolve)(RUNNER_TEMP) : null,
    isTyped: terminal !== void 0
  };
}
function below(folder, path) {
  const way = folder === null ? "" : (0, import_node_path2.relative)(folder, path);
  return (0, import_unknown5.isInside)(way) ? withSlashes(way) : null;
}
function withSlashes(way) {
  return way.split(import_node_path2.sep).join("/");
}

// src/plan-files/checkout.ts
var MOST_BYTES = 1024 * 1024;
var MOST_BYTES_TOGETHER = 16 * MOST_BYTES;
function checkoutOf(workspace2, files) {
  let known3 = null;
  let left = MOST_BYTES_TOGETHER;
  return {
    get files() {
      known3 ??= sourcesIn(workspace2, files);
      return known3;
    },
    read(path) {
      const file = left < 0 ? null : files.read((0, import_node_path3.join)(workspace2, path), MOST_BYTES);
      if (file === null || !("text" in file)) return void 0;
      left -= file.text.length;
      return file.text;
    }
  };
}
function sourcesIn(workspace2, files) {
  const { paths, isWhole: isWhole2 } = expand({ text: "", folder: workspace2, parts: ["**", "*"] }, files);
  const sources2 = paths.filter((path) => /\.(tf|tofu|tf\.json|tofu\.json|bicep|bicepparam)$/.test(path));
  return isWhole2 ? sources2.flatMap((path) => below(workspace2, path) ?? []) : [];
}

// src/plan/decode.ts

// src/plan/model.ts
var PlanError = class extends Error {
  name = "PlanError";
};

// src/plan/decode.ts
var DEEPEST = 200;
function decoded(bytes, file) {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new PlanError(`${file} is not a text. ${binary(bytes)}`);
  }
}
function encodingOf([first, second]) {
  if (first === 255 && second === 254 || first !== 0 && second === 0) return "utf-16le";
  if (first === 254 && second === 255 || first === 0 && second !== 0) return "utf-16be";
  return "utf-8";
}
function isArchive([first, second]) {
  return first === 80 && second === 75;
}
function binary(bytes) {
  return isArchive(bytes) ? showIt : "Name the JSON that the tool prints of its plan.";
}
var showIt = "Terraform and OpenTofu print the plan as JSON with `terraform show -json <plan file>` or `tofu show -json <plan file>`: name that output.";
function sound(json, file) {
  let level = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new PlanError(`${file} is nested more than ${DEEPEST} levels deep, as no plan is.`);
    level = level.flatMap(inside2);
  }
  return json;
}
function inside2(value) {
  if ((0, import_targets2.isObject)(value)) Reflect.deleteProperty(value, "__proto__");
  const members = typeof value === "object" && value !== null ? Object.values(value) : [];
  return members.filter((member3) => typeof member3 === "object" && member3 !== null);
}

// src/plan/recognise.ts
function recognised(bytes, file) {
  if (isArchive(bytes)) throw new PlanError(`${file} is the plan as \`plan -out\` writes it. ${showIt}`);
  const json = parsed(decoded(bytes, file), file);
  sound(json, file);
  const kind = kinds.find(({ fits: fits3 }) => fits3(json))?.kind;
  if (kind === void 0) throw new PlanError(`${file} ${otherwise(json)}`);
  const failure = failures.find(({ of, fits: fits3 }) => of === kind && fits3(json));
  if (failure) throw new PlanError(`${file} ${failure.words(json)}`);
  return { kind, json };
}
function parsed(text2, file) {
  try {
    return JSON.parse(text2);
  } catch {
    throw new PlanError(`${file} ${notJson(text2)}`);
  }
}
function notJson(text2) {
  const start = text2.slice(0, 4096).trimStart();
  if (/^\{.*"@level".*\}/.test(start)) return `is the log that \`plan -json\` prints. ${showIt}`;
  if (start.startsWith("{") || start.startsWith("["))
    return "is not whole: it begins as JSON and is no JSON. Was its upload or download interrupted, or a line of a log printed into it?";
  if (/^\s*(Terraform|OpenTofu) (used|will perform)|^\s*Plan: \d+ to add/m.test(start))
    return `is the plan as people read it. ${showIt}`;
  if (/^\s*(resource|module|variable|terraform|provider|targetScope|param)\b/m.test(start))
    return "is the configuration itself: name what the tool prints of its plan.";
  return `is not JSON, as plans are. ${showIt} Bicep: \`az deployment group what-if --no-pretty-print --output json\`, or a snapshot.`;
}
var isWhatIf = (json) => [json, member(json, "properties")].some((at) => Array.isArray(member(at, "changes")));
var hasFailed = (json) => (0, import_targets2.isObject)(member(json, "error")) || /^(failed|canceled)$/i.test(textIn(json, "status") ?? "");
var kinds = [
  {
    kind: "terraform",
    fits: (json) => /^1\./.test(textIn(json, "format_version") ?? "") && Array.isArray(member(json, "resource_changes"))
  },
  { kind: "what-if", fits: (json) => isWhatIf(json) || hasFailed(json) && textIn(json, "status") !== void 0 },
  { kind: "snapshot", fits: (json) => Array.isArray(member(json, "predictedResources")) }
];
var failures = [
  {
    of: "terraform",
    fits: (json) => member(json, "errored") === true,
    words: () => "is a plan that ended with an error, and shows only a part of what would happen: make it again."
  },
  {
    // without it, what is known only afterwards looks like what nobody sets
    of: "terraform",
    fits: (json) => !(0, import_targets2.isObject)(member(json, "configuration")),
    words: () => `is a plan without its configuration: name all of what the tool prints. ${showIt}`
  },
  {
    of: "what-if",
    fits: hasFailed,
    words: (json) => {
      const error = member(json, "error");
      const message = textIn(error, "message") ?? textIn(error, "code");
      return `is the result of a what-if that failed${message ? ` (${(0, import_unknown5.oneLine)(message, 200)})` : ""}: run it again.`;
    }
  },
  {
    of: "what-if",
    fits: (json) => !/^(succeeded)?$/i.test(textIn(json, "status") ?? ""),
    words: () => "is the result of a what-if that is not finished: wait for it, then name its result."
  }
];
var azCommand = "`az deployment group what-if --no-pretty-print --output json`";
var others = [
  [
    (json) => Array.isArray(member(json, "resource_changes")),
    "is a plan in a format that this version of the action does not know: use a newer version of the action, or an older one of the tool."
  ],
  [
    (json) => member(json, "format_version") !== void 0 && member(json, "provider_schemas") === void 0,
    `is a state, not a plan: \`show -json\` was run without the plan file. ${showIt}`
  ],
  [
    (json) => member(json, "lineage") !== void 0 && member(json, "serial") !== void 0,
    `is a state, not a plan. ${showIt}`
  ],
  [(json) => textIn(json, "@level") !== void 0, `is the log that \`plan -json\` prints. ${showIt}`],
  [
    (json) => /deploymentStacksWhatIfResults$/i.test(textIn(json, "type") ?? ""),
    `is the what-if of a deployment stack, which this version of the action does not read: name the result of ${azCommand}, or a Bicep snapshot.`
  ],
  [
    (json) => /deployment(Template|Parameters)\.json#?$/i.test(textIn(json, "$schema") ?? ""),
    `is a template with expressions that only Azure or Bicep evaluates: name the result of ${azCommand}, or a snapshot of \`bicep snapshot\`.`
  ],
  [
    (json) => Array.isArray(member(json, "Changes")),
    `is the what-if of Azure PowerShell, which has another form: name the result of ${azCommand}.`
  ],
  [
    (json) => member(member(json, "properties"), "outputResources") !== void 0,
    `is the result of a deployment that was made already: name the result of ${azCommand}.`
  ],
  [
    (json) => Array.isArray(member(json, "steps")) && member(json, "changeSummary") !== void 0,
    "is a preview of Pulumi, which this version of the action does not read."
  ],
  [
    (json) => member(json, "AWSTemplateFormatVersion") !== void 0 || isCloudFormation(json),
    "is of CloudFormation, which makes nothing in Azure."
  ],
  [
    (json) => member(json, "schemaVersion") !== void 0 && member(json, "tool") !== void 0,
    "is a file that this action wrote, not a plan."
  ]
];
function isCloudFormation(json) {
  const resources2 = member(json, "Resources");
  return (0, import_targets2.isObject)(resources2) && Object.values(resources2).some((one) => /^AWS::/.test(textIn(one, "Type") ?? ""));
}
function otherwise(json) {
  const known3 = others.find(([fits3]) => fits3(json));
  if (known3) return known3[1];
  const names = (0, import_targets2.isObject)(json) ? Object.keys(json).slice(0, 3) : [];
  const found = names.length > 0 ? ` (it has ${names.map((name) => (0, import_unknown5.oneLine)(name, 40)).join(", ")})` : "";
  return `is none of the plans that the action reads${found}: JSON of Terraform, OpenTofu, a what-if, or a Bicep snapshot.`;
}
function changesIn(json, name, file) {
  const changes2 = listIn(json, name);
  if (changes2.length <= MOST_CHANGES) return changes2;
  throw new PlanError(
    `${file} has ${changes2.length} changes, of which at most ${MOST_CHANGES} are read: split the plan, for example into one for each environment.`
  );
}
var MOST_CHANGES = 5e4;

// src/plan/snapshot.ts

// src/plan/bodies.ts
function settingsIn(type, body) {
  const about = import_targets2.resourceTypes[type];
  if (!about) return [];
  const kept2 = (0, import_targets2.prune)(body, about);
  const paths = [import_targets2.anyResource.location.path, ...about.keep, ...about.secrets ? [import_targets2.secretPlaces.path] : []];
  const open4 = about.secrets ? (0, import_unknown5.openVariable)(body) : null;
  return [
    ...paths.flatMap((path) => valueIn(kept2, path)),
    ...containersIn(kept2, about.keep),
    // what is open among variables may be a secret
    ...open4 ? [{ path: import_targets2.secretPlaces.path, value: open4 }] : []
  ];
}
function settingsOfNew(type, body, sent) {
  const at = (path) => (0, import_targets2.valueAt)(body, path);
  const { properties = [] } = import_targets2.resourceTypes[type] ?? {};
  const defaults = (0, import_targets2.defaultsOf)(properties, { ...sent, at }).map((setting) => ({ ...setting, isDefault: true }));
  return [...settingsIn(type, body), ...defaults];
}
function valueIn(body, path) {
  const value = (0, import_targets2.valueAt)(body, path);
  return value === void 0 ? [] : [{ path, value }];
}
function containersIn(body, keep) {
  const around4 = keep.flatMap((path) => {
    const keys = path.split(".").slice(0, -1);
    return keys.map((_, index) => keys.slice(0, index + 1).join("."));
  });
  return [...new Set(around4)].flatMap((path) => {
    const value = (0, import_targets2.valueAt)(body, path);
    return (0, import_targets2.isObject)(value) && !(value instanceof import_unknown5.Unknown) && Object.keys(value).length === 0 ? [{ path, value: {} }] : [];
  });
}
function withoutExpressions(value, of, evaluate = () => void 0) {
  return without(value, 0);
  function without(value2, depth) {
    if (typeof value2 === "string") return isExpression(value2) ? evaluate(value2) ?? expression(value2, of) : value2;
    if (typeof value2 !== "object" || value2 === null || depth > DEPTH) return value2;
    if (Array.isArray(value2)) return value2.map((item) => without(item, depth + 1));
    const members = Object.entries(value2);
    const open4 = members.find(([name]) => isExpression(name));
    if (open4) return expression(open4[0], of);
    return Object.fromEntries(members.map(([name, member3]) => [name, without(member3, depth + 1)]));
  }
}
var DEPTH = 64;
function isExpression(text2) {
  return /^\s*\[(?!\[)[\s\S]*\]\s*$/.test(text2) || text2.startsWith("/") && /\[\w+\(/.test(text2);
}
function expression(text2, of) {
  return new import_unknown5.Unknown(
    `The plan has an expression in place of a value for ${(0, import_unknown5.oneLine)(of, 200)}: ${(0, import_unknown5.oneLine)(withoutLiterals(text2), 120)}. Only the deployment evaluates it; a run after it shows the value.`
  );
}
function withoutLiterals(text2) {
  return text2.replace(/'((?:[^']|'')*)(?:'|$)/g, (whole2, literal) => (0, import_targets2.parseResourceId)(literal) ? whole2 : "'…'");
}

// src/plan/template.ts

// src/plan/hosts.ts
function hostsOf({ vault: vault2, hsm: hsm2 }) {
  const suffixes = { vault: vault2 ?? "vault.azure.net", hsm: hsm2 ?? "managedhsm.azure.net" };
  return (kind, name) => `${name}.${suffixes[kind]}`.toLowerCase();
}

// late:node:crypto
var loaded;
var it = () => loaded ??= require("node:crypto");
var createHash = (...a) => it().createHash(...a);

// src/plan/stand-in.ts
function standInOf(address4) {
  const digest = (part2) => createHash("sha256").update(`${address4}
${part2}`).digest("hex");
  return {
    guid: (part2) => guidOf(digest(part2)),
    version: () => digest("version").slice(0, 32),
    name: () => `${address4.replace(/[^\w.-]+/g, "_").slice(0, 70)}-${digest("name").slice(0, 8)}`
  };
}
function guidOf(hex) {
  const parts2 = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return parts2.join("-");
}

// src/plan/template.ts
function sentResource(id3, written, { now, keyHosts }, principals, evaluate) {
  const type = typeAt(id3) ?? "";
  const body = withoutExpressions(written, id3, evaluate);
  if (isPolicies(type)) return policiesOf(id3, body);
  if (!import_targets2.resourceTypes[type]) return null;
  const made3 = standInOf((0, import_targets2.idKey)(id3));
  const guid3 = (part2) => {
    const principal2 = made3.guid(part2);
    if (part2 !== "client") principals.push(principal2);
    return principal2;
  };
  const sent = {
    id: id3,
    apiVersion: textIn(written, "apiVersion") ?? null,
    host: hostsOf(keyHosts),
    standIn: { ...made3, guid: guid3 },
    now: Math.floor(Date.parse(now) / 1e3)
  };
  return {
    id: keptId(id3, type),
    type,
    change: "put",
    isWhole: true,
    settings: settingsOfNew(type, body, sent),
    items: []
  };
}
function typeAt(id3) {
  return extension.exec(id3)?.[1]?.toLowerCase() ?? (0, import_targets2.parseResourceId)(id3)?.type;
}
var extension = /\/providers\/(Microsoft\.Authorization\/role(?:Assignments|Definitions))\/[^/]+$/i;
function keptId(id3, type) {
  return type === import_targets2.roleDefinition.type ? (0, import_targets2.definitionId)(id3) : id3;
}
function evaluator(made3, { keyHosts }) {
  return (expression2) => {
    const [, id3 = "", attribute2 = ""] = reference.exec(expression2) ?? [];
    if (!made3.has((0, import_targets2.idKey)(id3))) return void 0;
    const standIn2 = standInOf((0, import_targets2.idKey)(id3));
    const type = (0, import_targets2.parseResourceId)(id3)?.type;
    if (type === import_targets2.userAssignedIdentity.type && attribute2 === "principalId") return standIn2.guid("principal");
    if (type === import_targets2.userAssignedIdentity.type && attribute2 === "clientId") return standIn2.guid("client");
    if (type === import_targets2.vaultKey.type && attribute2 === "keyUri") return (0, import_targets2.keyAddress)(id3, hostsOf(keyHosts));
    if (type !== import_targets2.vaultKey.type || attribute2 !== "keyUriWithVersion") return void 0;
    return `${(0, import_targets2.keyAddress)(id3, hostsOf(keyHosts))}/${standIn2.version()}`;
  };
}
var reference = /^\[reference\('([^']+)'(?:, ?'[^']*')?\)\.(\w+)\]$/;
function isPolicies(type) {
  return type === `${import_targets2.keyVault.type}/accesspolicies`;
}
function takenAway(id3) {
  return new import_unknown5.Unknown(
    `${(0, import_unknown5.oneLine)(id3, 200)} takes permissions away: whether whoever had them keeps others is not in the plan.`
  );
}
function policiesOf(id3, body) {
  const name = id3.split("/").at(-1)?.toLowerCase();
  const policies2 = listIn(body.properties, "accessPolicies");
  const path = import_targets2.keyVault.accessPolicies.path;
  const planned2 = { id: (0, import_targets2.parentId)(id3), type: import_targets2.keyVault.type, change: "edit" };
  const open4 = body.properties instanceof import_unknown5.Unknown ? body.properties : null;
  if (open4) return { ...planned2, settings: [{ path, value: open4 }], items: [] };
  if (name === "replace") return { ...planned2, settings: [{ path, value: policies2 }], items: [] };
  if (name === "remove") return { ...planned2, settings: [{ path, value: takenAway(id3) }], items: [] };
  const items = policies2.filter(import_targets2.isObject).map((item) => ({ path, item, by: import_targets2.policyMembers, isRemoved: false, isAdded: true }));
  return { ...planned2, settings: [], items };
}

// src/plan/snapshot.ts
function readSnapshot(json, file, options) {
  const [changes2, notLookedInto2, principals] = [[], [], []];
  for (const written of changesIn(json, "predictedResources", file)) {
    const id3 = textIn(written, "id") ?? "";
    const address4 = (0, import_unknown5.oneLine)(id3, 200);
    const change = (0, import_targets2.isObject)(written) && !isExpression(id3) ? sentResource(id3, written, options, principals) : null;
    if (isExpression(id3)) notLookedInto2.push({ address: address4, reason: withoutId });
    else if (isOpaqueType(typeAt(id3) ?? "", false)) notLookedInto2.push({ address: address4, reason: notShown });
    else if (change) changes2.push({ ...change, mayBeThere: true, source: { file, address: address4 } });
  }
  return {
    file,
    kind: "snapshot",
    tool: "Bicep snapshot",
    createdAt: null,
    changes: changes2,
    before: [],
    principals,
    openRoles: null,
    notLookedInto: notLookedInto2
  };
}
var withoutId = "Its id is an expression: the snapshot was made without a subscription, a group or a location, or the name depends on what exists only afterwards.";

// src/plan/terraform/read.ts

// src/resources/terraform/ai-services.ts

// src/resources/terraform/declaration.ts
function attribute(names, { omitted, refersTo: refersTo2, as, withheld: withheld2 } = {}) {
  const all = typeof names === "string" ? [names] : names;
  return {
    attributes: all,
    from(attributes) {
      const value = known(all, (name) => attributes.read(name, refersTo2));
      if (value instanceof Withheld && withheld2 !== void 0) return withheld2;
      if (value instanceof import_unknown5.Unknown) return value;
      if (value === void 0 || value === "") return omitted;
      return as ? as(value, attributes) : value;
    }
  };
}
function block(name, there, otherwise2) {
  return {
    ...attribute(name, { omitted: otherwise2, as: (value) => isEmpty2(value) ? otherwise2 : there }),
    block: name
  };
}
function choice(on, off) {
  return (value) => value === true ? on : value === false ? off : new import_unknown5.Unknown("The plan holds no switch there.");
}
var negated = choice(false, true);
function given(name, there, refersTo2) {
  return attribute(name, { as: () => there, withheld: there, ...refersTo2 && { refersTo: refersTo2 } });
}
function constant(value) {
  return { attributes: [], from: () => value };
}
function firstOf(...mappings) {
  return {
    attributes: mappings.flatMap(({ attributes }) => attributes),
    from: (attributes) => known(mappings, (mapping) => mapping.from(attributes))
  };
}
function known(sources2, read) {
  const values = [];
  for (const source of sources2) {
    const value = read(source);
    if (value !== void 0 && !(value instanceof import_unknown5.Unknown)) return value;
    values.push(value);
  }
  const open4 = values.find((value) => value instanceof import_unknown5.Unknown && !(value instanceof Lacking));
  return open4 ?? (values.includes(void 0) ? void 0 : values[0]);
}
var Withheld = class extends import_unknown5.Unknown {
};
var Lacking = class extends import_unknown5.Unknown {
};
function isEmpty2(value) {
  return Array.isArray(value) && value.length === 0;
}
var kept = /* @__PURE__ */ Symbol("kept");
function terraform(resource, { type, about }, given2) {
  return { resource, type, about, items: [], computed: {}, unsent: [], filledIn: [], ...given2 };
}
function part(resource, { type }, given2) {
  return { resource, type, settings: [], reset: [], items: [], ...given2 };
}

// src/resources/terraform/parts.ts
function named(attributes, attribute2) {
  const name = attributes.read(attribute2);
  return typeof name === "string" && name !== "" ? name : attributes.standIn.name();
}
function inGroup({ about }) {
  return {
    attributes: ["resource_group_name", "name"],
    from: (attributes) => `${(0, import_targets2.groupId)(attributes.subscription, named(attributes, "resource_group_name"))}/providers/${(0, import_targets2.casedType)(about)}/${named(attributes, "name")}`
  };
}
function below2(parent, segment2, refersTo2) {
  return under(attribute(parent, { refersTo: refersTo2 }), segment2);
}
function under(parent, segment2) {
  return {
    attributes: [...parent.attributes, "name"],
    from(attributes) {
      const id3 = parent.from(attributes);
      return typeof id3 === "string" ? `${id3}/${segment2}/${named(attributes, "name")}` : id3;
    }
  };
}
var location = [import_targets2.anyResource.location, attribute("location")];
var identity = [
  [import_targets2.managedIdentity.identityType, attribute("identity.type")],
  [import_targets2.managedIdentity.principalId, { attributes: ["identity.type"], from: principalOf }],
  [import_targets2.managedIdentity.userAssignedIdentities, { attributes: ["identity.identity_ids"], from: assignedOf }]
];
function assignedOf(attributes) {
  const ids = attributes.list("identity.identity_ids", [import_targets2.userAssignedIdentity.type]);
  if (ids instanceof import_unknown5.Unknown || ids === void 0 || isEmpty2(ids)) return ids instanceof import_unknown5.Unknown ? ids : void 0;
  return Array.isArray(ids) ? Object.fromEntries(ids.map((id3) => [String(id3), {}])) : void 0;
}
function principalOf(attributes) {
  const type = attributes.read("identity.type");
  if (type instanceof import_unknown5.Unknown) return type;
  if (!String(type).toLowerCase().includes("systemassigned")) return void 0;
  const known3 = attributes.read("identity.principal_id");
  return typeof known3 === "string" && known3 !== "" ? known3 : attributes.standIn.guid("identity");
}
var ofIdentity = {
  "identity.principal_id": (attributes) => attributes.standIn.guid("identity")
};
function keyParts(names, { uri, name, version }) {
  const of = (pick) => attribute(names, { refersTo: "key", as: (url) => pick(String(url)) ?? strangeKey });
  return [
    [uri, of((url) => withKey(url, ({ host }) => `https://${host}/`))],
    [name, of((url) => withKey(url, ({ name: name2 }) => name2))],
    [version, of((url) => withKey(url, ({ version: version2 }) => version2 ?? ""))]
  ];
}
var strangeKey = new import_unknown5.Unknown("The plan names a key there in a form that this version of the action does not know.");
function withKey(url, pick) {
  const key8 = (0, import_targets2.parseKeyId)(url);
  return key8 === null ? void 0 : pick(key8);
}
var keyIdentifier = (names) => attribute(names, { refersTo: "key" });
function vaultAddress(names) {
  const as = (value, attributes) => {
    const at = (0, import_targets2.parseResourceId)(String(value));
    if (at?.type === import_targets2.keyVault.type) return `https://${attributes.host("vault", at.name)}/`;
    return (0, import_targets2.vaultHost)(String(value)) ? value : strangeKey;
  };
  return attribute(names, { refersTo: [import_targets2.keyVault.type, import_targets2.managedHsm.type], as });
}
var unixSeconds = (value) => {
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? new import_unknown5.Unknown("The plan holds no date there.") : Math.floor(at / 1e3);
};
var made2 = { attributes: [], from: ({ now }) => now };
var absent = constant(void 0);

// src/resources/terraform/ai-services.ts
var key = {
  uri: import_targets2.aiServicesAccount.keyVaultUri,
  name: import_targets2.aiServicesAccount.keyName,
  version: import_targets2.aiServicesAccount.keyVersion
};
function accountAs(resource, localAuth2) {
  return terraform(resource, import_targets2.aiServicesAccount, {
    id: inGroup(import_targets2.aiServicesAccount),
    settings: [
      location,
      ...identity,
      [import_targets2.aiServicesAccount.localAuthDisabled, attribute(localAuth2, { omitted: false, as: negated })],
      [import_targets2.aiServicesAccount.keySource, block("customer_managed_key", "Microsoft.KeyVault", "Microsoft.CognitiveServices")],
      ...keyParts(["customer_managed_key.key_vault_key_id", "customer_managed_key.managed_hsm_key_id"], key)
    ],
    computed: ofIdentity
  });
}
var aiServicesAccounts = [
  accountAs("azurerm_cognitive_account", "local_auth_enabled"),
  accountAs("azurerm_ai_services", "local_authentication_enabled")
];
var keyOfAiServices = part("azurerm_cognitive_account_customer_managed_key", import_targets2.aiServicesAccount, {
  of: attribute("cognitive_account_id", { refersTo: [import_targets2.aiServicesAccount.type] }),
  settings: [[import_targets2.aiServicesAccount.keySource, constant("Microsoft.KeyVault")], ...keyParts("key_vault_key_id", key)],
  reset: [
    [import_targets2.aiServicesAccount.keySource, "Microsoft.CognitiveServices"],
    [import_targets2.aiServicesAccount.keyVaultUri, void 0],
    [import_targets2.aiServicesAccount.keyName, void 0],
    [import_targets2.aiServicesAccount.keyVersion, void 0]
  ]
});

// src/resources/terraform/compute.ts
var id = below2("machine_learning_workspace_id", "computes", [import_targets2.mlWorkspace.type]);
var localAuth = [
  import_targets2.mlCompute.localAuthDisabled,
  attribute("local_auth_enabled", { omitted: false, as: negated })
];
var subnet = [import_targets2.mlCompute.subnet, attribute("subnet_resource_id")];
var settled = [import_targets2.mlCompute.provisioningState, absent];
var computeCluster = terraform("azurerm_machine_learning_compute_cluster", import_targets2.mlCompute, {
  id,
  settings: [
    location,
    settled,
    localAuth,
    subnet,
    [import_targets2.mlCompute.computeType, constant("AmlCompute")],
    [import_targets2.mlCompute.attachedTo, absent],
    [import_targets2.mlCompute.minimumNodes, attribute("scale_settings.min_node_count")],
    [
      import_targets2.mlCompute.remoteLogin,
      attribute("ssh_public_access_enabled", { omitted: "Disabled", as: choice("Enabled", "Disabled") })
    ],
    [import_targets2.mlCompute.sshPublicAccess, absent],
    [import_targets2.mlCompute.sslStatus, absent]
  ]
});
var computeInstance = terraform("azurerm_machine_learning_compute_instance", import_targets2.mlCompute, {
  id,
  settings: [
    settled,
    localAuth,
    subnet,
    [import_targets2.mlCompute.computeType, constant("ComputeInstance")],
    [import_targets2.mlCompute.attachedTo, absent],
    [import_targets2.mlCompute.sshPublicAccess, block("ssh", "Enabled", "Disabled")],
    [import_targets2.mlCompute.minimumNodes, absent],
    [import_targets2.mlCompute.remoteLogin, absent],
    [import_targets2.mlCompute.sslStatus, absent]
  ]
});
var ssl = firstOf(given("ssl.leaf_domain_label", "Auto"), given("ssl.cert", "Enabled"));
var inferenceCluster = terraform("azurerm_machine_learning_inference_cluster", import_targets2.mlCompute, {
  id,
  settings: [
    location,
    settled,
    [import_targets2.mlCompute.computeType, constant("AKS")],
    [import_targets2.mlCompute.attachedTo, attribute("kubernetes_cluster_id", { refersTo: [import_targets2.managedCluster.type] })],
    [import_targets2.mlCompute.sslStatus, { ...ssl, from: (attributes) => ssl.from(attributes) ?? "Disabled" }],
    [import_targets2.mlCompute.localAuthDisabled, absent],
    [import_targets2.mlCompute.subnet, absent],
    [import_targets2.mlCompute.minimumNodes, absent],
    [import_targets2.mlCompute.remoteLogin, absent],
    [import_targets2.mlCompute.sshPublicAccess, absent]
  ]
});
var synapseSpark = terraform("azurerm_machine_learning_synapse_spark", import_targets2.mlCompute, {
  id,
  settings: [
    location,
    settled,
    [import_targets2.mlCompute.computeType, constant("SynapseSpark")],
    [import_targets2.mlCompute.attachedTo, attribute("synapse_spark_pool_id")]
  ]
});

// src/resources/terraform/container-group.ts
var key2 = { uri: import_targets2.containerGroup.keyVaultUri, name: import_targets2.containerGroup.keyName, version: import_targets2.containerGroup.keyVersion };
var containers = terraform("azurerm_container_group", import_targets2.containerGroup, {
  id: inGroup(import_targets2.containerGroup),
  settings: [location, [import_targets2.containerGroup.fqdn, attribute("fqdn")], ...keyParts("key_vault_key_id", key2)]
});

// src/resources/terraform/container-registry.ts
var registry = terraform("azurerm_container_registry", import_targets2.containerRegistry, {
  id: inGroup(import_targets2.containerRegistry),
  settings: [
    location,
    ...identity,
    [import_targets2.containerRegistry.sku, attribute("sku")],
    [import_targets2.containerRegistry.tier, attribute("sku")],
    [import_targets2.containerRegistry.adminUser, attribute("admin_enabled", { omitted: false })],
    [import_targets2.containerRegistry.encryptionStatus, block("encryption", "enabled", "disabled")],
    [import_targets2.containerRegistry.keyIdentifier, keyIdentifier("encryption.key_vault_key_id")],
    [import_targets2.containerRegistry.keyIdentity, attribute("encryption.identity_client_id", { refersTo: "client" })],
    [import_targets2.containerRegistry.keyIdentifierInUse, absent],
    // an identifier without a version is followed
    [
      import_targets2.containerRegistry.keyRotation,
      attribute("encryption.key_vault_key_id", {
        refersTo: "key",
        as: (url) => (0, import_targets2.parseKeyId)(String(url))?.version === null
      })
    ]
  ],
  computed: ofIdentity,
  // before version 5
  filledIn: ["encryption"]
});

// src/resources/terraform/databricks.ts
var {
  rootEncryption,
  rootKeySource,
  rootKeyVaultUri,
  rootKeyName,
  rootKeyVersion,
  servicesKeySource,
  servicesKeyVaultUri,
  servicesKeyName,
  servicesKeyVersion,
  servicesRotation,
  diskKeySource,
  diskKeyVaultUri,
  diskKeyName,
  diskKeyVersion,
  diskRotation
} = import_targets2.databricksWorkspace;
var services = "managed_services_cmk_key_vault_key_id";
var disk = "managed_disk_cmk_key_vault_key_id";
var entities = [
  [servicesKeySource, given(services, "Microsoft.Keyvault", "key")],
  ...keyParts(services, { uri: servicesKeyVaultUri, name: servicesKeyName, version: servicesKeyVersion }),
  [servicesRotation, absent],
  [diskKeySource, given(disk, "Microsoft.Keyvault", "key")],
  ...keyParts(disk, { uri: diskKeyVaultUri, name: diskKeyName, version: diskKeyVersion }),
  [diskRotation, attribute("managed_disk_cmk_rotation_to_latest_version_enabled")]
];
var databricks = terraform("azurerm_databricks_workspace", import_targets2.databricksWorkspace, {
  id: inGroup(import_targets2.databricksWorkspace),
  settings: [
    location,
    [import_targets2.databricksWorkspace.sku, attribute("sku")],
    [import_targets2.databricksWorkspace.computeMode, constant("Hybrid")],
    [import_targets2.databricksWorkspace.managedResourceGroup, attribute("managed_resource_group_id")],
    [import_targets2.databricksWorkspace.infrastructureEncryption, attribute("infrastructure_encryption_enabled", { omitted: false })],
    // `customer_managed_key_enabled` only prepares for it
    [rootEncryption, absent],
    ...entities
  ]
});
var rootKeyBy = (resource) => part(resource, import_targets2.databricksWorkspace, {
  of: attribute("workspace_id", { refersTo: [import_targets2.databricksWorkspace.type] }),
  settings: [
    [rootKeySource, constant("Microsoft.Keyvault")],
    ...keyParts("key_vault_key_id", { uri: rootKeyVaultUri, name: rootKeyName, version: rootKeyVersion })
  ],
  reset: [
    [rootEncryption, void 0],
    [rootKeySource, "Default"]
  ]
});
var rootKeysOfDatabricks = [
  "azurerm_databricks_workspace_root_dbfs_customer_managed_key",
  "azurerm_databricks_workspace_customer_managed_key"
].map(rootKeyBy);

// src/resources/terraform/datastore.ts
var id2 = below2("workspace_id", "datastores", [import_targets2.mlWorkspace.type]);
var services2 = { blob: "blobservices/containers", file: "fileservices/shares" };
function accountOf(names, service) {
  const refersTo2 = [`microsoft.storage/storageaccounts/${services2[service]}`];
  const of = (pick) => attribute(names, { refersTo: refersTo2, as: (value) => pick(String(value).split("/")) ?? strange });
  return [
    [import_targets2.mlDatastore.subscription, of((segments) => segments[2])],
    [import_targets2.mlDatastore.resourceGroup, of((segments) => segments[4])],
    [import_targets2.mlDatastore.account, of((segments) => (0, import_targets2.parseResourceId)(segments.join("/")) ? segments[8] : void 0)]
  ];
}
var strange = new import_unknown5.Unknown("The plan does not name the container of the datastore by a resource id.");
var credential = (kinds4) => ({
  attributes: Object.keys(kinds4),
  from(attributes) {
    const values = Object.entries(kinds4).map(([name, kind]) => ({ kind, value: attributes.read(name) }));
    const lacking2 = values.find(({ value }) => value instanceof Lacking)?.value;
    const held = values.find(({ value }) => value !== void 0 && value !== "" && !(value instanceof Lacking));
    return held?.kind ?? lacking2 ?? "None";
  }
});
var storedKey = credential({ account_key: "AccountKey", shared_access_signature: "Sas" });
var protocol = [import_targets2.mlDatastore.protocol, absent];
var blobDatastore = terraform("azurerm_machine_learning_datastore_blobstorage", import_targets2.mlDatastore, {
  id: id2,
  settings: [
    protocol,
    ...accountOf("storage_container_id", "blob"),
    [import_targets2.mlDatastore.datastoreType, constant("AzureBlob")],
    [import_targets2.mlDatastore.credentialsType, storedKey]
  ]
});
var fileDatastore = terraform("azurerm_machine_learning_datastore_fileshare", import_targets2.mlDatastore, {
  id: id2,
  settings: [
    protocol,
    ...accountOf("storage_fileshare_id", "file"),
    [import_targets2.mlDatastore.datastoreType, constant("AzureFile")],
    [import_targets2.mlDatastore.credentialsType, storedKey]
  ]
});
var lakeDatastore = terraform("azurerm_machine_learning_datastore_datalake_gen2", import_targets2.mlDatastore, {
  id: id2,
  settings: [
    protocol,
    ...accountOf("storage_container_id", "blob"),
    [import_targets2.mlDatastore.datastoreType, constant("AzureDataLakeGen2")],
    [import_targets2.mlDatastore.credentialsType, credential({ client_secret: "ServicePrincipal" })]
  ]
});

// src/resources/terraform/diagnostics.ts
var attached = new import_unknown5.Unknown(
  "The component names no Log Analytics workspace, and Azure may attach one of its own: set `workspace_id` to make it known."
);
var refersTo = [import_targets2.logAnalyticsWorkspace.type];
var component = terraform("azurerm_application_insights", import_targets2.applicationInsights, {
  id: inGroup(import_targets2.applicationInsights),
  settings: [
    location,
    [import_targets2.applicationInsights.logAnalytics, attribute("workspace_id", { refersTo })],
    [
      import_targets2.applicationInsights.ingestionMode,
      attribute("workspace_id", { omitted: attached, refersTo, as: () => "LogAnalytics" })
    ]
  ]
});
var logs = terraform("azurerm_log_analytics_workspace", import_targets2.logAnalyticsWorkspace, {
  id: inGroup(import_targets2.logAnalyticsWorkspace),
  settings: [
    location,
    [import_targets2.logAnalyticsWorkspace.keyForQueries, attribute("cmk_for_query_forced", { omitted: false })],
    [import_targets2.logAnalyticsWorkspace.cluster, absent]
  ]
});
var linkedService = part("azurerm_log_analytics_linked_service", import_targets2.logAnalyticsWorkspace, {
  of: attribute("workspace_id", { refersTo }),
  settings: [[import_targets2.logAnalyticsWorkspace.cluster, attribute("write_access_id", { refersTo: [import_targets2.logAnalyticsCluster.type] })]],
  reset: [[import_targets2.logAnalyticsWorkspace.cluster, void 0]]
});
var key3 = {
  uri: import_targets2.logAnalyticsCluster.keyVaultUri,
  name: import_targets2.logAnalyticsCluster.keyName,
  version: import_targets2.logAnalyticsCluster.keyVersion
};
var cluster = terraform("azurerm_log_analytics_cluster", import_targets2.logAnalyticsCluster, {
  id: inGroup(import_targets2.logAnalyticsCluster),
  settings: [location, ...identity, [import_targets2.logAnalyticsCluster.keyVaultProperties, absent]],
  computed: ofIdentity
});
var keyOfCluster = part("azurerm_log_analytics_cluster_customer_managed_key", import_targets2.logAnalyticsCluster, {
  of: attribute("log_analytics_cluster_id", { refersTo: [import_targets2.logAnalyticsCluster.type] }),
  settings: keyParts("key_vault_key_id", key3),
  reset: [[import_targets2.logAnalyticsCluster.keyVaultProperties, void 0]]
});

// src/resources/terraform/disk-encryption-set.ts
var diskSet = terraform("azurerm_disk_encryption_set", import_targets2.diskEncryptionSet, {
  id: inGroup(import_targets2.diskEncryptionSet),
  settings: [
    location,
    ...identity,
    [import_targets2.diskEncryptionSet.encryptionType, attribute("encryption_type", { omitted: "EncryptionAtRestWithCustomerKey" })],
    [import_targets2.diskEncryptionSet.keyUrl, keyIdentifier(["key_vault_key_id", "managed_hsm_key_id"])],
    // the vault is found by the host of the key
    [import_targets2.diskEncryptionSet.sourceVault, absent],
    [import_targets2.diskEncryptionSet.autoRotation, attribute("auto_key_rotation_enabled", { omitted: false })],
    [import_targets2.diskEncryptionSet.rotationError, absent],
    [import_targets2.diskEncryptionSet.federatedClient, attribute("federated_client_id")]
  ],
  computed: ofIdentity
});

// src/resources/terraform/hdinsight.ts
var key4 = {
  uri: import_targets2.hdInsightCluster.keyVaultUri,
  name: import_targets2.hdInsightCluster.keyName,
  version: import_targets2.hdInsightCluster.keyVersion
};
var ofKind = (kind) => terraform(`azurerm_hdinsight_${kind}_cluster`, import_targets2.hdInsightCluster, {
  id: inGroup(import_targets2.hdInsightCluster),
  settings: [
    location,
    ...keyParts("disk_encryption.key_vault_key_id", key4),
    [import_targets2.hdInsightCluster.encryptionAtHost, attribute("disk_encryption.encryption_at_host_enabled")],
    // only the kind for Kafka has it
    [import_targets2.hdInsightCluster.encryptedInTransit, attribute("encryption_in_transit_enabled")],
    [import_targets2.hdInsightCluster.minimumTlsVersion, attribute("tls_min_version")]
  ]
});
var hdInsightClusters = ["hadoop", "hbase", "interactive_query", "kafka", "spark"].map(ofKind);

// src/resources/terraform/identity.ts
var principal = (attributes) => known2(attributes, "principal_id", "principal");
var client = (attributes) => known2(attributes, "client_id", "client");
function known2(attributes, attribute2, part2) {
  const value = attributes.read(attribute2);
  return typeof value === "string" && value !== "" ? value : attributes.standIn.guid(part2);
}
var assignedIdentity = terraform("azurerm_user_assigned_identity", import_targets2.userAssignedIdentity, {
  id: inGroup(import_targets2.userAssignedIdentity),
  settings: [
    location,
    [import_targets2.userAssignedIdentity.principalId, { attributes: ["principal_id"], from: principal }],
    [import_targets2.userAssignedIdentity.clientId, { attributes: ["client_id"], from: client }]
  ],
  computed: { principal_id: principal, client_id: client }
});
var roles = new Map(builtInRoles.map(({ name, guid: guid3 }) => [name.toLowerCase(), guid3]));
var otherRole = new import_unknown5.Unknown("The plan names a role of which this version of the action does not know what it allows.");
var role = {
  attributes: ["role_definition_id", "role_definition_name"],
  from(attributes) {
    const id3 = attributes.read("role_definition_id");
    if (typeof id3 === "string" && id3 !== "") return id3;
    const name = attributes.read("role_definition_name");
    if (name instanceof import_unknown5.Unknown) return name;
    const guid3 = roles.get(String(name).toLowerCase());
    return guid3 === void 0 ? otherRole : `/providers/${(0, import_targets2.casedType)(import_targets2.roleDefinition.about)}/${guid3}`;
  }
};
var assignment = terraform("azurerm_role_assignment", import_targets2.roleAssignment, {
  id: {
    attributes: ["scope", "name"],
    from(attributes) {
      const scope2 = attributes.read("scope", "scope");
      if (typeof scope2 !== "string") return scope2;
      const name = attributes.read("name");
      const last = typeof name === "string" ? name : attributes.standIn.guid("name");
      return `${scope2 === "/" ? "" : scope2}/providers/Microsoft.Authorization/roleAssignments/${last}`;
    }
  },
  settings: [
    [import_targets2.roleAssignment.principalId, attribute("principal_id", { refersTo: "principal" })],
    [import_targets2.roleAssignment.role, role],
    [import_targets2.roleAssignment.condition, attribute("condition")],
    [import_targets2.roleAssignment.principalType, attribute("principal_type")],
    [import_targets2.roleAssignment.scope, attribute("scope", { refersTo: "scope" })]
  ]
});

// src/resources/terraform/key.ts
var holders = {
  vault: { id: "key_vault_id", type: import_targets2.keyVault.type },
  hsm: { id: "managed_hsm_id", type: import_targets2.managedHsm.type }
};
function address(attributes, kind) {
  const known3 = parseUrl(attributes.read("versionless_id"));
  if (known3) return known3;
  const { id: id3, type } = holders[kind];
  const holder = attributes.read(id3, [type]);
  if (typeof holder !== "string") return holder;
  const name = attributes.read("name");
  const host = attributes.host(kind, (0, import_targets2.parseResourceId)(holder)?.name ?? "");
  return (0, import_targets2.keyUrl)(host, typeof name === "string" ? name : attributes.standIn.name());
}
function parseUrl(value) {
  return typeof value === "string" && value.startsWith("https://") ? value : null;
}
function versioned(attributes, kind) {
  const known3 = parseUrl(attributes.read(kind === "hsm" ? "versioned_id" : "id"));
  if (known3) return known3;
  const url = address(attributes, kind);
  return typeof url === "string" ? `${url}/${attributes.standIn.version()}` : url;
}
var rotationActions = {
  attributes: ["rotation_policy.automatic", "rotation_policy.notify_before_expiry"],
  from(attributes) {
    const policy = attributes.read("rotation_policy");
    if (policy instanceof import_unknown5.Unknown || policy === void 0 || isEmpty2(policy))
      return policy instanceof import_unknown5.Unknown ? policy : void 0;
    const automatic = attributes.read("rotation_policy.automatic");
    const notify = attributes.read("rotation_policy.notify_before_expiry");
    const rotates = !isEmpty2(automatic) && automatic !== void 0;
    return [
      ...automatic instanceof import_unknown5.Unknown ? [automatic] : rotates ? [{ action: { type: "rotate" } }] : [],
      ...typeof notify === "string" ? [{ action: { type: "notify" } }] : []
    ];
  }
};
var every = (kind) => [
  [import_targets2.vaultKey.kty, attribute("key_type")],
  [import_targets2.vaultKey.size, attribute("key_size")],
  [import_targets2.vaultKey.operations, attribute("key_opts")],
  [import_targets2.vaultKey.uri, { attributes: [], from: (attributes) => address(attributes, kind) }],
  [import_targets2.vaultKey.uriWithVersion, { attributes: [], from: (attributes) => versioned(attributes, kind) }],
  [import_targets2.vaultKey.enabled, constant(true)],
  [import_targets2.vaultKey.notBefore, attribute("not_before_date", { as: unixSeconds })],
  [import_targets2.vaultKey.expires, attribute("expiration_date", { as: unixSeconds })],
  [import_targets2.vaultKey.created, made2],
  [import_targets2.vaultKey.recoveryLevel, absent]
];
var key5 = terraform("azurerm_key_vault_key", import_targets2.vaultKey, {
  id: below2("key_vault_id", "keys", [import_targets2.keyVault.type]),
  settings: [...every("vault"), [import_targets2.vaultKey.rotationActions, rotationActions]],
  computed: {
    id: (attributes) => versioned(attributes, "vault"),
    versionless_id: (attributes) => address(attributes, "vault"),
    resource_id: (attributes, id3) => `${id3}/versions/${attributes.standIn.version()}`,
    resource_versionless_id: (_attributes, id3) => id3
  }
});
var keyOfHsm = terraform("azurerm_key_vault_managed_hardware_security_module_key", import_targets2.hsmKey, {
  id: below2("managed_hsm_id", "keys", [import_targets2.managedHsm.type]),
  settings: every("hsm"),
  computed: {
    id: (attributes) => address(attributes, "hsm"),
    versioned_id: (attributes) => versioned(attributes, "hsm")
  }
});

// src/resources/terraform/key-vault.ts
var kinds2 = ["key", "secret", "certificate"];
function policyAt(attributes, at) {
  const permissions = kinds2.map((kind) => [`${kind}s`, attributes.read(`${at}${kind}_permissions`) ?? []]);
  return {
    tenantId: attributes.read(`${at}tenant_id`),
    objectId: attributes.read(`${at}object_id`, "principal"),
    applicationId: attributes.read(`${at}application_id`) || void 0,
    permissions: Object.fromEntries(permissions)
  };
}
var policies = {
  attributes: ["access_policy"],
  from(attributes) {
    const list = attributes.read("access_policy");
    if (list instanceof import_unknown5.Unknown) return list;
    return Array.isArray(list) ? list.map((_, index) => policyAt(attributes, `access_policy.${index}.`)) : [];
  }
};
var address2 = (attribute2, kind) => ({
  attributes: [attribute2, "name"],
  from: (attributes) => {
    const known3 = attributes.read(attribute2);
    if (typeof known3 === "string" && known3 !== "") return known3;
    const name = attributes.read("name");
    return typeof name === "string" ? `https://${attributes.host(kind, name)}/` : name;
  }
});
var purgeProtection = attribute("purge_protection_enabled", {
  omitted: kept,
  as: (value) => value === true ? true : kept
});
var vault = terraform("azurerm_key_vault", import_targets2.keyVault, {
  id: inGroup(import_targets2.keyVault),
  settings: [
    location,
    [import_targets2.keyVault.vaultUri, address2("vault_uri", "vault")],
    [import_targets2.keyVault.tenantId, attribute("tenant_id")],
    [import_targets2.keyVault.sku, attribute("sku_name")],
    [import_targets2.keyVault.purgeProtection, purgeProtection],
    [import_targets2.keyVault.softDelete, constant(true)],
    [
      import_targets2.keyVault.rbacAuthorization,
      attribute(["rbac_authorization_enabled", "enable_rbac_authorization"], { omitted: false })
    ],
    [import_targets2.keyVault.accessPolicies, policies],
    [
      import_targets2.keyVault.publicNetworkAccess,
      attribute("public_network_access_enabled", { omitted: "Enabled", as: choice("Enabled", "Disabled") })
    ],
    [import_targets2.keyVault.firewallBypass, attribute("network_acls.bypass", { omitted: "AzureServices" })],
    [import_targets2.keyVault.firewallDefault, attribute("network_acls.default_action", { omitted: "Allow" })]
  ],
  computed: { vault_uri: (attributes) => address2("vault_uri", "vault").from(attributes) },
  filledIn: ["network_acls", "access_policy"]
});
var accessPolicy = part("azurerm_key_vault_access_policy", import_targets2.keyVault, {
  of: attribute("key_vault_id", { refersTo: [import_targets2.keyVault.type] }),
  items: [
    {
      list: import_targets2.keyVault.accessPolicies,
      by: import_targets2.policyMembers,
      value: {
        attributes: ["tenant_id", "object_id", "application_id", ...kinds2.map((kind) => `${kind}_permissions`)],
        from: (attributes) => policyAt(attributes, "")
      }
    }
  ]
});
var hsm = terraform("azurerm_key_vault_managed_hardware_security_module", import_targets2.managedHsm, {
  id: inGroup(import_targets2.managedHsm),
  settings: [
    location,
    [import_targets2.managedHsm.hsmUri, address2("hsm_uri", "hsm")],
    [import_targets2.managedHsm.sku, attribute("sku_name")],
    [import_targets2.managedHsm.tenantId, attribute("tenant_id")],
    [import_targets2.managedHsm.purgeProtection, attribute("purge_protection_enabled", { omitted: false })],
    [import_targets2.managedHsm.softDelete, constant(true)]
  ],
  computed: { hsm_uri: (attributes) => address2("hsm_uri", "hsm").from(attributes) }
});

// src/resources/terraform/kubernetes.ts
var laterVersion = new import_unknown5.Unknown(
  "The cluster is made without a version, and Azure chooses one: set `kubernetes_version` to make it known."
);
var encryptsHost = (at) => attribute([`${at}host_encryption_enabled`, `${at}enable_host_encryption`]);
var pool = (at, mode) => ({
  attributes: [`${at}name`, ...mode.attributes, ...encryptsHost(at).attributes],
  from: (attributes) => ({
    name: attributes.read(`${at}name`),
    mode: mode.from(attributes),
    enableEncryptionAtHost: encryptsHost(at).from(attributes) ?? false
  })
});
var kubernetesCluster = terraform("azurerm_kubernetes_cluster", import_targets2.managedCluster, {
  id: inGroup(import_targets2.managedCluster),
  settings: [
    location,
    [import_targets2.managedCluster.diskEncryptionSet, attribute("disk_encryption_set_id", { refersTo: [import_targets2.diskEncryptionSet.type] })],
    [import_targets2.managedCluster.version, attribute("kubernetes_version", { omitted: laterVersion })],
    // what is asked for is what runs afterwards
    [import_targets2.managedCluster.currentVersion, attribute("kubernetes_version", { omitted: laterVersion })],
    [import_targets2.managedCluster.supportPlan, attribute("support_plan", { omitted: "KubernetesOfficial" })],
    [import_targets2.managedCluster.etcdEncrypted, block("key_management_service", true, false)],
    [import_targets2.managedCluster.etcdKey, keyIdentifier("key_management_service.key_vault_key_id")],
    [import_targets2.managedCluster.etcdVault, absent],
    // only previews of the API show it, and a new cluster of the provider does not set it
    [import_targets2.managedCluster.objectEncryption, absent]
  ],
  items: [
    {
      list: import_targets2.managedCluster.nodePools,
      by: ["name"],
      value: pool("default_node_pool.", { attributes: [], from: () => "System" })
    }
  ],
  computed: ofIdentity
});
var nodePool = part("azurerm_kubernetes_cluster_node_pool", import_targets2.managedCluster, {
  of: attribute("kubernetes_cluster_id", { refersTo: [import_targets2.managedCluster.type] }),
  items: [{ list: import_targets2.managedCluster.nodePools, by: ["name"], value: pool("", attribute("mode", { omitted: "User" })) }]
});
function configured({ path }) {
  const name = path.split(".").at(-1)?.toLowerCase();
  return {
    attributes: ["configuration_settings"],
    from(attributes) {
      const settings2 = attributes.read("configuration_settings");
      if (settings2 instanceof import_unknown5.Unknown || typeof settings2 !== "object" || settings2 === null)
        return settings2 instanceof import_unknown5.Unknown ? settings2 : void 0;
      return Object.entries(settings2).find(([each]) => each.toLowerCase() === name)?.[1];
    }
  };
}
var { inference, insecureConnections, sslSecret, sslName, routerServiceType } = import_targets2.clusterExtension;
var settings = [
  [import_targets2.clusterExtension.extensionType, attribute("extension_type")],
  ...[inference, insecureConnections, sslSecret, sslName, routerServiceType].map(
    (property) => [property, configured(property)]
  )
];
var segment = "providers/Microsoft.KubernetesConfiguration/extensions";
var extension2 = terraform("azurerm_kubernetes_cluster_extension", import_targets2.clusterExtension, {
  id: below2("cluster_id", segment, [import_targets2.managedCluster.type]),
  settings
});
var arcExtension = terraform("azurerm_arc_kubernetes_cluster_extension", import_targets2.clusterExtension, {
  id: below2("cluster_id", segment, [import_targets2.connectedCluster.type]),
  settings
});

// src/resources/terraform/metadata.ts
var key6 = ["key_vault_key_id", "managed_hsm_key_id"];
var later = new import_unknown5.Unknown("Whether the account can use its key shows only after the plan was applied.");
var cosmosDb = terraform("azurerm_cosmosdb_account", import_targets2.cosmosDbAccount, {
  id: inGroup(import_targets2.cosmosDbAccount),
  settings: [
    location,
    ...identity,
    [import_targets2.cosmosDbAccount.keyUri, attribute(key6, { refersTo: "key" })],
    [import_targets2.cosmosDbAccount.keyVersionInUse, absent],
    [import_targets2.cosmosDbAccount.keyStatus, attribute(key6, { refersTo: "key", as: () => later })],
    [import_targets2.cosmosDbAccount.defaultIdentity, attribute("default_identity_type")],
    [import_targets2.cosmosDbAccount.minimumTlsVersion, attribute("minimal_tls_version", { omitted: "Tls12" })]
  ],
  computed: ofIdentity
});
var search = terraform("azurerm_search_service", import_targets2.searchService, {
  id: inGroup(import_targets2.searchService),
  settings: [
    location,
    [
      import_targets2.searchService.enforcement,
      attribute("customer_managed_key_enforcement_enabled", {
        omitted: "Disabled",
        as: choice("Enabled", "Disabled")
      })
    ],
    [
      import_targets2.searchService.compliance,
      attribute("customer_managed_key_enforcement_enabled", {
        as: (isOn) => isOn === true ? new import_unknown5.Unknown("Whether all indexes comply shows only after the plan was applied.") : void 0
      })
    ]
  ],
  computed: ofIdentity
});

// src/resources/terraform/provider.ts
var registration = terraform("azurerm_resource_provider_registration", import_targets2.resourceProvider, {
  id: {
    attributes: ["name"],
    from: (attributes) => `/subscriptions/${attributes.subscription}/providers/${attributes.read("name")}`
  },
  settings: [
    [import_targets2.resourceProvider.namespace, attribute("name")],
    [import_targets2.resourceProvider.registrationState, constant("Registered")]
  ]
});

// src/resources/terraform/storage-account.ts
var key7 = { uri: import_targets2.storageAccount.keyVaultUri, name: import_targets2.storageAccount.keyName, version: import_targets2.storageAccount.keyVersion };
var madeAt = { ...made2, from: (attributes) => isoTime(made2.from(attributes)) };
function isoTime(seconds) {
  return new Date(seconds * 1e3).toISOString();
}
var account = terraform("azurerm_storage_account", import_targets2.storageAccount, {
  id: inGroup(import_targets2.storageAccount),
  settings: [
    location,
    ...identity,
    [import_targets2.storageAccount.kind, attribute("account_kind", { omitted: "StorageV2" })],
    [import_targets2.storageAccount.minimumTlsVersion, attribute("min_tls_version", { omitted: "TLS1_2" })],
    [
      import_targets2.storageAccount.httpsOnly,
      attribute(["https_traffic_only_enabled", "enable_https_traffic_only"], { omitted: true })
    ],
    [import_targets2.storageAccount.nfsV3, attribute("nfsv3_enabled", { omitted: false })],
    [import_targets2.storageAccount.sharedKeyAccess, attribute("shared_access_key_enabled", { omitted: true })],
    // the provider has no such setting (`sas_policy` is another thing), and a new account has none
    [import_targets2.storageAccount.keyExpirationDays, absent],
    [import_targets2.storageAccount.key1CreationTime, madeAt],
    [import_targets2.storageAccount.key2CreationTime, madeAt],
    [import_targets2.storageAccount.keySource, block("customer_managed_key", "Microsoft.Keyvault", "Microsoft.Storage")],
    ...keyParts(["customer_managed_key.key_vault_key_id", "customer_managed_key.managed_hsm_key_id"], key7),
    [
      import_targets2.storageAccount.encryptionIdentity,
      attribute("customer_managed_key.user_assigned_identity_id", { refersTo: [import_targets2.userAssignedIdentity.type] })
    ],
    [import_targets2.storageAccount.federatedClient, absent],
    [import_targets2.storageAccount.keyIdentifierInUse, absent],
    [import_targets2.storageAccount.infrastructureEncryption, attribute("infrastructure_encryption_enabled", { omitted: false })],
    [import_targets2.storageAccount.queueKeyType, attribute("queue_encryption_key_type", { omitted: "Service" })],
    [import_targets2.storageAccount.tableKeyType, attribute("table_encryption_key_type", { omitted: "Service" })]
  ],
  computed: ofIdentity,
  filledIn: ["share_properties"]
});
function listed(name) {
  const path = `share_properties.smb.${name}`;
  return {
    attributes: [path],
    from(attributes) {
      const [block2, value] = [attributes.read("share_properties"), attributes.read(path)];
      if (block2 === void 0 || block2 instanceof import_unknown5.Unknown || value === void 0) return kept;
      return (0, import_unknown5.unknownIn)(value) ?? (Array.isArray(value) && value.length > 0 ? value.join(";") : kept);
    }
  };
}
var filesOfAccount = part("azurerm_storage_account", import_targets2.fileService, {
  of: {
    attributes: [],
    from(attributes) {
      const id3 = inGroup(import_targets2.storageAccount).from(attributes);
      return typeof id3 === "string" ? (0, import_targets2.fileServiceId)(id3) : id3;
    }
  },
  settings: [
    [import_targets2.fileService.smbVersions, listed("versions")],
    [import_targets2.fileService.smbChannelEncryption, listed("channel_encryption_type")]
  ]
});
function keyOfAccount() {
  const whole2 = ["key_vault_key_id", "managed_hsm_key_id"];
  const [uri, name, version] = keyParts(whole2, key7);
  if (!uri || !name || !version) return [];
  return [
    [uri[0], firstOf(uri[1], vaultAddress(["key_vault_uri", "key_vault_id"]))],
    [name[0], firstOf(name[1], attribute("key_name"))],
    [version[0], firstOf(version[1], attribute("key_version", { omitted: "" }))]
  ];
}
var keyOfStorage = part("azurerm_storage_account_customer_managed_key", import_targets2.storageAccount, {
  of: attribute("storage_account_id", { refersTo: [import_targets2.storageAccount.type] }),
  settings: [
    [import_targets2.storageAccount.keySource, constant("Microsoft.Keyvault")],
    ...keyOfAccount(),
    [
      import_targets2.storageAccount.encryptionIdentity,
      attribute("user_assigned_identity_id", { refersTo: [import_targets2.userAssignedIdentity.type] })
    ],
    [import_targets2.storageAccount.federatedClient, attribute("federated_identity_client_id")]
  ],
  reset: [
    [import_targets2.storageAccount.keySource, "Microsoft.Storage"],
    [import_targets2.storageAccount.keyVaultProperties, void 0],
    [import_targets2.storageAccount.encryptionIdentities, void 0]
  ]
});
var scope = terraform("azurerm_storage_encryption_scope", import_targets2.encryptionScope, {
  id: below2("storage_account_id", "encryptionScopes", [import_targets2.storageAccount.type]),
  settings: [
    [import_targets2.encryptionScope.source, attribute("source")],
    [import_targets2.encryptionScope.state, constant("Enabled")],
    [import_targets2.encryptionScope.keyUri, keyIdentifier("key_vault_key_id")],
    [import_targets2.encryptionScope.keyIdentifierInUse, absent]
  ]
});

// src/resources/terraform/virtual-machine.ts
var machine = (resource) => terraform(resource, import_targets2.virtualMachine, {
  id: inGroup(import_targets2.virtualMachine),
  settings: [
    location,
    [import_targets2.virtualMachine.encryptionAtHost, attribute("encryption_at_host_enabled", { omitted: false })],
    [
      import_targets2.virtualMachine.osDiskEncryptionSet,
      attribute("os_disk.disk_encryption_set_id", { refersTo: [import_targets2.diskEncryptionSet.type] })
    ],
    // they are resources of their own, and attached by others
    [import_targets2.virtualMachine.dataDisks, constant([])]
  ],
  computed: ofIdentity
});
var linuxMachine = machine("azurerm_linux_virtual_machine");
var windowsMachine = machine("azurerm_windows_virtual_machine");
var attached2 = new import_unknown5.Unknown("A data disk is attached or detached, and how it is encrypted is not looked at in a plan.");
var dataDisk = part("azurerm_virtual_machine_data_disk_attachment", import_targets2.virtualMachine, {
  of: attribute("virtual_machine_id", { refersTo: [import_targets2.virtualMachine.type] }),
  settings: [[import_targets2.virtualMachine.dataDisks, constant(attached2)]],
  reset: [[import_targets2.virtualMachine.dataDisks, attached2]]
});

// src/resources/terraform/workspace.ts
var encryption = [
  [import_targets2.mlWorkspace.encryptionStatus, block("encryption", "Enabled", "Disabled")],
  [import_targets2.mlWorkspace.keyIdentifier, keyIdentifier("encryption.key_id")],
  [import_targets2.mlWorkspace.keyVaultOfKey, attribute("encryption.key_vault_id", { refersTo: [import_targets2.keyVault.type] })],
  [
    import_targets2.mlWorkspace.encryptionIdentity,
    attribute("encryption.user_assigned_identity_id", { refersTo: [import_targets2.userAssignedIdentity.type] })
  ]
];
var every2 = [
  location,
  ...identity,
  [import_targets2.mlWorkspace.tags, attribute("tags")],
  [import_targets2.mlWorkspace.primaryIdentity, attribute("primary_user_assigned_identity", { refersTo: [import_targets2.userAssignedIdentity.type] })],
  [import_targets2.mlWorkspace.managedResourceGroup, absent],
  [import_targets2.mlWorkspace.cosmosDb, absent],
  [import_targets2.mlWorkspace.metadataStorage, absent],
  [import_targets2.mlWorkspace.searchService, absent]
];
var dependencies = [
  [import_targets2.mlWorkspace.storageAccount, attribute("storage_account_id", { refersTo: [import_targets2.storageAccount.type] })],
  [import_targets2.mlWorkspace.keyVault, attribute("key_vault_id", { refersTo: [import_targets2.keyVault.type] })],
  [import_targets2.mlWorkspace.containerRegistry, attribute("container_registry_id", { refersTo: [import_targets2.containerRegistry.type] })],
  [import_targets2.mlWorkspace.applicationInsights, attribute("application_insights_id", { refersTo: [import_targets2.applicationInsights.type] })]
];
var unsent = [import_targets2.mlWorkspace.keyIdentifier];
var workspace = terraform("azurerm_machine_learning_workspace", import_targets2.mlWorkspace, {
  id: inGroup(import_targets2.mlWorkspace),
  settings: [
    ...every2,
    ...dependencies,
    ...encryption,
    [import_targets2.mlWorkspace.kind, attribute("kind", { omitted: "Default" })],
    [import_targets2.mlWorkspace.hub, absent],
    [import_targets2.mlWorkspace.highBusinessImpact, attribute("high_business_impact", { omitted: false })],
    [import_targets2.mlWorkspace.serviceSideEncryption, attribute("service_side_encryption_enabled", { omitted: false })],
    [import_targets2.mlWorkspace.systemDatastoresAuthMode, attribute("storage_account_access_type", { omitted: "AccessKey" })]
  ],
  computed: ofIdentity,
  unsent
});
var hub = terraform("azurerm_ai_foundry", import_targets2.mlWorkspace, {
  id: inGroup(import_targets2.mlWorkspace),
  settings: [
    ...every2,
    ...dependencies,
    ...encryption,
    [import_targets2.mlWorkspace.kind, constant("Hub")],
    [import_targets2.mlWorkspace.hub, absent],
    [import_targets2.mlWorkspace.highBusinessImpact, attribute("high_business_impact_enabled", { omitted: false })]
  ],
  computed: ofIdentity,
  unsent
});
var inGroupOfHub = {
  attributes: ["ai_services_hub_id", "name"],
  from(attributes) {
    const hub2 = attributes.read("ai_services_hub_id", [import_targets2.mlWorkspace.type]);
    if (typeof hub2 !== "string") return hub2;
    const name = attributes.read("name");
    return `${hub2.slice(0, hub2.lastIndexOf("/"))}/${typeof name === "string" ? name : attributes.standIn.name()}`;
  }
};
var project = terraform("azurerm_ai_foundry_project", import_targets2.mlWorkspace, {
  id: inGroupOfHub,
  settings: [
    ...every2,
    [import_targets2.mlWorkspace.kind, constant("Project")],
    [import_targets2.mlWorkspace.hub, attribute("ai_services_hub_id", { refersTo: [import_targets2.mlWorkspace.type] })],
    [import_targets2.mlWorkspace.highBusinessImpact, attribute("high_business_impact_enabled", { omitted: false })],
    [import_targets2.mlWorkspace.storageAccount, absent],
    [import_targets2.mlWorkspace.keyVault, absent],
    [import_targets2.mlWorkspace.containerRegistry, absent],
    [import_targets2.mlWorkspace.applicationInsights, absent],
    [import_targets2.mlWorkspace.encryption, absent],
    [import_targets2.mlWorkspace.serviceSideEncryption, absent],
    [import_targets2.mlWorkspace.systemDatastoresAuthMode, absent]
  ],
  computed: ofIdentity
});

// src/resources/terraform/index.ts
var declarations = byResource([
  workspace,
  hub,
  project,
  computeCluster,
  computeInstance,
  inferenceCluster,
  synapseSpark,
  blobDatastore,
  fileDatastore,
  lakeDatastore,
  account,
  scope,
  vault,
  hsm,
  key5,
  keyOfHsm,
  registry,
  component,
  logs,
  cluster,
  assignedIdentity,
  assignment,
  kubernetesCluster,
  extension2,
  arcExtension,
  diskSet,
  databricks,
  cosmosDb,
  search,
  linuxMachine,
  windowsMachine,
  ...hdInsightClusters,
  containers,
  ...aiServicesAccounts,
  registration
]);
var partDeclarations = byResource([
  keyOfStorage,
  filesOfAccount,
  accessPolicy,
  linkedService,
  keyOfCluster,
  nodePool,
  ...rootKeysOfDatabricks,
  dataDisk,
  keyOfAiServices
]);
function byResource(all) {
  return new Map(all.map((one) => [one.resource, one]));
}

// src/plan/terraform/read.ts

// src/plan/terraform/address.ts
function parseAddress(text2) {
  const tokens = tokensOf(text2);
  if (!tokens) return null;
  const { modules, rest } = modulesOf(tokens);
  const isData = rest[0] === "data";
  const [type, name, ...after2] = isData ? rest.slice(1) : rest;
  if (typeof type !== "string" || typeof name !== "string" || notResources.has(type)) return null;
  const { key: key8, path } = keyAndPath(after2);
  return { modules, isData, type, name, key: key8, path };
}
function parseOutput(text2) {
  const tokens = tokensOf(text2);
  const { modules, rest } = modulesOf(tokens ?? []);
  const [call] = modules;
  const [name, ...after2] = rest;
  if (modules.length !== 1 || !call || typeof name !== "string") return null;
  return { call, name, path: after2.map((token2) => typeof token2 === "string" ? token2 : token2.key) };
}
function parseModules(text2) {
  return modulesOf(tokensOf(text2) ?? []).modules;
}
var notResources = /* @__PURE__ */ new Set(["var", "local", "each", "count", "path", "terraform", "self", "module", "data"]);
function modulesOf(tokens) {
  const modules = [];
  let rest = tokens;
  while (rest[0] === "module" && typeof rest[1] === "string") {
    const { key: key8, rest: left } = keyOf(rest.slice(2));
    modules.push({ name: rest[1], key: key8 });
    rest = left;
  }
  return { modules, rest };
}
function keyOf(tokens) {
  const [first, ...rest] = tokens;
  return typeof first === "object" ? { key: first.key, rest } : { key: null, rest: tokens };
}
function keyAndPath(tokens) {
  const { key: key8, rest } = keyOf(tokens);
  return { key: key8, path: rest.map((token2) => typeof token2 === "string" ? token2 : token2.key) };
}
var token = /\.?([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/gsuy;
function tokensOf(text2) {
  const tokens = [];
  token.lastIndex = 0;
  while (token.lastIndex < text2.length) {
    const [, name, index, quoted] = token.exec(text2) ?? [];
    if (name !== void 0) tokens.push(name);
    else if (index !== void 0) tokens.push({ key: Number(index) });
    else if (quoted !== void 0) tokens.push({ key: unquoted(quoted) });
    else return null;
  }
  return tokens;
}
function unquoted(text2) {
  try {
    return String(JSON.parse(text2));
  } catch {
    return text2.slice(1, -1);
  }
}

// src/plan/terraform/azapi.ts

// src/plan/terraform/azapi-id.ts
function azapiType(attributes) {
  const written = attributes.read("type");
  const [, type, apiVersion = null] = /^([\w.]+(?:\/\w+)+)(?:@([\w-]+))?$/.exec(String(written)) ?? [];
  return type === void 0 ? null : { type, apiVersion };
}
function azapiId(attributes) {
  const whole2 = attributes.read("resource_id", "scope");
  if (typeof whole2 === "string") return whole2;
  const [parent, name] = [attributes.read("parent_id", "scope"), attributes.read("name")];
  const { type } = azapiType(attributes) ?? {};
  if (type === void 0 || typeof parent !== "string") return typeof parent === "string" ? void 0 : parent;
  const last = typeof name === "string" ? name : attributes.standIn.name();
  const segments = type.split("/");
  const isBelow = segments.length > 2 && parent.toLowerCase().includes(`/${segments[0]?.toLowerCase()}/`);
  return isBelow ? `${parent}/${segments.at(-1)}/${last}` : `${parent}/providers/${type}/${last}`;
}

// src/plan/terraform/changes.ts
var kinds3 = /* @__PURE__ */ new Map([
  ["create", "put"],
  ["update", "merge"],
  ["delete", "delete"],
  ["delete,create", "replace"],
  ["create,delete", "replace"],
  // what is made in place of something that is only forgotten comes on top of it
  ["create,forget", "put"]
]);
function kindOf({ actions }) {
  return kinds3.get(actions.join(",")) ?? "unsure";
}
function differing(before, after2) {
  const earlier = new Map(before.map(({ path, value }) => [path, value]));
  const isKept = ({ path, value }) => isObjectId(path) && [earlier.get(path), value].every(isText);
  return after2.filter((setting) => !isSame(earlier.get(setting.path), setting.value) && !isKept(setting));
}
var isText = (value) => typeof value === "string";
function isObjectId(path) {
  return path === import_targets2.managedIdentity.principalId.path;
}

// src/plan/terraform/azapi.ts
function azapiChange(node, world) {
  const side = node.after === null ? "before" : "after";
  const open4 = world.attributesOf(node, side).read("type");
  if (open4 instanceof import_unknown5.Unknown) return open4;
  const { type, apiVersion } = azapiType(world.attributesOf(node, side)) ?? { type: "", apiVersion: null };
  const about = import_targets2.resourceTypes[type.toLowerCase()];
  const kind = kindOf(node);
  if (isOpaqueType(type.toLowerCase(), kind === "delete")) return new import_unknown5.Unknown(notShown);
  if (type.toLowerCase() === groupType) return ofGroup(world.formerIdOf(node), kind);
  if (!about) return null;
  const id3 = world.idOf(node);
  if (typeof id3 !== "string") return id3 instanceof import_unknown5.Unknown ? id3 : new import_unknown5.Unknown("Its id is not in the plan.");
  const doubt = doubtOf(node);
  const planned2 = { id: id3, type: type.toLowerCase(), items: [], ...doubt && { doubt: doubt.why } };
  const hidden = doubt && about.secrets ? [{ path: import_targets2.secretPlaces.path, value: doubt }] : [];
  if (node.type === "azapi_update_resource")
    return kind === "delete" ? null : { ...planned2, change: "edit", isLast: true, settings: [...changed2(node, planned2.type, world), ...hidden] };
  if (kind === "delete" || kind === "unsure") return { ...planned2, change: kind, settings: [] };
  if (kind === "merge")
    return { ...planned2, change: kind, isWhole: true, settings: [...updated(node, planned2.type, world), ...hidden] };
  const { host, standIn: standIn2, now } = world.attributesOf(node, "after");
  const sent = { id: id3, apiVersion, host, standIn: standIn2, now };
  const settings2 = settingsOfNew(planned2.type, bodyOf2(node, "after", type, world), sent);
  return { ...planned2, change: kind, isWhole: true, settings: [...settings2, ...hidden] };
}
function azapiState(node, world) {
  const { type = "" } = azapiType(world.attributesOf(node, "before")) ?? {};
  const id3 = world.idOf(node);
  if (typeof id3 !== "string" || !import_targets2.resourceTypes[type.toLowerCase()] || node.type !== "azapi_resource") return null;
  const all = settingsIn(type.toLowerCase(), bodyOf2(node, "before", type, world));
  return { id: id3, settings: all.filter(({ path, value }) => path !== import_targets2.secretPlaces.path && !(value instanceof import_unknown5.Unknown)) };
}
function ofGroup(id3, kind) {
  const isGone = kind === "delete" || kind === "replace";
  return isGone && typeof id3 === "string" && isGroupId(id3) ? { id: id3, type: groupType, change: "delete", settings: [], items: [] } : null;
}
function updated(node, type, world) {
  const changes2 = changed2(node, type, world);
  const isSet = new Set(changes2.map(({ path }) => path));
  const named3 = settingsIn(type, bodyOf2(node, "after", type, world));
  return [...named3.filter(({ path }) => !isSet.has(path)), ...changes2];
}
function changed2(node, type, world) {
  const [before, after2] = ["before", "after"].map(
    (side) => node[side] === null ? [] : settingsIn(type, bodyOf2(node, side, type, world))
  );
  const named3 = new Set(after2.map(({ path }) => path));
  const isLeft = ({ path, value }) => !named3.has(path) && !isEmptyObject(value);
  const left = before.filter(isLeft).map(({ path }) => ({ path, value: noLonger(node, path) }));
  const all = [...differing(before, after2), ...left];
  const isIgnored = expressionOf(node, "ignore_body_changes") !== void 0;
  return isIgnored ? all.map(({ path }) => ({ path, value: ignored(node, path) })) : all;
}
var isEmptyObject = (value) => (0, import_targets2.isObject)(value) && !(value instanceof import_unknown5.Unknown) && Object.keys(value).length === 0;
function bodyOf2(node, side, type, world) {
  const attributes = world.attributesOf(node, side);
  const written = bodyIn(attributes.read("body"));
  const body = resolved(written, type, attributes);
  for (const name of ["location", "tags"]) {
    const value = attributes.read(name);
    if (value !== void 0 && body[name] === void 0) body[name] = value;
  }
  for (const [property, mapping] of identity) {
    const path = (0, import_targets2.pathOf)(property);
    const value = mapping.from(attributes);
    const known3 = isObjectId(path) && value !== void 0 ? objectBefore(node, world) : void 0;
    if (value !== void 0 && (0, import_targets2.valueAt)(body, path) === void 0) setAt(body, path, known3 ?? value);
  }
  return body;
}
function objectBefore(node, world) {
  const known3 = kindOf(node) === "merge" ? world.attributesOf(node, "before").read("identity.principal_id") : void 0;
  return typeof known3 === "string" && known3 !== "" ? known3 : void 0;
}
function bodyIn(written) {
  if (written instanceof import_unknown5.Unknown) return { properties: written, sku: written, kind: written };
  if (written === void 0) return {};
  if ((0, import_targets2.isObject)(written)) return written;
  try {
    const body = JSON.parse(String(written));
    if ((0, import_targets2.isObject)(body)) return body;
  } catch {
  }
  return bodyIn(new import_unknown5.Unknown("The body of the resource is neither an object nor JSON."));
}
function resolved(body, type, attributes) {
  const links = linksOf(type);
  const walk = (value, path) => {
    const target = value instanceof import_unknown5.Unknown ? links.get(path.join(".").toLowerCase()) : void 0;
    if (target) return attributes.read(`body.${path.join(".")}`, target);
    if (!(0, import_targets2.isObject)(value) || value instanceof import_unknown5.Unknown) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inside3]) => [name, walk(inside3, [...path, name])]));
  };
  return walk(body, []);
}
function linksOf(type) {
  const { links = [], identities = [], keys = [] } = import_targets2.resourceTypes[type.toLowerCase()] ?? {};
  const anything = Object.keys(import_targets2.resourceTypes);
  const all = [
    ...links.map((link2) => [link2.property.path, link2.type ? [link2.type] : anything]),
    ...identities.map((property) => [property.path, [import_targets2.userAssignedIdentity.type]]),
    ...keys.flatMap((holder) => [
      [holder.identifier?.path, "key"],
      [holder.vaultId?.path, [import_targets2.keyVault.type, import_targets2.managedHsm.type]]
    ])
  ];
  return new Map(all.flatMap(([path, target]) => path === void 0 ? [] : [[path.toLowerCase(), target]]));
}
function expressionOf({ configuration }, name) {
  return member(member(configuration, "expressions"), name);
}
function doubtOf(node) {
  if (expressionOf(node, "sensitive_body") === void 0) return null;
  return new import_unknown5.Unknown(
    `${node.label} has a \`sensitive_body\`, which no plan shows and which outweighs the body that it shows.`
  );
}
function noLonger({ label }, path) {
  return new import_unknown5.Unknown(`${label} no longer sets \`${path}\`: whether Azure keeps the value is not in the plan.`);
}
function ignored({ label }, path) {
  return new import_unknown5.Unknown(
    `${label} has \`ignore_body_changes\`: whether the change of \`${path}\` is sent is not in the plan.`
  );
}

// src/plan/terraform/azurerm.ts
function changeOf(node, declared2, world) {
  const id3 = world.idOf(node);
  if (typeof id3 !== "string") return id3 instanceof import_unknown5.Unknown ? id3 : new import_unknown5.Unknown("Its id is not in the plan.");
  const planned2 = { id: id3, type: declared2.type };
  const kind = kindOf(node);
  if (kind === "delete" || kind === "unsure") return { ...planned2, change: kind, settings: [], items: [] };
  const items = itemsOf(node, "after", declared2, world);
  if (kind === "merge") {
    const earlier = itemsOf(node, "before", declared2, world);
    const isNew2 = (_, index) => !isSame(earlier[index]?.item, items[index]?.item);
    return { ...planned2, change: kind, settings: changed3(node, declared2, world), items: items.filter(isNew2) };
  }
  const after2 = settingsOf(node, "after", declared2.settings, world);
  return { ...planned2, change: kind, settings: [...after2, ...unsaid(node, declared2)], items };
}
function partOf(node, declared2, world) {
  const kind = kindOf(node);
  const side = kind === "delete" ? "before" : "after";
  const id3 = declared2.of.from(world.attributesOf(node, side));
  if (typeof id3 !== "string") return id3 instanceof import_unknown5.Unknown ? id3 : new import_unknown5.Unknown("The plan does not name what it changes.");
  const planned2 = { id: id3, type: declared2.type };
  if (kind === "unsure") return { ...planned2, change: kind, settings: [], items: [] };
  const items = itemsOf(node, side, declared2, world).map((item) => ({ ...item, isRemoved: kind === "delete" }));
  if (kind !== "delete") return { ...planned2, change: "edit", settings: ofPart(node, kind, declared2, world), items };
  const settings2 = declared2.reset.map(([{ path }, value]) => ({ path, value }));
  return { ...planned2, change: "reset", settings: settings2, items };
}
function ofPart(node, kind, { settings: settings2 }, world) {
  const after2 = settingsOf(node, "after", settings2, world);
  return kind === "merge" ? differing(earlierOf(node, settings2, world), after2) : after2;
}
function itemsOf(node, side, { items }, world) {
  const attributes = world.attributesOf(node, side);
  return items.map(({ list, by, value }) => ({
    path: list.path,
    by,
    item: value.from(attributes),
    isRemoved: false
  }));
}
function settingsOf(node, side, settings2, world) {
  const attributes = world.attributesOf(node, side);
  return settings2.flatMap(([property, mapping]) => {
    const value = mapping.from(attributes);
    return value === kept ? [] : [{ path: (0, import_targets2.pathOf)(property), value }];
  });
}
function earlierOf(node, settings2, world) {
  const [before, after2] = [world.attributesOf(node, "before"), world.attributesOf(node, "after")];
  const isTouched = (names) => names.some((name) => !isSame(before.read(name), after2.read(name)));
  return settings2.flatMap(([property, mapping]) => {
    const value = mapping.from(before);
    if (value === kept) return [];
    const isAnother = (0, import_unknown5.unknownIn)(value) !== null && isTouched(mapping.attributes);
    return [{ path: (0, import_targets2.pathOf)(property), value: isAnother ? another : value }];
  });
}
var another = new import_unknown5.Unknown("");
function stateOf(node, { settings: settings2 }, world) {
  const attributes = world.attributesOf(node, "before");
  const isRead = (path) => {
    const value = attributes.read(path);
    return value !== void 0 && !(value instanceof import_unknown5.Unknown);
  };
  const read = settings2.filter(([, mapping]) => mapping.attributes.some(isRead));
  return settingsOf(node, "before", read, world).filter(
    ({ value }) => value !== void 0 && !(value instanceof import_unknown5.Unknown)
  );
}
function changed3(node, { settings: settings2, unsent: unsent2 }, world) {
  const after2 = differing(earlierOf(node, settings2, world), settingsOf(node, "after", settings2, world));
  const isSent = ({ path }) => !unsent2.some((property) => property.path === path);
  return after2.map((setting) => isSent(setting) ? setting : { ...setting, value: notSent(node, setting.path) });
}
function notSent({ label }, path) {
  return new import_unknown5.Unknown(
    `The plan changes \`${path}\` of ${label} in place, and the provider is known not to send that change. A run after it was applied shows what Azure has.`
  );
}
function unsaid(node, { about, settings: settings2, items }) {
  const properties = [...settings2.map(([property]) => property), ...items.map(({ list }) => list)];
  const said3 = properties.map(import_targets2.pathOf);
  const isSaid = ({ path }) => said3.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
  return about.properties.filter((property) => !isSaid(property)).map(({ path }) => ({ path, value: notInProvider(node, path) }));
}
function notInProvider({ label, type }, path) {
  return new import_unknown5.Unknown(
    `\`${type}\` has no setting for \`${path}\`: only Azure can tell what ${label} has, when it is there.`
  );
}

// src/plan/terraform/provider.ts

// src/plan/terraform/configuration.ts
function configurationOf(plan) {
  const written = member(plan, "configuration");
  return { root: member(written, "root_module"), providers: member(written, "provider_config") };
}
function moduleOf({ root }, modules) {
  return modules.reduce((module2, { name }) => member(callOf(module2, name), "module"), root);
}
function callOf(module2, name) {
  return member(member(module2, "module_calls"), name);
}
var resources = /* @__PURE__ */ new WeakMap();
function resourceOf(module2, isData, type, name) {
  if (!(0, import_targets2.isObject)(module2)) return void 0;
  const known3 = resources.get(module2) ?? indexed(module2);
  return known3.get(keyOf2(isData ? "data" : "managed", type, name));
}
function indexed(module2) {
  const found = new Map(
    listIn(module2, "resources").map((resource) => [
      keyOf2(textIn(resource, "mode"), textIn(resource, "type"), textIn(resource, "name")),
      resource
    ])
  );
  resources.set(module2, found);
  return found;
}
function keyOf2(...parts2) {
  return parts2.join("\n");
}
var MOST = 500;
function referencesOf(expression2) {
  const written = listIn(expression2, "references").filter((one) => typeof one === "string");
  if (written.length > MOST) return [];
  const leadsTo = (one) => (other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`);
  return [...new Set(written)].filter((one) => !written.some(leadsTo(one)));
}

// src/plan/terraform/nodes.ts
function nodesOf(plan, configuration) {
  const planned2 = listIn(plan, "resource_changes").flatMap((change) => plannedNode(change, configuration) ?? []);
  const known3 = new Set(planned2.map(({ address: address4 }) => address4));
  const state = inModules(member(member(member(plan, "prior_state"), "values"), "root_module"));
  const read = state.flatMap((resource) => stateNode(resource, configuration) ?? []);
  const all = [...planned2, ...read.filter(({ address: address4 }) => !known3.has(address4))];
  const current = all.filter(({ isDeposed }) => !isDeposed);
  const byPlace = Map.groupBy(current, ({ modules, isData, type, name }) => placeOf(modules, isData, type, name));
  const keys = /* @__PURE__ */ new Map();
  for (const { modules } of all)
    for (const [depth, { name, key: key8 }] of modules.entries()) {
      const place = placeOf(modules.slice(0, depth), false, "module", name);
      keys.set(place, (keys.get(place) ?? /* @__PURE__ */ new Set()).add(key8));
    }
  return {
    all,
    find: (...place) => byPlace.get(placeOf(...place)) ?? [],
    keysOf: (modules, name) => [...keys.get(placeOf(modules, false, "module", name)) ?? []]
  };
}
function placeOf(modules, isData, type, name) {
  return JSON.stringify([modules.map((step2) => [step2.name, step2.key]), isData, type, name]);
}
function plannedNode(written, configuration) {
  const address4 = textIn(written, "address") ?? "";
  const parsed3 = parseAddress(address4);
  const change = member(written, "change");
  if (!parsed3 || !(0, import_targets2.isObject)(change)) return null;
  return {
    ...placed(address4, parsed3, configuration),
    isDeposed: textIn(written, "deposed") !== void 0,
    provider: providerOf(textIn(written, "provider_name")),
    actions: listIn(change, "actions").map(String),
    before: member(change, "before"),
    after: member(change, "after"),
    unknown: member(change, "after_unknown"),
    sensitive: { before: member(change, "before_sensitive"), after: member(change, "after_sensitive") }
  };
}
function stateNode(written, configuration) {
  const address4 = textIn(written, "address") ?? "";
  const parsed3 = parseAddress(address4);
  if (!parsed3) return null;
  const values = member(written, "values");
  const sensitive = member(written, "sensitive_values");
  return {
    ...placed(address4, parsed3, configuration),
    isDeposed: false,
    provider: providerOf(textIn(written, "provider_name")),
    actions: ["no-op"],
    before: values,
    after: values,
    unknown: {},
    sensitive: { before: sensitive, after: sensitive }
  };
}
function placed(address4, { modules, isData, type, name, key: key8 }, configuration) {
  const module2 = moduleOf(configuration, modules);
  const resource = resourceOf(module2, isData, type, name);
  return { address: address4, label: (0, import_unknown5.oneLine)(address4, 200), modules, isData, type, name, key: key8, module: module2, configuration: resource };
}
var providers = /* @__PURE__ */ new Map([
  ["hashicorp/azurerm", "azurerm"],
  ["azure/azapi", "azapi"]
]);
function sourceOf(name) {
  return (name ?? "").split("/").slice(-2).join("/").toLowerCase();
}
function providerOf(name) {
  const source = sourceOf(name);
  return providers.get(source) ?? source;
}
function inModules(root) {
  const found = [];
  const modules = [root];
  for (let module2 = modules.pop(); module2 !== void 0; module2 = modules.pop()) {
    for (const resource of listIn(module2, "resources")) found.push(resource);
    for (const child of listIn(module2, "child_modules")) modules.push(child);
  }
  return found;
}

// src/plan/terraform/provider.ts
function refuseOtherClouds(plan, file, cloud) {
  const { providers: providers2 } = configurationOf(plan);
  const all = (0, import_targets2.isObject)(providers2) ? Object.values(providers2) : [];
  const sources2 = all.map((provider) => sourceOf(textIn(provider, "full_name")));
  const isOfAzure = ({ name }) => ["azurerm", "azapi"].includes(name);
  const named3 = all.map((provider, index) => ({ provider, name: providerOf(sources2[index]) }));
  const changes2 = listIn(plan, "resource_changes").length;
  if (changes2 > 0 && all.length > 0 && !named3.some(isOfAzure) && sources2.every((source) => source.includes("/")))
    throw new PlanError(`${file} makes nothing in Azure: it uses ${(0, import_unknown5.oneLine)([...new Set(sources2)].join(", "), 200)}.`);
  for (const { provider } of named3.filter(isOfAzure)) {
    const environment = textIn(member(member(provider, "expressions"), "environment"), "constant_value")?.toLowerCase();
    if (cloud !== null && environment !== void 0 && environment !== cloud)
      throw new PlanError(
        `${file} is a plan for the cloud ${(0, import_unknown5.oneLine)(environment, 40)}, and this run reads the cloud ${cloud}: give the step the environment of the plan.`
      );
  }
}

// src/plan/terraform/resolve.ts
var DEEPEST2 = 32;
var MOST2 = 2e3;
function candidatesOf(expression2, { modules, key: key8 }, referred) {
  return ofExpression(expression2, { modules, key: key8, depth: 0 }, { ...referred, left: MOST2 });
}
function ofExpression(written, scope2, walk) {
  if (scope2.depth > DEEPEST2 || walk.left <= 0) return [];
  const constant2 = member(written, "constant_value");
  if (typeof constant2 === "string") return [{ value: constant2, attribute: "" }];
  const references2 = referencesOf(written);
  walk.left -= references2.length;
  const isByOwnKey = references2.length === 2 && references2.includes("each.key");
  return references2.flatMap((reference2) => {
    if (reference2.startsWith("var.")) return ofVariable(reference2.split(".")[1] ?? "", scope2, walk);
    if (reference2.startsWith("module.")) return ofOutput(reference2, scope2, walk);
    return ofResource(reference2, isByOwnKey ? scope2.key : null, scope2, walk);
  });
}
function ofVariable(name, { modules, depth }, walk) {
  const own2 = modules.at(-1);
  if (!own2) return [];
  const above2 = modules.slice(0, -1);
  const passed = member(member(callOf(moduleOf(walk.configuration, above2), own2.name), "expressions"), name);
  return ofExpression(passed, { modules: above2, key: own2.key, depth: depth + 1 }, walk);
}
function ofOutput(reference2, { modules, depth }, walk) {
  const output = parseOutput(reference2);
  if (!output) return [];
  const { name, key: written } = output.call;
  const call = callOf(moduleOf(walk.configuration, modules), name);
  const expression2 = member(member(member(member(call, "module"), "outputs"), output.name), "expression");
  const keys = written === null ? walk.nodes.keysOf(modules, name) : [written];
  const within3 = (key8) => ({ modules: [...modules, { name, key: key8 }], key: null, depth: depth + 1 });
  return keys.flatMap((key8) => ofExpression(expression2, within3(key8), walk));
}
function ofResource(reference2, ownKey, { modules }, { nodes, attributeOf }) {
  const address4 = parseAddress(reference2);
  if (!address4 || address4.modules.length > 0) return [];
  const instances = nodes.find(modules, address4.isData, address4.type, address4.name);
  const wanted = address4.key ?? ownKey;
  const meant = wanted === null ? instances : instances.filter(({ key: key8 }) => key8 === wanted);
  const attribute2 = address4.path.filter((part2) => part2 !== 0).join(".");
  return meant.flatMap((node) => {
    const value = attributeOf(node, attribute2);
    return value === null ? [] : [{ value, attribute: attribute2.split(".").at(-1) ?? "" }];
  });
}
var guid = /^[0-9a-f-]{36}$/i;
function fits2({ value, attribute: attribute2 }, target) {
  if (target === "key") return (0, import_targets2.parseKeyId)(value) !== null;
  if (target === "principal") return ["principal_id", "object_id"].includes(attribute2) && guid.test(value);
  if (target === "client") return attribute2 === "client_id" && guid.test(value);
  if (target === "name") return attribute2 === "name";
  if (target === "scope") return /^\/(subscriptions|providers)\//i.test(value);
  const type = (0, import_targets2.parseResourceId)(value)?.type;
  return type !== void 0 && target.includes(type);
}
function distinct(candidates) {
  return [...new Map(candidates.map(({ value }) => [(0, import_targets2.idKey)(value), value])).values()];
}

// src/plan/terraform/tree.ts

// src/plan/terraform/blocks.ts
function isBlock(resource, path) {
  const known3 = blocks.get(resource) ?? blocksOf(resource);
  blocks.set(resource, known3);
  return known3.has(path);
}
var blocks = /* @__PURE__ */ new Map();
function blocksOf(resource) {
  const [declared2, part2] = [declarations.get(resource), partDeclarations.get(resource)];
  const mappings = [declared2, part2].flatMap((one) => one ? [...mapped(one.settings), ...one.items.map(inItem)] : []);
  const all = resource.startsWith("azapi_") ? mapped(identity) : mappings;
  const found = new Set(
    all.flatMap(({ attributes, block: block2 }) => [...attributes.flatMap(around2), ...block2 ? [block2] : []])
  );
  for (const name of declared2?.filledIn ?? []) found.delete(name);
  return found;
}
var mapped = (settings2) => settings2.map(([, mapping]) => mapping);
var inItem = ({ value }) => value;
function around2(path) {
  const keys = path.split(".").slice(0, -1);
  return keys.map((_, index) => keys.slice(0, index + 1).join("."));
}

// src/plan/terraform/tree.ts
function find(node, side, path) {
  let at = top(node, side);
  const way = [];
  for (const key8 of path.includes(".") ? path.split(".") : [path]) {
    if (at.unknown === true) break;
    if (!isIndex(key8)) way.push(key8);
    const inside3 = isIndex(key8) ? itemOf(at, Number(key8)) : memberOf(itemOf(at, 0), key8);
    if (inside3 === "omitted") return { is: "omitted" };
    if (inside3 === "lacking") return { is: "lacking", because: lacking(node, path) };
    at = inside3;
  }
  if (at.unknown === true) {
    const isShown = at.expression !== void 0 || at.isHidden;
    if (!isShown && !isBlock(node.type, way.join("."))) return { is: "omitted" };
    return { is: "open", expression: at.expression, because: open(node, path) };
  }
  const value = shown(at, node, path);
  return value === void 0 || value === null ? { is: "omitted" } : { is: "value", value };
}
var isIndex = (key8) => /^\d+$/.test(key8);
function top(node, side) {
  const expression2 = (0, import_targets2.isObject)(node.configuration) ? node.configuration.expressions : void 0;
  return {
    value: node[side],
    earlier: node.before,
    unknown: side === "after" ? node.unknown : {},
    sensitive: node.sensitive[side],
    expression: expression2 ?? {},
    isHidden: false
  };
}
function itemOf(place, index) {
  const { value, earlier, unknown, sensitive, expression: expression2 } = place;
  if (!Array.isArray(value) && !Array.isArray(unknown)) return place;
  const count2 = Array.isArray(value) ? value.length : 0;
  const inside3 = isFlat(expression2) ? expression2 : ofBlock(expression2, index, count2);
  return {
    value: itemAt(value, index),
    earlier: itemAt(earlier, index),
    unknown: itemAt(unknown, index),
    sensitive: itemAt(sensitive, index),
    expression: inside3,
    isHidden: inside3 === void 0 && count2 > 0
  };
}
function ofBlock(expression2, index, count2) {
  if (!Array.isArray(expression2)) return index === 0 ? expression2 : void 0;
  return expression2.length === count2 ? expression2[index] : void 0;
}
function itemAt(value, index) {
  return Array.isArray(value) ? value[index] : value;
}
function memberOf(place, key8) {
  const { value, earlier, unknown, sensitive, expression: expression2, isHidden: isHidden2 } = place;
  if (unknown === true) return place;
  if (!(0, import_targets2.isObject)(value) && !(0, import_targets2.isObject)(unknown)) return "omitted";
  if (own(value, key8) === void 0 && own(unknown, key8) === void 0) return "lacking";
  return {
    value: own(value, key8),
    earlier: own(earlier, key8),
    unknown: own(unknown, key8),
    sensitive: sensitive === true ? true : own(sensitive, key8),
    expression: isFlat(expression2) ? expression2 : own(expression2, key8),
    isHidden: isHidden2
  };
}
function own(value, key8) {
  return (0, import_targets2.isObject)(value) && Object.hasOwn(value, key8) ? value[key8] : void 0;
}
function isFlat(expression2) {
  return (0, import_targets2.isObject)(expression2) && ("references" in expression2 || "constant_value" in expression2);
}
function textOf(value) {
  return typeof value === "string" && value !== "" ? value : null;
}
function shown(place, node, path) {
  const { value, unknown, sensitive } = place;
  if (unknown === true) return open(node, path);
  if (sensitive === true && value !== null && value !== void 0) return secret(node, path, place);
  if (Array.isArray(value)) {
    const item = (one, index) => shown({ ...parts(place, index), value: one }, node, path);
    return value.map(item);
  }
  if (!(0, import_targets2.isObject)(value)) return value;
  const names = /* @__PURE__ */ new Set([...Object.keys(value), ...(0, import_targets2.isObject)(unknown) ? Object.keys(unknown) : []]);
  const entries = [...names].map((name) => [
    name,
    shown({ ...parts(place, name), value: own(value, name) }, node, path)
  ]);
  return Object.fromEntries(entries);
}
function parts({ earlier, unknown, sensitive }, key8) {
  const inside3 = (tree) => typeof key8 === "number" ? itemAt(tree, key8) : own(tree, key8);
  const isSensitive = sensitive === true ? true : inside3(sensitive);
  return { earlier: inside3(earlier), unknown: inside3(unknown), sensitive: isSensitive };
}
function open({ label }, path) {
  return new import_unknown5.Unknown(
    `The plan cannot tell \`${path}\` of ${label}: it depends on what exists only after it was applied. A plan that is made then shows it.`
  );
}
function secret({ label, before }, path, { value, earlier }) {
  if ((0, import_targets2.isObject)(before) && !isSame(value, earlier))
    return new Withheld(
      `The plan changes \`${path}\` of ${label}, which is marked as sensitive, and what is sensitive in a plan is not read.`
    );
  return new Withheld(`\`${path}\` of ${label} is marked as sensitive, and what is sensitive in a plan is not read.`);
}
function lacking({ label }, path) {
  return new Lacking(
    `The plan has no \`${path}\` for ${label}: in the version of its provider it has another name, or is not there.`
  );
}

// src/plan/terraform/attributes.ts
function attributesIn(node, side, around4) {
  const { named: named3, host, now } = around4;
  const follow = (expression2) => around4.follow(expression2, node);
  return {
    read: (path, target) => oneOf(find(node, side, path), target, follow),
    list: (path, target) => allOf(find(node, side, path), target, follow),
    standIn: standInFor(node, around4.principals),
    subscription: around4.subscriptionOf(node),
    named: named3,
    host,
    now
  };
}
function oneOf(found, target, follow) {
  if (found.is === "value") return found.value;
  if (found.is === "omitted") return void 0;
  if (found.is === "lacking" || target === void 0) return found.because;
  const [only, another2] = distinct(follow(found.expression).filter((one) => fits2(one, target)));
  return only === void 0 || another2 !== void 0 ? found.because : only;
}
function allOf(found, target, follow) {
  if (found.is !== "open") return oneOf(found, target, follow);
  const candidates = follow(found.expression);
  return candidates.length > 0 && candidates.every((one) => fits2(one, target)) ? distinct(candidates) : found.because;
}
function standInFor({ address: address4 }, principals) {
  const made3 = standInOf(address4);
  const guid3 = (part2) => {
    const id3 = made3.guid(part2);
    if (part2 === "identity" || part2 === "principal") principals.add(id3);
    return id3;
  };
  return { ...made3, guid: guid3 };
}

// src/plan/terraform/ids.ts

// src/resources/terraform/references.ts
var group = {
  resource: "azurerm_resource_group",
  id: {
    attributes: ["name"],
    from: (attributes) => {
      const name = attributes.read("name");
      return (0, import_targets2.groupId)(attributes.subscription, typeof name === "string" ? name : attributes.standIn.name());
    }
  },
  computed: {}
};
var elsewhere2 = new import_unknown5.Unknown(
  "The plan names a storage account only by its name, and holds none of that name: set `storage_account_id` to make it known."
);
var byName = {
  attributes: ["storage_account_name"],
  from(attributes) {
    const name = attributes.read("storage_account_name", "name");
    return typeof name === "string" ? attributes.named(import_targets2.storageAccount.type, name) ?? elsewhere2 : name;
  }
};
var byId = attribute("storage_account_id", { refersTo: [import_targets2.storageAccount.type] });
function inAccount(resource, account2, segment2) {
  return { resource, id: under(account2, segment2), computed: { resource_manager_id: (_attributes, id3) => id3 } };
}
var references = new Map(
  [
    group,
    inAccount("azurerm_storage_container", firstOf(byId, byName), "blobServices/default/containers"),
    inAccount("azurerm_storage_share", firstOf(byId, byName), "fileServices/default/shares"),
    inAccount("azurerm_storage_data_lake_gen2_filesystem", byId, "blobServices/default/containers")
  ].map((one) => [one.resource, one])
);

// src/plan/terraform/ids.ts
function idsOf(nodes, attributesOf) {
  const ids = /* @__PURE__ */ new Map();
  const idOf = (node) => {
    if (ids.has(node)) return ids.get(node);
    ids.set(node, open(node, "id"));
    const id3 = madeId(node, node.after === null ? "before" : "after", attributesOf);
    ids.set(node, id3);
    return id3;
  };
  return { idOf, formerIdOf: (node) => madeId(node, "before", attributesOf), named: byName2(nodes, idOf) };
}
function madeId(node, side, attributesOf) {
  const declared2 = declarations.get(node.type);
  const known3 = find(node, side, "id");
  const text2 = known3.is === "value" ? textOf(known3.value) : null;
  if (text2 && (declared2 === void 0 || (0, import_targets2.parseResourceId)(text2)?.type === declared2.type)) return text2;
  if (node.provider === "azapi") return azapiId(attributesOf(node, side));
  return (declared2 ?? references.get(node.type))?.id.from(attributesOf(node, side));
}
function byName2(nodes, idOf) {
  const byType = /* @__PURE__ */ new Map();
  return (type, name) => {
    const ids = byType.get(type) ?? namesOf(type, nodes, idOf);
    byType.set(type, ids);
    const [only, another2] = ids.get(name.toLowerCase()) ?? [];
    return another2 === void 0 ? only : void 0;
  };
}
function namesOf(type, nodes, idOf) {
  const ids = nodes.filter((node) => declarations.get(node.type)?.type === type).flatMap((node) => textOf(idOf(node)) ?? []);
  const all = [...new Map(ids.map((id3) => [(0, import_targets2.idKey)(id3), id3])).values()];
  return Map.groupBy(all, (id3) => ((0, import_targets2.parseResourceId)(id3)?.name ?? "").toLowerCase());
}

// src/plan/terraform/referred.ts
function referredTo(node, attribute2, { idOf }, attributesOf) {
  if (attribute2 === "") return textOf(idOf(node));
  const known3 = find(node, "after", attribute2);
  if (known3.is === "value") return textOf(known3.value);
  const id3 = idOf(node);
  if (node.isData && attribute2 !== "id") return null;
  const make = computedBy(node.type, attribute2);
  if (make && typeof id3 === "string") return textOf(make(attributesOf(node, "after"), id3));
  if (attribute2 === "name" && typeof id3 === "string") return (0, import_targets2.parseResourceId)(id3)?.name ?? null;
  return attribute2 === "id" ? textOf(id3) : null;
}
function computedBy(type, attribute2) {
  const computed = declarations.get(type)?.computed ?? references.get(type)?.computed ?? ofAnyIdentity;
  return Object.hasOwn(computed, attribute2) ? computed[attribute2] : void 0;
}
var ofAnyIdentity = {
  "identity.principal_id": (attributes) => attributes.standIn.guid("identity")
};

// src/plan/terraform/subscription.ts
var guid2 = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function subscriptionsOf(plan, { nodes, configuration }, given2) {
  const known3 = /* @__PURE__ */ new Map();
  const find2 = (key8) => {
    const provider = member(configuration.providers, key8);
    return configured2(provider, plan, configuration) ?? shownIn(nodes, key8) ?? givenTo(provider, given2) ?? standIn(key8);
  };
  return (node) => {
    const key8 = textIn(node.configuration, "provider_config_key") ?? node.provider;
    const found = known3.get(key8) ?? find2(key8);
    known3.set(key8, found);
    return found;
  };
}
function subscriptionIn(provider) {
  return member(member(provider, "expressions"), "subscription_id");
}
function configured2(provider, plan, configuration) {
  const modules = parseModules(textIn(provider, "module_address") ?? "");
  return chosen(subscriptionIn(provider), modules, plan, configuration);
}
function chosen(expression2, modules, plan, configuration) {
  const constant2 = member(expression2, "constant_value");
  if (typeof constant2 === "string") return subscriptionOrNone(constant2);
  const [reference2 = "", another2] = referencesOf(expression2);
  const name = /^var\.([\w-]+)$/.exec(reference2)?.[1];
  if (name === void 0 || another2 !== void 0) return null;
  const caller = modules.at(-1);
  if (caller === void 0) return ofVariable2(plan, name);
  const above2 = modules.slice(0, -1);
  const call = callOf(moduleOf(configuration, above2), caller.name);
  return chosen(member(member(call, "expressions"), name), above2, plan, configuration);
}
function ofVariable2(plan, name) {
  return subscriptionOrNone(textIn(member(member(plan, "variables"), name), "value") ?? "");
}
function shownIn({ all }, key8) {
  const ofKey = all.filter((node) => textIn(node.configuration, "provider_config_key") === key8);
  const ids = ofKey.flatMap(({ before, after: after2 }) => [textIn(before, "id"), textIn(after2, "id")]);
  const shown4 = ids.flatMap((id3) => /^\/subscriptions\/([^/]+)\//i.exec(id3 ?? "")?.[1]?.toLowerCase() ?? []);
  const [only = "", another2] = new Set(shown4);
  return another2 === void 0 ? subscriptionOrNone(only) : null;
}
function givenTo(provider, given2) {
  const saysSo = textIn(provider, "alias") !== void 0 && subscriptionIn(provider) !== void 0;
  return saysSo ? null : given2;
}
function subscriptionOrNone(text2) {
  return guid2.test(text2) ? text2 : null;
}
function standIn(key8) {
  const hex = createHash("sha256").update(`subscription
${key8}`).digest("hex");
  return `00000000-${hex.slice(0, 4)}-4${hex.slice(5, 8)}-8${hex.slice(9, 12)}-${hex.slice(12, 24)}`;
}

// src/plan/terraform/world.ts
function openPlan(plan, { subscriptionId, now, keyHosts }) {
  const configuration = configurationOf(plan);
  const nodes = nodesOf(plan, configuration);
  const attributesOf = (node, side) => attributesIn(node, side, around4);
  const ids = idsOf(nodes.all, attributesOf);
  const attributeOf = (node, attribute2) => referredTo(node, attribute2, ids, attributesOf);
  const around4 = {
    subscriptionOf: subscriptionsOf(plan, { nodes, configuration }, subscriptionId),
    follow: (expression2, node) => candidatesOf(expression2, node, { configuration, nodes, attributeOf }),
    principals: /* @__PURE__ */ new Set(),
    named: ids.named,
    host: hostsOf(keyHosts),
    now: Math.floor(Date.parse(now) / 1e3)
  };
  const { idOf, formerIdOf } = ids;
  return { nodes: nodes.all, attributesOf, idOf, formerIdOf, principals: around4.principals };
}

// src/plan/terraform/read.ts
function readTerraform(plan, file, options) {
  refuseOtherClouds(plan, file, options.cloud);
  const world = openPlan(plan, options);
  const [changes2, notLookedInto2] = [[], partial(plan)];
  const changed4 = world.nodes.filter(isChanged);
  for (const node of changed4) {
    const { address: address4, label } = node;
    for (const change of planned(node, world).flatMap((one) => withFormer(one, node, world))) {
      if (change instanceof import_unknown5.Unknown) notLookedInto2.push({ address: label, reason: change.why });
      else changes2.push({ ...change, source: { file, address: address4 } });
    }
  }
  return {
    file,
    kind: "terraform",
    tool: toolOf(plan),
    createdAt: timeOf(plan),
    changes: changes2,
    before: world.nodes.flatMap((node) => stateBefore(node, world) ?? []),
    principals: [...world.principals],
    openRoles: openRolesIn(changes2) ?? otherRolesIn(changed4),
    notLookedInto: notLookedInto2
  };
}
function partial(plan) {
  const isTargeted = member(plan, "complete") === false;
  const deferred = listIn(plan, "deferred_changes").length;
  const lost = listIn(plan, "resource_changes").filter((one) => !isReadable(one)).length;
  const invoked = ["action_invocations", "deferred_action_invocations"].flatMap((name) => listIn(plan, name)).length;
  return [
    ...isTargeted ? [{ address: "the plan", reason: "It is not complete: it was made with -target, or defers changes." }] : [],
    ...deferred > 0 ? [{ address: "the plan", reason: `It defers ${(0, import_unknown5.plural)(deferred, "change")}, which a later plan shows.` }] : [],
    ...invoked > 0 ? [
      {
        address: "the plan",
        reason: `It runs ${(0, import_unknown5.plural)(invoked, "action")} of providers, of which it does not show what they do.`
      }
    ] : [],
    ...lost > 0 ? [{ address: "the plan", reason: `It has ${(0, import_unknown5.plural)(lost, "resource")} that this version cannot read.` }] : []
  ];
}
function isReadable(change) {
  return parseAddress(textIn(change, "address") ?? "") !== null && (0, import_targets2.isObject)(member(change, "change"));
}
function isChanged({ isData, actions }) {
  return !isData && !actions.every((action) => ["no-op", "read", "forget"].includes(action));
}
function planned(node, world) {
  if (!isOpaque(node)) return shown2(node, world);
  const hidden = new import_unknown5.Unknown(notShown);
  return node.provider === "azurerm" ? [hidden, ...shown2(node, world)] : [hidden];
}
function shown2(node, world) {
  if (node.provider === "azapi") return bodied.has(node.type) ? [azapiChange(node, world) ?? []].flat() : [];
  if (node.provider !== "azurerm") return ofOther(node);
  if (node.type === "azurerm_role_definition") return ofRole(node);
  if (node.type === "azurerm_resource_group") return ofGroup2(node);
  const [declared2, part2] = [declarations.get(node.type), partDeclarations.get(node.type)];
  if (!declared2 && !part2) return ofOther(node);
  const change = declared2 && changeOf(node, declared2, world);
  if (change instanceof import_unknown5.Unknown) return [change];
  return [...change ? [change] : [], ...part2 ? [partOf(node, part2, world)] : []];
}
function ofOther({ type, before, after: after2 }) {
  const id3 = textIn(before, "id") ?? textIn(after2, "id") ?? "";
  const changed4 = (0, import_targets2.parseResourceId)(id3)?.type;
  if (changed4 === void 0 || !import_targets2.resourceTypes[changed4] || beside.test(type)) return [];
  return [{ id: id3, type: changed4, change: "unsure", settings: [], items: [] }];
}
var beside = /^azurerm_(storage_account_(network_rules|queue_properties|static_website)|key_vault_certificate_contacts)$/;
var bodied = /* @__PURE__ */ new Set(["azapi_resource", "azapi_update_resource"]);
function ofRole({ before }) {
  const guid3 = textIn(before, "role_definition_id");
  const planned2 = { type: import_targets2.roleDefinition.type, change: "unsure", settings: [], items: [] };
  return guid3 === void 0 ? [] : [{ ...planned2, id: (0, import_targets2.definitionId)(guid3) }];
}
function ofGroup2(node) {
  const id3 = textIn(node.before, "id");
  if (id3 === void 0 || !node.actions.includes("delete")) return [];
  return [{ id: id3, type: groupType, change: "unsure", settings: [], items: [] }];
}
function withFormer(change, node, world) {
  if (change instanceof import_unknown5.Unknown || change.change !== "replace") return [change];
  const id3 = world.formerIdOf(node);
  if (typeof id3 !== "string" || (0, import_targets2.idKey)(id3) === (0, import_targets2.idKey)(change.id)) return [change];
  return [{ id: id3, type: change.type, change: "delete", settings: [], items: [] }, change];
}
function stateBefore(node, world) {
  if (node.isData || node.before === null || node.before === void 0) return null;
  if (node.provider === "azapi") return azapiState(node, world);
  const declared2 = node.provider === "azurerm" ? declarations.get(node.type) : void 0;
  const id3 = declared2 && world.idOf(node);
  return declared2 && typeof id3 === "string" ? { id: id3, settings: stateOf(node, declared2, world) } : null;
}
var opaque2 = /^(azurerm_\w*template_deployment|azurerm_resource_deployment_script_\w+|azurerm_managed_application|azurerm_blueprint_assignment|azapi_resource_action|azapi_data_plane_resource)$/;
function isOpaque({ type, configuration, before, after: after2 }) {
  if (listIn(configuration, "provisioners").length > 0) return true;
  if (after2 !== null) return opaque2.test(type);
  if (type === "azapi_resource_action") return textIn(before, "when") === "destroy";
  return opaque2.test(type) && !type.startsWith("azurerm_resource_deployment_script_");
}
function otherRolesIn(nodes) {
  const one = nodes.find(
    ({ type, actions }) => type.startsWith("azuread_group") ? actions.includes("delete") : type === "azurerm_pim_active_role_assignment"
  );
  return one ? `${one.label} changes who has roles, and whom that concerns is not in the plan.` : null;
}
function openRolesIn(changes2) {
  const assigned = changes2.filter(({ type }) => type === import_targets2.roleAssignment.type).flatMap(({ settings: settings2 }) => settings2);
  const open4 = assigned.find(({ path, value }) => path === import_targets2.roleAssignment.principalId.path && value instanceof import_unknown5.Unknown);
  return open4?.value instanceof import_unknown5.Unknown ? open4.value.why : null;
}
function toolOf(plan) {
  const version = textIn(plan, "terraform_version") ?? "";
  const isTerraform = member(plan, "applyable") !== void 0 || member(plan, "complete") !== void 0;
  const name = isTerraform ? "Terraform" : "Terraform or OpenTofu";
  return /^[\w.+-]{1,40}$/.test(version) ? `${name} ${version}` : name;
}
function timeOf(plan) {
  const at = new Date(textIn(plan, "timestamp") ?? "");
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

// src/plan/whatif.ts
function readWhatIf(json, file, options) {
  const result = Array.isArray(member(json, "changes")) ? json : member(json, "properties");
  const [changes2, principals] = [[], []];
  const notLookedInto2 = listIn(result, "diagnostics").flatMap(skippedPart);
  const evaluate = evaluator(new Set(listIn(result, "changes").flatMap(createdId)), options);
  let openRoles = null;
  const take2 = (written, isPotential) => {
    const change = changeOf2(written, { ...options, principals, evaluate }, isPotential);
    const address4 = (0, import_unknown5.oneLine)(textIn(written, "symbolicName") ?? textIn(written, "resourceId") ?? "", 200);
    if (change instanceof import_unknown5.Unknown) {
      notLookedInto2.push({ address: address4, reason: change.why });
      if (typeOf(written) === import_targets2.roleAssignment.type) openRoles = `${address4} assigns a role. ${change.why}`;
    } else if (change) changes2.push({ ...change, source: { file, address: address4 } });
  };
  for (const written of changesIn(result, "changes", file)) take2(written, false);
  for (const written of changesIn(result, "potentialChanges", file)) take2(written, true);
  return {
    file,
    kind: "what-if",
    tool: "Azure what-if",
    createdAt: null,
    changes: changes2,
    before: listIn(result, "changes").flatMap(stateBefore2),
    principals,
    openRoles,
    notLookedInto: notLookedInto2
  };
}
function stateBefore2(written) {
  const [id3, type, before] = [textIn(written, "resourceId"), typeOf(written), member(written, "before")];
  if (id3 === void 0 || !import_targets2.resourceTypes[type] || !(0, import_targets2.isObject)(before)) return [];
  return [{ id: id3, settings: settingsIn(type, before).filter(({ path }) => path !== import_targets2.secretPlaces.path) }];
}
function createdId(written) {
  const id3 = textIn(written, "resourceId");
  return id3 !== void 0 && /^create$/i.test(textIn(written, "changeType") ?? "") ? [(0, import_targets2.idKey)(id3)] : [];
}
function typeOf(written) {
  const type = typeAt(textIn(written, "resourceId") ?? "") ?? textIn(member(written, "after"), "type");
  return (type ?? "").toLowerCase();
}
function skippedPart(diagnostic) {
  if (!/^NestedDeployment(ShortCircuited|SkippedFromInternalExpansion)$/i.test(textIn(diagnostic, "code") ?? ""))
    return [];
  const message = (0, import_unknown5.oneLine)(textIn(diagnostic, "message") ?? "", 200);
  const address4 = (0, import_unknown5.oneLine)(textIn(diagnostic, "target") ?? "", 200);
  return [{ address: address4, reason: `What-if did not expand it. ${message}`.trim() }];
}
function changeOf2(written, options, isPotential) {
  const id3 = textIn(written, "resourceId") ?? "";
  const kind = (textIn(written, "changeType") ?? "").toLowerCase();
  const type = typeOf(written);
  if (kind !== "nochange" && isOpaqueType(type, kind === "delete")) return new import_unknown5.Unknown(notShown);
  if (["nochange", "ignore", "noeffect"].includes(kind)) return null;
  if (isGroupId(id3)) return ofGroup3(id3, kind, isPotential);
  const after2 = member(written, "after");
  if (isExpression(id3) || kind === "unsupported") return unsupported(written, type);
  if (typeAt(id3) === void 0 || !(import_targets2.resourceTypes[type] || isPolicies(type))) return null;
  const planned2 = { id: keptId(id3, type), type, items: [] };
  if (kind === "delete" && !isPotential) return { ...planned2, change: "delete", settings: [] };
  const isUnsure2 = isPotential || kind === "deploy" || !(0, import_targets2.isObject)(after2);
  if (isUnsure2 || !["create", "modify"].includes(kind)) return { ...planned2, change: "unsure", settings: [] };
  if (kind === "create") return sentResource(id3, after2, options, options.principals, options.evaluate);
  const body = withoutExpressions(after2, id3, options.evaluate);
  if (isPolicies(type)) return policiesOf(id3, body);
  return { ...planned2, change: "merge", settings: modified(written, type, body) };
}
function ofGroup3(id3, kind, isPotential) {
  if (kind !== "delete") return null;
  return { id: id3, type: groupType, change: isPotential ? "unsure" : "delete", settings: [], items: [] };
}
function unsupported(written, type) {
  if (type !== "" && !import_targets2.resourceTypes[type]) return null;
  const reason = textIn(written, "unsupportedReason");
  return new import_unknown5.Unknown(`What-if cannot tell what becomes of it.${reason ? ` ${(0, import_unknown5.oneLine)(reason, 200)}` : ""}`);
}
function modified(written, type, body) {
  const before = member(written, "before");
  const leaves = Array.isArray(member(written, "delta")) ? listIn(written, "delta").flatMap((change) => leavesOf(change, "")) : lostIn(type, before, body);
  const [gone2, inert] = ["delete", "noeffect"].map((kind) => leaves.filter((leaf) => leaf.kind === kind));
  const isInert = ({ path }) => inert?.some((leaf) => isWithin3(path, leaf.path)) === true;
  const set = settingsIn(type, body).filter((setting) => !isInert(setting));
  const properties = import_targets2.resourceTypes[type]?.properties ?? [];
  const left = properties.filter(({ path }) => gone2?.some((leaf) => isWithin3(path, leaf.path)) === true);
  return [...set, ...left.flatMap((property) => leftOut2(property, before, textIn(written, "resourceId") ?? ""))];
}
function lostIn(type, before, after2) {
  const properties = import_targets2.resourceTypes[type]?.properties ?? [];
  const lost = properties.filter(
    ({ path }) => (0, import_targets2.valueAt)(before, path) !== void 0 && (0, import_targets2.valueAt)(after2, path) === void 0
  );
  return lost.map(({ path }) => ({ path, kind: "delete" }));
}
function leavesOf(change, above2, depth = 0) {
  const path = [above2, textIn(change, "path") ?? ""].filter((part2) => part2 !== "").join(".");
  const children = listIn(change, "children");
  if (children.length > 0 && depth < 64) return children.flatMap((child) => leavesOf(child, path, depth + 1));
  const kind = (textIn(change, "propertyChangeType") ?? "").toLowerCase();
  return [{ path, kind: kind === "modify" && member(change, "after") === null ? "delete" : kind }];
}
function isWithin3(path, around4) {
  return `${path.toLowerCase()}.`.startsWith(`${around4.toLowerCase()}.`);
}
function leftOut2({ path, absent: absent2, kind }, before, of) {
  const there = (0, import_targets2.valueAt)(before, path);
  if (there === void 0 || kind === "container") return [];
  if (absent2 !== void 0 && String(absent2).toLowerCase() === String(there).toLowerCase()) return [];
  if (kind === "object") return [];
  return [
    {
      path,
      value: new import_unknown5.Unknown(
        `The template does not name \`${path}\` of ${(0, import_unknown5.oneLine)(of.split("/").at(-1) ?? of, 200)}, which has a value in Azure: whether it stays is not in the result of what-if. Name it in the template to make it known.`
      )
    }
  ];
}

// src/plan/read.ts
function readPlan(bytes, file, options) {
  const { kind, json } = recognised(bytes, file);
  return readers[kind](json, file, options);
}
var readers = {
  terraform: readTerraform,
  "what-if": readWhatIf,
  snapshot: readSnapshot
};

// src/plan/yaml/places.ts
var placeholder = /^(<[^<>]*>|\{\{[^{}]*\}\}|\$\{\{[^{}]*\}\}|\$\{?[A-Za-z_]\w*\}?|\$\([^()]*\)|%[A-Za-z_]\w*%)$/;
var inVault = /^[\w-]+@https:\/\/[\w-]+\.vault\.[a-z.]+\/?$/i;
function placeOf2(tree, path, isCredential = false) {
  if (tree.kind !== "value" || tree.value === null) return null;
  const [text2, name] = [String(tree.value), path.at(-1) ?? ""];
  const trimmed = text2.trim();
  if (trimmed === "" || placeholder.test(trimmed) || inVault.test(trimmed)) return null;
  const found = (0, import_unknown5.classify)(name, text2);
  const taken = found === "safe" && isCredential ? "name" : found;
  if (taken === "safe") return null;
  const { line, column } = tree;
  const members = path.map(import_unknown5.shown);
  return {
    path: members.join("."),
    name: members.at(-1) ?? "",
    line,
    column,
    length: text2.length,
    class: taken,
    isCredential
  };
}

// src/plan/yaml/credentials.ts
var open2 = /^(type|username|user_name|client_id|tenant_id|authority_url|resource_id|resource_url|auth_url|access_key_id|principal_id|object_id|expires?_on|thumbprint)$/i;
function credentialsIn(tree) {
  const credentials = membersOf(member2(tree, "credentials")).filter(([name]) => !open2.test(name));
  const login = membersOf(member2(tree, "ssh_settings")).filter(([name]) => name === "admin_password");
  return [
    ...credentials.flatMap(([name, value]) => placeOf2(value, ["credentials", name], true) ?? []),
    ...login.flatMap(([name, value]) => placeOf2(value, ["ssh_settings", name], true) ?? [])
  ];
}
function member2(tree, name) {
  return tree.kind === "map" ? tree.entries.find(({ key: key8 }) => key8 === name)?.value : void 0;
}
function membersOf(tree) {
  return tree?.kind === "map" ? tree.entries.map(({ key: key8, value }) => [key8, value]) : [];
}

// src/plan/yaml/environment.ts
var bag = /^environment_?variables$/i;
function environmentIn(tree) {
  const seen = /* @__PURE__ */ new Set();
  return walk(tree, []);
  function walk(at, path) {
    if (seen.has(at)) return [];
    seen.add(at);
    if (at.kind === "list") return at.items.flatMap((item, index) => walk(item, [...path, String(index)]));
    if (at.kind !== "map") return [];
    return at.entries.flatMap(
      ({ key: key8, value }) => bag.test(key8) && value.kind === "map" ? value.entries.flatMap((one) => placeOf2(one.value, [...path, key8, one.key]) ?? []) : walk(value, [...path, key8])
    );
  }
}

// src/plan/yaml/kinds.ts
var checks = [
  [/schedule$/i, "secrets/schedule-environment"],
  [/(deployment|endpoint)$/i, "secrets/deployment-environment"],
  [
    /^(amlcompute|compute|computeinstance|virtualmachinecompute|kubernetescompute|synapsesparkcompute)$/i,
    "secrets/compute-environment"
  ]
];
var address3 = /\/(\w+)\.schema\.json$|^http:\/\/azureml\/sdk-2-0\/(\w+)\.json$/i;
var ours = /^(\w*(job|component|schedule|deployment|endpoint|compute|computeinstance|connection|datastore)|azure(blob|file|datalakegen[12])|onelake|workspace|hub|project|featurestore)$/i;
function kindOf2(schema) {
  const [, published, own2] = address3.exec(schema.trim()) ?? [];
  const name = published ?? own2;
  if (name === void 0 || !ours.test(name)) return null;
  const [, check = "secrets/job-environment"] = checks.find(([pattern]) => pattern.test(name)) ?? [];
  return { schema: name, check };
}

// src/plan/yaml/read.ts
function readYaml(text2, file, parse2) {
  if (!/\$schema/.test(text2)) return null;
  const { tree, problems } = parse2(text2.replace(/^\uFEFF/, ""));
  if (tree === null) return isOurs(text2) ? notice(file, problems) : null;
  const kind = kindOf2(schemaOf(tree));
  if (kind === null) return null;
  const places = [...environmentIn(tree), ...credentialsIn(tree)];
  return places.length === 0 && problems.length > 0 ? notice(file, problems) : { file, kind, places };
}
function schemaOf(tree) {
  const entry2 = tree.kind === "map" ? tree.entries.find(({ key: key8 }) => key8 === "$schema") : void 0;
  return entry2?.value.kind === "value" ? String(entry2.value.value) : "";
}
function isOurs(text2) {
  const schema = /^\s*\$schema:\s*["']?([^\s"']+)/m.exec(text2.slice(0, 4096))?.[1];
  return schema !== void 0 && kindOf2(schema) !== null;
}
function notice(file, [problem]) {
  const where = problem ? ` (line ${problem.line}, column ${problem.column})` : "";
  const message = `${file} cannot be read as YAML${where}, so nobody could tell whether there are secrets in it. Text in double braces must be in quotation marks.`;
  return { file, line: problem?.line ?? 1, message };
}

// src/plan-files/load.ts

// src/plan-files/find.ts

// src/plan-files/distrust.ts
var import_node_path5 = require("node:path");

// src/plan-files/git-index.ts
var Undecipherable = class extends Error {
};
var hashes = [
  { algorithm: "sha1", bytes: 20 },
  { algorithm: "sha256", bytes: 32 }
];
function* trackedBy(index) {
  const bytes = Buffer.from(index.buffer, index.byteOffset, index.length);
  const hash = hashes.find((one) => isWhole(bytes, one));
  if (bytes.toString("latin1", 0, 4) !== "DIRC" || !hash) throw damaged();
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) throw new Undecipherable(`its version is ${version}`);
  const listed2 = bytes.subarray(0, bytes.length - hash.bytes);
  let next2 = yield* entriesOf(listed2, version, hash.bytes);
  while (next2 < listed2.length) next2 = afterExtension(listed2, next2);
  if (next2 !== listed2.length) throw damaged();
}
function isWhole(bytes, hash) {
  const end = bytes.length - hash.bytes;
  if (end < 12) return false;
  return createHash(hash.algorithm).update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end));
}
function* entriesOf(bytes, version, hash) {
  let at = 12;
  let before = Buffer.alloc(0);
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const { name, next: next2 } = entry(bytes, at, version, hash, before);
    yield { name: name.toString(), isFolder: (bytes.readUInt32BE(at + MODE) & KIND) === FOLDER };
    before = name;
    at = next2;
  }
  return at;
}
var MODE = 24;
var KIND = 61440;
var FOLDER = 16384;
var OBJECT = 40;
var HAS_MORE_FLAGS = 16384;
function entry(bytes, at, version, hash, before) {
  const flags = at + OBJECT + hash;
  if (flags + 4 > bytes.length) throw damaged();
  const start = flags + (bytes.readUInt16BE(flags) & HAS_MORE_FLAGS ? 4 : 2);
  const { kept: kept2, from } = version === 4 ? shared(bytes, start, before) : { kept: before.subarray(0, 0), from: start };
  const end = bytes.indexOf(0, from);
  if (end < 0) throw damaged();
  const rest = bytes.subarray(from, end);
  const name = kept2.length > 0 ? Buffer.concat([kept2, rest]) : rest;
  if (name.length === 0) throw split();
  return { name, next: version === 4 ? end + 1 : at + Math.ceil((end + 1 - at) / 8) * 8 };
}
function shared(bytes, start, before) {
  let from = start;
  let dropped = -1;
  let byte;
  do {
    byte = bytes[from] ?? 0;
    dropped = (dropped + 1) * 128 + (byte & 127);
    from += 1;
  } while (byte & 128);
  if (dropped > before.length) throw damaged();
  return { kept: before.subarray(0, before.length - dropped), from };
}
function afterExtension(bytes, at) {
  if (at + 8 > bytes.length) throw damaged();
  const name = bytes.toString("latin1", at, at + 4);
  if (name === "link") throw split();
  if (!/^([A-Z]|sdir)/.test(name)) throw new Undecipherable("it is of a newer git");
  return at + 8 + bytes.readUInt32BE(at + 4);
}
var damaged = () => new Undecipherable("it is damaged, or was written without a hash (index.skipHash)");
var split = () => new Undecipherable("it is split in two (core.splitIndex)");

// src/plan-files/repository.ts
var import_node_path4 = require("node:path");
var MOST_BYTES2 = 256 * 1024 * 1024;
function trackedIn(folder, names, files) {
  const wanted = Map.groupBy(names, folded);
  const found = /* @__PURE__ */ new Set();
  for (const { name, isFolder } of trackedBy(indexOf(folder, files))) {
    const known3 = folded(name);
    const within3 = isFolder ? [...wanted.keys()].filter((one) => one.startsWith(known3)) : [known3];
    for (const one of within3.flatMap((key8) => wanted.get(key8) ?? [])) found.add(one);
  }
  return found;
}
function folded(name) {
  return name.normalize("NFKC").replace(new RegExp("\\p{Default_Ignorable_Code_Point}", "gu"), "").toUpperCase().toLowerCase();
}
function indexOf(folder, files) {
  const index = files.bytes((0, import_node_path4.join)(gitFolder(folder, files), "index"), MOST_BYTES2);
  if ("contents" in index) return index.contents;
  if ("isAbsent" in index) throw new Undecipherable("it has none yet");
  throw new Undecipherable("bytes" in index ? `it has ${index.bytes} bytes` : index.refusal);
}
function gitFolder(folder, files) {
  const path = (0, import_node_path4.join)(folder, ".git");
  const file = files.read(path, 4096);
  const [, elsewhere4] = "text" in file ? /^gitdir: ([^\n\r]+)/.exec(file.text) ?? [] : [];
  return elsewhere4 === void 0 ? path : (0, import_node_path4.resolve)(folder, elsewhere4);
}

// src/plan-files/distrust.ts
function distrusted(paths, folders, files) {
  const why = /* @__PURE__ */ new Map();
  const byRepository = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const { reason, place, repositories } = surroundings(path, folders, files);
    if (reason !== null) why.set(path, reason);
    for (const folder of repositories) byRepository.set(folder, [...byRepository.get(folder) ?? [], { path, place }]);
  }
  for (const [folder, inside3] of byRepository)
    for (const [path, reason] of judged(folder, inside3, folders.isTyped, files)) why.set(path, reason);
  return why;
}
function elsewhere3(isTyped) {
  return isTyped ? "keep it in a checkout, where git ignores it" : "keep it in RUNNER_TEMP, where nothing comes from the checkout";
}
function surroundings(path, folders, files) {
  if (folders.isTyped) {
    const place = files.real(path) ?? path;
    const around4 = (at) => repositoriesAround((0, import_node_path5.parse)(at).root, at, files);
    const isLinked = around4(path).some((folder) => isBehindLink(folder, path, files));
    const repositories2 = around4(place);
    const isUnknown2 = repositories2.length === 0 && below(folders.runnerTemp, path) === null;
    return { reason: isLinked ? behindLink : isUnknown2 ? untold("folder", true) : null, place, repositories: repositories2 };
  }
  const isOfWorkspace = below(folders.workspace, path) !== null;
  const home = isOfWorkspace || folders.runnerTemp === null ? folders.workspace : folders.runnerTemp;
  if (isBehindLink(home, path, files)) return { reason: behindLink, place: path, repositories: [] };
  const repositories = repositoriesAround(home, path, files);
  const isUnknown = isOfWorkspace && repositories.length === 0;
  return { reason: isUnknown ? untold("folder of the workspace", false) : null, place: path, repositories };
}
function untold(what2, isTyped) {
  return `whether git tracks it cannot be told: no ${what2} that it is in has a .git; ${elsewhere3(isTyped)}`;
}
var behindLink = "a symbolic link leads to it; name a path without it";
function repositoriesAround(home, place, files) {
  return above(home, place).filter((folder) => files.exists((0, import_node_path5.join)(folder, ".git")));
}
function above(home, path) {
  const folders = [home];
  for (const part2 of (0, import_node_path5.relative)(home, (0, import_node_path5.dirname)(path)).split(import_node_path5.sep)) folders.push((0, import_node_path5.join)(folders.at(-1) ?? home, part2));
  return [...new Set(folders)];
}
function isBehindLink(home, path, files) {
  const [root, place] = [files.real(home), files.real(path)];
  if (root === null || place === null) return true;
  return folded((0, import_node_path5.relative)(root, place)) !== folded((0, import_node_path5.relative)(home, path));
}
function judged(folder, named3, isTyped, files) {
  const nameOf2 = ({ place }) => withSlashes((0, import_node_path5.relative)(folder, place));
  try {
    const tracked = trackedIn(folder, named3.map(nameOf2), files);
    const make = isTyped ? "name one that a tool made just now" : "let this run make the plan";
    const reason = `git tracks it, so it may be what somebody committed; ${make}, and ${elsewhere3(isTyped)}`;
    return named3.flatMap((one) => tracked.has(nameOf2(one)) ? [[one.path, reason]] : []);
  } catch (error) {
    if (!(error instanceof Undecipherable)) throw error;
    const reason = `whether git tracks it cannot be told: the index of git cannot be read (${error.message}); ${elsewhere3(isTyped)}`;
    return named3.map(({ path }) => [path, reason]);
  }
}

// src/plan-files/find.ts
var MOST_MEGABYTES = 64;
var MOST_FILES = 2e3;
var PlanFilesError = class extends Error {
  name = "PlanFilesError";
};
function findPlans(globs, folders, files) {
  const found = globs.map((glob) => pathsOf(glob, files));
  const paths = [...new Set(found.flat())].sort();
  if (paths.length > MOST_FILES)
    throw new PlanFilesError(
      `plan-files names ${(0, import_unknown5.plural)(paths.length, "file")}, of which at most ${(0, import_unknown5.count)(MOST_FILES)} are read: name fewer.`
    );
  const reasons = distrusted(paths, folders, files);
  return { files: paths.map((path) => planFile(path, reasons.get(path) ?? null, folders, files)), paths: found };
}
function pathsOf(glob, files) {
  const { paths, isWhole: isWhole2 } = expand(glob, files);
  if (!isWhole2)
    throw new PlanFilesError(
      `The entry ${(0, import_unknown5.oneLine)(glob.text)} of plan-files covers too many files to search. Begin it with the folder that the plans are in.`
    );
  return paths.filter((path) => files.exists(path));
}
function planFile(path, reason, { workspace: workspace2, runnerTemp }, files) {
  const inWorkspace = below(workspace2, path);
  const inTemp = below(runnerTemp, path);
  const name = (0, import_unknown5.oneLine)(inWorkspace ?? (inTemp === null ? path : `RUNNER_TEMP/${inTemp}`));
  return {
    path,
    name,
    inWorkspace,
    distrust: reason === null ? null : `${name} is not judged: ${reason}.`,
    contents: () => contents(path, name, files)
  };
}
function contents(path, name, files) {
  const file = files.bytes(path, MOST_MEGABYTES * import_targets2.MEGABYTE);
  if ("contents" in file) return { bytes: file.contents };
  if ("refusal" in file) return { refusal: `${name} is not read: ${file.refusal}.` };
  if ("isAbsent" in file) return { refusal: `${name} is not read: it is gone.` };
  return {
    refusal: `${(0, import_targets2.tooLarge)(name, file.bytes, MOST_MEGABYTES)}: split the plan, for example into one for each environment.`
  };
}

// src/plan-files/load.ts
async function loadPlans(plans, options, ports) {
  const found = findPlans(plans.files, foldersOf(ports), ports.files);
  const loaded2 = { plans: [], yaml: [], notices: [], refused: [], unmatched: [] };
  const known3 = /* @__PURE__ */ new Set();
  for (const file of found.files) {
    const opened3 = await open3(file, options);
    if (opened3 === null) continue;
    known3.add(file.path);
    if ("plan" in opened3) loaded2.plans.push({ plan: opened3.plan, file });
    else if ("yaml" in opened3) loaded2.yaml.push(opened3.yaml);
    else if ("notice" in opened3) loaded2.notices.push(opened3.notice);
    else loaded2.refused.push({ address: file.name, reason: opened3.refused });
  }
  loaded2.unmatched = plans.files.flatMap((glob, at) => unmatched(glob, found.paths[at] ?? [], known3));
  if (plans.ifNoPlan === "fail" && loaded2.unmatched.length > 0) throw new PlanFilesError(loaded2.unmatched.join(" "));
  return loaded2;
}
function unmatched({ text: text2 }, paths, known3) {
  if (paths.some((path) => known3.has(path))) return [];
  const named3 = `The entry ${(0, import_unknown5.oneLine)(text2)} of plan-files matches`;
  return paths.length === 0 ? [`${named3} no file: did an earlier step make the plan or download it, and is the path right?`] : [`${named3} no plan, and no YAML of Azure Machine Learning: name the file that holds one.`];
}
async function open3(file, options) {
  const { name } = file;
  const contents2 = file.contents();
  if ("refusal" in contents2) return { refused: contents2.refusal };
  try {
    const yaml = isPlan(contents2.bytes) ? null : await yamlIn(contents2.bytes, name);
    if (yaml !== null) return yaml;
    if (/\.ya?ml$/i.test(name) && !isPlan(contents2.bytes)) return null;
    if (file.distrust !== null) return { refused: file.distrust };
    return { plan: readPlan(contents2.bytes, name, options) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { refused: error.message };
  }
}
function isPlan(bytes) {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return isArchive(bytes) || /^[\0\s\xef\xbb\xbf\xfe\xff]*[[{]/.test(start);
}
async function yamlIn(bytes, name) {
  const { treeOf } = await Promise.resolve().then(() => __toESM(require("./config-yaml.js"), 1));
  const read = readYaml(decoded(bytes, name), name, treeOf);
  if (read === null) return null;
  return "places" in read ? { yaml: read } : { notice: read };
}

// src/planned/base.ts
var MOST3 = 100;
async function comparedYaml(files, event, githubToken, ports) {
  const open4 = files.filter(({ places }) => places.length > 0);
  const ref = event.pullRequest?.baseSha;
  const unknown = () => open4.map((file) => ({ file, base: null }));
  if (!ref || open4.length === 0) return { compared: unknown(), notes: [] };
  if (open4.length > MOST3) return { compared: unknown(), notes: [`More than ${MOST3} files hold secrets. ${everyOld}`] };
  try {
    const octokit = await (0, import_targets2.octokitOf)(githubToken, ports);
    const { treeOf } = await Promise.resolve().then(() => __toESM(require("./config-yaml.js"), 1));
    const { owner, repo } = event;
    const read = async (file) => {
      const text2 = await (0, import_targets2.readContents)(octokit, { owner, repo, ref, path: file.file });
      const base = text2 === null ? null : readYaml(text2, file.file, treeOf);
      return { file, base: base === null ? [] : "places" in base ? base.places : null };
    };
    return { compared: await (0, import_unknown5.within)(ports.time.reading, () => Promise.all(open4.map(read))), notes: [] };
  } catch (error) {
    const failure = (0, import_targets2.failureFrom)(error);
    const why = `What the base branch has of files with secrets could not be read ${(0, import_targets2.answerOf)(failure)}.`;
    return { compared: unknown(), notes: [`${why} ${everyOld}${(0, import_targets2.missingContents)(failure)}${(0, import_targets2.afterwards)(failure)}`] };
  }
}
var everyOld = "So none of them counts as new.";

// src/planned/conclusion.ts
function plannedConclusion({ findings, ...grounds }, policy) {
  const failed = findings.filter(
    (finding2) => finding2.status === "fail" && finding2.change !== "gone" && (0, import_targets2.counts)(finding2, policy)
  );
  const unknown = undecided(findings, grounds.judged, policy).filter(
    ({ reason }) => !(grounds.isAlone && reason === "not-visible")
  );
  return (0, import_targets2.conclude)({ failed: failed.length, unknown: unknown.length, unseen: unseen2(grounds) + grounds.doubts });
}
function undecided(findings, judged2, policy) {
  if (policy.failOnNewOnly)
    return findings.filter((finding2) => finding2.change === "undecided" && (0, import_targets2.counts)(finding2, policy));
  const all = judged2.flatMap(({ report }) => report.findings);
  return all.filter(({ status, severity }) => status === "unknown" && (0, import_targets2.reaches)(severity, policy.failOnSeverity));
}
function unseen2({ live, evidence: { workspaces, unseen: unseen3 } }) {
  const there = new Set(live.workspaces.map(import_targets2.idKey));
  const made3 = workspaces.filter((id3) => !there.has((0, import_targets2.idKey)(id3)));
  const left = unseen3.filter((one) => !made3.some((id3) => (0, import_targets2.isMetBy)(one, id3)));
  return left.length + (workspaces.length === 0 ? 1 : 0);
}
function gated(gateOn, live, planned2) {
  if (gateOn !== "both") return gateOn === "live" ? live : planned2;
  return worst.find((one) => one === live || one === planned2) ?? planned2;
}
var worst = ["fail", "incomplete", "pass"];

// src/plan/before.ts
function valuesBefore({ before }, { resources: resources2 }) {
  return before.flatMap(({ id: id3, settings: settings2 }) => {
    const record = resources2.get((0, import_targets2.idKey)(id3));
    if (record?.state === "absent") return [{ id: id3, path: "id", before: id3, live: void 0 }];
    if (record?.state !== "read") return [];
    const meant = meaningsOf((0, import_targets2.typeIn)(record.body));
    return settings2.flatMap(({ path, value }) => {
      const live = (0, import_targets2.valueAt)(record.body, path) ?? meant.get(path);
      if (live === void 0 && value === false) return [];
      return [{ id: id3, path, before: withoutSlash(value), live: withoutSlash(live) }];
    });
  });
}
function meaningsOf(type) {
  const { properties = [] } = import_targets2.resourceTypes[type] ?? {};
  return new Map(properties.map(({ path, absent: absent2 }) => [path, absent2]));
}
function withoutSlash(value) {
  return typeof value === "string" ? (0, import_unknown5.withoutEnd)(value, "/") : value;
}

// src/plan/stale.ts
function staleness(createdAt, headAt, values) {
  return {
    isOlder: Date.parse(createdAt ?? "") < Date.parse(headAt ?? ""),
    changed: values.filter(({ before, live }) => !agrees(before, live))
  };
}
function staleNotes(file, { isOlder, changed: changed4 }) {
  const [first, ...more] = changed4;
  return [
    ...isOlder ? [`${file} was made before the head commit of this pull request: make the plan again.`] : [],
    ...first === void 0 ? [] : [
      `Azure has changed since ${file} was made: ${(0, import_unknown5.oneLine)(`${first.path} of ${nameOf(first.id)}`, 200)}${more.length > 0 ? ` and ${more.length} more` : ""}. Where the plan changes nothing, what is there now counts.`
    ]
  ];
}
function nameOf(id3) {
  return id3.split("/").at(-1) ?? id3;
}
function agrees(before, live) {
  if (isEmpty3(before)) return true;
  if ((0, import_targets2.isObject)(before)) return Object.keys(before).every((name) => agrees(before[name], member(live, name)));
  if (Array.isArray(before)) return Array.isArray(live) && sameLists(before, live);
  return spelt(before) === spelt(live);
}
function isEmpty3(value) {
  if (Array.isArray(value)) return value.length === 0;
  if ((0, import_targets2.isObject)(value)) return Object.keys(value).length === 0;
  return value === void 0 || value === null || value === "";
}
function sameLists(before, live) {
  const left = [...live];
  return before.length === live.length && before.every((item) => {
    const at = left.findIndex((other) => agrees(item, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
function spelt(value) {
  return String(value).replaceAll(/\s/g, "").toLowerCase();
}

// src/planned/files.ts
function notLookedInto({ plans, refused, notices }) {
  return [
    ...refused,
    ...notices.map(({ file, message }) => ({ address: file, reason: message })),
    ...plans.flatMap(({ plan }) => plan.notLookedInto)
  ];
}
function judgedFiles({ plans, yaml }, evidence, headAt) {
  const judged2 = plans.map(({ plan }) => {
    const { file, kind, tool, createdAt } = plan;
    const notes = staleNotes(file, staleness(createdAt, headAt, valuesBefore(plan, evidence)));
    return { file: { path: file, kind, tool, createdAt, stale: notes.length > 0 }, notes };
  });
  const ofYaml = yaml.map(({ file, kind }) => {
    return { path: file, kind: "yaml", tool: kind.schema, createdAt: null, stale: false };
  });
  return { files: [...judged2.map(({ file }) => file), ...ofYaml], notes: judged2.flatMap(({ notes }) => notes) };
}

// src/planned/head.ts
async function headTime(event, githubToken, ports) {
  const { owner, repo, pullRequest } = event;
  if (!pullRequest?.headSha || githubToken === "") return null;
  try {
    const at = { owner, repo, commit_sha: pullRequest.headSha };
    const read = async () => (await (0, import_targets2.octokitOf)(githubToken, ports)).rest.git.getCommit(at);
    const { data } = await (0, import_unknown5.within)(ports.time.reading, read);
    return data.committer.date ?? null;
  } catch {
    return null;
  }
}

// src/planned/judge.ts

// src/planned/difference.ts
function differences(live, planned2) {
  const now = new Map(live.map((finding2) => [finding2.fingerprint, finding2]));
  const then = new Set(planned2.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  const isHidden2 = hiding(now, planned2);
  return [
    ...planned2.flatMap((finding2) => compared(now.get(finding2.fingerprint), finding2) ?? []),
    ...live.filter((finding2) => finding2.status === "fail" && !then.has(finding2.fingerprint)).map(
      (finding2) => ({ change: isHidden2(finding2) ? "leaves" : "gone", finding: finding2, live: briefly(finding2) })
    )
  ];
}
function compared(before, after2) {
  const live = before ? briefly(before) : null;
  const failed = live?.status === "fail";
  if (after2.status === "fail") return { change: failed ? "leaves" : "introduces", finding: after2, live };
  if (after2.status === "pass") return failed ? { change: "fixes", finding: after2, live } : null;
  if (after2.status !== "unknown") return null;
  if (failed && before)
    return { change: "leaves", finding: { ...after2, status: "fail", severity: before.severity }, live };
  return live?.status === "unknown" ? null : { change: "undecided", finding: after2, live };
}
function briefly({ status, severity, evidence }) {
  return { status, severity, evidence };
}
var spokenFor = [
  [/^(key|key-vault)\//, "key/readable"],
  [/^metadata\//, "workspace/cmk-architecture"]
];
function hiding(now, planned2) {
  const open4 = planned2.filter(
    ({ status, fingerprint: fingerprint2 }) => status === "unknown" && now.get(fingerprint2)?.status !== "unknown"
  );
  const checks2 = new Set(open4.map(({ check }) => check));
  return ({ check }) => checks2.has(check) || spokenFor.some(([gone2, by]) => gone2.test(check) && checks2.has(by));
}

// src/planned/judge.ts
function judgePlanned(live, judged2, { evidence, sources: sources2 }, terms) {
  const changes2 = (0, import_targets2.changesSince)(live, evidence);
  const now = new Map(judged2.map((one) => [(0, import_targets2.idKey)(one.report.id), one]));
  const alike = (0, import_targets2.createAlike)();
  const planned2 = evidence.workspaces.map((id3) => {
    const known3 = now.get((0, import_targets2.idKey)(id3));
    return known3 && !known3.seen.some((one) => changes2.has(one)) ? known3 : (0, import_targets2.judge)(evidence, id3, terms, alike);
  });
  const then = new Map(planned2.map((one) => [(0, import_targets2.idKey)(one.report.id), one]));
  const ids = new Map([...now, ...then].map(([key8, { report }]) => [key8, report.id]));
  const sourcesSeen = seenBy({ evidence, sources: sources2 });
  const findings = [...ids].flatMap(([key8, workspace2]) => {
    const [before, after2] = [now.get(key8), then.get(key8)];
    const isTouched = before !== after2;
    const around4 = isTouched ? sourcesSeen(after2?.seen ?? [key8]) : [];
    return compared2(before, after2, terms).map((difference) => ({
      ...difference,
      workspace: workspace2,
      sources: isTouched ? sourcesOf(difference.finding, sources2) ?? around4 : []
    }));
  });
  return { judged: planned2, findings };
}
function compared2(before, after2, terms) {
  if (before && before === after2) return differences(before.report.findings, before.report.findings);
  const both = [before, after2].flatMap((one) => one ?? []);
  const told = new Set(both.flatMap(({ report }) => report.findings.map(({ check }) => check)));
  const all = (one) => one ? (0, import_targets2.findingsOf)(one, terms, told) : [];
  return differences(all(before), all(after2));
}
function sourcesOf({ resource, evidence }, sources2) {
  const of = (ids) => ids.flatMap((id3) => sources2.get((0, import_targets2.idKey)(id3)) ?? []);
  return [of([resource]), of(evidence.flatMap((value) => value.resource ?? []))].find((all) => all.length > 0);
}
function seenBy({ evidence, sources: sources2 }) {
  const all = [...sources2.values()];
  const places = /* @__PURE__ */ new Map();
  for (const [index, key8] of [...sources2.keys()].entries())
    for (const one of [key8, evidence.resources.get(key8)]) if (one !== void 0) places.set(one, index);
  return (seen) => {
    const found = new Set(seen.flatMap((one) => places.get(one) ?? []));
    return [...found].sort((one, other) => one - other).flatMap((index) => all[index] ?? []);
  };
}

// src/planned/report.ts
var changes = ["introduces", "fixes", "gone", "leaves", "undecided"];
function planFinding({ finding: finding2, ...planned2 }, originOf) {
  const { workspace: workspace2, change, live } = planned2;
  const origin = originOf(finding2, planned2.sources);
  const steps = change === "fixes" || change === "gone" ? [] : stepsOf(finding2.steps, origin);
  return { ...finding2, steps, new: isNew(change), workspace: workspace2, change, live, source: origin?.place ?? null };
}
var NAMES = 3;
function stepsOf(steps, origin) {
  if (origin?.isDeleted)
    return [{ instruction: ["Keep this resource, or first let go of it wherever it is used: the plan deletes it."] }];
  if (steps.length === 0 || !origin?.names) return steps;
  const names = origin.names.slice(0, NAMES).map((name) => `\`${name}\``);
  const what2 = names.length === 0 ? "Fix this" : `Change ${names.join(" or ")}`;
  return [{ instruction: [`${what2} where the resource is declared, not in Azure.`] }];
}
function isNew(change) {
  return change === "introduces" || change === "undecided";
}
function summaryOf(findings) {
  const none = () => ({ high: 0, medium: 0, low: 0, info: 0 });
  const summary = Object.fromEntries(changes.map((change) => [change, none()]));
  for (const finding2 of findings)
    if (finding2.status !== "waived") summary[finding2.change][(0, import_targets2.plannedSeverity)(finding2)] += 1;
  return summary;
}

// src/planned/sources.ts

// src/plan/locate/locate.ts
var import_node_path9 = require("node:path");

// src/plan/locate/bicep.ts
var import_node_path7 = require("node:path");

// src/plan/locate/checkout.ts
var import_node_path6 = require("node:path");

// src/plan/locate/tokens.ts
var word = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*/uy;
var blank = /[^\S\n]+/uy;
var heredoc = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[^\S\n]*\n/uy;
function* tokensOf2(source, language) {
  let [at, line, lineEnd] = [0, 1, source.indexOf("\n")];
  while (at < source.length) {
    const { kind, end, value } = next(source, at, language);
    if (kind !== null) yield { kind, value, line };
    for (; lineEnd >= 0 && lineEnd < end; lineEnd = source.indexOf("\n", lineEnd + 1)) line += 1;
    at = end;
  }
}
function next(source, at, language) {
  const first = source.charAt(at);
  if (first === "\n") return { kind: "line", end: at + 1, value: "" };
  const [space] = matchAt(blank, source, at) ?? [];
  if (space !== void 0) return { kind: null, end: at + space.length, value: "" };
  const comment = language === "json" ? null : endOfComment(source, at);
  if (comment !== null) return { kind: null, end: comment, value: "" };
  if (first === (language === "bicep" ? "'" : '"')) return text(source, at, language);
  const marker = language === "terraform" && first === "<" ? matchAt(heredoc, source, at) : null;
  if (marker) return { kind: "text", end: endOfHeredoc(source, at + marker[0].length, marker[1] ?? ""), value: "" };
  const [found] = matchAt(word, source, at) ?? [];
  if (found !== void 0) return { kind: "word", end: at + found.length, value: found };
  return { kind: "mark", end: at + 1, value: first };
}
function matchAt(pattern, source, at) {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
function endOfComment(source, at) {
  if (source.startsWith("/*", at)) return after(source, "*/", at + 2);
  if (source[at] === "#" || source.startsWith("//", at)) return after(source, "\n", at) - 1;
  return null;
}
function after(source, mark, from) {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length + 1 : found + mark.length;
}
function text(source, at, language) {
  const isLong = language === "bicep" && source.startsWith("'''", at);
  const end = isLong ? after(source, "'''", at + 3) : endOfText(source, at, language);
  return { kind: "text", end, value: isLong ? "" : source.slice(at + 1, end - 1) };
}
var INSIDE_TEXT = -1;
function endOfText(source, start, language) {
  const quote = source[start];
  const open4 = [INSIDE_TEXT];
  for (let at = start + 1; at < source.length; at += 1) {
    const [character, within3] = [source[at], open4.at(-1) ?? INSIDE_TEXT];
    if (within3 !== INSIDE_TEXT) inCode(open4, character, quote);
    else if (character === "\\") at += 1;
    else if (character === quote) open4.pop();
    else if (character === "\n" && open4.length === 1) return at;
    else if (isTemplate(source, at, language)) {
      if (source[at - 1] !== character || language === "bicep") open4.push(0);
      at += 1;
    }
    if (open4.length === 0) return at + 1;
  }
  return source.length;
}
function inCode(open4, character, quote) {
  const braces = open4.pop() ?? 0;
  if (character === quote) open4.push(braces, INSIDE_TEXT);
  else if (character === "{") open4.push(braces + 1);
  else if (character !== "}") open4.push(braces);
  else if (braces > 0) open4.push(braces - 1);
}
function isTemplate(source, at, language) {
  if (language === "json" || source[at + 1] !== "{") return false;
  return source[at] === "$" || source[at] === "%" && language === "terraform";
}
function endOfHeredoc(source, start, marker) {
  let at = start;
  while (at < source.length) {
    const end = after(source, "\n", at) - 1;
    if (source.slice(at, end).trim() === marker) return end;
    at = end + 1;
  }
  return source.length;
}

// src/plan/locate/nodes.ts
function nodesIn(source, language) {
  const root = { name: "", labels: [], line: 1, inside: [] };
  const frames = [frame(root)];
  for (const token2 of tokensOf2(source, language)) {
    const top2 = frames.at(-1);
    if (token2.kind === "mark" && token2.value === "{") frames.push(opened(top2));
    else if (token2.kind === "mark" && token2.value === "}") closed(frames);
    else if (token2.kind !== "line" || language !== "json") take(token2, top2);
  }
  return root.inside;
}
function frame(node, isDynamic = false) {
  return { node, head: [], of: null, depth: 0, isDynamic };
}
function opened(top2) {
  const { head, of, depth, node, isDynamic } = top2;
  if (of !== null || depth > 0 || head.length === 0) return frame(of ?? node);
  top2.head = [];
  if (isDynamic && head[0]?.value === "content") return frame(node);
  if (head[0]?.value !== "dynamic") return frame(named2(head, node));
  return frame(named2(head.slice(1), node), true);
}
function closed(frames) {
  if (frames.length > 1) frames.pop();
  const top2 = frames.at(-1);
  if (top2.of === null) top2.head = [];
}
function take(token2, top2) {
  const { kind, value } = token2;
  if (kind === "mark" && "([])".includes(value)) top2.depth = Math.max(0, top2.depth + ("([".includes(value) ? 1 : -1));
  else if (top2.depth > 0) return;
  else if (kind === "line" || value === ",") Object.assign(top2, { head: [], of: null });
  else if (top2.of !== null) top2.of.text = kind === "text" && top2.of.text === void 0 ? value : null;
  else if (kind === "mark") begin(value, top2);
  else top2.head.push(token2);
}
function begin(mark, top2) {
  if (!"=:".includes(mark) || top2.head.length === 0) return;
  top2.of = named2(top2.head, top2.node);
  top2.head = [];
}
function named2([first, ...labels], parent) {
  const { value = "", line = parent.line } = first ?? {};
  const node = { name: value, labels: labels.map((label) => label.value), line, inside: [] };
  parent.inside.push(node);
  return node;
}
function nodeAt(nodes, path) {
  for (const node of nodes) {
    const own2 = [node.name, ...node.labels];
    if (own2.length > path.length || own2.some((part2, at) => part2.toLowerCase() !== path[at]?.toLowerCase())) continue;
    const rest = path.slice(own2.length);
    const found = rest.length === 0 ? node : nodeAt(node.inside, rest);
    if (found) return found;
  }
  return null;
}
function lineIn(block2, names) {
  const paths = names.map((name) => name.split(/[.[\]]+/).filter((part2) => part2 !== "" && !/^\d+$/.test(part2)));
  for (const path of paths) {
    const found = nodeAt(block2.inside, path);
    if (found) return found.line;
  }
  const around4 = paths.flatMap((path) => path.length > 1 ? nodeAt(block2.inside, path.slice(0, -1)) ?? [] : []);
  return around4[0]?.line ?? block2.line;
}

// src/plan/locate/checkout.ts
var terraform2 = /\.(tf|tofu)(\.json)?$/;
function terraformSources(checkout) {
  return sources(checkout, terraform2, (file) => file.endsWith(".json") ? "json" : "terraform");
}
function bicepSources(checkout) {
  return sources(checkout, /\.bicep$/, () => "bicep");
}
function sources({ files, read }, names, languageOf) {
  const byFolder = Map.groupBy(
    files.filter((file) => names.test(file)),
    (file) => import_node_path6.posix.dirname(file)
  );
  const known3 = /* @__PURE__ */ new Map();
  const source = (file) => {
    const found = known3.get(file) ?? opened2(file, read(file) ?? "", languageOf(file));
    known3.set(file, found);
    return found;
  };
  return {
    ofFolder: (folder) => (byFolder.get(folder) ?? []).toSorted(overridesLast).map(source),
    all: () => [...byFolder.values()].flat().map(source),
    folders: () => [...byFolder.keys()]
  };
}
function opened2(file, text2, language) {
  let nodes = null;
  return {
    file,
    text: text2,
    nodes() {
      nodes ??= nodesIn(text2, language);
      return nodes;
    }
  };
}
function overridesLast(one, other) {
  return Number(isOverride(one)) - Number(isOverride(other));
}
function isOverride(file) {
  return /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(file);
}

// src/plan/locate/bicep.ts
function bicepResources(checkout) {
  const sources2 = bicepSources(checkout);
  return ({ source: { address: address4 }, id: id3, type }, names) => {
    const isNamed = !address4.includes("/");
    const [name = ""] = isNamed ? address4.split("[") : id3.split("/").slice(-1);
    const able = sources2.all().filter(({ text: text2 }) => text2.includes(name));
    const all = able.flatMap(({ file, nodes }) => declared(nodes()).map((node) => ({ file, node })));
    const nameOf2 = isNamed ? ({ labels }) => labels[0] : ownName;
    const [first, ...more] = all.filter(({ node }) => nameOf2(node) === name && isOfType(node, type));
    return first && more.length === 0 ? { file: first.file, line: lineIn(first.node, names) } : null;
  };
}
function ownName({ inside: inside3 }) {
  return nodeAt(inside3, ["name"])?.text?.split("/").at(-1);
}
function declared(nodes) {
  const all = nodes.filter(({ name }) => name === "resource");
  for (const { inside: inside3 } of all) for (const node of inside3) if (node.name === "resource") all.push(node);
  return all.filter(({ labels }) => labels[2] !== "existing");
}
function isOfType({ labels }, type) {
  const [written = ""] = (labels[1] ?? "").toLowerCase().split("@");
  return written.includes("/") ? written === type : type.endsWith(`/${written}`);
}
function parametersOf(snapshot, folder, { files }) {
  const name = import_node_path7.posix.basename(snapshot).replace(/(\.snapshot)?\.json$/i, ".bicepparam");
  const all = files.filter((file2) => import_node_path7.posix.basename(file2) === name);
  const beside2 = all.find((file2) => import_node_path7.posix.dirname(file2) === folder);
  const file = beside2 ?? (all.length === 1 ? all[0] : void 0);
  return file === void 0 ? null : { file, line: 1 };
}

// src/plan/locate/terraform.ts
var import_node_path8 = require("node:path");
function terraformBlocks(folder, addresses, checkout) {
  const sources2 = terraformSources(checkout);
  const blocks2 = blocksIn(sources2);
  const root = rootOf(folder, addresses, sources2, blocks2);
  const modules = root === null ? /* @__PURE__ */ new Map() : installed(root, checkout);
  return (address4, names) => {
    const parsed3 = parseAddress(address4);
    return root === null || parsed3 === null ? null : blockOf(parsed3, names, root, { blocks: blocks2, modules });
  };
}
function blocksIn(sources2) {
  const known3 = /* @__PURE__ */ new Map();
  return (folder) => {
    const found = known3.get(folder) ?? blocksOf2(sources2.ofFolder(folder));
    known3.set(folder, found);
    return found;
  };
}
function rootOf(folder, addresses, sources2, blocks2) {
  const paths = addresses.flatMap((address4) => firstPath(parseAddress(address4)));
  const needed = [...new Map(paths.map((path) => [path.join(" "), path]))];
  if (needed.length === 0) return null;
  const names = needed.slice(0, 10).map(([, path]) => path.at(-1) ?? "");
  const mayHave = (at, name) => sources2.ofFolder(at).some(({ text: text2 }) => text2.includes(name));
  const has = (at) => names.every((name) => mayHave(at, name)) && needed.every(([path]) => blocks2(at).has(path));
  if (folder !== null && has(folder)) return folder;
  const [first, ...more] = sources2.folders().filter(has);
  return first !== void 0 && more.length === 0 ? first : null;
}
function firstPath(address4) {
  if (address4 === null) return [];
  const [module2] = address4.modules;
  return [module2 ? ["module", module2.name] : pathOf3(address4)];
}
function pathOf3({ isData, type, name }) {
  return [isData ? "data" : "resource", type, name];
}
function blocksOf2(sources2) {
  const found = /* @__PURE__ */ new Map();
  for (const { file, nodes } of sources2)
    for (const [path, node] of nodes().flatMap((one) => pathsTo(one, [])))
      if (!found.has(path)) found.set(path, { file, node });
  return found;
}
function pathsTo(node, above2) {
  const path = [...above2, node.name, ...node.labels];
  if (path.length < (path[0] === "module" ? 2 : 3)) return node.inside.flatMap((one) => pathsTo(one, path));
  return [[path.join(" "), node]];
}
function blockOf(address4, names, root, of) {
  let folder = root;
  let call = null;
  for (const [at, { name }] of address4.modules.entries()) {
    const found2 = of.blocks(folder).get(`module ${name}`);
    if (!found2) return call;
    call = { file: found2.file, line: found2.node.line };
    const key8 = address4.modules.slice(0, at + 1).map((step2) => step2.name);
    const next2 = of.modules.get(key8.join(".")) ?? localSource(folder, found2.node);
    if (next2 === null || of.blocks(next2).size === 0) return call;
    folder = next2;
  }
  const found = of.blocks(folder).get(pathOf3(address4).join(" "));
  return found ? { file: found.file, line: lineIn(found.node, names) } : call;
}
function localSource(folder, call) {
  const source = nodeAt(call.inside, ["source"])?.text ?? "";
  return /^\.\.?\//.test(source) ? import_node_path8.posix.join(folder, source).replace(/\/$/, "") : null;
}
function installed(root, { read }) {
  const entries = listIn((0, import_targets2.parsed)(read(import_node_path8.posix.join(root, ".terraform/modules/modules.json")) ?? ""), "Modules");
  const folders = entries.flatMap((entry2) => {
    const [key8, folder] = [textIn(entry2, "Key"), textIn(entry2, "Dir")];
    return (0, import_targets2.isObject)(entry2) && key8 && folder ? [[key8, import_node_path8.posix.join(root, folder)]] : [];
  });
  return new Map(folders);
}

// src/plan/locate/locate.ts
function locator(plan, inWorkspace, checkout) {
  const folder = inWorkspace === null ? null : import_node_path9.posix.dirname(inWorkspace);
  const find2 = finders[plan.kind](plan, folder, checkout);
  return (change, names = []) => find2(change, names) ?? { file: inWorkspace ?? plan.file, line: null };
}
var finders = {
  terraform({ changes: changes2 }, folder, checkout) {
    const kept2 = changes2.filter(({ change }) => !["delete", "reset"].includes(change));
    const addresses = kept2.map(({ source }) => source.address);
    const find2 = terraformBlocks(folder, addresses, checkout);
    return ({ source }, names) => find2(source.address, names.flatMap(inBody));
  },
  "what-if": (_plan, _folder, checkout) => bicepResources(checkout),
  snapshot({ file }, folder, checkout) {
    const place = parametersOf(file, folder, checkout);
    return () => place;
  }
};
function inBody(name) {
  return [name, `body.${name}`];
}

// src/plan/names.ts
function namesOf2({ source }, path) {
  const type = parseAddress(source.address)?.type ?? "";
  if (!declarations.has(type) && !partDeclarations.has(type)) return [path];
  const known3 = namesByPath.get(type) ?? /* @__PURE__ */ new Map();
  namesByPath.set(type, known3);
  const names = known3.get(path) ?? settersOf(type, path);
  known3.set(path, names);
  return names;
}
var namesByPath = /* @__PURE__ */ new Map();
function settersOf(type, path) {
  const declared2 = [declarations.get(type), partDeclarations.get(type)].flatMap((one) => one ?? []);
  const settings2 = declared2.flatMap(({ settings: settings3, items }) => [
    ...settings3.map(([property, mapping]) => [(0, import_targets2.pathOf)(property), mapping]),
    ...items.map(({ list, value }) => [list.path, value])
  ]);
  const setters = settings2.filter(([its]) => (0, import_targets2.overlap)(its.toLowerCase(), path.toLowerCase()));
  return [...new Set(setters.flatMap(([, { attributes }]) => attributes))];
}

// src/planned/sources.ts
function originsIn(plans, checkout) {
  let all = null;
  const known3 = () => {
    all ??= Map.groupBy(
      plans.flatMap(({ plan, inWorkspace }) => {
        const locate = locator(plan, inWorkspace, checkout);
        return plan.changes.map((change) => ({ change, locate }));
      }),
      ({ change }) => keyOf3(change.source)
    );
    return all;
  };
  return (finding2, sources2) => {
    const [first] = sources2;
    if (!first) return null;
    const found = sources2.flatMap((source) => known3().get(keyOf3(source)) ?? []);
    const place = around3(found) ?? { file: first.file, line: null };
    const isDeleted = found.some(
      ({ change: { id: id3, change } }) => change === "delete" && (0, import_targets2.idKey)(id3) === (0, import_targets2.idKey)(finding2.resource)
    );
    return ofOwn(finding2, found) ?? { place, names: null, isDeleted };
  };
}
function keyOf3({ file, address: address4 }) {
  return `${file}
${address4}`;
}
function around3([first]) {
  return first ? first.locate(first.change) : null;
}
function ofOwn(finding2, found) {
  const { resource, evidence } = finding2;
  const ids = new Set([resource, ...evidence.flatMap((value) => value.resource ?? [])].map(import_targets2.idKey));
  const own2 = found.filter(({ change: change2 }) => ids.has((0, import_targets2.idKey)(change2.id)) && change2.change !== "delete");
  const all = own2.map((one) => ({ ...one, names: namesIn(finding2, one.change) }));
  const best = all.find(({ names: names2 }) => names2.length > 0) ?? all[0];
  if (!best) return null;
  const { change, locate, names } = best;
  const isOfAccess = evidence.some(({ path }) => (0, import_targets2.isLackingAssignments)(path));
  return { place: locate(change, names.flat()), names: isOfAccess ? [] : spelt2(names, best), isDeleted: false };
}
function namesIn({ resource, evidence }, change) {
  const own2 = evidence.filter((value) => (0, import_targets2.idKey)(value.resource ?? resource) === (0, import_targets2.idKey)(change.id));
  const set = own2.filter(({ path }) => !(0, import_targets2.isLackingAssignments)(path));
  return set.map(({ path }) => namesOf2(change, path)).filter((names) => names.length > 0);
}
function spelt2(names, { change, locate }) {
  const block2 = locate(change).line;
  const written = names.flatMap((each) => each.find((name) => locate(change, [name]).line !== block2) ?? []);
  return [...new Set(written.length > 0 ? written : names.flatMap((each) => each[0] ?? []))];
}

// src/planned/yaml.ts
function yamlFindings(files, config, now) {
  const all = files.flatMap(({ file, base }) => {
    const [credentials, variables] = [true, false].map(
      (wanted) => file.places.filter(({ isCredential }) => isCredential === wanted)
    );
    const found = [
      [file.kind.check, variables],
      ["secrets/repository-credentials", credentials]
    ];
    return found.filter(([check, places]) => places.length > 0 && (0, import_targets2.disabledReason)(config, check) === null).map(([check, places]) => (0, import_targets2.waivedOrNot)(finding(check, file.file, places, base, config), null, config, now));
  });
  return { findings: all.map(({ finding: finding2 }) => finding2), waivers: all.flatMap(({ waivers }) => waivers) };
}
function finding(check, file, places, base, config) {
  const { message, severity: own2 } = (0, import_targets2.leakOf)(places);
  const severity = (0, import_targets2.severityFor)(config, check) ?? (check === "secrets/repository-credentials" ? "high" : own2);
  const change = changeOf3(places, base);
  const evidence = places.map((place) => ({
    path: `${place.path} (line ${place.line})`,
    value: (0, import_targets2.withheld)(place, place.class)
  }));
  return {
    check,
    resource: file,
    status: "fail",
    severity,
    reason: null,
    message,
    confirmed: true,
    evidence,
    steps: [
      {
        instruction: [
          "Take the secret out of ",
          { name: file },
          " and replace it: whoever can read the repository has it."
        ]
      }
    ],
    creationOnly: false,
    fingerprint: (0, import_targets2.fingerprint)(check, file, ""),
    new: change === "introduces",
    waiver: null,
    missing: null,
    workspace: null,
    change,
    live: change === "leaves" ? { status: "fail", severity, evidence } : null,
    source: { file, line: places[0]?.line ?? null }
  };
}
function changeOf3(places, base) {
  const known3 = base && new Set(base.map(identity2));
  return known3 && places.some((place) => !known3.has(identity2(place))) ? "introduces" : "leaves";
}
var identity2 = ({ path, isCredential }) => `${isCredential} ${path}`;

// src/planned/planning.ts
async function planningOf(inputs, event, given2, ports) {
  const { plans: asked, environment, targets } = inputs;
  const options = { ...given2, subscriptionId: targets.subscriptionId ?? null, cloud: clouds[environment] };
  const loaded2 = await loadPlans(asked, options, ports);
  for (const sentence of loaded2.unmatched) ports.log.notice(sentence);
  const { plans, yaml, refused, notices } = loaded2;
  if (plans.length + yaml.length + refused.length + notices.length === 0) return null;
  const repository = await lookedUp(loaded2, event, inputs.githubToken, ports);
  const over = overlaying(loaded2, inputs);
  return {
    over: (evidence) => over(evidence, false).evidence,
    // a snapshot does not say what is there already
    uncertain: plans.flatMap(({ plan }) => plan.kind === "snapshot" ? plan.changes.map(({ id: id3 }) => id3) : []),
    judge: judging({ ...loaded2, ...repository }, over, inputs, ports)
  };
}
async function lookedUp({ plans, yaml }, event, githubToken, ports) {
  const isDated = plans.some(({ plan }) => plan.createdAt !== null);
  const [{ compared: compared3, notes }, headAt] = await Promise.all([
    comparedYaml(yaml, event, githubToken, ports),
    isDated ? headTime(event, githubToken, ports) : null
  ]);
  for (const sentence of notes) ports.log.notice(sentence);
  return { compared: compared3, headAt };
}
var clouds = {
  azurecloud: "public",
  azureusgovernment: "usgovernment",
  azurechinacloud: "china",
  custom: null
};
function overlaying({ plans }, { targets, replayFile }) {
  return (evidence, isAlone) => {
    const ofReplay = replayFile === null ? null : "not-observable";
    const overlaid = overlay(
      evidence,
      plans.map(({ plan }) => plan),
      isAlone ? "not-visible" : ofReplay
    );
    const live = new Set(evidence.workspaces.map(import_targets2.idKey));
    const isChosen = replayFile === null ? (0, import_targets2.isTarget)(targets, evidence.subscriptions) : () => true;
    const workspaces = overlaid.evidence.workspaces.filter((id3) => live.has((0, import_targets2.idKey)(id3)) || isChosen(id3));
    return { ...overlaid, evidence: { ...overlaid.evidence, workspaces } };
  };
}
function judging(loaded2, over, { plans }, ports) {
  const checkout = checkoutOf(foldersOf(ports).workspace, ports.files);
  const originOf = originsIn(
    loaded2.plans.map(({ plan, file }) => ({ plan, inWorkspace: file.inWorkspace })),
    checkout
  );
  const gateOn = plans.gateOn ?? (loaded2.plans.length + loaded2.refused.length > 0 ? "planned" : "live");
  return (live) => {
    const overlaid = over(live.whole, live.isAlone);
    const { judged: judged2, findings } = judgePlanned(live.evidence, live.judged, overlaid, live.terms);
    const { evidence } = overlaid;
    const ofYaml = yamlFindings(loaded2.compared, live.terms.config, new Date(evidence.collectedAt));
    const all = [...findings.map((finding2) => planFinding(finding2, originOf)), ...ofYaml.findings];
    const { plan, notes } = reportOf(loaded2, live, { evidence, judged: judged2, findings: all });
    const warnings = [...loaded2.refused.map(({ reason }) => reason), ...notes];
    const waivers = [...judged2.flatMap((one) => one.waivers), ...ofYaml.waivers];
    const conclusion = gated(gateOn, live.conclusion, plan.conclusion);
    return { plan, conclusion, gateOn, evidence, judged: judged2, waivers, warnings };
  };
}
function reportOf(loaded2, live, planned2) {
  const { findings } = planned2;
  const { files, notes } = judgedFiles(loaded2, live.whole, loaded2.headAt);
  const open4 = notLookedInto(loaded2);
  const grounds = { ...planned2, live: live.evidence, doubts: open4.length, isAlone: live.isAlone };
  const conclusion = plannedConclusion(grounds, live.terms.policy);
  return { plan: { files, conclusion, summary: summaryOf(findings), findings, notLookedInto: open4 }, notes };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  planningOf
});
