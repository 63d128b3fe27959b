import type { Profile, Severity, Waiver } from '../model.ts'

/** Who is judged by which profile. */
export interface ProfileRule {
  /** names or resource ids, `*` stands for any characters; empty: whatever it is called */
  workspaces: string[]
  /** that it must have, all of them */
  tags: Record<string, string>
  profile: Profile
}

export interface ConfigWaiver extends Waiver {
  /** a check id or `system/*` */
  check: string
  /** a name or resource id, `*` stands for any characters; absent: every one */
  workspace?: string
  resource?: string
  /** of the config file, where it ends */
  lastLine: number
}

export interface Thresholds {
  keyMinimumBits: number
  keyMaximumAgeDays: number
  /** null when nobody asks */
  keyMaximumValidityDays: number | null
  keyExpiryWarningDays: number
  jobsPerWorkspace: number
}

/** What the config file says. `check` is a check id or `system/*`. */
export interface Config {
  /** the first that matches wins */
  profiles: ProfileRule[]
  severity: { check: string; severity: Severity }[]
  disable: { check: string; reason: string }[]
  /** ids of checks that are off unless asked for */
  enable: string[]
  waivers: ConfigWaiver[]
  thresholds: Thresholds
  /** patterns of names that jobs must not have */
  jobNames: string[]
}

/** What holds where there is no config file. */
export const noConfig: Config = {
  profiles: [],
  severity: [],
  disable: [],
  enable: [],
  waivers: [],
  thresholds: {
    keyMinimumBits: 2048,
    keyMaximumAgeDays: 730,
    keyMaximumValidityDays: null,
    keyExpiryWarningDays: 30,
    jobsPerWorkspace: 1000,
  },
  jobNames: [],
}
