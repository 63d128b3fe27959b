import { objectOf } from '../json.ts'
import { sentences } from '../network/obstacle.ts'
import type { Octokit } from './octokit.ts'

/** Of one list. GitHub lets nobody comment any more where there are 2,500 comments. */
const PAGES = 100

/** Everything that is on a list, page after page. @param route as in `GET /repos/{owner}/{repo}/issues` */
export async function everything<T>(
  octokit: Octokit,
  route: string,
  parameters: Record<string, unknown>,
): Promise<T[]> {
  const found: T[] = []
  let answer = await octokit.request(route, { ...parameters, per_page: 100 })
  for (let page = 1; ; page++) {
    if (!Array.isArray(answer.data)) throw sentences('GitHub answered with something that is not the list asked for.')
    found.push(...answer.data.map((one) => objectOf(one) as T))
    const next = nextOf(answer)
    if (next === null) return found
    if (page === PAGES)
      throw sentences(`A list of GitHub goes on after ${PAGES} pages of 100, so it was not read any further.`)
    answer = await octokit.request(`GET ${next}`)
  }
}

/** Where the next page is, also when that is said relative to this one. */
function nextOf({ url, headers }: { url: string; headers: { link?: string } }): string | null {
  const [, to] = /<([^<>]+)>;\s*rel="next"/.exec(headers.link ?? '') ?? []
  if (to === undefined || !URL.canParse(to, url)) return null
  const { origin, pathname, search } = new URL(to, url)
  // these would be taken for places where something is to be put in
  return origin + `${pathname}${search}`.replace(/[{}:]/g, encodeURIComponent)
}
