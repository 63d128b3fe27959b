import { dateOfDay, dayNumber } from '../../calendar.ts'
import { count } from '../../text.ts'
import type { Day } from '../history.ts'
import { longDate, shortDate } from '../view/dates.ts'

/** Both plots, from left to right, and each from top to bottom. */
export const plot = { left: 56, right: 560, failed: { top: 64, bottom: 204 }, read: { top: 262, bottom: 308 } }

export interface Scale {
  first: number
  last: number
  /** pixels a day */
  step: number
  /** checks at the top of the plot, and between two lines */
  most: number
  every: number
}

/** @param days at least one, oldest first */
export function scaleOf(days: Day[]): Scale {
  const first = dayNumber((days[0] as Day).date)
  const last = dayNumber((days.at(-1) as Day).date)
  const highest = Math.max(...days.map(({ high, medium, low }) => high + medium + low))
  const every = roundStep(highest / 4)
  const most = Math.max(1, Math.ceil(highest / every)) * every
  return { first, last, step: (plot.right - plot.left) / (last - first + 1), every, most }
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return ([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power
}

/** The middle of a day. */
export function xOf(date: string, scale: Scale): number {
  return xOfDay(dayNumber(date), scale)
}

function xOfDay(day: number, { first, step }: Scale): number {
  return round(plot.left + (day - first + 0.5) * step)
}

export function yOf(checks: number, { most }: Scale): number {
  const { top, bottom } = plot.failed
  return round(bottom - (checks / most) * (bottom - top))
}

export function percentY(percent: number): number {
  const { top, bottom } = plot.read
  return round(bottom - (percent / 100) * (bottom - top))
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

export function countAxis(scale: Scale): string[] {
  const values = Array.from({ length: scale.most / scale.every + 1 }, (_, index) => index * scale.every)
  const label = (value: number) =>
    value < 10_000 ? count(value) : value.toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 })
  return values.map((value) => gridLine(yOf(value, scale), label(value), value === 0))
}

export function percentAxis(): string[] {
  return [0, 50, 100].map((percent) => gridLine(percentY(percent), `${percent} %`, percent === 0))
}

function gridLine(y: number, label: string, isAxis: boolean): string {
  const { left, right } = plot
  return `<path class="${isAxis ? 'axis' : 'grid'}" d="M${left} ${y}H${right}"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`
}

/** Every day of a week; of more, five dates about evenly apart, from the first day to the last. */
export function dateAxis(scale: Scale): string[] {
  const { first, last } = scale
  const between = last - first <= 7 ? last - first : 4
  const days = Array.from({ length: between + 1 }, (_, index) =>
    Math.round(between === 0 ? first : first + ((last - first) * index) / between),
  )
  const label = dateOfDay(first).slice(0, 4) === dateOfDay(last).slice(0, 4) ? shortDate : longDate
  const y = plot.read.bottom
  return days.map((day) => {
    const x = xOfDay(day, scale)
    return `<path class="axis" d="M${x} ${y}v4"/><text x="${x}" y="${y + 19}" text-anchor="middle">${label(dateOfDay(day))}</text>`
  })
}
