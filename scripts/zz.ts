import { needs } from './needs.ts'

console.time('t')
for (const { action, checks, blind, vague, greener } of await needs())
  if (blind || vague || greener.length || !checks.length)
    console.log(action, blind, vague, checks.length, checks.slice(0, 6).join(' '), greener.slice(0, 3))
console.timeEnd('t')
