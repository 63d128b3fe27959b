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
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
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

// node_modules/@actions/io/lib/io-util.js
function exists(fsPath) {
  return __awaiter3(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter3(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path2.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path2.dirname(filePath);
            const upperName = path2.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path2.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
var fs2, path2, __awaiter3, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs2 = __toESM(require("fs"), 1);
    path2 = __toESM(require("path"), 1);
    __awaiter3 = function(thisArg, _arguments, P, generator) {
      function adopt(value2) {
        return value2 instanceof P ? value2 : new P(function(resolve3) {
          resolve3(value2);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value2) {
          try {
            step(generator.next(value2));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value2) {
          try {
            step(generator["throw"](value2));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs2.constants.O_RDONLY;
  }
});

// node_modules/@actions/io/lib/io.js
function which(tool, check2) {
  return __awaiter4(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check2) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter4(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path3.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path3.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path3.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path3.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}
var path3, __awaiter4;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    path3 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter4 = function(thisArg, _arguments, P, generator) {
      function adopt(value2) {
        return value2 instanceof P ? value2 : new P(function(resolve3) {
          resolve3(value2);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value2) {
          try {
            step(generator.next(value2));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value2) {
          try {
            step(generator["throw"](value2));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// node_modules/@actions/exec/lib/toolrunner.js
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped3 = false;
  let arg = "";
  function append(c) {
    if (escaped3 && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped3 = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped3) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped3) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped3 = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var os3, events, child, path4, import_timers, __awaiter5, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    os3 = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path4 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
    __awaiter5 = function(thisArg, _arguments, P, generator) {
      function adopt(value2) {
        return value2 instanceof P ? value2 : new P(function(resolve3) {
          resolve3(value2);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value2) {
          try {
            step(generator.next(value2));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value2) {
          try {
            step(generator["throw"](value2));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    IS_WINDOWS2 = process.platform === "win32";
    ToolRunner = class extends events.EventEmitter {
      constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
          throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
      }
      _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
          this.options.listeners.debug(message);
        }
      }
      _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? "" : "[command]";
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            cmd += toolPath;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else if (options.windowsVerbatimArguments) {
            cmd += `"${toolPath}"`;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else {
            cmd += this._windowsQuoteCmdArg(toolPath);
            for (const a of args) {
              cmd += ` ${this._windowsQuoteCmdArg(a)}`;
            }
          }
        } else {
          cmd += toolPath;
          for (const a of args) {
            cmd += ` ${a}`;
          }
        }
        return cmd;
      }
      _processLineBuffer(data, strBuffer, onLine) {
        try {
          let s = strBuffer + data.toString();
          let n = s.indexOf(os3.EOL);
          while (n > -1) {
            const line = s.substring(0, n);
            onLine(line);
            s = s.substring(n + os3.EOL.length);
            n = s.indexOf(os3.EOL);
          }
          return s;
        } catch (err) {
          this._debug(`error processing line. Failed with error ${err}`);
          return "";
        }
      }
      _getSpawnFileName() {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            return process.env["COMSPEC"] || "cmd.exe";
          }
        }
        return this.toolPath;
      }
      _getSpawnArgs(options) {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
            for (const a of this.args) {
              argline += " ";
              argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
            }
            argline += '"';
            return [argline];
          }
        }
        return this.args;
      }
      _endsWith(str, end) {
        return str.endsWith(end);
      }
      _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
      }
      _windowsQuoteCmdArg(arg) {
        if (!this._isCmdFile()) {
          return this._uvQuoteCmdArg(arg);
        }
        if (!arg) {
          return '""';
        }
        const cmdSpecialChars = [
          " ",
          "	",
          "&",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "^",
          "=",
          ";",
          "!",
          "'",
          "+",
          ",",
          "`",
          "~",
          "|",
          "<",
          ">",
          '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
          if (cmdSpecialChars.some((x) => x === char)) {
            needsQuotes = true;
            break;
          }
        }
        if (!needsQuotes) {
          return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += '"';
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _uvQuoteCmdArg(arg) {
        if (!arg) {
          return '""';
        }
        if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
          return arg;
        }
        if (!arg.includes('"') && !arg.includes("\\")) {
          return `"${arg}"`;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += "\\";
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _cloneExecOptions(options) {
        options = options || {};
        const result = {
          cwd: options.cwd || process.cwd(),
          env: options.env || process.env,
          silent: options.silent || false,
          windowsVerbatimArguments: options.windowsVerbatimArguments || false,
          failOnStdErr: options.failOnStdErr || false,
          ignoreReturnCode: options.ignoreReturnCode || false,
          delay: options.delay || 1e4
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
      }
      _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
          result.argv0 = `"${toolPath}"`;
        }
        return result;
      }
      /**
       * Exec a tool.
       * Output will be streamed to the live console.
       * Returns promise with return code
       *
       * @param     tool     path to tool to exec
       * @param     options  optional exec options.  See ExecOptions
       * @returns   number
       */
      exec() {
        return __awaiter5(this, void 0, void 0, function* () {
          if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
            this.toolPath = path4.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve3, reject) => __awaiter5(this, void 0, void 0, function* () {
            this._debug(`exec tool: ${this.toolPath}`);
            this._debug("arguments:");
            for (const arg of this.args) {
              this._debug(`   ${arg}`);
            }
            const optionsNonNull = this._cloneExecOptions(this.options);
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os3.EOL);
            }
            const state = new ExecState(optionsNonNull, this.toolPath);
            state.on("debug", (message) => {
              this._debug(message);
            });
            if (this.options.cwd && !(yield exists(this.options.cwd))) {
              return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
            }
            const fileName = this._getSpawnFileName();
            const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
            let stdbuffer = "";
            if (cp.stdout) {
              cp.stdout.on("data", (data) => {
                if (this.options.listeners && this.options.listeners.stdout) {
                  this.options.listeners.stdout(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                  optionsNonNull.outStream.write(data);
                }
                stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.stdline) {
                    this.options.listeners.stdline(line);
                  }
                });
              });
            }
            let errbuffer = "";
            if (cp.stderr) {
              cp.stderr.on("data", (data) => {
                state.processStderr = true;
                if (this.options.listeners && this.options.listeners.stderr) {
                  this.options.listeners.stderr(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
                  const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                  s.write(data);
                }
                errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.errline) {
                    this.options.listeners.errline(line);
                  }
                });
              });
            }
            cp.on("error", (err) => {
              state.processError = err.message;
              state.processExited = true;
              state.processClosed = true;
              state.CheckComplete();
            });
            cp.on("exit", (code2) => {
              state.processExitCode = code2;
              state.processExited = true;
              this._debug(`Exit code ${code2} received from tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            cp.on("close", (code2) => {
              state.processExitCode = code2;
              state.processExited = true;
              state.processClosed = true;
              this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            state.on("done", (error2, exitCode) => {
              if (stdbuffer.length > 0) {
                this.emit("stdline", stdbuffer);
              }
              if (errbuffer.length > 0) {
                this.emit("errline", errbuffer);
              }
              cp.removeAllListeners();
              if (error2) {
                reject(error2);
              } else {
                resolve3(exitCode);
              }
            });
            if (this.options.input) {
              if (!cp.stdin) {
                throw new Error("child process missing stdin");
              }
              cp.stdin.end(this.options.input);
            }
          }));
        });
      }
    };
    ExecState = class _ExecState extends events.EventEmitter {
      constructor(options, toolPath) {
        super();
        this.processClosed = false;
        this.processError = "";
        this.processExitCode = 0;
        this.processExited = false;
        this.processStderr = false;
        this.delay = 1e4;
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
          throw new Error("toolPath must not be empty");
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
          this.delay = options.delay;
        }
      }
      CheckComplete() {
        if (this.done) {
          return;
        }
        if (this.processClosed) {
          this._setResult();
        } else if (this.processExited) {
          this.timeout = (0, import_timers.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
        }
      }
      _debug(message) {
        this.emit("debug", message);
      }
      _setResult() {
        let error2;
        if (this.processExited) {
          if (this.processError) {
            error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
          } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
            error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
          } else if (this.processStderr && this.options.failOnStdErr) {
            error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
          }
        }
        if (this.timeout) {
          clearTimeout(this.timeout);
          this.timeout = null;
        }
        this.done = true;
        this.emit("done", error2, this.processExitCode);
      }
      static HandleTimeout(state) {
        if (state.done) {
          return;
        }
        if (!state.processClosed && state.processExited) {
          const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
          state._debug(message);
        }
        state._setResult();
      }
    };
  }
});

// node_modules/@actions/exec/lib/exec.js
var exec_exports = {};
__export(exec_exports, {
  exec: () => exec,
  getExecOutput: () => getExecOutput
});
function exec(commandLine, args, options) {
  return __awaiter6(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
function getExecOutput(commandLine, args, options) {
  return __awaiter6(this, void 0, void 0, function* () {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new import_string_decoder.StringDecoder("utf8");
    const stderrDecoder = new import_string_decoder.StringDecoder("utf8");
    const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
    const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = (data) => {
      stderr += stderrDecoder.write(data);
      if (originalStdErrListener) {
        originalStdErrListener(data);
      }
    };
    const stdOutListener = (data) => {
      stdout += stdoutDecoder.write(data);
      if (originalStdoutListener) {
        originalStdoutListener(data);
      }
    };
    const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
    const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
    stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode,
      stdout,
      stderr
    };
  });
}
var import_string_decoder, __awaiter6;
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    import_string_decoder = require("string_decoder");
    init_toolrunner();
    __awaiter6 = function(thisArg, _arguments, P, generator) {
      function adopt(value2) {
        return value2 instanceof P ? value2 : new P(function(resolve3) {
          resolve3(value2);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value2) {
          try {
            step(generator.next(value2));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value2) {
          try {
            step(generator["throw"](value2));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// src/index.ts
var import_node_fs = require("node:fs");
var import_node_path2 = require("node:path");
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
      for (const key2 in this.properties) {
        if (this.properties.hasOwnProperty(key2)) {
          const val = this.properties[key2];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key2}=${escapeProperty(val)}`;
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
function prepareKeyValueMessage(key2, value2) {
  const delimiter3 = `ghadelimiter_${randomUUID()}`;
  const convertedValue = toCommandValue(value2);
  if (key2.includes(delimiter3)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter3}"`);
  }
  if (convertedValue.includes(delimiter3)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter3}"`);
  }
  return `${key2}<<${delimiter3}${os2.EOL}${convertedValue}${os2.EOL}${delimiter3}`;
}

// node_modules/@actions/core/lib/core.js
var os5 = __toESM(require("os"), 1);
var path5 = __toESM(require("path"), 1);

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
  function adopt(value2) {
    return value2 instanceof P ? value2 : new P(function(resolve3) {
      resolve3(value2);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value2) {
      try {
        step(generator.next(value2));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value2) {
      try {
        step(generator["throw"](value2));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  function adopt(value2) {
    return value2 instanceof P ? value2 : new P(function(resolve3) {
      resolve3(value2);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value2) {
      try {
        step(generator.next(value2));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value2) {
      try {
        step(generator["throw"](value2));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
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
    const htmlAttrs = Object.entries(attrs).map(([key2, value2]) => ` ${key2}="${value2}"`).join("");
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
  addRaw(text3, addEOL = false) {
    this._buffer += text3;
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
  addCodeBlock(code2, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code2), attrs);
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
      const cells2 = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header: header2, data, colspan, rowspan } = cell;
        const tag = header2 ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells2);
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
  addHeading(text3, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text3);
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
  addQuote(text3, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text3, attrs);
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
  addLink(text3, href) {
    const element = this.wrap("a", text3, { href });
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

// late:@actions/exec
var getExecOutput2 = (...a) => (init_exec(), __toCommonJS(exec_exports)).getExecOutput(...a);

// node_modules/@actions/core/lib/platform.js
var __awaiter7 = function(thisArg, _arguments, P, generator) {
  function adopt(value2) {
    return value2 instanceof P ? value2 : new P(function(resolve3) {
      resolve3(value2);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value2) {
      try {
        step(generator.next(value2));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value2) {
      try {
        step(generator["throw"](value2));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var getWindowsInfo = () => __awaiter7(void 0, void 0, void 0, function* () {
  const { stdout: version3 } = yield getExecOutput2('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield getExecOutput2('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version3.trim()
  };
});
var getMacOsInfo = () => __awaiter7(void 0, void 0, void 0, function* () {
  var _a, _b, _c, _d;
  const { stdout } = yield getExecOutput2("sw_vers", void 0, {
    silent: true
  });
  const version3 = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name,
    version: version3
  };
});
var getLinuxInfo = () => __awaiter7(void 0, void 0, void 0, function* () {
  const { stdout } = yield getExecOutput2("lsb_release", ["-i", "-r", "-s"], {
    silent: true
  });
  const [name, version3] = stdout.trim().split("\n");
  return {
    name,
    version: version3
  };
});
var platform = import_os2.default.platform();
var arch = import_os2.default.arch();
var isWindows = platform === "win32";
var isMacOS = platform === "darwin";
var isLinux = platform === "linux";
function getDetails() {
  return __awaiter7(this, void 0, void 0, function* () {
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
var __awaiter8 = function(thisArg, _arguments, P, generator) {
  function adopt(value2) {
    return value2 instanceof P ? value2 : new P(function(resolve3) {
      resolve3(value2);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value2) {
      try {
        step(generator.next(value2));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value2) {
      try {
        step(generator["throw"](value2));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  process.env["PATH"] = `${inputPath}${path5.delimiter}${process.env["PATH"]}`;
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
function setOutput(name, value2) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value2));
  }
  process.stdout.write(os5.EOL);
  issueCommand("set-output", { name }, toCommandValue(value2));
}
function setCommandEcho(enabled2) {
  issue("echo", enabled2 ? "on" : "off");
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
  process.stdout.write(message + os5.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
  return __awaiter8(this, void 0, void 0, function* () {
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
function saveState(name, value2) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value2));
  }
  issueCommand("save-state", { name }, toCommandValue(value2));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
  return __awaiter8(this, void 0, void 0, function* () {
    return yield OidcClient.getIDToken(aud);
  });
}

// src/text.ts
function oneLine(text3, limit = 300) {
  const line = text3.replace(/eyJ[\w-]*\.[\w-]+\.[\w-]*/g, "***").replace(/[\p{Z}\p{C}]+/gu, " ").trim();
  return line.length <= limit ? line : `${Array.from(line).slice(0, limit).join("").trimEnd()} …`;
}
function quoted(value2, limit = 80) {
  const shown2 = Array.from(value2).slice(0, limit).join("");
  const escaped3 = JSON.stringify(shown2).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`
  );
  return shown2.length < value2.length ? `${escaped3.slice(0, -1)}…"` : escaped3;
}

// src/azure/login-error.ts
var LoginError = class extends Error {
  name = "LoginError";
  /** the job was given no identity at all, as on pull requests from forks; false: one was given and refused */
  noIdentity;
  constructor(message, noIdentity = false) {
    super(message);
    this.noIdentity = noIdentity;
  }
};
function noOidcToken(error2) {
  const text3 = oneLine(messageOf(error2));
  if (!/ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)/.test(text3)) {
    return new LoginError(
      `GitHub's OIDC service gave no token: ${text3} Run the job again; if that does not help, look at https://www.githubstatus.com.`
    );
  }
  const advice3 = `This job may not ask GitHub for an OIDC token, so it cannot log in to Azure. Give the job the first of these permissions, and those of the others that it needs (what is not listed is taken away):

  permissions:
    id-token: write
    contents: read # to check out the repository
    pull-requests: write # to comment

A reusable workflow needs it in the workflow that calls it, too. Pull requests from forks and from Dependabot do not get it.`;
  return new LoginError(advice3, true);
}
function refusedByEntra(error2, attempt3) {
  const message = messageOf(error2);
  const code2 = /AADSTS(\d+)/.exec(message)?.[1];
  if (!code2) return new LoginError(noAnswer(message, attempt3));
  const explain = advice[code2];
  const said2 = `Microsoft Entra says: ${entraText(message)}`;
  return new LoginError(explain ? `${explain(attempt3)}

${said2}` : `Azure refused the login. ${said2}`);
}
var wrongCredential = ({ claims, clientId }) => {
  const credential = {
    name: "github",
    issuer: claims.issuer,
    subject: claims.subject,
    audiences: [claims.audience]
  };
  return `No federated credential of the identity ${clientId} matches the OIDC token of this job. The token carries:

  issuer:   ${oneLine(claims.issuer, 1e3)}
  subject:  ${oneLine(claims.subject, 1e3)}
  audience: ${oneLine(claims.audience, 1e3)}

All three must match exactly, upper and lower case included. For an app registration, create the credential with:

  az ad app federated-credential create --id ${clientId} --parameters ${shell(JSON.stringify(credential))}

For a user-assigned identity, use az identity federated-credential create --name github --identity-name <name> --resource-group <group> --issuer ${shell(claims.issuer)} --subject ${shell(claims.subject)} --audiences ${shell(claims.audience)}

GitHub writes subjects with names only (repo:owner/name:…) or, in newer repositories, with ids (repo:owner@1/name@2:…); the subject above is the one to use.`;
};
var advice = {
  "70021": wrongCredential,
  "700211": wrongCredential,
  "700212": wrongCredential,
  "700213": wrongCredential,
  "7002138": wrongCredential,
  "700016": ({ clientId, tenantId }) => `The tenant ${tenantId} has no application ${clientId}. Check client-id (the application's or identity's client id, not its object id) and tenant-id.`,
  "7000229": ({ clientId, tenantId }) => `The tenant ${tenantId} has no service principal for the application ${clientId}. Create it with: az ad sp create --id ${clientId}`,
  "90002": ({ tenantId, cloud }) => `There is no tenant ${tenantId} in ${cloud.name}. Check tenant-id, and environment if the tenant belongs to another cloud.`,
  "7000222": ({ clientId }) => `A client secret or certificate of ${clientId} has expired. This action uses neither: check that client-id names the identity that has the federated credential.`,
  "53003": ({ clientId }) => `A Conditional Access policy blocks ${clientId}. Ask whoever manages workload identities in your tenant to let it in from GitHub's runners, or use a runner in an allowed location.`,
  "700024": () => "The OIDC token was not valid yet, or not any more, when Azure looked at it. Run the job again; on a self-hosted runner, check its clock."
};
function noAnswer(message, { cloud }) {
  const { host } = new URL(cloud.authority);
  const text3 = oneLine(message).replace(/^(\w+): See https:\S+ for details$/, "$1");
  return `The login to Azure failed, because ${host} could not be reached or did not answer as it should (${text3}). Check that the runner reaches ${host} (proxy, firewall, certificates), then run the job again.`;
}
function entraText(message) {
  const text3 = oneLine(message.slice(message.indexOf("AADSTS")).split(/\r?\n|Trace ID:/)[0] ?? "", 500);
  const trace = /Trace ID: ([\w-]{8,})/.exec(message)?.[1];
  return trace ? `${text3} (Trace ID: ${trace})` : text3;
}
function refusedByCli(error2, cloud) {
  const text3 = oneLine(messageOf(error2), 500);
  const otherwise = "Put an azure/login step before this one, or give client-id and tenant-id (are their variables or secrets set?) to log in with the OIDC token of the job.";
  if (/could not be found/.test(text3)) {
    return new LoginError(
      `client-id and tenant-id are empty, and there is no Azure CLI on this runner. ${otherwise}`,
      true
    );
  }
  if (/Please run 'az login'/.test(text3)) {
    return new LoginError(`client-id and tenant-id are empty, and the Azure CLI is not logged in. ${otherwise}`, true);
  }
  return new LoginError(
    `The Azure CLI gave no token for ${cloud.resourceManager}: ${text3} Check that the azure/login step before this one logs in to ${cloud.name}.`
  );
}
function messageOf(error2) {
  return error2 instanceof Error ? error2.message : String(error2);
}
function shell(text3) {
  return `'${text3.replaceAll("'", "'\\''")}'`;
}

// src/github/event.ts
function readEvent(env, payload2) {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const from = objectOf(objectOf(payload2).repository);
  const repository = env.GITHUB_REPOSITORY || textOf(from.full_name);
  const [owner = "", repo = ""] = repository.split("/");
  const serverUrl = (env.GITHUB_SERVER_URL || "https://github.com").replace(/\/+$/, "");
  const actor = env.GITHUB_ACTOR ?? "";
  const ref = env.GITHUB_REF ?? "";
  const pullRequest = isPullRequest(name) ? pullRequestOf(objectOf(payload2).pull_request, repository, actor) : null;
  return {
    name,
    repository,
    owner,
    repo,
    repositoryId: env.GITHUB_REPOSITORY_ID || idOf(from.id),
    sha: pullRequest?.headSha || (env.GITHUB_SHA ?? ""),
    ref,
    runUrl: `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
    serverUrl,
    actor,
    pullRequest,
    visibility: visibilityOf(from),
    onDefaultBranch: isPullRequest(name) ? false : isDefaultBranch(ref, from.default_branch)
  };
}
function isPullRequest(name) {
  return name === "pull_request" || name === "pull_request_target";
}
function pullRequestOf(value2, repository, actor) {
  const { number, head, base } = objectOf(value2);
  if (typeof number !== "number") return null;
  const from = objectOf(objectOf(head).repo);
  const into = textOf(objectOf(objectOf(base).repo).full_name) || repository;
  return {
    number,
    headSha: textOf(objectOf(head).sha),
    foreign: textOf(from.full_name).toLowerCase() !== into.toLowerCase(),
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
function isSkipped(event, hasOidc, hasAzureSession) {
  const withoutRights = event.pullRequest !== null && (event.pullRequest.foreign || event.pullRequest.dependabot);
  return withoutRights && !hasOidc && !hasAzureSession;
}
function objectOf(value2) {
  return typeof value2 === "object" && value2 !== null ? value2 : {};
}
function textOf(value2) {
  return typeof value2 === "string" ? value2 : "";
}
function idOf(value2) {
  return typeof value2 === "number" || typeof value2 === "string" && value2 !== "" ? String(value2) : null;
}

// src/github/repository.ts
async function completeEvent(event, octokit) {
  const known2 = event.visibility !== null && event.onDefaultBranch !== null;
  const repository = known2 ? {} : await askedFor(event, octokit);
  return {
    ...event,
    visibility: event.visibility ?? visibilityOf(repository) ?? "public",
    onDefaultBranch: event.onDefaultBranch ?? isDefaultBranch(event.ref, repository.default_branch) ?? false
  };
}
async function askedFor({ owner, repo }, octokit) {
  try {
    const { rest } = await octokit();
    return objectOf((await rest.repos.get({ owner, repo })).data);
  } catch {
    return {};
  }
}

// src/input-values.ts
var import_node_path = require("node:path");
var Refusal = class extends Error {
};
function matching(pattern3, allowed) {
  return (text3) => {
    if (!pattern3.test(text3)) throw new Refusal(allowed);
    return text3;
  };
}
var isGuid = matching(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "it must be a GUID such as 01234567-89ab-cdef-0123-456789abcdef"
);
var guid = (text3) => isGuid(text3).toLowerCase();
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++) {
      const replaced2 = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced2, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
function isNear(one, other) {
  return Math.abs(one.length - other.length) <= 2 && distance(one, other) <= 2;
}
function nearest(text3, values) {
  const typed = text3.toLowerCase();
  const near = values.filter((value2) => isNear(value2, typed));
  return near.sort((one, other) => distance(one, typed) - distance(other, typed))[0];
}
function oneOf(...allowed) {
  return (text3) => {
    const exact = allowed.find((value2) => value2 === text3);
    if (exact) return exact;
    const near = nearest(text3, allowed);
    throw new Refusal(`it must be ${anyOf(allowed)}${near ? `; did you mean ${near}?` : ""}`);
  };
}
function anyOf(values) {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
var boolean = (text3) => {
  if (/^(true|True|TRUE)$/.test(text3)) return true;
  if (/^(false|False|FALSE)$/.test(text3)) return false;
  throw new Refusal("it must be true or false");
};
function wholeNumber(least, most) {
  return (text3) => {
    const value2 = /^\d{1,9}$/.test(text3) ? Number(text3) : Number.NaN;
    if (!(value2 >= least && value2 <= most)) throw new Refusal(`it must be a whole number from ${least} to ${most}`);
    return value2;
  };
}
var httpsOrigin = (text3) => {
  const url = URL.parse(text3);
  if (url?.protocol !== "https:" || url.href !== `${url.origin}/`) {
    throw new Refusal("it must be an address such as https://management.example.com, without user, path or query");
  }
  return url.origin;
};
var uri = (text3) => {
  if (/[\s\p{C}]/u.test(text3) || !URL.canParse(text3)) {
    throw new Refusal("it must be a URI such as api://AzureADTokenExchange");
  }
  return text3;
};
function fileInside(...folders) {
  return (text3) => {
    const file = (0, import_node_path.resolve)(folders[0], text3);
    const inside = folders.some((folder) => isInside((0, import_node_path.relative)(folder, file)));
    if (!inside || /[\0\r\n]/.test(text3) || /[\\/]$/.test(text3)) {
      throw new Refusal("it must be the path of a file inside the workspace or RUNNER_TEMP");
    }
    return file;
  };
}
function isInside(path6) {
  return path6 !== "" && !/^\.\.([\\/]|$)/.test(path6) && !(0, import_node_path.isAbsolute)(path6);
}
function entries(text3) {
  const found2 = /* @__PURE__ */ new Map();
  for (const entry of text3.split(/[,\r\n]/).map((part) => part.trim())) {
    const key2 = entry.toLowerCase();
    if (entry !== "" && !found2.has(key2)) found2.set(key2, entry);
  }
  return [...found2.values()];
}

// src/input-reader.ts
var InputError = class extends Error {
  name = "InputError";
  problems;
  constructor(problems) {
    super(`The inputs of this action need a correction:
${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
};
function readerOf(read2, defaults) {
  const problems = [];
  const parsed = (name, text3, parse2) => {
    try {
      return parse2(text3);
    } catch (error2) {
      if (!(error2 instanceof Refusal)) throw error2;
      problems.push(`${name} is ${quoted(text3)}: ${error2.message}${error2.message.endsWith("?") ? "" : "."}`);
      return void 0;
    }
  };
  const optional2 = (name, parse2) => {
    const text3 = read2(name).trim();
    return text3 === "" ? void 0 : parsed(name, text3, parse2);
  };
  return {
    problems,
    optional: optional2,
    // a refused value becomes the default: the run stops anyway, and what depends on it can still be looked at
    required: (name, parse2) => optional2(name, parse2) ?? parse2(defaults[name]),
    list: (name, parse2) => entries(read2(name)).flatMap((entry) => {
      const value2 = parsed(`${name} entry`, entry, parse2);
      return value2 === void 0 ? [] : [value2];
    })
  };
}

// src/targets.ts
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
var resourceGroupTarget = (text3) => {
  const [, subscription, name] = groupId.exec(text3) ?? [];
  if (subscription === void 0 || name === void 0) return { name: aGroupName(text3) };
  return { subscriptionId: guid(subscription), name: aGroupName(name) };
};
var workspaceTarget = (text3) => {
  if (!text3.includes("/")) return { kind: "pattern", pattern: matching(workspacePattern, workspaceForms)(text3) };
  const [group2 = "", name = "", ...more] = text3.split("/");
  if (group2 === "" || more.length > 0) return byId(text3);
  if (name.includes("*")) {
    throw new Refusal(
      "a * is possible in a name alone; put the group into resource-groups and the name into workspaces"
    );
  }
  if (!groupName.test(group2) || !workspaceName.test(name)) throw new Refusal(workspaceForms);
  return { kind: "group", resourceGroup: group2, name };
};
function byId(id) {
  const [, subscription = "", resourceGroup2 = "", name = ""] = workspaceId.exec(id) ?? [];
  if (!groupName.test(resourceGroup2) || !workspaceName.test(name)) throw new Refusal(workspaceForms);
  return { kind: "id", id, subscriptionId: guid(subscription), resourceGroup: resourceGroup2, name };
}

// src/inputs.ts
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
  "config-file": ".github/azureml-encryption.yml"
};
function readInputs(read2, workspace2, runnerTemp = "") {
  const reader = readerOf(read2, inputDefaults);
  const file = fileInside(workspace2, ...runnerTemp === "" ? [] : [runnerTemp]);
  const inputs = {
    federation: readFederation(reader),
    ...readCloud(reader),
    targets: readTargets(reader),
    policy: readPolicy(reader),
    commentSummaryInPr: reader.required("comment-summary-in-pr", oneOf("always", "on-failure", "never")),
    reportId: reader.required("report-id", slug),
    githubToken: read2("github-token").trim(),
    jsonFile: reader.required("json-file", file),
    markdownFile: reader.optional("markdown-file", file) ?? null,
    publishDetails: reader.optional("publish-details", boolean),
    timeoutMinutes: reader.required("timeout-minutes", wholeNumber(1, 360)),
    configFile: {
      path: reader.required("config-file", file),
      name: read2("config-file").trim() || inputDefaults["config-file"],
      isNamed: read2("config-file").trim() !== ""
    }
  };
  if (inputs.markdownFile === inputs.jsonFile) reader.problems.push("json-file and markdown-file name the same file.");
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return frozen(inputs);
}
var slug = matching(/^[a-z0-9-]{1,40}$/, "it must be 1 to 40 lower-case letters, digits and hyphens");
function readFederation({ optional: optional2, problems }) {
  const before = problems.length;
  const clientId = optional2("client-id", guid);
  const tenantId = optional2("tenant-id", guid);
  if (clientId && tenantId) return { clientId, tenantId };
  if ((clientId || tenantId) && problems.length === before) {
    const [given, missing] = clientId ? ["client-id", "tenant-id"] : ["tenant-id", "client-id"];
    problems.push(
      `${missing} is empty although ${given} is given: give both (is a variable or secret unset?), or neither to use the session of azure/login.`
    );
  }
  return null;
}
function readCloud(reader) {
  const environment = reader.required(
    "environment",
    (text3) => oneOf("azurecloud", "azureusgovernment", "azurechinacloud", "custom")(text3.toLowerCase())
  );
  return {
    environment,
    audience: reader.optional("audience", uri) ?? null,
    resourceManagerUrl: readEndpoint(reader, "resource-manager-url", environment),
    authorityHost: readEndpoint(reader, "authority-host", environment)
  };
}
function readEndpoint({ optional: optional2, problems }, name, environment) {
  const before = problems.length;
  const endpoint = optional2(name, httpsOrigin) ?? null;
  if (problems.length > before) return null;
  if (environment === "custom" && !endpoint) problems.push(`${name} is empty: environment custom requires it.`);
  if (environment !== "custom" && endpoint) {
    problems.push(`${name} is given although environment is ${environment}: it is possible only with custom.`);
  }
  return endpoint;
}
function readTargets({ list: list2, optional: optional2 }) {
  return {
    workspaces: list2("workspaces", workspaceTarget),
    resourceGroups: list2("resource-groups", resourceGroupTarget),
    subscriptions: list2("subscriptions", guid),
    managementGroups: list2("management-groups", managementGroup),
    subscriptionId: optional2("subscription-id", guid)
  };
}
function readPolicy({ required: required2 }) {
  return {
    profile: required2("profile", oneOf("baseline", "cmk-required")),
    failOnSeverity: required2("fail-on-severity", oneOf("high", "medium", "low", "never")),
    onUnknown: required2("on-unknown", oneOf("fail", "warn")),
    warnOnly: required2("warn-only", boolean)
  };
}
function frozen(value2) {
  for (const part of Object.values(value2)) if (typeof part === "object" && part !== null) frozen(part);
  return Object.freeze(value2);
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
  const [, subscriptionId = "", resourceGroup2 = "", provider2 = "", rest = ""] = match;
  const segments = rest.slice(1).split("/");
  const types2 = segments.filter((_, index) => index % 2 === 0);
  return {
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup: resourceGroup2,
    type: [provider2, ...types2].join("/").toLowerCase(),
    name: segments.at(-1) ?? ""
  };
}
function isManagedHsmId(id) {
  return parseResourceId(id)?.type === "microsoft.keyvault/managedhsms";
}
function idKey(id) {
  return canonical(id).toLowerCase();
}
function parentId(id) {
  const segments = canonical(id).split("/");
  const above = segments.slice(0, -2);
  return above.at(-2)?.toLowerCase() === "providers" ? above.slice(0, -2).join("/") : above.join("/");
}
function groupId2(subscriptionId, resourceGroup2) {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup2}`;
}
function isWithin(id, scope2) {
  const [below, above] = [idKey(id), idKey(scope2)];
  return above === "/" || below === above || below.startsWith(`${above}/`);
}
function canonical(id) {
  const trimmed = id.endsWith("/") || id.endsWith(" ") ? id.trim().replace(/\/+$/, "") : id.trim();
  return trimmed.startsWith("/") ? trimmed : `/${trimmed}`;
}

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
function listedType(parent, segment2) {
  const own = segment2.toLowerCase();
  if (own.startsWith("providers/")) return own.slice("providers/".length);
  return `${parseResourceId(idKey(parent))?.type ?? ""}/${own}`;
}

// src/evidence/records.ts
var collectionKey = {
  /** Cosmos DB, AI Search and storage accounts of a resource group */
  group: (groupId3) => `group:${groupId3.toLowerCase()}`,
  /** the vault or managed HSM behind a host name */
  vault: (host) => `vault:${host.toLowerCase()}`,
  /** what Resource Manager lists below an id */
  list: (parentId2, segment2) => `list:${idKey(parentId2)}/${segment2.toLowerCase()}`,
  /** the storage account of a name, which no other has */
  account: (name) => `account:${name.toLowerCase()}`,
  /** role assignments of a principal */
  roles: (principalId) => `roles:${principalId.toLowerCase()}`
};

// src/evidence/meaning.ts
var byDefault = { encryption: { value: { keySource: "Default" } }, requireInfrastructureEncryption: { value: false } };
var managedByDefault = { managedServices: { keySource: "Default" }, managedDisk: { keySource: "Default" } };
var absent = {
  "microsoft.machinelearningservices/workspaces": {
    "properties.encryption": { status: "Disabled" },
    "properties.hbiworkspace": false,
    kind: "default",
    identity: { type: "None" },
    "identity.type": "None"
  },
  "microsoft.storage/storageaccounts": {
    "properties.minimumtlsversion": "TLS1_0",
    "properties.allowsharedkeyaccess": true,
    "properties.encryption.requireinfrastructureencryption": false,
    "properties.encryption.services": {},
    "properties.encryption.services.queue": { keyType: "Service" },
    "properties.encryption.services.queue.keytype": "Service",
    "properties.encryption.services.table": { keyType: "Service" },
    "properties.encryption.services.table.keytype": "Service",
    "properties.isnfsv3enabled": false
  },
  "microsoft.keyvault/vaults": {
    "properties.enablepurgeprotection": false,
    "properties.enablerbacauthorization": false,
    "properties.publicnetworkaccess": "Enabled",
    "properties.networkacls": { bypass: "AzureServices", defaultAction: "Allow" },
    "properties.networkacls.bypass": "AzureServices",
    "properties.networkacls.defaultaction": "Allow"
  },
  "microsoft.containerregistry/registries": {
    "properties.encryption": { status: "disabled" }
  },
  "microsoft.machinelearningservices/workspaces/computes": {
    "properties.disablelocalauth": false
  },
  "microsoft.containerservice/managedclusters": {
    "properties.securityprofile": { azureKeyVaultKms: { enabled: false } },
    "properties.securityprofile.azurekeyvaultkms": { enabled: false },
    "properties.securityprofile.azurekeyvaultkms.enabled": false
  },
  "microsoft.compute/diskencryptionsets": {
    "properties.rotationtolatestkeyversionenabled": false
  },
  "microsoft.databricks/workspaces": {
    "properties.parameters": byDefault,
    "properties.parameters.encryption": byDefault.encryption,
    "properties.parameters.requireinfrastructureencryption": byDefault.requireInfrastructureEncryption,
    "properties.encryption": { entities: managedByDefault },
    "properties.encryption.entities": managedByDefault,
    "properties.encryption.entities.managedservices": managedByDefault.managedServices,
    "properties.encryption.entities.manageddisk": managedByDefault.managedDisk
  },
  "microsoft.operationalinsights/workspaces": {
    "properties.forcecmkforquery": false
  }
};
var since = {
  "microsoft.machinelearningservices/workspaces": {
    "properties.enableservicesidecmkencryption": "2025-06-01",
    "properties.systemdatastoresauthmode": "2025-06-01"
  }
};
function meaningOfAbsence(type2, path6) {
  return absent[type2]?.[path6];
}
function introducedIn(type2, path6) {
  return since[type2]?.[path6];
}
function notObservable(type2, apiVersion) {
  return Object.entries(since[type2] ?? {}).filter(([, introduced]) => apiVersion === null || apiVersion < introduced).map(([path6]) => path6);
}

// src/evidence/resource.ts
var Undecided = class extends Error {
  reason;
  /** the record that is missing, when that is why */
  record;
  constructor(reason, message, record2 = null) {
    super(message);
    this.reason = reason;
    this.record = record2;
  }
};
function noReads() {
  return { values: [], records: /* @__PURE__ */ new Set() };
}
function openResource(record2, reads) {
  const parsed = parseResourceId(record2.id);
  const type2 = typeOf(record2, parsed?.type);
  const read2 = (path6) => {
    const into = reads();
    into.records.add(record2);
    if (record2.state !== "read") throw new Undecided(record2.reason, record2.message, record2);
    return lookup(record2, type2, path6);
  };
  const note = (path6, value2) => remember(reads(), record2, path6, value2);
  const typed = (path6, convert, shown2) => {
    const { value: value2, written } = read2(path6);
    if (value2 === void 0) {
      note(path6, null);
      return void 0;
    }
    const converted = convert(value2);
    if (converted === void 0) throw unrecognised(path6, value2);
    note(path6, written ? shown2(converted) : null);
    return converted;
  };
  return {
    id: record2.id,
    name: parsed?.name ?? record2.id.split("/").at(-1) ?? record2.id,
    type: type2,
    unreadable: record2.state === "read" ? null : record2,
    record: record2,
    text: (path6) => typed(path6, toText, shorten),
    flag: (path6) => typed(path6, toFlag, (value2) => value2),
    number: (path6) => typed(path6, toNumber, (value2) => value2),
    list: (path6) => typed(path6, toList, (value2) => `${value2.length} entries`),
    entries: (path6) => typed(path6, toEntries, (value2) => `${value2.length} entries`),
    has: (path6) => read2(path6).value !== void 0,
    note
  };
}
function peek({ record: record2 }, path6) {
  return record2.state === "read" ? valueAt(record2.body, path6) : void 0;
}
function valueAt(json, path6) {
  return path6.split(".").reduce((at2, key2) => member(at2, key2), json);
}
function lookup(record2, type2, path6) {
  let at2 = record2.body;
  let sofar = "";
  let written = true;
  for (const key2 of path6.split(".")) {
    if (!isObject(at2)) throw unrecognised(sofar, at2);
    sofar = sofar ? `${sofar}.${key2.toLowerCase()}` : key2.toLowerCase();
    at2 = member(at2, key2);
    if (at2 === void 0) {
      at2 = meaning(record2, type2, sofar, key2);
      written = false;
    }
    if (at2 === void 0) break;
  }
  return { value: at2, written };
}
function meaning(record2, type2, path6, name) {
  const introduced = introducedIn(type2, path6);
  if (introduced && (record2.apiVersion === null || record2.apiVersion < introduced)) {
    throw new Undecided(
      "api-unsupported",
      `${name} is not in the api-version that was read (${record2.apiVersion ?? "not told"}; it came with ${introduced}).`
    );
  }
  return meaningOfAbsence(type2, path6);
}
function member(value2, key2) {
  if (!isObject(value2)) return void 0;
  const found2 = Object.hasOwn(value2, key2) ? key2 : Object.keys(value2).find((name) => name.toLowerCase() === key2.toLowerCase());
  const at2 = found2 === void 0 ? void 0 : value2[found2];
  return at2 === null || at2 === "" ? void 0 : at2;
}
function isObject(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}
function remember(reads, record2, path6, value2) {
  reads.records.add(record2);
  const already = reads.values.find((item) => item.path === path6 && item.resource === record2.id);
  if (already) already.value = value2;
  else reads.values.push({ resource: record2.id, path: path6, value: value2 });
}
function unrecognised(path6, value2) {
  const kind = Array.isArray(value2) ? "a list" : `a value of type ${typeof value2}`;
  return new Undecided("unrecognised-value", `${path6} holds ${kind}, which this version does not know how to read.`);
}
function typeOf(record2, fallback) {
  const type2 = record2.state === "read" ? record2.body.type : void 0;
  return (typeof type2 === "string" ? type2 : fallback ?? "").toLowerCase();
}
function shorten(value2) {
  return value2.length > 300 ? `${value2.slice(0, 300)}…` : value2;
}
function toText(value2) {
  return typeof value2 === "string" ? value2 : void 0;
}
function toFlag(value2) {
  if (typeof value2 === "boolean") return value2;
  const text3 = typeof value2 === "string" ? value2.toLowerCase() : "";
  return text3 === "true" ? true : text3 === "false" ? false : void 0;
}
function toNumber(value2) {
  return typeof value2 === "number" && Number.isFinite(value2) ? value2 : void 0;
}
function toList(value2) {
  return Array.isArray(value2) ? value2 : void 0;
}
function toEntries(value2) {
  return isObject(value2) ? Object.entries(value2) : void 0;
}

// src/evidence/contents.ts
function openChildren(evidence2, workspace2, at2, open3) {
  const listed2 = (parent, segment2) => {
    const list2 = evidence2.collections.get(collectionKey.list(parent.id, segment2)) ?? neverRead(parent, segment2);
    const items = list2.ids.map(at2).filter(({ unreadable: unreadable2 }) => unreadable2?.state !== "absent");
    return list2.state === "read" || list2.reason === "truncated" ? items : [...items, hidden(parent, open3(list2))];
  };
  const ofKind = (kind) => {
    if (isListed(kind)) return listed2(workspace2, childLists[kind]);
    return ofKind(deploymentLists[kind]).flatMap(
      (endpoint) => endpoint.unreadable ? [endpoint] : listed2(endpoint, "deployments")
    );
  };
  return {
    list: (...kinds2) => ({ all: together(kinds2.flatMap(ofKind)), none: "not-used" }),
    isComplete: (kind) => !isListed(kind) || evidence2.collections.get(collectionKey.list(workspace2.id, childLists[kind]))?.state === "read",
    extensionOf: (cluster) => listed2(cluster, extensionsSegment).find((one) => one.unreadable !== null || isMachineLearning(one)) ?? null,
    containerGroupOf(service) {
      const host = hostOf(service);
      const groups = listed2(at2(groupOf(workspace2.id)), containerGroupsSegment);
      return groups.find((group2) => group2.unreadable !== null || host !== null && fqdnOf(group2) === host) ?? null;
    },
    scopesOf: (account) => ({
      all: listed2(account, "encryptionScopes"),
      none: "not-used"
    })
  };
}
function isListed(kind) {
  return kind in childLists;
}
function hidden({ id, name, type: type2 }, list2) {
  return { ...list2, id, name, type: type2 };
}
function neverRead({ id, name }, segment2) {
  const message = `The ${segment2.split("/").at(-1)} of ${name} were not read.`;
  return {
    state: "unreadable",
    id: `${id}/${segment2}`,
    reason: "not-visible",
    action: null,
    scope: null,
    message,
    ids: []
  };
}
function together(all) {
  const once = /* @__PURE__ */ new Map();
  for (const one of all) {
    const known2 = once.get(idKey(one.id));
    if (!known2?.unreadable || !one.unreadable) once.set(idKey(one.id), known2 ?? one);
    else if (known2.record !== one.record) {
      const message = `${known2.unreadable.message} ${one.unreadable.message}`;
      once.set(idKey(one.id), { ...known2, unreadable: { ...known2.unreadable, message } });
    }
  }
  return [...once.values()];
}
function groupOf(id) {
  const { subscriptionId = "", resourceGroup: resourceGroup2 = "" } = parseResourceId(id) ?? {};
  return groupId2(subscriptionId, resourceGroup2);
}
function isMachineLearning(extension) {
  return String(peek(extension, "properties.extensionType")).toLowerCase() === "microsoft.azureml.kubernetes";
}
function hostOf(service) {
  return /^https?:\/\/([^/:]+)/i.exec(String(peek(service, "properties.scoringUri")))?.[1]?.toLowerCase() ?? null;
}
function fqdnOf(group2) {
  return String(peek(group2, "properties.ipAddress.fqdn")).toLowerCase();
}

// src/evidence/key-id.ts
var pattern2 = /^https:\/\/(?<vault>[^./:]+)\.(?<suffix>[a-z0-9.-]+?)(?::443)?\/keys\/(?<key>[^/]+)(?:\/(?<version>[0-9a-f]{32}))?\/?$/i;
function parseKeyId(url) {
  const groups = pattern2.exec(url.trim())?.groups;
  if (!groups?.vault || !groups.suffix || !groups.key) return null;
  return { host: `${groups.vault}.${groups.suffix}`.toLowerCase(), name: groups.key, version: groups.version ?? null };
}
function vaultHost(uri2) {
  const match = /^https:\/\/([^/:]+)(?::443)?\/?$/i.exec(uri2.trim());
  return match?.[1]?.toLowerCase() ?? null;
}
function isManagedHsm(host) {
  return host.includes(".managedhsm.");
}
function keyUrl(host, name) {
  return `https://${host}/keys/${name}`;
}

// src/evidence/keys.ts
var holders = [
  {
    type: "microsoft.machinelearningservices/workspaces",
    when: { path: "properties.encryption.status", is: "Enabled" },
    identifier: "properties.encryption.keyVaultProperties.keyIdentifier",
    vaultId: "properties.encryption.keyVaultProperties.keyVaultArmId"
  },
  {
    type: "microsoft.storage/storageaccounts",
    when: { path: "properties.encryption.keySource", is: "Microsoft.Keyvault" },
    parts: {
      uri: "properties.encryption.keyvaultproperties.keyvaulturi",
      name: "properties.encryption.keyvaultproperties.keyname",
      version: "properties.encryption.keyvaultproperties.keyversion"
    },
    inUse: "properties.encryption.keyvaultproperties.currentVersionedKeyIdentifier"
  },
  {
    type: "microsoft.containerregistry/registries",
    when: { path: "properties.encryption.status", is: "enabled" },
    identifier: "properties.encryption.keyVaultProperties.keyIdentifier",
    inUse: "properties.encryption.keyVaultProperties.versionedKeyIdentifier"
  },
  {
    type: "microsoft.operationalinsights/clusters",
    parts: {
      uri: "properties.keyVaultProperties.keyVaultUri",
      name: "properties.keyVaultProperties.keyName",
      version: "properties.keyVaultProperties.keyVersion"
    }
  },
  {
    type: "microsoft.documentdb/databaseaccounts",
    identifier: "properties.keyVaultKeyUri",
    inUseVersion: "properties.keyVaultKeyUriVersion"
  },
  {
    type: "microsoft.compute/diskencryptionsets",
    identifier: "properties.activeKey.keyUrl",
    vaultId: "properties.activeKey.sourceVault.id",
    follows: "properties.rotationToLatestKeyVersionEnabled"
  },
  {
    type: "microsoft.containerservice/managedclusters",
    when: { path: "properties.securityProfile.azureKeyVaultKms.enabled", is: "true" },
    identifier: "properties.securityProfile.azureKeyVaultKms.keyId",
    vaultId: "properties.securityProfile.azureKeyVaultKms.keyVaultResourceId"
  },
  {
    type: "microsoft.databricks/workspaces",
    when: { path: "properties.parameters.encryption.value.keySource", is: "Microsoft.Keyvault" },
    parts: {
      uri: "properties.parameters.encryption.value.keyvaulturi",
      name: "properties.parameters.encryption.value.KeyName",
      version: "properties.parameters.encryption.value.keyversion"
    }
  },
  ...["managedServices", "managedDisk"].map((entity) => {
    const at2 = `properties.encryption.entities.${entity}`;
    const parts = { uri: "keyVaultUri", name: "keyName", version: "keyVersion" };
    return {
      type: "microsoft.databricks/workspaces",
      when: { path: `${at2}.keySource`, is: "Microsoft.Keyvault" },
      parts: {
        uri: `${at2}.keyVaultProperties.${parts.uri}`,
        name: `${at2}.keyVaultProperties.${parts.name}`,
        version: `${at2}.keyVaultProperties.${parts.version}`
      },
      follows: `${at2}.rotationToLatestKeyVersionEnabled`
    };
  }),
  {
    type: "microsoft.containerinstance/containergroups",
    parts: {
      uri: "properties.encryptionProperties.vaultBaseUrl",
      name: "properties.encryptionProperties.keyName",
      version: "properties.encryptionProperties.keyVersion"
    }
  },
  {
    type: "microsoft.hdinsight/clusters",
    parts: {
      uri: "properties.diskEncryptionProperties.vaultUri",
      name: "properties.diskEncryptionProperties.keyName",
      version: "properties.diskEncryptionProperties.keyVersion"
    }
  },
  {
    type: "microsoft.storage/storageaccounts/encryptionscopes",
    when: { path: "properties.source", is: "Microsoft.KeyVault" },
    identifier: "properties.keyVaultProperties.keyUri",
    inUse: "properties.keyVaultProperties.currentVersionedKeyIdentifier"
  }
];
function keyUses(type2, body) {
  return holders.filter((holder) => holder.type === type2.toLowerCase()).flatMap((holder) => use(holder, body) ?? []);
}
function use(holder, body) {
  const text3 = (path6) => {
    const value2 = path6 === void 0 ? void 0 : valueAt(body, path6);
    return typeof value2 === "string" ? value2 : null;
  };
  if (holder.when && !says(body, holder.when.path, holder.when.is)) return null;
  const key2 = holder.identifier ? parseKeyId(text3(holder.identifier) ?? "") : fromParts(holder, text3);
  if (!key2) return null;
  const follows = holder.follows !== void 0 && says(body, holder.follows, "true");
  const inUse = parseKeyId(text3(holder.inUse) ?? "")?.version ?? versionOf(text3(holder.inUseVersion));
  return {
    host: key2.host,
    name: key2.name,
    pinned: follows ? null : key2.version,
    inUse: follows ? key2.version : inUse,
    vaultId: text3(holder.vaultId)
  };
}
function says(body, path6, expected2) {
  return String(valueAt(body, path6)).toLowerCase() === expected2.toLowerCase();
}
function fromParts(holder, text3) {
  const host = vaultHost(text3(holder.parts?.uri) ?? "");
  const name = text3(holder.parts?.name);
  return host && name ? { host, name, version: text3(holder.parts?.version) } : null;
}
function versionOf(text3) {
  return text3 === null ? null : parseKeyId(text3)?.version ?? (/^[0-9a-f]{32}$/i.test(text3) ? text3 : null);
}

// src/evidence/workspace.ts
var defaultOptions = {
  keyMinimumBits: 2048,
  keyMaximumAgeDays: 730,
  keyExpiryWarningDays: 30,
  isDeniedName: () => false,
  encryptionScopes: false
};
var types = {
  storage: "microsoft.storage/storageaccounts",
  cosmos: "microsoft.documentdb/databaseaccounts",
  search: "microsoft.search/searchservices",
  cluster: "microsoft.containerservice/managedclusters",
  arc: "microsoft.kubernetes/connectedclusters",
  databricks: "microsoft.databricks/workspaces",
  virtualMachine: "microsoft.compute/virtualmachines",
  hdinsight: "microsoft.hdinsight/clusters"
};
function openWorkspace(evidence2, id, profile2, options = defaultOptions) {
  let reads = noReads();
  const opened = /* @__PURE__ */ new Map();
  const at2 = (wanted) => {
    const key2 = idKey(wanted);
    const known2 = opened.get(key2);
    if (known2) return known2;
    const resource3 = openResource(evidence2.resources.get(key2) ?? notRead(wanted), () => reads);
    opened.set(key2, resource3);
    return resource3;
  };
  const resource2 = at2(id);
  const kind = (textAt(resource2, "kind") ?? "default").toLowerCase();
  const hubId = textAt(resource2, "properties.hubResourceId");
  const hub = kind === "project" ? hubId ? at2(hubId) : at2("") : null;
  const architecture = architectureOf(resource2, hub);
  const encrypted = hub === null && statusOf(resource2) === "enabled";
  const dependency = (path6) => dependencies(resource2, hub, at2, path6);
  const metadataGroup = managedGroup(evidence2, resource2, architecture, at2);
  const metadata = metadataStores(resource2, architecture, metadataGroup, at2);
  const open3 = (record2) => openResource(record2, () => reads);
  const children = openChildren(evidence2, resource2, at2, open3);
  const scopesOf = (account) => options.encryptionScopes ? children.scopesOf(account) : { all: [], none: "disabled" };
  const datastores = dataAccounts(evidence2, children.list("datastores").all, at2, open3).filter(
    ({ id: id2 }) => !isOfHub(hub, id2)
  );
  const ofHub = hub ? textAt(hub, "properties.storageAccount") : void 0;
  const data = datastores.filter((account) => ofHub === void 0 || idKey(account.id) !== idKey(ofHub));
  const storageAccounts = storage(dependency("properties.storageAccount"), metadata, data);
  const containerRegistry = dependency("properties.containerRegistry");
  const diagnostics = dependency("properties.applicationInsights");
  const attached = targets(children.list("computes"), at2);
  const kubernetes = openClusters(attached);
  const consumers = [
    ...encrypted ? [resource2] : [],
    ...storageAccounts.all,
    ...containerRegistry.all,
    ...clusters(diagnostics.all, at2),
    ...metadata.all.filter(({ type: type2 }) => type2 === types.cosmos),
    ...kubernetes.all.flatMap((cluster) => [cluster, ...diskSet(cluster, at2)]),
    ...ofType(attached, types.databricks).all,
    ...ofType(attached, types.hdinsight).all,
    ...children.list("services").all.flatMap((service) => isOnInstance(service) ? children.containerGroupOf(service) ?? [] : []),
    ...storageAccounts.all.flatMap((account) => scopesOf(account).all)
  ];
  const keys2 = keysOf(evidence2, consumers, at2);
  return {
    id: resource2.id,
    name: resource2.name,
    kind,
    profile: profile2,
    resource: resource2,
    hub,
    settings: settingsOf(resource2, hub),
    encrypted: hub ? settingsOf(resource2, hub) : { all: encrypted ? [resource2] : [], none: "not-used" },
    architecture,
    storageAccounts,
    keyVaults: vaults(dependency("properties.keyVault"), keys2),
    keys: { all: keys2, none: storageAccounts.none },
    containerRegistry,
    diagnostics,
    metadata,
    metadataGroup,
    clusters: kubernetes,
    databricks: ofType(attached, types.databricks),
    virtualMachines: ofType(attached, types.virtualMachine),
    hdinsight: ofType(attached, types.hdinsight),
    ...children,
    scopesOf,
    options,
    evidence: evidence2,
    at: at2,
    takeReads() {
      const taken = reads;
      reads = noReads();
      return taken;
    }
  };
}
function only(subjects6, fits) {
  return { all: subjects6.all.filter(fits), none: subjects6.none };
}
function textAt({ record: record2 }, path6) {
  const value2 = record2.state === "read" ? valueAt(record2.body, path6) : void 0;
  return typeof value2 === "string" ? value2 : void 0;
}
function statusOf(resource2) {
  return textAt(resource2, "properties.encryption.status")?.toLowerCase();
}
function architectureOf(workspace2, hub) {
  if (hub) return hub.unreadable ? "undetermined" : "inherited";
  const status = statusOf(workspace2);
  const body = workspace2.record.state === "read" ? workspace2.record.body : {};
  if (status === "disabled" || status === void 0 && valueAt(body, "properties.encryption") === void 0)
    return "none";
  if (status !== "enabled") return "undetermined";
  if (String(valueAt(body, "properties.enableServiceSideCMKEncryption")).toLowerCase() === "true") return "service-side";
  if (textAt(workspace2, "properties.serviceProvisionedResourceGroup")) return "subscription-side";
  return broughtAlong(workspace2).length > 0 ? "bring-your-own" : "undetermined";
}
function broughtAlong(workspace2) {
  const named2 = {
    cosmosDbResourceId: types.cosmos,
    storageAccountResourceId: types.storage,
    searchAccountResourceId: types.search
  };
  return Object.entries(named2).flatMap(([name, type2]) => {
    const id = textAt(workspace2, `properties.encryption.${name}`);
    return id ? [{ id, type: type2 }] : [];
  });
}
function settingsOf(workspace2, hub) {
  if (!hub) return { all: [workspace2], none: "not-used" };
  if (!hub.unreadable) return { all: [], none: "inherited" };
  const message = `The workspace is a project, and its hub has the settings. ${hub.unreadable.message}`;
  return { all: [{ ...workspace2, unreadable: { ...hub.unreadable, state: "unreadable", message } }], none: "inherited" };
}
function isOfHub(hub, accountId) {
  const account = hub ? textAt(hub, "properties.storageAccount") : void 0;
  return account !== void 0 && idKey(account) === idKey(accountId);
}
function isOnInstance(service) {
  return textAt(service, "properties.computeType")?.toLowerCase() === "aci";
}
function dependencies(workspace2, hub, at2, path6) {
  const id = textAt(workspace2, path6);
  const ofHub = hub ? textAt(hub, path6) : void 0;
  const own = id !== void 0 && !(ofHub !== void 0 && idKey(ofHub) === idKey(id));
  return { all: own ? [at2(id)] : [], none: hub ? "inherited" : "not-used" };
}
function managedGroup(evidence2, workspace2, architecture, at2) {
  const none = architecture === "inherited" ? "inherited" : "not-used";
  const name = textAt(workspace2, "properties.serviceProvisionedResourceGroup");
  if (architecture !== "subscription-side" || !name) return { all: [], none };
  const group2 = at2(groupId2(parseResourceId(workspace2.id)?.subscriptionId ?? "", name));
  const collection = evidence2.collections.get(collectionKey.group(group2.id));
  const members = (collection?.ids ?? []).map(at2);
  const lacking = [types.storage, types.cosmos, types.search].filter(
    (type2) => !members.some((member2) => member2.type === type2)
  );
  const hidden3 = collection && collection.state !== "read" && group2.unreadable?.state !== "absent" ? collection : group2.unreadable;
  return { all: [{ id: group2.id, name, unreadable: lacking.length === 0 ? null : hidden3, members, lacking }], none };
}
function metadataStores(workspace2, architecture, group2, at2) {
  const members = group2.all.flatMap((one) => one.members);
  const stores2 = architecture === "bring-your-own" ? broughtAlong(workspace2).map(({ id, type: type2 }) => ({ ...at2(id), type: type2 })) : members;
  return { all: stores2, none: group2.none };
}
function storage(own, metadata, datastores) {
  const accounts = /* @__PURE__ */ new Map();
  const add2 = (resource2, role) => {
    const account = accounts.get(idKey(resource2.id)) ?? { ...resource2, roles: /* @__PURE__ */ new Set() };
    account.roles.add(role);
    accounts.set(idKey(resource2.id), account);
  };
  for (const account of own.all) add2(account, "workspace");
  for (const store of metadata.all) if (store.type === types.storage) add2(store, "metadata");
  for (const account of datastores) add2(account, "datastore");
  return { all: [...accounts.values()], none: own.none };
}
function targets(computes, at2) {
  const byId2 = /* @__PURE__ */ new Map();
  for (const compute of computes.all) {
    const id = textAt(compute, "properties.resourceId");
    if (!id) continue;
    const known2 = byId2.get(idKey(id)) ?? { target: at2(id), computes: [] };
    known2.computes.push(compute);
    byId2.set(idKey(id), known2);
  }
  return { hidden: computes.all.filter(({ unreadable: unreadable2 }) => unreadable2 !== null), targets: [...byId2.values()] };
}
function ofType({ hidden: hidden3, targets: targets2 }, ...wanted) {
  const fits = ({ target, computes }) => wanted.includes(parseResourceId(target.id)?.type ?? expected(computes));
  return { all: [...hidden3, ...targets2.filter(fits).map(({ target }) => target)], none: "not-used" };
}
function expected(computes) {
  const byCompute = {
    aks: types.cluster,
    kubernetes: types.cluster,
    databricks: types.databricks,
    virtualmachine: types.virtualMachine,
    hdinsight: types.hdinsight
  };
  const compute = computes.map((one) => textAt(one, "properties.computeType")?.toLowerCase() ?? "")[0] ?? "";
  return byCompute[compute] ?? "";
}
function openClusters(attached) {
  const computesOf = (id) => attached.targets.find(({ target }) => target.id === id)?.computes ?? [];
  const all = ofType(attached, types.cluster, types.arc).all;
  return {
    all: all.map((target) => ({
      ...target,
      isArc: parseResourceId(target.id)?.type === types.arc,
      computes: computesOf(target.id)
    })),
    none: "not-used"
  };
}
function diskSet(cluster, at2) {
  const id = textAt(cluster, "properties.diskEncryptionSetID");
  return id ? [at2(id)] : [];
}
function dataAccounts(evidence2, datastores, at2, open3) {
  return datastores.flatMap((datastore) => {
    const name = textAt(datastore, "properties.accountName");
    if (!name) return [];
    const [subscription, group2] = [
      textAt(datastore, "properties.subscriptionId"),
      textAt(datastore, "properties.resourceGroup")
    ];
    if (subscription && group2)
      return [at2(`${groupId2(subscription, group2)}/providers/Microsoft.Storage/storageAccounts/${name}`)];
    const found2 = evidence2.collections.get(collectionKey.account(name));
    if (found2?.ids[0]) return [at2(found2.ids[0])];
    const hidden3 = found2 && found2.state !== "read" ? found2 : { ...notRead(`storage account ${name}`), message: `The storage account ${name} was not found.` };
    return [{ ...open3(hidden3), id: datastore.id, name, type: types.storage }];
  });
}
function clusters(components, at2) {
  return components.flatMap((component) => {
    const logs = textAt(component, "properties.WorkspaceResourceId");
    const cluster = logs ? textAt(at2(logs), "properties.features.clusterResourceId") : void 0;
    return cluster ? [at2(cluster)] : [];
  });
}
function keysOf(evidence2, consumers, at2) {
  const byKey2 = /* @__PURE__ */ new Map();
  const readable3 = consumers.filter(({ record: record2 }) => record2.state === "read");
  for (const resource2 of new Map(readable3.map((one) => [idKey(one.id), one])).values()) {
    if (resource2.record.state !== "read") continue;
    for (const use2 of keyUses(resource2.type, resource2.record.body)) {
      const name = keyUrl(use2.host, use2.name).toLowerCase();
      byKey2.set(name, [...byKey2.get(name) ?? [], { resource: resource2, use: use2 }]);
    }
  }
  return [...byKey2.values()].map((uses) => key(evidence2, uses, at2));
}
function key(evidence2, consumers, at2) {
  const { host, name } = consumers[0].use;
  const found2 = evidence2.collections.get(collectionKey.vault(host));
  const vault = found2?.ids[0] ? at2(found2.ids[0]) : null;
  const id = vault ? `${vault.id}/keys/${name}` : keyUrl(host, name);
  const current = at2(id);
  const otherTenant = !vault && consumers.some(({ resource: resource2 }) => textAt(resource2, "properties.encryption.identity.federatedIdentityClientId"));
  return {
    id: current.id,
    name,
    unreadable: vault ? keyUnreadable(current, vault) : vaultUnreadable(found2, current, otherTenant),
    host,
    vault,
    current,
    versions: vault && !current.unreadable ? versions(current, consumers, at2) : [],
    consumers,
    otherTenant
  };
}
function keyUnreadable(current, vault) {
  return current.unreadable?.state === "absent" && vault.unreadable?.state === "unreadable" ? vault.unreadable : current.unreadable;
}
function vaultUnreadable(found2, current, otherTenant) {
  const hidden3 = found2 && found2.state !== "read" ? found2 : current.unreadable;
  if (!otherTenant || hidden3?.reason !== "not-visible") return hidden3;
  return {
    ...hidden3,
    action: null,
    message: `The key is in another tenant: ${current.id} cannot be read with the identity of this run.`
  };
}
function versions(current, consumers, at2) {
  const newest2 = parseKeyId(textAt(current, "properties.keyUriWithVersion") ?? "")?.version?.toLowerCase() ?? "current";
  const used = (consumer) => (consumer.use.pinned ?? consumer.use.inUse ?? newest2).toLowerCase();
  const all = [.../* @__PURE__ */ new Set([newest2, ...consumers.map(used)])];
  return all.map((version3) => ({
    version: version3,
    resource: version3 === newest2 ? current : at2(`${current.id}/versions/${version3}`),
    consumers: consumers.filter((consumer) => used(consumer) === version3)
  }));
}
function vaults(own, keys2) {
  const all = /* @__PURE__ */ new Map();
  const add2 = (resource2, role) => {
    const isHsm = parseResourceId(resource2.id)?.type === "microsoft.keyvault/managedhsms";
    const vault = all.get(idKey(resource2.id)) ?? { ...resource2, roles: /* @__PURE__ */ new Set(), isHsm };
    vault.roles.add(role);
    all.set(idKey(resource2.id), vault);
  };
  for (const vault of own.all) add2(vault, "workspace");
  for (const { vault } of keys2) if (vault) add2(vault, "cmk");
  return { all: [...all.values()], none: own.none };
}
function notRead(id) {
  return {
    state: "unreadable",
    id,
    reason: "not-visible",
    action: null,
    scope: null,
    message: id === "" ? "The workspace does not say which hub it belongs to." : `The resource ${id} was not read.`
  };
}

// src/checklist/check.ts
function check(definition) {
  return definition;
}
function pass(message) {
  return message === void 0 ? { status: "pass" } : { status: "pass", message };
}
function fail(message, options = {}) {
  return { status: "fail", message, ...options };
}
function unknown(reason, message) {
  return { status: "unknown", reason, message };
}
function notRead2(record2, severity3) {
  const verdict2 = { status: "unknown", reason: record2.reason, message: record2.message, record: record2 };
  return severity3 ? { ...verdict2, severity: severity3 } : verdict2;
}
function notApplicable(reason) {
  return { status: "not-applicable", reason };
}
function attested(message) {
  return { status: "attested", message };
}
function oneOf2(value2, known2, failure = `The value is ${value2}.`) {
  if (value2 === void 0)
    return unknown("property-absent", "Azure did not say, and its documentation does not say what that means.");
  const has = (values) => values.some((each) => each.toLowerCase() === value2.toLowerCase());
  if (has(known2.pass)) return pass();
  if (has(known2.fail)) return fail(failure);
  return unknown("unrecognised-value", `This version does not know the value ${JSON.stringify(value2)}.`);
}
function isOn(value2, failure) {
  if (value2 === void 0)
    return unknown("property-absent", "Azure did not say, and its documentation does not say what that means.");
  return value2 ? pass() : fail(failure);
}
function worst(verdicts) {
  const rank2 = (verdict2) => ["fail", "unknown", "pass"].indexOf(verdict2.status);
  const weight = (verdict2) => severities.indexOf(gravest(verdict2));
  const decided = verdicts.filter((verdict2) => rank2(verdict2) >= 0).sort((a, b) => rank2(a) - rank2(b) || weight(a) - weight(b));
  return decided[0] ?? verdicts[0] ?? notApplicable("not-used");
}
var severities = ["high", "medium", "low", "info"];
function gravest(verdict2) {
  const given = verdict2.status === "fail" ? verdict2.severity : void 0;
  return typeof given === "object" ? given["cmk-required"] : given ?? "high";
}
function severity(cmkRequired, baseline = cmkRequired) {
  return { "cmk-required": cmkRequired, baseline };
}
function az(words3, ...values) {
  const command = words3.reduce((text3, word2, index) => text3 + word2 + shell2(values[index]), "az ");
  return command.replace(/\s*\n\s*/g, " ");
}
function shell2(value2) {
  if (value2 === void 0) return "";
  if (Array.isArray(value2)) return value2.map(shell2).join(" ");
  return /^[\w./:@=,+-]+$/.test(value2) ? value2 : `'${value2.replaceAll("'", `'\\''`)}'`;
}
function named(id, option = "--name") {
  const at2 = parseResourceId(id);
  return at2 ? [option, at2.name, "--resource-group", at2.resourceGroup, "--subscription", at2.subscriptionId] : [option, id];
}

// src/checklist/managed-compute.ts
var known = [
  ...["aks", "kubernetes", "amlcompute", "computeinstance", "datafactory", "virtualmachine", "hdinsight"],
  ...["databricks", "datalakeanalytics", "synapsespark"]
];
function computeType(resource2) {
  return String(peek(resource2, "properties.computeType") ?? "").toLowerCase();
}
function isUnheardOf(compute) {
  return !known.includes(computeType(compute));
}
function ofUnheardType(compute) {
  if (!isUnheardOf(compute)) return null;
  const type2 = compute.text("properties.computeType");
  if (type2 === void 0) return unknown("property-absent", "Azure did not say what kind of compute this is.");
  return unknown("unrecognised-value", `This version does not know computes of type ${JSON.stringify(type2)}.`);
}
function scratchDiskOf({ resource: resource2, hub }) {
  return isOn(
    (hub ?? resource2).flag("properties.hbiWorkspace"),
    `The ${hub ? "hub" : "workspace"} does not have the high-business-impact flag.`
  );
}
function newWorkspace({ name }, { resource: resource2, hub }) {
  return `Scratch disks are encrypted only under the high-business-impact flag, which is set when a ${hub ? "hub" : "workspace"} is created (\`hbi_workspace: true\`): make one in place of ${(hub ?? resource2).name}, and move ${name} there.`;
}

// src/checklist/compute.ts
var dataEncryption = "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption";
var ofType2 = (...types2) => (workspace2) => only(workspace2.list("computes"), (compute) => compute.unreadable !== null || types2.includes(computeType(compute)));
var managed = ofType2("amlcompute", "computeinstance");
var perhapsManaged = (workspace2) => only(
  workspace2.list("computes"),
  (compute) => managed(workspace2).all.some(({ id }) => id === compute.id) || isUnheardOf(compute)
);
var ofKnownType = (judge2) => (compute, workspace2) => ofUnheardType(compute) ?? judge2(compute, workspace2);
var osDisk = check({
  id: "compute/os-disk",
  title: "OS disks of computes are encrypted by the platform",
  rows: ["S32"],
  severity: severity("info"),
  subjects: managed,
  judge: (_compute, { profile: profile2 }) => attested(
    profile2 === "cmk-required" ? "OS disks are encrypted with Microsoft-managed keys; a customer-managed key is not available for them." : "OS disks are encrypted with Microsoft-managed keys."
  ),
  why: "The OS disk of every node is in storage of Azure Machine Learning, encrypted with Microsoft-managed keys; that cannot be changed.",
  reference: dataEncryption
});
var scratchDisk = check({
  id: "compute/scratch-disk",
  title: "Scratch disks of computes are encrypted",
  rows: ["S33", "S10"],
  severity: severity("medium", "info"),
  subjects: perhapsManaged,
  judge: ofKnownType((_compute, workspace2) => scratchDiskOf(workspace2)),
  why: "Training data that is staged on the local disk of a node is then not encrypted.",
  remedy: newWorkspace,
  creationOnly: true,
  reference: dataEncryption
});
var instanceForDevelopment = check({
  id: "compute/instance-for-development",
  title: "Compute instances are for development",
  rows: ["S03"],
  severity: severity("info"),
  subjects: ofType2("computeinstance"),
  judge: () => ({ status: "manual" }),
  why: "A compute instance is a development environment: keep files in a share and data in a datastore.",
  reference: dataEncryption
});
var productionTraining = check({
  id: "compute/production-training",
  title: "Production training runs on compute clusters",
  rows: ["S01"],
  severity: severity("info"),
  subjects: (workspace2) => ["hub", "project"].includes(workspace2.kind) ? { all: [], none: "not-used" } : { all: [workspace2.resource], none: "not-used" },
  judge: () => ({ status: "manual" }),
  why: "Microsoft recommends compute clusters or serverless compute for training in production.",
  reference: dataEncryption
});
var ephemeralNodes = check({
  id: "compute/ephemeral-nodes",
  title: "Clusters give up their nodes when idle",
  rows: ["S32"],
  severity: severity("low"),
  subjects: ofType2("amlcompute"),
  judge: (compute) => {
    const least = compute.number("properties.properties.scaleSettings.minNodeCount");
    if (least === void 0) return unknown("property-absent", "Azure did not say how many nodes the cluster keeps.");
    return least === 0 ? pass() : fail(`The cluster keeps ${least} nodes.`);
  },
  why: "What is on the OS disk of a node is deleted only when the node is given up.",
  remedy: (compute, workspace2) => az`ml compute update ${named(compute.id)} --workspace-name ${workspace2.name} --min-instances 0`,
  reference: dataEncryption
});
var localAuth = check({
  id: "compute/local-auth",
  title: "Computes do not accept local accounts",
  rows: ["S45"],
  severity: severity("low"),
  subjects: perhapsManaged,
  judge: ofKnownType(
    (compute) => isOn(compute.flag("properties.disableLocalAuth"), "Local accounts with SSH keys are accepted.")
  ),
  why: "Whoever has an SSH key reaches what is on the node, whatever Entra says.",
  remedy: ({ name }) => `Only a new compute can have it: create ${name} anew with \`disable_local_auth: true\`.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/security-controls-policy"
});
var remoteLogin = check({
  id: "compute/remote-login",
  title: "SSH of computes is not open to the internet",
  rows: ["S45"],
  severity: severity("medium"),
  subjects: perhapsManaged,
  judge: ofKnownType((compute) => {
    const open3 = { pass: ["Disabled"], fail: ["Enabled"] };
    if (computeType(compute) === "computeinstance") {
      return oneOf2(
        compute.text("properties.properties.sshSettings.sshPublicAccess"),
        open3,
        "SSH is open to the internet."
      );
    }
    const access2 = compute.text("properties.properties.remoteLoginPortPublicAccess");
    if (access2?.toLowerCase() !== "notspecified") return oneOf2(access2, open3, "SSH is open to the internet.");
    return compute.text("properties.properties.subnet.id") ? pass() : fail("SSH is open to the internet: nothing is specified, and there is no virtual network.");
  }),
  why: "Data that is staged on a node can be reached over SSH.",
  remedy: ({ name }) => `Only a new compute can have it: create ${name} anew with SSH disabled (\`ssh_public_access_enabled: false\`), or inside a virtual network.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet"
});

// src/checklist/container-instance.ts
var v1 = "https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service";
var services = (workspace2) => only(workspace2.list("services"), ({ unreadable: unreadable2 }) => unreadable2 === null);
var onInstances = (workspace2) => only(services(workspace2), (service) => computeType(service) === "aci");
var legacyService = check({
  id: "container-instance/legacy-service",
  title: "No web service of SDK or CLI v1 is deployed",
  rows: ["S29"],
  severity: severity("medium"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (resource2, workspace2) => {
    const all = workspace2.list("services").all;
    const seen = all.filter(({ unreadable: unreadable2 }) => unreadable2 === null);
    for (const service of seen) service.text("name");
    if (seen.length > 0) return fail(`Deployed with SDK or CLI v1: ${seen.map(({ name }) => name).join(", ")}.`);
    const hidden3 = all[0]?.unreadable;
    if (hidden3) return notRead2(hidden3, "low");
    resource2.note("services[]", 0);
    return pass();
  },
  why: "SDK and CLI v1 are out of support since 2026-06-30: their services get no fixes, and their TLS is optional.",
  remedy: ({ name }) => `Deploy the models of ${name} to managed or Kubernetes online endpoints, then delete the services.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-migrate-from-v1"
});
var scoringTls = check({
  id: "container-instance/scoring-tls",
  title: "Web services of SDK v1 are reached over TLS",
  rows: ["S39"],
  severity: severity("high"),
  subjects: services,
  judge: (service) => {
    const address = service.text("properties.scoringUri");
    const hasHttps = computeType(service) === "aks" ? service.flag("properties.properties.hasHttps") : void 0;
    if (hasHttps === true || /^https:\/\//i.test(address ?? "")) return pass();
    if (hasHttps === false || /^http:\/\//i.test(address ?? "")) return fail("The service is reached without TLS.");
    return address === void 0 ? unknown("property-absent", "The service shows no address.") : unknown("unrecognised-value", "The address of the service is neither http nor https.");
  },
  why: "Requests and predictions can be read on their way.",
  remedy: ({ name }) => `Deploy the model of ${name} to a managed online endpoint, which is always reached over TLS, then delete the service.`,
  reference: v1
});
var customerManagedKey = check({
  id: "container-instance/customer-managed-key",
  title: "Container instances of SDK v1 are encrypted with a customer-managed key",
  rows: ["S29"],
  severity: severity("medium", "info"),
  subjects: onInstances,
  judge: (service, workspace2) => {
    const group2 = workspace2.containerGroupOf(service);
    if (!group2)
      return unknown(
        "not-visible",
        "No container group in the resource group of the workspace has the address of this service."
      );
    const [vault, key2] = [
      group2.text("properties.encryptionProperties.vaultBaseUrl"),
      group2.text("properties.encryptionProperties.keyName")
    ];
    return vault && key2 ? pass() : fail("The container group is encrypted with Microsoft-managed keys.");
  },
  why: "What the container writes is then encrypted with keys that Microsoft holds.",
  remedy: ({ name }) => `Only a new deployment can have it: rather deploy the model of ${name} to a managed online endpoint, then delete the service.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/container-instances/container-instances-encrypt-data"
});

// src/checklist/container-registry.ts
var cmk = "https://learn.microsoft.com/azure/container-registry/tutorial-customer-managed-keys";
var subjects = (workspace2) => workspace2.containerRegistry;
var exists2 = check({
  id: "container-registry/exists",
  title: "The container registry exists",
  rows: ["S28"],
  severity: severity("high"),
  subjects,
  absent: (registry) => fail(`The container registry ${registry.name} does not exist any more.`),
  judge: (registry) => {
    registry.text("name");
    return pass();
  },
  why: "Without its registry a workspace can neither build nor pull images.",
  remedy: (_registry, workspace2) => `Rebuild the images after attaching another registry with
${attachTo(workspace2)}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var customerManagedKey2 = check({
  id: "container-registry/customer-managed-key",
  title: "Container images are encrypted with a customer-managed key",
  rows: ["S25", "S26"],
  severity: severity("high", "info"),
  subjects,
  judge: encryption,
  why: "Images, with the code and often the models in them, are then encrypted with keys that Microsoft holds.",
  remedy: (registry, workspace2) => `Only a new registry of the Premium tier can have it: create one in place of ${registry.name} (\`az acr create --sku Premium --identity <identity> --key-encryption-key <key without version>\`), rebuild the images, and attach it with
${attachTo(workspace2)}`,
  creationOnly: true,
  reference: cmk
});
var adminUser = check({
  id: "container-registry/admin-user",
  title: "The admin user of the container registry is disabled",
  rows: ["S27", "S44"],
  severity: severity("medium", "low"),
  subjects,
  judge: (registry) => {
    const enabled2 = registry.flag("properties.adminUserEnabled");
    if (enabled2 === void 0) return unknown("property-absent", "Azure did not say whether the admin user is enabled.");
    return enabled2 ? fail(
      "The admin user is enabled. The guidance of 2021 asked for it; since 2025 the set-up with managed identities is documented, and safer."
    ) : pass();
  },
  why: "The admin user is one password for everything in the registry, kept in the key vault of the workspace and shared by all who use it.",
  remedy: (registry) => `Let the computes pull images with a managed identity that has AcrPull first, then run
${az`acr update ${named(registry.id)} --admin-enabled false`}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
var premiumSku = check({
  id: "container-registry/premium-sku",
  title: "The container registry is of a tier that can have a customer-managed key",
  rows: ["S26"],
  severity: severity("info"),
  subjects: (workspace2) => workspace2.profile === "cmk-required" ? workspace2.containerRegistry : { all: [], none: "not-used" },
  judge: (registry) => {
    const tier = registry.text("sku.name") ?? registry.text("sku.tier");
    return oneOf2(
      tier,
      { pass: ["Premium"], fail: ["Basic", "Standard", "Classic"] },
      `The registry is of the tier ${tier}.`
    );
  },
  why: "Only the Premium tier can have a customer-managed key, and only from its creation on.",
  remedy: (registry) => az`acr update ${named(registry.id)} --sku Premium`,
  reference: cmk
});
var keyAutoRotation = check({
  id: "container-registry/key-auto-rotation",
  title: "The container registry follows new versions of its key",
  rows: ["S15"],
  severity: severity("medium", "low"),
  subjects,
  judge: (registry) => {
    const encrypted = encryption(registry);
    if (encrypted.status !== "pass") return encrypted.status === "fail" ? notApplicable("not-used") : encrypted;
    if (registry.flag("properties.encryption.keyVaultProperties.keyRotationEnabled") === true) return pass();
    const url = registry.text("properties.encryption.keyVaultProperties.keyIdentifier");
    const key2 = parseKeyId(url ?? "");
    if (!key2)
      return unknown(
        url === void 0 ? "property-absent" : "unrecognised-value",
        "The registry does not say which key it uses."
      );
    return key2.version === null ? pass() : fail(`The registry is set to version ${key2.version} of its key.`);
  },
  why: "A registry that is set to one version of its key goes on using it after a rotation.",
  remedy: (registry) => az`acr encryption rotate-key ${named(registry.id)} --key-encryption-key ${"https://<vault>.vault.azure.net/keys/<key>"} --identity ${"<identity>"}`,
  reference: cmk
});
function attachTo({ id }) {
  return az`ml workspace update ${named(id)} --container-registry ${"<id of the registry>"} --update-dependent-resources`;
}
function encryption(registry) {
  return oneOf2(
    registry.text("properties.encryption.status"),
    { pass: ["enabled"], fail: ["disabled"] },
    "The registry is encrypted with Microsoft-managed keys."
  );
}

// src/checklist/databricks.ts
var keys = "https://learn.microsoft.com/azure/databricks/security/keys/customer-managed-keys";
var subjects2 = (workspace2) => workspace2.databricks;
var unlessServerless = (judge2) => (databricks) => databricks.text("properties.computeMode")?.toLowerCase() === "serverless" ? notApplicable("not-used") : judge2(databricks);
var sources = { pass: ["Microsoft.Keyvault"], fail: ["Default"] };
var dbfsCmk = check({
  id: "databricks/dbfs-cmk",
  title: "The root of DBFS is encrypted with a customer-managed key",
  rows: ["S34"],
  severity: severity("high", "info"),
  subjects: subjects2,
  judge: unlessServerless(
    (databricks) => oneOf2(
      databricks.text("properties.parameters.encryption.value.keySource"),
      sources,
      "DBFS is encrypted with Microsoft-managed keys."
    )
  ),
  why: "Libraries, results and cached data in DBFS are then encrypted with keys that Microsoft holds.",
  remedy: (databricks) => `${az`databricks workspace update ${named(databricks.id)} --prepare-encryption`}
Then give its storage identity access to the key, and run
${az`databricks workspace update ${named(databricks.id)} --key-source Microsoft.KeyVault --key-name ${"<key>"} --key-vault ${"https://<vault>.vault.azure.net"} --key-version ${"<version>"}`}`,
  reference: keys
});
var managedServicesCmk = check({
  id: "databricks/managed-services-cmk",
  title: "Managed services of Databricks are encrypted with a customer-managed key",
  rows: ["S34"],
  severity: severity("medium", "info"),
  subjects: subjects2,
  judge: (databricks) => oneOf2(
    databricks.text("properties.encryption.entities.managedServices.keySource"),
    sources,
    "Notebooks and secrets are encrypted with Microsoft-managed keys."
  ),
  why: "Notebooks, queries and secrets in the control plane are then encrypted with keys that Microsoft holds.",
  remedy: ({ name }) => `Set \`encryption.entities.managedServices\` of ${name} in the portal, or in Bicep; it needs the Premium plan.`,
  reference: keys
});
var managedDiskCmk = check({
  id: "databricks/managed-disk-cmk",
  title: "Disks of Databricks clusters are encrypted with a customer-managed key",
  rows: ["S34"],
  severity: severity("medium", "info"),
  subjects: subjects2,
  judge: unlessServerless((databricks) => {
    const source = databricks.text("properties.encryption.entities.managedDisk.keySource");
    const verdict2 = oneOf2(source, sources, "Disks are encrypted with Microsoft-managed keys.");
    if (verdict2.status !== "pass") return verdict2;
    const rotates = databricks.flag("properties.encryption.entities.managedDisk.rotationToLatestKeyVersionEnabled") === true;
    return pass(
      rotates ? void 0 : "Disks are encrypted with a customer-managed key, but do not follow its new versions."
    );
  }),
  why: "Data on the disks of clusters is then encrypted with keys that Microsoft holds.",
  remedy: (databricks) => az`databricks workspace update ${named(databricks.id)} --disk-key-name ${"<key>"} --disk-key-vault ${"https://<vault>.vault.azure.net"} --disk-key-version ${"<version>"} --disk-key-auto-rotation true`,
  reference: keys
});
var infrastructureEncryption = check({
  id: "databricks/infrastructure-encryption",
  title: "The root of DBFS is encrypted twice",
  rows: ["S34"],
  severity: severity("low", "info"),
  subjects: subjects2,
  judge: unlessServerless(
    (databricks) => isOn(databricks.flag("properties.parameters.requireInfrastructureEncryption.value"), "DBFS is encrypted once.")
  ),
  why: "Double encryption protects against the compromise of one algorithm or key.",
  remedy: ({ name }) => `Only a new Databricks workspace can have it (\`az databricks workspace create --require-infrastructure-encryption\`): make one in place of ${name}.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/databricks/security/keys/double-encryption"
});
var premiumSku2 = check({
  id: "databricks/premium-sku",
  title: "Databricks is of the plan that can have customer-managed keys",
  rows: ["S34"],
  severity: severity("info"),
  subjects: subjects2,
  judge: (databricks) => oneOf2(
    databricks.text("sku.name"),
    { pass: ["premium"], fail: ["standard", "trial"] },
    "Only the Premium plan can have customer-managed keys."
  ),
  why: "Only the Premium plan can have customer-managed keys.",
  remedy: (databricks) => az`databricks workspace update ${named(databricks.id)} --sku premium`,
  reference: keys
});

// src/checklist/datastore.ts
var subjects3 = (workspace2) => workspace2.list("datastores");
var protocol = check({
  id: "datastore/protocol",
  title: "Datastores are reached over an encrypted protocol",
  rows: ["S38"],
  severity: severity("medium"),
  subjects: subjects3,
  judge: (datastore) => {
    const protocol2 = datastore.text("properties.protocol");
    if (protocol2 === void 0) {
      datastore.text("properties.datastoreType");
      return pass("No protocol is set, and the default is https.");
    }
    return oneOf2(
      protocol2,
      { pass: ["https", "wasbs", "abfss"], fail: ["http", "wasb", "abfs"] },
      `The datastore uses ${protocol2}.`
    );
  },
  why: "Training data can be read on its way.",
  remedy: (datastore, workspace2) => `Register the datastore ${datastore.name} again with \`protocol: https\`:
${az`ml datastore create --file datastore.yml ${named(workspace2.id, "--workspace-name")}`}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/reference-yaml-datastore-blob"
});
var unsupported = check({
  id: "datastore/unsupported",
  title: "Datastores are of a kind whose encryption can be checked",
  rows: ["S14"],
  severity: severity("info"),
  subjects: subjects3,
  judge: (datastore) => {
    const known2 = {
      pass: ["AzureBlob", "AzureFile", "AzureDataLakeGen2"],
      fail: ["AzureDataLakeGen1", "OneLake", "AzureSqlDatabase", "AzurePostgreSql", "AzureMySql", "Hdfs"]
    };
    const verdict2 = oneOf2(datastore.text("properties.datastoreType"), known2);
    return verdict2.status === "fail" ? notApplicable("not-used") : verdict2;
  },
  why: "Data Lake Gen1 is retired; how OneLake encrypts is a matter of Microsoft Fabric.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data"
});
var credentials = check({
  id: "datastore/credentials",
  title: "Datastores are reached with identities, not with stored credentials",
  rows: ["S44", "S16"],
  severity: severity("medium", "low"),
  subjects: subjects3,
  judge: (datastore) => isSystem(datastore) ? notApplicable("not-used") : credentialVerdict(datastore.text("properties.credentials.credentialsType")),
  why: "The credential is kept in the vault of the workspace, and whoever uses the workspace can get at it.",
  remedy: (datastore, workspace2) => `Register the datastore ${datastore.name} again without credentials, and give users and computes a role on its storage:
${az`ml datastore create --file datastore.yml ${named(workspace2.id, "--workspace-name")}`}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
function credentialVerdict(type2) {
  if (type2 === void 0) return unknown("property-absent", "Azure did not say how the datastore is reached.");
  const stored = `The datastore keeps a credential (${type2}).`;
  if (["serviceprincipal", "certificate"].includes(type2.toLowerCase())) return fail(stored, { severity: "low" });
  return oneOf2(type2, { pass: ["None"], fail: ["AccountKey", "Sas", "KerberosKeytab", "KerberosPassword"] }, stored);
}
var systemDatastores = [
  "workspaceblobstore",
  "workspacefilestore",
  "workspaceartifactstore",
  "workspaceworkingdirectory"
];
function isSystem({ name }) {
  return systemDatastores.includes(name.toLowerCase());
}

// src/checklist/diagnostics.ts
var cmk2 = "https://learn.microsoft.com/azure/azure-monitor/logs/customer-managed-keys";
var logsId = "properties.WorkspaceResourceId";
var subjects4 = (workspace2) => workspace2.diagnostics;
var workspaceBased = check({
  id: "diagnostics/workspace-based",
  title: "Diagnostics are kept in a Log Analytics workspace",
  rows: ["S36"],
  severity: severity("medium", "low"),
  subjects: subjects4,
  judge: (component) => {
    const mode = ingestion(component);
    if (mode.status !== "pass") return mode;
    return component.text(logsId) === void 0 ? unknown("property-absent", "The component is workspace-based, but does not name its Log Analytics workspace.") : mode;
  },
  why: "A classic component can never be encrypted with a customer-managed key.",
  remedy: (component) => az`monitor app-insights component update ${named(component.id, "--app")} --workspace ${"<id of a Log Analytics workspace>"}`,
  reference: "https://learn.microsoft.com/azure/azure-monitor/app/create-workspace-resource"
});
var customerManagedKey3 = check({
  id: "diagnostics/customer-managed-key",
  title: "Diagnostics are encrypted with a customer-managed key",
  rows: ["S36"],
  severity: severity("medium", "info"),
  subjects: subjects4,
  judge: (component, workspace2) => {
    const mode = ingestion(component);
    if (mode.status !== "pass") return mode;
    return onCluster(
      component,
      workspace2,
      fail("The Log Analytics workspace is not linked to a dedicated cluster."),
      (cluster) => {
        const [uri2, name] = [
          cluster.text("properties.keyVaultProperties.keyVaultUri"),
          cluster.text("properties.keyVaultProperties.keyName")
        ];
        return uri2 !== void 0 && name !== void 0 ? pass() : fail("The dedicated cluster has no customer-managed key.");
      }
    );
  },
  why: "Logs of endpoints and jobs can hold parts of the data, and are then encrypted with keys that Microsoft holds.",
  remedy: ({ name }) => `Needs a dedicated cluster (commitment of at least 100 GB a day): \`az monitor log-analytics cluster update --key-vault-uri <vault> --key-name <key> --key-version ""\`, then link the Log Analytics workspace behind ${name} to it. Only new data is covered.`,
  reference: cmk2
});
var doubleEncryption = check({
  id: "diagnostics/double-encryption",
  title: "The cluster of the diagnostics encrypts twice",
  rows: ["S36"],
  severity: severity("low", "info"),
  subjects: subjects4,
  judge: (component, workspace2) => onCluster(
    component,
    workspace2,
    notApplicable("not-used"),
    (cluster) => isOn(cluster.flag("properties.isDoubleEncryptionEnabled"), "The cluster encrypts once.")
  ),
  why: "Double encryption protects against the compromise of one algorithm or key.",
  remedy: ({ name }) => `Only a new cluster can have it, and has it by default: link the Log Analytics workspace behind ${name} to one.`,
  creationOnly: true,
  reference: cmk2
});
var queryEncryption = check({
  id: "diagnostics/query-encryption",
  title: "Saved queries over the diagnostics use the customer-managed key",
  rows: ["S36"],
  severity: severity("low", "info"),
  subjects: subjects4,
  judge: (component, workspace2) => onCluster(
    component,
    workspace2,
    notApplicable("not-used"),
    (_cluster, logs) => isOn(logs.flag("properties.forceCmkForQuery"), "Saved queries are encrypted with Microsoft-managed keys.")
  ),
  why: "Queries can hold personal data, and are otherwise kept with keys that Microsoft holds.",
  remedy: (component) => {
    const id = component.text(logsId) ?? "";
    return `Link a storage account for queries to the Log Analytics workspace first, then run
${az`resource update --ids ${id} --set properties.forceCmkForQuery=true`}`;
  },
  reference: cmk2
});
function ingestion(component) {
  const modes = { pass: ["LogAnalytics"], fail: ["ApplicationInsights", "ApplicationInsightsWithDiagnosticSettings"] };
  return oneOf2(component.text("properties.IngestionMode"), modes, "The component is a classic one.");
}
function onCluster(component, workspace2, without, judge2) {
  const id = component.text(logsId);
  if (id === void 0)
    return ingestion(component).status === "fail" ? without : unknown("property-absent", "The component does not name its Log Analytics workspace.");
  const logs = workspace2.at(id);
  const cluster = logs.text("properties.features.clusterResourceId");
  return cluster === void 0 ? without : judge2(workspace2.at(cluster), logs);
}

// src/checklist/endpoint.ts
var plain = "The endpoint is reached without TLS.";
var online = "https://learn.microsoft.com/azure/machine-learning/concept-endpoints-online";
var everyKind = ["onlineEndpoints", "batchEndpoints", "serverlessEndpoints"];
var scoringTls2 = check({
  id: "endpoint/scoring-tls",
  title: "Endpoints are reached over TLS",
  rows: ["S39"],
  severity: severity("high"),
  subjects: (workspace2) => workspace2.list(...everyKind),
  judge: (endpoint, workspace2) => {
    const address = endpoint.text("properties.scoringUri") ?? endpoint.text("properties.inferenceEndpoint.uri");
    if (address === void 0) return withoutAddress(endpoint);
    if (/^https:\/\//i.test(address)) return pass();
    if (!/^http:\/\//i.test(address))
      return unknown("unrecognised-value", "The address of the endpoint is neither http nor https.");
    const compute = endpoint.text("properties.compute");
    return compute ? behindCluster(compute, workspace2) : fail(plain);
  },
  why: "Requests and predictions can be read on their way.",
  remedy: ({ name }) => `Configure TLS for the Azure Machine Learning extension of the cluster (\`sslSecret\`, \`sslCname\`, \`allowInsecureConnections=False\`), or move the deployments of ${name} to a managed endpoint.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint"
});
function withoutAddress(endpoint) {
  const state = endpoint.text("properties.provisioningState");
  if (state !== void 0 && state.toLowerCase() !== "succeeded") return notApplicable("not-used");
  return unknown("property-absent", "The endpoint shows no address.");
}
function behindCluster(compute, workspace2) {
  const cluster = workspace2.clusters.all.find(({ computes }) => computes.some(({ id }) => idKey(id) === idKey(compute)));
  const hidden3 = workspace2.clusters.all.find(({ unreadable: unreadable2 }) => unreadable2?.state === "unreadable")?.unreadable;
  if (!cluster) return hidden3 ? notRead2(hidden3) : fail(plain);
  const router = workspace2.extensionOf(cluster)?.text("properties.configurationSettings.inferenceRouterServiceType");
  return ["nodeport", "clusterip"].includes(router?.toLowerCase() ?? "") ? unknown(
    "not-observable",
    "The address has no TLS, but the cluster is reached through a node port or an address of its own, where TLS ends elsewhere."
  ) : fail(plain);
}
var authMode = check({
  id: "endpoint/auth-mode",
  title: "Endpoints are called with Entra tokens, not with keys",
  rows: ["S39"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.list(...everyKind),
  judge: (endpoint) => {
    const mode = endpoint.text("properties.authMode");
    if (mode?.toLowerCase() === "amltoken")
      return fail("The endpoint takes tokens of Azure Machine Learning, which run out but are not tied to a person.", {
        severity: "info"
      });
    return oneOf2(mode, { pass: ["AADToken", "AAD"], fail: ["Key", "KeyAndAAD"] }, "The endpoint takes a static key.");
  },
  why: "Whoever has the key calls the endpoint, unnoticed, until it is regenerated.",
  remedy: (endpoint, workspace2) => {
    const kind = endpoint.type.includes("/serverless") ? "serverless" : endpoint.type.includes("/batch") ? "batch" : "online";
    const at2 = [...named(workspace2.id, "--workspace-name"), "--name", endpoint.name];
    return `Set \`auth_mode: aad_token\` in the YAML file of the endpoint:
${az`ml ${`${kind}-endpoint`} update ${at2} --file endpoint.yml`}`;
  },
  reference: online
});
var scratchDisk2 = check({
  id: "endpoint/scratch-disk",
  title: "Scratch disks behind managed endpoints are encrypted",
  rows: ["S33"],
  severity: severity("medium", "info"),
  subjects: (workspace2) => only(workspace2.list("onlineEndpoints", "batchEndpoints"), (endpoint) => !isOnKubernetes(endpoint)),
  judge: (_endpoint, workspace2) => scratchDiskOf(workspace2),
  why: "Models and requests that touch the local disk of a node are then not encrypted.",
  remedy: newWorkspace,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
function isOnKubernetes(endpoint) {
  return peek(endpoint, "properties.compute") !== void 0;
}

// src/checklist/hdinsight.ts
var subjects5 = (workspace2) => workspace2.hdinsight;
var both = severity("medium", "low");
var anew = (option) => (cluster) => `Only a new cluster can have it: create one (\`az hdinsight create ${option}\`), attach it, move the jobs, delete ${cluster.name}.`;
var diskCmk = check({
  id: "hdinsight/disk-cmk",
  title: "Disks of the HDInsight cluster are encrypted with a customer-managed key",
  rows: ["S45"],
  severity: both,
  subjects: subjects5,
  judge: (cluster) => cluster.text("properties.diskEncryptionProperties.keyName") ? pass() : fail("Disks are encrypted with Microsoft-managed keys."),
  why: "Data on the disks of the cluster is then encrypted with keys that Microsoft holds.",
  remedy: anew("--encryption-key-name --encryption-vault-uri"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/disk-encryption"
});
var hostEncryption = check({
  id: "hdinsight/host-encryption",
  title: "The HDInsight cluster encrypts at the host",
  rows: ["S45"],
  severity: both,
  subjects: subjects5,
  judge: (cluster) => isOn(
    cluster.flag("properties.diskEncryptionProperties.encryptionAtHost") ?? false,
    "Temporary disks are not encrypted at the host."
  ),
  why: "Temporary disks of the nodes are otherwise not encrypted.",
  remedy: anew("--encryption-at-host true"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/disk-encryption"
});
var inTransit = check({
  id: "hdinsight/in-transit",
  title: "Nodes of the HDInsight cluster encrypt what they send each other",
  rows: ["S45"],
  severity: both,
  subjects: subjects5,
  judge: (cluster) => isOn(
    cluster.flag("properties.encryptionInTransitProperties.isEncryptionInTransitEnabled") ?? false,
    "Traffic between nodes is not encrypted."
  ),
  why: "Data can be read on its way between the nodes.",
  remedy: anew("--encryption-in-transit true"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/domain-joined/encryption-in-transit"
});
var minimumTls = check({
  id: "hdinsight/minimum-tls",
  title: "The HDInsight cluster refuses TLS older than 1.2",
  rows: ["S45"],
  severity: both,
  subjects: subjects5,
  judge: (cluster) => {
    const version3 = cluster.text("properties.minSupportedTlsVersion");
    return oneOf2(version3, { pass: ["1.2", "1.3"], fail: ["1.0", "1.1"] }, `The cluster accepts TLS ${version3}.`);
  },
  why: "TLS 1.0 and 1.1 have known weaknesses.",
  remedy: anew("--minimal-tls-version 1.2"),
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/hdinsight/transport-layer-security"
});

// src/checklist/key.ts
var aboutKeys = "https://learn.microsoft.com/azure/key-vault/keys/about-keys";
var rotation = "https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation";
var day = 86400;
function keyCheck(definition) {
  return check({
    ...definition,
    severity: (key2) => key2.otherTenant ? severity("medium", "low") : definition.severity,
    subjects: (workspace2) => workspace2.keys
  });
}
function eachVersion(key2, judge2) {
  return worst(
    key2.versions.filter(({ resource: resource2 }) => resource2.unreadable?.state !== "absent").map((version3) => {
      const { unreadable: unreadable2 } = version3.resource;
      const verdict2 = unreadable2 ? notRead2(unreadable2) : judge2(version3);
      return verdict2.status === "fail" ? { ...verdict2, message: `${versionOf2(key2, version3)} ${verdict2.message}` } : verdict2;
    })
  );
}
function versionOf2(key2, { version: version3, resource: resource2, consumers }) {
  const users = consumers.map((consumer) => consumer.resource.name).join(", ");
  const which2 = resource2 === key2.current ? "current version" : `version ${version3}`;
  return `The ${which2} of ${key2.name}${users ? `, used by ${users},` : ""}`;
}
var readable = keyCheck({
  id: "key/readable",
  title: "The key exists and can be read",
  rows: ["S15", "S20"],
  severity: severity("high"),
  absent: (key2) => key2.vault?.unreadable?.state === "absent" ? notApplicable("absent") : fail(`The key ${key2.name} does not exist in ${key2.host}.`),
  judge: (key2) => {
    key2.current.text("properties.kty");
    const gone = key2.versions.find(({ resource: resource2 }) => resource2.unreadable?.state === "absent");
    if (gone) return fail(`${versionOf2(key2, gone)} does not exist any more.`);
    return eachVersion(key2, () => pass());
  },
  why: "Data that is encrypted with a key that is gone cannot be decrypted again.",
  remedy: (key2) => az`keyvault key recover ${at(key2)}`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery"
});
var enabled = keyCheck({
  id: "key/enabled",
  title: "The key is enabled",
  rows: ["S15", "S24"],
  severity: severity("high"),
  judge: (key2) => eachVersion(key2, ({ resource: resource2 }) => isOn(resource2.flag("properties.attributes.enabled"), "is disabled.")),
  why: "A disabled key revokes access: every service that uses it stops reading and writing its data.",
  remedy: (key2) => az`keyvault key set-attributes ${at(key2)} --enabled true`,
  reference: aboutKeys
});
var validity = keyCheck({
  id: "key/validity",
  title: "The key is valid, and stays so for the next 30 days",
  rows: ["S15"],
  severity: severity("high"),
  judge: (key2, workspace2) => eachVersion(key2, (version3) => validityOf(version3, now(workspace2), workspace2.options.keyExpiryWarningDays)),
  why: "An expired key stops the services that use it.",
  remedy: (key2) => az`keyvault key rotate ${at(key2)}`,
  reference: aboutKeys
});
function validityOf({ resource: resource2 }, at2, warningDays2) {
  const [from, until] = [resource2.number("properties.attributes.nbf"), resource2.number("properties.attributes.exp")];
  if (from !== void 0 && from > at2) return fail(`is not valid before ${date(from)}.`);
  if (until === void 0) return pass();
  if (until <= at2) return fail(`expired on ${date(until)}.`);
  if (until <= at2 + warningDays2 * day)
    return fail(`expires on ${date(until)}.`, { severity: severity("medium", "low") });
  return pass();
}
var keyTypes = { pass: ["RSA", "RSA-HSM"], fail: ["EC", "EC-HSM", "oct", "oct-HSM"] };
var type = keyCheck({
  id: "key/type",
  title: "The key is an RSA key",
  rows: ["S20"],
  severity: severity("medium", "low"),
  judge: (key2) => eachVersion(key2, ({ resource: resource2 }) => {
    const kty = resource2.text("properties.kty");
    return oneOf2(kty, keyTypes, `is of type ${kty}.`);
  }),
  why: "Storage, the container registry and Azure Machine Learning document RSA keys only.",
  remedy: newKey,
  reference: "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview"
});
var size = keyCheck({
  id: "key/size",
  title: "The key has at least 3072 bits",
  rows: ["S20"],
  severity: severity("medium"),
  judge: (key2, { options }) => eachVersion(key2, (version3) => sizeOf(version3, options.keyMinimumBits)),
  why: "Below 2048 bits RSA is not considered secure; Azure Machine Learning recommends 3072.",
  remedy: newKey,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys"
});
function sizeOf({ resource: resource2 }, minimum) {
  const kty = resource2.text("properties.kty");
  const isRsa = oneOf2(kty, keyTypes);
  if (isRsa.status !== "pass") return isRsa.status === "fail" ? notApplicable("not-used") : isRsa;
  const bits = resource2.number("properties.keySize");
  if (bits === void 0) return unknown("property-absent", "Azure did not say how long the key is.");
  if (bits < minimum) return fail(`has ${bits} bits.`);
  return bits < 3072 ? fail(`has ${bits} bits; 3072 are recommended.`, { severity: severity("low", "info") }) : pass();
}
var operations = keyCheck({
  id: "key/operations",
  title: "The key may wrap and unwrap",
  rows: ["S20"],
  severity: severity("medium"),
  judge: (key2) => eachVersion(key2, ({ resource: resource2 }) => {
    const allowed = resource2.list("properties.keyOps")?.map((operation) => String(operation).toLowerCase());
    if (!allowed) return unknown("property-absent", "Azure did not say what the key may be used for.");
    resource2.note("properties.keyOps", allowed.join(", "));
    const lacking = ["wrapKey", "unwrapKey"].filter((operation) => !allowed.includes(operation.toLowerCase()));
    return lacking.length > 0 ? fail(`lacks the operation ${lacking.join(" and ")}.`) : pass();
  }),
  why: "Services encrypt their data keys by wrapping them; a key that may not unwrap makes the data unreadable.",
  remedy: (key2) => az`keyvault key set-attributes ${at(key2)} --ops wrapKey unwrapKey encrypt decrypt sign verify`,
  reference: aboutKeys
});
var expirySet = keyCheck({
  id: "key/expiry-set",
  title: "The key has an expiry date",
  rows: ["S15"],
  severity: severity("low"),
  judge: (key2) => eachVersion(
    key2,
    ({ resource: resource2 }) => resource2.number("properties.attributes.exp") === void 0 ? fail("has no expiry date.") : pass()
  ),
  why: "A key that never expires is never replaced. Set an expiry date together with a rotation policy, or the day it expires stops the services.",
  remedy: (key2) => az`keyvault key rotation-policy update ${at(key2)} --value rotation-policy.json`,
  reference: rotation
});
var rotationPolicy = keyCheck({
  id: "key/rotation-policy",
  title: "The key is rotated by a policy",
  rows: ["S15"],
  severity: severity("medium", "low"),
  judge: ({ current }) => {
    const actions = current.list("properties.rotationPolicy.lifetimeActions");
    if (!current.has("properties.rotationPolicy")) {
      return unknown(
        "property-absent",
        "Azure did not show a rotation policy, which does not prove that there is none."
      );
    }
    const types2 = (actions ?? []).map((action2) => String(valueAt(action2, "action.type") ?? "nothing").toLowerCase());
    current.note("properties.rotationPolicy.lifetimeActions", types2.join(", ") || null);
    if (types2.includes("rotate")) return pass();
    const stranger = types2.find((type2) => type2 !== "notify");
    if (stranger !== void 0)
      return unknown(
        "unrecognised-value",
        `The rotation policy has an action that this version does not know: ${stranger}.`
      );
    return fail(types2.length > 0 ? "The rotation policy only notifies." : "The rotation policy does nothing.", {
      severity: "low"
    });
  },
  why: "Without a policy the key is rotated when somebody remembers to.",
  remedy: (key2) => az`keyvault key rotation-policy update ${at(key2)} --value rotation-policy.json`,
  reference: rotation
});
var age = keyCheck({
  id: "key/age",
  title: "The key is not older than two years",
  rows: ["S15"],
  severity: severity("medium", "low"),
  judge: (key2, workspace2) => eachVersion(key2, ({ resource: resource2 }) => {
    const created = resource2.number("properties.attributes.created");
    if (created === void 0) return unknown("property-absent", "Azure did not say when the key was created.");
    const days = workspace2.options.keyMaximumAgeDays;
    return created < now(workspace2) - days * day ? fail(`was created on ${date(created)}, more than ${days} days ago.`) : pass();
  }),
  why: "The older a key, the more data is lost with it when it leaks. Azure Storage documents rotation at least every two years.",
  remedy: (key2) => az`keyvault key rotate ${at(key2)}`,
  reference: "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview"
});
var currentVersion = keyCheck({
  id: "key/current-version",
  title: "The key's current version is the one in use",
  rows: ["S15", "S24"],
  severity: severity("medium", "low"),
  judge: (key2) => {
    const newest2 = /[0-9a-f]{32}\/?$/i.exec(key2.current.text("properties.keyUriWithVersion") ?? "")?.[0].replace("/", "").toLowerCase();
    return worst(key2.consumers.map((consumer) => versionInUse(consumer, newest2)));
  },
  why: "After a rotation, data stays encrypted with the old version until the consumer moves on.",
  remedy: (key2) => `Point what uses ${key2.name} to the current version, or to the key without a version where that is possible; a workspace takes another version of a key in the same vault only. Keep the old version enabled until all have moved.`,
  reference: rotation
});
function versionInUse({ resource: resource2, use: use2 }, newest2) {
  if (use2.pinned === null && resource2.type === "microsoft.machinelearningservices/workspaces") {
    return unknown(
      "not-observable",
      `${resource2.name} names the key without a version, and nothing shows which one it uses.`
    );
  }
  const cosmos2 = resource2.type === "microsoft.documentdb/databaseaccounts";
  const used = (use2.pinned ?? (cosmos2 ? use2.inUse : null))?.toLowerCase();
  if (used === void 0) return pass();
  if (newest2 === void 0)
    return unknown("property-absent", "Azure did not say which version of the key is the current one.");
  return used === newest2 ? pass() : fail(`${resource2.name} uses version ${used}; the current version is ${newest2}.`);
}
function at({ name, vault, host }) {
  const inHsm = isManagedHsm(host);
  const [first = "", second = ""] = host.split(".");
  const known2 = vault?.name ?? (inHsm && second !== "managedhsm" ? second : first);
  return ["--name", name, inHsm ? "--hsm-name" : "--vault-name", known2];
}
function newKey(key2) {
  return az`keyvault key create ${at(key2)} --kty ${isManagedHsm(key2.host) ? "RSA-HSM" : "RSA"} --size 3072`;
}
function now(workspace2) {
  return Date.parse(workspace2.evidence.collectedAt) / 1e3;
}
function date(seconds) {
  const moment = new Date(seconds * 1e3);
  return Number.isNaN(moment.getTime()) ? `second ${seconds} since 1970` : moment.toISOString().slice(0, 10);
}

// src/evidence/identity.ts
function workspacePrincipal(evidence2, body) {
  return principal(evidence2, body, valueAt(body, "properties.primaryUserAssignedIdentity"));
}
function encryptionPrincipal(evidence2, body) {
  return principal(evidence2, body, valueAt(body, "properties.encryption.identity.userAssignedIdentity"));
}
function allPrincipals(evidence2, body) {
  const assigned = Object.keys(valueAt(body, "identity.userAssignedIdentities") ?? {});
  const all = [...valueAt(body, "identity.principalId") ? [void 0] : [], ...assigned];
  return all.map((id) => principal(evidence2, body, id));
}
function roleAssignments(evidence2, principalId) {
  const collection = evidence2.collections.get(collectionKey.roles(principalId));
  if (!collection) return null;
  const assignments = collection.ids.flatMap((id) => {
    const record2 = evidence2.resources.get(idKey(id));
    if (record2?.state !== "read") return [];
    const scope2 = valueAt(record2.body, "properties.scope");
    const role = valueAt(record2.body, "properties.roleDefinitionId");
    return typeof scope2 === "string" && typeof role === "string" ? [{ record: record2, scope: scope2, role: role.split("/").at(-1)?.toLowerCase() ?? "" }] : [];
  });
  return { collection, assignments };
}
function principal(evidence2, body, identityId) {
  if (typeof identityId !== "string") {
    const own = valueAt(body, "identity.principalId");
    return { identityId: null, principalId: typeof own === "string" ? own : null, unreadable: null };
  }
  const assigned = Object.entries(
    valueAt(body, "identity.userAssignedIdentities") ?? {}
  );
  const inline = valueAt(assigned.find(([id]) => idKey(id) === idKey(identityId))?.[1], "principalId");
  const record2 = evidence2.resources.get(idKey(identityId));
  const read2 = record2?.state === "read" ? valueAt(record2.body, "properties.principalId") : void 0;
  const principalId = inline ?? read2;
  if (typeof principalId === "string") return { identityId, principalId, unreadable: null };
  return { identityId, principalId: null, unreadable: record2 && record2.state !== "read" ? record2 : null };
}

// src/checklist/access.ts
function ownEntries(vault, principalId) {
  const policies = vault.list("properties.accessPolicies") ?? [];
  const own = policies.filter(
    (policy) => String(valueAt(policy, "objectId")).toLowerCase() === principalId.toLowerCase()
  );
  const entries2 = own.map((policy) => ({
    keys: permissions(policy, "keys"),
    secrets: permissions(policy, "secrets"),
    certificates: permissions(policy, "certificates")
  }));
  const shown2 = entries2.map(
    ({ keys: keys2, secrets, certificates }) => `keys: ${keys2.join(" ") || "-"}; secrets: ${secrets.join(" ") || "-"}; certificates: ${certificates.join(" ") || "-"}`
  );
  vault.note(`properties.accessPolicies[objectId=${principalId}]`, shown2.join(" | ") || null);
  return entries2;
}
var wrapRoles = [
  "e147488a-f6f5-4113-8e2d-b22465e65bf6",
  "12338af0-0e69-4776-bea7-57ae8d297424",
  "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
  "00482a5a-887f-4fb3-b363-3b7fe8e74483"
];
function wrapAccess(evidence2, vault, keyId, who) {
  if (isManagedHsmId(vault.id)) {
    return unknown(
      "not-observable",
      "Who may use a key of a managed HSM is kept in the HSM, where Resource Manager does not see it."
    );
  }
  if (!who.principalId) return noPrincipal(who, "uses the key");
  if (vault.flag("properties.enableRbacAuthorization"))
    return roleVerdict(evidence2, vault, keyId, who.principalId, wrapRoles);
  return policyVerdict(vault, who.principalId, "keys", ["get", "wrapkey", "unwrapkey"]);
}
var noEntry = unknown(
  "not-observable",
  "No access policy names the identity; it may have access as a member of a group."
);
function policyVerdict(vault, principalId, kind, needed) {
  const entries2 = ownEntries(vault, principalId);
  if (entries2.length === 0) return noEntry;
  const granted = entries2.flatMap((entry) => entry[kind]);
  const lacking = needed.filter((permission) => !granted.includes(permission) && !granted.includes("all"));
  if (lacking.length === 0) return pass();
  const option = `--${kind.slice(0, -1)}-permissions`;
  return fail(`The access policy of the identity lacks ${lacking.join(", ")} on ${kind}.`, {
    remedy: az`keyvault set-policy ${named(vault.id)} --object-id ${principalId} ${option} ${[...granted, ...lacking]}`
  });
}
function roleVerdict(evidence2, vault, id, principalId, roles) {
  const found2 = roleAssignments(evidence2, principalId);
  if (!found2) return unknown("not-visible", "The role assignments of the identity were not read.");
  if (found2.collection.state !== "read") return notRead2(found2.collection);
  const match = found2.assignments.find(({ role, scope: scope2 }) => roles.includes(role) && isWithin(id, scope2));
  vault.note(`roleAssignments[principalId=${principalId}]`, match ? match.scope : null);
  if (match) return pass();
  return unknown(
    "not-observable",
    "No role assignment of the identity itself was found; it may have one through a group, a management group or a custom role."
  );
}
function noPrincipal({ unreadable: unreadable2 }, role) {
  return unreadable2 ? notRead2(unreadable2) : unknown("property-absent", `Azure did not say which object in Entra ${role}.`);
}
function permissions(policy, kind) {
  const granted = valueAt(policy, `permissions.${kind}`);
  return Array.isArray(granted) ? granted.map((permission) => String(permission).toLowerCase()) : [];
}

// src/checklist/key-vault.ts
var recovery = "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview";
var exists3 = check({
  id: "key-vault/exists",
  title: "The key vault exists",
  rows: ["S44"],
  severity: severity("high"),
  subjects: (workspace2) => workspace2.keyVaults,
  absent: (vault) => fail(`The key vault ${vault.name} does not exist any more.`),
  judge: (vault) => {
    vault.text("name");
    return pass();
  },
  why: "A workspace cannot change its vault: without it, stored credentials are gone, and what its keys encrypt is lost when it is purged.",
  remedy: (vault) => az`keyvault recover ${named(vault.id, vault.isHsm ? "--hsm-name" : "--name")}`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery"
});
var purgeProtection = check({
  id: "key-vault/purge-protection",
  title: "The key vault cannot be purged",
  rows: ["S20", "S44"],
  severity: (vault) => vault.roles.has("cmk") ? severity("high") : severity("medium", "low"),
  subjects: (workspace2) => workspace2.keyVaults,
  judge: (vault) => isOn(vault.flag("properties.enablePurgeProtection"), "Purge protection is not enabled."),
  why: "Whoever may delete the vault can destroy its keys for good, and with them everything they encrypt. Customer-managed keys require purge protection.",
  remedy: (vault) => vault.isHsm ? az`keyvault update-hsm ${named(vault.id, "--hsm-name")} --enable-purge-protection true` : az`keyvault update ${named(vault.id)} --enable-purge-protection true`,
  reference: recovery
});
var softDelete = check({
  id: "key-vault/soft-delete",
  title: "Deleted vaults and keys can be recovered",
  rows: ["S44"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.keyVaults,
  judge: (vault) => {
    const verdict2 = isOn(vault.flag("properties.enableSoftDelete"), "Soft delete is off.");
    return verdict2.status === "fail" ? { ...verdict2, severity: "high" } : verdict2;
  },
  why: "Without soft delete a deleted key is gone at once.",
  remedy: (vault) => vault.isHsm ? az`keyvault update-hsm ${named(vault.id, "--hsm-name")} --set properties.enableSoftDelete=true` : az`keyvault update ${named(vault.id)} --set properties.enableSoftDelete=true`,
  reference: recovery
});
var rbacAuthorization = check({
  id: "key-vault/rbac-authorization",
  title: "Access to the key vault goes by Azure roles",
  rows: ["S44", "S46"],
  severity: severity("low"),
  subjects: (workspace2) => only(workspace2.keyVaults, (vault) => !vault.isHsm),
  judge: (vault, { kind }) => {
    const verdict2 = isOn(vault.flag("properties.enableRbacAuthorization"), "The vault goes by access policies.");
    if (verdict2.status !== "fail" || kind !== "hub") return verdict2;
    const message = "The vault goes by access policies, which is what the documentation of hubs asks for.";
    return fail(message, { severity: "info" });
  },
  why: "Whoever may change a vault can give himself any access policy; roles separate the two.",
  remedy: (vault) => `Give everyone who needs access a role on the vault first, then run
${az`keyvault update ${named(vault.id)} --enable-rbac-authorization true`}`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide"
});
var trustedServices = check({
  id: "key-vault/trusted-services",
  title: "The vault's firewall lets the encrypting services in",
  rows: ["S15"],
  severity: severity("medium"),
  subjects: (workspace2) => only(workspace2.keyVaults, (vault) => !vault.isHsm),
  judge: (vault) => {
    const access2 = vault.text("properties.publicNetworkAccess");
    const known2 = oneOf2(access2, { pass: ["Enabled", "Disabled"], fail: ["SecuredByPerimeter"] });
    if (known2.status === "unknown") return known2;
    if (known2.status === "fail") {
      return unknown(
        "not-observable",
        "A network security perimeter decides who gets in, not the settings of the vault."
      );
    }
    const action2 = vault.text("properties.networkAcls.defaultAction");
    const closed = oneOf2(action2, { pass: ["Allow"], fail: ["Deny"] });
    if (closed.status === "unknown") return closed;
    if (access2?.toLowerCase() === "enabled" && closed.status === "pass") return pass();
    const bypass = oneOf2(vault.text("properties.networkAcls.bypass"), { pass: ["AzureServices"], fail: ["None"] });
    return bypass.status === "fail" ? fail("The firewall keeps out everyone, trusted Microsoft services as well.") : bypass;
  },
  why: "Storage, registry, AI Search and Azure Machine Learning then cannot unwrap their data keys, and stop.",
  remedy: (vault) => az`keyvault update ${named(vault.id)} --bypass AzureServices`,
  reference: "https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints"
});
var workspaceAccess = check({
  id: "key-vault/workspace-access",
  title: "The workspace can use the secrets of its vault",
  rows: ["S44", "S46"],
  severity: severity("low"),
  subjects: ownVault,
  judge: (vault, workspace2) => {
    const who = workspacePrincipal(workspace2.evidence, bodyOf(workspace2));
    if (!who.principalId) return noPrincipal(who, "the workspace is");
    if (vault.flag("properties.enableRbacAuthorization"))
      return roleVerdict(workspace2.evidence, vault, vault.id, who.principalId, secretRoles);
    return policyVerdict(vault, who.principalId, "secrets", ["get", "list", "set", "delete"]);
  },
  why: "The workspace keeps credentials of its storage, registry and datastores in this vault.",
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
var cmkAccess = check({
  id: "key-vault/cmk-access",
  title: "The workspace can use its customer-managed key",
  rows: ["S20", "S46"],
  severity: severity("medium"),
  subjects: (workspace2) => ownKeyVaults(workspace2),
  judge: (vault, workspace2) => {
    const key2 = workspace2.keys.all.find(
      (each) => each.vault !== null && idKey(each.vault.id) === idKey(vault.id) && usedByWorkspace(workspace2, each)
    );
    return wrapAccess(
      workspace2.evidence,
      vault,
      key2?.id ?? vault.id,
      encryptionPrincipal(workspace2.evidence, bodyOf(workspace2))
    );
  },
  why: "The identity needs Get, Wrap Key and Unwrap Key; without them the workspace stops working.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys"
});
var leastPrivilege = check({
  id: "key-vault/least-privilege",
  title: "The workspace may not purge what it deletes",
  rows: ["S46"],
  severity: severity("low"),
  subjects: ownVault,
  judge: (vault, workspace2) => {
    if (vault.flag("properties.enableRbacAuthorization")) return notApplicable("not-used");
    const who = allPrincipals(workspace2.evidence, bodyOf(workspace2));
    const entries2 = who.flatMap(({ principalId }) => principalId ? ownEntries(vault, principalId) : []);
    const permissions2 = entries2.flatMap(({ keys: keys2, secrets, certificates }) => [...keys2, ...secrets, ...certificates]);
    if (permissions2.includes("purge")) return fail("An access policy of the workspace grants purge.");
    const stranger = who.find(({ principalId }) => !principalId);
    if (stranger) return noPrincipal(stranger, "the workspace is");
    if (entries2.length === 0) return noEntry;
    if (permissions2.includes("all"))
      return fail('An access policy of the workspace grants "all"; sources differ on whether that includes purge.', {
        severity: "info"
      });
    return pass();
  },
  why: "The documentation asks for every permission besides purge: code that runs as the workspace could destroy keys and secrets for good.",
  remedy: (vault, workspace2) => allPrincipals(workspace2.evidence, bodyOf(workspace2)).flatMap(({ principalId }) => principalId ? withoutPurge(vault, principalId) : []).join("\n"),
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
var separation = check({
  id: "key-vault/separation",
  title: "The customer-managed key is not in the workspace's own vault",
  rows: ["S22"],
  severity: severity("info"),
  subjects: (workspace2) => ownKeyVaults(workspace2),
  judge: (vault) => {
    vault.note("id", vault.id);
    return vault.roles.has("workspace") ? fail("One vault holds both the key and the secrets of the workspace. That is allowed.") : pass();
  },
  why: "Who manages the keys and who uses the secrets can then be different people.",
  remedy: ({ name }) => `For a new workspace, create the key in a vault of its own, not in ${name}.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys"
});
var hsmBacked = check({
  id: "key-vault/hsm-backed",
  title: "The customer-managed key is protected by hardware",
  rows: ["S20"],
  severity: severity("info"),
  subjects: (workspace2) => only(workspace2.keyVaults, (vault) => vault.roles.has("cmk")),
  judge: (vault, workspace2) => {
    if (vault.isHsm) {
      vault.note("type", vault.type);
      return pass();
    }
    const sku = oneOf2(vault.text("properties.sku.name"), { pass: ["premium"], fail: ["standard"] });
    if (sku.status !== "fail") return sku;
    const keys2 = workspace2.keys.all.filter(
      (key2) => key2.vault && idKey(key2.vault.id) === idKey(vault.id) && key2.unreadable?.state !== "absent"
    );
    const inHardware = keys2.length > 0 && keys2.every((key2) => key2.current.text("properties.kty")?.toUpperCase() === "RSA-HSM");
    return inHardware ? pass() : fail("The vault is of the standard tier: its keys are protected by software.");
  },
  why: "Some regulations ask for keys in hardware security modules.",
  remedy: ({ name }) => `Create the key with \`--protection hsm\` in a vault of the premium tier, or in a managed HSM, in place of the one in ${name}.`,
  reference: "https://learn.microsoft.com/azure/key-vault/keys/about-keys"
});
function ownVault(workspace2) {
  return only(workspace2.keyVaults, (vault) => vault.roles.has("workspace") && !vault.isHsm);
}
function ownKeyVaults(workspace2) {
  if (workspace2.encrypted.all.length === 0) return { all: [], none: workspace2.encrypted.none };
  const vaults2 = workspace2.keys.all.flatMap(
    (key2) => usedByWorkspace(workspace2, key2) && key2.vault ? [idKey(key2.vault.id)] : []
  );
  return only(workspace2.keyVaults, (vault) => vaults2.includes(idKey(vault.id)) && !vault.isHsm);
}
function usedByWorkspace(workspace2, key2) {
  return key2.consumers.some(({ resource: resource2 }) => resource2 === workspace2.resource);
}
var secretRoles = ["00482a5a-887f-4fb3-b363-3b7fe8e74483", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"];
function withoutPurge(vault, principalId) {
  const entries2 = ownEntries(vault, principalId);
  const options = ["keys", "secrets", "certificates"].flatMap((kind) => {
    const granted = entries2.flatMap((entry) => entry[kind]);
    if (!granted.includes("purge") && !granted.includes("all")) return [];
    const left = granted.includes("all") ? allButPurge[kind] : granted.filter((permission) => permission !== "purge");
    return [`--${kind.slice(0, -1)}-permissions`, ...left];
  });
  return options.length > 0 ? [az`keyvault set-policy ${named(vault.id)} --object-id ${principalId} ${options}`] : [];
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
function bodyOf({ resource: resource2 }) {
  return resource2.record.state === "read" ? resource2.record.body : {};
}

// src/checklist/kubernetes-versions.ts
var kubernetesVersions = [
  { version: "1.31", supportedUntil: "2025-11", longTermUntil: "2026-11" },
  { version: "1.32", supportedUntil: "2026-03", longTermUntil: "2027-03" },
  { version: "1.33", supportedUntil: "2026-07", longTermUntil: "2027-07" },
  { version: "1.34", supportedUntil: "2026-11", longTermUntil: "2027-11" },
  { version: "1.35", supportedUntil: "2027-03", longTermUntil: "2028-03" },
  { version: "1.36", supportedUntil: "2027-06", longTermUntil: "2028-06" },
  { version: "1.37", supportedUntil: "2027-10", longTermUntil: "2028-10" }
];
function versionVerdict(text3, plan, month) {
  const match = /^v?(\d+)\.(\d+)(?:\.|$)/.exec(text3);
  if (!match)
    return unknown("unrecognised-value", `This version does not know the Kubernetes version ${JSON.stringify(text3)}.`);
  const [major, minor] = [Number(match[1]), Number(match[2])];
  if (isOlder({ major, minor }, { major: 1, minor: 24 }))
    return fail(`Kubernetes ${text3} cannot have customer-managed keys, and is long out of support.`, {
      severity: "high"
    });
  const row = kubernetesVersions.find((known2) => known2.version === `${major}.${minor}`);
  if (!row && !isOlder({ major, minor }, newest()))
    return unknown("unrecognised-value", `Kubernetes ${text3} is newer than what this version knows.`);
  if (row && month <= row.supportedUntil) return pass();
  const longTerm = plan?.toLowerCase() === "akslongtermsupport";
  if (row && month <= row.longTermUntil) {
    if (longTerm) return pass();
    if (plan !== void 0 && plan.toLowerCase() !== "kubernetesofficial")
      return unknown("unrecognised-value", `This version does not know the support plan ${JSON.stringify(plan)}.`);
  }
  const until = longTerm ? row?.longTermUntil : row?.supportedUntil;
  return fail(`Kubernetes ${text3} is out of support${until ? ` since the end of ${until}` : ""}.`);
}
function isOlder(one, other) {
  return one.major < other.major || one.major === other.major && one.minor < other.minor;
}
function newest() {
  const [major = 0, minor = 0] = kubernetesVersions.map(({ version: version3 }) => version3.split(".").map(Number)).at(-1) ?? [];
  return { major, minor };
}

// src/checklist/kubernetes.ts
var disks = "https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys";
var clusters2 = (workspace2) => workspace2.clusters;
var inAzure = (workspace2) => only(workspace2.clusters, ({ isArc }) => !isArc);
var diskCmk2 = check({
  id: "kubernetes/disk-cmk",
  title: "Disks of the cluster are encrypted with a customer-managed key",
  rows: ["S30", "S31"],
  severity: severity("high", "info"),
  subjects: inAzure,
  judge: (cluster) => cluster.text("properties.diskEncryptionSetID") ? pass() : fail("The disks are encrypted with Microsoft-managed keys."),
  why: "OS and data disks hold images, models and cached data. The guidance of 2021 said that a cluster can get its key at any time; for the OS disk that is only so when it is created.",
  remedy: (cluster) => `Only a new cluster can have it; move the workloads, then detach ${cluster.name}:
${az`aks create ${named(cluster.id).with(1, "<new cluster>")} --node-osdisk-diskencryptionset-id ${"<disk encryption set id>"}`}`,
  creationOnly: true,
  reference: disks
});
var diskEncryptionSet = check({
  id: "kubernetes/disk-encryption-set",
  title: "The cluster's disk encryption set uses a customer-managed key and follows its versions",
  rows: ["S30"],
  severity: severity("medium"),
  subjects: inAzure,
  judge: (cluster, workspace2) => {
    const id = cluster.text("properties.diskEncryptionSetID");
    return id ? setVerdict(workspace2.at(id), cluster, workspace2) : notApplicable("not-used");
  },
  why: "A disk encryption set that cannot rotate leaves disks on an old version of the key, and one with an error may stop disks from starting.",
  remedy: (cluster) => `For the disk encryption set of ${cluster.name}:
${az`disk-encryption-set update ${named(cluster.text("properties.diskEncryptionSetID") ?? "")} --enable-auto-key-rotation true`}`,
  reference: disks
});
function setVerdict(set, cluster, workspace2) {
  const type2 = oneOf2(
    set.text("properties.encryptionType"),
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
  if (type2.status !== "pass") return type2;
  if (set.has("properties.autoKeyRotationError")) return fail("The last rotation of the disk encryption set failed.");
  const [here, there] = [region(cluster.text("location")), region(set.text("location"))];
  if (!here || !there)
    return unknown("property-absent", "Azure did not say in which regions the cluster and its disk encryption set are.");
  if (here !== there)
    return fail("The disk encryption set is in another region than the cluster.", { remedy: anotherSet(cluster) });
  if (set.flag("properties.rotationToLatestKeyVersionEnabled") === true) return pass();
  return followsByHand(set, workspace2);
}
var anotherSet = ({ name }) => `A cluster cannot change its disk encryption set: create a set with a key of yours in the region of ${name}, a new cluster with it, and move the workloads.`;
function followsByHand(set, workspace2) {
  const key2 = workspace2.keys.all.find(({ consumers }) => consumers.some(({ resource: resource2 }) => resource2.id === set.id));
  if (!key2) return unknown("property-absent", "The disk encryption set does not say which key it uses.");
  if (key2.unreadable?.state === "unreadable") return notRead2(key2.unreadable);
  const used = versionOf3(set.text("properties.activeKey.keyUrl"));
  const newest2 = versionOf3(key2.current.text("properties.keyUriWithVersion"));
  if (!used || !newest2)
    return unknown(
      "property-absent",
      "Azure did not say which version of the key is in use, or which is the current one."
    );
  if (used !== newest2) return fail("The disk encryption set does not rotate, and uses an old version of its key.");
  return fail("The disk encryption set does not rotate; its key is at the current version.", {
    severity: severity("low", "info")
  });
}
function versionOf3(identifier) {
  return parseKeyId(identifier ?? "")?.version?.toLowerCase() ?? null;
}
var hostEncryption2 = check({
  id: "kubernetes/host-encryption",
  title: "Node pools encrypt at the host",
  rows: ["S30", "S33"],
  severity: severity("medium", "low"),
  subjects: inAzure,
  judge: (cluster) => {
    const pools = cluster.list("properties.agentPoolProfiles") ?? [];
    if (pools.length === 0) return unknown("property-absent", "Azure did not list the node pools of the cluster.");
    const named2 = (value2) => {
      const found2 = pools.filter((pool) => switchOf(pool) === value2).map((pool) => String(valueAt(pool, "name") ?? "a pool without a name"));
      return found2.length === 0 ? null : found2.join(", ");
    };
    const [open3, strange] = [named2("off"), named2("strange")];
    cluster.note("properties.agentPoolProfiles[not encrypted at the host]", open3);
    if (open3) return fail(`Not encrypted at the host: ${open3}.`);
    return strange ? unknown("unrecognised-value", `This version does not know what enableEncryptionAtHost of ${strange} means.`) : pass();
  },
  why: "Temporary disks and caches of nodes are otherwise not encrypted.",
  remedy: (cluster) => `Only a new node pool can have it; add one, move the workloads, delete the old one:
${az`aks nodepool add ${named(cluster.id, "--cluster-name")} --name ${"<pool>"} --enable-encryption-at-host`}`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/aks/enable-host-encryption"
});
function switchOf(pool) {
  const value2 = valueAt(pool, "enableEncryptionAtHost");
  if (typeof pool !== "object" || pool === null) return "strange";
  return value2 === true ? "on" : value2 === void 0 || value2 === false ? "off" : "strange";
}
var version = check({
  id: "kubernetes/version",
  title: "The Kubernetes version of the cluster is supported",
  rows: ["S31"],
  severity: severity("medium"),
  subjects: inAzure,
  judge: (cluster, workspace2) => {
    const text3 = cluster.text("properties.currentKubernetesVersion") ?? cluster.text("properties.kubernetesVersion");
    if (text3 === void 0) return unknown("property-absent", "Azure did not say which version the cluster runs.");
    return versionVerdict(text3, cluster.text("properties.supportPlan"), workspace2.evidence.collectedAt.slice(0, 7));
  },
  why: "Versions out of support get no security fixes. Customer-managed keys need at least 1.24; the guidance of 2021 said 1.17.",
  remedy: (cluster) => az`aks upgrade ${named(cluster.id)} --kubernetes-version ${"<version>"}`,
  reference: "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions"
});
var etcdEncryption = check({
  id: "kubernetes/etcd-encryption",
  title: "Secrets of the cluster are encrypted in etcd",
  rows: ["S30"],
  severity: severity("medium", "info"),
  subjects: inAzure,
  judge: (cluster) => {
    if (cluster.flag("properties.securityProfile.azureKeyVaultKms.enabled") === true) return pass();
    const profile2 = cluster.text(
      "properties.securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption"
    );
    if (profile2 === void 0) {
      return unknown(
        "property-absent",
        "Key Vault encryption is off, and only preview versions of the API show the other kind. The platform encrypts the disks under etcd in any case."
      );
    }
    return oneOf2(
      profile2,
      { pass: ["Enabled"], fail: ["Disabled"] },
      "Secrets are not encrypted beyond the disks under etcd, which the platform always encrypts."
    );
  },
  why: "Whoever reaches etcd reads every secret of the cluster.",
  remedy: (cluster) => az`aks update ${named(cluster.id)} --enable-azure-keyvault-kms --azure-keyvault-kms-key-id ${"<key identifier>"}`,
  reference: "https://learn.microsoft.com/azure/aks/kms-data-encryption-concepts"
});
var scoringTls3 = check({
  id: "kubernetes/scoring-tls",
  title: "Scoring on the attached cluster uses TLS",
  rows: ["S39"],
  severity: severity("high"),
  subjects: (workspace2) => only(workspace2.list("computes"), (compute) => compute.unreadable !== null || computeType(compute) === "aks"),
  judge: (compute) => {
    if (!compute.has("properties.properties"))
      return unknown("property-absent", "Azure did not show the settings of the compute.");
    const status = compute.text("properties.properties.sslConfiguration.status");
    if (status === void 0) return fail("No certificate is configured: scoring requests are not encrypted.");
    return oneOf2(status, { pass: ["Enabled", "Auto"], fail: ["Disabled"] }, "Scoring requests are not encrypted.");
  },
  why: "Requests and predictions can be read on their way. Certificates that Microsoft made for this kind of compute no longer renew themselves.",
  remedy: ({ name }) => `Move what runs on ${name} to Kubernetes compute with the Azure Machine Learning extension, or to managed endpoints: SDK and CLI v1 are out of support since 2026-06-30.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service"
});
var extensionTls = check({
  id: "kubernetes/extension-tls",
  title: "Inference on the cluster uses TLS",
  rows: ["S39"],
  severity: severity("high"),
  subjects: clusters2,
  judge: (cluster, workspace2) => {
    const extension = workspace2.extensionOf(cluster);
    if (extension === null) return notApplicable("not-used");
    const setting = (name) => extension.text(`properties.configurationSettings.${name}`);
    if (extension.flag("properties.configurationSettings.enableInference") !== true) return notApplicable("not-used");
    if (extension.flag("properties.configurationSettings.allowInsecureConnections") === true)
      return fail("The extension allows connections without TLS.");
    if (setting("sslSecret") || setting("sslCname")) return pass();
    return unknown(
      "not-observable",
      "Inference is on and connections without TLS are not allowed, but no certificate is to be seen; it may be in settings that nobody can read."
    );
  },
  why: "Requests and predictions can be read on their way.",
  remedy: (cluster, workspace2) => az`k8s-extension update ${named(cluster.id, "--cluster-name")} --cluster-type ${cluster.isArc ? "connectedClusters" : "managedClusters"} --name ${workspace2.extensionOf(cluster)?.name ?? "<extension>"} --config allowInsecureConnections=False sslSecret=${"<secret>"} sslCname=${"<name>"}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint"
});
var productionInference = check({
  id: "kubernetes/production-inference",
  title: "Production inference runs on Kubernetes or managed endpoints",
  rows: ["S02"],
  severity: severity("info"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: () => ({ status: "manual" }),
  why: "The guidance of 2021 recommended Azure Kubernetes Service; managed endpoints are encrypted as compute clusters are.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
function region(location) {
  return location?.toLowerCase().replace(/\s+/g, "");
}

// src/checklist/metadata.ts
var cmk3 = "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys";
var cosmos = "microsoft.documentdb/databaseaccounts";
var search = "microsoft.search/searchservices";
var storage2 = "microsoft.storage/storageaccounts";
var labels = {
  [cosmos]: "Cosmos DB account",
  [search]: "AI Search service",
  [storage2]: "storage account"
};
var resourceGroup = check({
  id: "metadata/resource-group",
  title: "The managed resource group of the metadata is there",
  rows: ["S18"],
  severity: severity("high"),
  subjects: (workspace2) => workspace2.metadataGroup,
  absent: (group2) => fail(`The managed resource group ${group2.name} does not exist any more.`),
  judge: (group2) => {
    if (group2.lacking.length > 0) return unknown("not-visible", lackingMessage(group2, group2.lacking));
    for (const member2 of group2.members) member2.text("type");
    return pass();
  },
  why: "It holds the metadata of the workspace. Deleting it breaks the workspace for good.",
  remedy: ({ name }) => `Open a support request at once: what ${name} held is part of the workspace and cannot be created again.`,
  reference: cmk3
});
var cosmosCmk = check({
  id: "metadata/cosmos-cmk",
  title: "Cosmos DB of the metadata is encrypted with a customer-managed key",
  rows: ["S18", "S24"],
  severity: severity("high", "medium"),
  subjects: stores(cosmos),
  judge: (store) => {
    const account = store;
    const state = account.text("properties.customerManagedKeyStatus");
    if (state !== void 0 && /error|revoked/i.test(state))
      return fail(`Cosmos DB says of its key: "${state}".`, { severity: "high" });
    return account.text("properties.keyVaultKeyUri") === void 0 ? fail("The account uses keys that Microsoft holds.") : pass();
  },
  why: "Run history and metrics are then encrypted with keys that Microsoft holds, although the workspace asks for yours.",
  remedy: ({ name }) => `Customers cannot change ${name}: open a support request, or create the workspace anew.`,
  reference: "https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys"
});
var searchCmk = check({
  id: "metadata/search-cmk",
  title: "AI Search of the metadata enforces customer-managed keys",
  rows: ["S18", "S23"],
  severity: severity("medium"),
  subjects: stores(search),
  judge: (store) => {
    const service = store;
    const enforced = service.text("properties.encryptionWithCmk.enforcement") ?? "Unspecified";
    const compliant = service.text("properties.encryptionWithCmk.encryptionComplianceStatus") ?? "NonCompliant";
    const verdict2 = worst([
      oneOf2(enforced, { pass: ["Enabled"], fail: ["Disabled", "Unspecified"] }),
      oneOf2(compliant, { pass: ["Compliant"], fail: ["NonCompliant"] })
    ]);
    if (verdict2.status !== "fail") return verdict2;
    return unknown(
      "not-observable",
      "The service does not enforce customer-managed keys; each index may still have one, which no API of Resource Manager shows."
    );
  },
  why: "The index over the metadata holds parts of it.",
  reference: "https://learn.microsoft.com/azure/search/search-security-manage-encryption-keys"
});
var sameKey = check({
  id: "metadata/same-key",
  title: "The metadata stores use the key of the workspace",
  rows: ["S23"],
  severity: severity("info"),
  subjects: (workspace2) => ({
    all: workspace2.metadata.all.filter(({ type: type2 }) => type2 === cosmos || type2 === storage2),
    none: workspace2.metadata.none
  }),
  judge: (store, workspace2) => {
    const identifier = workspace2.resource.text("properties.encryption.keyVaultProperties.keyIdentifier");
    const own = parseKeyId(identifier ?? "");
    const [use2] = keyUses(store.type, store.record.state === "read" ? store.record.body : {});
    if (!use2) return withoutKey(store);
    if (!own)
      return unknown(
        identifier === void 0 ? "property-absent" : "unrecognised-value",
        "The workspace does not say which key it uses."
      );
    store.note("key", `https://${use2.host}/keys/${use2.name}`);
    const same = use2.host === own.host && use2.name.toLowerCase() === own.name.toLowerCase();
    return same ? pass() : fail(`${store.name} uses the key ${use2.name} of ${use2.host}.`);
  },
  why: "Azure Machine Learning documents one key for the workspace and all its metadata stores; revoking that one would leave the others readable.",
  reference: cmk3
});
function withoutKey(store) {
  const unclear = `${store.name} does not say which key it uses.`;
  if (store.type === cosmos) {
    return store.text("properties.keyVaultKeyUri") === void 0 ? notApplicable("not-used") : unknown("unrecognised-value", unclear);
  }
  const source = oneOf2(store.text("properties.encryption.keySource"), {
    pass: ["Microsoft.Storage"],
    fail: ["Microsoft.Keyvault"]
  });
  if (source.status === "pass") return notApplicable("not-used");
  return source.status === "fail" ? unknown("property-absent", unclear) : source;
}
function stores(type2) {
  return ({ metadata, metadataGroup }) => ({
    all: [
      ...metadata.all.filter((store) => store.type === type2),
      ...metadataGroup.all.filter(({ lacking }) => lacking.includes(type2)).map((group2) => hidden2(group2, type2))
    ],
    none: metadata.none
  });
}
function hidden2(group2, type2) {
  const unreadable2 = group2.unreadable ?? {
    state: "unreadable",
    id: group2.id,
    reason: "not-visible",
    action: type2 === cosmos ? "Microsoft.DocumentDB/databaseAccounts/read" : "Microsoft.Search/searchServices/read",
    scope: group2.id,
    message: lackingMessage(group2, [type2])
  };
  return { id: group2.id, name: group2.name, unreadable: unreadable2 };
}
function lackingMessage(group2, types2) {
  const words3 = types2.map((type2) => labels[type2] ?? type2).join(", ");
  return `The managed resource group ${group2.name} shows no ${words3}; it always has one, so the identity of this run may not see it.`;
}

// src/checklist/platform.ts
var dataEncryption2 = "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption";
function statement(id, rows, title, why2) {
  return check({
    id,
    title,
    rows,
    severity: severity("info"),
    subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
    judge: () => attested(title),
    why: why2,
    reference: dataEncryption2
  });
}
var internalTls = statement(
  "platform/internal-tls",
  ["S37"],
  "Azure Machine Learning encrypts the traffic between its services",
  "Azure Machine Learning uses TLS between its own services; that cannot be changed."
);
var imageEncryption = statement(
  "platform/image-encryption",
  ["S25"],
  "Container images are encrypted at rest",
  "Azure Container Registry encrypts every image before it stores it; that cannot be turned off."
);
var automlData = statement(
  "platform/automl-data",
  ["S35"],
  "Data that automated machine learning prepares stays in a datastore of the workspace",
  "It is encrypted as the storage account behind that datastore is."
);
var sshKeys = statement(
  "platform/ssh-keys",
  ["S45"],
  "SSH keys of attached computes are kept in a vault of Microsoft",
  "Azure Machine Learning makes SSH keys of its own for virtual machines and HDInsight, and does not store those of users."
);
var metadataEncryption = check({
  id: "platform/metadata-encryption",
  title: "Metadata in Microsoft's stores is encrypted at rest",
  rows: ["S17"],
  severity: severity("info"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (_resource, { architecture }) => {
    if (architecture === "none") return attested("Metadata is in Microsoft's stores, encrypted with Microsoft's keys.");
    if (architecture === "service-side") return attested("Metadata is in Microsoft's stores, encrypted with your key.");
    return notApplicable(architecture === "inherited" ? "inherited" : "not-used");
  },
  why: "Without subscription-side encryption the metadata of a workspace is in stores that Microsoft runs and encrypts.",
  reference: dataEncryption2
});
var diagnosticData = check({
  id: "platform/diagnostic-data",
  title: "Diagnostic data that Microsoft collects is encrypted",
  rows: ["S05", "S40", "S43"],
  severity: severity("info"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (resource2, { hub }) => {
    const flagged = (hub ?? resource2).unreadable === null && flagOf(hub ?? resource2);
    return attested(
      flagged ? "The high-business-impact flag keeps diagnostic data to a minimum; what is collected is encrypted with keys of Microsoft." : "Microsoft may collect resource names and job environment variables; they are encrypted with keys of Microsoft and stay in the region."
    );
  },
  why: "Names and environment variables can reach Microsoft: keep secrets out of both.",
  reference: dataEncryption2
});
var scratchDiskCleanup = underFlag(
  "platform/scratch-disk-cleanup",
  ["S07"],
  "The scratch disk is cleaned between runs",
  "Under the high-business-impact flag Azure Machine Learning cleans local scratch disks, cached images among what is on them."
);
var credentialPassing = underFlag(
  "platform/credential-passing",
  ["S08"],
  "Credentials reach computes through the key vault",
  "Under the high-business-impact flag credentials of storage, registry and SSH are passed through the vault of the workspace."
);
function underFlag(id, rows, title, why2) {
  return check({
    id,
    title,
    rows,
    severity: severity("info"),
    subjects: ({ resource: resource2 }) => ({ all: [resource2], none: "not-used" }),
    judge: (resource2, { hub }) => {
      const flag = (hub ?? resource2).flag("properties.hbiWorkspace");
      if (flag === void 0)
        return unknown("property-absent", "Azure did not say whether the workspace has the high-business-impact flag.");
      return flag ? attested(title) : notApplicable("not-used");
    },
    why: why2,
    reference: dataEncryption2
  });
}
function flagOf(resource2) {
  try {
    return resource2.flag("properties.hbiWorkspace") === true;
  } catch {
    return false;
  }
}

// src/checklist/provider.ts
var always = ["Microsoft.MachineLearningServices", "Microsoft.Storage", "Microsoft.KeyVault"];
var subscriptionSide = ["Microsoft.DocumentDB", "Microsoft.Search"];
var registration = check({
  id: "provider/registration",
  title: "The resource providers that encryption needs are registered",
  rows: ["S19"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => {
    const subscription = workspace2.id.split("/").slice(0, 3).join("/");
    const namespaces = [...always, ...workspace2.architecture === "subscription-side" ? subscriptionSide : []];
    return {
      all: namespaces.map((namespace) => workspace2.at(`${subscription}/providers/${namespace}`)),
      none: "not-used"
    };
  },
  judge: (provider2) => {
    const state = provider2.text("registrationState");
    const known2 = { pass: ["Registered"], fail: ["NotRegistered", "Registering", "Unregistered", "Unregistering"] };
    return oneOf2(state, known2, `${provider2.name} is ${state}.`);
  },
  why: "Customer-managed keys of workspaces need these providers in the subscription; the 2021 text named two, today five are documented.",
  remedy: (provider2) => az`provider register --namespace ${provider2.name} --subscription ${provider2.id.split("/").slice(2, 3)}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys"
});

// src/checklist/secrets.ts
var advice2 = "https://learn.microsoft.com/azure/machine-learning/concept-secret-injection";
var why = "Environment variables are logged, and Microsoft stores them with diagnostic data; whoever reads the job reads the secret.";
function environmentCheck(id, title, rows, kinds2, moveTo) {
  return check({
    id,
    title,
    rows,
    severity: severity("medium"),
    subjects: (workspace2) => found(workspace2, kinds2),
    judge: (subject2, workspace2) => subject2.id === workspace2.id ? nothingFound(workspace2, kinds2, "Nothing looks like a secret") : verdictOf(subject2),
    why,
    remedy: ({ name }) => `Take the secret out of the variables of ${name}, and replace it: it has been logged. ${moveTo}`,
    reference: advice2
  });
}
var jobEnvironment = environmentCheck(
  "secrets/job-environment",
  "No job has a secret in its environment variables",
  ["S41"],
  ["jobs"],
  "Read it in the job from the key vault, with the identity of the compute."
);
var deploymentEnvironment = environmentCheck(
  "secrets/deployment-environment",
  "No deployment has a secret in its environment variables",
  ["S41"],
  ["onlineDeployments", "batchDeployments", "services"],
  "Inject it instead: `${{azureml://connections/<name>/credentials/key}}` or `${{keyvault:https://<vault>/secrets/<name>}}`."
);
var scheduleEnvironment = environmentCheck(
  "secrets/schedule-environment",
  "No schedule has a secret in its environment variables",
  ["S41"],
  ["schedules"],
  "Read it in the job from the key vault, with the identity of the compute."
);
var computeEnvironment = environmentCheck(
  "secrets/compute-environment",
  "No custom service of a compute instance has a secret in its environment variables",
  ["S41"],
  ["computes"],
  "Let the service read it from the key vault, with the identity of the compute instance."
);
function found(workspace2, kinds2, hit = (one) => places(one).some(isSecret)) {
  const hits = workspace2.list(...kinds2).all.filter((one) => one.unreadable !== null || hit(one));
  return { all: hits.length > 0 ? hits : [workspace2.resource], none: "not-used" };
}
var inWords = {
  onlineDeployments: "online deployments",
  batchDeployments: "batch deployments",
  services: "web services of SDK v1"
};
function nothingFound(workspace2, kinds2, clean2) {
  const counts = kinds2.map((kind) => [kind, workspace2.list(kind).all.length]);
  for (const [kind, count2] of counts) workspace2.resource.note(`${kind}[]`, count2);
  const all = counts.map(([kind, count2]) => `${count2} ${inWords[kind] ?? kind}`).join(", ");
  if (kinds2.every((kind) => workspace2.isComplete(kind))) return pass(`${clean2} in ${all}.`);
  return unknown("truncated", `${clean2} in the first ${all}, but there are more (thresholds.jobs-per-workspace).`);
}
var isSecret = (place) => place.class !== "safe";
var isShaped = (place) => place.class.startsWith("credential:");
function verdictOf(subject2) {
  const hits = places(subject2).filter(isSecret);
  show(subject2, hits);
  const shaped = hits.filter(isShaped);
  if (shaped.length === 0) return fail(`Named like a secret, with a value in clear: ${namesOf(hits)}.`);
  const shapes = [...new Set(shaped.map((place) => place.class.slice("credential:".length)))].join(", ");
  return fail(`A value has the shape of a credential (${shapes}): ${namesOf(hits)}.`, { severity: "high" });
}
function show(subject2, hits) {
  for (const place of hits) subject2.note(place.path, `${place.length} characters, ${place.class}`);
}
function namesOf(hits) {
  return [...new Set(hits.map(({ name }) => name))].join(", ");
}
function places(resource2) {
  const list2 = peek(resource2, "secrets");
  return Array.isArray(list2) ? list2 : [];
}
var jobNames = check({
  id: "secrets/job-names",
  title: "Names of jobs give nothing away",
  rows: ["S42"],
  severity: severity("low"),
  subjects: (workspace2) => found(workspace2, ["jobs"], (job2) => tellingName(job2, workspace2.options.isDeniedName) !== null),
  judge: (subject2, workspace2) => {
    if (subject2.id === workspace2.id) return nothingFound(workspace2, ["jobs"], "Nothing telling is in the names");
    const job2 = subject2;
    const path6 = tellingName(job2, workspace2.options.isDeniedName) ?? "name";
    job2.text(path6);
    job2.note(path6, "matches");
    return fail(`The ${path6.split(".").at(-1)} of the job holds an e-mail address or a name that is not to be used.`);
  },
  why: "Names of jobs and experiments reach telemetry that Microsoft support can read.",
  remedy: ({ name }) => `Give the next runs another name; that of ${name} cannot be changed any more.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}(?![\w-])/i;
function tellingName(job2, isDenied) {
  for (const path6 of ["name", "properties.displayName", "properties.experimentName"]) {
    const name = peek(job2, path6);
    if (name === void 0) continue;
    if (typeof name !== "string" || email.test(name) || isDenied(name)) return path6;
  }
  return null;
}
var systemDatastores2 = check({
  id: "secrets/system-datastores",
  title: "The workspace's own datastores are reached with identities",
  rows: ["S16", "S44"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => workspace2.settings,
  judge: (resource2) => {
    const mode = resource2.text("properties.systemDatastoresAuthMode");
    if (mode === void 0) return fail("The workspace reaches its storage with account keys.");
    return oneOf2(
      mode,
      { pass: ["Identity", "UserDelegationSAS"], fail: ["AccessKey"] },
      "The workspace reaches its storage with account keys."
    );
  },
  why: "Account keys of the storage are kept in the vault of the workspace, and reach every compute.",
  remedy: (resource2) => `Give users and computes roles on the storage account first, then set \`system_datastores_auth_mode: identity\` in the YAML file of the workspace:
${az`ml workspace update ${named(resource2.id)} --file workspace.yml`}`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
var connections = check({
  id: "secrets/connections",
  title: "Connections go by identities, and show no secret",
  rows: ["S41", "S44"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.list("connections"),
  judge: (connection, workspace2) => {
    const shown2 = places(connection).filter(isShaped);
    show(connection, shown2);
    if (shown2.length > 0)
      return fail(
        `Metadata of the connection, which everybody sees, has the shape of a credential: ${namesOf(shown2)}.`,
        { severity: "high" }
      );
    const type2 = connection.text("properties.authType");
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
    const kept = oneOf2(
      type2,
      { pass: ["AAD", "ManagedIdentity", "None"], fail: stored },
      `The connection keeps a credential (${type2}).`
    );
    return worst([expiry(connection, Date.parse(workspace2.evidence.collectedAt)), kept]);
  },
  why: "Stored credentials are shared by everybody who may use the connection.",
  remedy: (connection) => `Create the connection ${connection.name} anew with \`ManagedIdentity\` or \`AAD\`, where the service allows it.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-connection"
});
function expiry(connection, now2) {
  const written = connection.text("properties.expiryTime");
  const at2 = Date.parse(written ?? "");
  if (written === void 0) return pass();
  if (Number.isNaN(at2)) return unknown("unrecognised-value", "The expiry time of the connection is no date.");
  return at2 <= now2 ? fail(`The credential of the connection expired on ${new Date(at2).toISOString().slice(0, 10)}.`) : pass();
}

// src/checklist/storage.ts
var cmk4 = "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview";
var ofRoles = (...roles) => (workspace2) => only(workspace2.storageAccounts, (account) => roles.some((role) => account.roles.has(role)));
var everyAccount = ofRoles("workspace", "datastore", "metadata");
var customerAccounts = ofRoles("workspace", "datastore");
var workspaceAccount = ofRoles("workspace");
var unlessManaged = (remedy) => (account) => isCustomers(account) ? remedy(account) : null;
var isCustomers = ({ roles }) => roles.has("workspace") || roles.has("datastore");
var encryptionAtRest = check({
  id: "storage/encryption-at-rest",
  title: "Storage encrypts data at rest",
  rows: ["S11", "S12", "S14"],
  severity: severity("info"),
  subjects: customerAccounts,
  judge: () => attested("Azure Storage encrypts everything it stores; that cannot be turned off."),
  why: "Azure Storage encrypts everything it stores; that cannot be turned off.",
  reference: "https://learn.microsoft.com/azure/storage/common/storage-service-encryption"
});
var customerManagedKey4 = check({
  id: "storage/customer-managed-key",
  title: "Storage is encrypted with a customer-managed key",
  rows: ["S13", "S14", "S18"],
  severity: (account, { architecture }) => architecture === "service-side" && account.roles.has("workspace") ? severity("high", "medium") : severity("high", "info"),
  subjects: everyAccount,
  judge: (account) => ownKey(account) ?? pass(),
  why: "Training data, snapshots, outputs and logs are then encrypted with keys that Microsoft holds. A customer-managed key of the workspace does not cover its storage account.",
  remedy: unlessManaged(
    (account) => az`storage account update ${named(account.id)} --encryption-key-source Microsoft.Keyvault --encryption-key-vault ${"https://<vault>.vault.azure.net"} --encryption-key-name ${"<key>"}`
  ),
  reference: cmk4
});
var keyAutoRotation2 = check({
  id: "storage/key-auto-rotation",
  title: "Storage follows new versions of its key",
  rows: ["S15"],
  severity: severity("medium", "low"),
  subjects: customerAccounts,
  judge: (account) => withOwnKey(account, () => {
    if (!account.has("properties.encryption.keyvaultproperties"))
      return unknown("property-absent", "The account does not say which key it uses.");
    const version3 = account.text("properties.encryption.keyvaultproperties.keyversion");
    return version3 === void 0 ? pass() : fail(`The account is set to version ${version3} of its key.`);
  }),
  why: "An account that is set to one version of its key goes on using it after a rotation. Azure Storage looks for a new version once a day, if none is set.",
  remedy: (account) => az`storage account update ${named(account.id)} --encryption-key-version ${""}`,
  reference: cmk4
});
var withoutNfs = unlessManaged(
  ({ name }) => `NFS 3.0 cannot be turned off: move the data of ${name} to an account without it, or let only a virtual network reach it.`
);
var secureTransfer = check({
  id: "storage/secure-transfer",
  title: "Storage accepts encrypted connections only",
  rows: ["S38"],
  severity: severity("high"),
  subjects: everyAccount,
  judge: (account) => {
    const secure = isOn(
      account.flag("properties.supportsHttpsTrafficOnly"),
      "The account accepts connections without TLS."
    );
    if (account.flag("properties.isNfsV3Enabled") === true) {
      return fail("NFS 3.0 is enabled: its connections are not encrypted, whatever secure transfer says.", {
        remedy: withoutNfs(account),
        ...secure.status === "pass" ? { severity: "medium" } : {}
      });
    }
    return secure;
  },
  why: "Training data can be read on its way.",
  remedy: unlessManaged((account) => az`storage account update ${named(account.id)} --https-only true`),
  reference: "https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer"
});
var minimumTls2 = check({
  id: "storage/minimum-tls",
  title: "Storage refuses TLS older than 1.2",
  rows: ["S38"],
  severity: severity("medium", "low"),
  subjects: everyAccount,
  judge: (account) => {
    const version3 = account.text("properties.minimumTlsVersion");
    const allowed = `The setting allows TLS ${version3?.slice(3).replace("_", ".")}; the service has refused it since 2026-02-03.`;
    return oneOf2(version3, { pass: ["TLS1_2", "TLS1_3"], fail: ["TLS1_0", "TLS1_1"] }, allowed);
  },
  why: "TLS 1.0 and 1.1 have known weaknesses. The service refuses them now, but the setting fails audits and says what the account would accept.",
  remedy: unlessManaged((account) => az`storage account update ${named(account.id)} --min-tls-version TLS1_2`),
  reference: "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version"
});
var infrastructureEncryption2 = check({
  id: "storage/infrastructure-encryption",
  title: "Storage encrypts twice",
  rows: ["S12"],
  severity: severity("low", "info"),
  subjects: workspaceAccount,
  judge: (account) => isOn(account.flag("properties.encryption.requireInfrastructureEncryption"), "Data is encrypted once."),
  why: "Double encryption protects against the compromise of one algorithm or key. Azure Storage recommends it for compliance needs only.",
  remedy: ({ name }) => `Only a new account can have it (\`az storage account create --require-infrastructure-encryption\`), and a workspace cannot change its account: make one in place of ${name} for the next workspace.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable"
});
var sharedKey = check({
  id: "storage/shared-key",
  title: "Account keys are off, or are rotated in time",
  rows: ["S16"],
  severity: severity("medium", "low"),
  subjects: workspaceAccount,
  judge: (account, workspace2) => {
    if (account.flag("properties.allowSharedKeyAccess") === false) return pass();
    const days = account.number("properties.keyPolicy.keyExpirationPeriodInDays");
    if (days === void 0) return fail("Account keys are accepted, and nothing asks for their rotation.");
    return worstOfKeys(account, days, Date.parse(workspace2.evidence.collectedAt));
  },
  why: "Whoever has an account key reads and writes everything, unnoticed, until it is regenerated.",
  remedy: (account) => `${az`storage account update ${named(account.id)} --key-exp-days 90`}
Then regenerate the keys and run \`az ml workspace sync-keys\`. Better: let the workspace use its identity (\`system_datastores_auth_mode: identity\`), then turn account keys off with \`--allow-shared-key-access false\`.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-change-storage-access-key"
});
function worstOfKeys(account, days, now2) {
  const verdicts = ["key1", "key2"].map((key2) => {
    const created = account.text(`properties.keyCreationTime.${key2}`);
    const at2 = Date.parse(created ?? "");
    if (created === void 0)
      return fail(`Azure does not know when ${key2} was created: rotate it once.`, { severity: "low" });
    if (Number.isNaN(at2)) return unknown("unrecognised-value", `The creation time of ${key2} is no date.`);
    if (at2 >= now2 - days * 864e5) return pass();
    return fail(`${key2} is older than the ${days} days that the account's policy allows.`, { severity: "low" });
  });
  return worst(verdicts);
}
var queueTableKey = check({
  id: "storage/queue-table-key",
  title: "Queues and tables use the customer-managed key as well",
  rows: ["S13"],
  severity: severity("low", "info"),
  subjects: customerAccounts,
  judge: (account) => withOwnKey(account, () => {
    const known2 = { pass: ["Account"], fail: ["Service"] };
    const queue = oneOf2(
      account.text("properties.encryption.services.queue.keyType"),
      known2,
      "Queues are encrypted with Microsoft-managed keys."
    );
    const table2 = oneOf2(
      account.text("properties.encryption.services.table.keyType"),
      known2,
      "Tables are encrypted with Microsoft-managed keys."
    );
    return worst([queue, table2]);
  }),
  why: "Queues and tables stay encrypted with keys that Microsoft holds.",
  remedy: ({ name }) => `Only a new account can have it (\`az storage account create --encryption-key-type-for-queue Account --encryption-key-type-for-table Account\`), and a workspace cannot change its account: make one in place of ${name} for the next workspace.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/storage/common/account-encryption-key-create"
});
var cmkAccess2 = check({
  id: "storage/cmk-access",
  title: "Storage can use its customer-managed key",
  rows: ["S13"],
  severity: severity("medium"),
  subjects: customerAccounts,
  judge: (account, workspace2) => withOwnKey(account, () => {
    const key2 = workspace2.keys.all.find(
      ({ consumers }) => consumers.some(({ resource: resource2 }) => idKey(resource2.id) === idKey(account.id))
    );
    if (!key2) return unknown("property-absent", "The account does not say which key it uses.");
    if (!key2.vault)
      return key2.unreadable ? notRead2(key2.unreadable) : unknown("not-visible", "The vault is not visible.");
    return wrapAccess(workspace2.evidence, key2.vault, key2.id, encryptionPrincipal(workspace2.evidence, bodyOf2(account)));
  }),
  why: "The identity needs Get, Wrap Key and Unwrap Key; without them the account stops serving its data.",
  reference: cmk4
});
var exists4 = check({
  id: "storage/exists",
  title: "The storage account exists",
  rows: ["S11", "S14"],
  severity: ({ roles }) => roles.has("workspace") || roles.has("metadata") ? severity("high") : severity("low"),
  subjects: ({ storageAccounts }) => only(storageAccounts, (account) => isCustomers(account) || account.unreadable?.state === "absent"),
  absent: (account) => fail(`The storage account ${account.name} does not exist any more.`),
  judge: (account) => {
    account.text("name");
    return pass();
  },
  why: "A workspace cannot change its storage account: without it, snapshots, outputs and logs are gone. A datastore without its account is a stale link.",
  remedy: unlessManaged(
    ({ name }) => `Recover the account within 14 days of its deletion, in the portal under Storage accounts, Restore deleted accounts: ${name}.`
  ),
  reference: "https://learn.microsoft.com/azure/storage/common/storage-account-recover"
});
var encryptionScopes = check({
  id: "storage/encryption-scopes",
  title: "Encryption scopes use a customer-managed key",
  rows: ["S13"],
  severity: severity("low", "info"),
  subjects: (workspace2) => {
    const accounts = customerAccounts(workspace2);
    const scopes = accounts.all.flatMap(
      (account) => account.unreadable ? [account] : workspace2.scopesOf(account).all
    );
    if (!workspace2.options.encryptionScopes) return { all: [], none: "disabled" };
    return { all: scopes, none: accounts.all.length === 0 ? accounts.none : "not-used" };
  },
  judge: (scope2) => {
    const state = oneOf2(scope2.text("properties.state"), { pass: ["Enabled"], fail: ["Disabled"] });
    if (state.status !== "pass") return state.status === "fail" ? notApplicable("not-used") : state;
    const known2 = { pass: ["Microsoft.KeyVault"], fail: ["Microsoft.Storage"] };
    return oneOf2(scope2.text("properties.source"), known2, "The scope is encrypted with Microsoft-managed keys.");
  },
  why: "What is written under a scope is encrypted with the key of that scope, whatever the account says.",
  remedy: (scope2) => {
    const account = named(scope2.id.split("/").slice(0, 9).join("/"), "--account-name");
    return az`storage account encryption-scope update ${account} --name ${scope2.name} --key-source Microsoft.KeyVault --key-uri ${"<key identifier>"}`;
  },
  reference: "https://learn.microsoft.com/azure/storage/blobs/encryption-scope-overview"
});
function ownKey(account) {
  const verdict2 = oneOf2(
    account.text("properties.encryption.keySource"),
    { pass: ["Microsoft.Keyvault"], fail: ["Microsoft.Storage"] },
    "The account is encrypted with Microsoft-managed keys."
  );
  return verdict2.status === "pass" ? null : verdict2;
}
function withOwnKey(account, judge2) {
  const other = ownKey(account);
  return other === null ? judge2() : other.status === "fail" ? notApplicable("not-used") : other;
}
function bodyOf2({ record: record2 }) {
  return record2.state === "read" ? record2.body : {};
}

// src/checklist/virtual-machine.ts
var os6 = "properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id";
var diskEncryption = check({
  id: "virtual-machine/disk-encryption",
  title: "Disks of the attached virtual machine are encrypted at the host, or with a key of yours",
  rows: ["S45"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => workspace2.virtualMachines,
  judge: (machine) => {
    if (machine.flag("properties.securityProfile.encryptionAtHost") === true) return pass();
    if (!machine.has("properties.storageProfile"))
      return unknown("property-absent", "Azure did not list the disks of the machine.");
    const open3 = [...machine.text(os6) ? [] : ["the OS disk"], ...openDataDisks(machine)];
    return open3.length === 0 ? pass() : fail(`Encrypted with Microsoft-managed keys only: ${open3.join(", ")}.`);
  },
  why: "Data that jobs leave on the disks, and on temporary disks, is encrypted with keys that Microsoft holds, or not at all.",
  remedy: (machine) => `Stop the machine first, then run
${az`vm update --ids ${machine.id} --set securityProfile.encryptionAtHost=true`}`,
  reference: "https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview"
});
function openDataDisks(machine) {
  const all = machine.list("properties.storageProfile.dataDisks") ?? [];
  const names = all.filter((disk) => !valueAt(disk, "managedDisk.diskEncryptionSet.id")).map((disk) => String(valueAt(disk, "name") ?? "a data disk"));
  machine.note("properties.storageProfile.dataDisks[without diskEncryptionSet]", names.join(", ") || null);
  return names;
}

// src/checklist/workspace.ts
var keyVault = "properties.encryption.keyVaultProperties.keyVaultArmId";
var keyIdentifier = "properties.encryption.keyVaultProperties.keyIdentifier";
var cmk5 = "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys";
var setup = "https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys";
var customerManagedKey5 = check({
  id: "workspace/customer-managed-key",
  title: "Workspace is encrypted with a customer-managed key",
  rows: ["S18", "S20"],
  severity: severity("high", "info"),
  subjects: (workspace2) => workspace2.settings,
  judge: (workspace2) => oneOf2(
    workspace2.text("properties.encryption.status"),
    { pass: ["Enabled"], fail: ["Disabled"] },
    "The workspace is encrypted with Microsoft-managed keys."
  ),
  why: "Metadata of the workspace (run history, metrics, models) is then encrypted with keys that Microsoft holds, and you can neither rotate nor revoke them.",
  remedy: ({ name }) => `Only a new workspace can have a customer-managed key: name the vault and the key under \`customer_managed_key\` in its YAML file, create it with \`az ml workspace create --file workspace.yml\`, move the assets over, then delete ${name}.`,
  creationOnly: true,
  reference: cmk5
});
var cmkArchitecture = check({
  id: "workspace/cmk-architecture",
  title: "It is known where the encrypted metadata is kept",
  rows: ["S18", "S22", "S23"],
  severity: severity("info"),
  subjects: (workspace2) => workspace2.architecture === "undetermined" ? workspace2.settings : workspace2.encrypted,
  judge: (resource2, { architecture, encrypted }) => {
    switch (architecture) {
      case "service-side":
        resource2.flag("properties.enableServiceSideCMKEncryption");
        return pass(
          "Service-side: metadata is encrypted with your key in Microsoft's stores, pipeline metadata is in the workspace's storage account."
        );
      case "subscription-side":
        resource2.text("properties.serviceProvisionedResourceGroup");
        return pass("Subscription-side: metadata is in a managed resource group with Cosmos DB, AI Search and storage.");
      case "bring-your-own":
        resource2.text("properties.encryption.cosmosDbResourceId");
        return pass("Bring your own: metadata is in stores that you named.");
      default:
        if (encrypted.all.length === 0) {
          resource2.text("properties.encryption.status");
          return unknown("property-absent", "Azure did not say whether a customer-managed key is on.");
        }
        resource2.flag("properties.enableServiceSideCMKEncryption");
        return unknown("property-absent", "A customer-managed key is on, but nothing says where the metadata is kept.");
    }
  },
  why: "Where metadata is kept decides what else has to be encrypted with your key.",
  reference: cmk5
});
var cmkVaultSubscription = check({
  id: "workspace/cmk-vault-subscription",
  title: "The key's vault is in the workspace's subscription",
  rows: ["S21"],
  severity: severity("medium"),
  subjects: (workspace2) => workspace2.encrypted,
  judge: (resource2) => {
    const vault = vaultOf(resource2);
    if (!vault) return noVault(resource2);
    if (vault.subscriptionId === parseResourceId(resource2.id)?.subscriptionId) return pass();
    return fail(`The key vault ${vault.name} is in subscription ${vault.subscriptionId}.`);
  },
  why: "Azure Machine Learning documents that the vault must be in the same subscription as the workspace; other set-ups are unsupported and can stop working.",
  remedy: ({ name }) => `For a new workspace in place of ${name}, create the key in a vault of its subscription; an existing workspace can change to another key of the same vault only.`,
  creationOnly: true,
  reference: setup
});
var cmkVaultRegion = check({
  id: "workspace/cmk-vault-region",
  title: "The key's vault is in the workspace's region",
  rows: ["S21"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.encrypted,
  judge: (resource2, workspace2) => {
    const id = resource2.text(keyVault);
    if (!id || !vaultOf(resource2)) return noVault(resource2);
    const [here, there] = [resource2.text("location"), workspace2.at(id).text("location")];
    if (!here || !there)
      return unknown("property-absent", "Azure did not say in which region the workspace or the vault is.");
    if (region2(here) === region2(there)) return pass();
    return fail(
      `The vault is in ${there}, the workspace in ${here}. The guidance of 2021 required one region; the documentation of 2025 no longer repeats it.`
    );
  },
  why: "A vault in another region adds its outages to those of the workspace.",
  remedy: ({ name }) => `For a new workspace in place of ${name}, create the key in a vault of its region; an existing workspace can change to another key of the same vault only.`,
  creationOnly: true,
  reference: setup
});
var cmkKeyReference = check({
  id: "workspace/cmk-key-reference",
  title: "The key identifier is complete and names the vault given",
  rows: ["S20"],
  severity: severity("low"),
  subjects: (workspace2) => workspace2.encrypted,
  judge: (resource2) => {
    const url = resource2.text(keyIdentifier);
    if (url === void 0)
      return unknown("property-absent", "A customer-managed key is on, but no key identifier is given.");
    const key2 = parseKeyId(url);
    if (!key2)
      return fail("The key identifier is not of the form https://<vault>/keys/<name>/<version>.", {
        severity: "medium"
      });
    const vault = vaultOf(resource2);
    if (vault && !isNamedBy(vault, key2.host)) {
      return fail(`The key is in ${key2.host}, but the vault named beside it is ${vault.name}.`, { severity: "medium" });
    }
    if (key2.version === null)
      return fail("The key identifier has no version; the documented form has one.", {
        severity: severity("low", "info")
      });
    return vault ? pass() : noVault(resource2);
  },
  why: "A key identifier that does not fit its vault, or has no version, is not what Azure Machine Learning documents, and nobody can say which key is in use.",
  remedy: (resource2) => `Set \`${keyIdentifier}\` of ${resource2.name} to the complete identifier of a key in the same vault: https://<vault>/keys/<name>/<version>.`,
  reference: setup
});
var highBusinessImpact = check({
  id: "workspace/high-business-impact",
  title: "Workspace is flagged high business impact",
  rows: ["S04", "S05", "S43"],
  severity: severity("medium", "low"),
  subjects: (workspace2) => workspace2.settings,
  judge: (resource2) => isOn(resource2.flag("properties.hbiWorkspace"), "The workspace does not have the high-business-impact flag."),
  why: "Without the flag Microsoft collects more diagnostic data, and the scratch disks of computes are not encrypted.",
  remedy: ({ name }) => `Only a new workspace can have the flag: put \`hbi_workspace: true\` into its YAML file, create it with \`az ml workspace create --file workspace.yml\`, and move the assets of ${name} over. Not needed where no data is sensitive.`,
  creationOnly: true,
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var scratchDiskInForce = check({
  id: "workspace/scratch-disk-in-force",
  title: "The encryption of scratch disks has taken effect",
  rows: ["S06"],
  severity: severity("info"),
  subjects: (workspace2) => workspace2.settings,
  judge: (resource2) => resource2.flag("properties.hbiWorkspace") === true ? unknown(
    "not-observable",
    "Scratch disks are encrypted only if the subscription had no compute cluster before this workspace; otherwise a support request turns it on. No API shows which."
  ) : notApplicable("not-used"),
  why: "The flag alone does not encrypt scratch disks in a subscription that had clusters before.",
  reference: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption"
});
var managedIdentity = check({
  id: "workspace/managed-identity",
  title: "Workspace acts with a managed identity",
  rows: ["S46"],
  severity: severity("low"),
  subjects: (workspace2) => ({ all: [workspace2.resource], none: "not-used" }),
  judge: (resource2) => {
    const kinds2 = (resource2.text("identity.type") ?? "").toLowerCase().split(",").map((kind) => kind.trim());
    const stranger = kinds2.find((kind) => !["systemassigned", "userassigned", "none"].includes(kind));
    if (stranger !== void 0)
      return unknown("unrecognised-value", `This version does not know the identity type ${JSON.stringify(stranger)}.`);
    if (kinds2.includes("systemassigned")) return pass();
    if (!kinds2.includes("userassigned")) return fail("The workspace has no managed identity.");
    if (resource2.text("properties.primaryUserAssignedIdentity") !== void 0) return pass();
    return fail("The workspace has user-assigned identities, but none of them is its primary one.");
  },
  why: "Without a managed identity the workspace reaches its storage, registry and vault with stored keys.",
  remedy: (resource2) => `Give ${resource2.name} a system-assigned identity, or name its \`primary_user_assigned_identity\`, in its YAML file and run \`az ml workspace update --file workspace.yml\`.`,
  reference: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication"
});
function noVault(resource2) {
  const reason = resource2.text(keyVault) === void 0 ? "property-absent" : "unrecognised-value";
  return unknown(reason, "A customer-managed key is on, but its vault is not named by a resource id.");
}
function isNamedBy(vault, host) {
  const labels2 = host.split(".");
  const name = vault.name.toLowerCase();
  return isManagedHsm(host) ? labels2[labels2.indexOf("managedhsm") - 1] === name : labels2[0] === name;
}
function vaultOf(resource2) {
  return parseResourceId(resource2.text(keyVault) ?? "");
}
function region2(location) {
  return location.toLowerCase().replace(/\s+/g, "");
}

// src/checklist/index.ts
var checklist = [
  customerManagedKey5,
  cmkArchitecture,
  cmkVaultSubscription,
  cmkVaultRegion,
  cmkKeyReference,
  highBusinessImpact,
  scratchDiskInForce,
  managedIdentity,
  readable,
  enabled,
  validity,
  type,
  size,
  operations,
  expirySet,
  rotationPolicy,
  age,
  currentVersion,
  exists3,
  purgeProtection,
  softDelete,
  rbacAuthorization,
  trustedServices,
  workspaceAccess,
  cmkAccess,
  leastPrivilege,
  separation,
  hsmBacked,
  exists4,
  encryptionAtRest,
  customerManagedKey4,
  keyAutoRotation2,
  cmkAccess2,
  queueTableKey,
  infrastructureEncryption2,
  secureTransfer,
  minimumTls2,
  sharedKey,
  encryptionScopes,
  exists2,
  customerManagedKey2,
  keyAutoRotation,
  premiumSku,
  adminUser,
  workspaceBased,
  customerManagedKey3,
  doubleEncryption,
  queryEncryption,
  resourceGroup,
  cosmosCmk,
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
  localAuth,
  diskCmk2,
  diskEncryptionSet,
  hostEncryption2,
  version,
  etcdEncryption,
  scoringTls3,
  extensionTls,
  productionInference,
  dbfsCmk,
  managedServicesCmk,
  managedDiskCmk,
  infrastructureEncryption,
  premiumSku2,
  legacyService,
  scoringTls,
  customerManagedKey,
  diskEncryption,
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

// src/config/shape.ts
function required(shape, description) {
  return { shape, isRequired: true, schema: { description, ...shape.schema } };
}
function optional(shape, description, more = {}) {
  return { shape, isRequired: false, schema: { description, ...shape.schema, ...more } };
}
function text(allowed, parse2, schema = {}) {
  return {
    schema: { type: "string", ...schema },
    allowed,
    read: (tree, name, report2) => {
      if (tree.kind === "value" && typeof tree.value === "string" && tree.value.trim() !== "") {
        const { value: value2, refusal: refusal3 } = attempt(parse2, tree.value);
        if (refusal3 !== void 0) refuse(tree, name, refusal3, report2);
        return value2;
      }
      const typed = tree.kind === "value" && tree.value !== null ? tree.source : "";
      const isText = typed !== "" && typed.length <= 80 && attempt(parse2, typed).refusal === void 0;
      return refuse(tree, name, isText ? `${allowed}; write ${quoted(typed)}` : allowed, report2);
    }
  };
}
function attempt(parse2, typed) {
  try {
    return { value: parse2(typed) };
  } catch (error2) {
    if (error2 instanceof Refusal) return { refusal: error2.message };
    throw error2;
  }
}
function wholeNumber2(least, most) {
  const allowed = least === most ? `it must be ${least}` : `it must be a whole number from ${least} to ${most}`;
  return {
    schema: least === most ? { const: least } : { type: "integer", minimum: least, maximum: most },
    allowed,
    read: (tree, name, report2) => {
      const value2 = tree.kind === "value" ? tree.value : null;
      if (typeof value2 === "number" && Number.isInteger(value2) && value2 >= least && value2 <= most) return value2;
      return refuse(tree, name, allowed, report2);
    }
  };
}
function list(item, least = 0) {
  const allowed = least > 0 ? "it must be a list that is not empty" : "it must be a list";
  return {
    schema: { type: "array", items: item.schema, ...least > 0 ? { minItems: least } : {} },
    allowed,
    read: (tree, name, report2) => {
      if (tree.kind !== "list" || tree.items.length < least) return refuse(tree, name, allowed, report2);
      return tree.items.flatMap((each) => item.read(each, `${name} entry`, report2) ?? []);
    }
  };
}
function record(key2, value2, least = 0) {
  const allowed = least > 0 ? "it must be a map that is not empty" : "it must be a map";
  const { type: _, ...names } = key2.schema;
  return {
    schema: {
      type: "object",
      propertyNames: names,
      additionalProperties: value2.schema,
      ...least > 0 ? { minProperties: least } : {}
    },
    allowed,
    read: (tree, name, report2) => {
      if (tree.kind !== "map" || tree.entries.length < least) return refuse(tree, name, allowed, report2);
      return tree.entries.flatMap((entry) => {
        const { line, column } = entry;
        const typed = { line, column, kind: "value", value: entry.key, source: entry.key, size: 1 };
        const known2 = key2.read(typed, `a key of ${name}`, report2);
        const held = value2.read(entry.value, `${name} ${oneLine(entry.key, 80)}`, report2);
        return known2 === void 0 || held === void 0 ? [] : [{ key: known2, value: held }];
      });
    }
  };
}
function object(fields) {
  return {
    schema: objectSchema(fields),
    allowed: objectAllowed(fields),
    read: (tree, name, report2) => {
      let isWhole = true;
      const values = readFields(fields, tree, name, (at2, message) => {
        isWhole = false;
        report2(at2, message);
      });
      const isRead = tree.kind === "map" && Object.values(values).every((value2) => value2 !== void 0);
      return isWhole && isRead ? values : void 0;
    }
  };
}
function objectSchema(fields) {
  const entries2 = Object.entries(fields);
  const names = entries2.filter(([, { isRequired }]) => isRequired).map(([key2]) => key2);
  return {
    type: "object",
    properties: Object.fromEntries(entries2.map(([key2, { schema }]) => [key2, schema])),
    ...names.length > 0 ? { required: names } : {},
    additionalProperties: false
  };
}
function objectAllowed(fields) {
  const names = Object.keys(fields);
  return `it must be a map with the key${names.length > 1 ? "s" : ""} ${names.join(", ")}`;
}
function readFields(fields, tree, name, report2) {
  if (tree.kind !== "map") {
    refuse(tree, name, objectAllowed(fields), report2);
    return {};
  }
  const known2 = new Map(Object.entries(fields));
  const given = tree.entries.map(({ key: key2, value: value2, ...at2 }) => {
    const field = known2.get(key2);
    if (field === void 0) report2(at2, unknownKey(key2, [...known2.keys()], name));
    return [key2, field?.shape.read(value2, key2, report2)];
  });
  const keys2 = new Set(given.map(([key2]) => key2));
  for (const [key2, { shape, isRequired }] of known2) {
    if (isRequired && !keys2.has(key2)) report2(tree, `${key2} is missing in ${name}: ${shape.allowed}.`);
  }
  return Object.fromEntries(given.filter(([key2]) => known2.has(key2)));
}
function unknownKey(key2, known2, name) {
  const near = nearest(key2, known2);
  return `${name} has the unknown key ${quoted(key2)}: it must be ${anyOf(known2)}${near ? `; did you mean ${near}?` : "."}`;
}
function mapped(shape, make, schema = {}) {
  return {
    ...shape,
    schema: { ...shape.schema, ...schema },
    read: (tree, name, report2) => {
      const value2 = shape.read(tree, name, report2);
      return value2 === void 0 ? void 0 : make(value2, tree, report2);
    }
  };
}
function refuse(tree, name, allowed, report2) {
  if (tree.kind !== "broken") report2(tree, `${name} is ${shown(tree)}: ${allowed}${allowed.endsWith("?") ? "" : "."}`);
}
function shown(tree) {
  if (tree.kind !== "value") {
    const isEmpty2 = tree.size === 1;
    return isEmpty2 ? `an empty ${tree.kind}` : `a ${tree.kind}`;
  }
  if (tree.value === null) return "empty";
  return typeof tree.value === "string" ? quoted(tree.value) : oneLine(tree.source, 80);
}

// src/config/check-id.ts
function checkOrSystem({ checks: checks2 }) {
  const groups = [...new Set(checks2.map(systemOf))].map((system) => `${system}/*`);
  const all = [...checks2, ...groups];
  const parse2 = oneOfIds(all, (typed) => {
    const ofSystem = all.filter((id) => systemOf(id) === systemOf(typed));
    return `it must be ${ofSystem.length > 0 ? anyOf(ofSystem) : `the id of a check or ${anyOf(groups)}`}`;
  });
  return text("it must be the id of a check or system/*", parse2, idSchema(all, "^[a-z-]+/([a-z-]+|\\*)$"));
}
function enableableCheck({ checks: checks2, enableable: enableable2 }) {
  if (checks2.length > 0 && enableable2.length === 0) {
    const refusal3 = "no check of this version is off unless asked for";
    const nothing2 = text(
      refusal3,
      oneOfIds([], () => refusal3)
    );
    return { ...nothing2, schema: { not: {} } };
  }
  const allowed = `it must be ${anyOf(enableable2)}`;
  return text(
    allowed,
    oneOfIds(enableable2, () => allowed),
    idSchema(enableable2, "^[a-z-]+/[a-z-]+$")
  );
}
function oneOfIds(ids, allowed) {
  const known2 = new Set(ids);
  return (typed) => {
    if (known2.has(typed)) return typed;
    const near = meant(typed, ids);
    throw new Refusal(`${allowed(typed)}${near ? `; did you mean ${near}?` : ""}`);
  };
}
function idSchema(ids, pattern3) {
  return ids.length > 0 ? { enum: ids } : { pattern: pattern3 };
}
function meant(typed, ids) {
  const slug2 = typed.slice(typed.indexOf("/") + 1);
  return nearest(typed, ids) ?? (slug2 === "*" ? void 0 : ids.find((id) => id.endsWith(`/${slug2}`)));
}
function systemOf(id) {
  return id.slice(0, Math.max(id.indexOf("/"), 0));
}

// src/config/day.ts
var form = /^\d{4}-\d{2}-\d{2}$/;
var millisecondsOfDay = 864e5;
var mostDaysAhead = 366;
function lastDay(now2) {
  const parse2 = (typed) => {
    if (!isDay(typed)) throw new Refusal("it must be a day of the calendar as YYYY-MM-DD");
    if (daysUntil(typed, now2) <= mostDaysAhead) return typed;
    const latest = dateOf(new Date(Date.parse(dateOf(now2)) + mostDaysAhead * millisecondsOfDay));
    throw new Refusal(`it must be at most ${mostDaysAhead} days ahead, ${latest} or earlier`);
  };
  return text("it must be a day as YYYY-MM-DD", parse2, { pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" });
}
function isDay(typed) {
  const day2 = new Date(form.test(typed) ? `${typed}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(day2.getTime()) && dateOf(day2) === typed;
}
function daysUntil(day2, now2) {
  return (Date.parse(day2) - Date.parse(dateOf(now2))) / millisecondsOfDay;
}
function dateOf(moment) {
  return moment.toISOString().slice(0, 10);
}

// src/config/model.ts
var noConfig = {
  profiles: [],
  severity: [],
  disable: [],
  enable: [],
  waivers: [],
  thresholds: { keyMinimumBits: 2048, keyMaximumAgeDays: 730, keyExpiryWarningDays: 30, jobsPerWorkspace: 1e3 },
  jobNames: []
};

// src/config/pattern.ts
function matchesPattern(pattern3, text3) {
  const [first = "", ...parts] = pattern3.toLowerCase().split("*");
  const subject2 = text3.toLowerCase();
  const last = parts.pop();
  if (last === void 0) return subject2 === first;
  if (!subject2.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts) {
    const at2 = subject2.indexOf(part, from);
    if (at2 < 0) return false;
    from = at2 + part.length;
  }
  return subject2.length - last.length >= from && subject2.endsWith(last);
}
function matchesResource(pattern3, { id, name }) {
  return matchesPattern(pattern3, pattern3.includes("/") ? id : name);
}
function covers(rule, check2) {
  return rule === check2 || rule.endsWith("/*") && check2.startsWith(rule.slice(0, -1));
}
var mostCharacters = 500;
var workspaceForms2 = "it must be a resource id (/subscriptions/…/workspaces/…) or a name, in both of which * stands for any characters";
var workspacePattern2 = (text3) => {
  const pattern3 = plain2(text3);
  const isWorkspace = () => parseResourceId(pattern3)?.type === "microsoft.machinelearningservices/workspaces";
  if (pattern3.includes("/") ? isOfIds(pattern3, isWorkspace) : /^[\w.*-]+$/.test(pattern3)) return pattern3;
  throw new Refusal(workspaceForms2);
};
var resourceForms = "it must be a resource id (/subscriptions/…) or the name of a resource, in both of which * stands for any characters";
var resourcePattern = (text3) => {
  const pattern3 = plain2(text3);
  const isResource = () => parseResourceId(pattern3) !== null || isGroup.test(pattern3);
  const isAddress2 = /^https:\/\/.*[^/]$/.test(pattern3);
  if (!pattern3.includes("/") || isAddress2 || isOfIds(pattern3, isResource)) return pattern3;
  throw new Refusal(resourceForms);
};
var isGroup = /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/]+$/i;
function isOfIds(pattern3, isId) {
  if (pattern3.endsWith("/")) return false;
  return pattern3.includes("*") ? /^(\/subscriptions\/|\/?\*)/i.test(pattern3) : pattern3.startsWith("/") && isId();
}
var plain2 = (text3) => {
  if (text3 !== text3.trim()) throw new Refusal("it must not begin or end with white space");
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text3))
    throw new Refusal("it must not have characters that cannot be seen");
  if (text3.length > mostCharacters) throw new Refusal(`it must have at most ${mostCharacters} characters`);
  return text3;
};

// src/config/format.ts
var profile = choice("baseline", "cmk-required");
var severity2 = choice("high", "medium", "low", "info");
var visible = { pattern: "\\S", maxLength: 500 };
function choice(...values) {
  return text(`it must be ${anyOf(values)}`, oneOf(...values), { enum: values });
}
var prose = text("it must be text", (typed) => plain2(typed.replace(/\s+/g, " ").trim()), { pattern: "\\S" });
var value = text("it must be text", plain2, visible);
var workspace = text("it must be the name or resource id of a workspace", workspacePattern2, {
  ...visible,
  pattern: "^([\\w.*-]+|[/*].*)$"
});
var resource = text("it must be the name or resource id of a resource", resourcePattern, {
  ...visible,
  pattern: "^([^/]*[^/\\s][^/]*|[/*].*|https://.*)$"
});
var profileRule = mapped(
  object({
    workspaces: optional(
      list(workspace, 1),
      "Names or resource ids of workspaces, in any case; * stands for any characters. One of them has to match.",
      { examples: [["*-prod"]] }
    ),
    tags: optional(
      record(value, value, 1),
      "Tags that a workspace must have, all of them. Names in any case, values exactly.",
      { examples: [{ data: "sensitive" }] }
    ),
    profile: required(profile, "The profile that these workspaces are judged by.")
  }),
  ({ workspaces: workspaces2 = [], tags = [], profile: profile2 }, at2, report2) => {
    if (workspaces2.length + tags.length > 0) return { workspaces: workspaces2, tags: fromEntries(tags), profile: profile2 };
    report2(
      at2,
      "profiles entry has no condition: give workspaces, tags or both; what holds for all others is the input profile."
    );
    return void 0;
  },
  { anyOf: [{ required: ["workspaces"] }, { required: ["tags"] }] }
);
function fromEntries(entries2) {
  return Object.fromEntries(entries2.map(({ key: key2, value: value2 }) => [key2, value2]));
}
var thresholds = object({
  "key-minimum-bits": optional(wholeNumber2(2048, 4096), "Bits that an RSA key has to have.", {
    default: noConfig.thresholds.keyMinimumBits
  }),
  "key-maximum-age-days": optional(wholeNumber2(1, 3650), "Age at which a key should have been rotated.", {
    default: noConfig.thresholds.keyMaximumAgeDays
  }),
  "key-expiry-warning-days": optional(wholeNumber2(1, 365), "Days before its end at which an expiring key fails.", {
    default: noConfig.thresholds.keyExpiryWarningDays
  }),
  "jobs-per-workspace": optional(wholeNumber2(1, 1e5), "Jobs that are looked at in each workspace, at most.", {
    default: noConfig.thresholds.jobsPerWorkspace
  })
});
var jobNames2 = object({
  deny: optional(list(value), "Names that jobs must not have, in any case; * stands for any characters.", {
    examples: [["project-x*"]]
  })
});
function waiver(check2, now2) {
  const fields = object({
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
    expires: required(lastDay(now2), `Last day on which it holds, in UTC; at most ${mostDaysAhead} days ahead.`)
  });
  return mapped(fields, (given, { line }) => ({ ...given, line }));
}
function fileFields(known2, now2) {
  const check2 = checkOrSystem(known2);
  const disabled = object({
    check: required(check2, "The checks that are not judged."),
    reason: required(prose, "Why not.")
  });
  const enabled2 = mapped(enableableCheck(known2), (id, at2) => ({ id, at: at2 }));
  return {
    version: required(wholeNumber2(1, 1), "Version of this format."),
    profiles: optional(
      list(profileRule),
      "Profiles for some workspaces; the first that matches wins. For all others: the input profile."
    ),
    severity: optional(
      record(check2, severity2),
      "Severities for checks, or for those of a system; a check id outranks system/*.",
      {
        examples: [{ "storage/minimum-tls": "high" }]
      }
    ),
    disable: optional(list(disabled), "Checks that are not judged."),
    enable: optional(list(enabled2), "Checks that are off unless asked for."),
    waivers: optional(list(waiver(check2, now2)), "Findings that are accepted for a time."),
    thresholds: optional(thresholds, "Numbers that some checks compare with."),
    "job-names": optional(jobNames2, "Rules of secrets/job-names.")
  };
}
function configOf(tree, known2, now2, report2) {
  const file = readFields(fileFields(known2, now2), tree, "the file", report2);
  const { profiles = [], severity: severity3 = [], disable = [], enable = [], waivers = [] } = file;
  reportContradictions(enable, disable, report2);
  return {
    profiles,
    severity: severity3.map(({ key: key2, value: value2 }) => ({ check: key2, severity: value2 })),
    disable,
    enable: [...new Set(enable.map(({ id }) => id))],
    waivers,
    thresholds: thresholdsOf(file.thresholds ?? {}),
    jobNames: file["job-names"]?.deny ?? []
  };
}
function thresholdsOf(given) {
  const { keyMinimumBits, keyMaximumAgeDays, keyExpiryWarningDays, jobsPerWorkspace } = noConfig.thresholds;
  return {
    keyMinimumBits: given["key-minimum-bits"] ?? keyMinimumBits,
    keyMaximumAgeDays: given["key-maximum-age-days"] ?? keyMaximumAgeDays,
    keyExpiryWarningDays: given["key-expiry-warning-days"] ?? keyExpiryWarningDays,
    jobsPerWorkspace: given["jobs-per-workspace"] ?? jobsPerWorkspace
  };
}
function reportContradictions(enable, disable, report2) {
  for (const { id, at: at2 } of enable) {
    const disabled = disable.find(({ check: check2 }) => covers(check2, id));
    if (disabled)
      report2(at2, `enable asks for ${id}, which disable switches off with ${disabled.check}: keep one of them.`);
  }
}

// src/config/rules.ts
function profileFor({ profiles }, workspace2, fallback) {
  const tags = new Map(Object.entries(workspace2.tags).map(([name, value2]) => [name.toLowerCase(), value2]));
  const rule = profiles.find(
    (each) => (each.workspaces.length === 0 || each.workspaces.some((pattern3) => matchesResource(pattern3, workspace2))) && Object.entries(each.tags).every(([name, value2]) => tags.get(name.toLowerCase()) === value2)
  );
  return rule?.profile ?? fallback;
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
  return rules.find((rule) => rule.check === check2) ?? rules.find((rule) => covers(rule.check, check2));
}

// src/config/waivers.ts
var warningDays = 14;
function waiverFor({ waivers }, finding2, workspace2, now2) {
  const indexes = [...waivers.keys()].filter((index) => isMeant(waivers[index], finding2, workspace2));
  const [longest] = indexes.map((index) => waivers[index]).sort((one, other) => one.expires === other.expires ? 0 : one.expires > other.expires ? -1 : 1);
  return longest ? { waiver: longest, isExpired: daysUntil(longest.expires, now2) < 0, indexes } : null;
}
function isMeant(waiver2, { check: check2, resource: resource2, status }, workspace2) {
  const isRuled = status === "unknown" ? waiver2.check === check2 : status === "fail" && covers(waiver2.check, check2);
  if (!isRuled) return false;
  const subject2 = { id: resource2, name: resource2.slice(resource2.lastIndexOf("/") + 1) };
  return (waiver2.workspace === void 0 || matchesResource(waiver2.workspace, workspace2)) && (waiver2.resource === void 0 || matchesResource(waiver2.resource, subject2));
}
function waiverNotes({ waivers }, used, now2) {
  return waivers.flatMap((waiver2, index) => {
    const notes = [...endOf(waiver2, now2), ...used.has(index) ? [] : ["matches nothing that failed or is unknown"]];
    if (notes.length === 0) return [];
    const which2 = `The waiver of ${waiver2.check} by ${oneLine(waiver2.owner, 80)} (line ${waiver2.line} of the config file)`;
    return [`${which2} ${notes.join(", and ")}.`];
  });
}
function endOf(waiver2, now2) {
  const days = daysUntil(waiver2.expires, now2);
  if (days < 0) return [`expired on ${waiver2.expires} and has no effect`];
  if (days > warningDays) return [];
  return [`expires on ${waiver2.expires}, ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}`];
}

// src/config.ts
var ConfigError = class extends Error {
  name = "ConfigError";
  problems;
  constructor(problems) {
    const shown2 = problems.slice(0, mostShown);
    const left = problems.length - shown2.length;
    const lines = [...shown2.map((problem) => `- ${problem}`), ...left > 0 ? [`- … and ${left} more`] : []];
    super(`The config file needs a correction:
${lines.join("\n")}`);
    this.problems = problems;
  }
};
var mostShown = 100;
var mostCharacters2 = 256 * 1024;
async function readConfig(text3, known2, now2, file) {
  if (text3.length > mostCharacters2) {
    const message = `The file has ${text3.length} characters; it must have at most ${mostCharacters2}.`;
    throw errorOf([{ line: 1, column: 1, message }], file);
  }
  const { treeOf } = await Promise.resolve().then(() => __toESM(require("./config-yaml.js"), 1));
  const { tree, problems } = treeOf(text3.replace(/^\uFEFF/, ""));
  if (tree === null) throw errorOf(problems, file);
  const config = configOf(
    tree,
    known2,
    now2,
    (at2, message) => problems.push({ line: at2.line, column: at2.column, message })
  );
  if (problems.length > 0) throw errorOf(problems, file);
  return config;
}
function errorOf(problems, file) {
  const sorted = problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const sentences = sorted.map(({ line, column, message }) => `${oneLine(file)}:${line}:${column}: ${message}`);
  return new ConfigError([...new Set(sentences)]);
}

// src/load-config.ts
var enableable = ["storage/encryption-scopes"];
function knownChecks() {
  const checks2 = checklist.map(({ id }) => id);
  return { checks: checks2, enableable: enableable.filter((id) => checks2.includes(id)) };
}
async function loadConfig({ path: path6, name, isNamed }, ports) {
  const text3 = ports.files.read(path6);
  if (text3 === void 0) {
    if (!isNamed) return { ...noConfig, file: null };
    throw new ConfigError([
      `${name} does not exist, although config-file names it: is there an actions/checkout step before this one?`
    ]);
  }
  return { ...await readConfig(text3, knownChecks(), ports.now(), name), file: name };
}

// src/policy.ts
var order = ["high", "medium", "low", "info"];
function reaches(severity3, threshold) {
  return threshold !== "never" && severity3 !== "info" && order.indexOf(severity3) <= order.indexOf(threshold);
}
function conclude(gate2) {
  if (gate2.failed > 0) return "fail";
  return gate2.unknown + gate2.unseen > 0 ? "incomplete" : "pass";
}
function failsJob(conclusion, policy) {
  if (policy.warnOnly || policy.failOnSeverity === "never") return false;
  return conclusion === "fail" || conclusion === "incomplete" && policy.onUnknown === "fail";
}
function failedCount({ failedBySeverity }) {
  return failedBySeverity.high + failedBySeverity.medium + failedBySeverity.low;
}

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

// src/github/comment.ts
var import_promises = require("node:timers/promises");
var CommentRefused = class extends Error {
  name = "CommentRefused";
};
var TRIES = 3;
var LONGEST_WAIT = 6e4;
async function upsertComment(octokit, request, sleep = (milliseconds) => (0, import_promises.setTimeout)(milliseconds)) {
  for (let tried = 1; ; tried++) {
    try {
      return await upsertOnce(octokit, request);
    } catch (error2) {
      const wait = waitBeforeNext(error2, tried);
      if (tried === TRIES || wait === null) throw new CommentRefused(refusal(error2, request));
      await sleep(wait);
    }
  }
}
async function upsertOnce(octokit, request) {
  const { owner, repo, issue: issue2, body } = request;
  const [ours, ...duplicates] = await ourComments(octokit, request);
  if (!ours && request.mode === "update-only") return null;
  if (!ours) {
    const created = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue2, body });
    return { url: created.data.html_url };
  }
  if (normal(ours.body) !== normal(body)) {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body });
  }
  for (const { id } of duplicates) {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => void 0);
  }
  return { url: ours.html_url };
}
async function ourComments(octokit, { owner, repo, issue: issue2, marker }) {
  const pages2 = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: issue2,
    per_page: 100
  });
  const marked = [];
  for await (const page of pages2) {
    marked.push(...page.data.filter((comment2) => normal(comment2.body).split("\n", 1)[0] === marker));
  }
  if (marked.length === 0) return [];
  const login2 = await ownLogin(octokit);
  return marked.filter((comment2) => comment2.user?.login.toLowerCase() === login2);
}
async function ownLogin(octokit) {
  try {
    const { viewer } = await octokit.graphql("query { viewer { login } }");
    return viewer.login.toLowerCase();
  } catch (error2) {
    if (isPassing(error2)) throw error2;
    return "github-actions[bot]";
  }
}
function normal(body) {
  return (body ?? "").replaceAll("\r\n", "\n").trimEnd();
}
function isPassing({ status = 0, response }) {
  const limited = status === 403 && (response?.headers["retry-after"] || response?.headers["x-ratelimit-remaining"] === "0");
  return status >= 500 || status === 429 || Boolean(limited);
}
function waitBeforeNext(error2, tried) {
  if (error2.status === 404 && error2.request?.method === "PATCH") return 0;
  if (!isPassing(error2)) return null;
  const asked = Number(error2.response?.headers["retry-after"] ?? 0) * 1e3;
  return asked > LONGEST_WAIT ? null : Math.max(asked || 0, 1e3 * 2 ** (tried - 1));
}
function refusal(error2, { owner, repo, issue: issue2, body }) {
  const where = `pull request #${issue2} of ${owner}/${repo}`;
  const said2 = `(${error2.status ?? "no answer"}: ${oneLine(error2.message)})`;
  if (isPassing(error2)) return `GitHub did not take the comment on ${where} ${said2}. Run the job again later.`;
  if (error2.status === 401)
    return `GitHub does not accept github-token ${said2}. Give a token that is valid, or leave the input out.`;
  if (/locked/i.test(error2.message))
    return `The conversation of ${where} is locked, so the comment could not be written ${said2}. Unlock it.`;
  if (error2.status === 403 || error2.status === 404) {
    return `GitHub does not let this job comment on ${where} ${said2}. Give the job \`permissions: pull-requests: write\`; pull requests from forks and from Dependabot cannot have it.`;
  }
  if (error2.status === 422) {
    return `GitHub finds the comment on ${where} unacceptable, probably too long with its ${body.length} characters ${said2}. The whole report is in the summary of the run and in the report files.`;
  }
  return `The comment on ${where} could not be written ${said2}. The whole report is in the summary of the run.`;
}

// late:node:crypto
var createHash = (...a) => require("node:crypto").createHash(...a);

// src/pseudonym.ts
var prefixes = [
  [/^microsoft\.machinelearningservices\/workspaces$/, "ws-"],
  [/^microsoft\.storage\//, "st-"],
  [/^microsoft\.keyvault\/[^/]+\/keys/, "key-"],
  [/^microsoft\.keyvault\//, "kv-"],
  [/^microsoft\.containerregistry\//, "cr-"],
  [/^microsoft\.(insights|operationalinsights)\//, "ai-"],
  [/^microsoft\.documentdb\//, "db-"],
  [/^microsoft\.search\//, "se-"],
  [
    /^microsoft\.machinelearningservices\/workspaces\/computes|^microsoft\.(containerservice|databricks|compute|hdinsight|containerinstance|kubernetes)\//,
    "co-"
  ],
  [/^microsoft\.machinelearningservices\/workspaces\/datastores/, "ds-"],
  [/^microsoft\.machinelearningservices\/workspaces\/\w*endpoints/, "ep-"],
  [/^microsoft\.machinelearningservices\/workspaces\/(jobs|schedules)/, "job-"],
  [/^microsoft\.managedidentity\//, "id-"]
];
function pseudonym(repositoryId, id) {
  const key2 = idKey(id);
  return prefixOf(key2) + createHash("sha256").update(repositoryId + key2).digest("hex").slice(0, 8);
}
function prefixOf(id) {
  const type2 = parseResourceId(id)?.type;
  if (type2) return prefixes.find(([pattern3]) => pattern3.test(type2))?.[1] ?? "res-";
  if (/^\/subscriptions\/[^/]+$/.test(id)) return "sub-";
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(id)) return "rg-";
  return id.includes("/managementgroups/") ? "mg-" : "res-";
}
function pseudonymous(evidence2, repositoryId, named2) {
  const names = knownNames(evidence2, repositoryId, named2);
  const text3 = (value2) => value2.replace(/\/subscriptions\/[^\s"'`<>|]+/gi, (id) => resourceName(id, repositoryId)).replace(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
    (guid2) => names.get(guid2.toLowerCase()) ?? pseudonym(repositoryId, `/guids/${guid2}`)
  ).replace(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu, (word2) => replaced(word2, names));
  const publish2 = (value2) => {
    if (typeof value2 === "string") return text3(value2);
    if (Array.isArray(value2)) return value2.map(publish2);
    if (typeof value2 !== "object" || value2 === null) return value2;
    return Object.fromEntries(
      Object.entries(value2).map(([key2, member2]) => [key2, keptAsIs.includes(key2) ? member2 : publish2(member2)])
    );
  };
  return publish2;
}
var keptAsIs = [
  "check",
  "fingerprint",
  "status",
  "severity",
  "reason",
  "others",
  "counts",
  "tool",
  "run",
  "path",
  "action",
  "profile",
  "kind",
  "cmkArchitecture",
  "schemaVersion",
  "conclusion"
];
function replaced(word2, names) {
  for (let length = word2.length; length > 0; length -= 1) {
    if (length < word2.length && !/[.-]/.test(word2[length] ?? "")) continue;
    const name = names.get(word2.slice(0, length).toLowerCase());
    if (name) return name + word2.slice(length);
  }
  return word2;
}
function resourceName(id, repositoryId) {
  const [, ending2 = ""] = /([.,;:)]+)$/.exec(id) ?? [];
  return pseudonym(repositoryId, id.slice(0, id.length - ending2.length)) + ending2;
}
function knownNames(evidence2, repositoryId, named2) {
  const names = /* @__PURE__ */ new Map();
  const add2 = (name, id) => {
    if (typeof name === "string" && name !== "") names.set(name.toLowerCase(), pseudonym(repositoryId, id));
  };
  for (const name of named2) add2(name, `/named/${name}`);
  for (const record2 of evidence2.resources.values()) {
    const at2 = parseResourceId(record2.id);
    if (at2) {
      add2(at2.subscriptionId, `/subscriptions/${at2.subscriptionId}`);
      add2(at2.resourceGroup, groupId2(at2.subscriptionId, at2.resourceGroup));
    }
    if (record2.state === "read") for (const [name, id] of mentioned(record2)) add2(name, id);
  }
  for (const record2 of evidence2.resources.values())
    add2(parseResourceId(record2.id)?.name ?? record2.id.split("/").at(-1), record2.id);
  for (const key2 of evidence2.collections.keys())
    for (const start of [collectionKey.vault(""), collectionKey.account("")])
      if (key2.startsWith(start)) add2(key2.slice(start.length), key2);
  for (const common2 of commonWords) names.delete(common2);
  return names;
}
function mentioned({ id, body }) {
  const hosts = hostPaths.flatMap((path6) => {
    const host = hostOf2(valueAt(body, path6));
    return host ? [[host, id]] : [];
  });
  const keys2 = keyUses(String(body.type), body).map((use2) => [
    use2.name,
    `/${use2.host}/keys/${use2.name}`
  ]);
  const pools = valueAt(body, "properties.agentPoolProfiles");
  const poolNames = (Array.isArray(pools) ? pools : []).map((pool) => {
    const name = String(valueAt(pool, "name"));
    return [name, `${id}/agentpools/${name}`];
  });
  return [...hosts, ...keys2, ...poolNames];
}
var hostPaths = [
  "properties.vaultUri",
  "properties.hsmUri",
  "properties.encryption.keyvaultproperties.keyvaulturi",
  "properties.scoringUri",
  "properties.inferenceEndpoint.uri",
  "properties.ipAddress.fqdn",
  "properties.configurationSettings.sslCname"
];
function hostOf2(uri2) {
  return typeof uri2 === "string" ? uri2.replace(/^https?:\/\//i, "").replace(/[:/].*$/, "") : null;
}
var commonWords = [
  "microsoft.machinelearningservices",
  "microsoft.storage",
  "microsoft.keyvault",
  "microsoft.documentdb",
  "microsoft.search",
  "default",
  "azureml"
];

// src/report/json.ts
function* jsonReport(header2, workspaces2) {
  yield `${JSON.stringify(header2, null, 2).slice(0, -2)},
  "workspaces": [`;
  let separator = "\n";
  for (const workspace2 of workspaces2) {
    yield `${separator}${indented(JSON.stringify(workspace2, null, 2))}`;
    separator = ",\n";
  }
  yield `${separator === "\n" ? "" : "\n  "}]
}
`;
}
function indented(json) {
  return json.replace(/^/gm, "    ");
}

// src/report/escape.ts
function text2(value2, limit = 300) {
  const parts = clean(value2, limit).split("`");
  if (parts.length % 2 === 0) return leading(words(parts.join("`")));
  return leading(
    parts.map((part, index) => index % 2 === 0 ? words(part) : code(part) || " ").reduce(joined).trim()
  );
}
function code(value2, limit = 200) {
  return clean(value2, limit).split("|").map(span).join("&#124;");
}
function bold(value2) {
  return `**${text2(value2, 100)}**`;
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
  return oneLine(value2.slice(0, limit * 4), limit);
}
function visible2(content) {
  return content.replace(/[^\P{C}\n]/gu, "�");
}
var linkedByGitHub = [/[@#$]/, /:\/\//, /www\./i, /\bgh-\d/i, /:[\w+-]+:/, /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i];
function words(value2) {
  return value2.split(" ").map(word).join(" ");
}
function joined(left, right) {
  return left.endsWith("`") && right.startsWith("`") ? `${left} ${right}` : left + right;
}
function word(value2) {
  if (!linkedByGitHub.some((pattern3) => pattern3.test(value2))) return escaped(value2);
  const start = indexOutside(value2, `("'[{`);
  const end = value2.length - indexOutside([...value2].reverse().join(""), `)"']}.,:;!?`);
  return escaped(value2.slice(0, start)) + code(value2.slice(start, end)) + escaped(value2.slice(end));
}
function indexOutside(value2, characters) {
  const index = Array.from(value2).findIndex((character) => !characters.includes(character));
  return index === -1 ? 0 : index;
}
var entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;" };
function escaped(value2) {
  return value2.replace(/[\\`*_{}[\]~&<>|]/g, (character) => entities[character] ?? `\\${character}`);
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

// src/report/names.ts
var kinds = {
  "microsoft.keyvault/vaults": "key vault",
  "microsoft.keyvault/vaults/keys": "key",
  "microsoft.keyvault/managedhsms": "managed HSM",
  "microsoft.storage/storageaccounts": "storage account",
  "microsoft.containerregistry/registries": "container registry",
  "microsoft.insights/components": "Application Insights",
  "microsoft.operationalinsights/workspaces": "Log Analytics workspace",
  "microsoft.operationalinsights/clusters": "Log Analytics cluster",
  "microsoft.documentdb/databaseaccounts": "Cosmos DB account",
  "microsoft.search/searchservices": "search service",
  "microsoft.containerservice/managedclusters": "Kubernetes cluster",
  "microsoft.databricks/workspaces": "Databricks workspace",
  "microsoft.compute/diskencryptionsets": "disk encryption set",
  "microsoft.machinelearningservices/workspaces": "workspace",
  "microsoft.machinelearningservices/workspaces/computes": "compute",
  "microsoft.machinelearningservices/workspaces/datastores": "datastore",
  "microsoft.machinelearningservices/workspaces/onlineendpoints": "online endpoint"
};
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
  "container-instance": "Container instances",
  "virtual-machine": "Virtual machines",
  hdinsight: "HDInsight",
  endpoint: "Endpoints",
  secrets: "Secrets in plain sight",
  provider: "Resource providers",
  platform: "Platform"
};
var severityWords = { high: "High", medium: "Medium", low: "Low", info: "Advice" };
var reasonWords = {
  forbidden: "not allowed to read it",
  "not-visible": "not visible to this run",
  absent: "what it refers to is gone",
  "property-absent": "Azure does not say",
  "unrecognised-value": "a value that this version does not know",
  "api-unsupported": "Azure does not offer the API here",
  throttled: "Azure was too busy",
  timeout: "the run was out of time",
  "invalid-response": "an answer that makes no sense",
  "not-observable": "no API shows it",
  truncated: "more than the run looks at"
};
function resourceName2(id) {
  const segments = id.split("/").filter(Boolean);
  const provider2 = segments.findIndex((segment2) => segment2.toLowerCase() === "providers");
  if (!id.startsWith("/") || segments.length < 2) return id.replace(/^https:\/\//, "") || "(no name)";
  if (provider2 === -1 || provider2 === segments.length - 2) return segments.at(-1) ?? id;
  const path6 = segments.slice(provider2 + 2);
  const isCollection = path6.length % 2 === 1;
  const names = path6.filter((_, index) => index % 2 === 1 || isCollection && index === path6.length - 1);
  const isOfWorkspace = segments[provider2 + 1]?.toLowerCase() === "microsoft.machinelearningservices";
  return names.slice(isOfWorkspace && !isCollection ? -1 : 0).join("/");
}
function resourceKind(id) {
  return kinds[parseResourceId(id)?.type ?? ""] ?? null;
}
function portalUrl(id, { portal }) {
  if (!id.startsWith("/subscriptions/")) return "";
  return `${portal}/#resource${id.toWellFormed().split("/").map(encodeURIComponent).join("/")}`;
}
function ruleUrl(check2, { docs }) {
  return `${docs}/docs/checklist.md#${encodeURIComponent(check2.toWellFormed().replaceAll("/", "-"))}`;
}
function ruleLink(label, check2, context) {
  return link(label, ruleUrl(check2, context));
}
function workspaceLabels(workspaces2) {
  const seen = /* @__PURE__ */ new Map();
  for (const { name } of workspaces2) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(
    workspaces2.map(({ id, name }) => {
      const group2 = parseResourceId(id)?.resourceGroup;
      const isShared = (seen.get(name.toLowerCase()) ?? 0) > 1;
      return [id.toLowerCase(), isShared && group2 ? `${name} in ${group2}` : name || "(no name)"];
    })
  );
}
function workspaceNames(ids, labels2, limit) {
  const distinct = [...new Set(ids.map((id) => labels2.get(id.toLowerCase()) ?? resourceName2(id)))];
  return listed(distinct.map(bold), limit, "workspaces");
}
function resourceNames(ids, limit) {
  return listed(
    [...new Set(ids.map(resourceName2))].map((name) => code(name, 80)),
    limit
  );
}
function listed(parts, limit, unit2 = "") {
  if (parts.length > limit + 1) {
    const more = `${count(parts.length - limit)} more${unit2 && ` ${unit2}`}`;
    return `${parts.slice(0, limit).join(", ")} and ${more}`;
  }
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
function count(value2) {
  return value2.toLocaleString("en-US");
}
function plural(value2, one, many = `${one}s`) {
  return `${count(value2)} ${value2 === 1 ? one : many}`;
}

// src/report/command.ts
var WIDTH = 44;
function stepsOf(remediation) {
  const found2 = [];
  let isContinued = false;
  for (const line of remediation.trim().replace(/: (az [^()]+)$/, ":\n$1").split("\n")) {
    const kind = isContinued || /^\s*az\s/.test(line) ? "command" : "instruction";
    const last = found2.at(-1);
    if (last?.kind === kind) last.text += `
${line}`;
    else if (line.trim() !== "") found2.push({ kind, text: line });
    isContinued = kind === "command" && line.trimEnd().endsWith("\\");
  }
  return found2;
}
function remedies(remediations) {
  const alike2 = /* @__PURE__ */ new Map();
  for (const remediation of new Set(remediations)) {
    const steps = stepsOf(remediation);
    const sentences = JSON.stringify(steps.map(({ kind, text: text3 }) => kind === "command" ? null : text3));
    const known2 = alike2.get(sentences);
    if (known2) known2.push(steps);
    else alike2.set(sentences, [steps]);
  }
  return [...alike2.values()].map(together2).join("\n\n");
}
function together2(all) {
  const [first = []] = all;
  return first.map(({ kind, text: sentence }, index) => {
    if (kind === "instruction") return text2(sentence, 1e3);
    return fence(all.map((steps) => wrapLines(steps[index]?.text ?? "")).join("\n"), "sh");
  }).join("\n\n");
}
function shellQuoted(value2) {
  return /^[\w./:@-]+$/.test(value2) ? value2 : `'${value2.replaceAll("'", `'\\''`)}'`;
}
function wrapLines(commands) {
  const joined2 = commands.trim().replaceAll(/[ \t]*\\[ \t]*\n[ \t]*/g, " ");
  return joined2.split("\n").map(wrap).join("\n");
}
function wrap(command) {
  const lines = [];
  for (const piece of pieces(command.trim())) {
    const last = lines.at(-1);
    if (last !== void 0 && last.length + piece.length < WIDTH) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.join(" \\\n  ");
}
function pieces(command) {
  const found2 = [];
  let start = 0;
  let quote = "";
  for (let index = 0; index < command.length; index++) {
    const character = command[index];
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "#" || character === "\\") return [command];
    else if (character === " " && command[index + 1] === "-") {
      found2.push(command.slice(start, index));
      start = index + 1;
    }
  }
  return quote === "" ? [...found2, command.slice(start)] : [command];
}

// src/report/items.ts
var severities2 = ["high", "medium", "low", "info"];
function rank(severity3) {
  return severities2.indexOf(severity3);
}
function worst2(all) {
  return severities2.find((severity3) => all.includes(severity3)) ?? "info";
}
function reaching(threshold) {
  return severities2.filter((severity3) => reaches(severity3, threshold));
}
function mergeFindings(report2) {
  const merged = { fail: /* @__PURE__ */ new Map(), unknown: /* @__PURE__ */ new Map(), waived: /* @__PURE__ */ new Map() };
  for (const workspace2 of report2.workspaces) {
    for (const finding2 of workspace2.findings) {
      if (finding2.status !== "pass") merge(merged[finding2.status], finding2, workspace2);
    }
  }
  return {
    fail: [...merged.fail.values()],
    unknown: [...merged.unknown.values()],
    waived: [...merged.waived.values()]
  };
}
function merge(items, finding2, workspace2) {
  const { check: check2, resource: resource2, severity: severity3, reason, waiver: waiver2 } = finding2;
  const key2 = JSON.stringify([check2, resource2.toLowerCase(), reason, waiver2]);
  const known2 = items.get(key2);
  if (!known2) {
    items.set(key2, { check: check2, resource: resource2, severity: severity3, new: finding2.new === true, finding: finding2, workspaces: [workspace2.id] });
    return;
  }
  known2.workspaces.push(workspace2.id);
  known2.new ||= finding2.new === true;
  if (rank(severity3) < rank(known2.severity)) Object.assign(known2, { resource: resource2, severity: severity3, finding: finding2 });
}
function groupByCheck(items, checks2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of [...items].sort(worstFirst)) {
    const { reason } = item.finding;
    const key2 = `${item.check} ${reason}`;
    const group2 = groups.get(key2);
    if (group2) group2.items.push(item);
    else groups.set(key2, { check: infoOf(item.check, checks2), severity: item.severity, reason, items: [item] });
  }
  const order3 = new Map([...checks2.keys()].map((id, index) => [id, index]));
  const place = ({ check: check2 }) => order3.get(check2.id) ?? order3.size;
  return [...groups.values()].sort((a, b) => worstFirst(firstOf(a), firstOf(b)) || place(a) - place(b));
}
function worstFirst(a, b) {
  return rank(a.severity) - rank(b.severity) || Number(b.new) - Number(a.new);
}
function firstOf(group2) {
  return group2.items[0];
}
function infoOf(id, checks2) {
  return checks2.get(id) ?? { id, title: id, rows: [], why: "", reference: "", creationOnly: false };
}

// src/report/verdict.ts
function symbol(report2, policy) {
  if (report2.conclusion === "skipped") return "⏭️";
  if (report2.conclusion === "fail") return failsJob(report2.conclusion, policy) ? "❌" : "⚠️";
  if (report2.conclusion === "incomplete" || isOnlyReported(report2, policy)) return "⚠️";
  return "✅";
}
var LENIENT = " and lets the job pass";
function verdict(report2, policy) {
  const worst3 = worstFinding(report2, policy);
  return worst3 ? `${outcome(report2, policy)}, worst: ${worst3}` : outcome(report2, policy);
}
function outcome(report2, policy) {
  const { conclusion, summary: summary2 } = report2;
  if (conclusion === "skipped") return "Encryption check skipped: this run has no identity in Azure";
  if (conclusion === "incomplete") return incomplete(report2, policy);
  if (conclusion === "fail") {
    const found2 = findingsWords(summary2.failedBySeverity, reaching(policy.failOnSeverity));
    return failsJob(conclusion, policy) ? `Encryption check failed: ${found2}` : `Encryption check found ${found2}${LENIENT}`;
  }
  return passed(report2, policy);
}
function passed(report2, policy) {
  const { workspaces: workspaces2, failedBySeverity } = report2.summary;
  const where = plural(workspaces2, "workspace");
  if (isOnlyReported(report2, policy)) {
    return `Encryption check reports ${findingsWords(failedBySeverity, ["high", "medium", "low"])} in ${where}`;
  }
  const known2 = reaching(policy.failOnSeverity).filter((severity3) => failedBySeverity[severity3] > 0);
  const suffix = known2.length > 0 ? `, nothing new besides ${findingsWords(failedBySeverity, known2)}` : "";
  return `Encryption check passed: ${where}${suffix}`;
}
function incomplete(report2, policy) {
  const suffix = failsJob(report2.conclusion, policy) ? "" : LENIENT;
  const unknown2 = undecided(report2, policy);
  if (report2.summary.workspaces === 0) return `Encryption check found no Azure Machine Learning workspace${suffix}`;
  if (unknown2 === 0) return `Encryption check could not see everything that is named${suffix}`;
  return `Encryption check could not decide ${plural(unknown2, "check")} of ${severityWords2(policy)}${suffix}`;
}
function undecided({ workspaces: workspaces2 }, { failOnSeverity }) {
  let found2 = 0;
  for (const { findings } of workspaces2) {
    for (const { status, severity: severity3 } of findings) if (status === "unknown" && reaches(severity3, failOnSeverity)) found2++;
  }
  return found2;
}
function severityWords2({ failOnSeverity }) {
  return failOnSeverity === "high" ? "high severity" : `${failOnSeverity} or higher severity`;
}
function findingsWords(counts, which2) {
  const present = which2.filter((severity3) => counts[severity3] > 0);
  const [only2] = present;
  if (only2 && present.length === 1) return plural(counts[only2], `${only2}-severity finding`);
  const sum = present.reduce((total, severity3) => total + counts[severity3], 0);
  return `${plural(sum, "finding")} (${present.map((severity3) => `${counts[severity3]} ${severity3}`).join(", ")})`;
}
function isOnlyReported({ summary: summary2 }, { failOnSeverity }) {
  const { high, medium, low } = summary2.failedBySeverity;
  return failOnSeverity === "never" && high + medium + low > 0;
}
function worstFinding(report2, policy) {
  if (report2.conclusion !== "fail") return null;
  let worst3 = null;
  for (const { findings } of report2.workspaces) {
    for (const finding2 of findings) {
      if (finding2.status !== "fail" || !reaches(finding2.severity, policy.failOnSeverity)) continue;
      if (!worst3 || order2(finding2) < order2(worst3)) worst3 = finding2;
    }
  }
  return worst3 && sentenceOf(worst3);
}
function order2({ severity: severity3, new: isNew }) {
  return rank(severity3) * 2 + (isNew ? 0 : 1);
}
function sentenceOf({ message, resource: resource2 }) {
  const name = oneLine(resourceName2(resource2), 100);
  const sentence = withoutPeriod(oneLine(message, 160));
  return sentence.includes(name) ? sentence : `${sentence} (${name})`;
}
function withoutPeriod(sentence) {
  return sentence.endsWith(".") ? sentence.slice(0, -1) : sentence;
}

// src/report/sections/subject.ts
var HEADING = 110;
function problemOf({ check: check2, items }) {
  const messages = new Set(items.map(({ finding: finding2 }) => isEvidence(finding2) ? "" : finding2.message));
  const [only2 = ""] = messages;
  const heading = `Not met: ${text2(check2.title)}`;
  if (messages.size > 1) return { heading, shared: "", of: said };
  if (only2 === "" || only2.length > HEADING) return { heading, shared: text2(only2, MESSAGE), of: () => "" };
  return { heading: text2(withoutPeriod(only2)), shared: "", of: () => "" };
}
var MESSAGE = 600;
function said({ finding: finding2 }) {
  return isEvidence(finding2) ? "" : text2(finding2.message, MESSAGE);
}
function isEvidence({ message, evidence: values }) {
  const { path: path6 = "" } = values.at(-1) ?? {};
  return path6 !== "" && message.startsWith(`${path6.split(".").at(-1)} is `);
}
function subject(item, { labels: labels2, limits }) {
  const workspaces2 = workspaceNames(item.workspaces, labels2, limits.names);
  const isWorkspace = item.workspaces.some((id) => id.toLowerCase() === item.resource.toLowerCase());
  if (isWorkspace) return workspaces2;
  const kind = resourceKind(item.resource);
  return `${code(resourceName2(item.resource), 80)}${kind ? ` (${kind})` : ""}, used by ${workspaces2}`;
}
function evidence({ evidence: values, resource: resource2 }) {
  const shown2 = values.slice(0, 6).map((value2) => readValue(value2, resource2));
  if (shown2.length === 0) return "";
  const more = values.length > shown2.length ? `, and ${values.length - shown2.length} more` : "";
  return `Read: ${shown2.join(", ")}${more}`;
}
function readValue({ path: path6, value: value2, resource: resource2 = "" }, own) {
  const isOwn = resource2 === "" || resource2.toLowerCase() === own.toLowerCase();
  const where = isOwn ? code(path6) : `${code(path6)} of ${code(resourceName2(resource2), 80)}`;
  return value2 === null ? `${where} is not set` : `${where} = ${code(JSON.stringify(value2).replace(/^"(.+)"$/, "$1"))}`;
}
var creationOnly = "This can only be chosen when the resource is created.";
function links({ check: check2, resource: resource2 }, { context }) {
  const url = portalUrl(resource2, context);
  const rule = ruleLink("Rule", check2, context);
  return url === "" ? rule : `${rule} · ${link("Azure portal", url)}`;
}

// src/report/sections/fixes.ts
function fixes(groups, rank2, view) {
  const rows = groups.map((group2) => fix(group2, groups.length > 1, view)).filter((row) => row !== "");
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
function fix(group2, isNamed, { limits }) {
  const items = group2.items.filter(({ finding: finding2 }) => finding2.remediation !== null);
  const all = [...new Set(items.map(({ finding: finding2 }) => finding2.remediation ?? ""))];
  if (all.length === 0) return "";
  const left = all.length - Math.min(all.length, limits.fixes);
  const where = resourceNames(
    items.map(({ resource: resource2 }) => resource2),
    limits.names
  );
  const heading = isNamed ? `**${problemOf(group2).heading}** · ${where}` : "";
  const more = left > 0 ? `… and the same for ${count(left)} more.` : "";
  return [heading, remedies(all.slice(0, limits.fixes)), more].filter((part) => part !== "").join("\n\n");
}

// node_modules/markdown-table/index.js
function defaultStringLength(value2) {
  return value2.length;
}
function markdownTable(table2, options) {
  const settings = options || {};
  const align = (settings.align || []).concat();
  const stringLength = settings.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table2.length) {
    const row2 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table2[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table2[rowIndex].length;
    }
    while (++columnIndex2 < table2[rowIndex].length) {
      const cell = serialize(table2[rowIndex][columnIndex2]);
      if (settings.alignDelimiters !== false) {
        const size2 = stringLength(cell);
        sizes2[columnIndex2] = size2;
        if (longestCellByColumn[columnIndex2] === void 0 || size2 > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size2;
        }
      }
      row2.push(cell);
    }
    cellMatrix[rowIndex] = row2;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code2 = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code2;
    }
  }
  columnIndex = -1;
  const row = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code2 = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code2 === 99) {
      before = ":";
      after = ":";
    } else if (code2 === 108) {
      before = ":";
    } else if (code2 === 114) {
      after = ":";
    }
    let size2 = settings.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell = before + "-".repeat(size2) + after;
    if (settings.alignDelimiters !== false) {
      size2 = before.length + size2 + after.length;
      if (size2 > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size2;
      }
      sizes[columnIndex] = size2;
    }
    row[columnIndex] = cell;
  }
  cellMatrix.splice(1, 0, row);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines = [];
  while (++rowIndex < cellMatrix.length) {
    const row2 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
    columnIndex = -1;
    const line = [];
    while (++columnIndex < cellsInRow) {
      const cell = row2[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings.alignDelimiters !== false) {
        const size2 = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code2 = alignments[columnIndex];
        if (code2 === 114) {
          before = " ".repeat(size2);
        } else if (code2 === 99) {
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
      if (settings.delimiterStart !== false && !columnIndex) {
        line.push("|");
      }
      if (settings.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) {
        line.push(" ");
      }
      if (settings.alignDelimiters !== false) {
        line.push(before);
      }
      line.push(cell);
      if (settings.alignDelimiters !== false) {
        line.push(after);
      }
      if (settings.padding !== false) {
        line.push(" ");
      }
      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push("|");
      }
    }
    lines.push(
      settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join("")
    );
  }
  return lines.join("\n");
}
function serialize(value2) {
  return value2 === null || value2 === void 0 ? "" : String(value2);
}
function toAlignment(value2) {
  const code2 = typeof value2 === "string" ? value2.codePointAt(0) : 0;
  return code2 === 67 || code2 === 99 ? 99 : code2 === 76 || code2 === 108 ? 108 : code2 === 82 || code2 === 114 ? 114 : 0;
}

// src/report/sections/table.ts
function table(head, rows, align) {
  const [names, delimiters, ...lines] = markdownTable([head, ...rows], { align, alignDelimiters: false }).split("\n");
  return { open: `${names}
${delimiters}
`, rows: lines };
}

// src/report/sections/below.ts
function belowTheGate(view) {
  const { below, report: report2, context } = view;
  const advice3 = adviceWords(view);
  if (below.length === 0) return advice3 === "" ? [] : [{ rank: 4, open: advice3, rows: [] }];
  const title = context.policy.failOnSeverity === "never" ? "Findings" : "Below the gate";
  const isFolded = report2.conclusion === "pass" && context.policy.failOnSeverity !== "never";
  const { open: open3, rows } = table(
    ["Severity", "Not met", "Where"],
    below.map((group2) => cells(group2, view)),
    ["l", "l", "l"]
  );
  const [before, after] = isFolded ? [`<details><summary><b>${title}</b>: ${severities3(below)}</summary>

`, "\n\n</details>"] : [`### ${title}

`, ""];
  return [
    {
      rank: 4,
      open: before + open3,
      rows,
      more: () => advice3 && `

${advice3}`,
      close: after,
      unit: ["check", "checks"]
    },
    ...fixes(below, 5, view)
  ];
}
function cells({ check: check2, severity: severity3, items }, { context, limits }) {
  const atCreation = items.some(({ finding: finding2 }) => finding2.creationOnly) ? " (only at creation)" : "";
  const resources = items.map(({ resource: resource2 }) => resource2);
  return [
    severityWords[severity3],
    ruleLink(text2(check2.title), check2.id, context),
    resourceNames(resources, limits.names) + atCreation
  ];
}
function severities3(groups) {
  const items = groups.flatMap((group2) => group2.items);
  const words3 = ["high", "medium", "low"].map((severity3) => {
    const found2 = items.filter((item) => item.severity === severity3).length;
    return found2 === 0 ? "" : `${found2} ${severity3}`;
  });
  return words3.filter((word2) => word2 !== "").join(", ");
}
function adviceWords({ advice: advice3 }) {
  return advice3 === 0 ? "" : `${plural(advice3, "piece of advice is", "pieces of advice are")} only counted here.`;
}

// src/report/sections/budget.ts
var SEPARATOR = "\n\n";
function assemble(sections, budget, last) {
  let room = budget - RESERVE;
  const fitted = /* @__PURE__ */ new Map();
  for (const section of [...sections].sort((a, b) => a.rank - b.rank)) {
    const result = fitOne(section, room);
    if (result.text !== "") room -= bytes(result.text) + SEPARATOR.length;
    fitted.set(section, result);
  }
  const shown2 = sections.map((section) => fitted.get(section)?.text ?? "").filter((text3) => text3 !== "");
  return `${[...shown2, last(leftOutOf(fitted))].join(SEPARATOR)}
`;
}
function folded(summary2, sections) {
  const content = sections.map((section) => fitOne(section, Number.POSITIVE_INFINITY).text).join(SEPARATOR);
  const rank2 = Math.min(...sections.map((section) => section.rank));
  return { rank: rank2, open: `<details><summary>${summary2}</summary>

${content}

</details>`, rows: [] };
}
var RESERVE = 1500;
var MORE = 200;
function fitOne(section, room) {
  const { open: open3, rows, gap = "\n", most = rows.length, more, close = "" } = section;
  let left = room - bytes(open3) - bytes(close) - MORE;
  let kept = 0;
  for (const row of rows.slice(0, most)) {
    left -= bytes(row) + gap.length;
    if (left < 0) break;
    kept += 1;
  }
  if (left < 0 && kept === 0) return { text: "", left: rows.length };
  const rest = more?.(rows.length - kept) ?? "";
  return { text: open3 + rows.slice(0, kept).join(gap) + rest + close, left: rows.length - kept };
}
function leftOutOf(fitted) {
  const counts = /* @__PURE__ */ new Map();
  for (const [{ unit: unit2 }, { left }] of fitted) {
    if (!unit2 || left === 0) continue;
    const known2 = counts.get(unit2[0]);
    if (known2) known2.count += left;
    else counts.set(unit2[0], { unit: unit2, count: left });
  }
  return counts;
}
function bytes(text3) {
  return Buffer.byteLength(text3);
}

// src/report/outcome.ts
function bySystem(checks2) {
  const systems2 = /* @__PURE__ */ new Map();
  for (const id of checks2.keys()) {
    const known2 = systems2.get(systemOf2(id));
    if (known2) known2.push(id);
    else systems2.set(systemOf2(id), [id]);
  }
  return systems2;
}
function systemOf2(check2) {
  return check2.split("/", 1)[0] ?? check2;
}
function outcomes(workspace2, systems2) {
  const findings = /* @__PURE__ */ new Map();
  for (const finding2 of workspace2.findings) {
    const known2 = findings.get(systemOf2(finding2.check));
    if (known2) known2.push(finding2);
    else findings.set(systemOf2(finding2.check), [finding2]);
  }
  const elsewhere = placesOf(workspace2);
  return new Map(
    [...systems2].map(([system, checks2]) => [system, outcome2(findings.get(system) ?? [], checks2, elsewhere)])
  );
}
function placesOf({ others }) {
  const { "not-used": notUsed, absent: absent2, inherited, disabled } = others["not-applicable"];
  const places2 = [
    ["not-used", [...notUsed, ...absent2]],
    ["switched-off", disabled],
    ["inherited", inherited],
    ["guaranteed", [...others.attested, ...others.manual]]
  ];
  return new Map(places2.flatMap(([place, checks2]) => checks2.map((check2) => [check2, place])));
}
function outcome2(findings, checks2, elsewhere) {
  const severitiesOf = (status) => findings.filter((finding2) => finding2.status === status).map(({ severity: severity3 }) => severity3);
  const [failed, unknown2] = [severitiesOf("fail"), severitiesOf("unknown")];
  const isWorse = worst2(failed) !== "info" || unknown2.length === 0;
  if (failed.length > 0 && isWorse) return { kind: "failed", severity: worst2(failed) };
  if (unknown2.length > 0) return { kind: "open", severity: worst2(unknown2) };
  if (findings.some(({ status }) => status === "waived")) return { kind: "waived" };
  if (findings.length > 0 || checks2.some((check2) => !elsewhere.has(check2))) return { kind: "passed" };
  const places2 = new Set(checks2.map((check2) => elsewhere.get(check2)));
  const kinds2 = ["guaranteed", "inherited", "not-used", "switched-off"];
  return { kind: kinds2.find((kind) => places2.has(kind)) ?? "not-used" };
}

// src/report/sections/waived.ts
function waived({ items, context, limits }) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items.waived) {
    const key2 = JSON.stringify([item.check, item.finding.waiver]);
    const known2 = groups.get(key2);
    if (known2) known2.push(item);
    else groups.set(key2, [item]);
  }
  if (groups.size === 0) return [];
  const lines = [...groups.values()].slice(0, limits.resources).map((group2) => {
    const [{ check: check2, finding: finding2 }] = group2;
    const resources = resourceNames(
      group2.map(({ resource: resource2 }) => resource2),
      limits.names
    );
    return `- ${ruleLink(text2(context.checks.get(check2)?.title ?? check2), check2, context)} on ${resources}${terms(finding2.waiver)}`;
  });
  const left = groups.size - lines.length;
  return [`**Waived**

${lines.join("\n")}${left > 0 ? `
- … and ${count(left)} more` : ""}`];
}
function terms(waiver2) {
  if (waiver2 === null) return "";
  return `, by ${text2(waiver2.owner, 80)} until ${text2(waiver2.expires, 20)}: ${text2(waiver2.reason)}`;
}
function withoutVerdict({ report: report2, context }) {
  const kinds2 = [
    ["Guaranteed by the platform", ({ others }) => others.attested],
    ["Recommended, and not provable from configuration", ({ others }) => others.manual],
    ["Switched off", ({ others }) => others["not-applicable"].disabled]
  ];
  return kinds2.flatMap(([words3, checksOf]) => {
    const ids = new Set(report2.workspaces.flatMap(checksOf));
    if (ids.size === 0) return [];
    const names = [...ids].map((id) => ruleLink(text2(context.checks.get(id)?.title ?? id), id, context));
    return `${words3}: ${listed(names, 25)}.`;
  });
}

// src/report/sections/everything.ts
var SIDE_BY_SIDE = 3;
function everything(view) {
  const { report: report2 } = view;
  if (report2.workspaces.length === 0) return [];
  const matrix = report2.workspaces.length <= SIDE_BY_SIDE ? sideBySide(view) : oneBelowTheOther(view);
  const rest = [...withoutVerdict(view), ...waived(view), "</details>"];
  return [
    {
      ...matrix,
      rank: 6,
      open: `<details><summary><b>Everything that was checked</b>: ${numbers(view)}</summary>

${matrix.open}`,
      close: `

${rest.join("\n\n")}`
    }
  ];
}
function numbers({ report: { summary: summary2 }, advice: advice3 }) {
  const { info: info2 } = summary2.failedBySeverity;
  const words3 = [
    [summary2.pass, "passed"],
    [summary2.fail - info2, "failed"],
    [summary2.unknown - (advice3 - info2), "open"],
    [summary2.waived, "waived"],
    [advice3, "advice"],
    [summary2.attested, "guaranteed by the platform"]
  ];
  return words3.flatMap(([number, word2]) => number > 0 ? `${count(number)} ${word2}` : []).join(", ");
}
function sideBySide({ report: report2, context, labels: labels2 }) {
  const systems2 = bySystem(context.checks);
  const columns3 = report2.workspaces.map((workspace2) => outcomes(workspace2, systems2));
  const used = [...systems2.keys()].filter((system) => columns3.some((column) => !isUnused(column.get(system))));
  const rows = used.map((system) => [
    systemWord(system),
    ...columns3.map((column) => outcomeWords(column.get(system), report2, context.policy))
  ]);
  const profiles = ["Profile", ...report2.workspaces.map(({ profile: profile2 }) => code(profile2))];
  const head = ["", ...report2.workspaces.map(({ id }) => text2(labels2.get(id.toLowerCase()) ?? "", 60))];
  const unused = [...systems2.keys()].filter((system) => !used.includes(system)).map(systemWord);
  return {
    ...table(
      head,
      [profiles, ...rows],
      head.map(() => "l")
    ),
    more: () => unused.length === 0 ? "" : `

Not used: ${listed(unused, unused.length)}.`
  };
}
function oneBelowTheOther({ report: report2, context, labels: labels2, limits }) {
  const systems2 = bySystem(context.checks);
  const isMixed = new Set(report2.workspaces.map(({ profile: profile2 }) => profile2)).size > 1;
  const alike2 = /* @__PURE__ */ new Map();
  for (const workspace2 of report2.workspaces) {
    const { cells: cells2, order: order3 } = columnsOf(outcomes(workspace2, systems2));
    const profile2 = isMixed ? `: ${code(workspace2.profile)}` : "";
    const key2 = [profile2, ...cells2].join();
    const known2 = alike2.get(key2) ?? { cells: cells2, profile: profile2, names: [], order: order3 };
    known2.names.push(text2(labels2.get(workspace2.id.toLowerCase()) ?? "", 60));
    alike2.set(key2, known2);
  }
  const rows = [...alike2.values()].sort((a, b) => b.order - a.order).map(({ names, profile: profile2, cells: cells2 }) => [listed(names, limits.names) + profile2, ...cells2]);
  return {
    ...table(["Workspace", "Findings", "Open", "Passed"], rows, ["l", "l", "l", "l"]),
    more: (left) => left > 0 ? `

… and ${count(left)} more rows.` : "",
    unit: ["row of the overview", "rows of the overview"]
  };
}
function columnsOf(outcomes2) {
  const columns3 = { failed: [], open: [], passed: [] };
  let order3 = 0;
  for (const [system, outcome3] of outcomes2) {
    const word2 = systemWord(system);
    if (outcome3.kind === "failed") order3 += 100 ** (3 - rank(outcome3.severity));
    if (outcome3.kind === "failed") columns3.failed.push(`${word2} (${severityWords[outcome3.severity].toLowerCase()})`);
    if (outcome3.kind === "open") columns3.open.push(outcome3.severity === "info" ? `${word2} (advice)` : word2);
    if (outcome3.kind === "passed") columns3.passed.push(word2);
    if (outcome3.kind === "waived") columns3.passed.push(`${word2} (waived)`);
  }
  const cells2 = [columns3.failed, columns3.open, columns3.passed].map((names) => names.join(", ") || "–");
  return { cells: cells2, order: order3 };
}
function systemWord(system) {
  return systems[system] ?? text2(system, 40);
}
function isUnused(outcome3) {
  return outcome3 === void 0 || outcome3.kind === "not-used" || outcome3.kind === "switched-off";
}
var words2 = {
  waived: "waived",
  passed: "✅ passed",
  guaranteed: "by the platform",
  inherited: "the hub's",
  "switched-off": "switched off",
  "not-used": "not used"
};
function outcomeWords(outcome3, { conclusion }, policy) {
  if (outcome3.kind === "open" && outcome3.severity === "info") return "open (advice)";
  if (outcome3.kind === "open") return `⚠️ open (${severityWords[outcome3.severity].toLowerCase()})`;
  if (outcome3.kind !== "failed") return words2[outcome3.kind] ?? "";
  const word2 = severityWords[outcome3.severity].toLowerCase();
  if (!reaches(outcome3.severity, policy.failOnSeverity)) return word2;
  return `${failsJob(conclusion, policy) ? "❌" : "⚠️"} **${word2}**`;
}

// src/report/sections/failing.ts
var MANY = 6;
var unit = ["finding", "findings"];
function failing(view) {
  const { failing: groups, report: report2, context } = view;
  if (groups.length === 0) return [];
  const items = groups.flatMap((group2) => group2.items);
  const isFailing = failsJob(report2.conclusion, context.policy);
  const title = isFailing ? "### What fails the job" : "### What would fail the job";
  const tell = items.length < MANY ? told : outlined;
  return [
    { rank: 1, open: title + shared(items), rows: [] },
    ...groups.flatMap((group2) => tell(group2, isFailing ? "❌" : "⚠️", view))
  ];
}
function shared(items) {
  const findings = items.reduce((sum, { workspaces: workspaces2 }) => sum + workspaces2.length, 0);
  if (findings === items.length) return "";
  return `

${plural(findings, "finding")} on ${plural(items.length, "resource")}: what workspaces share is named once.`;
}
function told(group2, symbol2, view) {
  const { check: check2, items } = group2;
  const { heading, shared: shared2, of } = problemOf(group2);
  const general = paragraph(shared2, text2(check2.why, 600));
  const isOne = items.length === 1;
  const rows = items.map((item) => story(item, isOne ? general : of(item), view));
  const open3 = [`#### ${symbol2} ${heading}`, isOne ? "" : general].filter((part) => part !== "").join("\n\n");
  return [{ rank: 1, open: `${open3}

`, rows, gap: "\n\n", unit }];
}
function paragraph(...sentences) {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
function story(item, said2, view) {
  const { finding: finding2 } = item;
  const parts = [
    `**${severityWords[item.severity]}${item.new ? " · new" : ""}** · ${subject(item, view)}`,
    said2,
    evidence(finding2),
    finding2.remediation === null ? "" : remedies([finding2.remediation]),
    paragraph(finding2.creationOnly ? creationOnly : "", links(item, view))
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
function outlined(group2, symbol2, view) {
  const { check: check2, severity: severity3, items } = group2;
  const { heading, shared: shared2, of } = problemOf(group2);
  const isNew = items.filter((item) => item.new).length;
  const facts = [
    `**${severityWords[severity3]}** · ${plural(items.length, "resource")}`,
    items.some(({ finding: finding2 }) => finding2.creationOnly) ? ", only at creation" : "",
    isNew > 0 ? `, ${count(isNew)} new` : "",
    ` · ${ruleLink("Rule", check2.id, view.context)}`
  ];
  const read2 = new Set(items.map((item) => evidence(item.finding)));
  const [common2 = ""] = read2.size === 1 ? read2 : [];
  const above = [facts.join(""), paragraph(shared2, text2(check2.why, 600)), common2].filter((part) => part !== "").join("\n\n");
  return [
    {
      rank: 1,
      open: `#### ${symbol2} ${heading}

${above}

`,
      rows: items.map((item) => bullet(item, of(item) || (read2.size === 1 ? "" : evidence(item.finding)), view)),
      most: view.limits.resources,
      more: (left) => left > 0 ? `
- … and ${count(left)} more` : "",
      unit
    },
    ...fixes([group2], 3, view)
  ];
}
function bullet(item, detail2, view) {
  return `- ${subject(item, view)}${item.new ? " · **new**" : ""}${detail2 && ` · ${detail2}`}`;
}

// src/report/sections/footer.ts
function footer(leftOut, view) {
  return [remainder(leftOut, view), origin(view)].filter((part) => part !== "").join("\n\n");
}
function remainder(leftOut, { context }) {
  const counts = [...leftOut.values()].map(({ unit: unit2, count: count2 }) => plural(count2, ...unit2));
  if (counts.length === 0) return "";
  const where = context.details === null ? "the JSON report has all" : link("the summary of this run has more", context.details);
  return `_Not shown here: ${listed(counts, counts.length)}; ${where}._`;
}
function origin({ report: report2, context }) {
  const { tool, run: run2 } = report2;
  const commit = `${context.serverUrl}/${run2.repository}/commit/${run2.sha}`;
  const parts = [
    link(text2(`${tool.name} ${tool.version}`), `${context.docs}/README.md`),
    link("this run", run2.url),
    run2.sha === "" ? "" : link(code(run2.sha.slice(0, 7)), commit),
    `${text2(run2.finishedAt.slice(0, 16).replace("T", " "))} UTC`
  ];
  return `<sub>${parts.filter((part) => part !== "").join(" · ")}</sub>`;
}

// src/report/sections/header.ts
function header({ report: report2, context }) {
  const { policy, notes } = context;
  const heading = `## ${symbol(report2, policy)} ${text2(verdict(report2, policy), 400)}`;
  const sentences = [...situation(report2, context), ...notes.map((note) => text2(note, 500))];
  return [heading, sentences.filter((sentence) => sentence !== "").join(" ")].map((open3) => ({
    rank: 0,
    open: open3,
    rows: []
  }));
}
function situation(report2, { policy }) {
  if (report2.conclusion === "skipped") return [skipped];
  return [scope(report2), gate(report2, policy), since2(report2), readable2(report2), job(report2, policy)];
}
var skipped = "Nothing was looked at, so this says nothing about your workspaces. GitHub gives pull requests from forks and from Dependabot no token that Azure would accept. The check runs when the same change is on a branch of this repository.";
function scope({ summary: summary2, conclusion }) {
  if (summary2.workspaces === 0) return "Nothing was judged, and what is not seen is not passed.";
  if (conclusion === "pass") return "";
  return `${plural(summary2.workspaces, "Azure Machine Learning workspace")}.`;
}
function gate({ conclusion, summary: summary2 }, { failOnSeverity }) {
  if (summary2.workspaces === 0) return "";
  if (failOnSeverity === "never") return "No finding fails the job: `fail-on-severity: never`.";
  if (reaching(failOnSeverity).some((severity3) => summary2.failedBySeverity[severity3] > 0)) return "";
  const level = failOnSeverity === "high" ? "**high** severity" : `**${failOnSeverity}** severity or above`;
  return conclusion === "incomplete" ? `Nothing that could be read fails at ${level}.` : `No finding of ${level}.`;
}
function since2({ summary: summary2 }) {
  if (summary2.new === null || summary2.fixed === null) return "";
  if (summary2.new + summary2.fixed === 0) return "Nothing changed since the baseline.";
  const isNew = summary2.new > 0 ? `**${count(summary2.new)} new**` : "nothing new";
  return `Since the baseline: ${isNew}, ${count(summary2.fixed)} fixed.`;
}
function readable2({ coverage: { percent: percent2, missing } }) {
  if (percent2 === null) return "";
  if (percent2 < 100) return `**${percent2} %** of the evidence could be read.`;
  return missing.length === 0 ? "All evidence could be read." : "";
}
function job(report2, policy) {
  if (report2.conclusion === "pass" || policy.failOnSeverity === "never" || failsJob(report2.conclusion, policy))
    return "";
  return policy.warnOnly ? "The job does not fail: `warn-only: true`." : "The job does not fail: `on-unknown: warn`.";
}

// src/report/sections/grants.ts
var FEW = 3;
function grants(resources, { context, limits }) {
  const scopes = [...new Set(resources.flatMap((resource2) => [...resource2.scopes]))];
  if (scopes.length === 0) return [];
  const shown2 = scopes.slice(0, limits.resources);
  const block = fence(shown2.map((scope2) => grant(scope2, context.assignee ?? "<client-id>")).join("\n"), "sh");
  const left = scopes.length - shown2.length;
  const body = `${block}${left > 0 ? `

… and ${plural(left, "more scope")}.` : ""}`;
  const title = "Give the identity of this run the role Reader";
  const open3 = scopes.length > FEW ? `<details><summary><b>${title}</b> at ${count(scopes.length)} scopes</summary>

${body}

</details>` : `${title}:

${body}`;
  return [{ rank: 3, open: open3, rows: [] }];
}
function grant(scope2, assignee) {
  const id = scope2.startsWith("/") ? scope2 : `<resource id of ${scope2}>`;
  return [
    "az role assignment create --role Reader",
    `--assignee ${shellQuoted(assignee)}`,
    `--scope ${shellQuoted(id)}`
  ].join(" \\\n  ");
}

// src/report/sections/unreadable.ts
function unreadables({ missing }) {
  const found2 = /* @__PURE__ */ new Map();
  for (const one of missing) {
    const key2 = idKey(one.resource);
    const known2 = found2.get(key2) ?? nothing(one.resource);
    found2.set(key2, known2);
    add(known2, one);
  }
  return found2;
}
function nothing(resource2) {
  return {
    resources: [resource2],
    actions: /* @__PURE__ */ new Set(),
    scopes: /* @__PURE__ */ new Set(),
    messages: /* @__PURE__ */ new Set(),
    usedBy: /* @__PURE__ */ new Set(),
    items: []
  };
}
function add(known2, { action: action2, scope: scope2, message, usedBy }) {
  if (action2 === null) known2.messages.add(message);
  else known2.actions.add(action2);
  if (action2 !== null && scope2 !== null) known2.scopes.add(scope2);
  for (const id of usedBy) known2.usedBy.add(id);
}
function alike(all) {
  const found2 = /* @__PURE__ */ new Map();
  for (const one of all) {
    const type2 = parseResourceId(one.resources[0] ?? "")?.type;
    const key2 = JSON.stringify([type2, [...one.actions].sort(), [...one.messages]]);
    const known2 = found2.get(key2);
    if (known2) join3(known2, one);
    else found2.set(key2, one);
  }
  return [...found2.values()];
}
function join3(known2, { resources, items, scopes, usedBy }) {
  for (const resource2 of resources) known2.resources.push(resource2);
  for (const item of items) known2.items.push(item);
  for (const scope2 of scopes) known2.scopes.add(scope2);
  for (const id of usedBy) known2.usedBy.add(id);
}
function attach(items, found2) {
  return items.filter((item) => {
    let id = idKey(item.resource);
    while (id.length > 1 && !found2.has(id)) id = parentId(id);
    return !found2.get(id)?.items.push(item);
  });
}

// src/report/sections/undecided.ts
function undecided2(view) {
  const found2 = unreadables(view.report.coverage);
  const items = view.items.unknown.filter(({ severity: severity3 }) => severity3 !== "info");
  const others = attach(items, found2);
  if (found2.size === 0 && items.length === 0) return [];
  const resources = alike([...found2.values()]).sort(mostOpen);
  const parts = [
    ...listOf(resources, view),
    ...grants(resources, view),
    ...otherChecks(groupByCheck(others, view.context.checks), view)
  ];
  const title = "What could not be decided";
  if (view.report.conclusion === "pass") return [folded(`<b>${title}</b>: ${openChecks(items)}`, parts)];
  return [{ rank: 3, open: `### ${title}

${consequence(items, view)}`, rows: [] }, ...parts];
}
function openChecks(items) {
  return items.length === 0 ? "no check depends on it" : `${plural(items.length, "open check")}, none at the gate`;
}
function mostOpen(a, b) {
  return b.items.length - a.items.length || b.usedBy.size - a.usedBy.size;
}
function consequence(items, { report: report2, context }) {
  const { failOnSeverity, onUnknown, warnOnly } = context.policy;
  const gated = items.filter(({ severity: severity3 }) => reaches(severity3, failOnSeverity)).length;
  const level = code(`fail-on-severity: ${failOnSeverity}`);
  const isFailing = failsJob(report2.conclusion, context.policy);
  if (gated === 0 && report2.conclusion === "incomplete") {
    return isFailing ? "**What is named and cannot be seen fails the job.**" : "What is named and cannot be seen is not passed.";
  }
  if (items.length === 0) return "No check depends on it.";
  if (gated === 0)
    return `${plural(items.length, "check is", "checks are")} open, which does not fail the job (${level}).`;
  const some = `${share(gated, items.length)} ${gated === 1 ? "reaches" : "reach"} ${level}`;
  if (isFailing && onUnknown === "fail") return `**${some}, which fails the job.**`;
  return `${some}; with ${warnOnly ? "`warn-only: true`" : "`on-unknown: warn`"} that does not fail the job.`;
}
function share(part, whole2) {
  if (part < whole2) return `${count(part)} of ${count(whole2)} open checks`;
  return whole2 === 1 ? "The open check" : `All ${count(whole2)} open checks`;
}
function listOf(resources, view) {
  if (resources.length === 0) return [];
  return [
    {
      rank: 3,
      open: "",
      rows: resources.map((resource2) => `- ${reading(resource2, view)}`),
      most: view.limits.resources,
      more: (left) => left > 0 ? `
- … and ${count(left)} more` : "",
      unit: ["unreadable resource", "unreadable resources"]
    }
  ];
}
function reading({ resources, actions, messages, usedBy, items }, { labels: labels2, limits }) {
  const kind = resourceKind(resources[0] ?? "");
  const users = usedBy.size === 0 ? "" : `, used by ${workspaceNames([...usedBy], labels2, limits.names)}`;
  const sentences = [
    actions.size === 0 ? "" : `this run lacks ${listed(
      [...actions].map((action2) => code(action2)),
      4
    )}.`,
    ...[...messages].slice(0, 2).map((message) => text2(message)),
    items.length === 0 ? "" : `${plural(items.length, "check is", "checks are")} open, ${upTo(items)}.`
  ];
  const said2 = sentences.filter((sentence) => sentence !== "").join(" ");
  return `${resourceNames(resources, limits.names)}${kind ? ` (${kind})` : ""}${users}: ${said2}`;
}
function upTo(items) {
  const severity3 = worst2(items.map((item) => item.severity));
  return items.length === 1 ? `of **${severity3}** severity` : `up to **${severity3}** severity`;
}
function otherChecks(groups, { context, limits }) {
  if (groups.length === 0) return [];
  const rows = groups.map(({ check: check2, severity: severity3, reason, items }) => [
    severityWords[severity3],
    ruleLink(text2(check2.title), check2.id, context),
    resourceNames(
      items.map(({ resource: resource2 }) => resource2),
      limits.names
    ),
    reason === null ? "" : reasonWords[reason]
  ]);
  const head = ["Severity", "Open", "Where", "Why"];
  return [
    {
      ...table(
        head,
        rows,
        head.map(() => "l")
      ),
      rank: 3,
      unit: ["open check", "open checks"]
    }
  ];
}

// src/report/sections/view.ts
function viewOf(report2, context, limits) {
  const items = mergeFindings(report2);
  const { failOnSeverity } = context.policy;
  const gates = (severity3) => report2.conclusion === "fail" && reaches(severity3, failOnSeverity);
  const adviceOf = ({ findings }) => findings.filter(({ severity: severity3, status }) => severity3 === "info" && (status === "fail" || status === "unknown")).length;
  return {
    report: report2,
    context,
    limits,
    advice: report2.workspaces.reduce((sum, workspace2) => sum + adviceOf(workspace2), 0),
    labels: workspaceLabels(report2.workspaces),
    items,
    failing: groupByCheck(
      items.fail.filter(({ severity: severity3 }) => gates(severity3)),
      context.checks
    ),
    below: groupByCheck(
      items.fail.filter(({ severity: severity3 }) => severity3 !== "info" && !gates(severity3)),
      context.checks
    )
  };
}

// src/report/sections/workspace-table.ts
var highOf = ({ failed }) => failed.high;
var columns = [
  ["High", highOf],
  ["Med.", ({ failed }) => failed.medium],
  ["Low", ({ failed }) => failed.low],
  ["Open", ({ undecided: undecided3 }) => undecided3]
];
var MANY2 = 10;
function workspaceTable({ report: report2, context, limits, labels: labels2 }) {
  const all = report2.workspaces.map((workspace2) => rowOf(workspace2, context.policy));
  const isMany = all.length > MANY2;
  const shown2 = all.filter((row) => !isMany || work(row) > 0).sort((a, b) => work(b) - work(a));
  if (shown2.length === 0) return [];
  const isFailing = failsJob(report2.conclusion, context.policy);
  const used = columns.filter(([, numberOf]) => numberOf === highOf || shown2.some((row) => numberOf(row) > 0));
  const rows = shown2.map((row) => [
    `${symbolOf(row, context.policy, isFailing)} ${bold(labels2.get(row.workspace.id.toLowerCase()) ?? "")}`,
    ...used.map(([, numberOf]) => count(numberOf(row)))
  ]);
  const head = ["Workspace", ...used.map(([name]) => name)];
  return [
    {
      ...table(head, rows, ["l", ...used.map(() => "r")]),
      rank: 2,
      most: isMany ? limits.rows : rows.length,
      more: (left) => remaining(left, all.length - shown2.length),
      unit: ["workspace", "workspaces"]
    }
  ];
}
function rowOf(workspace2, { failOnSeverity }) {
  const row = { workspace: workspace2, failed: { high: 0, medium: 0, low: 0, info: 0 }, undecided: 0, gated: 0 };
  for (const { status, severity: severity3 } of workspace2.findings) {
    if (status === "fail") row.failed[severity3] += 1;
    if (status !== "unknown" || severity3 === "info") continue;
    row.undecided += 1;
    if (reaches(severity3, failOnSeverity)) row.gated += 1;
  }
  return row;
}
function work({ failed, gated, undecided: undecided3 }) {
  return [failed.high, gated, failed.medium, failed.low, undecided3].reduce(
    (sum, value2) => sum * 1e3 + Math.min(value2, 999),
    0
  );
}
function symbolOf({ failed, gated }, { failOnSeverity }, isFailing) {
  if (reaching(failOnSeverity).some((severity3) => failed[severity3] > 0)) return isFailing ? "❌" : "⚠️";
  return gated > 0 || failOnSeverity === "never" && failed.high + failed.medium > 0 ? "⚠️" : "✅";
}
function remaining(left, clean2) {
  const parts = [left > 0 && `${count(left)} with less to do`, clean2 > 0 && `${count(clean2)} without findings`].filter(
    Boolean
  );
  return parts.length === 0 ? "" : `

… and ${parts.join(", ")}.`;
}

// src/report/markdown.ts
var COMMENT = 65e3;
var SUMMARY = 1e6;
var inComment = { rows: 10, names: 3, resources: 20, fixes: 5 };
var inSummary = { rows: Infinity, names: 20, resources: 500, fixes: 100 };
function renderComment(report2, context) {
  const marker = `<!-- azureml-encryption-check:report:${context.reportId} -->
`;
  return marker + render(report2, context, inComment, COMMENT - Buffer.byteLength(marker));
}
function renderSummary(report2, context) {
  return render(report2, context, inSummary, SUMMARY);
}
function render(report2, context, limits, budget) {
  const view = viewOf(report2, context, limits);
  const sections = [
    ...header(view),
    ...workspaceTable(view),
    ...failing(view),
    ...undecided2(view),
    ...belowTheGate(view),
    ...everything(view)
  ];
  return assemble(sections, budget, (leftOut) => footer(leftOut, view));
}

// src/version.ts
var version2 = "1.0.0";

// src/publish.ts
async function publish(result, ports) {
  const { inputs, event, scan: scan2 } = result;
  const header2 = headerOf(result, ports.now());
  const details = inputs.publishDetails ?? event.visibility !== "public";
  const shown2 = details ? (value2) => value2 : pseudonymous(scan2.evidence, event.repositoryId ?? event.repository, namesOf2(inputs));
  const report2 = { ...header2, workspaces: scan2.workspaces };
  const published = shown2(report2);
  const context = contextOf(result, ports, details);
  const shownContext = { ...context, notes: shown2(context.notes) };
  const attempt3 = attempter(ports);
  const json = attempt3(
    `json-file ${inputs.jsonFile}`,
    () => ports.files.write(inputs.jsonFile, jsonReport(header2, whole(scan2)))
  );
  const markdown = inputs.markdownFile ? attempt3(
    `markdown-file ${inputs.markdownFile}`,
    () => ports.files.write(inputs.markdownFile ?? "", [renderSummary(report2, context)])
  ) : false;
  const summaryFile = ports.env.GITHUB_STEP_SUMMARY;
  if (summaryFile)
    attempt3(
      "the job summary",
      () => ports.files.append(summaryFile, renderSummary(published, { ...shownContext, details: null }))
    );
  annotate(published, inputs, ports);
  const commentUrl = await comment(result, published, shownContext, ports);
  const { summary: summary2, coverage: coverage2, conclusion } = header2;
  const outputs = {
    conclusion,
    workspaces: summary2.workspaces,
    passed: summary2.pass,
    failed: failedCount(summary2),
    unknown: summary2.unknown,
    waived: summary2.waived,
    high: summary2.failedBySeverity.high,
    medium: summary2.failedBySeverity.medium,
    low: summary2.failedBySeverity.low,
    coverage: coverage2.percent ?? "",
    "json-file": json ? inputs.jsonFile : "",
    "markdown-file": markdown ? inputs.markdownFile ?? "" : "",
    "comment-url": commentUrl
  };
  for (const [name, value2] of Object.entries(outputs)) ports.setOutput(name, value2);
  return verdict(published, inputs.policy);
}
function headerOf({ event, scan: scan2, startedAt }, finishedAt) {
  const { conclusion, summary: summary2, coverage: coverage2 } = scan2;
  return {
    schemaVersion: "1.0",
    tool: { name: "azureml-encryption-check", version: version2 },
    run: {
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      event: event.name,
      repository: event.repository,
      sha: event.sha,
      url: event.runUrl
    },
    conclusion,
    summary: summary2,
    coverage: coverage2
  };
}
function* whole(scan2) {
  for (const id of scan2.evidence.workspaces) yield scan2.whole(id);
}
var checks = new Map(
  checklist.map(({ id, title, rows, why: why2, reference: reference2, creationOnly: creationOnly2 = false }) => [
    id,
    { id, title, rows: [...rows], why: why2, reference: reference2, creationOnly: creationOnly2 }
  ])
);
function contextOf({ inputs, config, event, scan: scan2 }, { env }, details) {
  const repository = env.GITHUB_ACTION_REPOSITORY || event.repository;
  return {
    checks,
    policy: inputs.policy,
    reportId: inputs.reportId,
    docs: `${event.serverUrl}/${repository}/blob/${env.GITHUB_ACTION_REF || event.sha}`,
    portal: cloudOf(inputs).portal ?? "https://portal.azure.com",
    serverUrl: event.serverUrl,
    details: event.runUrl,
    assignee: details ? scan2.identity?.clientId ?? null : null,
    notes: notesOf(inputs, config, scan2)
  };
}
function notesOf({ policy }, config, scan2) {
  const file = config.file === null ? "No config file; profile" : `Config file \`${config.file}\`, otherwise profile`;
  const judged = new Set(scan2.workspaces.map(({ id }) => id.toLowerCase()));
  const apart = scan2.workspaces.filter(({ hub }) => hub !== null && !judged.has(hub.toLowerCase()));
  const names = apart.map(({ name, hub }) => `${name} from ${hub?.split("/").at(-1)}`);
  const inherited = `Encryption is inherited from hubs that this run did not look at: ${names.slice(0, 5).join(", ")}.`;
  return [
    `${file} \`${policy.profile}\`, gate at \`${policy.failOnSeverity}\`.`,
    ...names.length > 0 ? [inherited] : [],
    ...scan2.notes
  ];
}
function attempter({ log }) {
  return (what, work2) => {
    try {
      work2();
      return true;
    } catch (error2) {
      log.warning(`Could not write ${what}: ${error2 instanceof Error ? error2.message : String(error2)}`);
      return false;
    }
  };
}
var ANNOTATIONS = 9;
function annotate({ workspaces: workspaces2 }, { policy }, { log }) {
  const all = workspaces2.flatMap(({ name, findings }) => findings.map((finding2) => ({ ...finding2, workspace: name })));
  const counts = (finding2) => reaches(finding2.severity, policy.failOnSeverity);
  const failed = all.filter((finding2) => finding2.status === "fail" && counts(finding2));
  const open3 = all.filter((finding2) => finding2.status === "unknown" && counts(finding2));
  const unique2 = [
    ...new Map([...failed, ...open3].map((finding2) => [`${finding2.check} ${finding2.resource}`, finding2])).values()
  ];
  for (const finding2 of unique2.slice(0, ANNOTATIONS)) {
    const name = finding2.resource.split("/").at(-1);
    const title = `${finding2.severity}: ${checks.get(finding2.check)?.title ?? finding2.check}`;
    const show2 = finding2.status === "fail" && !policy.warnOnly ? log.error : log.warning;
    show2(`${name} (workspace ${finding2.workspace}): ${finding2.message}`, { title });
  }
  if (unique2.length > ANNOTATIONS) log.info(`… and ${unique2.length - ANNOTATIONS} more; the job summary lists them.`);
}
async function comment({ inputs, event, scan: scan2 }, report2, context, ports) {
  const mode = inputs.commentSummaryInPr;
  if (!event.pullRequest || mode === "never" || scan2.conclusion === "skipped") return "";
  try {
    const octokit = (await ports.github()).getOctokit(inputs.githubToken);
    const written = await upsertComment(octokit, {
      owner: event.owner,
      repo: event.repo,
      issue: event.pullRequest.number,
      marker: `<!-- azureml-encryption-check:report:${inputs.reportId} -->`,
      body: renderComment(report2, context),
      mode: mode === "on-failure" && scan2.conclusion === "pass" ? "update-only" : "create-or-update"
    });
    return written?.url ?? "";
  } catch (error2) {
    const reason = error2 instanceof CommentRefused || error2 instanceof Error ? error2.message : String(error2);
    ports.log.warning(reason, { title: "No comment on the pull request" });
    return "";
  }
}
function namesOf2({ targets: targets2 }) {
  return [
    ...targets2.workspaces.flatMap((target) => target.kind === "pattern" ? [] : [target.name, target.resourceGroup]),
    ...targets2.resourceGroups.map(({ name }) => name),
    ...targets2.subscriptions,
    ...targets2.managementGroups
  ];
}

// src/evaluate.ts
function evaluate(checklist2, workspace2, config = noConfig) {
  return checklist2.flatMap((check2) => {
    if (disabledReason(config, check2.id) !== null)
      return [{ check: check2, verdict: { status: "not-applicable", reason: "disabled" }, subject: null }];
    const subjects6 = check2.subjects(workspace2);
    if (subjects6.all.length === 0)
      return [{ check: check2, verdict: { status: "not-applicable", reason: subjects6.none }, subject: null }];
    return subjects6.all.map((subject2) => judge(check2, subject2, workspace2, config));
  });
}
function judge(check2, subject2, workspace2, config) {
  workspace2.takeReads();
  const { verdict: verdict2, missing } = verdictOf2(check2, subject2, workspace2);
  return {
    check: check2,
    subject: subject2,
    verdict: verdict2,
    missing,
    severity: overridden(severityOf(check2, subject2, workspace2, verdict2), check2, verdict2, config),
    reads: workspace2.takeReads()
  };
}
function verdictOf2(check2, subject2, workspace2) {
  if (subject2.unreadable)
    return { verdict: ofUnreadable(check2, subject2, subject2.unreadable), missing: subject2.unreadable };
  try {
    const verdict2 = check2.judge(subject2, workspace2);
    return { verdict: verdict2, missing: verdict2.status === "unknown" ? verdict2.record ?? null : null };
  } catch (error2) {
    if (!(error2 instanceof Undecided)) return { verdict: crashed(error2), missing: null };
    const { reason, message, record: record2 } = error2;
    if (record2?.state === "absent" && hasExistsCheck(record2))
      return { verdict: { status: "not-applicable", reason: "absent" }, missing: null };
    return { verdict: { status: "unknown", reason, message }, missing: record2 };
  }
}
function ofUnreadable(check2, subject2, unreadable2) {
  if (unreadable2.state === "absent") {
    if (check2.absent) return check2.absent(subject2);
    if (hasExistsCheck(unreadable2)) return { status: "not-applicable", reason: "absent" };
  }
  return { status: "unknown", reason: unreadable2.reason, message: unreadable2.message };
}
var reportedAsAbsent = [
  "microsoft.keyvault/vaults",
  "microsoft.keyvault/vaults/keys",
  "microsoft.keyvault/managedhsms",
  "microsoft.keyvault/managedhsms/keys",
  "microsoft.storage/storageaccounts",
  "microsoft.containerregistry/registries",
  // no check says that these are gone: a compute that is attached to nothing has nothing to encrypt
  "microsoft.containerservice/managedclusters",
  "microsoft.kubernetes/connectedclusters",
  "microsoft.databricks/workspaces",
  "microsoft.compute/virtualmachines",
  "microsoft.hdinsight/clusters"
];
function hasExistsCheck({ id }) {
  const type2 = parseResourceId(id)?.type;
  return type2 === void 0 ? /\/resourcegroups\/[^/]+$/i.test(id) : reportedAsAbsent.includes(type2);
}
function crashed(error2) {
  const message = `The rule of this check failed (${error2 instanceof Error ? error2.message : String(error2)}); please report it.`;
  return { status: "unknown", reason: "invalid-response", message };
}
var atMostMedium = ["not-observable", "truncated"];
function severityOf(check2, subject2, workspace2, verdict2) {
  const own = typeof check2.severity === "function" ? check2.severity(subject2, workspace2) : check2.severity;
  const given = verdict2.status === "fail" || verdict2.status === "unknown" ? verdict2.severity : void 0;
  const severity3 = forProfile(given ?? own, workspace2.profile);
  return verdict2.status === "unknown" && atMostMedium.includes(verdict2.reason) && severity3 === "high" ? "medium" : severity3;
}
function overridden(severity3, check2, verdict2, config) {
  const isAdvice = verdict2.status === "fail" && verdict2.severity !== void 0 && severity3 === "info";
  return isAdvice ? severity3 : severityFor(config, check2.id) ?? severity3;
}
function forProfile(severity3, profile2) {
  return typeof severity3 === "object" ? severity3[profile2] : severity3;
}
function fingerprint(check2, resource2, workspace2) {
  return createHash("sha256").update([check2, idKey(resource2), idKey(workspace2)].join("\n")).digest("hex").slice(0, 32);
}
function evidenceOf({ reads, subject: subject2 }) {
  return reads.values.map(
    ({ resource: resource2, path: path6, value: value2 }) => resource2 === void 0 || idKey(resource2) === idKey(subject2.id) ? { path: path6, value: value2 } : { resource: resource2, path: path6, value: value2 }
  );
}
function unconfirmed({ reads, verdict: verdict2 }) {
  if (verdict2.status !== "fail") return [];
  const records = [...reads.records];
  const graphOnly = records.every((record2) => record2.state !== "read" || record2.source === "resource-graph");
  return graphOnly ? records.flatMap((record2) => record2.state === "read" ? [record2.id] : []) : [];
}

// src/assess.ts
function report(evidence2, id, policy, config = noConfig) {
  return assembled(open2(evidence2, id, policy, config), policy, config, () => true).report;
}
function open2(evidence2, id, policy, config) {
  const record2 = evidence2.resources.get(idKey(id));
  const tags = record2?.state === "read" ? valueAt(record2.body, "tags") : void 0;
  const name = parseResourceId(id)?.name ?? id;
  const profile2 = profileFor(config, { id, name, tags: tags ?? {} }, policy.profile);
  return openWorkspace(evidence2, id, profile2, {
    ...config.thresholds,
    isDeniedName: (job2) => config.jobNames.some((pattern3) => matchesPattern(pattern3, job2)),
    encryptionScopes: isEnabled(config, "storage/encryption-scopes")
  });
}
function assess(evidence2, policy, requests, config = noConfig) {
  const summary2 = {
    workspaces: evidence2.workspaces.length,
    ...noCounts(),
    failedBySeverity: { high: 0, medium: 0, low: 0, info: 0 },
    new: null,
    fixed: null
  };
  const gate2 = { failed: 0, unknown: 0, unseen: evidence2.unseen.length + (evidence2.workspaces.length === 0 ? 1 : 0) };
  const usedBy = /* @__PURE__ */ new Map();
  const waivers = /* @__PURE__ */ new Set();
  const workspaces2 = evidence2.workspaces.map((id) => {
    const workspace2 = open2(evidence2, id, policy, config);
    const { report: report2, missing, used } = assembled(workspace2, policy, config, ({ verdict: verdict2 }) => verdict2.status !== "pass");
    for (const index of used) waivers.add(index);
    for (const key2 of missing) usedBy.set(key2, (usedBy.get(key2) ?? /* @__PURE__ */ new Set()).add(report2.id));
    for (const status of Object.keys(report2.counts)) summary2[status] += report2.counts[status];
    for (const { status, severity: severity3 } of report2.findings) {
      if (status === "fail") summary2.failedBySeverity[severity3] += 1;
      if ((status === "fail" || status === "unknown") && reaches(severity3, policy.failOnSeverity))
        gate2[status === "fail" ? "failed" : "unknown"] += 1;
    }
    return report2;
  });
  const notes = waiverNotes(config, waivers, new Date(evidence2.collectedAt));
  return { conclusion: conclude(gate2), summary: summary2, coverage: coverage(evidence2, usedBy, requests), workspaces: workspaces2, notes };
}
function toConfirm(evidence2, policy, limit, config = noConfig) {
  const ids = /* @__PURE__ */ new Map();
  for (const id of evidence2.workspaces) {
    for (const outcome3 of evaluate(checklist, open2(evidence2, id, policy, config), config)) {
      if (outcome3.subject === null || !reaches(outcome3.severity, policy.failOnSeverity)) continue;
      for (const resource2 of unconfirmed(outcome3)) if (ids.size < limit) ids.set(idKey(resource2), resource2);
    }
  }
  return [...ids.values()];
}
function assembled(workspace2, policy, config, isKept) {
  const outcomes2 = evaluate(checklist, workspace2, config);
  const counts = noCounts();
  const others = {
    "not-applicable": { "not-used": [], inherited: [], absent: [], disabled: [] },
    attested: [],
    manual: []
  };
  const findings = [];
  const missing = [];
  const used = [];
  for (const outcome3 of outcomes2) {
    if (outcome3.subject !== null && outcome3.missing) missing.push(idKey(outcome3.missing.id));
    const list2 = listOf2(others, outcome3);
    const found2 = list2 === null && isKept(outcome3) ? finding(outcome3, workspace2, policy) : null;
    if (found2) {
      const waived2 = withWaiver(found2, workspace2, config);
      used.push(...waived2.used);
      findings.push(waived2.finding);
      counts[waived2.finding.status] += 1;
    } else counts[outcome3.verdict.status] += 1;
    if (list2 !== null && !list2.includes(outcome3.check.id)) list2.push(outcome3.check.id);
  }
  const { id, name, kind, profile: profile2, hub, architecture, resource: resource2 } = workspace2;
  const location = resource2.record.state === "read" ? valueAt(resource2.record.body, "location") : void 0;
  const header2 = {
    id,
    name,
    kind,
    location: String(location ?? ""),
    profile: profile2,
    hub: hub?.id || null,
    cmkArchitecture: architecture
  };
  return { report: { ...header2, counts, others, findings }, missing, used };
}
function withWaiver(finding2, workspace2, config) {
  const match = waiverFor(config, finding2, workspace2, new Date(workspace2.evidence.collectedAt));
  if (!match) return { finding: finding2, used: [] };
  const { owner, reason, expires } = match.waiver;
  const message = `${finding2.message} The waiver of ${owner} ran out on ${expires}.`;
  const changed = match.isExpired ? { ...finding2, message } : { ...finding2, status: "waived", waiver: { owner, reason, expires } };
  return { finding: changed, used: match.indexes };
}
function listOf2(others, { verdict: verdict2 }) {
  if (verdict2.status === "not-applicable") return others["not-applicable"][verdict2.reason];
  return verdict2.status === "attested" || verdict2.status === "manual" ? others[verdict2.status] : null;
}
function finding(judgement, workspace2, policy) {
  const { check: check2, subject: subject2, verdict: verdict2, severity: severity3 } = judgement;
  const failed = verdict2.status === "fail";
  const stale = failed && reaches(severity3, policy.failOnSeverity) && unconfirmed(judgement).length > 0;
  const remedy = verdict2.status === "fail" && verdict2.remedy !== void 0 ? verdict2.remedy : failed ? check2.remedy?.(subject2, workspace2) ?? null : null;
  return {
    check: check2.id,
    resource: subject2.id,
    status: verdict2.status,
    severity: severity3,
    reason: verdict2.status === "unknown" ? verdict2.reason : null,
    message: messageOf2(judgement) + (stale ? " (from Resource Graph)" : ""),
    evidence: evidenceOf(judgement),
    remediation: remedy,
    creationOnly: failed && check2.creationOnly === true,
    fingerprint: fingerprint(check2.id, subject2.id, workspace2.id),
    new: null,
    waiver: null
  };
}
function messageOf2({ check: check2, verdict: verdict2 }) {
  return "message" in verdict2 && verdict2.message !== void 0 ? verdict2.message : `${check2.title}.`;
}
function coverage(evidence2, usedBy, requests) {
  const records = [...evidence2.resources.values(), ...evidence2.collections.values()];
  const unreadable2 = records.flatMap((record2) => record2.state === "unreadable" ? [record2] : []);
  const needed = records.length + evidence2.unseen.length;
  const read2 = records.length - unreadable2.length;
  const missing = [...evidence2.unseen, ...unreadable2].map(
    ({ id, reason, action: action2, scope: scope2, message }) => ({
      resource: id,
      reason,
      action: action2,
      scope: scope2,
      message,
      usedBy: [...usedBy.get(idKey(id)) ?? []].sort()
    })
  );
  return {
    percent: needed === 0 ? null : Math.floor(read2 * 1e3 / needed) / 10,
    subscriptions: evidence2.subscriptions,
    missing: missing.sort((a, b) => a.resource < b.resource ? -1 : 1),
    requests
  };
}
function noCounts() {
  return { pass: 0, fail: 0, unknown: 0, "not-applicable": 0, attested: 0, manual: 0, waived: 0 };
}

// src/azure/gate.ts
function resourceGraphLane(clock2) {
  let full = 15;
  let left = full;
  let ends = Number.POSITIVE_INFINITY;
  let told2 = false;
  let margin = 0;
  let window = 0;
  const begin = () => {
    window += 1;
    left = full;
    ends = Number.POSITIVE_INFINITY;
    told2 = false;
  };
  return {
    enter: inTurn(async () => {
      if (clock2.now() >= ends) begin();
      while (left <= 0) {
        await clock2.sleep(Math.max(1, ends - clock2.now()));
        if (clock2.now() >= ends) begin();
      }
      left -= 1;
      if (ends === Number.POSITIVE_INFINITY) ends = clock2.now() + 5e3;
      return window;
    }),
    learn(header2, of) {
      if (of !== window) return;
      const remaining2 = Number.parseInt(header2("x-ms-user-quota-remaining") ?? "", 10);
      if (!Number.isNaN(remaining2)) {
        full = Math.max(full, remaining2 + 1);
        left = Math.min(left, remaining2);
      }
      const end = clock2.now() + (quotaReset(header2) ?? 5e3) + margin;
      ends = told2 ? Math.min(ends, end) : end;
      told2 = true;
    },
    pause(milliseconds) {
      left = 0;
      ends = clock2.now() + Math.max(1e3, milliseconds);
      told2 = true;
      margin = 1e3;
      full = Math.max(1, full - 1);
    }
  };
}
function resourceManagerLane(clock2) {
  const [size2, refill] = [225, 24.5 / 1e3];
  let tokens = size2;
  let at2 = clock2.now();
  let closedUntil = 0;
  const fill = () => {
    tokens = Math.min(size2, tokens + (clock2.now() - at2) * refill);
    at2 = clock2.now();
  };
  return {
    enter: inTurn(async () => {
      for (fill(); tokens < 1 || clock2.now() < closedUntil; fill()) {
        await clock2.sleep(Math.max(1, closedUntil - clock2.now(), (1 - tokens) / refill));
      }
      tokens -= 1;
      return 0;
    }),
    learn(header2) {
      const remaining2 = Number.parseInt(header2("x-ms-ratelimit-remaining-subscription-reads") ?? "", 10);
      fill();
      if (!Number.isNaN(remaining2)) tokens = Math.min(tokens, remaining2);
    },
    pause(milliseconds) {
      closedUntil = Math.max(closedUntil, clock2.now() + milliseconds);
      tokens = Math.min(tokens, 0);
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
function turnstile(limit) {
  let inside = 0;
  const waiting = [];
  return async (work2) => {
    if (inside >= limit) await new Promise((resolve3) => waiting.push(resolve3));
    else inside += 1;
    try {
      return await work2();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
function quotaReset(header2) {
  const match = /^(\d+):(\d\d):(\d\d)/.exec(header2("x-ms-user-quota-resets-after") ?? "");
  return match ? (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1e3 : null;
}

// src/azure/client.ts
var ReadFailure = class extends Error {
  reason;
  /** HTTP status, 0 when there was no answer */
  status;
  /** Azure's error code, as it came */
  code;
  constructor(reason, message, status = 0, code2 = "") {
    super(message);
    this.reason = reason;
    this.status = status;
    this.code = code2;
  }
};
var ATTEMPT_TIMEOUT = 3e4;
var AT_ONCE = 64;
var THROTTLED_TRIES = 20;
var FAILED_TRIES = 4;
function createClient(options) {
  const { cloud, sdk, signal } = options;
  const counters = { resourceGraph: 0, resourceManager: 0, throttled: 0 };
  const resourceGraph = new sdk.ResourceGraphClient(options.credential, {
    endpoint: cloud.resourceManager,
    credentials: { scopes: [cloud.scope] },
    userAgentOptions: { userAgentPrefix: `azureml-encryption-check/${options.version}` }
  });
  resourceGraph.pipeline.removePolicy({ name: "defaultRetryPolicy" });
  resourceGraph.pipeline.addPolicy(gatePolicy(options, counters), { phase: "Retry" });
  for (const policy of resourceGraph.pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" })) {
    resourceGraph.pipeline.addPolicy(policy, { phase: "Sign" });
  }
  const http = sdk.createDefaultHttpClient();
  return {
    resourceGraph,
    counters,
    signal,
    async get(path6, apiVersion, query2 = {}) {
      try {
        return await read(resourceGraph, http, sdk, { url: urlOf(cloud, path6, apiVersion, query2), signal });
      } catch (error2) {
        throw failureOf(error2);
      }
    }
  };
}
function urlOf(cloud, path6, apiVersion, query2) {
  const isPath = path6.startsWith("/");
  if (isPath && path6.split("/").some((segment2) => segment2 === "." || segment2 === "..")) {
    throw new ReadFailure("unrecognised-value", `${path6} is no resource id.`);
  }
  const url = new URL(
    isPath ? encodeURI(path6).replaceAll("#", "%23").replaceAll("?", "%3F") : path6,
    cloud.resourceManager
  );
  if (url.origin !== new URL(cloud.resourceManager).origin) {
    throw new ReadFailure(
      "invalid-response",
      `Azure's answer points to another host (${url.host}); it was not followed.`
    );
  }
  for (const [name, value2] of Object.entries(query2)) url.searchParams.set(name, value2);
  if (apiVersion !== null) url.searchParams.set("api-version", apiVersion);
  return url.href;
}
async function read(client, http, sdk, request) {
  const headers = sdk.createHttpHeaders({ accept: "application/json" });
  const response = await client.pipeline.sendRequest(
    http,
    sdk.createPipelineRequest({ url: request.url, headers, abortSignal: request.signal })
  );
  const body = parse(response.bodyAsText);
  if (response.status !== 200) throw refusal2(response.status, body);
  if (!body)
    throw new ReadFailure("invalid-response", "Azure answered with something that is not JSON.", response.status);
  return body;
}
function gatePolicy(options, counters) {
  const clock2 = ending(options);
  const graph = { lane: resourceGraphLane(clock2), pass: turnstile(AT_ONCE), through: turnstile(AT_ONCE) };
  const subscriptions = /* @__PURE__ */ new Map();
  const through = turnstile(AT_ONCE);
  const wayOf = (request) => {
    if (isResourceGraph(request)) return graph;
    const key2 = /\/subscriptions\/([^/?]+)/i.exec(request.url)?.[1]?.toLowerCase() ?? "";
    const way = subscriptions.get(key2) ?? { lane: resourceManagerLane(clock2), pass: turnstile(AT_ONCE), through };
    subscriptions.set(key2, way);
    return way;
  };
  const send = async (way, request, next) => {
    const window = await way.lane.enter();
    const outcome3 = await way.through(() => {
      counters[way === graph ? "resourceGraph" : "resourceManager"] += 1;
      return attempt2(options, request, next);
    });
    if (!(outcome3 instanceof Error)) way.lane.learn((name) => outcome3.headers.get(name), window);
    return outcome3;
  };
  return {
    name: "gatePolicy",
    sendRequest: async (request, next) => {
      const way = wayOf(request);
      request.timeout = options.attemptTimeout ?? ATTEMPT_TIMEOUT;
      for (let [throttled, failed] = [0, 0]; ; ) {
        const outcome3 = await way.pass(() => send(way, request, next));
        const wait = outcome3 instanceof Error ? backoff(failed) : waitFor(outcome3, failed);
        if (wait === null) return outcome3;
        if (!(outcome3 instanceof Error) && outcome3.status === 429) {
          counters.throttled += 1;
          throttled += 1;
          way.lane.pause(wait);
        } else {
          failed += 1;
          if (failed < FAILED_TRIES) await clock2.sleep(wait);
        }
        if (throttled < THROTTLED_TRIES && failed < FAILED_TRIES) continue;
        if (outcome3 instanceof Error) throw outcome3;
        return outcome3;
      }
    }
  };
}
function ending({ clock: clock2, signal }) {
  return {
    now: clock2.now,
    sleep: async (milliseconds) => {
      if (!signal.aborted) await clock2.sleep(milliseconds);
      if (signal.aborted) throw timeIsOver();
    }
  };
}
async function attempt2(options, request, next) {
  try {
    return await next(request);
  } catch (error2) {
    if (options.signal.aborted) throw timeIsOver();
    const { name, statusCode } = error2;
    const connection = name === "RestError" && statusCode === void 0;
    if (connection || name === "AbortError") return error2;
    throw error2;
  }
}
function waitFor(response, failed) {
  if (![408, 429, 500, 502, 503, 504].includes(response.status)) return null;
  const after = Number.parseFloat(response.headers.get("retry-after") ?? "");
  if (!Number.isNaN(after)) return after * 1e3;
  if (response.status !== 429) return backoff(failed);
  return quotaReset((name) => response.headers.get(name)) ?? 5e3;
}
function backoff(failed) {
  return 500 * 2 ** failed * (0.75 + Math.random() / 2);
}
function isResourceGraph(request) {
  return request.url.includes("/providers/Microsoft.ResourceGraph/");
}
function refusal2(status, body) {
  const told2 = status === 400 ? detail(body) : body;
  const code2 = textAt2(told2, "error.code") ?? textAt2(told2, "code") ?? "";
  const message = textAt2(told2, "error.message") ?? textAt2(told2, "message") ?? `Azure answered with HTTP status ${status}.`;
  return new ReadFailure(reasonOf(status, code2), message, status, code2);
}
function detail(body) {
  const details = valueAt(body, "error.details");
  const [first] = Array.isArray(details) ? details : [];
  return textAt2(first, "code") === null ? body : first;
}
function textAt2(value2, path6) {
  const text3 = valueAt(value2, path6);
  return typeof text3 === "string" ? text3 : null;
}
var unsupported2 = /^(NoRegisteredProviderFound|InvalidApiVersionParameter|InvalidResourceType|InvalidResourceNamespace|UnsupportedApiVersion)$/i;
function reasonOf(status, code2) {
  if (status === 429) return "throttled";
  if (status === 401 || status === 403) return "forbidden";
  if (unsupported2.test(code2)) return "api-unsupported";
  if (/^SubscriptionNotFound$/i.test(code2)) return "not-visible";
  return status === 404 && code2 !== "" ? "absent" : "invalid-response";
}
function failureOf(error2) {
  if (error2 instanceof ReadFailure) return error2;
  const { name, code: code2, message = String(error2) } = error2;
  const failure = (text3) => new ReadFailure("invalid-response", text3, 0, code2);
  if (name === "TypeError") return failure("Azure answered with something that was not to be expected.");
  if (name === "AbortError") return failure("Azure did not answer in time.");
  if (code2 === "PARSE_ERROR") return failure("Azure answered with something that is not JSON.");
  return failure(`Azure could not be read: ${message}`);
}
function timeIsOver() {
  return new ReadFailure("timeout", "The time of this run was over (timeout-minutes).");
}
function parse(text3) {
  try {
    const value2 = JSON.parse(text3 ?? "");
    return typeof value2 === "object" && value2 !== null && !Array.isArray(value2) ? value2 : null;
  } catch {
    return null;
  }
}

// src/azure/catalog-children.ts
var machineLearning = ["2025-12-01", "2025-06-01", "2024-10-01"];
var provider = "Microsoft.MachineLearningServices/workspaces";
var childTypes = {
  ...child2("computes", "compute", {
    keep: [
      "properties.computeType",
      "properties.resourceId",
      "properties.disableLocalAuth",
      "properties.properties.scaleSettings.minNodeCount",
      "properties.properties.remoteLoginPortPublicAccess",
      "properties.properties.subnet.id",
      "properties.properties.sshSettings.sshPublicAccess",
      "properties.properties.sslConfiguration.status"
    ],
    links: ["properties.resourceId"],
    secrets: true,
    whole: "properties.properties"
  }),
  ...child2("datastores", "datastore", {
    keep: [
      "properties.datastoreType",
      "properties.accountName",
      "properties.protocol",
      "properties.subscriptionId",
      "properties.resourceGroup",
      "properties.credentials.credentialsType"
    ]
  }),
  ...child2("connections", "connection", {
    keep: ["properties.authType", "properties.category", "properties.expiryTime"],
    secrets: true
  }),
  ...child2("onlineEndpoints", "online endpoint", {
    keep: ["properties.scoringUri", "properties.authMode", "properties.compute", "properties.provisioningState"],
    secrets: true
  }),
  ...child2("onlineEndpoints/deployments", "online deployment", { keep: [], secrets: true }),
  ...child2("batchEndpoints", "batch endpoint", {
    keep: ["properties.scoringUri", "properties.authMode", "properties.provisioningState"],
    secrets: true
  }),
  ...child2("batchEndpoints/deployments", "batch deployment", { keep: [], secrets: true }),
  ...child2("serverlessEndpoints", "serverless endpoint", {
    keep: ["properties.inferenceEndpoint.uri", "properties.authMode", "properties.provisioningState"]
  }),
  ...child2("jobs", "job", {
    keep: ["properties.displayName", "properties.experimentName"],
    secrets: true,
    query: { listViewType: "ActiveOnly" }
  }),
  ...child2("schedules", "schedule", { keep: [], secrets: true }),
  ...child2("services", "SDK v1 web service", {
    apiVersions: ["2021-04-01"],
    keep: ["properties.computeType", "properties.scoringUri", "properties.properties.hasHttps"],
    secrets: true
  })
};
var computeTypes = {
  "microsoft.containerservice/managedclusters": {
    label: "Kubernetes cluster",
    apiVersions: ["2024-09-01", "2024-05-01"],
    action: "Microsoft.ContainerService/managedClusters/read",
    keep: [
      "properties.diskEncryptionSetID",
      "properties.agentPoolProfiles",
      "properties.currentKubernetesVersion",
      "properties.kubernetesVersion",
      "properties.supportPlan",
      "properties.securityProfile.azureKeyVaultKms",
      "properties.securityProfile.kubernetesResourceObjectEncryptionProfile"
    ],
    links: ["properties.diskEncryptionSetID"]
  },
  "microsoft.kubernetes/connectedclusters": {
    label: "Arc cluster",
    apiVersions: ["2024-01-01"],
    action: "Microsoft.Kubernetes/connectedClusters/read",
    keep: [],
    links: []
  },
  "microsoft.kubernetesconfiguration/extensions": {
    label: "cluster extension",
    apiVersions: ["2023-05-01", "2022-11-01"],
    action: "Microsoft.KubernetesConfiguration/extensions/read",
    keep: [
      "properties.extensionType",
      ...["enableInference", "allowInsecureConnections", "sslSecret", "sslCname", "inferenceRouterServiceType"].map(
        (name) => `properties.configurationSettings.${name}`
      )
    ],
    links: []
  },
  "microsoft.compute/diskencryptionsets": {
    label: "disk encryption set",
    apiVersions: ["2024-03-02", "2023-04-02"],
    action: "Microsoft.Compute/diskEncryptionSets/read",
    keep: [
      "properties.encryptionType",
      "properties.activeKey",
      "properties.rotationToLatestKeyVersionEnabled",
      "properties.autoKeyRotationError"
    ],
    links: []
  },
  "microsoft.compute/virtualmachines": {
    label: "virtual machine",
    apiVersions: ["2024-07-01", "2023-09-01"],
    action: "Microsoft.Compute/virtualMachines/read",
    keep: [
      "properties.securityProfile.encryptionAtHost",
      "properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id",
      "properties.storageProfile.dataDisks"
    ],
    links: []
  },
  "microsoft.databricks/workspaces": {
    label: "Databricks workspace",
    apiVersions: ["2024-05-01", "2023-02-01"],
    action: "Microsoft.Databricks/workspaces/read",
    keep: [
      "sku.name",
      "properties.computeMode",
      "properties.parameters.encryption.value",
      "properties.parameters.requireInfrastructureEncryption.value",
      "properties.encryption.entities"
    ],
    links: []
  },
  "microsoft.hdinsight/clusters": {
    label: "HDInsight cluster",
    apiVersions: ["2021-06-01"],
    action: "Microsoft.HDInsight/clusters/read",
    keep: [
      "properties.diskEncryptionProperties",
      "properties.encryptionInTransitProperties",
      "properties.minSupportedTlsVersion"
    ],
    links: []
  },
  "microsoft.containerinstance/containergroups": {
    label: "container group",
    apiVersions: ["2023-05-01", "2021-10-01"],
    action: "Microsoft.ContainerInstance/containerGroups/read",
    keep: ["properties.ipAddress.fqdn", "properties.encryptionProperties"],
    links: []
  },
  "microsoft.storage/storageaccounts/encryptionscopes": {
    label: "encryption scope",
    apiVersions: ["2025-06-01", "2023-05-01"],
    action: "Microsoft.Storage/storageAccounts/encryptionScopes/read",
    keep: ["properties.source", "properties.state", "properties.keyVaultProperties"],
    links: []
  }
};
function child2(path6, label, entry) {
  const type2 = `${provider}/${path6}`;
  return { [type2.toLowerCase()]: { label, apiVersions: machineLearning, action: `${type2}/read`, links: [], ...entry } };
}

// src/azure/catalog.ts
var storageKeys = "properties.encryption.keyvaultproperties";
var catalog = {
  "microsoft.machinelearningservices/workspaces": {
    label: "workspace",
    apiVersions: ["2025-12-01", "2025-06-01", "2024-10-01"],
    action: "Microsoft.MachineLearningServices/workspaces/read",
    keep: [
      "kind",
      "identity",
      "tags",
      "properties.storageAccount",
      "properties.keyVault",
      "properties.containerRegistry",
      "properties.applicationInsights",
      "properties.hubResourceId",
      "properties.hbiWorkspace",
      "properties.primaryUserAssignedIdentity",
      "properties.serviceProvisionedResourceGroup",
      "properties.enableServiceSideCMKEncryption",
      "properties.systemDatastoresAuthMode",
      "properties.encryption"
    ],
    links: [
      "properties.storageAccount",
      "properties.keyVault",
      "properties.containerRegistry",
      "properties.applicationInsights",
      "properties.hubResourceId"
    ]
  },
  "microsoft.storage/storageaccounts": {
    label: "storage account",
    apiVersions: ["2025-06-01", "2023-05-01"],
    action: "Microsoft.Storage/storageAccounts/read",
    keep: [
      "identity",
      "properties.minimumTlsVersion",
      "properties.supportsHttpsTrafficOnly",
      "properties.isNfsV3Enabled",
      "properties.allowSharedKeyAccess",
      "properties.keyPolicy.keyExpirationPeriodInDays",
      "properties.keyCreationTime",
      "properties.encryption.keySource",
      "properties.encryption.requireInfrastructureEncryption",
      "properties.encryption.services.queue.keyType",
      "properties.encryption.services.table.keyType",
      "properties.encryption.identity",
      storageKeys
    ],
    links: []
  },
  "microsoft.keyvault/vaults": {
    label: "key vault",
    apiVersions: ["2026-02-01", "2024-11-01", "2023-07-01"],
    action: "Microsoft.KeyVault/vaults/read",
    keep: [
      "properties.vaultUri",
      "properties.tenantId",
      "properties.sku.name",
      "properties.enablePurgeProtection",
      "properties.enableSoftDelete",
      "properties.enableRbacAuthorization",
      "properties.accessPolicies",
      "properties.publicNetworkAccess",
      "properties.networkAcls.bypass",
      "properties.networkAcls.defaultAction"
    ],
    links: []
  },
  "microsoft.keyvault/managedhsms": {
    label: "managed HSM",
    apiVersions: ["2026-02-01", "2024-11-01", "2023-07-01"],
    action: "Microsoft.KeyVault/managedHSMs/read",
    keep: [
      "sku.name",
      "properties.hsmUri",
      "properties.tenantId",
      "properties.enablePurgeProtection",
      "properties.enableSoftDelete"
    ],
    links: []
  },
  ...keyTypes2("vaults", "vault key", "Microsoft.KeyVault/vaults"),
  ...keyTypes2("managedhsms", "managed HSM key", "Microsoft.KeyVault/managedHSMs"),
  "microsoft.containerregistry/registries": {
    label: "container registry",
    apiVersions: ["2023-07-01", "2022-12-01"],
    action: "Microsoft.ContainerRegistry/registries/read",
    keep: ["sku.name", "sku.tier", "properties.adminUserEnabled", "properties.encryption"],
    links: []
  },
  "microsoft.insights/components": {
    label: "Application Insights component",
    apiVersions: ["2020-02-02"],
    action: "Microsoft.Insights/components/read",
    keep: ["properties.IngestionMode", "properties.WorkspaceResourceId"],
    links: ["properties.WorkspaceResourceId"]
  },
  "microsoft.operationalinsights/workspaces": {
    label: "Log Analytics workspace",
    apiVersions: ["2025-07-01", "2022-10-01"],
    action: "Microsoft.OperationalInsights/workspaces/read",
    keep: ["properties.features.clusterResourceId", "properties.forceCmkForQuery"],
    links: ["properties.features.clusterResourceId"]
  },
  "microsoft.operationalinsights/clusters": {
    label: "Log Analytics cluster",
    apiVersions: ["2025-07-01", "2022-10-01"],
    action: "Microsoft.OperationalInsights/clusters/read",
    keep: ["properties.keyVaultProperties", "properties.isDoubleEncryptionEnabled"],
    links: []
  },
  "microsoft.documentdb/databaseaccounts": {
    label: "Cosmos DB account",
    apiVersions: ["2024-11-15", "2023-11-15"],
    action: "Microsoft.DocumentDB/databaseAccounts/read",
    keep: ["properties.keyVaultKeyUri", "properties.keyVaultKeyUriVersion", "properties.customerManagedKeyStatus"],
    links: []
  },
  "microsoft.search/searchservices": {
    label: "AI Search service",
    apiVersions: ["2025-05-01", "2023-11-01"],
    action: "Microsoft.Search/searchServices/read",
    keep: ["properties.encryptionWithCmk"],
    links: []
  },
  "microsoft.managedidentity/userassignedidentities": {
    label: "user-assigned identity",
    apiVersions: ["2023-01-31"],
    action: "Microsoft.ManagedIdentity/userAssignedIdentities/read",
    keep: ["properties.principalId", "properties.clientId"],
    links: []
  },
  "microsoft.authorization/roleassignments": {
    label: "role assignment",
    apiVersions: ["2022-04-01"],
    action: "Microsoft.Authorization/roleAssignments/read",
    keep: ["properties.principalId", "properties.roleDefinitionId", "properties.scope"],
    links: []
  },
  ...childTypes,
  ...computeTypes,
  "microsoft.resources/subscriptions/resourcegroups": {
    label: "resource group",
    apiVersions: ["2021-04-01"],
    action: "Microsoft.Resources/subscriptions/resourceGroups/read",
    keep: [],
    links: []
  },
  "microsoft.resources/subscriptions": {
    label: "subscription",
    apiVersions: ["2022-12-01"],
    action: "Microsoft.Resources/subscriptions/read",
    keep: [],
    links: []
  },
  "microsoft.resources/subscriptions/providers": {
    label: "resource provider",
    apiVersions: ["2021-04-01"],
    action: "Microsoft.Resources/subscriptions/providers/read",
    keep: ["namespace", "registrationState"],
    links: []
  }
};
function keyTypes2(parent, label, provider2) {
  const apiVersions = ["2026-02-01", "2024-11-01", "2023-07-01"];
  const keep = [
    ...["kty", "keySize", "keyOps", "keyUri", "keyUriWithVersion", "rotationPolicy"].map(
      (name) => `properties.${name}`
    ),
    ...["enabled", "nbf", "exp", "created", "recoveryLevel"].map((name) => `properties.attributes.${name}`)
  ];
  const entry = { apiVersions, keep, links: [] };
  return {
    [`microsoft.keyvault/${parent}/keys`]: { ...entry, label, action: `${provider2}/keys/read` },
    [`microsoft.keyvault/${parent}/keys/versions`]: {
      ...entry,
      label: `${label} version`,
      action: `${provider2}/keys/versions/read`
    }
  };
}
var workspaceType = "microsoft.machinelearningservices/workspaces";
function typeOfId(id) {
  const lower = id.toLowerCase();
  if (/^\/subscriptions\/[^/]+$/.test(lower)) return "microsoft.resources/subscriptions";
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(lower))
    return "microsoft.resources/subscriptions/resourcegroups";
  if (/^\/subscriptions\/[^/]+\/providers\/[^/]+$/.test(lower)) return "microsoft.resources/subscriptions/providers";
  return null;
}

// src/evidence/secrets.ts
var reference = /^\$\{\{\s*(azureml:\/\/connections\/|keyvault:https:\/\/).+\}\}$/;
var credentials2 = [
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
  const words3 = wordsOf(name);
  if (describing.has(words3.at(-1) ?? "")) return false;
  return secretNames.some(
    (sequence) => words3.some((_, at2) => sequence.every((word2, offset) => words3[at2 + offset] === word2))
  );
}
function classify(name, value2) {
  const text3 = value2.trim();
  if (reference.test(text3)) return "safe";
  const shape = credentials2.find(([, pattern3]) => pattern3.test(text3))?.[0] ?? base64Shape(name, text3);
  if (shape) return `credential:${shape}`;
  if (isHarmless(text3)) return "safe";
  if (isSecretName(name)) return "name";
  return wordsOf(name).includes("license") && isOpaque(text3) ? "name" : "safe";
}
function base64Shape(name, text3) {
  if (base64.long.test(text3)) return wordsOf(name).some((word2) => digestWords.includes(word2)) ? null : "base64-key";
  return base64.short.test(text3) && isSecretName(name) ? "base64-key" : null;
}
function isHarmless(text3) {
  return text3 === "" || /^(true|false)$/i.test(text3) || /^[+-]?\d+(\.\d+)?$/.test(text3) || isAddress(text3);
}
function isAddress(text3) {
  return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text3) || /^(\.{1,2}|~)?\/[\w./-]*$/.test(text3) || /^[a-z]:\\[\w.\\ -]*$/i.test(text3);
}
function isOpaque(text3) {
  return text3.length >= 16 && !/\s/.test(text3) && /[a-z]/i.test(text3) && /\d/.test(text3);
}
function wordsOf(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter((word2) => word2 !== "");
}
function secretPlaces(body) {
  return bagsIn("", body, 0).flatMap(([path6, bag]) => variables(path6, bag));
}
var variableBags = /^environment_?variables$/i;
var freeForm = ["properties.properties", "properties.metadata"];
var DEPTH = 32;
function bagsIn(path6, value2, depth) {
  if (typeof value2 !== "object" || value2 === null || depth > DEPTH) return [];
  return Object.entries(value2).flatMap(([key2, member2]) => {
    const at2 = path6 === "" ? key2 : `${path6}.${key2}`;
    if (variableBags.test(key2) || freeForm.includes(at2.toLowerCase()) && isFlat(member2)) return [[at2, member2]];
    return bagsIn(at2, member2, depth + 1);
  });
}
function isFlat(value2) {
  return typeof value2 === "object" && value2 !== null && Object.values(value2).every((member2) => typeof member2 !== "object" || member2 === null);
}
function variables(path6, bag) {
  if (typeof bag !== "object" || bag === null) return [];
  return Object.entries(bag).flatMap(([name, member2]) => {
    const text3 = typeof member2 === "object" && member2 !== null ? member2.value : member2;
    const at2 = text3 === member2 ? `${path6}.${name}` : `${path6}.${name}.value`;
    return typeof text3 === "string" ? [{ path: at2, name, length: text3.length, class: classify(name, text3) }] : [];
  });
}

// src/azure/prune.ts
var always2 = ["id", "type", "name", "location"];
function prune(body, entry) {
  const kept = {};
  if (entry.secrets) kept.secrets = secretPlaces(body);
  for (const path6 of [...always2, ...entry.keep]) {
    const value2 = valueAt(body, path6);
    if (value2 !== void 0) put(kept, path6.split("."), value2);
    else keepContainer(body, kept, path6);
  }
  return kept;
}
function keepContainer(body, kept, path6) {
  const keys2 = path6.split(".");
  for (let length = keys2.length - 1; length > 0; length -= 1) {
    const above = valueAt(body, keys2.slice(0, length).join("."));
    if (above === void 0) continue;
    put(kept, keys2.slice(0, length), emptied(above));
    return;
  }
}
function emptied(value2) {
  if (Array.isArray(value2)) return [];
  return typeof value2 === "string" ? "…" : mergeable(value2) ? {} : value2;
}
function put(into, keys2, value2) {
  const [key2 = "", ...rest] = keys2;
  if (rest.length === 0) {
    into[key2] = mergeable(into[key2]) && isEmpty(value2) ? into[key2] : value2;
    return;
  }
  if (!mergeable(into[key2])) into[key2] = {};
  put(into[key2], rest, value2);
}
function mergeable(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}
function isEmpty(value2) {
  return mergeable(value2) && Object.keys(value2).length === 0;
}

// src/azure/resource-graph.ts
var columns2 = {
  resources: "id, name, type, kind, location, sku, identity, tags, properties, apiVersion",
  authorizationresources: "id, name, type, properties",
  resourcecontainers: "id, name, type"
};
var pages = [1e3, 250, 50];
async function query(client, where, scope2 = {}) {
  const { table: table2 = "resources" } = scope2;
  const text3 = `${table2} | where ${where} | project ${columns2[table2]} | order by id asc`;
  let result = { rows: [], failure: null };
  for (const top of pages) {
    result = await allPages(client, text3, top, scope2.managementGroups);
    if (!/ResponsePayloadTooLarge|16777216/.test(`${result.failure?.code} ${result.failure?.message}`)) break;
  }
  return result;
}
async function allPages(client, text3, top, managementGroups) {
  const rows = [];
  try {
    let announced;
    let limitHit = false;
    const onResponse = (raw) => {
      if (raw.status !== 200) throw refusal2(raw.status, parse(raw.bodyAsText));
      limitHit ||= raw.headers.get("x-ms-tenant-subscription-limit-hit")?.toLowerCase() === "true";
    };
    const tokens = /* @__PURE__ */ new Set();
    let skipToken;
    do {
      tokens.add(skipToken);
      const options = {
        resultFormat: "objectArray",
        top,
        allowPartialScopes: false,
        ...skipToken ? { skipToken } : {}
      };
      const page = await client.resourceGraph.resources(
        { query: text3, options, ...managementGroups ? { managementGroups } : {} },
        { abortSignal: client.signal, onResponse }
      );
      rows.push(...rowsOf(page.data));
      announced ??= page.totalRecords;
      if (limitHit) throw truncated("There are more subscriptions in this scope than Resource Graph looks at (10,000).");
      skipToken = page.skipToken || void 0;
      if (skipToken && tokens.has(skipToken)) throw truncated("Resource Graph sent the same page twice.");
      if (!skipToken && String(page.resultTruncated).toLowerCase() === "true")
        throw truncated("Resource Graph cut its answer short.");
    } while (skipToken);
    if (rows.length !== announced)
      throw truncated(`Resource Graph announced ${announced ?? "no number of"} rows and sent ${rows.length}.`);
    return { rows, failure: null };
  } catch (error2) {
    return { rows, failure: failureOf(error2) };
  }
}
function literals(values) {
  return [...values].map(literal).join(", ");
}
function literal(value2) {
  return `'${value2.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replace(/[\p{Cc}\u2028\u2029]/gu, escaped2)}'`;
}
function escaped2(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function rowsOf(data) {
  if (!Array.isArray(data))
    throw new ReadFailure("invalid-response", "Resource Graph answered with something that is no list of rows.", 200);
  return data.filter((row) => typeof row?.id === "string" && typeof row?.type === "string").map(pruned);
}
function pruned(row) {
  const entry = catalog[row.type.toLowerCase()];
  return entry ? { ...prune(row, entry), apiVersion: row.apiVersion } : { id: row.id, type: row.type };
}
function truncated(message) {
  return new ReadFailure("truncated", message, 200);
}

// src/azure/unreadable.ts
function unreadable(id, failure) {
  const { label, name, action: action2, scope: scope2 } = describe(id);
  const record2 = (message, help = false) => ({
    state: failure.reason === "absent" ? "absent" : "unreadable",
    id,
    reason: failure.reason,
    action: help ? action2 : null,
    scope: help ? scope2 : null,
    message
  });
  switch (failure.reason) {
    case "absent":
      return record2(`The ${label} ${name} does not exist.`);
    case "forbidden":
      return record2(
        `The identity of this run may not read the ${label} ${name}${action2 ? `: it lacks ${action2}` : ""}.`,
        true
      );
    case "not-visible":
      return record2(`The ${label} ${name} is in a subscription that the identity of this run cannot see.`, true);
    case "throttled":
      return record2(`Azure refused to read the ${label} ${name} for too many requests, until the last try.`);
    case "timeout":
      return record2(`The ${label} ${name} was not read before the time of this run was over (timeout-minutes).`);
    case "api-unsupported":
      return record2(`This cloud knows none of the api-versions by which the ${label} ${name} can be read.`);
    default:
      return record2(`The ${label} ${name} could not be read: ${oneLine(failure.message)}`);
  }
}
function malformed(id) {
  const message = `A resource refers to "${oneLine(id)}", which is no resource id of a kind that is read.`;
  return { state: "unreadable", id, reason: "unrecognised-value", action: null, scope: null, message };
}
function hiddenVault(host) {
  return {
    state: "unreadable",
    id: `https://${host}`,
    reason: "not-visible",
    action: "Microsoft.KeyVault/vaults/read",
    scope: null,
    message: `The vault behind ${host} is not visible to the identity of this run: it may not read it, or it is in another tenant.`
  };
}
function hiddenAccount(name) {
  return {
    state: "unreadable",
    id: `storage account ${name}`,
    reason: "not-visible",
    action: "Microsoft.Storage/storageAccounts/read",
    scope: null,
    message: `The storage account ${name} is not visible to the identity of this run: it may not read it, or it is in another tenant.`
  };
}
function unreadableList(parent, segment2, entry, failure) {
  const known2 = failure.reason === "absent" ? new ReadFailure("api-unsupported", failure.message, failure.status, failure.code) : failure;
  const record2 = unreadable(`${parent}/${segment2}`, known2);
  const forbidden = known2.reason === "forbidden";
  const what = `The ${entry.label}s of ${parent.split("/").at(-1)}`;
  const messages = {
    forbidden: `${what} may not be listed by the identity of this run: it lacks ${entry.action}.`,
    "api-unsupported": `${what} cannot be listed: Azure does not know this list, or none of the api-versions that are tried.`
  };
  const message = messages[known2.reason] ?? `${what} could not be listed: ${oneLine(known2.message)}`;
  return { ...record2, message, action: forbidden ? entry.action : null, scope: forbidden ? parent : null };
}
function cutShort(parent, segment2, limit) {
  const message = `Only the first ${limit} ${segment2} of ${parent.split("/").at(-1)} were read (thresholds.jobs-per-workspace).`;
  return { state: "unreadable", id: `${parent}/${segment2}`, reason: "truncated", action: null, scope: null, message };
}
function describe(id) {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const [, host, principal2] = /^https:\/\/(.*)$|^role assignments of (.*)$/.exec(id) ?? [];
  if (host) return { label: "vault behind", name: host, action: "Microsoft.KeyVault/vaults/read", scope: null };
  if (principal2)
    return {
      label: "role assignments of",
      name: principal2,
      action: "Microsoft.Authorization/roleAssignments/read",
      scope: null
    };
  const type2 = parseResourceId(id)?.type ?? typeOfId(id) ?? "";
  const entry = catalog[type2];
  return { label: entry?.label ?? "resource", name, action: entry?.action ?? null, scope: grantScope(id, type2) };
}
function grantScope(id, type2) {
  if (type2.endsWith("/keys/versions")) return parentId(parentId(id));
  if (type2.endsWith("/keys")) return parentId(id);
  if (type2 === "microsoft.resources/subscriptions/providers") return id.split("/").slice(0, 3).join("/");
  return id.startsWith("/") ? id : idKey(id);
}

// src/azure/find-workspaces.ts
var action = "Microsoft.MachineLearningServices/workspaces/read";
async function findWorkspaces(client, targets2) {
  const ids = namedIds(targets2);
  const [selected, ...groups] = await Promise.all([
    selectRows(client, targets2, ids),
    ...targets2.managementGroups.map((name) => query(client, inType(namesOf3(targets2)), { managementGroups: [name] }))
  ]);
  const fits = matcher(targets2);
  const named2 = new Set(ids.map(idKey));
  const isDirect = (row) => named2.has(idKey(row.id)) || isNamedInGroup(targets2, row);
  const inScope = unique([
    ...selected.rows.filter((row) => isInScope(targets2, row)),
    ...groups.flatMap(({ rows: rows2 }) => rows2)
  ]).filter(fits);
  const rows = unique([...selected.rows.filter(isDirect), ...inScope]);
  const unlisted = ids.filter((id) => !rows.some((row) => idKey(row.id) === idKey(id)));
  const failures = [
    selected.failure ?? [],
    ...groups.map((group2) => isNotScope(group2) ? [] : group2.failure ?? [])
  ].flat();
  const { unseen, subscriptions } = await unmatched(client, targets2, { rows, inScope, isWhole: failures.length === 0 });
  const missing = [
    ...failures.map((failure) => incompleteList(failure)),
    ...groups.flatMap((result, index) => unseenGroup(targets2, targets2.managementGroups[index], result)),
    ...unseen
  ];
  if (rows.length + unlisted.length + missing.length === 0) missing.push(nothingFound2());
  return { rows, unlisted, subscriptions, unseen: missing };
}
function namedIds({ workspaces: workspaces2, subscriptionId }) {
  const ids = workspaces2.flatMap((target) => {
    if (target.kind === "id") return [target.id];
    if (target.kind === "pattern" || !subscriptionId) return [];
    return [
      `${groupId2(subscriptionId, target.resourceGroup)}/providers/Microsoft.MachineLearningServices/workspaces/${target.name}`
    ];
  });
  return [...new Map(ids.map((id) => [idKey(id), id])).values()];
}
async function selectRows(client, targets2, ids) {
  const conditions = [
    ...ids.length > 0 ? [`id in~ (${literals(ids)})`] : [],
    ...inGroups(targets2).map(
      (target) => `(resourceGroup =~ ${literal(target.resourceGroup)} and name =~ ${literal(target.name)})`
    ),
    ...scopeCondition(targets2)
  ];
  return conditions.length === 0 ? { rows: [], failure: null } : query(client, inType(conditions.includes("") ? "" : conditions.join(" or ")));
}
function scopeCondition(targets2) {
  const containers2 = [
    ...targets2.subscriptions.length > 0 ? [`subscriptionId in~ (${literals(targets2.subscriptions)})`] : [],
    ...targets2.resourceGroups.map(
      ({ subscriptionId = targets2.subscriptionId, name }) => subscriptionId ? `(subscriptionId =~ ${literal(subscriptionId)} and resourceGroup =~ ${literal(name)})` : `resourceGroup =~ ${literal(name)}`
    )
  ];
  const names = namesOf3(targets2);
  if (containers2.length > 0) return [and(`(${containers2.join(" or ")})`, names)];
  if (targets2.managementGroups.length > 0 || namesNoScope(targets2)) return [];
  return [and(targets2.subscriptionId ? `subscriptionId =~ ${literal(targets2.subscriptionId)}` : "", names)];
}
function namesOf3(targets2) {
  const all = patterns(targets2).map((pattern3) => {
    const [prefix = ""] = pattern3.split("*");
    if (!pattern3.includes("*")) return `name =~ ${literal(pattern3)}`;
    return prefix === "" ? "" : `name startswith ${literal(prefix)}`;
  });
  return all.includes("") ? "" : all.length === 0 ? "" : `(${all.join(" or ")})`;
}
function inType(condition2) {
  return and(`type =~ ${literal(workspaceType)}`, condition2 === "" ? "" : `(${condition2})`);
}
function and(...conditions) {
  return conditions.filter((condition2) => condition2 !== "").join(" and ");
}
function patterns({ workspaces: workspaces2 }) {
  return workspaces2.flatMap((target) => target.kind === "pattern" ? [target.pattern] : []);
}
function inGroups({ workspaces: workspaces2, subscriptionId }) {
  return workspaces2.flatMap((target) => target.kind === "group" && !subscriptionId ? [target] : []);
}
function isNamedInGroup(targets2, row) {
  return inGroups(targets2).some((target) => isGroupTarget(target, row));
}
function isGroupTarget(target, row) {
  const at2 = parseResourceId(row.id);
  return at2?.name.toLowerCase() === target.name.toLowerCase() && at2.resourceGroup.toLowerCase() === target.resourceGroup.toLowerCase();
}
function matcher(targets2) {
  const expressions = patterns(targets2).map(patternToExpression);
  return (row) => {
    if (expressions.length === 0) return !namesNoScope(targets2);
    return expressions.some((expression) => expression.test(nameOf(row)));
  };
}
function namesNoScope(targets2) {
  return !hasContainers(targets2) && targets2.workspaces.length > 0 && patterns(targets2).length === 0;
}
function hasContainers({ subscriptions, resourceGroups, managementGroups }) {
  return subscriptions.length + resourceGroups.length + managementGroups.length > 0;
}
function isInScope(targets2, row) {
  const place = parseResourceId(row.id);
  if (!place) return false;
  if (!hasContainers(targets2))
    return targets2.subscriptionId === void 0 || place.subscriptionId === targets2.subscriptionId;
  return targets2.subscriptions.includes(place.subscriptionId) || targets2.resourceGroups.some((target) => isInGroup(targets2, target, place));
}
function isInGroup({ subscriptionId: fallback }, { subscriptionId = fallback, name }, place) {
  return place.resourceGroup.toLowerCase() === name.toLowerCase() && (!subscriptionId || place.subscriptionId === subscriptionId);
}
function patternToExpression(pattern3) {
  return new RegExp(
    `^${pattern3.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`,
    "i"
  );
}
function nameOf({ id }) {
  return id.slice(id.lastIndexOf("/") + 1);
}
function unique(rows) {
  return [...new Map(rows.map((row) => [idKey(row.id), row])).values()].sort(
    (a, b) => idKey(a.id) < idKey(b.id) ? -1 : 1
  );
}
async function unmatched(client, targets2, seen) {
  const hasNames = patterns(targets2).length > 0;
  const places2 = seen.inScope.flatMap((row) => parseResourceId(row.id) ?? []);
  const empty = await Promise.all(
    containers(targets2).filter(({ holds }) => !places2.some(holds)).map(({ id }) => lookAt(client, id))
  );
  const told2 = empty.filter(({ exists: exists5 }) => !exists5 || seen.isWhole && !hasNames);
  const visible3 = new Map(empty.map(({ id, exists: exists5 }) => [id, exists5]));
  for (const row of seen.rows) visible3.set(subscriptionOf(row), true);
  const subscriptions = [...visible3].filter(([id]) => typeOfId(id) === "microsoft.resources/subscriptions");
  return {
    unseen: [...told2.map(({ why: why2 }) => why2), ...seen.isWhole ? workspacesUnseen(targets2, seen) : []],
    subscriptions: subscriptions.map(([id, isVisible]) => ({
      id: id.slice("/subscriptions/".length),
      visible: isVisible
    }))
  };
}
function subscriptionOf(row) {
  return `/subscriptions/${parseResourceId(row.id)?.subscriptionId ?? ""}`;
}
function containers(targets2) {
  const scope2 = targets2.subscriptionId && !hasContainers(targets2) && !namesNoScope(targets2) ? [targets2.subscriptionId] : [];
  return [
    ...[.../* @__PURE__ */ new Set([...targets2.subscriptions, ...scope2])].map((subscription) => {
      const id = `/subscriptions/${subscription}`;
      return { id, holds: (place) => place.subscriptionId === subscription };
    }),
    ...targets2.resourceGroups.map((target) => {
      const { subscriptionId = targets2.subscriptionId, name } = target;
      return {
        id: subscriptionId ? groupId2(subscriptionId, name) : name,
        holds: (place) => isInGroup(targets2, target, place)
      };
    })
  ];
}
async function lookAt(client, id) {
  if (!id.startsWith("/")) return lookForGroup(client, id);
  try {
    await client.get(id, catalog[typeOfId(id)].apiVersions[0]);
    return { id, exists: true, why: noWorkspaceIn(id) };
  } catch (error2) {
    return { id, exists: false, why: unreadable(id, failureOf(error2)) };
  }
}
async function lookForGroup(client, name) {
  const where = `type =~ 'microsoft.resources/subscriptions/resourcegroups' and name =~ ${literal(name)}`;
  const { rows, failure } = await query(client, where, { table: "resourcecontainers" });
  if (rows.length > 0) return { id: name, exists: true, why: noWorkspaceIn(name) };
  const help = { action: "Microsoft.Resources/subscriptions/resourceGroups/read", scope: null };
  const message = `No resource group ${name} is visible to the identity of this run.`;
  return { id: name, exists: false, why: { id: name, reason: failure?.reason ?? "not-visible", ...help, message } };
}
function noWorkspaceIn(id) {
  return {
    id,
    reason: "absent",
    action,
    scope: id.startsWith("/") ? id : null,
    message: `There is no workspace that the identity of this run can see in ${id}.`
  };
}
function workspacesUnseen(targets2, { rows, inScope }) {
  const names = inScope.map(nameOf);
  const unseen = (id, words3) => ({
    id,
    reason: "not-visible",
    action,
    scope: null,
    message: `No workspace ${words3} is visible to the identity of this run.`
  });
  return [
    ...[...new Set(patterns(targets2))].filter((pattern3) => !names.some((name) => patternToExpression(pattern3).test(name))).map((pattern3) => unseen(pattern3, pattern3.includes("*") ? `whose name matches ${pattern3}` : `named ${pattern3}`)),
    ...inGroups(targets2).filter((target) => !rows.some((row) => isGroupTarget(target, row))).map(
      (target) => unseen(`${target.resourceGroup}/${target.name}`, `${target.name} in a resource group ${target.resourceGroup}`)
    )
  ];
}
function unseenGroup(targets2, name, result) {
  const { rows, failure } = result;
  const scope2 = `/providers/Microsoft.Management/managementGroups/${name}`;
  if (isNotScope(result)) {
    const help = { action: "Microsoft.Management/managementGroups/read", scope: scope2 };
    const reason = failure?.reason === "forbidden" ? failure.reason : "not-visible";
    return [
      {
        id: name,
        reason,
        ...help,
        message: `The management group ${name} does not exist, or the identity of this run may not read it.`
      }
    ];
  }
  if (failure || rows.length > 0 || patterns(targets2).length > 0) return [];
  return [
    {
      id: name,
      reason: "not-visible",
      action,
      scope: scope2,
      message: `No workspace in the management group ${name} is visible to the identity of this run.`
    }
  ];
}
function isNotScope({ rows, failure }) {
  return failure !== null && rows.length === 0 && [400, 403, 404].includes(failure.status);
}
function incompleteList(failure) {
  return {
    id: "the list of workspaces",
    reason: failure.reason,
    action: null,
    scope: null,
    message: `The list of workspaces is not complete: ${failure.message}`
  };
}
function nothingFound2() {
  return {
    id: "every workspace that the identity can read",
    reason: "not-visible",
    action,
    scope: null,
    message: "No Azure Machine Learning workspace is visible to the identity of this run. Give it Reader on the subscriptions that hold them."
  };
}

// src/azure/links.ts
function followLinks(record2, reader) {
  const type2 = String(record2.body.type).toLowerCase();
  for (const path6 of catalog[type2]?.links ?? []) wantId(reader, record2, path6, type2 === computeType2);
  followChild(type2, record2, reader);
  for (const use2 of keyUses(type2, record2.body)) reader.wantKey(use2);
  for (const path6 of identities) wantIdentity(record2, reader, valueAt(record2.body, path6));
}
var machineLearning2 = "microsoft.machinelearningservices/workspaces";
var computeType2 = `${machineLearning2}/computes`;
function followChild(type2, record2, reader) {
  const lists = {
    [`${machineLearning2}/onlineendpoints`]: "deployments",
    [`${machineLearning2}/batchendpoints`]: "deployments",
    "microsoft.containerservice/managedclusters": extensionsSegment,
    "microsoft.kubernetes/connectedclusters": extensionsSegment
  };
  const segment2 = lists[type2];
  if (segment2) reader.wantList(record2.id, segment2);
  if (type2 === `${machineLearning2}/datastores`) wantAccountOf(record2, reader);
  const isInstance = sameText(valueAt(record2.body, "properties.computeType"), "ACI");
  if (type2 === `${machineLearning2}/services` && isInstance) reader.wantList(groupOf2(record2.id), containerGroupsSegment);
}
function followScopes(record2, reader) {
  const isAccount = String(record2.body.type).toLowerCase() === "microsoft.storage/storageaccounts";
  if (isAccount) reader.wantList(record2.id, "encryptionScopes");
}
function wantAccountOf({ body }, reader) {
  const [name, subscription, group2] = ["accountName", "subscriptionId", "resourceGroup"].map(
    (path6) => valueAt(body, `properties.${path6}`)
  );
  if (typeof name !== "string" || !/^[a-z0-9]{3,24}$/i.test(name)) return;
  if (typeof subscription !== "string" || typeof group2 !== "string") reader.wantAccount(name);
  else reader.want(`${groupId2(subscription, group2)}/providers/Microsoft.Storage/storageAccounts/${name}`);
}
function groupOf2(id) {
  const { subscriptionId = "", resourceGroup: resourceGroup2 = "" } = parseResourceId(id) ?? {};
  return groupId2(subscriptionId, resourceGroup2);
}
function sameText(value2, text3) {
  return typeof value2 === "string" && value2.toLowerCase() === text3.toLowerCase();
}
var identities = ["properties.primaryUserAssignedIdentity", "properties.encryption.identity.userAssignedIdentity"];
function wantIdentity(record2, reader, id) {
  if (typeof id !== "string") return;
  const known2 = Object.entries(valueAt(record2.body, "identity.userAssignedIdentities") ?? {});
  if (!known2.some(([name, identity]) => idKey(name) === idKey(id) && valueAt(identity, "principalId"))) reader.want(id);
}
function followWorkspace(record2, reader) {
  const { subscriptionId = "" } = parseResourceId(record2.id) ?? {};
  const namespaces = ["Microsoft.MachineLearningServices", "Microsoft.Storage", "Microsoft.KeyVault"];
  const identities2 = valueAt(record2.body, "identity.userAssignedIdentities");
  if (typeof identities2 === "object") for (const id of Object.keys(identities2 ?? {})) wantIdentity(record2, reader, id);
  if (hasCustomerManagedKey(record2) && !isProject(record2)) {
    const group2 = valueAt(record2.body, "properties.serviceProvisionedResourceGroup");
    if (typeof group2 === "string") {
      reader.wantGroup(groupId2(subscriptionId, group2));
      namespaces.push("Microsoft.DocumentDB", "Microsoft.Search");
    }
    for (const name of broughtAlong2) wantId(reader, record2, `properties.encryption.${name}`);
  }
  for (const segment2 of Object.values(childLists)) reader.wantList(record2.id, segment2);
  for (const namespace of namespaces) reader.want(`/subscriptions/${subscriptionId}/providers/${namespace}`);
}
function followProject(record2, reader, evidence2) {
  const hubId = valueAt(record2.body, "properties.hubResourceId");
  const hub = typeof hubId === "string" ? evidence2.resources.get(idKey(hubId)) : void 0;
  const inherited = new Set(
    dependencies2.map((path6) => hub?.state === "read" ? lowerId(valueAt(hub.body, path6)) : null)
  );
  for (const path6 of dependencies2) {
    if (!inherited.has(lowerId(valueAt(record2.body, path6)))) wantId(reader, record2, path6);
  }
}
function wantRoleAssignments(evidence2, reader) {
  const goesByRoles = (id) => {
    const vault = typeof id === "string" ? evidence2.resources.get(idKey(id)) : void 0;
    return vault?.state === "read" && String(valueAt(vault.body, "properties.enableRbacAuthorization")).toLowerCase() === "true";
  };
  for (const record2 of evidence2.resources.values()) {
    if (record2.state !== "read") continue;
    const type2 = String(record2.body.type).toLowerCase();
    const isStorage = type2 === "microsoft.storage/storageaccounts";
    const isWorkspace = type2 === "microsoft.machinelearningservices/workspaces";
    if (isWorkspace && goesByRoles(valueAt(record2.body, "properties.keyVault"))) {
      want(reader, workspacePrincipal(evidence2, record2.body).principalId);
    }
    if (!isStorage && !isWorkspace) continue;
    const vaults2 = keyUses(type2, record2.body).map(
      (use2) => evidence2.collections.get(collectionKey.vault(use2.host))?.ids[0]
    );
    if (vaults2.some(goesByRoles)) want(reader, encryptionPrincipal(evidence2, record2.body).principalId);
  }
}
function needsAnotherRead(record2) {
  if (record2.source === "resource-manager") return false;
  const type2 = String(record2.body.type).toLowerCase();
  if (type2 === "microsoft.storage/storageaccounts") {
    const created = ["key1", "key2"].map((key2) => valueAt(record2.body, `properties.keyCreationTime.${key2}`));
    const expires = valueAt(record2.body, "properties.keyPolicy.keyExpirationPeriodInDays") !== void 0;
    return expires && valueAt(record2.body, "properties.allowSharedKeyAccess") !== false && created.includes(void 0);
  }
  if (type2 !== machineLearning2 || isProject(record2)) return false;
  const hidden3 = notObservable(type2, record2.apiVersion).includes("properties.systemdatastoresauthmode");
  if (hidden3 && valueAt(record2.body, "properties.systemDatastoresAuthMode") === void 0) return true;
  if (!hasCustomerManagedKey(record2)) return false;
  const [newest2 = ""] = catalog[type2]?.apiVersions ?? [];
  return (record2.apiVersion ?? "") < newest2 && !architectureIsKnown(record2);
}
var dependencies2 = [
  "properties.storageAccount",
  "properties.keyVault",
  "properties.containerRegistry",
  "properties.applicationInsights"
];
var broughtAlong2 = ["cosmosDbResourceId", "storageAccountResourceId", "searchAccountResourceId"];
function architectureIsKnown(record2) {
  const paths = [
    "properties.serviceProvisionedResourceGroup",
    ...broughtAlong2.map((name) => `properties.encryption.${name}`)
  ];
  const isServiceSide = valueAt(record2.body, "properties.enableServiceSideCMKEncryption") === true;
  return isServiceSide || paths.some((path6) => valueAt(record2.body, path6) !== void 0);
}
function isProject(record2) {
  return String(valueAt(record2.body, "kind")).toLowerCase() === "project";
}
function hasCustomerManagedKey(record2) {
  return String(valueAt(record2.body, "properties.encryption.status")).toLowerCase() === "enabled";
}
function wantId(reader, record2, path6, onlyKnown = false) {
  const id = valueAt(record2.body, path6);
  if (typeof id === "string" && !(onlyKnown && !catalog[parseResourceId(id)?.type ?? ""])) reader.want(id);
}
function want(reader, principalId) {
  if (principalId && /^[0-9a-f-]{36}$/i.test(principalId)) reader.wantRoles(principalId);
}
function lowerId(value2) {
  return typeof value2 === "string" ? idKey(value2) : null;
}

// src/azure/lists.ts
async function* listPages(client, parent, segment2, entry) {
  const { answer, apiVersion } = await firstPage(client, `${parent}/${segment2}`, entry);
  const seen = /* @__PURE__ */ new Set();
  for (let page = answer; ; ) {
    const next = page.nextLink;
    const isLast = typeof next !== "string" || next === "";
    yield { items: itemsOf(page), apiVersion, isLast };
    if (isLast) return;
    if (seen.has(next))
      throw new ReadFailure("invalid-response", "A list leads back to a page that was read already.", 200);
    seen.add(next);
    page = await client.get(next, null);
  }
}
async function firstPage(client, path6, { apiVersions, query: query2 }) {
  let failure = new ReadFailure("api-unsupported", "");
  for (const apiVersion of apiVersions) {
    try {
      return { answer: await client.get(path6, apiVersion, query2), apiVersion };
    } catch (error2) {
      failure = failureOf(error2);
      if (failure.reason !== "api-unsupported") break;
    }
  }
  throw failure;
}
function itemsOf(page) {
  if (!Array.isArray(page.value))
    throw new ReadFailure("invalid-response", "Azure answered with something that is no list.", 200);
  if (!page.value.every((item) => typeof item?.id === "string"))
    throw new ReadFailure("invalid-response", "A list of Azure holds something that has no id.", 200);
  return page.value;
}

// src/azure/reader.ts
var BATCH = 1e3;
var AT_ONCE2 = 64;
var idle = () => Promise.resolve();
var CROWD = 32;
var managerOnly = /^microsoft\.(keyvault\/(vaults|managedhsms)\/keys(\/versions)?|resources\/.*)$/;
var metadataTypes = [
  "microsoft.documentdb/databaseaccounts",
  "microsoft.search/searchservices",
  "microsoft.storage/storageaccounts"
];
function createReader(client, evidence2, follow2, limits = {}) {
  const { resources, collections } = evidence2;
  const asked = /* @__PURE__ */ new Set();
  const waiting = {
    ids: /* @__PURE__ */ new Set(),
    hosts: /* @__PURE__ */ new Set(),
    groups: /* @__PURE__ */ new Set(),
    accounts: /* @__PURE__ */ new Set(),
    principals: /* @__PURE__ */ new Set()
  };
  const underWay = { graph: 0, manager: 0 };
  const vaults2 = /* @__PURE__ */ new Map();
  const accounts = /* @__PURE__ */ new Map();
  const keysOf2 = /* @__PURE__ */ new Map();
  const usesOf = /* @__PURE__ */ new Map();
  const versionInUse2 = /* @__PURE__ */ new Map();
  const broken = [];
  const queues = /* @__PURE__ */ new Map();
  let settle2 = null;
  const reader = {
    want(written) {
      const id = slashed(written);
      if (!isNew(idKey(id))) return;
      const type2 = parseResourceId(id)?.type ?? typeOfId(id);
      if (!type2 || !catalog[type2]) keepRecord(malformed(id));
      else if (managerOnly.test(type2)) read2(id, async () => keepRecord(await get(id)));
      else waiting.ids.add(id);
    },
    wantKey(use2) {
      if (use2.vaultId) reader.want(use2.vaultId);
      if (!remember2(keysOf2, use2.host, use2)) return;
      const vault = collections.get(collectionKey.vault(use2.host))?.ids[0];
      if (vault) return wantKeyOf(vault, use2);
      const named2 = namedVault(use2);
      if (named2) answerVault(use2.host, [named2], null);
      else if (isNew(collectionKey.vault(use2.host))) waiting.hosts.add(use2.host);
    },
    wantGroup: (id) => void (isNew(collectionKey.group(id)) && waiting.groups.add(id)),
    wantList(parent, segment2) {
      if (isNew(collectionKey.list(parent, segment2))) read2(slashed(parent), () => readList(slashed(parent), segment2));
    },
    wantAccount: (name) => void (isNew(collectionKey.account(name)) && waiting.accounts.add(name.toLowerCase())),
    wantRoles: (principal2) => void (isNew(collectionKey.roles(principal2)) && waiting.principals.add(principal2)),
    add: takeRows,
    async readAgain(id) {
      const record2 = await get(id);
      if (record2.state !== "unreadable") keepRecord(record2);
      return record2.state !== "unreadable";
    },
    settled: () => new Promise((resolve3, reject) => {
      settle2 = { resolve: resolve3, reject };
      pump();
    })
  };
  return reader;
  function isNew(key2) {
    if (asked.has(key2)) return false;
    asked.add(key2);
    return true;
  }
  function namedVault({ host, vaultId }) {
    const named2 = vaultId ? parseResourceId(vaultId) : null;
    const fits = named2?.type === "microsoft.keyvault/vaults" && named2.name.toLowerCase() === host.split(".")[0];
    return vaultId && fits ? slashed(vaultId) : null;
  }
  function wantKeyOf(vault, use2) {
    const id = `${vault}/keys/${use2.name}`;
    remember2(usesOf, idKey(id), use2);
    reader.want(id);
    const record2 = resources.get(idKey(id));
    if (record2?.state === "read") wantVersions(record2);
  }
  function wantVersions({ id, body }) {
    const current = parseKeyId(String(valueAt(body, "properties.keyUriWithVersion")))?.version;
    for (const { pinned, inUse } of usesOf.get(idKey(id))?.values() ?? []) {
      for (const version3 of [pinned, inUse]) {
        if (version3 && !sameText2(current, version3)) reader.want(`${id}/versions/${version3}`);
      }
    }
  }
  function start(kind, work2) {
    underWay[kind] += 1;
    void work2().catch((error2) => broken.push(error2)).then(() => {
      underWay[kind] -= 1;
      pump();
    });
  }
  function read2(id, work2) {
    const subscription = id.split("/")[2]?.toLowerCase() ?? "";
    const queue = queues.get(subscription) ?? { running: 0, begun: 0, waiting: [] };
    queues.set(subscription, queue);
    queue.waiting.push(work2);
    begin(queue);
  }
  function begin(queue) {
    const work2 = queue.running < AT_ONCE2 ? queue.waiting[queue.begun] : void 0;
    if (!work2) return;
    queue.waiting[queue.begun] = idle;
    queue.begun += 1;
    queue.running += 1;
    start("manager", async () => {
      await work2().finally(() => {
        queue.running -= 1;
        begin(queue);
      });
    });
  }
  function pump() {
    for (const host of waiting.hosts) {
      const id = vaults2.get(host);
      if (id && waiting.hosts.delete(host)) answerVault(host, [id], null);
    }
    for (const name of waiting.accounts) {
      const id = accounts.get(name);
      if (id && waiting.accounts.delete(name)) answerAccount(name, null);
    }
    const calm = () => underWay.graph === 0 && underWay.manager < CROWD;
    for (let size2 = wanted(); size2 >= BATCH || size2 > 0 && calm(); size2 = wanted()) {
      const batch = {
        ids: take(waiting.ids),
        hosts: take(waiting.hosts),
        groups: take(waiting.groups),
        accounts: take(waiting.accounts)
      };
      start("graph", () => readBatch(batch));
    }
    while (waiting.principals.size >= BATCH || waiting.principals.size > 0 && underWay.manager < CROWD) {
      const principals = take(waiting.principals);
      start("graph", () => readRoles(principals));
    }
    if (settle2 && underWay.graph + underWay.manager === 0) {
      const { resolve: resolve3, reject } = settle2;
      settle2 = null;
      if (broken.length > 0) reject(broken[0]);
      else resolve3();
    }
  }
  function wanted() {
    return Math.max(waiting.ids.size, waiting.hosts.size + waiting.groups.size + waiting.accounts.size);
  }
  async function readBatch(wants) {
    const result = await query(client, condition(wants));
    takeRows(result.rows);
    const failure = result.failure?.reason === "truncated" ? null : result.failure;
    for (const id of wants.ids) {
      if (resources.has(idKey(id))) continue;
      if (failure) keepRecord(unreadable(id, failure));
      else read2(id, async () => keepRecord(await get(id)));
    }
    for (const host of wants.hosts) answerHost(host, result.failure);
    const stores2 = byKey(
      result.rows.filter((row) => metadataTypes.includes(row.type.toLowerCase())),
      groupOf3
    );
    for (const group2 of wants.groups) answerGroup(group2, stores2.get(idKey(group2)) ?? [], result.failure);
    for (const name of wants.accounts) answerAccount(name, result.failure);
  }
  function answerHost(host, failure) {
    const found2 = vaults2.get(host);
    if (found2 || !collections.get(collectionKey.vault(host))?.ids.length)
      answerVault(host, found2 ? [found2] : [], failure);
  }
  function answerVault(host, ids, failure) {
    const hidden3 = failure ? unreadable(`https://${host}`, failure) : hiddenVault(host);
    collections.set(collectionKey.vault(host), ids.length > 0 ? { state: "read", ids } : { ...hidden3, ids });
    for (const id of ids) for (const use2 of keysOf2.get(host)?.values() ?? []) wantKeyOf(id, use2);
  }
  function answerGroup(group2, stores2, failure) {
    const ids = stores2.map((row) => row.id);
    const key2 = collectionKey.group(group2);
    collections.set(key2, failure ? { ...unreadable(group2, failure), ids } : { state: "read", ids });
    const types2 = new Set(stores2.map((row) => row.type.toLowerCase()));
    if (!metadataTypes.every((type2) => types2.has(type2))) reader.want(group2);
  }
  function answerAccount(name, failure) {
    const id = accounts.get(name);
    const hidden3 = failure ? unreadable(`storage account ${name}`, failure) : hiddenAccount(name);
    collections.set(collectionKey.account(name), id ? { state: "read", ids: [id] } : { ...hidden3, ids: [] });
  }
  async function readList(parent, segment2) {
    const type2 = listedType(parent, segment2);
    const entry = catalog[type2];
    const key2 = collectionKey.list(parent, segment2);
    const limit = limits[segment2] ?? Number.POSITIVE_INFINITY;
    const taken = /* @__PURE__ */ new Map();
    const answer = (unread) => {
      const ids = [...taken.values()];
      collections.set(key2, unread ? { ...unread, ids } : { state: "read", ids });
    };
    try {
      for await (const { items, apiVersion, isLast } of listPages(client, parent, segment2, entry)) {
        const fresh = items.filter(({ id }) => !taken.has(idKey(id)));
        for (const item of fresh.slice(0, limit - taken.size))
          taken.set(idKey(item.id), takeItem(item, type2, entry, apiVersion));
        if (fresh.some(({ id }) => !taken.has(idKey(id))) || taken.size >= limit && !isLast)
          return answer(cutShort(parent, segment2, limit));
      }
      answer(null);
    } catch (error2) {
      answer(unreadableList(parent, segment2, entry, failureOf(error2)));
    }
  }
  function takeItem(item, type2, entry, apiVersion) {
    const body = prune({ ...item, type: type2 }, entry);
    asked.add(idKey(item.id));
    keepRecord({ state: "read", id: item.id, source: "resource-manager", apiVersion, body });
    if (entry.whole && valueAt(item, entry.whole) === void 0)
      read2(item.id, async () => void await reader.readAgain(item.id));
    return item.id;
  }
  async function readRoles(principals) {
    const where = `type =~ 'microsoft.authorization/roleassignments' and tostring(properties.principalId) in~ (${literals(principals)})`;
    const { rows, failure } = await query(client, where, { table: "authorizationresources" });
    takeRows(rows);
    const assignments = byKey(rows, (row) => String(valueAt(row, "properties.principalId")).toLowerCase());
    for (const principal2 of principals) {
      const ids = (assignments.get(principal2.toLowerCase()) ?? []).map((row) => row.id);
      const unread = failure && { ...unreadable(`role assignments of ${principal2}`, failure), ids };
      collections.set(collectionKey.roles(principal2), unread ?? { state: "read", ids });
    }
  }
  function takeRows(rows) {
    const fresh = rows.flatMap((row) => recordOf(row) ?? []);
    for (const record2 of fresh) {
      asked.add(idKey(record2.id));
      store(record2);
    }
    for (const record2 of fresh) follow2(record2, reader);
  }
  function recordOf(row) {
    if (!catalog[row.type.toLowerCase()] || resources.get(idKey(row.id))?.state === "read") return null;
    const { apiVersion, ...body } = row;
    return { state: "read", id: row.id, source: "resource-graph", apiVersion: apiVersion || null, body };
  }
  function keepRecord(record2) {
    store(record2);
    if (record2.state !== "read") return;
    wantVersions(record2);
    follow2(record2, reader);
  }
  function store(record2) {
    resources.set(idKey(record2.id), record2);
    if (record2.state === "absent") searchMoved(record2.id);
    if (record2.state !== "read") return;
    const uri2 = valueAt(record2.body, "properties.vaultUri") ?? valueAt(record2.body, "properties.hsmUri");
    const host = vaultHost(String(uri2));
    if (host) vaults2.set(host, record2.id);
    const at2 = parseResourceId(record2.id);
    if (at2?.type === "microsoft.storage/storageaccounts") accounts.set(at2.name.toLowerCase(), record2.id);
  }
  function searchMoved(id) {
    for (const host of keysOf2.keys()) {
      const answer = collections.get(collectionKey.vault(host));
      if (answer?.ids[0] !== void 0 && idKey(answer.ids[0]) === idKey(id) && isNew(`moved:${host}`))
        waiting.hosts.add(host);
    }
  }
  async function get(id) {
    const type2 = parseResourceId(id)?.type ?? typeOfId(id) ?? "";
    const entry = catalog[type2];
    if (!entry) return malformed(id);
    let failure = new ReadFailure("api-unsupported", "");
    for (let index = versionInUse2.get(type2) ?? 0; failure.reason === "api-unsupported" && index < entry.apiVersions.length; index += 1) {
      const apiVersion = entry.apiVersions[index];
      try {
        const answer = await client.get(id, apiVersion);
        if (typeof answer.id !== "string")
          throw new ReadFailure("invalid-response", "Azure answered with something that is no resource.", 200);
        versionInUse2.set(type2, index);
        const cased = idKey(answer.id) === idKey(id) ? answer.id : id;
        return {
          state: "read",
          id: cased,
          source: "resource-manager",
          apiVersion,
          body: prune({ ...answer, id: cased, type: type2 }, entry)
        };
      } catch (error2) {
        failure = failureOf(error2);
      }
    }
    return unreadable(id, failure);
  }
}
function take(from) {
  const batch = new Set([...from].slice(0, BATCH));
  for (const item of batch) from.delete(item);
  return batch;
}
function condition({ ids, hosts, groups, accounts }) {
  const uris = literals(
    [...hosts].flatMap((host) => [
      `https://${host}`,
      `https://${host}/`,
      `https://${host}:443`,
      `https://${host}:443/`
    ])
  );
  const parts = [
    ...ids.size > 0 ? [`id in~ (${literals(ids)})`] : [],
    ...hosts.size > 0 ? [
      `(type =~ 'microsoft.keyvault/vaults' and tostring(properties.vaultUri) in~ (${uris}))`,
      `(type =~ 'microsoft.keyvault/managedhsms' and tostring(properties.hsmUri) in~ (${uris}))`
    ] : [],
    ...accounts.size > 0 ? [`(type =~ 'microsoft.storage/storageaccounts' and name in~ (${literals(accounts)}))`] : [],
    ...groups.size > 0 ? [`(type in~ (${literals(metadataTypes)}) and (${inGroups2(groups)}))`] : []
  ];
  return parts.join(" or ");
}
function byKey(rows, keyOf) {
  const found2 = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const key2 = keyOf(row);
    const others = found2.get(key2);
    if (others) others.push(row);
    else found2.set(key2, [row]);
  }
  return found2;
}
function groupOf3({ id }) {
  return idKey(id).split("/").slice(0, 5).join("/");
}
function inGroups2(groups) {
  const parts = [...groups].map((group2) => group2.split("/"));
  const subscriptions = [...new Set(parts.map(([, , subscription]) => subscription))];
  const inOne = (subscription) => {
    const names = parts.filter(([, , other]) => other === subscription).map(([, , , , name]) => name);
    return `(subscriptionId =~ ${literal(subscription)} and resourceGroup in~ (${literals(names)}))`;
  };
  return subscriptions.map(inOne).join(" or ");
}
function remember2(uses, key2, use2) {
  const known2 = uses.get(key2) ?? /* @__PURE__ */ new Map();
  const text3 = JSON.stringify(Object.values(use2)).toLowerCase();
  if (known2.has(text3)) return false;
  uses.set(key2, known2.set(text3, use2));
  return true;
}
function slashed(id) {
  return `/${id.trim().replace(/^\/|\/+$/g, "")}`;
}
function sameText2(value2, text3) {
  return typeof value2 === "string" && value2.toLowerCase() === text3.toLowerCase();
}

// src/azure/collect.ts
async function collect(client, targets2, now2, say, depth = { jobsPerWorkspace: 1e3, encryptionScopes: false }) {
  const found2 = await findWorkspaces(client, targets2);
  const evidence2 = {
    collectedAt: now2.toISOString(),
    workspaces: [],
    resources: /* @__PURE__ */ new Map(),
    collections: /* @__PURE__ */ new Map(),
    subscriptions: found2.subscriptions,
    unseen: found2.unseen
  };
  const ids = [...found2.rows.map((row) => row.id), ...found2.unlisted];
  const judged = new Set(ids.map(idKey));
  const again = /* @__PURE__ */ new Set();
  const limits = { jobs: depth.jobsPerWorkspace };
  const reader = createReader(
    client,
    evidence2,
    (record2) => {
      if (needsAnotherRead(record2) && isFollowed(record2, judged)) again.add(record2.id);
      follow(record2, reader, judged);
      if (isFew(evidence2) && isVault(record2)) wantRoleAssignments(evidence2, reader);
      if (depth.encryptionScopes) followScopes(record2, reader);
    },
    limits
  );
  const complete = async () => {
    await settle(reader, again);
    keepSeen(evidence2, ids);
    for (const record2 of workspaces(evidence2).filter(isProject)) followProject(record2, reader, evidence2);
    await settle(reader, again);
    wantRoleAssignments(evidence2, reader);
    await reader.settled();
  };
  say(`${ids.length} workspaces`);
  reader.add(found2.rows);
  for (const id of found2.unlisted) reader.want(id);
  await complete();
  say(
    `${evidence2.resources.size} resources and ${evidence2.collections.size} collections, in ${client.counters.resourceGraph} queries and ${client.counters.resourceManager} reads`
  );
  return {
    evidence: evidence2,
    confirm: async (doubtful) => {
      for (const id of doubtful) again.add(id);
      await complete();
    }
  };
}
function isFew({ resources }) {
  return resources.size < 500;
}
function isVault(record2) {
  return String(record2.body.type).toLowerCase() === "microsoft.keyvault/vaults";
}
async function settle(reader, again) {
  await reader.settled();
  while (again.size > 0) {
    const ids = [...again];
    again.clear();
    await Promise.all(ids.map((id) => reader.readAgain(id)));
    await reader.settled();
  }
}
function isFollowed(record2, judged) {
  return String(record2.body.type).toLowerCase() !== workspaceType || judged.has(idKey(record2.id));
}
function follow(record2, reader, judged) {
  const isWorkspace = String(record2.body.type).toLowerCase() === workspaceType;
  if (!isFollowed(record2, judged)) return;
  if (isWorkspace) followWorkspace(record2, reader);
  if (isWorkspace && isProject(record2)) {
    const hub = valueAt(record2.body, "properties.hubResourceId");
    if (typeof hub === "string") reader.want(hub);
  } else followLinks(record2, reader);
}
function keepSeen(evidence2, ids) {
  const records = ids.flatMap((id) => evidence2.resources.get(idKey(id)) ?? []);
  evidence2.workspaces = records.flatMap((record2) => record2.state === "read" ? [record2.id] : []).sort((a, b) => idKey(a) < idKey(b) ? -1 : 1);
  const hubs = new Set(
    workspaces(evidence2).map((record2) => idKey(String(valueAt(record2.body, "properties.hubResourceId"))))
  );
  for (const record2 of records) {
    if (record2.state === "read") continue;
    if (!evidence2.unseen.some(({ id }) => id === record2.id)) evidence2.unseen.push(record2);
    if (!hubs.has(idKey(record2.id))) evidence2.resources.delete(idKey(record2.id));
  }
  const known2 = new Map(evidence2.subscriptions.map((subscription) => [subscription.id, subscription]));
  for (const { id, state } of records) {
    const subscription = parseResourceId(id)?.subscriptionId;
    if (!subscription) continue;
    const entry = known2.get(subscription) ?? { id: subscription, visible: false };
    if (!known2.has(subscription)) evidence2.subscriptions.push(entry);
    if (state === "read") entry.visible = true;
    known2.set(subscription, entry);
  }
}
function workspaces(evidence2) {
  return evidence2.workspaces.map((id) => evidence2.resources.get(idKey(id)));
}

// src/azure/oidc.ts
var MARGIN = 60;
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
    } catch (error2) {
      token = null;
      throw error2;
    }
  };
}
function expiry2(token, now2) {
  const { exp } = payloadOf(token);
  return typeof exp === "number" ? (exp - MARGIN) * 1e3 : now2 + MARGIN * 1e3;
}
function claimsOf(token) {
  const { iss, sub, aud } = payloadOf(token);
  const text3 = (claim) => typeof claim === "string" ? claim : "";
  return { issuer: text3(iss), subject: text3(sub), audience: text3(Array.isArray(aud) ? aud[0] : aud) };
}
function payloadOf(token) {
  try {
    const payload2 = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof payload2 === "object" && payload2 !== null ? payload2 : {};
  } catch {
    return {};
  }
}

// src/azure/login.ts
async function login(options) {
  const { federation } = options.inputs;
  const credential = federation ? await federated(options, federation) : await ambient(options);
  await credential.getToken(options.cloud.scope, { enableCae: true });
  return { credential, clientId: federation?.clientId ?? null };
}
async function federated(options, { clientId, tenantId }) {
  const { cloud, getIDToken: getIDToken2, now: now2 = Date.now } = options;
  const request = () => getIDToken2(cloud.audience).catch((error2) => {
    throw noOidcToken(error2);
  });
  const assertion = remembered(request, now2);
  await assertion();
  const { ClientAssertionCredential } = await options.sdk();
  const credential = new ClientAssertionCredential(tenantId, clientId, assertion, {
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true
  });
  return cached(
    credential,
    now2,
    async (error2) => refusedByEntra(error2, { cloud, clientId, tenantId, claims: claimsOf(await assertion()) })
  );
}
async function ambient({ cloud, sdk, now: now2 = Date.now }) {
  const { AzureCliCredential } = await sdk();
  const credential = new AzureCliCredential({ processTimeoutInMs: 6e4 });
  return cached(credential, now2, async (error2) => refusedByCli(error2, cloud));
}
var MARGIN2 = 5 * 6e4;
function cached(credential, now2, explain) {
  const tokens = /* @__PURE__ */ new Map();
  const fresh = async (scopes, options) => {
    try {
      const token = await credential.getToken(scopes, options);
      if (token) return token;
    } catch (error2) {
      const cause = error2 instanceof Error ? error2.cause : null;
      throw cause instanceof LoginError ? cause : await explain(error2);
    }
    throw await explain("no token");
  };
  const getToken = async (scopes, options) => {
    const key2 = `${scopes} ${options?.tenantId ?? ""}`;
    const known2 = options?.claims ? void 0 : tokens.get(key2);
    if (known2) {
      const token = await known2;
      if (token.expiresOnTimestamp - MARGIN2 > now2()) return token;
      if (tokens.get(key2) !== known2) return getToken(scopes, options);
    }
    const asked = fresh(scopes, options);
    tokens.set(key2, asked);
    asked.catch(() => tokens.delete(key2));
    return asked;
  };
  return { getToken };
}

// src/scan.ts
var CONFIRMATIONS = 200;
async function scan(inputs, config, { log, getIDToken: getIDToken2, azure, now: now2 }) {
  const cloud = cloudOf(inputs);
  const identity = await log.group("Log in to Azure", () => login({ inputs, cloud, getIDToken: getIDToken2, sdk: azure }));
  const signal = AbortSignal.timeout(inputs.timeoutMinutes * 6e4);
  const client = createClient({
    cloud,
    credential: identity.credential,
    sdk: await azure(),
    signal,
    clock: clock(signal),
    version: version2
  });
  const { policy } = inputs;
  const { evidence: evidence2, confirm } = await log.group(
    "Collect evidence",
    () => collect(client, inputs.targets, now2(), log.info, {
      jobsPerWorkspace: config.thresholds.jobsPerWorkspace,
      encryptionScopes: isEnabled(config, "storage/encryption-scopes")
    })
  );
  const assessment = await log.group("Judge", async () => {
    const first = assess(evidence2, policy, client.counters, config);
    const doubtful = first.conclusion === "fail" ? toConfirm(evidence2, policy, CONFIRMATIONS, config) : [];
    if (doubtful.length === 0) return first;
    log.info(`Resources behind failures that are read once more by Resource Manager: ${doubtful.length}`);
    await confirm(doubtful);
    return assess(evidence2, policy, client.counters, config);
  });
  return { ...assessment, evidence: evidence2, identity, whole: (id) => report(evidence2, id, policy, config) };
}
function skipped2(inputs, now2) {
  const evidence2 = {
    collectedAt: now2.toISOString(),
    workspaces: [],
    resources: /* @__PURE__ */ new Map(),
    collections: /* @__PURE__ */ new Map(),
    subscriptions: [],
    unseen: []
  };
  const assessment = assess(evidence2, inputs.policy, { resourceGraph: 0, resourceManager: 0, throttled: 0 });
  return {
    ...assessment,
    conclusion: "skipped",
    evidence: evidence2,
    identity: null,
    whole: (id) => report(evidence2, id, inputs.policy)
  };
}
function clock(signal) {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) => new Promise((resolve3) => {
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener("abort", done, { once: true });
      function done() {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve3();
      }
    })
  };
}

// src/run.ts
async function run(ports) {
  try {
    const startedAt = ports.now();
    const inputs = readInputs(ports.input, ports.env.GITHUB_WORKSPACE ?? ".", ports.env.RUNNER_TEMP);
    const config = await loadConfig(inputs.configFile, ports);
    const event = readEvent(ports.env, payload(ports));
    const result = await scanOrSkip(inputs, config, event, ports);
    const complete = await completeEvent(event, async () => (await ports.github()).getOctokit(inputs.githubToken));
    const sentence = await publish({ inputs, config, event: complete, scan: result, startedAt }, ports);
    if (failsJob(result.conclusion, inputs.policy)) ports.setFailed(sentence);
    else ports.log.info(sentence);
  } catch (error2) {
    ports.setFailed(sentenceOf2(error2));
  }
}
async function scanOrSkip(inputs, config, event, ports) {
  try {
    return await scan(inputs, config, ports);
  } catch (error2) {
    if (!(error2 instanceof LoginError && error2.noIdentity && isSkipped(event, false, false))) throw error2;
    const who = event.pullRequest?.dependabot ? "by Dependabot" : "from forks";
    ports.log.notice(
      `Pull requests ${who} get no identity from GitHub, so no workspace was looked at. The nightly run on the default branch covers what they cannot.`,
      { title: "Encryption check skipped" }
    );
    return skipped2(inputs, ports.now());
  }
}
function payload({ env, files: files2 }) {
  try {
    return JSON.parse(files2.read(env.GITHUB_EVENT_PATH ?? "") ?? "");
  } catch {
    return {};
  }
}
function sentenceOf2(error2) {
  if (!(error2 instanceof Error)) return `Something that is no error was thrown: ${String(error2)}`;
  if (error2 instanceof LoginError || ["InputError", "ConfigError"].includes(error2.name)) return error2.message;
  return `This should not have happened, please report it: ${error2.stack ?? error2.message}`;
}

// src/index.ts
var files = {
  read(path6) {
    try {
      return (0, import_node_fs.readFileSync)(path6, "utf8");
    } catch {
      return void 0;
    }
  },
  write(path6, pieces2) {
    (0, import_node_fs.mkdirSync)((0, import_node_path2.dirname)(path6), { recursive: true });
    const file = (0, import_node_fs.openSync)(path6, "w");
    try {
      for (const piece of pieces2) (0, import_node_fs.writeSync)(file, piece);
    } finally {
      (0, import_node_fs.closeSync)(file);
    }
  },
  append: (path6, text3) => (0, import_node_fs.appendFileSync)(path6, text3)
};
(0, import_node_v8.setFlagsFromString)("--optimize-for-size");
void run({
  input: getInput,
  env: process.env,
  now: () => /* @__PURE__ */ new Date(),
  log: core_exports,
  getIDToken,
  setOutput,
  setFailed,
  files,
  azure: () => Promise.resolve().then(() => __toESM(require("./azure-sdk.js"), 1)),
  github: () => Promise.resolve().then(() => __toESM(require("./github-sdk.js"), 1))
});
