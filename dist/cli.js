#!/usr/bin/env node
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
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

// src/command-line/flags.ts
var list, groups, flags, ofGitHub;
var init_flags = __esm({
  "src/command-line/flags.ts"() {
    "use strict";
    list = { isList: true };
    groups = [
      {
        title: "What is checked (by default every workspace that can be read)",
        flags: [
          { name: "subscriptions", value: "<ids>", ...list, says: "all workspaces of these subscriptions" },
          { name: "management-groups", value: "<ids>", ...list, says: "all workspaces below these management groups" },
          {
            name: "resource-groups",
            value: "<names>",
            ...list,
            says: "all workspaces in these groups, by name or resource id"
          },
          {
            name: "workspaces",
            value: "<names>",
            ...list,
            says: "these workspaces: name (* stands for any characters), group/name or resource id"
          },
          {
            name: "subscription-id",
            value: "<id>",
            says: "subscription of groups and workspaces that are named without one"
          }
        ]
      },
      {
        title: "What fails",
        flags: [
          { name: "profile", value: "<name>", says: "baseline (default) or cmk-required" },
          {
            name: "config-file",
            value: "<path>",
            says: "profiles, severities, disabled checks and waivers (default .github/azureml-encryption.yml, if there is one)"
          },
          { name: "fail-on-severity", value: "<level>", says: "high (default), medium, low or never" },
          {
            name: "on-unknown",
            value: "<what>",
            says: "fail (default) or warn: what undecided checks of that severity do"
          },
          { name: "warn-only", says: "report everything, fail nothing" },
          { name: "baseline-file", value: "<path>", says: "JSON report of an earlier run to compare with" },
          { name: "fail-on-new-only", says: "only what the baseline does not have fails" }
        ]
      },
      {
        title: "What is only planned",
        flags: [
          {
            name: "plan-files",
            value: "<paths>",
            ...list,
            says: "plans to lay over what is live, with * and **: JSON of Terraform or OpenTofu, ARM what-if, Bicep snapshots, in a checkout that does not track them; YAML of Azure Machine Learning is looked through for secrets"
          },
          { name: "gate-on", value: "<what>", says: "planned (default with a plan), live or both: what decides" },
          {
            name: "if-no-plan",
            value: "<what>",
            says: "what happens when a path matches nothing: fail (default), or let live decide"
          }
        ]
      },
      {
        title: 'How to log in (by default with the session of "az login")',
        flags: [
          {
            name: "login",
            value: "<how>",
            says: "azure-cli, device, managed-identity or workload-identity (OIDC token in the file that AZURE_FEDERATED_TOKEN_FILE names)"
          },
          { name: "client-id", value: "<id>", says: "of the identity; for workload-identity also AZURE_CLIENT_ID" },
          { name: "tenant-id", value: "<id>", says: "of its tenant; for workload-identity also AZURE_TENANT_ID" },
          {
            name: "environment",
            value: "<cloud>",
            says: "azurecloud (default), azureusgovernment, azurechinacloud or custom"
          },
          {
            name: "resource-manager-url",
            value: "<url>",
            says: "origin of Azure Resource Manager, with environment custom"
          },
          { name: "authority-host", value: "<url>", says: "origin of Microsoft Entra, with environment custom" }
        ]
      },
      {
        title: "What is told (by default text, and no file)",
        flags: [
          { name: "format", value: "<name>", says: "text (default), markdown or json: what is printed" },
          { name: "html-file", value: "<path>", says: "the report as one self-contained web page" },
          {
            name: "frameworks",
            value: "<names>",
            ...list,
            says: "standards and laws whose controls that page shows, such as nist-800-53-r5 or gdpr"
          },
          {
            name: "json-file",
            value: "<path>",
            says: "the report as JSON, and beside it (.sha256) the SHA-256 of every file that is written"
          },
          { name: "csv-file", value: "<path>", says: "the findings as CSV, for a spreadsheet" },
          { name: "markdown-file", value: "<path>", says: "the report as Markdown" },
          { name: "sarif-file", value: "<path>", says: "the findings as SARIF, for code scanning" },
          { name: "badge-file", value: "<path>", says: "a badge for shields.io (.json), and its picture (.svg)" }
        ]
      },
      {
        title: "Evidence",
        flags: [
          { name: "evidence-file", value: "<path>", says: "writes what was read, without secrets" },
          { name: "replay-file", value: "<path>", says: "judges such a file again instead of reading Azure" },
          { name: "timeout-minutes", value: "<number>", says: "what is not read by then is undecided (default 30)" }
        ]
      },
      {
        title: "Help",
        flags: [
          { name: "help", says: "shows this" },
          { name: "version", says: "shows the version" }
        ]
      }
    ];
    flags = groups.flatMap((group) => group.flags);
    ofGitHub = [
      "audience",
      "comment-summary-in-pr",
      "github-token",
      "publish-details",
      "report-id",
      "status-branch",
      "tracking-issue"
    ];
  }
});

// src/command-line/arguments.ts
function readArguments(words, env) {
  const given = /* @__PURE__ */ new Map();
  const problems = [];
  for (const { name, value } of wordsIn(words)) {
    const problem = problemWith(name, value);
    if (problem !== null) problems.push(problem);
    else given.set(name, [...given.get(name) ?? [], value ?? "true"]);
  }
  for (const [name, values] of given)
    if (!byName.get(name)?.isList && new Set(values).size > 1)
      problems.push(`--${name} is given with different values: ${values.map((value) => (0, import_text.quoted)(value)).join(", ")}.`);
  const isWorkload = given.get("login")?.at(-1) === "workload-identity";
  const variable = (name) => isWorkload && import_login.loginVariables[name] ? env[import_login.loginVariables[name]] : void 0;
  const typed = (name) => byName.get(name)?.isList ? given.get(name)?.join("\n") : given.get(name)?.at(-1);
  return { input: (name) => typed(name) ?? variable(name) ?? "", problems };
}
function wordsIn(words) {
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const [, name = "", value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const next = words[at + 1];
    if (!word.startsWith("-")) found.push({ name: "", value: word });
    else if (value !== void 0 || !byName.get(name)?.value || next === void 0 || next.startsWith("-"))
      found.push({ name, value });
    else {
      found.push({ name, value: next });
      at += 1;
    }
  }
  return found;
}
function problemWith(name, value) {
  if (name === "") return misplaced(value ?? "");
  const flag = byName.get(name);
  if (!flag) return unknown(name);
  if (flag.value && !value) return `--${name} has no value: give it as --${name} ${flag.value}.`;
  return null;
}
function unknown(name) {
  if (ofGitHub.includes(name)) return `--${name} is an input of the GitHub Action, and has no use on the command line.`;
  const near = (0, import_values.nearest)(name, [...byName.keys()]);
  return `There is no flag ${(0, import_text.quoted)(name.length === 1 ? `-${name}` : `--${name}`)}${near ? `; did you mean --${near}?` : "."}`;
}
function misplaced(word) {
  return `${(0, import_text.quoted)(word)} belongs to no flag: workspaces are named by --workspaces, values with blanks in quotes.`;
}
var import_login, import_values, import_text, byName;
var init_arguments = __esm({
  "src/command-line/arguments.ts"() {
    "use strict";
    import_login = require("./shared.js");
    import_values = require("./shared.js");
    import_text = require("./shared.js");
    init_flags();
    byName = new Map(flags.map((flag) => [flag.name, flag]));
  }
});

// src/command-line/screen.ts
function hasColours(stream, env) {
  if (env.FORCE_COLOR !== void 0) return !/^(0|false)$/.test(env.FORCE_COLOR);
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== "dumb" && stream.hasColors?.(env) === true;
}
function statusOn(stream, env) {
  const say = (text) => void stream.write(`${text}
`);
  if (!stream.isTTY || env.CI || env.TERM === "dumb") return { watch: void 0, during: (_, work) => work(), say };
  const texts = [];
  let timer;
  let frame = 0;
  const draw = () => {
    frame += 1;
    const line = `${FRAMES[frame % FRAMES.length]} ${texts.at(-1)?.()}`;
    stream.write(BEFORE + line.slice(0, (stream.columns ?? 80) - 1));
  };
  const begin2 = (text) => {
    texts.push(text);
    timer ??= setInterval(draw, OFTEN);
    draw();
    return () => {
      texts.splice(texts.indexOf(text), 1);
      if (texts.length > 0) return;
      clearInterval(timer);
      timer = void 0;
      stream.write(BEFORE);
    };
  };
  return {
    watch(reading) {
      const describe = (0, import_progress.describer)(() => performance.now());
      return begin2(() => describe(reading()));
    },
    during(text, work) {
      const end = begin2(() => text);
      return work().finally(end);
    },
    say: (text) => void stream.write(`${texts.length > 0 ? BEFORE : ""}${text}
`)
  };
}
var import_progress, BEFORE, FRAMES, OFTEN;
var init_screen = __esm({
  "src/command-line/screen.ts"() {
    "use strict";
    import_progress = require("./shared.js");
    BEFORE = "\r\x1B[2K";
    FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
    OFTEN = 100;
  }
});

// src/command-line/main.ts
var main_exports = {};
__export(main_exports, {
  main: () => main
});
async function main(words) {
  const { stdout, stderr, env } = process;
  (0, import_node_process.prepareProcess)(() => {
  });
  (0, import_proxy.exceptOwnHosts)(env);
  endAtOnce();
  const { input, problems } = readArguments(words, env);
  const status = statusOn(stderr, env);
  let isShown = false;
  const log = logOn(status, () => isShown, env);
  const terminal = {
    format: formatOf(input("format"), problems),
    problems,
    width: stdout.isTTY ? stdout.columns : 80,
    hasColours: hasColours(stdout, env),
    print(pieces) {
      isShown = true;
      for (const piece of pieces) stdout.write(piece);
    }
  };
  await (0, import_start.start)({
    input,
    // what surrounds this command may be a job of GitHub Actions, which is none of its business
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !/^(GITHUB|RUNNER|ACTIONS|INPUT)_/.test(name))),
    now: () => /* @__PURE__ */ new Date(),
    log,
    getIDToken: () => Promise.reject(new Error("GitHub is not asked for a token.")),
    setOutput: () => {
    },
    setFailed: (message) => isShown || log.error(message),
    files: (0, import_files.filesIn)(rootsOf(flags.flatMap(({ name }) => name.endsWith("-file") ? input(name) : []))),
    stopwatch: import_node_process.stopwatch,
    life: import_node_process.life,
    terminal,
    watch: status.watch,
    azure: () => Promise.resolve().then(() => __toESM(require("./azure-sdk.js"), 1)),
    github: () => Promise.reject(new Error("GitHub is not asked."))
  });
}
function endAtOnce() {
  let asked = 0;
  process.on("SIGINT", () => {
    asked += 1;
    if (asked > 1) process.exit(130);
  });
  process.stdout.on("error", () => {
  });
}
function formatOf(text, problems) {
  try {
    return text === "" ? "text" : (0, import_values2.oneOf)("text", "markdown", "json")(text);
  } catch (error) {
    problems.push(`--format is ${(0, import_text2.quoted)(text)}: ${(0, import_text2.messageOf)(error)}${(0, import_text2.messageOf)(error).endsWith("?") ? "" : "."}`);
    return "text";
  }
}
function rootsOf(paths) {
  return [...new Set([".", ...paths].map((path) => (0, import_node_path.parse)((0, import_node_path.resolve)(path)).root))];
}
function logOn(status, isOver, env) {
  const say = (level, colour) => (message, properties) => {
    const title = properties?.title ? `${properties.title}: ` : "";
    const isColoured = colour !== "" && hasColours(process.stderr, env);
    status.say((isColoured ? `\x1B[${colour}m${level}\x1B[0m` : level) + (0, import_text2.inert)(title + message));
  };
  return {
    info: (message) => void (isOver() || status.watch || status.say(message)),
    notice: say("", ""),
    warning: say("warning: ", "33"),
    error: say("error: ", "31"),
    group: (name, work) => status.during(name, work)
  };
}
var import_node_path, import_files, import_values2, import_proxy, import_node_process, import_start, import_text2;
var init_main = __esm({
  "src/command-line/main.ts"() {
    "use strict";
    import_node_path = require("node:path");
    import_files = require("./shared.js");
    import_values2 = require("./shared.js");
    import_proxy = require("./shared.js");
    import_node_process = require("./shared.js");
    import_start = require("./shared.js");
    import_text2 = require("./shared.js");
    init_arguments();
    init_flags();
    init_screen();
  }
});

// src/command-line/help.ts
init_flags();
var [MEANING, WIDTH] = [30, 80];
function help() {
  const flags2 = groups.map(({ title, flags: flags3 }) => [`${title}:`, ...flags3.flatMap(lines)].join("\n"));
  return [usage, ...flags2, more].join("\n\n");
}
var usage = `Usage: azureml-encryption-check [flags]

Checks whether Azure Machine Learning workspaces, and everything they depend on,
are encrypted as required. It reads configuration and changes nothing; the
Reader role is enough.`;
var more = `A flag for a list accepts values separated by commas, or can be given several
times.

Exit codes:
  0    nothing fails
  1    a check fails, or could not be decided, at the severity that fails
  2    there is no result: wrong flags, a refused login or an error
  130  a second Ctrl-C ended it before the outcome was told

Examples:
  az login && azureml-encryption-check
  azureml-encryption-check --workspaces 'mlw-*' --profile cmk-required
  azureml-encryption-check --format json --fail-on-severity never > report.json

NO_COLOR=1 takes colors away, and FORCE_COLOR=1 keeps them in a pipe.`;
function lines({ name, value, says }) {
  const start2 = `  --${name}${value ? ` ${value}` : ""}`;
  const [first = "", ...rest] = folded(says, WIDTH - MEANING);
  const indent = " ".repeat(MEANING);
  const isLong = start2.length > MEANING - 2;
  return [
    isLong ? start2 : start2.padEnd(MEANING) + first,
    ...(isLong ? [first, ...rest] : rest).map((line) => indent + line)
  ];
}
function folded(text, width) {
  const folded2 = [];
  for (const word of text.split(" ")) {
    const last = folded2.at(-1);
    if (last !== void 0 && last.length + word.length < width) folded2[folded2.length - 1] = `${last} ${word}`;
    else folded2.push(word);
  }
  return folded2;
}

// src/cli.ts
var LEAST = 22;
process.exitCode = 2;
void begin(process.argv.slice(2));
async function begin(words) {
  const { node } = process.versions;
  const isAsked = (...flags2) => flags2.some((flag) => words.includes(flag));
  if (Number.parseInt(node, 10) < LEAST) refuse(node);
  else if (isAsked("--help", "-h")) answer(help());
  else if (isAsked("--version", "-V")) answer((await Promise.resolve().then(() => __toESM(require("./shared.js"), 1))).version);
  else await (await Promise.resolve().then(() => (init_main(), main_exports))).main(words);
}
function refuse(node) {
  process.stderr.write(`azureml-encryption-check needs Node.js ${LEAST} or newer, and this is ${node}.
`);
}
function answer(text) {
  process.exitCode = 0;
  process.stdout.write(`${text}
`);
}
