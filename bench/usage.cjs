process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write(
    `peak memory: ${maxRSS} KB, processor time: ${Math.round((userCPUTime + systemCPUTime) / 1000)} ms\n`,
  )
})
