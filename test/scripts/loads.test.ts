import { expect, it } from 'vitest'
import { loadedOnce } from '../../scripts/loads.ts'

it.each<[string, string, string]>([
  [
    'a file that is loaded twice',
    'var import_text = require("./shared.js");\n(0, import_text.oneLine)("a");\nvar import_text2 = require("./shared.js");\n(0, import_text2.oneLine)("b");\n',
    'var import_text = require("./shared.js");\n(0, import_text.oneLine)("a");\n(0, import_text.oneLine)("b");\n',
  ],
  [
    'two files',
    'var import_text = require("./shared.js");\nvar import_run = require("./run.js");\nimport_run.go;\n',
    'var import_text = require("./shared.js");\nvar import_run = require("./run.js");\nimport_run.go;\n',
  ],
  [
    'a name that begins like another one',
    'var import_a = require("./a.js");\nvar import_a1 = require("./a.js");\nimport_a12; import_a1;\n',
    'var import_a = require("./a.js");\nimport_a12; import_a;\n',
  ],
  [
    'what Node.js has, and what is loaded later',
    'var import_fs = require("node:fs");\nvar import_fs2 = require("node:fs");\nfunction f() {\n  var import_b = require("./b.js");\n}\n',
    'var import_fs = require("node:fs");\nvar import_fs2 = require("node:fs");\nfunction f() {\n  var import_b = require("./b.js");\n}\n',
  ],
])('%s', (_name, code, expected) => {
  expect(loadedOnce(code)).toBe(expected)
})
