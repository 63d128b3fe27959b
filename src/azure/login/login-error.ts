/** Why nobody is logged in, and what to do about it. */
export class LoginError extends Error {
  override name = 'LoginError'
  /** the job was given no identity at all, as on pull requests from forks; false: one was given and refused */
  readonly noIdentity: boolean

  constructor(message: string, noIdentity = false) {
    super(message)
    this.noIdentity = noIdentity
  }
}
