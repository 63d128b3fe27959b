/** An error of Octokit; those without a status are not about an HTTP answer. */
export interface Failure {
  status?: number
  message: string
  /** of GraphQL */
  errors?: { type?: string }[]
  request?: { method: string }
  response?: { headers?: Record<string, string | number | undefined> }
}

/** Whatever was thrown where GitHub was asked. */
export function failureFrom(error: unknown): Failure {
  return error instanceof Error ? error : { message: String(error) }
}
