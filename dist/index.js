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

// src/index.ts
var import_node_v8 = require("node:v8");

// node_modules/@actions/core/lib/core.js
var core_exports = {};
__export(core_exports, {
  ExitCode: () => ExitCode,
  addPath: () => addPath,
  debug: () => debug,
  endGroup: () => endGroup,
  error: () => error,
  exportVariable: () => exportVariable,
  getBooleanInput: () => getBooleanInput,
  getIDToken: () => getIDToken,
  getInput: () => getInput,
  getMultilineInput: () => getMultilineInput,
  getState: () => getState,
  group: () => group,
  info: () => info,
  isDebug: () => isDebug,
  markdownSummary: () => markdownSummary,
  notice: () => notice,
  platform: () => platform_exports,
  saveState: () => saveState,
  setCommandEcho: () => setCommandEcho,
  setFailed: () => setFailed,
  setOutput: () => setOutput,
  setSecret: () => setSecret,
  startGroup: () => startGroup,
  summary: () => summary,
  toPlatformPath: () => toPlatformPath,
  toPosixPath: () => toPosixPath,
  toWin32Path: () => toWin32Path,
  warning: () => warning
});

// node_modules/@actions/core/lib/command.js
var os = __toESM(require("os"), 1);

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// late:crypto
var randomUUID = (...a) => require("node:crypto").randomUUID(...a);

// node_modules/@actions/core/lib/file-command.js
var fs = __toESM(require("fs"), 1);
var os2 = __toESM(require("os"), 1);
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter2 = `ghadelimiter_${randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter2)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter2}"`);
  }
  if (convertedValue.includes(delimiter2)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter2}"`);
  }
  return `${key}<<${delimiter2}${os2.EOL}${convertedValue}${os2.EOL}${delimiter2}`;
}

// node_modules/@actions/core/lib/core.js
var os4 = __toESM(require("os"), 1);
var path2 = __toESM(require("path"), 1);

// late:@actions/http-client
var HttpClient = class {
  constructor(...a) {
    return new (require("./http-client.js")).HttpClient(...a);
  }
};

// late:@actions/http-client/lib/auth
var BearerCredentialHandler = class {
  constructor(...a) {
    return new (require("./http-client.js")).BearerCredentialHandler(...a);
  }
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var OidcClient = class _OidcClient {
  static createHttpClient(allowRetry = true, maxRetry = 10) {
    const requestOptions = {
      allowRetries: allowRetry,
      maxRetries: maxRetry
    };
    return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(_OidcClient.getRequestToken())], requestOptions);
  }
  static getRequestToken() {
    const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    if (!token) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
    }
    return token;
  }
  static getIDTokenUrl() {
    const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
    if (!runtimeUrl) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
    }
    return runtimeUrl;
  }
  static getCall(id_token_url) {
    return __awaiter(this, void 0, void 0, function* () {
      var _a;
      const httpclient = _OidcClient.createHttpClient();
      const res = yield httpclient.getJson(id_token_url).catch((error2) => {
        throw new Error(`Failed to get ID Token. 
 
        Error Code : ${error2.statusCode}
 
        Error Message: ${error2.message}`);
      });
      const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
      if (!id_token) {
        throw new Error("Response json body do not have ID Token field");
      }
      return id_token;
    });
  }
  static getIDToken(audience) {
    return __awaiter(this, void 0, void 0, function* () {
      try {
        let id_token_url = _OidcClient.getIDTokenUrl();
        if (audience) {
          const encodedAudience = encodeURIComponent(audience);
          id_token_url = `${id_token_url}&audience=${encodedAudience}`;
        }
        debug(`ID token url is ${id_token_url}`);
        const id_token = yield _OidcClient.getCall(id_token_url);
        setSecret(id_token);
        return id_token;
      } catch (error2) {
        throw new Error(`Error message: ${error2.message}`);
      }
    });
  }
};

// node_modules/@actions/core/lib/summary.js
var import_os = require("os");
var import_fs = require("fs");
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = import_fs.promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter2(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, import_fs.constants.R_OK | import_fs.constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter2(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter2(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(import_os.EOL);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var markdownSummary = _summary;
var summary = _summary;

// node_modules/@actions/core/lib/path-utils.js
var path = __toESM(require("path"), 1);
function toPosixPath(pth) {
  return pth.replace(/[\\]/g, "/");
}
function toWin32Path(pth) {
  return pth.replace(/[/]/g, "\\");
}
function toPlatformPath(pth) {
  return pth.replace(/[/\\]/g, path.sep);
}

// node_modules/@actions/core/lib/platform.js
var platform_exports = {};
__export(platform_exports, {
  arch: () => arch,
  getDetails: () => getDetails,
  isLinux: () => isLinux,
  isMacOS: () => isMacOS,
  isWindows: () => isWindows,
  platform: () => platform
});
var import_os2 = __toESM(require("os"), 1);

// without:@actions/exec
var missing = new Proxy(() => {
  throw new Error("scripts/build.ts leaves @actions/exec out of the bundle.");
}, { get: () => {
  throw new Error("scripts/build.ts leaves @actions/exec out of the bundle.");
} });

// node_modules/@actions/core/lib/platform.js
var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var getWindowsInfo = () => __awaiter3(void 0, void 0, void 0, function* () {
  const { stdout: version } = yield missing('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield missing('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version.trim()
  };
});
var getMacOsInfo = () => __awaiter3(void 0, void 0, void 0, function* () {
  var _a, _b, _c, _d;
  const { stdout } = yield missing("sw_vers", void 0, {
    silent: true
  });
  const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name,
    version
  };
});
var getLinuxInfo = () => __awaiter3(void 0, void 0, void 0, function* () {
  const { stdout } = yield missing("lsb_release", ["-i", "-r", "-s"], {
    silent: true
  });
  const [name, version] = stdout.trim().split("\n");
  return {
    name,
    version
  };
});
var platform = import_os2.default.platform();
var arch = import_os2.default.arch();
var isWindows = platform === "win32";
var isMacOS = platform === "darwin";
var isLinux = platform === "linux";
function getDetails() {
  return __awaiter3(this, void 0, void 0, function* () {
    return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
      platform,
      arch,
      isWindows,
      isMacOS,
      isLinux
    });
  });
}

// node_modules/@actions/core/lib/core.js
var __awaiter4 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${path2.delimiter}${process.env["PATH"]}`;
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
  if (options && options.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function getBooleanInput(name, options) {
  const trueValue = ["true", "True", "TRUE"];
  const falseValue = ["false", "False", "FALSE"];
  const val = getInput(name, options);
  if (trueValue.includes(val))
    return true;
  if (falseValue.includes(val))
    return false;
  throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setCommandEcho(enabled) {
  issue("echo", enabled ? "on" : "off");
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
  return __awaiter4(this, void 0, void 0, function* () {
    startGroup(name);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
  return __awaiter4(this, void 0, void 0, function* () {
    return yield OidcClient.getIDToken(aud);
  });
}

// src/files.ts
var import_node_fs2 = require("node:fs");
var import_node_path2 = require("node:path");

// src/files/place.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var Misplaced = class extends Error {
};
function placeOf(path3, folders, mayBeLink) {
  if (!mayBeLink && isLink(path3)) throw new Misplaced(`a symbolic link is in its place; ${without}`);
  const real = behindLinks(path3);
  const inside = folders.flatMap((folder) => folder && isInside((0, import_node_path.relative)((0, import_node_path.resolve)(folder), path3)) ? [folder] : []);
  const [missing2] = inside.filter((folder) => realOf(folder) === null);
  if (missing2 !== void 0)
    throw new Misplaced(`the folder ${missing2} is not there, which GITHUB_WORKSPACE or RUNNER_TEMP names; set it right`);
  const ways = inside.flatMap((folder) => {
    const way = (0, import_node_path.relative)(realOf(folder) ?? "", real);
    return realOf(folder) !== null && isInside(way) ? [{ way, isDirect: way === (0, import_node_path.relative)((0, import_node_path.resolve)(folder), path3) }] : [];
  });
  if (ways.length === 0)
    throw new Misplaced(`the path follows a symbolic link out of the workspace and RUNNER_TEMP; ${without}`);
  if (ways.every(({ way, isDirect }) => !isDirect && isOfGit(way)))
    throw new Misplaced(`the path follows a symbolic link into the files of git itself; ${without}`);
  return real;
}
var without = "name a path without it";
function refuseIrregular(stats) {
  if (stats === void 0 || stats.isFile()) return;
  const kind = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device, or something else that is not a file";
  throw new Misplaced(`there is ${kind} of this name; name a file`);
}
function behindLinks(path3) {
  const above = (0, import_node_path.dirname)(path3);
  if (above === path3 || isLink(path3)) return realOf(path3) ?? "/";
  return realOf(path3) ?? (0, import_node_path.join)(behindLinks(above), (0, import_node_path.basename)(path3));
}
function isLink(path3) {
  return (0, import_node_fs.lstatSync)(path3, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
function realOf(path3) {
  try {
    return import_node_fs.realpathSync.native(path3);
  } catch {
    return null;
  }
}
function isOfGit(way) {
  return way.split(import_node_path.sep).some((part) => part.toLowerCase() === ".git");
}
function isInside(path3) {
  return path3 !== "" && !/^\.\.([\\/]|$)/.test(path3) && !(0, import_node_path.isAbsolute)(path3);
}

// src/files.ts
var import_text = require("./shared.js");
var { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = import_node_fs2.constants;
function filesIn(folders) {
  return {
    ofRunner(path3) {
      try {
        return (0, import_node_fs2.readFileSync)(path3, "utf8");
      } catch {
        return void 0;
      }
    },
    read: (path3, mostBytes) => read(path3, mostBytes, folders),
    exists(path3) {
      try {
        return (0, import_node_fs2.lstatSync)(path3, { throwIfNoEntry: false }) !== void 0;
      } catch (error2) {
        return !isAbsence(error2);
      }
    },
    write(path3, pieces) {
      const place = placeOf(path3, folders, false);
      (0, import_node_fs2.mkdirSync)((0, import_node_path2.dirname)(place), { recursive: true });
      const { file } = opened(place, import_node_fs2.constants.O_WRONLY | import_node_fs2.constants.O_CREAT);
      try {
        (0, import_node_fs2.ftruncateSync)(file);
        for (const piece of pieces) (0, import_node_fs2.writeSync)(file, piece);
      } finally {
        (0, import_node_fs2.closeSync)(file);
      }
    },
    append: (path3, text) => (0, import_node_fs2.appendFileSync)(path3, text)
  };
}
function read(path3, mostBytes, folders) {
  try {
    if ((0, import_node_fs2.lstatSync)(path3, { throwIfNoEntry: false }) === void 0) return { isAbsent: true };
    const { file, stats } = opened(placeOf(path3, folders, true), import_node_fs2.constants.O_RDONLY);
    try {
      return stats.size > mostBytes ? { bytes: stats.size } : { text: contents(file, stats.size) };
    } finally {
      (0, import_node_fs2.closeSync)(file);
    }
  } catch (error2) {
    if (isAbsence(error2)) return { isAbsent: true };
    return {
      refusal: error2 instanceof Misplaced ? error2.message : `it could not be opened (${(0, import_text.oneLine)((0, import_text.messageOf)(error2))})`
    };
  }
}
function isAbsence(error2) {
  return /^(ENOENT|ENOTDIR)\b/.test((0, import_text.messageOf)(error2));
}
function contents(file, bytes) {
  const buffer = Buffer.allocUnsafe(bytes);
  let length = 0;
  for (let more = -1; more !== 0 && length < bytes; length += more)
    more = (0, import_node_fs2.readSync)(file, buffer, length, bytes - length, null);
  return buffer.toString("utf8", 0, length);
}
function opened(place, flags) {
  const before = (0, import_node_fs2.lstatSync)(place, { throwIfNoEntry: false });
  if (!before?.isDirectory() || flags === import_node_fs2.constants.O_RDONLY) refuseIrregular(before);
  const file = (0, import_node_fs2.openSync)(place, flags | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = (0, import_node_fs2.fstatSync)(file);
    refuseIrregular(stats);
    const there = (0, import_node_fs2.lstatSync)(place);
    if (there.ino !== stats.ino || there.dev !== stats.dev || realOf((0, import_node_path2.dirname)(place)) !== (0, import_node_path2.dirname)(place))
      throw new Misplaced("somebody replaced it while it was opened; let nothing else write there");
    return { file, stats };
  } catch (error2) {
    (0, import_node_fs2.closeSync)(file);
    throw error2;
  }
}

// src/index.ts
var import_proxy = require("./shared.js");

// src/start.ts
var import_promises = require("node:timers/promises");
var import_clouds = require("./shared.js");

// src/inputs/files.ts
var import_node_path3 = require("node:path");
var import_values = require("./shared.js");
function readFiles(reader, workspace, runnerTemp, report) {
  const file = (0, import_values.fileInside)(workspace, ...runnerTemp === "" ? [] : [runnerTemp]);
  const optional = (name) => reader.optional(name, file) ?? null;
  const badge = reader.optional("badge-file", jsonFile(file));
  const config = reader.required("config-file", file);
  const files = {
    jsonFile: optional("json-file") ?? file(report),
    markdownFile: optional("markdown-file"),
    sarifFile: optional("sarif-file"),
    htmlFile: optional("html-file"),
    badgeFile: badge ? { json: badge, svg: badge.replace(/json$/i, "svg") } : null,
    evidenceFile: optional("evidence-file"),
    baselineFile: optional("baseline-file"),
    replayFile: optional("replay-file"),
    configFile: {
      path: config,
      inRepository: inRepository(workspace, config),
      name: reader.required("config-file", (text) => text),
      isNamed: reader.isGiven("config-file")
    }
  };
  reader.problems.push(...sameFiles(files));
  return files;
}
function inRepository(workspace, file) {
  const path3 = (0, import_node_path3.relative)(workspace, file);
  return path3.startsWith("..") || (0, import_node_path3.isAbsolute)(path3) ? null : path3.split(import_node_path3.sep).join("/");
}
function jsonFile(file) {
  return (text) => {
    if (!/\.json$/i.test(text))
      throw new import_values.Refusal("its name must end in .json; the picture gets the same name with .svg");
    return file(text);
  };
}
function sameFiles(files) {
  const written = [
    ["json-file", files.jsonFile],
    ["markdown-file", files.markdownFile],
    ["sarif-file", files.sarifFile],
    ["html-file", files.htmlFile],
    ["badge-file", files.badgeFile?.json],
    ["badge-file's picture", files.badgeFile?.svg],
    ["evidence-file", files.evidenceFile],
    ["config-file", files.configFile.path],
    ["replay-file", files.replayFile]
  ];
  const first = /* @__PURE__ */ new Map();
  return written.flatMap(([name, path3]) => {
    if (!path3) return [];
    const other = first.get(path3);
    if (other === void 0) first.set(path3, name);
    return other === void 0 ? [] : [`${other} and ${name} name the same file.`];
  });
}

// src/inputs/reader.ts
var import_text2 = require("./shared.js");
var import_values2 = require("./shared.js");
var InputError = class extends Error {
  name = "InputError";
  problems;
  constructor(problems) {
    super(`The inputs are not valid:
${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
};
function readerOf(read2, defaults) {
  const problems = [];
  const parsed = (name, text, parse) => {
    try {
      return parse(text);
    } catch (error2) {
      if (!(error2 instanceof import_values2.Refusal)) throw error2;
      problems.push(`${name} is ${(0, import_text2.quoted)(text)}: ${error2.message}${error2.message.endsWith("?") ? "" : "."}`);
      return void 0;
    }
  };
  const optional = (name, parse) => {
    const text = read2(name).trim();
    return text === "" ? void 0 : parsed(name, text, parse);
  };
  return {
    problems,
    optional,
    isGiven: (name) => read2(name).trim() !== "",
    // a refused value becomes the default: the run stops anyway, and what depends on it can still be looked at
    required: (name, parse) => optional(name, parse) ?? parse(defaults[name]),
    list: (name, parse) => (0, import_values2.entries)(read2(name)).flatMap((entry) => {
      const value = parsed(`${name} entry`, entry, parse);
      return value === void 0 ? [] : [value];
    })
  };
}

// src/inputs/targets.ts
var import_values3 = require("./shared.js");
var groupName = /^[-\p{L}\p{N}_.()]{0,89}[-\p{L}\p{N}_()]$/u;
var workspaceName = /^\w[\w.-]{0,259}$/;
var workspacePattern = /^[\w.*-]{1,260}$/;
var workspaceId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.MachineLearningServices\/workspaces\/([^/]+)$/i;
var groupId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)$/i;
var workspaceForms = "it must be a resource id (/subscriptions/…/resourceGroups/…/providers/Microsoft.MachineLearningServices/workspaces/…), resource-group/name, or a name, in which * stands for any characters";
var aGroupName = (0, import_values3.matching)(
  groupName,
  "it must be the name of a resource group (up to 90 letters, digits, -, _, . and parentheses, no . at the end) or its resource id"
);
var managementGroup = (0, import_values3.matching)(
  /^[-\w.()]{1,90}$/,
  "it must be the id of a management group (up to 90 letters, digits, -, _, . and parentheses), not its display name or path"
);
var resourceGroupTarget = (text) => {
  const [, subscription, name] = groupId.exec(text) ?? [];
  if (subscription === void 0 || name === void 0) return { name: aGroupName(text) };
  return { subscriptionId: (0, import_values3.guid)(subscription), name: aGroupName(name) };
};
var workspaceTarget = (text) => {
  if (!text.includes("/")) return { kind: "pattern", pattern: (0, import_values3.matching)(workspacePattern, workspaceForms)(text) };
  const [group2 = "", name = "", ...more] = text.split("/");
  if (group2 === "" || more.length > 0) return byId(text);
  if (name.includes("*")) {
    throw new import_values3.Refusal(
      "a * is possible in a name alone; put the group into resource-groups and the name into workspaces"
    );
  }
  if (!groupName.test(group2) || !workspaceName.test(name)) throw new import_values3.Refusal(workspaceForms);
  return { kind: "group", resourceGroup: group2, name };
};
function byId(id) {
  const [, subscription = "", resourceGroup = "", name = ""] = workspaceId.exec(id) ?? [];
  if (!groupName.test(resourceGroup) || !workspaceName.test(name)) throw new import_values3.Refusal(workspaceForms);
  return { kind: "id", id, subscriptionId: (0, import_values3.guid)(subscription), resourceGroup, name };
}

// src/inputs.ts
var import_values4 = require("./shared.js");
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
  "fail-on-new-only": "false"
};
function readInputs(read2, workspace, runnerTemp = "") {
  const reader = readerOf(read2, inputDefaults);
  const reportId = reader.required("report-id", slug);
  const inputs = {
    federation: readFederation(reader),
    ...readCloud(reader),
    targets: readTargets(reader),
    policy: readPolicy(reader),
    commentSummaryInPr: reader.required("comment-summary-in-pr", (0, import_values4.oneOf)("always", "on-failure", "never")),
    reportId,
    githubToken: read2("github-token").trim(),
    statusBranch: reader.optional("status-branch", branch) ?? null,
    trackingIssue: reader.required("tracking-issue", import_values4.boolean),
    publishDetails: reader.optional("publish-details", import_values4.boolean),
    timeoutMinutes: reader.required("timeout-minutes", (0, import_values4.wholeNumber)(1, 360)),
    ...readFiles(reader, workspace, runnerTemp, reportFile(reportId))
  };
  checkTogether(inputs, reader);
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return frozen(inputs);
}
function reportFile(reportId) {
  const file = inputDefaults["json-file"];
  return reportId === inputDefaults["report-id"] ? file : file.replace(".json", `-${reportId}.json`);
}
var slug = (0, import_values4.matching)(/^[a-z0-9-]{1,40}$/, "it must be 1 to 40 lower-case letters, digits and hyphens");
var branch = (0, import_values4.matching)(
  /^(?![-/.@]|refs\/|.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\s\p{C}~^:?*[\]\\]{1,200}(?<![/.])$/u,
  "it must be the name of a branch such as encryption-status"
);
function checkTogether({ policy, baselineFile, statusBranch, replayFile, evidenceFile }, reader) {
  const { problems, isGiven } = reader;
  if (policy.failOnNewOnly && baselineFile === null && statusBranch === null && !isGiven("baseline-file"))
    problems.push(
      "fail-on-new-only is true, but there is nothing to compare with: give baseline-file, or status-branch."
    );
  if (replayFile === null) return;
  if (evidenceFile !== null)
    problems.push("evidence-file is given together with replay-file: a replay reads nothing that could be written.");
  const scoped = ["workspaces", "resource-groups", "subscriptions", "management-groups"].filter(isGiven);
  if (scoped.length > 0)
    problems.push(`${(0, import_values4.anyOf)(scoped)} cannot choose what replay-file judges: it judges everything that was read then.`);
}
function readFederation({ optional, problems }) {
  const before = problems.length;
  const clientId = optional("client-id", import_values4.guid);
  const tenantId = optional("tenant-id", import_values4.guid);
  if (clientId && tenantId) return { clientId, tenantId };
  if ((clientId || tenantId) && problems.length === before) {
    const [given, missing2] = clientId ? ["client-id", "tenant-id"] : ["tenant-id", "client-id"];
    problems.push(
      `${missing2} is empty although ${given} is given: give both (is a variable or secret unset?), or neither to use the session of azure/login.`
    );
  }
  return null;
}
function readCloud(reader) {
  const environment = reader.required(
    "environment",
    (text) => (0, import_values4.oneOf)("azurecloud", "azureusgovernment", "azurechinacloud", "custom")(text.toLowerCase())
  );
  return {
    environment,
    audience: reader.optional("audience", import_values4.uri) ?? null,
    resourceManagerUrl: readEndpoint(reader, "resource-manager-url", environment),
    authorityHost: readEndpoint(reader, "authority-host", environment)
  };
}
function readEndpoint({ optional, problems }, name, environment) {
  const before = problems.length;
  const endpoint = optional(name, import_values4.httpsOrigin) ?? null;
  if (problems.length > before) return null;
  if (environment === "custom" && !endpoint) problems.push(`${name} is empty: environment custom requires it.`);
  if (environment !== "custom" && endpoint) {
    problems.push(`${name} is given although environment is ${environment}: it is possible only with custom.`);
  }
  return endpoint;
}
function readTargets({ list, optional }) {
  return {
    workspaces: list("workspaces", workspaceTarget),
    resourceGroups: list("resource-groups", resourceGroupTarget),
    subscriptions: list("subscriptions", import_values4.guid),
    managementGroups: list("management-groups", managementGroup),
    subscriptionId: optional("subscription-id", import_values4.guid)
  };
}
function readPolicy({ required }) {
  return {
    profile: required("profile", (0, import_values4.oneOf)("baseline", "cmk-required")),
    failOnSeverity: required("fail-on-severity", (0, import_values4.oneOf)("high", "medium", "low", "never")),
    onUnknown: required("on-unknown", (0, import_values4.oneOf)("fail", "warn")),
    warnOnly: required("warn-only", import_values4.boolean),
    failOnNewOnly: required("fail-on-new-only", import_values4.boolean)
  };
}
function frozen(value) {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) frozen(part);
  return Object.freeze(value);
}

// src/log.ts
var import_text3 = require("./shared.js");
function careful(world) {
  const { log } = world;
  return {
    ...world,
    setFailed: (message) => world.setFailed((0, import_text3.severalLines)(message)),
    log: {
      info: (message) => log.info(inert((0, import_text3.severalLines)(message))),
      notice: annotation(log.notice),
      warning: annotation(log.warning),
      error: annotation(log.error),
      group: (name, work) => log.group((0, import_text3.oneLine)(name), work)
    }
  };
}
function annotation(show) {
  return (message, properties) => show((0, import_text3.severalLines)(message), properties?.title === void 0 ? properties : { title: (0, import_text3.oneLine)(properties.title) });
}
function inert(text) {
  return text.replace(/^[^\S\n]*:(?=:)/gm, "$& ").replaceAll("##[", "## [");
}

// src/start.ts
var import_time = require("./shared.js");
var LEFT = { SIGINT: 5e3, SIGTERM: 2e3 };
var AFTER_ERROR = 6e4;
var OIDC = 60;
async function start(world) {
  const outside = careful(world);
  const { life } = outside;
  const time = (0, import_time.timeBy)(outside.stopwatch);
  let code = 0;
  const setFailed2 = (sentence) => {
    code = 1;
    outside.setFailed(sentence);
  };
  const ports = { ...outside, setFailed: setFailed2, time };
  life.onSignal((signal) => time.end((0, import_time.cancelled)(), LEFT[signal]));
  const crash = new Promise((_, reject) => life.onCrash(reject));
  const known = { place: null };
  try {
    await Promise.race([begin(known, ports), crash]);
  } catch (error2) {
    setFailed2(sentenceOf(error2));
    time.end(error2, AFTER_ERROR);
    if (!stopsBefore(error2)) await tell(known.place, error2, ports).catch(() => void 0);
  }
  life.exit(code);
}
async function begin(known, ports) {
  const { input, env } = ports;
  const inputs = readInputs(input, env.GITHUB_WORKSPACE ?? ".", env.RUNNER_TEMP);
  known.place = inputs;
  ports.time.limit(inputs.timeoutMinutes);
  const getIDToken2 = early(inputs, { ...ports, getIDToken: bounded(ports) });
  await (0, import_promises.setImmediate)();
  const { run } = await Promise.resolve().then(() => __toESM(require("./run.js"), 1));
  await run(inputs, { ...ports, getIDToken: getIDToken2 });
}
function stopsBefore(error2) {
  return error2 instanceof Error && ["InputError", "ConfigError"].includes(error2.name);
}
async function tell(place, error2, ports) {
  if (place === null || place.githubToken === "" || !ports.env.GITHUB_REPOSITORY) return;
  const { withoutResult } = await Promise.resolve().then(() => __toESM(require("./run.js"), 1));
  await withoutResult(place, error2, ports);
}
function bounded({ getIDToken: getIDToken2, stopwatch }) {
  return (audience) => {
    const bound = new AbortController();
    const late = `it sent no whole answer within ${OIDC} seconds. Check that this runner reaches it (proxy, firewall).`;
    stopwatch.after(OIDC * 1e3, () => bound.abort(new Error(late)));
    return (0, import_time.within)(bound.signal, () => getIDToken2(audience));
  };
}
function early(inputs, { getIDToken: getIDToken2, files }) {
  const { federation, replayFile, configFile } = inputs;
  if (!federation || replayFile !== null || configFile.isNamed || files.exists(configFile.path)) return getIDToken2;
  const { audience } = (0, import_clouds.cloudOf)(inputs);
  let first = getIDToken2(audience);
  first.catch(() => void 0);
  return (wanted) => {
    const asked = first;
    first = null;
    return asked && wanted === audience ? asked : getIDToken2(wanted);
  };
}
var foreseen = ["InputError", "ConfigError", "LoginError", "EvidenceFileError"];
function sentenceOf(error2) {
  if (!(error2 instanceof Error)) return `Unexpected failure. Please report it: ${String(error2)}`;
  if (foreseen.includes(error2.name)) return error2.message;
  return `Unexpected error. Please report it with the lines that follow: ${error2.stack ?? error2.message}`;
}

// src/index.ts
(0, import_node_v8.setFlagsFromString)("--heap-growing-percent=35");
(0, import_node_v8.setFlagsFromString)("--semi-space-growth-factor=1");
process.exitCode = 1;
process.removeAllListeners("warning").on("warning", (warning2) => debug(String(warning2)));
(0, import_proxy.completeProxies)(process.env);
void start({
  input: getInput,
  env: process.env,
  now: () => /* @__PURE__ */ new Date(),
  log: core_exports,
  getIDToken,
  setOutput,
  setFailed,
  files: filesIn([process.env.GITHUB_WORKSPACE || ".", process.env.RUNNER_TEMP]),
  stopwatch: { passed: () => performance.now(), after: (milliseconds, call) => void setTimeout(call, milliseconds) },
  life: {
    onSignal(told) {
      for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, told);
    },
    onCrash: (told) => process.on("uncaughtException", told),
    exit(code) {
      process.exitCode = code;
      process.stdout.write("", () => process.exit());
    }
  },
  azure: () => Promise.resolve().then(() => __toESM(require("./azure-sdk.js"), 1)),
  github: () => Promise.resolve().then(() => __toESM(require("./github-sdk.js"), 1))
});
