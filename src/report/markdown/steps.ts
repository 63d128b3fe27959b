import type { Finding } from '../../model.ts'
import { fence, text } from '../view/escape.ts'
import type { Labels } from '../view/labels.ts'
import { mergedSteps } from '../view/steps.ts'

/**
 * How to fix findings, as Markdown. What is to be done alike about different resources is said once, with all their names
 * and the commands of all in one block.
 *
 * @param most commands for more resources are only counted
 */
export function stepsOf(findings: Pick<Finding, 'resource' | 'steps'>[], labels: Labels, most: number): string {
  return mergedSteps(findings, labels, most)
    .map(({ kind, text: step }) => (kind === 'instruction' ? text(step, 1500) : fence(step, 'sh')))
    .join('\n\n')
}
