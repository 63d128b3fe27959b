const { basename } = require('node:path')

process.on('exit', () => {
  process.stderr.write(`loaded: ${Object.keys(require.cache).map((file) => basename(file))}\n`)
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write(
    `peak memory: ${maxRSS} KB, processor time: ${Math.round((userCPUTime + systemCPUTime) / 1000)} ms\n`,
  )
})
