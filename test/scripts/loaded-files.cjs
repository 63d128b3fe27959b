const { basename } = require('node:path')

process.on('exit', () => process.stderr.write(`loaded: ${Object.keys(require.cache).map((file) => basename(file))}\n`))
