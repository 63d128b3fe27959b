/** An error of Octokit; those without a status are not about an HTTP answer. */
export interface Failure {
  status?: number
  message: string
  /** of GraphQL */
  errors?: { type?: string }[]
  request?: { method: string }
  response?: { headers?: Record<string, string | number | undefined> }
}
