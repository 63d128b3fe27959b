import { messageOf, oneLine } from '../text.ts'

const remedies: Record<string, string> = {
  EISDIR: 'There is a folder of this name: name a file.',
  ENOTDIR: 'A part of the path is a file where a folder would have to be: name another path.',
  EEXIST: 'A part of the path is a file where a folder would have to be: name another path.',
  EACCES: 'Permission denied. Check who owns the folder, or choose another path.',
  EPERM: 'Permission denied. Check who owns the folder, or choose another path.',
  EROFS: 'The disk is read-only. Choose another path.',
  ENOSPC: 'The disk is full: free some of it before this step.',
  ENAMETOOLONG: 'The name is too long: name a shorter one.',
}

/** `(ENOSPC: no space left on device). The disk is full: …` */
export function whyUnwritten(error: unknown): string {
  const said = oneLine(messageOf(error)).replace(/, \w+ '.*$/, '')
  const remedy = remedies[/^E[A-Z]+/.exec(said)?.[0] ?? '']
  return `(${said}).${remedy === undefined ? '' : ` ${remedy}`}`
}
