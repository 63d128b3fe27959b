import type { NotApplicableReason } from '../model.ts'
import type { UnreadableRecord } from './records.ts'
import type { Unnamed } from './resource.ts'

/** Something that a check judges. */
export interface Subject {
  id: string
  name: string
  /** why it cannot be judged, null when it can */
  unreadable: UnreadableRecord | null
  /** it should have been named, and is not */
  unnamed?: Unnamed
}

/** What a check looks at in a workspace, and why that may be nothing. */
export interface Subjects<S extends Subject = Subject> {
  all: S[]
  none: NotApplicableReason
}
