import platform, { type PlatformPath } from 'node:path'

/** A file as it was written. */
export interface Written {
  path: string
  /** hexadecimal SHA-256 */
  digest: string
}

/**
 * What `sha256sum --check` and the input `subject-checksums` of actions/attest read: a file a line, named as from the
 * folder, with slashes on Windows too.
 */
export function checksums(
  files: Written[],
  folder: string,
  { relative, sep }: Pick<PlatformPath, 'relative' | 'sep'> = platform,
): string {
  return files.map(({ path, digest }) => `${digest}  ${relative(folder, path).split(sep).join('/')}\n`).join('')
}
