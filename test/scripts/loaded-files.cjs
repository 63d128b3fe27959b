const { basename } = require('node:path')

process.on('exit', () => {
  process.stderr.write(`loaded: ${Object.keys(require.cache).map((file) => basename(file))}\n`)
  process.stderr.write(`of Node.js: ${process.moduleLoadList.map((name) => name.replace('NativeModule ', ''))}\n`)
})
