"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf, __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name3 in all)
    __defProp(target, name3, { get: all[name3], enumerable: !0 });
}, __copyProps = (to, from, except, desc) => {
  if (from && typeof from == "object" || typeof from == "function")
    for (let key of __getOwnPropNames(from))
      !__hasOwnProp.call(to, key) && key !== except && __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: !0 }) : target,
  mod
)), __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: !0 }), mod);

// node_modules/ms/index.js
var require_ms = __commonJS({
  "node_modules/ms/index.js"(exports2, module2) {
    var s = 1e3, m = s * 60, h = m * 60, d = h * 24, w = d * 7, y = d * 365.25;
    module2.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0)
        return parse2(val);
      if (type === "number" && isFinite(val))
        return options.long ? fmtLong(val) : fmtShort(val);
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse2(str) {
      if (str = String(str), !(str.length > 100)) {
        var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
          str
        );
        if (match) {
          var n = parseFloat(match[1]), type = (match[2] || "ms").toLowerCase();
          switch (type) {
            case "years":
            case "year":
            case "yrs":
            case "yr":
            case "y":
              return n * y;
            case "weeks":
            case "week":
            case "w":
              return n * w;
            case "days":
            case "day":
            case "d":
              return n * d;
            case "hours":
            case "hour":
            case "hrs":
            case "hr":
            case "h":
              return n * h;
            case "minutes":
            case "minute":
            case "mins":
            case "min":
            case "m":
              return n * m;
            case "seconds":
            case "second":
            case "secs":
            case "sec":
            case "s":
              return n * s;
            case "milliseconds":
            case "millisecond":
            case "msecs":
            case "msec":
            case "ms":
              return n;
            default:
              return;
          }
        }
      }
    }
    function fmtShort(ms) {
      var msAbs = Math.abs(ms);
      return msAbs >= d ? Math.round(ms / d) + "d" : msAbs >= h ? Math.round(ms / h) + "h" : msAbs >= m ? Math.round(ms / m) + "m" : msAbs >= s ? Math.round(ms / s) + "s" : ms + "ms";
    }
    function fmtLong(ms) {
      var msAbs = Math.abs(ms);
      return msAbs >= d ? plural(ms, msAbs, d, "day") : msAbs >= h ? plural(ms, msAbs, h, "hour") : msAbs >= m ? plural(ms, msAbs, m, "minute") : msAbs >= s ? plural(ms, msAbs, s, "second") : ms + " ms";
    }
    function plural(ms, msAbs, n, name3) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms / n) + " " + name3 + (isPlural ? "s" : "");
    }
  }
});

// node_modules/debug/src/common.js
var require_common = __commonJS({
  "node_modules/debug/src/common.js"(exports2, module2) {
    function setup(env) {
      createDebug.debug = createDebug, createDebug.default = createDebug, createDebug.coerce = coerce, createDebug.disable = disable2, createDebug.enable = enable2, createDebug.enabled = enabled2, createDebug.humanize = require_ms(), createDebug.destroy = destroy2, Object.keys(env).forEach((key) => {
        createDebug[key] = env[key];
      }), createDebug.names = [], createDebug.skips = [], createDebug.formatters = {};
      function selectColor(namespace) {
        let hash = 0;
        for (let i = 0; i < namespace.length; i++)
          hash = (hash << 5) - hash + namespace.charCodeAt(i), hash |= 0;
        return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
      }
      createDebug.selectColor = selectColor;
      function createDebug(namespace) {
        let prevTime, enableOverride = null, namespacesCache, enabledCache;
        function debug(...args) {
          if (!debug.enabled)
            return;
          let self = debug, curr = Number(/* @__PURE__ */ new Date()), ms = curr - (prevTime || curr);
          self.diff = ms, self.prev = prevTime, self.curr = curr, prevTime = curr, args[0] = createDebug.coerce(args[0]), typeof args[0] != "string" && args.unshift("%O");
          let index = 0;
          args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
            if (match === "%%")
              return "%";
            index++;
            let formatter = createDebug.formatters[format];
            if (typeof formatter == "function") {
              let val = args[index];
              match = formatter.call(self, val), args.splice(index, 1), index--;
            }
            return match;
          }), createDebug.formatArgs.call(self, args), (self.log || createDebug.log).apply(self, args);
        }
        return debug.namespace = namespace, debug.useColors = createDebug.useColors(), debug.color = createDebug.selectColor(namespace), debug.extend = extend2, debug.destroy = createDebug.destroy, Object.defineProperty(debug, "enabled", {
          enumerable: !0,
          configurable: !1,
          get: () => enableOverride !== null ? enableOverride : (namespacesCache !== createDebug.namespaces && (namespacesCache = createDebug.namespaces, enabledCache = createDebug.enabled(namespace)), enabledCache),
          set: (v) => {
            enableOverride = v;
          }
        }), typeof createDebug.init == "function" && createDebug.init(debug), debug;
      }
      function extend2(namespace, delimiter) {
        let newDebug = createDebug(this.namespace + (typeof delimiter > "u" ? ":" : delimiter) + namespace);
        return newDebug.log = this.log, newDebug;
      }
      function enable2(namespaces) {
        createDebug.save(namespaces), createDebug.namespaces = namespaces, createDebug.names = [], createDebug.skips = [];
        let split = (typeof namespaces == "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
        for (let ns of split)
          ns[0] === "-" ? createDebug.skips.push(ns.slice(1)) : createDebug.names.push(ns);
      }
      function matchesTemplate(search, template) {
        let searchIndex = 0, templateIndex = 0, starIndex = -1, matchIndex = 0;
        for (; searchIndex < search.length; )
          if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*"))
            template[templateIndex] === "*" ? (starIndex = templateIndex, matchIndex = searchIndex, templateIndex++) : (searchIndex++, templateIndex++);
          else if (starIndex !== -1)
            templateIndex = starIndex + 1, matchIndex++, searchIndex = matchIndex;
          else
            return !1;
        for (; templateIndex < template.length && template[templateIndex] === "*"; )
          templateIndex++;
        return templateIndex === template.length;
      }
      function disable2() {
        let namespaces = [
          ...createDebug.names,
          ...createDebug.skips.map((namespace) => "-" + namespace)
        ].join(",");
        return createDebug.enable(""), namespaces;
      }
      function enabled2(name3) {
        for (let skip of createDebug.skips)
          if (matchesTemplate(name3, skip))
            return !1;
        for (let ns of createDebug.names)
          if (matchesTemplate(name3, ns))
            return !0;
        return !1;
      }
      function coerce(val) {
        return val instanceof Error ? val.stack || val.message : val;
      }
      function destroy2() {
        console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
      }
      return createDebug.enable(createDebug.load()), createDebug;
    }
    module2.exports = setup;
  }
});

// node_modules/debug/src/browser.js
var require_browser = __commonJS({
  "node_modules/debug/src/browser.js"(exports2, module2) {
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.storage = localstorage();
    exports2.destroy = /* @__PURE__ */ (() => {
      let warned = !1;
      return () => {
        warned || (warned = !0, console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."));
      };
    })();
    exports2.colors = [
      "#0000CC",
      "#0000FF",
      "#0033CC",
      "#0033FF",
      "#0066CC",
      "#0066FF",
      "#0099CC",
      "#0099FF",
      "#00CC00",
      "#00CC33",
      "#00CC66",
      "#00CC99",
      "#00CCCC",
      "#00CCFF",
      "#3300CC",
      "#3300FF",
      "#3333CC",
      "#3333FF",
      "#3366CC",
      "#3366FF",
      "#3399CC",
      "#3399FF",
      "#33CC00",
      "#33CC33",
      "#33CC66",
      "#33CC99",
      "#33CCCC",
      "#33CCFF",
      "#6600CC",
      "#6600FF",
      "#6633CC",
      "#6633FF",
      "#66CC00",
      "#66CC33",
      "#9900CC",
      "#9900FF",
      "#9933CC",
      "#9933FF",
      "#99CC00",
      "#99CC33",
      "#CC0000",
      "#CC0033",
      "#CC0066",
      "#CC0099",
      "#CC00CC",
      "#CC00FF",
      "#CC3300",
      "#CC3333",
      "#CC3366",
      "#CC3399",
      "#CC33CC",
      "#CC33FF",
      "#CC6600",
      "#CC6633",
      "#CC9900",
      "#CC9933",
      "#CCCC00",
      "#CCCC33",
      "#FF0000",
      "#FF0033",
      "#FF0066",
      "#FF0099",
      "#FF00CC",
      "#FF00FF",
      "#FF3300",
      "#FF3333",
      "#FF3366",
      "#FF3399",
      "#FF33CC",
      "#FF33FF",
      "#FF6600",
      "#FF6633",
      "#FF9900",
      "#FF9933",
      "#FFCC00",
      "#FFCC33"
    ];
    function useColors() {
      if (typeof window < "u" && window.process && (window.process.type === "renderer" || window.process.__nwjs))
        return !0;
      if (typeof navigator < "u" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/))
        return !1;
      let m;
      return typeof document < "u" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || // Is firebug? http://stackoverflow.com/a/398120/376773
      typeof window < "u" && window.console && (window.console.firebug || window.console.exception && window.console.table) || // Is firefox >= v31?
      // https://developer.mozilla.org/en-US/docs/Tools/Web_Console#Styling_messages
      typeof navigator < "u" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || // Double check webkit in userAgent just in case we are in a worker
      typeof navigator < "u" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
    }
    function formatArgs(args) {
      if (args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module2.exports.humanize(this.diff), !this.useColors)
        return;
      let c = "color: " + this.color;
      args.splice(1, 0, c, "color: inherit");
      let index = 0, lastC = 0;
      args[0].replace(/%[a-zA-Z%]/g, (match) => {
        match !== "%%" && (index++, match === "%c" && (lastC = index));
      }), args.splice(lastC, 0, c);
    }
    exports2.log = console.debug || console.log || (() => {
    });
    function save(namespaces) {
      try {
        namespaces ? exports2.storage.setItem("debug", namespaces) : exports2.storage.removeItem("debug");
      } catch {
      }
    }
    function load() {
      let r;
      try {
        r = exports2.storage.getItem("debug") || exports2.storage.getItem("DEBUG");
      } catch {
      }
      return !r && typeof process < "u" && "env" in process && (r = process.env.DEBUG), r;
    }
    function localstorage() {
      try {
        return localStorage;
      } catch {
      }
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.j = function(v) {
      try {
        return JSON.stringify(v);
      } catch (error) {
        return "[UnexpectedJSONParseError]: " + error.message;
      }
    };
  }
});

// node_modules/debug/src/node.js
var require_node = __commonJS({
  "node_modules/debug/src/node.js"(exports2, module2) {
    var tty = require("tty"), util2 = require("util");
    exports2.init = init;
    exports2.log = log2;
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.destroy = util2.deprecate(
      () => {
      },
      "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."
    );
    exports2.colors = [6, 2, 3, 4, 5, 1];
    try {
      let supportsColor = require("supports-color");
      supportsColor && (supportsColor.stderr || supportsColor).level >= 2 && (exports2.colors = [
        20,
        21,
        26,
        27,
        32,
        33,
        38,
        39,
        40,
        41,
        42,
        43,
        44,
        45,
        56,
        57,
        62,
        63,
        68,
        69,
        74,
        75,
        76,
        77,
        78,
        79,
        80,
        81,
        92,
        93,
        98,
        99,
        112,
        113,
        128,
        129,
        134,
        135,
        148,
        149,
        160,
        161,
        162,
        163,
        164,
        165,
        166,
        167,
        168,
        169,
        170,
        171,
        172,
        173,
        178,
        179,
        184,
        185,
        196,
        197,
        198,
        199,
        200,
        201,
        202,
        203,
        204,
        205,
        206,
        207,
        208,
        209,
        214,
        215,
        220,
        221
      ]);
    } catch {
    }
    exports2.inspectOpts = Object.keys(process.env).filter((key) => /^debug_/i.test(key)).reduce((obj, key) => {
      let prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => k.toUpperCase()), val = process.env[key];
      return /^(yes|on|true|enabled)$/i.test(val) ? val = !0 : /^(no|off|false|disabled)$/i.test(val) ? val = !1 : val === "null" ? val = null : val = Number(val), obj[prop] = val, obj;
    }, {});
    function useColors() {
      return "colors" in exports2.inspectOpts ? !!exports2.inspectOpts.colors : tty.isatty(process.stderr.fd);
    }
    function formatArgs(args) {
      let { namespace: name3, useColors: useColors2 } = this;
      if (useColors2) {
        let c = this.color, colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c), prefix = `  ${colorCode};1m${name3} \x1B[0m`;
        args[0] = prefix + args[0].split(`
`).join(`
` + prefix), args.push(colorCode + "m+" + module2.exports.humanize(this.diff) + "\x1B[0m");
      } else
        args[0] = getDate() + name3 + " " + args[0];
    }
    function getDate() {
      return exports2.inspectOpts.hideDate ? "" : (/* @__PURE__ */ new Date()).toISOString() + " ";
    }
    function log2(...args) {
      return process.stderr.write(util2.formatWithOptions(exports2.inspectOpts, ...args) + `
`);
    }
    function save(namespaces) {
      namespaces ? process.env.DEBUG = namespaces : delete process.env.DEBUG;
    }
    function load() {
      return process.env.DEBUG;
    }
    function init(debug) {
      debug.inspectOpts = {};
      let keys = Object.keys(exports2.inspectOpts);
      for (let i = 0; i < keys.length; i++)
        debug.inspectOpts[keys[i]] = exports2.inspectOpts[keys[i]];
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.o = function(v) {
      return this.inspectOpts.colors = this.useColors, util2.inspect(v, this.inspectOpts).split(`
`).map((str) => str.trim()).join(" ");
    };
    formatters.O = function(v) {
      return this.inspectOpts.colors = this.useColors, util2.inspect(v, this.inspectOpts);
    };
  }
});

// node_modules/debug/src/index.js
var require_src = __commonJS({
  "node_modules/debug/src/index.js"(exports2, module2) {
    typeof process > "u" || process.type === "renderer" || process.browser === !0 || process.__nwjs ? module2.exports = require_browser() : module2.exports = require_node();
  }
});

// node_modules/agent-base/dist/helpers.js
var require_helpers = __commonJS({
  "node_modules/agent-base/dist/helpers.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k);
      var desc = Object.getOwnPropertyDescriptor(m, k);
      (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) && (desc = { enumerable: !0, get: function() {
        return m[k];
      } }), Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k), o[k2] = m[k];
    })), __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: !0, value: v });
    }) : function(o, v) {
      o.default = v;
    }), __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) for (var k in mod) k !== "default" && Object.prototype.hasOwnProperty.call(mod, k) && __createBinding(result, mod, k);
      return __setModuleDefault(result, mod), result;
    };
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.req = exports2.json = exports2.toBuffer = void 0;
    var http3 = __importStar(require("http")), https2 = __importStar(require("https"));
    async function toBuffer(stream) {
      let length = 0, chunks = [];
      for await (let chunk of stream)
        length += chunk.length, chunks.push(chunk);
      return Buffer.concat(chunks, length);
    }
    exports2.toBuffer = toBuffer;
    async function json(stream) {
      let str = (await toBuffer(stream)).toString("utf8");
      try {
        return JSON.parse(str);
      } catch (_err) {
        let err = _err;
        throw err.message += ` (input: ${str})`, err;
      }
    }
    exports2.json = json;
    function req(url, opts = {}) {
      let req2 = ((typeof url == "string" ? url : url.href).startsWith("https:") ? https2 : http3).request(url, opts), promise = new Promise((resolve, reject) => {
        req2.once("response", resolve).once("error", reject).end();
      });
      return req2.then = promise.then.bind(promise), req2;
    }
    exports2.req = req;
  }
});

// node_modules/agent-base/dist/index.js
var require_dist = __commonJS({
  "node_modules/agent-base/dist/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k);
      var desc = Object.getOwnPropertyDescriptor(m, k);
      (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) && (desc = { enumerable: !0, get: function() {
        return m[k];
      } }), Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k), o[k2] = m[k];
    })), __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: !0, value: v });
    }) : function(o, v) {
      o.default = v;
    }), __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) for (var k in mod) k !== "default" && Object.prototype.hasOwnProperty.call(mod, k) && __createBinding(result, mod, k);
      return __setModuleDefault(result, mod), result;
    }, __exportStar = exports2 && exports2.__exportStar || function(m, exports3) {
      for (var p in m) p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p) && __createBinding(exports3, m, p);
    };
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.Agent = void 0;
    var net = __importStar(require("net")), http3 = __importStar(require("http")), https_1 = require("https");
    __exportStar(require_helpers(), exports2);
    var INTERNAL = /* @__PURE__ */ Symbol("AgentBaseInternalState"), Agent = class extends http3.Agent {
      constructor(opts) {
        super(opts), this[INTERNAL] = {};
      }
      isSecureEndpoint(options) {
        if (options) {
          if (typeof options.secureEndpoint == "boolean")
            return options.secureEndpoint;
          if (typeof options.protocol == "string")
            return options.protocol === "https:";
        }
        let { stack } = new Error();
        return typeof stack != "string" ? !1 : stack.split(`
`).some((l) => l.indexOf("(https.js:") !== -1 || l.indexOf("node:https:") !== -1);
      }
      // In order to support async signatures in `connect()` and Node's native
      // connection pooling in `http.Agent`, the array of sockets for each origin
      // has to be updated synchronously. This is so the length of the array is
      // accurate when `addRequest()` is next called. We achieve this by creating a
      // fake socket and adding it to `sockets[origin]` and incrementing
      // `totalSocketCount`.
      incrementSockets(name3) {
        if (this.maxSockets === 1 / 0 && this.maxTotalSockets === 1 / 0)
          return null;
        this.sockets[name3] || (this.sockets[name3] = []);
        let fakeSocket = new net.Socket({ writable: !1 });
        return this.sockets[name3].push(fakeSocket), this.totalSocketCount++, fakeSocket;
      }
      decrementSockets(name3, socket) {
        if (!this.sockets[name3] || socket === null)
          return;
        let sockets = this.sockets[name3], index = sockets.indexOf(socket);
        index !== -1 && (sockets.splice(index, 1), this.totalSocketCount--, sockets.length === 0 && delete this.sockets[name3]);
      }
      // In order to properly update the socket pool, we need to call `getName()` on
      // the core `https.Agent` if it is a secureEndpoint.
      getName(options) {
        return this.isSecureEndpoint(options) ? https_1.Agent.prototype.getName.call(this, options) : super.getName(options);
      }
      createSocket(req, options, cb) {
        let connectOpts = {
          ...options,
          secureEndpoint: this.isSecureEndpoint(options)
        }, name3 = this.getName(connectOpts), fakeSocket = this.incrementSockets(name3);
        Promise.resolve().then(() => this.connect(req, connectOpts)).then((socket) => {
          if (this.decrementSockets(name3, fakeSocket), socket instanceof http3.Agent)
            try {
              return socket.addRequest(req, connectOpts);
            } catch (err) {
              return cb(err);
            }
          this[INTERNAL].currentSocket = socket, super.createSocket(req, options, cb);
        }, (err) => {
          this.decrementSockets(name3, fakeSocket), cb(err);
        });
      }
      createConnection() {
        let socket = this[INTERNAL].currentSocket;
        if (this[INTERNAL].currentSocket = void 0, !socket)
          throw new Error("No socket was returned in the `connect()` function");
        return socket;
      }
      get defaultPort() {
        return this[INTERNAL].defaultPort ?? (this.protocol === "https:" ? 443 : 80);
      }
      set defaultPort(v) {
        this[INTERNAL] && (this[INTERNAL].defaultPort = v);
      }
      get protocol() {
        return this[INTERNAL].protocol ?? (this.isSecureEndpoint() ? "https:" : "http:");
      }
      set protocol(v) {
        this[INTERNAL] && (this[INTERNAL].protocol = v);
      }
    };
    exports2.Agent = Agent;
  }
});

// node_modules/https-proxy-agent/dist/parse-proxy-response.js
var require_parse_proxy_response = __commonJS({
  "node_modules/https-proxy-agent/dist/parse-proxy-response.js"(exports2) {
    "use strict";
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { default: mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.parseProxyResponse = void 0;
    var debug_1 = __importDefault(require_src()), debug = (0, debug_1.default)("https-proxy-agent:parse-proxy-response");
    function parseProxyResponse(socket) {
      return new Promise((resolve, reject) => {
        let buffersLength = 0, buffers = [];
        function read() {
          let b = socket.read();
          b ? ondata(b) : socket.once("readable", read);
        }
        function cleanup() {
          socket.removeListener("end", onend), socket.removeListener("error", onerror), socket.removeListener("readable", read);
        }
        function onend() {
          cleanup(), debug("onend"), reject(new Error("Proxy connection ended before receiving CONNECT response"));
        }
        function onerror(err) {
          cleanup(), debug("onerror %o", err), reject(err);
        }
        function ondata(b) {
          buffers.push(b), buffersLength += b.length;
          let buffered = Buffer.concat(buffers, buffersLength), endOfHeaders = buffered.indexOf(`\r
\r
`);
          if (endOfHeaders === -1) {
            debug("have not received end of HTTP headers yet..."), read();
            return;
          }
          let headerParts = buffered.slice(0, endOfHeaders).toString("ascii").split(`\r
`), firstLine = headerParts.shift();
          if (!firstLine)
            return socket.destroy(), reject(new Error("No header received from proxy CONNECT response"));
          let firstLineParts = firstLine.split(" "), statusCode = +firstLineParts[1], statusText = firstLineParts.slice(2).join(" "), headers = {};
          for (let header of headerParts) {
            if (!header)
              continue;
            let firstColon = header.indexOf(":");
            if (firstColon === -1)
              return socket.destroy(), reject(new Error(`Invalid header from proxy CONNECT response: "${header}"`));
            let key = header.slice(0, firstColon).toLowerCase(), value = header.slice(firstColon + 1).trimStart(), current = headers[key];
            typeof current == "string" ? headers[key] = [current, value] : Array.isArray(current) ? current.push(value) : headers[key] = value;
          }
          debug("got proxy server response: %o %o", firstLine, headers), cleanup(), resolve({
            connect: {
              statusCode,
              statusText,
              headers
            },
            buffered
          });
        }
        socket.on("error", onerror), socket.on("end", onend), read();
      });
    }
    exports2.parseProxyResponse = parseProxyResponse;
  }
});

// node_modules/https-proxy-agent/dist/index.js
var require_dist2 = __commonJS({
  "node_modules/https-proxy-agent/dist/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k);
      var desc = Object.getOwnPropertyDescriptor(m, k);
      (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) && (desc = { enumerable: !0, get: function() {
        return m[k];
      } }), Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k), o[k2] = m[k];
    })), __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: !0, value: v });
    }) : function(o, v) {
      o.default = v;
    }), __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) for (var k in mod) k !== "default" && Object.prototype.hasOwnProperty.call(mod, k) && __createBinding(result, mod, k);
      return __setModuleDefault(result, mod), result;
    }, __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { default: mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.HttpsProxyAgent = void 0;
    var net = __importStar(require("net")), tls = __importStar(require("tls")), assert_1 = __importDefault(require("assert")), debug_1 = __importDefault(require_src()), agent_base_1 = require_dist(), url_1 = require("url"), parse_proxy_response_1 = require_parse_proxy_response(), debug = (0, debug_1.default)("https-proxy-agent"), setServernameFromNonIpHost = (options) => options.servername === void 0 && options.host && !net.isIP(options.host) ? {
      ...options,
      servername: options.host
    } : options, HttpsProxyAgent2 = class extends agent_base_1.Agent {
      constructor(proxy, opts) {
        super(opts), this.options = { path: void 0 }, this.proxy = typeof proxy == "string" ? new url_1.URL(proxy) : proxy, this.proxyHeaders = opts?.headers ?? {}, debug("Creating new HttpsProxyAgent instance: %o", this.proxy.href);
        let host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, ""), port = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === "https:" ? 443 : 80;
        this.connectOpts = {
          // Attempt to negotiate http/1.1 for proxy servers that support http/2
          ALPNProtocols: ["http/1.1"],
          ...opts ? omit(opts, "headers") : null,
          host,
          port
        };
      }
      async connect(req, opts) {
        let { proxy } = this;
        if (!opts.host)
          throw new TypeError('No "host" provided');
        let socket;
        proxy.protocol === "https:" ? (debug("Creating `tls.Socket`: %o", this.connectOpts), socket = tls.connect(setServernameFromNonIpHost(this.connectOpts))) : (debug("Creating `net.Socket`: %o", this.connectOpts), socket = net.connect(this.connectOpts));
        let headers = typeof this.proxyHeaders == "function" ? this.proxyHeaders() : { ...this.proxyHeaders }, host = net.isIPv6(opts.host) ? `[${opts.host}]` : opts.host, payload = `CONNECT ${host}:${opts.port} HTTP/1.1\r
`;
        if (proxy.username || proxy.password) {
          let auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
          headers["Proxy-Authorization"] = `Basic ${Buffer.from(auth).toString("base64")}`;
        }
        headers.Host = `${host}:${opts.port}`, headers["Proxy-Connection"] || (headers["Proxy-Connection"] = this.keepAlive ? "Keep-Alive" : "close");
        for (let name3 of Object.keys(headers))
          payload += `${name3}: ${headers[name3]}\r
`;
        let proxyResponsePromise = (0, parse_proxy_response_1.parseProxyResponse)(socket);
        socket.write(`${payload}\r
`);
        let { connect, buffered } = await proxyResponsePromise;
        if (req.emit("proxyConnect", connect), this.emit("proxyConnect", connect, req), connect.statusCode === 200)
          return req.once("socket", resume), opts.secureEndpoint ? (debug("Upgrading socket connection to TLS"), tls.connect({
            ...omit(setServernameFromNonIpHost(opts), "host", "path", "port"),
            socket
          })) : socket;
        socket.destroy();
        let fakeSocket = new net.Socket({ writable: !1 });
        return fakeSocket.readable = !0, req.once("socket", (s) => {
          debug("Replaying proxy buffer for failed request"), (0, assert_1.default)(s.listenerCount("data") > 0), s.push(buffered), s.push(null);
        }), fakeSocket;
      }
    };
    HttpsProxyAgent2.protocols = ["http", "https"];
    exports2.HttpsProxyAgent = HttpsProxyAgent2;
    function resume(socket) {
      socket.resume();
    }
    function omit(obj, ...keys) {
      let ret = {}, key;
      for (key in obj)
        keys.includes(key) || (ret[key] = obj[key]);
      return ret;
    }
  }
});

// node_modules/http-proxy-agent/dist/index.js
var require_dist3 = __commonJS({
  "node_modules/http-proxy-agent/dist/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k);
      var desc = Object.getOwnPropertyDescriptor(m, k);
      (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) && (desc = { enumerable: !0, get: function() {
        return m[k];
      } }), Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      k2 === void 0 && (k2 = k), o[k2] = m[k];
    })), __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: !0, value: v });
    }) : function(o, v) {
      o.default = v;
    }), __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) for (var k in mod) k !== "default" && Object.prototype.hasOwnProperty.call(mod, k) && __createBinding(result, mod, k);
      return __setModuleDefault(result, mod), result;
    }, __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { default: mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.HttpProxyAgent = void 0;
    var net = __importStar(require("net")), tls = __importStar(require("tls")), debug_1 = __importDefault(require_src()), events_1 = require("events"), agent_base_1 = require_dist(), url_1 = require("url"), debug = (0, debug_1.default)("http-proxy-agent"), HttpProxyAgent2 = class extends agent_base_1.Agent {
      constructor(proxy, opts) {
        super(opts), this.proxy = typeof proxy == "string" ? new url_1.URL(proxy) : proxy, this.proxyHeaders = opts?.headers ?? {}, debug("Creating new HttpProxyAgent instance: %o", this.proxy.href);
        let host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, ""), port = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === "https:" ? 443 : 80;
        this.connectOpts = {
          ...opts ? omit(opts, "headers") : null,
          host,
          port
        };
      }
      addRequest(req, opts) {
        req._header = null, this.setRequestProps(req, opts), super.addRequest(req, opts);
      }
      setRequestProps(req, opts) {
        let { proxy } = this, protocol = opts.secureEndpoint ? "https:" : "http:", hostname = req.getHeader("host") || "localhost", base = `${protocol}//${hostname}`, url = new url_1.URL(req.path, base);
        opts.port !== 80 && (url.port = String(opts.port)), req.path = String(url);
        let headers = typeof this.proxyHeaders == "function" ? this.proxyHeaders() : { ...this.proxyHeaders };
        if (proxy.username || proxy.password) {
          let auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
          headers["Proxy-Authorization"] = `Basic ${Buffer.from(auth).toString("base64")}`;
        }
        headers["Proxy-Connection"] || (headers["Proxy-Connection"] = this.keepAlive ? "Keep-Alive" : "close");
        for (let name3 of Object.keys(headers)) {
          let value = headers[name3];
          value && req.setHeader(name3, value);
        }
      }
      async connect(req, opts) {
        req._header = null, req.path.includes("://") || this.setRequestProps(req, opts);
        let first, endOfHeaders;
        debug("Regenerating stored HTTP header string for request"), req._implicitHeader(), req.outputData && req.outputData.length > 0 && (debug("Patching connection write() output buffer with updated header"), first = req.outputData[0].data, endOfHeaders = first.indexOf(`\r
\r
`) + 4, req.outputData[0].data = req._header + first.substring(endOfHeaders), debug("Output buffer: %o", req.outputData[0].data));
        let socket;
        return this.proxy.protocol === "https:" ? (debug("Creating `tls.Socket`: %o", this.connectOpts), socket = tls.connect(this.connectOpts)) : (debug("Creating `net.Socket`: %o", this.connectOpts), socket = net.connect(this.connectOpts)), await (0, events_1.once)(socket, "connect"), socket;
      }
    };
    HttpProxyAgent2.protocols = ["http", "https"];
    exports2.HttpProxyAgent = HttpProxyAgent2;
    function omit(obj, ...keys) {
      let ret = {}, key;
      for (key in obj)
        keys.includes(key) || (ret[key] = obj[key]);
      return ret;
    }
  }
});

// node_modules/@azure/core-tracing/dist/commonjs/state-cjs.js
var require_state_cjs = __commonJS({
  "node_modules/@azure/core-tracing/dist/commonjs/state-cjs.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.state = void 0;
    exports2.state = {
      instrumenterImplementation: void 0
    };
  }
});

// node_modules/@azure/core-client/dist/commonjs/state-cjs.js
var require_state_cjs2 = __commonJS({
  "node_modules/@azure/core-client/dist/commonjs/state-cjs.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    exports2.state = void 0;
    exports2.state = {
      operationRequestMap: /* @__PURE__ */ new WeakMap()
    };
  }
});

// without:open
var open_exports = {};
__export(open_exports, {
  default: () => missing2
});
var missing2, init_open = __esm({
  "without:open"() {
    missing2 = new Proxy(() => {
      throw new Error("scripts/build.ts leaves open out of the bundle.");
    }, { get: () => {
      throw new Error("scripts/build.ts leaves open out of the bundle.");
    } });
  }
});

// src/azure/sdk.ts
var sdk_exports = {};
__export(sdk_exports, {
  ClientAssertionCredential: () => ClientAssertionCredential,
  DeviceCodeCredential: () => DeviceCodeCredential,
  ManagedIdentityCredential: () => ManagedIdentityCredential,
  ResourceGraphClient: () => ResourceGraphClient,
  RestError: () => RestError2,
  createDefaultHttpClient: () => createDefaultHttpClient2,
  createHttpHeaders: () => createHttpHeaders2,
  createPipelineRequest: () => createPipelineRequest2,
  proxyPolicy: () => proxyPolicy2
});
module.exports = __toCommonJS(sdk_exports);

// node_modules/@azure/arm-resourcegraph/dist/esm/static-helpers/cloudSettingHelpers.js
var AzureClouds;
(function(AzureClouds2) {
  AzureClouds2.AZURE_PUBLIC_CLOUD = "AZURE_PUBLIC_CLOUD", AzureClouds2.AZURE_CHINA_CLOUD = "AZURE_CHINA_CLOUD", AzureClouds2.AZURE_US_GOVERNMENT = "AZURE_US_GOVERNMENT";
})(AzureClouds || (AzureClouds = {}));
function getArmEndpoint(cloudSetting) {
  if (cloudSetting === void 0)
    return;
  let cloudEndpoints = {
    AZURE_CHINA_CLOUD: "https://management.chinacloudapi.cn/",
    AZURE_US_GOVERNMENT: "https://management.usgovcloudapi.net/",
    AZURE_PUBLIC_CLOUD: "https://management.azure.com/"
  };
  if (cloudSetting in cloudEndpoints)
    return cloudEndpoints[cloudSetting];
  throw new Error(`Unknown cloud setting: ${cloudSetting}. Please refer to the enum AzureClouds for possible values.`);
}

// node_modules/@azure/arm-resourcegraph/dist/esm/models/resourceChanges/models.js
function resourceChangesRequestParametersSerializer(item) {
  return {
    resourceIds: item.resourceIds ? item.resourceIds.map((p) => p) : item.resourceIds,
    subscriptionId: item.subscriptionId,
    interval: resourceChangesRequestParametersIntervalSerializer(item.interval),
    $skipToken: item.skipToken,
    $top: item.top,
    table: item.table,
    fetchPropertyChanges: item.fetchPropertyChanges,
    fetchSnapshots: item.fetchSnapshots
  };
}
function resourceChangesRequestParametersIntervalSerializer(item) {
  return { start: item.start.toISOString(), end: item.end.toISOString() };
}
function resourceChangeListDeserializer(item) {
  return {
    changes: item.changes ? resourceChangeDataArrayDeserializer(item.changes) : item.changes,
    skipToken: item.$skipToken
  };
}
function resourceChangeDataArrayDeserializer(result) {
  return result.map((item) => resourceChangeDataDeserializer(item));
}
function resourceChangeDataDeserializer(item) {
  return {
    resourceId: item.resourceId,
    changeId: item.changeId,
    beforeSnapshot: resourceChangeDataBeforeSnapshotDeserializer(item.beforeSnapshot),
    afterSnapshot: resourceChangeDataAfterSnapshotDeserializer(item.afterSnapshot),
    changeType: item.changeType,
    propertyChanges: item.propertyChanges ? resourcePropertyChangeArrayDeserializer(item.propertyChanges) : item.propertyChanges
  };
}
function resourceChangeDataBeforeSnapshotDeserializer(item) {
  return {
    snapshotId: item.snapshotId,
    timestamp: new Date(item.timestamp),
    content: item.content
  };
}
function resourceChangeDataAfterSnapshotDeserializer(item) {
  return {
    snapshotId: item.snapshotId,
    timestamp: new Date(item.timestamp),
    content: item.content
  };
}
function resourcePropertyChangeArrayDeserializer(result) {
  return result.map((item) => resourcePropertyChangeDeserializer(item));
}
function resourcePropertyChangeDeserializer(item) {
  return {
    propertyName: item.propertyName,
    beforeValue: item.beforeValue,
    afterValue: item.afterValue,
    changeCategory: item.changeCategory,
    propertyChangeType: item.propertyChangeType
  };
}
function resourceChangeDetailsRequestParametersSerializer(item) {
  return {
    resourceIds: item.resourceIds.map((p) => p),
    changeIds: item.changeIds.map((p) => p)
  };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/static-helpers/serialization/serialize-record.js
function serializeRecord(item, excludes, serializer) {
  let propertiesToExclude = excludes ?? [], res = {};
  for (let key of Object.keys(item))
    propertiesToExclude.includes(key) || item[key] === void 0 || (serializer ? res[key] = serializer(item[key]) : res[key] = item[key]);
  return res;
}

// node_modules/@azure/arm-resourcegraph/dist/esm/models/resourceGraphCommon/models.js
function dateTimeIntervalSerializer(item) {
  return { start: item.start.toISOString(), end: item.end.toISOString() };
}
function errorResponseDeserializer(item) {
  return {
    error: errorDeserializer(item.error)
  };
}
function errorDeserializer(item) {
  return {
    code: item.code,
    message: item.message,
    details: item.details ? errorDetailsArrayDeserializer(item.details) : item.details
  };
}
function errorDetailsArrayDeserializer(result) {
  return result.map((item) => errorDetailsDeserializer(item));
}
function errorDetailsDeserializer(item) {
  return {
    additionalProperties: serializeRecord(item, ["code", "message"]),
    code: item.code,
    message: item.message
  };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/models/resourceGraphApi/models.js
function queryRequestSerializer(item) {
  return {
    subscriptions: item.subscriptions ? item.subscriptions.map((p) => p) : item.subscriptions,
    managementGroups: item.managementGroups ? item.managementGroups.map((p) => p) : item.managementGroups,
    query: item.query,
    options: item.options ? queryRequestOptionsSerializer(item.options) : item.options,
    facets: item.facets ? facetRequestArraySerializer(item.facets) : item.facets
  };
}
function queryRequestOptionsSerializer(item) {
  return {
    $skipToken: item.skipToken,
    $top: item.top,
    $skip: item.skip,
    resultFormat: item.resultFormat,
    allowPartialScopes: item.allowPartialScopes,
    authorizationScopeFilter: item.authorizationScopeFilter
  };
}
function facetRequestArraySerializer(result) {
  return result.map((item) => facetRequestSerializer(item));
}
function facetRequestSerializer(item) {
  return {
    expression: item.expression,
    options: item.options ? facetRequestOptionsSerializer(item.options) : item.options
  };
}
function facetRequestOptionsSerializer(item) {
  return {
    sortBy: item.sortBy,
    sortOrder: item.sortOrder,
    filter: item.filter,
    $top: item.top
  };
}
function queryResponseDeserializer(item) {
  return {
    totalRecords: item.totalRecords,
    count: item.count,
    resultTruncated: item.resultTruncated,
    skipToken: item.$skipToken,
    data: item.data,
    facets: item.facets ? facetUnionArrayDeserializer(item.facets) : item.facets
  };
}
function facetUnionArrayDeserializer(result) {
  return result.map((item) => facetUnionDeserializer(item));
}
function facetDeserializer(item) {
  return {
    expression: item.expression,
    resultType: item.resultType
  };
}
function facetUnionDeserializer(item) {
  switch (item.resultType) {
    case "FacetResult":
      return facetResultDeserializer(item);
    case "FacetError":
      return facetErrorDeserializer(item);
    default:
      return facetDeserializer(item);
  }
}
function facetResultDeserializer(item) {
  return {
    expression: item.expression,
    resultType: item.resultType,
    totalRecords: item.totalRecords,
    count: item.count,
    data: item.data
  };
}
function facetErrorDeserializer(item) {
  return {
    expression: item.expression,
    resultType: item.resultType,
    errors: errorDetailsArrayDeserializer(item.errors)
  };
}
function _operationListResultDeserializer(item) {
  return {
    value: operationArrayDeserializer(item.value),
    nextLink: item.nextLink
  };
}
function operationArrayDeserializer(result) {
  return result.map((item) => operationDeserializer(item));
}
function operationDeserializer(item) {
  return {
    name: item.name,
    display: item.display ? operationDisplayDeserializer(item.display) : item.display,
    origin: item.origin
  };
}
function operationDisplayDeserializer(item) {
  return {
    provider: item.provider,
    resource: item.resource,
    operation: item.operation,
    description: item.description
  };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/models/resourceHistory/models.js
function resourcesHistoryRequestSerializer(item) {
  return {
    subscriptions: item.subscriptions ? item.subscriptions.map((p) => p) : item.subscriptions,
    query: item.query,
    options: item.options ? resourcesHistoryRequestOptionsSerializer(item.options) : item.options,
    managementGroups: item.managementGroups ? item.managementGroups.map((p) => p) : item.managementGroups
  };
}
function resourcesHistoryRequestOptionsSerializer(item) {
  return {
    interval: item.interval ? dateTimeIntervalSerializer(item.interval) : item.interval,
    $top: item.top,
    $skip: item.skip,
    $skipToken: item.skipToken,
    resultFormat: item.resultFormat
  };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/static-helpers/urlTemplate.js
function encodeComponent(val, reserved, op) {
  return (reserved ?? op === "+") || op === "#" ? encodeReservedComponent(val) : encodeRFC3986URIComponent(val);
}
function encodeReservedComponent(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map((part) => /%[0-9A-Fa-f]/.test(part) ? part : encodeURI(part)).join("");
}
function encodeRFC3986URIComponent(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
function isDefined(val) {
  return val != null;
}
function getNamedAndIfEmpty(op) {
  return [!!op && [";", "?", "&"].includes(op), op && ["?", "&"].includes(op) ? "=" : ""];
}
function getFirstOrSep(op, isFirst = !1) {
  return isFirst ? !op || op === "+" ? "" : op : !op || op === "+" || op === "#" ? "," : op === "?" ? "&" : op;
}
function getExpandedValue(option) {
  let isFirst = option.isFirst, { op, varName, varValue: value, reserved } = option, vals = [], [named, ifEmpty] = getNamedAndIfEmpty(op);
  if (Array.isArray(value))
    for (let val of value.filter(isDefined))
      vals.push(`${getFirstOrSep(op, isFirst)}`), named && varName && (vals.push(`${encodeURIComponent(varName)}`), val === "" ? vals.push(ifEmpty) : vals.push("=")), vals.push(encodeComponent(val, reserved, op)), isFirst = !1;
  else if (typeof value == "object")
    for (let key of Object.keys(value)) {
      let val = value[key];
      isDefined(val) && (vals.push(`${getFirstOrSep(op, isFirst)}`), key && (vals.push(`${encodeURIComponent(key)}`), named && val === "" ? vals.push(ifEmpty) : vals.push("=")), vals.push(encodeComponent(val, reserved, op)), isFirst = !1);
    }
  return vals.join("");
}
function getNonExpandedValue(option) {
  let { op, varName, varValue: value, isFirst, reserved } = option, vals = [], first = getFirstOrSep(op, isFirst), [named, ifEmpty] = getNamedAndIfEmpty(op);
  if (named && varName) {
    if (vals.push(encodeComponent(varName, reserved, op)), value === "")
      return ifEmpty || vals.push(ifEmpty), vals.join("") ? `${first}${vals.join("")}` : void 0;
    vals.push("=");
  }
  let items = [];
  if (Array.isArray(value))
    for (let val of value.filter(isDefined))
      items.push(encodeComponent(val, reserved, op));
  else if (typeof value == "object")
    for (let key of Object.keys(value))
      isDefined(value[key]) && (items.push(encodeRFC3986URIComponent(key)), items.push(encodeComponent(value[key], reserved, op)));
  return vals.push(items.join(",")), vals.join(",") ? `${first}${vals.join("")}` : void 0;
}
function getVarValue(option) {
  let { op, varName, modifier, isFirst, reserved, varValue: value } = option;
  if (isDefined(value))
    if (["string", "number", "boolean"].includes(typeof value)) {
      let val = value.toString(), [named, ifEmpty] = getNamedAndIfEmpty(op), vals = [getFirstOrSep(op, isFirst)];
      return named && varName && (vals.push(varName), val === "" ? vals.push(ifEmpty) : vals.push("=")), modifier && modifier !== "*" && (val = val.substring(0, parseInt(modifier, 10))), vals.push(encodeComponent(val, reserved, op)), vals.join("");
    } else return modifier === "*" ? getExpandedValue(option) : getNonExpandedValue(option);
  else return;
}
function expandUrlTemplate(template, context3, option) {
  let result = template.replace(/\{([^{}]+)\}|([^{}]+)/g, (_, expr, text) => {
    if (!expr)
      return encodeReservedComponent(text);
    let op;
    ["+", "#", ".", "/", ";", "?", "&"].includes(expr[0]) && (op = expr[0], expr = expr.slice(1));
    let varList = expr.split(/,/g), innerResult = [];
    for (let varSpec of varList) {
      let varMatch = /([^:*]*)(?::(\d+)|(\*))?/.exec(varSpec);
      if (!varMatch || !varMatch[1])
        continue;
      let varValue = getVarValue({
        isFirst: innerResult.length === 0,
        op,
        varValue: context3[varMatch[1]],
        varName: varMatch[1],
        modifier: varMatch[2] || varMatch[3],
        reserved: option?.allowReserved
      });
      varValue && innerResult.push(varValue);
    }
    return innerResult.join("");
  });
  return normalizeUnreserved(result);
}
function normalizeUnreserved(uri) {
  return uri.replace(/%([0-9A-Fa-f]{2})/g, (match, hex) => {
    let char = String.fromCharCode(parseInt(hex, 16));
    return /[.~-]/.test(char) ? char : match;
  });
}

// node_modules/@typespec/ts-http-runtime/dist/esm/abort-controller/AbortError.js
var AbortError = class extends Error {
  constructor(message) {
    super(message), this.name = "AbortError";
  }
};

// node_modules/@typespec/ts-http-runtime/dist/esm/logger/log.js
var import_node_os = require("node:os"), import_node_util = __toESM(require("node:util"), 1), import_node_process = __toESM(require("node:process"), 1);
function log(message, ...args) {
  import_node_process.default.stderr.write(`${import_node_util.default.format(message, ...args)}${import_node_os.EOL}`);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/env.js
var import_node_process2 = __toESM(require("node:process"), 1);
function getEnvironmentVariable(name3) {
  return import_node_process2.default.env[name3];
}
function emitNodeWarning(warning) {
  import_node_process2.default.emitWarning(warning);
}
var isDeno = typeof import_node_process2.default.versions.deno == "string" && import_node_process2.default.versions.deno.length > 0, isBun = typeof import_node_process2.default.versions.bun == "string" && import_node_process2.default.versions.bun.length > 0, isNodeLike = !0;

// node_modules/@typespec/ts-http-runtime/dist/esm/logger/debug.js
var debugEnvVariable = getEnvironmentVariable("DEBUG"), enabledString, enabledNamespaces = [], skippedNamespaces = [], debuggers = [];
debugEnvVariable && enable(debugEnvVariable);
var debugObj = Object.assign((namespace) => createDebugger(namespace), {
  enable,
  enabled,
  disable,
  log
});
function enable(namespaces) {
  enabledString = namespaces, enabledNamespaces = [], skippedNamespaces = [];
  let namespaceList = namespaces.split(",").map((ns) => ns.trim());
  for (let ns of namespaceList)
    ns.startsWith("-") ? skippedNamespaces.push(ns.substring(1)) : enabledNamespaces.push(ns);
  for (let instance of debuggers)
    instance.enabled = enabled(instance.namespace);
}
function enabled(namespace) {
  if (namespace.endsWith("*"))
    return !0;
  for (let skipped of skippedNamespaces)
    if (namespaceMatches(namespace, skipped))
      return !1;
  for (let enabledNamespace of enabledNamespaces)
    if (namespaceMatches(namespace, enabledNamespace))
      return !0;
  return !1;
}
function namespaceMatches(namespace, patternToMatch) {
  if (patternToMatch.indexOf("*") === -1)
    return namespace === patternToMatch;
  let pattern = patternToMatch;
  if (patternToMatch.indexOf("**") !== -1) {
    let patternParts = [], lastCharacter = "";
    for (let character of patternToMatch)
      character === "*" && lastCharacter === "*" || (lastCharacter = character, patternParts.push(character));
    pattern = patternParts.join("");
  }
  let namespaceIndex = 0, patternIndex = 0, patternLength = pattern.length, namespaceLength = namespace.length, lastWildcard = -1, lastWildcardNamespace = -1;
  for (; namespaceIndex < namespaceLength && patternIndex < patternLength; )
    if (pattern[patternIndex] === "*") {
      if (lastWildcard = patternIndex, patternIndex++, patternIndex === patternLength)
        return !0;
      for (; namespace[namespaceIndex] !== pattern[patternIndex]; )
        if (namespaceIndex++, namespaceIndex === namespaceLength)
          return !1;
      lastWildcardNamespace = namespaceIndex, namespaceIndex++, patternIndex++;
      continue;
    } else if (pattern[patternIndex] === namespace[namespaceIndex])
      patternIndex++, namespaceIndex++;
    else if (lastWildcard >= 0) {
      if (patternIndex = lastWildcard + 1, namespaceIndex = lastWildcardNamespace + 1, namespaceIndex === namespaceLength)
        return !1;
      for (; namespace[namespaceIndex] !== pattern[patternIndex]; )
        if (namespaceIndex++, namespaceIndex === namespaceLength)
          return !1;
      lastWildcardNamespace = namespaceIndex, namespaceIndex++, patternIndex++;
      continue;
    } else
      return !1;
  let namespaceDone = namespaceIndex === namespace.length, patternDone = patternIndex === pattern.length, trailingWildCard = patternIndex === pattern.length - 1 && pattern[patternIndex] === "*";
  return namespaceDone && (patternDone || trailingWildCard);
}
function disable() {
  let result = enabledString || "";
  return enable(""), result;
}
function createDebugger(namespace) {
  let newDebugger = Object.assign(debug, {
    enabled: enabled(namespace),
    destroy,
    log: debugObj.log,
    namespace,
    extend
  });
  function debug(...args) {
    newDebugger.enabled && (args.length > 0 && (args[0] = `${namespace} ${args[0]}`), newDebugger.log(...args));
  }
  return debuggers.push(newDebugger), newDebugger;
}
function destroy() {
  let index = debuggers.indexOf(this);
  return index >= 0 ? (debuggers.splice(index, 1), !0) : !1;
}
function extend(namespace) {
  let newDebugger = createDebugger(`${this.namespace}:${namespace}`);
  return newDebugger.log = this.log, newDebugger;
}
var debug_default = debugObj;

// node_modules/@typespec/ts-http-runtime/dist/esm/logger/logger.js
var TYPESPEC_RUNTIME_LOG_LEVELS = ["verbose", "info", "warning", "error"], levelMap = {
  verbose: 400,
  info: 300,
  warning: 200,
  error: 100
};
function patchLogMethod(parent, child) {
  child.log = (...args) => {
    parent.log(...args);
  };
}
function isTypeSpecRuntimeLogLevel(level) {
  return TYPESPEC_RUNTIME_LOG_LEVELS.includes(level);
}
function createLoggerContext(options) {
  let registeredLoggers = /* @__PURE__ */ new Set(), logLevelFromEnv = getEnvironmentVariable(options.logLevelEnvVarName), logLevel, clientLogger = debug_default(options.namespace);
  clientLogger.log = (...args) => {
    debug_default.log(...args);
  };
  function contextSetLogLevel(level) {
    if (level && !isTypeSpecRuntimeLogLevel(level))
      throw new Error(`Unknown log level '${level}'. Acceptable values: ${TYPESPEC_RUNTIME_LOG_LEVELS.join(",")}`);
    logLevel = level;
    let enabledNamespaces2 = [];
    for (let logger28 of registeredLoggers)
      shouldEnable(logger28) && enabledNamespaces2.push(logger28.namespace);
    debug_default.enable(enabledNamespaces2.join(","));
  }
  logLevelFromEnv && (isTypeSpecRuntimeLogLevel(logLevelFromEnv) ? contextSetLogLevel(logLevelFromEnv) : console.error(`${options.logLevelEnvVarName} set to unknown log level '${logLevelFromEnv}'; logging is not enabled. Acceptable values: ${TYPESPEC_RUNTIME_LOG_LEVELS.join(", ")}.`));
  function shouldEnable(logger28) {
    return !!(logLevel && levelMap[logger28.level] <= levelMap[logLevel]);
  }
  function createLogger(parent, level) {
    let logger28 = Object.assign(parent.extend(level), {
      level
    });
    if (patchLogMethod(parent, logger28), shouldEnable(logger28)) {
      let enabledNamespaces2 = debug_default.disable();
      debug_default.enable(enabledNamespaces2 + "," + logger28.namespace);
    }
    return registeredLoggers.add(logger28), logger28;
  }
  function contextGetLogLevel() {
    return logLevel;
  }
  function contextCreateClientLogger(namespace) {
    let clientRootLogger = clientLogger.extend(namespace);
    return patchLogMethod(clientLogger, clientRootLogger), {
      error: createLogger(clientRootLogger, "error"),
      warning: createLogger(clientRootLogger, "warning"),
      info: createLogger(clientRootLogger, "info"),
      verbose: createLogger(clientRootLogger, "verbose")
    };
  }
  return {
    setLogLevel: contextSetLogLevel,
    getLogLevel: contextGetLogLevel,
    createClientLogger: contextCreateClientLogger,
    logger: clientLogger
  };
}
var context = createLoggerContext({
  logLevelEnvVarName: "TYPESPEC_RUNTIME_LOG_LEVEL",
  namespace: "typeSpecRuntime"
}), TypeSpecRuntimeLogger = context.logger;
function createClientLogger(namespace) {
  return context.createClientLogger(namespace);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/httpHeaders.js
function normalizeName(name3) {
  return name3.toLowerCase();
}
function normalizeValue(value) {
  return String(value).trim().replace(/[\r\n]/g, "");
}
function* headerIterator(map) {
  for (let entry of map.values())
    yield [entry.name, entry.value];
}
var HttpHeadersImpl = class {
  _headersMap;
  constructor(rawHeaders) {
    if (this._headersMap = /* @__PURE__ */ new Map(), rawHeaders)
      for (let headerName of Object.keys(rawHeaders))
        this.set(headerName, rawHeaders[headerName]);
  }
  set(name3, value) {
    this._headersMap.set(normalizeName(name3), { name: name3, value: normalizeValue(value) });
  }
  get(name3) {
    return this._headersMap.get(normalizeName(name3))?.value;
  }
  has(name3) {
    return this._headersMap.has(normalizeName(name3));
  }
  delete(name3) {
    this._headersMap.delete(normalizeName(name3));
  }
  toJSON(options = {}) {
    let result = {};
    if (options.preserveCase)
      for (let entry of this._headersMap.values())
        result[entry.name] = entry.value;
    else
      for (let [normalizedName, entry] of this._headersMap)
        result[normalizedName] = entry.value;
    return result;
  }
  toString() {
    return JSON.stringify(this.toJSON({ preserveCase: !0 }));
  }
  [Symbol.iterator]() {
    return headerIterator(this._headersMap);
  }
};
function createHttpHeaders(rawHeaders) {
  return new HttpHeadersImpl(rawHeaders);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/uuidUtils.js
function randomUUID() {
  return globalThis.crypto.randomUUID();
}

// node_modules/@typespec/ts-http-runtime/dist/esm/pipelineRequest.js
var PipelineRequestImpl = class {
  url;
  method;
  headers;
  timeout;
  withCredentials;
  body;
  multipartBody;
  formData;
  streamResponseStatusCodes;
  enableBrowserStreams;
  proxySettings;
  disableKeepAlive;
  abortSignal;
  requestId;
  allowInsecureConnection;
  onUploadProgress;
  onDownloadProgress;
  requestOverrides;
  authSchemes;
  constructor(options) {
    this.url = options.url, this.body = options.body, this.headers = options.headers ?? createHttpHeaders(), this.method = options.method ?? "GET", this.timeout = options.timeout ?? 0, this.multipartBody = options.multipartBody, this.formData = options.formData, this.disableKeepAlive = options.disableKeepAlive ?? !1, this.proxySettings = options.proxySettings, this.streamResponseStatusCodes = options.streamResponseStatusCodes, this.withCredentials = options.withCredentials ?? !1, this.abortSignal = options.abortSignal, this.onUploadProgress = options.onUploadProgress, this.onDownloadProgress = options.onDownloadProgress, this.requestId = options.requestId || randomUUID(), this.allowInsecureConnection = options.allowInsecureConnection ?? !1, this.enableBrowserStreams = options.enableBrowserStreams ?? !1, this.requestOverrides = options.requestOverrides, this.authSchemes = options.authSchemes;
  }
};
function createPipelineRequest(options) {
  return new PipelineRequestImpl(options);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/pipeline.js
var ValidPhaseNames = /* @__PURE__ */ new Set(["Deserialize", "Serialize", "Retry", "Sign"]), HttpPipeline = class _HttpPipeline {
  _policies = [];
  _orderedPolicies;
  constructor(policies) {
    this._policies = policies?.slice(0) ?? [], this._orderedPolicies = void 0;
  }
  addPolicy(policy, options = {}) {
    if (options.phase && options.afterPhase)
      throw new Error("Policies inside a phase cannot specify afterPhase.");
    if (options.phase && !ValidPhaseNames.has(options.phase))
      throw new Error(`Invalid phase name: ${options.phase}`);
    if (options.afterPhase && !ValidPhaseNames.has(options.afterPhase))
      throw new Error(`Invalid afterPhase name: ${options.afterPhase}`);
    this._policies.push({
      policy,
      options
    }), this._orderedPolicies = void 0;
  }
  removePolicy(options) {
    let removedPolicies = [];
    return this._policies = this._policies.filter((policyDescriptor) => options.name && policyDescriptor.policy.name === options.name || options.phase && policyDescriptor.options.phase === options.phase ? (removedPolicies.push(policyDescriptor.policy), !1) : !0), this._orderedPolicies = void 0, removedPolicies;
  }
  sendRequest(httpClient, request) {
    return this.getOrderedPolicies().reduceRight((next, policy) => (req) => policy.sendRequest(req, next), (req) => httpClient.sendRequest(req))(request);
  }
  getOrderedPolicies() {
    return this._orderedPolicies || (this._orderedPolicies = this.orderPolicies()), this._orderedPolicies;
  }
  clone() {
    return new _HttpPipeline(this._policies);
  }
  static create() {
    return new _HttpPipeline();
  }
  orderPolicies() {
    let result = [], policyMap = /* @__PURE__ */ new Map();
    function createPhase(name3) {
      return {
        name: name3,
        policies: /* @__PURE__ */ new Set(),
        hasRun: !1,
        hasAfterPolicies: !1
      };
    }
    let serializePhase = createPhase("Serialize"), noPhase = createPhase("None"), deserializePhase = createPhase("Deserialize"), retryPhase = createPhase("Retry"), signPhase = createPhase("Sign"), orderedPhases = [serializePhase, noPhase, deserializePhase, retryPhase, signPhase];
    function getPhase(phase) {
      return phase === "Retry" ? retryPhase : phase === "Serialize" ? serializePhase : phase === "Deserialize" ? deserializePhase : phase === "Sign" ? signPhase : noPhase;
    }
    for (let descriptor of this._policies) {
      let policy = descriptor.policy, options = descriptor.options, policyName = policy.name;
      if (policyMap.has(policyName))
        throw new Error("Duplicate policy names not allowed in pipeline");
      let node = {
        policy,
        dependsOn: /* @__PURE__ */ new Set(),
        dependants: /* @__PURE__ */ new Set()
      };
      options.afterPhase && (node.afterPhase = getPhase(options.afterPhase), node.afterPhase.hasAfterPolicies = !0), policyMap.set(policyName, node), getPhase(options.phase).policies.add(node);
    }
    for (let descriptor of this._policies) {
      let { policy, options } = descriptor, policyName = policy.name, node = policyMap.get(policyName);
      if (!node)
        throw new Error(`Missing node for policy ${policyName}`);
      if (options.afterPolicies)
        for (let afterPolicyName of options.afterPolicies) {
          let afterNode = policyMap.get(afterPolicyName);
          afterNode && (node.dependsOn.add(afterNode), afterNode.dependants.add(node));
        }
      if (options.beforePolicies)
        for (let beforePolicyName of options.beforePolicies) {
          let beforeNode = policyMap.get(beforePolicyName);
          beforeNode && (beforeNode.dependsOn.add(node), node.dependants.add(beforeNode));
        }
    }
    function walkPhase(phase) {
      phase.hasRun = !0;
      for (let node of phase.policies)
        if (!(node.afterPhase && (!node.afterPhase.hasRun || node.afterPhase.policies.size)) && node.dependsOn.size === 0) {
          result.push(node.policy);
          for (let dependant of node.dependants)
            dependant.dependsOn.delete(node);
          policyMap.delete(node.policy.name), phase.policies.delete(node);
        }
    }
    function walkPhases() {
      for (let phase of orderedPhases) {
        if (walkPhase(phase), phase.policies.size > 0 && phase !== noPhase) {
          noPhase.hasRun || walkPhase(noPhase);
          return;
        }
        phase.hasAfterPolicies && walkPhase(noPhase);
      }
    }
    let iteration = 0;
    for (; policyMap.size > 0; ) {
      iteration++;
      let initialResultLength = result.length;
      if (walkPhases(), result.length <= initialResultLength && iteration > 1)
        throw new Error("Cannot satisfy policy dependencies due to requirements cycle.");
    }
    return result;
  }
};
function createEmptyPipeline() {
  return HttpPipeline.create();
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/object.js
function isObject(input) {
  return typeof input == "object" && input !== null && !Array.isArray(input) && !(input instanceof RegExp) && !(input instanceof Date);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/error.js
function isError(e) {
  if (isObject(e)) {
    let hasName = typeof e.name == "string", hasMessage = typeof e.message == "string";
    return hasName && hasMessage;
  }
  return !1;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/inspect.js
var import_node_util2 = require("node:util"), custom = import_node_util2.inspect.custom;

// node_modules/@typespec/ts-http-runtime/dist/esm/util/sanitizer.js
var RedactedString = "REDACTED", defaultAllowedHeaderNames = [
  "x-ms-client-request-id",
  "x-ms-return-client-request-id",
  "x-ms-useragent",
  "x-ms-correlation-request-id",
  "x-ms-request-id",
  "client-request-id",
  "ms-cv",
  "return-client-request-id",
  "traceparent",
  "azure-deprecating",
  "Access-Control-Allow-Credentials",
  "Access-Control-Allow-Headers",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Origin",
  "Access-Control-Expose-Headers",
  "Access-Control-Max-Age",
  "Access-Control-Request-Headers",
  "Access-Control-Request-Method",
  "Origin",
  "Accept",
  "Accept-Encoding",
  "Cache-Control",
  "Connection",
  "Content-Length",
  "Content-Type",
  "Date",
  "ETag",
  "Expires",
  "If-Match",
  "If-Modified-Since",
  "If-None-Match",
  "If-Unmodified-Since",
  "Last-Modified",
  "Pragma",
  "Request-Id",
  "Retry-After",
  "Server",
  "Transfer-Encoding",
  "User-Agent",
  "WWW-Authenticate"
], defaultAllowedQueryParameters = ["api-version"], Sanitizer = class {
  allowedHeaderNames;
  allowedQueryParameters;
  constructor({ additionalAllowedHeaderNames: allowedHeaderNames = [], additionalAllowedQueryParameters: allowedQueryParameters = [] } = {}) {
    allowedHeaderNames = defaultAllowedHeaderNames.concat(allowedHeaderNames), allowedQueryParameters = defaultAllowedQueryParameters.concat(allowedQueryParameters), this.allowedHeaderNames = new Set(allowedHeaderNames.map((n) => n.toLowerCase())), this.allowedQueryParameters = new Set(allowedQueryParameters.map((p) => p.toLowerCase()));
  }
  sanitize(obj) {
    let seen = /* @__PURE__ */ new Set();
    return JSON.stringify(obj, (key, value) => {
      if (value instanceof Error)
        return {
          ...value,
          name: value.name,
          message: value.message
        };
      if (key === "headers" && isObject(value))
        return this.sanitizeHeaders(value);
      if (key === "url" && typeof value == "string")
        return this.sanitizeUrl(value);
      if (key === "query" && isObject(value))
        return this.sanitizeQuery(value);
      if (key === "body")
        return;
      if (key === "response")
        return;
      if (key === "operationSpec")
        return;
      if (Array.isArray(value) || isObject(value)) {
        if (seen.has(value))
          return "[Circular]";
        seen.add(value);
      }
      return value;
    }, 2);
  }
  sanitizeUrl(value) {
    if (typeof value != "string" || value === null || value === "")
      return value;
    let url = new URL(value);
    if (!url.search)
      return value;
    for (let [key] of url.searchParams)
      this.allowedQueryParameters.has(key.toLowerCase()) || url.searchParams.set(key, RedactedString);
    return url.toString();
  }
  sanitizeHeaders(obj) {
    let sanitized = {};
    for (let key of Object.keys(obj))
      this.allowedHeaderNames.has(key.toLowerCase()) ? sanitized[key] = obj[key] : sanitized[key] = RedactedString;
    return sanitized;
  }
  sanitizeQuery(value) {
    if (typeof value != "object" || value === null)
      return value;
    let sanitized = {};
    for (let k of Object.keys(value))
      this.allowedQueryParameters.has(k.toLowerCase()) ? sanitized[k] = value[k] : sanitized[k] = RedactedString;
    return sanitized;
  }
};

// node_modules/@typespec/ts-http-runtime/dist/esm/restError.js
var errorSanitizer = new Sanitizer(), RestError = class _RestError extends Error {
  static REQUEST_SEND_ERROR = "REQUEST_SEND_ERROR";
  static PARSE_ERROR = "PARSE_ERROR";
  code;
  statusCode;
  request;
  response;
  details;
  constructor(message, options = {}) {
    super(message), this.name = "RestError", this.code = options.code, this.statusCode = options.statusCode, Object.defineProperty(this, "request", { value: options.request, enumerable: !1 }), Object.defineProperty(this, "response", { value: options.response, enumerable: !1 });
    let agent = this.request?.agent ? {
      maxFreeSockets: this.request.agent.maxFreeSockets,
      maxSockets: this.request.agent.maxSockets
    } : void 0;
    Object.defineProperty(this, custom, {
      value: () => `RestError: ${this.message} 
 ${errorSanitizer.sanitize({
        ...this,
        request: { ...this.request, agent },
        response: this.response
      })}`,
      enumerable: !1
    }), Object.setPrototypeOf(this, _RestError.prototype);
  }
};
function isRestError(e) {
  return e instanceof RestError ? !0 : isError(e) && e.name === "RestError";
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/bytesEncoding.js
function uint8ArrayToString(bytes, format) {
  return Buffer.from(bytes).toString(format);
}
function stringToUint8Array(value, format) {
  return Buffer.from(value, format);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/nodeHttpClient.js
var import_node_http = __toESM(require("node:http"), 1), import_node_https = __toESM(require("node:https"), 1), import_node_zlib = __toESM(require("node:zlib"), 1), import_node_stream = require("node:stream"), import_node_util3 = require("node:util");

// node_modules/@typespec/ts-http-runtime/dist/esm/log.js
var logger = createClientLogger("ts-http-runtime");

// node_modules/@typespec/ts-http-runtime/dist/esm/util/requestBodyHeaders.js
function getHeaderPairs(headers) {
  return Array.isArray(headers[0]) ? headers : Array.from({ length: Math.ceil(headers.length / 2) }, (_, index) => [
    headers[index * 2],
    headers[index * 2 + 1]
  ]);
}
function isIterable(value) {
  return Symbol.iterator in value && typeof value[Symbol.iterator] == "function";
}
function removeContinueToken(value) {
  if (typeof value == "string") {
    let tokens = value.split(","), remaining = tokens.filter((token) => token.trim().toLowerCase() !== "100-continue");
    return remaining.length === tokens.length ? value : remaining.map((token) => token.trim()).filter(Boolean).join(", ") || void 0;
  }
  if (Array.isArray(value)) {
    let remaining = value.map(removeContinueToken).filter((entry) => entry !== void 0);
    return remaining.length > 0 ? remaining : void 0;
  }
  return value;
}
function stripRequestBodyHeaders(request, removeFraming) {
  let stripHeaderValue = (name3, value) => {
    let lowerName = name3.toLowerCase();
    if (!(removeFraming && (lowerName === "content-length" || lowerName === "transfer-encoding" || lowerName === "trailer")))
      return lowerName === "expect" ? removeContinueToken(value) : value;
  }, stripHeaderPairs = (pairs) => pairs.flatMap(([name3, value]) => {
    let updated = typeof name3 == "string" ? stripHeaderValue(name3, value) : value;
    return updated === void 0 ? [] : [[name3, updated]];
  });
  for (let [name3, value] of request.headers) {
    let updated = stripHeaderValue(name3, value);
    updated === void 0 ? request.headers.delete(name3) : typeof updated == "string" && updated !== value && request.headers.set(name3, updated);
  }
  let overrides = request.requestOverrides;
  if (!overrides || !("headers" in overrides))
    return;
  let headers = overrides.headers;
  if (Array.isArray(headers)) {
    let updatedPairs = stripHeaderPairs(getHeaderPairs(headers));
    request.requestOverrides = {
      ...overrides,
      headers: Array.isArray(headers[0]) ? updatedPairs : updatedPairs.flat()
    };
  } else if (headers && typeof headers == "object" && isIterable(headers)) {
    let pairs = Array.from(headers, (entry) => {
      if (!Array.isArray(entry) || entry.length !== 2)
        throw new TypeError("Header entry must be a name/value pair");
      return entry;
    });
    request.requestOverrides = { ...overrides, headers: stripHeaderPairs(pairs) };
  } else if (headers && typeof headers == "object") {
    let updatedHeaders = {};
    for (let [name3, value] of Object.entries(headers)) {
      let updated = stripHeaderValue(name3, value);
      updated !== void 0 && (updatedHeaders[name3] = updated);
    }
    request.requestOverrides = { ...overrides, headers: updatedHeaders };
  }
}
function removeExpectContinueHeader(request) {
  stripRequestBodyHeaders(request, !1);
}
function removeRequestBodyHeaders(request) {
  stripRequestBodyHeaders(request, !0);
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/nodeExpectContinue.js
var EXPECT_CONTINUE_TIMEOUT_IN_MS = 1e3;
function getHeaderValues(headers, name3) {
  if (Array.isArray(headers))
    return getHeaderPairs(headers).filter(([key]) => typeof key == "string" && key.toLowerCase() === name3).flatMap(([, value]) => Array.isArray(value) ? value : [value]);
  if (headers && typeof headers == "object") {
    if ("get" in headers && typeof headers.get == "function") {
      let value2 = headers.get(name3);
      return value2 == null ? [] : [value2];
    }
    let value;
    for (let [key, entry] of Object.entries(headers))
      key.toLowerCase() === name3 && (value = entry);
    return value === void 0 ? [] : Array.isArray(value) ? value : [value];
  }
  return [];
}
function getEffectiveHeaderValues(request, name3) {
  let headers = request.requestOverrides && "headers" in request.requestOverrides ? request.requestOverrides.headers : request.headers;
  return getHeaderValues(headers, name3.toLowerCase());
}
function hasExpectContinue(request) {
  return getEffectiveHeaderValues(request, "expect").some((value) => typeof value == "string" && value.split(",").some((token) => token.trim().toLowerCase() === "100-continue"));
}
function addHeader(headers, name3, value) {
  return Array.isArray(headers) ? Array.isArray(headers[0]) ? [...headers, [name3, value]] : [...headers, name3, value] : { ...headers, [name3]: value };
}
function hasHeader(headers, name3) {
  return Array.isArray(headers) ? getHeaderPairs(headers).some(([key]) => typeof key == "string" && key.toLowerCase() === name3) : Object.keys(headers ?? {}).some((key) => key.toLowerCase() === name3);
}
function addExpectContinueFraming(options, bodyLength) {
  hasHeader(options.headers, "content-length") || hasHeader(options.headers, "transfer-encoding") || (options.headers = addHeader(options.headers, bodyLength === null ? "Transfer-Encoding" : "Content-Length", bodyLength === null ? "chunked" : String(bodyLength)));
}
function createExpectContinueRequest(options) {
  let fallback, waiting = !0, bodyStarted = !1, errorReported = !1, request, bodyError, bodyStream = options.bodyStream;
  if (bodyStream?.once("error", onBodyError), bodyStream && "errored" in bodyStream && bodyStream.errored instanceof Error) {
    process.nextTick(onBodyError, bodyStream.errored);
    return;
  }
  try {
    request = options.createRequest(onResponse);
  } catch (error) {
    onError(error);
    return;
  }
  function stopWaiting(keepBodyObserved = !1) {
    waiting = !1, fallback !== void 0 && (clearTimeout(fallback), fallback = void 0), request?.removeListener("continue", sendBody), request?.removeListener("socket", onSocket), keepBodyObserved || bodyStream?.removeListener("error", onBodyError);
  }
  function onError(error) {
    let requestError = error instanceof Error ? error : new Error(String(error));
    return errorReported || (errorReported = !0, stopWaiting(), options.onError(requestError)), requestError;
  }
  function onBodyError(error) {
    errorReported || !waiting && !bodyStarted || (errorReported = !0, bodyError = error instanceof Error ? error : new Error(String(error)), stopWaiting(), options.onBodyError(error), request?.destroy(bodyError));
  }
  function sendBody() {
    if (waiting) {
      bodyStarted = !0, stopWaiting(!0);
      try {
        options.sendBody(request);
      } catch (error) {
        onBodyError(error);
      } finally {
        bodyStream?.removeListener("error", onBodyError);
      }
    }
  }
  function onAbort() {
    stopWaiting(), options.onAbort(request);
  }
  function onSocket() {
    if (waiting)
      try {
        if (request.flushHeaders(), !waiting)
          return;
        request.write("", (error) => {
          error ? request.destroy(onError(error)) : waiting && (fallback = setTimeout(sendBody, EXPECT_CONTINUE_TIMEOUT_IN_MS));
        });
      } catch (error) {
        request.destroy(onError(error));
      }
  }
  function onResponse(response) {
    if (stopWaiting(), !bodyStarted) {
      request.shouldKeepAlive = !1;
      let destroyRequest = () => {
        response.removeListener("end", destroyRequest), response.removeListener("close", destroyRequest), request.destroy();
      };
      response.once("end", destroyRequest), response.once("close", destroyRequest), (response.readableEnded || response.destroyed) && destroyRequest();
    }
    options.onResponse(response);
  }
  if (request.once("error", onError), bodyError) {
    request.destroy(bodyError);
    return;
  }
  if (options.abortSignal.aborted) {
    onAbort();
    return;
  }
  options.abortSignal.addEventListener("abort", onAbort, { once: !0 }), request.once("close", () => stopWaiting()), (request.destroyed || request.closed) && stopWaiting(), waiting && (request.once("continue", sendBody), request.socket ? onSocket() : request.once("socket", onSocket));
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/responseBody.js
var responseBodySources = /* @__PURE__ */ new WeakMap(), responseBodyDisposers = /* @__PURE__ */ new WeakMap(), requestCompletions = /* @__PURE__ */ new WeakMap(), responseBodyCompletions = /* @__PURE__ */ new WeakMap();
function setRequestCompletion(response, completion) {
  requestCompletions.set(response, completion), completion.then(() => requestCompletions.get(response) === completion && requestCompletions.delete(response)).catch((error) => {
    logger.warning("Error tracking request completion", error);
  });
}
function getRequestCompletion(response) {
  return requestCompletions.get(response);
}
function getResponseBodyCompletion(response) {
  return responseBodyCompletions.get(response);
}
function isNodeResponseBody(value) {
  return typeof value == "object" && value !== null && "resume" in value && typeof value.resume == "function";
}
function isNodeEventEmitterBody(value) {
  return "on" in value && typeof value.on == "function" && "once" in value && typeof value.once == "function" && "removeListener" in value && typeof value.removeListener == "function";
}
function isBrowserResponseBody(value) {
  return typeof value == "object" && value !== null && "cancel" in value && typeof value.cancel == "function";
}
function setResponseBodySource(body, source) {
  isNodeResponseBody(body) && isNodeResponseBody(source) && responseBodySources.set(body, source);
}
function setResponseBodyDisposer(response, dispose) {
  return responseBodyDisposers.set(response, dispose), () => {
    responseBodyDisposers.get(response) === dispose && responseBodyDisposers.delete(response);
  };
}
function disposeNodeResponseBody(readableStream, disposed = /* @__PURE__ */ new Set()) {
  if (disposed.has(readableStream))
    return;
  disposed.add(readableStream);
  let source = responseBodySources.get(readableStream);
  if (responseBodySources.delete(readableStream), readableStream.closed !== !0)
    if (readableStream.destroy)
      if (isNodeEventEmitterBody(readableStream)) {
        let onError = (error) => {
          logger.warning("Error disposing Node stream", error);
        }, onClose = () => {
          readableStream.removeListener("error", onError);
        };
        readableStream.on("error", onError), readableStream.once("close", onClose);
        try {
          readableStream.destroy();
        } catch (error) {
          throw readableStream.removeListener("error", onError), readableStream.removeListener("close", onClose), error;
        }
      } else
        readableStream.destroy();
    else
      readableStream.resume();
  source && disposeNodeResponseBody(source, disposed);
}
function disposeNodeStream(stream) {
  try {
    disposeNodeResponseBody(stream);
  } catch (error) {
    logger.warning("Error disposing Node stream", error);
  }
}
async function disposeResponseBody(response) {
  try {
    let dispose = responseBodyDisposers.get(response);
    responseBodyDisposers.delete(response);
    try {
      let readableStream = response.readableStreamBody;
      if (isNodeResponseBody(readableStream)) {
        disposeNodeStream(readableStream);
        return;
      }
      let browserStream = response.browserStreamBody;
      isBrowserResponseBody(browserStream) && await browserStream.cancel();
    } finally {
      dispose?.();
    }
  } catch (error) {
    logger.warning("Error disposing response body", error);
  }
}

// node_modules/@typespec/ts-http-runtime/dist/esm/nodeHttpClient.js
var DEFAULT_TLS_SETTINGS = {};
function isReadableStream(body) {
  return typeof body == "object" && body !== null && "pipe" in body && typeof body.pipe == "function";
}
function isStreamComplete(stream) {
  return stream.readable === !1 ? Promise.resolve() : new Promise((resolve) => {
    let handler = () => {
      resolve(), stream.removeListener("close", handler), stream.removeListener("end", handler), stream.removeListener("error", handler);
    };
    stream.on("close", handler), stream.on("end", handler), stream.on("error", handler);
  });
}
function isArrayBuffer(body) {
  return import_node_util3.types.isArrayBuffer(body) || ArrayBuffer.isView(body);
}
function arrayBufferToBuffer(body) {
  return Buffer.isBuffer(body) ? body : ArrayBuffer.isView(body) ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.from(body);
}
var ReportTransform = class extends import_node_stream.Transform {
  loadedBytes = 0;
  progressCallback;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
  _transform(chunk, _encoding, callback) {
    this.push(chunk), this.loadedBytes += chunk.length;
    try {
      this.progressCallback({ loadedBytes: this.loadedBytes }), callback();
    } catch (e) {
      callback(e);
    }
  }
  constructor(progressCallback) {
    super(), this.progressCallback = progressCallback;
  }
};
function createRequestLifecycle(request, options, isInsecure, resolve, reject) {
  let clientRequest, response, requestDone = !1, resolveRequestComplete, requestComplete = new Promise((_resolve) => {
    resolveRequestComplete = _resolve;
  }), onComplete = () => {
    requestDone = !0, clientRequest.removeListener("finish", onComplete), clientRequest.removeListener("close", onComplete), resolveRequestComplete();
  }, onResponse = (incomingResponse) => {
    response = incomingResponse, resolve({
      response: incomingResponse,
      requestComplete,
      isRequestComplete: () => requestDone,
      disposeRequest: () => {
        requestDone || clientRequest.destroy();
      }
    });
  };
  return {
    createRequest: (onResponseCallback = onResponse) => (clientRequest = isInsecure ? import_node_http.default.request(options, onResponseCallback) : import_node_https.default.request(options, onResponseCallback), clientRequest.once("finish", onComplete), clientRequest.once("close", onComplete), clientRequest),
    onResponse,
    rejectRequest: (error) => {
      reject(toRequestSendError(error, request));
    },
    abortRequest: (req) => {
      let abortError = new AbortError("The operation was aborted. Rejecting from abort signal callback while making request.");
      response?.destroy(abortError), req.destroy(abortError), reject(abortError);
    }
  };
}
function toRequestSendError(error, request) {
  if (isRestError(error))
    return error;
  let prematureClose = error.code === "ERR_STREAM_PREMATURE_CLOSE";
  return new RestError(prematureClose ? "Request body stream closed before ending" : error.message, {
    code: prematureClose ? RestError.REQUEST_SEND_ERROR : error.code ?? RestError.REQUEST_SEND_ERROR,
    request
  });
}
function sendRequestBody(clientRequest, body, request, onError) {
  if (body && isReadableStream(body))
    pipeUploadStream(body, clientRequest, request, onError);
  else if (body)
    if (typeof body == "string" || Buffer.isBuffer(body))
      clientRequest.end(body);
    else
      throw logger.error("Unrecognized body type", body), new RestError("Unrecognized body type", { request });
  else
    clientRequest.end();
}
function prepareRequestBody(request, useExpectContinue) {
  let requestBody = request.body, resolvedBody = typeof requestBody == "function" ? requestBody() : requestBody, body = resolvedBody && isArrayBuffer(resolvedBody) ? arrayBufferToBuffer(resolvedBody) : resolvedBody;
  if (!useExpectContinue && body && !request.headers.has("Content-Length")) {
    let bodyLength = getBodyLength(body);
    bodyLength !== null && request.headers.set("Content-Length", bodyLength);
  }
  if (!body || !request.onUploadProgress)
    return body;
  let uploadReportStream = new ReportTransform(request.onUploadProgress);
  return uploadReportStream.on("error", (e) => {
    logger.error("Error in upload progress", e);
  }), isReadableStream(body) ? pipeUploadStream(body, uploadReportStream, request) : uploadReportStream.end(body), uploadReportStream;
}
var NodeHttpClient = class {
  cachedHttpAgent;
  cachedHttpsAgents = /* @__PURE__ */ new WeakMap();
  async sendRequest(request) {
    let requestBody = request.body, abortController = new AbortController(), abortListener, requestAbortSignal = request.abortSignal;
    if (requestAbortSignal) {
      if (requestAbortSignal.aborted)
        throw new AbortError("The operation was aborted. Request has already been canceled.");
      abortListener = (event) => {
        event.type === "abort" && abortController.abort();
      }, requestAbortSignal.addEventListener("abort", abortListener);
    }
    let timeoutId;
    request.timeout > 0 && (timeoutId = setTimeout(() => {
      let sanitizer = new Sanitizer();
      logger.info(`request to '${sanitizer.sanitizeUrl(request.url)}' timed out. canceling...`), abortController.abort();
    }, request.timeout));
    let acceptEncoding = request.headers.get("Accept-Encoding"), shouldDecompress = acceptEncoding?.includes("gzip") || acceptEncoding?.includes("deflate"), body, responseStream, requestComplete = Promise.resolve();
    try {
      let useExpectContinue = hasExpectContinue(request), knownBodyLength = useExpectContinue && typeof requestBody != "function" ? getBodyLength(requestBody ?? null) : null;
      knownBodyLength === 0 && (removeExpectContinueHeader(request), useExpectContinue = !1), useExpectContinue || (body = prepareRequestBody(request, !1));
      let result = useExpectContinue ? await this.makeRequestWithExpectContinue(request, abortController, () => (body = prepareRequestBody(request, !0), body), knownBodyLength) : await this.makeRequest(request, abortController, body);
      requestComplete = result.requestComplete;
      let res = result.response, headers = getResponseHeaders(res), response = {
        status: res.statusCode ?? 0,
        headers,
        request
      };
      if (!result.isRequestComplete()) {
        setRequestCompletion(response, result.requestComplete);
        let clearDisposer = setResponseBodyDisposer(response, result.disposeRequest);
        result.requestComplete.then(clearDisposer).catch((error) => {
          logger.warning("Error disposing request", error);
        });
      }
      if ((typeof request.requestOverrides?.method == "string" ? request.requestOverrides.method.toUpperCase() : request.method) === "HEAD")
        return res.resume(), response;
      responseStream = shouldDecompress ? getDecodedResponseStream(res, headers, abortController.signal) : res;
      let onDownloadProgress = request.onDownloadProgress;
      if (onDownloadProgress) {
        let downloadReportStream = new ReportTransform(onDownloadProgress);
        downloadReportStream.on("error", (e) => {
          logger.error("Error in download progress", e);
        }), responseStream = pipeResponseStream(responseStream, downloadReportStream, abortController.signal);
      }
      return /* Value of POSITIVE_INFINITY in streamResponseStatusCodes is considered as any status code */ request.streamResponseStatusCodes?.has(Number.POSITIVE_INFINITY) || request.streamResponseStatusCodes?.has(response.status) ? response.readableStreamBody = responseStream : response.bodyAsText = await streamToText(responseStream), response;
    } catch (error) {
      throw isReadableStream(body) && disposeNodeStream(body), responseStream && disposeNodeStream(responseStream), error;
    } finally {
      if (timeoutId !== void 0 && clearTimeout(timeoutId), requestAbortSignal && abortListener) {
        let uploadStreamDone = Promise.resolve();
        isReadableStream(body) && (uploadStreamDone = isStreamComplete(body));
        let downloadStreamDone = Promise.resolve();
        isReadableStream(responseStream) && (downloadStreamDone = isStreamComplete(responseStream)), Promise.all([requestComplete, uploadStreamDone, downloadStreamDone]).then(() => {
          abortListener && requestAbortSignal.removeEventListener("abort", abortListener);
        }).catch((e) => {
          logger.warning("Error when cleaning up abortListener on httpRequest", e);
        });
      }
    }
  }
  makeRequest(request, abortController, body) {
    let { options, isInsecure } = this.getRequestOptions(request);
    return new Promise((resolve, reject) => {
      let { createRequest, rejectRequest, abortRequest } = createRequestLifecycle(request, options, isInsecure, resolve, reject), req = createRequest();
      req.once("error", rejectRequest), abortController.signal.addEventListener("abort", () => abortRequest(req)), sendRequestBody(req, body, request, rejectRequest);
    });
  }
  makeRequestWithExpectContinue(request, abortController, prepareBody, knownBodyLength) {
    let { options, isInsecure } = this.getRequestOptions(request);
    return addExpectContinueFraming(options, knownBodyLength), new Promise((resolve, reject) => {
      let { createRequest, onResponse, rejectRequest, abortRequest } = createRequestLifecycle(request, options, isInsecure, resolve, reject);
      createExpectContinueRequest({
        abortSignal: abortController.signal,
        bodyStream: isReadableStream(request.body) ? request.body : void 0,
        createRequest,
        onAbort: abortRequest,
        onError: rejectRequest,
        onBodyError: reject,
        onResponse,
        sendBody: (clientRequest) => {
          let body = prepareBody();
          sendRequestBody(clientRequest, body, request, rejectRequest);
        }
      });
    });
  }
  getRequestOptions(request) {
    let url = new URL(request.url), isInsecure = url.protocol !== "https:";
    if (isInsecure && !request.allowInsecureConnection)
      throw new Error(`Cannot connect to ${request.url} while allowInsecureConnection is false.`);
    let agent = request.agent ?? this.getOrCreateAgent(request, isInsecure);
    return {
      isInsecure,
      options: {
        agent,
        hostname: url.hostname,
        path: `${url.pathname}${url.search}`,
        port: url.port,
        method: request.method,
        headers: request.headers.toJSON({ preserveCase: !0 }),
        ...request.requestOverrides
      }
    };
  }
  getOrCreateAgent(request, isInsecure) {
    let disableKeepAlive = request.disableKeepAlive;
    if (isInsecure)
      return disableKeepAlive ? import_node_http.default.globalAgent : (this.cachedHttpAgent || (this.cachedHttpAgent = new import_node_http.default.Agent({ keepAlive: !0 })), this.cachedHttpAgent);
    {
      if (disableKeepAlive && !request.tlsSettings)
        return import_node_https.default.globalAgent;
      let tlsSettings = request.tlsSettings ?? DEFAULT_TLS_SETTINGS, agent = this.cachedHttpsAgents.get(tlsSettings);
      return agent && agent.options.keepAlive === !disableKeepAlive || (logger.info("No cached TLS Agent exist, creating a new Agent"), agent = new import_node_https.default.Agent({
        // keepAlive is true if disableKeepAlive is false.
        keepAlive: !disableKeepAlive,
        // Since we are spreading, if no tslSettings were provided, nothing is added to the agent options.
        ...tlsSettings
      }), this.cachedHttpsAgents.set(tlsSettings, agent)), agent;
    }
  }
};
function getResponseHeaders(res) {
  let headers = createHttpHeaders();
  for (let header of Object.keys(res.headers)) {
    let value = res.headers[header];
    Array.isArray(value) ? value.length > 0 && headers.set(header, value[0]) : value && headers.set(header, value);
  }
  return headers;
}
function getDecodedResponseStream(stream, headers, abortSignal) {
  let contentEncoding = headers.get("Content-Encoding");
  return contentEncoding === "gzip" ? pipeResponseStream(stream, import_node_zlib.default.createGunzip(), abortSignal) : contentEncoding === "deflate" ? pipeResponseStream(stream, import_node_zlib.default.createInflate(), abortSignal) : stream;
}
function pipeUploadStream(source, destination, request, onError) {
  let tearingDown = !1, cleanupFinished = (0, import_node_stream.finished)(source, { writable: !1 }, onSourceComplete);
  function onSourceComplete(error) {
    if (cleanupFinished(), destination.removeListener("close", onDestinationClose), error && !tearingDown) {
      let requestError = toRequestSendError(error, request);
      destination.destroy(requestError), onError?.(requestError);
    }
  }
  function onDestinationClose() {
    tearingDown = !0, source.unpipe(destination), disposeNodeStream(source);
  }
  destination.once("close", onDestinationClose), source.pipe(destination);
}
function pipeResponseStream(source, destination, abortSignal) {
  setResponseBodySource(destination, source);
  let cleanupSource = () => {
  }, cleanupDestination = () => {
  };
  return cleanupSource = (0, import_node_stream.finished)(source, { writable: !1 }, (error) => {
    cleanupSource(), error && destination.destroy(abortSignal.aborted ? new AbortError() : error);
  }), cleanupDestination = (0, import_node_stream.finished)(destination, { writable: !1 }, () => {
    cleanupDestination(), source.unpipe(destination), source.readable && disposeNodeStream(source);
  }), source.pipe(destination);
}
function streamToText(stream) {
  return new Promise((resolve, reject) => {
    let buffer = [], cleanupFinished = (0, import_node_stream.finished)(stream, { writable: !1 }, onComplete);
    function onData(chunk) {
      Buffer.isBuffer(chunk) ? buffer.push(chunk) : buffer.push(Buffer.from(chunk));
    }
    function onComplete(error) {
      cleanupFinished(), stream.removeListener("data", onData), error?.name === "AbortError" ? reject(error) : error ? reject(new RestError(`Error reading response as text: ${error.message}`, {
        code: RestError.PARSE_ERROR
      })) : resolve(Buffer.concat(buffer).toString("utf8"));
    }
    stream.on("data", onData);
  });
}
function getBodyLength(body) {
  return body ? Buffer.isBuffer(body) ? body.length : isReadableStream(body) ? null : isArrayBuffer(body) ? body.byteLength : typeof body == "string" ? Buffer.byteLength(body) : null : 0;
}
function createNodeHttpClient() {
  return new NodeHttpClient();
}

// node_modules/@typespec/ts-http-runtime/dist/esm/defaultHttpClient.js
function createDefaultHttpClient() {
  return createNodeHttpClient();
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/logPolicy.js
var logPolicyName = "logPolicy";
function logPolicy(options = {}) {
  let logger28 = options.logger ?? logger.info, sanitizer = new Sanitizer({
    additionalAllowedHeaderNames: options.additionalAllowedHeaderNames,
    additionalAllowedQueryParameters: options.additionalAllowedQueryParameters
  });
  return {
    name: logPolicyName,
    async sendRequest(request, next) {
      if (!logger28.enabled)
        return next(request);
      logger28(`Request: ${sanitizer.sanitize(request)}`);
      let response = await next(request);
      return logger28(`Response status code: ${response.status}`), logger28(`Headers: ${sanitizer.sanitize({ headers: response.headers })}`), response;
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/userAgentPlatform.js
var import_node_os2 = __toESM(require("node:os"), 1), import_node_process3 = __toESM(require("node:process"), 1);
function getHeaderName() {
  return "User-Agent";
}
async function setPlatformSpecificData(map) {
  if (import_node_process3.default && import_node_process3.default.versions) {
    let osInfo = `${import_node_os2.default.type()} ${import_node_os2.default.release()}; ${import_node_os2.default.arch()}`;
    import_node_process3.default.versions.bun ? map.set("Bun", `${import_node_process3.default.versions.bun} (${osInfo})`) : import_node_process3.default.versions.deno ? map.set("Deno", `${import_node_process3.default.versions.deno} (${osInfo})`) : import_node_process3.default.versions.node && map.set("Node", `${import_node_process3.default.versions.node} (${osInfo})`);
  }
}

// node_modules/@typespec/ts-http-runtime/dist/esm/constants.js
var SDK_VERSION = "0.3.11";

// node_modules/@typespec/ts-http-runtime/dist/esm/util/userAgent.js
function getUserAgentString(telemetryInfo) {
  let parts = [];
  for (let [key, value] of telemetryInfo) {
    let token = value ? `${key}/${value}` : key;
    parts.push(token);
  }
  return parts.join(" ");
}
function getUserAgentHeaderName() {
  return getHeaderName();
}
async function getUserAgentValue(prefix) {
  let runtimeInfo = /* @__PURE__ */ new Map();
  runtimeInfo.set("ts-http-runtime", SDK_VERSION), await setPlatformSpecificData(runtimeInfo);
  let defaultAgent = getUserAgentString(runtimeInfo);
  return prefix ? `${prefix} ${defaultAgent}` : defaultAgent;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/userAgentPolicy.js
var UserAgentHeaderName = getUserAgentHeaderName(), userAgentPolicyName = "userAgentPolicy";
function userAgentPolicy(options = {}) {
  let userAgentValue = getUserAgentValue(options.userAgentPrefix);
  return {
    name: userAgentPolicyName,
    async sendRequest(request, next) {
      return request.headers.has(UserAgentHeaderName) || request.headers.set(UserAgentHeaderName, await userAgentValue), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/random.js
function getRandomIntegerInclusive(min, max) {
  return min = Math.ceil(min), max = Math.floor(max), Math.floor(Math.random() * (max - min + 1)) + min;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/delay.js
function calculateRetryDelay(retryAttempt, config) {
  let exponentialDelay = config.retryDelayInMs * Math.pow(2, retryAttempt), clampedDelay = Math.min(config.maxRetryDelayInMs, exponentialDelay);
  return { retryAfterInMs: clampedDelay / 2 + getRandomIntegerInclusive(0, clampedDelay / 2) };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/helpers.js
var StandardAbortMessage = "The operation was aborted.";
function delay(delayInMs, value, options) {
  return new Promise((resolve, reject) => {
    let timer, onAborted, rejectOnAbort = () => reject(new AbortError(options?.abortErrorMsg ? options?.abortErrorMsg : StandardAbortMessage)), removeListeners = () => {
      options?.abortSignal && onAborted && options.abortSignal.removeEventListener("abort", onAborted);
    };
    if (onAborted = () => (timer && clearTimeout(timer), removeListeners(), rejectOnAbort()), options?.abortSignal && options.abortSignal.aborted)
      return rejectOnAbort();
    timer = setTimeout(() => {
      removeListeners(), resolve(value);
    }, delayInMs), options?.abortSignal && options.abortSignal.addEventListener("abort", onAborted);
  });
}
function parseHeaderValueAsNumber(response, headerName) {
  let value = response.headers.get(headerName);
  if (!value)
    return;
  let valueAsNum = Number(value);
  if (!Number.isNaN(valueAsNum))
    return valueAsNum;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/retryStrategies/throttlingRetryStrategy.js
var RetryAfterHeader = "Retry-After", AllRetryAfterHeaders = ["retry-after-ms", "x-ms-retry-after-ms", RetryAfterHeader];
function getRetryAfterInMs(response) {
  if (response && [429, 503].includes(response.status))
    try {
      for (let header of AllRetryAfterHeaders) {
        let retryAfterValue = parseHeaderValueAsNumber(response, header);
        if (retryAfterValue === 0 || retryAfterValue)
          return retryAfterValue * (header === RetryAfterHeader ? 1e3 : 1);
      }
      let retryAfterHeader = response.headers.get(RetryAfterHeader);
      if (!retryAfterHeader)
        return;
      let diff = Date.parse(retryAfterHeader) - Date.now();
      return Number.isFinite(diff) ? Math.max(0, diff) : void 0;
    } catch {
      return;
    }
}
function isThrottlingRetryResponse(response) {
  return Number.isFinite(getRetryAfterInMs(response));
}
function throttlingRetryStrategy() {
  return {
    name: "throttlingRetryStrategy",
    retry({ response }) {
      let retryAfterInMs = getRetryAfterInMs(response);
      return Number.isFinite(retryAfterInMs) ? {
        retryAfterInMs
      } : { skipStrategy: !0 };
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/retryStrategies/exponentialRetryStrategy.js
var DEFAULT_CLIENT_RETRY_INTERVAL = 1e3, DEFAULT_CLIENT_MAX_RETRY_INTERVAL = 1e3 * 64;
function exponentialRetryStrategy(options = {}) {
  let retryInterval = options.retryDelayInMs ?? DEFAULT_CLIENT_RETRY_INTERVAL, maxRetryInterval = options.maxRetryDelayInMs ?? DEFAULT_CLIENT_MAX_RETRY_INTERVAL;
  return {
    name: "exponentialRetryStrategy",
    retry({ retryCount, response, responseError }) {
      let matchedSystemError = isSystemError(responseError), ignoreSystemErrors = matchedSystemError && options.ignoreSystemErrors, isExponential = isExponentialRetryResponse(response), ignoreExponentialResponse = isExponential && options.ignoreHttpStatusCodes;
      return response && (isThrottlingRetryResponse(response) || !isExponential) || ignoreExponentialResponse || ignoreSystemErrors ? { skipStrategy: !0 } : responseError && !matchedSystemError && !isExponential ? { errorToThrow: responseError } : calculateRetryDelay(retryCount, {
        retryDelayInMs: retryInterval,
        maxRetryDelayInMs: maxRetryInterval
      });
    }
  };
}
function isExponentialRetryResponse(response) {
  return !!(response && response.status !== void 0 && (response.status >= 500 || response.status === 408) && response.status !== 501 && response.status !== 505);
}
function isSystemError(err) {
  return err ? err.code === "ETIMEDOUT" || err.code === "ESOCKETTIMEDOUT" || err.code === "ECONNREFUSED" || err.code === "ECONNRESET" || err.code === "ENOENT" || err.code === "ENOTFOUND" : !1;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/retryPolicy.js
var retryPolicyLogger = createClientLogger("ts-http-runtime retryPolicy"), retryPolicyName = "retryPolicy";
function retryPolicy(strategies, options = { maxRetries: 3 }) {
  let logger28 = options.logger || retryPolicyLogger;
  return {
    name: retryPolicyName,
    async sendRequest(request, next) {
      let response, responseError, retryCount = -1;
      retryRequest: for (; ; ) {
        retryCount += 1, responseError = void 0;
        try {
          logger28.info(`Retry ${retryCount}: Attempting to send request`, request.requestId), response = await next(request), logger28.info(`Retry ${retryCount}: Received a response from request`, request.requestId);
        } catch (e) {
          if (logger28.error(`Retry ${retryCount}: Received an error from request`, request.requestId), !isRestError(e))
            throw e;
          responseError = e, response = e.response;
        }
        if (request.abortSignal?.aborted)
          throw logger28.error(`Retry ${retryCount}: Request aborted.`), new AbortError();
        if (retryCount >= (options.maxRetries ?? 3)) {
          if (logger28.info(`Retry ${retryCount}: Maximum retries reached. Returning the last received response, or throwing the last received error.`), responseError)
            throw responseError;
          if (response)
            return response;
          throw new Error("Maximum retries reached with no response or error to throw");
        }
        logger28.info(`Retry ${retryCount}: Processing ${strategies.length} retry strategies.`);
        strategiesLoop: for (let strategy of strategies) {
          let strategyLogger = strategy.logger || logger28;
          strategyLogger.info(`Retry ${retryCount}: Processing retry strategy ${strategy.name}.`);
          let modifiers = strategy.retry({
            retryCount,
            response,
            responseError
          });
          if (modifiers.skipStrategy) {
            strategyLogger.info(`Retry ${retryCount}: Skipped.`);
            continue strategiesLoop;
          }
          let { errorToThrow, retryAfterInMs, redirectTo } = modifiers;
          if (errorToThrow)
            throw strategyLogger.error(`Retry ${retryCount}: Retry strategy ${strategy.name} throws error:`, errorToThrow), errorToThrow;
          if (retryAfterInMs || retryAfterInMs === 0) {
            strategyLogger.info(`Retry ${retryCount}: Retry strategy ${strategy.name} retries after ${retryAfterInMs}`), response && await disposeResponseBody(response), await delay(retryAfterInMs, void 0, { abortSignal: request.abortSignal });
            continue retryRequest;
          }
          if (redirectTo) {
            strategyLogger.info(`Retry ${retryCount}: Retry strategy ${strategy.name} redirects to ${redirectTo}`), response && await disposeResponseBody(response), request.url = redirectTo;
            continue retryRequest;
          }
        }
        if (responseError)
          throw logger28.info("None of the retry strategies could work with the received error. Throwing it."), responseError;
        if (response)
          return logger28.info("None of the retry strategies could work with the received response. Returning it."), response;
      }
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/defaultRetryPolicy.js
var defaultRetryPolicyName = "defaultRetryPolicy";
function defaultRetryPolicy(options = {}) {
  return {
    name: defaultRetryPolicyName,
    sendRequest: retryPolicy([throttlingRetryStrategy(), exponentialRetryStrategy(options)], {
      maxRetries: options.maxRetries ?? 3
    }).sendRequest
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/formData.js
function convertBodyToFormDataMap(body) {
  if (typeof FormData < "u" && body instanceof FormData) {
    let formDataMap = {};
    for (let [key, value] of body.entries()) {
      let existing = formDataMap[key];
      Array.isArray(existing) ? existing.push(value) : formDataMap[key] = existing !== void 0 ? [existing, value] : [value];
    }
    return formDataMap;
  }
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/formDataPolicy.js
var formDataPolicyName = "formDataPolicy";
function formDataPolicy() {
  return {
    name: formDataPolicyName,
    async sendRequest(request, next) {
      let converted = convertBodyToFormDataMap(request.body);
      if (converted && (request.formData = converted, request.body = void 0), request.formData) {
        let contentType = request.headers.get("Content-Type");
        contentType && contentType.indexOf("application/x-www-form-urlencoded") !== -1 ? request.body = wwwFormUrlEncode(request.formData) : await prepareFormData(request.formData, request), request.formData = void 0;
      }
      return next(request);
    }
  };
}
function wwwFormUrlEncode(formData) {
  let urlSearchParams = new URLSearchParams();
  for (let [key, value] of Object.entries(formData))
    if (Array.isArray(value))
      for (let subValue of value)
        urlSearchParams.append(key, subValue.toString());
    else
      urlSearchParams.append(key, value.toString());
  return urlSearchParams.toString();
}
async function prepareFormData(formData, request) {
  let contentType = request.headers.get("Content-Type");
  if (contentType && !contentType.startsWith("multipart/form-data"))
    return;
  request.headers.set("Content-Type", contentType ?? "multipart/form-data");
  let parts = [];
  for (let [fieldName, values] of Object.entries(formData))
    for (let value of Array.isArray(values) ? values : [values])
      if (typeof value == "string")
        parts.push({
          headers: createHttpHeaders({
            "Content-Disposition": `form-data; name="${fieldName}"`
          }),
          body: stringToUint8Array(value, "utf-8")
        });
      else {
        if (value == null || typeof value != "object")
          throw new Error(`Unexpected value for key ${fieldName}: ${value}. Value should be serialized to string first.`);
        {
          let fileName = value.name || "blob", headers = createHttpHeaders();
          headers.set("Content-Disposition", `form-data; name="${fieldName}"; filename="${fileName}"`), headers.set("Content-Type", value.type || "application/octet-stream"), parts.push({
            headers,
            body: value
          });
        }
      }
  request.multipartBody = { parts };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/agentPolicy.js
var agentPolicyName = "agentPolicy";
function agentPolicy(agent) {
  return {
    name: agentPolicyName,
    sendRequest: async (req, next) => (req.agent || (req.agent = agent), next(req))
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/tlsPolicy.js
var tlsPolicyName = "tlsPolicy";
function tlsPolicy(tlsSettings) {
  return {
    name: tlsPolicyName,
    sendRequest: async (req, next) => (req.tlsSettings || (req.tlsSettings = tlsSettings), next(req))
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/proxyPolicy.js
var import_https_proxy_agent = __toESM(require_dist2(), 1), import_http_proxy_agent = __toESM(require_dist3(), 1);
var HTTPS_PROXY = "HTTPS_PROXY", HTTP_PROXY = "HTTP_PROXY", ALL_PROXY = "ALL_PROXY", NO_PROXY = "NO_PROXY", proxyPolicyName = "proxyPolicy", globalNoProxyList = [], noProxyListLoaded = !1, globalBypassedMap = /* @__PURE__ */ new Map();
function getEnvironmentValue(name3) {
  if (process.env[name3])
    return process.env[name3];
  if (process.env[name3.toLowerCase()])
    return process.env[name3.toLowerCase()];
}
function loadEnvironmentProxyValue() {
  if (!process)
    return;
  let httpsProxy = getEnvironmentValue(HTTPS_PROXY), allProxy = getEnvironmentValue(ALL_PROXY), httpProxy = getEnvironmentValue(HTTP_PROXY);
  return httpsProxy || allProxy || httpProxy;
}
function isBypassed(uri, noProxyList, bypassedMap) {
  if (noProxyList.length === 0)
    return !1;
  let host = new URL(uri).hostname;
  if (bypassedMap?.has(host))
    return bypassedMap.get(host);
  let isBypassedFlag = !1;
  for (let pattern of noProxyList)
    pattern[0] === "." ? (host.endsWith(pattern) || host.length === pattern.length - 1 && host === pattern.slice(1)) && (isBypassedFlag = !0) : host === pattern && (isBypassedFlag = !0);
  return bypassedMap?.set(host, isBypassedFlag), isBypassedFlag;
}
function loadNoProxy() {
  let noProxy = getEnvironmentValue(NO_PROXY);
  return noProxyListLoaded = !0, noProxy ? noProxy.split(",").map((item) => item.trim()).filter((item) => item.length) : [];
}
function getDefaultProxySettingsInternal() {
  let envProxy = loadEnvironmentProxyValue();
  return envProxy ? new URL(envProxy) : void 0;
}
function getUrlFromProxySettings(settings) {
  let parsedProxyUrl;
  try {
    parsedProxyUrl = new URL(settings.host);
  } catch {
    throw new Error(`Expecting a valid host string in proxy settings, but found "${settings.host}".`);
  }
  return parsedProxyUrl.port = String(settings.port), settings.username && (parsedProxyUrl.username = settings.username), settings.password && (parsedProxyUrl.password = settings.password), parsedProxyUrl;
}
function setProxyAgentOnRequest(request, cachedAgents, proxyUrl) {
  if (request.agent)
    return;
  let isInsecure = new URL(request.url).protocol !== "https:";
  request.tlsSettings && logger.warning("TLS settings are not supported in combination with custom Proxy, certificates provided to the client will be ignored."), isInsecure ? (cachedAgents.httpProxyAgent || (cachedAgents.httpProxyAgent = new import_http_proxy_agent.HttpProxyAgent(proxyUrl)), request.agent = cachedAgents.httpProxyAgent) : (cachedAgents.httpsProxyAgent || (cachedAgents.httpsProxyAgent = new import_https_proxy_agent.HttpsProxyAgent(proxyUrl)), request.agent = cachedAgents.httpsProxyAgent);
}
function proxyPolicy(proxySettings, options) {
  noProxyListLoaded || globalNoProxyList.push(...loadNoProxy());
  let defaultProxy = proxySettings ? getUrlFromProxySettings(proxySettings) : getDefaultProxySettingsInternal(), cachedAgents = {};
  return {
    name: proxyPolicyName,
    async sendRequest(request, next) {
      return !request.proxySettings && defaultProxy && !isBypassed(request.url, options?.customNoProxyList ?? globalNoProxyList, options?.customNoProxyList ? void 0 : globalBypassedMap) ? setProxyAgentOnRequest(request, cachedAgents, defaultProxy) : request.proxySettings && setProxyAgentOnRequest(request, cachedAgents, getUrlFromProxySettings(request.proxySettings)), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/decompressResponsePolicy.js
var decompressResponsePolicyName = "decompressResponsePolicy";
function decompressResponsePolicy() {
  return {
    name: decompressResponsePolicyName,
    async sendRequest(request, next) {
      return request.method !== "HEAD" && request.headers.set("Accept-Encoding", "gzip,deflate"), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/redirectPolicy.js
var redirectPolicyName = "redirectPolicy", allowedRedirect = ["GET", "HEAD"];
function redirectPolicy(options = {}) {
  let { maxRetries = 20, allowCrossOriginRedirects = !1 } = options;
  return {
    name: redirectPolicyName,
    async sendRequest(request, next) {
      let response = await next(request);
      return handleRedirect(next, response, maxRetries, allowCrossOriginRedirects);
    }
  };
}
async function handleRedirect(next, response, maxRetries, allowCrossOriginRedirects, currentRetries = 0) {
  let { request, status, headers } = response, locationHeader = headers.get("location");
  if (locationHeader && (status === 300 || status === 301 && allowedRedirect.includes(request.method) || status === 302 && allowedRedirect.includes(request.method) || status === 303 && request.method === "POST" || status === 307) && currentRetries < maxRetries) {
    let url = new URL(locationHeader, request.url);
    if (!allowCrossOriginRedirects) {
      let originalUrl = new URL(request.url);
      if (url.origin !== originalUrl.origin)
        return logger.verbose(`Skipping cross-origin redirect from ${originalUrl.origin} to ${url.origin}.`), response;
    }
    request.url = url.toString(), status === 303 && (request.method = "GET", request.requestOverrides && "method" in request.requestOverrides && (request.requestOverrides = { ...request.requestOverrides, method: "GET" }), removeRequestBodyHeaders(request), delete request.body), request.headers.delete("Authorization"), await disposeResponseBody(response);
    let res = await next(request);
    return handleRedirect(next, res, maxRetries, allowCrossOriginRedirects, currentRetries + 1);
  }
  return response;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/platformPolicies.js
function addPlatformPolicies(pipeline, options) {
  options.agent && pipeline.addPolicy(agentPolicy(options.agent)), options.tlsOptions && pipeline.addPolicy(tlsPolicy(options.tlsOptions)), pipeline.addPolicy(proxyPolicy(options.proxyOptions)), pipeline.addPolicy(decompressResponsePolicy()), pipeline.addPolicy(redirectPolicy(options.redirectOptions), { afterPhase: "Retry" });
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/typeGuards-node.js
var import_stream = require("stream");
function isNodeReadableStream(x) {
  return x instanceof import_stream.Readable;
}
function isWebReadableStream(x) {
  return x instanceof ReadableStream;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/typeGuards.js
function isBinaryBody(body) {
  return body !== void 0 && (body instanceof Uint8Array || isReadableStream2(body) || typeof body == "function" || body instanceof Blob);
}
function isReadableStream2(x) {
  return isNodeReadableStream(x) || isWebReadableStream(x);
}
function isBlob(x) {
  return x instanceof Blob;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/util/concat.js
var import_stream2 = require("stream");
async function* streamAsyncIterator() {
  let reader = this.getReader();
  try {
    for (; ; ) {
      let { done, value } = await reader.read();
      if (done)
        return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
function makeAsyncIterable(webStream) {
  webStream[Symbol.asyncIterator] || (webStream[Symbol.asyncIterator] = streamAsyncIterator.bind(webStream)), webStream.values || (webStream.values = streamAsyncIterator.bind(webStream));
}
function ensureNodeStream(stream) {
  return stream instanceof ReadableStream ? (makeAsyncIterable(stream), import_stream2.Readable.fromWeb(stream)) : stream;
}
function toStream(source) {
  return source instanceof Uint8Array ? import_stream2.Readable.from(Buffer.from(source)) : isBlob(source) ? ensureNodeStream(source.stream()) : ensureNodeStream(source);
}
async function concat(sources) {
  return function() {
    let streams = sources.map((x) => typeof x == "function" ? x() : x).map(toStream);
    return import_stream2.Readable.from((async function* () {
      for (let stream of streams)
        for await (let chunk of stream)
          yield chunk;
    })());
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/multipartPolicy.js
function generateBoundary() {
  return `----AzSDKFormBoundary${randomUUID()}`;
}
function encodeHeaders(headers) {
  let result = "";
  for (let [key, value] of headers)
    result += `${key}: ${value}\r
`;
  return result;
}
function getLength(source) {
  return source instanceof Uint8Array ? source.byteLength : isBlob(source) ? source.size === -1 ? void 0 : source.size : void 0;
}
function getTotalLength(sources) {
  let total = 0;
  for (let source of sources) {
    let partLength = getLength(source);
    if (partLength === void 0)
      return;
    total += partLength;
  }
  return total;
}
async function buildRequestBody(request, parts, boundary) {
  let sources = [
    stringToUint8Array(`--${boundary}`, "utf-8"),
    ...parts.flatMap((part) => [
      stringToUint8Array(`\r
`, "utf-8"),
      stringToUint8Array(encodeHeaders(part.headers), "utf-8"),
      stringToUint8Array(`\r
`, "utf-8"),
      part.body,
      stringToUint8Array(`\r
--${boundary}`, "utf-8")
    ]),
    stringToUint8Array(`--\r
\r
`, "utf-8")
  ], contentLength = getTotalLength(sources);
  contentLength && request.headers.set("Content-Length", contentLength), request.body = await concat(sources);
}
var multipartPolicyName = "multipartPolicy", maxBoundaryLength = 70, validBoundaryCharacters = new Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'()+,-./:=?");
function assertValidBoundary(boundary) {
  if (boundary.length > maxBoundaryLength)
    throw new Error(`Multipart boundary "${boundary}" exceeds maximum length of 70 characters`);
  if (Array.from(boundary).some((x) => !validBoundaryCharacters.has(x)))
    throw new Error(`Multipart boundary "${boundary}" contains invalid characters`);
}
function multipartPolicy() {
  return {
    name: multipartPolicyName,
    async sendRequest(request, next) {
      if (!request.multipartBody)
        return next(request);
      if (request.body)
        throw new Error("multipartBody and regular body cannot be set at the same time");
      let boundary = request.multipartBody.boundary, contentTypeHeader = request.headers.get("Content-Type") ?? "multipart/mixed", parsedHeader = contentTypeHeader.match(/^(multipart\/[^ ;]+)(?:; *boundary=(.+))?$/);
      if (!parsedHeader)
        throw new Error(`Got multipart request body, but content-type header was not multipart: ${contentTypeHeader}`);
      let [, contentType, parsedBoundary] = parsedHeader;
      if (parsedBoundary && boundary && parsedBoundary !== boundary)
        throw new Error(`Multipart boundary was specified as ${parsedBoundary} in the header, but got ${boundary} in the request body`);
      return boundary ??= parsedBoundary, boundary ? assertValidBoundary(boundary) : boundary = generateBoundary(), request.headers.set("Content-Type", `${contentType}; boundary=${boundary}`), await buildRequestBody(request, request.multipartBody.parts, boundary), request.multipartBody = void 0, next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/createPipelineFromOptions.js
function createPipelineFromOptions(options) {
  let pipeline = createEmptyPipeline();
  return addPlatformPolicies(pipeline, options), pipeline.addPolicy(formDataPolicy(), { beforePolicies: [multipartPolicyName] }), pipeline.addPolicy(userAgentPolicy(options.userAgentOptions)), pipeline.addPolicy(multipartPolicy(), { afterPhase: "Deserialize" }), pipeline.addPolicy(defaultRetryPolicy(options.retryOptions), { phase: "Retry" }), pipeline.addPolicy(logPolicy(options.loggingOptions), { afterPhase: "Sign" }), pipeline;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/apiVersionPolicy.js
var apiVersionPolicyName = "ApiVersionPolicy";
function apiVersionPolicy(options) {
  return {
    name: apiVersionPolicyName,
    sendRequest: (req, next) => {
      let url = new URL(req.url);
      return !url.searchParams.get("api-version") && options.apiVersion && (req.url = `${req.url}${Array.from(url.searchParams.keys()).length > 0 ? "&" : "?"}api-version=${options.apiVersion}`), next(req);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/auth/credentials.js
function isOAuth2TokenCredential(credential) {
  return "getOAuth2Token" in credential;
}
function isBearerTokenCredential(credential) {
  return "getBearerToken" in credential;
}
function isBasicCredential(credential) {
  return "username" in credential && "password" in credential;
}
function isApiKeyCredential(credential) {
  return "key" in credential;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/auth/checkInsecureConnection.js
var insecureConnectionWarningEmmitted = !1;
function allowInsecureConnection(request, options) {
  if (options.allowInsecureConnection && request.allowInsecureConnection) {
    let url = new URL(request.url);
    if (url.hostname === "localhost" || url.hostname === "127.0.0.1")
      return !0;
  }
  return !1;
}
function emitInsecureConnectionWarning() {
  let warning = "Sending token over insecure transport. Assume any token issued is compromised.";
  logger.warning(warning), insecureConnectionWarningEmmitted || (insecureConnectionWarningEmmitted = !0, emitNodeWarning(warning));
}
function ensureSecureConnection(request, options) {
  if (!request.url.toLowerCase().startsWith("https://"))
    if (allowInsecureConnection(request, options))
      emitInsecureConnectionWarning();
    else
      throw new Error("Authentication is not permitted for non-TLS protected (non-https) URLs when allowInsecureConnection is false.");
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/auth/apiKeyAuthenticationPolicy.js
var apiKeyAuthenticationPolicyName = "apiKeyAuthenticationPolicy";
function apiKeyAuthenticationPolicy(options) {
  return {
    name: apiKeyAuthenticationPolicyName,
    async sendRequest(request, next) {
      ensureSecureConnection(request, options);
      let scheme = (request.authSchemes ?? options.authSchemes)?.find((x) => x.kind === "apiKey");
      if (!scheme)
        return next(request);
      if (scheme.apiKeyLocation !== "header")
        throw new Error(`Unsupported API key location: ${scheme.apiKeyLocation}`);
      return request.headers.set(scheme.name, options.credential.key), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/auth/basicAuthenticationPolicy.js
var basicAuthenticationPolicyName = "bearerAuthenticationPolicy";
function basicAuthenticationPolicy(options) {
  return {
    name: basicAuthenticationPolicyName,
    async sendRequest(request, next) {
      if (ensureSecureConnection(request, options), !(request.authSchemes ?? options.authSchemes)?.find((x) => x.kind === "http" && x.scheme === "basic"))
        return next(request);
      let { username, password } = options.credential, headerValue = uint8ArrayToString(stringToUint8Array(`${username}:${password}`, "utf-8"), "base64");
      return request.headers.set("Authorization", `Basic ${headerValue}`), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/auth/bearerAuthenticationPolicy.js
var bearerAuthenticationPolicyName = "bearerAuthenticationPolicy";
function bearerAuthenticationPolicy(options) {
  return {
    name: bearerAuthenticationPolicyName,
    async sendRequest(request, next) {
      if (ensureSecureConnection(request, options), !(request.authSchemes ?? options.authSchemes)?.find((x) => x.kind === "http" && x.scheme === "bearer"))
        return next(request);
      let token = await options.credential.getBearerToken({
        abortSignal: request.abortSignal
      });
      return request.headers.set("Authorization", `Bearer ${token}`), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/policies/auth/oauth2AuthenticationPolicy.js
var oauth2AuthenticationPolicyName = "oauth2AuthenticationPolicy";
function oauth2AuthenticationPolicy(options) {
  return {
    name: oauth2AuthenticationPolicyName,
    async sendRequest(request, next) {
      ensureSecureConnection(request, options);
      let scheme = (request.authSchemes ?? options.authSchemes)?.find((x) => x.kind === "oauth2");
      if (!scheme)
        return next(request);
      let token = await options.credential.getOAuth2Token(scheme.flows, {
        abortSignal: request.abortSignal
      });
      return request.headers.set("Authorization", `Bearer ${token}`), next(request);
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/clientHelpers.js
var cachedHttpClient;
function createDefaultPipeline(options = {}) {
  let pipeline = createPipelineFromOptions(options);
  pipeline.addPolicy(apiVersionPolicy(options));
  let { credential, authSchemes, allowInsecureConnection: allowInsecureConnection2 } = options;
  return credential && (isApiKeyCredential(credential) ? pipeline.addPolicy(apiKeyAuthenticationPolicy({ authSchemes, credential, allowInsecureConnection: allowInsecureConnection2 })) : isBasicCredential(credential) ? pipeline.addPolicy(basicAuthenticationPolicy({ authSchemes, credential, allowInsecureConnection: allowInsecureConnection2 })) : isBearerTokenCredential(credential) ? pipeline.addPolicy(bearerAuthenticationPolicy({ authSchemes, credential, allowInsecureConnection: allowInsecureConnection2 })) : isOAuth2TokenCredential(credential) && pipeline.addPolicy(oauth2AuthenticationPolicy({ authSchemes, credential, allowInsecureConnection: allowInsecureConnection2 }))), pipeline;
}
function getCachedDefaultHttpsClient() {
  return cachedHttpClient || (cachedHttpClient = createDefaultHttpClient()), cachedHttpClient;
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/multipart.js
function getHeaderValue(descriptor, headerName) {
  if (descriptor.headers) {
    let actualHeaderName = Object.keys(descriptor.headers).find((x) => x.toLowerCase() === headerName.toLowerCase());
    if (actualHeaderName)
      return descriptor.headers[actualHeaderName];
  }
}
function getPartContentType(descriptor) {
  let contentTypeHeader = getHeaderValue(descriptor, "content-type");
  if (contentTypeHeader)
    return contentTypeHeader;
  if (descriptor.contentType === null)
    return;
  if (descriptor.contentType)
    return descriptor.contentType;
  let { body } = descriptor;
  if (body != null)
    return typeof body == "string" || typeof body == "number" || typeof body == "boolean" ? "text/plain; charset=UTF-8" : body instanceof Blob ? body.type || "application/octet-stream" : isBinaryBody(body) ? "application/octet-stream" : "application/json";
}
function escapeDispositionField(value) {
  return JSON.stringify(value);
}
function getContentDisposition(descriptor) {
  let contentDispositionHeader = getHeaderValue(descriptor, "content-disposition");
  if (contentDispositionHeader)
    return contentDispositionHeader;
  if (descriptor.dispositionType === void 0 && descriptor.name === void 0 && descriptor.filename === void 0)
    return;
  let disposition = descriptor.dispositionType ?? "form-data";
  descriptor.name && (disposition += `; name=${escapeDispositionField(descriptor.name)}`);
  let filename;
  if (descriptor.filename)
    filename = descriptor.filename;
  else if (typeof File < "u" && descriptor.body instanceof File) {
    let filenameFromFile = descriptor.body.name;
    filenameFromFile !== "" && (filename = filenameFromFile);
  }
  return filename && (disposition += `; filename=${escapeDispositionField(filename)}`), disposition;
}
function normalizeBody(body, contentType) {
  if (body === void 0)
    return new Uint8Array([]);
  if (isBinaryBody(body))
    return body;
  if (typeof body == "string" || typeof body == "number" || typeof body == "boolean")
    return stringToUint8Array(String(body), "utf-8");
  if (contentType && /application\/(.+\+)?json(;.+)?/i.test(String(contentType)))
    return stringToUint8Array(JSON.stringify(body), "utf-8");
  throw new RestError(`Unsupported body/content-type combination: ${body}, ${contentType}`);
}
function buildBodyPart(descriptor) {
  let contentType = getPartContentType(descriptor), contentDisposition = getContentDisposition(descriptor), headers = createHttpHeaders(descriptor.headers ?? {});
  contentType && headers.set("content-type", contentType), contentDisposition && headers.set("content-disposition", contentDisposition);
  let body = normalizeBody(descriptor.body, contentType);
  return {
    headers,
    body
  };
}
function buildMultipartBody(parts) {
  return { parts: parts.map(buildBodyPart) };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/sendRequest.js
async function sendRequest(method, url, pipeline, options = {}, customHttpClient) {
  let httpClient = customHttpClient ?? getCachedDefaultHttpsClient(), request = buildPipelineRequest(method, url, options);
  try {
    let response = await pipeline.sendRequest(httpClient, request), headers = response.headers.toJSON(), stream = response.readableStreamBody ?? response.browserStreamBody, parsedBody = options.responseAsStream || stream !== void 0 ? void 0 : getResponseBody(response), body = stream ?? parsedBody;
    return options?.onResponse && options.onResponse({ ...response, request, rawHeaders: headers, parsedBody }), {
      request,
      headers,
      status: `${response.status}`,
      body
    };
  } catch (e) {
    if (isRestError(e) && e.response && options.onResponse) {
      let { response } = e, rawHeaders = response.headers.toJSON();
      options?.onResponse({ ...response, request, rawHeaders }, e);
    }
    throw e;
  }
}
function getContentType(body) {
  if (body !== void 0) {
    if (body instanceof ArrayBuffer || ArrayBuffer.isView(body))
      return "application/octet-stream";
    if (isBlob(body) && body.type)
      return body.type;
    if (typeof body == "string")
      try {
        return JSON.parse(body), "application/json";
      } catch {
        return;
      }
    return "application/json";
  }
}
function buildPipelineRequest(method, url, options = {}) {
  let headers = createHttpHeaders(options.headers), requestContentType = options.contentType;
  requestContentType || (requestContentType = headers.get("content-type")), requestContentType === void 0 && (requestContentType = getContentType(options.body));
  let { body, multipartBody } = getRequestBody(options.body, requestContentType), accept = options.accept ?? headers.get("accept") ?? (options.noDefaultAcceptHeader ? void 0 : "application/json");
  accept !== void 0 && headers.set("accept", accept), requestContentType && headers.set("content-type", requestContentType);
  let { allowInsecureConnection: allowInsecureConnection2, abortSignal, onUploadProgress, onDownloadProgress, timeout, responseAsStream, noDefaultAcceptHeader: _noDefaultAcceptHeader, url: _url, method: _method, body: _body, multipartBody: _multiBody, headers: _headers, ...rest } = options, request = createPipelineRequest({
    url,
    method,
    body,
    multipartBody,
    headers,
    allowInsecureConnection: allowInsecureConnection2,
    abortSignal,
    onUploadProgress,
    onDownloadProgress,
    timeout,
    enableBrowserStreams: !0,
    streamResponseStatusCodes: responseAsStream ? /* @__PURE__ */ new Set([Number.POSITIVE_INFINITY]) : void 0
  });
  return Object.assign(request, rest), request;
}
function getRequestBody(body, contentType = "") {
  if (body === void 0)
    return { body: void 0 };
  if (typeof FormData < "u" && body instanceof FormData)
    return { body };
  if (isBlob(body))
    return { body };
  if (isReadableStream2(body))
    return { body };
  if (typeof body == "function")
    return { body };
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body))
    return { body };
  switch (contentType.split(";")[0]) {
    case "application/json":
      return { body: JSON.stringify(body) };
    case "multipart/form-data":
      return Array.isArray(body) ? { multipartBody: buildMultipartBody(body) } : { body: JSON.stringify(body) };
    case "text/plain":
      return { body: String(body) };
    default:
      return typeof body == "string" ? { body } : { body: JSON.stringify(body) };
  }
}
function getResponseBody(response) {
  let firstType = (response.headers.get("content-type") ?? "").split(";")[0], bodyToParse = response.bodyAsText ?? "";
  if (firstType === "text/plain")
    return String(bodyToParse);
  try {
    return bodyToParse ? JSON.parse(bodyToParse) : void 0;
  } catch (error) {
    if (firstType === "application/json")
      throw createParseError(response, error);
    return String(bodyToParse);
  }
}
function createParseError(response, err) {
  let msg = `Error "${err}" occurred while parsing the response body - ${response.bodyAsText}.`, errCode = err.code ?? RestError.PARSE_ERROR;
  return new RestError(msg, {
    code: errCode,
    statusCode: response.status,
    request: response.request,
    response
  });
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/urlHelpers.js
function isQueryParameterWithOptions(x) {
  return typeof x != "object" || x === null || !Object.hasOwn(x, "value") ? !1 : typeof x.value?.toString == "function";
}
function buildRequestUrl(endpoint, routePath, pathParameters, options = {}) {
  if (routePath.startsWith("https://") || routePath.startsWith("http://"))
    return routePath;
  endpoint = buildBaseUrl(endpoint, options);
  let updatedRoutePath = buildRoutePath(routePath, pathParameters, options), requestUrl = appendQueryParams(appendPath(endpoint, updatedRoutePath), options);
  return new URL(requestUrl).toString();
}
function appendPath(endpoint, pathToAppend) {
  let endpointSearchStart = endpoint.indexOf("?"), pathSearchStart = pathToAppend.indexOf("?"), endpointParts = endpointSearchStart !== -1 ? [endpoint.substring(0, endpointSearchStart), endpoint.substring(endpointSearchStart + 1)] : [endpoint, ""], pathParts = pathSearchStart !== -1 ? [pathToAppend.substring(0, pathSearchStart), pathToAppend.substring(pathSearchStart + 1)] : [pathToAppend, ""], combinedSearch = [endpointParts[1], pathParts[1].replaceAll("?", "&")].filter(Boolean).join("&"), baseEndpoint = endpointParts[0].replace(/(^[^:]+:\/\/[^/]+)\/\/+/, "$1/"), basePathToAppend = pathParts[0], combinedUrl = baseEndpoint;
  return !baseEndpoint.endsWith("/") && !basePathToAppend.startsWith("/") && basePathToAppend !== "" ? combinedUrl += `/${basePathToAppend}` : baseEndpoint.endsWith("/") && basePathToAppend.startsWith("/") ? combinedUrl += basePathToAppend.substring(1) : combinedUrl += basePathToAppend, combinedSearch && (combinedUrl += `?${combinedSearch}`), combinedUrl;
}
function getQueryParamValue(key, allowReserved, style, param) {
  let separator;
  style === "pipeDelimited" ? separator = "|" : style === "spaceDelimited" ? separator = "%20" : separator = ",";
  let paramValues;
  Array.isArray(param) ? paramValues = param : typeof param == "object" && param.toString === Object.prototype.toString ? paramValues = Object.entries(param).flat() : paramValues = [param];
  let value = paramValues.map((p) => {
    if (p == null)
      return "";
    if (!p.toString || typeof p.toString != "function")
      throw new Error(`Query parameters must be able to be represented as string, ${key} can't`);
    let rawValue = p.toISOString !== void 0 ? p.toISOString() : p.toString();
    return allowReserved ? rawValue : encodeURIComponent(rawValue);
  }).join(separator);
  return `${allowReserved ? key : encodeURIComponent(key)}=${value}`;
}
function simpleParseQueryParams(queryString) {
  let result = /* @__PURE__ */ new Map();
  if (!queryString || queryString[0] !== "?")
    return result;
  queryString = queryString.slice(1);
  let pairs = queryString.split("&");
  for (let pair of pairs) {
    let eqIndex = pair.indexOf("="), name3 = eqIndex === -1 ? pair : pair.substring(0, eqIndex), value = eqIndex === -1 ? "" : pair.substring(eqIndex + 1), existingValue = result.get(name3);
    existingValue !== void 0 ? Array.isArray(existingValue) ? existingValue.push(value) : result.set(name3, [existingValue, value]) : result.set(name3, value);
  }
  return result;
}
function appendQueryParams(url, options = {}) {
  if (!options.queryParameters)
    return url;
  let parsedUrl = new URL(url), queryParams = options.queryParameters, existingParams = simpleParseQueryParams(parsedUrl.search), newParamStrings = [];
  for (let key of Object.keys(queryParams)) {
    let param = queryParams[key];
    if (param == null)
      continue;
    let hasMetadata = isQueryParameterWithOptions(param), rawValue = hasMetadata ? param.value : param, explode = hasMetadata ? param.explode ?? !1 : !1, style = hasMetadata && param.style ? param.style : "form";
    if (explode)
      if (Array.isArray(rawValue))
        for (let item of rawValue)
          newParamStrings.push(getQueryParamValue(key, options.skipUrlEncoding ?? !1, style, item));
      else if (rawValue !== null && typeof rawValue == "object")
        for (let [actualKey, value] of Object.entries(rawValue))
          newParamStrings.push(getQueryParamValue(actualKey, options.skipUrlEncoding ?? !1, style, value));
      else
        throw new Error("explode can only be set to true for objects and arrays");
    else
      newParamStrings.push(getQueryParamValue(key, options.skipUrlEncoding ?? !1, style, rawValue));
  }
  for (let paramString of newParamStrings) {
    let eqIndex = paramString.indexOf("="), name3 = paramString.substring(0, eqIndex), value = paramString.substring(eqIndex + 1), existingValue = existingParams.get(name3);
    existingValue !== void 0 ? Array.isArray(existingValue) ? existingValue.includes(value) || existingValue.push(value) : existingValue !== value && existingParams.set(name3, [existingValue, value]) : existingParams.set(name3, value);
  }
  let searchPieces = [];
  for (let [name3, value] of existingParams)
    if (Array.isArray(value))
      for (let subValue of value)
        searchPieces.push(`${name3}=${subValue}`);
    else
      searchPieces.push(`${name3}=${value}`);
  return parsedUrl.search = searchPieces.length ? `?${searchPieces.join("&")}` : "", parsedUrl.toString();
}
function buildBaseUrl(endpoint, options) {
  if (!options.pathParameters)
    return endpoint;
  let pathParams = options.pathParameters;
  for (let [key, param] of Object.entries(pathParams)) {
    if (param == null)
      throw new Error(`Path parameters ${key} must not be undefined or null`);
    if (!param.toString || typeof param.toString != "function")
      throw new Error(`Path parameters must be able to be represented as string, ${key} can't`);
    let value = param.toISOString !== void 0 ? param.toISOString() : String(param);
    options.skipUrlEncoding || (value = encodeURIComponent(param)), endpoint = replaceAll(endpoint, `{${key}}`, value) ?? "";
  }
  return endpoint;
}
function buildRoutePath(routePath, pathParameters, options = {}) {
  for (let pathParam of pathParameters) {
    let allowReserved = typeof pathParam == "object" && (pathParam.allowReserved ?? !1), value = typeof pathParam == "object" ? pathParam.value : pathParam;
    !options.skipUrlEncoding && !allowReserved && (value = encodeURIComponent(value)), routePath = routePath.replace(/\{[\w-]+\}/, String(value));
  }
  return routePath;
}
function replaceAll(value, searchValue, replaceValue) {
  return !value || !searchValue ? value : value.split(searchValue).join(replaceValue || "");
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/getClient.js
function getClient(endpoint, clientOptions = {}) {
  let pipeline = clientOptions.pipeline ?? createDefaultPipeline(clientOptions);
  if (clientOptions.additionalPolicies?.length)
    for (let { policy, position } of clientOptions.additionalPolicies) {
      let afterPhase = position === "perRetry" ? "Sign" : void 0;
      pipeline.addPolicy(policy, {
        afterPhase
      });
    }
  let noDefaultAcceptHeader = clientOptions.internal?.noDefaultAcceptHeader ?? !1, { allowInsecureConnection: allowInsecureConnection2, httpClient } = clientOptions, endpointUrl = clientOptions.endpoint ?? endpoint, client = (path2, ...args) => {
    let getUrl = (requestOptions) => buildRequestUrl(endpointUrl, path2, args, { allowInsecureConnection: allowInsecureConnection2, ...requestOptions });
    return {
      get: (requestOptions = {}) => buildOperation("GET", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      post: (requestOptions = {}) => buildOperation("POST", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      put: (requestOptions = {}) => buildOperation("PUT", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      patch: (requestOptions = {}) => buildOperation("PATCH", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      delete: (requestOptions = {}) => buildOperation("DELETE", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      head: (requestOptions = {}) => buildOperation("HEAD", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      options: (requestOptions = {}) => buildOperation("OPTIONS", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader),
      trace: (requestOptions = {}) => buildOperation("TRACE", getUrl(requestOptions), pipeline, requestOptions, allowInsecureConnection2, httpClient, noDefaultAcceptHeader)
    };
  };
  return {
    path: client,
    pathUnchecked: client,
    pipeline
  };
}
function buildOperation(method, url, pipeline, options, allowInsecureConnection2, httpClient, noDefaultAcceptHeader = !1) {
  return allowInsecureConnection2 = options.allowInsecureConnection ?? allowInsecureConnection2, {
    then: function(onFulfilled, onrejected) {
      return sendRequest(method, url, pipeline, { ...options, allowInsecureConnection: allowInsecureConnection2, noDefaultAcceptHeader }, httpClient).then(onFulfilled, onrejected);
    },
    async asBrowserStream() {
      if (isNodeLike)
        throw new Error("`asBrowserStream` is supported only in the browser environment. Use `asNodeStream` instead to obtain the response body stream. If you require a Web stream of the response in Node, consider using `Readable.toWeb` on the result of `asNodeStream`.");
      return sendRequest(method, url, pipeline, { ...options, allowInsecureConnection: allowInsecureConnection2, noDefaultAcceptHeader, responseAsStream: !0 }, httpClient);
    },
    async asNodeStream() {
      if (isNodeLike)
        return sendRequest(method, url, pipeline, { ...options, allowInsecureConnection: allowInsecureConnection2, noDefaultAcceptHeader, responseAsStream: !0 }, httpClient);
      throw new Error("`isNodeStream` is not supported in the browser environment. Use `asBrowserStream` to obtain the response body stream.");
    }
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/operationOptionHelpers.js
function operationOptionsToRequestParameters(options) {
  return {
    allowInsecureConnection: options.requestOptions?.allowInsecureConnection,
    timeout: options.requestOptions?.timeout,
    skipUrlEncoding: options.requestOptions?.skipUrlEncoding,
    abortSignal: options.abortSignal,
    onUploadProgress: options.requestOptions?.onUploadProgress,
    onDownloadProgress: options.requestOptions?.onDownloadProgress,
    headers: { ...options.requestOptions?.headers },
    onResponse: options.onResponse
  };
}

// node_modules/@typespec/ts-http-runtime/dist/esm/client/restError.js
function createRestError(messageOrResponse, response) {
  let resp = typeof messageOrResponse == "string" ? response : messageOrResponse, internalError = resp.body?.error ?? resp.body, message = typeof messageOrResponse == "string" ? messageOrResponse : internalError?.message ?? `Unexpected status code: ${resp.status}`;
  return new RestError(message, {
    statusCode: statusCodeToNumber(resp.status),
    code: internalError?.code,
    request: resp.request,
    response: toPipelineResponse(resp)
  });
}
function toPipelineResponse(errorResponse) {
  return {
    headers: createHttpHeaders(errorResponse.headers),
    request: errorResponse.request,
    status: statusCodeToNumber(errorResponse.status) ?? -1,
    ...typeof errorResponse.body == "string" ? { bodyAsText: errorResponse.body } : {}
  };
}
function statusCodeToNumber(statusCode) {
  let status = Number.parseInt(statusCode);
  return Number.isNaN(status) ? void 0 : status;
}

// node_modules/@azure-rest/core-client/dist/esm/restError.js
function createRestError2(messageOrResponse, response) {
  return typeof messageOrResponse == "string" ? createRestError(messageOrResponse, response) : createRestError(messageOrResponse);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/pipeline.js
function createEmptyPipeline2() {
  return createEmptyPipeline();
}

// node_modules/@azure/logger/dist/esm/index.js
var context2 = createLoggerContext({
  logLevelEnvVarName: "AZURE_LOG_LEVEL",
  namespace: "azure"
}), AzureLogger = context2.logger;
function getLogLevel2() {
  return context2.getLogLevel();
}
function createClientLogger2(namespace) {
  return context2.createClientLogger(namespace);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/log.js
var logger2 = createClientLogger2("core-rest-pipeline");

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/logPolicy.js
function logPolicy2(options = {}) {
  return logPolicy({
    logger: logger2.info,
    ...options
  });
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/redirectPolicy.js
function redirectPolicy2(options = {}) {
  return redirectPolicy(options);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/util/userAgentPlatform.js
var import_node_os3 = __toESM(require("node:os"), 1), import_node_process4 = __toESM(require("node:process"), 1);
function getHeaderName2() {
  return "User-Agent";
}
async function setPlatformSpecificData2(map) {
  if (import_node_process4.default && import_node_process4.default.versions) {
    let osInfo = `${import_node_os3.default.type()} ${import_node_os3.default.release()}; ${import_node_os3.default.arch()}`;
    import_node_process4.default.versions.bun ? map.set("Bun", `${import_node_process4.default.versions.bun} (${osInfo})`) : import_node_process4.default.versions.deno ? map.set("Deno", `${import_node_process4.default.versions.deno} (${osInfo})`) : import_node_process4.default.versions.node && map.set("Node", `${import_node_process4.default.versions.node} (${osInfo})`);
  }
}

// node_modules/@azure/core-rest-pipeline/dist/esm/constants.js
var SDK_VERSION2 = "1.25.1";

// node_modules/@azure/core-rest-pipeline/dist/esm/util/userAgent.js
function getUserAgentString2(telemetryInfo) {
  let parts = [];
  for (let [key, value] of telemetryInfo) {
    let token = value ? `${key}/${value}` : key;
    parts.push(token);
  }
  return parts.join(" ");
}
function getUserAgentHeaderName2() {
  return getHeaderName2();
}
async function getUserAgentValue2(prefix) {
  let runtimeInfo = /* @__PURE__ */ new Map();
  runtimeInfo.set("core-rest-pipeline", SDK_VERSION2), await setPlatformSpecificData2(runtimeInfo);
  let defaultAgent = getUserAgentString2(runtimeInfo);
  return prefix ? `${prefix} ${defaultAgent}` : defaultAgent;
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/userAgentPolicy.js
var UserAgentHeaderName2 = getUserAgentHeaderName2(), userAgentPolicyName2 = "userAgentPolicy";
function userAgentPolicy2(options = {}) {
  let userAgentValue = getUserAgentValue2(options.userAgentPrefix);
  return {
    name: userAgentPolicyName2,
    async sendRequest(request, next) {
      return request.headers.has(UserAgentHeaderName2) || request.headers.set(UserAgentHeaderName2, await userAgentValue), next(request);
    }
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/util/file.js
var rawContent = /* @__PURE__ */ Symbol("rawContent");
function hasRawContent(x) {
  return typeof x[rawContent] == "function";
}
function getRawContent(blob) {
  return hasRawContent(blob) ? blob[rawContent]() : blob;
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/multipartPolicy.js
var multipartPolicyName2 = multipartPolicyName;
function multipartPolicy2() {
  let tspPolicy = multipartPolicy();
  return {
    name: multipartPolicyName2,
    sendRequest: async (request, next) => {
      if (request.multipartBody)
        for (let part of request.multipartBody.parts)
          hasRawContent(part.body) && (part.body = getRawContent(part.body));
      return tspPolicy.sendRequest(request, next);
    }
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/decompressResponsePolicy.js
function decompressResponsePolicy2() {
  return decompressResponsePolicy();
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/defaultRetryPolicy.js
function defaultRetryPolicy2(options = {}) {
  return defaultRetryPolicy(options);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/formDataPolicy.js
function formDataPolicy2() {
  return formDataPolicy();
}

// node_modules/@azure/abort-controller/dist/esm/AbortError.js
var AbortError2 = class extends Error {
  constructor(message) {
    super(message), this.name = "AbortError";
  }
};

// node_modules/@azure/core-util/dist/esm/createAbortablePromise.js
function createAbortablePromise(buildPromise, options) {
  let { cleanupBeforeAbort, abortSignal, abortErrorMsg } = options ?? {};
  return new Promise((resolve, reject) => {
    function rejectOnAbort() {
      reject(new AbortError2(abortErrorMsg ?? "The operation was aborted."));
    }
    function removeListeners() {
      abortSignal?.removeEventListener("abort", onAbort);
    }
    function onAbort() {
      cleanupBeforeAbort?.(), removeListeners(), rejectOnAbort();
    }
    if (abortSignal?.aborted)
      return rejectOnAbort();
    try {
      buildPromise((x) => {
        removeListeners(), resolve(x);
      }, (x) => {
        removeListeners(), reject(x);
      });
    } catch (err) {
      reject(err);
    }
    abortSignal?.addEventListener("abort", onAbort);
  });
}

// node_modules/@azure/core-util/dist/esm/delay.js
var StandardAbortMessage2 = "The delay was aborted.";
function delay2(timeInMs, options) {
  let token, { abortSignal, abortErrorMsg } = options ?? {};
  return createAbortablePromise((resolve) => {
    token = setTimeout(resolve, timeInMs);
  }, {
    cleanupBeforeAbort: () => clearTimeout(token),
    abortSignal,
    abortErrorMsg: abortErrorMsg ?? StandardAbortMessage2
  });
}

// node_modules/@azure/core-util/dist/esm/error.js
function getErrorMessage(e) {
  if (isError(e))
    return e.message;
  {
    let stringified;
    try {
      typeof e == "object" && e ? stringified = JSON.stringify(e) : stringified = String(e);
    } catch {
      stringified = "[unable to stringify input]";
    }
    return `Unknown error ${stringified}`;
  }
}

// node_modules/@azure/core-util/dist/esm/typeGuards.js
function isDefined2(thing) {
  return typeof thing < "u" && thing !== null;
}
function isObjectWithProperties(thing, properties) {
  if (!isDefined2(thing) || typeof thing != "object")
    return !1;
  for (let property of properties)
    if (!objectHasProperty(thing, property))
      return !1;
  return !0;
}
function objectHasProperty(thing, property) {
  return isDefined2(thing) && typeof thing == "object" && property in thing;
}

// node_modules/@azure/core-util/dist/esm/index.js
function calculateRetryDelay2(retryAttempt, config) {
  return calculateRetryDelay(retryAttempt, config);
}
function isError2(e) {
  return isError(e);
}
var isNodeLike2 = isNodeLike;
function uint8ArrayToString2(bytes, format) {
  return uint8ArrayToString(bytes, format);
}
function stringToUint8Array2(value, format) {
  return stringToUint8Array(value, format);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/proxyPolicy.js
function proxyPolicy2(proxySettings, options) {
  return proxyPolicy(proxySettings, options);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/setClientRequestIdPolicy.js
var setClientRequestIdPolicyName = "setClientRequestIdPolicy";
function setClientRequestIdPolicy(requestIdHeaderName = "x-ms-client-request-id") {
  return {
    name: setClientRequestIdPolicyName,
    async sendRequest(request, next) {
      return request.headers.has(requestIdHeaderName) || request.headers.set(requestIdHeaderName, request.requestId), next(request);
    }
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/agentPolicy.js
function agentPolicy2(agent) {
  return agentPolicy(agent);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/tlsPolicy.js
function tlsPolicy2(tlsSettings) {
  return tlsPolicy(tlsSettings);
}

// node_modules/@azure/core-tracing/dist/esm/tracingContext.js
var knownContextKeys = {
  span: /* @__PURE__ */ Symbol.for("@azure/core-tracing span"),
  namespace: /* @__PURE__ */ Symbol.for("@azure/core-tracing namespace")
};
function createTracingContext(options = {}) {
  let context3 = new TracingContextImpl(options.parentContext);
  return options.span && (context3 = context3.setValue(knownContextKeys.span, options.span)), options.namespace && (context3 = context3.setValue(knownContextKeys.namespace, options.namespace)), context3;
}
var TracingContextImpl = class _TracingContextImpl {
  _contextMap;
  constructor(initialContext) {
    this._contextMap = initialContext instanceof _TracingContextImpl ? new Map(initialContext._contextMap) : /* @__PURE__ */ new Map();
  }
  setValue(key, value) {
    let newContext = new _TracingContextImpl(this);
    return newContext._contextMap.set(key, value), newContext;
  }
  getValue(key) {
    return this._contextMap.get(key);
  }
  deleteValue(key) {
    let newContext = new _TracingContextImpl(this);
    return newContext._contextMap.delete(key), newContext;
  }
};

// node_modules/@azure/core-tracing/dist/esm/state.js
var import_state_cjs = __toESM(require_state_cjs(), 1), state = import_state_cjs.state;

// node_modules/@azure/core-tracing/dist/esm/instrumenter.js
function createDefaultTracingSpan() {
  return {
    end: () => {
    },
    isRecording: () => !1,
    recordException: () => {
    },
    setAttribute: () => {
    },
    setStatus: () => {
    },
    addEvent: () => {
    }
  };
}
function createDefaultInstrumenter() {
  return {
    createRequestHeaders: () => ({}),
    parseTraceparentHeader: () => {
    },
    startSpan: (_name, spanOptions) => ({
      span: createDefaultTracingSpan(),
      tracingContext: createTracingContext({ parentContext: spanOptions.tracingContext })
    }),
    withContext(_context, callback, ...callbackArgs) {
      return callback(...callbackArgs);
    }
  };
}
function getInstrumenter() {
  return state.instrumenterImplementation || (state.instrumenterImplementation = createDefaultInstrumenter()), state.instrumenterImplementation;
}

// node_modules/@azure/core-tracing/dist/esm/tracingClient.js
function createTracingClient(options) {
  let { namespace, packageName, packageVersion } = options;
  function startSpan(name3, operationOptions, spanOptions) {
    let startSpanResult = getInstrumenter().startSpan(name3, {
      ...spanOptions,
      packageName,
      packageVersion,
      tracingContext: operationOptions?.tracingOptions?.tracingContext
    }), tracingContext = startSpanResult.tracingContext, span = startSpanResult.span;
    tracingContext.getValue(knownContextKeys.namespace) || (tracingContext = tracingContext.setValue(knownContextKeys.namespace, namespace)), span.setAttribute("az.namespace", tracingContext.getValue(knownContextKeys.namespace));
    let updatedOptions = Object.assign({}, operationOptions, {
      tracingOptions: { ...operationOptions?.tracingOptions, tracingContext }
    });
    return {
      span,
      updatedOptions
    };
  }
  async function withSpan(name3, operationOptions, callback, spanOptions) {
    let { span, updatedOptions } = startSpan(name3, operationOptions, spanOptions);
    try {
      let result = await withContext(updatedOptions.tracingOptions.tracingContext, () => callback(updatedOptions, span));
      return span.setStatus({ status: "success" }), result;
    } catch (err) {
      throw span.setStatus({ status: "error", error: err }), err;
    } finally {
      span.end();
    }
  }
  function withContext(context3, callback, ...callbackArgs) {
    return getInstrumenter().withContext(context3, callback, ...callbackArgs);
  }
  function parseTraceparentHeader(traceparentHeader) {
    return getInstrumenter().parseTraceparentHeader(traceparentHeader);
  }
  function createRequestHeaders(tracingContext) {
    return getInstrumenter().createRequestHeaders(tracingContext);
  }
  return {
    startSpan,
    withSpan,
    withContext,
    parseTraceparentHeader,
    createRequestHeaders
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/restError.js
var RestError2 = RestError;
function isRestError2(e) {
  return isRestError(e);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/tracingPolicy.js
var tracingPolicyName = "tracingPolicy";
function tracingPolicy(options = {}) {
  let userAgentPromise = getUserAgentValue2(options.userAgentPrefix), sanitizer = new Sanitizer({
    additionalAllowedQueryParameters: options.additionalAllowedQueryParameters
  }), tracingClient2 = tryCreateTracingClient();
  return {
    name: tracingPolicyName,
    async sendRequest(request, next) {
      if (!tracingClient2)
        return next(request);
      let userAgent = await userAgentPromise, spanAttributes = {
        "http.url": sanitizer.sanitizeUrl(request.url),
        "http.method": request.method,
        "http.user_agent": userAgent,
        requestId: request.requestId
      };
      userAgent && (spanAttributes["http.user_agent"] = userAgent);
      let { span, tracingContext } = tryCreateSpan(tracingClient2, request, spanAttributes) ?? {};
      if (!span || !tracingContext)
        return next(request);
      try {
        let response = await tracingClient2.withContext(tracingContext, next, request);
        return tryProcessResponse(span, response), response;
      } catch (err) {
        throw tryProcessError(span, err), err;
      }
    }
  };
}
function tryCreateTracingClient() {
  try {
    return createTracingClient({
      namespace: "",
      packageName: "@azure/core-rest-pipeline",
      packageVersion: SDK_VERSION2
    });
  } catch (e) {
    logger2.warning(`Error when creating the TracingClient: ${getErrorMessage(e)}`);
    return;
  }
}
function tryCreateSpan(tracingClient2, request, spanAttributes) {
  try {
    let { span, updatedOptions } = tracingClient2.startSpan(`HTTP ${request.method}`, { tracingOptions: request.tracingOptions }, {
      spanKind: "client",
      spanAttributes
    });
    if (!span.isRecording()) {
      span.end();
      return;
    }
    let headers = tracingClient2.createRequestHeaders(updatedOptions.tracingOptions.tracingContext);
    for (let [key, value] of Object.entries(headers))
      request.headers.set(key, value);
    return { span, tracingContext: updatedOptions.tracingOptions.tracingContext };
  } catch (e) {
    logger2.warning(`Skipping creating a tracing span due to an error: ${getErrorMessage(e)}`);
    return;
  }
}
function tryProcessError(span, error) {
  try {
    span.setStatus({
      status: "error",
      error: isError2(error) ? error : void 0
    }), isRestError2(error) && error.statusCode && span.setAttribute("http.status_code", error.statusCode), span.end();
  } catch (e) {
    logger2.warning(`Skipping tracing span processing due to an error: ${getErrorMessage(e)}`);
  }
}
function tryProcessResponse(span, response) {
  try {
    span.setAttribute("http.status_code", response.status);
    let serviceRequestId = response.headers.get("x-ms-request-id");
    serviceRequestId && span.setAttribute("serviceRequestId", serviceRequestId), response.status >= 400 && span.setStatus({
      status: "error"
    }), span.end();
  } catch (e) {
    logger2.warning(`Skipping tracing span processing due to an error: ${getErrorMessage(e)}`);
  }
}

// node_modules/@azure/core-rest-pipeline/dist/esm/util/wrapAbortSignal.js
function wrapAbortSignalLike(abortSignalLike) {
  if (abortSignalLike instanceof AbortSignal)
    return { abortSignal: abortSignalLike };
  if (abortSignalLike.aborted)
    return {
      abortSignal: AbortSignal.abort("reason" in abortSignalLike ? abortSignalLike.reason : void 0)
    };
  let controller = new AbortController(), needsCleanup = !0;
  function cleanup() {
    needsCleanup && (abortSignalLike.removeEventListener("abort", listener), needsCleanup = !1);
  }
  function listener() {
    controller.abort("reason" in abortSignalLike ? abortSignalLike.reason : void 0), cleanup();
  }
  return abortSignalLike.addEventListener("abort", listener), { abortSignal: controller.signal, cleanup };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/util/cleanupOnCompletion.js
function cleanupOnRequestResponseCompletion(response, cleanup) {
  let stream = response?.readableStreamBody, requestCompletion = response ? getRequestCompletion(response) : void 0, browserResponseCompletion = response ? getResponseBodyCompletion(response) : void 0, requestDone = requestCompletion === void 0, nodeResponseDone = !stream || !stream.readable, browserResponseDone = browserResponseCompletion === void 0, cleanedUp = !1, cleanupIfComplete = () => {
    cleanedUp || !requestDone || !nodeResponseDone || !browserResponseDone || (cleanedUp = !0, cleanup());
  }, onResponseComplete = () => {
    stream?.removeListener("end", onResponseComplete), stream?.removeListener("close", onResponseComplete), stream?.removeListener("error", onResponseComplete), nodeResponseDone = !0;
    try {
      cleanupIfComplete();
    } catch (error) {
      logger2.warning("Error cleaning up after response stream completion", error);
    }
  };
  !nodeResponseDone && stream && (stream.once("end", onResponseComplete), stream.once("close", onResponseComplete), stream.once("error", onResponseComplete)), requestCompletion && requestCompletion.then(() => (requestDone = !0, cleanupIfComplete())).catch((error) => {
    logger2.warning("Error cleaning up after request completion", error);
  }), browserResponseCompletion && browserResponseCompletion.then(() => (browserResponseDone = !0, cleanupIfComplete())).catch((error) => {
    logger2.warning("Error cleaning up after response body completion", error);
  }), cleanupIfComplete();
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/wrapAbortSignalLikePolicy.js
var wrapAbortSignalLikePolicyName = "wrapAbortSignalLikePolicy";
function wrapAbortSignalLikePolicy() {
  return {
    name: wrapAbortSignalLikePolicyName,
    sendRequest: async (request, next) => {
      if (!request.abortSignal)
        return next(request);
      let originalAbortSignal = request.abortSignal, { abortSignal, cleanup } = wrapAbortSignalLike(originalAbortSignal);
      request.abortSignal = abortSignal;
      let response;
      try {
        return response = await next(request), response;
      } finally {
        request.abortSignal = originalAbortSignal, cleanup && cleanupOnRequestResponseCompletion(response, cleanup);
      }
    }
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/createPipelineFromOptions.js
function createPipelineFromOptions2(options) {
  let pipeline = createEmptyPipeline2();
  return isNodeLike2 && (options.agent && pipeline.addPolicy(agentPolicy2(options.agent)), options.tlsOptions && pipeline.addPolicy(tlsPolicy2(options.tlsOptions)), pipeline.addPolicy(proxyPolicy2(options.proxyOptions)), pipeline.addPolicy(decompressResponsePolicy2())), pipeline.addPolicy(wrapAbortSignalLikePolicy()), pipeline.addPolicy(formDataPolicy2(), { beforePolicies: [multipartPolicyName2] }), pipeline.addPolicy(userAgentPolicy2(options.userAgentOptions)), pipeline.addPolicy(setClientRequestIdPolicy(options.telemetryOptions?.clientRequestIdHeaderName)), pipeline.addPolicy(multipartPolicy2(), { afterPhase: "Deserialize" }), pipeline.addPolicy(defaultRetryPolicy2(options.retryOptions), { phase: "Retry" }), pipeline.addPolicy(tracingPolicy({ ...options.userAgentOptions, ...options.loggingOptions }), {
    afterPhase: "Retry"
  }), isNodeLike2 && pipeline.addPolicy(redirectPolicy2(options.redirectOptions), { afterPhase: "Retry" }), pipeline.addPolicy(logPolicy2(options.loggingOptions), { afterPhase: "Sign" }), pipeline;
}

// node_modules/@azure/core-rest-pipeline/dist/esm/defaultHttpClient.js
function createDefaultHttpClient2() {
  let client = createDefaultHttpClient();
  return {
    async sendRequest(request) {
      let originalAbortSignal = request.abortSignal, { abortSignal, cleanup } = originalAbortSignal ? wrapAbortSignalLike(originalAbortSignal) : {}, response;
      try {
        return request.abortSignal = abortSignal, response = await client.sendRequest(request), response;
      } finally {
        request.abortSignal = originalAbortSignal, cleanup && cleanupOnRequestResponseCompletion(response, cleanup);
      }
    }
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/httpHeaders.js
function createHttpHeaders2(rawHeaders) {
  return createHttpHeaders(rawHeaders);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/pipelineRequest.js
function createPipelineRequest2(options) {
  return createPipelineRequest(options);
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/retryPolicy.js
var retryPolicyLogger2 = createClientLogger2("core-rest-pipeline retryPolicy");
function retryPolicy2(strategies, options = { maxRetries: 3 }) {
  return retryPolicy(strategies, {
    logger: retryPolicyLogger2,
    ...options
  });
}

// node_modules/@azure/core-rest-pipeline/dist/esm/util/tokenCycler.js
var DEFAULT_CYCLER_OPTIONS = {
  forcedRefreshWindowInMs: 1e3,
  // Force waiting for a refresh 1s before the token expires
  retryIntervalInMs: 3e3,
  // Allow refresh attempts every 3s
  refreshWindowInMs: 1e3 * 60 * 2
  // Start refreshing 2m before expiry
};
async function beginRefresh(getAccessToken, retryIntervalInMs, refreshTimeout) {
  async function tryGetAccessToken() {
    if (Date.now() < refreshTimeout)
      try {
        return await getAccessToken();
      } catch {
        return null;
      }
    else {
      let finalToken = await getAccessToken();
      if (finalToken === null)
        throw new Error("Failed to refresh access token.");
      return finalToken;
    }
  }
  let token = await tryGetAccessToken();
  for (; token === null; )
    await delay2(retryIntervalInMs), token = await tryGetAccessToken();
  return token;
}
function createTokenCycler(credential, tokenCyclerOptions) {
  let refreshWorker = null, token = null, tenantId, options = {
    ...DEFAULT_CYCLER_OPTIONS,
    ...tokenCyclerOptions
  }, cycler = {
    get isRefreshing() {
      return refreshWorker !== null;
    },
    get shouldRefresh() {
      return token === null ? !0 : cycler.isRefreshing ? !1 : token.refreshAfterTimestamp && token.refreshAfterTimestamp < Date.now() ? !0 : token.expiresOnTimestamp - options.refreshWindowInMs < Date.now();
    },
    get mustRefresh() {
      return token === null || token.expiresOnTimestamp - options.forcedRefreshWindowInMs < Date.now();
    }
  };
  function refresh(scopes, getTokenOptions) {
    return cycler.isRefreshing || (refreshWorker = beginRefresh(
      () => credential.getToken(scopes, getTokenOptions),
      options.retryIntervalInMs,
      // If we don't have a token, then we should timeout immediately
      token?.expiresOnTimestamp ?? Date.now()
    ).then((_token) => (refreshWorker = null, token = _token, tenantId = getTokenOptions.tenantId, token)).catch((reason) => {
      throw refreshWorker = null, token = null, tenantId = void 0, reason;
    })), refreshWorker;
  }
  return async (scopes, tokenOptions) => {
    let hasClaimChallenge = !!tokenOptions.claims, tenantIdChanged = tenantId !== tokenOptions.tenantId;
    return hasClaimChallenge && (token = null), tenantIdChanged || hasClaimChallenge || cycler.mustRefresh ? refresh(scopes, tokenOptions) : (cycler.shouldRefresh && refresh(scopes, tokenOptions), token);
  };
}

// node_modules/@azure/core-rest-pipeline/dist/esm/policies/bearerTokenAuthenticationPolicy.js
var bearerTokenAuthenticationPolicyName = "bearerTokenAuthenticationPolicy";
async function trySendRequest(request, next) {
  try {
    return [await next(request), void 0];
  } catch (e) {
    if (isRestError2(e) && e.response)
      return [e.response, e];
    throw e;
  }
}
async function defaultAuthorizeRequest(options) {
  let { scopes, getAccessToken, request } = options, getTokenOptions = {
    abortSignal: request.abortSignal,
    tracingOptions: request.tracingOptions,
    enableCae: !0
  }, accessToken = await getAccessToken(scopes, getTokenOptions);
  accessToken && options.request.headers.set("Authorization", `Bearer ${accessToken.token}`);
}
function isChallengeResponse(response) {
  return response.status === 401 && response.headers.has("WWW-Authenticate");
}
async function authorizeRequestOnCaeChallenge(onChallengeOptions, caeClaims) {
  let { scopes } = onChallengeOptions, accessToken = await onChallengeOptions.getAccessToken(scopes, {
    enableCae: !0,
    claims: caeClaims
  });
  return accessToken ? (onChallengeOptions.request.headers.set("Authorization", `${accessToken.tokenType ?? "Bearer"} ${accessToken.token}`), !0) : !1;
}
function bearerTokenAuthenticationPolicy(options) {
  let { credential, scopes, challengeCallbacks } = options, logger28 = options.logger || logger2, callbacks = {
    authorizeRequest: challengeCallbacks?.authorizeRequest?.bind(challengeCallbacks) ?? defaultAuthorizeRequest,
    authorizeRequestOnChallenge: challengeCallbacks?.authorizeRequestOnChallenge?.bind(challengeCallbacks)
  }, getAccessToken = credential ? createTokenCycler(
    credential
    /* , options */
  ) : () => Promise.resolve(null);
  return {
    name: bearerTokenAuthenticationPolicyName,
    async sendRequest(request, next) {
      if (!request.url.toLowerCase().startsWith("https://"))
        throw new Error("Bearer token authentication is not permitted for non-TLS protected (non-https) URLs.");
      await callbacks.authorizeRequest({
        scopes: Array.isArray(scopes) ? scopes : [scopes],
        request,
        getAccessToken,
        logger: logger28
      });
      let response, error, shouldSendRequest;
      if ([response, error] = await trySendRequest(request, next), isChallengeResponse(response)) {
        let claims = getCaeChallengeClaims(response.headers.get("WWW-Authenticate"));
        if (claims) {
          let parsedClaim;
          try {
            parsedClaim = atob(claims);
          } catch {
            return logger28.warning(`The WWW-Authenticate header contains "claims" that cannot be parsed. Unable to perform the Continuous Access Evaluation authentication flow. Unparsable claims: ${claims}`), response;
          }
          shouldSendRequest = await authorizeRequestOnCaeChallenge({
            scopes: Array.isArray(scopes) ? scopes : [scopes],
            response,
            request,
            getAccessToken,
            logger: logger28
          }, parsedClaim), shouldSendRequest && (await disposeResponseBody(response), [response, error] = await trySendRequest(request, next));
        } else if (callbacks.authorizeRequestOnChallenge && (shouldSendRequest = await callbacks.authorizeRequestOnChallenge({
          scopes: Array.isArray(scopes) ? scopes : [scopes],
          request,
          response,
          getAccessToken,
          logger: logger28
        }), shouldSendRequest && (await disposeResponseBody(response), [response, error] = await trySendRequest(request, next)), isChallengeResponse(response) && (claims = getCaeChallengeClaims(response.headers.get("WWW-Authenticate") ?? ""), claims))) {
          let parsedClaim;
          try {
            parsedClaim = atob(claims);
          } catch {
            return logger28.warning(`The WWW-Authenticate header contains "claims" that cannot be parsed. Unable to perform the Continuous Access Evaluation authentication flow. Unparsable claims: ${claims}`), response;
          }
          shouldSendRequest = await authorizeRequestOnCaeChallenge({
            scopes: Array.isArray(scopes) ? scopes : [scopes],
            response,
            request,
            getAccessToken,
            logger: logger28
          }, parsedClaim), shouldSendRequest && (await disposeResponseBody(response), [response, error] = await trySendRequest(request, next));
        }
      }
      if (error)
        throw error;
      return response;
    }
  };
}
function parseChallenges(challenges) {
  let challengeRegex = /(\w+)\s+((?:\w+=(?:"[^"]*"|[^,]*),?\s*)+)/g, paramRegex = /(\w+)="([^"]*)"/g, parsedChallenges = [], match;
  for (; (match = challengeRegex.exec(challenges)) !== null; ) {
    let scheme = match[1], paramsString = match[2], params = {}, paramMatch;
    for (; (paramMatch = paramRegex.exec(paramsString)) !== null; )
      params[paramMatch[1]] = paramMatch[2];
    parsedChallenges.push({ scheme, params });
  }
  return parsedChallenges;
}
function getCaeChallengeClaims(challenges) {
  return challenges ? parseChallenges(challenges).find((x) => x.scheme === "Bearer" && x.params.claims && x.params.error === "insufficient_claims")?.params.claims : void 0;
}

// node_modules/@azure/core-auth/dist/esm/keyCredential.js
function isKeyCredential(credential) {
  return isObjectWithProperties(credential, ["key"]) && typeof credential.key == "string";
}

// node_modules/@azure/core-auth/dist/esm/tokenCredential.js
function isTokenCredential(credential) {
  let castCredential = credential;
  return castCredential && typeof castCredential.getToken == "function" && (castCredential.signRequest === void 0 || castCredential.getToken.length > 0);
}

// node_modules/@azure-rest/core-client/dist/esm/apiVersionPolicy.js
var apiVersionPolicyName2 = "ApiVersionPolicy";
function apiVersionPolicy2(options) {
  return {
    name: apiVersionPolicyName2,
    sendRequest: (req, next) => {
      let url = new URL(req.url);
      return !url.searchParams.get("api-version") && options.apiVersion && (req.url = `${req.url}${url.searchParams.size > 0 ? "&" : "?"}api-version=${options.apiVersion}`), next(req);
    }
  };
}

// node_modules/@azure-rest/core-client/dist/esm/keyCredentialAuthenticationPolicy.js
var keyCredentialAuthenticationPolicyName = "keyCredentialAuthenticationPolicy";
function keyCredentialAuthenticationPolicy(credential, apiKeyHeaderName) {
  return {
    name: keyCredentialAuthenticationPolicyName,
    sendRequest(request, next) {
      return request.headers.set(apiKeyHeaderName, credential.key), next(request);
    }
  };
}

// node_modules/@azure-rest/core-client/dist/esm/clientHelpers.js
function addCredentialPipelinePolicy(pipeline, endpoint, options = {}) {
  let { credential, clientOptions } = options;
  if (credential) {
    if (isTokenCredential(credential)) {
      let tokenPolicy = bearerTokenAuthenticationPolicy({
        credential,
        scopes: clientOptions?.credentials?.scopes ?? `${endpoint}/.default`
      });
      pipeline.addPolicy(tokenPolicy);
    } else if (isKeyCredential2(credential)) {
      if (!clientOptions?.credentials?.apiKeyHeaderName)
        throw new Error("Missing API Key Header Name");
      let keyPolicy = keyCredentialAuthenticationPolicy(credential, clientOptions?.credentials?.apiKeyHeaderName);
      pipeline.addPolicy(keyPolicy);
    }
  }
}
function createDefaultPipeline2(endpoint, credential, options = {}) {
  let pipeline = createPipelineFromOptions2(options);
  return pipeline.addPolicy(apiVersionPolicy2(options)), addCredentialPipelinePolicy(pipeline, endpoint, { credential, clientOptions: options }), pipeline;
}
function isKeyCredential2(credential) {
  return typeof credential == "object" && credential !== null && "key" in credential && typeof credential.key == "string";
}

// node_modules/@azure-rest/core-client/dist/esm/operationOptionHelpers.js
function operationOptionsToRequestParameters2(options) {
  let compatibilityOptions = options, tspRequestParameters = operationOptionsToRequestParameters(options);
  return {
    ...tspRequestParameters,
    headers: mergeHeaders(compatibilityOptions.requestOptions?.customHeaders, tspRequestParameters.headers),
    tracingOptions: options.tracingOptions
  };
}
function mergeHeaders(...headerSets) {
  let headers = /* @__PURE__ */ new Map();
  for (let headerSet of headerSets)
    for (let [name3, value] of Object.entries(headerSet ?? {}))
      headers.set(name3.toLowerCase(), value);
  return Object.fromEntries(headers);
}

// node_modules/@azure-rest/core-client/dist/esm/getClient.js
function wrapRequestParameters(parameters) {
  return parameters.onResponse ? {
    ...parameters,
    onResponse(rawResponse, error) {
      parameters.onResponse?.(rawResponse, error, error);
    }
  } : parameters;
}
function getClient2(endpoint, credentialsOrPipelineOptions, clientOptions = {}) {
  let credentials;
  credentialsOrPipelineOptions && (isCredential(credentialsOrPipelineOptions) ? credentials = credentialsOrPipelineOptions : clientOptions = credentialsOrPipelineOptions ?? {});
  let pipeline = clientOptions.pipeline ?? createDefaultPipeline2(endpoint, credentials, clientOptions), tspClient = getClient(endpoint, {
    ...clientOptions,
    pipeline
  }), client = (path2, ...args) => ({
    get: (requestOptions = {}) => tspClient.path(path2, ...args).get(wrapRequestParameters(requestOptions)),
    post: (requestOptions = {}) => tspClient.path(path2, ...args).post(wrapRequestParameters(requestOptions)),
    put: (requestOptions = {}) => tspClient.path(path2, ...args).put(wrapRequestParameters(requestOptions)),
    patch: (requestOptions = {}) => tspClient.path(path2, ...args).patch(wrapRequestParameters(requestOptions)),
    delete: (requestOptions = {}) => tspClient.path(path2, ...args).delete(wrapRequestParameters(requestOptions)),
    head: (requestOptions = {}) => tspClient.path(path2, ...args).head(wrapRequestParameters(requestOptions)),
    options: (requestOptions = {}) => tspClient.path(path2, ...args).options(wrapRequestParameters(requestOptions)),
    trace: (requestOptions = {}) => tspClient.path(path2, ...args).trace(wrapRequestParameters(requestOptions))
  });
  return {
    path: client,
    pathUnchecked: client,
    pipeline: tspClient.pipeline
  };
}
function isCredential(param) {
  return isKeyCredential(param) || isTokenCredential(param);
}

// node_modules/@azure/arm-resourcegraph/dist/esm/api/operations.js
function _resourcesHistorySend(context3, request, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/providers/Microsoft.ResourceGraph/resourcesHistory{?api%2Dversion}", {
    "api%2Dversion": "2021-06-01-preview"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).post({
    ...operationOptionsToRequestParameters2(options),
    contentType: "application/json",
    headers: { accept: "application/json", ...options.requestOptions?.headers },
    body: resourcesHistoryRequestSerializer(request)
  });
}
async function _resourcesHistoryDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = errorResponseDeserializer(result.body)), error;
  }
  return { body: result.body };
}
async function resourcesHistory(context3, request, options = { requestOptions: {} }) {
  let result = await _resourcesHistorySend(context3, request, options);
  return _resourcesHistoryDeserialize(result);
}
function _resourcesSend(context3, query, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/providers/Microsoft.ResourceGraph/resources{?api%2Dversion}", {
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).post({
    ...operationOptionsToRequestParameters2(options),
    contentType: "application/json",
    headers: { accept: "application/json", ...options.requestOptions?.headers },
    body: queryRequestSerializer(query)
  });
}
async function _resourcesDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = errorResponseDeserializer(result.body)), error;
  }
  return queryResponseDeserializer(result.body);
}
async function resources(context3, query, options = { requestOptions: {} }) {
  let result = await _resourcesSend(context3, query, options);
  return _resourcesDeserialize(result);
}
function _resourceChangeDetailsSend(context3, parameters, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/providers/Microsoft.ResourceGraph/resourceChangeDetails{?api%2Dversion}", {
    "api%2Dversion": "2020-09-01-preview"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).post({
    ...operationOptionsToRequestParameters2(options),
    contentType: "application/json",
    headers: { accept: "application/json", ...options.requestOptions?.headers },
    body: resourceChangeDetailsRequestParametersSerializer(parameters)
  });
}
async function _resourceChangeDetailsDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = errorResponseDeserializer(result.body)), error;
  }
  return resourceChangeDataArrayDeserializer(result.body);
}
async function resourceChangeDetails(context3, parameters, options = { requestOptions: {} }) {
  let result = await _resourceChangeDetailsSend(context3, parameters, options);
  return _resourceChangeDetailsDeserialize(result);
}
function _resourceChangesSend(context3, parameters, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/providers/Microsoft.ResourceGraph/resourceChanges{?api%2Dversion}", {
    "api%2Dversion": "2020-09-01-preview"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).post({
    ...operationOptionsToRequestParameters2(options),
    contentType: "application/json",
    headers: { accept: "application/json", ...options.requestOptions?.headers },
    body: resourceChangesRequestParametersSerializer(parameters)
  });
}
async function _resourceChangesDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = errorResponseDeserializer(result.body)), error;
  }
  return resourceChangeListDeserializer(result.body);
}
async function resourceChanges(context3, parameters, options = { requestOptions: {} }) {
  let result = await _resourceChangesSend(context3, parameters, options);
  return _resourceChangesDeserialize(result);
}

// node_modules/@azure/arm-resourcegraph/dist/esm/logger.js
var logger3 = createClientLogger2("arm-resourcegraph");

// node_modules/@azure/arm-resourcegraph/dist/esm/api/resourceGraphContext.js
function createResourceGraph(credential, subscriptionId, options = {}) {
  let endpointUrl = options.endpoint ?? getArmEndpoint(options.cloudSetting) ?? "https://management.azure.com", prefixFromOptions = options?.userAgentOptions?.userAgentPrefix, userAgentInfo = "azsdk-js-arm-resourcegraph/5.0.0", userAgentPrefix = prefixFromOptions ? `${prefixFromOptions} ${userAgentInfo}` : `${userAgentInfo}`, { apiVersion: _, ...updatedOptions } = {
    ...options,
    userAgentOptions: { userAgentPrefix },
    loggingOptions: { logger: options.loggingOptions?.logger ?? logger3.info },
    credentials: {
      scopes: options.credentials?.scopes ?? ["https://management.azure.com/.default"]
    }
  }, clientContext = getClient2(endpointUrl, credential, updatedOptions);
  return options.apiVersion && logger3.warning("This client does not support client api-version, please change it at the operation level"), { ...clientContext, subscriptionId };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/static-helpers/serialization/check-prop-undefined.js
function areAllPropsUndefined(item, properties) {
  for (let property of properties)
    if (item[property] !== void 0)
      return !1;
  return !0;
}

// node_modules/@azure/arm-resourcegraph/dist/esm/models/models.js
function systemDataDeserializer(item) {
  return {
    createdBy: item.createdBy,
    createdByType: item.createdByType,
    createdAt: item.createdAt ? new Date(item.createdAt) : item.createdAt,
    lastModifiedBy: item.lastModifiedBy,
    lastModifiedByType: item.lastModifiedByType,
    lastModifiedAt: item.lastModifiedAt ? new Date(item.lastModifiedAt) : item.lastModifiedAt
  };
}
var KnownCreatedByType;
(function(KnownCreatedByType2) {
  KnownCreatedByType2.User = "User", KnownCreatedByType2.Application = "Application", KnownCreatedByType2.ManagedIdentity = "ManagedIdentity", KnownCreatedByType2.Key = "Key";
})(KnownCreatedByType || (KnownCreatedByType = {}));

// node_modules/@azure/arm-resourcegraph/dist/esm/models/graphQueryApi/models.js
function graphQueryResourceSerializer(item) {
  return {
    properties: areAllPropsUndefined(item, ["description", "query"]) ? void 0 : _graphQueryResourcePropertiesSerializer(item),
    tags: item.tags,
    location: item.location,
    etag: item.etag
  };
}
function graphQueryResourceDeserializer(item) {
  return {
    id: item.id,
    name: item.name,
    type: item.type,
    systemData: item.systemData ? systemDataDeserializer(item.systemData) : item.systemData,
    ...item.properties ? _graphQueryResourcePropertiesDeserializer(item.properties) : item.properties,
    tags: item.tags ? Object.fromEntries(Object.entries(item.tags).map(([k, p]) => [k, p])) : item.tags,
    location: item.location,
    etag: item.etag
  };
}
var KnownResultKind;
(function(KnownResultKind2) {
  KnownResultKind2.Basic = "basic";
})(KnownResultKind || (KnownResultKind = {}));
function graphQueryErrorDeserializer(item) {
  return {
    error: item.error ? graphQueryErrorErrorDeserializer(item.error) : item.error
  };
}
function graphQueryErrorErrorDeserializer(item) {
  return {
    code: item.code,
    message: item.message,
    details: item.details ? errorFieldContractArrayDeserializer(item.details) : item.details
  };
}
function errorFieldContractArrayDeserializer(result) {
  return result.map((item) => errorFieldContractDeserializer(item));
}
function errorFieldContractDeserializer(item) {
  return {
    code: item.code,
    message: item.message,
    target: item.target
  };
}
function graphQueryUpdateParametersSerializer(item) {
  return {
    tags: item.tags,
    etag: item.etag,
    properties: areAllPropsUndefined(item, ["description", "query"]) ? void 0 : _graphQueryUpdateParametersPropertiesSerializer(item)
  };
}
function _graphQueryListResultDeserializer(item) {
  return {
    value: graphQueryResourceArrayDeserializer(item.value),
    nextLink: item.nextLink
  };
}
function graphQueryResourceArrayDeserializer(result) {
  return result.map((item) => graphQueryResourceDeserializer(item));
}
function _graphQueryResourcePropertiesSerializer(item) {
  return { description: item.description, query: item.query };
}
function _graphQueryResourcePropertiesDeserializer(item) {
  return {
    timeModified: item.timeModified ? new Date(item.timeModified) : item.timeModified,
    description: item.description,
    query: item.query,
    resultKind: item.resultKind
  };
}
function _graphQueryUpdateParametersPropertiesSerializer(item) {
  return { description: item.description, query: item.query };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/static-helpers/pagingHelpers.js
function buildPagedAsyncIterator(client, getInitialResponse, processResponseBody, expectedStatuses, options = {}) {
  let itemName = options.itemName ?? "value", nextLinkName = options.nextLinkName ?? "nextLink", nextLinkMethod = options.nextLinkMethod ?? "GET", apiVersion = options.apiVersion, pagedResult = {
    getPage: async (pageLink) => {
      let result;
      if (pageLink === void 0)
        result = await getInitialResponse();
      else {
        let resolvedPageLink = apiVersion ? addApiVersionToUrl(pageLink, apiVersion) : pageLink;
        result = nextLinkMethod === "POST" ? await client.pathUnchecked(resolvedPageLink).post() : await client.pathUnchecked(resolvedPageLink).get();
      }
      checkPagingRequest(result, expectedStatuses);
      let results = await processResponseBody(result), nextLink = getNextLink(results, nextLinkName);
      return {
        page: getElements(results, itemName),
        nextPageLink: nextLink
      };
    },
    byPage: (settings) => {
      let { continuationToken } = settings ?? {};
      return getPageAsyncIterator(pagedResult, {
        pageLink: continuationToken
      });
    }
  };
  return getPagedAsyncIterator(pagedResult);
}
function getPagedAsyncIterator(pagedResult) {
  let iter = getItemAsyncIterator(pagedResult);
  return {
    next() {
      return iter.next();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    byPage: pagedResult?.byPage ?? ((settings) => {
      let { continuationToken } = settings ?? {};
      return getPageAsyncIterator(pagedResult, {
        pageLink: continuationToken
      });
    })
  };
}
async function* getItemAsyncIterator(pagedResult) {
  let pages = getPageAsyncIterator(pagedResult);
  for await (let page of pages)
    yield* page;
}
async function* getPageAsyncIterator(pagedResult, options = {}) {
  let { pageLink } = options, response = await pagedResult.getPage(pageLink ?? pagedResult.firstPageLink);
  if (!response)
    return;
  let result = response.page;
  for (result.continuationToken = response.nextPageLink, yield result; response.nextPageLink; ) {
    if (response = await pagedResult.getPage(response.nextPageLink), !response)
      return;
    result = response.page, result.continuationToken = response.nextPageLink, yield result;
  }
}
function getNextLink(body, nextLinkName) {
  if (!nextLinkName)
    return;
  let nextLink = body[nextLinkName];
  if (typeof nextLink != "string" && typeof nextLink < "u" && nextLink !== null)
    throw new RestError2(`Body Property ${nextLinkName} should be a string or undefined or null but got ${typeof nextLink}`);
  if (nextLink !== null)
    return nextLink;
}
function getElements(body, itemName) {
  let value = body[itemName];
  if (!Array.isArray(value))
    throw new RestError2(`Couldn't paginate response
 Body doesn't contain an array property with name: ${itemName}`);
  return value ?? [];
}
function checkPagingRequest(response, expectedStatuses) {
  if (!expectedStatuses.includes(response.status))
    throw createRestError2(`Pagination failed with unexpected statusCode ${response.status}`, response);
}
function addApiVersionToUrl(url, apiVersion) {
  let urlObj = new URL(url, "https://microsoft.com");
  return urlObj.searchParams.get("api-version") ? url : `${url}${urlObj.search ? "&" : "?"}api-version=${apiVersion}`;
}

// node_modules/@azure/arm-resourcegraph/dist/esm/api/graphQuery/operations.js
function _listBySubscriptionSend(context3, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/subscriptions/{subscriptionId}/providers/Microsoft.ResourceGraph/queries{?api%2Dversion}", {
    subscriptionId: context3.subscriptionId,
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).get({
    ...operationOptionsToRequestParameters2(options),
    headers: { accept: "application/json", ...options.requestOptions?.headers }
  });
}
async function _listBySubscriptionDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = graphQueryErrorDeserializer(result.body)), error;
  }
  return _graphQueryListResultDeserializer(result.body);
}
function listBySubscription(context3, options = { requestOptions: {} }) {
  return buildPagedAsyncIterator(context3, () => _listBySubscriptionSend(context3, options), _listBySubscriptionDeserialize, ["200"], { itemName: "value", nextLinkName: "nextLink", apiVersion: "2024-04-01" });
}
function _listSend(context3, resourceGroupName, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ResourceGraph/queries{?api%2Dversion}", {
    subscriptionId: context3.subscriptionId,
    resourceGroupName,
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).get({
    ...operationOptionsToRequestParameters2(options),
    headers: { accept: "application/json", ...options.requestOptions?.headers }
  });
}
async function _listDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = graphQueryErrorDeserializer(result.body)), error;
  }
  return _graphQueryListResultDeserializer(result.body);
}
function list(context3, resourceGroupName, options = { requestOptions: {} }) {
  return buildPagedAsyncIterator(context3, () => _listSend(context3, resourceGroupName, options), _listDeserialize, ["200"], { itemName: "value", nextLinkName: "nextLink", apiVersion: "2024-04-01" });
}
function _$deleteSend(context3, resourceGroupName, resourceName, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ResourceGraph/queries/{resourceName}{?api%2Dversion}", {
    subscriptionId: context3.subscriptionId,
    resourceGroupName,
    resourceName,
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).delete({ ...operationOptionsToRequestParameters2(options) });
}
async function _$deleteDeserialize(result) {
  if (!["200", "204"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = graphQueryErrorDeserializer(result.body)), error;
  }
}
async function $delete(context3, resourceGroupName, resourceName, options = { requestOptions: {} }) {
  let result = await _$deleteSend(context3, resourceGroupName, resourceName, options);
  return _$deleteDeserialize(result);
}
function _updateSend(context3, resourceGroupName, resourceName, body, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ResourceGraph/queries/{resourceName}{?api%2Dversion}", {
    subscriptionId: context3.subscriptionId,
    resourceGroupName,
    resourceName,
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).patch({
    ...operationOptionsToRequestParameters2(options),
    contentType: "application/json",
    headers: { accept: "application/json", ...options.requestOptions?.headers },
    body: graphQueryUpdateParametersSerializer(body)
  });
}
async function _updateDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = graphQueryErrorDeserializer(result.body)), error;
  }
  return graphQueryResourceDeserializer(result.body);
}
async function update(context3, resourceGroupName, resourceName, body, options = { requestOptions: {} }) {
  let result = await _updateSend(context3, resourceGroupName, resourceName, body, options);
  return _updateDeserialize(result);
}
function _createOrUpdateSend(context3, resourceGroupName, resourceName, properties, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ResourceGraph/queries/{resourceName}{?api%2Dversion}", {
    subscriptionId: context3.subscriptionId,
    resourceGroupName,
    resourceName,
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).put({
    ...operationOptionsToRequestParameters2(options),
    contentType: "application/json",
    headers: { accept: "application/json", ...options.requestOptions?.headers },
    body: graphQueryResourceSerializer(properties)
  });
}
async function _createOrUpdateDeserialize(result) {
  if (!["200", "201"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = graphQueryErrorDeserializer(result.body)), error;
  }
  return graphQueryResourceDeserializer(result.body);
}
async function createOrUpdate(context3, resourceGroupName, resourceName, properties, options = { requestOptions: {} }) {
  let result = await _createOrUpdateSend(context3, resourceGroupName, resourceName, properties, options);
  return _createOrUpdateDeserialize(result);
}
function _getSend(context3, resourceGroupName, resourceName, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ResourceGraph/queries/{resourceName}{?api%2Dversion}", {
    subscriptionId: context3.subscriptionId,
    resourceGroupName,
    resourceName,
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).get({
    ...operationOptionsToRequestParameters2(options),
    headers: { accept: "application/json", ...options.requestOptions?.headers }
  });
}
async function _getDeserialize(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = graphQueryErrorDeserializer(result.body)), error;
  }
  return graphQueryResourceDeserializer(result.body);
}
async function get(context3, resourceGroupName, resourceName, options = { requestOptions: {} }) {
  let result = await _getSend(context3, resourceGroupName, resourceName, options);
  return _getDeserialize(result);
}

// node_modules/@azure/arm-resourcegraph/dist/esm/classic/graphQuery/index.js
function _getGraphQuery(context3) {
  return {
    listBySubscription: (options) => listBySubscription(context3, options),
    list: (resourceGroupName, options) => list(context3, resourceGroupName, options),
    delete: (resourceGroupName, resourceName, options) => $delete(context3, resourceGroupName, resourceName, options),
    update: (resourceGroupName, resourceName, body, options) => update(context3, resourceGroupName, resourceName, body, options),
    createOrUpdate: (resourceGroupName, resourceName, properties, options) => createOrUpdate(context3, resourceGroupName, resourceName, properties, options),
    get: (resourceGroupName, resourceName, options) => get(context3, resourceGroupName, resourceName, options)
  };
}
function _getGraphQueryOperations(context3) {
  return {
    ..._getGraphQuery(context3)
  };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/api/operations/operations.js
function _listSend2(context3, options = { requestOptions: {} }) {
  let path2 = expandUrlTemplate("/providers/Microsoft.ResourceGraph/operations{?api%2Dversion}", {
    "api%2Dversion": "2024-04-01"
  }, {
    allowReserved: options?.requestOptions?.skipUrlEncoding
  });
  return context3.path(path2).get({
    ...operationOptionsToRequestParameters2(options),
    headers: { accept: "application/json", ...options.requestOptions?.headers }
  });
}
async function _listDeserialize2(result) {
  if (!["200"].includes(result.status)) {
    let error = createRestError2(result);
    throw result.body && (error.details = errorResponseDeserializer(result.body)), error;
  }
  return _operationListResultDeserializer(result.body);
}
function list2(context3, options = { requestOptions: {} }) {
  return buildPagedAsyncIterator(context3, () => _listSend2(context3, options), _listDeserialize2, ["200"], { itemName: "value", nextLinkName: "nextLink", apiVersion: "2024-04-01" });
}

// node_modules/@azure/arm-resourcegraph/dist/esm/classic/operations/index.js
function _getOperations(context3) {
  return {
    list: (options) => list2(context3, options)
  };
}
function _getOperationsOperations(context3) {
  return {
    ..._getOperations(context3)
  };
}

// node_modules/@azure/arm-resourcegraph/dist/esm/resourceGraphClient.js
var ResourceGraphClient = class {
  _client;
  pipeline;
  constructor(credential, subscriptionIdOrOptions, options) {
    let subscriptionId;
    typeof subscriptionIdOrOptions == "string" ? subscriptionId = subscriptionIdOrOptions : typeof subscriptionIdOrOptions == "object" && (options = subscriptionIdOrOptions), options = options ?? {}, this._client = createResourceGraph(credential, subscriptionId ?? "", options), this.pipeline = this._client.pipeline, this.graphQuery = _getGraphQueryOperations(this._client), this.operations = _getOperationsOperations(this._client);
  }
  resourcesHistory(request, options = { requestOptions: {} }) {
    return resourcesHistory(this._client, request, options);
  }
  resources(query, options = { requestOptions: {} }) {
    return resources(this._client, query, options);
  }
  resourceChangeDetails(parameters, options = { requestOptions: {} }) {
    return resourceChangeDetails(this._client, parameters, options);
  }
  resourceChanges(parameters, options = { requestOptions: {} }) {
    return resourceChanges(this._client, parameters, options);
  }
  graphQuery;
  operations;
};

// node_modules/@azure/identity/dist/esm/constants.js
var SDK_VERSION3 = "4.14.1", DeveloperSignOnClientId = "04b07795-8ddb-461a-bbee-02f9e1bf7b46", DefaultTenantId = "common", AzureAuthorityHosts;
(function(AzureAuthorityHosts2) {
  AzureAuthorityHosts2.AzureChina = "https://login.chinacloudapi.cn", AzureAuthorityHosts2.AzureGermany = "https://login.microsoftonline.de", AzureAuthorityHosts2.AzureGovernment = "https://login.microsoftonline.us", AzureAuthorityHosts2.AzurePublicCloud = "https://login.microsoftonline.com";
})(AzureAuthorityHosts || (AzureAuthorityHosts = {}));
var DefaultAuthorityHost = AzureAuthorityHosts.AzurePublicCloud, DefaultAuthority = "login.microsoftonline.com", ALL_TENANTS = ["*"], CACHE_CAE_SUFFIX = "cae", CACHE_NON_CAE_SUFFIX = "nocae", DEFAULT_TOKEN_CACHE_NAME = "msal.cache";

// node_modules/@azure/identity/dist/esm/msal/nodeFlows/msalPlugins.js
var persistenceProvider;
var nativeBrokerInfo;
var vsCodeBrokerInfo;
function generatePluginConfiguration(options) {
  let config = {
    cache: {},
    broker: {
      ...options.brokerOptions,
      isEnabled: options.brokerOptions?.enabled ?? !1,
      enableMsaPassthrough: options.brokerOptions?.legacyEnableMsaPassthrough ?? !1
    }
  };
  if (options.tokenCachePersistenceOptions?.enabled) {
    if (persistenceProvider === void 0)
      throw new Error([
        "Persistent token caching was requested, but no persistence provider was configured.",
        "You must install the identity-cache-persistence plugin package (`npm install --save @azure/identity-cache-persistence`)",
        "and enable it by importing `useIdentityPlugin` from `@azure/identity` and calling",
        "`useIdentityPlugin(cachePersistencePlugin)` before using `tokenCachePersistenceOptions`."
      ].join(" "));
    let cacheBaseName = options.tokenCachePersistenceOptions.name || DEFAULT_TOKEN_CACHE_NAME;
    config.cache.cachePlugin = persistenceProvider({
      name: `${cacheBaseName}.${CACHE_NON_CAE_SUFFIX}`,
      ...options.tokenCachePersistenceOptions
    }), config.cache.cachePluginCae = persistenceProvider({
      name: `${cacheBaseName}.${CACHE_CAE_SUFFIX}`,
      ...options.tokenCachePersistenceOptions
    });
  }
  return options.brokerOptions?.enabled && (config.broker.nativeBrokerPlugin = getBrokerPlugin(options.isVSCodeCredential || !1)), config;
}
var brokerErrorTemplates = {
  missing: (credentialName6, packageName, pluginVar) => [
    `${credentialName6} was requested, but no plugin was configured or no authentication record was found.`,
    `You must install the ${packageName} plugin package (npm install --save ${packageName})`,
    "and enable it by importing `useIdentityPlugin` from `@azure/identity` and calling",
    `useIdentityPlugin(${pluginVar}) before using enableBroker.`
  ].join(" "),
  unavailable: (credentialName6, packageName) => [
    `${credentialName6} was requested, and the plugin is configured, but the broker is unavailable.`,
    `Ensure the ${credentialName6} plugin is properly installed and configured.`,
    "Check for missing native dependencies and ensure the package is properly installed.",
    `See the README for prerequisites on installing and using ${packageName}.`
  ].join(" ")
}, brokerConfig = {
  vsCode: {
    credentialName: "Visual Studio Code Credential",
    packageName: "@azure/identity-vscode",
    pluginVar: "vsCodePlugin",
    get brokerInfo() {
      return vsCodeBrokerInfo;
    }
  },
  native: {
    credentialName: "Broker for WAM",
    packageName: "@azure/identity-broker",
    pluginVar: "nativeBrokerPlugin",
    get brokerInfo() {
      return nativeBrokerInfo;
    }
  }
};
function getBrokerPlugin(isVSCodePlugin) {
  let { credentialName: credentialName6, packageName, pluginVar, brokerInfo } = brokerConfig[isVSCodePlugin ? "vsCode" : "native"];
  if (brokerInfo === void 0)
    throw new Error(brokerErrorTemplates.missing(credentialName6, packageName, pluginVar));
  if (brokerInfo.broker.isBrokerAvailable === !1)
    throw new Error(brokerErrorTemplates.unavailable(credentialName6, packageName));
  return brokerInfo.broker;
}
var msalPlugins = {
  generatePluginConfiguration
};

// node_modules/@azure/identity/dist/esm/errors.js
function isErrorResponse(errorResponse) {
  return errorResponse && typeof errorResponse.error == "string" && typeof errorResponse.error_description == "string";
}
var CredentialUnavailableErrorName = "CredentialUnavailableError", CredentialUnavailableError = class extends Error {
  constructor(message, options) {
    super(message, options), this.name = CredentialUnavailableErrorName;
  }
}, AuthenticationErrorName = "AuthenticationError", AuthenticationError = class extends Error {
  statusCode;
  errorResponse;
  constructor(statusCode, errorBody, options) {
    let errorResponse;
    if (isErrorResponse(errorBody))
      errorResponse = convertOAuthErrorResponseToErrorResponse(errorBody);
    else if (typeof errorBody == "string")
      try {
        let oauthErrorResponse = JSON.parse(errorBody);
        errorResponse = convertOAuthErrorResponseToErrorResponse(oauthErrorResponse);
      } catch {
        statusCode === 400 ? errorResponse = {
          error: "invalid_request",
          errorDescription: `The service indicated that the request was invalid.

${errorBody}`
        } : errorResponse = {
          error: "unknown_error",
          errorDescription: `An unknown error has occurred. Response body:

${errorBody}`
        };
      }
    else
      errorResponse = {
        error: "unknown_error",
        errorDescription: "An unknown error occurred and no additional details are available."
      };
    super(`${errorResponse.error} Status code: ${statusCode}
More details:
${errorResponse.errorDescription},`, options), this.statusCode = statusCode, this.errorResponse = errorResponse, this.name = AuthenticationErrorName;
  }
};
function convertOAuthErrorResponseToErrorResponse(errorBody) {
  return {
    error: errorBody.error,
    errorDescription: errorBody.error_description,
    correlationId: errorBody.correlation_id,
    errorCodes: errorBody.error_codes,
    timestamp: errorBody.timestamp,
    traceId: errorBody.trace_id
  };
}
var AuthenticationRequiredError = class extends Error {
  scopes;
  getTokenOptions;
  constructor(options) {
    super(options.message, options.cause ? { cause: options.cause } : void 0), this.scopes = options.scopes, this.getTokenOptions = options.getTokenOptions, this.name = "AuthenticationRequiredError";
  }
};

// node_modules/@azure/identity/dist/esm/util/logging.js
var logger4 = createClientLogger2("identity");
function processEnvVars(supportedEnvVars) {
  return supportedEnvVars.reduce((acc, envVariable) => (process.env[envVariable] ? acc.assigned.push(envVariable) : acc.missing.push(envVariable), acc), { missing: [], assigned: [] });
}
function formatSuccess(scope) {
  return `SUCCESS. Scopes: ${Array.isArray(scope) ? scope.join(", ") : scope}.`;
}
function formatError(scope, error) {
  let message = "ERROR.";
  return scope?.length && (message += ` Scopes: ${Array.isArray(scope) ? scope.join(", ") : scope}.`), `${message} Error message: ${typeof error == "string" ? error : error.message}.`;
}
function credentialLoggerInstance(title, parent, log2 = logger4) {
  let fullTitle = parent ? `${parent.fullTitle} ${title}` : title;
  function info(message) {
    log2.info(`${fullTitle} =>`, message);
  }
  function warning(message) {
    log2.warning(`${fullTitle} =>`, message);
  }
  function verbose(message) {
    log2.verbose(`${fullTitle} =>`, message);
  }
  function error(message) {
    log2.error(`${fullTitle} =>`, message);
  }
  return {
    title,
    fullTitle,
    info,
    warning,
    verbose,
    error
  };
}
function credentialLogger(title, log2 = logger4) {
  let credLogger = credentialLoggerInstance(title, void 0, log2);
  return {
    ...credLogger,
    parent: log2,
    getToken: credentialLoggerInstance("=> getToken()", credLogger, log2)
  };
}

// node_modules/@azure/identity/dist/esm/util/tracing.js
var tracingClient = createTracingClient({
  namespace: "Microsoft.AAD",
  packageName: "@azure/identity",
  packageVersion: SDK_VERSION3
});

// node_modules/@azure/identity/dist/esm/credentials/chainedTokenCredential.js
var logger5 = credentialLogger("ChainedTokenCredential");

// node_modules/@azure/msal-node/dist/cache/serializer/Serializer.mjs
var Serializer = class {
  static serializeJSONBlob(data) {
    return JSON.stringify(data);
  }
  static serializeAccounts(accCache) {
    let accounts = {};
    return Object.keys(accCache).map(function(key) {
      let accountEntity = accCache[key];
      accounts[key] = {
        home_account_id: accountEntity.homeAccountId,
        environment: accountEntity.environment,
        realm: accountEntity.realm,
        local_account_id: accountEntity.localAccountId,
        username: accountEntity.username,
        authority_type: accountEntity.authorityType,
        name: accountEntity.name,
        client_info: accountEntity.clientInfo,
        last_modification_time: accountEntity.lastModificationTime,
        last_modification_app: accountEntity.lastModificationApp,
        tenantProfiles: accountEntity.tenantProfiles?.map((tenantProfile) => JSON.stringify(tenantProfile))
      };
    }), accounts;
  }
  static serializeIdTokens(idTCache) {
    let idTokens = {};
    return Object.keys(idTCache).map(function(key) {
      let idTEntity = idTCache[key];
      idTokens[key] = {
        home_account_id: idTEntity.homeAccountId,
        environment: idTEntity.environment,
        credential_type: idTEntity.credentialType,
        client_id: idTEntity.clientId,
        secret: idTEntity.secret,
        realm: idTEntity.realm
      };
    }), idTokens;
  }
  static serializeAccessTokens(atCache) {
    let accessTokens = {};
    return Object.keys(atCache).map(function(key) {
      let atEntity = atCache[key];
      accessTokens[key] = {
        home_account_id: atEntity.homeAccountId,
        environment: atEntity.environment,
        credential_type: atEntity.credentialType,
        client_id: atEntity.clientId,
        secret: atEntity.secret,
        realm: atEntity.realm,
        target: atEntity.target,
        cached_at: atEntity.cachedAt,
        expires_on: atEntity.expiresOn,
        extended_expires_on: atEntity.extendedExpiresOn,
        refresh_on: atEntity.refreshOn,
        key_id: atEntity.keyId,
        token_type: atEntity.tokenType,
        userAssertionHash: atEntity.userAssertionHash,
        resource: atEntity.resource,
        additionalCacheKeyComponents: atEntity.additionalCacheKeyComponents
      };
    }), accessTokens;
  }
  static serializeRefreshTokens(rtCache) {
    let refreshTokens = {};
    return Object.keys(rtCache).map(function(key) {
      let rtEntity = rtCache[key];
      refreshTokens[key] = {
        home_account_id: rtEntity.homeAccountId,
        environment: rtEntity.environment,
        credential_type: rtEntity.credentialType,
        client_id: rtEntity.clientId,
        secret: rtEntity.secret,
        family_id: rtEntity.familyId,
        target: rtEntity.target,
        realm: rtEntity.realm
      };
    }), refreshTokens;
  }
  static serializeAppMetadata(amdtCache) {
    let appMetadata = {};
    return Object.keys(amdtCache).map(function(key) {
      let amdtEntity = amdtCache[key];
      appMetadata[key] = {
        client_id: amdtEntity.clientId,
        environment: amdtEntity.environment,
        family_id: amdtEntity.familyId
      };
    }), appMetadata;
  }
  static serializeAllCache(inMemCache) {
    return {
      Account: this.serializeAccounts(inMemCache.accounts),
      IdToken: this.serializeIdTokens(inMemCache.idTokens),
      AccessToken: this.serializeAccessTokens(inMemCache.accessTokens),
      RefreshToken: this.serializeRefreshTokens(inMemCache.refreshTokens),
      AppMetadata: this.serializeAppMetadata(inMemCache.appMetadata)
    };
  }
};

// node_modules/@azure/msal-common/dist/constants/AADServerParamKeys.mjs
var AADServerParamKeys_exports = {};
__export(AADServerParamKeys_exports, {
  ACCESS_TOKEN: () => ACCESS_TOKEN,
  ATTRIBUTE_TOKENS: () => ATTRIBUTE_TOKENS,
  BROKER_CLIENT_ID: () => BROKER_CLIENT_ID,
  BROKER_REDIRECT_URI: () => BROKER_REDIRECT_URI,
  CCS_HEADER: () => CCS_HEADER,
  CLAIMS: () => CLAIMS,
  CLIENT_ASSERTION: () => CLIENT_ASSERTION,
  CLIENT_ASSERTION_TYPE: () => CLIENT_ASSERTION_TYPE,
  CLIENT_ID: () => CLIENT_ID,
  CLIENT_INFO: () => CLIENT_INFO,
  CLIENT_REQUEST_ID: () => CLIENT_REQUEST_ID,
  CLIENT_SECRET: () => CLIENT_SECRET,
  CLI_DATA: () => CLI_DATA,
  CODE: () => CODE,
  CODE_CHALLENGE: () => CODE_CHALLENGE,
  CODE_CHALLENGE_METHOD: () => CODE_CHALLENGE_METHOD,
  CODE_VERIFIER: () => CODE_VERIFIER,
  DEVICE_CODE: () => DEVICE_CODE,
  DOMAIN_HINT: () => DOMAIN_HINT,
  DPOP_JKT: () => DPOP_JKT,
  EAR_JWE_CRYPTO: () => EAR_JWE_CRYPTO,
  EAR_JWK: () => EAR_JWK,
  ERROR: () => ERROR,
  ERROR_DESCRIPTION: () => ERROR_DESCRIPTION,
  EXPIRES_IN: () => EXPIRES_IN,
  FMI_PATH: () => FMI_PATH,
  FOCI: () => FOCI,
  GRANT_TYPE: () => GRANT_TYPE,
  ID_TOKEN: () => ID_TOKEN,
  ID_TOKEN_HINT: () => ID_TOKEN_HINT,
  INSTANCE_AWARE: () => INSTANCE_AWARE,
  LOGIN_HINT: () => LOGIN_HINT,
  LOGOUT_HINT: () => LOGOUT_HINT,
  NATIVE_BROKER: () => NATIVE_BROKER,
  NONCE: () => NONCE,
  OBO_ASSERTION: () => OBO_ASSERTION,
  ON_BEHALF_OF: () => ON_BEHALF_OF,
  POPUP_ORIGIN_CHECK_DONE: () => POPUP_ORIGIN_CHECK_DONE,
  POST_LOGOUT_URI: () => POST_LOGOUT_URI,
  PROMPT: () => PROMPT,
  REDIRECT_URI: () => REDIRECT_URI,
  REFRESH_TOKEN: () => REFRESH_TOKEN,
  REFRESH_TOKEN_EXPIRES_IN: () => REFRESH_TOKEN_EXPIRES_IN,
  REQUESTED_TOKEN_USE: () => REQUESTED_TOKEN_USE,
  REQ_CNF: () => REQ_CNF,
  RESOURCE: () => RESOURCE,
  RESPONSE_MODE: () => RESPONSE_MODE,
  RESPONSE_TYPE: () => RESPONSE_TYPE,
  RETURN_SPA_CODE: () => RETURN_SPA_CODE,
  SCOPE: () => SCOPE,
  SESSION_STATE: () => SESSION_STATE,
  SID: () => SID,
  STATE: () => STATE,
  TOKEN_TYPE: () => TOKEN_TYPE,
  USERNAME: () => USERNAME,
  USER_FEDERATED_IDENTITY_CREDENTIAL: () => USER_FEDERATED_IDENTITY_CREDENTIAL,
  USER_ID: () => USER_ID,
  X_APP_NAME: () => X_APP_NAME,
  X_APP_VER: () => X_APP_VER,
  X_CLIENT_CPU: () => X_CLIENT_CPU,
  X_CLIENT_CURR_TELEM: () => X_CLIENT_CURR_TELEM,
  X_CLIENT_EXTRA_SKU: () => X_CLIENT_EXTRA_SKU,
  X_CLIENT_LAST_TELEM: () => X_CLIENT_LAST_TELEM,
  X_CLIENT_OS: () => X_CLIENT_OS,
  X_CLIENT_SKU: () => X_CLIENT_SKU,
  X_CLIENT_VER: () => X_CLIENT_VER,
  X_MS_LIB_CAPABILITY: () => X_MS_LIB_CAPABILITY
});
var CLIENT_ID = "client_id", REDIRECT_URI = "redirect_uri", RESPONSE_TYPE = "response_type", RESPONSE_MODE = "response_mode", GRANT_TYPE = "grant_type", CLAIMS = "claims", SCOPE = "scope", ERROR = "error", ERROR_DESCRIPTION = "error_description", ACCESS_TOKEN = "access_token", ID_TOKEN = "id_token", REFRESH_TOKEN = "refresh_token", EXPIRES_IN = "expires_in", REFRESH_TOKEN_EXPIRES_IN = "refresh_token_expires_in", STATE = "state", NONCE = "nonce", PROMPT = "prompt", SESSION_STATE = "session_state", CLIENT_INFO = "client_info", CODE = "code", CODE_CHALLENGE = "code_challenge", CODE_CHALLENGE_METHOD = "code_challenge_method", CODE_VERIFIER = "code_verifier", CLIENT_REQUEST_ID = "client-request-id", X_CLIENT_SKU = "x-client-SKU", X_CLIENT_VER = "x-client-VER", X_CLIENT_OS = "x-client-OS", X_CLIENT_CPU = "x-client-CPU", X_CLIENT_CURR_TELEM = "x-client-current-telemetry", X_CLIENT_LAST_TELEM = "x-client-last-telemetry", X_MS_LIB_CAPABILITY = "x-ms-lib-capability", X_APP_NAME = "x-app-name", X_APP_VER = "x-app-ver", POST_LOGOUT_URI = "post_logout_redirect_uri", ID_TOKEN_HINT = "id_token_hint", DEVICE_CODE = "device_code", CLIENT_SECRET = "client_secret", CLIENT_ASSERTION = "client_assertion", CLIENT_ASSERTION_TYPE = "client_assertion_type", TOKEN_TYPE = "token_type", REQ_CNF = "req_cnf", DPOP_JKT = "dpop_jkt", OBO_ASSERTION = "assertion", REQUESTED_TOKEN_USE = "requested_token_use", ON_BEHALF_OF = "on_behalf_of", FOCI = "foci", CCS_HEADER = "X-AnchorMailbox", RETURN_SPA_CODE = "return_spa_code", NATIVE_BROKER = "nativebroker", LOGOUT_HINT = "logout_hint", SID = "sid", LOGIN_HINT = "login_hint", DOMAIN_HINT = "domain_hint", X_CLIENT_EXTRA_SKU = "x-client-xtra-sku", BROKER_CLIENT_ID = "brk_client_id", BROKER_REDIRECT_URI = "brk_redirect_uri", INSTANCE_AWARE = "instance_aware", EAR_JWK = "ear_jwk", EAR_JWE_CRYPTO = "ear_jwe_crypto", RESOURCE = "resource", CLI_DATA = "clidata", USER_FEDERATED_IDENTITY_CREDENTIAL = "user_federated_identity_credential", USERNAME = "username", USER_ID = "user_id", FMI_PATH = "fmi_path", ATTRIBUTE_TOKENS = "attribute_tokens", POPUP_ORIGIN_CHECK_DONE = "pocd";

// node_modules/@azure/msal-common/dist/cache/utils/AccountEntityUtils.mjs
var AccountEntityUtils_exports = {};
__export(AccountEntityUtils_exports, {
  createAccountEntity: () => createAccountEntity,
  createAccountEntityFromAccountInfo: () => createAccountEntityFromAccountInfo,
  generateAccountId: () => generateAccountId,
  generateHomeAccountId: () => generateHomeAccountId,
  getAccountInfo: () => getAccountInfo,
  isAccountEntity: () => isAccountEntity,
  isSingleTenant: () => isSingleTenant
});

// node_modules/@azure/msal-common/dist/utils/Constants.mjs
var Constants_exports = {};
__export(Constants_exports, {
  AADAuthority: () => AADAuthority,
  AAD_INSTANCE_DISCOVERY_ENDPT: () => AAD_INSTANCE_DISCOVERY_ENDPT,
  AAD_TENANT_DOMAIN_SUFFIX: () => AAD_TENANT_DOMAIN_SUFFIX,
  ADFS: () => ADFS,
  APP_METADATA: () => APP_METADATA,
  AUTHORITY_METADATA_CACHE_KEY: () => AUTHORITY_METADATA_CACHE_KEY,
  AUTHORITY_METADATA_REFRESH_TIME_SECONDS: () => AUTHORITY_METADATA_REFRESH_TIME_SECONDS,
  AUTHORIZATION_PENDING: () => AUTHORIZATION_PENDING,
  AZURE_REGION_AUTO_DISCOVER_FLAG: () => AZURE_REGION_AUTO_DISCOVER_FLAG,
  AuthenticationScheme: () => AuthenticationScheme,
  AuthorityMetadataSource: () => AuthorityMetadataSource,
  CACHE_ACCOUNT_TYPE_ADFS: () => CACHE_ACCOUNT_TYPE_ADFS,
  CACHE_ACCOUNT_TYPE_GENERIC: () => CACHE_ACCOUNT_TYPE_GENERIC,
  CACHE_ACCOUNT_TYPE_MSAV1: () => CACHE_ACCOUNT_TYPE_MSAV1,
  CACHE_ACCOUNT_TYPE_MSSTS: () => CACHE_ACCOUNT_TYPE_MSSTS,
  CACHE_KEY_SEPARATOR: () => CACHE_KEY_SEPARATOR,
  CIAM_AUTH_URL: () => CIAM_AUTH_URL,
  CLIENT_INFO: () => CLIENT_INFO2,
  CLIENT_INFO_SEPARATOR: () => CLIENT_INFO_SEPARATOR,
  CLIENT_MISMATCH_ERROR: () => CLIENT_MISMATCH_ERROR,
  CODE_GRANT_TYPE: () => CODE_GRANT_TYPE,
  CONSUMER_UTID: () => CONSUMER_UTID,
  CacheOutcome: () => CacheOutcome,
  CacheType: () => CacheType,
  ClaimsRequestKeys: () => ClaimsRequestKeys,
  CodeChallengeMethodValues: () => CodeChallengeMethodValues,
  CredentialType: () => CredentialType,
  DEFAULT_AUTHORITY: () => DEFAULT_AUTHORITY,
  DEFAULT_AUTHORITY_HOST: () => DEFAULT_AUTHORITY_HOST,
  DEFAULT_COMMON_TENANT: () => DEFAULT_COMMON_TENANT,
  DEFAULT_MAX_THROTTLE_TIME_SECONDS: () => DEFAULT_MAX_THROTTLE_TIME_SECONDS,
  DEFAULT_THROTTLE_TIME_SECONDS: () => DEFAULT_THROTTLE_TIME_SECONDS,
  DEFAULT_TOKEN_RENEWAL_OFFSET_SEC: () => DEFAULT_TOKEN_RENEWAL_OFFSET_SEC,
  EMAIL_SCOPE: () => EMAIL_SCOPE,
  EncodingTypes: () => EncodingTypes,
  FORWARD_SLASH: () => FORWARD_SLASH,
  GrantType: () => GrantType,
  HTTP_BAD_REQUEST: () => HTTP_BAD_REQUEST,
  HTTP_CLIENT_ERROR: () => HTTP_CLIENT_ERROR,
  HTTP_CLIENT_ERROR_RANGE_END: () => HTTP_CLIENT_ERROR_RANGE_END,
  HTTP_CLIENT_ERROR_RANGE_START: () => HTTP_CLIENT_ERROR_RANGE_START,
  HTTP_GATEWAY_TIMEOUT: () => HTTP_GATEWAY_TIMEOUT,
  HTTP_GONE: () => HTTP_GONE,
  HTTP_MULTI_SIDED_ERROR: () => HTTP_MULTI_SIDED_ERROR,
  HTTP_NOT_FOUND: () => HTTP_NOT_FOUND,
  HTTP_REDIRECT: () => HTTP_REDIRECT,
  HTTP_REQUEST_TIMEOUT: () => HTTP_REQUEST_TIMEOUT,
  HTTP_SERVER_ERROR: () => HTTP_SERVER_ERROR,
  HTTP_SERVER_ERROR_RANGE_END: () => HTTP_SERVER_ERROR_RANGE_END,
  HTTP_SERVER_ERROR_RANGE_START: () => HTTP_SERVER_ERROR_RANGE_START,
  HTTP_SERVICE_UNAVAILABLE: () => HTTP_SERVICE_UNAVAILABLE,
  HTTP_SUCCESS: () => HTTP_SUCCESS,
  HTTP_SUCCESS_RANGE_END: () => HTTP_SUCCESS_RANGE_END,
  HTTP_SUCCESS_RANGE_START: () => HTTP_SUCCESS_RANGE_START,
  HTTP_TOO_MANY_REQUESTS: () => HTTP_TOO_MANY_REQUESTS,
  HTTP_UNAUTHORIZED: () => HTTP_UNAUTHORIZED,
  HeaderNames: () => HeaderNames,
  HttpMethod: () => HttpMethod,
  IMDS_ENDPOINT: () => IMDS_ENDPOINT,
  IMDS_TIMEOUT: () => IMDS_TIMEOUT,
  IMDS_VERSION: () => IMDS_VERSION,
  INVALID_GRANT_ERROR: () => INVALID_GRANT_ERROR,
  INVALID_INSTANCE: () => INVALID_INSTANCE,
  JsonWebTokenTypes: () => JsonWebTokenTypes,
  KNOWN_PUBLIC_CLOUDS: () => KNOWN_PUBLIC_CLOUDS,
  NOT_APPLICABLE: () => NOT_APPLICABLE,
  NOT_AVAILABLE: () => NOT_AVAILABLE,
  OAuthResponseType: () => OAuthResponseType,
  OFFLINE_ACCESS_SCOPE: () => OFFLINE_ACCESS_SCOPE,
  OIDC_DEFAULT_SCOPES: () => OIDC_DEFAULT_SCOPES,
  OIDC_SCOPES: () => OIDC_SCOPES,
  ONE_DAY_IN_MS: () => ONE_DAY_IN_MS,
  OPENID_SCOPE: () => OPENID_SCOPE,
  PROFILE_SCOPE: () => PROFILE_SCOPE,
  PasswordGrantConstants: () => PasswordGrantConstants,
  PersistentCacheKeys: () => PersistentCacheKeys,
  PromptValue: () => PromptValue,
  REGIONAL_AUTH_PUBLIC_CLOUD_SUFFIX: () => REGIONAL_AUTH_PUBLIC_CLOUD_SUFFIX,
  RESOURCE_DELIM: () => RESOURCE_DELIM,
  RegionDiscoveryOutcomes: () => RegionDiscoveryOutcomes,
  RegionDiscoverySources: () => RegionDiscoverySources,
  ResponseMode: () => ResponseMode,
  S256_CODE_CHALLENGE_METHOD: () => S256_CODE_CHALLENGE_METHOD,
  SERVER_TELEM_CACHE_KEY: () => SERVER_TELEM_CACHE_KEY,
  SERVER_TELEM_CATEGORY_SEPARATOR: () => SERVER_TELEM_CATEGORY_SEPARATOR,
  SERVER_TELEM_MAX_CACHED_ERRORS: () => SERVER_TELEM_MAX_CACHED_ERRORS,
  SERVER_TELEM_MAX_CUR_HEADER_BYTES: () => SERVER_TELEM_MAX_CUR_HEADER_BYTES,
  SERVER_TELEM_MAX_LAST_HEADER_BYTES: () => SERVER_TELEM_MAX_LAST_HEADER_BYTES,
  SERVER_TELEM_OVERFLOW_FALSE: () => SERVER_TELEM_OVERFLOW_FALSE,
  SERVER_TELEM_OVERFLOW_TRUE: () => SERVER_TELEM_OVERFLOW_TRUE,
  SERVER_TELEM_SCHEMA_VERSION: () => SERVER_TELEM_SCHEMA_VERSION,
  SERVER_TELEM_UNKNOWN_ERROR: () => SERVER_TELEM_UNKNOWN_ERROR,
  SERVER_TELEM_VALUE_SEPARATOR: () => SERVER_TELEM_VALUE_SEPARATOR,
  SHR_NONCE_VALIDITY: () => SHR_NONCE_VALIDITY,
  SKU: () => SKU,
  THE_FAMILY_ID: () => THE_FAMILY_ID,
  THROTTLING_PREFIX: () => THROTTLING_PREFIX,
  URL_FORM_CONTENT_TYPE: () => URL_FORM_CONTENT_TYPE,
  X_MS_LIB_CAPABILITY_VALUE: () => X_MS_LIB_CAPABILITY_VALUE
});
var SKU = "msal.js.common", DEFAULT_AUTHORITY = "https://login.microsoftonline.com/common/", DEFAULT_AUTHORITY_HOST = "login.microsoftonline.com", DEFAULT_COMMON_TENANT = "common", ADFS = "adfs", AAD_INSTANCE_DISCOVERY_ENDPT = `${DEFAULT_AUTHORITY}discovery/instance?api-version=1.1&authorization_endpoint=`, CIAM_AUTH_URL = ".ciamlogin.com", AAD_TENANT_DOMAIN_SUFFIX = ".onmicrosoft.com", RESOURCE_DELIM = "|", CONSUMER_UTID = "9188040d-6c67-4c5b-b112-36a304b66dad", OPENID_SCOPE = "openid", PROFILE_SCOPE = "profile", OFFLINE_ACCESS_SCOPE = "offline_access", EMAIL_SCOPE = "email", CODE_GRANT_TYPE = "authorization_code", S256_CODE_CHALLENGE_METHOD = "S256", URL_FORM_CONTENT_TYPE = "application/x-www-form-urlencoded;charset=utf-8", AUTHORIZATION_PENDING = "authorization_pending", NOT_APPLICABLE = "N/A", NOT_AVAILABLE = "Not Available", FORWARD_SLASH = "/", IMDS_ENDPOINT = "http://169.254.169.254/metadata/instance/compute", IMDS_VERSION = "2021-02-01", IMDS_TIMEOUT = 2e3, AZURE_REGION_AUTO_DISCOVER_FLAG = "TryAutoDetect", REGIONAL_AUTH_PUBLIC_CLOUD_SUFFIX = "login.microsoft.com", KNOWN_PUBLIC_CLOUDS = [
  "login.microsoftonline.com",
  "login.windows.net",
  "login.microsoft.com",
  "sts.windows.net"
], SHR_NONCE_VALIDITY = 240, INVALID_INSTANCE = "invalid_instance", HTTP_SUCCESS = 200, HTTP_SUCCESS_RANGE_START = 200, HTTP_SUCCESS_RANGE_END = 299, HTTP_REDIRECT = 302, HTTP_CLIENT_ERROR = 400, HTTP_CLIENT_ERROR_RANGE_START = 400, HTTP_BAD_REQUEST = 400, HTTP_UNAUTHORIZED = 401, HTTP_NOT_FOUND = 404, HTTP_REQUEST_TIMEOUT = 408, HTTP_GONE = 410, HTTP_TOO_MANY_REQUESTS = 429, HTTP_CLIENT_ERROR_RANGE_END = 499, HTTP_SERVER_ERROR = 500, HTTP_SERVER_ERROR_RANGE_START = 500, HTTP_SERVICE_UNAVAILABLE = 503, HTTP_GATEWAY_TIMEOUT = 504, HTTP_SERVER_ERROR_RANGE_END = 599, HTTP_MULTI_SIDED_ERROR = 600, HttpMethod = {
  GET: "GET",
  POST: "POST"
}, OIDC_DEFAULT_SCOPES = [
  OPENID_SCOPE,
  PROFILE_SCOPE,
  OFFLINE_ACCESS_SCOPE
], OIDC_SCOPES = [...OIDC_DEFAULT_SCOPES, EMAIL_SCOPE], HeaderNames = {
  CONTENT_TYPE: "Content-Type",
  CONTENT_LENGTH: "Content-Length",
  DPOP: "DPoP",
  RETRY_AFTER: "Retry-After",
  CCS_HEADER: "X-AnchorMailbox",
  WWWAuthenticate: "WWW-Authenticate",
  AuthenticationInfo: "Authentication-Info",
  X_MS_REQUEST_ID: "x-ms-request-id",
  X_MS_HTTP_VERSION: "x-ms-httpver"
}, PersistentCacheKeys = {
  ACTIVE_ACCOUNT_FILTERS: "active-account-filters"
  // new cache entry for active_account for a more robust version for browser
}, AADAuthority = {
  COMMON: "common",
  ORGANIZATIONS: "organizations",
  CONSUMERS: "consumers"
}, ClaimsRequestKeys = {
  ACCESS_TOKEN: "access_token",
  XMS_CC: "xms_cc",
  ID_TOKEN: "id_token",
  SIGNIN_STATE: "signin_state",
  LOGIN_HINT: "login_hint",
  TENANT_REGION_SUB_SCOPE: "tenant_region_sub_scope"
}, PromptValue = {
  LOGIN: "login",
  SELECT_ACCOUNT: "select_account",
  CONSENT: "consent",
  NONE: "none",
  CREATE: "create",
  NO_SESSION: "no_session"
}, CodeChallengeMethodValues = {
  PLAIN: "plain",
  S256: "S256"
}, OAuthResponseType = {
  CODE: "code",
  IDTOKEN_TOKEN: "id_token token",
  IDTOKEN_TOKEN_REFRESHTOKEN: "id_token token refresh_token"
}, ResponseMode = {
  QUERY: "query",
  FRAGMENT: "fragment",
  FORM_POST: "form_post"
}, GrantType = {
  IMPLICIT_GRANT: "implicit",
  AUTHORIZATION_CODE_GRANT: "authorization_code",
  CLIENT_CREDENTIALS_GRANT: "client_credentials",
  RESOURCE_OWNER_PASSWORD_GRANT: "password",
  REFRESH_TOKEN_GRANT: "refresh_token",
  DEVICE_CODE_GRANT: "device_code",
  JWT_BEARER: "urn:ietf:params:oauth:grant-type:jwt-bearer",
  USER_FIC: "user_fic"
}, CACHE_ACCOUNT_TYPE_MSSTS = "MSSTS", CACHE_ACCOUNT_TYPE_ADFS = "ADFS", CACHE_ACCOUNT_TYPE_MSAV1 = "MSA", CACHE_ACCOUNT_TYPE_GENERIC = "Generic", CACHE_KEY_SEPARATOR = "-", CLIENT_INFO_SEPARATOR = ".", CredentialType = {
  ID_TOKEN: "IdToken",
  ACCESS_TOKEN: "AccessToken",
  ACCESS_TOKEN_WITH_AUTH_SCHEME: "AccessToken_With_AuthScheme",
  REFRESH_TOKEN: "RefreshToken"
}, CacheType = {
  ADFS: 1001,
  MSA: 1002,
  MSSTS: 1003,
  GENERIC: 1004,
  ACCESS_TOKEN: 2001,
  REFRESH_TOKEN: 2002,
  ID_TOKEN: 2003,
  APP_METADATA: 3001,
  UNDEFINED: 9999
}, APP_METADATA = "appmetadata", CLIENT_INFO2 = "client_info", THE_FAMILY_ID = "1", AUTHORITY_METADATA_CACHE_KEY = "authority-metadata", AUTHORITY_METADATA_REFRESH_TIME_SECONDS = 3600 * 24, AuthorityMetadataSource = {
  CONFIG: "config",
  CACHE: "cache",
  NETWORK: "network",
  HARDCODED_VALUES: "hardcoded_values"
}, SERVER_TELEM_SCHEMA_VERSION = 5, SERVER_TELEM_MAX_CUR_HEADER_BYTES = 80, SERVER_TELEM_MAX_LAST_HEADER_BYTES = 330, SERVER_TELEM_MAX_CACHED_ERRORS = 50, SERVER_TELEM_CACHE_KEY = "server-telemetry", SERVER_TELEM_CATEGORY_SEPARATOR = "|", SERVER_TELEM_VALUE_SEPARATOR = ",", SERVER_TELEM_OVERFLOW_TRUE = "1", SERVER_TELEM_OVERFLOW_FALSE = "0", SERVER_TELEM_UNKNOWN_ERROR = "unknown_error", AuthenticationScheme = {
  BEARER: "Bearer",
  POP: "pop",
  DPOP: "DPoP",
  SSH: "ssh-cert"
}, DEFAULT_THROTTLE_TIME_SECONDS = 60, DEFAULT_MAX_THROTTLE_TIME_SECONDS = 3600, THROTTLING_PREFIX = "throttling", X_MS_LIB_CAPABILITY_VALUE = "retry-after, h429", INVALID_GRANT_ERROR = "invalid_grant", CLIENT_MISMATCH_ERROR = "client_mismatch", PasswordGrantConstants = {
  username: "username",
  password: "password"
}, RegionDiscoverySources = {
  FAILED_AUTO_DETECTION: "1",
  INTERNAL_CACHE: "2",
  ENVIRONMENT_VARIABLE: "3",
  IMDS: "4"
}, RegionDiscoveryOutcomes = {
  CONFIGURED_MATCHES_DETECTED: "1",
  CONFIGURED_NO_AUTO_DETECTION: "2",
  CONFIGURED_NOT_DETECTED: "3",
  AUTO_DETECTION_REQUESTED_SUCCESSFUL: "4",
  AUTO_DETECTION_REQUESTED_FAILED: "5"
}, CacheOutcome = {
  // When a token is found in the cache or the cache is not supposed to be hit when making the request
  NOT_APPLICABLE: "0",
  // When the token request goes to the identity provider because force_refresh was set to true. Also occurs if claims were requested
  FORCE_REFRESH_OR_CLAIMS: "1",
  // When the token request goes to the identity provider because no cached access token exists
  NO_CACHED_ACCESS_TOKEN: "2",
  // When the token request goes to the identity provider because cached access token expired
  CACHED_ACCESS_TOKEN_EXPIRED: "3",
  // When the token request goes to the identity provider because refresh_in was used and the existing token needs to be refreshed
  PROACTIVELY_REFRESHED: "4"
}, JsonWebTokenTypes = {
  Jwt: "JWT",
  Jwk: "JWK",
  Pop: "pop",
  Dpop: "dpop+jwt"
}, ONE_DAY_IN_MS = 864e5, DEFAULT_TOKEN_RENEWAL_OFFSET_SEC = 300, EncodingTypes = {
  BASE64: "base64",
  HEX: "hex",
  UTF8: "utf-8"
};

// node_modules/@azure/msal-common/dist/error/AuthError.mjs
function getDefaultErrorMessage(code) {
  return `See https://aka.ms/msal.js.errors#${code} for details`;
}
var AuthError = class _AuthError extends Error {
  constructor(errorCode, correlationId, errorMessage, suberror) {
    let message = errorMessage || (errorCode ? getDefaultErrorMessage(errorCode) : ""), errorString = message ? `${errorCode}: ${message}` : errorCode;
    super(errorString), Object.setPrototypeOf(this, _AuthError.prototype), this.errorCode = errorCode || "", this.errorMessage = message || "", this.subError = suberror || "", this.correlationId = correlationId, this.name = "AuthError";
  }
};
function createAuthError(code, correlationId, additionalMessage) {
  return new AuthError(code, correlationId, additionalMessage || getDefaultErrorMessage(code));
}

// node_modules/@azure/msal-common/dist/error/ClientAuthError.mjs
var ClientAuthError = class _ClientAuthError extends AuthError {
  constructor(errorCode, correlationId, additionalMessage) {
    super(errorCode, correlationId, additionalMessage), this.name = "ClientAuthError", Object.setPrototypeOf(this, _ClientAuthError.prototype);
  }
};
function createClientAuthError(errorCode, correlationId, additionalMessage) {
  return new ClientAuthError(errorCode, correlationId, additionalMessage);
}

// node_modules/@azure/msal-common/dist/error/ClientAuthErrorCodes.mjs
var ClientAuthErrorCodes_exports = {};
__export(ClientAuthErrorCodes_exports, {
  authorizationCodeMissingFromServerResponse: () => authorizationCodeMissingFromServerResponse,
  bindingKeyNotRemoved: () => bindingKeyNotRemoved,
  cannotAppendScopeSet: () => cannotAppendScopeSet,
  cannotRemoveEmptyScope: () => cannotRemoveEmptyScope,
  clientInfoDecodingError: () => clientInfoDecodingError,
  clientInfoEmptyError: () => clientInfoEmptyError,
  dpopTokenTypeMismatch: () => dpopTokenTypeMismatch,
  emptyInputScopeSet: () => emptyInputScopeSet,
  endSessionEndpointNotSupported: () => endSessionEndpointNotSupported,
  endpointResolutionError: () => endpointResolutionError,
  hashNotDeserialized: () => hashNotDeserialized,
  invalidCacheEnvironment: () => invalidCacheEnvironment,
  invalidCacheRecord: () => invalidCacheRecord,
  invalidState: () => invalidState,
  keyIdMissing: () => keyIdMissing,
  methodNotImplemented: () => methodNotImplemented,
  misplacedResourceParam: () => misplacedResourceParam,
  multipleMatchingAppMetadata: () => multipleMatchingAppMetadata,
  multipleMatchingTokens: () => multipleMatchingTokens,
  nestedAppAuthBridgeDisabled: () => nestedAppAuthBridgeDisabled,
  networkError: () => networkError,
  noAccountFound: () => noAccountFound,
  noAccountInSilentRequest: () => noAccountInSilentRequest,
  noCryptoObject: () => noCryptoObject,
  noNetworkConnectivity: () => noNetworkConnectivity,
  nonceMismatch: () => nonceMismatch,
  nullOrEmptyToken: () => nullOrEmptyToken,
  openIdConfigError: () => openIdConfigError,
  platformBrokerError: () => platformBrokerError,
  requestCannotBeMade: () => requestCannotBeMade,
  resourceParameterRequired: () => resourceParameterRequired,
  stateMismatch: () => stateMismatch,
  stateNotFound: () => stateNotFound,
  tokenClaimsCnfRequiredForSignedJwt: () => tokenClaimsCnfRequiredForSignedJwt,
  tokenParsingError: () => tokenParsingError,
  tokenRefreshRequired: () => tokenRefreshRequired,
  unexpectedCredentialType: () => unexpectedCredentialType,
  userCanceled: () => userCanceled
});
var clientInfoDecodingError = "client_info_decoding_error", clientInfoEmptyError = "client_info_empty_error", tokenParsingError = "token_parsing_error", nullOrEmptyToken = "null_or_empty_token", endpointResolutionError = "endpoints_resolution_error", networkError = "network_error", openIdConfigError = "openid_config_error", hashNotDeserialized = "hash_not_deserialized", invalidState = "invalid_state", stateMismatch = "state_mismatch", stateNotFound = "state_not_found", nonceMismatch = "nonce_mismatch", multipleMatchingTokens = "multiple_matching_tokens", multipleMatchingAppMetadata = "multiple_matching_appMetadata", requestCannotBeMade = "request_cannot_be_made", cannotRemoveEmptyScope = "cannot_remove_empty_scope", cannotAppendScopeSet = "cannot_append_scopeset", emptyInputScopeSet = "empty_input_scopeset", noAccountInSilentRequest = "no_account_in_silent_request", invalidCacheRecord = "invalid_cache_record", invalidCacheEnvironment = "invalid_cache_environment", noAccountFound = "no_account_found", noCryptoObject = "no_crypto_object", unexpectedCredentialType = "unexpected_credential_type", dpopTokenTypeMismatch = "dpop_token_type_mismatch", tokenRefreshRequired = "token_refresh_required", tokenClaimsCnfRequiredForSignedJwt = "token_claims_cnf_required_for_signedjwt", authorizationCodeMissingFromServerResponse = "authorization_code_missing_from_server_response", bindingKeyNotRemoved = "binding_key_not_removed", endSessionEndpointNotSupported = "end_session_endpoint_not_supported", keyIdMissing = "key_id_missing", noNetworkConnectivity = "no_network_connectivity", userCanceled = "user_canceled", methodNotImplemented = "method_not_implemented", nestedAppAuthBridgeDisabled = "nested_app_auth_bridge_disabled", platformBrokerError = "platform_broker_error", resourceParameterRequired = "resource_parameter_required", misplacedResourceParam = "misplaced_resource_parameter";

// node_modules/@azure/msal-common/dist/account/ClientInfo.mjs
function buildClientInfo(rawClientInfo, base64Decode) {
  if (!rawClientInfo)
    throw createClientAuthError(clientInfoEmptyError, "");
  try {
    let decodedClientInfo = base64Decode(rawClientInfo);
    return JSON.parse(decodedClientInfo);
  } catch {
    throw createClientAuthError(clientInfoDecodingError, "");
  }
}
function buildClientInfoFromHomeAccountId(homeAccountId) {
  if (!homeAccountId)
    throw createClientAuthError(clientInfoDecodingError, "");
  let clientInfoParts = homeAccountId.split(CLIENT_INFO_SEPARATOR, 2);
  return {
    uid: clientInfoParts[0],
    utid: clientInfoParts.length < 2 ? "" : clientInfoParts[1]
  };
}

// node_modules/@azure/msal-common/dist/account/AuthToken.mjs
var AuthToken_exports = {};
__export(AuthToken_exports, {
  extractTokenClaims: () => extractTokenClaims,
  getJWSPayload: () => getJWSPayload,
  isKmsi: () => isKmsi
});
function extractTokenClaims(encodedToken, base64Decode, correlationId) {
  let jswPayload = getJWSPayload(encodedToken, correlationId);
  try {
    let base64Decoded = base64Decode(jswPayload);
    return JSON.parse(base64Decoded);
  } catch {
    throw createClientAuthError(tokenParsingError, correlationId);
  }
}
function isKmsi(idTokenClaims) {
  if (!idTokenClaims.signin_state)
    return !1;
  let kmsiClaims = ["kmsi", "dvc_dmjd"];
  return idTokenClaims.signin_state.some((value) => kmsiClaims.includes(value.trim().toLowerCase()));
}
function getJWSPayload(authToken, correlationId) {
  if (!authToken)
    throw createClientAuthError(nullOrEmptyToken, correlationId);
  let matches = /^([^\.\s]*)\.([^\.\s]+)\.([^\.\s]*)$/.exec(authToken);
  if (!matches || matches.length < 4)
    throw createClientAuthError(tokenParsingError, correlationId);
  return matches[2];
}

// node_modules/@azure/msal-common/dist/account/AccountInfo.mjs
function tenantIdMatchesHomeTenant(tenantId, homeAccountId) {
  return !!tenantId && !!homeAccountId && tenantId === homeAccountId.split(".")[1];
}
function buildTenantProfile(homeAccountId, localAccountId, tenantId, nativeAccountId, idTokenClaims) {
  if (idTokenClaims) {
    let { oid, sub, tid, name: name3, tfp, acr, preferred_username, upn, login_hint } = idTokenClaims, tenantId2 = tid || tfp || acr || "";
    return {
      tenantId: tenantId2,
      localAccountId: oid || sub || "",
      name: name3,
      username: preferred_username || upn || "",
      loginHint: login_hint,
      isHomeTenant: tenantIdMatchesHomeTenant(tenantId2, homeAccountId),
      upn,
      ...nativeAccountId && { nativeAccountId }
    };
  } else
    return {
      tenantId,
      localAccountId,
      username: "",
      isHomeTenant: tenantIdMatchesHomeTenant(tenantId, homeAccountId),
      ...nativeAccountId && { nativeAccountId }
    };
}
function updateAccountTenantProfileData(baseAccountInfo, tenantProfile, idTokenClaims, idTokenSecret) {
  let updatedAccountInfo = baseAccountInfo;
  if (tenantProfile) {
    let { isHomeTenant, ...tenantProfileOverride } = tenantProfile;
    updatedAccountInfo = { ...baseAccountInfo, ...tenantProfileOverride };
  }
  if (idTokenClaims) {
    let { isHomeTenant, ...claimsSourcedTenantProfile } = buildTenantProfile(baseAccountInfo.homeAccountId, baseAccountInfo.localAccountId, baseAccountInfo.tenantId, updatedAccountInfo.nativeAccountId, idTokenClaims);
    return updatedAccountInfo = {
      ...updatedAccountInfo,
      ...claimsSourcedTenantProfile,
      idTokenClaims,
      idToken: idTokenSecret,
      kmsi: isKmsi(idTokenClaims)
    }, updatedAccountInfo;
  }
  return updatedAccountInfo;
}

// node_modules/@azure/msal-common/dist/authority/AuthorityType.mjs
var AuthorityType = {
  Default: 0,
  Adfs: 1,
  Ciam: 3
};

// node_modules/@azure/msal-common/dist/account/TokenClaims.mjs
function getTenantIdFromIdTokenClaims(idTokenClaims) {
  return idTokenClaims && (idTokenClaims.tid || idTokenClaims.tfp || idTokenClaims.acr) || null;
}

// node_modules/@azure/msal-common/dist/authority/ProtocolMode.mjs
var ProtocolMode = {
  AAD: "AAD",
  OIDC: "OIDC",
  EAR: "EAR"
};

// node_modules/@azure/msal-common/dist/cache/utils/AccountEntityUtils.mjs
function generateAccountId(accountEntity) {
  return [
    accountEntity.homeAccountId,
    accountEntity.environment
  ].join(CACHE_KEY_SEPARATOR).toLowerCase();
}
function getAccountInfo(accountEntity) {
  let tenantProfiles = accountEntity.tenantProfiles || [];
  tenantProfiles.length === 0 && accountEntity.realm && accountEntity.localAccountId && tenantProfiles.push(buildTenantProfile(accountEntity.homeAccountId, accountEntity.localAccountId, accountEntity.realm, accountEntity.nativeAccountId));
  let nativeAccountId = tenantProfiles.find((tp) => tp.tenantId === accountEntity.realm)?.nativeAccountId || accountEntity.nativeAccountId;
  return {
    homeAccountId: accountEntity.homeAccountId,
    environment: accountEntity.environment,
    tenantId: accountEntity.realm,
    username: accountEntity.username,
    localAccountId: accountEntity.localAccountId,
    loginHint: accountEntity.loginHint,
    name: accountEntity.name,
    nativeAccountId,
    authorityType: accountEntity.authorityType,
    // Deserialize tenant profiles array into a Map
    tenantProfiles: new Map(tenantProfiles.map((tenantProfile) => [tenantProfile.tenantId, tenantProfile])),
    dataBoundary: accountEntity.dataBoundary
  };
}
function isSingleTenant(accountEntity) {
  return !accountEntity.tenantProfiles;
}
function createAccountEntity(accountDetails, authority, correlationId, base64Decode) {
  let authorityType;
  authority.authorityType === AuthorityType.Adfs ? authorityType = CACHE_ACCOUNT_TYPE_ADFS : authority.protocolMode === ProtocolMode.OIDC ? authorityType = CACHE_ACCOUNT_TYPE_GENERIC : authorityType = CACHE_ACCOUNT_TYPE_MSSTS;
  let clientInfo, dataBoundary;
  accountDetails.clientInfo && base64Decode && (clientInfo = buildClientInfo(accountDetails.clientInfo, base64Decode), clientInfo.xms_tdbr && (dataBoundary = clientInfo.xms_tdbr === "EU" ? "EU" : "None"));
  let env = accountDetails.environment || authority && authority.getPreferredCache();
  if (!env)
    throw createClientAuthError(invalidCacheEnvironment, correlationId);
  let preferredUsername = accountDetails.idTokenClaims?.preferred_username || accountDetails.idTokenClaims?.upn, email = accountDetails.idTokenClaims?.emails ? accountDetails.idTokenClaims.emails[0] : null, username = preferredUsername || email || "", loginHint = accountDetails.idTokenClaims?.login_hint, realm = clientInfo?.utid || getTenantIdFromIdTokenClaims(accountDetails.idTokenClaims) || "", localAccountId = clientInfo?.uid || accountDetails.idTokenClaims?.oid || accountDetails.idTokenClaims?.sub || "", tenantProfiles;
  return accountDetails.tenantProfiles ? tenantProfiles = accountDetails.tenantProfiles : tenantProfiles = [buildTenantProfile(accountDetails.homeAccountId, localAccountId, realm, accountDetails.nativeAccountId, accountDetails.idTokenClaims)], {
    homeAccountId: accountDetails.homeAccountId,
    environment: env,
    realm,
    localAccountId,
    username,
    authorityType,
    loginHint,
    clientInfo: accountDetails.clientInfo,
    name: accountDetails.idTokenClaims?.name || "",
    lastModificationTime: void 0,
    lastModificationApp: void 0,
    cloudGraphHostName: accountDetails.cloudGraphHostName,
    msGraphHost: accountDetails.msGraphHost,
    nativeAccountId: accountDetails.nativeAccountId,
    tenantProfiles,
    dataBoundary
  };
}
function createAccountEntityFromAccountInfo(accountInfo, cloudGraphHostName, msGraphHost) {
  let tenantProfiles = Array.from(accountInfo.tenantProfiles?.values() || []);
  if (tenantProfiles.length === 0 && accountInfo.tenantId && accountInfo.localAccountId)
    tenantProfiles.push(buildTenantProfile(accountInfo.homeAccountId, accountInfo.localAccountId, accountInfo.tenantId, accountInfo.nativeAccountId, accountInfo.idTokenClaims));
  else if (accountInfo.nativeAccountId) {
    let matchingProfile = tenantProfiles.find((tp) => tp.tenantId === accountInfo.tenantId);
    matchingProfile && !matchingProfile.nativeAccountId && (matchingProfile.nativeAccountId = accountInfo.nativeAccountId);
  }
  return {
    authorityType: accountInfo.authorityType || CACHE_ACCOUNT_TYPE_GENERIC,
    homeAccountId: accountInfo.homeAccountId,
    localAccountId: accountInfo.localAccountId,
    nativeAccountId: accountInfo.nativeAccountId,
    realm: accountInfo.tenantId,
    environment: accountInfo.environment,
    username: accountInfo.username,
    loginHint: accountInfo.loginHint,
    name: accountInfo.name,
    cloudGraphHostName,
    msGraphHost,
    tenantProfiles,
    dataBoundary: accountInfo.dataBoundary
  };
}
function generateHomeAccountId(serverClientInfo, authType, logger28, cryptoObj, correlationId, idTokenClaims) {
  if (authType !== AuthorityType.Adfs) {
    if (serverClientInfo)
      try {
        let clientInfo = buildClientInfo(serverClientInfo, cryptoObj.base64Decode);
        if (clientInfo.uid && clientInfo.utid)
          return `${clientInfo.uid}.${clientInfo.utid}`;
      } catch {
      }
    logger28.warning("No client info in response", correlationId);
  }
  return idTokenClaims?.sub || "";
}
function isAccountEntity(entity) {
  return entity ? entity.hasOwnProperty("homeAccountId") && entity.hasOwnProperty("environment") && entity.hasOwnProperty("realm") && entity.hasOwnProperty("localAccountId") && entity.hasOwnProperty("username") && entity.hasOwnProperty("authorityType") : !1;
}

// node_modules/@azure/msal-common/dist/error/AuthErrorCodes.mjs
var AuthErrorCodes_exports = {};
__export(AuthErrorCodes_exports, {
  postRequestFailed: () => postRequestFailed,
  unexpectedError: () => unexpectedError
});
var unexpectedError = "unexpected_error", postRequestFailed = "post_request_failed";

// node_modules/@azure/msal-common/dist/error/ClientConfigurationError.mjs
var ClientConfigurationError = class _ClientConfigurationError extends AuthError {
  constructor(errorCode, correlationId) {
    super(errorCode, correlationId), this.name = "ClientConfigurationError", Object.setPrototypeOf(this, _ClientConfigurationError.prototype);
  }
};
function createClientConfigurationError(errorCode, correlationId) {
  return new ClientConfigurationError(errorCode, correlationId);
}

// node_modules/@azure/msal-common/dist/network/ResponseHeaders.mjs
var normalizedHeaderRecords = /* @__PURE__ */ new WeakSet();
function normalizeResponseHeaders(headers) {
  if (normalizedHeaderRecords.has(headers))
    return headers;
  let normalized = Object.fromEntries(Object.entries(headers).map(([name3, value]) => [
    name3.toLowerCase(),
    value
  ]));
  return normalizedHeaderRecords.add(normalized), normalized;
}
function getResponseHeader(headers, name3) {
  let key = name3.toLowerCase();
  if (Object.prototype.hasOwnProperty.call(headers, key))
    return headers[key];
  if (normalizedHeaderRecords.has(headers))
    return;
  let headerName = Object.keys(headers).find((header) => header.toLowerCase() === key);
  return headerName === void 0 ? void 0 : headers[headerName];
}

// node_modules/@azure/msal-common/dist/error/ClientConfigurationErrorCodes.mjs
var ClientConfigurationErrorCodes_exports = {};
__export(ClientConfigurationErrorCodes_exports, {
  authorityMismatch: () => authorityMismatch,
  authorityUriInsecure: () => authorityUriInsecure,
  cannotAllowPlatformBroker: () => cannotAllowPlatformBroker,
  cannotSetOIDCOptions: () => cannotSetOIDCOptions,
  claimsRequestParsingError: () => claimsRequestParsingError,
  dpopMissingResourceContext: () => dpopMissingResourceContext,
  emptyInputScopesError: () => emptyInputScopesError,
  invalidAuthenticationHeader: () => invalidAuthenticationHeader,
  invalidAuthorityMetadata: () => invalidAuthorityMetadata,
  invalidClaims: () => invalidClaims,
  invalidCloudDiscoveryMetadata: () => invalidCloudDiscoveryMetadata,
  invalidCodeChallengeMethod: () => invalidCodeChallengeMethod,
  invalidDpopHtm: () => invalidDpopHtm,
  invalidDpopHtu: () => invalidDpopHtu,
  invalidDpopNonce: () => invalidDpopNonce,
  invalidPlatformBrokerConfiguration: () => invalidPlatformBrokerConfiguration,
  invalidRequestMethodForEAR: () => invalidRequestMethodForEAR,
  invalidResponseMode: () => invalidResponseMode,
  issuerValidationFailed: () => issuerValidationFailed,
  logoutRequestEmpty: () => logoutRequestEmpty,
  missingNonceAuthenticationHeader: () => missingNonceAuthenticationHeader,
  missingSshJwk: () => missingSshJwk,
  missingSshKid: () => missingSshKid,
  pkceParamsMissing: () => pkceParamsMissing,
  redirectUriEmpty: () => redirectUriEmpty,
  tokenRequestEmpty: () => tokenRequestEmpty,
  unsupportedAuthenticationScheme: () => unsupportedAuthenticationScheme,
  untrustedAuthority: () => untrustedAuthority,
  urlEmptyError: () => urlEmptyError,
  urlParseError: () => urlParseError
});
var redirectUriEmpty = "redirect_uri_empty", claimsRequestParsingError = "claims_request_parsing_error", authorityUriInsecure = "authority_uri_insecure", urlParseError = "url_parse_error", urlEmptyError = "empty_url_error", emptyInputScopesError = "empty_input_scopes_error", invalidClaims = "invalid_claims", tokenRequestEmpty = "token_request_empty", logoutRequestEmpty = "logout_request_empty", invalidCodeChallengeMethod = "invalid_code_challenge_method", pkceParamsMissing = "pkce_params_missing", invalidCloudDiscoveryMetadata = "invalid_cloud_discovery_metadata", invalidAuthorityMetadata = "invalid_authority_metadata", untrustedAuthority = "untrusted_authority", missingSshJwk = "missing_ssh_jwk", missingSshKid = "missing_ssh_kid", unsupportedAuthenticationScheme = "unsupported_authentication_scheme", missingNonceAuthenticationHeader = "missing_nonce_authentication_header", invalidAuthenticationHeader = "invalid_authentication_header", cannotSetOIDCOptions = "cannot_set_OIDCOptions", cannotAllowPlatformBroker = "cannot_allow_platform_broker", authorityMismatch = "authority_mismatch", invalidRequestMethodForEAR = "invalid_request_method_for_EAR", invalidPlatformBrokerConfiguration = "invalid_platform_broker_configuration", issuerValidationFailed = "issuer_validation_failed", invalidResponseMode = "invalid_response_mode", invalidDpopHtm = "invalid_dpop_htm", invalidDpopHtu = "invalid_dpop_htu", invalidDpopNonce = "invalid_dpop_nonce", dpopMissingResourceContext = "dpop_missing_resource_context";

// node_modules/@azure/msal-common/dist/authority/OpenIdConfigResponse.mjs
function isOpenIdConfigResponse(response) {
  return response.hasOwnProperty("authorization_endpoint") && response.hasOwnProperty("token_endpoint") && response.hasOwnProperty("issuer") && response.hasOwnProperty("jwks_uri");
}

// node_modules/@azure/msal-common/dist/utils/StringUtils.mjs
var StringUtils = class {
  static isEmptyObj(strObj) {
    if (strObj)
      try {
        let obj = JSON.parse(strObj);
        return Object.keys(obj).length === 0;
      } catch {
      }
    return !0;
  }
  static startsWith(str, search) {
    return str.indexOf(search) === 0;
  }
  static endsWith(str, search) {
    return str.length >= search.length && str.lastIndexOf(search) === str.length - search.length;
  }
  static queryStringToObject(query) {
    let obj = {}, params = query.split("&"), decode = (s) => decodeURIComponent(s.replace(/\+/g, " "));
    return params.forEach((pair) => {
      if (pair.trim()) {
        let [key, value] = pair.split(/=(.+)/g, 2);
        key && value && (obj[decode(key)] = decode(value));
      }
    }), obj;
  }
  static trimArrayEntries(arr) {
    return arr.map((entry) => entry.trim());
  }
  static removeEmptyStringsFromArray(arr) {
    return arr.filter((entry) => !!entry);
  }
  static jsonParseHelper(str) {
    try {
      return JSON.parse(str);
    } catch {
      return null;
    }
  }
};

// node_modules/@azure/msal-common/dist/url/UrlString.mjs
var UNSAFE_AUTHORITY = /[\x00-\x20\x7f\\@]/, DEFAULT_PORTS = {
  "https:": ":443",
  "http:": ":80"
}, UrlString = class _UrlString {
  get urlString() {
    return this._urlString;
  }
  constructor(url, correlationId) {
    if (this._urlString = url, this.correlationId = correlationId, !this._urlString)
      throw createClientConfigurationError(urlEmptyError, correlationId);
    url.includes("#") || (this._urlString = _UrlString.canonicalizeUri(url));
  }
  static canonicalizeUri(url) {
    if (url) {
      let lowerCaseUrl = url.toLowerCase();
      return StringUtils.endsWith(lowerCaseUrl, "?") ? lowerCaseUrl = lowerCaseUrl.slice(0, -1) : StringUtils.endsWith(lowerCaseUrl, "?/") && (lowerCaseUrl = lowerCaseUrl.slice(0, -2)), StringUtils.endsWith(lowerCaseUrl, "/") || (lowerCaseUrl += "/"), lowerCaseUrl;
    }
    return url;
  }
  validateAsUri() {
    let components;
    try {
      components = this.getUrlComponents();
    } catch {
      throw createClientConfigurationError(urlParseError, this.correlationId);
    }
    if (!components.HostNameAndPort || !components.PathSegments)
      throw createClientConfigurationError(urlParseError, this.correlationId);
    if (!components.Protocol || components.Protocol.toLowerCase() !== "https:")
      throw createClientConfigurationError(authorityUriInsecure, this.correlationId);
  }
  static appendQueryString(url, queryString) {
    return queryString ? url.indexOf("?") < 0 ? `${url}?${queryString}` : `${url}&${queryString}` : url;
  }
  static removeHashFromUrl(url) {
    return _UrlString.canonicalizeUri(url.split("#")[0]);
  }
  replaceTenantPath(tenantId) {
    let urlObject = this.getUrlComponents(), pathArray = urlObject.PathSegments;
    return tenantId && pathArray.length !== 0 && (pathArray[0] === AADAuthority.COMMON || pathArray[0] === AADAuthority.ORGANIZATIONS) && (pathArray[0] = tenantId), _UrlString.constructAuthorityUriFromObject(urlObject, this.correlationId);
  }
  getUrlComponents() {
    let regEx = RegExp("^(([^:/?#]+):)?(//([^/?#]*))?([^?#]*)(\\?([^#]*))?(#(.*))?"), match = this.urlString.match(regEx);
    if (!match)
      throw createClientConfigurationError(urlParseError, this.correlationId);
    let urlComponents = {
      Protocol: match[1],
      HostNameAndPort: match[4],
      AbsolutePath: match[5],
      QueryString: match[7]
    }, parsedUrl;
    try {
      parsedUrl = new URL(this.urlString);
    } catch {
      throw createClientConfigurationError(urlParseError, this.correlationId);
    }
    let host = urlComponents.HostNameAndPort?.toLowerCase(), schemeAndAuthority = `${urlComponents.Protocol}//${host}`, defaultPort = DEFAULT_PORTS[parsedUrl.protocol] ?? "", hostMatches = host === parsedUrl.host || host === `${parsedUrl.host}${defaultPort}` || host?.startsWith("[") && new URL(`${urlComponents.Protocol}//${host}`).host === parsedUrl.host;
    if (UNSAFE_AUTHORITY.test(schemeAndAuthority) || !hostMatches)
      throw createClientConfigurationError(urlParseError, this.correlationId);
    let pathSegments = urlComponents.AbsolutePath.split("/");
    return pathSegments = pathSegments.filter((val) => val && val.length > 0), urlComponents.PathSegments = pathSegments, urlComponents.QueryString && urlComponents.QueryString.endsWith("/") && (urlComponents.QueryString = urlComponents.QueryString.substring(0, urlComponents.QueryString.length - 1)), urlComponents;
  }
  static getDomainFromUrl(url, correlationId) {
    let regEx = RegExp("^([^:/?#]+://)?([^/?#]*)"), match = url.match(regEx);
    if (!match)
      throw createClientConfigurationError(urlParseError, correlationId);
    return match[2];
  }
  static getAbsoluteUrl(relativeUrl, baseUrl, correlationId) {
    if (relativeUrl[0] === FORWARD_SLASH) {
      let baseComponents = new _UrlString(baseUrl, correlationId).getUrlComponents();
      return baseComponents.Protocol + "//" + baseComponents.HostNameAndPort + relativeUrl;
    }
    return relativeUrl;
  }
  static constructAuthorityUriFromObject(urlObject, correlationId) {
    return new _UrlString(urlObject.Protocol + "//" + urlObject.HostNameAndPort + "/" + urlObject.PathSegments.join("/"), correlationId);
  }
};

// node_modules/@azure/msal-common/dist/authority/AuthorityMetadata.mjs
var endpointHosts = [
  { host: "login.microsoftonline.com" },
  { host: "login.partner.microsoftonline.cn" },
  { host: "login.microsoftonline.us" },
  { host: "login.sovcloud-identity.fr" },
  { host: "login.sovcloud-identity.de" },
  { host: "login.sovcloud-identity.sg" }
];
function buildOpenIdConfig(host, issuerHost) {
  return {
    token_endpoint: `https://${host}/{tenantid}/oauth2/v2.0/token`,
    jwks_uri: `https://${host}/{tenantid}/discovery/v2.0/keys`,
    issuer: `https://${issuerHost}/{tenantid}/v2.0`,
    authorization_endpoint: `https://${host}/{tenantid}/oauth2/v2.0/authorize`,
    end_session_endpoint: `https://${host}/{tenantid}/oauth2/v2.0/logout`
  };
}
var dynamicEndpointMetadata = endpointHosts.reduce((acc, { host, issuerHost }) => (acc[host] = buildOpenIdConfig(host, issuerHost || host), acc), {}), rawMetdataJSON = {
  endpointMetadata: dynamicEndpointMetadata,
  instanceDiscoveryMetadata: {
    metadata: [
      {
        preferred_network: "login.microsoftonline.com",
        preferred_cache: "login.windows.net",
        aliases: [
          "login.microsoftonline.com",
          "login.windows.net",
          "login.microsoft.com",
          "sts.windows.net"
        ]
      },
      {
        preferred_network: "login.partner.microsoftonline.cn",
        preferred_cache: "login.partner.microsoftonline.cn",
        aliases: [
          "login.partner.microsoftonline.cn",
          "login.chinacloudapi.cn"
        ]
      },
      {
        preferred_network: "login.microsoftonline.de",
        preferred_cache: "login.microsoftonline.de",
        aliases: ["login.microsoftonline.de"]
      },
      {
        preferred_network: "login.microsoftonline.us",
        preferred_cache: "login.microsoftonline.us",
        aliases: [
          "login.microsoftonline.us",
          "login.usgovcloudapi.net"
        ]
      },
      {
        preferred_network: "login-us.microsoftonline.com",
        preferred_cache: "login-us.microsoftonline.com",
        aliases: ["login-us.microsoftonline.com"]
      },
      {
        preferred_network: "login.sovcloud-identity.fr",
        preferred_cache: "login.sovcloud-identity.fr",
        aliases: ["login.sovcloud-identity.fr"]
      },
      {
        preferred_network: "login.sovcloud-identity.de",
        preferred_cache: "login.sovcloud-identity.de",
        aliases: ["login.sovcloud-identity.de"]
      },
      {
        preferred_network: "login.sovcloud-identity.sg",
        preferred_cache: "login.sovcloud-identity.sg",
        aliases: ["login.sovcloud-identity.sg"]
      }
    ]
  }
}, EndpointMetadata = rawMetdataJSON.endpointMetadata, InstanceDiscoveryMetadata = rawMetdataJSON.instanceDiscoveryMetadata, InstanceDiscoveryMetadataAliases = /* @__PURE__ */ new Set();
InstanceDiscoveryMetadata.metadata.forEach((metadataEntry) => {
  metadataEntry.aliases.forEach((alias) => {
    InstanceDiscoveryMetadataAliases.add(alias);
  });
});
function getAliasesFromStaticSources(staticAuthorityOptions, logger28, correlationId) {
  let staticAliases, canonicalAuthority = staticAuthorityOptions.canonicalAuthority;
  if (canonicalAuthority) {
    let authorityHost = new UrlString(canonicalAuthority, correlationId).getUrlComponents().HostNameAndPort;
    staticAliases = getAliasesFromMetadata(logger28, correlationId, authorityHost, staticAuthorityOptions.cloudDiscoveryMetadata?.metadata, AuthorityMetadataSource.CONFIG) || getAliasesFromMetadata(logger28, correlationId, authorityHost, InstanceDiscoveryMetadata.metadata, AuthorityMetadataSource.HARDCODED_VALUES) || staticAuthorityOptions.knownAuthorities;
  }
  return staticAliases || [];
}
function getAliasesFromMetadata(logger28, correlationId, authorityHost, cloudDiscoveryMetadata, source) {
  if (logger28.trace(`getAliasesFromMetadata called with source: '${source}'`, correlationId), authorityHost && cloudDiscoveryMetadata) {
    let metadata = getCloudDiscoveryMetadataFromNetworkResponse(cloudDiscoveryMetadata, authorityHost);
    if (metadata)
      return logger28.trace(`getAliasesFromMetadata: found cloud discovery metadata in '${source}', returning aliases`, correlationId), metadata.aliases;
    logger28.trace(`getAliasesFromMetadata: did not find cloud discovery metadata in '${source}'`, correlationId);
  }
  return null;
}
function getCloudDiscoveryMetadataFromHardcodedValues(authorityHost) {
  return getCloudDiscoveryMetadataFromNetworkResponse(InstanceDiscoveryMetadata.metadata, authorityHost);
}
function getCloudDiscoveryMetadataFromNetworkResponse(response, authorityHost) {
  for (let i = 0; i < response.length; i++) {
    let metadata = response[i];
    if (metadata.aliases.includes(authorityHost))
      return metadata;
  }
  return null;
}

// node_modules/@azure/msal-common/dist/authority/AuthorityOptions.mjs
var AzureCloudInstance = {
  // AzureCloudInstance is not specified.
  None: "none",
  // Microsoft Azure public cloud
  AzurePublic: "https://login.microsoftonline.com",
  // Microsoft Chinese national/regional cloud
  AzureChina: "https://login.chinacloudapi.cn",
  // Microsoft German national/regional cloud ("Black Forest")
  AzureGermany: "https://login.microsoftonline.de",
  // US Government cloud
  AzureUsGovernment: "https://login.microsoftonline.us"
};

// node_modules/@azure/msal-common/dist/authority/CloudInstanceDiscoveryResponse.mjs
function isCloudInstanceDiscoveryResponse(response) {
  return response.hasOwnProperty("tenant_discovery_endpoint") && response.hasOwnProperty("metadata");
}

// node_modules/@azure/msal-common/dist/authority/CloudInstanceDiscoveryErrorResponse.mjs
function isCloudInstanceDiscoveryErrorResponse(response) {
  return response.hasOwnProperty("error") && response.hasOwnProperty("error_description");
}

// node_modules/@azure/msal-common/dist/telemetry/performance/PerformanceEvents.mjs
var NetworkClientSendPostRequestAsync = "networkClientSendPostRequestAsync", RefreshTokenClientExecutePostToTokenEndpoint = "refreshTokenClientExecutePostToTokenEndpoint", AuthorizationCodeClientExecutePostToTokenEndpoint = "authorizationCodeClientExecutePostToTokenEndpoint", RefreshTokenClientExecuteTokenRequest = "refreshTokenClientExecuteTokenRequest", RefreshTokenClientAcquireToken = "refreshTokenClientAcquireToken", RefreshTokenClientAcquireTokenWithCachedRefreshToken = "refreshTokenClientAcquireTokenWithCachedRefreshToken", RefreshTokenClientCreateTokenRequestBody = "refreshTokenClientCreateTokenRequestBody", SilentFlowClientGenerateResultFromCacheRecord = "silentFlowClientGenerateResultFromCacheRecord";
var AuthClientExecuteTokenRequest = "authClientExecuteTokenRequest", AuthClientCreateTokenRequestBody = "authClientCreateTokenRequestBody", UpdateTokenEndpointAuthority = "updateTokenEndpointAuthority", PopTokenGenerateCnf = "popTokenGenerateCnf", HandleServerTokenResponse = "handleServerTokenResponse", AuthorityResolveEndpointsAsync = "authorityResolveEndpointsAsync", AuthorityGetCloudDiscoveryMetadataFromNetwork = "authorityGetCloudDiscoveryMetadataFromNetwork", AuthorityUpdateCloudDiscoveryMetadata = "authorityUpdateCloudDiscoveryMetadata", AuthorityGetEndpointMetadataFromNetwork = "authorityGetEndpointMetadataFromNetwork", AuthorityUpdateEndpointMetadata = "authorityUpdateEndpointMetadata", AuthorityUpdateMetadataWithRegionalInformation = "authorityUpdateMetadataWithRegionalInformation", RegionDiscoveryDetectRegion = "regionDiscoveryDetectRegion", RegionDiscoveryGetRegionFromIMDS = "regionDiscoveryGetRegionFromIMDS", RegionDiscoveryGetCurrentVersion = "regionDiscoveryGetCurrentVersion", CacheManagerGetRefreshToken = "cacheManagerGetRefreshToken";

// node_modules/@azure/msal-common/dist/utils/FunctionWrappers.mjs
var invoke = (callback, eventName, logger28, telemetryClient, correlationId) => (...args) => {
  logger28.trace(`Executing function '${eventName}'`, correlationId);
  let inProgressEvent = telemetryClient.startMeasurement(eventName, correlationId);
  correlationId && telemetryClient.incrementFields({ [`ext.${eventName}CallCount`]: 1 }, correlationId);
  try {
    let result = callback(...args);
    return inProgressEvent.end({
      success: !0
    }), logger28.trace(`Returning result from '${eventName}'`, correlationId), result;
  } catch (e) {
    logger28.trace(`Error occurred in '${eventName}'`, correlationId);
    try {
      logger28.tracePii(`Error details: '${JSON.stringify(e)}'`, correlationId);
    } catch {
      logger28.trace("Unable to print error message.", correlationId);
    }
    throw inProgressEvent.end({
      success: !1
    }, e), e;
  }
}, invokeAsync = (callback, eventName, logger28, telemetryClient, correlationId) => (...args) => {
  logger28.trace(`Executing function '${eventName}'`, correlationId);
  let inProgressEvent = telemetryClient.startMeasurement(eventName, correlationId);
  return correlationId && telemetryClient.incrementFields({ [`ext.${eventName}CallCount`]: 1 }, correlationId), callback(...args).then((response) => (logger28.trace(`Returning result from '${eventName}'`, correlationId), inProgressEvent.end({
    success: !0
  }), response)).catch((e) => {
    logger28.trace(`Error occurred in '${eventName}'`, correlationId);
    try {
      logger28.tracePii(`Error details: '${JSON.stringify(e)}'`, correlationId);
    } catch {
      logger28.trace("Unable to print error message.", correlationId);
    }
    throw inProgressEvent.end({
      success: !1
    }, e), e;
  });
};

// node_modules/@azure/msal-common/dist/authority/RegionDiscovery.mjs
var REGION_NAME_PATTERN = /^[a-z][a-z0-9-]*$/i, MAX_REGION_NAME_LENGTH = 63;
function isValidRegion(region) {
  return typeof region == "string" && region.length <= MAX_REGION_NAME_LENGTH && REGION_NAME_PATTERN.test(region) && // Keep the trailing-hyphen rule explicit rather than complicating the pattern.
  !region.endsWith("-");
}
var RegionDiscovery = class _RegionDiscovery {
  constructor(networkInterface, logger28, performanceClient, correlationId) {
    this.networkInterface = networkInterface, this.logger = logger28, this.performanceClient = performanceClient, this.correlationId = correlationId;
  }
  async detectRegion(environmentRegion, regionDiscoveryMetadata) {
    let autodetectedRegionName = environmentRegion;
    if (autodetectedRegionName)
      regionDiscoveryMetadata.region_source = RegionDiscoverySources.ENVIRONMENT_VARIABLE;
    else {
      let options = _RegionDiscovery.IMDS_OPTIONS;
      try {
        let localIMDSVersionResponse = await invokeAsync(this.getRegionFromIMDS.bind(this), RegionDiscoveryGetRegionFromIMDS, this.logger, this.performanceClient, this.correlationId)(IMDS_VERSION, options);
        if (localIMDSVersionResponse.status === HTTP_SUCCESS && (autodetectedRegionName = localIMDSVersionResponse.body?.location, autodetectedRegionName && (regionDiscoveryMetadata.region_source = RegionDiscoverySources.IMDS)), localIMDSVersionResponse.status === HTTP_BAD_REQUEST) {
          let currentIMDSVersion = await invokeAsync(this.getCurrentVersion.bind(this), RegionDiscoveryGetCurrentVersion, this.logger, this.performanceClient, this.correlationId)(options);
          if (!currentIMDSVersion)
            return regionDiscoveryMetadata.region_source = RegionDiscoverySources.FAILED_AUTO_DETECTION, null;
          let currentIMDSVersionResponse = await invokeAsync(this.getRegionFromIMDS.bind(this), RegionDiscoveryGetRegionFromIMDS, this.logger, this.performanceClient, this.correlationId)(currentIMDSVersion, options);
          currentIMDSVersionResponse.status === HTTP_SUCCESS && (autodetectedRegionName = currentIMDSVersionResponse.body?.location, autodetectedRegionName && (regionDiscoveryMetadata.region_source = RegionDiscoverySources.IMDS));
        }
      } catch {
        return regionDiscoveryMetadata.region_source = RegionDiscoverySources.FAILED_AUTO_DETECTION, null;
      }
    }
    return !autodetectedRegionName || !isValidRegion(autodetectedRegionName) ? (autodetectedRegionName && this.logger.warning("Region discovery returned an invalid region. Using the global authority.", this.correlationId), regionDiscoveryMetadata.region_source = RegionDiscoverySources.FAILED_AUTO_DETECTION, null) : autodetectedRegionName;
  }
  async getRegionFromIMDS(version3, options) {
    return this.networkInterface.sendGetRequestAsync(`${IMDS_ENDPOINT}?api-version=${version3}`, options, IMDS_TIMEOUT);
  }
  async getCurrentVersion(options) {
    try {
      let response = await this.networkInterface.sendGetRequestAsync(`${IMDS_ENDPOINT}?format=json`, options);
      return response.status === HTTP_BAD_REQUEST && response.body && response.body["newest-versions"] && response.body["newest-versions"].length > 0 ? response.body["newest-versions"][0] : null;
    } catch {
      return null;
    }
  }
};
RegionDiscovery.IMDS_OPTIONS = {
  headers: {
    Metadata: "true"
  }
};

// node_modules/@azure/msal-common/dist/cache/utils/CacheHelpers.mjs
var CacheHelpers_exports = {};
__export(CacheHelpers_exports, {
  createAccessTokenEntity: () => createAccessTokenEntity,
  createIdTokenEntity: () => createIdTokenEntity,
  createRefreshTokenEntity: () => createRefreshTokenEntity,
  generateAppMetadataKey: () => generateAppMetadataKey,
  generateAuthorityMetadataExpiresAt: () => generateAuthorityMetadataExpiresAt,
  isAccessTokenEntity: () => isAccessTokenEntity,
  isAppMetadataEntity: () => isAppMetadataEntity,
  isAuthorityMetadataEntity: () => isAuthorityMetadataEntity,
  isAuthorityMetadataExpired: () => isAuthorityMetadataExpired,
  isCredentialEntity: () => isCredentialEntity,
  isIdTokenEntity: () => isIdTokenEntity,
  isRefreshTokenEntity: () => isRefreshTokenEntity,
  isServerTelemetryEntity: () => isServerTelemetryEntity,
  isThrottlingEntity: () => isThrottlingEntity,
  serializeAttributeTokens: () => serializeAttributeTokens,
  updateAuthorityEndpointMetadata: () => updateAuthorityEndpointMetadata,
  updateCloudDiscoveryMetadata: () => updateCloudDiscoveryMetadata
});

// node_modules/@azure/msal-common/dist/utils/TimeUtils.mjs
var TimeUtils_exports = {};
__export(TimeUtils_exports, {
  delay: () => delay3,
  isCacheExpired: () => isCacheExpired,
  isTokenExpired: () => isTokenExpired,
  nowSeconds: () => nowSeconds,
  toDateFromSeconds: () => toDateFromSeconds,
  toSecondsFromDate: () => toSecondsFromDate,
  wasClockTurnedBack: () => wasClockTurnedBack
});
function nowSeconds() {
  return Math.round((/* @__PURE__ */ new Date()).getTime() / 1e3);
}
function toSecondsFromDate(date) {
  return date.getTime() / 1e3;
}
function toDateFromSeconds(seconds) {
  return seconds ? new Date(Number(seconds) * 1e3) : /* @__PURE__ */ new Date();
}
function isTokenExpired(expiresOn, offset) {
  let expirationSec = Number(expiresOn) || 0;
  return nowSeconds() + offset > expirationSec;
}
function isCacheExpired(lastUpdatedAt, cacheRetentionDays) {
  let cacheExpirationTimestamp = Number(lastUpdatedAt) + cacheRetentionDays * 24 * 60 * 60 * 1e3;
  return Date.now() > cacheExpirationTimestamp;
}
function wasClockTurnedBack(cachedAt) {
  return Number(cachedAt) > nowSeconds();
}
function delay3(t, value) {
  return new Promise((resolve) => setTimeout(() => resolve(value), t));
}

// node_modules/@azure/msal-common/dist/cache/utils/CacheHelpers.mjs
function createIdTokenEntity(homeAccountId, environment, idToken, clientId, tenantId) {
  return {
    credentialType: CredentialType.ID_TOKEN,
    homeAccountId,
    environment,
    clientId,
    secret: idToken,
    realm: tenantId,
    lastUpdatedAt: Date.now().toString()
    // Set the last updated time to now
  };
}
function createAccessTokenEntity(homeAccountId, environment, accessToken, clientId, tenantId, scopes, expiresOn, extExpiresOn, base64Decode, correlationId, refreshOn, tokenType, userAssertionHash, keyId, additionalCacheKeyComponents) {
  let atEntity = {
    homeAccountId,
    credentialType: CredentialType.ACCESS_TOKEN,
    secret: accessToken,
    cachedAt: nowSeconds().toString(),
    expiresOn: expiresOn.toString(),
    extendedExpiresOn: extExpiresOn.toString(),
    environment,
    clientId,
    realm: tenantId,
    target: scopes,
    tokenType: tokenType || AuthenticationScheme.BEARER,
    lastUpdatedAt: Date.now().toString()
    // Set the last updated time to now
  };
  userAssertionHash && (atEntity.userAssertionHash = userAssertionHash), refreshOn && (atEntity.refreshOn = refreshOn.toString());
  let normalizedTokenType = atEntity.tokenType?.toLowerCase();
  if (atEntity.tokenType?.toLowerCase() !== AuthenticationScheme.BEARER.toLowerCase())
    switch (atEntity.credentialType = CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME, normalizedTokenType) {
      case AuthenticationScheme.POP:
        let tokenClaims = extractTokenClaims(accessToken, base64Decode, correlationId);
        if (!tokenClaims?.cnf?.kid)
          throw createClientAuthError(tokenClaimsCnfRequiredForSignedJwt, correlationId);
        atEntity.keyId = tokenClaims.cnf.kid;
        break;
      case "dpop":
        if (!keyId)
          throw createClientAuthError(keyIdMissing, correlationId);
        atEntity.keyId = keyId;
        break;
      case AuthenticationScheme.SSH:
        atEntity.keyId = keyId;
    }
  return additionalCacheKeyComponents && Object.keys(additionalCacheKeyComponents).length > 0 && (atEntity.additionalCacheKeyComponents = additionalCacheKeyComponents), atEntity;
}
function createRefreshTokenEntity(homeAccountId, environment, refreshToken, clientId, familyId, userAssertionHash, expiresOn) {
  let rtEntity = {
    credentialType: CredentialType.REFRESH_TOKEN,
    homeAccountId,
    environment,
    clientId,
    secret: refreshToken,
    lastUpdatedAt: Date.now().toString()
  };
  return userAssertionHash && (rtEntity.userAssertionHash = userAssertionHash), familyId && (rtEntity.familyId = familyId), expiresOn && (rtEntity.expiresOn = expiresOn.toString()), rtEntity;
}
function isCredentialEntity(entity) {
  return entity.hasOwnProperty("homeAccountId") && entity.hasOwnProperty("environment") && entity.hasOwnProperty("credentialType") && entity.hasOwnProperty("clientId") && entity.hasOwnProperty("secret");
}
function isAccessTokenEntity(entity) {
  return entity ? isCredentialEntity(entity) && entity.hasOwnProperty("realm") && entity.hasOwnProperty("target") && (entity.credentialType === CredentialType.ACCESS_TOKEN || entity.credentialType === CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME) : !1;
}
function isIdTokenEntity(entity) {
  return entity ? isCredentialEntity(entity) && entity.hasOwnProperty("realm") && entity.credentialType === CredentialType.ID_TOKEN : !1;
}
function isRefreshTokenEntity(entity) {
  return entity ? isCredentialEntity(entity) && entity.credentialType === CredentialType.REFRESH_TOKEN : !1;
}
function isServerTelemetryEntity(key, entity) {
  let validateKey = key.indexOf(SERVER_TELEM_CACHE_KEY) === 0, validateEntity = !0;
  return entity && (validateEntity = entity.hasOwnProperty("failedRequests") && entity.hasOwnProperty("errors") && entity.hasOwnProperty("cacheHits")), validateKey && validateEntity;
}
function isThrottlingEntity(key, entity) {
  let validateKey = !1;
  key && (validateKey = key.indexOf(THROTTLING_PREFIX) === 0);
  let validateEntity = !0;
  return entity && (validateEntity = entity.hasOwnProperty("throttleTime")), validateKey && validateEntity;
}
function generateAppMetadataKey({ environment, clientId }) {
  return [
    APP_METADATA,
    environment,
    clientId
  ].join(CACHE_KEY_SEPARATOR).toLowerCase();
}
function isAppMetadataEntity(key, entity) {
  return entity ? key.indexOf(APP_METADATA) === 0 && entity.hasOwnProperty("clientId") && entity.hasOwnProperty("environment") : !1;
}
function isAuthorityMetadataEntity(key, entity) {
  return entity ? key.indexOf(AUTHORITY_METADATA_CACHE_KEY) === 0 && entity.hasOwnProperty("aliases") && entity.hasOwnProperty("preferred_cache") && entity.hasOwnProperty("preferred_network") && entity.hasOwnProperty("canonical_authority") && entity.hasOwnProperty("authorization_endpoint") && entity.hasOwnProperty("token_endpoint") && entity.hasOwnProperty("issuer") && entity.hasOwnProperty("aliasesFromNetwork") && entity.hasOwnProperty("endpointsFromNetwork") && entity.hasOwnProperty("expiresAt") && entity.hasOwnProperty("jwks_uri") : !1;
}
function generateAuthorityMetadataExpiresAt() {
  return nowSeconds() + AUTHORITY_METADATA_REFRESH_TIME_SECONDS;
}
function updateAuthorityEndpointMetadata(authorityMetadata, updatedValues, fromNetwork) {
  authorityMetadata.authorization_endpoint = updatedValues.authorization_endpoint, authorityMetadata.token_endpoint = updatedValues.token_endpoint, authorityMetadata.end_session_endpoint = updatedValues.end_session_endpoint, authorityMetadata.issuer = updatedValues.issuer, authorityMetadata.endpointsFromNetwork = fromNetwork, authorityMetadata.jwks_uri = updatedValues.jwks_uri;
}
function updateCloudDiscoveryMetadata(authorityMetadata, updatedValues, fromNetwork) {
  authorityMetadata.aliases = updatedValues.aliases, authorityMetadata.preferred_cache = updatedValues.preferred_cache, authorityMetadata.preferred_network = updatedValues.preferred_network, authorityMetadata.aliasesFromNetwork = fromNetwork;
}
function isAuthorityMetadataExpired(metadata) {
  return metadata.expiresAt <= nowSeconds();
}
function serializeAttributeTokens(attributeTokens) {
  if (!(!attributeTokens || attributeTokens.length === 0))
    return [...attributeTokens].sort().join(" ");
}

// node_modules/@azure/msal-common/dist/authority/Authority.mjs
var Authority = class _Authority {
  constructor(authority, networkInterface, cacheManager, authorityOptions, logger28, correlationId, performanceClient, managedIdentity) {
    this.canonicalAuthority = authority, this._canonicalAuthority.validateAsUri(), this.networkInterface = networkInterface, this.cacheManager = cacheManager, this.authorityOptions = authorityOptions, this.regionDiscoveryMetadata = {
      region_used: void 0,
      region_source: void 0,
      region_outcome: void 0
    }, this.logger = logger28, this.performanceClient = performanceClient, this.correlationId = correlationId, this.managedIdentity = managedIdentity || !1, this.regionDiscovery = new RegionDiscovery(networkInterface, this.logger, this.performanceClient, this.correlationId);
  }
  getAuthorityType(authorityUri) {
    if (authorityUri.HostNameAndPort.endsWith(CIAM_AUTH_URL))
      return AuthorityType.Ciam;
    let pathSegments = authorityUri.PathSegments;
    return pathSegments.length && pathSegments[0].toLowerCase() === ADFS ? AuthorityType.Adfs : AuthorityType.Default;
  }
  // See above for AuthorityType
  get authorityType() {
    return this.getAuthorityType(this.canonicalAuthorityUrlComponents);
  }
  get protocolMode() {
    return this.authorityOptions.protocolMode;
  }
  get options() {
    return this.authorityOptions;
  }
  get canonicalAuthority() {
    return this._canonicalAuthority.urlString;
  }
  set canonicalAuthority(url) {
    this._canonicalAuthority = new UrlString(url, this.correlationId), this._canonicalAuthority.validateAsUri(), this._canonicalAuthorityUrlComponents = null;
  }
  get canonicalAuthorityUrlComponents() {
    return this._canonicalAuthorityUrlComponents || (this._canonicalAuthorityUrlComponents = this._canonicalAuthority.getUrlComponents()), this._canonicalAuthorityUrlComponents;
  }
  get hostnameAndPort() {
    return this.canonicalAuthorityUrlComponents.HostNameAndPort.toLowerCase();
  }
  get tenant() {
    return this.canonicalAuthorityUrlComponents.PathSegments[0];
  }
  get authorizationEndpoint() {
    if (this.discoveryComplete())
      return this.replacePath(this.metadata.authorization_endpoint);
    throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  get tokenEndpoint() {
    if (this.discoveryComplete())
      return this.replacePath(this.metadata.token_endpoint);
    throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  get deviceCodeEndpoint() {
    if (this.discoveryComplete())
      return this.replacePath(this.metadata.token_endpoint.replace("/token", "/devicecode"));
    throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  get endSessionEndpoint() {
    if (this.discoveryComplete()) {
      if (!this.metadata.end_session_endpoint)
        throw createClientAuthError(endSessionEndpointNotSupported, this.correlationId);
      return this.replacePath(this.metadata.end_session_endpoint);
    } else
      throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  get selfSignedJwtAudience() {
    if (this.discoveryComplete())
      return this.replacePath(this.metadata.issuer);
    throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  get jwksUri() {
    if (this.discoveryComplete())
      return this.replacePath(this.metadata.jwks_uri);
    throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  canReplaceTenant(authorityUri) {
    return authorityUri.PathSegments.length === 1 && !_Authority.reservedTenantDomains.has(authorityUri.PathSegments[0]) && this.getAuthorityType(authorityUri) === AuthorityType.Default && this.protocolMode !== ProtocolMode.OIDC;
  }
  replaceTenant(urlString) {
    return urlString.replace(/{tenant}|{tenantid}/g, this.tenant);
  }
  replacePath(urlString) {
    let endpoint = urlString, cachedAuthorityUrlComponents = new UrlString(this.metadata.canonical_authority, this.correlationId).getUrlComponents(), cachedAuthorityParts = cachedAuthorityUrlComponents.PathSegments;
    return this.canonicalAuthorityUrlComponents.PathSegments.forEach((currentPart, index) => {
      let cachedPart = cachedAuthorityParts[index];
      if (index === 0 && this.canReplaceTenant(cachedAuthorityUrlComponents)) {
        let tenantId = new UrlString(this.metadata.authorization_endpoint, this.correlationId).getUrlComponents().PathSegments[0];
        cachedPart !== tenantId && (this.logger.verbose(`Replacing tenant domain name '${cachedPart}' with id '${tenantId}'`, this.correlationId), cachedPart = tenantId);
      }
      currentPart !== cachedPart && (endpoint = endpoint.replace(`/${cachedPart}/`, `/${currentPart}/`));
    }), this.replaceTenant(endpoint);
  }
  get defaultOpenIdConfigurationEndpoint() {
    let canonicalAuthorityHost = this.hostnameAndPort;
    return this.canonicalAuthority.endsWith("v2.0/") || this.authorityType === AuthorityType.Adfs || this.protocolMode === ProtocolMode.OIDC && !this.isAliasOfKnownMicrosoftAuthority(canonicalAuthorityHost) ? `${this.canonicalAuthority}.well-known/openid-configuration` : `${this.canonicalAuthority}v2.0/.well-known/openid-configuration`;
  }
  discoveryComplete() {
    return !!this.metadata;
  }
  async resolveEndpointsAsync() {
    let metadataEntity = this.getCurrentMetadataEntity(), cloudDiscoverySource = await invokeAsync(this.updateCloudDiscoveryMetadata.bind(this), AuthorityUpdateCloudDiscoveryMetadata, this.logger, this.performanceClient, this.correlationId)(metadataEntity);
    this.canonicalAuthority = this.canonicalAuthority.replace(this.hostnameAndPort, metadataEntity.preferred_network);
    let endpointSource = await invokeAsync(this.updateEndpointMetadata.bind(this), AuthorityUpdateEndpointMetadata, this.logger, this.performanceClient, this.correlationId)(metadataEntity);
    this.updateCachedMetadata(metadataEntity, cloudDiscoverySource, {
      source: endpointSource
    }), this.performanceClient?.addFields({
      cloudDiscoverySource,
      authorityEndpointSource: endpointSource
    }, this.correlationId);
  }
  getCurrentMetadataEntity() {
    let metadataEntity = this.cacheManager.getAuthorityMetadataByAlias(this.hostnameAndPort, this.correlationId);
    return metadataEntity || (metadataEntity = {
      aliases: [],
      preferred_cache: this.hostnameAndPort,
      preferred_network: this.hostnameAndPort,
      canonical_authority: this.canonicalAuthority,
      authorization_endpoint: "",
      token_endpoint: "",
      end_session_endpoint: "",
      issuer: "",
      aliasesFromNetwork: !1,
      endpointsFromNetwork: !1,
      expiresAt: generateAuthorityMetadataExpiresAt(),
      jwks_uri: ""
    }), metadataEntity;
  }
  updateCachedMetadata(metadataEntity, cloudDiscoverySource, endpointMetadataResult) {
    cloudDiscoverySource !== AuthorityMetadataSource.CACHE && endpointMetadataResult?.source !== AuthorityMetadataSource.CACHE && (metadataEntity.expiresAt = generateAuthorityMetadataExpiresAt(), metadataEntity.canonical_authority = this.canonicalAuthority);
    let cacheKey = this.cacheManager.generateAuthorityMetadataCacheKey(metadataEntity.preferred_cache, this.correlationId);
    this.cacheManager.setAuthorityMetadata(cacheKey, metadataEntity, this.correlationId), this.metadata = metadataEntity;
  }
  async updateEndpointMetadata(metadataEntity) {
    let localMetadata = this.updateEndpointMetadataFromLocalSources(metadataEntity);
    if (localMetadata) {
      if (localMetadata.source === AuthorityMetadataSource.HARDCODED_VALUES && this.authorityOptions.azureRegionConfiguration?.azureRegion && localMetadata.metadata) {
        let hardcodedMetadata = await invokeAsync(this.updateMetadataWithRegionalInformation.bind(this), AuthorityUpdateMetadataWithRegionalInformation, this.logger, this.performanceClient, this.correlationId)(localMetadata.metadata);
        updateAuthorityEndpointMetadata(metadataEntity, hardcodedMetadata, !1), metadataEntity.canonical_authority = this.canonicalAuthority;
      }
      return localMetadata.source;
    }
    let metadata = await invokeAsync(this.getEndpointMetadataFromNetwork.bind(this), AuthorityGetEndpointMetadataFromNetwork, this.logger, this.performanceClient, this.correlationId)();
    if (metadata)
      return this.validateIssuer(metadata.issuer), this.authorityOptions.azureRegionConfiguration?.azureRegion && (metadata = await invokeAsync(this.updateMetadataWithRegionalInformation.bind(this), AuthorityUpdateMetadataWithRegionalInformation, this.logger, this.performanceClient, this.correlationId)(metadata)), updateAuthorityEndpointMetadata(metadataEntity, metadata, !0), AuthorityMetadataSource.NETWORK;
    throw createClientAuthError(openIdConfigError, this.defaultOpenIdConfigurationEndpoint, this.correlationId);
  }
  updateEndpointMetadataFromLocalSources(metadataEntity) {
    this.logger.verbose("Attempting to get endpoint metadata from authority configuration", this.correlationId);
    let configMetadata = this.getEndpointMetadataFromConfig();
    if (configMetadata)
      return this.logger.verbose("Found endpoint metadata in authority configuration", this.correlationId), updateAuthorityEndpointMetadata(metadataEntity, configMetadata, !1), {
        source: AuthorityMetadataSource.CONFIG
      };
    this.logger.verbose("Did not find endpoint metadata in the config... Attempting to get endpoint metadata from the hardcoded values.", this.correlationId);
    let hardcodedMetadata = this.getEndpointMetadataFromHardcodedValues();
    if (hardcodedMetadata)
      return updateAuthorityEndpointMetadata(metadataEntity, hardcodedMetadata, !1), {
        source: AuthorityMetadataSource.HARDCODED_VALUES,
        metadata: hardcodedMetadata
      };
    this.logger.verbose("Did not find endpoint metadata in hardcoded values... Attempting to get endpoint metadata from the network metadata cache.", this.correlationId);
    let metadataEntityExpired = isAuthorityMetadataExpired(metadataEntity);
    return this.isAuthoritySameType(metadataEntity) && metadataEntity.endpointsFromNetwork && !metadataEntityExpired ? (this.logger.verbose("Found endpoint metadata in the cache.", ""), { source: AuthorityMetadataSource.CACHE }) : (metadataEntityExpired && this.logger.verbose("The metadata entity is expired.", ""), null);
  }
  isAuthoritySameType(metadataEntity) {
    return new UrlString(metadataEntity.canonical_authority, this.correlationId).getUrlComponents().PathSegments.length === this.canonicalAuthorityUrlComponents.PathSegments.length;
  }
  getEndpointMetadataFromConfig() {
    if (this.authorityOptions.authorityMetadata)
      try {
        return JSON.parse(this.authorityOptions.authorityMetadata);
      } catch {
        throw createClientConfigurationError(invalidAuthorityMetadata, this.correlationId);
      }
    return null;
  }
  async getEndpointMetadataFromNetwork() {
    let options = {}, openIdConfigurationEndpoint = this.defaultOpenIdConfigurationEndpoint;
    this.logger.verbose(`Authority.getEndpointMetadataFromNetwork: attempting to retrieve OAuth endpoints from '${openIdConfigurationEndpoint}'`, this.correlationId);
    try {
      let response = await this.networkInterface.sendGetRequestAsync(openIdConfigurationEndpoint, options);
      return isOpenIdConfigResponse(response.body) ? response.body : (this.logger.verbose("Authority.getEndpointMetadataFromNetwork: could not parse response as OpenID configuration", this.correlationId), null);
    } catch (e) {
      return this.logger.verbose(`Authority.getEndpointMetadataFromNetwork: '${e}'`, this.correlationId), null;
    }
  }
  getEndpointMetadataFromHardcodedValues() {
    return this.hostnameAndPort in EndpointMetadata ? EndpointMetadata[this.hostnameAndPort] : null;
  }
  async updateMetadataWithRegionalInformation(metadata) {
    let userConfiguredAzureRegion = this.authorityOptions.azureRegionConfiguration?.azureRegion;
    if (userConfiguredAzureRegion) {
      if (userConfiguredAzureRegion !== AZURE_REGION_AUTO_DISCOVER_FLAG)
        return this.regionDiscoveryMetadata.region_outcome = RegionDiscoveryOutcomes.CONFIGURED_NO_AUTO_DETECTION, this.regionDiscoveryMetadata.region_used = userConfiguredAzureRegion, _Authority.replaceWithRegionalInformation(metadata, userConfiguredAzureRegion, this.correlationId);
      let autodetectedRegionName = await invokeAsync(this.regionDiscovery.detectRegion.bind(this.regionDiscovery), RegionDiscoveryDetectRegion, this.logger, this.performanceClient, this.correlationId)(this.authorityOptions.azureRegionConfiguration?.environmentRegion, this.regionDiscoveryMetadata);
      if (autodetectedRegionName)
        return this.regionDiscoveryMetadata.region_outcome = RegionDiscoveryOutcomes.AUTO_DETECTION_REQUESTED_SUCCESSFUL, this.regionDiscoveryMetadata.region_used = autodetectedRegionName, _Authority.replaceWithRegionalInformation(metadata, autodetectedRegionName, this.correlationId);
      this.regionDiscoveryMetadata.region_outcome = RegionDiscoveryOutcomes.AUTO_DETECTION_REQUESTED_FAILED;
    }
    return metadata;
  }
  async updateCloudDiscoveryMetadata(metadataEntity) {
    let localMetadataSource = this.updateCloudDiscoveryMetadataFromLocalSources(metadataEntity);
    if (localMetadataSource)
      return localMetadataSource;
    let metadata = await invokeAsync(this.getCloudDiscoveryMetadataFromNetwork.bind(this), AuthorityGetCloudDiscoveryMetadataFromNetwork, this.logger, this.performanceClient, this.correlationId)();
    if (metadata)
      return updateCloudDiscoveryMetadata(metadataEntity, metadata, !0), AuthorityMetadataSource.NETWORK;
    throw createClientConfigurationError(untrustedAuthority, this.correlationId);
  }
  updateCloudDiscoveryMetadataFromLocalSources(metadataEntity) {
    this.logger.verbose("Attempting to get cloud discovery metadata from authority configuration", this.correlationId), this.logger.verbosePii(`Known Authorities: '${this.authorityOptions.knownAuthorities || NOT_APPLICABLE}'`, this.correlationId), this.logger.verbosePii(`Authority Metadata: '${this.authorityOptions.authorityMetadata || NOT_APPLICABLE}'`, this.correlationId), this.logger.verbosePii(`Canonical Authority: '${metadataEntity.canonical_authority || NOT_APPLICABLE}'`, this.correlationId);
    let metadata = this.getCloudDiscoveryMetadataFromConfig();
    if (metadata)
      return this.logger.verbose("Found cloud discovery metadata in authority configuration", this.correlationId), updateCloudDiscoveryMetadata(metadataEntity, metadata, !1), AuthorityMetadataSource.CONFIG;
    this.logger.verbose("Did not find cloud discovery metadata in the config... Attempting to get cloud discovery metadata from the hardcoded values.", this.correlationId);
    let hardcodedMetadata = getCloudDiscoveryMetadataFromHardcodedValues(this.hostnameAndPort);
    if (hardcodedMetadata)
      return this.logger.verbose("Found cloud discovery metadata from hardcoded values.", this.correlationId), updateCloudDiscoveryMetadata(metadataEntity, hardcodedMetadata, !1), AuthorityMetadataSource.HARDCODED_VALUES;
    this.logger.verbose("Did not find cloud discovery metadata in hardcoded values... Attempting to get cloud discovery metadata from the network metadata cache.", this.correlationId);
    let metadataEntityExpired = isAuthorityMetadataExpired(metadataEntity);
    return this.isAuthoritySameType(metadataEntity) && metadataEntity.aliasesFromNetwork && !metadataEntityExpired ? (this.logger.verbose("Found cloud discovery metadata in the cache.", ""), AuthorityMetadataSource.CACHE) : (metadataEntityExpired && this.logger.verbose("The metadata entity is expired.", ""), null);
  }
  getCloudDiscoveryMetadataFromConfig() {
    if (this.authorityType === AuthorityType.Ciam)
      return this.logger.verbose("CIAM authorities do not support cloud discovery metadata, generate the aliases from authority host.", this.correlationId), _Authority.createCloudDiscoveryMetadataFromHost(this.hostnameAndPort);
    if (this.authorityOptions.cloudDiscoveryMetadata) {
      this.logger.verbose("The cloud discovery metadata has been provided as a network response, in the config.", this.correlationId);
      try {
        this.logger.verbose("Attempting to parse the cloud discovery metadata.", this.correlationId);
        let parsedResponse = JSON.parse(this.authorityOptions.cloudDiscoveryMetadata), metadata = getCloudDiscoveryMetadataFromNetworkResponse(parsedResponse.metadata, this.hostnameAndPort);
        if (this.logger.verbose("Parsed the cloud discovery metadata.", ""), metadata)
          return this.logger.verbose("There is returnable metadata attached to the parsed cloud discovery metadata.", this.correlationId), metadata;
        this.logger.verbose("There is no metadata attached to the parsed cloud discovery metadata.", this.correlationId);
      } catch {
        throw this.logger.verbose("Unable to parse the cloud discovery metadata. Throwing Invalid Cloud Discovery Metadata Error.", this.correlationId), createClientConfigurationError(invalidCloudDiscoveryMetadata, this.correlationId);
      }
    }
    return this.isInKnownAuthorities(this.hostnameAndPort) ? (this.logger.verbose("The host is included in knownAuthorities. Creating new cloud discovery metadata from the host.", this.correlationId), _Authority.createCloudDiscoveryMetadataFromHost(this.hostnameAndPort)) : null;
  }
  async getCloudDiscoveryMetadataFromNetwork() {
    let instanceDiscoveryEndpoint = `${AAD_INSTANCE_DISCOVERY_ENDPT}${this.canonicalAuthority}oauth2/v2.0/authorize`, options = {}, match = null;
    try {
      let response = await this.networkInterface.sendGetRequestAsync(instanceDiscoveryEndpoint, options), typedResponseBody, metadata;
      if (isCloudInstanceDiscoveryResponse(response.body))
        typedResponseBody = response.body, metadata = typedResponseBody.metadata, this.logger.verbosePii(`tenant_discovery_endpoint is: '${typedResponseBody.tenant_discovery_endpoint}'`, this.correlationId);
      else if (isCloudInstanceDiscoveryErrorResponse(response.body)) {
        if (this.logger.warning(`A CloudInstanceDiscoveryErrorResponse was returned. The cloud instance discovery network request's status code is: '${response.status}'`, this.correlationId), typedResponseBody = response.body, typedResponseBody.error === INVALID_INSTANCE)
          return this.logger.error("The CloudInstanceDiscoveryErrorResponse error is invalid_instance.", this.correlationId), null;
        this.logger.warning(`The CloudInstanceDiscoveryErrorResponse error is '${typedResponseBody.error}'`, this.correlationId), this.logger.warning(`The CloudInstanceDiscoveryErrorResponse error description is '${typedResponseBody.error_description}'`, this.correlationId), this.logger.warning("Setting the value of the CloudInstanceDiscoveryMetadata (returned from the network, correlationId) to []", this.correlationId), metadata = [];
      } else
        return this.logger.error("AAD did not return a CloudInstanceDiscoveryResponse or CloudInstanceDiscoveryErrorResponse", this.correlationId), null;
      this.logger.verbose("Attempting to find a match between the developer's authority and the CloudInstanceDiscoveryMetadata returned from the network request.", this.correlationId), match = getCloudDiscoveryMetadataFromNetworkResponse(metadata, this.hostnameAndPort);
    } catch (error) {
      if (error instanceof AuthError)
        this.logger.error(`There was a network error while attempting to get the cloud discovery instance metadata.
Error: '${error.errorCode}'
Error Description: '${error.errorMessage}'`, this.correlationId);
      else {
        let typedError = error;
        this.logger.error(`A non-MSALJS error was thrown while attempting to get the cloud instance discovery metadata.
Error: '${typedError.name}'
Error Description: '${typedError.message}'`, this.correlationId);
      }
      return null;
    }
    return match || (this.logger.warning("The developer's authority was not found within the CloudInstanceDiscoveryMetadata returned from the network request.", this.correlationId), this.logger.verbose("Creating custom Authority for custom domain scenario.", this.correlationId), match = _Authority.createCloudDiscoveryMetadataFromHost(this.hostnameAndPort)), match;
  }
  isInKnownAuthorities(host) {
    let normalizedHost = host.toLowerCase();
    return this.authorityOptions.knownAuthorities.filter((authority) => authority && UrlString.getDomainFromUrl(authority, this.correlationId).toLowerCase() === normalizedHost).length > 0;
  }
  static generateAuthority(authorityString, azureCloudOptions) {
    let authorityAzureCloudInstance;
    if (azureCloudOptions && azureCloudOptions.azureCloudInstance !== AzureCloudInstance.None) {
      let tenant = azureCloudOptions.tenant ? azureCloudOptions.tenant : DEFAULT_COMMON_TENANT;
      authorityAzureCloudInstance = `${azureCloudOptions.azureCloudInstance}/${tenant}/`;
    }
    return authorityAzureCloudInstance || authorityString;
  }
  static createCloudDiscoveryMetadataFromHost(host) {
    return {
      preferred_network: host,
      preferred_cache: host,
      aliases: [host]
    };
  }
  getPreferredCache() {
    if (this.managedIdentity)
      return DEFAULT_AUTHORITY_HOST;
    if (this.discoveryComplete())
      return this.metadata.preferred_cache;
    throw createClientAuthError(endpointResolutionError, this.correlationId);
  }
  isAlias(host) {
    return this.metadata.aliases.indexOf(host) > -1;
  }
  isAliasOfKnownMicrosoftAuthority(host) {
    return InstanceDiscoveryMetadataAliases.has(host);
  }
  validateIssuer(issuer) {
    if (!issuer)
      throw createClientConfigurationError(issuerValidationFailed, this.correlationId);
    let issuerUrl;
    try {
      issuerUrl = new URL(issuer);
    } catch {
      throw createClientConfigurationError(issuerValidationFailed, this.correlationId);
    }
    let issuerScheme = issuerUrl.protocol, issuerHost = issuerUrl.host, authorityScheme = (this.canonicalAuthorityUrlComponents.Protocol || "").toLowerCase(), authorityHost = (this.canonicalAuthorityUrlComponents.HostNameAndPort || "").toLowerCase(), matchesAuthorityOrigin = this.matchesAuthorityOrigin(issuerScheme, issuerHost, authorityScheme, authorityHost), matchesKnownMicrosoftHost = issuerScheme === "https:" && this.isAliasOfKnownMicrosoftAuthority(issuerHost), matchesRegionalMicrosoftHost = issuerScheme === "https:" && this.matchesRegionalMicrosoftHost(issuerHost), matchesCiamTenantPattern = this.matchesCiamTenantPattern(issuerUrl, authorityHost, this.canonicalAuthorityUrlComponents.PathSegments), matchesKnownAuthority = issuerScheme === "https:" && this.isInKnownAuthorities(issuerHost);
    if (!(matchesAuthorityOrigin || matchesKnownMicrosoftHost || matchesRegionalMicrosoftHost || matchesCiamTenantPattern || matchesKnownAuthority))
      throw createClientConfigurationError(issuerValidationFailed, this.correlationId);
  }
  matchesAuthorityOrigin(issuerScheme, issuerHost, authorityScheme, authorityHost) {
    return issuerScheme === authorityScheme && issuerHost === authorityHost;
  }
  matchesRegionalMicrosoftHost(issuerHost) {
    let firstDot = issuerHost.indexOf(".");
    if (firstDot > 0 && firstDot < issuerHost.length - 1) {
      let hostWithoutRegion = issuerHost.substring(firstDot + 1);
      return this.isAliasOfKnownMicrosoftAuthority(hostWithoutRegion);
    }
    return !1;
  }
  matchesCiamTenantPattern(issuerUrl, authorityHost, authorityPathSegments) {
    let pathSegment = authorityPathSegments[0], tenantName = pathSegment ? pathSegment.endsWith(AAD_TENANT_DOMAIN_SUFFIX) ? pathSegment.slice(0, -AAD_TENANT_DOMAIN_SUFFIX.length) : pathSegment : authorityHost.split(".")[0];
    if (!tenantName)
      return !1;
    let ciamBaseURL = `https://${tenantName}${CIAM_AUTH_URL}`, validCiamPatterns = [
      ciamBaseURL,
      `${ciamBaseURL}/${tenantName}`,
      `${ciamBaseURL}/${tenantName}/v2.0`,
      `${ciamBaseURL}/${tenantName}${AAD_TENANT_DOMAIN_SUFFIX}`,
      `${ciamBaseURL}/${tenantName}${AAD_TENANT_DOMAIN_SUFFIX}/v2.0`
      // https://{tenant}.ciamlogin.com/{tenant}.onmicrosoft.com/v2.0
    ], issuerPath = issuerUrl.pathname.replace(/\/+$/, ""), normalizedIssuer = `${issuerUrl.protocol}//${issuerUrl.host}${issuerPath}`;
    return validCiamPatterns.some((pattern) => pattern === normalizedIssuer);
  }
  static isPublicCloudAuthority(host) {
    return KNOWN_PUBLIC_CLOUDS.indexOf(host) >= 0;
  }
  static buildRegionalAuthorityString(host, region, correlationId, queryString) {
    if (!isValidRegion(region))
      throw createClientConfigurationError(urlParseError, correlationId);
    let authorityUrlInstance = new UrlString(host, correlationId);
    authorityUrlInstance.validateAsUri();
    let authorityUrlParts = authorityUrlInstance.getUrlComponents(), hostNameAndPort = `${region}.${authorityUrlParts.HostNameAndPort}`;
    this.isPublicCloudAuthority(authorityUrlParts.HostNameAndPort) && (hostNameAndPort = `${region}.${REGIONAL_AUTH_PUBLIC_CLOUD_SUFFIX}`);
    let url = UrlString.constructAuthorityUriFromObject({
      ...authorityUrlParts,
      HostNameAndPort: hostNameAndPort
    }, correlationId).urlString;
    return queryString ? `${url}?${queryString}` : url;
  }
  static replaceWithRegionalInformation(metadata, azureRegion, correlationId) {
    let regionalMetadata = { ...metadata };
    return regionalMetadata.authorization_endpoint = _Authority.buildRegionalAuthorityString(regionalMetadata.authorization_endpoint, azureRegion, correlationId), regionalMetadata.token_endpoint = _Authority.buildRegionalAuthorityString(regionalMetadata.token_endpoint, azureRegion, correlationId), regionalMetadata.end_session_endpoint && (regionalMetadata.end_session_endpoint = _Authority.buildRegionalAuthorityString(regionalMetadata.end_session_endpoint, azureRegion, correlationId)), regionalMetadata;
  }
  static transformCIAMAuthority(authority, correlationId) {
    let ciamAuthority = authority, authorityUrlComponents = new UrlString(authority, correlationId).getUrlComponents();
    if (authorityUrlComponents.PathSegments.length === 0 && authorityUrlComponents.HostNameAndPort.endsWith(CIAM_AUTH_URL)) {
      let tenantIdOrDomain = authorityUrlComponents.HostNameAndPort.split(".")[0];
      ciamAuthority = `${ciamAuthority}${tenantIdOrDomain}${AAD_TENANT_DOMAIN_SUFFIX}`;
    }
    return ciamAuthority;
  }
};
Authority.reservedTenantDomains = /* @__PURE__ */ new Set([
  "{tenant}",
  "{tenantid}",
  AADAuthority.COMMON,
  AADAuthority.CONSUMERS,
  AADAuthority.ORGANIZATIONS
]);
function getTenantFromAuthorityString(authority, correlationId) {
  let tenantId = new UrlString(authority, correlationId).getUrlComponents().PathSegments.slice(-1)[0]?.toLowerCase();
  switch (tenantId) {
    case AADAuthority.COMMON:
    case AADAuthority.ORGANIZATIONS:
    case AADAuthority.CONSUMERS:
      return;
    default:
      return tenantId;
  }
}
function formatAuthorityUri(authorityUri) {
  return authorityUri.endsWith(FORWARD_SLASH) ? authorityUri : `${authorityUri}${FORWARD_SLASH}`;
}
function buildStaticAuthorityOptions(authOptions) {
  let rawCloudDiscoveryMetadata = authOptions.cloudDiscoveryMetadata, cloudDiscoveryMetadata;
  if (rawCloudDiscoveryMetadata)
    try {
      cloudDiscoveryMetadata = JSON.parse(rawCloudDiscoveryMetadata);
    } catch {
      throw createClientConfigurationError(invalidCloudDiscoveryMetadata, "");
    }
  return {
    canonicalAuthority: authOptions.authority ? formatAuthorityUri(authOptions.authority) : void 0,
    knownAuthorities: authOptions.knownAuthorities,
    cloudDiscoveryMetadata
  };
}

// node_modules/@azure/msal-common/dist/authority/AuthorityFactory.mjs
var AuthorityFactory_exports = {};
__export(AuthorityFactory_exports, {
  createDiscoveredInstance: () => createDiscoveredInstance
});
async function createDiscoveredInstance(authorityUri, networkClient, cacheManager, authorityOptions, logger28, correlationId, performanceClient) {
  let authorityUriFinal = Authority.transformCIAMAuthority(formatAuthorityUri(authorityUri), correlationId), acquireTokenAuthority = new Authority(authorityUriFinal, networkClient, cacheManager, authorityOptions, logger28, correlationId, performanceClient);
  try {
    return await invokeAsync(acquireTokenAuthority.resolveEndpointsAsync.bind(acquireTokenAuthority), AuthorityResolveEndpointsAsync, logger28, performanceClient, correlationId)(), acquireTokenAuthority;
  } catch {
    throw createClientAuthError(endpointResolutionError, correlationId);
  }
}

// node_modules/@azure/msal-common/dist/request/RequestParameterBuilder.mjs
var RequestParameterBuilder_exports = {};
__export(RequestParameterBuilder_exports, {
  addApplicationTelemetry: () => addApplicationTelemetry,
  addAttributeTokens: () => addAttributeTokens,
  addAuthorizationCode: () => addAuthorizationCode,
  addBrokerParameters: () => addBrokerParameters,
  addCcsOid: () => addCcsOid,
  addCcsUpn: () => addCcsUpn,
  addClaims: () => addClaims,
  addCliData: () => addCliData,
  addClientAssertion: () => addClientAssertion,
  addClientAssertionType: () => addClientAssertionType,
  addClientId: () => addClientId,
  addClientInfo: () => addClientInfo,
  addClientSecret: () => addClientSecret,
  addCodeChallengeParams: () => addCodeChallengeParams,
  addCodeVerifier: () => addCodeVerifier,
  addCorrelationId: () => addCorrelationId,
  addDeviceCode: () => addDeviceCode,
  addDomainHint: () => addDomainHint,
  addEARParameters: () => addEARParameters,
  addExtraParameters: () => addExtraParameters,
  addGrantType: () => addGrantType,
  addIdTokenHint: () => addIdTokenHint,
  addInstanceAware: () => addInstanceAware,
  addLibraryInfo: () => addLibraryInfo,
  addLoginHint: () => addLoginHint,
  addLogoutHint: () => addLogoutHint,
  addNativeBroker: () => addNativeBroker,
  addNonce: () => addNonce,
  addOboAssertion: () => addOboAssertion,
  addPassword: () => addPassword,
  addPopToken: () => addPopToken,
  addPopupOriginCheckDone: () => addPopupOriginCheckDone,
  addPostLogoutRedirectUri: () => addPostLogoutRedirectUri,
  addPrompt: () => addPrompt,
  addRedirectUri: () => addRedirectUri,
  addRefreshToken: () => addRefreshToken,
  addRequestTokenUse: () => addRequestTokenUse,
  addResource: () => addResource,
  addResponseMode: () => addResponseMode,
  addResponseType: () => addResponseType,
  addScopes: () => addScopes,
  addServerTelemetry: () => addServerTelemetry,
  addSid: () => addSid,
  addSshJwk: () => addSshJwk,
  addState: () => addState,
  addThrottling: () => addThrottling,
  addUsername: () => addUsername,
  buildMergedClaims: () => buildMergedClaims,
  instrumentBrokerParams: () => instrumentBrokerParams
});

// node_modules/@azure/msal-common/dist/request/ScopeSet.mjs
var ScopeSet = class _ScopeSet {
  constructor(inputScopes, correlationId) {
    this.correlationId = correlationId;
    let scopeArr = inputScopes ? StringUtils.trimArrayEntries([...inputScopes]) : [], filteredInput = scopeArr ? StringUtils.removeEmptyStringsFromArray(scopeArr) : [];
    if (!filteredInput || !filteredInput.length)
      throw createClientConfigurationError(emptyInputScopesError, correlationId);
    this.scopes = /* @__PURE__ */ new Set(), filteredInput.forEach((scope) => this.scopes.add(scope));
  }
  static fromString(inputScopeString, correlationId) {
    let inputScopes = (inputScopeString || "").split(" ");
    return new _ScopeSet(inputScopes, correlationId);
  }
  static createSearchScopes(inputScopeString, correlationId) {
    let scopesToUse = inputScopeString && inputScopeString.length > 0 ? inputScopeString : [...OIDC_DEFAULT_SCOPES], scopeSet = new _ScopeSet(scopesToUse, correlationId);
    return scopeSet.containsOnlyOIDCScopes() ? scopeSet.removeScope(OFFLINE_ACCESS_SCOPE) : scopeSet.removeOIDCScopes(), scopeSet;
  }
  containsScope(scope) {
    let lowerCaseScopes = this.printScopesLowerCase().split(" "), lowerCaseScopesSet = new _ScopeSet(lowerCaseScopes, this.correlationId);
    return scope ? lowerCaseScopesSet.scopes.has(scope.toLowerCase()) : !1;
  }
  containsScopeSet(scopeSet) {
    return !scopeSet || scopeSet.scopes.size <= 0 ? !1 : this.scopes.size >= scopeSet.scopes.size && scopeSet.asArray().every((scope) => this.containsScope(scope));
  }
  containsOnlyOIDCScopes() {
    let defaultScopeCount = 0;
    return OIDC_SCOPES.forEach((defaultScope) => {
      this.containsScope(defaultScope) && (defaultScopeCount += 1);
    }), this.scopes.size === defaultScopeCount;
  }
  appendScope(newScope) {
    newScope && this.scopes.add(newScope.trim());
  }
  appendScopes(newScopes) {
    try {
      newScopes.forEach((newScope) => this.appendScope(newScope));
    } catch {
      throw createClientAuthError(cannotAppendScopeSet, this.correlationId);
    }
  }
  removeScope(scope) {
    if (!scope)
      throw createClientAuthError(cannotRemoveEmptyScope, this.correlationId);
    this.scopes.delete(scope.trim());
  }
  removeOIDCScopes() {
    OIDC_SCOPES.forEach((defaultScope) => {
      this.scopes.delete(defaultScope);
    });
  }
  unionScopeSets(otherScopes) {
    if (!otherScopes)
      throw createClientAuthError(emptyInputScopeSet, this.correlationId);
    let unionScopes = /* @__PURE__ */ new Set();
    return otherScopes.scopes.forEach((scope) => unionScopes.add(scope.toLowerCase())), this.scopes.forEach((scope) => unionScopes.add(scope.toLowerCase())), unionScopes;
  }
  intersectingScopeSets(otherScopes) {
    if (!otherScopes)
      throw createClientAuthError(emptyInputScopeSet, this.correlationId);
    otherScopes.containsOnlyOIDCScopes() || otherScopes.removeOIDCScopes();
    let unionScopes = this.unionScopeSets(otherScopes), sizeOtherScopes = otherScopes.getScopeCount(), sizeThisScopes = this.getScopeCount();
    return unionScopes.size < sizeThisScopes + sizeOtherScopes;
  }
  getScopeCount() {
    return this.scopes.size;
  }
  asArray() {
    let array = [];
    return this.scopes.forEach((val) => array.push(val)), array;
  }
  printScopes() {
    return this.scopes ? this.asArray().join(" ") : "";
  }
  printScopesLowerCase() {
    return this.printScopes().toLowerCase();
  }
};

// node_modules/@azure/msal-common/dist/request/RequestParameterBuilder.mjs
function instrumentBrokerParams(parameters, correlationId, performanceClient) {
  if (!correlationId)
    return;
  let clientId = parameters.get(CLIENT_ID);
  clientId && parameters.has(BROKER_CLIENT_ID) && performanceClient?.addFields({
    embeddedClientId: clientId,
    embeddedRedirectUri: parameters.get(REDIRECT_URI)
  }, correlationId);
}
function addResponseType(parameters, responseType) {
  parameters.set(RESPONSE_TYPE, responseType);
}
function addResponseMode(parameters, responseMode) {
  parameters.set(RESPONSE_MODE, responseMode || ResponseMode.QUERY);
}
function addNativeBroker(parameters) {
  parameters.set(NATIVE_BROKER, "1");
}
function addScopes(parameters, scopes, correlationId, addOidcScopes = !0, defaultScopes = OIDC_DEFAULT_SCOPES) {
  addOidcScopes && !defaultScopes.includes("openid") && !scopes.includes("openid") && defaultScopes.push("openid");
  let requestScopes = addOidcScopes ? [...scopes || [], ...defaultScopes] : scopes || [], scopeSet = new ScopeSet(requestScopes, correlationId);
  parameters.set(SCOPE, scopeSet.printScopes());
}
function addClientId(parameters, clientId) {
  parameters.set(CLIENT_ID, clientId);
}
function addRedirectUri(parameters, redirectUri) {
  parameters.set(REDIRECT_URI, redirectUri);
}
function addPostLogoutRedirectUri(parameters, redirectUri) {
  parameters.set(POST_LOGOUT_URI, redirectUri);
}
function addIdTokenHint(parameters, idTokenHint) {
  parameters.set(ID_TOKEN_HINT, idTokenHint);
}
function addDomainHint(parameters, domainHint) {
  parameters.set(DOMAIN_HINT, domainHint);
}
function addLoginHint(parameters, loginHint) {
  parameters.set(LOGIN_HINT, loginHint);
}
function addCcsUpn(parameters, loginHint) {
  parameters.set(HeaderNames.CCS_HEADER, `UPN:${loginHint}`);
}
function addCcsOid(parameters, clientInfo) {
  parameters.set(HeaderNames.CCS_HEADER, `Oid:${clientInfo.uid}@${clientInfo.utid}`);
}
function addSid(parameters, sid) {
  parameters.set("sid", sid);
}
function addClaims(parameters, correlationId, claims, clientCapabilities, skipBrokerClaims, claimsToMerge) {
  let configClaims = skipBrokerClaims && parameters.has(BROKER_CLIENT_ID) ? void 0 : clientCapabilities, mergedClaims = buildMergedClaims(claims, configClaims, correlationId, claimsToMerge);
  parameters.set(CLAIMS, mergedClaims);
}
function addCorrelationId(parameters, correlationId) {
  parameters.set(CLIENT_REQUEST_ID, correlationId);
}
function addLibraryInfo(parameters, libraryInfo) {
  parameters.set(X_CLIENT_SKU, libraryInfo.sku), parameters.set(X_CLIENT_VER, libraryInfo.version), libraryInfo.os && parameters.set(X_CLIENT_OS, libraryInfo.os), libraryInfo.cpu && parameters.set(X_CLIENT_CPU, libraryInfo.cpu);
}
function addApplicationTelemetry(parameters, appTelemetry) {
  appTelemetry?.appName && parameters.set(X_APP_NAME, appTelemetry.appName), appTelemetry?.appVersion && parameters.set(X_APP_VER, appTelemetry.appVersion);
}
function addPrompt(parameters, prompt) {
  parameters.set(PROMPT, prompt);
}
function addState(parameters, state3) {
  state3 && parameters.set(STATE, state3);
}
function addNonce(parameters, nonce) {
  parameters.set(NONCE, nonce);
}
function addCodeChallengeParams(parameters, codeChallenge, codeChallengeMethod) {
  if (codeChallenge && codeChallengeMethod)
    parameters.set(CODE_CHALLENGE, codeChallenge), parameters.set(CODE_CHALLENGE_METHOD, codeChallengeMethod);
  else
    throw createClientConfigurationError(pkceParamsMissing, "");
}
function addAuthorizationCode(parameters, code) {
  parameters.set(CODE, code);
}
function addDeviceCode(parameters, code) {
  parameters.set(DEVICE_CODE, code);
}
function addRefreshToken(parameters, refreshToken) {
  parameters.set(REFRESH_TOKEN, refreshToken);
}
function addCodeVerifier(parameters, codeVerifier) {
  parameters.set(CODE_VERIFIER, codeVerifier);
}
function addClientSecret(parameters, clientSecret) {
  parameters.set(CLIENT_SECRET, clientSecret);
}
function addClientAssertion(parameters, clientAssertion) {
  clientAssertion && parameters.set(CLIENT_ASSERTION, clientAssertion);
}
function addClientAssertionType(parameters, clientAssertionType) {
  clientAssertionType && parameters.set(CLIENT_ASSERTION_TYPE, clientAssertionType);
}
function addOboAssertion(parameters, oboAssertion) {
  parameters.set(OBO_ASSERTION, oboAssertion);
}
function addRequestTokenUse(parameters, tokenUse) {
  parameters.set(REQUESTED_TOKEN_USE, tokenUse);
}
function addGrantType(parameters, grantType) {
  parameters.set(GRANT_TYPE, grantType);
}
function addClientInfo(parameters) {
  parameters.set(CLIENT_INFO2, "1");
}
function addCliData(parameters) {
  parameters.set(CLI_DATA, "1");
}
function addInstanceAware(parameters) {
  parameters.has(INSTANCE_AWARE) || parameters.set(INSTANCE_AWARE, "true");
}
function addPopupOriginCheckDone(parameters) {
  parameters.has(POPUP_ORIGIN_CHECK_DONE) || parameters.set(POPUP_ORIGIN_CHECK_DONE, "1");
}
function addExtraParameters(parameters, extraParams) {
  Object.entries(extraParams).forEach(([key, value]) => {
    !parameters.has(key) && value && parameters.set(key, value);
  });
}
var DEFAULT_ID_TOKEN_CLAIMS = {
  [ClaimsRequestKeys.SIGNIN_STATE]: { essential: !1 },
  [ClaimsRequestKeys.LOGIN_HINT]: { essential: !1 },
  [ClaimsRequestKeys.TENANT_REGION_SUB_SCOPE]: {
    essential: !1
  }
};
function parseClaims(claims, correlationId = "") {
  let parsed;
  try {
    parsed = JSON.parse(claims);
  } catch {
    throw createClientConfigurationError(invalidClaims, correlationId);
  }
  if (!isPlainObject(parsed))
    throw createClientConfigurationError(invalidClaims, correlationId);
  return parsed;
}
function isPlainObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function deepMergeClaims(baseClaims, claimsToMerge) {
  let merged = { ...baseClaims };
  for (let [key, mergeInValue] of Object.entries(claimsToMerge)) {
    let baseValue = merged[key];
    isPlainObject(baseValue) && isPlainObject(mergeInValue) ? merged[key] = deepMergeClaims(baseValue, mergeInValue) : merged[key] = mergeInValue;
  }
  return merged;
}
function buildMergedClaims(claims, clientCapabilities, correlationId = "", claimsToMerge) {
  let mergedClaims = claims ? parseClaims(claims, correlationId) : {};
  claimsToMerge?.trim() && (mergedClaims = deepMergeClaims(mergedClaims, parseClaims(claimsToMerge, correlationId))), Object.prototype.hasOwnProperty.call(mergedClaims, ClaimsRequestKeys.ID_TOKEN) || (mergedClaims[ClaimsRequestKeys.ID_TOKEN] = {});
  let idTokenClaims = mergedClaims[ClaimsRequestKeys.ID_TOKEN];
  for (let [key, value] of Object.entries(DEFAULT_ID_TOKEN_CLAIMS))
    key in idTokenClaims || (idTokenClaims[key] = value);
  return clientCapabilities && clientCapabilities.length > 0 && (Object.prototype.hasOwnProperty.call(mergedClaims, ClaimsRequestKeys.ACCESS_TOKEN) || (mergedClaims[ClaimsRequestKeys.ACCESS_TOKEN] = {}), mergedClaims[ClaimsRequestKeys.ACCESS_TOKEN][ClaimsRequestKeys.XMS_CC] = {
    values: clientCapabilities
  }), JSON.stringify(mergedClaims);
}
function addUsername(parameters, username) {
  parameters.set(PasswordGrantConstants.username, username);
}
function addPassword(parameters, password) {
  parameters.set(PasswordGrantConstants.password, password);
}
function addPopToken(parameters, cnfString) {
  cnfString && (parameters.set(TOKEN_TYPE, AuthenticationScheme.POP), parameters.set(REQ_CNF, cnfString));
}
function addSshJwk(parameters, sshJwkString) {
  sshJwkString && (parameters.set(TOKEN_TYPE, AuthenticationScheme.SSH), parameters.set(REQ_CNF, sshJwkString));
}
function addServerTelemetry(parameters, serverTelemetryManager) {
  parameters.set(X_CLIENT_CURR_TELEM, serverTelemetryManager.generateCurrentRequestHeaderValue()), parameters.set(X_CLIENT_LAST_TELEM, serverTelemetryManager.generateLastRequestHeaderValue());
}
function addThrottling(parameters) {
  parameters.set(X_MS_LIB_CAPABILITY, X_MS_LIB_CAPABILITY_VALUE);
}
function addLogoutHint(parameters, logoutHint) {
  parameters.set(LOGOUT_HINT, logoutHint);
}
function addBrokerParameters(parameters, brokerClientId, brokerRedirectUri) {
  parameters.has(BROKER_CLIENT_ID) || parameters.set(BROKER_CLIENT_ID, brokerClientId), parameters.has(BROKER_REDIRECT_URI) || parameters.set(BROKER_REDIRECT_URI, brokerRedirectUri);
}
function addEARParameters(parameters, jwk, jweCrypto) {
  parameters.set(EAR_JWK, encodeURIComponent(jwk)), parameters.set(EAR_JWE_CRYPTO, jweCrypto ?? "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0");
}
function addResource(parameters, resource) {
  resource && parameters.set(RESOURCE, resource);
}
function addAttributeTokens(parameters, attributeTokens) {
  let serialized = serializeAttributeTokens(attributeTokens);
  serialized ? parameters.set(ATTRIBUTE_TOKENS, serialized) : parameters.delete(ATTRIBUTE_TOKENS);
}

// node_modules/@azure/msal-common/dist/utils/UrlUtils.mjs
var UrlUtils_exports = {};
__export(UrlUtils_exports, {
  getDeserializedResponse: () => getDeserializedResponse,
  mapToQueryString: () => mapToQueryString,
  normalizeUrlForComparison: () => normalizeUrlForComparison,
  stripLeadingHashOrQuery: () => stripLeadingHashOrQuery,
  validateUrl: () => validateUrl
});
function stripLeadingHashOrQuery(responseString) {
  return responseString.startsWith("#/") ? responseString.substring(2) : responseString.startsWith("#") || responseString.startsWith("?") ? responseString.substring(1) : responseString;
}
function getDeserializedResponse(responseString) {
  if (!responseString || responseString.indexOf("=") < 0)
    return null;
  try {
    let normalizedResponse = stripLeadingHashOrQuery(responseString);
    if (!/^[^=&?#/]+(?:=|&|$)/.test(normalizedResponse))
      return null;
    let deserializedHash = Object.fromEntries(new URLSearchParams(normalizedResponse));
    if (deserializedHash.code || deserializedHash.ear_jwe || deserializedHash.error || deserializedHash.error_description || deserializedHash.state)
      return deserializedHash;
  } catch {
    throw createClientAuthError(hashNotDeserialized, "");
  }
  return null;
}
function mapToQueryString(parameters) {
  let queryParameterArray = new Array();
  return parameters.forEach((value, key) => {
    queryParameterArray.push(`${key}=${encodeURIComponent(value)}`);
  }), queryParameterArray.join("&");
}
function normalizeUrlForComparison(url, logger28, correlationId) {
  if (!url)
    return url;
  let urlWithoutHash = url.split("#")[0];
  if (!urlWithoutHash)
    return urlWithoutHash;
  try {
    let urlObj = new URL(urlWithoutHash);
    urlObj.search || (urlObj.search = "");
    let pathname;
    try {
      pathname = decodeURIComponent(urlObj.pathname);
    } catch {
      pathname = urlObj.pathname;
    }
    return pathname.endsWith("/") || (pathname += "/"), urlObj.pathname = pathname, urlObj.href;
  } catch (e) {
    throw logger28?.error(`Failed to normalize URL for comparison: '${e}'`, correlationId || ""), createClientConfigurationError(urlParseError, correlationId || "");
  }
}
function validateUrl(url, logger28, correlationId) {
  try {
    new URL(url);
  } catch (e) {
    throw logger28?.error(`Failed to validate URL: '${e}'`, correlationId || ""), createClientConfigurationError(urlParseError, correlationId || "");
  }
}

// node_modules/@azure/msal-common/dist/crypto/ICrypto.mjs
var JsonWebTokenAlgorithms = {
  ES256: "ES256",
  RS256: "RS256"
}, DEFAULT_CRYPTO_IMPLEMENTATION = {
  createNewGuid: () => {
    throw createClientAuthError(methodNotImplemented, "");
  },
  base64Decode: () => {
    throw createClientAuthError(methodNotImplemented, "");
  },
  base64Encode: () => {
    throw createClientAuthError(methodNotImplemented, "");
  },
  base64UrlEncode: () => {
    throw createClientAuthError(methodNotImplemented, "");
  },
  encodeKid: () => {
    throw createClientAuthError(methodNotImplemented, "");
  },
  async removeTokenBindingKey(kid, correlationId) {
    throw createClientAuthError(methodNotImplemented, correlationId);
  },
  async clearKeystore(correlationId) {
    throw createClientAuthError(methodNotImplemented, correlationId);
  },
  async signTokenBindingJwt(header, payload, kid, correlationId) {
    throw createClientAuthError(methodNotImplemented, correlationId);
  },
  async hashString() {
    throw createClientAuthError(methodNotImplemented, "");
  }
};

// node_modules/@azure/msal-common/dist/crypto/ITokenBindingKeyManager.mjs
var DEFAULT_TOKEN_BINDING_KEY_MANAGER = {
  async provisionTokenBindingKey(request) {
    throw createClientAuthError(methodNotImplemented, request.correlationId);
  },
  async removeTokenBindingKey(_kid, correlationId) {
    throw createClientAuthError(methodNotImplemented, correlationId);
  },
  async getTokenBindingPublicKeyJwk(_kid, correlationId) {
    throw createClientAuthError(methodNotImplemented, correlationId);
  }
};

// node_modules/@azure/msal-common/dist/logger/Logger.mjs
var LogLevel;
(function(LogLevel2) {
  LogLevel2[LogLevel2.Error = 0] = "Error", LogLevel2[LogLevel2.Warning = 1] = "Warning", LogLevel2[LogLevel2.Info = 2] = "Info", LogLevel2[LogLevel2.Verbose = 3] = "Verbose", LogLevel2[LogLevel2.Trace = 4] = "Trace";
})(LogLevel || (LogLevel = {}));
var CACHE_CAPACITY = 50, MAX_LOGS_PER_CORRELATION = 500, correlationCache = /* @__PURE__ */ new Map();
function markAsRecentlyUsed(correlationId, data) {
  correlationCache.delete(correlationId), correlationCache.set(correlationId, data);
}
function addLogToCache(correlationId, loggedMessage) {
  let currentTime = Date.now(), data = correlationCache.get(correlationId);
  if (data)
    markAsRecentlyUsed(correlationId, data);
  else if (data = { logs: [], firstEventTime: currentTime }, correlationCache.set(correlationId, data), correlationCache.size > CACHE_CAPACITY) {
    let firstKey = correlationCache.keys().next().value;
    firstKey !== void 0 && correlationCache.delete(firstKey);
  }
  data.logs.push({
    ...loggedMessage,
    milliseconds: currentTime - data.firstEventTime
  }), data.logs.length > MAX_LOGS_PER_CORRELATION && data.logs.shift();
}
function getMessageHash(str) {
  if (str.length < 6 || str.length > 6 && str[6] !== " ")
    return null;
  for (let i = 0; i < 6; i++) {
    let char = str[i];
    if (!(char >= "a" && char <= "z" || char >= "A" && char <= "Z" || char >= "0" && char <= "9"))
      return null;
  }
  return str.substring(0, 6);
}
var Logger = class _Logger {
  constructor(loggerOptions, packageName, packageVersion) {
    this.level = LogLevel.Info;
    let defaultLoggerCallback2 = () => {
    }, setLoggerOptions = loggerOptions || _Logger.createDefaultLoggerOptions();
    this.localCallback = setLoggerOptions.loggerCallback || defaultLoggerCallback2, this.piiLoggingEnabled = setLoggerOptions.piiLoggingEnabled || !1, this.level = typeof setLoggerOptions.logLevel == "number" ? setLoggerOptions.logLevel : LogLevel.Info, this.packageName = packageName || "", this.packageVersion = packageVersion || "";
  }
  static createDefaultLoggerOptions() {
    return {
      loggerCallback: () => {
      },
      piiLoggingEnabled: !1,
      logLevel: LogLevel.Info
    };
  }
  clone(packageName, packageVersion) {
    return new _Logger({
      loggerCallback: this.localCallback,
      piiLoggingEnabled: this.piiLoggingEnabled,
      logLevel: this.level
    }, packageName, packageVersion);
  }
  logMessage(logMessage, options) {
    let correlationId = options.correlationId, messageHash = getMessageHash(logMessage);
    if (messageHash) {
      let loggedMessage = {
        hash: messageHash,
        level: options.logLevel,
        containsPii: options.containsPii || !1,
        milliseconds: 0
        // Will be calculated in addLogToCache
      };
      addLogToCache(correlationId, loggedMessage);
    }
    if (options.logLevel > this.level || !this.piiLoggingEnabled && options.containsPii)
      return;
    let log2 = `${`[${(/* @__PURE__ */ new Date()).toUTCString()}] : [${correlationId}]`} : ${this.packageName}@${this.packageVersion} : ${LogLevel[options.logLevel]} - ${logMessage}`;
    this.executeCallback(options.logLevel, log2, options.containsPii || !1);
  }
  executeCallback(level, message, containsPii) {
    this.localCallback && this.localCallback(level, message, containsPii);
  }
  error(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Error,
      containsPii: !1,
      correlationId
    });
  }
  errorPii(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Error,
      containsPii: !0,
      correlationId
    });
  }
  warning(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Warning,
      containsPii: !1,
      correlationId
    });
  }
  warningPii(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Warning,
      containsPii: !0,
      correlationId
    });
  }
  info(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Info,
      containsPii: !1,
      correlationId
    });
  }
  infoPii(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Info,
      containsPii: !0,
      correlationId
    });
  }
  verbose(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Verbose,
      containsPii: !1,
      correlationId
    });
  }
  verbosePii(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Verbose,
      containsPii: !0,
      correlationId
    });
  }
  trace(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Trace,
      containsPii: !1,
      correlationId
    });
  }
  tracePii(message, correlationId) {
    this.logMessage(message, {
      logLevel: LogLevel.Trace,
      containsPii: !0,
      correlationId
    });
  }
  isPiiLoggingEnabled() {
    return this.piiLoggingEnabled || !1;
  }
};

// node_modules/@azure/msal-common/dist/packageMetadata.mjs
var name = "@azure/msal-common", version = "16.17.0";

// node_modules/@azure/msal-common/dist/error/CacheErrorCodes.mjs
var cacheQuotaExceeded = "cache_quota_exceeded", cacheErrorUnknown = "cache_error_unknown";

// node_modules/@azure/msal-common/dist/error/CacheError.mjs
var CacheError = class _CacheError extends Error {
  constructor(errorCode, errorMessage) {
    let message = errorMessage || getDefaultErrorMessage(errorCode);
    super(message), Object.setPrototypeOf(this, _CacheError.prototype), this.name = "CacheError", this.errorCode = errorCode, this.errorMessage = message;
  }
};
function createCacheError(e) {
  return e instanceof Error ? e.name === "QuotaExceededError" || e.name === "NS_ERROR_DOM_QUOTA_REACHED" || e.message.includes("exceeded the quota") ? new CacheError(cacheQuotaExceeded) : new CacheError(e.name, e.message) : new CacheError(cacheErrorUnknown);
}

// node_modules/@azure/msal-common/dist/cache/CacheManager.mjs
var CacheManager = class {
  constructor(clientId, cryptoImpl, logger28, performanceClient, staticAuthorityOptions, tokenBindingKeyManager) {
    this.clientId = clientId, this.cryptoImpl = cryptoImpl, this.tokenBindingKeyManager = tokenBindingKeyManager, this.commonLogger = logger28.clone(name, version), this.staticAuthorityOptions = staticAuthorityOptions, this.performanceClient = performanceClient;
  }
  getAllAccounts(accountFilter = {}, correlationId) {
    return this.buildTenantProfiles(this.getAccountsFilteredBy(accountFilter, correlationId), correlationId, accountFilter);
  }
  getAccountInfoFilteredBy(accountFilter, correlationId) {
    if (Object.keys(accountFilter).length === 0 || Object.values(accountFilter).every((value) => value == null || value === ""))
      return this.commonLogger.warning("getAccountInfoFilteredBy: Account filter is empty or invalid, returning null", correlationId), null;
    let allAccounts = this.getAllAccounts(accountFilter, correlationId);
    return allAccounts.length > 1 ? allAccounts.sort((a, b) => {
      let aHasClaims = a.idTokenClaims ? 1 : 0;
      return (b.idTokenClaims ? 1 : 0) - aHasClaims;
    })[0] : allAccounts.length === 1 ? allAccounts[0] : null;
  }
  getBaseAccountInfo(accountFilter, correlationId) {
    let accountEntities = this.getAccountsFilteredBy(accountFilter, correlationId);
    return accountEntities.length > 0 ? getAccountInfo(accountEntities[0]) : null;
  }
  buildTenantProfiles(cachedAccounts, correlationId, accountFilter) {
    return cachedAccounts.flatMap((accountEntity) => this.getTenantProfilesFromAccountEntity(accountEntity, correlationId, accountFilter?.tenantId, accountFilter));
  }
  getTenantedAccountInfoByFilter(accountInfo, tokenKeys, tenantProfile, correlationId, tenantProfileFilter) {
    let tenantedAccountInfo = null, idTokenClaims;
    if (tenantProfileFilter && !this.tenantProfileMatchesFilter(tenantProfile, tenantProfileFilter))
      return null;
    let idToken = this.getIdToken(accountInfo, correlationId, tokenKeys, tenantProfile.tenantId);
    return idToken && (idTokenClaims = extractTokenClaims(idToken.secret, this.cryptoImpl.base64Decode, correlationId), !this.idTokenClaimsMatchTenantProfileFilter(idTokenClaims, tenantProfileFilter)) ? null : (tenantedAccountInfo = updateAccountTenantProfileData(accountInfo, tenantProfile, idTokenClaims, idToken?.secret), tenantedAccountInfo);
  }
  getTenantProfilesFromAccountEntity(accountEntity, correlationId, targetTenantId, tenantProfileFilter) {
    let accountInfo = getAccountInfo(accountEntity), searchTenantProfiles = accountInfo.tenantProfiles || /* @__PURE__ */ new Map(), tokenKeys = this.getTokenKeys();
    if (targetTenantId) {
      let tenantProfile = searchTenantProfiles.get(targetTenantId);
      if (tenantProfile)
        searchTenantProfiles = /* @__PURE__ */ new Map([
          [targetTenantId, tenantProfile]
        ]);
      else
        return [];
    }
    let matchingTenantProfiles = [];
    return searchTenantProfiles.forEach((tenantProfile) => {
      let tenantedAccountInfo = this.getTenantedAccountInfoByFilter(accountInfo, tokenKeys, tenantProfile, correlationId, tenantProfileFilter);
      tenantedAccountInfo && matchingTenantProfiles.push(tenantedAccountInfo);
    }), matchingTenantProfiles;
  }
  tenantProfileMatchesFilter(tenantProfile, tenantProfileFilter) {
    return !(tenantProfileFilter.localAccountId && !this.matchLocalAccountIdFromTenantProfile(tenantProfile, tenantProfileFilter.localAccountId) || tenantProfileFilter.name && tenantProfile.name !== tenantProfileFilter.name || tenantProfileFilter.isHomeTenant !== void 0 && tenantProfile.isHomeTenant !== tenantProfileFilter.isHomeTenant || tenantProfileFilter.username && !this.matchUsername(tenantProfile.username, tenantProfileFilter.username) && !this.matchUsername(tenantProfile.upn, tenantProfileFilter.username) || tenantProfileFilter.loginHint && !this.matchLoginHintWithTenantProfile(tenantProfile, tenantProfileFilter.loginHint) || tenantProfileFilter.upn && tenantProfile.upn !== tenantProfileFilter.upn || tenantProfileFilter.nativeAccountId && tenantProfile.nativeAccountId !== tenantProfileFilter.nativeAccountId);
  }
  idTokenClaimsMatchTenantProfileFilter(idTokenClaims, tenantProfileFilter) {
    return !(tenantProfileFilter && (tenantProfileFilter.localAccountId && !this.matchLocalAccountIdFromTokenClaims(idTokenClaims, tenantProfileFilter.localAccountId) || tenantProfileFilter.loginHint && !this.matchLoginHintFromTokenClaims(idTokenClaims, tenantProfileFilter.loginHint) || tenantProfileFilter.username && !this.matchUsername(idTokenClaims.preferred_username, tenantProfileFilter.username) && !this.matchUsername(idTokenClaims.upn, tenantProfileFilter.username) || tenantProfileFilter.name && !this.matchName(idTokenClaims, tenantProfileFilter.name) || tenantProfileFilter.sid && !this.matchSid(idTokenClaims, tenantProfileFilter.sid)));
  }
  async saveCacheRecord(cacheRecord, correlationId, kmsi, apiId, storeInCache) {
    if (!cacheRecord)
      throw createClientAuthError(invalidCacheRecord, correlationId);
    try {
      cacheRecord.account && await this.setAccount(cacheRecord.account, correlationId, kmsi, apiId), cacheRecord.idToken && storeInCache?.idToken !== !1 && await this.setIdTokenCredential(cacheRecord.idToken, correlationId, kmsi), cacheRecord.accessToken && storeInCache?.accessToken !== !1 && await this.saveAccessToken(cacheRecord.accessToken, correlationId, kmsi), cacheRecord.refreshToken && storeInCache?.refreshToken !== !1 && await this.setRefreshTokenCredential(cacheRecord.refreshToken, correlationId, kmsi), cacheRecord.appMetadata && this.setAppMetadata(cacheRecord.appMetadata, correlationId);
    } catch (e) {
      throw this.commonLogger?.error("CacheManager.saveCacheRecord: failed", correlationId), e instanceof AuthError ? e : createCacheError(e);
    }
  }
  async saveAccessToken(credential, correlationId, kmsi) {
    let additionalCacheKeyHash;
    credential.additionalCacheKeyComponents && Object.keys(credential.additionalCacheKeyComponents).length > 0 && (additionalCacheKeyHash = await this.cryptoImpl.hashString(JSON.stringify(credential.additionalCacheKeyComponents)));
    let accessTokenFilter = {
      clientId: credential.clientId,
      credentialType: credential.credentialType,
      environment: credential.environment,
      homeAccountId: credential.homeAccountId,
      realm: credential.realm,
      tokenType: credential.tokenType
    }, tokenKeys = this.getTokenKeys(), currentScopes = ScopeSet.fromString(credential.target, correlationId), accessTokenKeysToRemove = [];
    tokenKeys.accessToken.forEach((key) => {
      if (!this.accessTokenKeyMatchesFilter(key, accessTokenFilter, !1))
        return;
      let tokenEntity = this.getAccessTokenCredential(key, correlationId);
      tokenEntity && this.credentialMatchesFilter(tokenEntity, accessTokenFilter, correlationId) && ScopeSet.fromString(tokenEntity.target, correlationId).intersectingScopeSets(currentScopes) && accessTokenKeysToRemove.push(key);
    });
    for (let key of accessTokenKeysToRemove)
      await this.removeAccessTokenAndTokenBindingKey(key, correlationId, credential.keyId);
    await this.setAccessTokenCredential(credential, correlationId, kmsi, additionalCacheKeyHash);
  }
  getAccountsFilteredBy(accountFilter, correlationId) {
    let allAccountKeys = this.getAccountKeys(), matchingAccounts = [];
    return allAccountKeys.forEach((cacheKey) => {
      let entity = this.getAccount(cacheKey, correlationId);
      if (!entity || accountFilter.homeAccountId && !this.matchHomeAccountId(entity, accountFilter.homeAccountId) || accountFilter.environment && !this.matchEnvironment(entity, accountFilter.environment, correlationId) || accountFilter.realm && !this.matchRealm(entity, accountFilter.realm) || accountFilter.authorityType && !this.matchAuthorityType(entity, accountFilter.authorityType))
        return;
      let tenantProfileFilter = {
        localAccountId: accountFilter?.localAccountId,
        name: accountFilter?.name,
        username: accountFilter?.username,
        loginHint: accountFilter?.loginHint,
        upn: accountFilter?.upn,
        nativeAccountId: accountFilter?.nativeAccountId
      }, matchingTenantProfiles = entity.tenantProfiles?.filter((tenantProfile) => this.tenantProfileMatchesFilter(tenantProfile, tenantProfileFilter));
      matchingTenantProfiles && matchingTenantProfiles.length === 0 || matchingAccounts.push(entity);
    }), matchingAccounts;
  }
  credentialMatchesFilter(entity, filter, correlationId) {
    if (filter.clientId && !this.matchClientId(entity, filter.clientId) || filter.userAssertionHash && !this.matchUserAssertionHash(entity, filter.userAssertionHash) || typeof filter.homeAccountId == "string" && !this.matchHomeAccountId(entity, filter.homeAccountId) || filter.environment && !this.matchEnvironment(entity, filter.environment, correlationId) || filter.realm && !this.matchRealm(entity, filter.realm) || filter.credentialType && !this.matchCredentialType(entity, filter.credentialType) || filter.familyId && !this.matchFamilyId(entity, filter.familyId) || filter.target && !this.matchTarget(entity, filter.target, correlationId) || entity.credentialType === CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME && !this.matchAccessTokenWithAuthScheme(entity, filter))
      return !1;
    let entityComponents = entity.additionalCacheKeyComponents, filterComponents = filter.additionalCacheKeyComponents, entityHasComponents = !!entityComponents && Object.keys(entityComponents).length > 0, filterHasComponents = !!filterComponents && Object.keys(filterComponents).length > 0;
    if (entityHasComponents !== filterHasComponents)
      return !1;
    if (entityHasComponents && filterHasComponents) {
      let entityKeys = Object.keys(entityComponents).sort(), filterKeys = Object.keys(filterComponents).sort();
      if (entityKeys.length !== filterKeys.length)
        return !1;
      for (let i = 0; i < entityKeys.length; i++)
        if (entityKeys[i] !== filterKeys[i] || entityComponents[entityKeys[i]] !== filterComponents[filterKeys[i]])
          return !1;
    }
    return !0;
  }
  getAppMetadataFilteredBy(filter, correlationId) {
    let allCacheKeys = this.getKeys(), matchingAppMetadata = {};
    return allCacheKeys.forEach((cacheKey) => {
      if (!this.isAppMetadata(cacheKey))
        return;
      let entity = this.getAppMetadata(cacheKey, correlationId);
      entity && (filter.environment && !this.matchEnvironment(entity, filter.environment, correlationId) || filter.clientId && !this.matchClientId(entity, filter.clientId) || (matchingAppMetadata[cacheKey] = entity));
    }), matchingAppMetadata;
  }
  getAuthorityMetadataByAlias(host, correlationId) {
    let allCacheKeys = this.getAuthorityMetadataKeys(), matchedEntity = null;
    return allCacheKeys.forEach((cacheKey) => {
      if (!this.isAuthorityMetadata(cacheKey) || cacheKey.indexOf(this.clientId) === -1)
        return;
      let entity = this.getAuthorityMetadata(cacheKey, correlationId);
      entity && entity.aliases.indexOf(host) !== -1 && (matchedEntity = entity);
    }), matchedEntity;
  }
  removeAllAccounts(correlationId) {
    this.getAllAccounts({}, correlationId).forEach((account) => {
      this.removeAccount(account, correlationId);
    });
  }
  removeAccount(account, correlationId) {
    let accountKeys = this.getAccountKeys(), keyFilter = (key) => key.includes(account.homeAccountId) && key.includes(account.environment);
    this.getTokenKeys().idToken.filter(keyFilter).forEach((key) => {
      this.removeIdToken(key, correlationId);
    }), this.removeAccountContext(account, correlationId), accountKeys.filter(keyFilter).forEach((key) => {
      this.removeItem(key, correlationId), this.performanceClient.incrementFields({ accountsRemoved: 1 }, correlationId);
    });
  }
  removeAccountContext(account, correlationId) {
    let allTokenKeys = this.getTokenKeys(), keyFilter = (key) => key.includes(account.homeAccountId) && key.includes(account.environment);
    allTokenKeys.accessToken.filter(keyFilter).forEach((key) => {
      this.removeAccessToken(key, correlationId);
    }), allTokenKeys.refreshToken.filter(keyFilter).forEach((key) => {
      this.removeRefreshToken(key, correlationId);
    });
  }
  removeAccessToken(key, correlationId) {
    let credential = this.removeAccessTokenCredential(key, correlationId);
    credential && this.removeTokenBindingKeyForCredential(credential, correlationId);
  }
  async removeAccessTokenAndTokenBindingKey(key, correlationId, preservedKeyId) {
    let credential = this.removeAccessTokenCredential(key, correlationId);
    credential && await this.removeTokenBindingKeyForCredential(credential, correlationId, preservedKeyId);
  }
  removeAccessTokenCredential(key, correlationId) {
    let credential = this.getAccessTokenCredential(key, correlationId);
    return credential ? (this.removeItem(key, correlationId), this.performanceClient.incrementFields({ accessTokensRemoved: 1 }, correlationId), credential) : null;
  }
  async removeTokenBindingKeyForCredential(credential, correlationId, preservedKeyId) {
    if (credential.credentialType.toLowerCase() === CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME.toLowerCase())
      switch (credential.tokenType?.toLowerCase()) {
        case AuthenticationScheme.POP:
        case AuthenticationScheme.DPOP.toLowerCase(): {
          let kid = credential.keyId;
          if (kid && kid !== preservedKeyId && !this.isTokenBindingKeyReferenced(kid, correlationId))
            try {
              await this.tokenBindingKeyManager.removeTokenBindingKey(kid, correlationId);
            } catch {
              this.commonLogger.error("Failed to remove token binding key", correlationId), this.performanceClient?.incrementFields({ removeTokenBindingKeyFailure: 1 }, correlationId);
            }
          break;
        }
      }
  }
  isTokenBindingKeyReferenced(keyId, correlationId) {
    return this.getTokenKeys().accessToken.some((accessTokenKey) => this.getAccessTokenCredential(accessTokenKey, correlationId)?.keyId === keyId);
  }
  removeAppMetadata(correlationId) {
    return this.getKeys().forEach((cacheKey) => {
      this.isAppMetadata(cacheKey) && this.removeItem(cacheKey, correlationId);
    }), !0;
  }
  getIdToken(account, correlationId, tokenKeys, targetRealm) {
    this.commonLogger.trace("CacheManager - getIdToken called", correlationId);
    let idTokenFilter = {
      homeAccountId: account.homeAccountId,
      environment: account.environment,
      credentialType: CredentialType.ID_TOKEN,
      clientId: this.clientId,
      realm: targetRealm
    }, idTokenMap = this.getIdTokensByFilter(idTokenFilter, correlationId, tokenKeys), numIdTokens = idTokenMap.size;
    if (numIdTokens < 1)
      return this.commonLogger.info("CacheManager:getIdToken - No token found", correlationId), null;
    if (numIdTokens > 1) {
      let tokensToBeRemoved = idTokenMap;
      if (!targetRealm) {
        let homeIdTokenMap = /* @__PURE__ */ new Map();
        idTokenMap.forEach((idToken, key) => {
          idToken.realm === account.tenantId && homeIdTokenMap.set(key, idToken);
        });
        let numHomeIdTokens = homeIdTokenMap.size;
        if (numHomeIdTokens < 1)
          return this.commonLogger.info("CacheManager:getIdToken - Multiple ID tokens found for account but none match account entity tenant id, returning first result", correlationId), idTokenMap.values().next().value ?? null;
        if (numHomeIdTokens === 1)
          return this.commonLogger.info("CacheManager:getIdToken - Multiple ID tokens found for account, defaulting to home tenant profile", correlationId), homeIdTokenMap.values().next().value ?? null;
        tokensToBeRemoved = homeIdTokenMap;
      }
      return this.commonLogger.info("CacheManager:getIdToken - Multiple matching ID tokens found, clearing them", correlationId), tokensToBeRemoved.forEach((idToken, key) => {
        this.removeIdToken(key, correlationId);
      }), this.performanceClient.addFields({ multiMatchedID: idTokenMap.size }, correlationId), null;
    }
    return this.commonLogger.info("CacheManager:getIdToken - Returning ID token", correlationId), idTokenMap.values().next().value ?? null;
  }
  getIdTokensByFilter(filter, correlationId, tokenKeys) {
    let idTokenKeys = tokenKeys && tokenKeys.idToken || this.getTokenKeys().idToken, idTokens = /* @__PURE__ */ new Map();
    return idTokenKeys.forEach((key) => {
      if (!this.idTokenKeyMatchesFilter(key, {
        clientId: this.clientId,
        ...filter
      }))
        return;
      let idToken = this.getIdTokenCredential(key, correlationId);
      idToken && this.credentialMatchesFilter(idToken, filter, correlationId) && idTokens.set(key, idToken);
    }), idTokens;
  }
  idTokenKeyMatchesFilter(inputKey, filter) {
    let key = inputKey.toLowerCase();
    return !(filter.clientId && key.indexOf(filter.clientId.toLowerCase()) === -1 || filter.homeAccountId && key.indexOf(filter.homeAccountId.toLowerCase()) === -1);
  }
  removeIdToken(key, correlationId) {
    this.removeItem(key, correlationId);
  }
  removeRefreshToken(key, correlationId) {
    this.removeItem(key, correlationId);
  }
  getAccessToken(account, request, tokenKeys, targetRealm) {
    let correlationId = request.correlationId;
    this.commonLogger.trace("CacheManager - getAccessToken called", correlationId);
    let scopes = ScopeSet.createSearchScopes(request.scopes, correlationId), authScheme = request.authenticationScheme || AuthenticationScheme.BEARER, normalizedAuthScheme = authScheme.toLowerCase(), credentialType = authScheme && authScheme.toLowerCase() !== AuthenticationScheme.BEARER.toLowerCase() ? CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME : CredentialType.ACCESS_TOKEN, attributeTokenPartition = serializeAttributeTokens(request.attributeTokens), additionalCacheKeyComponents = attributeTokenPartition ? {
      attribute_tokens: attributeTokenPartition
    } : void 0, accessTokenFilter = {
      homeAccountId: account.homeAccountId,
      environment: account.environment,
      credentialType,
      clientId: this.clientId,
      realm: targetRealm || account.tenantId,
      target: scopes,
      tokenType: authScheme,
      keyId: authScheme === AuthenticationScheme.SSH ? request.sshKid : normalizedAuthScheme === AuthenticationScheme.DPOP.toLowerCase() ? request.popKid || request.dpopJkt : void 0,
      additionalCacheKeyComponents
    }, accessTokenKeys = tokenKeys && tokenKeys.accessToken || this.getTokenKeys().accessToken, accessTokens = [], matchedKeys = [];
    return accessTokenKeys.forEach((key) => {
      if (this.accessTokenKeyMatchesFilter(key, accessTokenFilter, !0)) {
        let accessToken = this.getAccessTokenCredential(key, correlationId);
        accessToken && this.credentialMatchesFilter(accessToken, accessTokenFilter, correlationId) && (accessTokens.push(accessToken), matchedKeys.push(key));
      }
    }), accessTokens.length < 1 ? (this.commonLogger.info("CacheManager:getAccessToken - No token found", correlationId), null) : accessTokens.length > 1 ? (this.commonLogger.info("CacheManager:getAccessToken - Multiple access tokens found, clearing them", correlationId), matchedKeys.forEach((key) => {
      this.removeAccessToken(key, correlationId);
    }), this.performanceClient.addFields({ multiMatchedAT: accessTokens.length }, correlationId), null) : (this.commonLogger.info("CacheManager:getAccessToken - Returning access token", correlationId), accessTokens[0]);
  }
  accessTokenKeyMatchesFilter(inputKey, filter, keyMustContainAllScopes) {
    let key = inputKey.toLowerCase();
    if (filter.clientId && key.indexOf(filter.clientId.toLowerCase()) === -1 || filter.homeAccountId && key.indexOf(filter.homeAccountId.toLowerCase()) === -1 || filter.realm && key.indexOf(filter.realm.toLowerCase()) === -1)
      return !1;
    if (filter.target) {
      let scopes = filter.target.asArray();
      for (let i = 0; i < scopes.length; i++) {
        if (keyMustContainAllScopes && !key.includes(scopes[i].toLowerCase()))
          return !1;
        if (!keyMustContainAllScopes && key.includes(scopes[i].toLowerCase()))
          return !0;
      }
    }
    return !0;
  }
  getAccessTokensByFilter(filter, correlationId) {
    let tokenKeys = this.getTokenKeys(), accessTokens = [];
    return tokenKeys.accessToken.forEach((key) => {
      if (!this.accessTokenKeyMatchesFilter(key, filter, !0))
        return;
      let accessToken = this.getAccessTokenCredential(key, correlationId);
      accessToken && this.credentialMatchesFilter(accessToken, filter, correlationId) && accessTokens.push(accessToken);
    }), accessTokens;
  }
  getRefreshToken(account, familyRT, correlationId, tokenKeys) {
    this.commonLogger.trace("CacheManager - getRefreshToken called", correlationId);
    let id = familyRT ? THE_FAMILY_ID : void 0, refreshTokenFilter = {
      homeAccountId: account.homeAccountId,
      environment: account.environment,
      credentialType: CredentialType.REFRESH_TOKEN,
      clientId: this.clientId,
      familyId: id
    }, refreshTokenKeys = tokenKeys && tokenKeys.refreshToken || this.getTokenKeys().refreshToken, refreshTokens = [];
    refreshTokenKeys.forEach((key) => {
      if (this.refreshTokenKeyMatchesFilter(key, refreshTokenFilter)) {
        let refreshToken = this.getRefreshTokenCredential(key, correlationId);
        refreshToken && this.credentialMatchesFilter(refreshToken, refreshTokenFilter, correlationId) && refreshTokens.push(refreshToken);
      }
    });
    let numRefreshTokens = refreshTokens.length;
    return numRefreshTokens < 1 ? (this.commonLogger.info("CacheManager:getRefreshToken - No refresh token found.", correlationId), null) : (numRefreshTokens > 1 && this.performanceClient.addFields({ multiMatchedRT: numRefreshTokens }, correlationId), this.commonLogger.info("CacheManager:getRefreshToken - returning refresh token", correlationId), refreshTokens[0]);
  }
  refreshTokenKeyMatchesFilter(inputKey, filter) {
    let key = inputKey.toLowerCase();
    return !(filter.familyId && key.indexOf(filter.familyId.toLowerCase()) === -1 || !filter.familyId && filter.clientId && key.indexOf(filter.clientId.toLowerCase()) === -1 || filter.homeAccountId && key.indexOf(filter.homeAccountId.toLowerCase()) === -1);
  }
  readAppMetadataFromCache(environment, correlationId) {
    let appMetadataFilter = {
      environment,
      clientId: this.clientId
    }, appMetadata = this.getAppMetadataFilteredBy(appMetadataFilter, correlationId), appMetadataEntries = Object.keys(appMetadata).map((key) => appMetadata[key]), numAppMetadata = appMetadataEntries.length;
    if (numAppMetadata < 1)
      return null;
    if (numAppMetadata > 1)
      throw createClientAuthError(multipleMatchingAppMetadata, correlationId);
    return appMetadataEntries[0];
  }
  isAppMetadataFOCI(environment, correlationId) {
    let appMetadata = this.readAppMetadataFromCache(environment, correlationId);
    return !!(appMetadata && appMetadata.familyId === THE_FAMILY_ID);
  }
  matchHomeAccountId(entity, homeAccountId) {
    return typeof entity.homeAccountId == "string" && homeAccountId === entity.homeAccountId;
  }
  matchLocalAccountIdFromTokenClaims(tokenClaims, localAccountId) {
    let idTokenLocalAccountId = tokenClaims.oid || tokenClaims.sub;
    return localAccountId === idTokenLocalAccountId;
  }
  matchLocalAccountIdFromTenantProfile(tenantProfile, localAccountId) {
    return tenantProfile.localAccountId === localAccountId;
  }
  matchName(claims, name3) {
    return name3.toLowerCase() === claims.name?.toLowerCase();
  }
  matchUsername(cachedUsername, filterUsername) {
    return !!(cachedUsername && typeof cachedUsername == "string" && filterUsername?.toLowerCase() === cachedUsername.toLowerCase());
  }
  matchLoginHintWithTenantProfile(tenantProfile, loginHintFilter) {
    return tenantProfile.loginHint === loginHintFilter || tenantProfile.username === loginHintFilter || tenantProfile.upn === loginHintFilter;
  }
  matchUserAssertionHash(entity, userAssertionHash) {
    return !!(entity.userAssertionHash && userAssertionHash === entity.userAssertionHash);
  }
  matchEnvironment(entity, environment, correlationId) {
    if (this.staticAuthorityOptions) {
      let staticAliases = getAliasesFromStaticSources(this.staticAuthorityOptions, this.commonLogger, correlationId);
      if (staticAliases.includes(environment) && staticAliases.includes(entity.environment))
        return !0;
    }
    let cloudMetadata = this.getAuthorityMetadataByAlias(environment, correlationId);
    return !!(cloudMetadata && cloudMetadata.aliases.indexOf(entity.environment) > -1);
  }
  matchCredentialType(entity, credentialType) {
    return entity.credentialType && credentialType.toLowerCase() === entity.credentialType.toLowerCase();
  }
  matchClientId(entity, clientId) {
    return !!(entity.clientId && clientId === entity.clientId);
  }
  matchFamilyId(entity, familyId) {
    return !!(entity.familyId && familyId === entity.familyId);
  }
  matchRealm(entity, realm) {
    return entity.realm?.toLowerCase() === realm.toLowerCase();
  }
  matchLoginHintFromTokenClaims(tokenClaims, loginHint) {
    return !!(tokenClaims.login_hint === loginHint || tokenClaims.preferred_username === loginHint || tokenClaims.upn === loginHint || tokenClaims.emails && tokenClaims.emails.includes(loginHint));
  }
  matchSid(idTokenClaims, sid) {
    return idTokenClaims.sid === sid;
  }
  matchAuthorityType(entity, authorityType) {
    return !!(entity.authorityType && authorityType.toLowerCase() === entity.authorityType.toLowerCase());
  }
  matchTarget(entity, target, correlationId) {
    return entity.credentialType !== CredentialType.ACCESS_TOKEN && entity.credentialType !== CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME || !entity.target ? !1 : ScopeSet.fromString(entity.target, correlationId).containsScopeSet(target);
  }
  matchTokenType(entity, tokenType) {
    return !!(entity.tokenType && entity.tokenType.toLowerCase() === tokenType.toLowerCase());
  }
  matchAccessTokenWithAuthScheme(entity, filter) {
    let normalizedFilterTokenType = filter.tokenType?.toLowerCase();
    if (filter.tokenType && !this.matchTokenType(entity, filter.tokenType))
      return !1;
    switch (normalizedFilterTokenType) {
      case "dpop":
      case AuthenticationScheme.SSH:
        return this.matchKeyBoundAccessToken(entity, filter);
      default:
        return !0;
    }
  }
  matchKeyBoundAccessToken(entity, filter) {
    return filter.keyId ? this.matchKeyId(entity, filter.keyId) : !0;
  }
  matchKeyId(entity, keyId) {
    return !!(entity.keyId && entity.keyId === keyId);
  }
  isAppMetadata(key) {
    return key.indexOf(APP_METADATA) !== -1;
  }
  isAuthorityMetadata(key) {
    return key.indexOf(AUTHORITY_METADATA_CACHE_KEY) !== -1;
  }
  generateAuthorityMetadataCacheKey(authority) {
    return `${AUTHORITY_METADATA_CACHE_KEY}-${this.clientId}-${authority}`;
  }
  static toObject(obj, json) {
    for (let propertyName in json)
      obj[propertyName] = json[propertyName];
    return obj;
  }
}, DefaultStorageClass = class extends CacheManager {
  async setAccount() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getAccount() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  async setIdTokenCredential() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getIdTokenCredential() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  async setAccessTokenCredential() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getAccessTokenCredential() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  async setRefreshTokenCredential() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getRefreshTokenCredential() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  setAppMetadata() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getAppMetadata() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  setServerTelemetry() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getServerTelemetry() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  setAuthorityMetadata() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getAuthorityMetadata() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getAuthorityMetadataKeys() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  setThrottlingCache() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getThrottlingCache() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  removeItem() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getKeys() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getAccountKeys() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  getTokenKeys() {
    throw createClientAuthError(methodNotImplemented, "");
  }
  /* eslint-disable @typescript-eslint/no-unused-vars */
  generateCredentialKey(_credential, _hash) {
    throw createClientAuthError(methodNotImplemented, "");
  }
  generateAccountKey() {
    throw createClientAuthError(methodNotImplemented, "");
  }
};

// node_modules/@azure/msal-common/dist/telemetry/performance/PerformanceEvent.mjs
var PerformanceEventStatus = {
  NotStarted: 0,
  InProgress: 1,
  Completed: 2
};

// node_modules/@azure/msal-common/dist/telemetry/performance/StubPerformanceClient.mjs
var StubPerformanceClient = class {
  generateId() {
    return "callback-id";
  }
  startMeasurement(measureName, correlationId) {
    return {
      end: () => null,
      discard: () => {
      },
      add: () => {
      },
      increment: () => {
      },
      event: {
        eventId: this.generateId(),
        status: PerformanceEventStatus.InProgress,
        authority: "",
        libraryName: "",
        libraryVersion: "",
        clientId: "",
        name: measureName,
        startTimeMs: Date.now(),
        correlationId: correlationId || ""
      }
    };
  }
  endMeasurement() {
    return null;
  }
  discardMeasurements() {
  }
  removePerformanceCallback() {
    return !0;
  }
  addPerformanceCallback() {
    return "";
  }
  emitEvents() {
  }
  addFields() {
  }
  addGlobalFields() {
  }
  incrementFields() {
  }
  cacheEventByCorrelationId() {
  }
};

// node_modules/@azure/msal-common/dist/config/ClientConfiguration.mjs
var DEFAULT_SYSTEM_OPTIONS = {
  tokenRenewalOffsetSeconds: DEFAULT_TOKEN_RENEWAL_OFFSET_SEC,
  preventCorsPreflight: !1
}, DEFAULT_LOGGER_IMPLEMENTATION = {
  loggerCallback: () => {
  },
  piiLoggingEnabled: !1,
  logLevel: LogLevel.Info,
  correlationId: ""
}, DEFAULT_NETWORK_IMPLEMENTATION = {
  async sendGetRequestAsync() {
    throw createClientAuthError(methodNotImplemented, "");
  },
  async sendPostRequestAsync() {
    throw createClientAuthError(methodNotImplemented, "");
  }
}, DEFAULT_LIBRARY_INFO = {
  sku: SKU,
  version,
  cpu: "",
  os: ""
}, DEFAULT_CLIENT_CREDENTIALS = {
  clientSecret: "",
  clientAssertion: void 0
}, DEFAULT_AZURE_CLOUD_OPTIONS = {
  azureCloudInstance: AzureCloudInstance.None,
  tenant: `${DEFAULT_COMMON_TENANT}`
}, DEFAULT_TELEMETRY_OPTIONS = {
  application: {
    appName: "",
    appVersion: ""
  }
};
function buildClientConfiguration({ authOptions: userAuthOptions, systemOptions: userSystemOptions, loggerOptions: userLoggerOption, storageInterface: storageImplementation, networkInterface: networkImplementation, cryptoInterface: cryptoImplementation, tokenBindingKeyManager, clientCredentials, libraryInfo, telemetry, serverTelemetryManager, persistencePlugin, serializableCache }) {
  let loggerOptions = {
    ...DEFAULT_LOGGER_IMPLEMENTATION,
    ...userLoggerOption
  }, resolvedTokenBindingKeyManager = tokenBindingKeyManager || DEFAULT_TOKEN_BINDING_KEY_MANAGER;
  return {
    authOptions: buildAuthOptions(userAuthOptions),
    systemOptions: { ...DEFAULT_SYSTEM_OPTIONS, ...userSystemOptions },
    loggerOptions,
    storageInterface: storageImplementation || new DefaultStorageClass(userAuthOptions.clientId, DEFAULT_CRYPTO_IMPLEMENTATION, new Logger(loggerOptions, name, version), new StubPerformanceClient(), void 0, resolvedTokenBindingKeyManager),
    networkInterface: networkImplementation || DEFAULT_NETWORK_IMPLEMENTATION,
    cryptoInterface: cryptoImplementation || DEFAULT_CRYPTO_IMPLEMENTATION,
    tokenBindingKeyManager: resolvedTokenBindingKeyManager,
    clientCredentials: clientCredentials || DEFAULT_CLIENT_CREDENTIALS,
    libraryInfo: { ...DEFAULT_LIBRARY_INFO, ...libraryInfo },
    telemetry: { ...DEFAULT_TELEMETRY_OPTIONS, ...telemetry },
    serverTelemetryManager: serverTelemetryManager || null,
    persistencePlugin: persistencePlugin || null,
    serializableCache: serializableCache || null
  };
}
function buildAuthOptions(authOptions) {
  return {
    clientCapabilities: [],
    azureCloudOptions: DEFAULT_AZURE_CLOUD_OPTIONS,
    instanceAware: !1,
    isMcp: !1,
    ...authOptions
  };
}
function isOidcProtocolMode(config) {
  return config.authOptions.authority.options.protocolMode === ProtocolMode.OIDC;
}

// node_modules/@azure/msal-common/dist/cache/persistence/TokenCacheContext.mjs
var TokenCacheContext = class {
  constructor(tokenCache, hasChanged) {
    this.cache = tokenCache, this.hasChanged = hasChanged;
  }
  get cacheHasChanged() {
    return this.hasChanged;
  }
  get tokenCache() {
    return this.cache;
  }
};

// node_modules/@azure/msal-common/dist/error/JoseHeaderError.mjs
var JoseHeaderError = class _JoseHeaderError extends AuthError {
  constructor(errorCode, correlationId, errorMessage) {
    super(errorCode, correlationId, errorMessage), this.name = "JoseHeaderError", Object.setPrototypeOf(this, _JoseHeaderError.prototype);
  }
};
function createJoseHeaderError(code, correlationId) {
  return new JoseHeaderError(code, correlationId);
}

// node_modules/@azure/msal-common/dist/utils/ObjectUtils.mjs
function isPlainObject2(value) {
  if (typeof value != "object" || value === null || Object.prototype.toString.call(value) !== "[object Object]")
    return !1;
  if (Object.getPrototypeOf(value) === null)
    return !0;
  let proto = value;
  for (; Object.getPrototypeOf(proto) !== null; )
    proto = Object.getPrototypeOf(proto);
  return Object.getPrototypeOf(value) === proto;
}

// node_modules/@azure/msal-common/dist/error/JoseHeaderErrorCodes.mjs
var missingKidError = "missing_kid_error", missingAlgError = "missing_alg_error", missingJwkError = "missing_jwk_error", invalidJwkError = "invalid_jwk_error";

// node_modules/@azure/msal-common/dist/crypto/JoseHeader.mjs
var JoseHeader = class _JoseHeader {
  constructor(options, correlationId) {
    if (typeof options.alg != "string" || !options.alg)
      throw createJoseHeaderError(missingAlgError, correlationId);
    this.typ = options.typ, this.alg = options.alg, this.kid = options.kid, this.jwk = options.jwk;
  }
  static getShrHeader(shrHeaderOptions, correlationId) {
    if (!shrHeaderOptions.kid)
      throw createJoseHeaderError(missingKidError, correlationId);
    if (!shrHeaderOptions.alg)
      throw createJoseHeaderError(missingAlgError, correlationId);
    return new _JoseHeader({
      // Access Token PoP headers must have type pop, but the type header can be overriden for special cases
      typ: shrHeaderOptions.typ || JsonWebTokenTypes.Pop,
      kid: shrHeaderOptions.kid,
      alg: shrHeaderOptions.alg
    }, correlationId);
  }
  static getDpopHeader(dpopHeaderOptions, correlationId) {
    if (!isPlainObject2(dpopHeaderOptions.jwk))
      throw createJoseHeaderError(missingJwkError, correlationId);
    if (!dpopHeaderOptions.alg)
      throw createJoseHeaderError(missingAlgError, correlationId);
    if (Object.keys(dpopHeaderOptions.jwk).length === 0)
      throw createJoseHeaderError(invalidJwkError, correlationId);
    return new _JoseHeader({
      typ: JsonWebTokenTypes.Dpop,
      alg: dpopHeaderOptions.alg,
      jwk: dpopHeaderOptions.jwk
    }, correlationId);
  }
};

// node_modules/@azure/msal-common/dist/crypto/PopTokenGenerator.mjs
var KeyLocation = {
  SW: "sw"
}, SHR_TOKEN_BINDING_KEY_TYPE = "shr", SHR_TOKEN_BINDING_KEY_ALGORITHM = JsonWebTokenAlgorithms.RS256, PopTokenGenerator = class {
  constructor(cryptoUtils, tokenBindingKeyManager, performanceClient) {
    this.cryptoUtils = cryptoUtils, this.tokenBindingKeyManager = tokenBindingKeyManager, this.performanceClient = performanceClient;
  }
  async generateCnf(request, logger28) {
    let reqCnf = await invokeAsync(this.generateKid.bind(this), PopTokenGenerateCnf, logger28, this.performanceClient, request.correlationId)(request), reqCnfString = this.cryptoUtils.base64UrlEncode(JSON.stringify(reqCnf));
    return {
      kid: reqCnf.kid,
      reqCnfString
    };
  }
  async generateKid(request) {
    return {
      kid: await this.tokenBindingKeyManager.provisionTokenBindingKey({
        correlationId: request.correlationId,
        tokenBindingKeyType: SHR_TOKEN_BINDING_KEY_TYPE,
        tokenBindingKeyAlgorithm: SHR_TOKEN_BINDING_KEY_ALGORITHM
      }),
      xms_ksl: KeyLocation.SW
    };
  }
  async signPopToken(accessToken, keyId, request) {
    return this.signPayload(accessToken, keyId, request);
  }
  async signPayload(payload, keyId, request, claims) {
    let { resourceRequestMethod, resourceRequestUri, shrClaims, shrNonce, shrOptions } = request, resourceUrlComponents = (resourceRequestUri ? new UrlString(resourceRequestUri, request.correlationId) : void 0)?.getUrlComponents(), publicKeyJwk = await this.tokenBindingKeyManager.getTokenBindingPublicKeyJwk(keyId, request.correlationId), encodedKeyIdThumbprint = this.cryptoUtils.base64UrlEncode(JSON.stringify({ kid: keyId })), shrAlgorithm = shrOptions?.header?.alg || publicKeyJwk.alg || SHR_TOKEN_BINDING_KEY_ALGORITHM, shrHeader = JoseHeader.getShrHeader({
      ...shrOptions?.header,
      alg: shrAlgorithm,
      kid: encodedKeyIdThumbprint
    }, request.correlationId), shrPayload = {
      at: payload,
      ts: nowSeconds(),
      m: resourceRequestMethod?.toUpperCase(),
      u: resourceUrlComponents?.HostNameAndPort,
      nonce: shrNonce || this.cryptoUtils.createNewGuid(),
      p: resourceUrlComponents?.AbsolutePath,
      q: resourceUrlComponents?.QueryString ? [[], resourceUrlComponents.QueryString] : void 0,
      client_claims: shrClaims || void 0,
      ...claims,
      cnf: {
        jwk: publicKeyJwk
      }
    };
    return this.cryptoUtils.signTokenBindingJwt(shrHeader, shrPayload, keyId, request.correlationId);
  }
};

// node_modules/@azure/msal-common/dist/crypto/DpopProofGenerator.mjs
var DPOP_HTM_REGEX = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, DPOP_TOKEN_BINDING_KEY_TYPE = "dpop", DPOP_JWT_HEADER_ALGORITHM = JsonWebTokenAlgorithms.ES256;
function buildProofHeader(publicJwk, correlationId) {
  return JoseHeader.getDpopHeader({
    alg: DPOP_JWT_HEADER_ALGORITHM,
    jwk: publicJwk
  }, correlationId);
}
function normalizeHtm(htm, correlationId) {
  if (typeof htm != "string" || !DPOP_HTM_REGEX.test(htm))
    throw createClientConfigurationError(invalidDpopHtm, correlationId);
  return htm.toUpperCase();
}
function normalizeHtu(url, correlationId) {
  let parsedUrl;
  try {
    parsedUrl = new URL(url);
  } catch {
    throw createClientConfigurationError(urlParseError, correlationId);
  }
  if (!/^https:\/\//i.test(url) || parsedUrl.protocol !== "https:" || parsedUrl.username || parsedUrl.password)
    throw createClientConfigurationError(invalidDpopHtu, correlationId);
  return parsedUrl.search = "", parsedUrl.hash = "", parsedUrl.href;
}
function validateDpopNonce(nonce, correlationId) {
  if (nonce !== void 0 && nonce.trim().length === 0)
    throw createClientConfigurationError(invalidDpopNonce, correlationId);
}
function normalizeDpopResourceRequestContext(context3, correlationId = "") {
  return {
    htm: normalizeHtm(context3.htm, correlationId),
    htu: normalizeHtu(context3.htu, correlationId)
  };
}
var DpopProofGenerator = class {
  constructor(cryptoUtils, tokenBindingKeyManager) {
    this.cryptoUtils = cryptoUtils, this.tokenBindingKeyManager = tokenBindingKeyManager;
  }
  async generateJkt(correlationId = "") {
    return this.tokenBindingKeyManager.provisionTokenBindingKey({
      tokenBindingKeyType: DPOP_TOKEN_BINDING_KEY_TYPE,
      tokenBindingKeyAlgorithm: DPOP_JWT_HEADER_ALGORITHM,
      correlationId
    });
  }
  buildTokenProofClaims(params, correlationId = "") {
    validateDpopNonce(params.nonce, correlationId);
    let claims = {
      jti: this.cryptoUtils.createNewGuid(),
      htm: "POST",
      htu: normalizeHtu(params.tokenEndpoint, correlationId),
      iat: nowSeconds()
    };
    return params.nonce !== void 0 && (claims.nonce = params.nonce), claims;
  }
  async generateTokenProof(params, keyId, correlationId = "") {
    return this.generateProof(this.buildTokenProofClaims(params, correlationId), keyId, correlationId);
  }
  buildResourceProofClaims(params, correlationId = "") {
    validateDpopNonce(params.nonce, correlationId);
    let resourceContext = normalizeDpopResourceRequestContext(params, correlationId), claims = {
      jti: this.cryptoUtils.createNewGuid(),
      htm: resourceContext.htm,
      htu: resourceContext.htu,
      ath: params.ath,
      iat: nowSeconds()
    };
    return params.nonce !== void 0 && (claims.nonce = params.nonce), claims;
  }
  async generateResourceProof(params, keyId, correlationId = "") {
    let { htu, htm, nonce } = params;
    if (!htu || !htm)
      throw createClientConfigurationError(dpopMissingResourceContext, correlationId);
    let ath = await this.cryptoUtils.hashString(params.accessToken);
    return this.generateProof(this.buildResourceProofClaims({
      htu,
      htm,
      ath,
      nonce
    }, correlationId), keyId, correlationId);
  }
  async generateProof(claims, keyId, correlationId) {
    let publicJwk = await this.tokenBindingKeyManager.getTokenBindingPublicKeyJwk(keyId, correlationId);
    return this.cryptoUtils.signTokenBindingJwt(buildProofHeader(publicJwk, correlationId), claims, keyId, correlationId);
  }
};

// node_modules/@azure/msal-common/dist/error/InteractionRequiredAuthErrorCodes.mjs
var noTokensFound = "no_tokens_found";
var refreshTokenExpired = "refresh_token_expired", uiNotAllowed = "ui_not_allowed", interactionRequired = "interaction_required", consentRequired = "consent_required", loginRequired = "login_required", badToken = "bad_token", interruptedUser = "interrupted_user";

// node_modules/@azure/msal-common/dist/error/InteractionRequiredAuthError.mjs
var InteractionRequiredServerErrorMessage = [
  interactionRequired,
  consentRequired,
  loginRequired,
  badToken,
  uiNotAllowed,
  interruptedUser
], InteractionRequiredAuthSubErrorMessage = [
  "message_only",
  "additional_action",
  "basic_action",
  "user_password_expired",
  "consent_required",
  "bad_token",
  "ui_not_allowed",
  "interrupted_user"
], InteractionRequiredAuthError = class _InteractionRequiredAuthError extends AuthError {
  constructor(errorCode, correlationId, errorMessage, subError, timestamp, traceId, claims, errorNo) {
    super(errorCode, correlationId, errorMessage, subError), Object.setPrototypeOf(this, _InteractionRequiredAuthError.prototype), this.timestamp = timestamp || "", this.traceId = traceId || "", this.claims = claims || "", this.name = "InteractionRequiredAuthError", this.errorNo = errorNo;
  }
};
function isInteractionRequiredError(errorCode, errorString, subError) {
  let isInteractionRequiredErrorCode = !!errorCode && InteractionRequiredServerErrorMessage.indexOf(errorCode) > -1, isInteractionRequiredSubError = !!subError && InteractionRequiredAuthSubErrorMessage.indexOf(subError) > -1, isInteractionRequiredErrorDesc = !!errorString && InteractionRequiredServerErrorMessage.some((irErrorCode) => errorString.indexOf(irErrorCode) > -1);
  return isInteractionRequiredErrorCode || isInteractionRequiredErrorDesc || isInteractionRequiredSubError;
}
function createInteractionRequiredAuthError(errorCode, correlationId, errorMessage) {
  return new InteractionRequiredAuthError(errorCode, correlationId, errorMessage);
}

// node_modules/@azure/msal-common/dist/error/ServerError.mjs
var ServerError = class _ServerError extends AuthError {
  constructor(errorCode, correlationId, errorMessage, subError, errorNo, status) {
    super(errorCode, correlationId, errorMessage, subError), this.name = "ServerError", this.errorNo = errorNo, this.status = status, Object.setPrototypeOf(this, _ServerError.prototype);
  }
};

// node_modules/@azure/msal-common/dist/utils/ProtocolUtils.mjs
var ProtocolUtils_exports = {};
__export(ProtocolUtils_exports, {
  generateLibraryState: () => generateLibraryState,
  parseRequestState: () => parseRequestState,
  setRequestState: () => setRequestState
});
function setRequestState(cryptoObj, userState, meta, correlationId) {
  let libraryState = generateLibraryState(cryptoObj, correlationId, meta);
  return userState ? `${libraryState}${RESOURCE_DELIM}${userState}` : libraryState;
}
function generateLibraryState(cryptoObj, correlationId, meta) {
  if (!cryptoObj)
    throw createClientAuthError(noCryptoObject, correlationId);
  let stateObj = {
    id: cryptoObj.createNewGuid()
  };
  meta && (stateObj.meta = meta);
  let stateString = JSON.stringify(stateObj);
  return cryptoObj.base64Encode(stateString);
}
function parseRequestState(base64Decode, state3, correlationId) {
  if (!base64Decode)
    throw createClientAuthError(noCryptoObject, correlationId);
  if (!state3)
    throw createClientAuthError(invalidState, correlationId);
  try {
    let splitState = state3.split(RESOURCE_DELIM), libraryState = splitState[0], userState = splitState.length > 1 ? splitState.slice(1).join(RESOURCE_DELIM) : "", libraryStateString = base64Decode(libraryState), libraryStateObj = JSON.parse(libraryStateString);
    return {
      userRequestState: userState || "",
      libraryState: libraryStateObj
    };
  } catch {
    throw createClientAuthError(invalidState, correlationId);
  }
}

// node_modules/@azure/msal-common/dist/response/ResponseHandler.mjs
var ResponseHandler = class _ResponseHandler {
  constructor(clientId, cacheStorage, cryptoObj, logger28, performanceClient, serializableCache, persistencePlugin, tokenBindingKeyManager = DEFAULT_TOKEN_BINDING_KEY_MANAGER) {
    this.clientId = clientId, this.cacheStorage = cacheStorage, this.cryptoObj = cryptoObj, this.tokenBindingKeyManager = tokenBindingKeyManager, this.logger = logger28, this.performanceClient = performanceClient, this.serializableCache = serializableCache, this.persistencePlugin = persistencePlugin;
  }
  validateTokenResponse(serverResponse, correlationId, refreshAccessToken) {
    if (serverResponse.error || serverResponse.error_description || serverResponse.suberror) {
      let errString = `Error(s): ${serverResponse.error_codes || NOT_AVAILABLE} - Timestamp: ${serverResponse.timestamp || NOT_AVAILABLE} - Description: ${serverResponse.error_description || NOT_AVAILABLE} - Correlation ID: ${serverResponse.correlation_id || NOT_AVAILABLE} - Trace ID: ${serverResponse.trace_id || NOT_AVAILABLE}`, serverErrorNo = serverResponse.error_codes?.length ? serverResponse.error_codes[0] : void 0, serverError = new ServerError(serverResponse.error || "", serverResponse.correlation_id || "", errString, serverResponse.suberror, serverErrorNo, serverResponse.status);
      if (refreshAccessToken && serverResponse.status && serverResponse.status >= HTTP_SERVER_ERROR_RANGE_START && serverResponse.status <= HTTP_SERVER_ERROR_RANGE_END) {
        this.logger.warning(`executeTokenRequest:validateTokenResponse - AAD is currently unavailable and the access token is unable to be refreshed.
${serverError}`, correlationId);
        return;
      } else if (refreshAccessToken && serverResponse.status && serverResponse.status >= HTTP_CLIENT_ERROR_RANGE_START && serverResponse.status <= HTTP_CLIENT_ERROR_RANGE_END) {
        this.logger.warning(`executeTokenRequest:validateTokenResponse - AAD is currently available but is unable to refresh the access token.
${serverError}`, correlationId);
        return;
      }
      throw isInteractionRequiredError(serverResponse.error, serverResponse.error_description, serverResponse.suberror) ? new InteractionRequiredAuthError(serverResponse.error || "", serverResponse.correlation_id || "", serverResponse.error_description, serverResponse.suberror, serverResponse.timestamp || "", serverResponse.trace_id || "", serverResponse.claims || "", serverErrorNo) : serverError;
    }
  }
  async handleServerTokenResponse(serverTokenResponse, authority, reqTimestamp, request, apiId, authCodePayload, userAssertionHash, handlingRefreshTokenResponse, forceCacheRefreshTokenResponse, serverRequestId, additionalCacheKeyComponents) {
    let idTokenClaims;
    if (serverTokenResponse.id_token && (idTokenClaims = extractTokenClaims(serverTokenResponse.id_token || "", this.cryptoObj.base64Decode, request.correlationId)), authCodePayload && Object.prototype.hasOwnProperty.call(authCodePayload, "nonce")) {
      let expectedNonce = authCodePayload.nonce, tokenNonce = idTokenClaims?.nonce;
      if (tokenNonce !== void 0 && expectedNonce === void 0)
        throw this.logger.warning("Authorization code response contains an ID Token nonce, but no expected nonce was supplied. Rejecting the response.", request.correlationId), createClientAuthError(nonceMismatch, request.correlationId);
      if (expectedNonce !== void 0 && (typeof expectedNonce != "string" || typeof tokenNonce != "string" || expectedNonce !== tokenNonce))
        throw createClientAuthError(nonceMismatch, request.correlationId);
    }
    this.homeAccountIdentifier = generateHomeAccountId(serverTokenResponse.client_info || "", authority.authorityType, this.logger, this.cryptoObj, request.correlationId, idTokenClaims);
    let requestStateObj;
    if (authCodePayload && authCodePayload.state && (requestStateObj = parseRequestState(this.cryptoObj.base64Decode, authCodePayload.state, request.correlationId)), serverTokenResponse.key_id = serverTokenResponse.key_id || request.dpopJkt || request.sshKid || void 0, request.authenticationScheme === AuthenticationScheme.DPOP) {
      if (serverTokenResponse.token_type?.toLowerCase() !== AuthenticationScheme.DPOP.toLowerCase())
        throw this.performanceClient?.addFields({
          dpopTokenTypeMismatch: serverTokenResponse.token_type
        }, request.correlationId), createClientAuthError(dpopTokenTypeMismatch, request.correlationId);
      serverTokenResponse.token_type = AuthenticationScheme.DPOP;
    }
    let attributeTokenPartition = serializeAttributeTokens(request.attributeTokens), cacheKeyComponents = additionalCacheKeyComponents ?? (attributeTokenPartition ? {
      attribute_tokens: attributeTokenPartition
    } : void 0), cacheRecord = this.generateCacheRecord(serverTokenResponse, authority, reqTimestamp, request, idTokenClaims, userAssertionHash, authCodePayload, cacheKeyComponents), cacheContext;
    try {
      if (this.persistencePlugin && this.serializableCache && (this.logger.verbose("Persistence enabled, calling beforeCacheAccess", request.correlationId), cacheContext = new TokenCacheContext(this.serializableCache, !0), await this.persistencePlugin.beforeCacheAccess(cacheContext)), handlingRefreshTokenResponse && !forceCacheRefreshTokenResponse && cacheRecord.account && this.cacheStorage.getAllAccounts({
        homeAccountId: cacheRecord.account.homeAccountId,
        environment: cacheRecord.account.environment
      }, request.correlationId).length < 1)
        return this.logger.warning("Account used to refresh tokens not in persistence, refreshed tokens will not be stored in the cache", request.correlationId), this.performanceClient?.addFields({
          acntLoggedOut: !0
        }, request.correlationId), await _ResponseHandler.generateAuthenticationResult(this.cryptoObj, authority, cacheRecord, !1, request, this.performanceClient, {
          idTokenClaims,
          requestState: requestStateObj,
          requestId: serverRequestId,
          tokenBindingKeyManager: this.tokenBindingKeyManager
        });
      await this.cacheStorage.saveCacheRecord(cacheRecord, request.correlationId, isKmsi(idTokenClaims || {}), apiId, request.storeInCache);
    } finally {
      this.persistencePlugin && this.serializableCache && cacheContext && (this.logger.verbose("Persistence enabled, calling afterCacheAccess", request.correlationId), await this.persistencePlugin.afterCacheAccess(cacheContext));
    }
    return _ResponseHandler.generateAuthenticationResult(this.cryptoObj, authority, cacheRecord, !1, request, this.performanceClient, {
      idTokenClaims,
      requestState: requestStateObj,
      serverTokenResponse,
      requestId: serverRequestId,
      tokenBindingKeyManager: this.tokenBindingKeyManager
    });
  }
  generateCacheRecord(serverTokenResponse, authority, reqTimestamp, request, idTokenClaims, userAssertionHash, authCodePayload, additionalCacheKeyComponents) {
    let env = authority.getPreferredCache();
    if (!env)
      throw createClientAuthError(invalidCacheEnvironment, request.correlationId);
    let claimsTenantId = getTenantIdFromIdTokenClaims(idTokenClaims), cachedIdToken, cachedAccount;
    serverTokenResponse.id_token && idTokenClaims && (cachedIdToken = createIdTokenEntity(this.homeAccountIdentifier, env, serverTokenResponse.id_token, this.clientId, claimsTenantId || ""), cachedAccount = buildAccountToCache(
      this.cacheStorage,
      authority,
      this.homeAccountIdentifier,
      this.cryptoObj.base64Decode,
      request.correlationId,
      idTokenClaims,
      serverTokenResponse.client_info,
      env,
      claimsTenantId,
      authCodePayload,
      void 0,
      // nativeAccountId
      this.logger,
      this.performanceClient
    ));
    let cachedAccessToken = null;
    if (serverTokenResponse.access_token) {
      let responseScopes = serverTokenResponse.scope ? ScopeSet.fromString(serverTokenResponse.scope, request.correlationId) : new ScopeSet(request.scopes || [], request.correlationId), expiresIn = (typeof serverTokenResponse.expires_in == "string" ? parseInt(serverTokenResponse.expires_in, 10) : serverTokenResponse.expires_in) || 0, extExpiresIn = (typeof serverTokenResponse.ext_expires_in == "string" ? parseInt(serverTokenResponse.ext_expires_in, 10) : serverTokenResponse.ext_expires_in) || 0, refreshIn = (typeof serverTokenResponse.refresh_in == "string" ? parseInt(serverTokenResponse.refresh_in, 10) : serverTokenResponse.refresh_in) || void 0, tokenExpirationSeconds = reqTimestamp + expiresIn, extendedTokenExpirationSeconds = tokenExpirationSeconds + extExpiresIn, refreshOnSeconds = refreshIn && refreshIn > 0 ? reqTimestamp + refreshIn : void 0;
      cachedAccessToken = createAccessTokenEntity(this.homeAccountIdentifier, env, serverTokenResponse.access_token, this.clientId, claimsTenantId || authority.tenant || "", responseScopes.printScopes(), tokenExpirationSeconds, extendedTokenExpirationSeconds, this.cryptoObj.base64Decode, request.correlationId, refreshOnSeconds, serverTokenResponse.token_type, userAssertionHash, serverTokenResponse.key_id, additionalCacheKeyComponents);
      let resource = request.resource || null;
      resource && (cachedAccessToken.resource = resource);
    }
    let cachedRefreshToken = null;
    if (serverTokenResponse.refresh_token) {
      let rtExpiresOn;
      if (serverTokenResponse.refresh_token_expires_in) {
        let rtExpiresIn = typeof serverTokenResponse.refresh_token_expires_in == "string" ? parseInt(serverTokenResponse.refresh_token_expires_in, 10) : serverTokenResponse.refresh_token_expires_in;
        rtExpiresOn = reqTimestamp + rtExpiresIn, this.performanceClient?.addFields({ ntwkRtExpiresOnSeconds: rtExpiresOn }, request.correlationId);
      }
      cachedRefreshToken = createRefreshTokenEntity(this.homeAccountIdentifier, env, serverTokenResponse.refresh_token, this.clientId, serverTokenResponse.foci, userAssertionHash, rtExpiresOn);
    }
    let cachedAppMetadata = null;
    return serverTokenResponse.foci && (cachedAppMetadata = {
      clientId: this.clientId,
      environment: env,
      familyId: serverTokenResponse.foci
    }), {
      account: cachedAccount,
      idToken: cachedIdToken,
      accessToken: cachedAccessToken,
      refreshToken: cachedRefreshToken,
      appMetadata: cachedAppMetadata
    };
  }
  static async generateAuthenticationResult(cryptoObj, authority, cacheRecord, fromTokenCache, request, performanceClient, options = {}) {
    let { idTokenClaims, requestState, serverTokenResponse, requestId, tokenBindingKeyManager = DEFAULT_TOKEN_BINDING_KEY_MANAGER } = options, accessToken = "", responseScopes = [], expiresOn = null, extExpiresOn, refreshOn, familyId = "", dpopProof;
    if (cacheRecord.accessToken) {
      let accessTokenType = cacheRecord.accessToken.tokenType?.toLowerCase();
      if (cacheRecord.accessToken.tokenType === AuthenticationScheme.POP && !request.popKid) {
        let popTokenGenerator = new PopTokenGenerator(cryptoObj, tokenBindingKeyManager, performanceClient), { secret, keyId } = cacheRecord.accessToken;
        if (!keyId)
          throw createClientAuthError(keyIdMissing, request.correlationId);
        accessToken = await popTokenGenerator.signPopToken(secret, keyId, request);
      } else
        accessToken = cacheRecord.accessToken.secret;
      if (accessTokenType === AuthenticationScheme.DPOP.toLowerCase()) {
        if (!cacheRecord.accessToken.keyId)
          throw createClientAuthError(keyIdMissing, request.correlationId);
        dpopProof = await new DpopProofGenerator(cryptoObj, tokenBindingKeyManager).generateResourceProof({
          htu: request.resourceRequestUri,
          htm: request.resourceRequestMethod,
          accessToken: cacheRecord.accessToken.secret
        }, cacheRecord.accessToken.keyId, request.correlationId);
      }
      responseScopes = ScopeSet.fromString(cacheRecord.accessToken.target, request.correlationId).asArray(), expiresOn = toDateFromSeconds(cacheRecord.accessToken.expiresOn), extExpiresOn = toDateFromSeconds(cacheRecord.accessToken.extendedExpiresOn), cacheRecord.accessToken.refreshOn && (refreshOn = toDateFromSeconds(cacheRecord.accessToken.refreshOn));
    }
    cacheRecord.appMetadata && (familyId = cacheRecord.appMetadata.familyId === THE_FAMILY_ID ? THE_FAMILY_ID : "");
    let uid = idTokenClaims?.oid || idTokenClaims?.sub || "", tid = idTokenClaims?.tid || "", regionSubScope = idTokenClaims?.tenant_region_sub_scope;
    if (typeof regionSubScope == "string" && performanceClient?.addFields({ regionSubScope }, request.correlationId), serverTokenResponse?.spa_accountid && cacheRecord.account) {
      cacheRecord.account.nativeAccountId = serverTokenResponse?.spa_accountid;
      let targetTenantId = tid || cacheRecord.account.realm;
      if (cacheRecord.account.tenantProfiles) {
        let matchingProfile = cacheRecord.account.tenantProfiles.find((tp) => tp.tenantId === targetTenantId);
        matchingProfile && (matchingProfile.nativeAccountId = serverTokenResponse.spa_accountid);
      }
    }
    let accountInfo = cacheRecord.account ? updateAccountTenantProfileData(
      getAccountInfo(cacheRecord.account),
      void 0,
      // tenantProfile optional
      idTokenClaims,
      cacheRecord.idToken?.secret
    ) : null;
    return {
      authority: authority.canonicalAuthority,
      uniqueId: uid,
      tenantId: tid,
      scopes: responseScopes,
      account: accountInfo,
      idToken: cacheRecord?.idToken?.secret || "",
      idTokenClaims: idTokenClaims || {},
      accessToken,
      dpopProof,
      fromCache: fromTokenCache,
      expiresOn,
      extExpiresOn,
      refreshOn,
      correlationId: request.correlationId,
      requestId: requestId || "",
      familyId,
      tokenType: cacheRecord.accessToken?.tokenType?.toLowerCase() === AuthenticationScheme.DPOP.toLowerCase() ? AuthenticationScheme.DPOP : cacheRecord.accessToken?.tokenType || "",
      state: requestState ? requestState.userRequestState : "",
      cloudGraphHostName: cacheRecord.account?.cloudGraphHostName || "",
      msGraphHost: cacheRecord.account?.msGraphHost || "",
      code: serverTokenResponse?.spa_code,
      fromPlatformBroker: !1
    };
  }
};
function buildAccountToCache(cacheStorage, authority, homeAccountId, base64Decode, correlationId, idTokenClaims, clientInfo, environment, claimsTenantId, authCodePayload, nativeAccountId, logger28, performanceClient) {
  logger28?.verbose("setCachedAccount called", correlationId);
  let accountEnvironment = environment || authority.getPreferredCache(), matchedAccounts = cacheStorage.getAccountsFilteredBy({ homeAccountId, environment: accountEnvironment }, correlationId);
  performanceClient?.addFields({ cacheMatchedAccounts: matchedAccounts.length }, correlationId), matchedAccounts.length > 1 && logger28?.warning("Multiple base accounts matched homeAccountId. Ignoring cached account and creating a new base account.", correlationId);
  let baseAccount = (matchedAccounts.length === 1 ? matchedAccounts[0] : null) || createAccountEntity({
    homeAccountId,
    idTokenClaims,
    clientInfo,
    environment,
    cloudGraphHostName: authCodePayload?.cloud_graph_host_name,
    msGraphHost: authCodePayload?.msgraph_host,
    nativeAccountId
  }, authority, correlationId, base64Decode), tenantProfiles = baseAccount.tenantProfiles || [], tenantId = claimsTenantId || baseAccount.realm;
  if (tenantId && !tenantProfiles.find((tenantProfile) => tenantProfile.tenantId === tenantId)) {
    let newTenantProfile = buildTenantProfile(homeAccountId, baseAccount.localAccountId, tenantId, nativeAccountId, idTokenClaims);
    tenantProfiles.push(newTenantProfile);
  }
  return baseAccount.tenantProfiles = tenantProfiles, baseAccount;
}

// node_modules/@azure/msal-common/dist/account/CcsCredential.mjs
var CcsCredentialType = {
  HOME_ACCOUNT_ID: "home_account_id",
  UPN: "UPN"
};

// node_modules/@azure/msal-common/dist/utils/ClientAssertionUtils.mjs
async function getClientAssertion(clientAssertion, clientId, tokenEndpoint, fmiPath) {
  return typeof clientAssertion == "string" ? clientAssertion : clientAssertion({
    clientId,
    tokenEndpoint,
    fmiPath
  });
}

// node_modules/@azure/msal-common/dist/network/RequestThumbprint.mjs
function getRequestThumbprint(clientId, request, homeAccountId) {
  return {
    clientId,
    authority: request.authority,
    scopes: request.scopes,
    homeAccountIdentifier: homeAccountId,
    claims: request.claims,
    authenticationScheme: request.authenticationScheme,
    resourceRequestMethod: request.resourceRequestMethod,
    resourceRequestUri: request.resourceRequestUri,
    shrClaims: request.shrClaims,
    sshKid: request.sshKid,
    embeddedClientId: request.embeddedClientId || request.extraParameters?.clientId,
    resource: request.resource,
    attributeTokens: serializeAttributeTokens(request.attributeTokens)
  };
}

// node_modules/@azure/msal-common/dist/protocol/Token.mjs
var Token_exports = {};
__export(Token_exports, {
  addDpopTokenProofHeader: () => addDpopTokenProofHeader,
  createTokenQueryParameters: () => createTokenQueryParameters,
  createTokenRequestHeaders: () => createTokenRequestHeaders,
  executePostToTokenEndpoint: () => executePostToTokenEndpoint,
  sendPostRequest: () => sendPostRequest
});

// node_modules/@azure/msal-common/dist/network/ThrottlingUtils.mjs
var ThrottlingUtils = class _ThrottlingUtils {
  static generateThrottlingStorageKey(thumbprint) {
    return `${THROTTLING_PREFIX}.${JSON.stringify(thumbprint)}`;
  }
  static preProcess(cacheManager, thumbprint, correlationId) {
    let key = _ThrottlingUtils.generateThrottlingStorageKey(thumbprint), value = cacheManager.getThrottlingCache(key, correlationId);
    if (value) {
      if (value.throttleTime < Date.now()) {
        cacheManager.removeItem(key, correlationId);
        return;
      }
      throw new ServerError(value.errorCodes?.join(" ") || "", correlationId, value.errorMessage, value.subError);
    }
  }
  static postProcess(cacheManager, thumbprint, response, correlationId) {
    let retryAfter = getRetryAfterHeader(response);
    if (_ThrottlingUtils.checkResponseStatus(response) || retryAfter !== void 0) {
      let thumbprintValue = {
        throttleTime: _ThrottlingUtils.calculateThrottleTime(parseInt(retryAfter || "")),
        error: response.body.error,
        errorCodes: response.body.error_codes,
        errorMessage: response.body.error_description,
        subError: response.body.suberror
      };
      cacheManager.setThrottlingCache(_ThrottlingUtils.generateThrottlingStorageKey(thumbprint), thumbprintValue, correlationId);
    }
  }
  static checkResponseStatus(response) {
    return response.status === 429 || response.status >= 500 && response.status < 600;
  }
  static checkResponseForRetryAfter(response) {
    return getRetryAfterHeader(response) !== void 0;
  }
  static calculateThrottleTime(throttleTime) {
    let time = throttleTime <= 0 ? 0 : throttleTime, currentSeconds = Date.now() / 1e3;
    return Math.floor(Math.min(currentSeconds + (time || DEFAULT_THROTTLE_TIME_SECONDS), currentSeconds + DEFAULT_MAX_THROTTLE_TIME_SECONDS) * 1e3);
  }
  static removeThrottle(cacheManager, clientId, request, homeAccountIdentifier) {
    let thumbprint = getRequestThumbprint(clientId, request, homeAccountIdentifier), key = this.generateThrottlingStorageKey(thumbprint);
    cacheManager.removeItem(key, request.correlationId);
  }
};
function getRetryAfterHeader(response) {
  if ((response.status < 200 || response.status >= 300) && response.headers)
    return getResponseHeader(response.headers, HeaderNames.RETRY_AFTER);
}

// node_modules/@azure/msal-common/dist/error/NetworkError.mjs
var NetworkError = class _NetworkError extends AuthError {
  constructor(error, httpStatus, responseHeaders) {
    super(error.errorCode, error.correlationId, error.errorMessage, error.subError), Object.setPrototypeOf(this, _NetworkError.prototype), this.name = "NetworkError", this.error = error, this.httpStatus = httpStatus, this.responseHeaders = responseHeaders;
  }
};
function createNetworkError(error, httpStatus, responseHeaders, additionalError) {
  return error.errorMessage = `${error.errorMessage}, additionalErrorInfo: error.name:${additionalError?.name}, error.message:${additionalError?.message}`, new NetworkError(error, httpStatus, responseHeaders);
}

// node_modules/@azure/msal-common/dist/protocol/Token.mjs
function createTokenRequestHeaders(logger28, preventCorsPreflight, ccsCred) {
  let headers = {};
  if (headers[HeaderNames.CONTENT_TYPE] = URL_FORM_CONTENT_TYPE, !preventCorsPreflight && ccsCred)
    switch (ccsCred.type) {
      case CcsCredentialType.HOME_ACCOUNT_ID:
        try {
          let clientInfo = buildClientInfoFromHomeAccountId(ccsCred.credential);
          headers[HeaderNames.CCS_HEADER] = `Oid:${clientInfo.uid}@${clientInfo.utid}`;
        } catch (e) {
          logger28.verbose(`Could not parse home account ID for CCS Header: '${e}'`, "");
        }
        break;
      case CcsCredentialType.UPN:
        headers[HeaderNames.CCS_HEADER] = `UPN: ${ccsCred.credential}`;
        break;
    }
  return headers;
}
async function addDpopTokenProofHeader(headers, request, tokenEndpoint, cryptoUtils, tokenBindingKeyManager) {
  if (request.authenticationScheme !== AuthenticationScheme.DPOP)
    return;
  let dpopProofGenerator = new DpopProofGenerator(cryptoUtils, tokenBindingKeyManager), keyId = request.dpopJkt;
  if (!keyId?.trim())
    throw createClientAuthError(keyIdMissing, request.correlationId);
  headers[HeaderNames.DPOP] = await dpopProofGenerator.generateTokenProof({
    tokenEndpoint
  }, keyId, request.correlationId);
}
function createTokenQueryParameters(request, clientId, redirectUri, performanceClient) {
  let parameters = /* @__PURE__ */ new Map();
  return request.embeddedClientId && addBrokerParameters(parameters, clientId, redirectUri), request.extraQueryParameters && addExtraParameters(parameters, request.extraQueryParameters), addCorrelationId(parameters, request.correlationId), instrumentBrokerParams(parameters, request.correlationId, performanceClient), mapToQueryString(parameters);
}
async function executePostToTokenEndpoint(tokenEndpoint, queryString, headers, thumbprint, correlationId, cacheManager, networkClient, logger28, performanceClient, serverTelemetryManager) {
  let response = await sendPostRequest(thumbprint, tokenEndpoint, { body: queryString, headers }, correlationId, cacheManager, networkClient, logger28, performanceClient);
  return serverTelemetryManager && response.status < 500 && response.status !== 429 && serverTelemetryManager.clearTelemetryCache(), response;
}
async function sendPostRequest(thumbprint, tokenEndpoint, options, correlationId, cacheManager, networkClient, logger28, performanceClient) {
  ThrottlingUtils.preProcess(cacheManager, thumbprint, correlationId);
  let response;
  try {
    response = await invokeAsync(networkClient.sendPostRequestAsync.bind(networkClient), NetworkClientSendPostRequestAsync, logger28, performanceClient, correlationId)(tokenEndpoint, { ...options, correlationId, performanceClient });
    let responseHeaders = normalizeResponseHeaders(response.headers || {});
    response = { ...response, headers: responseHeaders }, performanceClient?.addFields({
      refreshTokenSize: response.body.refresh_token?.length || 0,
      httpVerToken: responseHeaders[HeaderNames.X_MS_HTTP_VERSION] || "",
      requestId: responseHeaders[HeaderNames.X_MS_REQUEST_ID] || ""
    }, correlationId);
  } catch (e) {
    if (e instanceof NetworkError) {
      let responseHeaders = e.responseHeaders ? normalizeResponseHeaders(e.responseHeaders) : void 0;
      throw responseHeaders && performanceClient?.addFields({
        httpVerToken: responseHeaders[HeaderNames.X_MS_HTTP_VERSION] || "",
        requestId: responseHeaders[HeaderNames.X_MS_REQUEST_ID] || "",
        contentTypeHeader: getResponseHeader(responseHeaders, HeaderNames.CONTENT_TYPE) || void 0,
        contentLengthHeader: getResponseHeader(responseHeaders, HeaderNames.CONTENT_LENGTH) || void 0,
        httpStatus: e.httpStatus
      }, correlationId), e.error;
    }
    throw e instanceof AuthError ? e : createClientAuthError(networkError, correlationId);
  }
  return ThrottlingUtils.postProcess(cacheManager, thumbprint, response, correlationId), response;
}

// node_modules/@azure/msal-common/dist/client/AuthorizationCodeClient.mjs
var AuthorizationCodeClient = class {
  constructor(configuration, performanceClient) {
    this.includeRedirectUri = !0, this.config = buildClientConfiguration(configuration), this.logger = new Logger(this.config.loggerOptions, name, version), this.cryptoUtils = this.config.cryptoInterface, this.cacheManager = this.config.storageInterface, this.networkClient = this.config.networkInterface, this.serverTelemetryManager = this.config.serverTelemetryManager, this.authority = this.config.authOptions.authority, this.performanceClient = performanceClient, this.oidcDefaultScopes = this.config.authOptions.authority.options.OIDCOptions?.defaultScopes;
  }
  async acquireToken(request, apiId, authCodePayload) {
    if (!request.code)
      throw createClientAuthError(requestCannotBeMade, request.correlationId);
    this.config.authOptions.instanceAware === !0 && authCodePayload?.cloud_instance_host_name && await invokeAsync(this.updateTokenEndpointAuthority.bind(this), UpdateTokenEndpointAuthority, this.logger, this.performanceClient, request.correlationId)(authCodePayload.cloud_instance_host_name, request.correlationId);
    let reqTimestamp = nowSeconds(), response = await invokeAsync(this.executeTokenRequest.bind(this), AuthClientExecuteTokenRequest, this.logger, this.performanceClient, request.correlationId)(this.authority, request, this.serverTelemetryManager), requestId = response.headers?.[HeaderNames.X_MS_REQUEST_ID], responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(response.body, request.correlationId), invokeAsync(responseHandler.handleServerTokenResponse.bind(responseHandler), HandleServerTokenResponse, this.logger, this.performanceClient, request.correlationId)(response.body, this.authority, reqTimestamp, request, apiId, authCodePayload, void 0, void 0, void 0, requestId);
  }
  getLogoutUri(logoutRequest) {
    if (!logoutRequest)
      throw createClientConfigurationError(logoutRequestEmpty, "");
    let queryString = this.createLogoutUrlQueryString(logoutRequest);
    return UrlString.appendQueryString(this.authority.endSessionEndpoint, queryString);
  }
  async executeTokenRequest(authority, request, serverTelemetryManager) {
    let queryParametersString = createTokenQueryParameters(request, this.config.authOptions.clientId, this.config.authOptions.redirectUri, this.performanceClient), endpoint = UrlString.appendQueryString(authority.tokenEndpoint, queryParametersString), requestBody = await invokeAsync(this.createTokenRequestBody.bind(this), AuthClientCreateTokenRequestBody, this.logger, this.performanceClient, request.correlationId)(request), ccsCredential;
    if (request.clientInfo)
      try {
        let clientInfo = buildClientInfo(request.clientInfo, this.cryptoUtils.base64Decode);
        ccsCredential = {
          credential: `${clientInfo.uid}${CLIENT_INFO_SEPARATOR}${clientInfo.utid}`,
          type: CcsCredentialType.HOME_ACCOUNT_ID
        };
      } catch (e) {
        this.logger.verbose(`Could not parse client info for CCS Header: '${e}'`, request.correlationId);
      }
    let headers = createTokenRequestHeaders(this.logger, this.config.systemOptions.preventCorsPreflight, ccsCredential || request.ccsCredential);
    await addDpopTokenProofHeader(headers, request, endpoint, this.cryptoUtils, this.config.tokenBindingKeyManager);
    let thumbprint = getRequestThumbprint(this.config.authOptions.clientId, request);
    return invokeAsync(executePostToTokenEndpoint, AuthorizationCodeClientExecutePostToTokenEndpoint, this.logger, this.performanceClient, request.correlationId)(endpoint, requestBody, headers, thumbprint, request.correlationId, this.cacheManager, this.networkClient, this.logger, this.performanceClient, serverTelemetryManager);
  }
  async createTokenRequestBody(request) {
    let parameters = /* @__PURE__ */ new Map();
    if (addClientId(parameters, request.embeddedClientId || request.extraParameters?.[CLIENT_ID] || this.config.authOptions.clientId), this.includeRedirectUri)
      addRedirectUri(parameters, request.redirectUri);
    else if (!request.redirectUri)
      throw createClientConfigurationError(redirectUriEmpty, request.correlationId);
    if (addScopes(parameters, request.scopes, request.correlationId, !0, this.oidcDefaultScopes), addResource(parameters, request.resource), request.attributeTokens && addAttributeTokens(parameters, request.attributeTokens), this.performanceClient?.addFields({
      hasAttributeTokens: !!request.attributeTokens?.length
    }, request.correlationId), addAuthorizationCode(parameters, request.code), addLibraryInfo(parameters, this.config.libraryInfo), addApplicationTelemetry(parameters, this.config.telemetry.application), addThrottling(parameters), this.serverTelemetryManager && !isOidcProtocolMode(this.config) && addServerTelemetry(parameters, this.serverTelemetryManager), request.codeVerifier && addCodeVerifier(parameters, request.codeVerifier), this.config.clientCredentials.clientSecret && addClientSecret(parameters, this.config.clientCredentials.clientSecret), this.config.clientCredentials.clientAssertion) {
      let clientAssertion = this.config.clientCredentials.clientAssertion;
      addClientAssertion(parameters, await getClientAssertion(clientAssertion.assertion, this.config.authOptions.clientId, request.resourceRequestUri)), addClientAssertionType(parameters, clientAssertion.assertionType);
    }
    if (addGrantType(parameters, GrantType.AUTHORIZATION_CODE_GRANT), addClientInfo(parameters), request.authenticationScheme === AuthenticationScheme.POP) {
      let popTokenGenerator = new PopTokenGenerator(this.cryptoUtils, this.config.tokenBindingKeyManager, this.performanceClient), reqCnfData;
      request.popKid ? reqCnfData = this.cryptoUtils.encodeKid(request.popKid) : reqCnfData = (await invokeAsync(popTokenGenerator.generateCnf.bind(popTokenGenerator), PopTokenGenerateCnf, this.logger, this.performanceClient, request.correlationId)(request, this.logger)).reqCnfString, addPopToken(parameters, reqCnfData);
    } else if (request.authenticationScheme === AuthenticationScheme.SSH)
      if (request.sshJwk)
        addSshJwk(parameters, request.sshJwk);
      else
        throw createClientConfigurationError(missingSshJwk, request.correlationId);
    let ccsCred;
    if (request.clientInfo)
      try {
        let clientInfo = buildClientInfo(request.clientInfo, this.cryptoUtils.base64Decode);
        ccsCred = {
          credential: `${clientInfo.uid}${CLIENT_INFO_SEPARATOR}${clientInfo.utid}`,
          type: CcsCredentialType.HOME_ACCOUNT_ID
        };
      } catch (e) {
        this.logger.verbose(`Could not parse client info for CCS Header: '${e}'`, request.correlationId);
      }
    else
      ccsCred = request.ccsCredential;
    if (this.config.systemOptions.preventCorsPreflight && ccsCred)
      switch (ccsCred.type) {
        case CcsCredentialType.HOME_ACCOUNT_ID:
          try {
            let clientInfo = buildClientInfoFromHomeAccountId(ccsCred.credential);
            addCcsOid(parameters, clientInfo);
          } catch (e) {
            this.logger.verbose(`Could not parse home account ID for CCS Header: '${e}'`, request.correlationId);
          }
          break;
        case CcsCredentialType.UPN:
          addCcsUpn(parameters, ccsCred.credential);
          break;
      }
    return request.embeddedClientId && addBrokerParameters(parameters, this.config.authOptions.clientId, this.config.authOptions.redirectUri), request.extraParameters && addExtraParameters(parameters, request.extraParameters), request.enableSpaAuthorizationCode && (!request.extraParameters || !request.extraParameters[RETURN_SPA_CODE]) && addExtraParameters(parameters, {
      [RETURN_SPA_CODE]: "1"
    }), instrumentBrokerParams(parameters, request.correlationId, this.performanceClient), addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities, request.skipBrokerClaims), mapToQueryString(parameters);
  }
  createLogoutUrlQueryString(request) {
    let parameters = /* @__PURE__ */ new Map();
    return request.postLogoutRedirectUri && addPostLogoutRedirectUri(parameters, request.postLogoutRedirectUri), request.correlationId && addCorrelationId(parameters, request.correlationId), request.idTokenHint && addIdTokenHint(parameters, request.idTokenHint), request.state && addState(parameters, request.state), request.logoutHint && addLogoutHint(parameters, request.logoutHint), request.popupOriginCheckDone && addPopupOriginCheckDone(parameters), request.extraQueryParameters && addExtraParameters(parameters, request.extraQueryParameters), this.config.authOptions.instanceAware && addInstanceAware(parameters), mapToQueryString(parameters);
  }
  async updateTokenEndpointAuthority(cloudInstanceHostName, correlationId) {
    let cloudInstanceAuthorityUri = `https://${cloudInstanceHostName}/${this.authority.tenant}/`, cloudInstanceAuthority = await createDiscoveredInstance(cloudInstanceAuthorityUri, this.networkClient, this.cacheManager, this.authority.options, this.logger, correlationId, this.performanceClient);
    this.authority = cloudInstanceAuthority;
  }
};

// node_modules/@azure/msal-common/dist/protocol/Authorize.mjs
var Authorize_exports = {};
__export(Authorize_exports, {
  getAuthorizationCodePayload: () => getAuthorizationCodePayload,
  getAuthorizeUrl: () => getAuthorizeUrl,
  getStandardAuthorizeRequestParameters: () => getStandardAuthorizeRequestParameters,
  validateAuthorizationResponse: () => validateAuthorizationResponse
});
function getStandardAuthorizeRequestParameters(authOptions, request, logger28, performanceClient) {
  let correlationId = request.correlationId, parameters = /* @__PURE__ */ new Map();
  addClientId(parameters, request.embeddedClientId || request.extraQueryParameters?.[CLIENT_ID] || authOptions.clientId);
  let requestScopes = [
    ...request.scopes || [],
    ...request.extraScopesToConsent || []
  ];
  if (addScopes(parameters, requestScopes, request.correlationId, !0, authOptions.authority.options.OIDCOptions?.defaultScopes), addResource(parameters, request.resource), addRedirectUri(parameters, request.redirectUri), addCorrelationId(parameters, correlationId), addResponseMode(parameters, request.responseMode), addClientInfo(parameters), addCliData(parameters), request.prompt && (addPrompt(parameters, request.prompt), performanceClient?.addFields({ prompt: request.prompt }, correlationId)), request.domainHint && (addDomainHint(parameters, request.domainHint), performanceClient?.addFields({ domainHintFromRequest: !0 }, correlationId)), request.prompt !== PromptValue.SELECT_ACCOUNT)
    if (request.sid && request.prompt === PromptValue.NONE)
      logger28.verbose("createAuthCodeUrlQueryString: Prompt is none, adding sid from request", request.correlationId), addSid(parameters, request.sid), performanceClient?.addFields({ sidFromRequest: !0 }, correlationId);
    else if (request.account) {
      let accountSid = extractAccountSid(request.account), accountLoginHintClaim = extractLoginHint(request.account);
      if (accountLoginHintClaim && request.domainHint && (logger28.warning('AuthorizationCodeClient.createAuthCodeUrlQueryString: "domainHint" param is set, skipping opaque "login_hint" claim. Please consider not passing domainHint', request.correlationId), accountLoginHintClaim = null), accountLoginHintClaim) {
        logger28.verbose("createAuthCodeUrlQueryString: login_hint claim present on account", request.correlationId), addLoginHint(parameters, accountLoginHintClaim), performanceClient?.addFields({ loginHintFromClaim: !0 }, correlationId);
        try {
          let clientInfo = buildClientInfoFromHomeAccountId(request.account.homeAccountId);
          addCcsOid(parameters, clientInfo);
        } catch {
          logger28.verbose("createAuthCodeUrlQueryString: Could not parse home account ID for CCS Header", request.correlationId);
        }
      } else if (accountSid && request.prompt === PromptValue.NONE) {
        logger28.verbose("createAuthCodeUrlQueryString: Prompt is none, adding sid from account", request.correlationId), addSid(parameters, accountSid), performanceClient?.addFields({ sidFromClaim: !0 }, correlationId);
        try {
          let clientInfo = buildClientInfoFromHomeAccountId(request.account.homeAccountId);
          addCcsOid(parameters, clientInfo);
        } catch {
          logger28.verbose("createAuthCodeUrlQueryString: Could not parse home account ID for CCS Header", request.correlationId);
        }
      } else if (request.loginHint)
        logger28.verbose("createAuthCodeUrlQueryString: Adding login_hint from request", request.correlationId), addLoginHint(parameters, request.loginHint), addCcsUpn(parameters, request.loginHint), performanceClient?.addFields({ loginHintFromRequest: !0 }, correlationId);
      else if (request.account.username) {
        logger28.verbose("createAuthCodeUrlQueryString: Adding login_hint from account", request.correlationId), addLoginHint(parameters, request.account.username), performanceClient?.addFields({ loginHintFromUpn: !0 }, correlationId);
        try {
          let clientInfo = buildClientInfoFromHomeAccountId(request.account.homeAccountId);
          addCcsOid(parameters, clientInfo);
        } catch {
          logger28.verbose("createAuthCodeUrlQueryString: Could not parse home account ID for CCS Header", request.correlationId);
        }
      }
    } else request.loginHint && (logger28.verbose("createAuthCodeUrlQueryString: No account, adding login_hint from request", request.correlationId), addLoginHint(parameters, request.loginHint), addCcsUpn(parameters, request.loginHint), performanceClient?.addFields({ loginHintFromRequest: !0 }, correlationId));
  else
    logger28.verbose("createAuthCodeUrlQueryString: Prompt is select_account, ignoring account hints", request.correlationId);
  return request.nonce && addNonce(parameters, request.nonce), request.state && addState(parameters, request.state), request.embeddedClientId && addBrokerParameters(parameters, authOptions.clientId, authOptions.redirectUri), addClaims(parameters, request.correlationId, request.claims, authOptions.clientCapabilities, request.skipBrokerClaims), authOptions.instanceAware && (!request.extraQueryParameters || !Object.keys(request.extraQueryParameters).includes(INSTANCE_AWARE)) && addInstanceAware(parameters), request.popupOriginCheckDone && addPopupOriginCheckDone(parameters), parameters;
}
function getAuthorizeUrl(authority, requestParameters) {
  let queryString = mapToQueryString(requestParameters);
  return UrlString.appendQueryString(authority.authorizationEndpoint, queryString);
}
function getAuthorizationCodePayload(serverParams, cachedState, correlationId) {
  if (validateAuthorizationResponse(serverParams, cachedState, correlationId), !serverParams.code)
    throw createClientAuthError(authorizationCodeMissingFromServerResponse, correlationId);
  return serverParams;
}
function validateAuthorizationResponse(serverResponse, requestState, correlationId) {
  if (!serverResponse.state || !requestState)
    throw serverResponse.state ? createClientAuthError(stateNotFound, correlationId, "Cached State") : createClientAuthError(stateNotFound, correlationId, "Server State");
  let decodedServerResponseState, decodedRequestState;
  try {
    decodedServerResponseState = decodeURIComponent(serverResponse.state);
  } catch {
    throw createClientAuthError(invalidState, correlationId);
  }
  try {
    decodedRequestState = decodeURIComponent(requestState);
  } catch {
    throw createClientAuthError(invalidState, correlationId);
  }
  if (decodedServerResponseState !== decodedRequestState)
    throw createClientAuthError(stateMismatch, correlationId);
  if (serverResponse.error || serverResponse.error_description || serverResponse.suberror) {
    let serverErrorNo = parseServerErrorNo(serverResponse);
    throw isInteractionRequiredError(serverResponse.error, serverResponse.error_description, serverResponse.suberror) ? new InteractionRequiredAuthError(serverResponse.error || "", serverResponse.correlation_id || correlationId, serverResponse.error_description, serverResponse.suberror, serverResponse.timestamp || "", serverResponse.trace_id || "", serverResponse.claims || "", serverErrorNo) : new ServerError(serverResponse.error || "", serverResponse.correlation_id || correlationId, serverResponse.error_description, serverResponse.suberror, serverErrorNo);
  }
}
function parseServerErrorNo(serverResponse) {
  let errorCodePrefix = "code=", errorCodePrefixIndex = serverResponse.error_uri?.lastIndexOf(errorCodePrefix);
  return errorCodePrefixIndex && errorCodePrefixIndex >= 0 ? serverResponse.error_uri?.substring(errorCodePrefixIndex + errorCodePrefix.length) : void 0;
}
function extractAccountSid(account) {
  return account.idTokenClaims?.sid || null;
}
function extractLoginHint(account) {
  return account.loginHint || account.idTokenClaims?.login_hint || null;
}

// node_modules/@azure/msal-common/dist/client/RefreshTokenClient.mjs
var DEFAULT_REFRESH_TOKEN_EXPIRATION_OFFSET_SECONDS = 300, RefreshTokenClient = class {
  constructor(configuration, performanceClient) {
    this.config = buildClientConfiguration(configuration), this.logger = new Logger(this.config.loggerOptions, name, version), this.cryptoUtils = this.config.cryptoInterface, this.cacheManager = this.config.storageInterface, this.networkClient = this.config.networkInterface, this.serverTelemetryManager = this.config.serverTelemetryManager, this.authority = this.config.authOptions.authority, this.performanceClient = performanceClient;
  }
  async acquireToken(request, apiId) {
    let reqTimestamp = nowSeconds(), response = await invokeAsync(this.executeTokenRequest.bind(this), RefreshTokenClientExecuteTokenRequest, this.logger, this.performanceClient, request.correlationId)(request, this.authority), requestId = response.headers?.[HeaderNames.X_MS_REQUEST_ID], responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(response.body, request.correlationId), invokeAsync(responseHandler.handleServerTokenResponse.bind(responseHandler), HandleServerTokenResponse, this.logger, this.performanceClient, request.correlationId)(response.body, this.authority, reqTimestamp, request, apiId, void 0, void 0, !0, request.forceCache, requestId);
  }
  async acquireTokenByRefreshToken(request, apiId) {
    if (!request)
      throw createClientConfigurationError(tokenRequestEmpty, "");
    if (!request.account)
      throw createClientAuthError(noAccountInSilentRequest, request.correlationId);
    if (this.cacheManager.isAppMetadataFOCI(request.account.environment, request.correlationId))
      try {
        return await invokeAsync(this.acquireTokenWithCachedRefreshToken.bind(this), RefreshTokenClientAcquireTokenWithCachedRefreshToken, this.logger, this.performanceClient, request.correlationId)(request, !0, apiId);
      } catch (e) {
        let noFamilyRTInCache = e instanceof InteractionRequiredAuthError && e.errorCode === noTokensFound, clientMismatchErrorWithFamilyRT = e instanceof ServerError && e.errorCode === INVALID_GRANT_ERROR && e.subError === CLIENT_MISMATCH_ERROR;
        if (noFamilyRTInCache || clientMismatchErrorWithFamilyRT)
          return invokeAsync(this.acquireTokenWithCachedRefreshToken.bind(this), RefreshTokenClientAcquireTokenWithCachedRefreshToken, this.logger, this.performanceClient, request.correlationId)(request, !1, apiId);
        throw e;
      }
    return invokeAsync(this.acquireTokenWithCachedRefreshToken.bind(this), RefreshTokenClientAcquireTokenWithCachedRefreshToken, this.logger, this.performanceClient, request.correlationId)(request, !1, apiId);
  }
  async acquireTokenWithCachedRefreshToken(request, foci, apiId) {
    let refreshToken = invoke(this.cacheManager.getRefreshToken.bind(this.cacheManager), CacheManagerGetRefreshToken, this.logger, this.performanceClient, request.correlationId)(request.account, foci, request.correlationId, void 0);
    if (!refreshToken)
      throw createInteractionRequiredAuthError(noTokensFound, request.correlationId);
    if (refreshToken.expiresOn) {
      let offset = request.refreshTokenExpirationOffsetSeconds || DEFAULT_REFRESH_TOKEN_EXPIRATION_OFFSET_SECONDS;
      if (this.performanceClient?.addFields({
        cacheRtExpiresOnSeconds: Number(refreshToken.expiresOn),
        rtOffsetSeconds: offset
      }, request.correlationId), isTokenExpired(refreshToken.expiresOn, offset))
        throw createInteractionRequiredAuthError(refreshTokenExpired, request.correlationId);
    }
    let refreshTokenRequest = {
      ...request,
      refreshToken: refreshToken.secret,
      authenticationScheme: request.authenticationScheme || AuthenticationScheme.BEARER,
      ccsCredential: {
        credential: request.account.homeAccountId,
        type: CcsCredentialType.HOME_ACCOUNT_ID
      }
    };
    if (refreshTokenRequest.authenticationScheme === AuthenticationScheme.DPOP && !refreshTokenRequest.dpopJkt) {
      let dpopProofGenerator = new DpopProofGenerator(this.cryptoUtils, this.config.tokenBindingKeyManager);
      refreshTokenRequest.dpopJkt = await dpopProofGenerator.generateJkt(request.correlationId);
    }
    try {
      return await invokeAsync(this.acquireToken.bind(this), RefreshTokenClientAcquireToken, this.logger, this.performanceClient, request.correlationId)(refreshTokenRequest, apiId);
    } catch (e) {
      if (e instanceof InteractionRequiredAuthError && e.subError === badToken) {
        this.logger.verbose("acquireTokenWithRefreshToken: bad refresh token, removing from cache", request.correlationId);
        let badRefreshTokenKey = this.cacheManager.generateCredentialKey(refreshToken);
        this.cacheManager.removeRefreshToken(badRefreshTokenKey, request.correlationId);
      }
      throw e;
    }
  }
  async executeTokenRequest(request, authority) {
    let queryParametersString = createTokenQueryParameters(request, this.config.authOptions.clientId, this.config.authOptions.redirectUri, this.performanceClient), endpoint = UrlString.appendQueryString(authority.tokenEndpoint, queryParametersString), requestBody = await invokeAsync(this.createTokenRequestBody.bind(this), RefreshTokenClientCreateTokenRequestBody, this.logger, this.performanceClient, request.correlationId)(request), headers = createTokenRequestHeaders(this.logger, this.config.systemOptions.preventCorsPreflight, request.ccsCredential);
    await addDpopTokenProofHeader(headers, request, endpoint, this.cryptoUtils, this.config.tokenBindingKeyManager);
    let thumbprint = getRequestThumbprint(this.config.authOptions.clientId, request);
    return invokeAsync(executePostToTokenEndpoint, RefreshTokenClientExecutePostToTokenEndpoint, this.logger, this.performanceClient, request.correlationId)(endpoint, requestBody, headers, thumbprint, request.correlationId, this.cacheManager, this.networkClient, this.logger, this.performanceClient, this.serverTelemetryManager);
  }
  async createTokenRequestBody(request) {
    let parameters = /* @__PURE__ */ new Map();
    if (addClientId(parameters, request.embeddedClientId || request.extraParameters?.[CLIENT_ID] || this.config.authOptions.clientId), request.redirectUri && addRedirectUri(parameters, request.redirectUri), addScopes(parameters, request.scopes, request.correlationId, !0, this.config.authOptions.authority.options.OIDCOptions?.defaultScopes), addResource(parameters, request.resource), addGrantType(parameters, GrantType.REFRESH_TOKEN_GRANT), addClientInfo(parameters), addLibraryInfo(parameters, this.config.libraryInfo), addApplicationTelemetry(parameters, this.config.telemetry.application), addThrottling(parameters), this.serverTelemetryManager && !isOidcProtocolMode(this.config) && addServerTelemetry(parameters, this.serverTelemetryManager), addRefreshToken(parameters, request.refreshToken), request.attributeTokens && addAttributeTokens(parameters, request.attributeTokens), this.performanceClient?.addFields({
      hasAttributeTokens: !!request.attributeTokens?.length
    }, request.correlationId), this.config.clientCredentials.clientSecret && addClientSecret(parameters, this.config.clientCredentials.clientSecret), this.config.clientCredentials.clientAssertion) {
      let clientAssertion = this.config.clientCredentials.clientAssertion;
      addClientAssertion(parameters, await getClientAssertion(clientAssertion.assertion, this.config.authOptions.clientId, request.resourceRequestUri)), addClientAssertionType(parameters, clientAssertion.assertionType);
    }
    if (request.authenticationScheme === AuthenticationScheme.POP) {
      let popTokenGenerator = new PopTokenGenerator(this.cryptoUtils, this.config.tokenBindingKeyManager, this.performanceClient), reqCnfData;
      request.popKid ? reqCnfData = this.cryptoUtils.encodeKid(request.popKid) : reqCnfData = (await invokeAsync(popTokenGenerator.generateCnf.bind(popTokenGenerator), PopTokenGenerateCnf, this.logger, this.performanceClient, request.correlationId)(request, this.logger)).reqCnfString, addPopToken(parameters, reqCnfData);
    } else if (request.authenticationScheme === AuthenticationScheme.SSH)
      if (request.sshJwk)
        addSshJwk(parameters, request.sshJwk);
      else
        throw createClientConfigurationError(missingSshJwk, request.correlationId);
    if (this.config.systemOptions.preventCorsPreflight && request.ccsCredential)
      switch (request.ccsCredential.type) {
        case CcsCredentialType.HOME_ACCOUNT_ID:
          try {
            let clientInfo = buildClientInfoFromHomeAccountId(request.ccsCredential.credential);
            addCcsOid(parameters, clientInfo);
          } catch (e) {
            this.logger.verbose(`Could not parse home account ID for CCS Header: '${e}'`, request.correlationId);
          }
          break;
        case CcsCredentialType.UPN:
          addCcsUpn(parameters, request.ccsCredential.credential);
          break;
      }
    return request.embeddedClientId && addBrokerParameters(parameters, this.config.authOptions.clientId, this.config.authOptions.redirectUri), request.extraParameters && addExtraParameters(parameters, {
      ...request.extraParameters
    }), instrumentBrokerParams(parameters, request.correlationId, this.performanceClient), addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities, request.skipBrokerClaims), mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-common/dist/telemetry/server/ServerTelemetryManager.mjs
var skuGroupSeparator = ",", skuValueSeparator = "|";
function makeExtraSkuString(params) {
  let { skus, libraryName, libraryVersion, extensionName, extensionVersion } = params, skuMap = /* @__PURE__ */ new Map([
    [0, [libraryName, libraryVersion]],
    [2, [extensionName, extensionVersion]]
  ]), skuArr = [];
  if (skus?.length) {
    if (skuArr = skus.split(skuGroupSeparator), skuArr.length < 4)
      return skus;
  } else
    skuArr = Array.from({ length: 4 }, () => skuValueSeparator);
  return skuMap.forEach((value, key) => {
    value.length === 2 && value[0]?.length && value[1]?.length && setSku({
      skuArr,
      index: key,
      skuName: value[0],
      skuVersion: value[1]
    });
  }), skuArr.join(skuGroupSeparator);
}
function setSku(params) {
  let { skuArr, index, skuName, skuVersion } = params;
  index >= skuArr.length || (skuArr[index] = [skuName, skuVersion].join(skuValueSeparator));
}
var ServerTelemetryManager = class _ServerTelemetryManager {
  constructor(telemetryRequest, cacheManager) {
    this.cacheOutcome = CacheOutcome.NOT_APPLICABLE, this.cacheManager = cacheManager, this.apiId = telemetryRequest.apiId, this.correlationId = telemetryRequest.correlationId, this.wrapperSKU = telemetryRequest.wrapperSKU || "", this.wrapperVer = telemetryRequest.wrapperVer || "", this.telemetryCacheKey = SERVER_TELEM_CACHE_KEY + CACHE_KEY_SEPARATOR + telemetryRequest.clientId;
  }
  generateCurrentRequestHeaderValue() {
    let request = `${this.apiId}${SERVER_TELEM_VALUE_SEPARATOR}${this.cacheOutcome}`, platformFieldsArr = [this.wrapperSKU, this.wrapperVer], nativeBrokerErrorCode = this.getNativeBrokerErrorCode();
    nativeBrokerErrorCode?.length && platformFieldsArr.push(`broker_error=${nativeBrokerErrorCode}`);
    let platformFields = platformFieldsArr.join(SERVER_TELEM_VALUE_SEPARATOR), regionDiscoveryFields = this.getRegionDiscoveryFields(), requestWithRegionDiscoveryFields = [
      request,
      regionDiscoveryFields
    ].join(SERVER_TELEM_VALUE_SEPARATOR);
    return [
      SERVER_TELEM_SCHEMA_VERSION,
      requestWithRegionDiscoveryFields,
      platformFields
    ].join(SERVER_TELEM_CATEGORY_SEPARATOR);
  }
  generateLastRequestHeaderValue() {
    let lastRequests = this.getLastRequests(), maxErrors = _ServerTelemetryManager.maxErrorsToSend(lastRequests), failedRequests = lastRequests.failedRequests.slice(0, 2 * maxErrors).join(SERVER_TELEM_VALUE_SEPARATOR), errors = lastRequests.errors.slice(0, maxErrors).join(SERVER_TELEM_VALUE_SEPARATOR), errorCount = lastRequests.errors.length, overflow = maxErrors < errorCount ? SERVER_TELEM_OVERFLOW_TRUE : SERVER_TELEM_OVERFLOW_FALSE, platformFields = [errorCount, overflow].join(SERVER_TELEM_VALUE_SEPARATOR);
    return [
      SERVER_TELEM_SCHEMA_VERSION,
      lastRequests.cacheHits,
      failedRequests,
      errors,
      platformFields
    ].join(SERVER_TELEM_CATEGORY_SEPARATOR);
  }
  cacheFailedRequest(error) {
    try {
      let lastRequests = this.getLastRequests();
      lastRequests.errors.length >= SERVER_TELEM_MAX_CACHED_ERRORS && (lastRequests.failedRequests.shift(), lastRequests.failedRequests.shift(), lastRequests.errors.shift()), lastRequests.failedRequests.push(this.apiId, this.correlationId), error instanceof Error && error && error.toString() ? error instanceof AuthError ? error.subError ? lastRequests.errors.push(error.subError) : error.errorCode ? lastRequests.errors.push(error.errorCode) : lastRequests.errors.push(error.toString()) : lastRequests.errors.push(error.toString()) : lastRequests.errors.push(SERVER_TELEM_UNKNOWN_ERROR), this.cacheManager.setServerTelemetry(this.telemetryCacheKey, lastRequests, this.correlationId);
    } catch {
    }
  }
  incrementCacheHits() {
    let lastRequests = this.getLastRequests();
    return lastRequests.cacheHits += 1, this.cacheManager.setServerTelemetry(this.telemetryCacheKey, lastRequests, this.correlationId), lastRequests.cacheHits;
  }
  getLastRequests() {
    let initialValue = {
      failedRequests: [],
      errors: [],
      cacheHits: 0
    };
    return this.cacheManager.getServerTelemetry(this.telemetryCacheKey, this.correlationId) || initialValue;
  }
  clearTelemetryCache() {
    let lastRequests = this.getLastRequests(), numErrorsFlushed = _ServerTelemetryManager.maxErrorsToSend(lastRequests), errorCount = lastRequests.errors.length;
    if (numErrorsFlushed === errorCount)
      this.cacheManager.removeItem(this.telemetryCacheKey, this.correlationId);
    else {
      let serverTelemEntity = {
        failedRequests: lastRequests.failedRequests.slice(numErrorsFlushed * 2),
        errors: lastRequests.errors.slice(numErrorsFlushed),
        cacheHits: 0
      };
      this.cacheManager.setServerTelemetry(this.telemetryCacheKey, serverTelemEntity, this.correlationId);
    }
  }
  static maxErrorsToSend(serverTelemetryEntity) {
    let i, maxErrors = 0, dataSize = 0, errorCount = serverTelemetryEntity.errors.length;
    for (i = 0; i < errorCount; i++) {
      let apiId = serverTelemetryEntity.failedRequests[2 * i] || "", correlationId = serverTelemetryEntity.failedRequests[2 * i + 1] || "", errorCode = serverTelemetryEntity.errors[i] || "";
      if (dataSize += apiId.toString().length + correlationId.toString().length + errorCode.length + 3, dataSize < SERVER_TELEM_MAX_LAST_HEADER_BYTES)
        maxErrors += 1;
      else
        break;
    }
    return maxErrors;
  }
  getRegionDiscoveryFields() {
    let regionDiscoveryFields = [];
    return regionDiscoveryFields.push(this.regionUsed || ""), regionDiscoveryFields.push(this.regionSource || ""), regionDiscoveryFields.push(this.regionOutcome || ""), regionDiscoveryFields.join(",");
  }
  updateRegionDiscoveryMetadata(regionDiscoveryMetadata) {
    this.regionUsed = regionDiscoveryMetadata.region_used, this.regionSource = regionDiscoveryMetadata.region_source, this.regionOutcome = regionDiscoveryMetadata.region_outcome;
  }
  setCacheOutcome(cacheOutcome) {
    this.cacheOutcome = cacheOutcome;
  }
  setNativeBrokerErrorCode(errorCode) {
    let lastRequests = this.getLastRequests();
    lastRequests.nativeBrokerErrorCode = errorCode, this.cacheManager.setServerTelemetry(this.telemetryCacheKey, lastRequests, this.correlationId);
  }
  getNativeBrokerErrorCode() {
    return this.getLastRequests().nativeBrokerErrorCode;
  }
  clearNativeBrokerErrorCode() {
    let lastRequests = this.getLastRequests();
    delete lastRequests.nativeBrokerErrorCode, this.cacheManager.setServerTelemetry(this.telemetryCacheKey, lastRequests, this.correlationId);
  }
  static makeExtraSkuString(params) {
    return makeExtraSkuString(params);
  }
};

// node_modules/@azure/msal-common/dist/client/SilentFlowClient.mjs
var SilentFlowClient = class {
  constructor(configuration, performanceClient) {
    this.config = buildClientConfiguration(configuration), this.logger = new Logger(this.config.loggerOptions, name, version), this.cryptoUtils = this.config.cryptoInterface, this.cacheManager = this.config.storageInterface, this.networkClient = this.config.networkInterface, this.serverTelemetryManager = this.config.serverTelemetryManager, this.authority = this.config.authOptions.authority, this.performanceClient = performanceClient;
  }
  async acquireCachedToken(request) {
    let lastCacheOutcome = CacheOutcome.NOT_APPLICABLE;
    if (request.forceRefresh || !StringUtils.isEmptyObj(request.claims))
      throw this.setCacheOutcome(CacheOutcome.FORCE_REFRESH_OR_CLAIMS, request.correlationId), createClientAuthError(tokenRefreshRequired, request.correlationId);
    if (!request.account)
      throw createClientAuthError(noAccountInSilentRequest, request.correlationId);
    let requestTenantId = request.account.tenantId || getTenantFromAuthorityString(request.authority, request.correlationId), tokenKeys = this.cacheManager.getTokenKeys(), cachedAccessToken = this.cacheManager.getAccessToken(request.account, request, tokenKeys, requestTenantId);
    if (cachedAccessToken) {
      if (wasClockTurnedBack(cachedAccessToken.cachedAt) || isTokenExpired(cachedAccessToken.expiresOn, this.config.systemOptions.tokenRenewalOffsetSeconds))
        throw this.setCacheOutcome(CacheOutcome.CACHED_ACCESS_TOKEN_EXPIRED, request.correlationId), createClientAuthError(tokenRefreshRequired, request.correlationId);
      if (request.resource) {
        if (cachedAccessToken.resource !== request.resource)
          throw this.setCacheOutcome(CacheOutcome.NO_CACHED_ACCESS_TOKEN, request.correlationId), createClientAuthError(tokenRefreshRequired, request.correlationId);
      } else cachedAccessToken.refreshOn && isTokenExpired(cachedAccessToken.refreshOn, 0) && (lastCacheOutcome = CacheOutcome.PROACTIVELY_REFRESHED);
    } else throw this.setCacheOutcome(CacheOutcome.NO_CACHED_ACCESS_TOKEN, request.correlationId), createClientAuthError(tokenRefreshRequired, request.correlationId);
    if (cachedAccessToken.tokenType?.toLowerCase() === AuthenticationScheme.DPOP.toLowerCase()) {
      if (!cachedAccessToken.keyId)
        throw this.logger.info("SilentFlowClient:acquireCachedToken - Cached DPoP access token is missing keyId; refresh required", request.correlationId), this.setCacheOutcome(CacheOutcome.NO_CACHED_ACCESS_TOKEN, request.correlationId), createClientAuthError(tokenRefreshRequired, request.correlationId);
      try {
        await this.config.tokenBindingKeyManager.getTokenBindingPublicKeyJwk(cachedAccessToken.keyId, request.correlationId);
      } catch {
        throw this.logger.info("SilentFlowClient:acquireCachedToken - Local DPoP key was not found for cached access token; refresh required", request.correlationId), this.setCacheOutcome(CacheOutcome.NO_CACHED_ACCESS_TOKEN, request.correlationId), createClientAuthError(tokenRefreshRequired, request.correlationId);
      }
    }
    let environment = request.authority || this.authority.getPreferredCache(), cacheRecord = {
      account: this.cacheManager.getAccount(this.cacheManager.generateAccountKey(request.account), request.correlationId),
      accessToken: cachedAccessToken,
      idToken: this.cacheManager.getIdToken(request.account, request.correlationId, tokenKeys, requestTenantId),
      refreshToken: null,
      appMetadata: this.cacheManager.readAppMetadataFromCache(environment, request.correlationId)
    };
    return this.setCacheOutcome(lastCacheOutcome, request.correlationId), this.config.serverTelemetryManager && this.config.serverTelemetryManager.incrementCacheHits(), [
      await invokeAsync(this.generateResultFromCacheRecord.bind(this), SilentFlowClientGenerateResultFromCacheRecord, this.logger, this.performanceClient, request.correlationId)(cacheRecord, request),
      lastCacheOutcome
    ];
  }
  setCacheOutcome(cacheOutcome, correlationId) {
    this.serverTelemetryManager?.setCacheOutcome(cacheOutcome), this.performanceClient?.addFields({
      cacheOutcome
    }, correlationId), cacheOutcome !== CacheOutcome.NOT_APPLICABLE && this.logger.info(`Token refresh is required due to cache outcome: '${cacheOutcome}'`, correlationId);
  }
  async generateResultFromCacheRecord(cacheRecord, request) {
    let idTokenClaims;
    return cacheRecord.idToken && (idTokenClaims = extractTokenClaims(cacheRecord.idToken.secret, this.config.cryptoInterface.base64Decode, request.correlationId)), ResponseHandler.generateAuthenticationResult(this.cryptoUtils, this.authority, cacheRecord, !0, request, this.performanceClient, {
      idTokenClaims,
      tokenBindingKeyManager: this.config.tokenBindingKeyManager
    });
  }
};

// node_modules/@azure/msal-common/dist/request/BaseAuthRequest.mjs
function enforceResourceParameter(isMcp, request) {
  if (isMcp) {
    if (request.resource && (containsResourceParam(request.extraParameters) || containsResourceParam(request.extraQueryParameters)))
      throw createClientAuthError(misplacedResourceParam, request.correlationId || "");
    if (!request.resource)
      throw createClientAuthError(resourceParameterRequired, request.correlationId || "");
  }
}
function containsResourceParam(params) {
  return params ? Object.prototype.hasOwnProperty.call(params, "resource") : !1;
}

// node_modules/@azure/msal-node/dist/cache/serializer/Deserializer.mjs
var Deserializer = class {
  static deserializeJSONBlob(jsonFile) {
    return jsonFile ? JSON.parse(jsonFile) : {};
  }
  static deserializeAccounts(accounts) {
    let accountObjects = {};
    return accounts && Object.keys(accounts).map(function(key) {
      let serializedAcc = accounts[key], mappedAcc = {
        homeAccountId: serializedAcc.home_account_id,
        environment: serializedAcc.environment,
        realm: serializedAcc.realm,
        localAccountId: serializedAcc.local_account_id,
        username: serializedAcc.username,
        authorityType: serializedAcc.authority_type,
        name: serializedAcc.name,
        clientInfo: serializedAcc.client_info,
        lastModificationTime: serializedAcc.last_modification_time,
        lastModificationApp: serializedAcc.last_modification_app,
        tenantProfiles: serializedAcc.tenantProfiles?.map((serializedTenantProfile) => JSON.parse(serializedTenantProfile)),
        lastUpdatedAt: Date.now().toString()
      }, account = {};
      CacheManager.toObject(account, mappedAcc), accountObjects[key] = account;
    }), accountObjects;
  }
  static deserializeIdTokens(idTokens) {
    let idObjects = {};
    return idTokens && Object.keys(idTokens).map(function(key) {
      let serializedIdT = idTokens[key], idToken = {
        homeAccountId: serializedIdT.home_account_id,
        environment: serializedIdT.environment,
        credentialType: serializedIdT.credential_type,
        clientId: serializedIdT.client_id,
        secret: serializedIdT.secret,
        realm: serializedIdT.realm,
        lastUpdatedAt: Date.now().toString()
      };
      idObjects[key] = idToken;
    }), idObjects;
  }
  static deserializeAccessTokens(accessTokens) {
    let atObjects = {};
    return accessTokens && Object.keys(accessTokens).map(function(key) {
      let serializedAT = accessTokens[key], accessToken = {
        homeAccountId: serializedAT.home_account_id,
        environment: serializedAT.environment,
        credentialType: serializedAT.credential_type,
        clientId: serializedAT.client_id,
        secret: serializedAT.secret,
        realm: serializedAT.realm,
        target: serializedAT.target,
        cachedAt: serializedAT.cached_at,
        expiresOn: serializedAT.expires_on,
        extendedExpiresOn: serializedAT.extended_expires_on,
        refreshOn: serializedAT.refresh_on,
        keyId: serializedAT.key_id,
        tokenType: serializedAT.token_type,
        userAssertionHash: serializedAT.userAssertionHash,
        resource: serializedAT.resource,
        additionalCacheKeyComponents: serializedAT.additionalCacheKeyComponents,
        lastUpdatedAt: Date.now().toString()
      };
      atObjects[key] = accessToken;
    }), atObjects;
  }
  static deserializeRefreshTokens(refreshTokens) {
    let rtObjects = {};
    return refreshTokens && Object.keys(refreshTokens).map(function(key) {
      let serializedRT = refreshTokens[key], refreshToken = {
        homeAccountId: serializedRT.home_account_id,
        environment: serializedRT.environment,
        credentialType: serializedRT.credential_type,
        clientId: serializedRT.client_id,
        secret: serializedRT.secret,
        familyId: serializedRT.family_id,
        target: serializedRT.target,
        realm: serializedRT.realm,
        lastUpdatedAt: Date.now().toString()
      };
      rtObjects[key] = refreshToken;
    }), rtObjects;
  }
  static deserializeAppMetadata(appMetadata) {
    let appMetadataObjects = {};
    return appMetadata && Object.keys(appMetadata).map(function(key) {
      let serializedAmdt = appMetadata[key];
      appMetadataObjects[key] = {
        clientId: serializedAmdt.client_id,
        environment: serializedAmdt.environment,
        familyId: serializedAmdt.family_id
      };
    }), appMetadataObjects;
  }
  static deserializeAllCache(jsonCache) {
    return {
      accounts: jsonCache.Account ? this.deserializeAccounts(jsonCache.Account) : {},
      idTokens: jsonCache.IdToken ? this.deserializeIdTokens(jsonCache.IdToken) : {},
      accessTokens: jsonCache.AccessToken ? this.deserializeAccessTokens(jsonCache.AccessToken) : {},
      refreshTokens: jsonCache.RefreshToken ? this.deserializeRefreshTokens(jsonCache.RefreshToken) : {},
      appMetadata: jsonCache.AppMetadata ? this.deserializeAppMetadata(jsonCache.AppMetadata) : {}
    };
  }
};

// node_modules/@azure/msal-node/dist/utils/Constants.mjs
var DEFAULT_MANAGED_IDENTITY_ID = "system_assigned_managed_identity", MANAGED_IDENTITY_DEFAULT_TENANT = "managed_identity", DEFAULT_AUTHORITY_FOR_MANAGED_IDENTITY = `https://login.microsoftonline.com/${MANAGED_IDENTITY_DEFAULT_TENANT}/`, ManagedIdentityHeaders = {
  AUTHORIZATION_HEADER_NAME: "Authorization",
  METADATA_HEADER_NAME: "Metadata",
  APP_SERVICE_SECRET_HEADER_NAME: "X-IDENTITY-HEADER",
  ML_AND_SF_SECRET_HEADER_NAME: "secret",
  CLIENT_SKU: AADServerParamKeys_exports.X_CLIENT_SKU,
  CLIENT_VER: AADServerParamKeys_exports.X_CLIENT_VER,
  CLIENT_REQUEST_ID: "x-ms-client-request-id"
}, ManagedIdentityQueryParameters = {
  API_VERSION: "api-version",
  RESOURCE: "resource",
  SHA256_TOKEN_TO_REFRESH: "token_sha256_to_refresh",
  XMS_CC: "xms_cc"
}, ManagedIdentityEnvironmentVariableNames = {
  AZURE_POD_IDENTITY_AUTHORITY_HOST: "AZURE_POD_IDENTITY_AUTHORITY_HOST",
  DEFAULT_IDENTITY_CLIENT_ID: "DEFAULT_IDENTITY_CLIENT_ID",
  IDENTITY_ENDPOINT: "IDENTITY_ENDPOINT",
  IDENTITY_HEADER: "IDENTITY_HEADER",
  IDENTITY_SERVER_THUMBPRINT: "IDENTITY_SERVER_THUMBPRINT",
  IMDS_ENDPOINT: "IMDS_ENDPOINT",
  MSI_ENDPOINT: "MSI_ENDPOINT",
  MSI_SECRET: "MSI_SECRET"
}, ManagedIdentitySourceNames = {
  APP_SERVICE: "AppService",
  AZURE_ARC: "AzureArc",
  CLOUD_SHELL: "CloudShell",
  DEFAULT_TO_IMDS: "DefaultToImds",
  IMDS: "Imds",
  MACHINE_LEARNING: "MachineLearning",
  SERVICE_FABRIC: "ServiceFabric"
}, ManagedIdentityIdType = {
  SYSTEM_ASSIGNED: "system-assigned",
  USER_ASSIGNED_CLIENT_ID: "user-assigned-client-id",
  USER_ASSIGNED_RESOURCE_ID: "user-assigned-resource-id",
  USER_ASSIGNED_OBJECT_ID: "user-assigned-object-id"
}, HttpMethod2 = {
  GET: "GET",
  POST: "POST"
}, REGION_ENVIRONMENT_VARIABLE = "REGION_NAME", MSAL_FORCE_REGION = "MSAL_FORCE_REGION", RANDOM_OCTET_SIZE = 32, Hash = {
  SHA256: "sha256"
}, CharSet = {
  CV_CHARSET: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
}, CACHE = {
  KEY_SEPARATOR: "-"
}, Constants = {
  MSAL_SKU: "msal.js.node",
  JWT_BEARER_ASSERTION_TYPE: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
  HTTP_PROTOCOL: "http://",
  LOCALHOST: "localhost"
}, ApiId = {
  acquireTokenSilent: 62,
  acquireTokenByUsernamePassword: 371,
  acquireTokenByDeviceCode: 671,
  acquireTokenByClientCredential: 771,
  acquireTokenByOBO: 772,
  acquireTokenWithManagedIdentity: 773,
  acquireTokenByUserFederatedIdentityCredential: 774,
  acquireTokenByCode: 871,
  acquireTokenByRefreshToken: 872
}, JwtConstants = {
  RSA_256: "RS256",
  PSS_256: "PS256",
  X5T_256: "x5t#S256",
  X5T: "x5t",
  X5C: "x5c",
  AUDIENCE: "aud",
  EXPIRATION_TIME: "exp",
  ISSUER: "iss",
  SUBJECT: "sub",
  NOT_BEFORE: "nbf",
  JWT_ID: "jti"
}, LOOPBACK_SERVER_CONSTANTS = {
  INTERVAL_MS: 100,
  TIMEOUT_MS: 5e3
}, AZURE_ARC_SECRET_FILE_MAX_SIZE_BYTES = 4096;

// node_modules/@azure/msal-node/dist/network/HttpClient.mjs
var HttpClient = class {
  async sendGetRequestAsync(url, options, timeout) {
    return this.sendRequest(url, HttpMethod2.GET, options, timeout);
  }
  async sendPostRequestAsync(url, options) {
    return this.sendRequest(url, HttpMethod2.POST, options);
  }
  async sendRequest(url, method, options, timeout) {
    let controller = new AbortController(), timeoutId;
    timeout && (timeoutId = setTimeout(() => {
      controller.abort();
    }, timeout));
    let fetchOptions = {
      method,
      headers: getFetchHeaders(options),
      signal: controller.signal
      // Enable cancellation via AbortController
    };
    method === HttpMethod2.POST && (fetchOptions.body = options?.body || "");
    let response;
    try {
      response = await fetch(url, fetchOptions);
    } catch (error) {
      if (timeoutId && clearTimeout(timeoutId), error instanceof Error && error.name === "AbortError")
        throw createAuthError(ClientAuthErrorCodes_exports.networkError, "", "Request timeout");
      let baseAuthError = createAuthError(ClientAuthErrorCodes_exports.networkError, "", `Network request failed: ${error instanceof Error ? error.message : "unknown"}`);
      throw createNetworkError(baseAuthError, void 0, void 0, error instanceof Error ? error : void 0);
    }
    timeoutId && clearTimeout(timeoutId);
    try {
      return {
        headers: getHeaderDict(response.headers),
        body: await response.json(),
        status: response.status
      };
    } catch (error) {
      throw createAuthError(ClientAuthErrorCodes_exports.tokenParsingError, "", `Failed to parse response: ${error instanceof Error ? error.message : "unknown"}`);
    }
  }
};
function getHeaderDict(headers) {
  let headerDict = {};
  return headers.forEach((value, key) => {
    headerDict[key] = value;
  }), headerDict;
}
function getFetchHeaders(options) {
  let headers = new Headers();
  return options && options.headers && Object.entries(options.headers).forEach(([key, value]) => {
    headers.append(key, value);
  }), headers;
}

// node_modules/@azure/msal-node/dist/error/ManagedIdentityErrorCodes.mjs
var invalidFileExtension = "invalid_file_extension", invalidFilePath = "invalid_file_path", invalidManagedIdentityIdType = "invalid_managed_identity_id_type", invalidSecret = "invalid_secret", missingId = "missing_client_id", networkUnavailable = "network_unavailable", platformNotSupported = "platform_not_supported", unableToCreateAzureArc = "unable_to_create_azure_arc", unableToCreateCloudShell = "unable_to_create_cloud_shell", unableToCreateSource = "unable_to_create_source", unableToReadSecretFile = "unable_to_read_secret_file", userAssignedNotAvailableAtRuntime = "user_assigned_not_available_at_runtime", userAssignedManagedIdentityNotConfirmed = "user_assigned_managed_identity_not_confirmed", wwwAuthenticateHeaderMissing = "www_authenticate_header_missing", wwwAuthenticateHeaderUnsupportedFormat = "www_authenticate_header_unsupported_format", MsiEnvironmentVariableUrlMalformedErrorCodes = {
  [ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST]: "azure_pod_identity_authority_host_url_malformed",
  [ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT]: "identity_endpoint_url_malformed",
  [ManagedIdentityEnvironmentVariableNames.IMDS_ENDPOINT]: "imds_endpoint_url_malformed",
  [ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT]: "msi_endpoint_url_malformed"
};

// node_modules/@azure/msal-node/dist/error/ManagedIdentityError.mjs
var ManagedIdentityErrorMessages = {
  [invalidFileExtension]: "The file path in the WWW-Authenticate header does not contain a .key file.",
  [invalidFilePath]: "The file path in the WWW-Authenticate header is not in a valid Windows or Linux Format.",
  [invalidManagedIdentityIdType]: "More than one ManagedIdentityIdType was provided.",
  [invalidSecret]: "The secret in the file on the file path in the WWW-Authenticate header is greater than 4096 bytes.",
  [platformNotSupported]: "The platform is not supported by Azure Arc. Azure Arc only supports Windows and Linux.",
  [missingId]: "A ManagedIdentityId id was not provided.",
  [MsiEnvironmentVariableUrlMalformedErrorCodes.AZURE_POD_IDENTITY_AUTHORITY_HOST]: `The Managed Identity's '${ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST}' environment variable is malformed.`,
  [MsiEnvironmentVariableUrlMalformedErrorCodes.IDENTITY_ENDPOINT]: `The Managed Identity's '${ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT}' environment variable is malformed.`,
  [MsiEnvironmentVariableUrlMalformedErrorCodes.IMDS_ENDPOINT]: `The Managed Identity's '${ManagedIdentityEnvironmentVariableNames.IMDS_ENDPOINT}' environment variable is malformed.`,
  [MsiEnvironmentVariableUrlMalformedErrorCodes.MSI_ENDPOINT]: `The Managed Identity's '${ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT}' environment variable is malformed.`,
  [networkUnavailable]: "Authentication unavailable. The request to the managed identity endpoint timed out.",
  [unableToCreateAzureArc]: "Azure Arc Managed Identities can only be system assigned.",
  [unableToCreateCloudShell]: "Cloud Shell Managed Identities can only be system assigned.",
  [unableToCreateSource]: "Unable to create a Managed Identity source based on environment variables.",
  [unableToReadSecretFile]: "Unable to read the secret file.",
  [userAssignedNotAvailableAtRuntime]: "Service Fabric user assigned managed identity ClientId or ResourceId is not configurable at runtime.",
  [userAssignedManagedIdentityNotConfirmed]: "Azure Arc did not confirm the requested user-assigned managed identity in the token response. The agent likely does not support user-assigned managed identity and returned the system-assigned identity.",
  [wwwAuthenticateHeaderMissing]: "A 401 response was received from the Azure Arc Managed Identity, but the www-authenticate header is missing.",
  [wwwAuthenticateHeaderUnsupportedFormat]: "A 401 response was received from the Azure Arc Managed Identity, but the www-authenticate header is in an unsupported format."
}, ManagedIdentityError = class _ManagedIdentityError extends AuthError {
  constructor(errorCode, correlationId) {
    super(errorCode, correlationId, ManagedIdentityErrorMessages[errorCode]), this.name = "ManagedIdentityError", Object.setPrototypeOf(this, _ManagedIdentityError.prototype);
  }
};
function createManagedIdentityError(errorCode, correlationId) {
  return new ManagedIdentityError(errorCode, correlationId);
}

// node_modules/@azure/msal-node/dist/config/ManagedIdentityId.mjs
var ManagedIdentityId = class {
  get id() {
    return this._id;
  }
  set id(value) {
    this._id = value;
  }
  get idType() {
    return this._idType;
  }
  set idType(value) {
    this._idType = value;
  }
  constructor(managedIdentityIdParams) {
    let userAssignedClientId = managedIdentityIdParams?.userAssignedClientId, userAssignedResourceId = managedIdentityIdParams?.userAssignedResourceId, userAssignedObjectId = managedIdentityIdParams?.userAssignedObjectId;
    if (userAssignedClientId) {
      if (userAssignedResourceId || userAssignedObjectId)
        throw createManagedIdentityError(invalidManagedIdentityIdType, "");
      this.id = userAssignedClientId, this.idType = ManagedIdentityIdType.USER_ASSIGNED_CLIENT_ID;
    } else if (userAssignedResourceId) {
      if (userAssignedClientId || userAssignedObjectId)
        throw createManagedIdentityError(invalidManagedIdentityIdType, "");
      this.id = userAssignedResourceId, this.idType = ManagedIdentityIdType.USER_ASSIGNED_RESOURCE_ID;
    } else if (userAssignedObjectId) {
      if (userAssignedClientId || userAssignedResourceId)
        throw createManagedIdentityError(invalidManagedIdentityIdType, "");
      this.id = userAssignedObjectId, this.idType = ManagedIdentityIdType.USER_ASSIGNED_OBJECT_ID;
    } else
      this.id = DEFAULT_MANAGED_IDENTITY_ID, this.idType = ManagedIdentityIdType.SYSTEM_ASSIGNED;
  }
};

// node_modules/@azure/msal-node/dist/error/NodeAuthError.mjs
var NodeAuthErrorMessage = {
  invalidLoopbackAddressType: {
    code: "invalid_loopback_server_address_type",
    desc: "Loopback server address is not type string. This is unexpected."
  },
  unableToLoadRedirectUri: {
    code: "unable_to_load_redirectUrl",
    desc: "Loopback server callback was invoked without a url. This is unexpected."
  },
  noAuthCodeInResponse: {
    code: "no_auth_code_in_response",
    desc: "No auth code found in the server response. Please check your network trace to determine what happened."
  },
  noLoopbackServerExists: {
    code: "no_loopback_server_exists",
    desc: "No loopback server exists yet."
  },
  loopbackServerAlreadyExists: {
    code: "loopback_server_already_exists",
    desc: "Loopback server already exists. Cannot create another."
  },
  loopbackServerTimeout: {
    code: "loopback_server_timeout",
    desc: "Timed out waiting for auth code listener to be registered."
  },
  loopbackServerQueryResponseNotSupported: {
    code: "loopback_server_query_response_not_supported",
    desc: "The loopback server received an OAuth response in the URL. Interactive authentication requires form_post."
  },
  stateNotFoundError: {
    code: "state_not_found",
    desc: "State not found. Please verify that the request originated from msal."
  },
  thumbprintMissing: {
    code: "thumbprint_missing_from_client_certificate",
    desc: "Client certificate does not contain a SHA-1 or SHA-256 thumbprint."
  },
  redirectUriNotSupported: {
    code: "redirect_uri_not_supported",
    desc: "RedirectUri is not supported in this scenario. Please remove redirectUri from the request."
  },
  unsupportedCcaInstanceAware: {
    code: "unsupported_cca_instance_aware",
    desc: "Instance-aware configuration is not supported by ConfidentialClientApplication."
  }
}, NodeAuthError = class _NodeAuthError extends AuthError {
  constructor(errorCode, correlationId, errorMessage) {
    super(errorCode, correlationId, errorMessage), this.name = "NodeAuthError";
  }
  static createInvalidLoopbackAddressTypeError() {
    return new _NodeAuthError(NodeAuthErrorMessage.invalidLoopbackAddressType.code, "", `${NodeAuthErrorMessage.invalidLoopbackAddressType.desc}`);
  }
  static createUnableToLoadRedirectUrlError() {
    return new _NodeAuthError(NodeAuthErrorMessage.unableToLoadRedirectUri.code, "", `${NodeAuthErrorMessage.unableToLoadRedirectUri.desc}`);
  }
  static createNoAuthCodeInResponseError(correlationId = "") {
    return new _NodeAuthError(NodeAuthErrorMessage.noAuthCodeInResponse.code, correlationId, `${NodeAuthErrorMessage.noAuthCodeInResponse.desc}`);
  }
  static createNoLoopbackServerExistsError() {
    return new _NodeAuthError(NodeAuthErrorMessage.noLoopbackServerExists.code, "", `${NodeAuthErrorMessage.noLoopbackServerExists.desc}`);
  }
  static createLoopbackServerAlreadyExistsError() {
    return new _NodeAuthError(NodeAuthErrorMessage.loopbackServerAlreadyExists.code, "", `${NodeAuthErrorMessage.loopbackServerAlreadyExists.desc}`);
  }
  static createLoopbackServerTimeoutError(correlationId = "") {
    return new _NodeAuthError(NodeAuthErrorMessage.loopbackServerTimeout.code, correlationId, `${NodeAuthErrorMessage.loopbackServerTimeout.desc}`);
  }
  static createLoopbackServerQueryResponseNotSupportedError() {
    return new _NodeAuthError(NodeAuthErrorMessage.loopbackServerQueryResponseNotSupported.code, "", NodeAuthErrorMessage.loopbackServerQueryResponseNotSupported.desc);
  }
  static createStateNotFoundError(correlationId = "") {
    return new _NodeAuthError(NodeAuthErrorMessage.stateNotFoundError.code, correlationId, NodeAuthErrorMessage.stateNotFoundError.desc);
  }
  static createThumbprintMissingError() {
    return new _NodeAuthError(NodeAuthErrorMessage.thumbprintMissing.code, "", NodeAuthErrorMessage.thumbprintMissing.desc);
  }
  static createRedirectUriNotSupportedError(correlationId = "") {
    return new _NodeAuthError(NodeAuthErrorMessage.redirectUriNotSupported.code, correlationId, NodeAuthErrorMessage.redirectUriNotSupported.desc);
  }
  static createUnsupportedCcaInstanceAwareError(correlationId = "") {
    return new _NodeAuthError(NodeAuthErrorMessage.unsupportedCcaInstanceAware.code, correlationId, NodeAuthErrorMessage.unsupportedCcaInstanceAware.desc);
  }
};

// node_modules/@azure/msal-node/dist/config/Configuration.mjs
var DEFAULT_AUTH_OPTIONS = {
  clientId: "",
  authority: Constants_exports.DEFAULT_AUTHORITY,
  clientSecret: "",
  clientAssertion: "",
  clientCertificate: {
    thumbprint: "",
    thumbprintSha256: "",
    privateKey: "",
    x5c: ""
  },
  knownAuthorities: [],
  cloudDiscoveryMetadata: "",
  authorityMetadata: "",
  clientCapabilities: [],
  azureCloudOptions: {
    azureCloudInstance: AzureCloudInstance.None,
    tenant: ""
  },
  isMcp: !1
}, DEFAULT_LOGGER_OPTIONS = {
  loggerCallback: () => {
  },
  piiLoggingEnabled: !1,
  logLevel: LogLevel.Info
}, DEFAULT_SYSTEM_OPTIONS2 = {
  loggerOptions: DEFAULT_LOGGER_OPTIONS,
  networkClient: new HttpClient(),
  disableInternalRetries: !1,
  protocolMode: ProtocolMode.AAD
}, DEFAULT_TELEMETRY_OPTIONS2 = {
  application: {
    appName: "",
    appVersion: ""
  }
};
function buildAppConfiguration({ auth, broker, cache, system, telemetry }) {
  let systemOptions = {
    ...DEFAULT_SYSTEM_OPTIONS2,
    networkClient: new HttpClient(),
    loggerOptions: system?.loggerOptions || DEFAULT_LOGGER_OPTIONS,
    disableInternalRetries: system?.disableInternalRetries || !1
  };
  if (auth.clientCertificate && !auth.clientCertificate.thumbprint && !auth.clientCertificate.thumbprintSha256)
    throw NodeAuthError.createStateNotFoundError();
  return {
    auth: { ...DEFAULT_AUTH_OPTIONS, ...auth },
    broker: { ...broker },
    cache: { ...cache },
    system: { ...systemOptions, ...system },
    telemetry: { ...DEFAULT_TELEMETRY_OPTIONS2, ...telemetry }
  };
}
function buildManagedIdentityConfiguration({ clientCapabilities, managedIdentityIdParams, system }) {
  let managedIdentityId = new ManagedIdentityId(managedIdentityIdParams), loggerOptions = system?.loggerOptions || DEFAULT_LOGGER_OPTIONS, networkClient;
  return system?.networkClient ? networkClient = system.networkClient : networkClient = new HttpClient(), {
    clientCapabilities: clientCapabilities || [],
    managedIdentityId,
    system: {
      loggerOptions,
      networkClient
    },
    disableInternalRetries: system?.disableInternalRetries || !1
  };
}

// node_modules/@azure/msal-node/dist/crypto/GuidGenerator.mjs
var import_node_crypto = require("node:crypto");
var GuidGenerator = class {
  generateGuid() {
    return (0, import_node_crypto.randomUUID)();
  }
  isGuid(guid) {
    return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(guid);
  }
};

// node_modules/@azure/msal-node/dist/utils/EncodingUtils.mjs
var EncodingUtils = class _EncodingUtils {
  static base64Encode(str, encoding) {
    return Buffer.from(str, encoding).toString(Constants_exports.EncodingTypes.BASE64);
  }
  static base64EncodeUrl(str, encoding) {
    return _EncodingUtils.base64Encode(str, encoding).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");
  }
  static base64Decode(base64Str) {
    return Buffer.from(base64Str, Constants_exports.EncodingTypes.BASE64).toString("utf8");
  }
  static base64DecodeUrl(base64Str) {
    let str = base64Str.replace(/-/g, "+").replace(/_/g, "/");
    for (; str.length % 4; )
      str += "=";
    return _EncodingUtils.base64Decode(str);
  }
};

// node_modules/@azure/msal-node/dist/crypto/HashUtils.mjs
var import_crypto = __toESM(require("crypto"), 1);
var HashUtils = class {
  sha256(buffer) {
    return import_crypto.default.createHash(Hash.SHA256).update(buffer).digest();
  }
};

// node_modules/@azure/msal-node/dist/crypto/PkceGenerator.mjs
var import_crypto2 = __toESM(require("crypto"), 1);
var PkceGenerator = class {
  constructor() {
    this.hashUtils = new HashUtils();
  }
  async generatePkceCodes() {
    let verifier = this.generateCodeVerifier(), challenge = this.generateCodeChallengeFromVerifier(verifier);
    return { verifier, challenge };
  }
  generateCodeVerifier() {
    let charArr = [], maxNumber = 256 - 256 % CharSet.CV_CHARSET.length;
    for (; charArr.length <= RANDOM_OCTET_SIZE; ) {
      let byte = import_crypto2.default.randomBytes(1)[0];
      if (byte >= maxNumber)
        continue;
      let index = byte % CharSet.CV_CHARSET.length;
      charArr.push(CharSet.CV_CHARSET[index]);
    }
    let verifier = charArr.join("");
    return EncodingUtils.base64EncodeUrl(verifier);
  }
  generateCodeChallengeFromVerifier(codeVerifier) {
    return EncodingUtils.base64EncodeUrl(this.hashUtils.sha256(codeVerifier).toString(Constants_exports.EncodingTypes.BASE64), Constants_exports.EncodingTypes.BASE64);
  }
};

// node_modules/@azure/msal-node/dist/crypto/CryptoProvider.mjs
var CryptoProvider = class {
  constructor() {
    this.pkceGenerator = new PkceGenerator(), this.guidGenerator = new GuidGenerator(), this.hashUtils = new HashUtils();
  }
  base64UrlEncode() {
    throw new Error("Method not implemented.");
  }
  encodeKid() {
    throw new Error("Method not implemented.");
  }
  createNewGuid() {
    return this.guidGenerator.generateGuid();
  }
  base64Encode(input) {
    return EncodingUtils.base64Encode(input);
  }
  base64Decode(input) {
    return EncodingUtils.base64Decode(input);
  }
  generatePkceCodes() {
    return this.pkceGenerator.generatePkceCodes();
  }
  removeTokenBindingKey(kid, correlationId) {
    throw new Error("Method not implemented.");
  }
  clearKeystore(correlationId) {
    throw new Error("Method not implemented.");
  }
  signTokenBindingJwt(header, payload, kid, correlationId) {
    throw createClientAuthError(ClientAuthErrorCodes_exports.methodNotImplemented, correlationId);
  }
  async hashString(plainText) {
    return EncodingUtils.base64EncodeUrl(this.hashUtils.sha256(plainText).toString(Constants_exports.EncodingTypes.BASE64), Constants_exports.EncodingTypes.BASE64);
  }
};

// node_modules/@azure/msal-node/dist/cache/CacheHelpers.mjs
var import_crypto3 = require("crypto");
function computeAdditionalCacheKeyHash(components) {
  let sortedKeys = Object.keys(components).sort(), input = "";
  for (let key of sortedKeys) {
    let value = components[key];
    input += `${Buffer.byteLength(key, "utf8")}:${key}${Buffer.byteLength(value, "utf8")}:${value}`;
  }
  return (0, import_crypto3.createHash)("sha256").update(input, "utf8").digest("base64url");
}
function generateCredentialKey(credential, hash) {
  let familyId = credential.credentialType === Constants_exports.CredentialType.REFRESH_TOKEN && credential.familyId || credential.clientId, scheme = credential.tokenType && credential.tokenType.toLowerCase() !== Constants_exports.AuthenticationScheme.BEARER.toLowerCase() ? credential.tokenType.toLowerCase() : "", credentialKey = [
    credential.homeAccountId,
    credential.environment,
    credential.credentialType,
    familyId,
    credential.realm || "",
    credential.target || "",
    scheme
  ];
  return credential.additionalCacheKeyComponents && Object.keys(credential.additionalCacheKeyComponents).length > 0 && credentialKey.push(hash ?? computeAdditionalCacheKeyHash(credential.additionalCacheKeyComponents)), credentialKey.join(CACHE.KEY_SEPARATOR).toLowerCase();
}
function generateAccountKey(account) {
  let homeTenantId = account.homeAccountId.split(".")[1];
  return [
    account.homeAccountId,
    account.environment,
    homeTenantId || account.tenantId || ""
  ].join(CACHE.KEY_SEPARATOR).toLowerCase();
}

// node_modules/@azure/msal-node/dist/cache/NodeStorage.mjs
var NodeStorage = class extends CacheManager {
  constructor(logger28, clientId, cryptoImpl, staticAuthorityOptions) {
    super(clientId, cryptoImpl, logger28, new StubPerformanceClient(), staticAuthorityOptions, DEFAULT_TOKEN_BINDING_KEY_MANAGER), this.cache = {}, this.changeEmitters = [], this.logger = logger28;
  }
  registerChangeEmitter(func) {
    this.changeEmitters.push(func);
  }
  emitChange() {
    this.changeEmitters.forEach((func) => func.call(null));
  }
  cacheToInMemoryCache(cache) {
    let inMemoryCache = {
      accounts: {},
      idTokens: {},
      accessTokens: {},
      refreshTokens: {},
      appMetadata: {}
    };
    for (let key in cache) {
      let value = cache[key];
      if (typeof value == "object")
        if (AccountEntityUtils_exports.isAccountEntity(value))
          inMemoryCache.accounts[key] = value;
        else if (CacheHelpers_exports.isIdTokenEntity(value))
          inMemoryCache.idTokens[key] = value;
        else if (CacheHelpers_exports.isAccessTokenEntity(value))
          inMemoryCache.accessTokens[key] = value;
        else if (CacheHelpers_exports.isRefreshTokenEntity(value))
          inMemoryCache.refreshTokens[key] = value;
        else if (CacheHelpers_exports.isAppMetadataEntity(key, value))
          inMemoryCache.appMetadata[key] = value;
        else
          continue;
    }
    return inMemoryCache;
  }
  inMemoryCacheToCache(inMemoryCache) {
    let cache = this.getCache();
    return cache = {
      ...cache,
      ...inMemoryCache.accounts,
      ...inMemoryCache.idTokens,
      ...inMemoryCache.accessTokens,
      ...inMemoryCache.refreshTokens,
      ...inMemoryCache.appMetadata
    }, cache;
  }
  getInMemoryCache() {
    return this.logger.trace("Getting in-memory cache", ""), this.cacheToInMemoryCache(this.getCache());
  }
  setInMemoryCache(inMemoryCache) {
    this.logger.trace("Setting in-memory cache", "");
    let cache = this.inMemoryCacheToCache(inMemoryCache);
    this.setCache(cache), this.emitChange();
  }
  getCache() {
    return this.logger.trace("Getting cache key-value store", ""), this.cache;
  }
  setCache(cache) {
    this.logger.trace("Setting cache key value store", ""), this.cache = cache, this.emitChange();
  }
  getItem(key) {
    return this.logger.tracePii(`Item key: ${key}`, ""), this.getCache()[key];
  }
  setItem(key, value) {
    this.logger.tracePii(`Item key: ${key}`, "");
    let cache = this.getCache();
    cache[key] = value, this.setCache(cache);
  }
  generateCredentialKey(credential, additionalCacheKeyHash) {
    return generateCredentialKey(credential, additionalCacheKeyHash);
  }
  generateAccountKey(account) {
    return generateAccountKey(account);
  }
  getAccountKeys() {
    let inMemoryCache = this.getInMemoryCache();
    return Object.keys(inMemoryCache.accounts);
  }
  getTokenKeys() {
    let inMemoryCache = this.getInMemoryCache();
    return {
      idToken: Object.keys(inMemoryCache.idTokens),
      accessToken: Object.keys(inMemoryCache.accessTokens),
      refreshToken: Object.keys(inMemoryCache.refreshTokens)
    };
  }
  getAccount(accountKey) {
    let cachedAccount = this.getItem(accountKey);
    return cachedAccount && typeof cachedAccount == "object" ? { ...cachedAccount } : null;
  }
  async setAccount(account) {
    let accountKey = this.generateAccountKey(AccountEntityUtils_exports.getAccountInfo(account));
    this.setItem(accountKey, account);
  }
  getIdTokenCredential(idTokenKey) {
    let idToken = this.getItem(idTokenKey);
    return CacheHelpers_exports.isIdTokenEntity(idToken) ? idToken : null;
  }
  async setIdTokenCredential(idToken) {
    let idTokenKey = this.generateCredentialKey(idToken);
    this.setItem(idTokenKey, idToken);
  }
  getAccessTokenCredential(accessTokenKey) {
    let accessToken = this.getItem(accessTokenKey);
    return CacheHelpers_exports.isAccessTokenEntity(accessToken) ? accessToken : null;
  }
  async setAccessTokenCredential(accessToken, _correlationId, _kmsi, additionalCacheKeyHash) {
    let accessTokenKey = this.generateCredentialKey(accessToken, additionalCacheKeyHash);
    this.setItem(accessTokenKey, accessToken);
  }
  getRefreshTokenCredential(refreshTokenKey) {
    let refreshToken = this.getItem(refreshTokenKey);
    return CacheHelpers_exports.isRefreshTokenEntity(refreshToken) ? refreshToken : null;
  }
  async setRefreshTokenCredential(refreshToken) {
    let refreshTokenKey = this.generateCredentialKey(refreshToken);
    this.setItem(refreshTokenKey, refreshToken);
  }
  getAppMetadata(appMetadataKey) {
    let appMetadata = this.getItem(appMetadataKey);
    return CacheHelpers_exports.isAppMetadataEntity(appMetadataKey, appMetadata) ? appMetadata : null;
  }
  setAppMetadata(appMetadata) {
    let appMetadataKey = CacheHelpers_exports.generateAppMetadataKey(appMetadata);
    this.setItem(appMetadataKey, appMetadata);
  }
  getServerTelemetry(serverTelemetrykey) {
    let serverTelemetryEntity = this.getItem(serverTelemetrykey);
    return serverTelemetryEntity && CacheHelpers_exports.isServerTelemetryEntity(serverTelemetrykey, serverTelemetryEntity) ? serverTelemetryEntity : null;
  }
  setServerTelemetry(serverTelemetryKey, serverTelemetry) {
    this.setItem(serverTelemetryKey, serverTelemetry);
  }
  getAuthorityMetadata(key) {
    let authorityMetadataEntity = this.getItem(key);
    return authorityMetadataEntity && CacheHelpers_exports.isAuthorityMetadataEntity(key, authorityMetadataEntity) ? authorityMetadataEntity : null;
  }
  getAuthorityMetadataKeys() {
    return this.getKeys().filter((key) => this.isAuthorityMetadata(key));
  }
  setAuthorityMetadata(key, metadata) {
    this.setItem(key, metadata);
  }
  getThrottlingCache(throttlingCacheKey) {
    let throttlingCache = this.getItem(throttlingCacheKey);
    return throttlingCache && CacheHelpers_exports.isThrottlingEntity(throttlingCacheKey, throttlingCache) ? throttlingCache : null;
  }
  setThrottlingCache(throttlingCacheKey, throttlingCache) {
    this.setItem(throttlingCacheKey, throttlingCache);
  }
  removeItem(key) {
    this.logger.tracePii(`Item key: ${key}`, "");
    let result = !1, cache = this.getCache();
    return cache[key] && (delete cache[key], result = !0), result && (this.setCache(cache), this.emitChange()), result;
  }
  removeOutdatedAccount(accountKey) {
    this.removeItem(accountKey);
  }
  containsKey(key) {
    return this.getKeys().includes(key);
  }
  getKeys() {
    this.logger.trace("Retrieving all cache keys", "");
    let cache = this.getCache();
    return [...Object.keys(cache)];
  }
  clear() {
    this.logger.trace("Clearing cache entries created by MSAL", ""), this.getKeys().forEach((key) => {
      this.isAuthorityMetadata(key) || this.removeItem(key);
    }), this.emitChange();
  }
  static generateInMemoryCache(cache) {
    return Deserializer.deserializeAllCache(Deserializer.deserializeJSONBlob(cache));
  }
  static generateJsonCache(inMemoryCache) {
    return Serializer.serializeAllCache(inMemoryCache);
  }
  updateCredentialCacheKey(currentCacheKey, credential) {
    let updatedCacheKey = this.generateCredentialKey(credential);
    if (currentCacheKey !== updatedCacheKey) {
      let cacheItem = this.getItem(currentCacheKey);
      if (cacheItem)
        return this.removeItem(currentCacheKey), this.setItem(updatedCacheKey, cacheItem), this.logger.verbose(`Updated an outdated ${credential.credentialType} cache key`, ""), updatedCacheKey;
      this.logger.error(`Attempted to update an outdated ${credential.credentialType} cache key but no item matching the outdated key was found in storage`, "");
    }
    return currentCacheKey;
  }
};

// node_modules/@azure/msal-node/dist/cache/TokenCache.mjs
var defaultSerializedCache = {
  Account: {},
  IdToken: {},
  AccessToken: {},
  RefreshToken: {},
  AppMetadata: {}
}, TokenCache = class {
  constructor(storage, logger28, cachePlugin) {
    this.cacheHasChanged = !1, this.storage = storage, this.storage.registerChangeEmitter(this.handleChangeEvent.bind(this)), cachePlugin && (this.persistence = cachePlugin), this.logger = logger28;
  }
  hasChanged() {
    return this.cacheHasChanged;
  }
  serialize() {
    this.logger.trace("Serializing in-memory cache", "");
    let finalState = Serializer.serializeAllCache(this.storage.getInMemoryCache());
    return this.cacheSnapshot ? (this.logger.trace("Reading cache snapshot from disk", ""), finalState = this.mergeState(JSON.parse(this.cacheSnapshot), finalState)) : this.logger.trace("No cache snapshot to merge", ""), this.cacheHasChanged = !1, JSON.stringify(finalState);
  }
  deserialize(cache) {
    if (this.logger.trace("Deserializing JSON to in-memory cache", ""), this.cacheSnapshot = cache, this.cacheSnapshot) {
      this.logger.trace("Reading cache snapshot from disk", "");
      let deserializedCache = Deserializer.deserializeAllCache(this.overlayDefaults(JSON.parse(this.cacheSnapshot)));
      this.storage.setInMemoryCache(deserializedCache);
    } else
      this.logger.trace("No cache snapshot to deserialize", "");
  }
  getKVStore() {
    return this.storage.getCache();
  }
  getCacheSnapshot() {
    let deserializedPersistentStorage = NodeStorage.generateInMemoryCache(this.cacheSnapshot);
    return this.storage.inMemoryCacheToCache(deserializedPersistentStorage);
  }
  async getAllAccounts(correlationId = new CryptoProvider().createNewGuid()) {
    this.logger.trace("getAllAccounts called", correlationId);
    let cacheContext;
    try {
      return this.persistence && (cacheContext = new TokenCacheContext(this, !1), await this.persistence.beforeCacheAccess(cacheContext)), this.storage.getAllAccounts({}, correlationId);
    } finally {
      this.persistence && cacheContext && await this.persistence.afterCacheAccess(cacheContext);
    }
  }
  async getAccountByHomeId(homeAccountId) {
    let allAccounts = await this.getAllAccounts();
    return homeAccountId && allAccounts && allAccounts.length && allAccounts.filter((accountObj) => accountObj.homeAccountId === homeAccountId)[0] || null;
  }
  async getAccountByLocalId(localAccountId) {
    let allAccounts = await this.getAllAccounts();
    return localAccountId && allAccounts && allAccounts.length && allAccounts.filter((accountObj) => accountObj.localAccountId === localAccountId)[0] || null;
  }
  async removeAccount(account, correlationId) {
    this.logger.trace("removeAccount called", correlationId || "");
    let cacheContext;
    try {
      this.persistence && (cacheContext = new TokenCacheContext(this, !0), await this.persistence.beforeCacheAccess(cacheContext)), this.storage.removeAccount(account, correlationId || new GuidGenerator().generateGuid());
    } finally {
      this.persistence && cacheContext && await this.persistence.afterCacheAccess(cacheContext);
    }
  }
  async overwriteCache() {
    if (!this.persistence) {
      this.logger.info("No persistence layer specified, cache cannot be overwritten", "");
      return;
    }
    this.logger.info("Overwriting in-memory cache with persistent cache", ""), this.storage.clear();
    let cacheContext = new TokenCacheContext(this, !1);
    await this.persistence.beforeCacheAccess(cacheContext);
    let cacheSnapshot = this.getCacheSnapshot();
    this.storage.setCache(cacheSnapshot), await this.persistence.afterCacheAccess(cacheContext);
  }
  handleChangeEvent() {
    this.cacheHasChanged = !0;
  }
  mergeState(oldState, currentState) {
    this.logger.trace("Merging in-memory cache with cache snapshot", "");
    let stateAfterRemoval = this.mergeRemovals(oldState, currentState);
    return this.mergeUpdates(stateAfterRemoval, currentState);
  }
  mergeUpdates(oldState, newState) {
    return Object.keys(newState).forEach((newKey) => {
      let newValue = newState[newKey];
      if (!oldState.hasOwnProperty(newKey))
        newValue !== null && (oldState[newKey] = newValue);
      else {
        let newValueNotNull = newValue !== null, newValueIsObject = typeof newValue == "object", newValueIsNotArray = !Array.isArray(newValue), oldStateNotUndefinedOrNull = typeof oldState[newKey] < "u" && oldState[newKey] !== null;
        newValueNotNull && newValueIsObject && newValueIsNotArray && oldStateNotUndefinedOrNull ? this.mergeUpdates(oldState[newKey], newValue) : oldState[newKey] = newValue;
      }
    }), oldState;
  }
  mergeRemovals(oldState, newState) {
    this.logger.trace("Remove updated entries in cache", "");
    let accounts = oldState.Account ? this.mergeRemovalsDict(oldState.Account, newState.Account) : oldState.Account, accessTokens = oldState.AccessToken ? this.mergeRemovalsDict(oldState.AccessToken, newState.AccessToken) : oldState.AccessToken, refreshTokens = oldState.RefreshToken ? this.mergeRemovalsDict(oldState.RefreshToken, newState.RefreshToken) : oldState.RefreshToken, idTokens = oldState.IdToken ? this.mergeRemovalsDict(oldState.IdToken, newState.IdToken) : oldState.IdToken, appMetadata = oldState.AppMetadata ? this.mergeRemovalsDict(oldState.AppMetadata, newState.AppMetadata) : oldState.AppMetadata;
    return {
      ...oldState,
      Account: accounts,
      AccessToken: accessTokens,
      RefreshToken: refreshTokens,
      IdToken: idTokens,
      AppMetadata: appMetadata
    };
  }
  mergeRemovalsDict(oldState, newState) {
    let finalState = { ...oldState };
    return Object.keys(oldState).forEach((oldKey) => {
      (!newState || !newState.hasOwnProperty(oldKey)) && delete finalState[oldKey];
    }), finalState;
  }
  overlayDefaults(passedInCache) {
    return this.logger.trace("Overlaying input cache with the default cache", ""), {
      Account: {
        ...defaultSerializedCache.Account,
        ...passedInCache.Account
      },
      IdToken: {
        ...defaultSerializedCache.IdToken,
        ...passedInCache.IdToken
      },
      AccessToken: {
        ...defaultSerializedCache.AccessToken,
        ...passedInCache.AccessToken
      },
      RefreshToken: {
        ...defaultSerializedCache.RefreshToken,
        ...passedInCache.RefreshToken
      },
      AppMetadata: {
        ...defaultSerializedCache.AppMetadata,
        ...passedInCache.AppMetadata
      }
    };
  }
};

// without:jsonwebtoken
var missing = new Proxy(() => {
  throw new Error("scripts/build.ts leaves jsonwebtoken out of the bundle.");
}, { get: () => {
  throw new Error("scripts/build.ts leaves jsonwebtoken out of the bundle.");
} });

// node_modules/@azure/msal-node/dist/error/ClientAuthErrorCodes.mjs
var missingTenantIdError = "missing_tenant_id_error", userTimeoutReached = "user_timeout_reached", invalidAssertion = "invalid_assertion", invalidClientCredential = "invalid_client_credential", emptyFicAssertion = "empty_fic_assertion", conflictingUserIdentifiers = "conflicting_user_identifiers", missingUserIdentifier = "missing_user_identifier", deviceCodePollingCancelled = "device_code_polling_cancelled", deviceCodeExpired = "device_code_expired", deviceCodeUnknownError = "device_code_unknown_error";

// node_modules/@azure/msal-node/dist/client/ClientAssertion.mjs
var ClientAssertion = class _ClientAssertion {
  static fromAssertion(assertion) {
    let clientAssertion = new _ClientAssertion();
    return clientAssertion.jwt = assertion, clientAssertion;
  }
  static fromCertificate(thumbprint, privateKey, publicCertificate) {
    let clientAssertion = new _ClientAssertion();
    return clientAssertion.privateKey = privateKey, clientAssertion.thumbprint = thumbprint, clientAssertion.useSha256 = !1, publicCertificate && (clientAssertion.publicCertificate = this.parseCertificate(publicCertificate)), clientAssertion;
  }
  static fromCertificateWithSha256Thumbprint(thumbprint, privateKey, publicCertificate) {
    let clientAssertion = new _ClientAssertion();
    return clientAssertion.privateKey = privateKey, clientAssertion.thumbprint = thumbprint, clientAssertion.useSha256 = !0, publicCertificate && (clientAssertion.publicCertificate = this.parseCertificate(publicCertificate)), clientAssertion;
  }
  getJwt(cryptoProvider, issuer, jwtAudience) {
    if (this.privateKey && this.thumbprint)
      return this.jwt && !this.isExpired() && issuer === this.issuer && jwtAudience === this.jwtAudience ? this.jwt : this.createJwt(cryptoProvider, issuer, jwtAudience);
    if (this.jwt)
      return this.jwt;
    throw createClientAuthError(invalidAssertion, "");
  }
  createJwt(cryptoProvider, issuer, jwtAudience) {
    this.issuer = issuer, this.jwtAudience = jwtAudience;
    let issuedAt = TimeUtils_exports.nowSeconds();
    this.expirationTime = issuedAt + 600;
    let header = {
      alg: this.useSha256 ? JwtConstants.PSS_256 : JwtConstants.RSA_256
    }, thumbprintHeader = this.useSha256 ? JwtConstants.X5T_256 : JwtConstants.X5T;
    Object.assign(header, {
      [thumbprintHeader]: EncodingUtils.base64EncodeUrl(this.thumbprint, Constants_exports.EncodingTypes.HEX)
    }), this.publicCertificate && Object.assign(header, {
      [JwtConstants.X5C]: this.publicCertificate
    });
    let payload = {
      [JwtConstants.AUDIENCE]: this.jwtAudience,
      [JwtConstants.EXPIRATION_TIME]: this.expirationTime,
      [JwtConstants.ISSUER]: this.issuer,
      [JwtConstants.SUBJECT]: this.issuer,
      [JwtConstants.NOT_BEFORE]: issuedAt,
      [JwtConstants.JWT_ID]: cryptoProvider.createNewGuid()
    };
    return this.jwt = missing.sign(payload, this.privateKey, { header }), this.jwt;
  }
  isExpired() {
    return this.expirationTime < TimeUtils_exports.nowSeconds();
  }
  static parseCertificate(publicCertificate) {
    let regexToFindCerts = /-----BEGIN CERTIFICATE-----\r*\n(.+?)\r*\n-----END CERTIFICATE-----/gs, certs = [], matches;
    for (; (matches = regexToFindCerts.exec(publicCertificate)) !== null; )
      certs.push(matches[1].replace(/\r*\n/g, ""));
    return certs;
  }
};

// node_modules/@azure/msal-node/dist/packageMetadata.mjs
var name2 = "@azure/msal-node", version2 = "7.2.3";

// node_modules/@azure/msal-node/dist/client/BaseClient.mjs
var BaseClient = class {
  constructor(configuration) {
    this.config = buildClientConfiguration(configuration), this.logger = new Logger(this.config.loggerOptions, name2, version2), this.cryptoUtils = this.config.cryptoInterface, this.cacheManager = this.config.storageInterface, this.networkClient = this.config.networkInterface, this.serverTelemetryManager = this.config.serverTelemetryManager, this.authority = this.config.authOptions.authority, this.performanceClient = new StubPerformanceClient();
  }
  createTokenRequestHeaders(ccsCred) {
    return Token_exports.createTokenRequestHeaders(this.logger, !1, ccsCred);
  }
  async executePostToTokenEndpoint(tokenEndpoint, queryString, headers, thumbprint, correlationId) {
    return Token_exports.executePostToTokenEndpoint(tokenEndpoint, queryString, headers, thumbprint, correlationId, this.cacheManager, this.networkClient, this.logger, this.performanceClient, this.serverTelemetryManager);
  }
  async sendPostRequest(thumbprint, tokenEndpoint, options, correlationId) {
    return Token_exports.sendPostRequest(thumbprint, tokenEndpoint, options, correlationId, this.cacheManager, this.networkClient, this.logger, this.performanceClient);
  }
  createTokenQueryParameters(request) {
    return Token_exports.createTokenQueryParameters(request, this.config.authOptions.clientId, this.config.authOptions.redirectUri, this.performanceClient);
  }
};

// node_modules/@azure/msal-node/dist/client/UsernamePasswordClient.mjs
var UsernamePasswordClient = class extends BaseClient {
  constructor(configuration) {
    super(configuration);
  }
  async acquireToken(request) {
    this.logger.info("in acquireToken call in username-password client", request.correlationId);
    let reqTimestamp = TimeUtils_exports.nowSeconds(), response = await this.executeTokenRequest(this.authority, request), responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(response.body, request.correlationId), responseHandler.handleServerTokenResponse(response.body, this.authority, reqTimestamp, request, ApiId.acquireTokenByUsernamePassword);
  }
  async executeTokenRequest(authority, request) {
    let queryParametersString = this.createTokenQueryParameters(request), endpoint = UrlString.appendQueryString(authority.tokenEndpoint, queryParametersString), requestBody = await this.createTokenRequestBody(request), headers = this.createTokenRequestHeaders({
      credential: request.username,
      type: CcsCredentialType.UPN
    }), thumbprint = {
      clientId: this.config.authOptions.clientId,
      authority: authority.canonicalAuthority,
      scopes: request.scopes,
      claims: request.claims,
      authenticationScheme: request.authenticationScheme,
      resourceRequestMethod: request.resourceRequestMethod,
      resourceRequestUri: request.resourceRequestUri,
      shrClaims: request.shrClaims,
      sshKid: request.sshKid
    };
    return this.executePostToTokenEndpoint(endpoint, requestBody, headers, thumbprint, request.correlationId);
  }
  async createTokenRequestBody(request) {
    let parameters = /* @__PURE__ */ new Map();
    RequestParameterBuilder_exports.addClientId(parameters, this.config.authOptions.clientId), RequestParameterBuilder_exports.addUsername(parameters, request.username), RequestParameterBuilder_exports.addPassword(parameters, request.password), RequestParameterBuilder_exports.addScopes(parameters, request.scopes, request.correlationId), RequestParameterBuilder_exports.addResponseType(parameters, Constants_exports.OAuthResponseType.IDTOKEN_TOKEN), RequestParameterBuilder_exports.addGrantType(parameters, Constants_exports.GrantType.RESOURCE_OWNER_PASSWORD_GRANT), RequestParameterBuilder_exports.addClientInfo(parameters), RequestParameterBuilder_exports.addLibraryInfo(parameters, this.config.libraryInfo), RequestParameterBuilder_exports.addApplicationTelemetry(parameters, this.config.telemetry.application), RequestParameterBuilder_exports.addThrottling(parameters), this.serverTelemetryManager && RequestParameterBuilder_exports.addServerTelemetry(parameters, this.serverTelemetryManager);
    let correlationId = request.correlationId || this.config.cryptoInterface.createNewGuid();
    RequestParameterBuilder_exports.addCorrelationId(parameters, correlationId), this.config.clientCredentials.clientSecret && RequestParameterBuilder_exports.addClientSecret(parameters, this.config.clientCredentials.clientSecret);
    let clientAssertion = this.config.clientCredentials.clientAssertion;
    return clientAssertion && (RequestParameterBuilder_exports.addClientAssertion(parameters, await getClientAssertion(clientAssertion.assertion, this.config.authOptions.clientId, request.resourceRequestUri)), RequestParameterBuilder_exports.addClientAssertionType(parameters, clientAssertion.assertionType)), (!StringUtils.isEmptyObj(request.claims) || this.config.authOptions.clientCapabilities && this.config.authOptions.clientCapabilities.length > 0) && RequestParameterBuilder_exports.addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities), this.config.systemOptions.preventCorsPreflight && request.username && RequestParameterBuilder_exports.addCcsUpn(parameters, request.username), UrlUtils_exports.mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-node/dist/protocol/Authorize.mjs
function getAuthCodeRequestUrl(config, authority, request, logger28) {
  let parameters = Authorize_exports.getStandardAuthorizeRequestParameters({
    ...config.auth,
    authority,
    redirectUri: request.redirectUri || ""
  }, request, logger28);
  return RequestParameterBuilder_exports.addLibraryInfo(parameters, {
    sku: Constants.MSAL_SKU,
    version: version2,
    cpu: process.arch || "",
    os: process.platform || ""
  }), config.system.protocolMode !== ProtocolMode.OIDC && RequestParameterBuilder_exports.addApplicationTelemetry(parameters, config.telemetry.application), RequestParameterBuilder_exports.addResponseType(parameters, Constants_exports.OAuthResponseType.CODE), request.codeChallenge && request.codeChallengeMethod && RequestParameterBuilder_exports.addCodeChallengeParams(parameters, request.codeChallenge, request.codeChallengeMethod), RequestParameterBuilder_exports.addExtraParameters(parameters, request.extraQueryParameters || {}), Authorize_exports.getAuthorizeUrl(authority, parameters);
}

// node_modules/@azure/msal-node/dist/client/SilentRequestCoalescer.mjs
var activeSilentTokenRequests = /* @__PURE__ */ new WeakMap();
function acquireTokenSilentDeduped(owner, logger28, silentRequestKey, correlationId, acquireToken) {
  let existingRequests = activeSilentTokenRequests.get(owner), activeRequests = existingRequests || /* @__PURE__ */ new Map();
  existingRequests || activeSilentTokenRequests.set(owner, activeRequests);
  let inProgressRequest = activeRequests.get(silentRequestKey);
  if (inProgressRequest)
    return logger28.verbose("acquireTokenSilent has been called previously, returning the result from the first call", correlationId), applyCallerCorrelationIdToResult(inProgressRequest, correlationId);
  logger28.verbose("acquireTokenSilent called for the first time, storing active request", correlationId);
  let activeRequest = Promise.resolve().then(acquireToken).finally(() => {
    activeRequests.delete(silentRequestKey), activeRequests.size === 0 && activeSilentTokenRequests.delete(owner);
  });
  return activeRequests.set(silentRequestKey, activeRequest), applyCallerCorrelationIdToResult(activeRequest, correlationId);
}
function getSilentRequestKey(input) {
  let { request } = input, authority = input.requestType === "native" ? request.authority : input.authority, commonKeyFields = {
    requestType: input.requestType,
    clientId: input.requestType === "native" ? input.request.clientId : input.clientId,
    authority,
    scopes: canonicalizeRequestValues(request.scopes),
    claims: request.claims,
    authenticationScheme: request.authenticationScheme,
    resourceRequestMethod: request.resourceRequestMethod,
    resourceRequestUri: request.resourceRequestUri,
    forceRefresh: request.forceRefresh,
    redirectUri: request.redirectUri || "",
    resource: request.resource,
    extraParameters: canonicalizeRequestValues(request.extraParameters)
  };
  if (input.requestType === "native")
    return JSON.stringify({
      ...commonKeyFields,
      accountId: input.request.accountId,
      shrNonce: input.request.shrNonce,
      extraScopesToConsent: canonicalizeRequestValues(input.request.extraScopesToConsent),
      loginHint: input.request.loginHint,
      prompt: input.request.prompt
    });
  let nonNativeRequest = input.request, thumbprint = getRequestThumbprint(input.clientId, { ...nonNativeRequest, authority }, nonNativeRequest.account.homeAccountId);
  return JSON.stringify({
    ...thumbprint,
    ...commonKeyFields,
    accountTenantId: nonNativeRequest.account.tenantId,
    accountEnvironment: nonNativeRequest.account.environment,
    refreshTokenExpirationOffsetSeconds: nonNativeRequest.refreshTokenExpirationOffsetSeconds,
    extraQueryParameters: canonicalizeRequestValues(nonNativeRequest.extraQueryParameters),
    skipBrokerClaims: thumbprint.embeddedClientId || nonNativeRequest.extraParameters?.[AADServerParamKeys_exports.BROKER_CLIENT_ID] ? nonNativeRequest.skipBrokerClaims : void 0
  });
}
function snapshotNativeRequest(request) {
  return {
    ...request,
    scopes: [...request.scopes],
    extraParameters: request.extraParameters ? { ...request.extraParameters } : void 0,
    extraScopesToConsent: request.extraScopesToConsent ? [...request.extraScopesToConsent] : void 0
  };
}
function canonicalizeRequestValues(values) {
  return Array.isArray(values) ? Array.from(new Set(values.map((scope) => scope.trim()).filter((scope) => scope.length > 0))).sort() : values ? Object.keys(values).sort().map((key) => [key, values[key]]) : void 0;
}
function applyCallerCorrelationIdToResult(activeRequest, correlationId) {
  return activeRequest.then((result) => ({
    ...result,
    correlationId
  }));
}

// node_modules/@azure/msal-node/dist/client/ClientApplication.mjs
var ClientApplication = class {
  constructor(configuration) {
    this.config = buildAppConfiguration(configuration), this.cryptoProvider = new CryptoProvider(), this.logger = new Logger(this.config.system.loggerOptions, name2, version2), this.storage = new NodeStorage(this.logger, this.config.auth.clientId, this.cryptoProvider, buildStaticAuthorityOptions(this.config.auth)), this.tokenCache = new TokenCache(this.storage, this.logger, this.config.cache.cachePlugin);
  }
  async getAuthCodeUrl(request) {
    this.logger.info("getAuthCodeUrl called", request.correlationId || "");
    let validRequest = {
      ...request,
      ...await this.initializeBaseRequest(request),
      responseMode: request.responseMode || Constants_exports.ResponseMode.QUERY,
      authenticationScheme: Constants_exports.AuthenticationScheme.BEARER,
      state: request.state || "",
      nonce: request.nonce || ""
    }, discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions);
    return getAuthCodeRequestUrl(this.config, discoveredAuthority, validRequest, this.logger);
  }
  async acquireTokenByCode(request, authCodePayLoad) {
    this.logger.info("acquireTokenByCode called", request.correlationId || "");
    let validatedAuthCodePayload = {
      code: request.code,
      nonce: request.nonce
    };
    authCodePayLoad && (validatedAuthCodePayload.state = authCodePayLoad.state), request.state && authCodePayLoad && (this.logger.info("acquireTokenByCode - validating state", request.correlationId || ""), this.validateState(request.state, validatedAuthCodePayload.state || "", request.correlationId || ""), validatedAuthCodePayload.state = "");
    let validRequest = {
      ...request,
      ...await this.initializeBaseRequest(request),
      authenticationScheme: Constants_exports.AuthenticationScheme.BEARER
    }, serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenByCode, validRequest.correlationId);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions), authClientConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, validRequest.redirectUri, serverTelemetryManager), authorizationCodeClient = new AuthorizationCodeClient(authClientConfig, new StubPerformanceClient());
      return this.logger.verbose("Auth code client created", validRequest.correlationId), await authorizationCodeClient.acquireToken(validRequest, ApiId.acquireTokenByCode, validatedAuthCodePayload);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(e), e;
    }
  }
  async acquireTokenByRefreshToken(request) {
    this.logger.info("acquireTokenByRefreshToken called", request.correlationId || "");
    let validRequest = {
      ...request,
      ...await this.initializeBaseRequest(request),
      authenticationScheme: Constants_exports.AuthenticationScheme.BEARER
    }, serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenByRefreshToken, validRequest.correlationId);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions), refreshTokenClientConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, validRequest.redirectUri || "", serverTelemetryManager), refreshTokenClient = new RefreshTokenClient(refreshTokenClientConfig, new StubPerformanceClient());
      return this.logger.verbose("Refresh token client created", validRequest.correlationId), await refreshTokenClient.acquireToken(validRequest, ApiId.acquireTokenByRefreshToken);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(e), e;
    }
  }
  async acquireTokenSilent(request) {
    let validRequest = {
      ...request,
      ...await this.initializeBaseRequest(request),
      forceRefresh: request.forceRefresh || !1
    };
    if (!validRequest.account)
      return this.acquireTokenSilentAsync(validRequest, request.azureCloudOptions);
    let authorityForThumbprint = Authority.generateAuthority(validRequest.authority, request.azureCloudOptions || this.config.auth.azureCloudOptions), silentRequestKey = getSilentRequestKey({
      requestType: "non-native",
      request: validRequest,
      authority: authorityForThumbprint,
      clientId: this.config.auth.clientId
    });
    return acquireTokenSilentDeduped(this, this.logger, silentRequestKey, validRequest.correlationId, () => this.acquireTokenSilentAsync(validRequest, request.azureCloudOptions));
  }
  async acquireTokenSilentAsync(validRequest, azureCloudOptions) {
    let serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenSilent, validRequest.correlationId, validRequest.forceRefresh);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, azureCloudOptions), clientConfiguration = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, validRequest.redirectUri || "", serverTelemetryManager), silentFlowClient = new SilentFlowClient(clientConfiguration, new StubPerformanceClient());
      this.logger.verbose("Silent flow client created", validRequest.correlationId);
      try {
        return await this.tokenCache.overwriteCache(), await this.acquireCachedTokenSilent(validRequest, silentFlowClient, clientConfiguration);
      } catch (error) {
        if (error instanceof ClientAuthError && error.errorCode === ClientAuthErrorCodes_exports.tokenRefreshRequired)
          return new RefreshTokenClient(clientConfiguration, new StubPerformanceClient()).acquireTokenByRefreshToken(validRequest, ApiId.acquireTokenSilent);
        throw error;
      }
    } catch (error) {
      throw error instanceof AuthError && (error.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(error), error;
    }
  }
  async acquireCachedTokenSilent(validRequest, silentFlowClient, clientConfiguration) {
    let [authResponse, cacheOutcome] = await silentFlowClient.acquireCachedToken({
      ...validRequest,
      scopes: validRequest.scopes?.length ? validRequest.scopes : [...Constants_exports.OIDC_DEFAULT_SCOPES]
    });
    if (cacheOutcome === Constants_exports.CacheOutcome.PROACTIVELY_REFRESHED) {
      this.logger.info("ClientApplication:acquireCachedTokenSilent - Cached access token's refreshOn property has been exceeded'. It's not expired, but must be refreshed.", validRequest.correlationId);
      let refreshTokenClient = new RefreshTokenClient(clientConfiguration, new StubPerformanceClient());
      try {
        await refreshTokenClient.acquireTokenByRefreshToken(validRequest, ApiId.acquireTokenSilent);
      } catch {
      }
    }
    return authResponse;
  }
  async acquireTokenByUsernamePassword(request) {
    this.logger.info("acquireTokenByUsernamePassword called", request.correlationId || "");
    let validRequest = {
      ...request,
      ...await this.initializeBaseRequest(request)
    }, serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenByUsernamePassword, validRequest.correlationId);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions), usernamePasswordClientConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, "", serverTelemetryManager), usernamePasswordClient = new UsernamePasswordClient(usernamePasswordClientConfig);
      return this.logger.verbose("Username password client created", validRequest.correlationId), await usernamePasswordClient.acquireToken(validRequest);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(e), e;
    }
  }
  getTokenCache() {
    return this.logger.info("getTokenCache called", ""), this.tokenCache;
  }
  validateState(state3, cachedState, correlationId) {
    if (!state3)
      throw NodeAuthError.createStateNotFoundError(correlationId);
    if (state3 !== cachedState)
      throw createClientAuthError(ClientAuthErrorCodes_exports.stateMismatch, correlationId);
  }
  getLogger() {
    return this.logger;
  }
  setLogger(logger28) {
    this.logger = logger28;
  }
  async buildOauthClientConfiguration(discoveredAuthority, requestCorrelationId, redirectUri, serverTelemetryManager) {
    return this.logger.verbose("buildOauthClientConfiguration called", requestCorrelationId), this.logger.info(`Building oauth client configuration with the following authority: ${discoveredAuthority.tokenEndpoint}.`, requestCorrelationId), serverTelemetryManager?.updateRegionDiscoveryMetadata(discoveredAuthority.regionDiscoveryMetadata), {
      authOptions: {
        clientId: this.config.auth.clientId,
        authority: discoveredAuthority,
        clientCapabilities: this.config.auth.clientCapabilities,
        redirectUri,
        isMcp: this.config.auth.isMcp
      },
      loggerOptions: {
        logLevel: this.config.system.loggerOptions.logLevel,
        loggerCallback: this.config.system.loggerOptions.loggerCallback,
        piiLoggingEnabled: this.config.system.loggerOptions.piiLoggingEnabled,
        correlationId: requestCorrelationId
      },
      cryptoInterface: this.cryptoProvider,
      networkInterface: this.config.system.networkClient,
      storageInterface: this.storage,
      serverTelemetryManager,
      clientCredentials: {
        clientSecret: this.clientSecret,
        clientAssertion: await this.getClientAssertion(discoveredAuthority)
      },
      libraryInfo: {
        sku: Constants.MSAL_SKU,
        version: version2,
        cpu: process.arch || "",
        os: process.platform || ""
      },
      telemetry: this.config.telemetry,
      persistencePlugin: this.config.cache.cachePlugin,
      serializableCache: this.tokenCache
    };
  }
  async getClientAssertion(authority) {
    return this.developerProvidedClientAssertion && (this.clientAssertion = ClientAssertion.fromAssertion(await getClientAssertion(this.developerProvidedClientAssertion, this.config.auth.clientId, authority.tokenEndpoint))), this.clientAssertion && {
      assertion: this.clientAssertion.getJwt(this.cryptoProvider, this.config.auth.clientId, authority.tokenEndpoint),
      assertionType: Constants.JWT_BEARER_ASSERTION_TYPE
    };
  }
  async initializeBaseRequest(authRequest) {
    let correlationId = authRequest.correlationId || this.cryptoProvider.createNewGuid();
    return this.logger.verbose("initializeRequestScopes called", correlationId), authRequest.authenticationScheme && authRequest.authenticationScheme === Constants_exports.AuthenticationScheme.POP && this.logger.verbose("Authentication Scheme 'pop' is not supported yet, setting Authentication Scheme to 'Bearer' for request", correlationId), authRequest.authenticationScheme = Constants_exports.AuthenticationScheme.BEARER, {
      ...authRequest,
      scopes: [
        ...authRequest && authRequest.scopes || [],
        ...Constants_exports.OIDC_DEFAULT_SCOPES
      ],
      correlationId,
      authority: authRequest.authority || this.config.auth.authority
    };
  }
  initializeServerTelemetryManager(apiId, correlationId, forceRefresh) {
    let telemetryPayload = {
      clientId: this.config.auth.clientId,
      correlationId,
      apiId,
      forceRefresh: forceRefresh || !1
    };
    return new ServerTelemetryManager(telemetryPayload, this.storage);
  }
  async createAuthority(authorityString, requestCorrelationId, azureRegionConfiguration, azureCloudOptions) {
    this.logger.verbose("createAuthority called", requestCorrelationId);
    let authorityUrl = Authority.generateAuthority(authorityString, azureCloudOptions || this.config.auth.azureCloudOptions), authorityOptions = {
      protocolMode: this.config.system.protocolMode,
      knownAuthorities: this.config.auth.knownAuthorities,
      cloudDiscoveryMetadata: this.config.auth.cloudDiscoveryMetadata,
      authorityMetadata: this.config.auth.authorityMetadata,
      azureRegionConfiguration
    };
    return AuthorityFactory_exports.createDiscoveredInstance(authorityUrl, this.config.system.networkClient, this.storage, authorityOptions, this.logger, requestCorrelationId, new StubPerformanceClient());
  }
  clearCache() {
    this.storage.clear();
  }
};

// node_modules/@azure/msal-node/dist/network/LoopbackClient.mjs
var import_http = __toESM(require("http"), 1);
var LoopbackClient = class {
  constructor(preferredPort) {
    this.preferredPort = preferredPort;
  }
  async listenForAuthCode(expectedState, successTemplate, errorTemplate) {
    if (this.server)
      throw NodeAuthError.createLoopbackServerAlreadyExistsError();
    if (!expectedState)
      throw NodeAuthError.createStateNotFoundError("");
    return new Promise((resolve, reject) => {
      this.server = import_http.default.createServer((req, res) => {
        let method = req.method?.toUpperCase();
        if (method !== "GET" && method !== "POST") {
          res.writeHead(405, {
            Allow: "GET, POST"
          }), res.end("Method Not Allowed");
          return;
        }
        let url = req.url;
        if (url) {
          if (url === Constants_exports.FORWARD_SLASH) {
            if (method === "POST") {
              this.handlePostRequest(req, res, resolve, expectedState, successTemplate, errorTemplate);
              return;
            }
            res.end(successTemplate || "Auth code was successfully acquired. You can close this window now.");
            return;
          }
        } else {
          res.end(errorTemplate || "Error occurred loading redirectUrl"), reject(NodeAuthError.createUnableToLoadRedirectUrlError());
          return;
        }
        if (method === "GET") {
          let redirectUri = this.getRedirectUri(), parsedUrl = new URL(url, redirectUri), authCodeResponse = UrlUtils_exports.getDeserializedResponse(parsedUrl.search) || {};
          if (!authCodeResponse.code && !authCodeResponse.error) {
            res.writeHead(200), res.end();
            return;
          }
          if (!this.isExpectedState(parsedUrl.searchParams, expectedState)) {
            res.writeHead(400), res.end("Invalid authorization response state.");
            return;
          }
          res.writeHead(400), res.end("OAuth responses must use form_post and cannot be returned in the URL."), reject(NodeAuthError.createLoopbackServerQueryResponseNotSupportedError());
        } else
          res.writeHead(200), res.end();
      });
      let port = this.preferredPort || 0;
      this.server.on("error", (err) => {
        err.code === "EADDRINUSE" && this.preferredPort && port !== 0 ? this.server?.listen(0, "127.0.0.1") : reject(err);
      }), this.server.listen(port, "127.0.0.1");
    });
  }
  handlePostRequest(req, res, resolve, expectedState, successTemplate, errorTemplate) {
    if (req.headers["content-type"]?.split(";")[0]?.trim() !== "application/x-www-form-urlencoded") {
      res.writeHead(415), res.end("Unsupported Media Type");
      return;
    }
    let body = "";
    req.on("error", () => {
      res.headersSent || res.writeHead(400), res.end();
    }), req.on("data", (chunk) => {
      body += chunk.toString();
    }), req.on("end", () => {
      let authCodeResponse = UrlUtils_exports.getDeserializedResponse(`?${body}`) || {};
      if (!authCodeResponse.code && !authCodeResponse.error) {
        res.writeHead(200), res.end();
        return;
      }
      if (!this.isExpectedState(new URLSearchParams(body), expectedState)) {
        res.writeHead(400), res.end("Invalid authorization response state.");
        return;
      }
      authCodeResponse.error ? (res.writeHead(200), res.end(errorTemplate || `Error occurred: ${authCodeResponse.error}`)) : (res.writeHead(200), res.end(successTemplate || "Auth code was successfully acquired. You can close this window now.")), resolve(authCodeResponse);
    });
  }
  isExpectedState(parameters, expectedState) {
    let states = parameters.getAll("state");
    return states.length === 1 && states[0] === expectedState;
  }
  getRedirectUri() {
    if (!this.server || !this.server.listening)
      throw NodeAuthError.createNoLoopbackServerExistsError();
    let address = this.server.address();
    if (!address || typeof address == "string" || !address.port)
      throw this.closeServer(), NodeAuthError.createInvalidLoopbackAddressTypeError();
    let port = address && address.port;
    return `${Constants.HTTP_PROTOCOL}${Constants.LOCALHOST}:${port}`;
  }
  closeServer() {
    this.server && (this.server.close(), typeof this.server.closeAllConnections == "function" && this.server.closeAllConnections(), this.server.unref(), this.server = void 0);
  }
};

// node_modules/@azure/msal-node/dist/client/DeviceCodeClient.mjs
var DeviceCodeClient = class extends BaseClient {
  constructor(configuration) {
    super(configuration);
  }
  async acquireToken(request) {
    let deviceCodeResponse = await this.getDeviceCode(request);
    request.deviceCodeCallback(deviceCodeResponse);
    let reqTimestamp = TimeUtils_exports.nowSeconds(), response = await this.acquireTokenWithDeviceCode(request, deviceCodeResponse), responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(response, request.correlationId), responseHandler.handleServerTokenResponse(response, this.authority, reqTimestamp, request, ApiId.acquireTokenByDeviceCode);
  }
  async getDeviceCode(request) {
    let queryParametersString = this.createExtraQueryParameters(request), endpoint = UrlString.appendQueryString(this.authority.deviceCodeEndpoint, queryParametersString), queryString = this.createQueryString(request), headers = this.createTokenRequestHeaders(), thumbprint = {
      clientId: this.config.authOptions.clientId,
      authority: request.authority,
      scopes: request.scopes,
      claims: request.claims,
      authenticationScheme: request.authenticationScheme,
      resourceRequestMethod: request.resourceRequestMethod,
      resourceRequestUri: request.resourceRequestUri,
      shrClaims: request.shrClaims,
      sshKid: request.sshKid
    };
    return this.executePostRequestToDeviceCodeEndpoint(endpoint, queryString, headers, thumbprint, request.correlationId);
  }
  createExtraQueryParameters(request) {
    let parameters = /* @__PURE__ */ new Map();
    return request.extraQueryParameters && RequestParameterBuilder_exports.addExtraParameters(parameters, request.extraQueryParameters), UrlUtils_exports.mapToQueryString(parameters);
  }
  async executePostRequestToDeviceCodeEndpoint(deviceCodeEndpoint, queryString, headers, thumbprint, correlationId) {
    let { body: { user_code: userCode, device_code: deviceCode, verification_uri: verificationUri, expires_in: expiresIn, interval, message } } = await this.sendPostRequest(thumbprint, deviceCodeEndpoint, {
      body: queryString,
      headers
    }, correlationId);
    return {
      userCode,
      deviceCode,
      verificationUri,
      expiresIn,
      interval,
      message
    };
  }
  createQueryString(request) {
    let parameters = /* @__PURE__ */ new Map();
    return RequestParameterBuilder_exports.addScopes(parameters, request.scopes, request.correlationId), RequestParameterBuilder_exports.addClientId(parameters, this.config.authOptions.clientId), request.extraQueryParameters && RequestParameterBuilder_exports.addExtraParameters(parameters, request.extraQueryParameters), (request.claims || this.config.authOptions.clientCapabilities && this.config.authOptions.clientCapabilities.length > 0) && RequestParameterBuilder_exports.addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities), UrlUtils_exports.mapToQueryString(parameters);
  }
  continuePolling(deviceCodeExpirationTime, correlationId, userSpecifiedTimeout, userSpecifiedCancelFlag) {
    if (userSpecifiedCancelFlag)
      throw this.logger.error("Token request cancelled by setting DeviceCodeRequest.cancel = true", correlationId), createClientAuthError(deviceCodePollingCancelled, correlationId);
    if (userSpecifiedTimeout && userSpecifiedTimeout < deviceCodeExpirationTime && TimeUtils_exports.nowSeconds() > userSpecifiedTimeout)
      throw this.logger.error(`User defined timeout for device code polling reached. The timeout was set for ${userSpecifiedTimeout}`, correlationId), createClientAuthError(userTimeoutReached, correlationId);
    if (TimeUtils_exports.nowSeconds() > deviceCodeExpirationTime)
      throw userSpecifiedTimeout && this.logger.verbose(`User specified timeout ignored as the device code has expired before the timeout elapsed. The user specified timeout was set for ${userSpecifiedTimeout}`, correlationId), this.logger.error(`Device code expired. Expiration time of device code was ${deviceCodeExpirationTime}`, correlationId), createClientAuthError(deviceCodeExpired, correlationId);
    return !0;
  }
  async acquireTokenWithDeviceCode(request, deviceCodeResponse) {
    let queryParametersString = this.createTokenQueryParameters(request), endpoint = UrlString.appendQueryString(this.authority.tokenEndpoint, queryParametersString), requestBody = this.createTokenRequestBody(request, deviceCodeResponse), headers = this.createTokenRequestHeaders(), userSpecifiedTimeout = request.timeout ? TimeUtils_exports.nowSeconds() + request.timeout : void 0, deviceCodeExpirationTime = TimeUtils_exports.nowSeconds() + deviceCodeResponse.expiresIn, pollingIntervalMilli = deviceCodeResponse.interval * 1e3;
    for (; this.continuePolling(deviceCodeExpirationTime, request.correlationId, userSpecifiedTimeout, request.cancel); ) {
      let thumbprint = {
        clientId: this.config.authOptions.clientId,
        authority: request.authority,
        scopes: request.scopes,
        claims: request.claims,
        authenticationScheme: request.authenticationScheme,
        resourceRequestMethod: request.resourceRequestMethod,
        resourceRequestUri: request.resourceRequestUri,
        shrClaims: request.shrClaims,
        sshKid: request.sshKid
      }, response = await this.executePostToTokenEndpoint(endpoint, requestBody, headers, thumbprint, request.correlationId);
      if (response.body && response.body.error)
        if (response.body.error === Constants_exports.AUTHORIZATION_PENDING)
          this.logger.info("Authorization pending. Continue polling.", request.correlationId), await TimeUtils_exports.delay(pollingIntervalMilli);
        else
          throw this.logger.info("Unexpected error in polling from the server", request.correlationId), createAuthError(AuthErrorCodes_exports.postRequestFailed, request.correlationId, response.body.error);
      else
        return this.logger.verbose("Authorization completed successfully. Polling stopped.", request.correlationId), response.body;
    }
    throw this.logger.error("Polling stopped for unknown reasons.", request.correlationId), createClientAuthError(deviceCodeUnknownError, request.correlationId);
  }
  createTokenRequestBody(request, deviceCodeResponse) {
    let parameters = /* @__PURE__ */ new Map();
    RequestParameterBuilder_exports.addScopes(parameters, request.scopes, request.correlationId), RequestParameterBuilder_exports.addClientId(parameters, this.config.authOptions.clientId), RequestParameterBuilder_exports.addGrantType(parameters, Constants_exports.GrantType.DEVICE_CODE_GRANT), RequestParameterBuilder_exports.addDeviceCode(parameters, deviceCodeResponse.deviceCode);
    let correlationId = request.correlationId || this.config.cryptoInterface.createNewGuid();
    return RequestParameterBuilder_exports.addCorrelationId(parameters, correlationId), RequestParameterBuilder_exports.addClientInfo(parameters), RequestParameterBuilder_exports.addLibraryInfo(parameters, this.config.libraryInfo), RequestParameterBuilder_exports.addApplicationTelemetry(parameters, this.config.telemetry.application), RequestParameterBuilder_exports.addThrottling(parameters), this.serverTelemetryManager && RequestParameterBuilder_exports.addServerTelemetry(parameters, this.serverTelemetryManager), (!StringUtils.isEmptyObj(request.claims) || this.config.authOptions.clientCapabilities && this.config.authOptions.clientCapabilities.length > 0) && RequestParameterBuilder_exports.addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities), UrlUtils_exports.mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-node/dist/client/PublicClientApplication.mjs
var PublicClientApplication = class extends ClientApplication {
  constructor(configuration) {
    super(configuration), this.config.broker.nativeBrokerPlugin && (this.config.broker.nativeBrokerPlugin.isBrokerAvailable ? (this.nativeBrokerPlugin = this.config.broker.nativeBrokerPlugin, this.nativeBrokerPlugin.setLogger(this.config.system.loggerOptions)) : this.logger.warning("NativeBroker implementation was provided but the broker is unavailable.", "")), this.skus = ServerTelemetryManager.makeExtraSkuString({
      libraryName: Constants.MSAL_SKU,
      libraryVersion: version2
    });
  }
  async acquireTokenByDeviceCode(request) {
    this.logger.info("acquireTokenByDeviceCode called", request.correlationId || ""), enforceResourceParameter(this.config.auth.isMcp, request);
    let validRequest = Object.assign(request, await this.initializeBaseRequest(request)), serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenByDeviceCode, validRequest.correlationId);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions), deviceCodeConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, "", serverTelemetryManager), deviceCodeClient = new DeviceCodeClient(deviceCodeConfig);
      return this.logger.verbose("Device code client created", validRequest.correlationId), await deviceCodeClient.acquireToken(validRequest);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(e), e;
    }
  }
  async acquireTokenInteractive(request) {
    let correlationId = request.correlationId || this.cryptoProvider.createNewGuid();
    this.logger.trace("acquireTokenInteractive called", correlationId), enforceResourceParameter(this.config.auth.isMcp, request);
    let { openBrowser, successTemplate, errorTemplate, windowHandle, preferredPort, ...remainingProperties } = request;
    if (this.nativeBrokerPlugin) {
      let brokerRequest = {
        ...remainingProperties,
        clientId: this.config.auth.clientId,
        scopes: request.scopes || Constants_exports.OIDC_DEFAULT_SCOPES,
        redirectUri: request.redirectUri || "",
        authority: request.authority || this.config.auth.authority,
        correlationId,
        extraParameters: {
          ...remainingProperties.extraQueryParameters,
          ...remainingProperties.extraParameters,
          [AADServerParamKeys_exports.X_CLIENT_EXTRA_SKU]: this.skus
        },
        accountId: remainingProperties.account?.nativeAccountId
      };
      return this.nativeBrokerPlugin.acquireTokenInteractive(brokerRequest, windowHandle);
    }
    if (request.redirectUri) {
      if (!this.config.broker.nativeBrokerPlugin)
        throw NodeAuthError.createRedirectUriNotSupportedError(correlationId);
      request.redirectUri = "";
    }
    let { verifier, challenge } = await this.cryptoProvider.generatePkceCodes(), loopbackClient = new LoopbackClient(preferredPort), responseMode = remainingProperties.responseMode;
    if (responseMode !== void 0 && responseMode !== Constants_exports.ResponseMode.FORM_POST)
      throw createClientConfigurationError(ClientConfigurationErrorCodes_exports.invalidResponseMode, correlationId);
    let state3 = ProtocolUtils_exports.setRequestState(this.cryptoProvider, remainingProperties.state ? this.cryptoProvider.base64Encode(remainingProperties.state) : remainingProperties.state, void 0, correlationId), authCodeResponse = {}, authCodeListenerError = null;
    try {
      let authCodeListener = loopbackClient.listenForAuthCode(state3, successTemplate, errorTemplate).then((response) => {
        authCodeResponse = response;
      }).catch((e) => {
        authCodeListenerError = e;
      }), redirectUri = await this.waitForRedirectUri(loopbackClient, correlationId), validRequest = {
        ...remainingProperties,
        correlationId,
        scopes: request.scopes || Constants_exports.OIDC_DEFAULT_SCOPES,
        redirectUri,
        responseMode: Constants_exports.ResponseMode.FORM_POST,
        codeChallenge: challenge,
        codeChallengeMethod: Constants_exports.CodeChallengeMethodValues.S256,
        state: state3
      }, authCodeUrl = await this.getAuthCodeUrl(validRequest);
      if (await openBrowser(authCodeUrl), await authCodeListener, authCodeListenerError)
        throw authCodeListenerError;
      if (this.validateState(state3, authCodeResponse.state || "", correlationId), authCodeResponse.error)
        throw new ServerError(authCodeResponse.error, correlationId, authCodeResponse.error_description, authCodeResponse.suberror);
      if (!authCodeResponse.code)
        throw NodeAuthError.createNoAuthCodeInResponseError(correlationId);
      let clientInfo = authCodeResponse.client_info, tokenRequest = {
        code: authCodeResponse.code,
        codeVerifier: verifier,
        clientInfo: clientInfo || "",
        ...validRequest,
        state: remainingProperties.state
      };
      return await this.acquireTokenByCode(tokenRequest);
    } finally {
      loopbackClient.closeServer();
    }
  }
  async acquireTokenSilent(request) {
    let correlationId = request.correlationId || this.cryptoProvider.createNewGuid();
    if (this.logger.trace("acquireTokenSilent called", correlationId), enforceResourceParameter(this.config.auth.isMcp, request), this.nativeBrokerPlugin) {
      let nativeBrokerPlugin = this.nativeBrokerPlugin, brokerRequest = snapshotNativeRequest({
        ...request,
        clientId: this.config.auth.clientId,
        scopes: request.scopes || Constants_exports.OIDC_DEFAULT_SCOPES,
        redirectUri: request.redirectUri || "",
        authority: request.authority || this.config.auth.authority,
        correlationId,
        extraParameters: {
          ...request.extraQueryParameters,
          ...request.extraParameters,
          [AADServerParamKeys_exports.X_CLIENT_EXTRA_SKU]: this.skus
        },
        accountId: request.account.nativeAccountId,
        forceRefresh: request.forceRefresh || !1
      }), silentRequestKey = getSilentRequestKey({
        requestType: "native",
        request: brokerRequest
      });
      return acquireTokenSilentDeduped(this, this.logger, silentRequestKey, correlationId, () => nativeBrokerPlugin.acquireTokenSilent(brokerRequest));
    }
    if (request.redirectUri) {
      if (!this.config.broker.nativeBrokerPlugin)
        throw NodeAuthError.createRedirectUriNotSupportedError(correlationId);
      request.redirectUri = "";
    }
    return super.acquireTokenSilent(request);
  }
  async acquireTokenByCode(request, authCodePayLoad) {
    return enforceResourceParameter(this.config.auth.isMcp, request), super.acquireTokenByCode(request, authCodePayLoad);
  }
  async acquireTokenByRefreshToken(request) {
    return enforceResourceParameter(this.config.auth.isMcp, request), super.acquireTokenByRefreshToken(request);
  }
  async signOut(request) {
    if (this.nativeBrokerPlugin && request.account.nativeAccountId) {
      let signoutRequest = {
        clientId: this.config.auth.clientId,
        accountId: request.account.nativeAccountId,
        correlationId: request.correlationId || this.cryptoProvider.createNewGuid()
      };
      await this.nativeBrokerPlugin.signOut(signoutRequest);
    }
    await this.getTokenCache().removeAccount(request.account, request.correlationId);
  }
  async getAllAccounts() {
    if (this.nativeBrokerPlugin) {
      let correlationId = this.cryptoProvider.createNewGuid();
      return this.nativeBrokerPlugin.getAllAccounts(this.config.auth.clientId, correlationId);
    }
    return this.getTokenCache().getAllAccounts();
  }
  async waitForRedirectUri(loopbackClient, correlationId) {
    return new Promise((resolve, reject) => {
      let ticks = 0, id = setInterval(() => {
        if (LOOPBACK_SERVER_CONSTANTS.TIMEOUT_MS / LOOPBACK_SERVER_CONSTANTS.INTERVAL_MS < ticks) {
          clearInterval(id), reject(NodeAuthError.createLoopbackServerTimeoutError(correlationId));
          return;
        }
        try {
          let r = loopbackClient.getRedirectUri();
          clearInterval(id), resolve(r);
          return;
        } catch (e) {
          if (e instanceof AuthError && e.errorCode === NodeAuthErrorMessage.noLoopbackServerExists.code) {
            ticks++;
            return;
          }
          clearInterval(id), reject(e);
          return;
        }
      }, LOOPBACK_SERVER_CONSTANTS.INTERVAL_MS);
    });
  }
};

// node_modules/@azure/msal-node/dist/client/ClientCredentialClient.mjs
var ClientCredentialClient = class extends BaseClient {
  constructor(configuration, appTokenProvider) {
    super(configuration), this.appTokenProvider = appTokenProvider;
  }
  async acquireToken(request) {
    let additionalCacheKeyComponents;
    if (request.fmiPath && (additionalCacheKeyComponents = {
      ...additionalCacheKeyComponents,
      fmi_path: request.fmiPath
    }), request.claimsFromClient && !StringUtils.isEmptyObj(request.claimsFromClient) && (additionalCacheKeyComponents = {
      ...additionalCacheKeyComponents,
      client_claims: request.claimsFromClient
    }), request.skipCache || !StringUtils.isEmptyObj(request.claims))
      return this.executeTokenRequest(
        request,
        this.authority,
        /* refreshAccessToken */
        void 0,
        additionalCacheKeyComponents
      );
    let [cachedAuthenticationResult, lastCacheOutcome] = await this.getCachedAuthenticationResult(request, this.config, this.cryptoUtils, this.authority, this.cacheManager, this.serverTelemetryManager, additionalCacheKeyComponents);
    return cachedAuthenticationResult ? (lastCacheOutcome === Constants_exports.CacheOutcome.PROACTIVELY_REFRESHED && (this.logger.info("ClientCredentialClient:getCachedAuthenticationResult - Cached access token's refreshOn property has been exceeded'. It's not expired, but must be refreshed.", request.correlationId), await this.executeTokenRequest(request, this.authority, !0, additionalCacheKeyComponents)), cachedAuthenticationResult) : this.executeTokenRequest(
      request,
      this.authority,
      /* refreshAccessToken */
      void 0,
      additionalCacheKeyComponents
    );
  }
  async getCachedAuthenticationResult(request, config, cryptoUtils, authority, cacheManager, serverTelemetryManager, additionalCacheKeyComponents) {
    let clientConfiguration = config, managedIdentityConfiguration = config, lastCacheOutcome = Constants_exports.CacheOutcome.NOT_APPLICABLE, cacheContext;
    clientConfiguration.serializableCache && clientConfiguration.persistencePlugin && (cacheContext = new TokenCacheContext(clientConfiguration.serializableCache, !1), await clientConfiguration.persistencePlugin.beforeCacheAccess(cacheContext));
    let cachedAccessToken = this.readAccessTokenFromCache(authority, managedIdentityConfiguration.managedIdentityId?.id || clientConfiguration.authOptions.clientId, new ScopeSet(request.scopes || [], request.correlationId), cacheManager, request.correlationId, additionalCacheKeyComponents);
    return clientConfiguration.serializableCache && clientConfiguration.persistencePlugin && cacheContext && await clientConfiguration.persistencePlugin.afterCacheAccess(cacheContext), cachedAccessToken ? TimeUtils_exports.isTokenExpired(cachedAccessToken.expiresOn, clientConfiguration.systemOptions?.tokenRenewalOffsetSeconds || Constants_exports.DEFAULT_TOKEN_RENEWAL_OFFSET_SEC) ? (serverTelemetryManager?.setCacheOutcome(Constants_exports.CacheOutcome.CACHED_ACCESS_TOKEN_EXPIRED), [null, Constants_exports.CacheOutcome.CACHED_ACCESS_TOKEN_EXPIRED]) : (cachedAccessToken.refreshOn && TimeUtils_exports.isTokenExpired(cachedAccessToken.refreshOn.toString(), 0) && (lastCacheOutcome = Constants_exports.CacheOutcome.PROACTIVELY_REFRESHED, serverTelemetryManager?.setCacheOutcome(Constants_exports.CacheOutcome.PROACTIVELY_REFRESHED)), [
      await ResponseHandler.generateAuthenticationResult(cryptoUtils, authority, {
        account: null,
        idToken: null,
        accessToken: cachedAccessToken,
        refreshToken: null,
        appMetadata: null
      }, !0, request, this.performanceClient, {
        tokenBindingKeyManager: this.config.tokenBindingKeyManager
      }),
      lastCacheOutcome
    ]) : (serverTelemetryManager?.setCacheOutcome(Constants_exports.CacheOutcome.NO_CACHED_ACCESS_TOKEN), [null, Constants_exports.CacheOutcome.NO_CACHED_ACCESS_TOKEN]);
  }
  readAccessTokenFromCache(authority, id, scopeSet, cacheManager, correlationId, additionalCacheKeyComponents) {
    let accessTokenFilter = {
      homeAccountId: "",
      environment: authority.canonicalAuthorityUrlComponents.HostNameAndPort,
      credentialType: Constants_exports.CredentialType.ACCESS_TOKEN,
      clientId: id,
      realm: authority.tenant,
      target: ScopeSet.createSearchScopes(scopeSet.asArray(), correlationId),
      additionalCacheKeyComponents
    }, accessTokens = cacheManager.getAccessTokensByFilter(accessTokenFilter, correlationId);
    if (accessTokens.length < 1)
      return null;
    if (accessTokens.length > 1)
      throw createClientAuthError(ClientAuthErrorCodes_exports.multipleMatchingTokens, correlationId);
    return accessTokens[0];
  }
  async executeTokenRequest(request, authority, refreshAccessToken, additionalCacheKeyComponents) {
    let serverTokenResponse, reqTimestamp;
    if (this.appTokenProvider) {
      this.logger.info("Using appTokenProvider extensibility.", request.correlationId);
      let appTokenPropviderParameters = {
        correlationId: request.correlationId,
        tenantId: this.config.authOptions.authority.tenant,
        scopes: request.scopes,
        claims: request.claims
      };
      reqTimestamp = TimeUtils_exports.nowSeconds();
      let appTokenProviderResult = await this.appTokenProvider(appTokenPropviderParameters);
      serverTokenResponse = {
        access_token: appTokenProviderResult.accessToken,
        expires_in: appTokenProviderResult.expiresInSeconds,
        refresh_in: appTokenProviderResult.refreshInSeconds,
        token_type: Constants_exports.AuthenticationScheme.BEARER
      };
    } else {
      let queryParametersString = this.createTokenQueryParameters(request), endpoint = UrlString.appendQueryString(authority.tokenEndpoint, queryParametersString), requestBody = await this.createTokenRequestBody(request), headers = this.createTokenRequestHeaders(), thumbprint = {
        clientId: this.config.authOptions.clientId,
        authority: request.authority,
        scopes: request.scopes,
        claims: request.claims,
        authenticationScheme: request.authenticationScheme,
        resourceRequestMethod: request.resourceRequestMethod,
        resourceRequestUri: request.resourceRequestUri,
        shrClaims: request.shrClaims,
        sshKid: request.sshKid
      };
      this.logger.info("Sending token request to endpoint: " + authority.tokenEndpoint, request.correlationId), reqTimestamp = TimeUtils_exports.nowSeconds();
      let response = await this.executePostToTokenEndpoint(endpoint, requestBody, headers, thumbprint, request.correlationId);
      serverTokenResponse = response.body, serverTokenResponse.status = response.status;
    }
    let responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(serverTokenResponse, request.correlationId, refreshAccessToken), await responseHandler.handleServerTokenResponse(
      serverTokenResponse,
      this.authority,
      reqTimestamp,
      request,
      ApiId.acquireTokenByClientCredential,
      void 0,
      // authCodePayload
      void 0,
      // userAssertionHash
      void 0,
      // handlingRefreshTokenResponse
      void 0,
      // forceCacheRefreshTokenResponse
      void 0,
      // serverRequestId
      additionalCacheKeyComponents
    );
  }
  async createTokenRequestBody(request) {
    let parameters = /* @__PURE__ */ new Map();
    RequestParameterBuilder_exports.addClientId(parameters, this.config.authOptions.clientId), RequestParameterBuilder_exports.addScopes(parameters, request.scopes, request.correlationId, !1), RequestParameterBuilder_exports.addGrantType(parameters, Constants_exports.GrantType.CLIENT_CREDENTIALS_GRANT), RequestParameterBuilder_exports.addLibraryInfo(parameters, this.config.libraryInfo), RequestParameterBuilder_exports.addApplicationTelemetry(parameters, this.config.telemetry.application), RequestParameterBuilder_exports.addThrottling(parameters), this.serverTelemetryManager && RequestParameterBuilder_exports.addServerTelemetry(parameters, this.serverTelemetryManager);
    let correlationId = request.correlationId || this.config.cryptoInterface.createNewGuid();
    RequestParameterBuilder_exports.addCorrelationId(parameters, correlationId), this.config.clientCredentials.clientSecret && RequestParameterBuilder_exports.addClientSecret(parameters, this.config.clientCredentials.clientSecret);
    let clientAssertion = request.clientAssertion || this.config.clientCredentials.clientAssertion;
    return clientAssertion && (RequestParameterBuilder_exports.addClientAssertion(parameters, await getClientAssertion(clientAssertion.assertion, this.config.authOptions.clientId, this.authority.tokenEndpoint, request.fmiPath)), RequestParameterBuilder_exports.addClientAssertionType(parameters, clientAssertion.assertionType)), request.fmiPath && parameters.set(AADServerParamKeys_exports.FMI_PATH, request.fmiPath), (!StringUtils.isEmptyObj(request.claims) || !StringUtils.isEmptyObj(request.claimsFromClient) || this.config.authOptions.clientCapabilities && this.config.authOptions.clientCapabilities.length > 0) && RequestParameterBuilder_exports.addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities, void 0, request.claimsFromClient), UrlUtils_exports.mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-node/dist/client/OnBehalfOfClient.mjs
var OnBehalfOfClient = class extends BaseClient {
  constructor(configuration) {
    super(configuration);
  }
  async acquireToken(request) {
    this.scopeSet = new ScopeSet(request.scopes || [], request.correlationId), this.userAssertionHash = await this.cryptoUtils.hashString(request.oboAssertion);
    let additionalCacheKeyComponents;
    if (request.claimsFromClient && !StringUtils.isEmptyObj(request.claimsFromClient) && (additionalCacheKeyComponents = {
      client_claims: request.claimsFromClient
    }), request.skipCache || !StringUtils.isEmptyObj(request.claims))
      return this.executeTokenRequest(request, this.authority, this.userAssertionHash, additionalCacheKeyComponents);
    try {
      return await this.getCachedAuthenticationResult(request, additionalCacheKeyComponents);
    } catch {
      return await this.executeTokenRequest(request, this.authority, this.userAssertionHash, additionalCacheKeyComponents);
    }
  }
  async getCachedAuthenticationResult(request, additionalCacheKeyComponents) {
    let cachedAccessToken = this.readAccessTokenFromCacheForOBO(this.config.authOptions.clientId, request, additionalCacheKeyComponents);
    if (cachedAccessToken) {
      if (TimeUtils_exports.isTokenExpired(cachedAccessToken.expiresOn, this.config.systemOptions.tokenRenewalOffsetSeconds))
        throw this.serverTelemetryManager?.setCacheOutcome(Constants_exports.CacheOutcome.CACHED_ACCESS_TOKEN_EXPIRED), this.logger.info(`OnbehalfofFlow:getCachedAuthenticationResult - Cached access token is expired or will expire within ${this.config.systemOptions.tokenRenewalOffsetSeconds} seconds.`, request.correlationId), createClientAuthError(ClientAuthErrorCodes_exports.tokenRefreshRequired, request.correlationId);
    } else throw this.serverTelemetryManager?.setCacheOutcome(Constants_exports.CacheOutcome.NO_CACHED_ACCESS_TOKEN), this.logger.info("SilentFlowClient:acquireCachedToken - No access token found in cache for the given properties.", request.correlationId), createClientAuthError(ClientAuthErrorCodes_exports.tokenRefreshRequired, request.correlationId);
    let cachedIdToken = this.readIdTokenFromCacheForOBO(cachedAccessToken.homeAccountId, request.correlationId), idTokenClaims, cachedAccount = null;
    if (cachedIdToken) {
      idTokenClaims = AuthToken_exports.extractTokenClaims(cachedIdToken.secret, EncodingUtils.base64Decode, request.correlationId);
      let localAccountId = idTokenClaims.oid || idTokenClaims.sub, accountInfo = {
        homeAccountId: cachedIdToken.homeAccountId,
        environment: cachedIdToken.environment,
        tenantId: cachedIdToken.realm,
        username: "",
        localAccountId: localAccountId || ""
      };
      cachedAccount = this.cacheManager.getAccount(this.cacheManager.generateAccountKey(accountInfo), request.correlationId);
    }
    return this.config.serverTelemetryManager && this.config.serverTelemetryManager.incrementCacheHits(), ResponseHandler.generateAuthenticationResult(this.cryptoUtils, this.authority, {
      account: cachedAccount,
      accessToken: cachedAccessToken,
      idToken: cachedIdToken,
      refreshToken: null,
      appMetadata: null
    }, !0, request, this.performanceClient, {
      idTokenClaims,
      tokenBindingKeyManager: this.config.tokenBindingKeyManager
    });
  }
  readIdTokenFromCacheForOBO(atHomeAccountId, correlationId) {
    let idTokenFilter = {
      homeAccountId: atHomeAccountId,
      environment: this.authority.canonicalAuthorityUrlComponents.HostNameAndPort,
      credentialType: Constants_exports.CredentialType.ID_TOKEN,
      clientId: this.config.authOptions.clientId,
      realm: this.authority.tenant
    }, idTokenMap = this.cacheManager.getIdTokensByFilter(idTokenFilter, correlationId);
    return Object.values(idTokenMap).length < 1 ? null : Object.values(idTokenMap)[0];
  }
  readAccessTokenFromCacheForOBO(clientId, request, additionalCacheKeyComponents) {
    let authScheme = request.authenticationScheme || Constants_exports.AuthenticationScheme.BEARER, accessTokenFilter = {
      credentialType: authScheme && authScheme.toLowerCase() !== Constants_exports.AuthenticationScheme.BEARER.toLowerCase() ? Constants_exports.CredentialType.ACCESS_TOKEN_WITH_AUTH_SCHEME : Constants_exports.CredentialType.ACCESS_TOKEN,
      clientId,
      target: ScopeSet.createSearchScopes(this.scopeSet.asArray(), request.correlationId),
      tokenType: authScheme,
      keyId: request.sshKid,
      userAssertionHash: this.userAssertionHash,
      additionalCacheKeyComponents
    }, accessTokens = this.cacheManager.getAccessTokensByFilter(accessTokenFilter, request.correlationId), numAccessTokens = accessTokens.length;
    if (numAccessTokens < 1)
      return null;
    if (numAccessTokens > 1)
      throw createClientAuthError(ClientAuthErrorCodes_exports.multipleMatchingTokens, request.correlationId);
    return accessTokens[0];
  }
  async executeTokenRequest(request, authority, userAssertionHash, additionalCacheKeyComponents) {
    let queryParametersString = this.createTokenQueryParameters(request), endpoint = UrlString.appendQueryString(authority.tokenEndpoint, queryParametersString), requestBody = await this.createTokenRequestBody(request), headers = this.createTokenRequestHeaders(), thumbprint = {
      clientId: this.config.authOptions.clientId,
      authority: request.authority,
      scopes: request.scopes,
      claims: request.claims,
      authenticationScheme: request.authenticationScheme,
      resourceRequestMethod: request.resourceRequestMethod,
      resourceRequestUri: request.resourceRequestUri,
      shrClaims: request.shrClaims,
      sshKid: request.sshKid
    }, reqTimestamp = TimeUtils_exports.nowSeconds(), response = await this.executePostToTokenEndpoint(endpoint, requestBody, headers, thumbprint, request.correlationId), responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(response.body, request.correlationId), await responseHandler.handleServerTokenResponse(
      response.body,
      this.authority,
      reqTimestamp,
      request,
      ApiId.acquireTokenByOBO,
      void 0,
      // authCodePayload
      userAssertionHash,
      // userAssertionHash
      void 0,
      // handlingRefreshTokenResponse
      void 0,
      // forceCacheRefreshTokenResponse
      void 0,
      // serverRequestId
      additionalCacheKeyComponents
    );
  }
  async createTokenRequestBody(request) {
    let parameters = /* @__PURE__ */ new Map();
    RequestParameterBuilder_exports.addClientId(parameters, this.config.authOptions.clientId), RequestParameterBuilder_exports.addScopes(parameters, request.scopes, request.correlationId), RequestParameterBuilder_exports.addGrantType(parameters, Constants_exports.GrantType.JWT_BEARER), RequestParameterBuilder_exports.addClientInfo(parameters), RequestParameterBuilder_exports.addLibraryInfo(parameters, this.config.libraryInfo), RequestParameterBuilder_exports.addApplicationTelemetry(parameters, this.config.telemetry.application), RequestParameterBuilder_exports.addThrottling(parameters), this.serverTelemetryManager && RequestParameterBuilder_exports.addServerTelemetry(parameters, this.serverTelemetryManager);
    let correlationId = request.correlationId || this.config.cryptoInterface.createNewGuid();
    RequestParameterBuilder_exports.addCorrelationId(parameters, correlationId), RequestParameterBuilder_exports.addRequestTokenUse(parameters, AADServerParamKeys_exports.ON_BEHALF_OF), RequestParameterBuilder_exports.addOboAssertion(parameters, request.oboAssertion), this.config.clientCredentials.clientSecret && RequestParameterBuilder_exports.addClientSecret(parameters, this.config.clientCredentials.clientSecret);
    let clientAssertion = this.config.clientCredentials.clientAssertion;
    return clientAssertion && (RequestParameterBuilder_exports.addClientAssertion(parameters, await getClientAssertion(clientAssertion.assertion, this.config.authOptions.clientId, request.resourceRequestUri)), RequestParameterBuilder_exports.addClientAssertionType(parameters, clientAssertion.assertionType)), (!StringUtils.isEmptyObj(request.claims) || !StringUtils.isEmptyObj(request.claimsFromClient) || this.config.authOptions.clientCapabilities && this.config.authOptions.clientCapabilities.length > 0) && RequestParameterBuilder_exports.addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities, void 0, request.claimsFromClient), UrlUtils_exports.mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-node/dist/client/UserFederatedIdentityCredentialClient.mjs
var UserFederatedIdentityCredentialClient = class extends BaseClient {
  constructor(configuration) {
    super(configuration);
  }
  async acquireToken(request) {
    return this.executeTokenRequest(request, this.authority);
  }
  async executeTokenRequest(request, authority) {
    let scopeSet = new ScopeSet(request.scopes || [], request.correlationId);
    scopeSet.appendScopes(Constants_exports.OIDC_DEFAULT_SCOPES);
    let augmentedScopes = scopeSet.asArray(), queryParametersString = this.createTokenQueryParameters(request), endpoint = UrlString.appendQueryString(authority.tokenEndpoint, queryParametersString), requestBody = await this.createTokenRequestBody(request, augmentedScopes), headers = this.createTokenRequestHeaders(), thumbprint = {
      clientId: this.config.authOptions.clientId,
      authority: request.authority,
      scopes: augmentedScopes,
      claims: request.claims,
      authenticationScheme: request.authenticationScheme,
      resourceRequestMethod: request.resourceRequestMethod,
      resourceRequestUri: request.resourceRequestUri,
      shrClaims: request.shrClaims,
      sshKid: request.sshKid
    }, reqTimestamp = TimeUtils_exports.nowSeconds(), response = await this.executePostToTokenEndpoint(endpoint, requestBody, headers, thumbprint, request.correlationId), responseHandler = new ResponseHandler(this.config.authOptions.clientId, this.cacheManager, this.cryptoUtils, this.logger, this.performanceClient, this.config.serializableCache, this.config.persistencePlugin, this.config.tokenBindingKeyManager);
    return responseHandler.validateTokenResponse(response.body, request.correlationId), await responseHandler.handleServerTokenResponse(response.body, this.authority, reqTimestamp, request, ApiId.acquireTokenByUserFederatedIdentityCredential);
  }
  async createTokenRequestBody(request, augmentedScopes) {
    let parameters = /* @__PURE__ */ new Map();
    RequestParameterBuilder_exports.addClientId(parameters, this.config.authOptions.clientId), RequestParameterBuilder_exports.addScopes(parameters, augmentedScopes, request.correlationId), RequestParameterBuilder_exports.addGrantType(parameters, Constants_exports.GrantType.USER_FIC), RequestParameterBuilder_exports.addClientInfo(parameters), parameters.set(AADServerParamKeys_exports.USER_FEDERATED_IDENTITY_CREDENTIAL, request.assertion), request.username ? parameters.set(AADServerParamKeys_exports.USERNAME, request.username) : request.userObjectId && parameters.set(AADServerParamKeys_exports.USER_ID, request.userObjectId), RequestParameterBuilder_exports.addLibraryInfo(parameters, this.config.libraryInfo), RequestParameterBuilder_exports.addApplicationTelemetry(parameters, this.config.telemetry.application), RequestParameterBuilder_exports.addThrottling(parameters), this.serverTelemetryManager && RequestParameterBuilder_exports.addServerTelemetry(parameters, this.serverTelemetryManager);
    let correlationId = request.correlationId || this.config.cryptoInterface.createNewGuid();
    RequestParameterBuilder_exports.addCorrelationId(parameters, correlationId), this.config.clientCredentials.clientSecret && RequestParameterBuilder_exports.addClientSecret(parameters, this.config.clientCredentials.clientSecret);
    let clientAssertion = request.clientAssertion || this.config.clientCredentials.clientAssertion;
    return clientAssertion && (RequestParameterBuilder_exports.addClientAssertion(parameters, await getClientAssertion(clientAssertion.assertion, this.config.authOptions.clientId, this.authority.tokenEndpoint)), RequestParameterBuilder_exports.addClientAssertionType(parameters, clientAssertion.assertionType)), (!StringUtils.isEmptyObj(request.claims) || !StringUtils.isEmptyObj(request.claimsFromClient) || this.config.authOptions.clientCapabilities && this.config.authOptions.clientCapabilities.length > 0) && RequestParameterBuilder_exports.addClaims(parameters, request.correlationId, request.claims, this.config.authOptions.clientCapabilities, void 0, request.claimsFromClient), UrlUtils_exports.mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-node/dist/client/ConfidentialClientApplication.mjs
var ConfidentialClientApplication = class extends ClientApplication {
  constructor(configuration) {
    if ("instanceAware" in configuration.auth && configuration.auth.instanceAware === !0)
      throw NodeAuthError.createUnsupportedCcaInstanceAwareError();
    super(configuration);
    let clientSecretNotEmpty = !!this.config.auth.clientSecret, clientAssertionNotEmpty = !!this.config.auth.clientAssertion, certificateNotEmpty = (!!this.config.auth.clientCertificate?.thumbprint || !!this.config.auth.clientCertificate?.thumbprintSha256) && !!this.config.auth.clientCertificate?.privateKey;
    if (!this.appTokenProvider) {
      if (clientSecretNotEmpty && clientAssertionNotEmpty || clientAssertionNotEmpty && certificateNotEmpty || clientSecretNotEmpty && certificateNotEmpty)
        throw createClientAuthError(invalidClientCredential, "");
      if (this.config.auth.clientSecret) {
        this.clientSecret = this.config.auth.clientSecret;
        return;
      }
      if (this.config.auth.clientAssertion) {
        this.developerProvidedClientAssertion = this.config.auth.clientAssertion;
        return;
      }
      if (certificateNotEmpty)
        this.clientAssertion = this.config.auth.clientCertificate.thumbprintSha256 ? ClientAssertion.fromCertificateWithSha256Thumbprint(this.config.auth.clientCertificate.thumbprintSha256, this.config.auth.clientCertificate.privateKey, this.config.auth.clientCertificate.x5c) : ClientAssertion.fromCertificate(
          // guaranteed to be a string, due to prior error checking in this function
          this.config.auth.clientCertificate.thumbprint,
          this.config.auth.clientCertificate.privateKey,
          this.config.auth.clientCertificate.x5c
        );
      else
        throw createClientAuthError(invalidClientCredential, "");
      this.appTokenProvider = void 0;
    }
  }
  async getAuthCodeUrl(request) {
    if (request.extraQueryParameters && Object.prototype.hasOwnProperty.call(request.extraQueryParameters, "instance_aware"))
      throw NodeAuthError.createUnsupportedCcaInstanceAwareError(request.correlationId);
    return super.getAuthCodeUrl(request);
  }
  async acquireTokenByCode(request, authCodePayload) {
    let sanitizedAuthCodePayload = authCodePayload ? {
      code: request.code,
      state: authCodePayload.state,
      nonce: request.nonce
    } : void 0;
    return super.acquireTokenByCode(request, sanitizedAuthCodePayload);
  }
  SetAppTokenProvider(provider) {
    this.appTokenProvider = provider;
  }
  async acquireTokenByClientCredential(request) {
    this.logger.info("acquireTokenByClientCredential called", request.correlationId || "");
    let clientAssertion;
    request.clientAssertion && (clientAssertion = {
      assertion: await getClientAssertion(
        request.clientAssertion,
        this.config.auth.clientId
        // tokenEndpoint will be undefined. resourceRequestUri is omitted in ClientCredentialRequest
      ),
      assertionType: Constants.JWT_BEARER_ASSERTION_TYPE
    });
    let baseRequest = await this.initializeBaseRequest(request), validBaseRequest = {
      ...baseRequest,
      scopes: baseRequest.scopes.filter((scope) => !Constants_exports.OIDC_DEFAULT_SCOPES.includes(scope))
    }, validRequest = {
      ...request,
      ...validBaseRequest,
      clientAssertion
    }, tenantId = new UrlString(validRequest.authority, validRequest.correlationId).getUrlComponents().PathSegments[0];
    if (Object.values(Constants_exports.AADAuthority).includes(tenantId))
      throw createClientAuthError(missingTenantIdError, validRequest.correlationId);
    let ENV_MSAL_FORCE_REGION = process.env[MSAL_FORCE_REGION], region;
    validRequest.azureRegion !== "DisableMsalForceRegion" && (!validRequest.azureRegion && ENV_MSAL_FORCE_REGION ? region = ENV_MSAL_FORCE_REGION : region = validRequest.azureRegion);
    let azureRegionConfiguration = {
      azureRegion: region,
      environmentRegion: process.env[REGION_ENVIRONMENT_VARIABLE]
    }, serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenByClientCredential, validRequest.correlationId, validRequest.skipCache);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, azureRegionConfiguration, request.azureCloudOptions), clientCredentialConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, "", serverTelemetryManager), clientCredentialClient = new ClientCredentialClient(clientCredentialConfig, this.appTokenProvider);
      return this.logger.verbose("Client credential client created", validRequest.correlationId), await clientCredentialClient.acquireToken(validRequest);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(e), e;
    }
  }
  async acquireTokenOnBehalfOf(request) {
    this.logger.info("acquireTokenOnBehalfOf called", request.correlationId || "");
    let validRequest = {
      ...request,
      ...await this.initializeBaseRequest(request)
    };
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions), onBehalfOfConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, "", void 0), oboClient = new OnBehalfOfClient(onBehalfOfConfig);
      return this.logger.verbose("On behalf of client created", validRequest.correlationId), await oboClient.acquireToken(validRequest);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), e;
    }
  }
  async acquireTokenByUserFederatedIdentityCredential(request) {
    if (this.logger.info("acquireTokenByUserFederatedIdentityCredential called", request.correlationId || ""), request.userObjectId && request.username)
      throw createClientAuthError(conflictingUserIdentifiers, request.correlationId || "");
    if (!request.userObjectId && !request.username)
      throw createClientAuthError(missingUserIdentifier, request.correlationId || "");
    if (!request.assertion)
      throw createClientAuthError(emptyFicAssertion, request.correlationId || "");
    let clientAssertion;
    request.clientAssertion && (clientAssertion = {
      assertion: await getClientAssertion(request.clientAssertion, this.config.auth.clientId),
      assertionType: Constants.JWT_BEARER_ASSERTION_TYPE
    });
    let baseRequest = await this.initializeBaseRequest(request), validRequest = {
      ...request,
      ...baseRequest,
      assertion: request.assertion,
      clientAssertion
    }, serverTelemetryManager = this.initializeServerTelemetryManager(ApiId.acquireTokenByUserFederatedIdentityCredential, validRequest.correlationId);
    try {
      let discoveredAuthority = await this.createAuthority(validRequest.authority, validRequest.correlationId, void 0, request.azureCloudOptions), clientConfig = await this.buildOauthClientConfiguration(discoveredAuthority, validRequest.correlationId, "", serverTelemetryManager), ficClient = new UserFederatedIdentityCredentialClient(clientConfig);
      return this.logger.verbose("UserFederatedIdentityCredential client created", validRequest.correlationId), await ficClient.acquireToken(validRequest);
    } catch (e) {
      throw e instanceof AuthError && (e.correlationId = validRequest.correlationId), serverTelemetryManager.cacheFailedRequest(e), e;
    }
  }
};

// node_modules/@azure/msal-node/dist/utils/TimeUtils.mjs
function isIso8601(dateString) {
  if (typeof dateString != "string")
    return !1;
  let date = new Date(dateString);
  return !isNaN(date.getTime()) && date.toISOString() === dateString;
}

// node_modules/@azure/msal-node/dist/network/HttpClientWithRetries.mjs
var HttpClientWithRetries = class {
  constructor(httpClientNoRetries, retryPolicy3, logger28) {
    this.httpClientNoRetries = httpClientNoRetries, this.retryPolicy = retryPolicy3, this.logger = logger28;
  }
  async sendNetworkRequestAsyncHelper(httpMethod, url, options) {
    return httpMethod === HttpMethod2.GET ? this.httpClientNoRetries.sendGetRequestAsync(url, options) : this.httpClientNoRetries.sendPostRequestAsync(url, options);
  }
  async sendNetworkRequestAsync(httpMethod, url, options) {
    let response = await this.sendNetworkRequestAsyncHelper(httpMethod, url, options);
    "isNewRequest" in this.retryPolicy && (this.retryPolicy.isNewRequest = !0);
    let currentRetry = 0;
    for (; await this.retryPolicy.pauseForRetry(response.status, currentRetry, this.logger, response.headers[Constants_exports.HeaderNames.RETRY_AFTER]); )
      response = await this.sendNetworkRequestAsyncHelper(httpMethod, url, options), currentRetry++;
    return response;
  }
  async sendGetRequestAsync(url, options) {
    return this.sendNetworkRequestAsync(HttpMethod2.GET, url, options);
  }
  async sendPostRequestAsync(url, options) {
    return this.sendNetworkRequestAsync(HttpMethod2.POST, url, options);
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/BaseManagedIdentitySource.mjs
var ManagedIdentityUserAssignedIdQueryParameterNames = {
  MANAGED_IDENTITY_CLIENT_ID_2017: "clientid",
  MANAGED_IDENTITY_CLIENT_ID: "client_id",
  MANAGED_IDENTITY_OBJECT_ID: "object_id",
  MANAGED_IDENTITY_RESOURCE_ID_IMDS: "msi_res_id",
  MANAGED_IDENTITY_RESOURCE_ID_NON_IMDS: "mi_res_id"
}, BaseManagedIdentitySource = class {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) {
    this.logger = logger28, this.nodeStorage = nodeStorage, this.networkClient = networkClient, this.cryptoProvider = cryptoProvider, this.disableInternalRetries = disableInternalRetries;
  }
  createCorrelationId() {
    return this.cryptoProvider.createNewGuid();
  }
  async getServerTokenResponseAsync(response, _networkClient, _networkRequest, _networkRequestOptions) {
    return this.getServerTokenResponse(response);
  }
  getServerTokenResponse(response) {
    let refreshIn, expiresIn;
    return response.body.expires_on && (isIso8601(response.body.expires_on) && (response.body.expires_on = new Date(response.body.expires_on).getTime() / 1e3), expiresIn = response.body.expires_on - TimeUtils_exports.nowSeconds(), expiresIn > 2 * 3600 && (refreshIn = expiresIn / 2)), {
      status: response.status,
      // success
      access_token: response.body.access_token,
      expires_in: expiresIn,
      scope: response.body.resource,
      token_type: response.body.token_type,
      refresh_in: refreshIn,
      // error
      correlation_id: response.body.correlation_id || response.body.correlationId,
      error: typeof response.body.error == "string" ? response.body.error : response.body.error?.code,
      error_description: response.body.message || (typeof response.body.error == "string" ? response.body.error_description : response.body.error?.message),
      error_codes: response.body.error_codes,
      timestamp: response.body.timestamp,
      trace_id: response.body.trace_id
    };
  }
  async acquireTokenWithManagedIdentity(managedIdentityRequest, managedIdentityId, fakeAuthority, refreshAccessToken) {
    let networkRequest = this.createRequest(managedIdentityRequest.resource, managedIdentityId);
    if (managedIdentityRequest.revokedTokenSha256Hash && (this.logger.info(`[Managed Identity] The following claims are present in the request: ${managedIdentityRequest.claims}`, ""), networkRequest.queryParameters[ManagedIdentityQueryParameters.SHA256_TOKEN_TO_REFRESH] = managedIdentityRequest.revokedTokenSha256Hash), managedIdentityRequest.clientCapabilities?.length) {
      let clientCapabilities = managedIdentityRequest.clientCapabilities.toString();
      this.logger.info(`[Managed Identity] The following client capabilities are present in the request: ${clientCapabilities}`, ""), networkRequest.queryParameters[ManagedIdentityQueryParameters.XMS_CC] = clientCapabilities;
    }
    let headers = networkRequest.headers;
    headers[Constants_exports.HeaderNames.CONTENT_TYPE] = Constants_exports.URL_FORM_CONTENT_TYPE;
    let networkRequestOptions = { headers };
    Object.keys(networkRequest.bodyParameters).length && (networkRequestOptions.body = networkRequest.computeParametersBodyString());
    let networkClientHelper = this.disableInternalRetries ? this.networkClient : new HttpClientWithRetries(this.networkClient, networkRequest.retryPolicy, this.logger), reqTimestamp = TimeUtils_exports.nowSeconds(), response;
    try {
      networkRequest.httpMethod === HttpMethod2.POST ? response = await networkClientHelper.sendPostRequestAsync(networkRequest.computeUri(), networkRequestOptions) : response = await networkClientHelper.sendGetRequestAsync(networkRequest.computeUri(), networkRequestOptions);
    } catch (error) {
      throw error instanceof AuthError ? error : createClientAuthError(ClientAuthErrorCodes_exports.networkError, managedIdentityRequest.correlationId);
    }
    let responseHandler = new ResponseHandler(managedIdentityId.id, this.nodeStorage, this.cryptoProvider, this.logger, new StubPerformanceClient(), null, null), serverTokenResponse = await this.getServerTokenResponseAsync(response, networkClientHelper, networkRequest, networkRequestOptions);
    return responseHandler.validateTokenResponse(serverTokenResponse, serverTokenResponse.correlation_id || "", refreshAccessToken), responseHandler.handleServerTokenResponse(serverTokenResponse, fakeAuthority, reqTimestamp, managedIdentityRequest, ApiId.acquireTokenWithManagedIdentity);
  }
  getManagedIdentityUserAssignedIdQueryParameterKey(managedIdentityIdType, isImds, usesApi2017) {
    switch (managedIdentityIdType) {
      case ManagedIdentityIdType.USER_ASSIGNED_CLIENT_ID:
        return this.logger.info(`[Managed Identity] [API version ${usesApi2017 ? "2017+" : "2019+"}] Adding user assigned client id to the request.`, ""), usesApi2017 ? ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_CLIENT_ID_2017 : ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_CLIENT_ID;
      case ManagedIdentityIdType.USER_ASSIGNED_RESOURCE_ID:
        return this.logger.info("[Managed Identity] Adding user assigned resource id to the request.", ""), isImds ? ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_RESOURCE_ID_IMDS : ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_RESOURCE_ID_NON_IMDS;
      case ManagedIdentityIdType.USER_ASSIGNED_OBJECT_ID:
        return this.logger.info("[Managed Identity] Adding user assigned object id to the request.", ""), ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_OBJECT_ID;
      default:
        throw createManagedIdentityError(invalidManagedIdentityIdType, "");
    }
  }
};
BaseManagedIdentitySource.getValidatedEnvVariableUrlString = (envVariableStringName, envVariable, sourceName, logger28) => {
  try {
    return new UrlString(envVariable, "").urlString;
  } catch {
    throw logger28.info(`[Managed Identity] ${sourceName} managed identity is unavailable because the '${envVariableStringName}' environment variable is malformed.`, ""), createManagedIdentityError(MsiEnvironmentVariableUrlMalformedErrorCodes[envVariableStringName], "");
  }
};

// node_modules/@azure/msal-node/dist/retry/LinearRetryStrategy.mjs
var LinearRetryStrategy = class {
  calculateDelay(retryHeader, minimumDelay) {
    if (!retryHeader)
      return minimumDelay;
    let millisToSleep = Math.round(parseFloat(retryHeader) * 1e3);
    return isNaN(millisToSleep) && (millisToSleep = new Date(retryHeader).valueOf() - (/* @__PURE__ */ new Date()).valueOf()), Math.max(minimumDelay, millisToSleep);
  }
};

// node_modules/@azure/msal-node/dist/retry/DefaultManagedIdentityRetryPolicy.mjs
var DEFAULT_MANAGED_IDENTITY_MAX_RETRIES = 3, DEFAULT_MANAGED_IDENTITY_RETRY_DELAY_MS = 1e3, DEFAULT_MANAGED_IDENTITY_HTTP_STATUS_CODES_TO_RETRY_ON = [
  Constants_exports.HTTP_NOT_FOUND,
  Constants_exports.HTTP_REQUEST_TIMEOUT,
  Constants_exports.HTTP_TOO_MANY_REQUESTS,
  Constants_exports.HTTP_SERVER_ERROR,
  Constants_exports.HTTP_SERVICE_UNAVAILABLE,
  Constants_exports.HTTP_GATEWAY_TIMEOUT
], DefaultManagedIdentityRetryPolicy = class _DefaultManagedIdentityRetryPolicy {
  constructor() {
    this.linearRetryStrategy = new LinearRetryStrategy();
  }
  /*
   * this is defined here as a static variable despite being defined as a constant outside of the
   * class because it needs to be overridden in the unit tests so that the unit tests run faster
   */
  static get DEFAULT_MANAGED_IDENTITY_RETRY_DELAY_MS() {
    return DEFAULT_MANAGED_IDENTITY_RETRY_DELAY_MS;
  }
  async pauseForRetry(httpStatusCode, currentRetry, logger28, retryAfterHeader) {
    if (DEFAULT_MANAGED_IDENTITY_HTTP_STATUS_CODES_TO_RETRY_ON.includes(httpStatusCode) && currentRetry < DEFAULT_MANAGED_IDENTITY_MAX_RETRIES) {
      let retryAfterDelay = this.linearRetryStrategy.calculateDelay(retryAfterHeader, _DefaultManagedIdentityRetryPolicy.DEFAULT_MANAGED_IDENTITY_RETRY_DELAY_MS);
      return logger28.verbose(`Retrying request in ${retryAfterDelay}ms (retry attempt: ${currentRetry + 1})`, ""), await new Promise((resolve) => setTimeout(resolve, retryAfterDelay)), !0;
    }
    return !1;
  }
};

// node_modules/@azure/msal-node/dist/config/ManagedIdentityRequestParameters.mjs
var ManagedIdentityRequestParameters = class {
  constructor(httpMethod, endpoint, retryPolicy3) {
    this.httpMethod = httpMethod, this._baseEndpoint = endpoint, this.headers = {}, this.bodyParameters = {}, this.queryParameters = {}, this.retryPolicy = retryPolicy3 || new DefaultManagedIdentityRetryPolicy();
  }
  computeUri() {
    let parameters = /* @__PURE__ */ new Map();
    this.queryParameters && RequestParameterBuilder_exports.addExtraParameters(parameters, this.queryParameters);
    let queryParametersString = UrlUtils_exports.mapToQueryString(parameters);
    return UrlString.appendQueryString(this._baseEndpoint, queryParametersString);
  }
  computeParametersBodyString() {
    let parameters = /* @__PURE__ */ new Map();
    return this.bodyParameters && RequestParameterBuilder_exports.addExtraParameters(parameters, this.bodyParameters), UrlUtils_exports.mapToQueryString(parameters);
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/AppService.mjs
var APP_SERVICE_MSI_API_VERSION = "2019-08-01", AppService = class _AppService extends BaseManagedIdentitySource {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint, identityHeader) {
    super(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries), this.identityEndpoint = identityEndpoint, this.identityHeader = identityHeader;
  }
  static getEnvironmentVariables() {
    let identityEndpoint = process.env[ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT], identityHeader = process.env[ManagedIdentityEnvironmentVariableNames.IDENTITY_HEADER];
    return [identityEndpoint, identityHeader];
  }
  static tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) {
    let [identityEndpoint, identityHeader] = _AppService.getEnvironmentVariables();
    if (!identityEndpoint || !identityHeader)
      return logger28.info(`[Managed Identity] ${ManagedIdentitySourceNames.APP_SERVICE} managed identity is unavailable because one or both of the '${ManagedIdentityEnvironmentVariableNames.IDENTITY_HEADER}' and '${ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT}' environment variables are not defined.`, ""), null;
    let validatedIdentityEndpoint = _AppService.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT, identityEndpoint, ManagedIdentitySourceNames.APP_SERVICE, logger28);
    return logger28.info(`[Managed Identity] Environment variables validation passed for ${ManagedIdentitySourceNames.APP_SERVICE} managed identity. Endpoint URI: ${validatedIdentityEndpoint}. Creating ${ManagedIdentitySourceNames.APP_SERVICE} managed identity.`, ""), new _AppService(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint, identityHeader);
  }
  createRequest(resource, managedIdentityId) {
    let request = new ManagedIdentityRequestParameters(HttpMethod2.GET, this.identityEndpoint);
    return request.headers[ManagedIdentityHeaders.APP_SERVICE_SECRET_HEADER_NAME] = this.identityHeader, request.queryParameters[ManagedIdentityQueryParameters.API_VERSION] = APP_SERVICE_MSI_API_VERSION, request.queryParameters[ManagedIdentityQueryParameters.RESOURCE] = resource, managedIdentityId.idType !== ManagedIdentityIdType.SYSTEM_ASSIGNED && (request.queryParameters[this.getManagedIdentityUserAssignedIdQueryParameterKey(managedIdentityId.idType)] = managedIdentityId.id), request;
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/AzureArc.mjs
var import_fs = require("fs"), import_path = __toESM(require("path"), 1);
var ARC_API_VERSION = "2020-06-01", DEFAULT_AZURE_ARC_IDENTITY_ENDPOINT = "http://127.0.0.1:40342/metadata/identity/oauth2/token", HIMDS_EXECUTABLE_HELPER_STRING = "N/A: himds executable exists", SUPPORTED_AZURE_ARC_PLATFORMS = {
  win32: `${process.env.ProgramData}\\AzureConnectedMachineAgent\\Tokens\\`,
  linux: "/var/opt/azcmagent/tokens/"
}, AZURE_ARC_FILE_DETECTION = {
  win32: `${process.env.ProgramFiles}\\AzureConnectedMachineAgent\\himds.exe`,
  linux: "/opt/azcmagent/bin/himds"
}, AzureArc = class _AzureArc extends BaseManagedIdentitySource {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint) {
    super(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries), this.identityEndpoint = identityEndpoint;
  }
  static getEnvironmentVariables() {
    let identityEndpoint = process.env[ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT], imdsEndpoint = process.env[ManagedIdentityEnvironmentVariableNames.IMDS_ENDPOINT];
    if (!identityEndpoint || !imdsEndpoint) {
      let fileDetectionPath = AZURE_ARC_FILE_DETECTION[process.platform];
      try {
        (0, import_fs.accessSync)(fileDetectionPath, import_fs.constants.F_OK | import_fs.constants.R_OK), identityEndpoint = DEFAULT_AZURE_ARC_IDENTITY_ENDPOINT, imdsEndpoint = HIMDS_EXECUTABLE_HELPER_STRING;
      } catch {
      }
    }
    return [identityEndpoint, imdsEndpoint];
  }
  static tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, _managedIdentityId) {
    let [identityEndpoint, imdsEndpoint] = _AzureArc.getEnvironmentVariables();
    if (!identityEndpoint || !imdsEndpoint)
      return logger28.info(`[Managed Identity] ${ManagedIdentitySourceNames.AZURE_ARC} managed identity is unavailable through environment variables because one or both of '${ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT}' and '${ManagedIdentityEnvironmentVariableNames.IMDS_ENDPOINT}' are not defined. ${ManagedIdentitySourceNames.AZURE_ARC} managed identity is also unavailable through file detection.`, ""), null;
    if (imdsEndpoint === HIMDS_EXECUTABLE_HELPER_STRING)
      logger28.info(`[Managed Identity] ${ManagedIdentitySourceNames.AZURE_ARC} managed identity is available through file detection. Defaulting to known ${ManagedIdentitySourceNames.AZURE_ARC} endpoint: ${DEFAULT_AZURE_ARC_IDENTITY_ENDPOINT}. Creating ${ManagedIdentitySourceNames.AZURE_ARC} managed identity.`, "");
    else {
      let validatedIdentityEndpoint = _AzureArc.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT, identityEndpoint, ManagedIdentitySourceNames.AZURE_ARC, logger28);
      validatedIdentityEndpoint.endsWith("/") && validatedIdentityEndpoint.slice(0, -1), _AzureArc.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.IMDS_ENDPOINT, imdsEndpoint, ManagedIdentitySourceNames.AZURE_ARC, logger28), logger28.info(`[Managed Identity] Environment variables validation passed for ${ManagedIdentitySourceNames.AZURE_ARC} managed identity. Endpoint URI: ${validatedIdentityEndpoint}. Creating ${ManagedIdentitySourceNames.AZURE_ARC} managed identity.`, "");
    }
    return new _AzureArc(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint);
  }
  createRequest(resource, managedIdentityId) {
    let request = new ManagedIdentityRequestParameters(HttpMethod2.GET, this.identityEndpoint.replace("localhost", "127.0.0.1"));
    return request.headers[ManagedIdentityHeaders.METADATA_HEADER_NAME] = "true", request.queryParameters[ManagedIdentityQueryParameters.API_VERSION] = ARC_API_VERSION, request.queryParameters[ManagedIdentityQueryParameters.RESOURCE] = resource, managedIdentityId.idType !== ManagedIdentityIdType.SYSTEM_ASSIGNED && (request.queryParameters[this.getManagedIdentityUserAssignedIdQueryParameterKey(
      managedIdentityId.idType,
      !0
      // isImds -> msi_res_id for the resource-id selector
    )] = managedIdentityId.id), request;
  }
  validateUserAssignedIdentityWasHonored(networkRequest, responseBody) {
    let queryParameters = networkRequest.queryParameters, requestedIdentity, echoedIdentity;
    if (queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_CLIENT_ID])
      requestedIdentity = queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_CLIENT_ID], echoedIdentity = responseBody.client_id;
    else if (queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_OBJECT_ID])
      requestedIdentity = queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_OBJECT_ID], echoedIdentity = responseBody.object_id;
    else if (queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_RESOURCE_ID_IMDS])
      requestedIdentity = queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_RESOURCE_ID_IMDS], echoedIdentity = responseBody.msi_res_id || responseBody.mi_res_id;
    else
      return;
    if (!echoedIdentity || echoedIdentity.toLowerCase() !== requestedIdentity.toLowerCase())
      throw this.logger.error("[Managed Identity] Azure Arc did not confirm the requested user-assigned identity in the token response. The agent likely does not support user-assigned managed identity and returned the system-assigned identity.", ""), createManagedIdentityError(userAssignedManagedIdentityNotConfirmed, "");
  }
  async getServerTokenResponseAsync(originalResponse, networkClient, networkRequest, networkRequestOptions) {
    let retryResponse;
    if (originalResponse.status === Constants_exports.HTTP_UNAUTHORIZED) {
      let wwwAuthHeader = originalResponse.headers["www-authenticate"];
      if (!wwwAuthHeader)
        throw createManagedIdentityError(wwwAuthenticateHeaderMissing, "");
      if (!wwwAuthHeader.includes("Basic realm="))
        throw createManagedIdentityError(wwwAuthenticateHeaderUnsupportedFormat, "");
      let secretFilePath = wwwAuthHeader.split("Basic realm=")[1];
      if (!SUPPORTED_AZURE_ARC_PLATFORMS.hasOwnProperty(process.platform))
        throw createManagedIdentityError(platformNotSupported, "");
      let expectedSecretFilePath = SUPPORTED_AZURE_ARC_PLATFORMS[process.platform], fileName = import_path.default.basename(secretFilePath);
      if (!fileName.endsWith(".key"))
        throw createManagedIdentityError(invalidFileExtension, "");
      if (expectedSecretFilePath + fileName !== secretFilePath)
        throw createManagedIdentityError(invalidFilePath, "");
      let secretFileSize;
      try {
        secretFileSize = await (0, import_fs.statSync)(secretFilePath).size;
      } catch {
        throw createManagedIdentityError(unableToReadSecretFile, "");
      }
      if (secretFileSize > AZURE_ARC_SECRET_FILE_MAX_SIZE_BYTES)
        throw createManagedIdentityError(invalidSecret, "");
      let secret;
      try {
        secret = (0, import_fs.readFileSync)(secretFilePath, Constants_exports.EncodingTypes.UTF8);
      } catch {
        throw createManagedIdentityError(unableToReadSecretFile, "");
      }
      let authHeaderValue = `Basic ${secret}`;
      this.logger.info("[Managed Identity] Adding authorization header to the request.", ""), networkRequest.headers[ManagedIdentityHeaders.AUTHORIZATION_HEADER_NAME] = authHeaderValue;
      try {
        retryResponse = await networkClient.sendGetRequestAsync(networkRequest.computeUri(), networkRequestOptions);
      } catch (error) {
        throw error instanceof AuthError ? error : createClientAuthError(ClientAuthErrorCodes_exports.networkError, "");
      }
    }
    let finalResponse = retryResponse || originalResponse;
    return finalResponse.body.access_token && this.validateUserAssignedIdentityWasHonored(networkRequest, finalResponse.body), this.getServerTokenResponse(finalResponse);
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/CloudShell.mjs
var CloudShell = class _CloudShell extends BaseManagedIdentitySource {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, msiEndpoint) {
    super(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries), this.msiEndpoint = msiEndpoint;
  }
  static getEnvironmentVariables() {
    return [process.env[ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT]];
  }
  static tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, managedIdentityId) {
    let [msiEndpoint] = _CloudShell.getEnvironmentVariables();
    if (!msiEndpoint)
      return logger28.info(`[Managed Identity] ${ManagedIdentitySourceNames.CLOUD_SHELL} managed identity is unavailable because the '${ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT} environment variable is not defined.`, ""), null;
    let validatedMsiEndpoint = _CloudShell.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT, msiEndpoint, ManagedIdentitySourceNames.CLOUD_SHELL, logger28);
    if (logger28.info(`[Managed Identity] Environment variable validation passed for ${ManagedIdentitySourceNames.CLOUD_SHELL} managed identity. Endpoint URI: ${validatedMsiEndpoint}. Creating ${ManagedIdentitySourceNames.CLOUD_SHELL} managed identity.`, ""), managedIdentityId.idType !== ManagedIdentityIdType.SYSTEM_ASSIGNED)
      throw createManagedIdentityError(unableToCreateCloudShell, "");
    return new _CloudShell(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, msiEndpoint);
  }
  createRequest(resource) {
    let request = new ManagedIdentityRequestParameters(HttpMethod2.POST, this.msiEndpoint);
    return request.headers[ManagedIdentityHeaders.METADATA_HEADER_NAME] = "true", request.bodyParameters[ManagedIdentityQueryParameters.RESOURCE] = resource, request;
  }
};

// node_modules/@azure/msal-node/dist/retry/ExponentialRetryStrategy.mjs
var ExponentialRetryStrategy = class {
  constructor(minExponentialBackoff, maxExponentialBackoff, exponentialDeltaBackoff) {
    this.minExponentialBackoff = minExponentialBackoff, this.maxExponentialBackoff = maxExponentialBackoff, this.exponentialDeltaBackoff = exponentialDeltaBackoff;
  }
  calculateDelay(currentRetry) {
    return currentRetry === 0 ? this.minExponentialBackoff : Math.min(Math.pow(2, currentRetry - 1) * this.exponentialDeltaBackoff, this.maxExponentialBackoff);
  }
};

// node_modules/@azure/msal-node/dist/retry/ImdsRetryPolicy.mjs
var HTTP_STATUS_400_CODES_FOR_EXPONENTIAL_STRATEGY = [
  Constants_exports.HTTP_NOT_FOUND,
  Constants_exports.HTTP_REQUEST_TIMEOUT,
  Constants_exports.HTTP_GONE,
  Constants_exports.HTTP_TOO_MANY_REQUESTS
], EXPONENTIAL_STRATEGY_NUM_RETRIES = 3, LINEAR_STRATEGY_NUM_RETRIES = 7, MIN_EXPONENTIAL_BACKOFF_MS = 1e3, MAX_EXPONENTIAL_BACKOFF_MS = 4e3, EXPONENTIAL_DELTA_BACKOFF_MS = 2e3, HTTP_STATUS_GONE_RETRY_AFTER_MS = 10 * 1e3, ImdsRetryPolicy = class _ImdsRetryPolicy {
  constructor() {
    this.exponentialRetryStrategy = new ExponentialRetryStrategy(_ImdsRetryPolicy.MIN_EXPONENTIAL_BACKOFF_MS, _ImdsRetryPolicy.MAX_EXPONENTIAL_BACKOFF_MS, _ImdsRetryPolicy.EXPONENTIAL_DELTA_BACKOFF_MS);
  }
  /*
   * these are defined here as static variables despite being defined as constants outside of the
   * class because they need to be overridden in the unit tests so that the unit tests run faster
   */
  static get MIN_EXPONENTIAL_BACKOFF_MS() {
    return MIN_EXPONENTIAL_BACKOFF_MS;
  }
  static get MAX_EXPONENTIAL_BACKOFF_MS() {
    return MAX_EXPONENTIAL_BACKOFF_MS;
  }
  static get EXPONENTIAL_DELTA_BACKOFF_MS() {
    return EXPONENTIAL_DELTA_BACKOFF_MS;
  }
  static get HTTP_STATUS_GONE_RETRY_AFTER_MS() {
    return HTTP_STATUS_GONE_RETRY_AFTER_MS;
  }
  set isNewRequest(value) {
    this._isNewRequest = value;
  }
  async pauseForRetry(httpStatusCode, currentRetry, logger28) {
    if (this._isNewRequest && (this._isNewRequest = !1, this.maxRetries = httpStatusCode === Constants_exports.HTTP_GONE ? LINEAR_STRATEGY_NUM_RETRIES : EXPONENTIAL_STRATEGY_NUM_RETRIES), (HTTP_STATUS_400_CODES_FOR_EXPONENTIAL_STRATEGY.includes(httpStatusCode) || httpStatusCode >= Constants_exports.HTTP_SERVER_ERROR_RANGE_START && httpStatusCode <= Constants_exports.HTTP_SERVER_ERROR_RANGE_END && currentRetry < this.maxRetries) && currentRetry < this.maxRetries) {
      let retryAfterDelay = httpStatusCode === Constants_exports.HTTP_GONE ? _ImdsRetryPolicy.HTTP_STATUS_GONE_RETRY_AFTER_MS : this.exponentialRetryStrategy.calculateDelay(currentRetry);
      return logger28.verbose(`Retrying request in ${retryAfterDelay}ms (retry attempt: ${currentRetry + 1})`, ""), await new Promise((resolve) => setTimeout(resolve, retryAfterDelay)), !0;
    }
    return !1;
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/Imds.mjs
var IMDS_TOKEN_PATH = "/metadata/identity/oauth2/token", DEFAULT_IMDS_ENDPOINT = `http://169.254.169.254${IMDS_TOKEN_PATH}`, IMDS_API_VERSION = "2018-02-01", Imds = class _Imds extends BaseManagedIdentitySource {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint) {
    super(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries), this.identityEndpoint = identityEndpoint;
  }
  static tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) {
    let validatedIdentityEndpoint;
    return process.env[ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST] ? (logger28.info(`[Managed Identity] Environment variable ${ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST} for ${ManagedIdentitySourceNames.IMDS} returned endpoint: ${process.env[ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST]}`, ""), validatedIdentityEndpoint = _Imds.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST, `${process.env[ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST]}${IMDS_TOKEN_PATH}`, ManagedIdentitySourceNames.IMDS, logger28)) : (logger28.info(`[Managed Identity] Unable to find ${ManagedIdentityEnvironmentVariableNames.AZURE_POD_IDENTITY_AUTHORITY_HOST} environment variable for ${ManagedIdentitySourceNames.IMDS}, using the default endpoint.`, ""), validatedIdentityEndpoint = DEFAULT_IMDS_ENDPOINT), new _Imds(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, validatedIdentityEndpoint);
  }
  createRequest(resource, managedIdentityId) {
    let request = new ManagedIdentityRequestParameters(HttpMethod2.GET, this.identityEndpoint);
    return request.headers[ManagedIdentityHeaders.METADATA_HEADER_NAME] = "true", request.headers[ManagedIdentityHeaders.CLIENT_SKU] = Constants.MSAL_SKU, request.headers[ManagedIdentityHeaders.CLIENT_VER] = version2, request.headers[ManagedIdentityHeaders.CLIENT_REQUEST_ID] = this.createCorrelationId(), request.queryParameters[ManagedIdentityQueryParameters.API_VERSION] = IMDS_API_VERSION, request.queryParameters[ManagedIdentityQueryParameters.RESOURCE] = resource, managedIdentityId.idType !== ManagedIdentityIdType.SYSTEM_ASSIGNED && (request.queryParameters[this.getManagedIdentityUserAssignedIdQueryParameterKey(
      managedIdentityId.idType,
      !0
      // indicates source is IMDS
    )] = managedIdentityId.id), request.retryPolicy = new ImdsRetryPolicy(), request;
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/ServiceFabric.mjs
var SERVICE_FABRIC_MSI_API_VERSION = "2019-07-01-preview", ServiceFabric = class _ServiceFabric extends BaseManagedIdentitySource {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint, identityHeader) {
    super(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries), this.identityEndpoint = identityEndpoint, this.identityHeader = identityHeader;
  }
  static getEnvironmentVariables() {
    let identityEndpoint = process.env[ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT], identityHeader = process.env[ManagedIdentityEnvironmentVariableNames.IDENTITY_HEADER], identityServerThumbprint = process.env[ManagedIdentityEnvironmentVariableNames.IDENTITY_SERVER_THUMBPRINT];
    return [identityEndpoint, identityHeader, identityServerThumbprint];
  }
  static tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, managedIdentityId) {
    let [identityEndpoint, identityHeader, identityServerThumbprint] = _ServiceFabric.getEnvironmentVariables();
    if (!identityEndpoint || !identityHeader || !identityServerThumbprint)
      return logger28.info(`[Managed Identity] ${ManagedIdentitySourceNames.SERVICE_FABRIC} managed identity is unavailable because one or all of the '${ManagedIdentityEnvironmentVariableNames.IDENTITY_HEADER}', '${ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT}' or '${ManagedIdentityEnvironmentVariableNames.IDENTITY_SERVER_THUMBPRINT}' environment variables are not defined.`, ""), null;
    let validatedIdentityEndpoint = _ServiceFabric.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.IDENTITY_ENDPOINT, identityEndpoint, ManagedIdentitySourceNames.SERVICE_FABRIC, logger28);
    return logger28.info(`[Managed Identity] Environment variables validation passed for ${ManagedIdentitySourceNames.SERVICE_FABRIC} managed identity. Endpoint URI: ${validatedIdentityEndpoint}. Creating ${ManagedIdentitySourceNames.SERVICE_FABRIC} managed identity.`, ""), managedIdentityId.idType !== ManagedIdentityIdType.SYSTEM_ASSIGNED && logger28.warning(`[Managed Identity] ${ManagedIdentitySourceNames.SERVICE_FABRIC} user assigned managed identity is configured in the cluster, not during runtime. See also: https://learn.microsoft.com/en-us/azure/service-fabric/configure-existing-cluster-enable-managed-identity-token-service.`, ""), new _ServiceFabric(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, identityEndpoint, identityHeader);
  }
  createRequest(resource, managedIdentityId) {
    let request = new ManagedIdentityRequestParameters(HttpMethod2.GET, this.identityEndpoint);
    return request.headers[ManagedIdentityHeaders.ML_AND_SF_SECRET_HEADER_NAME] = this.identityHeader, request.queryParameters[ManagedIdentityQueryParameters.API_VERSION] = SERVICE_FABRIC_MSI_API_VERSION, request.queryParameters[ManagedIdentityQueryParameters.RESOURCE] = resource, managedIdentityId.idType !== ManagedIdentityIdType.SYSTEM_ASSIGNED && (request.queryParameters[this.getManagedIdentityUserAssignedIdQueryParameterKey(managedIdentityId.idType)] = managedIdentityId.id), request;
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentitySources/MachineLearning.mjs
var MACHINE_LEARNING_MSI_API_VERSION = "2017-09-01", MANAGED_IDENTITY_MACHINE_LEARNING_UNSUPPORTED_ID_TYPE_ERROR = `Only client id is supported for user-assigned managed identity in ${ManagedIdentitySourceNames.MACHINE_LEARNING}.`, MachineLearning = class _MachineLearning extends BaseManagedIdentitySource {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, msiEndpoint, secret) {
    super(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries), this.msiEndpoint = msiEndpoint, this.secret = secret;
  }
  static getEnvironmentVariables() {
    let msiEndpoint = process.env[ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT], secret = process.env[ManagedIdentityEnvironmentVariableNames.MSI_SECRET];
    return [msiEndpoint, secret];
  }
  static tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) {
    let [msiEndpoint, secret] = _MachineLearning.getEnvironmentVariables();
    if (!msiEndpoint || !secret)
      return logger28.info(`[Managed Identity] ${ManagedIdentitySourceNames.MACHINE_LEARNING} managed identity is unavailable because one or both of the '${ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT}' and '${ManagedIdentityEnvironmentVariableNames.MSI_SECRET}' environment variables are not defined.`, ""), null;
    let validatedMsiEndpoint = _MachineLearning.getValidatedEnvVariableUrlString(ManagedIdentityEnvironmentVariableNames.MSI_ENDPOINT, msiEndpoint, ManagedIdentitySourceNames.MACHINE_LEARNING, logger28);
    return logger28.info(`[Managed Identity] Environment variables validation passed for ${ManagedIdentitySourceNames.MACHINE_LEARNING} managed identity. Endpoint URI: ${validatedMsiEndpoint}. Creating ${ManagedIdentitySourceNames.MACHINE_LEARNING} managed identity.`, ""), new _MachineLearning(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, msiEndpoint, secret);
  }
  createRequest(resource, managedIdentityId) {
    let request = new ManagedIdentityRequestParameters(HttpMethod2.GET, this.msiEndpoint);
    if (request.headers[ManagedIdentityHeaders.METADATA_HEADER_NAME] = "true", request.headers[ManagedIdentityHeaders.ML_AND_SF_SECRET_HEADER_NAME] = this.secret, request.queryParameters[ManagedIdentityQueryParameters.API_VERSION] = MACHINE_LEARNING_MSI_API_VERSION, request.queryParameters[ManagedIdentityQueryParameters.RESOURCE] = resource, managedIdentityId.idType === ManagedIdentityIdType.SYSTEM_ASSIGNED)
      request.queryParameters[ManagedIdentityUserAssignedIdQueryParameterNames.MANAGED_IDENTITY_CLIENT_ID_2017] = process.env[ManagedIdentityEnvironmentVariableNames.DEFAULT_IDENTITY_CLIENT_ID];
    else if (managedIdentityId.idType === ManagedIdentityIdType.USER_ASSIGNED_CLIENT_ID)
      request.queryParameters[this.getManagedIdentityUserAssignedIdQueryParameterKey(
        managedIdentityId.idType,
        !1,
        // isIMDS
        !0
        // uses2017API
      )] = managedIdentityId.id;
    else
      throw new Error(MANAGED_IDENTITY_MACHINE_LEARNING_UNSUPPORTED_ID_TYPE_ERROR);
    return request;
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentityClient.mjs
var ManagedIdentityClient = class _ManagedIdentityClient {
  constructor(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) {
    this.logger = logger28, this.nodeStorage = nodeStorage, this.networkClient = networkClient, this.cryptoProvider = cryptoProvider, this.disableInternalRetries = disableInternalRetries;
  }
  async sendManagedIdentityTokenRequest(managedIdentityRequest, managedIdentityId, fakeAuthority, refreshAccessToken) {
    return _ManagedIdentityClient.identitySource || (_ManagedIdentityClient.identitySource = this.selectManagedIdentitySource(this.logger, this.nodeStorage, this.networkClient, this.cryptoProvider, this.disableInternalRetries, managedIdentityId)), _ManagedIdentityClient.identitySource.acquireTokenWithManagedIdentity(managedIdentityRequest, managedIdentityId, fakeAuthority, refreshAccessToken);
  }
  allEnvironmentVariablesAreDefined(environmentVariables) {
    return Object.values(environmentVariables).every((environmentVariable) => environmentVariable !== void 0);
  }
  getManagedIdentitySource() {
    return _ManagedIdentityClient.sourceName = this.allEnvironmentVariablesAreDefined(ServiceFabric.getEnvironmentVariables()) ? ManagedIdentitySourceNames.SERVICE_FABRIC : this.allEnvironmentVariablesAreDefined(AppService.getEnvironmentVariables()) ? ManagedIdentitySourceNames.APP_SERVICE : this.allEnvironmentVariablesAreDefined(MachineLearning.getEnvironmentVariables()) ? ManagedIdentitySourceNames.MACHINE_LEARNING : this.allEnvironmentVariablesAreDefined(CloudShell.getEnvironmentVariables()) ? ManagedIdentitySourceNames.CLOUD_SHELL : this.allEnvironmentVariablesAreDefined(AzureArc.getEnvironmentVariables()) ? ManagedIdentitySourceNames.AZURE_ARC : ManagedIdentitySourceNames.DEFAULT_TO_IMDS, _ManagedIdentityClient.sourceName;
  }
  selectManagedIdentitySource(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, managedIdentityId) {
    let source = ServiceFabric.tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, managedIdentityId) || AppService.tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) || MachineLearning.tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries) || CloudShell.tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, managedIdentityId) || AzureArc.tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries, managedIdentityId) || Imds.tryCreate(logger28, nodeStorage, networkClient, cryptoProvider, disableInternalRetries);
    if (!source)
      throw createManagedIdentityError(unableToCreateSource, "");
    return source;
  }
};

// node_modules/@azure/msal-node/dist/client/ManagedIdentityApplication.mjs
var SOURCES_THAT_SUPPORT_TOKEN_REVOCATION = [ManagedIdentitySourceNames.SERVICE_FABRIC], ManagedIdentityApplication = class _ManagedIdentityApplication {
  constructor(configuration) {
    this.config = buildManagedIdentityConfiguration(configuration || {}), this.logger = new Logger(this.config.system.loggerOptions, name2, version2);
    let fakeStatusAuthorityOptions = {
      canonicalAuthority: Constants_exports.DEFAULT_AUTHORITY
    };
    _ManagedIdentityApplication.nodeStorage || (_ManagedIdentityApplication.nodeStorage = new NodeStorage(this.logger, this.config.managedIdentityId.id, DEFAULT_CRYPTO_IMPLEMENTATION, fakeStatusAuthorityOptions)), this.networkClient = this.config.system.networkClient, this.cryptoProvider = new CryptoProvider();
    let fakeAuthorityOptions = {
      protocolMode: ProtocolMode.AAD,
      knownAuthorities: [DEFAULT_AUTHORITY_FOR_MANAGED_IDENTITY],
      cloudDiscoveryMetadata: "",
      authorityMetadata: ""
    };
    this.fakeAuthority = new Authority(
      DEFAULT_AUTHORITY_FOR_MANAGED_IDENTITY,
      this.networkClient,
      _ManagedIdentityApplication.nodeStorage,
      fakeAuthorityOptions,
      this.logger,
      this.cryptoProvider.createNewGuid(),
      // correlationID
      new StubPerformanceClient(),
      !0
    ), this.fakeClientCredentialClient = new ClientCredentialClient({
      authOptions: {
        clientId: this.config.managedIdentityId.id,
        authority: this.fakeAuthority
      }
    }), this.managedIdentityClient = new ManagedIdentityClient(this.logger, _ManagedIdentityApplication.nodeStorage, this.networkClient, this.cryptoProvider, this.config.disableInternalRetries), this.hashUtils = new HashUtils();
  }
  async acquireToken(managedIdentityRequestParams) {
    if (!managedIdentityRequestParams.resource)
      throw createClientConfigurationError(ClientConfigurationErrorCodes_exports.urlEmptyError, "");
    let managedIdentityRequest = {
      forceRefresh: managedIdentityRequestParams.forceRefresh,
      resource: managedIdentityRequestParams.resource.replace("/.default", ""),
      scopes: [
        managedIdentityRequestParams.resource.replace("/.default", "")
      ],
      authority: this.fakeAuthority.canonicalAuthority,
      correlationId: this.cryptoProvider.createNewGuid(),
      claims: managedIdentityRequestParams.claims,
      clientCapabilities: this.config.clientCapabilities
    };
    if (managedIdentityRequest.forceRefresh)
      return this.acquireTokenFromManagedIdentity(managedIdentityRequest, this.config.managedIdentityId, this.fakeAuthority);
    let [cachedAuthenticationResult, lastCacheOutcome] = await this.fakeClientCredentialClient.getCachedAuthenticationResult(managedIdentityRequest, this.config, this.cryptoProvider, this.fakeAuthority, _ManagedIdentityApplication.nodeStorage);
    if (managedIdentityRequest.claims) {
      let sourceName = this.managedIdentityClient.getManagedIdentitySource();
      if (cachedAuthenticationResult && SOURCES_THAT_SUPPORT_TOKEN_REVOCATION.includes(sourceName)) {
        let revokedTokenSha256Hash = this.hashUtils.sha256(cachedAuthenticationResult.accessToken).toString(Constants_exports.EncodingTypes.HEX);
        managedIdentityRequest.revokedTokenSha256Hash = revokedTokenSha256Hash;
      }
      return this.acquireTokenFromManagedIdentity(managedIdentityRequest, this.config.managedIdentityId, this.fakeAuthority);
    }
    return cachedAuthenticationResult ? (lastCacheOutcome === Constants_exports.CacheOutcome.PROACTIVELY_REFRESHED && (this.logger.info("ClientCredentialClient:getCachedAuthenticationResult - Cached access token's refreshOn property has been exceeded'. It's not expired, but must be refreshed.", managedIdentityRequest.correlationId), await this.acquireTokenFromManagedIdentity(managedIdentityRequest, this.config.managedIdentityId, this.fakeAuthority, !0)), cachedAuthenticationResult) : this.acquireTokenFromManagedIdentity(managedIdentityRequest, this.config.managedIdentityId, this.fakeAuthority);
  }
  async acquireTokenFromManagedIdentity(managedIdentityRequest, managedIdentityId, fakeAuthority, refreshAccessToken) {
    return this.managedIdentityClient.sendManagedIdentityTokenRequest(managedIdentityRequest, managedIdentityId, fakeAuthority, refreshAccessToken);
  }
  getManagedIdentitySource() {
    return ManagedIdentityClient.sourceName || this.managedIdentityClient.getManagedIdentitySource();
  }
};

// node_modules/@azure/msal-node/dist/index.mjs
var PromptValue2 = Constants_exports.PromptValue, ResponseMode2 = Constants_exports.ResponseMode;

// node_modules/@azure/identity/dist/esm/msal/utils.js
var logger6 = credentialLogger("IdentityUtils"), LatestAuthenticationRecordVersion = "1.0";
function ensureValidMsalToken(scopes, msalToken, getTokenOptions) {
  let error = (message) => (logger6.getToken.info(message), new AuthenticationRequiredError({
    scopes: Array.isArray(scopes) ? scopes : [scopes],
    getTokenOptions,
    message
  }));
  if (!msalToken)
    throw error("No response");
  if (!msalToken.expiresOn)
    throw error('Response had no "expiresOn" property.');
  if (!msalToken.accessToken)
    throw error('Response had no "accessToken" property.');
}
function getAuthority(tenantId, host) {
  return host || (host = DefaultAuthorityHost), new RegExp(`${tenantId}/?$`).test(host) ? host : host.endsWith("/") ? host + tenantId : `${host}/${tenantId}`;
}
function getKnownAuthorities(tenantId, authorityHost, disableInstanceDiscovery) {
  return tenantId === "adfs" && authorityHost || disableInstanceDiscovery ? [authorityHost] : [];
}
var defaultLoggerCallback = (credLogger, platform = isNodeLike2 ? "Node" : "Browser") => (level, message, containsPii) => {
  if (!containsPii)
    switch (level) {
      case LogLevel.Error:
        credLogger.info(`MSAL ${platform} V2 error: ${message}`);
        return;
      case LogLevel.Info:
        credLogger.info(`MSAL ${platform} V2 info message: ${message}`);
        return;
      case LogLevel.Verbose:
        credLogger.info(`MSAL ${platform} V2 verbose message: ${message}`);
        return;
      case LogLevel.Warning:
        credLogger.info(`MSAL ${platform} V2 warning: ${message}`);
        return;
    }
};
function getMSALLogLevel(logLevel) {
  switch (logLevel) {
    case "error":
      return LogLevel.Error;
    case "info":
      return LogLevel.Info;
    case "verbose":
      return LogLevel.Verbose;
    case "warning":
      return LogLevel.Warning;
    default:
      return LogLevel.Info;
  }
}
function handleMsalError(scopes, error, getTokenOptions) {
  if (error.name === "AuthError" || error.name === "ClientAuthError" || error.name === "BrowserAuthError") {
    let msalError = error;
    switch (msalError.errorCode) {
      case "endpoints_resolution_error":
        return logger6.info(formatError(scopes, error.message)), new CredentialUnavailableError(error.message);
      case "device_code_polling_cancelled":
        return new AbortError2("The authentication has been aborted by the caller.");
      case "consent_required":
      case "interaction_required":
      case "login_required":
        logger6.info(formatError(scopes, `Authentication returned errorCode ${msalError.errorCode}`));
        break;
      default:
        logger6.info(formatError(scopes, `Failed to acquire token: ${error.message}`));
        break;
    }
  }
  return error.name === "ClientConfigurationError" || error.name === "BrowserConfigurationAuthError" || error.name === "AbortError" || error.name === "AuthenticationError" ? error : error.name === "NativeAuthError" ? (logger6.info(formatError(scopes, `Error from the native broker: ${error.message} with status code: ${error.statusCode}`)), error) : new AuthenticationRequiredError({
    scopes,
    getTokenOptions,
    message: error.message,
    cause: error
  });
}
function publicToMsal(account) {
  return {
    localAccountId: account.homeAccountId,
    environment: account.authority,
    username: account.username,
    homeAccountId: account.homeAccountId,
    tenantId: account.tenantId
  };
}
function msalToPublic(clientId, account) {
  return {
    authority: account.environment ?? DefaultAuthority,
    homeAccountId: account.homeAccountId,
    tenantId: account.tenantId || DefaultTenantId,
    username: account.username,
    clientId,
    version: LatestAuthenticationRecordVersion
  };
}

// node_modules/@azure/core-client/dist/esm/utils.js
function isPrimitiveBody(value, mapperTypeName) {
  return mapperTypeName !== "Composite" && mapperTypeName !== "Dictionary" && (typeof value == "string" || typeof value == "number" || typeof value == "boolean" || mapperTypeName?.match(/^(Date|DateTime|DateTimeRfc1123|UnixTime|ByteArray|Base64Url)$/i) !== null || value === void 0 || value === null);
}
function handleNullableResponseAndWrappableBody(responseObject) {
  let combinedHeadersAndBody = {
    ...responseObject.headers,
    ...responseObject.body
  };
  return responseObject.hasNullableType && Object.getOwnPropertyNames(combinedHeadersAndBody).length === 0 ? responseObject.shouldWrapBody ? { body: null } : null : responseObject.shouldWrapBody ? {
    ...responseObject.headers,
    body: responseObject.body
  } : combinedHeadersAndBody;
}
function flattenResponse(fullResponse, responseSpec) {
  let parsedHeaders = fullResponse.parsedHeaders;
  if (fullResponse.request.method === "HEAD")
    return {
      ...parsedHeaders,
      body: fullResponse.parsedBody
    };
  let bodyMapper = responseSpec && responseSpec.bodyMapper, isNullable = !!bodyMapper?.nullable, expectedBodyTypeName = bodyMapper?.type.name;
  if (expectedBodyTypeName === "Stream")
    return {
      ...parsedHeaders,
      blobBody: fullResponse.blobBody,
      readableStreamBody: fullResponse.readableStreamBody
    };
  let modelProperties = expectedBodyTypeName === "Composite" && bodyMapper.type.modelProperties || {}, isPageableResponse = Object.keys(modelProperties).some((k) => modelProperties[k].serializedName === "");
  if (expectedBodyTypeName === "Sequence" || isPageableResponse) {
    let arrayResponse = fullResponse.parsedBody ?? [];
    for (let key of Object.keys(modelProperties))
      modelProperties[key].serializedName && (arrayResponse[key] = fullResponse.parsedBody?.[key]);
    if (parsedHeaders)
      for (let key of Object.keys(parsedHeaders))
        arrayResponse[key] = parsedHeaders[key];
    return isNullable && !fullResponse.parsedBody && !parsedHeaders && Object.getOwnPropertyNames(modelProperties).length === 0 ? null : arrayResponse;
  }
  return handleNullableResponseAndWrappableBody({
    body: fullResponse.parsedBody,
    headers: parsedHeaders,
    hasNullableType: isNullable,
    shouldWrapBody: isPrimitiveBody(fullResponse.parsedBody, expectedBodyTypeName)
  });
}

// node_modules/@azure/core-client/dist/esm/serializer.js
var MapperTypeNames = {
  Base64Url: "Base64Url",
  Boolean: "Boolean",
  ByteArray: "ByteArray",
  Composite: "Composite",
  Date: "Date",
  DateTime: "DateTime",
  DateTimeRfc1123: "DateTimeRfc1123",
  Dictionary: "Dictionary",
  Enum: "Enum",
  Number: "Number",
  Object: "Object",
  Sequence: "Sequence",
  String: "String",
  Stream: "Stream",
  TimeSpan: "TimeSpan",
  UnixTime: "UnixTime"
};

// node_modules/@azure/core-client/dist/esm/state.js
var import_state_cjs2 = __toESM(require_state_cjs2(), 1), state2 = import_state_cjs2.state;

// node_modules/@azure/core-client/dist/esm/operationHelpers.js
function getOperationArgumentValueFromParameter(operationArguments, parameter, fallbackObject) {
  let parameterPath = parameter.parameterPath, parameterMapper = parameter.mapper, value;
  if (typeof parameterPath == "string" && (parameterPath = [parameterPath]), Array.isArray(parameterPath)) {
    if (parameterPath.length > 0)
      if (parameterMapper.isConstant)
        value = parameterMapper.defaultValue;
      else {
        let propertySearchResult = getPropertyFromParameterPath(operationArguments, parameterPath);
        !propertySearchResult.propertyFound && fallbackObject && (propertySearchResult = getPropertyFromParameterPath(fallbackObject, parameterPath));
        let useDefaultValue = !1;
        propertySearchResult.propertyFound || (useDefaultValue = parameterMapper.required || parameterPath[0] === "options" && parameterPath.length === 2), value = useDefaultValue ? parameterMapper.defaultValue : propertySearchResult.propertyValue;
      }
  } else {
    parameterMapper.required && (value = {});
    for (let [propertyName, propertyPath] of Object.entries(parameterPath)) {
      let propertyMapper = parameterMapper.type.modelProperties[propertyName], propertyValue = getOperationArgumentValueFromParameter(operationArguments, {
        parameterPath: propertyPath,
        mapper: propertyMapper
      }, fallbackObject);
      propertyValue !== void 0 && (value || (value = {}), Object.defineProperty(value, propertyName, {
        value: propertyValue,
        enumerable: !0,
        configurable: !0,
        writable: !0
      }));
    }
  }
  return value;
}
function getPropertyFromParameterPath(parent, parameterPath) {
  let result = { propertyFound: !1 }, i = 0;
  for (; i < parameterPath.length; ++i) {
    let parameterPathPart = parameterPath[i];
    if (parent && parameterPathPart in parent)
      parent = parent[parameterPathPart];
    else
      break;
  }
  return i === parameterPath.length && (result.propertyValue = parent, result.propertyFound = !0), result;
}
var originalRequestSymbol = /* @__PURE__ */ Symbol.for("@azure/core-client original request");
function hasOriginalRequest(request) {
  return originalRequestSymbol in request;
}
function getOperationRequestInfo(request) {
  if (hasOriginalRequest(request))
    return getOperationRequestInfo(request[originalRequestSymbol]);
  let info = state2.operationRequestMap.get(request);
  return info || (info = {}, state2.operationRequestMap.set(request, info)), info;
}

// node_modules/@azure/core-client/dist/esm/deserializationPolicy.js
var defaultJsonContentTypes = ["application/json", "text/json"], defaultXmlContentTypes = ["application/xml", "application/atom+xml"], deserializationPolicyName = "deserializationPolicy";
function deserializationPolicy(options = {}) {
  let jsonContentTypes = options.expectedContentTypes?.json ?? defaultJsonContentTypes, xmlContentTypes = options.expectedContentTypes?.xml ?? defaultXmlContentTypes, parseXML = options.parseXML, serializerOptions = options.serializerOptions, updatedOptions = {
    xml: {
      rootName: serializerOptions?.xml.rootName ?? "",
      includeRoot: serializerOptions?.xml.includeRoot ?? !1,
      xmlCharKey: serializerOptions?.xml.xmlCharKey ?? "_"
    }
  };
  return {
    name: deserializationPolicyName,
    async sendRequest(request, next) {
      let response = await next(request);
      return deserializeResponseBody(jsonContentTypes, xmlContentTypes, response, updatedOptions, parseXML);
    }
  };
}
function getOperationResponseMap(parsedResponse) {
  let result, request = parsedResponse.request, operationInfo = getOperationRequestInfo(request), operationSpec = operationInfo?.operationSpec;
  return operationSpec && (operationInfo?.operationResponseGetter ? result = operationInfo?.operationResponseGetter(operationSpec, parsedResponse) : result = operationSpec.responses[parsedResponse.status]), result;
}
function shouldDeserializeResponse(parsedResponse) {
  let request = parsedResponse.request, shouldDeserialize = getOperationRequestInfo(request)?.shouldDeserialize, result;
  return shouldDeserialize === void 0 ? result = !0 : typeof shouldDeserialize == "boolean" ? result = shouldDeserialize : result = shouldDeserialize(parsedResponse), result;
}
async function deserializeResponseBody(jsonContentTypes, xmlContentTypes, response, options, parseXML) {
  let parsedResponse = await parse(jsonContentTypes, xmlContentTypes, response, options, parseXML);
  if (!shouldDeserializeResponse(parsedResponse))
    return parsedResponse;
  let operationSpec = getOperationRequestInfo(parsedResponse.request)?.operationSpec;
  if (!operationSpec || !operationSpec.responses)
    return parsedResponse;
  let responseSpec = getOperationResponseMap(parsedResponse), { error, shouldReturnResponse } = handleErrorResponse(parsedResponse, operationSpec, responseSpec, options);
  if (error)
    throw error;
  if (shouldReturnResponse)
    return parsedResponse;
  if (responseSpec) {
    if (responseSpec.bodyMapper) {
      let valueToDeserialize = parsedResponse.parsedBody;
      operationSpec.isXML && responseSpec.bodyMapper.type.name === MapperTypeNames.Sequence && (valueToDeserialize = typeof valueToDeserialize == "object" ? valueToDeserialize[responseSpec.bodyMapper.xmlElementName] : []);
      try {
        parsedResponse.parsedBody = operationSpec.serializer.deserialize(responseSpec.bodyMapper, valueToDeserialize, "operationRes.parsedBody", options);
      } catch (deserializeError) {
        throw new RestError2(`Error ${deserializeError} occurred in deserializing the responseBody - ${parsedResponse.bodyAsText}`, {
          statusCode: parsedResponse.status,
          request: parsedResponse.request,
          response: parsedResponse
        });
      }
    } else operationSpec.httpMethod === "HEAD" && (parsedResponse.parsedBody = response.status >= 200 && response.status < 300);
    responseSpec.headersMapper && (parsedResponse.parsedHeaders = operationSpec.serializer.deserialize(responseSpec.headersMapper, parsedResponse.headers.toJSON(), "operationRes.parsedHeaders", { xml: {}, ignoreUnknownProperties: !0 }));
  }
  return parsedResponse;
}
function isOperationSpecEmpty(operationSpec) {
  let expectedStatusCodes = Object.keys(operationSpec.responses);
  return expectedStatusCodes.length === 0 || expectedStatusCodes.length === 1 && expectedStatusCodes[0] === "default";
}
function handleErrorResponse(parsedResponse, operationSpec, responseSpec, options) {
  let isSuccessByStatus = 200 <= parsedResponse.status && parsedResponse.status < 300;
  if (isOperationSpecEmpty(operationSpec) ? isSuccessByStatus : !!responseSpec)
    if (responseSpec) {
      if (!responseSpec.isError)
        return { error: null, shouldReturnResponse: !1 };
    } else
      return { error: null, shouldReturnResponse: !1 };
  let errorResponseSpec = responseSpec ?? operationSpec.responses.default, initialErrorMessage = parsedResponse.request.streamResponseStatusCodes?.has(parsedResponse.status) ? `Unexpected status code: ${parsedResponse.status}` : parsedResponse.bodyAsText, error = new RestError2(initialErrorMessage, {
    statusCode: parsedResponse.status,
    request: parsedResponse.request,
    response: parsedResponse
  });
  if (!errorResponseSpec && !(parsedResponse.parsedBody?.error?.code && parsedResponse.parsedBody?.error?.message))
    throw error;
  let defaultBodyMapper = errorResponseSpec?.bodyMapper, defaultHeadersMapper = errorResponseSpec?.headersMapper;
  try {
    if (parsedResponse.parsedBody) {
      let parsedBody = parsedResponse.parsedBody, deserializedError;
      if (defaultBodyMapper) {
        let valueToDeserialize = parsedBody;
        if (operationSpec.isXML && defaultBodyMapper.type.name === MapperTypeNames.Sequence) {
          valueToDeserialize = [];
          let elementName = defaultBodyMapper.xmlElementName;
          typeof parsedBody == "object" && elementName && (valueToDeserialize = parsedBody[elementName]);
        }
        deserializedError = operationSpec.serializer.deserialize(defaultBodyMapper, valueToDeserialize, "error.response.parsedBody", options);
      }
      let internalError = parsedBody.error || deserializedError || parsedBody;
      error.code = internalError.code, internalError.message && (error.message = internalError.message), defaultBodyMapper && (error.response.parsedBody = deserializedError);
    }
    parsedResponse.headers && defaultHeadersMapper && (error.response.parsedHeaders = operationSpec.serializer.deserialize(defaultHeadersMapper, parsedResponse.headers.toJSON(), "operationRes.parsedHeaders"));
  } catch (defaultError) {
    error.message = `Error "${defaultError.message}" occurred in deserializing the responseBody - "${parsedResponse.bodyAsText}" for the default response.`;
  }
  return { error, shouldReturnResponse: !1 };
}
async function parse(jsonContentTypes, xmlContentTypes, operationResponse, opts, parseXML) {
  if (!operationResponse.request.streamResponseStatusCodes?.has(operationResponse.status) && operationResponse.bodyAsText) {
    let text = operationResponse.bodyAsText, contentType = operationResponse.headers.get("Content-Type") || "", contentComponents = contentType ? contentType.split(";").map((component) => component.toLowerCase()) : [];
    try {
      if (contentComponents.length === 0 || contentComponents.some((component) => jsonContentTypes.indexOf(component) !== -1))
        return operationResponse.parsedBody = JSON.parse(text), operationResponse;
      if (contentComponents.some((component) => xmlContentTypes.indexOf(component) !== -1)) {
        if (!parseXML)
          throw new Error("Parsing XML not supported.");
        let body = await parseXML(text, opts.xml);
        return operationResponse.parsedBody = body, operationResponse;
      }
    } catch (err) {
      let msg = `Error "${err}" occurred while parsing the response body - ${operationResponse.bodyAsText}.`, errCode = err.code || RestError2.PARSE_ERROR;
      throw new RestError2(msg, {
        code: errCode,
        statusCode: operationResponse.status,
        request: operationResponse.request,
        response: operationResponse
      });
    }
  }
  return operationResponse;
}

// node_modules/@azure/core-client/dist/esm/interfaceHelpers.js
function getStreamingResponseStatusCodes(operationSpec) {
  let result = /* @__PURE__ */ new Set();
  for (let [statusCode, operationResponse] of Object.entries(operationSpec.responses))
    operationResponse.bodyMapper && operationResponse.bodyMapper.type.name === MapperTypeNames.Stream && result.add(Number(statusCode));
  return result;
}
function getPathStringFromParameter(parameter) {
  let { parameterPath, mapper } = parameter, result;
  return typeof parameterPath == "string" ? result = parameterPath : Array.isArray(parameterPath) ? result = parameterPath.join(".") : result = mapper.serializedName, result;
}

// node_modules/@azure/core-client/dist/esm/serializationPolicy.js
var serializationPolicyName = "serializationPolicy";
function serializationPolicy(options = {}) {
  let stringifyXML = options.stringifyXML;
  return {
    name: serializationPolicyName,
    sendRequest(request, next) {
      let operationInfo = getOperationRequestInfo(request), operationSpec = operationInfo?.operationSpec, operationArguments = operationInfo?.operationArguments;
      return operationSpec && operationArguments && (serializeHeaders(request, operationArguments, operationSpec), serializeRequestBody(request, operationArguments, operationSpec, stringifyXML)), next(request);
    }
  };
}
function serializeHeaders(request, operationArguments, operationSpec) {
  if (operationSpec.headerParameters)
    for (let headerParameter of operationSpec.headerParameters) {
      let headerValue = getOperationArgumentValueFromParameter(operationArguments, headerParameter);
      if (headerValue != null || headerParameter.mapper.required) {
        headerValue = operationSpec.serializer.serialize(headerParameter.mapper, headerValue, getPathStringFromParameter(headerParameter));
        let headerCollectionPrefix = headerParameter.mapper.headerCollectionPrefix;
        if (headerCollectionPrefix)
          for (let key of Object.keys(headerValue))
            request.headers.set(headerCollectionPrefix + key, headerValue[key]);
        else
          request.headers.set(headerParameter.mapper.serializedName || getPathStringFromParameter(headerParameter), headerValue);
      }
    }
  let customHeaders = operationArguments.options?.requestOptions?.customHeaders;
  if (customHeaders)
    for (let customHeaderName of Object.keys(customHeaders))
      request.headers.set(customHeaderName, customHeaders[customHeaderName]);
}
function serializeRequestBody(request, operationArguments, operationSpec, stringifyXML = function() {
  throw new Error("XML serialization unsupported!");
}) {
  let serializerOptions = operationArguments.options?.serializerOptions, updatedOptions = {
    xml: {
      rootName: serializerOptions?.xml.rootName ?? "",
      includeRoot: serializerOptions?.xml.includeRoot ?? !1,
      xmlCharKey: serializerOptions?.xml.xmlCharKey ?? "_"
    }
  }, xmlCharKey = updatedOptions.xml.xmlCharKey;
  if (operationSpec.requestBody && operationSpec.requestBody.mapper) {
    request.body = getOperationArgumentValueFromParameter(operationArguments, operationSpec.requestBody);
    let bodyMapper = operationSpec.requestBody.mapper, { required, serializedName, xmlName, xmlElementName, xmlNamespace, xmlNamespacePrefix, nullable } = bodyMapper, typeName = bodyMapper.type.name;
    try {
      if (request.body !== void 0 && request.body !== null || nullable && request.body === null || required) {
        let requestBodyParameterPathString = getPathStringFromParameter(operationSpec.requestBody);
        request.body = operationSpec.serializer.serialize(bodyMapper, request.body, requestBodyParameterPathString, updatedOptions);
        let isStream = typeName === MapperTypeNames.Stream;
        if (operationSpec.isXML) {
          let xmlnsKey = xmlNamespacePrefix ? `xmlns:${xmlNamespacePrefix}` : "xmlns", value = getXmlValueWithNamespace(xmlNamespace, xmlnsKey, typeName, request.body, updatedOptions);
          typeName === MapperTypeNames.Sequence ? request.body = stringifyXML(prepareXMLRootList(value, xmlElementName || xmlName || serializedName, xmlnsKey, xmlNamespace), { rootName: xmlName || serializedName, xmlCharKey }) : isStream || (request.body = stringifyXML(value, {
            rootName: xmlName || serializedName,
            xmlCharKey
          }));
        } else {
          if (typeName === MapperTypeNames.String && (operationSpec.contentType?.match("text/plain") || operationSpec.mediaType === "text"))
            return;
          isStream || (request.body = JSON.stringify(request.body));
        }
      }
    } catch (error) {
      throw new Error(`Error "${error.message}" occurred in serializing the payload - ${JSON.stringify(serializedName, void 0, "  ")}.`, { cause: error });
    }
  } else if (operationSpec.formDataParameters && operationSpec.formDataParameters.length > 0) {
    request.formData = {};
    for (let formDataParameter of operationSpec.formDataParameters) {
      let formDataParameterValue = getOperationArgumentValueFromParameter(operationArguments, formDataParameter);
      if (formDataParameterValue != null) {
        let formDataParameterPropertyName = formDataParameter.mapper.serializedName || getPathStringFromParameter(formDataParameter);
        request.formData[formDataParameterPropertyName] = operationSpec.serializer.serialize(formDataParameter.mapper, formDataParameterValue, getPathStringFromParameter(formDataParameter), updatedOptions);
      }
    }
  }
}
function getXmlValueWithNamespace(xmlNamespace, xmlnsKey, typeName, serializedValue, options) {
  if (xmlNamespace && !["Composite", "Sequence", "Dictionary"].includes(typeName)) {
    let result = {};
    return result[options.xml.xmlCharKey] = serializedValue, result["$"] = { [xmlnsKey]: xmlNamespace }, result;
  }
  return serializedValue;
}
function prepareXMLRootList(obj, elementName, xmlNamespaceKey, xmlNamespace) {
  if (Array.isArray(obj) || (obj = [obj]), !xmlNamespaceKey || !xmlNamespace)
    return { [elementName]: obj };
  let result = { [elementName]: obj };
  return result["$"] = { [xmlNamespaceKey]: xmlNamespace }, result;
}

// node_modules/@azure/core-client/dist/esm/pipeline.js
function createClientPipeline(options = {}) {
  let pipeline = createPipelineFromOptions2(options ?? {});
  return options.credentialOptions && pipeline.addPolicy(bearerTokenAuthenticationPolicy({
    credential: options.credentialOptions.credential,
    scopes: options.credentialOptions.credentialScopes
  })), pipeline.addPolicy(serializationPolicy(options.serializationOptions), { phase: "Serialize" }), pipeline.addPolicy(deserializationPolicy(options.deserializationOptions), {
    phase: "Deserialize"
  }), pipeline;
}

// node_modules/@azure/core-client/dist/esm/httpClientCache.js
var cachedHttpClient2;
function getCachedDefaultHttpClient() {
  return cachedHttpClient2 || (cachedHttpClient2 = createDefaultHttpClient2()), cachedHttpClient2;
}

// node_modules/@azure/core-client/dist/esm/urlHelpers.js
var CollectionFormatToDelimiterMap = {
  CSV: ",",
  SSV: " ",
  Multi: "Multi",
  TSV: "	",
  Pipes: "|"
};
function getRequestUrl(baseUri, operationSpec, operationArguments, fallbackObject) {
  let urlReplacements = calculateUrlReplacements(operationSpec, operationArguments, fallbackObject), isAbsolutePath = !1, requestUrl = replaceAll2(baseUri, urlReplacements);
  if (operationSpec.path) {
    let path2 = replaceAll2(operationSpec.path, urlReplacements);
    operationSpec.path === "/{nextLink}" && path2.startsWith("/") && (path2 = path2.substring(1)), isAbsoluteUrl(path2) ? (requestUrl = path2, isAbsolutePath = !0) : requestUrl = appendPath2(requestUrl, path2);
  }
  let { queryParams, sequenceParams } = calculateQueryParameters(operationSpec, operationArguments, fallbackObject);
  return requestUrl = appendQueryParams2(requestUrl, queryParams, sequenceParams, isAbsolutePath), requestUrl;
}
function replaceAll2(input, replacements) {
  let result = input;
  for (let [searchValue, replaceValue] of replacements)
    result = result.split(searchValue).join(replaceValue);
  return result;
}
function calculateUrlReplacements(operationSpec, operationArguments, fallbackObject) {
  let result = /* @__PURE__ */ new Map();
  if (operationSpec.urlParameters?.length)
    for (let urlParameter of operationSpec.urlParameters) {
      let urlParameterValue = getOperationArgumentValueFromParameter(operationArguments, urlParameter, fallbackObject), parameterPathString = getPathStringFromParameter(urlParameter);
      urlParameterValue = operationSpec.serializer.serialize(urlParameter.mapper, urlParameterValue, parameterPathString), urlParameter.skipEncoding || (urlParameterValue = encodeURIComponent(urlParameterValue)), result.set(`{${urlParameter.mapper.serializedName || parameterPathString}}`, urlParameterValue);
    }
  return result;
}
function isAbsoluteUrl(url) {
  return url.includes("://");
}
function appendPath2(url, pathToAppend) {
  if (!pathToAppend)
    return url;
  let parsedUrl = new URL(url), newPath = parsedUrl.pathname;
  newPath.endsWith("/") || (newPath = `${newPath}/`), pathToAppend.startsWith("/") && (pathToAppend = pathToAppend.substring(1));
  let searchStart = pathToAppend.indexOf("?");
  if (searchStart !== -1) {
    let path2 = pathToAppend.substring(0, searchStart), search = pathToAppend.substring(searchStart + 1);
    newPath = newPath + path2, search && (parsedUrl.search = parsedUrl.search ? `${parsedUrl.search}&${search}` : search);
  } else
    newPath = newPath + pathToAppend;
  return Object.assign(parsedUrl, { pathname: newPath }), parsedUrl.toString();
}
function calculateQueryParameters(operationSpec, operationArguments, fallbackObject) {
  let result = /* @__PURE__ */ new Map(), sequenceParams = /* @__PURE__ */ new Set();
  if (operationSpec.queryParameters?.length)
    for (let queryParameter of operationSpec.queryParameters) {
      queryParameter.mapper.type.name === "Sequence" && queryParameter.mapper.serializedName && sequenceParams.add(queryParameter.mapper.serializedName);
      let queryParameterValue = getOperationArgumentValueFromParameter(operationArguments, queryParameter, fallbackObject);
      if (queryParameterValue != null || queryParameter.mapper.required) {
        queryParameterValue = operationSpec.serializer.serialize(queryParameter.mapper, queryParameterValue, getPathStringFromParameter(queryParameter));
        let delimiter = queryParameter.collectionFormat ? CollectionFormatToDelimiterMap[queryParameter.collectionFormat] : "";
        if (Array.isArray(queryParameterValue) && (queryParameterValue = queryParameterValue.map((item) => item ?? "")), queryParameter.collectionFormat === "Multi" && queryParameterValue.length === 0)
          continue;
        Array.isArray(queryParameterValue) && (queryParameter.collectionFormat === "SSV" || queryParameter.collectionFormat === "TSV") && (queryParameterValue = queryParameterValue.join(delimiter)), queryParameter.skipEncoding || (Array.isArray(queryParameterValue) ? queryParameterValue = queryParameterValue.map((item) => encodeURIComponent(item)) : queryParameterValue = encodeURIComponent(queryParameterValue)), Array.isArray(queryParameterValue) && (queryParameter.collectionFormat === "CSV" || queryParameter.collectionFormat === "Pipes") && (queryParameterValue = queryParameterValue.join(delimiter)), result.set(queryParameter.mapper.serializedName || getPathStringFromParameter(queryParameter), queryParameterValue);
      }
    }
  return {
    queryParams: result,
    sequenceParams
  };
}
function simpleParseQueryParams2(queryString) {
  let result = /* @__PURE__ */ new Map();
  if (!queryString || queryString[0] !== "?")
    return result;
  queryString = queryString.slice(1);
  let pairs = queryString.split("&");
  for (let pair of pairs) {
    let [name3, value] = pair.split("=", 2), existingValue = result.get(name3);
    existingValue ? Array.isArray(existingValue) ? existingValue.push(value) : result.set(name3, [existingValue, value]) : result.set(name3, value);
  }
  return result;
}
function appendQueryParams2(url, queryParams, sequenceParams, noOverwrite = !1) {
  if (queryParams.size === 0)
    return url;
  let parsedUrl = new URL(url), combinedParams = simpleParseQueryParams2(parsedUrl.search);
  for (let [name3, value] of queryParams) {
    let existingValue = combinedParams.get(name3);
    if (Array.isArray(existingValue))
      if (Array.isArray(value)) {
        existingValue.push(...value);
        let valueSet = new Set(existingValue);
        combinedParams.set(name3, Array.from(valueSet));
      } else
        existingValue.push(value);
    else existingValue ? (Array.isArray(value) ? value.unshift(existingValue) : sequenceParams.has(name3) && combinedParams.set(name3, [existingValue, value]), noOverwrite || combinedParams.set(name3, value)) : combinedParams.set(name3, value);
  }
  let searchPieces = [];
  for (let [name3, value] of combinedParams)
    if (typeof value == "string")
      searchPieces.push(`${name3}=${value}`);
    else if (Array.isArray(value))
      for (let subValue of value)
        searchPieces.push(`${name3}=${subValue}`);
    else
      searchPieces.push(`${name3}=${value}`);
  return parsedUrl.search = searchPieces.length ? `?${searchPieces.join("&")}` : "", parsedUrl.toString();
}

// node_modules/@azure/core-client/dist/esm/log.js
var logger7 = createClientLogger2("core-client");

// node_modules/@azure/core-client/dist/esm/serviceClient.js
var ServiceClient = class {
  _endpoint;
  _requestContentType;
  _allowInsecureConnection;
  _httpClient;
  pipeline;
  constructor(options = {}) {
    if (this._requestContentType = options.requestContentType, this._endpoint = options.endpoint ?? options.baseUri, options.baseUri && logger7.warning("The baseUri option for SDK Clients has been deprecated, please use endpoint instead."), this._allowInsecureConnection = options.allowInsecureConnection, this._httpClient = options.httpClient || getCachedDefaultHttpClient(), this.pipeline = options.pipeline || createDefaultPipeline3(options), options.additionalPolicies?.length)
      for (let { policy, position } of options.additionalPolicies) {
        let afterPhase = position === "perRetry" ? "Sign" : void 0;
        this.pipeline.addPolicy(policy, {
          afterPhase
        });
      }
  }
  sendRequest(request) {
    return this.pipeline.sendRequest(this._httpClient, request);
  }
  async sendOperationRequest(operationArguments, operationSpec) {
    let endpoint = operationSpec.baseUrl || this._endpoint;
    if (!endpoint)
      throw new Error("If operationSpec.baseUrl is not specified, then the ServiceClient must have a endpoint string property that contains the base URL to use.");
    let url = getRequestUrl(endpoint, operationSpec, operationArguments, this), request = createPipelineRequest2({
      url
    });
    request.method = operationSpec.httpMethod;
    let operationInfo = getOperationRequestInfo(request);
    operationInfo.operationSpec = operationSpec, operationInfo.operationArguments = operationArguments;
    let contentType = operationSpec.contentType || this._requestContentType;
    contentType && operationSpec.requestBody && request.headers.set("Content-Type", contentType);
    let options = operationArguments.options;
    if (options) {
      let requestOptions = options.requestOptions;
      requestOptions && (requestOptions.timeout && (request.timeout = requestOptions.timeout), requestOptions.onUploadProgress && (request.onUploadProgress = requestOptions.onUploadProgress), requestOptions.onDownloadProgress && (request.onDownloadProgress = requestOptions.onDownloadProgress), requestOptions.shouldDeserialize !== void 0 && (operationInfo.shouldDeserialize = requestOptions.shouldDeserialize), requestOptions.allowInsecureConnection && (request.allowInsecureConnection = !0)), options.abortSignal && (request.abortSignal = options.abortSignal), options.tracingOptions && (request.tracingOptions = options.tracingOptions);
    }
    this._allowInsecureConnection && (request.allowInsecureConnection = !0), request.streamResponseStatusCodes === void 0 && (request.streamResponseStatusCodes = getStreamingResponseStatusCodes(operationSpec));
    try {
      let rawResponse = await this.sendRequest(request), flatResponse = flattenResponse(rawResponse, operationSpec.responses[rawResponse.status]);
      return options?.onResponse && options.onResponse(rawResponse, flatResponse), flatResponse;
    } catch (error) {
      if (typeof error == "object" && error?.response) {
        let rawResponse = error.response, flatResponse = flattenResponse(rawResponse, operationSpec.responses[error.statusCode] || operationSpec.responses.default);
        error.details = flatResponse, options?.onResponse && options.onResponse(rawResponse, flatResponse, error);
      }
      throw error;
    }
  }
};
function createDefaultPipeline3(options) {
  let credentialScopes = getCredentialScopes(options), credentialOptions = options.credential && credentialScopes ? { credentialScopes, credential: options.credential } : void 0;
  return createClientPipeline({
    ...options,
    credentialOptions
  });
}
function getCredentialScopes(options) {
  if (options.credentialScopes)
    return options.credentialScopes;
  if (options.endpoint)
    return `${options.endpoint}/.default`;
  if (options.baseUri)
    return `${options.baseUri}/.default`;
  if (options.credential)
    throw new Error("When using credentials, the ServiceClientOptions must contain either a endpoint or a credentialScopes. Unable to create a bearerTokenAuthenticationPolicy");
}

// node_modules/@azure/identity/dist/esm/util/identityTokenEndpoint.js
function getIdentityTokenEndpointSuffix(tenantId) {
  return tenantId === "adfs" ? "oauth2/token" : "oauth2/v2.0/token";
}

// node_modules/@azure/identity/dist/esm/credentials/managedIdentityCredential/utils.js
var DefaultScopeSuffix = "/.default", serviceFabricErrorMessage = "Specifying a `clientId` or `resourceId` is not supported by the Service Fabric managed identity environment. The managed identity configuration is determined by the Service Fabric cluster resource configuration. See https://aka.ms/servicefabricmi for more information";
function mapScopesToResource(scopes) {
  let scope = "";
  if (Array.isArray(scopes)) {
    if (scopes.length !== 1)
      return;
    scope = scopes[0];
  } else typeof scopes == "string" && (scope = scopes);
  return scope.endsWith(DefaultScopeSuffix) ? scope.substr(0, scope.lastIndexOf(DefaultScopeSuffix)) : scope;
}
function parseExpirationTimestamp(body) {
  if (typeof body.expires_on == "number")
    return body.expires_on * 1e3;
  if (typeof body.expires_on == "string") {
    let asNumber = +body.expires_on;
    if (!isNaN(asNumber))
      return asNumber * 1e3;
    let asDate = Date.parse(body.expires_on);
    if (!isNaN(asDate))
      return asDate;
  }
  if (typeof body.expires_in == "number")
    return Date.now() + body.expires_in * 1e3;
  throw new Error(`Failed to parse token expiration from body. expires_in="${body.expires_in}", expires_on="${body.expires_on}"`);
}
function parseRefreshTimestamp(body) {
  if (body.refresh_on) {
    if (typeof body.refresh_on == "number")
      return body.refresh_on * 1e3;
    if (typeof body.refresh_on == "string") {
      let asNumber = +body.refresh_on;
      if (!isNaN(asNumber))
        return asNumber * 1e3;
      let asDate = Date.parse(body.refresh_on);
      if (!isNaN(asDate))
        return asDate;
    }
    throw new Error(`Failed to parse refresh_on from body. refresh_on="${body.refresh_on}"`);
  } else
    return;
}

// node_modules/@azure/identity/dist/esm/util/authorityHost.js
function getAuthorityHost(options) {
  let authorityHost = options?.authorityHost;
  return !authorityHost && isNodeLike2 && (authorityHost = process.env.AZURE_AUTHORITY_HOST), authorityHost ?? DefaultAuthorityHost;
}

// node_modules/@azure/identity/dist/esm/client/identityClient.js
var noCorrelationId = "noCorrelationId", HttpStatus = {
  CLIENT_ERROR_RANGE_START: 400,
  CLIENT_ERROR_RANGE_END: 499,
  SERVER_ERROR_RANGE_START: 500,
  SERVER_ERROR_RANGE_END: 599
}, IdentityClient = class extends ServiceClient {
  authorityHost;
  allowLoggingAccountIdentifiers;
  abortControllers;
  allowInsecureConnection = !1;
  // used for WorkloadIdentity
  tokenCredentialOptions;
  constructor(options) {
    let packageDetails = `azsdk-js-identity/${SDK_VERSION3}`, userAgentPrefix = options?.userAgentOptions?.userAgentPrefix ? `${options.userAgentOptions.userAgentPrefix} ${packageDetails}` : `${packageDetails}`, baseUri = getAuthorityHost(options);
    if (!baseUri.startsWith("https:"))
      throw new Error("The authorityHost address must use the 'https' protocol.");
    super({
      requestContentType: "application/json; charset=utf-8",
      retryOptions: {
        maxRetries: 3
      },
      ...options,
      userAgentOptions: {
        userAgentPrefix
      },
      baseUri
    }), this.authorityHost = baseUri, this.abortControllers = /* @__PURE__ */ new Map(), this.allowLoggingAccountIdentifiers = options?.loggingOptions?.allowLoggingAccountIdentifiers, this.tokenCredentialOptions = { ...options }, options?.allowInsecureConnection && (this.allowInsecureConnection = options.allowInsecureConnection);
  }
  async sendTokenRequest(request) {
    logger4.info(`IdentityClient: sending token request to [${request.url}]`);
    let response = await this.sendRequest(request);
    if (response.bodyAsText && (response.status === 200 || response.status === 201)) {
      let parsedBody = JSON.parse(response.bodyAsText);
      if (!parsedBody.access_token)
        return null;
      this.logIdentifiers(response);
      let token = {
        accessToken: {
          token: parsedBody.access_token,
          expiresOnTimestamp: parseExpirationTimestamp(parsedBody),
          refreshAfterTimestamp: parseRefreshTimestamp(parsedBody),
          tokenType: "Bearer"
        },
        refreshToken: parsedBody.refresh_token
      };
      return logger4.info(`IdentityClient: [${request.url}] token acquired, expires on ${token.accessToken.expiresOnTimestamp}`), token;
    } else {
      let error = new AuthenticationError(response.status, response.bodyAsText);
      throw logger4.warning(`IdentityClient: authentication error. HTTP status: ${response.status}, ${error.errorResponse.errorDescription}`), error;
    }
  }
  async refreshAccessToken(tenantId, clientId, scopes, refreshToken, clientSecret, options = {}) {
    if (refreshToken === void 0)
      return null;
    logger4.info(`IdentityClient: refreshing access token with client ID: ${clientId}, scopes: ${scopes} started`);
    let refreshParams = {
      grant_type: "refresh_token",
      client_id: clientId,
      refresh_token: refreshToken,
      scope: scopes
    };
    clientSecret !== void 0 && (refreshParams.client_secret = clientSecret);
    let query = new URLSearchParams(refreshParams);
    return tracingClient.withSpan("IdentityClient.refreshAccessToken", options, async (updatedOptions) => {
      try {
        let urlSuffix = getIdentityTokenEndpointSuffix(tenantId), request = createPipelineRequest2({
          url: `${this.authorityHost}/${tenantId}/${urlSuffix}`,
          method: "POST",
          body: query.toString(),
          abortSignal: options.abortSignal,
          headers: createHttpHeaders2({
            Accept: "application/json",
            "Content-Type": "application/x-www-form-urlencoded"
          }),
          tracingOptions: updatedOptions.tracingOptions
        }), response = await this.sendTokenRequest(request);
        return logger4.info(`IdentityClient: refreshed token for client ID: ${clientId}`), response;
      } catch (err) {
        if (err.name === AuthenticationErrorName && err.errorResponse.error === "interaction_required")
          return logger4.info(`IdentityClient: interaction required for client ID: ${clientId}`), null;
        throw logger4.warning(`IdentityClient: failed refreshing token for client ID: ${clientId}: ${err}`), err;
      }
    });
  }
  // Here is a custom layer that allows us to abort requests that go through MSAL,
  // since MSAL doesn't allow us to pass options all the way through.
  generateAbortSignal(correlationId) {
    let controller = new AbortController(), controllers = this.abortControllers.get(correlationId) || [];
    controllers.push(controller), this.abortControllers.set(correlationId, controllers);
    let existingOnAbort = controller.signal.onabort;
    return controller.signal.onabort = (...params) => {
      this.abortControllers.set(correlationId, void 0), existingOnAbort && existingOnAbort.apply(controller.signal, params);
    }, controller.signal;
  }
  abortRequests(correlationId) {
    let key = correlationId || noCorrelationId, controllers = [
      ...this.abortControllers.get(key) || [],
      // MSAL passes no correlation ID to the get requests...
      ...this.abortControllers.get(noCorrelationId) || []
    ];
    if (controllers.length) {
      for (let controller of controllers)
        controller.abort();
      this.abortControllers.set(key, void 0);
    }
  }
  getCorrelationId(options) {
    let parameter = options?.body?.split("&").map((part) => part.split("=")).find(([key]) => key === "client-request-id");
    return parameter && parameter.length && parameter[1] || noCorrelationId;
  }
  // The MSAL network module methods follow
  async sendGetRequestAsync(url, options) {
    let request = createPipelineRequest2({
      url,
      method: "GET",
      body: options?.body,
      allowInsecureConnection: this.allowInsecureConnection,
      headers: createHttpHeaders2(options?.headers),
      abortSignal: this.generateAbortSignal(noCorrelationId)
    }), response = await this.sendRequest(request);
    return this.logIdentifiers(response), {
      body: this.parseResponseBody(response),
      headers: response.headers.toJSON(),
      status: response.status
    };
  }
  async sendPostRequestAsync(url, options) {
    let request = createPipelineRequest2({
      url,
      method: "POST",
      body: options?.body,
      headers: createHttpHeaders2(options?.headers),
      allowInsecureConnection: this.allowInsecureConnection,
      // MSAL doesn't send the correlation ID on the get requests.
      abortSignal: this.generateAbortSignal(this.getCorrelationId(options))
    }), response = await this.sendRequest(request);
    return this.logIdentifiers(response), {
      body: this.parseResponseBody(response),
      headers: response.headers.toJSON(),
      status: response.status
    };
  }
  getTokenCredentialOptions() {
    return this.tokenCredentialOptions;
  }
  logIdentifiers(response) {
    if (!this.allowLoggingAccountIdentifiers || !response.bodyAsText)
      return;
    let unavailableUpn = "No User Principal Name available";
    try {
      let accessToken = (response.parsedBody || JSON.parse(response.bodyAsText)).access_token;
      if (!accessToken)
        return;
      let base64Metadata = accessToken.split(".")[1], { appid, upn, tid, oid } = JSON.parse(uint8ArrayToString2(stringToUint8Array2(base64Metadata, "base64url"), "utf-8"));
      logger4.info(`[Authenticated account] Client ID: ${appid}. Tenant ID: ${tid}. User Principal Name: ${upn || unavailableUpn}. Object ID (user): ${oid}`);
    } catch (e) {
      logger4.warning("allowLoggingAccountIdentifiers was set, but we couldn't log the account information. Error:", e.message);
    }
  }
  parseResponseBody(response) {
    let parsedBody;
    try {
      parsedBody = JSON.parse(response.bodyAsText || "");
    } catch (error) {
      logger4.info(`IdentityClient: Could not parse response body: ${error}`);
      let errorType, errorDescriptionHelper;
      response.status >= HttpStatus.CLIENT_ERROR_RANGE_START && response.status <= HttpStatus.CLIENT_ERROR_RANGE_END ? (errorType = "client_error", errorDescriptionHelper = "A client") : response.status >= HttpStatus.SERVER_ERROR_RANGE_START && response.status <= HttpStatus.SERVER_ERROR_RANGE_END ? (errorType = "server_error", errorDescriptionHelper = "A server") : (errorType = "unknown_error", errorDescriptionHelper = "An unknown");
      let errorDescriptionLines = [
        `${errorDescriptionHelper} error occured.`,
        `Http status code: ${response.status}`,
        `Http status message: ${response.bodyAsText || "Unknown"}`,
        `Headers: ${JSON.stringify(response.headers)}`
      ];
      parsedBody = {
        error: errorType,
        error_description: errorDescriptionLines.join(`
`)
      };
    }
    return parsedBody;
  }
};

// node_modules/@azure/identity/dist/esm/regionalAuthority.js
var RegionalAuthority;
(function(RegionalAuthority2) {
  RegionalAuthority2.AutoDiscoverRegion = "AutoDiscoverRegion", RegionalAuthority2.USWest = "westus", RegionalAuthority2.USWest2 = "westus2", RegionalAuthority2.USCentral = "centralus", RegionalAuthority2.USEast = "eastus", RegionalAuthority2.USEast2 = "eastus2", RegionalAuthority2.USNorthCentral = "northcentralus", RegionalAuthority2.USSouthCentral = "southcentralus", RegionalAuthority2.USWestCentral = "westcentralus", RegionalAuthority2.CanadaCentral = "canadacentral", RegionalAuthority2.CanadaEast = "canadaeast", RegionalAuthority2.BrazilSouth = "brazilsouth", RegionalAuthority2.EuropeNorth = "northeurope", RegionalAuthority2.EuropeWest = "westeurope", RegionalAuthority2.UKSouth = "uksouth", RegionalAuthority2.UKWest = "ukwest", RegionalAuthority2.FranceCentral = "francecentral", RegionalAuthority2.FranceSouth = "francesouth", RegionalAuthority2.SwitzerlandNorth = "switzerlandnorth", RegionalAuthority2.SwitzerlandWest = "switzerlandwest", RegionalAuthority2.GermanyNorth = "germanynorth", RegionalAuthority2.GermanyWestCentral = "germanywestcentral", RegionalAuthority2.NorwayWest = "norwaywest", RegionalAuthority2.NorwayEast = "norwayeast", RegionalAuthority2.AsiaEast = "eastasia", RegionalAuthority2.AsiaSouthEast = "southeastasia", RegionalAuthority2.JapanEast = "japaneast", RegionalAuthority2.JapanWest = "japanwest", RegionalAuthority2.AustraliaEast = "australiaeast", RegionalAuthority2.AustraliaSouthEast = "australiasoutheast", RegionalAuthority2.AustraliaCentral = "australiacentral", RegionalAuthority2.AustraliaCentral2 = "australiacentral2", RegionalAuthority2.IndiaCentral = "centralindia", RegionalAuthority2.IndiaSouth = "southindia", RegionalAuthority2.IndiaWest = "westindia", RegionalAuthority2.KoreaSouth = "koreasouth", RegionalAuthority2.KoreaCentral = "koreacentral", RegionalAuthority2.UAECentral = "uaecentral", RegionalAuthority2.UAENorth = "uaenorth", RegionalAuthority2.SouthAfricaNorth = "southafricanorth", RegionalAuthority2.SouthAfricaWest = "southafricawest", RegionalAuthority2.ChinaNorth = "chinanorth", RegionalAuthority2.ChinaEast = "chinaeast", RegionalAuthority2.ChinaNorth2 = "chinanorth2", RegionalAuthority2.ChinaEast2 = "chinaeast2", RegionalAuthority2.GermanyCentral = "germanycentral", RegionalAuthority2.GermanyNorthEast = "germanynortheast", RegionalAuthority2.GovernmentUSVirginia = "usgovvirginia", RegionalAuthority2.GovernmentUSIowa = "usgoviowa", RegionalAuthority2.GovernmentUSArizona = "usgovarizona", RegionalAuthority2.GovernmentUSTexas = "usgovtexas", RegionalAuthority2.GovernmentUSDodEast = "usdodeast", RegionalAuthority2.GovernmentUSDodCentral = "usdodcentral";
})(RegionalAuthority || (RegionalAuthority = {}));
function calculateRegionalAuthority(regionalAuthority) {
  let azureRegion = regionalAuthority;
  return azureRegion === void 0 && globalThis.process?.env?.AZURE_REGIONAL_AUTHORITY_NAME !== void 0 && (azureRegion = process.env.AZURE_REGIONAL_AUTHORITY_NAME), azureRegion === RegionalAuthority.AutoDiscoverRegion ? "AUTO_DISCOVER" : azureRegion;
}

// node_modules/@azure/identity/dist/esm/util/processMultiTenantRequest.js
function createConfigurationErrorMessage(tenantId) {
  return `The current credential is not configured to acquire tokens for tenant ${tenantId}. To enable acquiring tokens for this tenant add it to the AdditionallyAllowedTenants on the credential options, or add "*" to AdditionallyAllowedTenants to allow acquiring tokens for any tenant.`;
}
function processMultiTenantRequest(tenantId, getTokenOptions, additionallyAllowedTenantIds = [], logger28) {
  let resolvedTenantId;
  if (process.env.AZURE_IDENTITY_DISABLE_MULTITENANTAUTH || tenantId === "adfs" ? resolvedTenantId = tenantId : resolvedTenantId = getTokenOptions?.tenantId ?? tenantId, tenantId && resolvedTenantId !== tenantId && !additionallyAllowedTenantIds.includes("*") && !additionallyAllowedTenantIds.some((t) => t.localeCompare(resolvedTenantId) === 0)) {
    let message = createConfigurationErrorMessage(resolvedTenantId);
    throw logger28?.info(message), new CredentialUnavailableError(message);
  }
  return resolvedTenantId;
}

// node_modules/@azure/identity/dist/esm/util/tenantIdUtils.js
function checkTenantId(logger28, tenantId) {
  if (!tenantId.match(/^[0-9a-zA-Z-.]+$/)) {
    let error = new Error("Invalid tenant id provided. You can locate your tenant id by following the instructions listed here: https://learn.microsoft.com/partner-center/find-ids-and-domain-names.");
    throw logger28.info(formatError("", error)), error;
  }
}
function resolveTenantId(logger28, tenantId, clientId) {
  return tenantId ? (checkTenantId(logger28, tenantId), tenantId) : (clientId || (clientId = DeveloperSignOnClientId), clientId !== DeveloperSignOnClientId ? "common" : "organizations");
}
function resolveAdditionallyAllowedTenantIds(additionallyAllowedTenants) {
  return !additionallyAllowedTenants || additionallyAllowedTenants.length === 0 ? [] : additionallyAllowedTenants.includes("*") ? ALL_TENANTS : additionallyAllowedTenants;
}

// node_modules/@azure/identity/dist/esm/msal/nodeFlows/msalClient.js
var msalLogger = credentialLogger("MsalClient");
function generateMsalConfiguration(clientId, tenantId, msalClientOptions = {}) {
  let resolvedTenant = resolveTenantId(msalClientOptions.logger ?? msalLogger, tenantId, clientId), authority = getAuthority(resolvedTenant, getAuthorityHost(msalClientOptions)), httpClient = new IdentityClient({
    ...msalClientOptions,
    authorityHost: authority,
    loggingOptions: msalClientOptions.loggingOptions
  });
  return {
    auth: {
      clientId,
      authority,
      knownAuthorities: getKnownAuthorities(resolvedTenant, authority, msalClientOptions.disableInstanceDiscovery)
    },
    system: {
      networkClient: httpClient,
      loggerOptions: {
        loggerCallback: defaultLoggerCallback(msalClientOptions.logger ?? msalLogger),
        logLevel: getMSALLogLevel(getLogLevel2()),
        piiLoggingEnabled: msalClientOptions.loggingOptions?.enableUnsafeSupportLogging
      }
    }
  };
}
function createMsalClient(clientId, tenantId, createMsalClientOptions = {}) {
  let state3 = {
    msalConfig: generateMsalConfiguration(clientId, tenantId, createMsalClientOptions),
    cachedAccount: createMsalClientOptions.authenticationRecord ? publicToMsal(createMsalClientOptions.authenticationRecord) : null,
    pluginConfiguration: msalPlugins.generatePluginConfiguration(createMsalClientOptions),
    logger: createMsalClientOptions.logger ?? msalLogger
  }, publicApps = /* @__PURE__ */ new Map();
  async function getPublicApp(options = {}) {
    let appKey = options.enableCae ? "CAE" : "default", publicClientApp = publicApps.get(appKey);
    if (publicClientApp)
      return state3.logger.getToken.info("Existing PublicClientApplication found in cache, returning it."), publicClientApp;
    state3.logger.getToken.info(`Creating new PublicClientApplication with CAE ${options.enableCae ? "enabled" : "disabled"}.`);
    let cachePlugin = options.enableCae ? state3.pluginConfiguration.cache.cachePluginCae : state3.pluginConfiguration.cache.cachePlugin;
    return state3.msalConfig.auth.clientCapabilities = options.enableCae ? ["cp1"] : void 0, publicClientApp = new PublicClientApplication({
      ...state3.msalConfig,
      broker: { nativeBrokerPlugin: state3.pluginConfiguration.broker.nativeBrokerPlugin },
      cache: { cachePlugin: await cachePlugin }
    }), publicApps.set(appKey, publicClientApp), publicClientApp;
  }
  let confidentialApps = /* @__PURE__ */ new Map();
  async function getConfidentialApp(options = {}) {
    let appKey = options.enableCae ? "CAE" : "default", confidentialClientApp = confidentialApps.get(appKey);
    if (confidentialClientApp)
      return state3.logger.getToken.info("Existing ConfidentialClientApplication found in cache, returning it."), confidentialClientApp;
    state3.logger.getToken.info(`Creating new ConfidentialClientApplication with CAE ${options.enableCae ? "enabled" : "disabled"}.`);
    let cachePlugin = options.enableCae ? state3.pluginConfiguration.cache.cachePluginCae : state3.pluginConfiguration.cache.cachePlugin;
    return state3.msalConfig.auth.clientCapabilities = options.enableCae ? ["cp1"] : void 0, confidentialClientApp = new ConfidentialClientApplication({
      ...state3.msalConfig,
      broker: { nativeBrokerPlugin: state3.pluginConfiguration.broker.nativeBrokerPlugin },
      cache: { cachePlugin: await cachePlugin }
    }), confidentialApps.set(appKey, confidentialClientApp), confidentialClientApp;
  }
  async function getTokenSilent(app, scopes, options = {}) {
    if (state3.cachedAccount === null)
      throw state3.logger.getToken.info("No cached account found in local state."), new AuthenticationRequiredError({ scopes });
    options.claims && (state3.cachedClaims = options.claims);
    let silentRequest = {
      account: state3.cachedAccount,
      scopes,
      claims: state3.cachedClaims
    };
    state3.pluginConfiguration.broker.isEnabled && (silentRequest.extraQueryParameters ||= {}, state3.pluginConfiguration.broker.enableMsaPassthrough && (silentRequest.extraQueryParameters.msal_request_type = "consumer_passthrough")), options.proofOfPossessionOptions && (silentRequest.shrNonce = options.proofOfPossessionOptions.nonce, silentRequest.authenticationScheme = "pop", silentRequest.resourceRequestMethod = options.proofOfPossessionOptions.resourceRequestMethod, silentRequest.resourceRequestUri = options.proofOfPossessionOptions.resourceRequestUrl), state3.logger.getToken.info("Attempting to acquire token silently");
    try {
      return await app.acquireTokenSilent(silentRequest);
    } catch (err) {
      throw handleMsalError(scopes, err, options);
    }
  }
  function calculateRequestAuthority(options) {
    return options?.tenantId ? getAuthority(options.tenantId, getAuthorityHost(createMsalClientOptions)) : state3.msalConfig.auth.authority;
  }
  async function withSilentAuthentication(msalApp, scopes, options, onAuthenticationRequired) {
    let response = null;
    try {
      response = await getTokenSilent(msalApp, scopes, options);
    } catch (e) {
      if (e.name !== "AuthenticationRequiredError")
        throw e;
      if (options.disableAutomaticAuthentication)
        throw new AuthenticationRequiredError({
          scopes,
          getTokenOptions: options,
          message: "Automatic authentication has been disabled. You may call the authentication() method."
        });
    }
    if (response === null)
      try {
        response = await onAuthenticationRequired();
      } catch (err) {
        throw handleMsalError(scopes, err, options);
      }
    return ensureValidMsalToken(scopes, response, options), state3.cachedAccount = response?.account ?? null, state3.logger.getToken.info(formatSuccess(scopes)), {
      token: response.accessToken,
      expiresOnTimestamp: response.expiresOn.getTime(),
      refreshAfterTimestamp: response.refreshOn?.getTime(),
      tokenType: response.tokenType
    };
  }
  async function getTokenByClientSecret(scopes, clientSecret, options = {}) {
    state3.logger.getToken.info("Attempting to acquire token using client secret"), state3.msalConfig.auth.clientSecret = clientSecret;
    let msalApp = await getConfidentialApp(options);
    try {
      let response = await msalApp.acquireTokenByClientCredential({
        scopes,
        authority: calculateRequestAuthority(options),
        azureRegion: calculateRegionalAuthority(),
        claims: options?.claims
      });
      return ensureValidMsalToken(scopes, response, options), state3.logger.getToken.info(formatSuccess(scopes)), {
        token: response.accessToken,
        expiresOnTimestamp: response.expiresOn.getTime(),
        refreshAfterTimestamp: response.refreshOn?.getTime(),
        tokenType: response.tokenType
      };
    } catch (err) {
      throw handleMsalError(scopes, err, options);
    }
  }
  async function getTokenByClientAssertion(scopes, clientAssertion, options = {}) {
    state3.logger.getToken.info("Attempting to acquire token using client assertion"), state3.msalConfig.auth.clientAssertion = clientAssertion;
    let msalApp = await getConfidentialApp(options);
    try {
      let response = await msalApp.acquireTokenByClientCredential({
        scopes,
        authority: calculateRequestAuthority(options),
        azureRegion: calculateRegionalAuthority(),
        claims: options?.claims,
        clientAssertion
      });
      return ensureValidMsalToken(scopes, response, options), state3.logger.getToken.info(formatSuccess(scopes)), {
        token: response.accessToken,
        expiresOnTimestamp: response.expiresOn.getTime(),
        refreshAfterTimestamp: response.refreshOn?.getTime(),
        tokenType: response.tokenType
      };
    } catch (err) {
      throw handleMsalError(scopes, err, options);
    }
  }
  async function getTokenByClientCertificate(scopes, certificate, options = {}) {
    state3.logger.getToken.info("Attempting to acquire token using client certificate"), state3.msalConfig.auth.clientCertificate = certificate;
    let msalApp = await getConfidentialApp(options);
    try {
      let response = await msalApp.acquireTokenByClientCredential({
        scopes,
        authority: calculateRequestAuthority(options),
        azureRegion: calculateRegionalAuthority(),
        claims: options?.claims
      });
      return ensureValidMsalToken(scopes, response, options), state3.logger.getToken.info(formatSuccess(scopes)), {
        token: response.accessToken,
        expiresOnTimestamp: response.expiresOn.getTime(),
        refreshAfterTimestamp: response.refreshOn?.getTime(),
        tokenType: response.tokenType
      };
    } catch (err) {
      throw handleMsalError(scopes, err, options);
    }
  }
  async function getTokenByDeviceCode(scopes, deviceCodeCallback, options = {}) {
    state3.logger.getToken.info("Attempting to acquire token using device code");
    let msalApp = await getPublicApp(options);
    return withSilentAuthentication(msalApp, scopes, options, () => {
      let requestOptions = {
        scopes,
        cancel: options?.abortSignal?.aborted ?? !1,
        deviceCodeCallback,
        authority: calculateRequestAuthority(options),
        claims: options?.claims
      }, deviceCodeRequest = msalApp.acquireTokenByDeviceCode(requestOptions);
      return options.abortSignal && options.abortSignal.addEventListener("abort", () => {
        requestOptions.cancel = !0;
      }), deviceCodeRequest;
    });
  }
  async function getTokenByUsernamePassword(scopes, username, password, options = {}) {
    state3.logger.getToken.info("Attempting to acquire token using username and password");
    let msalApp = await getPublicApp(options);
    return withSilentAuthentication(msalApp, scopes, options, () => {
      let requestOptions = {
        scopes,
        username,
        password,
        authority: calculateRequestAuthority(options),
        claims: options?.claims
      };
      return msalApp.acquireTokenByUsernamePassword(requestOptions);
    });
  }
  function getActiveAccount() {
    if (state3.cachedAccount)
      return msalToPublic(clientId, state3.cachedAccount);
  }
  async function getTokenByAuthorizationCode(scopes, redirectUri, authorizationCode, clientSecret, options = {}) {
    state3.logger.getToken.info("Attempting to acquire token using authorization code");
    let msalApp;
    return clientSecret ? (state3.msalConfig.auth.clientSecret = clientSecret, msalApp = await getConfidentialApp(options)) : msalApp = await getPublicApp(options), withSilentAuthentication(msalApp, scopes, options, () => msalApp.acquireTokenByCode({
      scopes,
      redirectUri,
      code: authorizationCode,
      authority: calculateRequestAuthority(options),
      claims: options?.claims
    }));
  }
  async function getTokenOnBehalfOf(scopes, userAssertionToken, clientCredentials, options = {}) {
    msalLogger.getToken.info("Attempting to acquire token on behalf of another user"), typeof clientCredentials == "string" ? (msalLogger.getToken.info("Using client secret for on behalf of flow"), state3.msalConfig.auth.clientSecret = clientCredentials) : typeof clientCredentials == "function" ? (msalLogger.getToken.info("Using client assertion callback for on behalf of flow"), state3.msalConfig.auth.clientAssertion = clientCredentials) : (msalLogger.getToken.info("Using client certificate for on behalf of flow"), state3.msalConfig.auth.clientCertificate = clientCredentials);
    let msalApp = await getConfidentialApp(options);
    try {
      let response = await msalApp.acquireTokenOnBehalfOf({
        scopes,
        authority: calculateRequestAuthority(options),
        claims: options.claims,
        oboAssertion: userAssertionToken
      });
      return ensureValidMsalToken(scopes, response, options), msalLogger.getToken.info(formatSuccess(scopes)), {
        token: response.accessToken,
        expiresOnTimestamp: response.expiresOn.getTime(),
        refreshAfterTimestamp: response.refreshOn?.getTime(),
        tokenType: response.tokenType
      };
    } catch (err) {
      throw handleMsalError(scopes, err, options);
    }
  }
  function createBaseInteractiveRequest(scopes, options) {
    return {
      openBrowser: async (url) => {
        await (await Promise.resolve().then(() => (init_open(), open_exports))).default(url);
      },
      scopes,
      authority: calculateRequestAuthority(options),
      claims: options?.claims,
      loginHint: options?.loginHint,
      errorTemplate: options?.browserCustomizationOptions?.errorMessage,
      successTemplate: options?.browserCustomizationOptions?.successMessage,
      prompt: options?.loginHint ? "login" : "select_account"
    };
  }
  async function getBrokeredTokenInternal(scopes, useDefaultBrokerAccount, options = {}) {
    msalLogger.verbose("Authentication will resume through the broker");
    let app = await getPublicApp(options), interactiveRequest = createBaseInteractiveRequest(scopes, options);
    state3.pluginConfiguration.broker.parentWindowHandle ? interactiveRequest.windowHandle = Buffer.from(state3.pluginConfiguration.broker.parentWindowHandle) : msalLogger.warning("Parent window handle is not specified for the broker. This may cause unexpected behavior. Please provide the parentWindowHandle."), state3.pluginConfiguration.broker.enableMsaPassthrough && ((interactiveRequest.extraQueryParameters ??= {}).msal_request_type = "consumer_passthrough"), useDefaultBrokerAccount ? (interactiveRequest.prompt = "none", msalLogger.verbose("Attempting broker authentication using the default broker account")) : msalLogger.verbose("Attempting broker authentication without the default broker account"), options.proofOfPossessionOptions && (interactiveRequest.shrNonce = options.proofOfPossessionOptions.nonce, interactiveRequest.authenticationScheme = "pop", interactiveRequest.resourceRequestMethod = options.proofOfPossessionOptions.resourceRequestMethod, interactiveRequest.resourceRequestUri = options.proofOfPossessionOptions.resourceRequestUrl);
    try {
      return await app.acquireTokenInteractive(interactiveRequest);
    } catch (e) {
      if (msalLogger.verbose(`Failed to authenticate through the broker: ${e.message}`), options.disableAutomaticAuthentication)
        throw new AuthenticationRequiredError({
          scopes,
          getTokenOptions: options,
          message: "Cannot silently authenticate with default broker account."
        });
      if (useDefaultBrokerAccount)
        return getBrokeredTokenInternal(scopes, !1, options);
      throw e;
    }
  }
  async function getBrokeredToken(scopes, useDefaultBrokerAccount, options = {}) {
    msalLogger.getToken.info(`Attempting to acquire token using brokered authentication with useDefaultBrokerAccount: ${useDefaultBrokerAccount}`);
    let response = await getBrokeredTokenInternal(scopes, useDefaultBrokerAccount, options);
    return ensureValidMsalToken(scopes, response, options), state3.cachedAccount = response?.account ?? null, state3.logger.getToken.info(formatSuccess(scopes)), {
      token: response.accessToken,
      expiresOnTimestamp: response.expiresOn.getTime(),
      refreshAfterTimestamp: response.refreshOn?.getTime(),
      tokenType: response.tokenType
    };
  }
  async function getTokenByInteractiveRequest(scopes, options = {}) {
    msalLogger.getToken.info("Attempting to acquire token interactively");
    let app = await getPublicApp(options);
    return withSilentAuthentication(app, scopes, options, async () => {
      let interactiveRequest = createBaseInteractiveRequest(scopes, options);
      return state3.pluginConfiguration.broker.isEnabled ? getBrokeredTokenInternal(scopes, state3.pluginConfiguration.broker.useDefaultBrokerAccount ?? !1, options) : (options.proofOfPossessionOptions && (interactiveRequest.shrNonce = options.proofOfPossessionOptions.nonce, interactiveRequest.authenticationScheme = "pop", interactiveRequest.resourceRequestMethod = options.proofOfPossessionOptions.resourceRequestMethod, interactiveRequest.resourceRequestUri = options.proofOfPossessionOptions.resourceRequestUrl), app.acquireTokenInteractive(interactiveRequest));
    });
  }
  return {
    getActiveAccount,
    getBrokeredToken,
    getTokenByClientSecret,
    getTokenByClientAssertion,
    getTokenByClientCertificate,
    getTokenByDeviceCode,
    getTokenByUsernamePassword,
    getTokenByAuthorizationCode,
    getTokenOnBehalfOf,
    getTokenByInteractiveRequest
  };
}

// node_modules/@azure/identity/dist/esm/util/certificatesUtils.js
var import_crypto4 = require("crypto");
function extractPemCertificateKeys(pemContent) {
  let certificatePattern = /(-+BEGIN CERTIFICATE-+)(\n\r?|\r\n?)([A-Za-z0-9+/\n\r]+=*)(\n\r?|\r\n?)(-+END CERTIFICATE-+)/g, publicKeys = [], match;
  do
    match = certificatePattern.exec(pemContent), match && publicKeys.push(match[3]);
  while (match);
  if (publicKeys.length === 0)
    throw new Error("The file at the specified path does not contain a PEM-encoded certificate.");
  return publicKeys;
}
function canParseAsX509Certificate(pemCert) {
  try {
    let pemContents = extractPemCertificateKeys(pemCert);
    for (let i = 0; i < pemContents.length; i++) {
      let fullPemCertificate = `-----BEGIN CERTIFICATE-----
${pemContents[i]}
-----END CERTIFICATE-----`;
      new import_crypto4.X509Certificate(fullPemCertificate);
    }
    return !0;
  } catch {
    return !1;
  }
}

// node_modules/@azure/identity/dist/esm/credentials/clientCertificateCredential.js
var credentialName = "ClientCertificateCredential", logger8 = credentialLogger(credentialName);

// node_modules/@azure/identity/dist/esm/util/scopeUtils.js
function ensureScopes(scopes) {
  return Array.isArray(scopes) ? scopes : [scopes];
}

// node_modules/@azure/identity/dist/esm/credentials/clientSecretCredential.js
var logger9 = credentialLogger("ClientSecretCredential");

// node_modules/@azure/identity/dist/esm/credentials/usernamePasswordCredential.js
var logger10 = credentialLogger("UsernamePasswordCredential");

// node_modules/@azure/identity/dist/esm/credentials/environmentCredential.js
var credentialName2 = "EnvironmentCredential", logger11 = credentialLogger(credentialName2);

// node_modules/@azure/identity/dist/esm/credentials/managedIdentityCredential/imdsRetryPolicy.js
var DEFAULT_CLIENT_MAX_RETRY_INTERVAL2 = 1e3 * 64, MIN_DELAY_FOR_410_MS = 3e3;
function imdsRetryPolicy(msiRetryConfig) {
  return retryPolicy2([
    {
      name: "imdsRetryPolicy",
      retry: ({ retryCount, response }) => {
        if (response?.status !== 404 && response?.status !== 410)
          return { skipStrategy: !0 };
        let initialDelayMs = response?.status === 410 ? Math.max(MIN_DELAY_FOR_410_MS, msiRetryConfig.startDelayInMs) : msiRetryConfig.startDelayInMs;
        return calculateRetryDelay2(retryCount, {
          retryDelayInMs: initialDelayMs,
          maxRetryDelayInMs: DEFAULT_CLIENT_MAX_RETRY_INTERVAL2
        });
      }
    }
  ], {
    maxRetries: msiRetryConfig.maxRetries
  });
}

// node_modules/@azure/identity/dist/esm/credentials/managedIdentityCredential/imdsMsi.js
var msiName = "ManagedIdentityCredential - IMDS", logger12 = credentialLogger(msiName), imdsHost = "http://169.254.169.254", imdsEndpointPath = "/metadata/identity/oauth2/token";
function prepareInvalidRequestOptions(scopes) {
  if (!mapScopesToResource(scopes))
    throw new Error(`${msiName}: Multiple scopes are not supported.`);
  let url = new URL(imdsEndpointPath, process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST ?? imdsHost), rawHeaders = {
    Accept: "application/json"
    // intentionally leave out the Metadata header to invoke an error from IMDS endpoint.
  };
  return {
    // intentionally not including any query
    url: `${url}`,
    method: "GET",
    headers: createHttpHeaders2(rawHeaders)
  };
}
var imdsMsi = {
  name: "imdsMsi",
  async isAvailable(options) {
    let { scopes, identityClient, getTokenOptions } = options, resource = mapScopesToResource(scopes);
    if (!resource)
      return logger12.info(`${msiName}: Unavailable. Multiple scopes are not supported.`), !1;
    if (process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST)
      return !0;
    if (!identityClient)
      throw new Error("Missing IdentityClient");
    let requestOptions = prepareInvalidRequestOptions(resource);
    return tracingClient.withSpan("ManagedIdentityCredential-pingImdsEndpoint", getTokenOptions ?? {}, async (updatedOptions) => {
      requestOptions.tracingOptions = updatedOptions.tracingOptions;
      let request = createPipelineRequest2(requestOptions);
      request.timeout = updatedOptions.requestOptions?.timeout || 1e3, request.allowInsecureConnection = !0;
      let response;
      try {
        logger12.info(`${msiName}: Pinging the Azure IMDS endpoint`), response = await identityClient.sendRequest(request);
      } catch (err) {
        return isError2(err) && logger12.verbose(`${msiName}: Caught error ${err.name}: ${err.message}`), logger12.info(`${msiName}: The Azure IMDS endpoint is unavailable`), !1;
      }
      return response.status === 403 && response.bodyAsText?.includes("unreachable") ? (logger12.info(`${msiName}: The Azure IMDS endpoint is unavailable`), logger12.info(`${msiName}: ${response.bodyAsText}`), !1) : (logger12.info(`${msiName}: The Azure IMDS endpoint is available`), !0);
    });
  }
};

// node_modules/@azure/identity/dist/esm/credentials/clientAssertionCredential.js
var logger13 = credentialLogger("ClientAssertionCredential"), ClientAssertionCredential = class {
  msalClient;
  tenantId;
  additionallyAllowedTenantIds;
  getAssertion;
  options;
  constructor(tenantId, clientId, getAssertion, options = {}) {
    if (!tenantId)
      throw new CredentialUnavailableError("ClientAssertionCredential: tenantId is a required parameter.");
    if (!clientId)
      throw new CredentialUnavailableError("ClientAssertionCredential: clientId is a required parameter.");
    if (!getAssertion)
      throw new CredentialUnavailableError("ClientAssertionCredential: clientAssertion is a required parameter.");
    this.tenantId = tenantId, this.additionallyAllowedTenantIds = resolveAdditionallyAllowedTenantIds(options?.additionallyAllowedTenants), this.options = options, this.getAssertion = getAssertion, this.msalClient = createMsalClient(clientId, tenantId, {
      ...this.options,
      logger: logger13
    });
  }
  async getToken(scopes, options = {}) {
    return tracingClient.withSpan(`${this.constructor.name}.getToken`, options, async (newOptions) => {
      newOptions.tenantId = processMultiTenantRequest(this.tenantId, newOptions, this.additionallyAllowedTenantIds, logger13);
      let arrayScopes = Array.isArray(scopes) ? scopes : [scopes];
      return this.msalClient.getTokenByClientAssertion(arrayScopes, this.getAssertion, newOptions);
    });
  }
};

// node_modules/@azure/identity/dist/esm/credentials/workloadIdentityCredential.js
var import_promises = require("node:fs/promises");
var import_node_fs = require("node:fs"), credentialName3 = "WorkloadIdentityCredential", SupportedWorkloadEnvironmentVariables = [
  "AZURE_TENANT_ID",
  "AZURE_CLIENT_ID",
  "AZURE_FEDERATED_TOKEN_FILE"
], logger14 = credentialLogger(credentialName3), ErrorMessages = {
  FAILED_TO_PARSE_TOKEN_PROXY: (endpoint, error) => `Failed to parse custom token proxy URL "${endpoint}": ${error}`,
  INVALID_HTTPS_SCHEME: (protocol) => `Custom token endpoint must use https scheme, got "${protocol}"`,
  TOKEN_ENDPOINT_NO_USER_INFO: (url) => `Custom token endpoint URL "${url}" must not contain user info`,
  TOKEN_ENDPOINT_NO_QUERY: (url) => `Custom token endpoint URL "${url}" must not contain a query`,
  TOKEN_ENDPOINT_NO_FRAGMENT: (url) => `Custom token endpoint URL "${url}" must not contain a fragment`,
  CA_FILE_EMPTY: (file) => `CA certificate file is empty: ${file}`,
  FAILED_TO_READ_CA_FILE: (file, error) => `Failed to read CA certificate file: ${file}. ${error}`,
  INVALID_CA_CERTIFICATES: "Invalid CA certificate data: no valid PEM certificates found",
  INVALID_FILE_PATH: (path2) => `Invalid file path provided ${path2}.`,
  NO_FILE_CONTENT: (path2) => `No content on the file ${path2}.`,
  NO_CA_SOURCE: "No CA certificate source specified.",
  CLIENT_ID_REQUIRED: `clientId is a required parameter. In DefaultAzureCredential and ManagedIdentityCredential, this can be provided as an environment variable - "AZURE_CLIENT_ID".
        See the troubleshooting guide for more information: https://aka.ms/azsdk/js/identity/workloadidentitycredential/troubleshoot`,
  TENANT_ID_REQUIRED: `tenantId is a required parameter. In DefaultAzureCredential and ManagedIdentityCredential, this can be provided as an environment variable - "AZURE_TENANT_ID".
        See the troubleshooting guide for more information: https://aka.ms/azsdk/js/identity/workloadidentitycredential/troubleshoot`,
  TOKEN_FILE_PATH_REQUIRED: `federatedTokenFilePath is a required parameter. In DefaultAzureCredential and ManagedIdentityCredential, this can be provided as an environment variable - "AZURE_FEDERATED_TOKEN_FILE".
        See the troubleshooting guide for more information: https://aka.ms/azsdk/js/identity/workloadidentitycredential/troubleshoot`,
  TOKEN_PROXY_NOT_SET: "AZURE_KUBERNETES_TOKEN_PROXY is not set but other custom endpoint-related environment variables are present",
  CA_FILE_AND_DATA_EXCLUSIVE: "AZURE_KUBERNETES_CA_FILE and AZURE_KUBERNETES_CA_DATA are mutually exclusive. Specify only one.",
  MISSING_ENV_VARS: `tenantId, clientId, and federatedTokenFilePath are required parameters. 
      In DefaultAzureCredential and ManagedIdentityCredential, these can be provided as environment variables - 
      "AZURE_TENANT_ID",
      "AZURE_CLIENT_ID",
      "AZURE_FEDERATED_TOKEN_FILE". See the troubleshooting guide for more information: https://aka.ms/azsdk/js/identity/workloadidentitycredential/troubleshoot`
};
function parseAndValidateCustomTokenProxy(endpoint) {
  let tokenProxy;
  try {
    tokenProxy = new URL(endpoint);
  } catch (error) {
    throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.FAILED_TO_PARSE_TOKEN_PROXY(endpoint, error)}`);
  }
  if (tokenProxy.protocol !== "https:")
    throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.INVALID_HTTPS_SCHEME(tokenProxy.protocol)}`);
  if (tokenProxy.username || tokenProxy.password)
    throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.TOKEN_ENDPOINT_NO_USER_INFO(tokenProxy.toString())}`);
  if (tokenProxy.search)
    throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.TOKEN_ENDPOINT_NO_QUERY(tokenProxy.toString())}`);
  if (tokenProxy.hash)
    throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.TOKEN_ENDPOINT_NO_FRAGMENT(tokenProxy.toString())}`);
  return (!tokenProxy.pathname || tokenProxy.pathname === "") && (tokenProxy.pathname = "/"), tokenProxy.toString();
}
var WorkloadIdentityCredential = class {
  client;
  azureFederatedTokenFileContent = void 0;
  cacheDate = void 0;
  federatedTokenFilePath;
  // AKS proxy CA caching - persists across token requests
  cachedTlsSettings;
  cachedCaData;
  caData;
  caFile;
  sniName;
  constructor(options) {
    let assignedEnv = processEnvVars(SupportedWorkloadEnvironmentVariables).assigned.join(", ");
    logger14.info(`Found the following environment variables: ${assignedEnv}`);
    let workloadIdentityCredentialOptions = options ?? {}, tenantId = workloadIdentityCredentialOptions.tenantId || process.env.AZURE_TENANT_ID, clientId = workloadIdentityCredentialOptions.clientId || process.env.AZURE_CLIENT_ID;
    if (this.federatedTokenFilePath = workloadIdentityCredentialOptions.tokenFilePath || process.env.AZURE_FEDERATED_TOKEN_FILE, tenantId && checkTenantId(logger14, tenantId), !clientId)
      throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.CLIENT_ID_REQUIRED}`);
    if (!tenantId)
      throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.TENANT_ID_REQUIRED}`);
    if (!this.federatedTokenFilePath)
      throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.TOKEN_FILE_PATH_REQUIRED}`);
    if (workloadIdentityCredentialOptions.enableAzureProxy) {
      let kubernetesTokenProxy = process.env.AZURE_KUBERNETES_TOKEN_PROXY, kubernetesSNIName = process.env.AZURE_KUBERNETES_SNI_NAME, kubernetesCAFile = process.env.AZURE_KUBERNETES_CA_FILE, kubernetesCAData = process.env.AZURE_KUBERNETES_CA_DATA;
      if (kubernetesTokenProxy) {
        let tokenProxy = parseAndValidateCustomTokenProxy(kubernetesTokenProxy);
        if (kubernetesCAFile && kubernetesCAData)
          throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.CA_FILE_AND_DATA_EXCLUSIVE}`);
        this.caData = kubernetesCAData, this.caFile = kubernetesCAFile, this.sniName = kubernetesSNIName;
        let proxyClient = this.createAksProxyClient(tokenProxy);
        workloadIdentityCredentialOptions.httpClient = proxyClient, logger14.info(`${credentialName3}: Using proxy client for token requests`);
      } else {
        if (kubernetesSNIName || kubernetesCAFile || kubernetesCAData)
          throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.TOKEN_PROXY_NOT_SET}`);
        logger14.info("enableAzureProxy is true but AZURE_KUBERNETES_TOKEN_PROXY is not set, using normal authentication flow");
      }
    }
    logger14.info(`Invoking ClientAssertionCredential with tenant ID: ${tenantId}, clientId: ${workloadIdentityCredentialOptions.clientId} and federated token path: [REDACTED]`), this.client = new ClientAssertionCredential(tenantId, clientId, this.readFileContents.bind(this), workloadIdentityCredentialOptions);
  }
  createAksProxyClient(tokenEndpoint) {
    let defaultClient = createDefaultHttpClient2();
    return this.cachedTlsSettings = this.getTlsSettings(), {
      sendRequest: async (request) => {
        let requestUrl = new URL(request.url);
        logger14.info(`${credentialName3}: Redirecting request to Kubernetes endpoint: ${tokenEndpoint}`);
        let proxyUrl = new URL(tokenEndpoint), requestPath = requestUrl.pathname.replace(/^\//, ""), combinedPath = proxyUrl.pathname.endsWith("/") ? proxyUrl.pathname + requestPath : proxyUrl.pathname + "/" + requestPath, newUrl = new URL(proxyUrl.origin);
        return newUrl.pathname = combinedPath, newUrl.search = requestUrl.search, newUrl.hash = requestUrl.hash, request.url = newUrl.toString(), request.tlsSettings = this.getTlsSettings(), logger14.info(`${credentialName3}: Sending request to ${request.url}`), defaultClient.sendRequest(request);
      }
    };
  }
  getTlsSettings() {
    if (!this.caData && !this.caFile)
      return this.cachedTlsSettings || (this.cachedTlsSettings = this.sniName ? { servername: this.sniName } : {}), this.cachedTlsSettings;
    if (!this.caFile) {
      if (!this.cachedTlsSettings) {
        if (!canParseAsX509Certificate(this.caData))
          throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.INVALID_CA_CERTIFICATES}`);
        this.cachedTlsSettings = this.sniName ? { servername: this.sniName } : {}, this.cachedTlsSettings.ca = this.caData;
      }
      return this.cachedTlsSettings;
    }
    let fileContent;
    try {
      fileContent = (0, import_node_fs.readFileSync)(this.caFile);
    } catch (error) {
      throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.FAILED_TO_READ_CA_FILE(this.caFile, error)}`);
    }
    if (fileContent.length === 0) {
      if (!this.cachedTlsSettings)
        throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.CA_FILE_EMPTY(this.caFile)}`);
      return this.cachedTlsSettings;
    }
    if (!this.cachedCaData || !fileContent.equals(this.cachedCaData)) {
      let caDataString = fileContent.toString("utf8");
      if (!canParseAsX509Certificate(caDataString))
        throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.INVALID_CA_CERTIFICATES}`);
      this.cachedTlsSettings = {
        ca: caDataString,
        ...this.sniName && { servername: this.sniName }
      }, this.cachedCaData = fileContent;
    }
    return this.cachedTlsSettings;
  }
  async getToken(scopes, options) {
    if (!this.client) {
      let errorMessage = `${credentialName3}: is unavailable. ${ErrorMessages.MISSING_ENV_VARS}`;
      throw logger14.info(errorMessage), new CredentialUnavailableError(errorMessage);
    }
    return logger14.info("Invoking getToken() of Client Assertion Credential"), this.client.getToken(scopes, options);
  }
  async readFileContents() {
    if (this.cacheDate !== void 0 && Date.now() - this.cacheDate >= 1e3 * 60 * 5 && (this.azureFederatedTokenFileContent = void 0), !this.federatedTokenFilePath)
      throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.INVALID_FILE_PATH(this.federatedTokenFilePath)}`);
    if (!this.azureFederatedTokenFileContent) {
      let value = (await (0, import_promises.readFile)(this.federatedTokenFilePath, "utf8")).trim();
      if (value)
        this.azureFederatedTokenFileContent = value, this.cacheDate = Date.now();
      else
        throw new CredentialUnavailableError(`${credentialName3}: is unavailable. ${ErrorMessages.NO_FILE_CONTENT(this.federatedTokenFilePath)}`);
    }
    return this.azureFederatedTokenFileContent;
  }
};

// node_modules/@azure/identity/dist/esm/credentials/managedIdentityCredential/tokenExchangeMsi.js
var msiName2 = "ManagedIdentityCredential - Token Exchange", logger15 = credentialLogger(msiName2), tokenExchangeMsi = {
  name: "tokenExchangeMsi",
  async isAvailable(clientId) {
    let env = process.env, result = !!((clientId || env.AZURE_CLIENT_ID) && env.AZURE_TENANT_ID && process.env.AZURE_FEDERATED_TOKEN_FILE);
    return result || logger15.info(`${msiName2}: Unavailable. The environment variables needed are: AZURE_CLIENT_ID (or the client ID sent through the parameters), AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE`), result;
  },
  async getToken(configuration, getTokenOptions = {}) {
    let { scopes, clientId } = configuration, identityClientTokenCredentialOptions = {};
    return new WorkloadIdentityCredential({
      clientId,
      tenantId: process.env.AZURE_TENANT_ID,
      tokenFilePath: process.env.AZURE_FEDERATED_TOKEN_FILE,
      ...identityClientTokenCredentialOptions,
      disableInstanceDiscovery: !0
    }).getToken(scopes, getTokenOptions);
  }
};

// node_modules/@azure/identity/dist/esm/credentials/managedIdentityCredential/index.js
var logger16 = credentialLogger("ManagedIdentityCredential"), ManagedIdentityCredential = class {
  managedIdentityApp;
  identityClient;
  clientId;
  resourceId;
  objectId;
  msiRetryConfig = {
    maxRetries: 5,
    startDelayInMs: 800,
    intervalIncrement: 2
  };
  isAvailableIdentityClient;
  sendProbeRequest;
  constructor(clientIdOrOptions, options) {
    let _options;
    typeof clientIdOrOptions == "string" ? (this.clientId = clientIdOrOptions, _options = options ?? {}) : (this.clientId = clientIdOrOptions?.clientId, _options = clientIdOrOptions ?? {}), this.resourceId = _options?.resourceId, this.objectId = _options?.objectId, this.sendProbeRequest = _options?.sendProbeRequest ?? !1;
    let providedIds = [
      { key: "clientId", value: this.clientId },
      { key: "resourceId", value: this.resourceId },
      { key: "objectId", value: this.objectId }
    ].filter((id) => id.value);
    if (providedIds.length > 1)
      throw new Error(`ManagedIdentityCredential: only one of 'clientId', 'resourceId', or 'objectId' can be provided. Received values: ${JSON.stringify({ clientId: this.clientId, resourceId: this.resourceId, objectId: this.objectId })}`);
    _options.allowInsecureConnection = !0, _options.retryOptions?.maxRetries !== void 0 && (this.msiRetryConfig.maxRetries = _options.retryOptions.maxRetries), this.identityClient = new IdentityClient({
      ..._options,
      additionalPolicies: [{ policy: imdsRetryPolicy(this.msiRetryConfig), position: "perCall" }]
    }), this.managedIdentityApp = new ManagedIdentityApplication({
      managedIdentityIdParams: {
        userAssignedClientId: this.clientId,
        userAssignedResourceId: this.resourceId,
        userAssignedObjectId: this.objectId
      },
      system: {
        disableInternalRetries: !0,
        networkClient: this.identityClient,
        loggerOptions: {
          logLevel: getMSALLogLevel(getLogLevel2()),
          piiLoggingEnabled: _options.loggingOptions?.enableUnsafeSupportLogging,
          loggerCallback: defaultLoggerCallback(logger16)
        }
      }
    }), this.isAvailableIdentityClient = new IdentityClient({
      ..._options,
      retryOptions: {
        maxRetries: 0
      }
    });
    let managedIdentitySource = this.managedIdentityApp.getManagedIdentitySource();
    if (managedIdentitySource === "CloudShell" && (this.clientId || this.resourceId || this.objectId))
      throw logger16.warning(`CloudShell MSI detected with user-provided IDs - throwing. Received values: ${JSON.stringify({
        clientId: this.clientId,
        resourceId: this.resourceId,
        objectId: this.objectId
      })}.`), new CredentialUnavailableError("ManagedIdentityCredential: Specifying a user-assigned managed identity is not supported for CloudShell at runtime. When using Managed Identity in CloudShell, omit the clientId, resourceId, and objectId parameters.");
    if (managedIdentitySource === "ServiceFabric" && (this.clientId || this.resourceId || this.objectId))
      throw logger16.warning(`Service Fabric detected with user-provided IDs - throwing. Received values: ${JSON.stringify({
        clientId: this.clientId,
        resourceId: this.resourceId,
        objectId: this.objectId
      })}.`), new CredentialUnavailableError(`ManagedIdentityCredential: ${serviceFabricErrorMessage}`);
    if (logger16.info(`Using ${managedIdentitySource} managed identity.`), providedIds.length === 1) {
      let { key, value } = providedIds[0];
      logger16.info(`${managedIdentitySource} with ${key}: ${value}`);
    }
  }
  async getToken(scopes, options = {}) {
    logger16.getToken.info("Using the MSAL provider for Managed Identity.");
    let resource = mapScopesToResource(scopes);
    if (!resource)
      throw new CredentialUnavailableError(`ManagedIdentityCredential: Multiple scopes are not supported. Scopes: ${JSON.stringify(scopes)}`);
    return tracingClient.withSpan("ManagedIdentityCredential.getToken", options, async () => {
      try {
        let isTokenExchangeMsi = await tokenExchangeMsi.isAvailable(this.clientId), identitySource = this.managedIdentityApp.getManagedIdentitySource(), isImdsMsi = identitySource === "DefaultToImds" || identitySource === "Imds";
        if (logger16.getToken.info(`MSAL Identity source: ${identitySource}`), isTokenExchangeMsi) {
          logger16.getToken.info("Using the token exchange managed identity.");
          let result = await tokenExchangeMsi.getToken({
            scopes,
            clientId: this.clientId,
            identityClient: this.identityClient,
            retryConfig: this.msiRetryConfig,
            resourceId: this.resourceId
          });
          if (result === null)
            throw new CredentialUnavailableError("Attempted to use the token exchange managed identity, but received a null response.");
          return result;
        } else if (isImdsMsi && this.sendProbeRequest && (logger16.getToken.info("Using the IMDS endpoint to probe for availability."), !await imdsMsi.isAvailable({
          scopes,
          clientId: this.clientId,
          getTokenOptions: options,
          identityClient: this.isAvailableIdentityClient,
          resourceId: this.resourceId
        })))
          throw new CredentialUnavailableError("Attempted to use the IMDS endpoint, but it is not available.");
        logger16.getToken.info("Calling into MSAL for managed identity token.");
        let token = await this.managedIdentityApp.acquireToken({
          resource
        });
        return this.ensureValidMsalToken(scopes, token, options), logger16.getToken.info(formatSuccess(scopes)), {
          expiresOnTimestamp: token.expiresOn.getTime(),
          token: token.accessToken,
          refreshAfterTimestamp: token.refreshOn?.getTime(),
          tokenType: "Bearer"
        };
      } catch (err) {
        throw logger16.getToken.error(formatError(scopes, err)), err.name === "AuthenticationRequiredError" ? err : isNetworkError(err) ? new CredentialUnavailableError(`ManagedIdentityCredential: Network unreachable. Message: ${err.message}`, { cause: err }) : new CredentialUnavailableError(`ManagedIdentityCredential: Authentication failed. Message ${err.message}`, { cause: err });
      }
    });
  }
  ensureValidMsalToken(scopes, msalToken, getTokenOptions) {
    let createError = (message) => (logger16.getToken.info(message), new AuthenticationRequiredError({
      scopes: Array.isArray(scopes) ? scopes : [scopes],
      getTokenOptions,
      message
    }));
    if (!msalToken)
      throw createError("No response.");
    if (!msalToken.expiresOn)
      throw createError('Response had no "expiresOn" property.');
    if (!msalToken.accessToken)
      throw createError('Response had no "accessToken" property.');
  }
};
function isNetworkError(err) {
  return !!(err.errorCode === "network_error" || err.code === "ENETUNREACH" || err.code === "EHOSTUNREACH" || (err.statusCode === 403 || err.code === 403) && err.message.includes("unreachable"));
}

// node_modules/@azure/core-process/dist/esm/process.js
var commonOptionNames = ["gid", "killSignal", "timeout", "uid", "windowsHide"], spawnOptionNames = [
  ...commonOptionNames,
  "argv0",
  "detached",
  "serialization",
  "signal",
  "stdio"
], spawnSyncOptionNames = [
  ...commonOptionNames,
  "argv0",
  "encoding",
  "input",
  "maxBuffer",
  "stdio"
], execFileOptionNames = [...commonOptionNames, "encoding", "maxBuffer", "signal"];

// node_modules/@azure/identity/dist/esm/credentials/azureDeveloperCliCredential.js
var logger17 = credentialLogger("AzureDeveloperCliCredential");

// node_modules/@azure/identity/dist/esm/credentials/azureCliCredential.js
var logger18 = credentialLogger("AzureCliCredential");

// node_modules/@azure/identity/dist/esm/credentials/azurePowerShellCredential.js
var logger19 = credentialLogger("AzurePowerShellCredential"), isWindows = process.platform === "win32", powerShellResourceEnvironmentVariable = "AZURE_IDENTITY_POWERSHELL_RESOURCE", powerShellTenantEnvironmentVariable = "AZURE_IDENTITY_POWERSHELL_TENANT_ID", powerShellPrivateEnvironmentVariables = new Set([powerShellResourceEnvironmentVariable, powerShellTenantEnvironmentVariable].map((name3) => name3.toLowerCase()));
function formatCommand(commandName) {
  return isWindows ? `${commandName}.exe` : commandName;
}
var commandStack = [formatCommand("pwsh")];
isWindows && commandStack.push(formatCommand("powershell"));

// node_modules/@azure/identity/dist/esm/credentials/visualStudioCodeCredential.js
var logger20 = credentialLogger("VisualStudioCodeCredential");

// node_modules/@azure/identity/dist/esm/credentials/brokerCredential.js
var logger21 = credentialLogger("BrokerCredential");

// node_modules/@azure/identity/dist/esm/credentials/defaultAzureCredential.js
var logger22 = credentialLogger("DefaultAzureCredential");

// node_modules/@azure/identity/dist/esm/credentials/interactiveBrowserCredential.js
var logger23 = credentialLogger("InteractiveBrowserCredential");

// node_modules/@azure/identity/dist/esm/credentials/deviceCodeCredential.js
var logger24 = credentialLogger("DeviceCodeCredential");
function defaultDeviceCodePromptCallback(deviceCodeInfo) {
  console.log(deviceCodeInfo.message);
}
var DeviceCodeCredential = class {
  tenantId;
  additionallyAllowedTenantIds;
  disableAutomaticAuthentication;
  msalClient;
  userPromptCallback;
  constructor(options) {
    this.tenantId = options?.tenantId, this.additionallyAllowedTenantIds = resolveAdditionallyAllowedTenantIds(options?.additionallyAllowedTenants);
    let clientId = options?.clientId ?? DeveloperSignOnClientId, tenantId = resolveTenantId(logger24, options?.tenantId, clientId);
    this.userPromptCallback = options?.userPromptCallback ?? defaultDeviceCodePromptCallback, this.msalClient = createMsalClient(clientId, tenantId, {
      ...options,
      logger: logger24
    }), this.disableAutomaticAuthentication = options?.disableAutomaticAuthentication;
  }
  async getToken(scopes, options = {}) {
    return tracingClient.withSpan(`${this.constructor.name}.getToken`, options, async (newOptions) => {
      newOptions.tenantId = processMultiTenantRequest(this.tenantId, newOptions, this.additionallyAllowedTenantIds, logger24);
      let arrayScopes = ensureScopes(scopes);
      return this.msalClient.getTokenByDeviceCode(arrayScopes, this.userPromptCallback, {
        ...newOptions,
        disableAutomaticAuthentication: this.disableAutomaticAuthentication
      });
    });
  }
  async authenticate(scopes, options = {}) {
    return tracingClient.withSpan(`${this.constructor.name}.authenticate`, options, async (newOptions) => {
      let arrayScopes = Array.isArray(scopes) ? scopes : [scopes];
      return await this.msalClient.getTokenByDeviceCode(arrayScopes, this.userPromptCallback, {
        ...newOptions,
        disableAutomaticAuthentication: !1
        // this method should always allow user interaction
      }), this.msalClient.getActiveAccount();
    });
  }
};

// node_modules/@azure/identity/dist/esm/credentials/azurePipelinesCredential.js
var credentialName4 = "AzurePipelinesCredential", logger25 = credentialLogger(credentialName4);

// node_modules/@azure/identity/dist/esm/credentials/authorizationCodeCredential.js
var logger26 = credentialLogger("AuthorizationCodeCredential");

// node_modules/@azure/identity/dist/esm/credentials/onBehalfOfCredential.js
var credentialName5 = "OnBehalfOfCredential", logger27 = credentialLogger(credentialName5);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  ClientAssertionCredential,
  DeviceCodeCredential,
  ManagedIdentityCredential,
  ResourceGraphClient,
  RestError,
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  proxyPolicy
});
