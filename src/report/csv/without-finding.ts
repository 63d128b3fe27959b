import type { NotApplicableReason, Others, Status } from '../../model.ts'

/** What is said of a check in a workspace where it found nothing to judge. */
export interface WithoutFinding {
  check: string
  status: Status
  reason: NotApplicableReason | ''
  message: string
}

const nothing: Record<NotApplicableReason, string> = {
  'not-used': 'Nothing to judge: the workspace does not use it.',
  inherited: 'Nothing to judge: it is inherited from the hub.',
  absent: 'Nothing to judge: the resource is gone, which its exists check says.',
  disabled: 'Not asked: the config file disables it, or does not enable it.',
}

/** One for each check and status. */
export function withoutFinding({ 'not-applicable': inapplicable, attested, manual }: Others): WithoutFinding[] {
  const all = (checks: string[], rest: Omit<WithoutFinding, 'check'>) => checks.map((check) => ({ check, ...rest }))
  return [
    ...Object.entries(nothing).flatMap(([reason, message]) =>
      all(inapplicable[reason as NotApplicableReason], {
        status: 'not-applicable',
        reason: reason as NotApplicableReason,
        message,
      }),
    ),
    ...all(attested, {
      status: 'attested',
      reason: '',
      message: 'Guaranteed by the platform: there is nothing to read.',
    }),
    ...all(manual, { status: 'manual', reason: '', message: 'For people to judge: no configuration shows it.' }),
  ]
}
